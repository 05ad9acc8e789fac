"""The checklist of one record: a row per item, what a fail still needs in place, what is left, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.store.row import Past
from mobile.views import answer as words
from mobile.views import judged
from mobile.views.judged import Judged
from mobile.views.parts import CheckView, NeedsView, OptionView, SectionView, Tone, WordView
from mobile.views.setting import Setting, row_key, split_key
from shared.checklist import RowState
from shared.ids import AssetId, InspectionId
from shared.model.inspection import Answer, Result
from shared.model.template import Item, ItemKind, Need

AnyRow = CheckView | NeedsView | SectionView | WordView
FAIL_NEEDS = (Need.PHOTO, Need.NOTE, Need.ACTION)
MOST_PHRASES = 6


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
    )


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
    pending: NeedsView | None = None
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
        if row.verdict is Result.FAIL and any(need in row.item.fail_needs for need in FAIL_NEEDS):
            pending = needs_view(setting, row, state.answers.get(row.key, Answer(row.item.name, row.per)))
    if pending:
        yield pending


def _section(setting: Setting, state: Judged, name: str, per: AssetId | None) -> Iterator[SectionView]:
    label = judged.section_words(setting, state, name, per)
    found = next((s for s in state.evaluation.sections if (s.name, s.per) == (name, per)), None)
    if label:
        count = f"{found.answered}/{found.total}" if found and found.total else ""
        yield SectionView(
            f"section {name} {per or ''}", label, count, bool(found and found.total and found.is_complete)
        )


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
    if answer and answer.result is Result.NOT_CHECKED and row.missing:
        return texts.missing_word.format(what=words.needs_words(row.missing, texts)), Tone.WARN
    parts = [words.limits_words(row.limits, item.unit, texts)]
    if item.every_days:
        parts.append(texts.every_days.format(n=item.every_days))
    parts.append(words.last_words(item, past, setting))
    failed_before = bool(past) and past[0].result is Result.FAIL
    return " · ".join(part for part in parts if part), Tone.WARN if failed_before else Tone.IDLE


def _extras(setting: Setting, answer: Answer | None) -> str:
    if answer is None:
        return ""
    photos = setting.texts.photo_count.format(n=len(answer.photos)) if answer.photos else ""
    note = setting.texts.has_note if answer.note and answer.result is not Result.FAIL else ""
    return " · ".join(part for part in (photos, note) if part)


def needs_view(setting: Setting, row: RowState, answer: Answer) -> NeedsView:
    """Return what a failed item asks for, and how far that is given."""
    texts = setting.texts
    missing = tuple(need for need in row.missing if need in FAIL_NEEDS)

    def tone(need: Need, given: object) -> Tone:
        return Tone.OK if given else Tone.BAD if need in missing else Tone.INFO

    photos = texts.photo_count.format(n=len(answer.photos)) if answer.photos else texts.photo_button
    return NeedsView(
        key=row_key(row.item.name, row.per),
        words=texts.fail_missing.format(what=words.needs_words(missing, texts)) if missing else texts.fail_complete,
        is_met=not missing,
        photo=photos,
        photo_tone=tone(Need.PHOTO, answer.photos),
        note=answer.note or texts.note_button,
        note_tone=tone(Need.NOTE, answer.note),
        action=answer.action or texts.action_button,
        action_tone=tone(Need.ACTION, answer.action),
        phrases=phrase_options(setting, row.item, answer.note),
    )


def phrase_options(setting: Setting, item: Item, note: str) -> tuple[OptionView, ...]:
    """Return the phrases to offer for a fault, those used before first."""
    texts = setting.texts
    ready = (
        texts.phrase_missing, texts.phrase_damaged, texts.phrase_dirty, texts.phrase_noise, texts.phrase_leak,
        texts.phrase_rust, texts.phrase_blocked, texts.phrase_loose, texts.phrase_expired, texts.phrase_water,
    )  # fmt: skip
    used = tuple(phrase for phrase in setting.source.phrases() if len(phrase) <= 12)
    offered = tuple(dict.fromkeys((*used[:3], *_fitting(item, ready))))[:MOST_PHRASES]
    return tuple(OptionView(phrase, phrase, is_chosen=phrase in note) for phrase in offered)


def _fitting(item: Item, ready: tuple[str, ...]) -> tuple[str, ...]:
    """Put the phrases that share a character with the item's own words first: 漏油 for 无漏油."""
    label = item.label.zh + item.hint.zh
    return tuple(sorted(ready, key=lambda phrase: not any(part in label for part in (phrase[-2:], phrase[:2]))))
