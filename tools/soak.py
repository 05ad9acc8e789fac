"""Walk the sync simulation with new seeds for as long as asked: ``make soak``, or ``python -m tools.soak STORIES [SEED]``.

Two processes share the stories. The first story that fails is printed as the steps that lead to it, with the seed that
draws it again, and kept in ``soak-failure.txt``.
"""

import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
STORIES: Final = 10_000
BATCH: Final = 100
FAILURE: Final = ROOT / "soak-failure.txt"


@dataclass(frozen=True)
class Batch:
    """What came of the stories of one seed."""

    seed: int
    is_clean: bool
    stories: int
    output: str


def main(arguments: list[str]) -> int:
    """Walk the stories, tell how far it got after every batch, and stop at the first failure."""
    wanted = int(arguments[0]) if arguments else STORIES
    first = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    began_s = time.monotonic()
    walked = 0
    with ThreadPoolExecutor(max_workers=max(1, min(2, os.cpu_count() or 1))) as pool:
        for batch in pool.map(walk, range(first, first + -(-wanted // BATCH))):
            walked += batch.stories
            if not batch.is_clean:
                pool.shutdown(wait=False, cancel_futures=True)
                return report(batch)
            took_s = time.monotonic() - began_s
            print(f"seed {batch.seed}: {walked} of {wanted} stories clean, {took_s:.0f} s", flush=True)
    return 0


def walk(seed: int) -> Batch:
    """Walk one batch in a process of its own."""
    command = [sys.executable, "-m", "tests.system.simulation.run", str(seed), str(BATCH)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.search(r"^stories: (\d+)$", done.stdout, re.MULTILINE)
    return Batch(seed, done.returncode == 0, int(found[1]) if found else 0, done.stdout + done.stderr)


def report(batch: Batch) -> int:
    """Keep and print a failing story."""
    FAILURE.write_text(batch.output, encoding="utf-8")
    print(batch.output)
    print(f"A story of seed {batch.seed} fails. See it again, made short:")
    print(f"  .venv/bin/python -m tests.system.simulation.run {batch.seed} {BATCH} shrink")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
