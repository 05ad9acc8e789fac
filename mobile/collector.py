"""Python's garbage collector, kept out of the way of whoever taps.

While the app starts nothing is collected: everything that is made then stays, and walking it took 60 ms of the first frame.
Later a walk through all that is there takes 40 to 80 ms, so it waits until nobody touches the screen.
"""

from __future__ import annotations

import gc

_STARTING, _RUNNING = (1_000_000, 50, 100), (700, 10, 60)
DUE = 10
"""So many collections of younger objects make a full one due; at 60, by the thresholds, it waits no longer."""


def wait() -> None:
    """Let nothing be collected from now on."""
    gc.set_threshold(*_STARTING)


def go_on() -> None:
    """Collect again what is young, without ever walking what is there since the start."""
    if gc.get_threshold() == _STARTING:
        gc.freeze()
        gc.set_threshold(*_RUNNING)


def tidy() -> None:
    """Walk through all once that is due; call it while nobody waits for the screen."""
    if gc.get_count()[2] >= DUE:
        gc.collect()
