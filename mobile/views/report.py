"""A hazard that no checklist asked about, and a note, while they are written."""

from __future__ import annotations

from mobile.store.row import HazardDraft, NoteDraft, PhotoRow, PhotoState
from mobile.text import Texts
from mobile.views import form, frame
from mobile.views.form import FormView
from mobile.views.hazards import GRADE_TONES, grade_words
from mobile.views.item import taken_views
from mobile.views.parts import OptionView, Tone
from mobile.views.setting import Setting
from shared.ids import HazardId, NoteId
from shared.model.template import HazardGrade

SITE = "site"
"""What a note about no place in particular is about."""


def report_view(setting: Setting, hazard: HazardId) -> FormView | None:
    """Make the view of a hazard that is being written up; None when it was raised or is not here."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.hazard_draft(hazard)
        if draft is None:
            return None
        rows = source.photos_of(hazard)
        point = source.point(draft.point) if draft.point is not None else None
        unit = source.unit(draft.unit) if draft.unit is not None else None
        chip = frame.sync_chip(source.sync_state(), texts)
    missing = _report_missing(texts, draft, rows)
    what, where = texts.fire.need_what in missing, texts.fire.need_where in missing
    return FormView(
        title=texts.fire.report_title,
        chip=chip,
        cards=(
            (
                form.field(
                    "what",
                    texts.fire.report_what,
                    draft.description,
                    texts.fire.report_what_hint,
                    "comment-text-outline",
                    Tone.WARN if what else Tone.IDLE,
                ),
                form.photos("photos", texts.fire.report_photos, taken_views(setting, rows), texts.take_photo),
            ),
            (
                form.field(
                    "where",
                    texts.fire.report_where,
                    f"{setting.say(point.name)}  {point.number}" if point is not None else "",
                    texts.fire.report_where_hint,
                    "map-marker-outline",
                    Tone.WARN if where else Tone.IDLE,
                ),
                form.field("scan", texts.fire.report_scan, "", texts.scan_or_type, "qrcode-scan"),
                form.field("more", texts.fire.report_where_more, draft.location, texts.fire.report_where_more_hint),
                form.field(
                    "unit",
                    texts.fire.report_unit,
                    setting.say(unit.name) if unit is not None else "",
                    texts.fire.report_unit_hint,
                    "office-building-outline",
                ),
            ),
            (
                form.options("grade", texts.fire.report_grade, _grades(texts, draft.grade)),
                form.field(
                    "action",
                    texts.fire.report_action,
                    draft.on_spot_action,
                    texts.fire.report_action_hint,
                    "wrench-outline",
                ),
            ),
        ),
        missing=texts.missing_word.format(what=texts.joiner.join(missing)) if missing else "",
        is_complete=not missing,
        button=texts.fire.report_send,
        icon="shield-alert-outline",
    )


def memo_view(setting: Setting, note: NoteId) -> FormView | None:
    """Make the view of a note that is being written; None when it was kept or is not here."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.note_draft(note)
        if draft is None:
            return None
        rows = source.photos_of(note)
        chip = frame.sync_chip(source.sync_state(), texts)
        about = about_words(setting, draft)
    is_open = any(row.state is PhotoState.PENDING for row in rows)
    missing = texts.fire.need_photo_making if is_open else "" if draft.text or rows else texts.fire.need_text
    return FormView(
        title=texts.fire.memo_title,
        chip=chip,
        cards=(
            (
                form.field("text", texts.fire.memo_text, draft.text, texts.fire.memo_text_hint, "comment-text-outline"),
                form.photos("photos", texts.fire.report_photos, taken_views(setting, rows), texts.take_photo),
            ),
            (form.field("about", texts.fire.memo_about, about, "", "map-marker-outline"),),
        ),
        missing=texts.missing_word.format(what=missing) if missing else "",
        is_complete=not missing,
        button=texts.fire.memo_send,
    )


def about_words(setting: Setting, draft: NoteDraft) -> str:
    """Say what a note is about."""
    source = setting.source
    if draft.about_kind == "point":
        point = next((one for one in source.points() if one.id == draft.about), None)
        return setting.say(point.name) if point is not None else ""
    if draft.about_kind == "hazard":
        hazard = source.hazard(HazardId(draft.about))
        return hazard.description if hazard is not None else ""
    return setting.texts.fire.memo_about_site


def phrases(words: str) -> tuple[str, ...]:
    """Part a text that holds several."""
    return tuple(words.split("|"))


def _grades(texts: Texts, chosen: HazardGrade) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(grade.value, grade_words(grade, texts), "flag-outline", GRADE_TONES[grade], grade is chosen)
        for grade in HazardGrade
    )


def _report_missing(texts: Texts, draft: HazardDraft, rows: tuple[PhotoRow, ...]) -> tuple[str, ...]:
    is_making = any(row.state is not PhotoState.READY for row in rows)
    wanted = (
        (texts.fire.need_what, draft.description.strip() or any(row.is_voice for row in rows)),
        (texts.fire.need_photo, any(not row.is_voice for row in rows)),
        (texts.fire.need_photo_making, not is_making),
        (texts.fire.need_where, draft.point is not None or draft.location.strip()),
    )
    return tuple(words for words, found in wanted if not found)
