"""Make a camera's picture ready to keep: upright, at most 2048 px, a good JPEG without the camera's metadata.

For a worker thread: a 12-megapixel picture takes a quarter of a second on a desktop. Pillow is loaded on first use, and
only what Pillow 11 (the tablet's) and 13 (the desktop's) have in common is used.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from shared.errors import EvidenceMissingError, StoreError

LONGEST_SIDE = 2048
LONGEST_THUMB_SIDE = 320
QUALITY = 80
MOST_PIXELS = 120_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """JPEG bytes with their size in pixels, and a thumbnail."""

    jpeg: bytes
    width: int
    height: int
    thumb: bytes


def shrink(source: Path) -> Picture:
    """Read a picture file of any common kind.

    Raises:
        EvidenceMissingError: it is no complete picture; fact ``missing`` is ``readable_photo``.
        StoreError: it cannot be read at all.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(source) as image:
            if image.width * image.height > MOST_PIXELS:
                raise EvidenceMissingError(missing=["readable_photo"], width=image.width, height=image.height)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except FileNotFoundError as error:
        raise StoreError(detail=f"{source.name} is not there") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise EvidenceMissingError(missing=["readable_photo"], detail=str(error)) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    thumb = upright.copy()
    thumb.thumbnail((LONGEST_THUMB_SIDE, LONGEST_THUMB_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return Picture(_jpeg(upright), upright.width, upright.height, _jpeg(thumb))


def _jpeg(image: object) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    if isinstance(image, Image.Image):
        image.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
