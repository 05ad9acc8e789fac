"""Recheck a hazard: its own record, made on the spot by somebody who may and who did not do the repair (5.29.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mobile.actions.hazard import ready_photos, said
from mobile.actions.own import own_sheet
from mobile.actions.round import Keep
from mobile.actions.tablet import Tablet
from mobile.actions.typed import forget_typed
from mobile.store.row import PhotoState, RecheckDraft
from shared.errors import EvidenceMissingError, RuleError, UnknownRecordError
from shared.hazard import permit
from shared.ids import HazardId, NoticeId, RecheckId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Recheck, RecheckResult
from shared.model.inspection import Signature, pictures

SIGNERS = ("inspector", "unit_representative")
"""Who signs a recheck; for several of one notice they sign once, under the notice's id (its own signers are others)."""


def start_recheck(tablet: Tablet, hazard: HazardId) -> RecheckId:
    """Open the form of a recheck; an unfinished one of the same hazard is gone on with.

    Raises:
        UnknownRecordError: there is no such hazard.
        TransitionError: there is nothing to recheck now.
        NotPermittedError: this person may not, or did the repair, or the unit still has its time.
    """
    with tablet.store.transaction():
        begun, found = tablet.store.recheck_draft_for(hazard), tablet.store.hazard(hazard)
        if begun is not None:
            own_sheet(tablet, begun, *filter(None, (found.notice if found is not None else None,)))
            return begun.id
        if found is None:
            raise UnknownRecordError(kind="hazard", id=hazard)
        permit(found, tablet.act(HazardEvent.PASS_RECHECK))
        recheck = RecheckId(tablet.ids.new())
        tablet.store.put_sheet(
            RecheckDraft(recheck, found.site, hazard, found.round + 1, tablet.person_id(), tablet.clock.read())
        )
    return recheck


def set_recheck(
    tablet: Tablet,
    recheck: RecheckId,
    *,
    result: RecheckResult | None = None,
    note: str | None = None,
    measured: str | None = None,
    new_deadline_on: date | Keep | None = Keep.KEEP,
) -> RecheckDraft:
    """Fill in a part of the form; what is not given stays.

    Raises:
        UnknownRecordError: there is no such form.
    """
    with tablet.store.transaction():
        now = _draft(tablet, recheck)
        new = replace(
            now,
            result=result or now.result,
            note=now.note if note is None else note.strip(),
            measured=now.measured if measured is None else measured.strip(),
            new_deadline_on=now.new_deadline_on if isinstance(new_deadline_on, Keep) else new_deadline_on,
        )
        tablet.store.put_sheet(new)
        if note and note.strip():
            tablet.store.count_phrase(new.note, tablet.clock.read())
    return new


def finish_recheck(tablet: Tablet, recheck: RecheckId) -> Recheck:
    """Hand the recheck in. It is a fact: whatever has become of the hazard since it was begun, the server takes it.

    Raises:
        EvidenceMissingError: fact ``missing`` names result, photo (any result but 无法复查) or note (any but 合格).
        NotPermittedError: this person's roles are not enough, or this person did the repair.
        UnknownRecordError: there is no such form.
    """
    with tablet.store.transaction():
        made = _finish(tablet, recheck, tablet.store.signatures_of(recheck))
    tablet.queued()
    return made


def start_rechecks(tablet: Tablet, notice: NoticeId) -> tuple[RecheckId, ...]:
    """Open a form for each hazard of a notice that this person may recheck now; forms already begun are gone on with.

    Raises:
        UnknownRecordError: there is no such notice.
        TransitionError, NotPermittedError: none of its hazards is to be rechecked now by this person; why, of the first.
    """
    found = tablet.store.notice(notice)
    if found is None:
        raise UnknownRecordError(kind="notice", id=notice)
    begun: list[RecheckId] = []
    refused: list[RuleError] = []
    for hazard in found.hazards:
        try:
            begun.append(start_recheck(tablet, hazard))
        except RuleError as error:
            refused.append(error)
    if not begun and refused:
        raise refused[0]
    return tuple(begun)


def finish_rechecks(tablet: Tablet, notice: NoticeId, rechecks: Iterable[RecheckId]) -> tuple[Recheck, ...]:
    """Hand in the rechecks of one notice together, all or none, with the signatures that were given for the notice.

    Raises:
        EvidenceMissingError: as ``finish_recheck``; fact ``hazard`` names whose form it is.
        NotPermittedError, UnknownRecordError: as ``finish_recheck``.
    """
    with tablet.store.transaction():
        signatures = tuple(one for one in tablet.store.signatures_of(notice) if one.signer in SIGNERS)
        made = tuple(_finish(tablet, recheck, signatures) for recheck in rechecks)
        for signer in SIGNERS:
            tablet.store.drop_signature(notice, signer)
        forget_typed(tablet, notice)
    tablet.queued()
    return made


def _finish(tablet: Tablet, recheck: RecheckId, signatures: tuple[Signature, ...]) -> Recheck:
    draft = _draft(tablet, recheck)
    hazard = tablet.store.hazard(draft.hazard)
    if hazard is not None:
        _check_person(tablet, hazard)
    rows = tablet.store.photos_of(recheck)
    photos = ready_photos(rows)
    made = replace(_made(tablet, draft, hazard), photos=photos, note=said(draft.note, photos), signatures=signatures)
    is_passed, is_seen = made.result is RecheckResult.PASSED, made.result is not RecheckResult.IMPOSSIBLE
    wanted = (
        ("photo", pictures(made.photos) or not is_seen),
        ("photo_in_work", all(row.state is PhotoState.READY for row in rows)),
        ("note", made.note or is_passed),
    )
    missing = [name for name, found in wanted if not found]
    if missing:
        raise EvidenceMissingError(missing=missing, hazard=draft.hazard)
    tablet.store.add_op(tablet.op("recheck.put", made, made.id, made.hazard, made.at))
    tablet.store.send_photos(recheck)
    tablet.store.finish_sheet(recheck)
    return made


def _check_person(tablet: Tablet, hazard: Hazard) -> None:
    """Check roles and repairer as if the hazard still waited for this person: the rest was checked at the start."""
    act = tablet.act(HazardEvent.PASS_RECHECK)
    permit(replace(hazard, state=HazardState.REPLIED, recheckers=(act.by,)), act)


def _draft(tablet: Tablet, recheck: RecheckId) -> RecheckDraft:
    draft = tablet.store.recheck_draft(recheck)
    if draft is None:
        raise UnknownRecordError(kind="recheck", id=recheck)
    return draft


def _made(tablet: Tablet, draft: RecheckDraft, hazard: Hazard | None) -> Recheck:
    if draft.result is None:
        raise EvidenceMissingError(missing=["result"], hazard=draft.hazard)
    person = tablet.person()
    return Recheck(
        draft.id,
        draft.site,
        draft.hazard,
        draft.round,
        draft.result,
        person.id,
        person.name,
        tablet.clock.read(),
        notice=hazard.notice if hazard is not None else None,
        note=draft.note,
        measured=draft.measured,
        new_deadline_on=draft.new_deadline_on,
        place=tablet.locate(),
    )
