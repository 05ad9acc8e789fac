"""One item of a record in full."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.store.port import Source
from mobile.store.row import Past, PhotoRow, PhotoState
from mobile.text import Texts
from mobile.views import answer as words
from mobile.views import judged, when
from mobile.views.checklist import NO_FAULT, fault_of, next_open, phrase_options
from mobile.views.judged import Judged
from mobile.views.parts import FactView, OptionView, PadView, PhotoView, PlotView, Tone
from mobile.views.plot import plot_view
from mobile.views.setting import Setting, row_key
from shared.checklist import RowState
from shared.ids import InspectionId
from shared.model.inspection import AFTER, VOICE, Answer, Result
from shared.model.template import Certainty, Item, ItemKind, Need

KINDS = {
    ItemKind.PASS_FAIL: "answers",
    ItemKind.NUMBER: "number",
    ItemKind.COUNT: "number",
    ItemKind.CHOICE: "choice",
    ItemKind.CHOICES: "choice",
    ItemKind.DATE: "date",
    ItemKind.DATETIME: "moment",
    ItemKind.TIME: "moment",
    ItemKind.PHOTO: "photo",
    ItemKind.TAG: "tag",
}
NO_EXTRAS = Answer(item="")


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item. `kind`: answers, number, choice, date, text, tag or photo."""

    record: str = ""
    form: str = ""
    progress: str = ""
    key: str = ""
    kind: str = "answers"
    number: str = ""
    title: str = ""
    hint: str = ""
    remark: str = ""
    remark_title: str = ""
    answers: tuple[OptionView, ...] = ()
    figure: str = ""
    pad: PadView = PadView()
    decimals: bool = True
    signs: bool = True
    options: tuple[OptionView, ...] = ()
    is_multiple: bool = False
    value: str = ""
    raw_value: str = ""
    is_clock_only: bool = False
    shifts: tuple[OptionView, ...] = ()
    value_hint: str = ""
    value_title: str = ""
    missing: str = ""
    reason: str = ""
    reason_title: str = ""
    reason_hint: str = ""
    reasons: tuple[OptionView, ...] = ()
    has_extras: bool = True
    photos_title: str = ""
    photos: tuple[PhotoView, ...] = ()
    add_photo: str = ""
    note: str = ""
    note_title: str = ""
    note_hint: str = ""
    phrases: tuple[OptionView, ...] = ()
    action: str = ""
    action_title: str = ""
    action_hint: str = ""
    actions: tuple[OptionView, ...] = ()
    fix: str = ""
    fix_tone: str = Tone.INFO
    fix_by: str = ""
    after_title: str = ""
    after: tuple[PhotoView, ...] = ()
    add_after: str = ""
    library: str = ""
    brief: str = ""
    plot: PlotView = PlotView()
    last: str = ""
    past_title: str = ""
    past: tuple[FactView, ...] = ()
    clause: str = ""
    has_answer: bool = False
    previous_key: str = ""
    next_key: str = ""
    next_words: str = ""


def item_view(setting: Setting, record: InspectionId, key: str) -> ItemView | None:
    """Make the view of one item; None when the record or the item is not there."""
    state = judged.judge(setting, record)
    row = state.row(key) if state else None
    if state is None or row is None:
        return None
    return item_view_of(setting, state, row)


def item_view_of(setting: Setting, state: Judged, row: RowState) -> ItemView:
    """Make the view of one row of a judged record."""
    texts, item = setting.texts, row.item
    slot = row.key
    answer = state.answers.get(slot, NO_EXTRAS)
    past = state.previous.get(slot, ())
    is_fail = row.verdict is Result.FAIL or bool(answer.action)
    fault = fault_of(setting, row, answer) if is_fail else NO_FAULT
    taken = setting.source.photos_of(state.inspection.id)
    before, after = _neighbours(state, row)
    key = row_key(*slot)
    following = next_open(state, key)
    return ItemView(
        record=state.inspection.id,
        form=judged.title(setting, state),
        progress=texts.progress.format(done=state.evaluation.answered, total=state.evaluation.total),
        key=key,
        kind=KINDS.get(item.kind, "text"),
        number=_number(setting, state, row),
        title=setting.say(item.label),
        hint=setting.say(item.hint),
        remark=state.remarks.get(slot, ""),
        remark_title=texts.returned,
        answers=_answers(setting, item, answer),
        figure=words.number(answer.value) if isinstance(answer.value, int | float) else "",
        pad=_pad(setting, row, answer, past),
        decimals=item.kind is not ItemKind.COUNT,
        signs=_may_be_negative(row),
        options=_options(setting, item, answer),
        is_multiple=item.kind is ItemKind.CHOICES,
        value=words.value_words(item, answer.value, setting) or _no_value(item, texts),
        shifts=_shifts(texts) if item.kind in (ItemKind.DATETIME, ItemKind.TIME) else (),
        is_clock_only=item.kind is ItemKind.TIME,
        raw_value=answer.value if isinstance(answer.value, str) else "",
        value_hint=texts.scan_or_type if item.kind is ItemKind.TAG else texts.fill_text,
        value_title=words.fill_words(item.kind, texts),
        missing=_missing(setting, row, answer),
        reason=answer.reason,
        reason_title=texts.reason_hint,
        reason_hint=texts.reason,
        reasons=_reasons(setting, row, answer),
        photos_title=texts.photos,
        photos=taken_views(setting, taken, *slot),
        add_photo=texts.take_photo,
        note=answer.note,
        note_title=texts.note,
        note_hint=texts.note_hint,
        phrases=phrase_options(setting, item, answer) if is_fail else (),
        action=answer.action,
        action_title=texts.action,
        action_hint=texts.action_hint,
        actions=_actions(setting, answer) if is_fail else (),
        fix=fault.fix,
        fix_tone=fault.tone,
        fix_by=fault.by,
        after_title=texts.checklist.fix_photos,
        after=photo_views(setting, taken, *slot, AFTER),
        add_after=texts.checklist.fix_photo if answer.corrected else "",
        library=texts.checklist.library if is_fail else "",
        brief=fault.brief,
        plot=plot_view(setting, row, answer, past),
        last=_last(setting, item, past),
        past_title=texts.previous_answers,
        past=tuple(_past(setting, item, one) for one in past),
        clause=_clause(setting, item),
        has_answer=slot in state.answers,
        previous_key=before,
        next_key=following or after,
        next_words=texts.confirm_next if following or after else texts.confirm,
    )


def _no_value(item: Item, texts: Texts) -> str:
    if item.kind is ItemKind.DATE:
        return texts.no_date
    return texts.no_time if item.kind in (ItemKind.DATETIME, ItemKind.TIME) else ""


def _shifts(texts: Texts) -> tuple[OptionView, ...]:
    """Return the steps that move a time; the key is minutes, 0 sets it to now."""
    steps = ((0, texts.set_now), (-60, texts.hour_before), (-10, texts.ten_before), (10, texts.ten_after))
    return tuple(OptionView(str(minutes), words) for minutes, words in (*steps, (60, texts.hour_after)))


def _number(setting: Setting, state: Judged, row: RowState) -> str:
    section = judged.section_words(setting, state, row.item.section, row.per)
    return " · ".join(part for part in (row.item.code, section) if part)


def _neighbours(state: Judged, row: RowState) -> tuple[str, str]:
    keys = [row_key(*r.key) for r in state.evaluation.rows if r.visible and judged.counts(r.item)]
    here = keys.index(row_key(*row.key)) if row_key(*row.key) in keys else 0
    return (keys[here - 1] if here else "", keys[here + 1] if here + 1 < len(keys) else "")


def _answers(setting: Setting, item: Item, answer: Answer) -> tuple[OptionView, ...]:
    if item.kind is not ItemKind.PASS_FAIL:
        return ()
    return tuple(
        OptionView(
            result.value,
            words.result_words(result, setting.texts),
            words.RESULT_ICONS[result],
            words.RESULT_TONES[result],
            result is answer.result,
        )
        for result in Result
    )


def _pad(setting: Setting, row: RowState, answer: Answer, past: tuple[Past, ...]) -> PadView:
    """Return the words round the figure: limits with the last reading, and what the figure means."""
    texts, item = setting.texts, row.item
    verdict, tone = words.verdict_words(answer.value, row.limits, item.unit, texts)
    if row.constraint_message is not None:
        verdict, tone = setting.say(row.constraint_message), Tone.BAD
    icon = {Tone.BAD: "alert", Tone.WARN: "alert", Tone.OK: "check"}.get(tone, "")
    limits, last = words.limits_words(row.limits, item.unit, texts), words.last_words(item, past, setting)
    return PadView(item.unit, " · ".join(part for part in (limits, last) if part), verdict, icon, tone)


def _may_be_negative(row: RowState) -> bool:
    low = row.limits.low if row.limits else None
    return row.item.unit in ("℃", "°C") or (low is not None and low < 0)


def _options(setting: Setting, item: Item, answer: Answer) -> tuple[OptionView, ...]:
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(OptionView(c.name, setting.say(c.label), is_chosen=c.name in chosen) for c in item.choices)


def _missing(setting: Setting, row: RowState, answer: Answer) -> str:
    given = answer.result is not None or answer.value is not None
    needs = tuple(need for need in row.missing if need is not Need.VALUE)
    return setting.texts.missing_word.format(what=words.needs_words(needs, setting.texts)) if needs and given else ""


def _reasons(setting: Setting, row: RowState, answer: Answer) -> tuple[OptionView, ...]:
    """Return reasons to choose from, where one is needed or was given."""
    texts = setting.texts
    wanted = Need.REASON in row.missing or answer.reason or answer.result in (Result.NA, Result.NOT_CHECKED)
    if not wanted:
        return ()
    ready = (texts.why_locked, texts.why_off, texts.why_repair, texts.why_none, texts.why_time)
    return tuple(OptionView(text, text, is_chosen=text == answer.reason) for text in ready)


def _actions(setting: Setting, answer: Answer) -> tuple[OptionView, ...]:
    texts = setting.texts
    ready = (texts.act_fixed, texts.act_told, texts.act_fenced, texts.act_stopped, texts.act_reported)
    return tuple(OptionView(text, text, is_chosen=text in answer.action) for text in ready)


def _past(setting: Setting, item: Item, past: Past) -> FactView:
    at = past.at.astimezone(setting.zone())
    said = words.answer_words(item, past, setting)
    note = f"（{past.note}）" if past.note else ""
    tone = Tone.BAD if past.result is Result.FAIL else Tone.IDLE
    return FactView(when.day(at.date(), setting.now().date(), setting.texts), f"{said}{note}", tone)


def _last(setting: Setting, item: Item, past: tuple[Past, ...]) -> str:
    """Return what the way to the last time says: 上次 25.4 °C."""
    said = words.answer_words(item, past[0], setting) if past else ""
    return f"{setting.texts.checklist.last_time} {said}".strip() if past else ""


def _clause(setting: Setting, item: Item) -> str:
    """Return the item's basis; what is only remembered is never shown as law."""
    if not item.clause or item.certainty in (Certainty.MEMORY, Certainty.RECOMMENDED):
        return ""
    return setting.texts.clause.format(clause=item.clause)


def taken_views(
    setting: Setting, rows: tuple[PhotoRow, ...], item: str = "", per: str | None = None
) -> tuple[PhotoView, ...]:
    """Return the photos of one item as it was found, and after them its voice notes."""
    return (*photo_views(setting, rows, item, per), *photo_views(setting, rows, item, per, VOICE))


def photo_views(
    setting: Setting, rows: tuple[PhotoRow, ...], item: str = "", per: str | None = None, role: str = ""
) -> tuple[PhotoView, ...]:
    """Return the photos of one item of a record (of a recheck: item "") that have a role."""
    found = (row for row in rows if (row.item, row.per, row.role) == (item, per, role))
    mine = (row for row in found if row.state is not PhotoState.DROPPED)
    return tuple(_photo(setting.source, row, setting) for row in mine)


def _photo(source: Source, row: PhotoRow, setting: Setting) -> PhotoView:
    texts = setting.texts
    if row.is_voice and row.state is PhotoState.READY:
        icon, tone = ("cloud-check-outline", Tone.OK) if row.is_sent else ("tablet", Tone.IDLE)
        return PhotoView(row.id, "", "", when.length(row.seconds), icon, tone, icon="microphone")
    path = source.photo_path(row.id)
    if row.trouble and row.state is PhotoState.PENDING:
        return PhotoView(row.id, "", "", texts.photo_no_space, "harddisk", Tone.WARN)
    if row.state is PhotoState.PENDING or path is None:
        return PhotoView(row.id, "", "", texts.photo_making, "timer-sand", Tone.IDLE)
    if row.is_twin:
        return PhotoView(row.id, str(path), "", texts.photo_twin, "image-multiple-outline", Tone.WARN, row.marks)
    if row.is_sent:
        return PhotoView(row.id, str(path), "", texts.photo_on_server, "cloud-check-outline", Tone.OK, row.marks)
    return PhotoView(row.id, str(path), "", texts.photo_here, "tablet", Tone.IDLE, row.marks)
