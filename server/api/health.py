"""Whether the process lives and whether it can work."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from flask import Response

from server.api.body import json_answer
from server.api.endpoint import Answer, Endpoint
from server.api.parts import parts
from server.store.schema import epoch
from shared.errors import BusyError, MethodNotAllowedError, ServerFaultError, StorageFullError

_LEAST_FREE = 64 << 20


@dataclass(frozen=True, slots=True)
class Health:
    """``ok`` always; whoever does not answer is not healthy."""

    status: str


def alive() -> Response:
    """Say that the process answers."""
    return json_answer(Health("ok"))


def ready() -> Response:
    """Say that the database can be read, the schema is there and the disk is not full."""
    with parts().store.reading() as tx:
        if not epoch(tx):
            raise BusyError(detail="the database is not set up", retry_after_s=5)
    home = parts().config.home
    if home.exists() and shutil.disk_usage(home).free < _LEAST_FREE:
        raise StorageFullError
    return json_answer(Health("ok"))


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
        (Answer(200, "Yes", Health),),
        (BusyError, StorageFullError, ServerFaultError, MethodNotAllowedError),
        is_open=True,
    ),
)
