"""Where a reading is heading: the straight line through its last values, said only when it is more than chance.

Ordinary least squares, and Student's t for the slope (NIST/SEMATECH e-Handbook of Statistical Methods, 4.1.4.1 and
1.3.6.7.2): the slope counts when |t| exceeds the two-sided 5 % point for n - 2 degrees of freedom. How far the line may be
followed is a product decision, not statistics: three times as long as the values reach back, at most 90 days.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.model.template import Limits

FEWEST = 4
"""Below that a line through noise looks like a trend."""
REACH = 3.0
LONGEST = timedelta(days=90)
_T_975 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
"""Student's t, 97.5 % point, for 1 .. 10 degrees of freedom."""
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: ``slope`` per unit of x with its standard ``error``, ``level`` at x = 0."""

    slope: float
    level: float
    error: float


@dataclass(frozen=True, slots=True)
class Drift:
    """A reading that changes by ``per_day`` in its unit, and in how many days it leaves its limits if it goes on so.

    ``is_up`` tells which limit. ``in_days`` is rounded down to whole days, from 0.
    """

    per_day: float
    in_days: int
    is_up: bool


def drift(readings: Sequence[tuple[datetime, float]], limits: Limits | None, now: datetime) -> Drift | None:
    """Tell when a reading will leave its limits; None when nothing honest can be said.

    ``readings`` are pairs of an aware time and a finite value, in any order. Nothing is said about fewer than four, about
    a slope that may be chance, about what lies outside its limits already, or about a day further off than REACH and
    LONGEST allow.
    """
    if limits is None or len(readings) < FEWEST:
        return None
    days = [(at - now).total_seconds() / _DAY_S for at, _ in readings]
    line = fit(days, [value for _, value in readings])
    if line is None or not is_significant(line, len(readings)):
        return None
    limit = limits.high if line.slope > 0 else limits.low
    if limit is None or _is_outside(line.level, limits):
        return None
    left = (limit - line.level) / line.slope
    reach = min(LONGEST / timedelta(days=1), (max(days) - min(days)) * REACH)
    return Drift(line.slope, int(left), line.slope > 0) if left <= reach else None


def fit(xs: Sequence[float], ys: Sequence[float]) -> Line | None:
    """Fit a line by least squares; None for fewer than three points or when all lie at the same x."""
    n = len(xs)
    if n < 3 or n != len(ys):
        return None
    middle_x, middle_y = math.fsum(xs) / n, math.fsum(ys) / n
    spread = math.fsum((x - middle_x) ** 2 for x in xs)
    if spread <= 0:
        return None
    slope = math.fsum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread
    level = middle_y - slope * middle_x
    rest = math.fsum((y - level - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return Line(slope, level, math.sqrt(rest / (n - 2) / spread))


def is_significant(line: Line, n: int) -> bool:
    """Tell whether a slope fitted to ``n`` points differs from none by more than chance, at 5 %, both sides."""
    freedom = n - 2
    if freedom < 1 or line.slope == 0:
        return False
    point = _T_975[min(freedom, len(_T_975)) - 1]
    return abs(line.slope) > point * line.error


def _is_outside(value: float, limits: Limits) -> bool:
    return (limits.high is not None and value >= limits.high) or (limits.low is not None and value <= limits.low)
