"""Pages of the office: lists over 1,000,000 inspections at fifty sites on both databases, every page over 100,000 at one.

The figure is the slowest page's p95.

They are opened in a process of their own, as a server is: in the benchmarks' one, whose heap is full of what was pushed, the
garbage collector stops a page for 140 ms now and then.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys

from bench.figure import Better, Bound, Goal, Row
from bench.growth.history import History
from bench.growth.pages import TIMES, PageFigure, estate_addresses, measure
from bench.growth.postgres import cluster
from bench.growth.server import ESTATE as SHAPE
from bench.growth.server import KEPT, make_estate, make_server
from bench.rounds import Bench
from bench.served import ROOT

INSPECTIONS = 1_000_000
ESTATE = "estate"


def sqlite(bench: Bench) -> list[Row]:
    """Open every list page and today's page on SQLite."""
    bench.say("a server of 1,000,000 inspections on SQLite (made once, kept in build/)")
    return [_row("lists_sqlite_1m", "")]


def postgresql(bench: Bench) -> list[Row]:
    """Open every list page and today's page on PostgreSQL."""
    bench.say("a server of 1,000,000 inspections on PostgreSQL (made once, kept in build/)")
    with cluster(KEPT / "pg") as url:
        return [_row("lists_postgresql_1m", url)]


def estate(bench: Bench) -> list[Row]:
    """Open every page of an office that has driven one estate for two years, on SQLite."""
    bench.say("a server of 100,000 inspections and 20,000 hazards at one estate (made once, kept in build/)")
    return [_row("pages_100k", ESTATE)]


def _row(figure: str, url: str) -> Row:
    command = [sys.executable, "-m", "bench.lists", url]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    pages = [PageFigure(**page) for page in json.loads(ran.stdout.splitlines()[-1])]
    slowest = max(pages, key=lambda page: page.p95_ms)
    return Row(
        figure,
        "ms p95",
        slowest.p95_ms,
        Better.LESS,
        (Goal("ours", Bound.UNDER, 100),),
        details={
            "pages": float(len(pages)),
            "slowest_p50_ms": slowest.p50_ms,
            "over_100_ms": float(sum(page.p95_ms >= 100 for page in pages)),
        },
        note=f"the slowest page is: {slowest.name}; each opened {TIMES} times, with and without filters",
    )


def main(url: str) -> None:
    """Open every page of the server at ``url``, of the one on SQLite or of the estate, and print the figures."""
    grown = make_estate() if url == ESTATE else make_server(url or KEPT / "rounds.db", INSPECTIONS)
    more = estate_addresses(History(grown.inspections, SHAPE)) if url == ESTATE else None
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)  # as ``rounds serve`` does
    fields = ("name", "p50_ms", "p95_ms", "cpu_ms", "size_bytes")
    print(json.dumps([{name: getattr(page, name) for name in fields} for page in measure(grown, more=more)]))


if __name__ == "__main__":
    main(sys.argv[1])
