"""The office's wordings for a fail, as chips and as a list, and what a chosen one brings."""

from __future__ import annotations

from datetime import date

from mobile.views import when
from mobile.views.parts import OptionView, Tone
from mobile.views.setting import Setting
from shared.checklist import offered
from shared.checklist.library import newest
from shared.model.inspection import Answer
from shared.model.phrase import Phrase
from shared.model.template import HazardGrade, Item

LONGEST_CHIP = 14
"""In characters; longer wordings are in the list only, which shows them whole."""
MOST_USED = 3


def chosen(setting: Setting, answer: Answer) -> Phrase | None:
    """Return the wording that an answer was given, in the version that was chosen."""
    return setting.source.library_phrase(answer.phrase)


def options(setting: Setting, item: Item, answer: Answer) -> tuple[OptionView, ...]:
    """Return what fits on chips: wordings about this item, what was written here before, what fits any item."""
    fitting = offered(setting.source.library(), item)
    parts = answer.note.split("，")
    own = [_chip(setting, phrase, answer) for phrase in fitting if phrase.codes]
    used = [OptionView(text, text, is_chosen=text in parts) for text in _used(setting)]
    general = [_chip(setting, phrase, answer) for phrase in fitting if not phrase.codes]
    return tuple({option.words: option for option in (*own, *used, *(general or _ready(setting, parts)))}.values())


def listed(setting: Setting, item: Item, answer: Answer) -> tuple[OptionView, ...]:
    """Return every wording that fits an item, each with what it brings; the chosen one says so."""
    fitting = offered(setting.source.library(), item)
    return tuple(
        OptionView(
            phrase.key,
            setting.say(phrase.words),
            "check" if phrase.key == answer.phrase else "",
            Tone.BAD if phrase.grade is HazardGrade.MAJOR else Tone.INFO,
            phrase.key == answer.phrase,
            brief(setting, phrase),
        )
        for phrase in fitting
    )


def general(setting: Setting) -> tuple[str, ...]:
    """Return the wordings about any item: what a hazard that no checklist asked about can be called."""
    return tuple(setting.say(phrase.words) for phrase in newest(setting.source.library()) if not phrase.codes)


def brief(setting: Setting, phrase: Phrase | None) -> str:
    """Say in one line what a wording brings: grade, suggested deadline, basis."""
    if phrase is None:
        return ""
    grade = str(getattr(setting.texts, f"grade_{phrase.grade.value}")) if phrase.grade else ""
    deadline = _deadline(setting, phrase, setting.now().date())
    basis = setting.texts.checklist.basis.format(clause=phrase.basis) if phrase.basis else ""
    return " · ".join(part for part in (grade, deadline, basis) if part)


def is_major(item: Item, phrase: Phrase | None) -> bool:
    """Tell whether a fail would be a major hazard: that is never ended on the spot."""
    return ((phrase.grade if phrase else None) or item.grade) is HazardGrade.MAJOR


def _deadline(setting: Setting, phrase: Phrase, today: date) -> str:
    texts = setting.texts.checklist
    on = phrase.suggested_on(today)
    if on is None:
        return ""
    return (
        texts.suggested.format(day=when.short_date(on, setting.texts), n=phrase.days)
        if phrase.days
        else texts.suggested_today
    )


def _chip(setting: Setting, phrase: Phrase, answer: Answer) -> OptionView:
    said = setting.say(phrase.words)
    return OptionView(phrase.key, said, is_chosen=phrase.key == answer.phrase)


def _used(setting: Setting) -> tuple[str, ...]:
    return tuple(text for text in setting.source.phrases() if len(text) <= LONGEST_CHIP)[:MOST_USED]


def _ready(setting: Setting, parts: list[str]) -> list[OptionView]:
    """Return general words for a tablet that has no library yet."""
    texts = setting.texts
    ready = (
        texts.phrase_missing, texts.phrase_damaged, texts.phrase_dirty, texts.phrase_noise, texts.phrase_leak,
        texts.phrase_rust, texts.phrase_blocked, texts.phrase_loose, texts.phrase_expired, texts.phrase_water,
    )  # fmt: skip
    return [OptionView(text, text, is_chosen=text in parts) for text in ready]
