"""Make a camera's picture ready to keep: upright, at most 2048 px, a good JPEG without the camera's metadata.

For a worker thread: a 12-megapixel picture takes a quarter of a second on a desktop. Pillow is loaded on first use, and
only what Pillow 11 (the tablet's) and 13 (the desktop's) have in common is used. A file is known by its content alone:
its name, and whether it has one that says anything, never matters.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import struct
import warnings
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shared.errors import EvidenceMissingError, StoreError
from shared.ids import Sha256

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 2048
LONGEST_THUMB_SIDE = 320
QUALITY = 80
MOST_PIXELS = 120_000_000
MOST_PIXELS_AT_ONCE = 50_000_000
"""Of kinds that cannot be read small in the first place; a tablet has no memory for more."""
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")
ORIENTATION = 0x0112
_MMAP_THRESHOLD, _LARGE_BLOCK = -3, 4 << 20
"""The switch's number in malloc.h, and from which size on a block is given back."""
_DEEP = frozenset({"I", "I;16", "I;16L", "I;16B", "I;16N"})


@dataclass(frozen=True, slots=True)
class Picture:
    """JPEG bytes with their size in pixels, and a thumbnail; ``camera`` is the hash of the file that they come from."""

    jpeg: bytes
    width: int
    height: int
    thumb: bytes
    camera: Sha256 = Sha256("")


def shrink(source: Path) -> Picture:
    """Read a picture file of any common kind.

    Raises:
        EvidenceMissingError: it is no complete picture; fact ``missing`` is ``readable_photo``.
        StoreError: it cannot be read at all.
    """
    from PIL import Image

    camera = _hash_of(source)
    _give_back_large_blocks()
    upright = _read(source)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    thumb = upright.copy()
    thumb.thumbnail((LONGEST_THUMB_SIDE, LONGEST_THUMB_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return Picture(_jpeg(upright), upright.width, upright.height, _jpeg(thumb), camera)


@cache
def _give_back_large_blocks() -> None:
    """Let a desktop's C library give a picture's memory back at once, as Android's does.

    glibc keeps blocks of a size that it has seen freed: after some dozens of pictures, 50 MB that nobody uses.
    """
    with suppress(
        AttributeError, OSError, TypeError
    ):  # another system's library has no such switch, or says that it knows none
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE_BLOCK)


def _read(source: Path) -> Image.Image:
    """Read a picture upright, in 8-bit RGB; of 12 megapixels (48 MB) no second copy lives on."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(source, formats=FORMATS) as image:
            _refuse_giant(image)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            return _flat(_upright(image))
    except FileNotFoundError as error:
        raise StoreError(detail=f"{source.name} is not there") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise _unreadable(str(error)) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _unreadable(str(error)) from error


def _hash_of(source: Path) -> Sha256:
    try:
        with source.open("rb") as file:
            return Sha256(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise StoreError(detail=f"{source.name} cannot be read") from error


def _refuse_giant(image: Image.Image) -> None:
    most = MOST_PIXELS if image.format in {"JPEG", "MPO"} else MOST_PIXELS_AT_ONCE
    if image.width * image.height > most:
        raise _unreadable("too many pixels", width=image.width, height=image.height)


def _unreadable(detail: str, **facts: int) -> EvidenceMissingError:
    return EvidenceMissingError(missing=["readable_photo"], detail=detail[:200], **facts)


def _upright(image: Image.Image) -> Image.Image:
    """Turn a picture as its EXIF data say; data that say nothing sensible turn nothing."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        said = image.getexif().get(ORIENTATION)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        said = None
    turn = turns.get(said) if isinstance(said, int) else None
    return image if turn is None else image.transpose(turn)


def _flat(image: Image.Image) -> Image.Image:
    """Make 8-bit RGB of whatever it is: 16-bit grey is scaled, not cut off; what is transparent becomes white."""
    from PIL import Image

    if image.mode in _DEEP:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layers = image.convert("RGBA")
        white = Image.new("RGBA", layers.size, "white")
        return Image.alpha_composite(white, layers).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
