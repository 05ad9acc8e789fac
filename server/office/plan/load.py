"""What the tasks of the chosen site are computed from, and the records that fulfil them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from server.office.reader import Reader
from server.store import Tx
from server.store.plan import rules, task_records, waivers
from server.store.plan import workdays as workday_years
from shared.ids import InspectionId, RuleId
from shared.schedule import Plan, Task, reach, tasks, workdays
from shared.schedule import Reader as ScheduleReader

Key = tuple[RuleId, date]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The chosen site's plan from a day on. ``done``: the first record of each window that has one."""

    plan: Plan
    done: Mapping[Key, InspectionId]

    def tasks(self, reader: Reader, first: date, last: date) -> tuple[Task, ...]:
        """List the tasks that this reader may know of, as they stand now; days as in ``shared.schedule.tasks``."""
        who = ScheduleReader(reader.viewer.person, tuple(reader.roles))
        return tasks(self.plan, reader.now, first, last, who)


def schedule(tx: Tx, reader: Reader, since: date, until: date | None = None) -> Schedule:
    """Load all that decides the chosen site's tasks from ``since`` until today, or until a later day."""
    today = reader.formats.today
    last = max(today, until or today)
    here = tuple(rules(tx, reader.viewer, today, reader.site))
    reaching = reach(here, since)
    begun = task_records(tx, reader.viewer, reaching, reader.site)
    done: dict[Key, InspectionId] = {}
    for record in begun:
        done.setdefault((record.fact.rule, record.fact.window_on), record.id)
    plan = Plan(
        rules=here,
        calendar=workdays(workday_years(tx)),
        zone=reader.formats.zone,
        records=tuple(record.fact for record in begun),
        waivers=tuple(waivers(tx, reader.viewer, min(reaching.values(), default=since), last, reader.site)),
    )
    return Schedule(plan, done)
