"""Whether the process lives and whether it can work."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response

from server.api.body import json_answer
from server.api.endpoint import Answer, Endpoint
from server.api.parts import parts
from server.readiness import Ready
from shared.errors import BusyError, MethodNotAllowedError, ServerFaultError, StorageFullError


@dataclass(frozen=True, slots=True)
class Health:
    """``ok`` always; whoever does not answer is not healthy."""

    status: str


def alive() -> Response:
    """Say that the process answers."""
    return json_answer(Health("ok"))


def ready() -> Response:
    """Say that the database can be written and has our schema, that photos are within reach and the disk has room."""
    return json_answer(parts().readiness.check())


ENDPOINTS = (
    Endpoint(
        "GET",
        "/healthz",
        alive,
        "Is the process alive",
        (Answer(200, "Yes", Health),),
        (ServerFaultError, MethodNotAllowedError),
        is_open=True,
    ),
    Endpoint(
        "GET",
        "/readyz",
        ready,
        "Can the server work",
        (Answer(200, "Yes", Ready),),
        (BusyError, StorageFullError, ServerFaultError, MethodNotAllowedError),
        is_open=True,
    ),
)
