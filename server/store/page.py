"""Pages of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page is wanted: ``number`` counts from 1; ``sort`` is one of the list's names, ``-`` before it reverses."""

    number: int = 1
    size: int = 25
    sort: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 1_000_000 or not 1 <= self.size <= 500:
            raise ValueError("a page number counts from 1, a page holds 1 to 500 rows")

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * self.size


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list and how many rows there are in all."""

    rows: tuple[T, ...]
    total: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def has_next(self) -> bool:
        """Tell whether another page follows."""
        return self.number < self.pages
