"""Working days: weekends are off, the year's table adds holidays and weekend days that are worked instead (调休)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from shared.model.plan import WorkdayYear

_DAY = timedelta(days=1)
LONGEST_BREAK = 60
"""Days after which a search for a working day gives up: no table of holidays is that long."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The workday tables of some years in one; a year without a table has its weekends off and nothing else."""

    holidays: frozenset[date] = frozenset()
    make_up_days: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether ``day`` is worked."""
        if day.weekday() >= 5:
            return day in self.make_up_days
        return day not in self.holidays

    def last_on_or_before(self, day: date) -> date | None:
        """Return the nearest working day that is not after ``day``, or None if two months have none."""
        for back in range(LONGEST_BREAK):
            if self.is_working(day - back * _DAY):
                return day - back * _DAY
        return None


def workdays(years: Iterable[WorkdayYear]) -> Workdays:
    """Join the tables of several years; of one year the highest version counts."""
    newest: dict[int, WorkdayYear] = {}
    for table in sorted(years, key=lambda table: table.version):
        newest[table.year] = table
    return Workdays(
        frozenset(day for table in newest.values() for day in table.holidays),
        frozenset(day for table in newest.values() for day in table.make_up_days),
    )


def add_working_days(calendar: Workdays, day: date, count: int) -> date:
    """Return the ``count``-th working day after ``day``; 0 gives ``day`` itself, worked or not.

    Raises:
        ValueError: ``count`` is negative, or the table leaves two months without a working day.
    """
    if count < 0:
        raise ValueError("count is not negative")
    found, off = day, 0
    while count:
        found += _DAY
        off = 0 if calendar.is_working(found) else off + 1
        count -= off == 0
        if off > LONGEST_BREAK:
            raise ValueError("the workday table has no working day")
    return found
