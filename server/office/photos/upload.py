"""Photos sent with a form of the office: stored like a tablet's, named by their SHA-256, before the act that names them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable

from PIL import Image, UnidentifiedImageError
from werkzeug.datastructures import FileStorage

from server.files import JPEG, PNG, kind_of
from server.office.form import Form
from server.office.parts import office
from server.store.blob import store_whole
from shared.clock import Reading
from shared.ids import PhotoId, Sha256
from shared.model.inspection import Photo

MOST = 12
LONGEST_SIDE = 20_000
PICTURES = frozenset({JPEG, PNG})


def take_photos(form: Form, uploads: Iterable[FileStorage], field: str = "photos") -> tuple[Photo, ...]:
    """Store the pictures of a form and return them as photos; what is no picture is noted in ``form``.

    Nothing is stored while the form has errors. A stored picture that no record comes to name does no harm.
    """
    chosen = [upload for upload in uploads if upload.filename]
    if len(chosen) > MOST:
        form.wrong(field, "form.too_many_photos")
    limit = office().config.limits.blob_bytes
    read = [upload.read(limit + 1) for upload in chosen[:MOST]]
    if any(len(data) > limit for data in read):
        form.wrong(field, "form.photo_too_large")
    sizes = [_size_of(data) for data in read]
    if any(size is None for size in sizes):
        form.wrong(field, "form.not_a_photo")
    if not form.is_valid:
        return ()
    at = office().clock.read()
    return tuple(_stored(data, size, at) for data, size in zip(read, sizes, strict=True) if size is not None)


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG or PNG as it is to be seen, or nothing if it is no such picture."""
    if kind_of(data[:16]) not in PICTURES:
        return None
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            if image.getexif().get(0x0112, 1) in {5, 6, 7, 8}:  # taken with the camera on its side
                width, height = height, width
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return (width, height) if max(width, height) <= LONGEST_SIDE else None


def _stored(data: bytes, size: tuple[int, int], at: Reading) -> Photo:
    name = Sha256(hashlib.sha256(data).hexdigest())
    parts = office()
    mime = parts.blobs.put(name, data)
    with parts.store.writing() as tx:
        store_whole(tx, name, len(data), mime)
    return Photo(PhotoId(parts.ids.new()), name, len(data), at, mime, *size)
