"""Exceptions to problem documents (RFC 9457), Flask's own included."""

from __future__ import annotations

import logging

from flask import Response
from werkzeug.exceptions import HTTPException

from server import codec
from shared.errors import (
    BatchTooLargeError,
    BusyError,
    ForbiddenError,
    MalformedError,
    MethodNotAllowedError,
    RequestError,
    RoundsError,
    ServerFaultError,
    TokenInvalidError,
    UnknownRecordError,
    UnsupportedMediaTypeError,
)
from shared.sync.problem import MEDIA_TYPE, problem_of

log = logging.getLogger(__name__)
_BY_STATUS: dict[int, type[RequestError]] = {
    401: TokenInvalidError,
    403: ForbiddenError,
    404: UnknownRecordError,
    405: MethodNotAllowedError,
    413: BatchTooLargeError,
    415: UnsupportedMediaTypeError,
    429: BusyError,
    503: BusyError,
}


def answer(error: Exception) -> Response:
    """Write ``error`` as a problem; what nobody expected is logged with its trace and says nothing of itself."""
    known = as_ours(error)
    if isinstance(known, ServerFaultError):
        log.error("request failed", exc_info=error)
    status = error.code if isinstance(error, HTTPException) and error.code == 416 else known.status or 500
    problem = {**problem_of(known), "status": status}
    response = Response(codec.write(problem), status, content_type=MEDIA_TYPE)
    retry_after_s = known.facts.get("retry_after_s")
    if known.status in (429, 503):
        response.headers["Retry-After"] = str(retry_after_s if isinstance(retry_after_s, int) else 5)
    if known.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, HTTPException):
        for name, value in error.get_headers():
            if name in ("Allow", "Content-Range"):
                response.headers[name] = value
    return response


def as_ours(error: Exception) -> RoundsError:
    """Return the error of our tree that states the same fact."""
    if isinstance(error, RoundsError):
        return error
    if isinstance(error, HTTPException) and error.code is not None and 400 <= error.code < 500:
        return _BY_STATUS.get(error.code, MalformedError)()
    return ServerFaultError()
