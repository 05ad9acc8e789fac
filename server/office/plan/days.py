"""One year of the workday table on its page: days in runs, and the form that makes its next version."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from server.office.form import Form
from server.store import Tx
from server.store.workday import publish_workdays, workday_year
from server.workdays import Problem, WorkdayTableError, read_fields
from shared.model.plan import WorkdayYear

FIRST, LAST = 2020, 2099
FIELDS = {"holiday": "holidays", "make_up": "make_up_days"}
"""Form fields by the kind of day that they hold."""


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Group days that follow each other: first and last of each run."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def written(days: Iterable[date]) -> str:
    """Write days as the form's fields hold them: one a line."""
    return "\n".join(day.isoformat() for day in sorted(days))


def change(tx: Tx, year: int, form: Form) -> tuple[Problem, ...]:
    """Make what a form holds the year's next version; returns the lines that are wrong, noted in the form as well.

    The form names the version that it began from, so that two people never overwrite each other.
    """
    holidays, make_up_days = form.text("holidays", must=True), form.text("make_up_days")
    known = workday_year(tx, year)
    if form.value("version") != str(known.version):
        form.wrong("", "plan.moved_on")
    if not form.is_valid:
        return ()
    try:
        table: WorkdayYear = read_fields(year, holidays, make_up_days)
    except WorkdayTableError as error:
        for problem in error.problems:
            form.wrong(FIELDS[problem.kind], "plan.wrong_lines")
        return error.problems
    if not publish_workdays(tx, table):
        form.wrong("", "plan.unchanged")
    return ()
