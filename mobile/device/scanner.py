"""The tag scanner: QR or NFC, answers with the tag's text."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Protocol

Scanned = Callable[[str | None], None]


class Scanner(Protocol):
    """Reads one tag; ``done`` gets its text, or None when none was read. ``done`` may come on any thread."""

    @property
    def is_there(self) -> bool:
        """Tell whether this device can scan; if not, the number is typed."""

    def scan(self, done: Scanned) -> None: ...


class NoScanner:
    """The twin of a device without one."""

    is_there = False

    def scan(self, done: Scanned) -> None:
        """Answer at once that nothing was read."""
        done(None)


class ScriptedScanner:
    """A desktop twin that reads given texts in turn; for the demo and for tests."""

    is_there = True

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = itertools.chain(texts, itertools.repeat(None))

    def scan(self, done: Scanned) -> None:
        """Answer with the next text."""
        done(next(self.texts))
