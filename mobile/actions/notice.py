"""The 火险隐患整改通知书 on the spot (5.29.3a): write it, sign and issue it, record the receipt or the refusal; all offline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mobile.actions.number import take_number
from mobile.actions.own import ISSUER, own_sheet
from mobile.actions.tablet import Tablet
from mobile.store.row import LineDraft, NoticeDraft
from shared import notice as rules
from shared.clock import Reading
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.hazard import permit
from shared.ids import HazardId, InspectionId, NoticeId, UnitId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice
from shared.model.inspection import Signature
from shared.model.issue import NoticeLine, NoticeMove, NoticePut
from shared.schedule import workdays

RECEIVER = "receiver"
ISSUABLE = frozenset({HazardState.DRAFT, HazardState.OPEN})
"""States of hazards that a notice may still take up."""


def start_notice(
    tablet: Tablet, hazards: Iterable[HazardId], *, unit: UnitId | None = None, inspection: InspectionId | None = None
) -> NoticeId:
    """Open the form of a notice over some hazards; an unfinished one of the same inspection or hazards is gone on with.

    Raises:
        NotPermittedError: this person is no lead inspector.
        UnknownRecordError: none of the hazards is here and free for a notice.
    """
    with tablet.store.transaction():
        found = [hazard for name in hazards if (hazard := tablet.store.hazard(name)) and hazard.state in ISSUABLE]
        if not found:
            raise UnknownRecordError(kind="hazard")
        _check_person(tablet, found[0])
        begun = _begun(tablet, inspection, {hazard.id for hazard in found})
        if begun is not None:
            own_sheet(tablet, begun)
            return begun.id
        enrolment = tablet.enrolment()
        draft = NoticeDraft(
            NoticeId(tablet.ids.new()),
            enrolment.site,
            tablet.person().id,
            tablet.clock.read(),
            lines=tuple(line_of(hazard) for hazard in found),
            unit=unit or next((hazard.unit for hazard in found if hazard.unit), None),
            inspection=inspection or next((hazard.source for hazard in found if hazard.source), None),
        )
        tablet.store.put_sheet(draft)
    return draft.id


def change_notice(tablet: Tablet, draft: NoticeDraft) -> NoticeDraft:
    """Keep what was filled in: the draft as the store gave it, with fields replaced.

    Raises:
        UnknownRecordError: there is no such form, or it was issued.
    """
    with tablet.store.transaction():
        now = _draft(tablet, draft.id)
        kept = replace(draft, author=now.author, site=now.site, started_at=now.started_at)
        tablet.store.put_sheet(kept)
    return kept


def change_line(tablet: Tablet, notice: NoticeId, line: LineDraft) -> NoticeDraft:
    """Keep what was filled in about one hazard of a notice.

    Raises:
        UnknownRecordError: there is no such form, or it does not name the hazard.
    """
    with tablet.store.transaction():
        now = _draft(tablet, notice)
        if all(one.hazard != line.hazard for one in now.lines):
            raise UnknownRecordError(kind="hazard", id=line.hazard)
        kept = replace(now, lines=tuple(line if one.hazard == line.hazard else one for one in now.lines))
        tablet.store.put_sheet(kept)
        if line.required_measures.strip():
            before = next(one for one in now.lines if one.hazard == line.hazard)
            if before.required_measures != line.required_measures:
                tablet.store.count_phrase(line.required_measures.strip(), tablet.clock.read())
    return kept


def issue_notice(tablet: Tablet, notice: NoticeId) -> Notice:
    """Issue the notice, with the receipt or refusal if one is signed, in one transaction; it takes its number now.

    Raises:
        EvidenceMissingError: fact ``missing`` names what is open; ``hazard`` whose line it is, if of one.
        NotPermittedError: this person is no lead inspector, or a deadline has passed.
        TransitionError: a hazard has moved on meanwhile.
        UnknownRecordError: there is no such form, or a hazard of it is gone.
    """
    with tablet.store.transaction():
        draft = _draft(tablet, notice)
        at = tablet.clock.read()
        signatures = {one.signer: one for one in tablet.store.signatures_of(notice)}
        put = _put(tablet, draft, at, _own(tablet, signatures.get(ISSUER)))
        hazards = [_hazard(tablet, line.hazard) for line in put.lines]
        act = replace(tablet.act(HazardEvent.ISSUE), is_signed=put.issuer_signature is not None)
        calendar = workdays(tablet.store.workdays())
        issued, moved = rules.issue_on_the_spot(
            rules.drafted(put), hazards, act, rules.lines_of(put), calendar=calendar
        )
        put = replace(put, no=take_number(tablet, tablet.today(at).year), planned_recheck_on=issued.planned_recheck_on)
        issued = replace(issued, no=put.no)
        tablet.store.add_op(tablet.op("notice.put", put, put.id, put.inspection or "", at))
        tablet.store.finish_sheet(notice)
        receipt = signatures.get(RECEIVER)
        if receipt is not None:
            issued = _receive(tablet, issued, moved, receipt, draft.title)
    tablet.queued()
    return issued


def receive_notice(tablet: Tablet, notice: NoticeId, title: str = "") -> Notice:
    """Record that the unit signed for a notice that was issued before, or refused; what was signed is taken from the form.

    Raises:
        EvidenceMissingError: nobody has signed or refused.
        TransitionError: the notice waits for no receipt.
        NotPermittedError: the receiver issued it himself.
        UnknownRecordError: the notice or a hazard of it is not here.
    """
    with tablet.store.transaction():
        found = tablet.store.notice(notice)
        if found is None:
            raise UnknownRecordError(kind="notice", id=notice)
        receipt = next((one for one in tablet.store.signatures_of(notice) if one.signer == RECEIVER), None)
        if receipt is None:
            raise EvidenceMissingError(missing=["receiver_signature"])
        hazards = tuple(_hazard(tablet, name) for name in found.hazards)
        moved = _receive(tablet, found, hazards, receipt, title)
        tablet.store.drop_signature(notice, RECEIVER)
    tablet.queued()
    return moved


def _receive(tablet: Tablet, notice: Notice, hazards: tuple[Hazard, ...], receipt: Signature, title: str) -> Notice:
    is_refused = bool(receipt.refusal)
    event = HazardEvent.REFUSE if is_refused else HazardEvent.RECEIVE
    act = replace(
        tablet.act(event),
        reason=receipt.refusal,
        witness=receipt.witness,
        signed_by=receipt.name,
        signer=receipt.person,
        is_signed=bool(receipt.strokes),
    )
    if is_refused:
        moved, _ = rules.refuse(notice, hazards, act)
    else:
        moved, _ = rules.receive(notice, hazards, act, title=title, signature=receipt)
    body = NoticeMove(
        notice.id,
        event,
        receipt.at,
        receipt.name,
        title,
        moved.delivery_mode,
        receipt.refusal,
        receipt.witness,
        None if is_refused else receipt,
    )
    tablet.store.add_op(tablet.op("notice.move", body, notice.id, notice.inspection or "", receipt.at))
    return moved


def _own(tablet: Tablet, signature: Signature | None) -> Signature | None:
    """Return the signature of whoever issues the notice; a colleague's from before the tablet changed hands is none."""
    return signature if signature is not None and signature.is_by(tablet.person_id()) else None


def _put(tablet: Tablet, draft: NoticeDraft, at: Reading, signature: Signature | None) -> NoticePut:
    """Write what was filled in as it travels, without a number yet.

    Raises:
        EvidenceMissingError: something is open.
    """
    missing = [
        name
        for name, found in (
            ("hazards", draft.chosen),
            ("unit", draft.unit),
            ("interim_clause", draft.interim_clause.strip()),
            ("signature", signature),
        )
        if not found
    ]
    if missing or draft.unit is None:
        raise EvidenceMissingError(missing=missing)
    person = tablet.person()
    inspection = tablet.store.inspection(draft.inspection) if draft.inspection is not None else None
    form = tablet.store.template(inspection.template, inspection.template_version) if inspection is not None else None
    found_at = [_hazard(tablet, line.hazard).found_at for line in draft.chosen]
    return NoticePut(
        draft.id,
        draft.site,
        "-",
        draft.unit,
        tuple(_filled(line) for line in draft.chosen),
        at,
        person.id,
        person.name,
        draft.interim_clause.strip(),
        inspection=draft.inspection,
        inspected_on=min(tablet.local(one).date() for one in found_at),
        inspection_type=rules.inspection_name(form.title.zh) if form is not None else "",
        inspectors=tuple(dict.fromkeys((person.name, *(inspection.inspectors if inspection is not None else ())))),
        reply_to=draft.reply_to.strip(),
        issuer_signature=signature,
    )


def _filled(line: LineDraft) -> NoticeLine:
    open_ = [
        name
        for name, found in (
            ("grade", line.grade),
            ("required_measures", line.required_measures.strip()),
            ("deadline", line.deadline_on),
            ("responsible_person", line.responsible_person.strip()),
            ("legal_basis", line.legal_basis.strip()),
        )
        if not found
    ]
    if open_ or line.grade is None or line.deadline_on is None:
        raise EvidenceMissingError(missing=open_, hazard=line.hazard)
    return NoticeLine(
        line.hazard,
        line.grade,
        line.deadline_on,
        line.required_measures.strip(),
        line.interim_measures.strip(),
        "",
        line.responsible_person.strip(),
        tuple(words.strip() for words in line.legal_basis.splitlines() if words.strip()),
    )


def line_of(hazard: Hazard) -> LineDraft:
    """Begin a line with what is known; a deadline is never among it."""
    return LineDraft(
        hazard.id,
        grade=None if hazard.is_suspected_major else hazard.grade,
        required_measures=hazard.required_measures,
        interim_measures=hazard.interim_measures,
        responsible_person=hazard.responsible_person,
        legal_basis="\n".join(hazard.legal_basis),
    )


def _begun(tablet: Tablet, inspection: InspectionId | None, hazards: set[HazardId]) -> NoticeDraft | None:
    for draft in tablet.store.sheets(NoticeDraft):
        is_same = inspection is not None and draft.inspection == inspection
        if is_same or hazards & {line.hazard for line in draft.lines}:
            return draft
    return None


def _check_person(tablet: Tablet, hazard: Hazard) -> None:
    permit(replace(hazard, state=HazardState.OPEN, deadline_on=None), tablet.act(HazardEvent.ISSUE))


def _hazard(tablet: Tablet, name: HazardId) -> Hazard:
    found = tablet.store.hazard(name)
    if found is None:
        raise UnknownRecordError(kind="hazard", id=name)
    return found


def _draft(tablet: Tablet, notice: NoticeId) -> NoticeDraft:
    draft = tablet.store.notice_draft(notice)
    if draft is None:
        raise UnknownRecordError(kind="notice", id=notice)
    return draft
