"""Photos: tus 1.0 verbs at an address that is the photo's hash (sync design §5.4).

There is no creation step: the address exists because the hash does, so a lost answer cannot orphan an upload, and two
tablets or a re-installed one go on with the same. The offset moves by compare-and-set after the bytes are written.

A photo that comes in one chunk, as most do, costs one write transaction and is hashed before a byte of it is written;
one that comes in several costs one for each, and is hashed from the disk at the end.
"""

from __future__ import annotations

from flask import Response, request

from server.api.body import json_answer, read_json
from server.api.caller import caller
from server.api.endpoint import BODY, KNOWN_TABLET, NAMED, Answer, Endpoint, Header
from server.api.parts import parts
from server.download import download
from server.store.blob import Blob as BlobRow
from server.store.blob import find_blob, is_named_at, resize, store_part, store_whole
from shared.errors import (
    BlobTooLargeError,
    ChecksumMismatchError,
    MalformedError,
    OffsetMismatchError,
    StorageFullError,
    UnknownRecordError,
    UnsupportedMediaTypeError,
)
from shared.ids import Sha256
from shared.sync.messages import BlobQuery, BlobState

CHUNK_MEDIA = "application/offset+octet-stream"
TUS = "1.0.0"
_SMALL = 64 << 10
_MOST = 1 << 53


def query() -> Response:
    """Tell of each photo whether it is stored, partly here, or missing."""
    caller()
    message, _ = read_json(BlobQuery, _SMALL)
    return json_answer(parts().exchange.blobs(message))


def look(sha256: str) -> Response:
    """Say how much of a photo has arrived; an upload under way never blocks this."""
    caller()
    with parts().store.reading() as tx:
        blob = find_blob(tx, Sha256(sha256))
    answer = _offset_answer(200, blob.received_bytes if blob else 0)
    if blob is not None:
        answer.headers["Upload-Length"] = str(blob.size_bytes)
    return answer


def append(sha256: str) -> Response:
    """Take the next chunk of a photo; the last one checks the whole against its name."""
    caller()
    name = Sha256(sha256)
    if request.mimetype != CHUNK_MEDIA:
        raise UnsupportedMediaTypeError(expected=CHUNK_MEDIA)
    offset, size_bytes = _count("Upload-Offset"), _count("Upload-Length")
    limits = parts().config.limits
    if size_bytes > limits.blob_bytes:
        raise BlobTooLargeError(limits={"blob_bytes": limits.blob_bytes})
    if offset == 0 and request.content_length == size_bytes:
        return _offset_answer(204, _take_whole(name, size_bytes, _chunk(limits.chunk_bytes)))
    blob = _known(name, size_bytes)
    if blob.is_stored:
        return _offset_answer(204, blob.size_bytes)
    if offset != blob.received_bytes:
        raise OffsetMismatchError(offset=blob.received_bytes)
    return _offset_answer(204, _take_part(name, blob, _chunk(limits.chunk_bytes)))


def fetch(sha256: str) -> Response:
    """Send a photo that a record of the tablet's site names; in parts if asked."""
    asker = caller()
    name = Sha256(sha256)
    with parts().store.reading() as tx:
        blob = find_blob(tx, name) if is_named_at(tx, name, asker.site) else None
    if blob is None or not blob.is_stored:
        raise UnknownRecordError(kind="blob", id=name)
    return download(parts().blobs, blob)


def _known(name: Sha256, size_bytes: int) -> BlobRow:
    """Return what is known of a photo that is coming; another length than announced begins it anew."""
    store = parts().store
    with store.reading() as tx:
        blob = find_blob(tx, name)
    if blob is not None and not blob.is_stored and blob.size_bytes != size_bytes:
        with store.writing() as tx:
            resize(tx, name, size_bytes)
            blob = find_blob(tx, name)
    return blob or BlobRow(name, size_bytes, 0, "", None)


def _chunk(limit: int) -> bytes:
    """Read the body in as few pieces as the server hands it over: in one, by waitress, which holds the whole of it."""
    left = request.content_length or 0
    if left > limit:
        raise BlobTooLargeError(limits={"chunk_bytes": limit})
    pieces = []
    while left and (piece := request.environ["wsgi.input"].read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _take_whole(name: Sha256, size_bytes: int, data: bytes) -> int:
    """Keep a photo that came in one chunk, whatever was here of it before."""
    if len(data) != size_bytes:
        raise MalformedError(detail="the chunk is shorter than Content-Length", path="Content-Length")
    mime = parts().blobs.put(name, data)
    with parts().store.writing() as tx:
        store_whole(tx, name, size_bytes, mime)
    return size_bytes


def _take_part(name: Sha256, blob: BlobRow, data: bytes) -> int:
    """Write a chunk, then move the offset; whoever moved it first has won. The last one checks the whole."""
    received = blob.received_bytes + len(data)
    if received > blob.size_bytes:
        raise MalformedError(detail="the chunk goes past Upload-Length", path="Upload-Offset")
    if data:
        parts().blobs.write_part(name, blob.received_bytes, data)
    if received == blob.size_bytes:
        return _finish(name, blob.size_bytes)
    if not data:
        return received
    with parts().store.writing() as tx:
        is_moved = store_part(tx, name, blob.size_bytes, blob.received_bytes, received)
        now = None if is_moved else find_blob(tx, name)
    if not is_moved:
        raise OffsetMismatchError(offset=now.received_bytes if now else 0)
    return received


def _finish(name: Sha256, size_bytes: int) -> int:
    """Check the whole against its name and remember it as stored; it is known only then."""
    store = parts().store
    try:
        mime = parts().blobs.finish(name, size_bytes)
    except ChecksumMismatchError:
        with store.writing() as tx:
            resize(tx, name, size_bytes)
        raise
    with store.writing() as tx:
        store_whole(tx, name, size_bytes, mime)
    return size_bytes


def _count(header: str) -> int:
    text = request.headers.get(header, "")
    if not text.isascii() or not text.isdigit() or len(text) > 16 or int(text) >= _MOST:
        raise MalformedError(detail="expected a number of bytes", path=header)
    return int(text)


def _offset_answer(status: int, offset: int) -> Response:
    answer = Response(status=status)
    answer.headers["Upload-Offset"] = str(offset)
    answer.headers["Tus-Resumable"] = TUS
    return answer


_BYTES = {"type": "integer", "minimum": 0, "maximum": _MOST - 1}
_OFFSET = {"Upload-Offset": Header("Bytes that the server has", _BYTES)}
ENDPOINTS = (
    Endpoint(
        "POST",
        "/v1/blobs/query",
        query,
        "Ask which photos are stored, partly here or missing",
        (Answer(200, "The state of each", BlobState),),
        (*KNOWN_TABLET, *BODY),
        BlobQuery,
    ),
    Endpoint(
        "HEAD",
        "/v1/blobs/<sha256:sha256>",
        look,
        "Ask how much of a photo has arrived",
        (Answer(200, "The offset to go on from", headers=_OFFSET),),
        (*KNOWN_TABLET, *NAMED),
    ),
    Endpoint(
        "PATCH",
        "/v1/blobs/<sha256:sha256>",
        append,
        "Send the next chunk of a photo",
        (Answer(204, "The chunk is kept; at the end the whole has been checked", headers=_OFFSET),),
        (
            *KNOWN_TABLET,
            *NAMED,
            MalformedError,
            OffsetMismatchError,
            BlobTooLargeError,
            UnsupportedMediaTypeError,
            ChecksumMismatchError,
            StorageFullError,
        ),
        raw=CHUNK_MEDIA,
        headers={
            "Upload-Offset": Header("Where the chunk begins", _BYTES),
            "Upload-Length": Header("Size of the whole photo", _BYTES),
        },
    ),
    Endpoint(
        "GET",
        "/v1/blobs/<sha256:sha256>",
        fetch,
        "Fetch a photo that a record of the tablet's site names",
        (
            Answer(200, "The photo", media="image/jpeg"),
            Answer(206, "The part that Range asked for", media="image/jpeg"),
            Answer(304, "The client has it"),
            Answer(416, "Range lies outside the photo", media="application/problem+json"),
        ),
        (*KNOWN_TABLET, *NAMED),
    ),
)
