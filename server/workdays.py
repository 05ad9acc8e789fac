"""The workday table as people write it: a CSV of days with their kind, or one day a line for each kind.

The CSV has the columns ``date`` (2026-10-01) and ``kind`` (``holiday`` or ``make_up``); others, such as ``name``, are
for people. Every line is looked at, so that all that is wrong is told at once.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from shared.model.plan import WorkdayYear

_SATURDAY: Final = 5


class DayKind(Enum):
    """What the table says of a day: off although it would be worked, or worked although a weekend day (调休)."""

    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


class Fault(Enum):
    """What can be wrong with a line; the value says it to a person at a terminal."""

    NOT_A_DAY = "no day such as 2026-10-01"
    NOT_A_KIND = "neither holiday nor make_up"
    OTHER_YEAR = "a day of another year"
    TWICE = "a day that stands above already"
    NOT_A_WEEKEND = "a make-up day that is no weekend day"
    NO_COLUMNS = "the columns date and kind are missing"
    NO_DAYS = "no day in the whole file"


@dataclass(frozen=True, slots=True)
class Line:
    """One day as written; ``number`` counts from 1 in its file or field."""

    number: int
    day: str
    kind: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one line; ``kind`` as written."""

    line: int
    kind: str
    found: str
    fault: Fault

    def __str__(self) -> str:
        return f"line {self.line}: {self.found}: {self.fault.value}"


class WorkdayTableError(ValueError):
    """A table that cannot be taken, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read_csv(text: str) -> tuple[WorkdayYear, ...]:
    """Read a file; one table for each year that it names, version 1.

    Raises:
        WorkdayTableError: with every line that is wrong.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not {"date", "kind"} <= set(rows.fieldnames or ()):
        raise WorkdayTableError([Problem(1, "", ",".join(rows.fieldnames or ()), Fault.NO_COLUMNS)])
    lines = [Line(rows.line_num, (row["date"] or "").strip(), (row["kind"] or "").strip()) for row in rows]
    if not lines:
        raise WorkdayTableError([Problem(1, "", "", Fault.NO_DAYS)])
    read = _read(lines)
    return tuple(_table(year, read) for year in sorted({day.year for day, _ in read}))


def read_fields(year: int, holidays: str, make_up_days: str) -> WorkdayYear:
    """Read one year's days from two texts with a day a line; the table has version 1.

    Raises:
        WorkdayTableError: with every line that is wrong; a problem's ``kind`` names its text.
    """
    texts = ((DayKind.HOLIDAY, holidays), (DayKind.MAKE_UP, make_up_days))
    lines = [
        Line(number, written.strip(), kind.value)
        for kind, text in texts
        for number, written in enumerate(text.splitlines(), 1)
        if written.strip()
    ]
    return _table(year, _read(lines, year))


def _read(lines: Iterable[Line], year: int = 0) -> list[tuple[date, DayKind]]:
    read: list[tuple[date, DayKind]] = []
    problems: list[Problem] = []
    seen: set[date] = set()
    for line in lines:
        day, kind = _day(line.day), next((kind for kind in DayKind if kind.value == line.kind), None)
        faults = list(_faults(day, kind, year, seen))
        problems += [Problem(line.number, line.kind, line.day or line.kind, fault) for fault in faults]
        if day and kind and not faults:
            read.append((day, kind))
            seen.add(day)
    if problems:
        raise WorkdayTableError(problems)
    return read


def _faults(day: date | None, kind: DayKind | None, year: int, seen: set[date]) -> Iterator[Fault]:
    """Yield what is wrong with a line; ``year`` 0 lets every year in."""
    if kind is None:
        yield Fault.NOT_A_KIND
    if day is None:
        yield Fault.NOT_A_DAY
    elif year and day.year != year:
        yield Fault.OTHER_YEAR
    elif day in seen:
        yield Fault.TWICE
    elif kind is DayKind.MAKE_UP and day.weekday() < _SATURDAY:
        yield Fault.NOT_A_WEEKEND


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-10-01") else None
    except ValueError:
        return None


def _table(year: int, read: Iterable[tuple[date, DayKind]]) -> WorkdayYear:
    days = sorted((day, kind.value) for day, kind in read if day.year == year)
    return WorkdayYear(
        year,
        version=1,
        holidays=tuple(day for day, kind in days if kind == DayKind.HOLIDAY.value),
        make_up_days=tuple(day for day, kind in days if kind == DayKind.MAKE_UP.value),
    )
