"""Read a submitted form field by field and keep an error for each, so that a page can show all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

LONGEST_LINE = 200
LONGEST_TEXT = 4_000
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)

E = TypeVar("E", bound=Enum)


class FormError(Exception):
    """A form has errors, kept in the form itself; nothing was written."""


def read_day(text: str) -> date | None:
    """Read a day such as 2026-11-20; nothing if it is none that people mean.

    Beyond 2000 to 2100 a slip of the finger would carry calendars and clocks past their ends.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if _FIRST_DAY <= found <= _LAST_DAY else None


@dataclass(slots=True)
class Form:
    """The values as they were typed, and what is wrong with them: text keys by field name, ``""`` for the whole."""

    values: MultiDict[str, str] = field(default_factory=MultiDict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Tell whether nothing was wrong so far."""
        return not self.errors

    def value(self, name: str, default: str = "") -> str:
        """Return what was typed, for showing it again."""
        return self.values.get(name, default)

    def error(self, name: str) -> str:
        """Return the text key of what is wrong with a field, empty if nothing is."""
        return self.errors.get(name, "")

    def wrong(self, name: str, key: str) -> None:
        """Note that a field is wrong; the first word on a field stands."""
        self.errors.setdefault(name, key)

    def settle(self) -> None:
        """Go on only if nothing was wrong.

        Raises:
            FormError: something was.
        """
        if self.errors:
            raise FormError

    def text(self, name: str, *, must: bool = False, longest: int = LONGEST_TEXT) -> str:
        """Read a text without outer blanks, with one kind of line end."""
        found = self.values.get(name, "").replace("\r\n", "\n").replace("\x00", "").strip()
        if must and not found:
            self.wrong(name, "form.missing")
        if len(found) > longest:
            self.wrong(name, "form.too_long")
        return found

    def line(self, name: str, *, must: bool = False) -> str:
        """Read a text of one line."""
        return " ".join(self.text(name, must=must, longest=LONGEST_LINE).split())

    def day(self, name: str, *, must: bool = False, first: date | None = None) -> date | None:
        """Read a day; not before ``first``."""
        typed = self.text(name, must=must)
        if not typed:
            return None
        found = read_day(typed)
        if found is None:
            self.wrong(name, "form.not_a_day")
            return None
        if first and found < first:
            self.wrong(name, "form.too_early")
        return found

    def member(self, name: str, kind: type[E], *, must: bool = False) -> E | None:
        """Read a choice among an enum's members."""
        typed = self.text(name, must=must)
        if not typed:
            return None
        try:
            return kind(typed)
        except ValueError:
            self.wrong(name, "form.not_a_choice")
            return None

    def choice(self, name: str, choices: Mapping[str, object], *, must: bool = False) -> str:
        """Read a choice among given ids."""
        typed = self.text(name, must=must)
        if typed and typed not in choices:
            self.wrong(name, "form.not_a_choice")
            return ""
        return typed

    def choices(self, name: str, known: Mapping[str, object], *, must: bool = False) -> tuple[str, ...]:
        """Read ticked boxes; unknown ones are wrong."""
        typed = tuple(dict.fromkeys(self.values.getlist(name)))
        if must and not typed:
            self.wrong(name, "form.missing")
        if any(entry not in known for entry in typed):
            self.wrong(name, "form.not_a_choice")
        return tuple(entry for entry in typed if entry in known)

    def ticked(self, name: str) -> bool:
        """Read a tick box."""
        return bool(self.values.get(name))
