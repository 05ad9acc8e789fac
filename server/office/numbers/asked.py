"""The period and the filters that a page of numbers was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from server.office.listing import Query
from server.office.reader import Reader
from server.store.numbers import Wanted
from shared.ids import UnitId
from shared.model.template import HazardGrade

LONGEST: Final = timedelta(days=366)
"""A page shows a year at most; two periods are compared by their rates, not by their length."""


def month_before(day: date) -> date:
    """Return the first day of the month before the month of ``day``."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def quarter_of(day: date) -> date:
    """Return the first day of the calendar quarter of ``day``."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


PERIODS: Final[Mapping[str, Callable[[date], tuple[date, date]]]] = {
    "month": lambda today: (today.replace(day=1), today),
    "last_month": lambda today: (month_before(today), today.replace(day=1) - timedelta(days=1)),
    "quarter": lambda today: (quarter_of(today), today),
    "days_90": lambda today: (today - timedelta(days=89), today),
    "year": lambda today: (today.replace(month=1, day=1), today),
    "days_365": lambda today: (today - timedelta(days=364), today),
}
"""Periods that people name; each from its first to its last day."""
USUAL: Final = "days_90"
FILTERS: Final = ("from", "to", "unit", "building", "category", "grade")
"""What the address of a page of numbers may name."""


def wanted_of(asked: Query, who: Reader) -> Wanted:
    """Read a page's period and filters; what makes no sense is the last ninety days."""
    today = who.formats.today
    usual = PERIODS[USUAL](today)
    first, last = asked.day("from") or usual[0], asked.day("to") or usual[1]
    if not date(2000, 1, 1) <= first <= last <= today + LONGEST:
        first, last = usual
    first = max(first, last - LONGEST + timedelta(days=1))
    return Wanted(
        site=who.site,
        first=first,
        last=last,
        zone=who.formats.zone,
        unit=UnitId(asked.text("unit")) or None,
        building=asked.text("building"),
        category=asked.text("category"),
        grade=asked.member("grade", HazardGrade),
    )


def kept(asked: Query) -> dict[str, str]:
    """Return the period and the filters as they were asked, for the links to the other pages of numbers."""
    return {name: found for name in FILTERS if (found := asked.text(name))}


def chosen(wanted: Wanted, today: date) -> str:
    """Name the period, if people have a name for it."""
    return next((name for name, of in PERIODS.items() if of(today) == (wanted.first, wanted.last)), "")
