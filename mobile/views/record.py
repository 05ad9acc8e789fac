"""A finished record, to read: what was answered, and how far it has travelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mobile.store.row import PhotoState, RecordHead
from mobile.views import answer as words
from mobile.views import judged, when
from mobile.views.checklist import row_tone
from mobile.views.finish import count_chips
from mobile.views.judged import Judged
from mobile.views.parts import ChipView, RoundView, SectionView, Tone
from mobile.views.rounds import shipment_chip
from mobile.views.setting import Setting, row_key
from shared.ids import InspectionId
from shared.model.inspection import Answer

ICONS = {
    Tone.OK: "check-circle-outline",
    Tone.BAD: "close-circle-outline",
    Tone.WARN: "help-circle-outline",
    Tone.IDLE: "minus-circle-outline",
    Tone.INFO: "circle-outline",
}


@dataclass(frozen=True, slots=True)
class RecordView:
    """A finished record."""

    record: str = ""
    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    counts: tuple[ChipView, ...] = ()
    rows: tuple[RoundView | SectionView, ...] = ()


def record_view(setting: Setting, record: InspectionId) -> RecordView | None:
    """Make the view of a finished record; None when it or its template is not on this tablet."""
    state, head = judged.judge(setting, record), setting.source.head(record)
    if state is None or head is None:
        return None
    ended = (head.ended_at or head.started_at).wall.astimezone(setting.zone())
    at = when.day(ended.date(), setting.now().date(), setting.texts)
    texts = setting.texts
    photos = texts.row_photos.format(done=head.photos_sent, total=head.photos_total) if head.photos_total else ""
    finished = setting.texts.finished_at.format(day=at, time=when.clock_time(ended))
    return RecordView(
        record=record,
        title=judged.title(setting, state),
        subtitle=" · ".join(part for part in (finished, photos) if part),
        chip=shipment_chip(head, setting.texts),
        counts=tuple(count_chips(setting, state)),
        rows=tuple(_rows(setting, state, _unsent(setting, head))),
    )


def _unsent(setting: Setting, head: RecordHead) -> Counter[str]:
    """Count the photos of each item that are not whole on the server, of a record made here."""
    if not head.is_own:
        return Counter()
    ready = (photo for photo in setting.source.photos_of(head.id) if photo.state is PhotoState.READY)
    return Counter(row_key(photo.item, photo.per) for photo in ready if not photo.is_sent)


def _rows(setting: Setting, state: Judged, unsent: Counter[str]) -> Iterator[RoundView | SectionView]:
    section = None
    for row in state.evaluation.rows:
        if not row.visible or not judged.counts(row.item):
            continue
        if (row.item.section, row.per) != section:
            section = (row.item.section, row.per)
            label = judged.section_words(setting, state, *section)
            if label:
                yield SectionView(f"section {section}", label)
        answer = state.answers.get(row.key, Answer(row.item.name, row.per))
        tone, has_tone = row_tone(row, answer)
        shown = tone if has_tone else Tone.IDLE
        said = words.answer_words(row.item, answer, setting)
        photos = setting.texts.photo_count.format(n=len(answer.photos)) if answer.photos else ""
        left = unsent[row_key(*row.key)]
        yield RoundView(
            key=row_key(*row.key),
            title=setting.say(row.item.label),
            detail=" · ".join(p for p in (row.item.code, answer.note, answer.reason, answer.action, photos) if p),
            icon=ICONS[shown],
            tone=shown,
            chip=ChipView(said, "", shown),
            word=setting.texts.record_photos_left.format(n=left) if left else "",
        )
