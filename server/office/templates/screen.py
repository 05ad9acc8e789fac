"""The tablet's screen of a checklist, as a trial shows it: what stands in each row, in its order, colours and words.

What the tablet does is decided in ``mobile/views/checklist.py``, which the server never imports; a test holds the words equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from server.office.formats import Formats
from server.office.templates.sample import Last, last_of
from server.office.text import Wording
from shared.checklist import RowState, offered
from shared.model.inspection import Result
from shared.model.phrase import Phrase
from shared.model.template import ItemKind, Need

if TYPE_CHECKING:
    from server.office.templates.trial import Trial, Turn

_TONES: Final = {Result.PASS: "ok", Result.FAIL: "bad", Result.NA: "idle", Result.NOT_CHECKED: "warn"}
_FAIL_NEEDS: Final = (Need.PHOTO, Need.NOTE, Need.ACTION, Need.AFTER)
_SET_ASIDE: Final = (Result.NA, Result.NOT_CHECKED)
_FILLS: Final = {
    ItemKind.NUMBER: "trial.fill_reading",
    ItemKind.COUNT: "trial.fill_reading",
    ItemKind.CHOICE: "trial.fill_choice",
    ItemKind.CHOICES: "trial.fill_choice",
    ItemKind.TEXT: "trial.fill_text",
    ItemKind.PHOTO: "trial.fill_photo",
    ItemKind.TAG: "trial.fill_tag",
    ItemKind.SIGNATURE: "trial.fill_signature",
}
_HEADINGS: Final = {
    (True, True): "trial.drift_high",
    (True, False): "trial.drift_high_today",
    (False, True): "trial.drift_low",
    (False, False): "trial.drift_low_today",
}
"""What is said of a reading that goes up, or down, and in a day or more."""
_NEXT_LETTERS: Final = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the list: ``check`` an item, ``word`` a note, ``needs`` and ``reason`` what opens under an item."""

    kind: str
    row: RowState


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it. ``count`` is what is done of what is asked, empty if nothing is."""

    turn: Turn
    key: str
    name: str
    short: str
    count: str
    is_done: bool
    failed: int
    entries: tuple[Entry, ...]
    hidden: tuple[RowState, ...]
    worked_out: tuple[RowState, ...]


class Screen:
    """Everything that the page asks while it draws a trial."""

    def __init__(self, trial: Trial, wording: Wording, formats: Formats, library: Sequence[Phrase] = ()) -> None:
        self._trial = trial
        self._library = library
        self._say = wording
        self._formats = formats
        self.parts = tuple(self._part(number, turn) for number, turn in enumerate(trial.turns))
        self.next = trial.evaluation.next_open()

    @property
    def next_words(self) -> str:
        """What the big button at the foot says."""
        if self.next is None:
            return self._say("trial.go_sign")
        label = self._say.text(self.next.item.label)
        short = label if len(label) <= _NEXT_LETTERS else label[: _NEXT_LETTERS - 1] + "…"
        return self._say("trial.next_named", item=short) if label else self._say("trial.next_item")

    def tone(self, row: RowState) -> str:
        """Return the colour of a row, empty until it has one: that of the verdict, not of the tap."""
        if row.out_of_limits or row.constraint_message is not None:
            return "bad"
        if row.verdict is not None and (row.verdict is Result.FAIL or row.is_answered):
            tone = _TONES[row.verdict]
            return "warn" if row.warned and tone == "ok" else tone
        if not row.is_answered:
            return ""
        return "warn" if row.warned else "ok"

    def detail(self, row: RowState) -> tuple[str, str]:
        """Return the small line under an item and its colour: the most telling of what is known about it."""
        unit, limits, value = row.item.unit, row.limits, row.value
        if row.constraint_message is not None:
            return self._say.text(row.constraint_message), "bad"
        low, high = (None, None) if limits is None else (limits.low, limits.high)
        number = self._formats.number
        if row.out_of_limits and isinstance(value, (int, float)):
            if high is not None and value > high:
                return self._say("trial.above_limit", high=number(high), unit=unit).strip(), "bad"
            return self._say("trial.below_limit", low=number(low or 0), unit=unit).strip(), "bad"
        if row.warned:
            return self._say("trial.near_limit"), "warn"
        if low is not None and high is not None:
            return self._say("trial.normal_range", low=number(low), high=number(high), unit=unit).strip(), ""
        if high is not None:
            return self._say("trial.at_most", high=number(high), unit=unit).strip(), ""
        return (self._say("trial.at_least", low=number(low), unit=unit).strip() if low is not None else ""), ""

    def answers(self, row: RowState) -> tuple[Result, ...]:
        """Return the three big answers; 未检, once chosen, takes the place of 不适用."""
        is_set_aside = self._trial.answer(row).result is Result.NOT_CHECKED
        return (Result.PASS, Result.FAIL, Result.NOT_CHECKED if is_set_aside else Result.NA)

    def behind_more(self, row: RowState) -> Result:
        """Return the answer that stands behind the three dots."""
        return Result.NA if Result.NOT_CHECKED in self.answers(row) else Result.NOT_CHECKED

    def fill(self, row: RowState) -> str:
        """Return what the field of an open item says."""
        return self._say(_FILLS.get(row.item.kind, "trial.fill_value"))

    def chosen(self, row: RowState) -> str:
        """Return the names of the choices that were made."""
        value = row.value if isinstance(row.value, tuple) else (row.value,)
        names = (self._say.text(one.label) for one in row.item.choices if one.name in value)
        return self._say("trial.joiner").join(names)

    def missing(self, row: RowState) -> tuple[Need, ...]:
        """Return what a fail still needs."""
        return tuple(need for need in row.missing if need in _FAIL_NEEDS)

    def needs(self, row: RowState) -> str:
        """Say what a fail still needs, or that all is there."""
        missing = self.missing(row)
        if not missing:
            return self._say("trial.fail_complete")
        what = self._say("trial.joiner").join(self._say(f"trial.need_{need.value}") for need in missing)
        return self._say("trial.out_of_limits" if row.out_of_limits else "trial.fail_missing", what=what)

    def phrases(self, row: RowState) -> tuple[Phrase, ...]:
        """Return the wordings of the library that the tablet offers for a fail, those of its own code first."""
        return offered(self._library, row.item)

    def brings(self, phrase: Phrase) -> str:
        """Say in one line what a wording brings: grade, suggested deadline, basis."""
        say, today = self._say, self._formats.today
        on = phrase.suggested_on(today)
        due = ""
        if on is not None:
            due = (
                say("trial.suggested", day=self._formats.day(on), n=phrase.days)
                if phrase.days
                else say("trial.suggested_today")
            )
        basis = say("trial.basis", clause=phrase.basis) if phrase.basis else ""
        return " · ".join(word for word in (say.of(phrase.grade) if phrase.grade else "", due, basis) if word)

    def last(self, row: RowState) -> Last | None:
        """Return sample readings of the days before, which the tablet shows where a reading is typed."""
        return last_of(row, self._trial.now)

    def last_values(self, last: Last) -> str:
        """Write sample readings, oldest first."""
        return " · ".join(self._formats.number(value) for value in last.values)

    def heading(self, last: Last) -> str:
        """Say where sample readings are heading, in the tablet's words."""
        if last.drift is None:
            return ""
        key = _HEADINGS[last.drift.is_up, last.drift.in_days > 0]
        return self._say(key, n=last.drift.in_days)

    def reason(self, row: RowState) -> str:
        """Say why an item was set aside, or ask for it."""
        answer = self._trial.answer(row)
        said = self._say.of(answer.result) if answer.result is not None else ""
        key = "trial.reason_given" if answer.reason else "trial.reason_asked"
        return self._say(key, answer=said, reason=answer.reason)

    # ---- within

    def _part(self, number: int, turn: Turn) -> Part:
        rows = [row for row in turn.rows if row.visible and row.item.kind is not ItemKind.CALCULATE]
        name, per = (turn.section.name if turn.section else "", turn.asset.id if turn.asset else None)
        state = next((one for one in self._trial.evaluation.sections if (one.name, one.per) == (name, per)), None)
        total = state.total if state is not None else 0
        return Part(
            turn,
            f"part-{number}",
            self._name(turn),
            self._short(turn),
            f"{state.answered}/{total}" if state is not None and total else "",
            bool(state is not None and total and state.is_complete),
            state.failed if state is not None else 0,
            tuple(self._entries(rows)),
            tuple(row for row in turn.rows if not row.visible),
            tuple(row for row in turn.rows if row.visible and row.item.kind is ItemKind.CALCULATE),
        )

    def _name(self, turn: Turn) -> str:
        label = self._say.text(turn.section.label) if turn.section else ""
        if turn.asset is None:
            return label
        asset = self._say.text(turn.asset.name)
        return self._say("trial.per_asset", asset=asset, section=label) if label else asset

    def _short(self, turn: Turn) -> str:
        repeated = [section for section in self._trial.template.sections if section.repeat_over]
        if turn.asset is not None and len(repeated) == 1:
            return self._say.text(turn.asset.name)
        return self._name(turn) or self._say("trial.jump_sections")

    def _entries(self, rows: list[RowState]) -> Iterator[Entry]:
        """Yield items and notes, and under an item with its readings what that asks for."""
        pending: Entry | None = None
        for row in rows:
            if pending is not None and not row.item.part_of:
                yield pending
                pending = None
            if row.item.kind is ItemKind.NOTE:
                yield Entry("word", row)
                continue
            yield Entry("check", row)
            pending = self._below(row) or pending
        if pending is not None:
            yield pending

    def _below(self, row: RowState) -> Entry | None:
        is_head = row in self._trial.evaluation.failures
        asks = any(need in (*row.item.fail_needs, *row.missing) for need in _FAIL_NEEDS)
        if is_head and (row.item.category or asks):
            return Entry("needs", row)
        return Entry("reason", row) if self._trial.answer(row).result in _SET_ASIDE else None
