"""Python's garbage collector while the app starts: everything that is made then stays, and walking it took 60 ms of the first frame."""

from __future__ import annotations

import gc

_USUAL, _STARTING = gc.get_threshold(), (1_000_000, 50, 100)


def wait() -> None:
    """Let nothing be collected from now on."""
    gc.set_threshold(*_STARTING)


def go_on() -> None:
    """Collect as usual again, without ever walking what is there since the start."""
    if gc.get_threshold() == _STARTING:
        gc.freeze()
        gc.set_threshold(*_USUAL)
