"""The surprise inspection of a quarter (5.29.1b): which days can be drawn, and when its organiser is reminded.

How the draw is trusted: ``shared.draw``. Days and places are drawn by the same seed, each from its own list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shared.draw import draw, fits
from shared.schedule.window import add_months
from shared.schedule.workday import Workdays

_DAY = timedelta(days=1)
WARN_DAYS = (20, 7)
"""So many days before the quarter ends its organiser is told that it was not drawn, or not done (schedule facts §4)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a seed chose: the day, and the places that are inspected on it."""

    day: date
    places: tuple[str, ...]


def quarter_of(day: date) -> tuple[date, date]:
    """Return the first and last day of the calendar quarter that ``day`` lies in."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return first, add_months(first, 3) - _DAY


def draw_days(calendar: Workdays, quarter: date, earliest: date, excluded: Iterable[date] = ()) -> tuple[date, ...]:
    """List the working days of the quarter that begins on ``quarter``, from ``earliest`` on, without the excluded ones."""
    last = quarter_of(quarter)[1]
    left = set(excluded)
    days = ((quarter + n * _DAY) for n in range((last - quarter).days + 1))
    return tuple(day for day in days if day >= earliest and calendar.is_working(day) and day not in left)


def draw_surprise(seed: str, days: Sequence[date], places: Sequence[str], count: int) -> Drawn:
    """Draw the day and ``count`` of the places.

    Raises:
        ValueError: there is no day to draw from, or the seed could not be explained.
    """
    chosen = draw(seed, [day.isoformat() for day in days], 1)
    if not chosen:
        raise ValueError("there is no day to draw from")
    return Drawn(date.fromisoformat(chosen[0]), draw(seed, places, count))


def is_proved(drawn: Drawn, seed: str, committed: str, days: Sequence[date], places: Sequence[str]) -> bool:
    """Tell whether a draw is what its seed gives and the seed is the one that was committed to."""
    return fits(seed, committed) and draw_surprise(seed, days, places, len(drawn.places)) == drawn


def warning(today: date, quarter: date) -> int | None:
    """Return which of WARN_DAYS has come in the quarter that begins on ``quarter``, the nearest; None before the first."""
    left = (quarter_of(quarter)[1] - today).days
    return min((days for days in WARN_DAYS if 0 <= left <= days), default=None)
