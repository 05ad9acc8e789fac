"""Sends a stored photo or voice note: whole, in the part that Range asks for, or not at all if the client has it.

For tablets and for pages alike; who may see the photo was decided before. Its name is its content, so it may be kept
for ever; what is no picture is never shown inside a page.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

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
    answer = Response(_Pieces(blobs, blob.sha256), mimetype=blob.mime or UNKNOWN)
    answer.content_length = blob.size_bytes
    answer.set_etag(blob.sha256)
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if blob.mime in ("", UNKNOWN):
        answer.headers["Content-Disposition"] = "attachment"
    answer.make_conditional(request, accept_ranges=True, complete_length=blob.size_bytes)
    return answer


class _Pieces:
    """A stored file piece by piece, from wherever werkzeug seeks to: a part is read alone, also from a bucket.

    The file is opened only when the first piece is wanted, so that an answer without a body opens none.
    """

    def __init__(self, blobs: BlobStore, name: Sha256) -> None:
        self._start = 0
        self._pieces = self._read(blobs, name)

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int) -> None:
        self._start = offset

    def tell(self) -> int:
        return self._start

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._pieces)

    def close(self) -> None:
        self._pieces.close()

    def _read(self, blobs: BlobStore, name: Sha256) -> Generator[bytes, None, None]:
        with blobs.open(name) as file:
            file.seek(self._start)
            while piece := file.read(_CHUNK):
                yield piece
