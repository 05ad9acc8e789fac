"""The workday table: one table a year, always whole; a change is the year's next version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from server.store.tx import Tx
from shared.model.plan import WorkdayYear


def workday_year(tx: Tx, year: int) -> WorkdayYear:
    """Return a year's table; version 0 and without a day if nobody wrote one."""
    return tx.find(WorkdayYear, str(year)) or WorkdayYear(year, version=0)


def publish_workdays(tx: Tx, table: WorkdayYear) -> int:
    """Make the days of ``table`` its year's next version; returns that version, 0 if nothing differs."""
    known = workday_year(tx, table.year)
    if known.version and _days(known) == _days(table):
        return 0
    tx.put(replace(table, version=known.version + 1))
    return known.version + 1


def _days(table: WorkdayYear) -> tuple[frozenset[date], frozenset[date]]:
    return frozenset(table.holidays), frozenset(table.make_up_days)
