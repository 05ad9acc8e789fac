"""Forms that are being filled in, whatever their kind: which hold something, and forgetting those that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from mobile.actions.notice import line_of
from mobile.actions.own import own_sheet
from mobile.actions.recheck import SIGNERS
from mobile.actions.tablet import Tablet
from mobile.actions.typed import forget_typed, is_typed
from mobile.store.port import Sheet
from mobile.store.row import (
    AdmitDraft,
    ExcuseDraft,
    HazardDraft,
    NoteDraft,
    NoticeDraft,
    PhotoRow,
    RecheckDraft,
    VisitDraft,
)
from shared.ids import HazardId, InspectionId, NoticeId, RecheckId
from shared.model.hazard import Hazard, Notice
from shared.model.inspection import Inspection, Signature


class Known(Protocol):
    """What is asked about a form; both a tablet's store and a view's source are one."""

    def setting(self, name: str, default: str = "") -> str: ...
    def photos_of(self, record: str) -> tuple[PhotoRow, ...]: ...
    def signatures_of(self, record: str) -> tuple[Signature, ...]: ...
    def hazard(self, hazard: HazardId) -> Hazard | None: ...
    def notice(self, notice: NoticeId) -> Notice | None: ...
    def inspection(self, inspection: InspectionId) -> Inspection | None: ...


def is_blank(known: Known, form: Sheet) -> bool:
    """Tell whether nobody has entered, photographed or signed anything in a form; what it began with does not count."""
    if known.photos_of(form.id) or known.signatures_of(form.id) or is_typed(known, form.id):
        return False
    if isinstance(form, NoticeDraft):
        return _is_blank_notice(known, form)
    if isinstance(form, NoteDraft):
        return not form.text.strip() and form.about_kind != "point"
    if isinstance(form, VisitDraft):
        chosen = form.unit if form.task is None else ""
        return not (chosen or form.sections or form.inspectors or form.visit)
    return form == _as_begun(form) and not (isinstance(form, RecheckDraft) and _is_signed_together(known, form))


def clear_blank_forms(tablet: Tablet) -> int:
    """Forget the forms that hold nothing, and return how many.

    For a moment when no form is open. A notice's rechecks stay together: the blank ones wait with the one that is begun.
    """
    store = tablet.store
    with store.snapshot():
        forms = store.forms()
        blank = [form for form in forms if is_blank(store, form)]
        begun = {notice_of(store, form) for form in forms if form not in blank} - {None}
        blank = [form for form in blank if notice_of(store, form) not in begun]
    if blank:
        with store.transaction():
            for form in blank:
                store.drop_record(form.id)
    return len(blank)


def drop_forms(tablet: Tablet, forms: Iterable[str]) -> None:
    """Throw forms away with their photos and signatures, also those that a notice's rechecks share."""
    with tablet.store.transaction():
        for form in forms:
            recheck = tablet.store.recheck_draft(RecheckId(form))
            notice = notice_of(tablet.store, recheck) if recheck is not None else None
            tablet.store.drop_record(form)
            for record in (form, *filter(None, (notice,))):
                forget_typed(tablet, record)
            for signer in SIGNERS if notice is not None else ():
                tablet.store.drop_signature(notice or "", signer)


def go_on_with(tablet: Tablet, record: str) -> None:
    """Make a form, or the rechecks of a notice, the own ones before they go on, if a colleague began them here."""
    store, person = tablet.store, tablet.person_id()
    begun = [form for form in store.forms() if form.author != person]
    others = [form for form in begun if record in (form.id, notice_of(store, form))]
    if others:
        with store.transaction():
            for form in others:
                own_sheet(tablet, form, *filter(None, (notice_of(store, form),)))


def notice_of(known: Known, form: Sheet) -> NoticeId | None:
    """Return the notice whose hazard a recheck is of; None for other forms."""
    hazard = known.hazard(form.hazard) if isinstance(form, RecheckDraft) else None
    return hazard.notice if hazard is not None else None


def _as_begun(form: HazardDraft | RecheckDraft | ExcuseDraft | AdmitDraft) -> Sheet:
    """Return a form as it was when it was opened."""
    if isinstance(form, RecheckDraft):
        return RecheckDraft(form.id, form.site, form.hazard, form.round, form.author, form.started_at)
    if isinstance(form, ExcuseDraft):
        return ExcuseDraft(form.id, form.site, form.author, form.started_at, form.rule, form.window_on)
    if isinstance(form, AdmitDraft):
        return AdmitDraft(form.id, form.site, form.author, form.started_at, form.point)
    begun = HazardDraft(form.id, form.site, form.author, form.started_at, source_type=form.source_type)
    is_of_recheck = form.source_type == "recheck"  # place and unit are those of what is rechecked
    return replace(begun, point=form.point, unit=form.unit) if is_of_recheck else begun


def _is_signed_together(known: Known, form: RecheckDraft) -> bool:
    notice = notice_of(known, form)
    if notice is None:
        return False
    return is_typed(known, notice) or any(one.signer in SIGNERS for one in known.signatures_of(notice))


def _is_blank_notice(known: Known, form: NoticeDraft) -> bool:
    if form.interim_clause or form.reply_to or form.title:
        return False
    hazards = [known.hazard(line.hazard) for line in form.lines]
    begun = [line_of(hazard) for hazard in hazards if hazard is not None]
    source = known.inspection(form.inspection) if form.inspection is not None else None
    units = {hazard.unit for hazard in hazards if hazard is not None} | {source.unit if source is not None else None}
    return [*form.lines] == begun and (form.unit is None or form.unit in units)
