"""A person's photo: cut square and made small, so that tablets fetch a few kilobytes; known by its SHA-256."""

from __future__ import annotations

import hashlib
import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError
from werkzeug.datastructures import FileStorage

from server.office.form import Form
from server.office.parts import office
from server.office.photos.thumb import FORMATS
from server.store.blob import store_whole
from shared.ids import Sha256

SIDE_PX: Final = 240
_MOST_PIXELS: Final = 60_000_000


def take_portrait(form: Form, upload: FileStorage | None, field: str = "portrait") -> Sha256 | None:
    """Store the picture of a form; what is none is noted in it."""
    limit = office().config.limits.blob_bytes
    data = upload.read(limit + 1) if upload is not None else b""
    if not data:
        form.wrong(field, "form.missing")
    elif len(data) > limit:
        form.wrong(field, "form.photo_too_large")
    small = _square(data) if form.is_valid else None
    if form.is_valid and small is None:
        form.wrong(field, "form.not_a_photo")
    if small is None:
        return None
    name = Sha256(hashlib.sha256(small).hexdigest())
    mime = office().blobs.put(name, small)
    with office().store.writing() as tx:
        store_whole(tx, name, len(small), mime)
    return name


def _square(data: bytes) -> bytes | None:
    """Cut the middle out of a JPEG or PNG, turned upright; nothing if it is no such picture."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (SIDE_PX * 2, SIDE_PX * 2))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            out = io.BytesIO()
            ImageOps.fit(upright, (SIDE_PX, SIDE_PX), centering=(0.5, 0.4)).save(out, "JPEG", quality=82)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return out.getvalue()
