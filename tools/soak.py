"""Walk new stories of the sync for as long as asked: ``make soak MINUTES=n``, or ``python -m tools.soak [MINUTES [SEED]]``.

Both kinds take turns in two processes: stories of the simulation (``tests/system/simulation``), a hundred a seed, and
stories of real processes (``tests/system/faults``), ten a batch. A story that fails is printed, its seed is written with a
name into ``tests/system/faults/kept.json``, which is to be committed and which ``make test`` tells for ever; then the next
ones go on. The end tells how many were walked; the exit status is 1 if any failed.
"""

import itertools
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.system.faults.kept import FILE, Kept, read

ROOT: Final = Path(__file__).resolve().parents[1]
MINUTES: Final = 20.0
SIMULATED: Final = 100
TOLD: Final = 10
FAILURES: Final = ROOT / "build" / "soak"
_INVARIANT: Final = re.compile(r"(?:AssertionError|Flaky\w*): ([SL]\d+)")
_SEED: Final = re.compile(r"python -m tests\.system\.faults\.run (\d+)")


@dataclass(frozen=True)
class Batch:
    """Some stories: of the seed ``first`` in the simulation, of so many seeds from ``first`` on with processes."""

    kind: str
    first: int

    @property
    def command(self) -> list[str]:
        """How to walk them."""
        if self.kind == "simulation":
            return ["tests.system.simulation.run", str(self.first), str(SIMULATED)]
        return ["tests.system.faults.run", *(str(self.first + number) for number in range(TOLD))]


@dataclass(frozen=True)
class Walked:
    """What came of a batch. ``failed`` names the story that is to be kept, if one failed."""

    batch: Batch
    stories: int
    output: str
    failed: Kept | None = None


def main(arguments: list[str]) -> int:
    """Walk stories until the time is up, and keep those that fail."""
    minutes = float(arguments[0]) if arguments else MINUTES
    first = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    until_s = time.monotonic() + minutes * 60
    stories: dict[str, int] = {"simulation": 0, "processes": 0}
    failures = 0
    for done in walk_until(until_s, first):
        stories[done.batch.kind] += done.stories
        if done.failed is not None:
            failures += 1
            keep(done)
        left_s = max(0.0, until_s - time.monotonic())
        told = f"{stories['simulation']} simulated and {stories['processes']} told by processes"
        print(f"{done.batch.kind} from {done.batch.first}: {told}, {failures} failed, {left_s:.0f} s left", flush=True)
    return 1 if failures else 0


def walk_until(until_s: float, first: int) -> Iterator[Walked]:
    """Walk batches two at a time, beginning none once the time is up."""
    kinds = itertools.cycle(("processes", "simulation"))
    seeds = itertools.count(first, TOLD)
    with ThreadPoolExecutor(max_workers=max(1, min(2, os.cpu_count() or 1))) as pool:
        running: set[Future[Walked]] = set()
        while running or time.monotonic() < until_s:
            while len(running) < 2 and time.monotonic() < until_s:
                running.add(pool.submit(walk, Batch(next(kinds), next(seeds))))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)


def walk(batch: Batch) -> Walked:
    """Walk one batch in a process of its own."""
    command = [sys.executable, "-m", *batch.command]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    output = ended.stdout + ended.stderr
    if batch.kind == "simulation":
        found = re.search(r"^stories: (\d+)$", ended.stdout, re.MULTILINE)
        stories, seed = int(found[1]) if found else 0, batch.first
    else:
        stories = len(re.findall(r"^seed \d+: clean$", ended.stdout, re.MULTILINE))
        stories, seed = stories + (ended.returncode != 0), seed_of(output, batch.first + stories)
    failed = Kept(name_of(output, seed), seed, stories) if ended.returncode else None
    if failed is not None and batch.kind == "processes":
        failed = Kept(failed.name, failed.seed)
    return Walked(batch, stories, output, failed)


def seed_of(output: str, otherwise: int) -> int:
    """Read which seed's story failed."""
    found = _SEED.search(output)
    return int(found[1]) if found else otherwise


def name_of(output: str, seed: int) -> str:
    """Name a failing story after what did not hold and the day; somebody who knows why gives it a better name."""
    found = _INVARIANT.search(output)
    errors = re.findall(r"^(?:\w+\.)*(\w*(?:Error|Exception))\b", output, re.MULTILINE)
    broken = found[1] if found else (errors[-1] if errors else "crash")
    return f"{broken} on {datetime.now(UTC):%Y-%m-%d}, seed {seed}"


def keep(walked: Walked, file: Path = FILE, failures: Path = FAILURES) -> None:
    """Write a failing story where the tests find it, and its output beside; print both."""
    kept = walked.failed
    if kept is None:
        return
    read(file).with_one(walked.batch.kind, kept).write(file)
    failures.mkdir(parents=True, exist_ok=True)
    text = failures / f"{walked.batch.kind}-{kept.seed}.txt"
    text.write_text(walked.output, encoding="utf-8")
    print(walked.output)
    print(f"Kept as {kept.name!r} in {file}; all it said: {text}")
    again = f"faults.run {kept.seed}"
    if walked.batch.kind == "simulation":
        again = f"simulation.run {kept.seed} {kept.stories} shrink"
    print(f"See it again: .venv/bin/python -m tests.system.{again}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
