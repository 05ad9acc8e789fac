"""Run the benchmarks, print one table, keep it in ``bench/results/latest.json``: ``make bench``, ``make bench ONLY=name,..``.

Nothing here passes or fails; what the rows mean stands in docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import document, grown, kernel, lists, memory, photo, pull, push, start_up, tablet, tap, wire
from bench.conditions import Watch
from bench.document import RESULTS, ROOT
from bench.figure import HEADING, MISSING, Better, Row, table
from bench.pouchdb import versions
from bench.results import keep
from bench.rounds import Bench
from bench.screen import rows as screen

BUILD = ROOT / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Part:
    """What is measured together, and the rows that come of it (a name ending in ``*``: all that begin so)."""

    figures: tuple[str, ...]
    measure: Callable[[Bench], list[Row]]

    def answers(self, names: frozenset[str]) -> bool:
        """Tell whether a row of it was asked for."""
        return not names or any(self._has(name) for name in names)

    def _has(self, name: str) -> bool:
        return any(name == own or (own.endswith("*") and name.startswith(own[:-1])) for own in self.figures)


PARTS = (
    Part(("push_batched",), push.batched),
    Part(("push_single",), push.single),
    Part(("push_20_tablets",), push.storm),
    Part(("pull_fresh",), pull.fresh),
    Part(("pull_changed_10k", "pull_changed_1m"), pull.changed),
    Part(("wire_bytes", "wire_bytes_alone"), wire.measure),
    Part(("photos",), photo.measure),
    Part(("photo_resume",), photo.resume),
    Part(("tap_durable",), tap.measure),
    Part(("server_rss", "server_rss_growth"), memory.measure),
    Part(("lists_sqlite_1m",), lists.sqlite),
    Part(("lists_postgresql_1m",), lists.postgresql),
    Part(("pages_100k",), lists.estate),
    Part(("tablet_grown_*",), grown.measure),
    Part(("first_frame",), screen.first_frame),
    Part(("scroll_checklist", "scroll_list", "open_checklist", "switch_screen", "tap_shown"), screen.walk),
    Part(("taps_round",), screen.taps_round),
    Part(("day_memory",), screen.day_memory),
    Part(("two_years",), screen.two_years),
    Part(("kernel_*",), kernel.measure),
    Part(("tablet_read", "tablet_walk", "tablet_idle_session"), tablet.measure),
    Part(("start_*",), start_up.measure),
)


def main() -> int:
    """Measure one part after the other, on a machine that should be quiet otherwise."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Run the benchmarks.")
    parser.add_argument("only", nargs="?", default="", help="names of rows, separated by commas")
    names = frozenset(filter(None, parser.parse_args().only.split(",")))
    parts = [part for part in PARTS if part.answers(names)]
    unknown = sorted(name for name in names if not any(part.answers(frozenset({name})) for part in PARTS))
    if unknown:
        known = ", ".join(name for part in PARTS for name in part.figures)
        print(f"there is no figure {', '.join(unknown)}; there are {known}", file=sys.stderr)
        return 2
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="scratch-") as folder:
        watch, bench = Watch(Path(folder)), Bench(BUILD, Path(folder))
        watch.begin()
        rows: list[Row] = []
        try:
            for part in parts:
                rows += _measured(part, bench)
                so_far = {**watch.end(), "rounds": bench.rounds, "is_finished": False}
                keep(RESULTS, rows, so_far, is_whole=not names)  # whoever ends the run early has what there is
        finally:
            bench.close()
        conditions = {**watch.end(), "rounds": bench.rounds}
    conditions["peer"] = None if bench.peer_missing else versions()
    if bench.peer_missing:
        conditions["peer_missing"] = bench.peer_missing
    print(f"\n{HEADING}\n\n{table(rows)}\n")
    print("\n".join(f"{name}: {value}" for name, value in conditions.items()))
    keep(RESULTS, rows, conditions, is_whole=not names)
    print(f"\nkept in {RESULTS.relative_to(ROOT)}")
    document.main()
    return 0


def _measured(part: Part, bench: Bench) -> list[Row]:
    """Measure one part; where that fails, say so in its rows and go on with the others."""
    try:
        return part.measure(bench)
    except Exception as error:  # noqa: BLE001 - the border round one part: it is told of, and an hour's figures are kept
        traceback.print_exc()
        note = f"could not be measured: {type(error).__name__}"
        return [Row(figure, MISSING, None, Better.MORE, note=note) for figure in part.figures]


if __name__ == "__main__":
    sys.exit(main())
