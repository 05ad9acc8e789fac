"""What is due on the days of a month and what became of it: closed rounds from the database, open ones computed.

A round stands on the day that it is due. Up to the site's mark (``server.store.rounds``) rounds are counted by the
database; what closes later is computed as tablets do. A drawn surprise inspection stands on its day for those only who may
know of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from server.office.listing import Query
from server.office.plan.excuse import is_excusable, key_of
from server.office.plan.load import schedule
from server.office.reader import Reader
from server.store import PageRequest, Tx
from server.store.place import points
from server.store.roster import roster_of
from server.store.rounds import ClosedRound, RoundFilter, closed, day_counts, points_of_building, settled_until
from server.store.rule import Appointment, appointments
from server.store.surprise import draws
from shared.ids import BuildingId, InspectionId, PersonId, PointId, TemplateId
from shared.model.plan import Rule, TaskState
from shared.model.roster import How, Responsible
from shared.schedule import Task, day_of
from shared.schedule.duty import Roster, responsible

_DAY = timedelta(days=1)
MOST_ROWS = 400
S = TaskState
SHOWN: tuple[TaskState, ...] = (S.MISSED, S.LATE, S.DONE, S.IN_PROGRESS, S.DUE, S.WAIVED, S.PLANNED)
"""The order in which a day tells its states: what needs somebody first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a calendar is narrowed to; empty members narrow nothing."""

    building: str = ""
    point: str = ""
    template: str = ""
    person: str = ""

    def rounds(self, tx: Tx, who: Reader, first: date, last: date) -> RoundFilter:
        """Return the closed rounds that this means."""
        inside = points_of_building(tx, who.viewer, who.site, self.building) if self.building else None
        if self.point:
            here = PointId(self.point)
            inside = (here,) if inside is None or here in inside else ()
        return RoundFilter(
            who.site, first, last, inside, None, TemplateId(self.template) or None, PersonId(self.person) or None
        )


def wanted_of(asked: Query) -> Wanted:
    """Read what an address asks for."""
    return Wanted(*(asked.text(name) for name in ("building", "point", "template", "person")))


@dataclass(frozen=True, slots=True)
class Open:
    """A round that has not closed, and whose it is."""

    task: Task
    whose: Responsible
    record: InspectionId | None


@dataclass(slots=True)
class Day:
    """One day of a calendar."""

    day: date
    counts: Counter[TaskState] = field(default_factory=Counter)
    set_for: list[Appointment] = field(default_factory=list)
    surprise: str = ""
    unassigned: int = 0
    past_due: int = 0
    is_working: bool = True

    @property
    def total(self) -> int:
        """How many rounds are due."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Line:
    """One round of a day as its list shows it."""

    rule: Rule
    window_on: date
    due_at: datetime
    state: TaskState
    person: PersonId | None
    how: How
    record: InspectionId | None
    is_past_due: bool = False
    is_late_entry: bool = False
    excusable: str = ""
    missed: str = ""
    disposed: bool = False


def whose_rounds(tx: Tx, who: Reader, first: date, last: date) -> tuple[Roster, Mapping[str, BuildingId | None]]:
    """Load what says whose rounds are: the roster of some days, and the building of each point."""
    buildings = {str(one.id): one.building for one in points(tx, who.viewer, who.site)}
    return roster_of(tx, who.site, first - _DAY, last + _DAY), buildings


def open_rounds(tx: Tx, who: Reader, wanted: Wanted, first: date, last: date) -> list[Open]:
    """Compute the rounds due on the days ``first`` to ``last`` that are not written down as closed yet."""
    zone, mark = who.formats.zone, settled_until(tx, who.site)
    begin = first if mark is None else max(first, day_of(mark, zone))
    if begin > last:
        return []
    known = schedule(tx, who, begin, last)
    inside = wanted.rounds(tx, who, first, last).points
    rules = tuple(rule for rule in known.plan.rules if _is_wanted(rule, wanted, inside))
    found = replace(known, plan=replace(known.plan, rules=rules)).tasks(who, begin, last)
    roster, buildings = whose_rounds(tx, who, begin, last)
    today = who.formats.today
    shown = []
    for task in found:
        window = task.window
        if not first <= window.due_on <= last or (mark is not None and window.closes_at <= mark):
            continue
        day = min(window.due_on, max(today, window.first_on))
        whose = responsible(task.rule, day, roster, buildings.get(task.rule.point or ""))
        if not wanted.person or whose.person == wanted.person:
            shown.append(Open(task, whose, known.done.get((task.rule.id, window.on))))
    return shown


def _is_wanted(rule: Rule, wanted: Wanted, inside: tuple[PointId, ...] | None) -> bool:
    if inside is not None and rule.point not in inside:
        return False
    return not wanted.template or rule.template == wanted.template


def month(tx: Tx, who: Reader, wanted: Wanted, first: date, last: date) -> dict[date, Day]:
    """Count what is due on each day from ``first`` to ``last``."""
    found = {first + n * _DAY: Day(first + n * _DAY) for n in range((last - first).days + 1)}
    for day, counts in day_counts(tx, who.viewer, wanted.rounds(tx, who, first, last)).items():
        found[day].counts.update(counts)
    for one in open_rounds(tx, who, wanted, first, last):
        cell = found[one.task.window.due_on]
        cell.counts[one.task.state] += 1
        cell.past_due += one.task.is_past_due
        cell.unassigned += not one.whose.is_settled and one.task.state in (S.DUE, S.PLANNED, S.IN_PROGRESS)
    for one_set in appointments(tx, who.viewer, who.site, first, last):
        found[one_set.day].set_for.append(one_set)
    for day, name in surprises(tx, who, first, last).items():
        found[day].surprise = name
    return found


def surprises(tx: Tx, who: Reader, first: date, last: date) -> dict[date, str]:
    """Return the drawn days that are to come, with the id of their draw, for those who may know of them."""
    shown = draws(tx, who.viewer, who.site, who.formats.today)
    return {
        one.day: one.id
        for one in shown
        if one.day is not None and one.void_at is None and one.opened_at is None and first <= one.day <= last
    }


def day_lines(tx: Tx, who: Reader, wanted: Wanted, day: date) -> list[Line]:
    """List the rounds that are due on one day, by place and time."""
    page = closed(tx, who.viewer, wanted.rounds(tx, who, day, day), PageRequest(1, MOST_ROWS))
    found = [line_of_closed(one) for one in page.rows]
    found += [line_of_open(one) for one in open_rounds(tx, who, wanted, day, day)]
    return sorted(found, key=lambda line: (line.rule.point or "~", line.due_at, line.rule.code, line.rule.id))


def line_of_closed(one: ClosedRound) -> Line:
    """Show a closed round as a line."""
    is_missed = one.state is TaskState.MISSED
    return Line(
        rule=one.rule,
        window_on=one.window_on,
        due_at=one.due_at,
        state=one.state,
        person=one.person,
        how=How(one.how),
        record=one.record,
        is_late_entry=one.is_late_entry,
        missed=one.key if is_missed else "",
        disposed=one.disposition is not None,
    )


def line_of_open(one: Open) -> Line:
    """Show an open round as a line."""
    task = one.task
    return Line(
        rule=task.rule,
        window_on=task.window.on,
        due_at=task.window.due_at,
        state=task.state,
        person=one.whose.person,
        how=one.whose.how,
        record=one.record,
        is_past_due=task.is_past_due,
        is_late_entry=task.is_late_entry,
        excusable=key_of(task) if is_excusable(task) else "",
    )


def weeks(first: date, last: date) -> list[list[date]]:
    """Lay the days of a month out in weeks from Monday to Sunday, with the days round it that fill them."""
    begin, end = first - first.weekday() * _DAY, last + (6 - last.weekday()) * _DAY
    days = [begin + n * _DAY for n in range((end - begin).days + 1)]
    return [days[at : at + 7] for at in range(0, len(days), 7)]


def sums(days: Iterable[Day]) -> Counter[TaskState]:
    """Add up what the days hold."""
    total: Counter[TaskState] = Counter()
    for one in days:
        total.update(one.counts)
    return total
