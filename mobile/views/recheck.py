"""A recheck: the one hazard, how it looked before, what is found now, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mobile.store.row import PhotoRow, PhotoState, RecheckDraft
from mobile.text import Texts
from mobile.views import frame, when
from mobile.views.finish import SignerView, signer_view
from mobile.views.hazard import model_photos, photos_after, place_words
from mobile.views.item import taken_views
from mobile.views.parts import ChipView, OptionView, PhotoView, Tone
from mobile.views.setting import Setting
from shared.ids import RecheckId
from shared.model.hazard import Hazard, RecheckResult
from shared.model.inspection import Signature

RESULTS = {
    RecheckResult.PASSED: ("check-bold", Tone.OK),
    RecheckResult.PARTLY: ("progress-clock", Tone.WARN),
    RecheckResult.FAILED: ("close-thick", Tone.BAD),
    RecheckResult.IMPOSSIBLE: ("help-circle-outline", Tone.IDLE),
}
RETRY_DAYS = (1, 3, 7, 15)


@dataclass(frozen=True, slots=True)
class RecheckView:
    """One recheck while it is recorded."""

    recheck: str = ""
    hazard: str = ""
    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    description: str = ""
    detail: str = ""
    before_title: str = ""
    before: tuple[PhotoView, ...] = ()
    after_title: str = ""
    after: tuple[PhotoView, ...] = ()
    result_title: str = ""
    results: tuple[OptionView, ...] = ()
    photos_title: str = ""
    photos: tuple[PhotoView, ...] = ()
    add_photo: str = ""
    note_title: str = ""
    note: str = ""
    note_hint: str = ""
    note_tone: str = Tone.IDLE
    phrases: tuple[OptionView, ...] = ()
    deadline_title: str = ""
    deadlines: tuple[OptionView, ...] = ()
    new_hazard: str = ""
    signers: tuple[SignerView, ...] = ()
    missing: str = ""
    is_complete: bool = False
    button: str = ""


def recheck_view(
    setting: Setting, recheck: RecheckId, signatures: tuple[Signature, ...], names: Mapping[str, str] | None = None
) -> RecheckView | None:
    """Make the view of a recheck that is being recorded; None when it is finished or unknown.

    names: names of signers, by signer, that are entered but not signed for yet.
    """
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.recheck_draft(recheck)
        hazard = source.hazard(draft.hazard) if draft else None
        if draft is None or hazard is None:
            return None
        rows = source.photos_of(draft.id)
        reply = source.reply_for(hazard.id)
        chip = frame.sync_chip(source.sync_state(), texts)
    unsigned = () if any(s.signer == "inspector" and s.strokes for s in signatures) else (texts.need_signature,)
    missing = (*missing_of(setting, draft, rows), *unsigned)
    after = photos_after(hazard, reply)
    return RecheckView(
        recheck=draft.id,
        hazard=hazard.id,
        title=texts.recheck_title,
        subtitle=" · ".join((texts.recheck_round.format(n=draft.round), hazard.no or texts.no_number)),
        chip=chip,
        description=hazard.description,
        detail=_detail(setting, hazard),
        before_title=texts.photos_before,
        before=model_photos(setting, hazard.photos_before),
        after_title=texts.photos_after,
        after=model_photos(setting, after),
        result_title=texts.recheck_result,
        results=result_options(texts, draft),
        photos_title=texts.recheck_photo,
        photos=taken_views(setting, rows),
        add_photo=texts.take_photo,
        note_title=texts.recheck_note,
        note=draft.note,
        note_hint=texts.note_hint,
        phrases=_phrases(texts, draft.note),
        note_tone=Tone.BAD if texts.recheck_note in missing else Tone.IDLE,
        deadline_title=texts.recheck_deadline,
        deadlines=deadline_options(setting, draft),
        new_hazard=texts.fire.new_hazard,
        signers=(
            replace(signer_view(setting, "inspector", signatures, {}), label=texts.signer_rechecker),
            _unit_signer(setting, hazard, signatures, names or {}),
        ),
        missing=texts.missing_word.format(what=texts.joiner.join(missing)) if missing else "",
        is_complete=not missing,
        button=texts.finish_recheck,
    )


def result_options(texts: Texts, draft: RecheckDraft) -> tuple[OptionView, ...]:
    """Return what a recheck can find."""
    return tuple(
        OptionView(r.value, str(getattr(texts, f"recheck_{r.value}")), *RESULTS[r], r is draft.result)
        for r in RecheckResult
    )


def _unit_signer(
    setting: Setting, hazard: Hazard, signatures: tuple[Signature, ...], names: Mapping[str, str]
) -> SignerView:
    """Return where the unit's head signs; a recheck stands without it."""
    unit = setting.source.unit(hazard.unit) if hazard.unit else None
    named = {"unit_representative": unit.head if unit else "", **names}
    view = signer_view(setting, "unit_representative", signatures, named)
    return replace(view, label=setting.texts.fire.signer_unit)


def ready_phrases(texts: Texts) -> tuple[str, ...]:
    """Return what is often found at a recheck."""
    return (texts.found_done, texts.found_partly, texts.found_same, texts.found_new, texts.why_locked)


def _phrases(texts: Texts, note: str) -> tuple[OptionView, ...]:
    return tuple(OptionView(text, text, is_chosen=text in note) for text in ready_phrases(texts))


def _detail(setting: Setting, hazard: Hazard) -> str:
    point = setting.source.point(hazard.point) if hazard.point else None
    place = place_words(setting.say(point.name) if point else "", hazard.location)
    return " · ".join(part for part in (place, hazard.required_measures) if part)


def is_failed(draft: RecheckDraft) -> bool:
    """Tell whether the hazard goes back to the unit."""
    return draft.result in (RecheckResult.FAILED, RecheckResult.PARTLY)


def missing_of(setting: Setting, draft: RecheckDraft, rows: tuple[PhotoRow, ...]) -> tuple[str, ...]:
    """Return what is still to be given besides signatures, in words; a note may be said instead of written."""
    texts = setting.texts
    ready = [row for row in rows if row.state is PhotoState.READY]
    photos = any(not row.is_voice for row in ready)
    is_told = draft.note or any(row.is_voice for row in ready)
    wanted = (
        (texts.need_result, draft.result is None),
        (texts.need_photo, not photos and draft.result is not RecheckResult.IMPOSSIBLE),
        (texts.recheck_note, draft.result not in (None, RecheckResult.PASSED) and not is_told),
        (texts.need_deadline, is_failed(draft) and not draft.new_deadline_on),
    )
    return tuple(words for words, is_missing in wanted if is_missing)


def deadline_options(setting: Setting, draft: RecheckDraft) -> tuple[OptionView, ...]:
    """Return new deadlines to choose from, none where nothing failed."""
    if not is_failed(draft):
        return ()
    today = setting.now().date()
    return tuple(_deadline(setting, today, days, draft.new_deadline_on) for days in RETRY_DAYS)


def _deadline(setting: Setting, today: date, days: int, chosen: date | None) -> OptionView:
    on = today + timedelta(days=days)
    words = setting.texts.days_later.format(n=days, day=when.short_date(on, setting.texts))
    return OptionView(on.isoformat(), words, is_chosen=chosen == on)
