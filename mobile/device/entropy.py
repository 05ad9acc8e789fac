"""Ids made on this device: UUIDv7 from the wall clock and the system's randomness."""

from __future__ import annotations

import secrets

from shared.clock import Clock
from shared.ids import uuid7


class SystemIds:
    """Implements ``shared.ids.IdSource``."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def new(self) -> str:
        """Return a new UUIDv7."""
        unix_ms = int(self.clock.read().wall.timestamp() * 1000)
        return uuid7(min(max(unix_ms, 0), (1 << 48) - 1), secrets.token_bytes(10))
