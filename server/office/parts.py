"""What office pages are given when the app is put together, and how a view gets at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import current_app

from server.config import Config
from server.files import BlobStore
from server.office.gate import Gate
from server.office.session.password import Passwords
from server.papers import Press
from server.store import ServerStore
from shared.clock import Clock
from shared.ids import IdSource
from shared.sync.exchange import Exchange

EXTENSION = "rounds_office"


@dataclass(frozen=True, slots=True)
class OfficeParts:
    """Everything that views use besides the request.

    ``gate`` counts how often people without an account come; ``press`` sets papers in a process of its own.
    """

    store: ServerStore
    blobs: BlobStore
    clock: Clock
    ids: IdSource
    config: Config
    passwords: Passwords
    exchange: Exchange
    gate: Gate = field(default_factory=Gate)
    press: Press = field(default_factory=Press)


def office() -> OfficeParts:
    """Return the parts of the app that serves this request."""
    parts = current_app.extensions[EXTENSION]
    if not isinstance(parts, OfficeParts):
        raise TypeError("server.office.install was not called")
    return parts
