"""Typing with the system's own editor: on Android every Chinese keyboard works there, and not in Kivy's text field.

The twin of the desktop is a Kivy text field, and so lives with the screens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Typed = Callable[[str | None], None]


class TextEntry(Protocol):
    """Edits one text; ``done`` gets it, or None when the person went back. ``done`` may come on any thread."""

    def edit(self, title: str, text: str, hint: str, done: Typed) -> None: ...


class ScriptedTextEntry:
    """A twin that answers with given texts in turn; for the demo and for tests."""

    def __init__(self, *texts: str | None) -> None:
        self.texts = list(texts)

    def edit(self, title: str, text: str, hint: str, done: Typed) -> None:  # noqa: ARG002 (nobody reads them here)
        """Answer with the next text, or go back when there is none."""
        done(self.texts.pop(0) if self.texts else None)
