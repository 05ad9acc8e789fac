"""The small copy of a photo as bytes, for files that the office writes: the tablet's own, else the office's."""

from __future__ import annotations

from server.files import BlobStoreError
from server.office.parts import OfficeParts, office
from server.office.photos.thumb import thumbnail
from shared.errors import UnknownRecordError
from shared.model.inspection import VOICE, Photo


def small_picture(photo: Photo, parts: OfficeParts | None = None) -> bytes | None:
    """Return the small copy of a photo, nothing while no bytes of it have arrived or they are no picture.

    ``parts`` are needed where no request says which app it is.
    """
    if photo.role == VOICE:
        return None
    parts = parts or office()
    if photo.thumb is not None:
        try:
            with parts.blobs.open(photo.thumb) as file:
                return file.read()
        except (UnknownRecordError, BlobStoreError):
            pass
    try:
        return thumbnail(parts, photo.sha256)
    except (UnknownRecordError, BlobStoreError):
        return None
