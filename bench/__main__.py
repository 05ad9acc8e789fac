"""Run every benchmark, print its figures and keep them: ``make bench``. Nothing here passes or fails."""

import sys
from pathlib import Path

from bench import kernel, start_up, tablet
from bench.measure import Run

RESULTS = Path(__file__).resolve().parents[1] / "build" / "bench"


def main() -> int:
    """Measure, one part after the other, on an otherwise quiet machine."""
    run = Run()
    print(f"{'':<58} {'p50 ms':>10} {'p95 ms':>10}")
    for part in (kernel, tablet, start_up):
        part.measure(run)
    print(f"\nkept in {run.write(RESULTS)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
