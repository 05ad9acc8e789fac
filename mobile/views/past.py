"""What was found at an item the last time: result, value, note, photo, when and by whom."""

from __future__ import annotations

from mobile.store.row import Past
from mobile.views import answer as words
from mobile.views import when
from mobile.views.judged import Judged
from mobile.views.parts import ChipView, FactView, PastView, PhotoView, Tone
from mobile.views.setting import Setting
from shared.checklist import RowState
from shared.model.inspection import Inspection, Photo


def past_view(setting: Setting, state: Judged, row: RowState) -> PastView | None:
    """Make the card of the last time; None if the item was never answered here."""
    past = state.previous.get(row.key, ())
    if not past:
        return None
    texts, last = setting.texts.checklist, past[0]
    record = setting.source.inspection(last.inspection)
    at = last.at.astimezone(setting.zone())
    photos, elsewhere = _photos(setting, record, last)
    result = words.result_words(last.result, setting.texts) if last.result else ""
    value = words.value_words(row.item, last.value, setting)
    facts = (
        (texts.last_said, value),
        (texts.last_when, when.day_and_time(at, setting.now(), setting.texts)),
        (texts.last_who, _author(setting, record)),
        (texts.last_note, last.note),
        (texts.last_photos, texts.last_elsewhere.format(n=elsewhere) if elsewhere else ""),
    )
    return PastView(
        title=texts.last_title,
        item=setting.say(row.item.label),
        chip=ChipView(
            result,
            words.RESULT_ICONS[last.result] if last.result else "",
            words.RESULT_TONES[last.result] if last.result else Tone.IDLE,
        ),
        facts=tuple(FactView(name, said) for name, said in facts if said),
        photos=photos,
    )


def _author(setting: Setting, record: Inspection | None) -> str:
    person = setting.source.person(record.author) if record else None
    return person.name if person else ""


def _photos(setting: Setting, record: Inspection | None, last: Past) -> tuple[tuple[PhotoView, ...], int]:
    """Return the photos of that answer that can be shown, and how many are not on this tablet."""
    if record is None:
        return (), len(last.photos)
    mine = [photo for photo in record.photos if photo.id in last.photos]
    shown = tuple(view for photo in mine if (view := _photo(setting, photo)) is not None)
    return shown, len(last.photos) - len(shown)


def _photo(setting: Setting, photo: Photo) -> PhotoView | None:
    small = setting.source.blob_path(photo.sha256, "thumb")
    large = setting.source.blob_path(photo.sha256, "screen")
    if small is None:
        return None
    at = photo.taken_at.wall.astimezone(setting.zone())
    taken = when.day(at.date(), setting.now().date(), setting.texts)
    return PhotoView(photo.sha256, str(small), str(large or small), taken, "camera-outline", Tone.IDLE, photo.marks)
