"""Pages of the office over 1,000,000 inspections at fifty sites, on SQLite and on PostgreSQL: the slowest one's p95."""

from __future__ import annotations

from bench.figure import Better, Bound, Goal, Row
from bench.growth.pages import TIMES, measure
from bench.growth.postgres import cluster
from bench.growth.server import KEPT, Grown, make_server
from bench.rounds import Bench

INSPECTIONS = 1_000_000


def sqlite(bench: Bench) -> list[Row]:
    """Open every list page and today's page on SQLite."""
    bench.say("a server of 1,000,000 inspections on SQLite (made once, kept in build/)")
    return [_row("lists_sqlite_1m", make_server(KEPT / "rounds.db", INSPECTIONS))]


def postgresql(bench: Bench) -> list[Row]:
    """Open every list page and today's page on PostgreSQL."""
    bench.say("a server of 1,000,000 inspections on PostgreSQL (made once, kept in build/)")
    with cluster(KEPT / "pg") as url:
        return [_row("lists_postgresql_1m", make_server(url, INSPECTIONS))]


def _row(figure: str, grown: Grown) -> Row:
    pages = measure(grown)
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
