"""Python's garbage collector, kept out of the way of whoever taps.

While the app starts nothing is collected: everything that is made then stays, and walking it took 60 ms of the first frame.
Later what a tap leaves behind (some thousand objects) is walked in the pause after it, which takes 1 to 3 ms, or up to 11
where a whole screen has gone; a walk through all that is there takes 40 to 80 ms and waits until nobody touches the screen.
"""

from __future__ import annotations

import gc

_STARTING, _RUNNING = (1_000_000, 50, 100), (20_000, 50, 50)
"""Python's thresholds. Those of a running app are only met by somebody who never pauses: memory has an end then too."""
PAUSE_S = 0.25
"""So long after a touch young objects are walked: before that its answer may still be on the way to the screen."""
YOUNG = 700
"""So many objects are worth a walk, as many as Python itself lets come together."""
DUE = 20
"""So many walks through young objects make one through all of them due."""
_walks = [0]


def wait() -> None:
    """Let nothing be collected from now on."""
    gc.set_threshold(*_STARTING)


def go_on() -> None:
    """Collect again what is young, without ever walking what is there since the start."""
    if gc.get_threshold() == _STARTING:
        gc.freeze()
        gc.set_threshold(*_RUNNING)


def sweep() -> None:
    """Walk through what is young, if there is enough of it; call it in each short pause."""
    if gc.get_count()[0] >= YOUNG and gc.get_threshold() != _STARTING:
        gc.collect(1)
        _walks[0] += 1


def tidy() -> None:
    """Walk through all once that is due; call it while nobody waits for the screen."""
    if _walks[0] >= DUE:
        _walks[0] = 0
        gc.collect()
