"""A record beside the one before it: answers aligned item by item, what changed marked, readings with their past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.office.inspections.paper import Block, Cell
from shared.ids import AssetId
from shared.model.inspection import Inspection
from shared.model.place import Asset, Text
from shared.model.template import Item, ItemKind

LAST_VALUES: Final = 5
_READINGS: Final = frozenset({ItemKind.NUMBER, ItemKind.COUNT})


@dataclass(frozen=True, slots=True)
class Pair:
    """One item, of one asset if its section repeats: what is said of it now and what was said ``before``.

    ``before`` None: the record before did not ask it. ``values`` are a reading's last ones, the latest first.
    """

    item: Item
    asset: Asset | None
    now: Cell
    before: Cell | None
    values: tuple[tuple[datetime, float], ...] = ()

    @property
    def is_changed(self) -> bool:
        """Tell whether result, verdict, value, note, reason or action differ; photos are looked at, not compared."""
        return self.before is not None and _said(self.now) != _said(self.before)

    @property
    def compared(self) -> tuple[str, str] | None:
        """Name the first picture of each side, as far as both have one: the older one first."""
        if self.before is None or not self.before.photos or not self.now.photos:
            return None
        return self.before.photos[0].sha256, self.now.photos[0].sha256


@dataclass(frozen=True, slots=True)
class Part:
    """One section's pairs under its name, None if it has none."""

    label: Text | None
    pairs: tuple[Pair, ...]


def beside(now: Iterable[Block], before: Iterable[Block], past: Sequence[Inspection]) -> tuple[Part, ...]:
    """Lay two records side by side in the order of the present form. ``past`` are earlier rounds, the latest first."""
    known = {cell.key: cell for block in before for line in block.lines for cell in line.cells}
    values = _values(past)
    return tuple(
        Part(block.section.label if block.section else None, tuple(_pairs(block, known, values))) for block in now
    )


_Key = tuple[str, AssetId | None]


def _pairs(block: Block, known: dict[str, Cell], values: dict[_Key, list[tuple[datetime, float]]]) -> Iterator[Pair]:
    for line in block.lines:
        for at, cell in enumerate(line.cells):
            asset = block.assets[at] if at < len(block.assets) else None
            readings = values.get((line.item.name, asset.id if asset else None), [])
            last = tuple(readings[:LAST_VALUES]) if line.item.kind in _READINGS else ()
            if not (cell.is_empty and (cell.key not in known or known[cell.key].is_empty)):
                yield Pair(line.item, asset, cell, known.get(cell.key), last)


def _values(past: Iterable[Inspection]) -> dict[_Key, list[tuple[datetime, float]]]:
    found: dict[_Key, list[tuple[datetime, float]]] = {}
    for record in past:
        for answer in record.answers:
            if isinstance(answer.value, (int, float)):
                at = (answer.at or record.started_at).wall
                found.setdefault((answer.item, answer.per), []).append((at, float(answer.value)))
    return found


def _said(cell: Cell) -> tuple[object, ...]:
    answer = cell.answer
    words = (answer.note, answer.reason, answer.action) if answer else ("", "", "")
    return (cell.result, cell.verdict, cell.value or None, *words)
