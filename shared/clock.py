"""Time as a value: wall clock and boot clock readings, and what the server makes of them.

Time is information, never order. A tablet's wall clock may be wrong or set back; its boot clock only counts. Each act
stores both, so that the server can work out when it happened, or mark the time as an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at a device's clocks. ``boottime_ms`` counts from boot ``boot`` and goes on while asleep."""

    wall: datetime
    boot: str
    boottime_ms: int

    def __post_init__(self) -> None:
        if self.wall.tzinfo is None:
            raise ValueError("wall needs an offset from UTC")
        if not 0 <= self.boottime_ms < 1 << 53:
            raise ValueError("boottime_ms is out of range")


class Clock(Protocol):
    """The one way to ask for the time; passed in, never patched."""

    def read(self) -> Reading:
        """Read wall and boot clock at once; ``wall`` is aware and in UTC."""


@dataclass(frozen=True, slots=True)
class CorrectedTime:
    """When something happened by the server's clock; ``estimated`` if the device was restarted in between."""

    at: datetime
    estimated: bool


def correct(event: Reading, pushed: Reading, server_now: datetime) -> CorrectedTime:
    """Work out when ``event`` happened, from the readings at the event and at the push that brought it.

    Within one boot the difference of boot times is exact whatever the wall clock says. Across a restart the wall
    clock is shifted by the offset seen at the push and marked as an estimate. Never later than ``server_now`` nor before 1970.
    """
    if event.boot == pushed.boot and event.boottime_ms <= pushed.boottime_ms:
        age, estimated = timedelta(milliseconds=pushed.boottime_ms - event.boottime_ms), False
    else:
        age, estimated = pushed.wall - event.wall, True
    try:
        at = server_now - age
    except OverflowError:
        return CorrectedTime(_EARLIEST if age > timedelta(0) else server_now, True)
    return CorrectedTime(max(min(at, server_now), _EARLIEST), estimated or at < _EARLIEST)


_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Where the clock of a tablet without a battery begins; nothing happened before."""
