"""What a trial shows of the time before: made-up last readings, since a checklist that is tried out has no place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.checklist import Drift, RowState, drift
from shared.model.template import ItemKind, Limits

MEASURED: Final = (ItemKind.NUMBER, ItemKind.COUNT)
_COURSE: Final = (0.50, 0.57, 0.65, 0.72, 0.80)
"""Where five readings of five days stand between the limits: drifting to the upper one, as worth a picture."""
_WIDTH, _HEIGHT, _EDGE = 120, 32, 4


@dataclass(frozen=True, slots=True)
class Last:
    """The sample readings of an item, oldest first, and where they are heading.

    ``line`` are the points of the plot, ``bounds`` the heights of the limits that it has room for, in a picture of
    120 x 32.
    """

    values: tuple[float, ...]
    drift: Drift | None
    line: str
    bounds: tuple[float, ...]


def last_of(row: RowState, now: datetime) -> Last | None:
    """Make up the last readings of an item; none of what is not measured or has no limits to lie between."""
    limits = row.limits
    ends = _ends(limits)
    if row.item.kind not in MEASURED or limits is None or ends is None:
        return None
    low, high = ends
    digits = 0 if row.item.kind is ItemKind.COUNT else max(0, 2 - math.floor(math.log10(high - low)) - 1)
    values = tuple(round(low + (high - low) * at, digits) for at in _COURSE)
    days = [now - timedelta(days=len(values) - at) for at in range(len(values))]
    is_moving = values[0] != values[-1]
    heading = drift(list(zip(days, values, strict=True)), limits, now) if is_moving else None
    line = [
        (_EDGE + at * (_WIDTH - 2 * _EDGE) / (len(values) - 1), _height(value, ends)) for at, value in enumerate(values)
    ]
    known = tuple(_height(bound, ends) for bound in (limits.low, limits.high) if bound is not None)
    return Last(values, heading, " ".join(f"{x:g},{y:g}" for x, y in line), known)


def _ends(limits: Limits | None) -> tuple[float, float] | None:
    """Return the two values that readings are made up between; of one limit alone the other end is guessed."""
    if limits is None or (limits.low is None and limits.high is None):
        return None
    low, high = limits.low, limits.high
    if low is None and high is not None:
        low = 0.0 if high > 0 else high * 2
    elif high is None and low is not None:
        high = low * 2 if low > 0 else low + 10
    if low is None or high is None or not math.isfinite(high - low) or high <= low:
        return None
    return low, high


def _height(value: float, ends: Sequence[float]) -> float:
    low, high = ends
    return round(_HEIGHT - _EDGE - (value - low) / (high - low) * (_HEIGHT - 2 * _EDGE), 1)
