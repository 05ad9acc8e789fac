"""Small copies of photos for lists: made once for all processes, kept beside the photos, where they may be lost at any time.

Photos of tablets bring their own (``Photo.thumb``); these are for the office's photos and those of older apps.
"""

from __future__ import annotations

import contextlib
import io

from flask import Response
from PIL import Image, ImageOps

from server.files import JPEG, BlobStoreError
from server.office.parts import OfficeParts
from shared.errors import StorageFullError, UnknownRecordError
from shared.ids import Sha256

LONGEST_SIDE = 320
YEAR_S = 365 * 24 * 3600
FORMATS = ("JPEG", "PNG")
"""What a tablet's or an office's photo may be; no other of Pillow's readers is let at bytes from outside."""


def send_thumbnail(parts: OfficeParts, name: Sha256) -> Response:
    """Answer with the small copy of a stored photo; who may see it was decided before.

    Raises:
        UnknownRecordError: the photo is not stored, or is no picture.
    """
    answer = Response(thumbnail(parts, name), mimetype=JPEG)
    answer.headers["Cache-Control"] = f"private, max-age={YEAR_S}, immutable"  # its address names its content
    return answer


def thumbnail(parts: OfficeParts, name: Sha256) -> bytes:
    """Return the small copy of a stored photo, turned upright; made now if it is not there.

    Raises:
        UnknownRecordError: the photo is not stored, or is no picture.
    """
    kept = parts.blobs.thumb(name)
    if kept is not None and _is_whole(kept):
        return kept
    drawn = draw(parts, name)
    with contextlib.suppress(StorageFullError, BlobStoreError):  # shown all the same, and drawn again next time
        parts.blobs.keep_thumb(name, drawn)  # two may draw the same one; either is right
    return drawn


def _is_whole(jpeg: bytes) -> bool:
    """Tell whether a JPEG has its two ends: a power cut may leave an empty file, or one filled up with zeros."""
    return jpeg.startswith(b"\xff\xd8") and jpeg.endswith(b"\xff\xd9")


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
