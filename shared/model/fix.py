"""A position on the globe, as a tablet's satellites and networks tell it, and whether another app made it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

WIDEST_M = 20_040_000.0
"""Half way round the earth: a radius beyond that says nothing."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One position: WGS 84 degrees, the radius in metres that holds it with 68 %, and when (UTC, the tablet's clock).

    ``is_mock``: another app put it there, as far as the platform tells. A record without a fix has no place: location was
    switched off, not allowed, not found in time, or its tablet runs an older app.
    """

    lat: float
    lon: float
    accuracy_m: float
    is_mock: bool
    at: datetime

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180 and 0 <= self.accuracy_m <= WIDEST_M):
            raise ValueError("a position is out of range")
