"""The page about the benchmarks shows the table that is kept."""

import json

import pytest

from bench.document import BEGIN, DOCUMENT, END, RESULTS, written
from bench.figure import Better, Bound, Goal, Row

ROWS = [
    Row("push", "records/s", 1234.5, Better.MORE, (Goal("of_floor", Bound.LEAST, 0.5),), floor=1000.0, spread=0.25),
    Row("start", "ms p50", 7.0, Better.LESS, details={"p95_ms": 9.0}, note="start it"),
]
RESULT = {"conditions": {"cores": 2}, "rows": [row.as_json() for row in ROWS]}


def test_the_table_replaces_the_one_before_and_nothing_else():
    page = f"# Head\n\n{BEGIN}old\n{END}tail\n"

    once = written(page, RESULT)

    assert "| push | records/s | 1,234 | 1,000 | – | 1.23 | – | of_floor ≥ 0.5 | yes |" in once
    assert "| `start` | ms p50 | 7 | start it | p95_ms 9 |" in once
    assert (once.startswith("# Head\n"), once.endswith(f"{END}tail\n"), "old" in once) == (True, True, False)
    assert written(once, RESULT) == once


def test_a_page_without_a_place_for_the_table_is_refused():
    with pytest.raises(ValueError, match="no place"):
        written("# Head\n", RESULT)


def test_the_page_shows_what_is_kept():
    page = DOCUMENT.read_text("utf-8")

    assert page == written(page, json.loads(RESULTS.read_text("utf-8")))
