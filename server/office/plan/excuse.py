"""Excuse a task that was missed or is due: a waiver of one window, with a reason and who approved it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from server.office.form import Form
from server.office.plan.load import schedule
from server.office.reader import Reader
from server.store import Tx
from server.store.plan import waivers
from shared.ids import WaiverId
from shared.model.place import Person
from shared.model.plan import Rule, TaskState, Waiver
from shared.schedule import Task

BACK = timedelta(days=7)
"""How long a missed task can still be excused."""
LISTED = timedelta(days=92)
"""For how long the page lists what was excused."""
LONGEST_WINDOW = timedelta(days=366)
LONGEST_REASON = 500
_OPEN = frozenset({TaskState.DUE, TaskState.MISSED})


@dataclass(frozen=True, slots=True)
class Excuse:
    """A waiver with its rule and the name of who approved it, as the page lists it."""

    waiver: Waiver
    rule: Rule
    approved_by: str


def key_of(task: Task) -> str:
    """Return what names a task in a form: its rule and the day of its window."""
    return f"{task.rule.id}.{task.window.on.isoformat()}"


def is_excusable(task: Task) -> bool:
    """Tell whether an excuse would change anything: nobody did the task, and its time has come."""
    return task.state in _OPEN


def excusable(tx: Tx, reader: Reader) -> dict[str, Task]:
    """Return the tasks of the last week that can be excused, by their key, nearest due day first: past before future."""
    today = reader.formats.today
    found = schedule(tx, reader, today - BACK).tasks(reader, today - BACK, today)
    ordered = sorted(found, key=lambda task: (task.window.due_on > today, abs(task.window.due_on - today)))
    return {key_of(task): task for task in ordered if is_excusable(task)}


def excuse(tx: Tx, reader: Reader, form: Form) -> Waiver:
    """Write the waiver that a form asks for.

    Raises:
        FormError: no such task can be excused (any more), or no reason is given.
    """
    known = excusable(tx, reader)
    key = form.choice("task", known, must=True)
    reason = form.text("reason", must=True, longest=LONGEST_REASON)
    form.settle()
    task, by = known[key], reader.viewer.person
    waiver = Waiver(WaiverId(tx.ids.new()), reader.site, task.rule.id, task.window.on, reason, by, tx.now)
    tx.put(waiver)
    return waiver


def excuse_many(tx: Tx, reader: Reader, form: Form) -> int:
    """Write the waivers of several ticked tasks with one reason; returns how many.

    Raises:
        FormError: nothing is ticked, one of the tasks cannot be excused any more, or no reason is given.
    """
    known = excusable(tx, reader)
    keys = form.choices("tasks", known, must=True)
    reason = form.text("reason", must=True, longest=LONGEST_REASON)
    form.settle()
    for key in keys:
        task, by = known[key], reader.viewer.person
        tx.put(Waiver(WaiverId(tx.ids.new()), reader.site, task.rule.id, task.window.on, reason, by, tx.now))
    return len(keys)


def excuses(tx: Tx, reader: Reader, rules: Iterable[Rule], only: str = "") -> list[Excuse]:
    """List what was excused in the last quarter, of ``rules`` only, the latest first; or a single waiver of any time."""
    today, known = reader.formats.today, {rule.id: rule for rule in rules}
    found = _one(tx, reader, only) if only else _latest(tx, reader, today)
    found = [waiver for waiver in found if waiver.rule in known]
    names = {who: person.name for who in {one.approved_by for one in found} if (person := tx.find(Person, who))}
    latest = sorted(found, key=lambda waiver: waiver.at, reverse=True)
    return [Excuse(waiver, known[waiver.rule], names.get(waiver.approved_by, "")) for waiver in latest]


def _latest(tx: Tx, reader: Reader, today: date) -> list[Waiver]:
    about = waivers(tx, reader.viewer, today - LISTED - LONGEST_WINDOW, today, reader.site)
    return [waiver for waiver in about if waiver.at >= reader.now - LISTED]


def _one(tx: Tx, reader: Reader, record: str) -> list[Waiver]:
    found = tx.find(Waiver, record)
    is_here = found is not None and found.site == reader.site and reader.viewer.may_see(found.site)
    return [found] if found is not None and is_here else []
