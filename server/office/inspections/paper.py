"""A record as its paper form: sections, rows, a column for each lift of a repeated section, and the words on each cell.

Visibility, verdicts and limits come from ``shared.checklist.evaluate``; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shared.checklist import Evaluation, RowState
from shared.ids import AssetId, PhotoId
from shared.model.inspection import Answer, Inspection, Photo, Remark, Result, Value
from shared.model.place import Asset
from shared.model.template import Item, ItemKind, Limits, Section, Template

Key = tuple[str, AssetId | None]
MARKLESS = frozenset({ItemKind.NOTE})
"""Kinds of items that hold no answer."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer to one item, for one asset if its section repeats. ``key`` names it in forms: ``item|asset``.

    ``photos`` show how it was found, ``after`` what was put right on the spot; ``voices`` tell of it.
    """

    key: str
    state: RowState | None
    answer: Answer | None
    photos: tuple[Photo, ...] = ()
    remarks: tuple[str, ...] = ()
    after: tuple[Photo, ...] = ()
    voices: tuple[Photo, ...] = ()

    @property
    def result(self) -> Result | None:
        """合格, 不合格, 不适用 or 未检, if the item asks for one and was answered."""
        return self.answer.result if self.answer else None

    @property
    def verdict(self) -> Result | None:
        """What the answer amounts to, its readings included."""
        return self.state.verdict if self.state else None

    @property
    def value(self) -> Value:
        """The reading, text or calculated value, if any."""
        return self.state.value if self.state else self.answer.value if self.answer else None

    @property
    def limits(self) -> Limits | None:
        """The limits that held for this cell."""
        return self.state.limits if self.state else None

    @property
    def is_out(self) -> bool:
        """Tell whether a reading lies outside its limits."""
        return bool(self.state and self.state.out_of_limits)

    @property
    def is_warned(self) -> bool:
        """Tell whether a reading lies near its limits."""
        return bool(self.state and self.state.warned)

    @property
    def is_failed_by_reading(self) -> bool:
        """Tell whether the item was tapped as a pass and yet fails, because a reading of it lies outside its limits."""
        return self.result is Result.PASS and self.verdict is Result.FAIL

    @property
    def is_bad(self) -> bool:
        """Tell whether the eye should stop here."""
        return self.verdict in (Result.FAIL, Result.NOT_CHECKED) or self.is_out

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self.result is None and self.value in (None, "", ()) and not (self.answer and self.answer.note)


@dataclass(frozen=True, slots=True)
class Line:
    """One item with its cells, one for each column of its block."""

    item: Item
    cells: tuple[Cell, ...]

    @property
    def is_part(self) -> bool:
        """Tell whether the item is a reading that belongs to the one above it."""
        return bool(self.item.part_of)


@dataclass(frozen=True, slots=True)
class Block:
    """One section; ``assets`` are its columns, none if it is answered once."""

    section: Section | None
    assets: tuple[Asset, ...]
    lines: tuple[Line, ...]


def blocks(
    template: Template,
    record: Inspection,
    assets: Mapping[AssetId, Asset],
    evaluation: Evaluation,
    remarks: Iterable[Remark] = (),
) -> tuple[Block, ...]:
    """Lay a record out as its form, section by section, leaving out what the form did not ask."""
    sheet = _Sheet(record, evaluation, remarks)
    sections = {section.name: section for section in template.sections}
    found = []
    for name in dict.fromkeys(item.section for item in template.items):
        section = sections.get(name)
        lines, columns = sheet.lines([item for item in template.items if item.section == name])
        if lines:
            found.append(Block(section, tuple(assets[entry] for entry in columns if entry in assets), lines))
    return tuple(found)


class _Sheet:
    """The record's answers, states, photos and remarks by item and asset."""

    def __init__(self, record: Inspection, evaluation: Evaluation, remarks: Iterable[Remark]) -> None:
        self.states = {row.key: row for row in evaluation.rows if row.visible}
        self.answers = {(answer.item, answer.per): answer for answer in record.answers}
        self.photos = {photo.id: photo for photo in record.photos}
        self.words: dict[Key, list[str]] = {}
        for remark in remarks:
            self.words.setdefault((remark.item, remark.per), []).append(remark.text)

    def lines(self, items: list[Item]) -> tuple[tuple[Line, ...], tuple[AssetId, ...]]:
        """Return the visible lines of a section and the assets that are its columns."""
        names = {item.name for item in items}
        columns = tuple(dict.fromkeys(per for name, per in self.states if name in names and per is not None))
        shown = {name for name, _ in self.states}
        lines = tuple(
            Line(item, tuple(self.cell(item, per) for per in columns or (None,)))
            for item in items
            if item.name in shown and item.kind not in MARKLESS
        )
        return lines, columns

    def cell(self, item: Item, per: AssetId | None) -> Cell:
        """Return one answer with what belongs to it."""
        key = (item.name, per)
        answer = self.answers.get(key) if key in self.states else None  # what the form did not ask is not shown
        before, after = self._shown(answer.photos if answer else ()), self._shown(answer.after if answer else ())
        name, words = f"{item.name}|{per or ''}", tuple(self.words.get(key, ()))
        voices = self._shown(answer.voices if answer else ())
        return Cell(name, self.states.get(key), answer, before, words, after, voices)

    def _shown(self, names: Iterable[PhotoId]) -> tuple[Photo, ...]:
        return tuple(self.photos[name] for name in names if name in self.photos)
