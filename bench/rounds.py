"""Rounds: every side of a figure is measured once a round, in turn, each in a fresh folder; what parts share is made once."""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bench.pouchdb import Pouch, install, pouch
from bench.served import Ground, lay_ground

T = TypeVar("T")
ROUNDS = 5
TABLETS = 20
Side = Callable[[Path], T]


@dataclass(slots=True)
class Bench:
    """What the parts of one run share. ``build`` outlives it (the installed peer, grown databases), ``scratch`` does not."""

    build: Path
    scratch: Path
    rounds: int = ROUNDS
    peer_missing: str | None = None
    _ground: Ground | None = None
    _pouch: Pouch | None = None
    _kept: ExitStack = field(default_factory=ExitStack)
    _began_s: float = field(default_factory=time.monotonic)

    def ground(self) -> Ground:
        """Return an estate with twenty enrolled tablets."""
        if self._ground is None:
            self.say("an estate with twenty tablets")
            self._ground = lay_ground(self.scratch / "ground", TABLETS)
        return self._ground

    def pouch(self) -> Pouch | None:
        """Return the running peer, or None where it cannot be had; ``peer_missing`` then says why."""
        if self.peer_missing is None:
            self.peer_missing = install(self.build / "peer")
            self.say(self.peer_missing or "the peer is installed")
        if self._pouch is None and not self.peer_missing:
            self._pouch = self._kept.enter_context(pouch(self.build / "peer", self.scratch / "pouch"))
        return self._pouch

    def interleave(self, figure: str, sides: dict[str, Side[T]]) -> dict[str, list[T]]:
        """Run each side once a round, each round beginning with another one; return what they returned, by side."""
        found: dict[str, list[T]] = {name: [] for name in sides}
        names = list(sides)
        for number in range(self.rounds):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                folder = self.scratch / f"{figure}-{number}-{name}"
                os.sync()  # the side before may have left much to be written, which this one's fsync would wait for
                gc.collect()
                gc.freeze()  # what was made before is not looked at again while somebody is being timed
                found[name].append(sides[name](folder))
                gc.unfreeze()
                shutil.rmtree(folder, ignore_errors=True)
            self.say(f"{figure}: round {number + 1} of {self.rounds}")
        return found

    def say(self, words: str) -> None:
        """Tell a person how far the run is."""
        print(f"  {time.monotonic() - self._began_s:6.0f} s  {words}", flush=True)

    def close(self) -> None:
        """End what was started."""
        self._kept.close()
        self._pouch = None


def median(values: list[float] | None) -> float | None:
    """Return the middle value, None if there is none."""
    return statistics.median(values) if values else None
