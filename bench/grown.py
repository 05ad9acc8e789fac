"""A tablet after two years: what a person and the sync do all day on it, beside the same on a tablet of a few weeks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.figure import Better, Row
from bench.growth.shift import measure as shift
from bench.rounds import Bench
from bench.served import ROOT

YEARS, WEEKS = 20_000, 1_000


def measure(bench: Bench) -> list[Row]:
    """Make both tablets, do every step on each in a process of its own, and tell each step's CPU time."""
    found = {}
    for size in (WEEKS, YEARS):
        bench.say(f"a tablet of {size} inspections and {3 * size} photos")
        found[size] = _steps(bench.scratch / f"tablet-{size}", size)
    return [
        Row(
            f"tablet_grown_{name.replace(',', '').replace(' ', '_').replace(chr(39), '')}",
            "ms CPU",
            took,
            Better.LESS,
            details={"of_weeks": took / found[WEEKS][name] if found[WEEKS].get(name) else None},
            note=f"{name}, on a tablet of {YEARS} inspections; of_weeks: times what it takes on one of {WEEKS}",
        )
        for name, took in found[YEARS].items()
    ]


def _steps(folder: Path, size: int) -> dict[str, float]:
    folder.mkdir()
    command = [sys.executable, "-m", "bench.grown", str(folder), str(size)]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    steps: dict[str, float] = json.loads(ran.stdout)
    return steps


if __name__ == "__main__":
    print(json.dumps({step.name: step.cpu_ms for step in shift(Path(sys.argv[1]), int(sys.argv[2]))}))
