"""The workday tables of 2026 and 2027, read from ``workdays.csv``.

2026 is the published arrangement, days moved by 调休 included. For 2027 the file holds the statutory days only: its
make-up days are entered once they are published, as a new version of the year.
"""

from __future__ import annotations

from importlib import resources

from server.workdays import read_csv
from shared.model.plan import WorkdayYear


def workday_years() -> tuple[WorkdayYear, ...]:
    """Return one table per year of the file."""
    return read_csv(resources.files(__package__).joinpath("workdays.csv").read_text(encoding="utf-8"))
