"""Returned work: the reviewer's words, and what the correction says otherwise than the version that came back."""

from __future__ import annotations

from mobile.views import answer as words_of
from mobile.views import judged
from mobile.views.judged import Judged
from mobile.views.parts import ChipView, RoundView, Tone
from mobile.views.setting import Setting, row_key
from shared.checklist import Change, Part, diff
from shared.ids import UnitId
from shared.model.inspection import Inspection, Result

NAMES = {
    Part.RESULT: "diff_result",
    Part.VALUE: "diff_value",
    Part.NOTE: "diff_note",
    Part.REASON: "diff_reason",
    Part.ACTION: "diff_action",
    Part.PHOTOS: "diff_photos",
    Part.CONCLUSION: "diff_conclusion",
    Part.CORRECTED: "diff_corrected",
    Part.AFTER: "diff_after",
    Part.VOICES: "diff_voices",
    Part.UNIT: "diff_unit",
}


def diff_rows(setting: Setting, state: Judged) -> tuple[RoundView, ...]:
    """Return a card for each item that a correction changed, with the reviewer's words on it; none for other records."""
    old = setting.source.inspection(state.inspection.amends) if state.inspection.amends is not None else None
    if old is None:
        return ()
    by_item: dict[str, list[Change]] = {}
    for change in diff(state.template, old, state.inspection):
        key = row_key(change.item.name, change.per) if change.item is not None else ""
        by_item.setdefault(key, []).append(change)
    return tuple(_row(setting, state, old, key, changes) for key, changes in by_item.items())


def diff_title(setting: Setting, state: Judged) -> str:
    """Return the heading over what changed; empty for a record that corrects none."""
    if state.inspection.amends is None or setting.source.inspection(state.inspection.amends) is None:
        return ""
    return setting.texts.fire.diff_title


def change_words(setting: Setting, change: Change) -> str:
    """Say one change in words."""
    texts = setting.texts
    name = str(getattr(texts.fire, NAMES[change.part]))
    if change.part in (Part.PHOTOS, Part.AFTER, Part.VOICES):
        counts = ((texts.fire.diff_added, len(change.added)), (texts.fire.diff_dropped, len(change.dropped)))
        said = texts.joiner.join(words.format(n=n) for words, n in counts if n)
        return texts.fire.diff_counted.format(part=name, counts=said)
    before, after = _value(setting, change, before=True), _value(setting, change, before=False)
    empty = texts.fire.diff_empty
    return texts.fire.diff_line.format(part=name, before=before or empty, after=after or empty)


def _row(setting: Setting, state: Judged, old: Inspection, key: str, changes: list[Change]) -> RoundView:
    texts, item = setting.texts, changes[0].item
    remark = state.remarks.get((item.name, changes[0].per), "") if item is not None else ""
    section = judged.section_words(setting, state, item.section, changes[0].per) if item is not None else ""
    return RoundView(
        key=key or f"record:{old.id}",
        title=setting.say(item.label) if item is not None else texts.fire.diff_conclusion,
        detail=texts.joiner.join(change_words(setting, change) for change in changes),
        icon="pencil-outline",
        tone=Tone.INFO,
        chip=ChipView(section, "", Tone.IDLE) if section else ChipView(),
        word=texts.returned_item.format(words=remark) if remark else "",
        word_tone=Tone.WARN,
    )


def _value(setting: Setting, change: Change, *, before: bool) -> str:
    value = change.before if before else change.after
    if value is None:
        return ""
    if isinstance(value, Result):
        return str(getattr(setting.texts, f"result_{value.value}"))
    if isinstance(value, bool):
        return setting.texts.fire.diff_corrected if value else ""
    if change.part is Part.VALUE and change.item is not None:
        return words_of.value_words(change.item, value, setting)
    if change.part is Part.UNIT:
        unit = setting.source.unit(UnitId(str(value)))
        return setting.say(unit.name) if unit is not None else str(value)
    return str(value)
