"""Today's rounds by place: one row a place, one cell a task, computed by ``shared.schedule``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from server.office.plan.calendar import whose_rounds
from server.office.plan.excuse import is_excusable, key_of
from server.office.plan.load import Key, schedule
from server.office.reader import Reader
from server.store import Tx
from server.store.place import points, units
from shared.ids import InspectionId
from shared.model.place import Point
from shared.model.plan import TaskState
from shared.schedule import Task
from shared.schedule.duty import responsible


@dataclass(frozen=True, slots=True)
class Slot:
    """One task of today with the record that fulfils it, if there is one, and the name of whose it is.

    ``is_unassigned``: ``whose`` is who heads such work and has yet to send somebody.
    """

    task: Task
    record: InspectionId | None
    whose: str = ""
    is_unassigned: bool = False

    @property
    def excusable(self) -> str:
        """What names the task in the form that excuses it; empty if there is nothing to excuse."""
        return key_of(self.task) if is_excusable(self.task) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the board: a place (or none, for tasks about a unit or the whole site) and its tasks."""

    point: Point | None
    name: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Today's tasks by place, how many of each state, and what was missed yesterday."""

    places: tuple[Place, ...]
    counts: Counter[TaskState]
    past_due: int
    total: int
    missed: tuple[Place, ...]

    @property
    def done(self) -> int:
        """Tasks that are done or excused."""
        return sum(self.counts[state] for state in (TaskState.DONE, TaskState.LATE, TaskState.WAIVED))

    @property
    def missed_total(self) -> int:
        """Tasks of yesterday that nobody did."""
        return sum(len(place.slots) for place in self.missed)


def board(tx: Tx, reader: Reader) -> Board:
    """Compute today's board of the chosen site."""
    today = reader.formats.today
    yesterday = today - timedelta(days=1)
    known = schedule(tx, reader, yesterday)
    now = [task for task in known.tasks(reader, today, today) if _is_of_today(task, reader)]
    before = known.tasks(reader, yesterday, yesterday)
    missed = [task for task in before if task.state is TaskState.MISSED and not task.is_late_entry]
    return Board(
        places=_by_place(tx, reader, now, known.done),
        counts=Counter(task.state for task in now),
        past_due=sum(task.is_past_due for task in now),
        total=len(now),
        missed=_by_place(tx, reader, missed, known.done),
    )


def _is_of_today(task: Task, reader: Reader) -> bool:
    """Leave out windows that end later and that nobody has touched today."""
    today = reader.formats.today
    finished = task.finished_at and reader.formats.local(task.finished_at).date() == today
    return task.window.due_on == today or task.is_past_due or task.state is TaskState.IN_PROGRESS or bool(finished)


def _by_place(tx: Tx, reader: Reader, found: Iterable[Task], done: Mapping[Key, InspectionId]) -> tuple[Place, ...]:
    places = {str(point.id): point for point in points(tx, reader.viewer, reader.site)}
    names = {str(unit.id): reader.wording.text(unit.name) for unit in units(tx, reader.viewer, reader.site)}
    rows: dict[str, list[Slot]] = {}
    today = reader.formats.today
    roster, buildings = whose_rounds(tx, reader, today - timedelta(days=1), today)
    people = {one.id: one.name for one in roster.people}
    for task in found:
        where = task.rule.point or task.rule.unit or ""
        day = min(task.window.due_on, max(today, task.window.first_on))
        whose = responsible(task.rule, day, roster, buildings.get(task.rule.point or ""))
        name = people.get(whose.person, "") if whose.person else ""
        record = done.get((task.rule.id, task.window.on))
        rows.setdefault(where, []).append(Slot(task, record, name, not whose.is_settled))
    laid = []
    for where, slots in rows.items():
        point = places.get(where)
        name = reader.wording.text(point.name) if point else names.get(where, reader.wording("today.whole_site"))
        laid.append(Place(point, name, tuple(slots)))
    return tuple(
        sorted(laid, key=lambda place: (place.point is None, place.point.number if place.point else place.name))
    )
