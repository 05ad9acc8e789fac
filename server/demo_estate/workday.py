"""The workday tables of 2026 and 2027, read from ``workdays.csv``.

2026 is the published arrangement, days moved by 调休 included. For 2027 the file holds the statutory days only: its
make-up days are entered once they are published, as a new version of the year.
"""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources

from shared.model.plan import WorkdayYear


def workday_years() -> tuple[WorkdayYear, ...]:
    """Return one table per year of the file."""
    text = resources.files(__package__).joinpath("workdays.csv").read_text(encoding="utf-8")
    rows = [(date.fromisoformat(row["date"]), row["kind"]) for row in csv.DictReader(text.splitlines())]
    return tuple(
        WorkdayYear(
            year,
            version=1,
            holidays=tuple(day for day, kind in rows if day.year == year and kind == "holiday"),
            make_up_days=tuple(day for day, kind in rows if day.year == year and kind == "make_up"),
        )
        for year in sorted({day.year for day, _ in rows})
    )
