"""Sends a stored photo: whole, in the part that Range asks for, or not at all if the client has it.

For tablets and for pages alike; who may see the photo was decided before. Its name is its content, so it may be kept
for ever; what is no picture is never shown inside a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, request

from server.files import UNKNOWN, BlobStore
from server.store.blob import Blob
from shared.ids import Sha256

_CHUNK = 256 << 10


def download(blobs: BlobStore, blob: Blob) -> Response:
    """Answer with a stored photo.

    Raises:
        RequestedRangeNotSatisfiable: Range lies outside the photo (416).
    """
    answer = Response(_chunks(blobs, blob.sha256), mimetype=blob.mime or UNKNOWN)
    answer.content_length = blob.size_bytes
    answer.set_etag(blob.sha256)
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if blob.mime in ("", UNKNOWN):
        answer.headers["Content-Disposition"] = "attachment"
    answer.make_conditional(request, accept_ranges=True, complete_length=blob.size_bytes)
    return answer


def _chunks(blobs: BlobStore, name: Sha256) -> Iterator[bytes]:
    """Read piece by piece; the file is opened only when the first piece is wanted."""
    with blobs.open(name) as file:
        while piece := file.read(_CHUNK):
            yield piece
