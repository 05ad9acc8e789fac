"""What goes into an evaluation beside template and answers, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.ids import AssetId
from shared.model.inspection import Result, Value
from shared.model.place import Asset, Text
from shared.model.template import Item, ItemKind, Limits, Need

AnswerKey = tuple[str, AssetId | None]
"""An item's name and, in a repeated section, the asset."""
SILENT = frozenset({ItemKind.NOTE, ItemKind.CALCULATE})
"""Kinds that nobody answers."""


@dataclass(frozen=True, slots=True)
class Past:
    """The last time an item was done at this point, and what was found."""

    at: datetime
    value: Value = None
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that an evaluation depends on beside template and answers.

    ``now`` is aware and in the site's zone: its date is today. ``assets`` are those that the record walks, in order.
    ``history`` holds what was last done, without this record. ``seed`` (the record's id) feeds random() and uuid().
    ``sections`` are the parts of the form that are asked, with all that lies in them; none named: the whole form.
    """

    now: datetime
    assets: tuple[Asset, ...] = ()
    history: Mapping[AnswerKey, Past] = field(default_factory=dict)
    seed: str = ""
    language: str = "zh"
    sections: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("now needs the site's zone")


@dataclass(frozen=True, slots=True)
class Fault:
    """An expression that failed, or an answer that does not fit its item, while evaluating one row."""

    item: str
    per: AssetId | None
    column: str
    detail: str


@dataclass(frozen=True, slots=True)
class RowState:
    """One item, in one instance of its repeat.

    ``verdict`` is None for what is not judged or not answered yet. ``limits`` are resolved with the asset's data.
    ``failed_parts`` are the readings (``part_of`` this item) that make it fail. ``constraint_message`` is None unless
    the answer breaks the item's constraint. ``value`` is the answer's, or what was calculated.
    """

    item: Item
    per: AssetId | None = None
    visible: bool = True
    is_due: bool = True
    required: bool = False
    is_answered: bool = False
    value: Value = None
    verdict: Result | None = None
    limits: Limits | None = None
    out_of_limits: bool = False
    warned: bool = False
    failed_parts: tuple[Item, ...] = ()
    constraint_message: Text | None = None
    missing: tuple[Need, ...] = ()

    @property
    def key(self) -> AnswerKey:
        """Name the row as answers do."""
        return self.item.name, self.per

    @property
    def is_blocking(self) -> bool:
        """Tell whether the record cannot be finished because of this row."""
        return self.visible and (bool(self.missing) or self.constraint_message is not None)


@dataclass(frozen=True, slots=True)
class SectionState:
    """Progress of one group, in one instance of its repeat; ``name`` is empty for items outside groups."""

    name: str
    per: AssetId | None
    answered: int
    total: int
    failed: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a record amounts to. ``rows`` holds every row, visible or not, in the order of the form.

    ``answered`` of ``total`` counts the required visible rows. ``passed``, ``failed``, ``na`` and ``not_checked`` count
    visible judged rows; a reading counts with the item that it is a part of.
    """

    rows: tuple[RowState, ...] = ()
    sections: tuple[SectionState, ...] = ()
    faults: tuple[Fault, ...] = ()
    failures: tuple[RowState, ...] = ()
    answered: int = 0
    total: int = 0
    passed: int = 0
    na: int = 0
    not_checked: int = 0
    out_of_limits: int = 0
    warned: int = 0

    @property
    def failed(self) -> int:
        """How many hazards this record raises."""
        return len(self.failures)

    @property
    def missing(self) -> tuple[RowState, ...]:
        """The visible rows that still need something."""
        return tuple(row for row in self.rows if row.visible and row.missing)

    @property
    def blocking(self) -> tuple[RowState, ...]:
        """The rows that keep the record from being finished."""
        return tuple(row for row in self.rows if row.is_blocking)

    @property
    def is_complete(self) -> bool:
        """Tell whether the record may be finished."""
        return not any(row.is_blocking for row in self.rows)

    @property
    def calculated(self) -> dict[AnswerKey, Value]:
        """The values of visible calculate items."""
        return {row.key: row.value for row in self.rows if row.visible and row.item.kind is ItemKind.CALCULATE}

    def row(self, item: str, per: AssetId | None = None) -> RowState | None:
        """Find one row."""
        return next((row for row in self.rows if row.key == (item, per)), None)

    def next_open(self, after: AnswerKey | None = None) -> RowState | None:
        """Find the first blocking row after ``after``, then from the top; None when there is none."""
        keys = [row.key for row in self.rows]
        start = keys.index(after) + 1 if after in keys else 0
        return next((row for row in self.rows[start:] + self.rows[:start] if row.is_blocking), None)
