"""What became of each window: the state of a task at a moment, and the list of tasks that people see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.ids import PersonId, RuleId
from shared.model.place import Role
from shared.model.plan import Period, Recurrence, Rule, TaskState, Waiver
from shared.schedule.local import day_of, opening
from shared.schedule.window import Window, windows
from shared.schedule.workday import Workdays

_DAY = timedelta(days=1)
SECRET_READERS = frozenset(
    {Role.LEAD_INSPECTOR, Role.FIRE_PRINCIPAL, Role.FIRE_MANAGER, Role.QUALITY_DEPT, Role.MANAGER}
)
"""Who reads a surprise inspection once it has started (roles facts §4); before, only its performers know of it."""


@dataclass(frozen=True, slots=True)
class RecordFact:
    """What the schedule needs to know of a record: which window it fulfils, when it was begun and finished."""

    rule: RuleId
    window_on: date
    started_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One window of a rule with its state at a moment.

    ``is_past_due``: still open, but the shift has ended. ``is_late_entry`` (补录): finished after the window had
    closed; the task stays MISSED.
    """

    rule: Rule
    window: Window
    state: TaskState
    started_at: datetime | None = None
    finished_at: datetime | None = None
    is_past_due: bool = False
    is_late_entry: bool = False
    waiver: Waiver | None = None


def state(window: Window, records: Iterable[RecordFact], waivers: Iterable[Waiver], now: datetime) -> TaskState:
    """Tell what became of a window by ``now`` (aware); records and waivers of other windows are ignored.

    The first of these that holds:
    DONE         a record was finished by ``due_at``, also ahead of ``opens_at``
    LATE         a record was finished after ``due_at`` and before ``closes_at`` (``late_days``)
    WAIVED       a waiver was approved for the window
    MISSED       ``closes_at`` has come; a record finished later is a late entry and changes nothing
    IN_PROGRESS  a record was begun and is not finished
    PLANNED      ``opens_at`` has not come
    DUE          otherwise

    Without new records a task only ever moves PLANNED -> DUE -> MISSED or IN_PROGRESS -> MISSED.
    """
    mine = [record for record in records if record.rule == window.rule and record.window_on == window.on]
    is_waived = any(waiver.rule == window.rule and waiver.window_on == window.on for waiver in waivers)
    return _state(window, _first_finished(mine), bool(mine), is_waived, now)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that decides a site's tasks. ``records`` and ``waivers`` must go back as far as ``reach`` says."""

    rules: tuple[Rule, ...]
    calendar: Workdays
    zone: ZoneInfo
    records: tuple[RecordFact, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the list; decides which surprise inspections it holds."""

    person: PersonId
    roles: tuple[Role, ...] = ()

    def may_see(self, rule: Rule, is_begun: bool) -> bool:
        """Tell whether a task of ``rule`` is shown (nature of 突击, 5.29.1b)."""
        if not rule.is_secret or self.person in rule.performers:
            return True
        return is_begun and not SECRET_READERS.isdisjoint(self.roles)


NOBODY = Reader(PersonId(""))
"""Sees what is not secret."""


def tasks(plan: Plan, now: datetime, first: date, last: date, reader: Reader = NOBODY) -> tuple[Task, ...]:
    """List the tasks that may be done on the site's local days ``first`` to ``last``, the next due first.

    A window stays in the list until it closes, so yesterday's round is there while it may still be done. Secret rules
    are shown to their performers; to the roles of SECRET_READERS once they have started; to nobody else.
    """
    by_window: dict[tuple[RuleId, date], list[RecordFact]] = {}
    for record in plan.records:
        by_window.setdefault((record.rule, record.window_on), []).append(record)
    waived = {(waiver.rule, waiver.window_on): waiver for waiver in plan.waivers}
    done = _done_days(by_window, plan.zone)
    begins_at = opening(first, time(0), plan.zone)
    found: list[Task] = []
    for rule in plan.rules:
        since = first - (1 + rule.late_days) * _DAY
        for window in windows(rule, plan.calendar, plan.zone, since, last, done.get(rule.id)):
            key = (rule.id, window.on)
            mine = by_window.get(key, [])
            if window.closes_at > begins_at and reader.may_see(rule, bool(mine)):
                found.append(_task(rule, window, mine, waived.get(key), now))
    return tuple(sorted(found, key=lambda task: (task.window.due_at, task.rule.code, task.rule.id)))


def reminders(rule: Rule, window: Window) -> tuple[datetime, ...]:
    """Say when to remind of a window ahead of its due time (schedule facts §4), earliest first, in UTC.

    Daily 2 h before the shift ends; weekly 1 day; monthly 5 days; quarterly 20 and 7; half-yearly as yearly: 60
    and 30 days. A rule's own ``remind_days`` replace these.
    """
    ahead = [gap for gap in _ahead(rule) if window.due_at - gap > window.opens_at]
    return tuple(window.due_at - gap for gap in ahead)


def _ahead(rule: Rule) -> Iterator[timedelta]:
    if rule.remind_days:
        yield from (timedelta(days=days) for days in sorted(set(rule.remind_days), reverse=True))
    elif rule.recurrence is Recurrence.DAILY or (rule.recurrence is Recurrence.SINCE_LAST and rule.every_days == 1):
        yield timedelta(hours=2)
    elif rule.recurrence is Recurrence.PER_PERIOD and rule.period in _AHEAD_DAYS:
        yield from (timedelta(days=days) for days in _AHEAD_DAYS[rule.period])
    else:
        yield timedelta(days=1)


_AHEAD_DAYS = {
    Period.HALF_MONTH: (1,),
    Period.MONTH: (5,),
    Period.QUARTER: (20, 7),
    Period.HALF_YEAR: (60, 30),
    Period.YEAR: (60, 30),
}


def _task(rule: Rule, window: Window, records: list[RecordFact], waiver: Waiver | None, now: datetime) -> Task:
    finished_at = _first_finished(records)
    outcome = _state(window, finished_at, bool(records), waiver is not None, now)
    return Task(
        rule=rule,
        window=window,
        state=outcome,
        started_at=min((record.started_at for record in records), default=None),
        finished_at=finished_at,
        is_past_due=outcome in (TaskState.DUE, TaskState.IN_PROGRESS) and now > window.due_at,
        is_late_entry=finished_at is not None and finished_at >= window.closes_at,
        waiver=waiver,
    )


def _state(window: Window, finished_at: datetime | None, is_begun: bool, is_waived: bool, now: datetime) -> TaskState:
    if finished_at is not None and finished_at < max(window.closes_at, window.due_at):
        return TaskState.DONE if finished_at <= window.due_at else TaskState.LATE
    if is_waived:
        return TaskState.WAIVED
    if now >= window.closes_at:
        return TaskState.MISSED
    if is_begun and finished_at is None:
        return TaskState.IN_PROGRESS
    return TaskState.PLANNED if now < window.opens_at else TaskState.DUE


def _first_finished(records: Iterable[RecordFact]) -> datetime | None:
    return min((record.finished_at for record in records if record.finished_at is not None), default=None)


def _done_days(
    by_window: dict[tuple[RuleId, date], list[RecordFact]], zone: ZoneInfo
) -> dict[RuleId, dict[date, date]]:
    done: dict[RuleId, dict[date, date]] = {}
    for (rule, window_on), records in by_window.items():
        finished_at = _first_finished(records)
        if finished_at is not None:
            done.setdefault(rule, {})[window_on] = day_of(finished_at, zone)
    return done
