"""The rechecks of one notice in one go: only what had failed, each beside its photo of before; signed once for all."""

from __future__ import annotations

from dataclasses import replace

from mobile.store.row import RecheckDraft
from mobile.views import form, frame
from mobile.views.finish import SignerView, signer_view
from mobile.views.form import Card, FormView
from mobile.views.hazard import model_photos, photos_after, place_words
from mobile.views.item import taken_views
from mobile.views.parts import Tone
from mobile.views.recheck import deadline_options, is_failed, missing_of, result_options
from mobile.views.setting import Setting
from shared.ids import NoticeId, RecheckId
from shared.model.hazard import Hazard
from shared.model.inspection import Signature


def rechecks_view(setting: Setting, notice: NoticeId, names: dict[str, str]) -> FormView | None:
    """Make the view of a notice's rechecks that are being recorded; None when none is."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        found = source.notice(notice)
        drafts = drafts_of(setting, notice)
        if found is None or not drafts:
            return None
        signatures = source.signatures_of(notice)
        cards = tuple(card for draft, hazard in drafts for card in (_card(setting, draft, hazard),))
        chip = frame.sync_chip(source.sync_state(), texts)
        open_ = [missing_of(setting, draft, source.photos_of(draft.id)) for draft, _ in drafts]
    is_signed = any(one.signer == "inspector" and one.strokes for one in signatures)
    missing = [words for one in open_ for words in one]
    count = sum(bool(one) for one in open_)
    words = texts.fire.rechecks_left.format(n=count, what=texts.joiner.join(dict.fromkeys(missing))) if count else ""
    unsigned = "" if is_signed else texts.missing_word.format(what=texts.need_signature)
    return FormView(
        title=texts.fire.rechecks_title,
        subtitle=texts.fire.rechecks_of_notice.format(no=found.no, n=len(drafts)),
        chip=chip,
        cards=(*cards, (form.field("new", texts.fire.new_hazard, "", texts.fire.new_hazard_hint, "plus"),)),
        signatures_title=texts.signatures,
        signers=recheck_signers(setting, signatures, names, found.unit),
        missing=words or unsigned,
        is_complete=not words and is_signed,
        button=texts.finish_recheck,
        icon="send",
    )


def drafts_of(setting: Setting, notice: NoticeId) -> tuple[tuple[RecheckDraft, Hazard], ...]:
    """List the rechecks of a notice that are being recorded, in the order of the paper."""
    source = setting.source
    found = source.notice(notice)
    pairs = []
    for name in found.hazards if found is not None else ():
        draft, hazard = source.recheck_draft_for(name), source.hazard(name)
        if draft is not None and hazard is not None:
            pairs.append((draft, hazard))
    return tuple(pairs)


def recheck_signers(
    setting: Setting, signatures: tuple[Signature, ...], names: dict[str, str], unit_id: str | None
) -> tuple[SignerView, ...]:
    """Return who signs a recheck: who did it, and the unit's head, who need not."""
    texts = setting.texts
    unit = next((one for one in setting.source.units() if one.id == unit_id), None)
    own = replace(signer_view(setting, "inspector", signatures, {}), label=texts.signer_rechecker)
    named = {"unit_representative": unit.head if unit is not None else "", **names}
    other = replace(signer_view(setting, "unit_representative", signatures, named), label=texts.fire.signer_unit)
    return own, other


def _card(setting: Setting, draft: RecheckDraft, hazard: Hazard) -> Card:
    texts, source = setting.texts, setting.source
    point = source.point(hazard.point) if hazard.point else None
    place = place_words(setting.say(point.name) if point else "", hazard.location)
    before = model_photos(setting, hazard.photos_before)
    after = model_photos(setting, photos_after(hazard, source.reply_for(hazard.id)))
    rows = source.photos_of(draft.id)
    taken, missing = taken_views(setting, rows), missing_of(setting, draft, rows)
    parts = [
        form.text(hazard.description, " · ".join(part for part in (place, hazard.required_measures) if part)),
        form.photos(f"before:{draft.id}", texts.photos_before, before),
    ]
    if after:
        parts.append(form.photos(f"after:{draft.id}", texts.photos_after, after))
    parts += [
        form.options(f"result:{draft.id}", texts.recheck_result, result_options(texts, draft)),
        form.photos(f"photo:{draft.id}", texts.recheck_photo, taken, texts.take_photo),
        *(
            [
                form.field(
                    f"compare:{draft.id}", texts.draw.compare, "", texts.draw.compare_hint, "image-multiple-outline"
                )
            ]
            if any(photo.thumb for photo in before) and any(photo.thumb for photo in taken)
            else []
        ),
        form.field(
            f"note:{draft.id}",
            texts.recheck_note,
            draft.note,
            texts.note_hint,
            "comment-text-outline",
            Tone.BAD if texts.recheck_note in missing else Tone.IDLE,
        ),
    ]
    if is_failed(draft):
        parts.append(form.options(f"deadline:{draft.id}", texts.recheck_deadline, deadline_options(setting, draft)))
    return tuple(parts)


def draft_id(key: str) -> RecheckId:
    """Return the recheck that a part's key names."""
    return RecheckId(key.partition(":")[2])
