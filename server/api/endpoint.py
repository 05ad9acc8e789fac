"""The table of endpoints: what each takes and answers. Views are wired from it and OpenAPI is written from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Response, request

from shared.errors import (
    BatchTooLargeError,
    BusyError,
    DeviceRevokedError,
    ForbiddenError,
    MalformedError,
    MethodNotAllowedError,
    RequestError,
    ServerFaultError,
    StorageFullError,
    TokenInvalidError,
    UnknownRecordError,
    UnsupportedEncodingError,
    UnsupportedMediaTypeError,
    UnsupportedProtocolError,
    UserDisabledError,
)
from shared.wire import PROTOCOL

PROTOCOL_HEADER = "Sync-Protocol"
ALWAYS: tuple[type[RequestError], ...] = (BusyError, ServerFaultError, MethodNotAllowedError)
VERSIONED: tuple[type[RequestError], ...] = (UnsupportedProtocolError, *ALWAYS)
KNOWN_TABLET: tuple[type[RequestError], ...] = (
    TokenInvalidError,
    DeviceRevokedError,
    UserDisabledError,
    ForbiddenError,
    *VERSIONED,
)
BODY: tuple[type[RequestError], ...] = (
    MalformedError,
    UnsupportedEncodingError,
    UnsupportedMediaTypeError,
    BatchTooLargeError,
    StorageFullError,
)
NAMED: tuple[type[RequestError], ...] = (UnknownRecordError,)


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a request or an answer. ``schema`` is its JSON Schema."""

    meaning: str
    schema: Mapping[str, Any]
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """A success: a dataclass in JSON, or nothing or bytes (``media``), with headers."""

    status: int
    meaning: str
    body: type | None = None
    media: str = ""
    headers: Mapping[str, Header] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one address. ``raw`` is the media type of a request body that is not JSON."""

    method: str
    path: str
    view: Callable[..., Response]
    summary: str
    answers: tuple[Answer, ...]
    errors: tuple[type[RequestError], ...]
    request: type | None = None
    raw: str = ""
    headers: Mapping[str, Header] = field(default_factory=dict)
    is_open: bool = False

    @property
    def is_versioned(self) -> bool:
        """Tell whether requests and answers name the protocol."""
        return self.path.startswith("/v1/")


def check_protocol() -> None:
    """Refuse a client of another protocol, or a request that did not come from a client of ours.

    Raises:
        UnsupportedProtocolError: with the versions that this server speaks.
    """
    if request.headers.get(PROTOCOL_HEADER, "").strip() != str(PROTOCOL):
        raise UnsupportedProtocolError(supported=[PROTOCOL])


def name_protocol(answer: Response) -> Response:
    """Say in an answer that it is ours."""
    answer.headers[PROTOCOL_HEADER] = str(PROTOCOL)
    answer.headers.setdefault("Cache-Control", "no-store")
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    return answer
