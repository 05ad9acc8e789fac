"""What a list page asks for in its address: filters, order and page, and the links that ask for another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Generic, TypeVar
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import request

from server.office.form import read_day
from server.store import Page, PageRequest
from server.store.page import MOST

T = TypeVar("T")
LONGEST_SEARCH = 100
LONGEST_KEY = 600
PLACE = frozenset({"page", "after", "before"})
"""What says where in a list the reader is; every other change of the address begins at its first page again."""


@dataclass(frozen=True, slots=True)
class Query:
    """The address of a list as it was asked; what cannot be read counts as not asked."""

    path: str
    args: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a filter's text."""
        return self.args.get(name, "").strip()[:LONGEST_SEARCH].replace("\x00", "")

    def day(self, name: str) -> date | None:
        """Return a filter's day."""
        return read_day(self.text(name))

    def member(self, name: str, kind: type[Enum]) -> str:
        """Return a filter's value if it is one of an enum's."""
        found = self.text(name)
        return found if any(member.value == found for member in kind) else ""

    def page(self, *, sort: str, sorts: Collection[str], size: int = 25) -> PageRequest:
        """Return the page asked for; ``sort`` is the list's own order, ``sorts`` what it can be sorted by."""
        number, order = self.text("page"), self.text("sort")
        after, before = (self.args.get(name, "")[:LONGEST_KEY].replace("\x00", "") for name in ("after", "before"))
        highest = 100_000 if after or before else MOST // size
        wanted = int(number) if number.isascii() and number.isdigit() and 1 <= int(number) <= highest else 1
        return PageRequest(wanted, size, order if order.removeprefix("-") in sorts else sort, after, before)

    def since(self, name: str, zone: ZoneInfo) -> datetime | None:
        """Return the first moment of a filter's day."""
        day = self.day(name)
        return datetime.combine(day, time(0), zone) if day else None

    def until(self, name: str, zone: ZoneInfo) -> datetime | None:
        """Return the first moment after a filter's day."""
        day = self.day(name)
        return datetime.combine(day + timedelta(days=1), time(0), zone) if day else None

    def link(self, **changes: object) -> str:
        """Return the address with some filters changed; an empty one falls away, and so does the page."""
        kept = {name: value for name, value in self.args.items() if name not in PLACE and value}
        kept |= {name: str(value) for name, value in changes.items()}
        asked = urlencode({name: value for name, value in kept.items() if value})
        return f"{self.path}?{asked}" if asked else self.path

    @property
    def is_excel(self) -> bool:
        """Tell whether the whole list is wanted as an Excel file."""
        return self.args.get("as") == "xlsx"

    @property
    def is_filtered(self) -> bool:
        """Tell whether any filter is set; order and page are none."""
        return any(value for name, value in self.args.items() if name not in {"sort", "as", *PLACE})


def query() -> Query:
    """Read the address of this request; of a filter given twice the first counts."""
    return Query(request.path, request.args.to_dict(flat=True))


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """One page of a list with its links."""

    rows: tuple[T, ...]
    total: int
    number: int
    size: int
    sort: str
    query: Query
    after: str = ""
    before: str = ""

    @property
    def is_long(self) -> bool:
        """Tell whether there are more rows than are counted; then only the list's own order is offered."""
        return self.total > MOST

    @property
    def pages(self) -> str:
        """How many pages there are, as far as rows are counted."""
        return f"{MOST // self.size}+" if self.is_long else str(max(1, -(-self.total // self.size)))

    @property
    def first(self) -> int:
        """The number of the first row shown."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return self.first + len(self.rows) - 1

    @property
    def next(self) -> str:
        """Return the address of the next page, empty after the last one."""
        return self.query.link(page=self.number + 1, after=self.after) if self.after else ""

    @property
    def previous(self) -> str:
        """Return the address of the page before, empty before the first one."""
        if not self.before or self.number == 2:
            return self.query.link() if self.number > 1 else ""
        return self.query.link(page=max(self.number - 1, 1), before=self.before)

    def direction(self, column: str) -> str:
        """Say how the list is sorted by ``column`` in ARIA's words, or nothing."""
        if self.sort.lstrip("-") != column:
            return ""
        return "descending" if self.sort.startswith("-") else "ascending"

    def sorted_by(self, column: str) -> str:
        """Return the address sorted by ``column``; asked again, the other way round."""
        return self.query.link(sort=f"-{column}" if self.direction(column) == "ascending" else column)


def listing(page: Page[T], wanted: Query) -> Listing[T]:
    """Join a page of the store with the address that asked for it."""
    return Listing(page.rows, page.total, page.number, page.size, page.sort, wanted, page.after, page.before)
