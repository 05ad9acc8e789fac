"""The checklist of one record: a row per item, what a fail still needs in place, what is left, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.store.row import Past
from mobile.views import answer as words
from mobile.views import judged, library
from mobile.views.judged import Judged
from mobile.views.parts import CheckView, JumpView, NeedsView, OptionView, ReasonView, SectionView, Tone, WordView
from mobile.views.setting import Setting, row_key, split_key
from shared.checklist import RowState
from shared.ids import AssetId, InspectionId
from shared.model.inspection import Answer, Result
from shared.model.template import Item, ItemKind, Need

AnyRow = CheckView | NeedsView | ReasonView | SectionView | WordView
FAIL_NEEDS = (Need.PHOTO, Need.NOTE, Need.ACTION, Need.AFTER)
SET_ASIDE = (Result.NA, Result.NOT_CHECKED)
MOST_PHRASES = 8
MOST_UNDO = 20
"""So many taps are counted beside the way back; all of them can be taken back."""


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """One record while it is walked. `next_key` is the next open item; empty when all are answered."""

    record: str = ""
    title: str = ""
    subtitle: str = ""
    rows: tuple[AnyRow, ...] = ()
    progress: str = ""
    failed: str = ""
    share: float = 0.0
    tone: str = Tone.INFO
    button: str = ""
    button_icon: str = "arrow-down"
    button_tone: str = Tone.INFO
    next_key: str = ""
    undo: str = ""
    jump: JumpView = JumpView()


def checklist_view(setting: Setting, record: InspectionId, here: str = "") -> ChecklistView | None:
    """Make the view of a record's checklist; `here` is the key of the item at hand. None: no such record."""
    state = judged.judge(setting, record)
    return checklist_view_of(setting, state, here) if state else None


def checklist_view_of(setting: Setting, state: Judged, here: str = "") -> ChecklistView:
    """Make the view of a judged record's checklist."""
    texts, found = setting.texts, state.evaluation
    next_key = next_open(state, here)
    complete = not next_key
    share = found.answered / found.total if found.total else 1.0
    return ChecklistView(
        record=state.inspection.id,
        title=judged.title(setting, state),
        subtitle=judged.subtitle(setting, state),
        rows=tuple(_rows(setting, state, here)),
        progress=texts.progress.format(done=found.answered, total=found.total),
        failed=texts.failed_count.format(n=found.failed) if found.failed else "",
        share=share,
        tone=Tone.OK if complete else Tone.INFO,
        button=texts.go_sign if complete else _next_words(setting, state, next_key),
        button_icon="draw" if complete else "arrow-down",
        button_tone=Tone.OK if complete else Tone.INFO,
        next_key=next_key,
        undo=_undo_words(setting, state),
        jump=jump_view(setting, state, here),
    )


def check_view(setting: Setting, state: Judged, key: str, here: str) -> CheckView | None:
    """Make the view of one item's row, as it stands in the list; None where there is no such row to answer."""
    row = state.row(key)
    if row is None or not row.visible or not judged.counts(row.item):
        return None
    return _check(setting, row, state, here)


def jump_view(setting: Setting, state: Judged, here: str) -> JumpView:
    """Return the ways to jump: what is open, what failed, and each section with how much of it is done."""
    found, texts = state.evaluation, setting.texts.checklist
    row = state.row(here) if here else None
    at = (row.item.section, row.per) if row else None
    left = len(found.blocking)
    return JumpView(
        OptionView("open", texts.jump_open.format(n=left), "circle-outline", Tone.INFO if left else Tone.OK),
        OptionView(
            "failed", texts.jump_failed.format(n=found.failed), "close-thick", Tone.BAD if found.failed else Tone.IDLE
        ),
        tuple(
            OptionView(
                section_key(section.name, section.per),
                texts.section_line.format(
                    section=judged.short_section(setting, state, section.name, section.per) or texts.jump_sections,
                    done=section.answered,
                    total=section.total,
                ),
                "close-thick" if section.failed else "check-circle" if section.is_complete else "",
                Tone.INFO,
                (section.name, section.per) == at,
            )
            for section in found.sections
            if section.total or section.answered
        ),
    )


def section_key(name: str, per: AssetId | None) -> str:
    """Return the key of a section's heading."""
    return f"section {name} {per or ''}"


def jump_to(state: Judged, where: str, here: str) -> str:
    """Return the key of the row to jump to: the next that is ``open`` or ``failed`` after ``here``, or a section's first.

    Empty when there is none.
    """
    rows = [row for row in state.evaluation.rows if row.visible and judged.counts(row.item)]
    if where == "open":
        return next_open(state, here)
    if where == "failed":
        failed = {row.key for row in state.evaluation.failures}
        keys = [row_key(*row.key) for row in rows if row.key in failed]
        places = [row_key(*row.key) for row in rows]
        start = places.index(here) if here in places else -1
        return next((key for key in keys if places.index(key) > start), keys[0] if keys else "")
    inside = [row for row in rows if section_key(row.item.section, row.per) == where]
    first = next((row for row in inside if row.is_blocking), inside[0] if inside else None)
    return row_key(*first.key) if first else ""


def _undo_words(setting: Setting, state: Judged) -> str:
    taps = len(setting.source.taps(state.inspection.id, MOST_UNDO + 1))
    return f"{MOST_UNDO}+" if taps > MOST_UNDO else str(taps or "")


def next_open(state: Judged, here: str) -> str:
    """Return the key of the first row after `here` that still needs something, then of any; empty if none does."""
    row = state.evaluation.next_open(split_key(here) if here else None)
    return row_key(*row.key) if row else ""


def _next_words(setting: Setting, state: Judged, key: str) -> str:
    row = state.row(key)
    if row is None:
        return setting.texts.next_item
    label = setting.say(row.item.label)
    return setting.texts.next_named.format(item=label if len(label) <= 10 else label[:9] + "…")


def _rows(setting: Setting, state: Judged, here: str) -> Iterator[AnyRow]:
    """Yield headings, items, and under a failed item (and its readings) what it still needs."""
    section: tuple[str, AssetId | None] | None = None
    pending: NeedsView | ReasonView | None = None
    for row in state.evaluation.rows:
        if not row.visible or row.item.kind is ItemKind.CALCULATE:
            continue
        if pending and not row.item.part_of:
            yield pending
            pending = None
        if (row.item.section, row.per) != section:
            section = (row.item.section, row.per)
            yield from _section(setting, state, *section)
        if row.item.kind is ItemKind.NOTE:
            yield WordView(row_key(*row.key), setting.say(row.item.label))
            continue
        yield _check(setting, row, state, here)
        pending = _below(setting, row, state) or pending
    if pending:
        yield pending


def _below(setting: Setting, row: RowState, state: Judged) -> NeedsView | ReasonView | None:
    """Return what opens under a row: what a fail needs, or the reason of what is set aside."""
    answer = state.answers.get(row.key, Answer(row.item.name, row.per))
    is_head = row in state.evaluation.failures
    if is_head and (row.item.category or any(need in (*row.item.fail_needs, *row.missing) for need in FAIL_NEEDS)):
        return needs_view(setting, row, answer)
    if answer.result in SET_ASIDE:
        return reason_view(setting, row, answer)
    return None


def reason_view(setting: Setting, row: RowState, answer: Answer) -> ReasonView:
    """Return the reasons to choose from, in place, for what does not apply or was not checked."""
    texts = setting.texts
    said = words.result_words(answer.result, texts) if answer.result else ""
    pattern = texts.checklist.reason_given if answer.reason else texts.checklist.reason_asked
    ready = (texts.why_locked, texts.why_off, texts.why_repair, texts.why_none, texts.why_time)
    chips = [OptionView(text, text, is_chosen=text == answer.reason) for text in ready]
    chips.append(
        OptionView("", texts.checklist.reason_write, "pencil-outline", is_chosen=answer.reason not in ("", *ready))
    )
    return ReasonView(
        row_key(row.item.name, row.per),
        pattern.format(answer=said, reason=answer.reason),
        bool(answer.reason),
        tuple(chips),
    )


def _section(setting: Setting, state: Judged, name: str, per: AssetId | None) -> Iterator[SectionView]:
    label = judged.section_words(setting, state, name, per)
    found = next((s for s in state.evaluation.sections if (s.name, s.per) == (name, per)), None)
    if label:
        count = f"{found.answered}/{found.total}" if found and found.total else ""
        yield SectionView(section_key(name, per), label, count, bool(found and found.total and found.is_complete))


def _check(setting: Setting, row: RowState, state: Judged, here: str) -> CheckView:
    item, key = row.item, row_key(*row.key)
    answer, past = state.answers.get(row.key), state.previous.get(row.key, ())
    detail, detail_tone = _detail(setting, row, answer, past, state)
    tone, has_tone = row_tone(row, answer)
    if item.kind is ItemKind.PASS_FAIL:
        kind, value, icon = "answers", "", ""
        options = words.answer_options(answer.result if answer else None, setting.texts)
    else:
        kind, options = "value", ()
        value, icon = _value(setting, row, answer, tone)
    return CheckView(
        key=key,
        number="" if item.part_of else item.code,
        words=setting.say(item.label),
        detail=detail,
        detail_tone=detail_tone,
        kind=kind,
        answers=options,
        value=value,
        value_icon=icon,
        tone=tone,
        has_tone=has_tone,
        extras=_extras(setting, answer),
        is_here=key == here,
        is_part=bool(item.part_of),
        has_past=bool(past),
    )


def _value(setting: Setting, row: RowState, answer: Answer | None, tone: Tone) -> tuple[str, str]:
    """Return what the button of a reading says: the reading, or what to do."""
    if answer is None or not row.is_answered:
        return words.fill_words(row.item.kind, setting.texts), words.FILL_ICONS.get(row.item.kind, "pencil-outline")
    shown = words.answer_words(row.item, answer, setting)
    if not shown and answer.photos:
        shown = setting.texts.photo_count.format(n=len(answer.photos))
    return shown, "check" if tone is Tone.OK else "alert"


def row_tone(row: RowState, answer: Answer | None) -> tuple[Tone, bool]:
    """Return the colour of a row and whether it has one yet: that of the verdict, not of the tap."""
    if row.out_of_limits or row.constraint_message is not None:
        return Tone.BAD, True
    if row.verdict is not None and (row.verdict is Result.FAIL or row.is_answered):
        tone = words.RESULT_TONES[row.verdict]
        return (Tone.WARN if row.warned and tone is Tone.OK else tone), True
    if answer is None or not row.is_answered:
        return Tone.INFO, False
    return (Tone.WARN, True) if row.warned else (Tone.OK, True)


def _detail(
    setting: Setting, row: RowState, answer: Answer | None, past: tuple[Past, ...], state: Judged
) -> tuple[str, Tone]:
    """Return the one line under an item: the most telling of what is known about it."""
    texts, item = setting.texts, row.item
    remark = state.remarks.get(row.key)
    if remark:
        return texts.returned_item.format(words=remark), Tone.BAD
    if row.constraint_message is not None:
        return setting.say(row.constraint_message), Tone.BAD
    if row.out_of_limits and answer is not None:
        return words.verdict_words(answer.value, row.limits, item.unit, texts)[0], Tone.BAD
    parts = [words.limits_words(row.limits, item.unit, texts)]
    if item.every_days:
        parts.append(texts.checklist.due_now.format(n=item.every_days))
    parts.append(words.last_words(item, past, setting))
    failed_before = bool(past) and past[0].result is Result.FAIL
    return " · ".join(part for part in parts if part), Tone.WARN if failed_before else Tone.IDLE


def _extras(setting: Setting, answer: Answer | None) -> str:
    if answer is None:
        return ""
    photos = setting.texts.photo_count.format(n=len(answer.photos)) if answer.photos else ""
    note = setting.texts.has_note if answer.note and answer.result is not Result.FAIL else ""
    return " · ".join(part for part in (photos, note, voices_words(setting, answer)) if part)


def voices_words(setting: Setting, answer: Answer) -> str:
    """Return how many voice notes go with an answer, in words; nothing without any."""
    return setting.texts.voice.said.format(n=len(answer.voices)) if answer.voices else ""


def needs_view(setting: Setting, row: RowState, answer: Answer) -> NeedsView:
    """Return what a failed item asks for, and how far that is given."""
    texts = setting.texts
    missing = tuple(need for need in row.missing if need in FAIL_NEEDS)

    def tone(need: Need, given: object) -> Tone:
        return Tone.OK if given else Tone.BAD if need in missing else Tone.INFO

    fault = fault_of(setting, row, answer)
    return NeedsView(
        key=row_key(row.item.name, row.per),
        words=_needs_words(setting, row, missing),
        is_met=not missing,
        photo=texts.photo_count.format(n=len(answer.photos)) if answer.photos else texts.photo_button,
        photo_tone=tone(Need.PHOTO, answer.photos),
        note=answer.note or voices_words(setting, answer) or texts.note_button,
        note_tone=tone(Need.NOTE, answer.note or answer.voices),
        action=answer.action or texts.action_button,
        action_tone=tone(Need.ACTION, answer.action),
        fix=fault.fix,
        fix_tone=fault.tone,
        phrases=phrase_options(setting, row.item, answer),
        library=texts.checklist.library,
        brief=fault.brief,
    )


def _needs_words(setting: Setting, row: RowState, missing: tuple[Need, ...]) -> str:
    texts = setting.texts
    if not missing:
        return texts.fail_complete
    pattern = texts.checklist.out_of_limits if row.out_of_limits else texts.fail_missing
    return pattern.format(what=words.needs_words(missing, texts))


@dataclass(frozen=True, slots=True)
class Fault:
    """What the chosen wording brings, and what the button of a correction on the spot says (nothing: not possible)."""

    brief: str = ""
    fix: str = ""
    tone: Tone = Tone.INFO
    by: str = ""


NO_FAULT = Fault()


def fault_of(setting: Setting, row: RowState, answer: Answer) -> Fault:
    """Return what is said about a fail besides what it lacks. A major hazard is never ended on the spot."""
    texts = setting.texts.checklist
    chosen = library.chosen(setting, answer)
    brief = library.brief(setting, chosen)
    if not row.item.category or library.is_major(row.item, chosen):
        return Fault(brief)
    if not answer.corrected:
        return Fault(brief, texts.fix)
    by = texts.fix_by.format(name=setting.person_name())
    if answer.after:
        return Fault(brief, texts.fix_done.format(n=len(answer.after)), Tone.OK, by)
    return Fault(brief, texts.fix_photo, Tone.BAD, by)


def phrase_options(setting: Setting, item: Item, answer: Answer) -> tuple[OptionView, ...]:
    """Return what to offer for a fault with one tap: the office's wordings, then what was written before.

    The key of a wording is that of its version; of anything else, the words.
    """
    return library.options(setting, item, answer)[:MOST_PHRASES]
