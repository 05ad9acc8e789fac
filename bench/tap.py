"""From a tap to the disk: the app's own action on a real store, beside a bare commit of the same answer."""

from __future__ import annotations

import sqlite3
import statistics
import time
from itertools import cycle
from pathlib import Path

from bench import floor
from bench.figure import Better, Bound, Goal, Row, percentile, spread_of
from bench.rounds import Bench, median
from mobile import actions
from shared.ids import TemplateId
from shared.model.inspection import Result
from tests.builders import LIFT, POINT
from tests.mobile.scene import a_scene

TAPS = 1_000
ITEM = "LMR_10"


def measure(bench: Bench) -> list[Row]:
    """Answer an item a thousand times a round, a bare commit of the same row after each."""
    middle: list[float] = []
    bare_middle: list[float] = []
    bare: list[float] = []

    def ours(folder: Path) -> float:
        taps_ms, floor_ms = _round(folder)
        middle.append(statistics.median(taps_ms))
        bare_middle.append(statistics.median(floor_ms))
        bare.append(percentile(floor_ms, 0.99))
        return percentile(taps_ms, 0.99)

    slow = bench.interleave("tap_durable", {"ours": ours})["ours"]
    return [
        Row(
            "tap_durable",
            "ms p99",
            median(slow),
            Better.LESS,
            (Goal("of_floor", Bound.LEAST, 0.5),),
            median(bare),
            details={"p50_ms": median(middle), "floor_p50_ms": median(bare_middle)},
            spread=spread_of(slow),
            note=f"{TAPS} taps a round, each followed by a bare commit of the same answer on the same disk",
        )
    ]


def _round(folder: Path) -> tuple[list[float], list[float]]:
    scene = a_scene(folder)
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    commit = floor.Commits(folder / "floor.db")
    verdicts = cycle((Result.PASS, Result.FAIL))
    taps_ms, floor_ms = [], []
    for _ in range(TAPS):
        began = time.perf_counter()
        actions.answer(scene.tablet, record, ITEM, LIFT, next(verdicts))
        taps_ms.append((time.perf_counter() - began) * 1000)
        row = _written(folder / "tablet.db", record)
        floor_ms.append(commit(row))
    commit.close()
    scene.store.close()
    return taps_ms, floor_ms


def _written(database: Path, record: str) -> tuple[str, ...]:
    """Return the row that a tap has just written."""
    connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    row: tuple[str, ...] = connection.execute(
        "SELECT record, item, per, body FROM answer WHERE record = ? AND item = ?", (record, ITEM)
    ).fetchone()
    connection.close()
    return row
