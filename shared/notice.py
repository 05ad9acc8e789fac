"""What moves a notice and its hazards together: issue, receipt or refusal, withdrawal, reply, recheck; and the numbers.

Every function is a pure composite of ``shared.hazard.advance``: all hazards move or none does. A notice's state after
its receipt follows from its hazards (``notice_state``); an issued notice is never edited, a correction is a new one
that names the old in ``supersedes`` (hazards facts §3.2, §4.2, §7).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from shared.errors import EvidenceMissingError, RuleError, TransitionError
from shared.hazard import TERMINAL, Act, advance, permit
from shared.hazard.urgency import SUGGESTIONS, Suggestion
from shared.ids import DeviceId, HazardId
from shared.model.hazard import (
    Completion,
    Hazard,
    HazardEvent,
    HazardState,
    Notice,
    NoticeItem,
    NoticeState,
    Recheck,
    RecheckResult,
    Reply,
)
from shared.model.inspection import Signature
from shared.model.issue import NoticePut
from shared.model.place import Role
from shared.model.template import HazardGrade
from shared.schedule import Workdays, add_working_days

RECHECK_WORKING_DAYS = 3
"""Working days within which a recheck is due (hazards facts §5)."""
UNIT_PRESENT = "unit"
"""The signer of a recheck's signature that is the inspected unit's (hazards facts §3.5)."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a notice says about one of its hazards; an empty field leaves what the act or else the hazard says."""

    deadline_on: date | None = None
    required_measures: str = ""
    interim_measures: str = ""
    responsible_dept: str = ""
    responsible_person: str = ""
    legal_basis: tuple[str, ...] = ()
    grade: HazardGrade | None = None
    budget_fen: int | None = None
    fund_source: str = ""


Moved = tuple[Notice, tuple[Hazard, ...]]
_NO_LINES: Mapping[HazardId, Line] = {}


def issue(
    notice: Notice,
    hazards: Iterable[Hazard],
    act: Act,
    lines: Mapping[HazardId, Line] = _NO_LINES,
    *,
    calendar: Workdays | None = None,
) -> Moved:
    """Sign and dispatch a draft notice: every hazard becomes ISSUED, to the notice's unit.

    ``act`` carries what holds for all lines, ``lines`` what differs. The notice's deadline becomes the latest of its
    lines; with a ``calendar`` the planned recheck is worked out from it unless one is named.

    Raises:
        TransitionError: the notice is not a draft, or a hazard is not OPEN.
        NotPermittedError: the actor is not a lead inspector, or a deadline has passed.
        EvidenceMissingError: a line or the notice itself lacks something; a line's facts also name its ``hazard``.
    """
    _expect(notice, "issue", NoticeState.DRAFT)
    held = _in_order(notice, hazards)
    missing = [name for name in ("no", "unit", "hazards", "interim_clause") if not getattr(notice, name)]
    if missing:
        raise EvidenceMissingError(missing=missing)
    shared_act = replace(
        act,
        event=HazardEvent.ISSUE,
        notice=notice.id,
        unit=notice.unit,
        ref=act.ref or notice.no,
    )
    moved = tuple(
        _issue_line(hazard, shared_act, lines.get(hazard.id, Line()), notice.interim_clause) for hazard in held
    )
    deadline_on = max(hazard.deadline_on for hazard in moved if hazard.deadline_on is not None)
    planned = notice.planned_recheck_on or (None if calendar is None else recheck_due(calendar, deadline_on))
    issued = replace(
        notice,
        state=NoticeState.ISSUED,
        lead_inspector=act.by,
        lead_inspector_name=act.by_name,
        issued_at=act.at,
        deadline_on=deadline_on,
        planned_recheck_on=planned,
        items=tuple(_item(hazard) for hazard in moved),
    )
    return issued, moved


def items_of(notice: Notice, hazards: Iterable[Hazard]) -> tuple[NoticeItem, ...]:
    """Return the lines of a notice as they were issued; of one of an earlier version, as its hazards say now."""
    return notice.items or tuple(_item(hazard) for hazard in hazards)


def item_of(notice: Notice, hazard: Hazard) -> NoticeItem:
    """Return the line of a notice about one of its hazards, as ``items_of`` does."""
    return next((item for item in notice.items if item.hazard == hazard.id), None) or _item(hazard)


def _item(hazard: Hazard) -> NoticeItem:
    return NoticeItem(
        hazard=hazard.id,
        description=hazard.description,
        location=hazard.location,
        legal_basis=hazard.legal_basis,
        required_measures=hazard.required_measures,
        interim_measures=hazard.interim_measures,
        deadline_on=hazard.first_deadline_on or hazard.deadline_on,
        responsible_dept=hazard.responsible_dept,
        responsible_person=hazard.responsible_person,
        grade=hazard.grade,
    )


def issue_on_the_spot(
    notice: Notice,
    hazards: Iterable[Hazard],
    act: Act,
    lines: Mapping[HazardId, Line] = _NO_LINES,
    *,
    calendar: Workdays | None = None,
) -> Moved:
    """Confirm what is still a draft, as each line grades it, and issue the notice: one act of the lead inspector.

    Raises:
        TransitionError, NotPermittedError, EvidenceMissingError: as ``issue``; a line's facts also name its ``hazard``.
    """
    confirmed = tuple(_confirmed(hazard, act, lines.get(hazard.id, Line())) for hazard in hazards)
    return issue(notice, confirmed, act, lines, calendar=calendar)


def drafted(put: NoticePut) -> Notice:
    """Return the draft notice that a tablet's issue describes."""
    return Notice(
        id=put.id,
        site=put.site,
        no=put.no,
        unit=put.unit,
        hazards=put.hazards,
        lead_inspector=put.lead_inspector,
        lead_inspector_name=put.lead_inspector_name,
        inspection=put.inspection,
        inspected_on=put.inspected_on,
        inspection_type=put.inspection_type,
        inspectors=put.inspectors,
        interim_clause=put.interim_clause,
        reply_to=put.reply_to,
        planned_recheck_on=put.planned_recheck_on,
        issuer_signature=put.issuer_signature,
    )


def lines_of(put: NoticePut) -> dict[HazardId, Line]:
    """Return what a tablet's issue says about each hazard."""
    return {
        line.hazard: Line(
            deadline_on=line.deadline_on,
            required_measures=line.required_measures,
            interim_measures=line.interim_measures,
            responsible_dept=line.responsible_dept,
            responsible_person=line.responsible_person,
            legal_basis=line.legal_basis,
            grade=line.grade,
        )
        for line in put.lines
    }


def receive(
    notice: Notice,
    hazards: Iterable[Hazard],
    act: Act,
    *,
    title: str = "",
    delivery_mode: str = "in_person",
    signature: Signature | None = None,
) -> Moved:
    """Record who of the unit signed for the notice; its ISSUED hazards go into rectification.

    Raises:
        TransitionError: the notice is not waiting for a receipt.
        NotPermittedError: the receiver is not of the unit, or issued the notice himself.
        EvidenceMissingError: nobody has signed.
    """
    _expect(notice, "receive", NoticeState.ISSUED)
    moved = _each_issued(notice, hazards, replace(act, event=HazardEvent.RECEIVE, ref=act.ref or notice.no))
    received = replace(
        notice,
        received_at=act.at,
        received_by=act.signed_by or act.by_name,
        received_title=title,
        delivery_mode=delivery_mode,
        receiver_signature=signature,
    )
    return settle(received, moved), moved


def refuse(notice: Notice, hazards: Iterable[Hazard], act: Act) -> Moved:
    """Record before a witness that the unit would not sign; the notice is left there (留置) and its clock runs.

    Raises:
        TransitionError: the notice is not waiting for a receipt.
        NotPermittedError: the actor is not a lead inspector or his own witness.
        EvidenceMissingError: the note of refusal or the witness is missing.
    """
    _expect(notice, "refuse", NoticeState.ISSUED)
    moved = _each_issued(notice, hazards, replace(act, event=HazardEvent.REFUSE, ref=act.ref or notice.no))
    refused = replace(notice, received_at=act.at, refusal_note=act.reason, witness=act.witness, delivery_mode="left")
    return settle(refused, moved), moved


def withdraw(notice: Notice, hazards: Iterable[Hazard], act: Act) -> Moved:
    """Take an issued notice back before any reply; its hazards wait for a new notice.

    Raises:
        TransitionError: the notice or one of its hazards has moved on.
        NotPermittedError: the actor is not a lead inspector, or a reply or recheck exists.
        EvidenceMissingError: no reason is given.
    """
    _expect(notice, "withdraw", NoticeState.ISSUED, NoticeState.RECEIVED, NoticeState.REFUSED)
    one = replace(act, event=HazardEvent.WITHDRAW, ref=act.ref or notice.no)
    moved = tuple(advance(hazard, one) for hazard in _in_order(notice, hazards))
    return replace(notice, state=NoticeState.WITHDRAWN, withdrawn_reason=act.reason), moved


def reply(hazard: Hazard, given: Reply, act: Act) -> Hazard:
    """Apply the unit's reply. Only "done" asks for a recheck; "partly" and "not done" leave the hazard as it is.

    Raises:
        TransitionError: the hazard is not in rectification.
        NotPermittedError: the actor is not of the unit.
        EvidenceMissingError: measures, after-photo or repairer is missing from a reply that says done.
    """
    full = replace(
        act,
        event=HazardEvent.REPLY,
        photos=given.photos_after,
        measures_taken=given.measures_taken,
        repaired_by_name=given.done_by,
        ref=act.ref or given.id,
    )
    if given.completion is Completion.DONE:
        return advance(hazard, full)
    permit(hazard, full)
    return hazard


@dataclass(frozen=True, slots=True)
class Applied:
    """A hazard after a recheck, and what of the recheck could not be applied, if anything."""

    hazard: Hazard
    problem: RuleError | None = None


_EVENT_OF_RESULT = {
    RecheckResult.PASSED: HazardEvent.PASS_RECHECK,
    RecheckResult.PARTLY: HazardEvent.FAIL_RECHECK,
    RecheckResult.FAILED: HazardEvent.FAIL_RECHECK,
}


def apply_recheck(
    hazard: Hazard,
    recheck: Recheck,
    roles: Iterable[Role],
    *,
    at: datetime,
    today: date,
    origin: str = "",
    device: DeviceId | None = None,
) -> Applied:
    """Apply a recheck record where the table allows; the record itself is a fact and stands whatever comes out.

    Never raises for what the record says: the hazard comes back unchanged with the problem. A failed recheck with a
    new deadline, made by somebody who may set one, sends the hazard back into rectification at once. A recheck of
    another round than the next one was made against an older state and is not applied; nor is 无法复查.
    ``at`` is the corrected time of the recheck, ``today`` its local date at the site, ``origin`` and ``device`` say where
    it comes from.
    """
    event = _EVENT_OF_RESULT.get(recheck.result)
    if event is None or recheck.hazard != hazard.id or recheck.round != hazard.round + 1:
        why = "impossible" if event is None else "other_round"
        asked = event or HazardEvent.FAIL_RECHECK
        return Applied(hazard, TransitionError(state=hazard.state.value, event=asked.value, why=why))
    act = Act(
        event=event,
        by=recheck.rechecked_by,
        by_name=recheck.rechecked_by_name,
        roles=frozenset(roles),
        at=at,
        today=today,
        reason=recheck.note,
        ref=recheck.no or recheck.id,
        photos=recheck.photos,
        is_on_site=recheck.mode == "on_site",
        deadline_on=recheck.new_deadline_on,
        signed_by=next((sign.name for sign in recheck.signatures if sign.signer == UNIT_PRESENT), ""),
        origin=origin,
        device=device,
    )
    try:
        hazard = advance(hazard, act)
        if event is HazardEvent.FAIL_RECHECK and recheck.new_deadline_on is not None:
            given = replace(act, event=HazardEvent.SET_DEADLINE, reason="", photos=(), signed_by="")  # said just before
            hazard = advance(hazard, given)
    except RuleError as problem:
        return Applied(hazard, problem)
    return Applied(hazard)


def notice_state(notice: Notice, hazards: Iterable[Hazard]) -> NoticeState:
    """Work out a notice's state from its receipt and its hazards: CLOSED when all of them are at their end."""
    if notice.state in (NoticeState.DRAFT, NoticeState.WITHDRAWN):
        return notice.state
    ended = [hazard.state in TERMINAL for hazard in hazards]
    if ended and all(ended):
        return NoticeState.CLOSED
    if any(ended):
        return NoticeState.PARTLY_CLOSED
    if notice.refusal_note:
        return NoticeState.REFUSED
    return NoticeState.ISSUED if notice.received_at is None else NoticeState.RECEIVED


def settle(notice: Notice, hazards: Iterable[Hazard]) -> Notice:
    """Return the notice with the state that follows from all its hazards; call it after any of them has moved."""
    return replace(notice, state=notice_state(notice, hazards))


def recheck_due(calendar: Workdays, deadline_on: date, replied_on: date | None = None) -> date:
    """Return the day by which to recheck: three working days after the reply or the deadline, whichever is first."""
    start = deadline_on if replied_on is None else min(deadline_on, replied_on)
    return add_working_days(calendar, start, RECHECK_WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class DeadlineChoice:
    """A suggested deadline: ``days`` from today, and the day that this comes to in calendar and in working days."""

    suggestion: Suggestion
    days: int
    on: date
    working_on: date


def deadline_choices(calendar: Workdays, today: date) -> tuple[DeadlineChoice, ...]:
    """List the usual deadlines with the days that they come to, soonest first; nothing is chosen by this."""
    found = [
        DeadlineChoice(one, days, today + timedelta(days=days), add_working_days(calendar, today, days))
        for one in SUGGESTIONS
        if (days := one.days[1]) > 0
    ]
    return tuple(sorted(found, key=lambda choice: choice.days))


# Numbers (hazards facts §7); 〔 〕 are the year brackets of official Chinese style


def notice_no(short_name: str, year: int, serial: int) -> str:
    """Write a notice's number, such as 龙物消改〔2026〕0017号."""
    return f"{short_name}物消改〔{year}〕{serial:04d}号"


def notice_serial(no: str, short_name: str) -> tuple[int, int] | None:
    """Read year and serial of a site's notice number; None if it is another site's, or a temporary one."""
    found = re.fullmatch(rf"{re.escape(short_name)}物消改〔(\d{{4}})〕(\d{{4,9}})号", no)
    return (int(found[1]), int(found[2])) if found is not None else None


def inspection_name(form: str) -> str:
    """Name the inspection that a form records: 每日防火巡查记录 is of a 每日防火巡查."""
    return form.replace("记录表", "").replace("记录", "")


def recheck_no(notice_number: str, round_: int) -> str:
    """Write a recheck's number from its notice's: 消复〔2026〕0017-1号.

    A hazard without a notice (an escalated one that was resumed) lends its own: YH-2026-0001 gives
    消复〔2026〕YH0001-1号.

    Raises:
        ValueError: ``notice_number`` is neither.
    """
    found = re.search(r"〔(\d{4})〕(\d+)号\Z", notice_number)
    own = re.fullmatch(r"YH-(\d{4})-(\d+)", notice_number)
    if found is None and own is None:
        raise ValueError(f"{notice_number} is no number of a notice or hazard")
    year, serial = found.groups() if found is not None else (own[1], f"YH{own[2]}") if own is not None else ("", "")
    return f"消复〔{year}〕{serial}-{round_}号"


def hazard_no(year: int, serial: int) -> str:
    """Write a hazard's number, such as YH-2026-0001."""
    return f"YH-{year}-{serial:04d}"


def temporary_no(device: str, serial: int) -> str:
    """Write the number that a tablet shows until the server gives the final one: 暂-<device>-<n>."""
    return f"暂-{device}-{serial}"


def _expect(notice: Notice, event: str, *states: NoticeState) -> None:
    if notice.state not in states:
        raise TransitionError(state=notice.state.value, event=event, why="notice")


def _in_order(notice: Notice, hazards: Iterable[Hazard]) -> tuple[Hazard, ...]:
    """Return the notice's hazards in its own order.

    Raises:
        ValueError: the caller brought other hazards than the notice names.
    """
    by_id = {hazard.id: hazard for hazard in hazards}
    if set(by_id) != set(notice.hazards) or any(hazard.site != notice.site for hazard in by_id.values()):
        raise ValueError("a notice moves with exactly its own hazards")
    return tuple(by_id[hazard] for hazard in notice.hazards)


def _confirmed(hazard: Hazard, act: Act, line: Line) -> Hazard:
    if hazard.state is not HazardState.DRAFT:
        return hazard
    own = replace(act, event=HazardEvent.CONFIRM, grade=line.grade, legal_basis=line.legal_basis, is_signed=False)
    try:
        return advance(hazard, own)
    except EvidenceMissingError as error:
        raise EvidenceMissingError(**{**error.facts, "hazard": hazard.id}) from error


def _issue_line(hazard: Hazard, act: Act, line: Line, interim_clause: str) -> Hazard:
    own = replace(
        act,
        deadline_on=line.deadline_on or act.deadline_on,
        required_measures=line.required_measures or act.required_measures,
        interim_measures=(line.interim_measures or act.interim_measures or hazard.interim_measures or interim_clause),
        responsible_dept=line.responsible_dept or act.responsible_dept,
        responsible_person=line.responsible_person or act.responsible_person,
        legal_basis=line.legal_basis or act.legal_basis,
        grade=line.grade or act.grade,
        budget_fen=line.budget_fen,
        fund_source=line.fund_source,
    )
    try:
        return advance(hazard, own)
    except EvidenceMissingError as error:
        raise EvidenceMissingError(**{**error.facts, "hazard": hazard.id}) from error


def _each_issued(notice: Notice, hazards: Iterable[Hazard], act: Act) -> tuple[Hazard, ...]:
    """Advance the hazards that still wait for the receipt; others were escalated or rechecked meanwhile."""
    held = _in_order(notice, hazards)
    waiting = [hazard.state is HazardState.ISSUED for hazard in held]
    if not any(waiting):
        raise TransitionError(state=held[0].state.value, event=act.event.value, why="notice")
    return tuple(advance(hazard, act) if waits else hazard for hazard, waits in zip(held, waiting, strict=True))
