"""Repeat a piece of work and tell how long it took: middle and slow values, never the best one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.figure import Better, Row, percentile


def repeated(figure: str, work: Callable[[], object], *, times: int = 200, note: str = "") -> Row:
    """Do the work once to warm up, then ``times`` times, each timed by itself; milliseconds, the middle one."""
    work()
    taken_ms: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken_ms.append((time.perf_counter() - began) * 1000)
    middle = statistics.median(taken_ms)
    return Row(figure, "ms p50", middle, Better.LESS, details={"p95_ms": percentile(taken_ms, 0.95)}, note=note)
