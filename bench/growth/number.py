"""Ids, names of photos, chance and times as functions of a number: nothing has to be remembered to be consistent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import gcd

from shared.clock import Reading
from shared.ids import uuid7

END = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""The last moment of the made history; what is due "today" is due on this day."""
SPAN = timedelta(days=730)
_MASK = (1 << 64) - 1
_BORN_MS = 1_700_000_000_000


def mixed(number: int, salt: int = 0) -> int:
    """Return 64 bits that look random and belong to a number (splitmix64)."""
    value = (number * 0x9E3779B97F4A7C15 + salt * 0xD1B54A32D192ED03 + 0x632BE59BD9B4E019) & _MASK
    value = ((value ^ value >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ value >> 27) * 0x94D049BB133111EB) & _MASK
    return value ^ value >> 31


def ident(family: int, number: int, at: datetime | None = None) -> str:
    """Return the id of the ``number``-th thing of a family, made at ``at``."""
    unix_ms = int(at.timestamp() * 1000) if at else _BORN_MS
    return uuid7(unix_ms, mixed(number, family).to_bytes(8, "big") + (number & 0xFFFF).to_bytes(2, "big"))


def moment(number: int, of: int) -> datetime:
    """Return when the ``number``-th of ``of`` records began, in whole milliseconds as records write them.

    Two years, evenly, the last half an hour before END.
    """
    at = END - SPAN + (SPAN - timedelta(minutes=30)) * ((number + 1) / of)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def reading(at: datetime) -> Reading:
    """Return what a tablet with a right clock read."""
    return Reading(at, "7c1f", 5_000_000_000)


class PhotoNames:
    """SHA-256 names of ``count`` photos: random to look at, yet they can be written in their own order.

    Photo ``k`` has the ``place(k)``-th name in order; an index over them is then filled from left to right.
    """

    def __init__(self, count: int) -> None:
        self.count = max(count, 1)
        self._step = (1 << 256) // self.count
        factor = int(self.count * 0.618) | 1
        while gcd(factor, self.count) != 1:
            factor += 2
        self._factor, self._inverse = factor, pow(factor, -1, self.count) if self.count > 1 else 0

    def at_place(self, place: int) -> str:
        """Return the name that stands at a place of the order."""
        noise = mixed(place, 7) * self._step >> 64
        return f"{place * self._step + noise:064x}"

    def of(self, photo: int) -> str:
        """Return the name of a photo."""
        return self.at_place(photo * self._factor % self.count)

    def photo_at(self, place: int) -> int:
        """Return the photo whose name stands at a place of the order."""
        return place * self._inverse % self.count
