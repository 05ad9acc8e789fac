"""What the API is given when the app is put together, and how a view gets at it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from server.config import Config
from server.files import BlobStore
from server.readiness import Readiness
from server.store import ServerStore
from shared.sync.exchange import Exchange

EXTENSION = "rounds_api"


@dataclass(frozen=True, slots=True)
class ApiParts:
    """Everything that endpoints use besides the request."""

    config: Config
    store: ServerStore
    exchange: Exchange
    blobs: BlobStore
    readiness: Readiness


def parts() -> ApiParts:
    """Return the parts of the app that serves this request."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, ApiParts):
        raise TypeError("server.api.install was not called")
    return found
