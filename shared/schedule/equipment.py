"""The days on which equipment itself falls due: worked out of its own data, where no interval of a plan says them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Final

from shared.model.place import Asset, AssetKind

GOVERNOR_YEARS, AGED_GOVERNOR_YEARS, AGED_YEARS = 2, 1, 15
"""A governor's speed is checked every two years, every year once the lift is in use for longer than 15 (TSG T5002 表A-4(6))."""
_LIVES: Final = (("水基", 6), ("泡沫", 6), ("二氧化碳", 12), ("干粉", 10), ("洁净", 10), ("七氟丙烷", 10))
"""Years from manufacture by what the type says (fire-safety facts EXT-07)."""
_SERVICES: Final = (
    ("水基", 3, 1), ("泡沫", 3, 1), ("二氧化碳", 5, 2), ("干粉", 5, 2), ("洁净", 5, 2), ("七氟丙烷", 5, 2),
)  # fmt: skip
"""Years to the first service, and from one to the next (fire-safety facts EXT-06, not checked against its text)."""


class Due(Enum):
    """What falls due at a piece of equipment by a date of its own."""

    INSPECTION = "inspection"
    GOVERNOR = "governor"
    SERVICE = "service"
    SCRAP = "scrap"


BASES: Final[Mapping[Due, str]] = {Due.INSPECTION: "特种设备安全法§40", Due.GOVERNOR: "TSG T5002 表A-4（6）"}
"""Clauses that were checked against their text; both are about lifts. The rest is the company's own practice."""


def due_days(one: Asset) -> dict[Due, date]:
    """Return the days that a piece of equipment's data lead to; what is not given or not known leads to none."""
    found = {Due.INSPECTION: _day(one.data.get("next_inspection_on"))}
    if one.kind is AssetKind.LIFT:
        found[Due.GOVERNOR] = _governor(one)
    if one.kind is AssetKind.EXTINGUISHER:
        kind, made_on = str(one.data.get("type") or "") or one.name.zh, _day(one.data.get("made_on"))
        found[Due.SCRAP] = end = end_of_life(kind, made_on)
        service = next_service(kind, made_on, _day(one.data.get("serviced_on")))
        found[Due.SERVICE] = service if service and (end is None or service < end) else None
    return {due: day for due, day in found.items() if day is not None}


def end_of_life(kind: str, made_on: date | None) -> date | None:
    """Return the day on which an extinguisher is to be scrapped; nothing if its kind or day of making is not known."""
    years = next((years for word, years in _LIVES if word in kind), 0)
    return _later(made_on, years) if made_on and years else None


def next_service(kind: str, made_on: date | None, serviced_on: date | None) -> date | None:
    """Return the day of an extinguisher's next service; nothing if its kind, or when it was made or serviced, is not known."""
    first, again = next(((first, again) for word, first, again in _SERVICES if word in kind), (0, 0))
    since, years = (serviced_on, again) if serviced_on else (made_on, first)
    return _later(since, years) if since and years else None


def _governor(one: Asset) -> date | None:
    """Return the next check of a lift's governor, counted from the last one, else from when it was put in."""
    since = _day(one.data.get("governor_verified_on")) or _day(one.data.get("governor_installed"))
    used_since = _day(one.data.get("in_service_on"))
    if since is None:
        return None
    aged_on = _later(used_since, AGED_YEARS) if used_since else None
    within = _later(since, AGED_GOVERNOR_YEARS)
    is_aged = aged_on is not None and within is not None and aged_on < within
    return within if is_aged else _later(since, GOVERNOR_YEARS)


def _later(day: date, years: int) -> date | None:
    """Return the same day some years on, of a 29 February the 28th; nothing beyond the calendar."""
    if day.year + years > date.max.year:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)


def _day(value: object) -> date | None:
    """Read a day of an asset's own data; whatever is none counts as not given."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
