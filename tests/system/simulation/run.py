"""Runs the machine for a number of examples from a seed; prints the story of a failing one."""

from __future__ import annotations

import sys

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.system.simulation.base import REACHED
from tests.system.simulation.fresh import FRESH
from tests.system.simulation.machine import SyncMachine

STEPS = 25


def run(number: int, examples: int, *, shrink: bool = True, quiet: bool = False) -> None:
    """Walk ``examples`` stories drawn from the seed ``number``.

    Raises:
        AssertionError: an invariant does not hold; a note tells the story, as short as it could be made.
    """
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    machine = seed(number)(type(f"SyncMachineFrom{number}", (SyncMachine,), {}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            backend=FRESH,
            database=None,
            deadline=None,
            derandomize=False,
            print_blob=False,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet if quiet else Verbosity.normal,
        ),
    )


if __name__ == "__main__":
    try:
        run(int(sys.argv[1]), int(sys.argv[2]), shrink="shrink" in sys.argv)
    finally:
        print(f"stories: {REACHED['stories']}")
        print("\n".join(f"{count} {what}" for what, count in sorted(REACHED.items())))
