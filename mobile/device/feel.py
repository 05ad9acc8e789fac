"""What the hand feels and the ear hears: a short sign when something is saved, a longer one when it is out of limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

SAVED = "saved"
WARNED = "warned"
QUIET = "quiet"
"""The setting that says whether the person wants no signs: "1" or nothing."""


class Feel(Protocol):
    """Gives a sign by sound and vibration, and returns at once. Says nothing where the person wants it quiet."""

    def saved(self) -> None:
        """Say that something is on disk: an answer, a photo, a scan that was right."""

    def warned(self) -> None:
        """Say that something needs a look: a reading out of limits, a tag that belongs elsewhere, a refusal."""


class KeptFeel:
    """The desktop's twin: makes no sound, keeps the last signs in ``signs``; ``is_quiet`` says what the person chose."""

    def __init__(self, is_quiet: Callable[[], bool] = lambda: False, kept: int = 100) -> None:
        self.is_quiet = is_quiet
        self.kept = kept
        self.signs: list[str] = []

    def saved(self) -> None:
        self._give(SAVED)

    def warned(self) -> None:
        self._give(WARNED)

    def _give(self, sign: str) -> None:
        if not self.is_quiet():
            self.signs = [*self.signs, sign][-self.kept :]
