"""Small copies of photos for lists: made once, kept in a folder that may be emptied at any time."""

from __future__ import annotations

import contextlib
import io

from PIL import Image, ImageOps

from server.office.parts import OfficeParts
from shared.errors import UnknownRecordError
from shared.ids import Sha256

LONGEST_SIDE = 320
FOLDER = "thumbs"
FORMATS = ("JPEG", "PNG")
"""What a tablet's or an office's photo may be; no other of Pillow's readers is let at bytes from outside."""


def thumbnail(parts: OfficeParts, name: Sha256) -> bytes:
    """Return the small copy of a stored photo, turned upright; made now if it is not there.

    Raises:
        UnknownRecordError: the photo is not stored, or is no picture.
    """
    kept = parts.config.home / FOLDER / name[:2] / f"{name}.jpg"
    with contextlib.suppress(FileNotFoundError):
        return kept.read_bytes()
    drawn = draw(parts, name)
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{parts.ids.new()}")
    fresh.write_bytes(drawn)
    fresh.replace(kept)  # two threads may draw the same one; either is right
    return drawn


def draw(parts: OfficeParts, name: Sha256) -> bytes:
    """Make the small copy of a photo as a JPEG.

    Raises:
        UnknownRecordError: the photo is not stored, or what is stored is no whole JPEG or PNG of a sane size.
    """
    out = io.BytesIO()
    with parts.blobs.open(name) as file:
        try:
            with Image.open(file, formats=FORMATS) as image:
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise UnknownRecordError(kind="picture", id=name) from error
    upright.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()
