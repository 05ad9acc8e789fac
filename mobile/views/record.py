"""A finished record, to read: what was answered, and how far it has travelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mobile.store.row import NoticeDraft, PhotoState, RecordHead
from mobile.views import answer as words
from mobile.views import judged, returned, when
from mobile.views.checklist import row_tone, voices_words
from mobile.views.finish import count_chips
from mobile.views.hazards import ISSUABLE, may_issue
from mobile.views.judged import Judged
from mobile.views.parts import ChipView, RoundView, SectionView, Tone
from mobile.views.rounds import shipment_chip
from mobile.views.setting import Setting, row_key
from shared.checklist import of_visit
from shared.ids import HazardId, InspectionId
from shared.model.inspection import Answer, Inspection, Status

ICONS = {
    Tone.OK: "check-circle-outline",
    Tone.BAD: "close-circle-outline",
    Tone.WARN: "help-circle-outline",
    Tone.IDLE: "minus-circle-outline",
    Tone.INFO: "circle-outline",
}


@dataclass(frozen=True, slots=True)
class RecordView:
    """A finished record.

    ``button`` leads to a notice over ``hazards`` (``leads_to`` is empty then), or to the screen and record of ``leads_to``.
    """

    record: str = ""
    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    counts: tuple[ChipView, ...] = ()
    rows: tuple[RoundView | SectionView, ...] = ()
    menu: str = ""
    button: str = ""
    leads_to: tuple[str, str] = ("", "")
    hazards: tuple[HazardId, ...] = ()


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
        rows=(*_top(setting, state), *_rows(setting, state, _unsent(setting, head))),
        menu=texts.fire.show_record,
        **_next(setting, state),
    )


def _top(setting: Setting, state: Judged) -> Iterator[RoundView | SectionView]:
    """Yield what stands before the answers: what a correction changed, and the other tablets' records of one inspection."""
    changed = returned.diff_rows(setting, state)
    if changed:
        yield SectionView("diff", returned.diff_title(setting, state))
        yield from changed
    others = visit_records(setting, state.inspection)
    if others:
        yield SectionView("visit", setting.texts.fire.visit_together.format(n=len(others) + 1))
        yield _together(setting, (state.inspection, *others))
        for one in others:
            yield _other(setting, one)
    about = _about(setting, state)
    if about:
        yield about


def visit_records(setting: Setting, record: Inspection) -> tuple[Inspection, ...]:
    """List what other tablets recorded of the same inspection, as far as it is on this tablet."""
    if not record.visit:
        return ()
    since = record.started_at.wall.date() - timedelta(days=1)
    known = (setting.source.inspection(head.id) for head in setting.source.records_since(since) if head.id != record.id)
    return of_visit(record, (one for one in known if one is not None and one.status is Status.FINAL))


def _together(setting: Setting, records: tuple[Inspection, ...]) -> RoundView:
    """Sum up one inspection over its tablets: an item that failed on any of them counts as failed."""
    texts = setting.texts
    judgements = [state for one in records if (state := judged.judge(setting, one.id)) is not None]
    passed = sum(state.evaluation.passed for state in judgements)
    failed = sum(state.evaluation.failed for state in judgements)
    corrected = sum(answer.corrected for one in records for answer in one.answers)
    said = (
        texts.fire.summary_checked.format(n=passed + failed),
        f"{texts.count_pass} {passed}",
        f"{texts.count_fail} {failed}",
        texts.fire.summary_corrected.format(n=corrected) if corrected else "",
    )
    return RoundView(
        key="together",
        title=texts.fire.summary_title,
        detail=" · ".join(part for part in said if part),
        icon="account-multiple-outline",
        tone=Tone.BAD if failed else Tone.OK,
        chip=ChipView(records[0].visit, "", Tone.IDLE),
    )


def _other(setting: Setting, record: Inspection) -> RoundView:
    texts = setting.texts
    author = setting.source.person(record.author)
    state = judged.judge(setting, record.id)
    chips = [chip.words for chip in count_chips(setting, state)] if state is not None else []
    return RoundView(
        key=f"finished:{record.id}",
        title=texts.fire.visit_other.format(name=author.name if author is not None else record.device),
        detail=" · ".join(chips),
        icon="tablet",
        tone=Tone.BAD if state is not None and state.evaluation.failed else Tone.OK,
    )


def _about(setting: Setting, state: Judged) -> RoundView | None:
    """Say who came along and which parts were inspected, if that was chosen."""
    texts, record = setting.texts, state.inspection
    sections = texts.joiner.join(judged.section_words(setting, state, name, None) for name in record.sections)
    said = (
        f"{texts.fire.summary_inspectors}  {texts.joiner.join(record.inspectors)}" if record.inspectors else "",
        f"{texts.fire.summary_sections}  {sections}" if sections else "",
        f"{texts.fire.summary_visit}  {record.visit}" if record.visit else "",
    )
    words_ = " · ".join(part for part in said if part)
    unit = setting.source.unit(record.unit) if record.unit is not None else None
    if unit is None or not words_:
        return None
    return RoundView("about", setting.say(unit.name), words_, "office-building-outline", Tone.INFO)


def _next(setting: Setting, state: Judged) -> dict[str, Any]:
    """Return the way on from a finished inspection: its notice to write, to go on with, or to look at."""
    texts, source, record = setting.texts, setting.source, state.inspection
    mine = {record.id, *(one.id for one in visit_records(setting, record))}
    found = source.hazards_from(mine)
    begun = next((one for one in source.sheets(NoticeDraft) if one.inspection in mine), None)
    if begun is not None:
        return {"button": texts.fire.continue_notice, "leads_to": ("notice", begun.id)}
    open_ = tuple(hazard.id for hazard in found if hazard.state in ISSUABLE)
    if open_ and may_issue(setting):
        return {"button": texts.fire.make_notice.format(n=len(open_)), "hazards": open_}
    issued = next((hazard.notice for hazard in found if hazard.notice is not None), None)
    return {"button": texts.fire.show_notice, "leads_to": ("paper", f"notice:{issued}")} if issued is not None else {}


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
            detail=" · ".join(
                p
                for p in (
                    row.item.code,
                    answer.note,
                    answer.reason,
                    answer.action,
                    photos,
                    voices_words(setting, answer),
                )
                if p
            ),
            icon=ICONS[shown],
            tone=shown,
            chip=ChipView(said, "", shown),
            word=setting.texts.record_photos_left.format(n=left) if left else "",
        )
