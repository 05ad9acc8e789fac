"""Tells of what a transaction has changed: hazards, notices, replies, verdicts and excuses, whatever path wrote them.

Called once before the commit, with what each record was before. So an act in the office, one on a tablet and one over
the unit's link are told alike, and no view can forget it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from server.store.outbox import Audience, Event, Kind, tell
from server.store.tx import Tx
from server.store.unit_link import LinkKey, make_link, prolong_link
from shared.ids import PersonId
from shared.model.hazard import Completion, Hazard, HazardEvent, HazardState, Notice, NoticeState, Reply, Step
from shared.model.inspection import Review, ReviewState
from shared.model.place import Role
from shared.model.plan import Excuse, ExcuseState
from shared.model.template import HazardGrade

R, E = Role, HazardEvent
OLDEST: Final = timedelta(days=7)
"""What happened longer ago is history that is brought in, and nobody is told."""
DECIDE_EXCUSES: Final = frozenset({R.MANAGER, R.FIRE_MANAGER, R.QUALITY_DEPT, R.FIRE_PRINCIPAL})
_LEAD: Final = frozenset({R.LEAD_INSPECTOR})


def heed(tx: Tx, key: LinkKey | None) -> None:
    """Tell of everything that this transaction has put; ``key`` makes the links of notices that are issued."""
    turned, tx.turned = tx.turned, {}
    for before, after in turned.values():
        if isinstance(after, Hazard):
            _hazard(tx, before if isinstance(before, Hazard) else None, after)
        elif isinstance(after, Notice):
            _notice(tx, before if isinstance(before, Notice) else None, after, key)
        elif isinstance(after, Reply):
            _reply(tx, before, after)
        elif isinstance(after, Review):
            _review(tx, after)
        elif isinstance(after, Excuse):
            _excuse(tx, before if isinstance(before, Excuse) else None, after)


# ---- hazards


def _hazard(tx: Tx, before: Hazard | None, after: Hazard) -> None:
    if after.is_suspected_major and after.state is HazardState.DRAFT and before is None and _is_new(tx, after):
        event = _about(after, Kind.SUSPECTED_MAJOR, "suspected")
        tell(tx, event, Audience(_LEAD | {R.FIRE_MANAGER}))
    known = len(before.steps) if before is not None else 0
    for at, step in enumerate(after.steps[known:], known):
        if tx.now - step.at <= OLDEST:
            _step(tx, after, at, step)
    if before is not None and after.notice and after.deadline_on and after.deadline_on != before.deadline_on:
        prolong_link(tx, after.notice, after.deadline_on)


def _is_new(tx: Tx, hazard: Hazard) -> bool:
    return tx.now - hazard.found_at.wall <= OLDEST


def _step(tx: Tx, hazard: Hazard, at: int, step: Step) -> None:
    """Tell whom a step concerns; a new deadline goes with the failed recheck that it follows."""
    rows = _STEPS.get(step.event, ())
    if step.event is E.CONFIRM and hazard.grade is not HazardGrade.MAJOR:
        rows = ()
    for kind, audience in rows:
        event = _about(hazard, kind, str(at), facts={"event": step.event.value}, by=step.by)
        tell(tx, event, audience(tx, hazard))


def _about(
    hazard: Hazard, kind: Kind, part: str, *, facts: Mapping[str, str] | None = None, by: PersonId | None = None
) -> Event:
    key = f"{kind.value}:{hazard.id}:{part}"
    return Event(kind, hazard.site, "hazard", hazard.id, key, facts or {}, by or hazard.found_by)


def _to_unit(_tx: Tx, hazard: Hazard) -> Audience:
    return Audience(unit=hazard.unit)


def to_lead(tx: Tx, hazard: Hazard) -> Audience:
    """Name who drives a hazard: who issued its notice, else every lead inspector."""
    notice = tx.find(Notice, hazard.notice) if hazard.notice else None
    return Audience(persons=(notice.lead_inspector,)) if notice is not None else Audience(_LEAD)


def _to_both(tx: Tx, hazard: Hazard) -> Audience:
    return replace(to_lead(tx, hazard), unit=hazard.unit)


def _to_deciders(tx: Tx, hazard: Hazard) -> Audience:
    if hazard.grade is HazardGrade.MAJOR:
        return Audience(frozenset({R.FIRE_PRINCIPAL}))
    return Audience(frozenset({R.FIRE_MANAGER}), to_lead(tx, hazard).persons)


def _to_signers(_tx: Tx, hazard: Hazard) -> Audience:
    is_major = hazard.grade is HazardGrade.MAJOR
    return Audience(frozenset({R.FIRE_PRINCIPAL} if is_major else {R.FIRE_PRINCIPAL, R.FIRE_MANAGER}))


def _to_heads(_tx: Tx, _hazard: Hazard) -> Audience:
    return Audience(frozenset({R.FIRE_PRINCIPAL, R.FIRE_MANAGER, R.MANAGER}))


_STEPS: Final[Mapping[HazardEvent, tuple[tuple[Kind, Callable[[Tx, Hazard], Audience]], ...]]] = {
    E.CONFIRM: ((Kind.MAJOR, _to_heads),),
    E.REPLY: ((Kind.REPLIED, to_lead),),
    E.RETURN_REPLY: ((Kind.REPLY_RETURNED, _to_unit),),
    E.ASK_EXTENSION: ((Kind.EXTENSION_ASKED, _to_deciders),),
    E.GRANT_EXTENSION: ((Kind.EXTENSION_DECIDED, _to_unit),),
    E.DENY_EXTENSION: ((Kind.EXTENSION_DECIDED, _to_unit),),
    E.FAIL_RECHECK: ((Kind.RECHECK_FAILED, _to_both),),
    E.PASS_RECHECK: ((Kind.SIGN_OFF, _to_signers), (Kind.RECHECK_PASSED, _to_unit)),
    E.SIGN_OFF: ((Kind.CLOSED, _to_unit),),
    E.ESCALATE: ((Kind.ESCALATED, _to_heads),),
}


# ---- notices, verdicts, excuses


def _notice(tx: Tx, before: Notice | None, after: Notice, key: LinkKey | None) -> None:
    was = before.state if before is not None else NoticeState.DRAFT
    if was is NoticeState.DRAFT and after.issued_at is not None and after.state is not NoticeState.WITHDRAWN:
        if key is not None:
            make_link(tx, key(), after)
        if tx.now - after.issued_at <= OLDEST:
            _tell_notice(tx, Kind.NOTICE_ISSUED, after, Audience(unit=after.unit), after.lead_inspector)
    if was in (NoticeState.DRAFT, NoticeState.ISSUED) and after.received_at and tx.now - after.received_at <= OLDEST:
        kind = Kind.NOTICE_REFUSED if after.refusal_note else Kind.NOTICE_RECEIVED
        _tell_notice(tx, kind, after, Audience(persons=(after.lead_inspector,)), None)
    if after.state is NoticeState.WITHDRAWN and before is not None and was is not after.state:
        _tell_notice(tx, Kind.NOTICE_WITHDRAWN, after, Audience(unit=after.unit), None)


def _tell_notice(tx: Tx, kind: Kind, notice: Notice, to: Audience, by: PersonId | None) -> None:
    tell(tx, Event(kind, notice.site, "notice", notice.id, f"{kind.value}:{notice.id}", by=by), to)


def _reply(tx: Tx, before: object | None, after: Reply) -> None:
    """Tell of a reply that leaves the hazard where it is; one that says it is done is a step of the hazard."""
    hazard = tx.find(Hazard, after.hazard)
    is_told = before is None and after.completion is not Completion.DONE and tx.now - after.submitted_at <= OLDEST
    if hazard is None or not is_told:
        return
    key = f"{Kind.REPLY_PARTIAL.value}:{after.id}"
    facts = {"completion": after.completion.value}
    event = Event(Kind.REPLY_PARTIAL, hazard.site, "hazard", hazard.id, key, facts, after.submitted_by)
    tell(tx, event, to_lead(tx, hazard))


def _review(tx: Tx, review: Review) -> None:
    if review.state is ReviewState.RETURNED and tx.now - review.at <= OLDEST:
        key = f"{Kind.INSPECTION_RETURNED.value}:{review.id}"
        event = Event(Kind.INSPECTION_RETURNED, review.site, "inspection", review.inspection, key, by=review.reviewer)
        tell(tx, event, Audience(persons=(review.author,)))


def _excuse(tx: Tx, before: Excuse | None, after: Excuse) -> None:
    if tx.now - after.at.wall > OLDEST:
        return
    if before is None and after.state is ExcuseState.ASKED:
        key = f"{Kind.EXCUSE_ASKED.value}:{after.id}"
        event = Event(Kind.EXCUSE_ASKED, after.site, "excuse", after.id, key, by=after.author)
        tell(tx, event, Audience(DECIDE_EXCUSES))
    elif before is not None and before.state is ExcuseState.ASKED and after.state is not ExcuseState.ASKED:
        key = f"{Kind.EXCUSE_DECIDED.value}:{after.id}"
        event = Event(Kind.EXCUSE_DECIDED, after.site, "excuse", after.id, key, by=after.decided_by)
        tell(tx, event, Audience(persons=(after.author,)))
