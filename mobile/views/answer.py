"""Answers, limits and verdicts in words and tones; shared by the checklist, the item and the finish screens."""

from __future__ import annotations

from datetime import date, datetime

from mobile.store.row import Past
from mobile.text import Texts
from mobile.views import when
from mobile.views.parts import OptionView, Tone
from mobile.views.setting import Setting
from shared.model.inspection import Answer, Result, Value
from shared.model.template import Item, ItemKind, Limits, Need

RESULT_TONES = {Result.PASS: Tone.OK, Result.FAIL: Tone.BAD, Result.NA: Tone.IDLE, Result.NOT_CHECKED: Tone.WARN}
RESULT_ICONS = {
    Result.PASS: "check-bold",
    Result.FAIL: "close-thick",
    Result.NA: "minus-thick",
    Result.NOT_CHECKED: "help-circle-outline",
}
FILL_ICONS = {
    ItemKind.NUMBER: "numeric",
    ItemKind.COUNT: "numeric",
    ItemKind.DATE: "calendar-outline",
    ItemKind.TIME: "clock-outline",
    ItemKind.DATETIME: "calendar-clock",
    ItemKind.CHOICE: "format-list-checks",
    ItemKind.CHOICES: "format-list-checks",
    ItemKind.TEXT: "pencil-outline",
    ItemKind.PHOTO: "camera-outline",
    ItemKind.TAG: "qrcode-scan",
    ItemKind.SIGNATURE: "draw",
}


def result_words(result: Result, texts: Texts) -> str:
    return str(getattr(texts, f"result_{result.value}"))


def answer_options(chosen: Result | None, texts: Texts) -> tuple[OptionView, ...]:
    """Return the three big answers; 未检 stays behind "more" and, once chosen, takes the place of 不适用."""
    last = Result.NOT_CHECKED if chosen is Result.NOT_CHECKED else Result.NA
    return tuple(
        OptionView(r.value, result_words(r, texts), RESULT_ICONS[r], RESULT_TONES[r], r is chosen)
        for r in (Result.PASS, Result.FAIL, last)
    )


def fill_words(kind: ItemKind, texts: Texts) -> str:
    """Return what the button of an open item says."""
    return {
        ItemKind.NUMBER: texts.fill_reading,
        ItemKind.COUNT: texts.fill_reading,
        ItemKind.DATE: texts.fill_date,
        ItemKind.CHOICE: texts.fill_choice,
        ItemKind.CHOICES: texts.fill_choice,
        ItemKind.TEXT: texts.fill_text,
        ItemKind.PHOTO: texts.fill_photo,
        ItemKind.TAG: texts.fill_tag,
        ItemKind.SIGNATURE: texts.fill_signature,
    }.get(kind, texts.fill_value)


def number(value: float) -> str:
    """Return a number without needless digits: 25.80 -> 25.8, 6.0 -> 6."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def value_words(item: Item, value: Value, setting: Setting) -> str:
    """Return an answer's value as people read it; empty when there is none."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool | int | float):
        return f"{number(value)} {item.unit}".strip()
    if isinstance(value, tuple):
        return setting.texts.joiner.join(_choice(item, name, setting) for name in value)
    if item.kind is ItemKind.DATE:
        return _date_words(value, setting)
    if item.kind is ItemKind.DATETIME:
        return _datetime_words(value, setting)
    return _choice(item, value, setting)


def _choice(item: Item, name: str, setting: Setting) -> str:
    return next((setting.say(choice.label) for choice in item.choices if choice.name == name), name)


def _date_words(value: str, setting: Setting) -> str:
    try:
        return when.short_date(date.fromisoformat(value), setting.texts)
    except ValueError:
        return value


def _datetime_words(value: str, setting: Setting) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return when.day_and_time(at.astimezone(setting.zone()) if at.tzinfo else at, setting.now(), setting.texts)


def answer_words(item: Item, answer: Answer | Past, setting: Setting) -> str:
    """Return an answer in words: its result, its value, or both."""
    result = result_words(answer.result, setting.texts) if answer.result else ""
    return " ".join(part for part in (result, value_words(item, answer.value, setting)) if part)


def limits_words(limits: Limits | None, unit: str, texts: Texts) -> str:
    """Return the normal range of a reading in words; empty without limits."""
    if limits is None:
        return ""
    low = None if limits.low is None else number(limits.low)
    high = None if limits.high is None else number(limits.high)
    if low is not None and high is not None:
        return texts.normal_range.format(low=low, high=high, unit=unit).strip()
    if high is not None:
        return texts.at_most.format(high=high, unit=unit).strip()
    if low is not None:
        return texts.at_least.format(low=low, unit=unit).strip()
    return ""


def verdict_words(value: Value, limits: Limits | None, unit: str, texts: Texts) -> tuple[str, Tone]:
    """Say what a reading means against its limits, which are inclusive.

    This is wording only, for the figure that is being typed; whether a stored answer is out of limits is decided by
    `shared.checklist`.
    """
    if limits is None or not isinstance(value, int | float):
        return "", Tone.IDLE
    if limits.high is not None and value > limits.high:
        return texts.above_limit.format(high=number(limits.high), unit=unit).strip(), Tone.BAD
    if limits.low is not None and value < limits.low:
        return texts.below_limit.format(low=number(limits.low), unit=unit).strip(), Tone.BAD
    near_high = limits.warn_high is not None and value >= limits.warn_high
    near_low = limits.warn_low is not None and value <= limits.warn_low
    if near_high or near_low:
        return texts.near_limit, Tone.WARN
    return texts.within_limits, Tone.OK


def last_words(item: Item, past: tuple[Past, ...], setting: Setting) -> str:
    """Return the last answer in words, with its note when it was a fail."""
    if not past:
        return ""
    words = answer_words(item, past[0], setting)
    if past[0].result is Result.FAIL and past[0].note:
        return setting.texts.last_time_noted.format(answer=words, note=past[0].note)
    return setting.texts.last_time.format(answer=words) if words else ""


def needs_words(needs: tuple[Need, ...], texts: Texts) -> str:
    """Return what is still missing: 照片、说明."""
    return texts.joiner.join(str(getattr(texts, f"need_{need.value}")) for need in needs)
