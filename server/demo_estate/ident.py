"""Ids, times and chance of the demo estate: all from names, so that each run gives the same."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.clock import Reading
from shared.ids import uuid7

ZONE = ZoneInfo("Asia/Shanghai")
_BORN_MS = 1_760_000_000_000


def ident(*names: object) -> str:
    """Return the id that belongs to these names."""
    return uuid7(_BORN_MS, hashlib.sha256("/".join(map(str, names)).encode()).digest()[:10])


def chance(*names: object) -> float:
    """Return a number in 0..1 that looks random and belongs to these names."""
    return int.from_bytes(hashlib.sha256("/".join(map(str, names)).encode()).digest()[:6]) / (1 << 48)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a local time of the estate in UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def reading(at: datetime) -> Reading:
    """Return what the demo's tablet would have read: one boot, a right clock."""
    started = datetime(at.year, 1, 1, tzinfo=UTC)
    return Reading(at, f"demo-{at.year}", (at - started) // timedelta(milliseconds=1))
