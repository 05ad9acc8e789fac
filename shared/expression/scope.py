"""What an expression may ask while it is evaluated."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from shared.expression.value import Atom, Value


class Scope(Protocol):
    """One line of a form, in one instance of its repeat, at one moment."""

    @property
    def now(self) -> datetime:
        """The moment, aware, in the site's zone."""

    @property
    def language(self) -> str:
        """``zh`` or ``en``: of choice labels, months and weekdays."""

    def value(self, name: str) -> Value:
        """Return the answer of an item, seen from this line; every instance's, if it is in a repeat elsewhere.

        The name of a repeat gives one member per instance.
        """

    def instances(self, name: str) -> tuple[Atom, ...]:
        """Return the answers of an item in every instance of its repeat, in order."""

    def last_saved(self, name: str) -> Value:
        """Return the answer of the round before."""

    def own_value(self) -> Atom:
        """Return this line's own answer, whether or not the line is relevant."""

    def position(self) -> int:
        """Return which instance of the repeat this is, from 1; 0 outside repeats."""

    def asset(self, key: str) -> Atom:
        """Return a field of the asset that this line is about, the empty text if it has none."""

    def choice_label(self, choice: str, name: str) -> str:
        """Return the label of one choice of an item, the empty text if there is none."""

    def failed(self, codes: tuple[str, ...]) -> int:
        """Count the rows that fail and whose printed code is one of ``codes`` or lies below one (LMR-09 below LMR)."""

    def random(self) -> bytes:
        """Return 16 bytes that look random and are the same whenever this line of this record is evaluated."""
