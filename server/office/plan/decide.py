"""Excuses that were asked for on a tablet: the office approves them, which makes a waiver, or rejects them with words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from server.office.form import Form
from server.office.plan.excuse import LONGEST_REASON
from server.office.reader import Reader
from server.store import Tx
from server.store.plan import excuse_for, excuses_asked, waivers
from shared.errors import UnknownRecordError
from shared.ids import ExcuseId, WaiverId
from shared.model.plan import Excuse, ExcuseState, Rule, TaskState, Waiver
from shared.schedule import Task


@dataclass(frozen=True, slots=True)
class Asked:
    """An excuse that waits, with its rule, and how its task stands now if that is known."""

    excuse: Excuse
    rule: Rule
    state: TaskState | None


def asked_for(tx: Tx, reader: Reader, rules: Iterable[Rule], tasks: Iterable[Task]) -> list[Asked]:
    """List what waits for a decision, of ``rules`` only, the longest waiting first; ``tasks`` say how windows stand."""
    known = {rule.id: rule for rule in rules}
    states = {(task.rule.id, task.window.on): task.state for task in tasks}
    return [
        Asked(one, known[one.rule], states.get((one.rule, one.window_on)))
        for one in excuses_asked(tx, reader.viewer, reader.site)
        if one.rule in known
    ]


def decide(tx: Tx, reader: Reader, record: ExcuseId, form: Form) -> Excuse:
    """Approve or reject an excuse as a form says; somebody else's decision is never undone.

    Approving writes the window's waiver, unless it has one, and answers what else was asked for the same window.

    Raises:
        FormError: no decision is chosen, words are missing, it was decided before, or is one's own: four eyes see more.
        UnknownRecordError: the chosen site has no such excuse.
    """
    found = excuse_for(tx, reader.viewer, record)
    if found.site != reader.site:
        raise UnknownRecordError(kind="excuse", id=record)
    state = form.member("decision", ExcuseState, must=True)
    word = form.text("word", must=state is ExcuseState.REJECTED, longest=LONGEST_REASON)
    if state is ExcuseState.ASKED:
        form.wrong("decision", "form.not_a_choice")
    if found.state is not ExcuseState.ASKED:
        form.wrong("", "plan.decided_before")
    elif found.author == reader.viewer.person:
        form.wrong("", "plan.own_excuse")
    form.settle()
    decided = found
    alike = [one for one in excuses_asked(tx, reader.viewer, found.site) if _is_same_window(one, found)]
    for one in alike if state is ExcuseState.APPROVED else [found]:
        done = _decided(tx, reader, one, state or ExcuseState.REJECTED, word)
        decided = done if one.id == record else decided
    if state is ExcuseState.APPROVED:
        waive(tx, reader, found)
    return decided


def waive(tx: Tx, reader: Reader, approved: Excuse) -> None:
    """Write the waiver of an approved excuse's window, unless there is one."""
    day = timedelta(days=1)
    known = waivers(tx, reader.viewer, approved.window_on - day, approved.window_on + day, approved.site)
    if not any((one.rule, one.window_on) == (approved.rule, approved.window_on) for one in known):
        reason = " · ".join(part for part in (approved.reason, approved.note) if part)[:LONGEST_REASON]
        by = reader.viewer.person
        tx.put(Waiver(WaiverId(tx.ids.new()), approved.site, approved.rule, approved.window_on, reason, by, tx.now))


def _decided(tx: Tx, reader: Reader, excuse: Excuse, state: ExcuseState, word: str) -> Excuse:
    by, name = reader.viewer.person, reader.name
    decided = replace(excuse, state=state, decided_by=by, decided_by_name=name, decided_at=tx.now, word=word)
    tx.put(decided)
    return decided


def _is_same_window(one: Excuse, other: Excuse) -> bool:
    return (one.rule, one.window_on) == (other.rule, other.window_on)
