"""One row of the table: what was measured, beside its floor and its peer, and whether its goal is met by the numbers."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

MISSING = "–"


class Better(Enum):
    """Which way a unit counts."""

    MORE = "more"
    LESS = "less"


class Bound(Enum):
    """How a goal bounds a measure."""

    LEAST = "≥"
    MOST = "≤"
    UNDER = "<"


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on ``ours``, ``of_floor``, ``of_peer`` or a member of the row's details."""

    of: str
    bound: Bound
    limit: float

    def __str__(self) -> str:
        return f"{self.of} {self.bound.value} {self.limit:g}"

    def is_met(self, measures: Mapping[str, float | None]) -> bool | None:
        """Compare; None where the measure is missing."""
        found = measures.get(self.of)
        if found is None:
            return None
        if self.bound is Bound.LEAST:
            return found >= self.limit
        return found <= self.limit if self.bound is Bound.MOST else found < self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in its unit. ``details`` holds what else a goal asks about; ``spread`` is (max - min) / median of ours.

    ``of_floor`` and ``of_peer`` say how many times the floor's or the peer's speed is reached: 1 is as fast, 2 twice as
    fast; where less is better (ms, bytes) they are turned round, so that more is always better.
    """

    figure: str
    unit: str
    ours: float | None
    better: Better
    goals: tuple[Goal, ...] = ()
    floor: float | None = None
    peer: float | None = None
    details: Mapping[str, float | None] = field(default_factory=dict)
    spread: float | None = None
    note: str = ""

    @property
    def of_floor(self) -> float | None:
        """How many times the floor's speed is reached."""
        return self._of(self.floor)

    @property
    def of_peer(self) -> float | None:
        """How many times the peer's speed is reached."""
        return self._of(self.peer)

    @property
    def met(self) -> bool | None:
        """Whether all goals are met by the numbers; None if there is none, or if what it asks about is missing."""
        measures = {**self.details, "ours": self.ours, "of_floor": self.of_floor, "of_peer": self.of_peer}
        verdicts = [goal.is_met(measures) for goal in self.goals]
        if False in verdicts:
            return False
        return True if verdicts and None not in verdicts else None

    def as_json(self) -> dict[str, object]:
        """Write the row as ``latest.json`` keeps it."""
        return {
            "figure": self.figure,
            "unit": self.unit,
            "ours": _round(self.ours),
            "floor": _round(self.floor),
            "peer": _round(self.peer),
            "of_floor": _round(self.of_floor),
            "of_peer": _round(self.of_peer),
            "goal": " and ".join(str(goal) for goal in self.goals),
            "met": self.met,
            "details": {name: _round(value) for name, value in self.details.items()},
            "spread": _round(self.spread),
            "note": self.note,
        }

    def _of(self, other: float | None) -> float | None:
        if not self.ours or not other:
            return None
        return self.ours / other if self.better is Better.MORE else other / self.ours


def spread_of(values: Sequence[float]) -> float | None:
    """Return (max - min) / median."""
    middle = statistics.median(values) if values else 0
    return (max(values) - min(values)) / middle if middle else None


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


HEADING = (
    "of floor, of peer: how many times the floor's or the peer's speed is reached (1 = as fast, 2 = twice as fast;\n"
    "where less is better the ratio is turned round). goal: what is asked; met: computed from the numbers."
)
COLUMNS = ("figure", "unit", "ours", "floor", "peer", "of floor", "of peer", "spread", "met", "goal")


def table(rows: Iterable[Row]) -> str:
    """Lay rows out for a terminal."""
    lines = [COLUMNS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(_fit(cell, width, at) for at, (cell, width) in _columns(line, widths)) for line in lines)


def _columns(line: Sequence[str], widths: Sequence[int]) -> Iterable[tuple[int, tuple[str, int]]]:
    return enumerate(zip(line, widths, strict=True))


def _fit(cell: str, width: int, at: int) -> str:
    return cell.rjust(width) if 2 <= at <= 7 else cell.ljust(width)


def _cells(row: Row) -> tuple[str, ...]:
    met = {True: "yes", False: "NO", None: MISSING}[row.met]
    numbers = (row.ours, row.floor, row.peer, row.of_floor, row.of_peer, row.spread)
    details = "".join(f"; {name} {_show(value)}" for name, value in row.details.items())
    goal = " and ".join(str(goal) for goal in row.goals)
    return (row.figure, row.unit, *(_show(number) for number in numbers), met, f"{goal or MISSING}{details}")


def _show(value: float | None) -> str:
    return MISSING if value is None else f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _round(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.5g}")
