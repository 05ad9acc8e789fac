"""Bodies: JSON in and out, gzip both ways, never more than the limit."""

from __future__ import annotations

import gzip
import zlib
from typing import TypeVar

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from server import codec
from shared.errors import (
    BatchTooLargeError,
    MalformedError,
    UnsupportedEncodingError,
    UnsupportedMediaTypeError,
)

T = TypeVar("T")
JSON = "application/json"
_WORTH_PACKING = 500
_LEVEL = 3  # of a page of records: two thirds of the time that 5 takes, for 6 % more bytes


def read_bytes(limit: int) -> bytes:
    """Read the body of this request, unpacked.

    Raises:
        BatchTooLargeError: more than ``limit`` bytes, packed or unpacked.
        UnsupportedEncodingError: neither identity nor gzip, or broken.
    """
    request.max_content_length = limit
    try:
        data = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise _too_large(limit) from error
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "gzip":
        return _unpacked(data, limit)
    if encoding in ("", "identity"):
        return data
    raise UnsupportedEncodingError(supported=["identity", "gzip"])


def read_json(cls: type[T], limit: int) -> tuple[T, codec.FastCodec]:
    """Read the body of this request as a ``cls``; along comes what reads its parts.

    Raises:
        UnsupportedMediaTypeError: the body is not called JSON.
        BatchTooLargeError, UnsupportedEncodingError: as ``read_bytes``.
        MalformedError: the body is not a ``cls``.
    """
    if request.mimetype != JSON:
        raise UnsupportedMediaTypeError(expected=JSON)
    data = read_bytes(limit)
    if not data:
        raise MalformedError(detail="expected a body", path="$")
    return codec.read_with(cls, data)


def json_answer(value: object) -> Response:
    """Write ``value`` as JSON, packed if the client takes that and it is worth it."""
    data = codec.write(value)
    answer = Response(data, mimetype=JSON)
    answer.headers["Vary"] = "Accept-Encoding"
    if len(data) >= _WORTH_PACKING and request.accept_encodings.quality("gzip") > 0:
        answer.set_data(gzip.compress(data, _LEVEL, mtime=0))
        answer.headers["Content-Encoding"] = "gzip"
    return answer


def _unpacked(data: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(31)
    try:
        plain = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise UnsupportedEncodingError(detail="the body is not gzip") from error
    if len(plain) > limit:
        raise _too_large(limit)
    if not unpacker.eof or unpacker.unused_data:
        raise UnsupportedEncodingError(detail="the body is not one whole gzip member")
    return plain


def _too_large(limit: int) -> BatchTooLargeError:
    return BatchTooLargeError(limits={"push_bytes": limit})
