"""Apply the table: ``advance`` is the one way in which a hazard changes its state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict

from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.hazard.act import Act
from shared.hazard.table import TRANSITIONS, Refusal, Transition
from shared.model.hazard import Hazard, HazardEvent, HazardState, Step
from shared.model.place import Role


def advance(hazard: Hazard, act: Act) -> Hazard:
    """Return the hazard after ``act``, with one more step.

    Raises:
        TransitionError: the event is not possible in this state; facts ``state``, ``event``, ``why``.
        NotPermittedError: the actor has none of the roles (fact ``needs``) or a rule forbids it (fact ``rule``).
        EvidenceMissingError: fact ``missing`` names what the act must still bring.
    """
    target = permit(hazard, act).target
    missing = missing_evidence(hazard, act)
    if missing:
        raise EvidenceMissingError(missing=list(missing))
    return _stepped(_EFFECTS[act.event](hazard, act), hazard.state, target, act)


def permit(hazard: Hazard, act: Act) -> Transition:
    """Return the cell that lets this person do this now, whatever evidence there is.

    Raises:
        TransitionError: as ``advance``.
        NotPermittedError: as ``advance``.
    """
    cell = TRANSITIONS[hazard.state][act.event]
    if isinstance(cell, Refusal):
        raise TransitionError(state=hazard.state.value, event=act.event.value, why=cell.value)
    if not cell.roles & act.roles:
        raise NotPermittedError(needs=sorted(role.value for role in cell.roles))
    for rule in cell.rules:
        if not rule(hazard, act):
            raise NotPermittedError(rule=rule.__name__)
    return cell


def missing_evidence(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """Name what ``act`` must still bring, in the order of the guards; empty when the event is not possible at all."""
    cell = TRANSITIONS[hazard.state][act.event]
    if isinstance(cell, Refusal):
        return ()
    return tuple(dict.fromkeys(name for guard in cell.guards for name in guard(hazard, act)))


def allowed(state: HazardState, roles: Iterable[Role]) -> tuple[HazardEvent, ...]:
    """List the events that somebody with ``roles`` may bring about in ``state``: the buttons to show."""
    held = frozenset(roles)
    row = TRANSITIONS[state]
    return tuple(
        event for event in HazardEvent if isinstance(cell := row[event], Transition) and bool(cell.roles & held)
    )


def is_path(hazard: Hazard) -> bool:
    """Tell whether the steps are a path of the table from DRAFT to the present state."""
    state = HazardState.DRAFT
    for step in hazard.steps:
        cell = TRANSITIONS[state][step.event]
        if isinstance(cell, Refusal) or step.before is not state or step.after is not cell.target:
            return False
        state = cell.target
    return state is hazard.state


def _stepped(hazard: Hazard, before: HazardState, after: HazardState, act: Act) -> Hazard:
    reason = f"{act.addressee}: {act.reason}" if act.addressee else act.reason
    step = Step(
        act.event,
        before,
        after,
        act.by,
        act.by_name,
        act.at,
        reason,
        act.ref,
        origin=act.origin,
        device=act.device,
        signed_by=act.signed_by,
        witness=act.witness,
        deadline_on=act.deadline_on,
        paper_on=act.paper_on,
        photos=tuple(photo.id for photo in act.photos),
    )
    return replace(hazard, state=after, steps=(*hazard.steps, step))


class Use(TypedDict, total=False):
    """Members of a hazard about the use of its place."""

    is_suspended: bool
    suspended_on: date | None
    public_notice: str


# Effects: what an act writes into the hazard besides its step


def _unchanged(hazard: Hazard, _act: Act) -> Hazard:
    return hazard


def _confirmed(hazard: Hazard, act: Act) -> Hazard:
    return replace(
        _completed(hazard, act),
        screens=hazard.screens if act.screens is None else act.screens,
        photos_before=(*hazard.photos_before, *act.photos),
        is_suspected_major=hazard.is_suspected_major and act.grade is None,
    )


def _completed(hazard: Hazard, act: Act) -> Hazard:
    return replace(
        hazard,
        description=act.description or hazard.description,
        location=act.location or hazard.location,
        category=act.category or hazard.category,
        grade=act.grade or hazard.grade,
        legal_basis=act.legal_basis or hazard.legal_basis,
        unit=act.unit or hazard.unit,
        required_measures=act.required_measures or hazard.required_measures,
        interim_measures=act.interim_measures or hazard.interim_measures,
        responsible_dept=act.responsible_dept or hazard.responsible_dept,
        responsible_person=act.responsible_person or hazard.responsible_person,
        deadline_on=act.deadline_on or hazard.deadline_on,
        budget_fen=hazard.budget_fen if act.budget_fen is None else act.budget_fen,
        fund_source=act.fund_source or hazard.fund_source,
        **_use(hazard, act),
    )


def _use(hazard: Hazard, act: Act) -> Use:
    """Say whether the place may be used meanwhile, if the act says anything about it."""
    if act.is_suspended is None or act.is_suspended == hazard.is_suspended:
        return {"public_notice": act.public_notice or hazard.public_notice}
    on = act.today if act.is_suspended else None
    return {"is_suspended": act.is_suspended, "suspended_on": on, "public_notice": act.public_notice}


def _corrected(hazard: Hazard, act: Act) -> Hazard:
    return replace(
        _completed(hazard, act),
        photos_after=(*hazard.photos_after, *act.photos),
        on_spot_action=act.measures_taken or hazard.on_spot_action,
        repaired_by=act.repaired_by,
        repaired_by_name=act.repaired_by_name,
    )


def _issued(hazard: Hazard, act: Act) -> Hazard:
    done = _completed(hazard, act)
    recheckers = act.recheckers or hazard.recheckers
    return replace(done, notice=act.notice, first_deadline_on=done.deadline_on, recheckers=recheckers)


def _withdrawn(hazard: Hazard, _act: Act) -> Hazard:
    return replace(hazard, notice=None, deadline_on=None, first_deadline_on=None, extensions=0)


def _asked(hazard: Hazard, act: Act) -> Hazard:
    return replace(hazard, interim_measures=act.interim_measures or hazard.interim_measures)


def _granted(hazard: Hazard, act: Act) -> Hazard:
    return replace(hazard, deadline_on=act.deadline_on, extensions=hazard.extensions + 1)


def _replied(hazard: Hazard, act: Act) -> Hazard:
    return replace(
        hazard, photos_after=act.photos, repaired_by=act.repaired_by, repaired_by_name=act.repaired_by_name.strip()
    )


def _rechecked(hazard: Hazard, _act: Act) -> Hazard:
    return replace(hazard, round=hazard.round + 1)


def _closed(hazard: Hazard, _act: Act) -> Hazard:
    """What is put right may be used again."""
    return replace(hazard, is_suspended=False, suspended_on=None)


def _given_time(hazard: Hazard, act: Act) -> Hazard:
    done = replace(hazard, deadline_on=act.deadline_on, recheckers=act.recheckers or hazard.recheckers)
    return replace(done, interim_measures=act.interim_measures or hazard.interim_measures)


def _resumed(hazard: Hazard, act: Act) -> Hazard:
    done = _completed(hazard, act)
    return replace(done, first_deadline_on=hazard.first_deadline_on or done.deadline_on)


_EFFECTS: dict[HazardEvent, Callable[[Hazard, Act], Hazard]] = {
    HazardEvent.CONFIRM: _confirmed,
    HazardEvent.CORRECT_ON_SPOT: _corrected,
    HazardEvent.VOID: _unchanged,
    HazardEvent.ISSUE: _issued,
    HazardEvent.WITHDRAW: _withdrawn,
    HazardEvent.RECEIVE: _unchanged,
    HazardEvent.REFUSE: _unchanged,
    HazardEvent.ASK_EXTENSION: _asked,
    HazardEvent.GRANT_EXTENSION: _granted,
    HazardEvent.DENY_EXTENSION: _unchanged,
    HazardEvent.REPLY: _replied,
    HazardEvent.RETURN_REPLY: _unchanged,
    HazardEvent.PASS_RECHECK: _rechecked,
    HazardEvent.FAIL_RECHECK: _rechecked,
    HazardEvent.SET_DEADLINE: _given_time,
    HazardEvent.SIGN_OFF: _closed,
    HazardEvent.ESCALATE: _unchanged,
    HazardEvent.RESUME: _resumed,
}
