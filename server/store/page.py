"""Pages of a list. A list that may be long is neither counted nor skipped through: what a page costs stays the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 1_000
"""How far a list is counted; beyond, it has "1000+" rows and is sorted in its own order only."""


class Count(int):
    """A number of rows, counted no further than one past MOST; then it reads ``1000+``."""

    @property
    def is_more(self) -> bool:
        """Tell whether counting ended before the rows did."""
        return self > MOST

    def __str__(self) -> str:
        return f"{MOST}+" if self.is_more else int.__repr__(self)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page is wanted: ``number`` counts from 1; ``sort`` is one of the list's names, ``-`` before it reverses.

    ``after`` or ``before`` is the key (``Page.after``, ``Page.before``) of the page that is left; the page next to it is
    found by it at once, however deep in the list. Without a key the page is found by its number.
    """

    number: int = 1
    size: int = 25
    sort: str = ""
    after: str = ""
    before: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 1_000_000 or not 1 <= self.size <= 500:
            raise ValueError("a page number counts from 1, a page holds 1 to 500 rows")

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * self.size


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list and how many rows there are, as far as they are counted.

    ``sort`` is the order that it has; ``after`` and ``before`` are the keys of its neighbours, empty if there is none.
    """

    rows: tuple[T, ...]
    total: int
    number: int
    size: int
    sort: str = ""
    after: str = ""
    before: str = ""

    @property
    def pages(self) -> int:
        """How many pages there are, as far as rows are counted; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def has_next(self) -> bool:
        """Tell whether another page follows."""
        return bool(self.after)
