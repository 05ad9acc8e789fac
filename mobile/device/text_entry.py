"""Typing with the system's own editor: on Android every Chinese keyboard works there, and not in Kivy's text field.

The twin of the desktop is a Kivy text field, and so lives with the screens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Typed = Callable[[str | None], None]
Typing = Callable[[str], None]


def nobody(_text: str) -> None:
    """Hear nothing of what is half typed."""


class TextEntry(Protocol):
    """Edits one text; ``done`` gets it, or None when the person went back. Both callbacks may come on any thread.

    ``typing`` gets the text as it stands whenever typing rests and when the app goes to the background, so that what is
    half typed can be kept; whoever asks stores it as it comes.
    """

    def edit(
        self, title: str, text: str, hint: str, done: Typed, typing: Typing = nobody, *, is_multiline: bool = True
    ) -> None: ...


class ScriptedTextEntry:
    """A twin that answers with given texts in turn; for the demo and for tests."""

    def __init__(self, *texts: str | None) -> None:
        self.texts = list(texts)

    def edit(
        self,
        title: str,  # noqa: ARG002 (nobody reads them here)
        text: str,  # noqa: ARG002
        hint: str,  # noqa: ARG002
        done: Typed,
        typing: Typing = nobody,
        *,
        is_multiline: bool = True,  # noqa: ARG002
    ) -> None:
        """Answer with the next text, or go back when there is none."""
        answer = self.texts.pop(0) if self.texts else None
        if answer:
            typing(answer)
        done(answer)
