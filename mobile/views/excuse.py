"""The form that asks to excuse a round that cannot be done."""

from __future__ import annotations

from mobile.store.row import ExcuseDraft, PhotoState
from mobile.text import Texts
from mobile.views import when
from mobile.views.form import FormView, field, options, photos, text
from mobile.views.item import photo_views
from mobile.views.parts import OptionView, Tone
from mobile.views.setting import Setting
from shared.ids import ExcuseId


def excuse_view(setting: Setting, excuse: ExcuseId) -> FormView | None:
    """Make the view of an excuse that is being written; None if it is not."""
    draft = setting.source.excuse_draft(excuse)
    if draft is None:
        return None
    texts = setting.texts
    rule = next((one for one in setting.source.rules() if one.id == draft.rule), None)
    name = setting.say(rule.name) if rule is not None else texts.rounds.excuse_title
    missing = _missing(setting, draft)
    chips = tuple(OptionView(words, words, is_chosen=words == draft.reason) for words in reasons(texts))
    own = draft.reason if draft.reason not in reasons(texts) else ""
    return FormView(
        title=texts.rounds.excuse_title,
        subtitle=f"{name} · {when.day(draft.window_on, setting.now().date(), texts)}",
        cards=(
            (
                text(name),
                options("reason", texts.rounds.excuse_reason, chips),
                field("own", texts.rounds.excuse_own, own, texts.rounds.excuse_reason_hint),
            ),
            (
                photos(
                    "photos",
                    texts.rounds.excuse_photos,
                    photo_views(setting, setting.source.photos_of(excuse)),
                    texts.take_photo,
                ),
                field(
                    "note",
                    texts.rounds.excuse_note,
                    draft.note,
                    texts.rounds.excuse_note_hint,
                    "comment-text-outline",
                    Tone.WARN if missing == texts.rounds.excuse_missing_photo else Tone.IDLE,
                ),
            ),
        ),
        missing=missing,
        is_complete=not missing,
        button=texts.rounds.excuse_send,
        icon="send",
    )


def reasons(texts: Texts) -> tuple[str, ...]:
    """List why rounds usually cannot be done."""
    return (
        texts.rounds.why_stopped,
        texts.rounds.why_no_entry,
        texts.rounds.why_no_power,
        texts.rounds.why_works,
        texts.rounds.why_weather,
        texts.rounds.why_nobody,
    )


def _missing(setting: Setting, draft: ExcuseDraft) -> str:
    texts = setting.texts
    rows = setting.source.photos_of(draft.id)
    if not draft.reason:
        return texts.rounds.excuse_missing_reason
    if any(row.state is PhotoState.PENDING for row in rows):
        return texts.rounds.excuse_missing_work
    return "" if rows or draft.note else texts.rounds.excuse_missing_photo
