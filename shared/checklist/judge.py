"""Decide row by row, each question once and when it is asked: visible, value, verdict, required, missing."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from shared.checklist.form import Form
from shared.checklist.reading import MisfitError, atom_of, is_blank, sets_aside
from shared.checklist.state import SILENT, AnswerKey, Context, Fault
from shared.errors import ExpressionError
from shared.expression import Atom, Value, compile_expression, to_boolean, to_number, to_text
from shared.ids import AssetId
from shared.model.inspection import Answer, Result
from shared.model.place import Text
from shared.model.template import Item, ItemKind, Limits, Need

_BROKEN_RULE = Text("填写的内容不符合要求", "The answer does not meet the rule")
_MEASURED = (ItemKind.NUMBER, ItemKind.COUNT)
_OUTSIDE_NEEDS = (Need.PHOTO, Need.NOTE)
"""What a reading out of its limits must carry, where the form says nothing else: a picture and why."""


class Judge:
    """One evaluation under way: answers each question at most once and remembers what failed."""

    __slots__ = ("_asked", "_known", "_limits", "_visible_groups", "answers", "context", "faults", "form")

    def __init__(self, form: Form, answers: Mapping[AnswerKey, Answer], context: Context) -> None:
        self.form = form
        self.answers = answers
        self.context = context
        self.faults: dict[Fault, None] = {}
        self._known: dict[tuple[str, str, AssetId | None], Value | bool | Result | None] = {}
        self._visible_groups: dict[tuple[str, AssetId | None], bool] = {}
        self._limits: dict[tuple[str, AssetId | None], Limits] = {}
        self._asked: set[tuple[str, str, AssetId | None]] = set()

    # ---- visible

    def is_due(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether an item with ``every_days`` is due, by days in the site's calendar."""
        past = self.context.history.get((item.name, per)) if item.every_days else None
        if past is None:
            return True
        today, zone = self.context.now.date(), self.context.now.tzinfo
        last = past.at.astimezone(zone).date() if past.at.tzinfo else past.at.date()
        return (today - last).days >= item.every_days

    def is_visible(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether a row is part of the form as answered so far."""
        token = ("visible", item.name, per)
        if token not in self._known:
            self._enter(token)
            try:
                self._known[token] = self._decide_visible(item, per)
            finally:
                self._asked.discard(token)
        return self._known[token] is True

    def _decide_visible(self, item: Item, per: AssetId | None) -> bool:
        if not self.is_due(item, per) and is_blank(self.answers.get((item.name, per))):
            return False
        groups, asked = self.form.groups(item.section), self.context.sections
        if asked and not any(group.name in asked for group in groups) and self.form.is_part(item.section):
            return False
        if not all(self._is_group_visible(group.name, group.relevant, per) for group in groups):
            return False
        return self._truth(item.relevant, Line(self, item.name, item.section, per), "relevant", default=True)

    def _is_group_visible(self, name: str, relevant: str, per: AssetId | None) -> bool:
        if not relevant:
            return True
        key = (name, per)
        if key not in self._visible_groups:
            repeat = self.form.repeat_of(name)
            line = Line(self, name, name, per if repeat else None)
            self._visible_groups[key] = self._truth(relevant, line, "relevant", default=True)
        return self._visible_groups[key]

    # ---- values

    def own_value(self, item: Item, per: AssetId | None) -> Atom:
        """Return a row's stored answer, visible or not; one that does not fit counts as none."""
        try:
            return atom_of(item, self.answers.get((item.name, per)), self.context.now.tzinfo)
        except MisfitError as error:
            self._fault(item.name, per, "answer", str(error))
            return ""

    def value(self, item: Item, per: AssetId | None) -> Atom:
        """Return a row's answer or calculated value as others see it: empty while it is not visible."""
        if not self.is_visible(item, per):
            return ""
        return self.calculated(item, per) if item.kind is ItemKind.CALCULATE else self.own_value(item, per)

    def calculated(self, item: Item, per: AssetId | None) -> Atom:
        """Compute a calculate row; the empty text if it fails or is no number."""
        token = ("calculated", item.name, per)
        if token not in self._known:
            self._enter(token)
            try:
                line = Line(self, item.name, item.section, per)
                value = self._evaluate(item.calculation, line, "calculation")
                atom = value if not isinstance(value, tuple) else " ".join(to_text(member) for member in value)
                self._known[token] = "" if atom is None or (isinstance(atom, float) and math.isnan(atom)) else atom
            finally:
                self._asked.discard(token)
        known = self._known[token]
        return known if isinstance(known, (str, float, bool, date, datetime, time)) else ""

    # ---- verdicts

    def limits(self, item: Item, per: AssetId | None) -> Limits | None:
        """Return the limits of a reading: the asset's own values first, then the form's."""
        if item.limits is None:
            return None
        key = (item.name, per)
        if key not in self._limits:
            low = _asset_number(self.form.field(per, item.limits.low_from))
            high = _asset_number(self.form.field(per, item.limits.high_from))
            self._limits[key] = replace(
                item.limits,
                low=item.limits.low if low is None else low,
                high=item.limits.high if high is None else high,
            )
        return self._limits[key]

    def is_answered(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether a row has its answer; what a fail must carry is another question."""
        if item.kind in SILENT:
            return False
        answer = self.answers.get((item.name, per))
        return sets_aside(answer) or bool(to_text(self.own_value(item, per)))

    def own_verdict(self, item: Item, per: AssetId | None) -> Result | None:
        """Judge a row by itself. A reading out of limits fails whatever was tapped; a person may be stricter."""
        answer = self.answers.get((item.name, per))
        tapped = answer.result if answer else None
        if item.kind in SILENT:
            return None
        if item.kind in _MEASURED:
            limits, number = self.limits(item, per), to_number(self.own_value(item, per))
            if limits and is_outside(limits, number):
                return Result.FAIL
            is_judged = limits is not None and not (limits.low is None and limits.high is None)
            if tapped in (None, Result.PASS) and not math.isnan(number):
                return Result.PASS if is_judged else None
        return None if tapped is Result.PASS and item.kind is not ItemKind.PASS_FAIL else tapped

    def failed_parts(self, item: Item, per: AssetId | None) -> tuple[Item, ...]:
        """List the visible readings of an item that fail."""
        parts = self.form.parts.get(item.name)
        if not parts:
            return ()
        return tuple(
            part for part in parts if self.is_visible(part, per) and self.own_verdict(part, per) is Result.FAIL
        )

    def verdict(self, item: Item, per: AssetId | None) -> Result | None:
        """Judge a row with its parts: a failing part fails it."""
        return Result.FAIL if self.failed_parts(item, per) else self.own_verdict(item, per)

    def is_head(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether a row counts for itself, not with a visible item that it is a part of."""
        whole = self.form.items.get(item.part_of)
        return whole is None or whole is item or not self.is_visible(whole, per)

    # ---- what is asked

    def is_required(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether a visible row must be answered; not so a part of what is 不适用 or 未检."""
        if item.kind in SILENT or not item.required:
            return False
        if item.part_of and not self.is_head(item, per) and sets_aside(self.answers.get((item.part_of, per))):
            return False
        return self._truth(item.required, Line(self, item.name, item.section, per), "required", default=False)

    def broken_rule(self, item: Item, per: AssetId | None) -> Text | None:
        """Return what is said about an answer that breaks the item's constraint."""
        if not item.constraint or not to_text(self.own_value(item, per)):
            return None
        if self._truth(item.constraint, Line(self, item.name, item.section, per), "constraint", default=True):
            return None
        return item.constraint_message if item.constraint_message.zh else _BROKEN_RULE

    def missing(self, item: Item, per: AssetId | None, *, required: bool) -> tuple[Need, ...]:
        """List what a visible row still needs before the record can be finished."""
        needs: list[Need] = []
        answer = self.answers.get((item.name, per))
        if required and not self.is_answered(item, per):
            needs.append(Need.PHOTO if item.kind is ItemKind.PHOTO else Need.VALUE)
        if self.verdict(item, per) is Result.FAIL:
            failed = self.failed_parts(item, per)
            carried = [one for one in (answer, *(self.answers.get((part.name, per)) for part in failed)) if one]
            asked = item.fail_needs or (_OUTSIDE_NEEDS if self._is_outside(item, per) else ())
            needs.extend(need for need in asked if not any(_carries(one, need) for one in carried))
            if answer is not None and answer.corrected and not answer.after:
                needs.append(Need.AFTER)
        if sets_aside(answer) and answer is not None and not answer.reason.strip():
            needs.append(Need.REASON)
        return tuple(need for need in Need if need in needs) if needs else ()

    def _is_outside(self, item: Item, per: AssetId | None) -> bool:
        """Tell whether a row that counts for itself fails by a reading of its own or of a part."""
        if not self.is_head(item, per):
            return False
        measured = (one for one in (item, *self.failed_parts(item, per)) if one.kind in _MEASURED and one.limits)
        return any(
            is_outside(limits, to_number(self.own_value(one, per)))
            for one in measured
            if (limits := self.limits(one, per))
        )

    # ---- expressions

    def evaluate_default(self, item: Item, per: AssetId | None) -> Atom:
        """Compute an item's default that is an expression."""
        value = self._evaluate(item.default, Line(self, item.name, item.section, per), "default")
        return "" if value is None or isinstance(value, tuple) else value

    def _truth(self, text: str, line: Line, column: str, *, default: bool) -> bool:
        if not text:
            return default
        value = self._evaluate(text, line, column)
        return default if value is None else to_boolean(value)

    def _evaluate(self, text: str, line: Line, column: str) -> Value | None:
        try:
            return compile_expression(text).evaluate(line)
        except ExpressionError as error:
            self._fault(line.name, line.per, column, str(error.facts.get("detail", "")))
            return None

    def _enter(self, token: tuple[str, str, AssetId | None]) -> None:
        if token in self._asked:
            raise ExpressionError(expression=token[1], detail=f"{token[1]} depends on itself")
        self._asked.add(token)

    def _fault(self, name: str, per: AssetId | None, column: str, detail: str) -> None:
        self.faults[Fault(name, per, column, detail)] = None


@dataclass(frozen=True, slots=True)
class Line:
    """The scope of one row's expressions (``shared.expression.Scope``); ``name`` is the item's or the group's."""

    judge: Judge
    name: str
    section: str
    per: AssetId | None

    @property
    def now(self) -> datetime:
        return self.judge.context.now

    @property
    def language(self) -> str:
        return self.judge.context.language

    def value(self, name: str) -> Value:
        form = self.judge.form
        if name in form.sections:
            repeat = form.repeat_of(name)
            return tuple(str(per) for per in form.instances(repeat) if per is not None)
        item = self._item(name)
        instances = form.instances(form.repeat_of(item.section))
        if self.per in instances:
            return self.judge.value(item, self.per)
        return self.instances(name) if instances != (None,) else self.judge.value(item, None)

    def instances(self, name: str) -> tuple[Atom, ...]:
        item = self._item(name)
        turns = self.judge.form.instances(self.judge.form.repeat_of(item.section))
        return tuple(self.judge.value(item, per) for per in turns if self.judge.is_visible(item, per))

    def last_saved(self, name: str) -> Value:
        item = self._item(name)
        turns = self.judge.form.instances(self.judge.form.repeat_of(item.section))
        past = self.judge.context.history.get((name, self.per if self.per in turns else None))
        if past is None:
            return ""
        try:
            return atom_of(item, Answer(name, result=past.result, value=past.value), self.now.tzinfo)
        except MisfitError:
            return ""

    def own_value(self) -> Atom:
        item = self.judge.form.items.get(self.name)
        return self.judge.own_value(item, self.per) if item else ""

    def position(self) -> int:
        turns = self.judge.form.instances(self.judge.form.repeat_of(self.section))
        return turns.index(self.per) + 1 if self.per is not None and self.per in turns else 0

    def asset(self, key: str) -> Atom:
        value = self.judge.form.field(self.per, key)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else float(value)

    def choice_label(self, choice: str, name: str) -> str:
        labels = (entry.label for entry in self._item(name).choices if entry.name == choice)
        return next((label.get(self.language) for label in labels), "")

    def failed(self, codes: tuple[str, ...]) -> int:
        judge = self.judge
        return sum(
            1
            for item, per in judge.form.rows()
            if has_code(item, codes)
            and judge.is_visible(item, per)
            and judge.is_head(item, per)
            and judge.verdict(item, per) is Result.FAIL
        )

    def random(self) -> bytes:
        return hashlib.sha256(f"{self.judge.context.seed}|{self.name}|{self.per}".encode()).digest()[:16]

    def _item(self, name: str) -> Item:
        if name not in self.judge.form.items:
            raise ExpressionError(expression=name, detail=f"there is no item {name}")
        return self.judge.form.items[name]


def has_code(item: Item, codes: tuple[str, ...]) -> bool:
    """Tell whether an item's printed code is one of ``codes`` or lies below one: LMR-09 below LMR."""
    return item.code in codes or item.code.startswith(tuple(f"{code}-" for code in codes))


def is_outside(limits: Limits, number: float) -> bool:
    """Tell whether a reading lies outside its limits, which are inclusive; nothing read lies inside."""
    return (limits.low is not None and number < limits.low) or (limits.high is not None and number > limits.high)


def is_warned(limits: Limits, number: float) -> bool:
    """Tell whether a reading inside its limits has reached a warning bound."""
    near_low = limits.warn_low is not None and number <= limits.warn_low
    return (near_low or (limits.warn_high is not None and number >= limits.warn_high)) and not is_outside(
        limits, number
    )


def _carries(answer: Answer, need: Need) -> bool:
    if need is Need.PHOTO:
        return bool(answer.photos)
    if need is Need.NOTE:
        return bool(answer.note.strip() or answer.voices)
    if need is Need.ACTION:
        return bool(answer.action.strip())
    if need is Need.AFTER:
        return bool(answer.after)
    return bool(answer.reason.strip()) if need is Need.REASON else not is_blank(answer)


def _asset_number(value: str | float | bool | None) -> float | None:
    """Read a limit from an asset's data, which people fill in; what is no number sets no limit."""
    if value is None or isinstance(value, bool):
        return None
    number = to_number(value if isinstance(value, str) else float(value))
    return number if math.isfinite(number) else None
