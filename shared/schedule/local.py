"""A site's local days and times as instants, also where clocks change.

A wall time that a forward change skips means the moment of the change. A wall time that a backward change shows twice
means its first showing where something opens and its second where something is due, so nobody loses an hour; a
midnight that is shown twice counts from its second showing, as only then the day before is over.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """Return the local date of an aware instant."""
    return at.astimezone(zone).date()


def opening(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant, in UTC, of a wall time at which something opens."""
    return _instant(day, at, zone, is_end=False)


def ending(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant, in UTC, of a wall time at which something is due."""
    return _instant(day, at, zone, is_end=True)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant, in UTC, after a local day."""
    return opening(day + timedelta(days=1), time(0), zone)


@lru_cache(maxsize=4096)
def _instant(day: date, at: time, zone: ZoneInfo, *, is_end: bool) -> datetime:
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0), zone)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    if first > second:
        return _change_between(second, first, zone)
    return second if is_end or at == time(0) else first


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Find the second at which the zone's offset changes; it differs at the two ends."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
