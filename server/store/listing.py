"""What all lists share: equality filters, a bounded count, and one page found by the key of the page before.

A page is found in two steps: the ids in the wanted order, which an index alone answers, then the few rows themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Date, FromClause, Integer, Row, Select, Table, func, literal, select, tuple_

from server.store.page import MOST, Count, Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.tables import UtcDateTime
from shared.errors import MalformedError

T = TypeVar("T")
Where = Sequence[ColumnElement[bool]]
LAST_DAY = date(9999, 12, 31)
"""Stands for no day at all in an order by days."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its table, its rows with what is joined to them, how they can be sorted, and the own order.

    The own order has an index and holds for a list of any length; by the other ``sorts`` a list is sorted that is
    counted to its end. ``joined`` are those of them that need the joined tables.
    """

    table: Table
    rows: Select[*AnyColumns]
    sorts: Mapping[str, ColumnElement[Any]]
    own: str
    joined: frozenset[str] = frozenset()

    def order_of(self, sort: str, total: Count) -> str:
        """Return the order that a list of this length gets when it is asked for ``sort``.

        Raises:
            MalformedError: there is no such sort.
        """
        asked = sort or self.own
        if asked.removeprefix("-") not in self.sorts:
            raise MalformedError(detail=f"sort by one of {', '.join(sorted(self.sorts))}", path="sort")
        is_own = asked.removeprefix("-") == self.own.removeprefix("-")
        return self.own if total.is_more and not is_own else asked


def matches(table: FromClause, wanted: object, names: Iterable[str]) -> list[ColumnElement[bool]]:
    """Require equality for every named member of a filter that is neither ``None`` nor empty."""
    values = ((name, getattr(wanted, name)) for name in names)
    return [table.c[name] == value for name, value in values if value is not None and value != ""]


def count(tx: Tx, table: FromClause, where: Where) -> Count:
    """Count the rows of a table that match, no further than one past MOST."""
    found = select(literal(1).label("one")).select_from(table).where(*where).limit(MOST + 1).subquery()
    return Count(tx.scalar(select(func.count()).select_from(found)))


def paged(
    tx: Tx, listed: Listed, where: Where, page: PageRequest, *, is_searched: bool = False
) -> Page[Row[*AnyColumns]]:
    """Return one page of the rows that match ``where``, conditions on the list's own table.

    ``is_searched``: no index answers ``where``, so the rows are looked through once for their number and the page.

    Raises:
        MalformedError: the list has no such sort.
    """
    if is_searched:
        found = tx.scalars(select(listed.table.c.id).where(*where).limit(MOST + 1))
        total = Count(len(found))
        where = where if total.is_more else [listed.table.c.id.in_(found)]
    else:
        total = count(tx, listed.table, where)
    sort = listed.order_of(page.sort, total)
    keys = _keys(tx, listed, where, replace(page, sort=sort))
    rows = {row.id: row for row in tx.rows(listed.rows.where(listed.table.c.id.in_([key[1] for key in keys.found])))}
    shown = tuple(rows[record] for _, record in keys.found if record in rows)
    after = _token(keys.found[-1]) if keys.found and keys.has_next else ""
    before = _token(keys.found[0]) if keys.found and keys.has_previous else ""
    return Page(shown, total, page.number, page.size, sort, after, before)


def as_row(cls: type[T], row: Row[*AnyColumns], **computed: object) -> T:
    """Build a dataclass from a row's columns of the same names and from values computed elsewhere."""
    names = (field.name for field in fields(cls) if field.name not in computed)  # type: ignore[arg-type]
    return cls(**{name: row._mapping[name] for name in names}, **computed)  # noqa: SLF001 - SQLAlchemy's public name


Key = tuple[Any, str]
"""Where a row stands: the value that it is sorted by, and its id."""


@dataclass(frozen=True, slots=True)
class _Keys:
    found: list[Key]
    has_previous: bool
    has_next: bool


def _keys(tx: Tx, listed: Listed, where: Where, page: PageRequest) -> _Keys:
    """Find the keys of one page, and whether more stand before and after it."""
    column, record = listed.sorts[page.sort.removeprefix("-")], listed.table.c.id
    is_descending = page.sort.startswith("-")
    is_back = bool(page.before)
    edge = _key(column, page.before or page.after)
    if is_back and edge is not None:
        is_descending = not is_descending
    names = (column.label("at"), record)
    is_joined = page.sort.removeprefix("-") in listed.joined
    query = select(*names).where(*where)
    if is_joined:  # by names: of the few rows that there are, which the index of the list finds without reading them
        few = select(record).where(*where).limit(MOST + 1)
        query = listed.rows.with_only_columns(*names).where(record.in_(few))
    query = query.order_by(*(one.desc() if is_descending else one.asc() for one in (column, record)))
    if edge is not None:
        here, there = tuple_(column, record), tuple_(literal(edge[0], column.type), literal(edge[1], record.type))
        query = query.where(here < there if is_descending else here > there)
    skipped = page.offset if edge is None else 0
    found: list[Key] = [(row[0], row[1]) for row in tx.rows(query.limit(page.size + 1).offset(skipped or None))]
    is_cut, found = len(found) > page.size, found[: page.size]
    if is_back and edge is not None:
        return _Keys(found[::-1], has_previous=is_cut, has_next=True)
    return _Keys(found, has_previous=edge is not None or skipped > 0, has_next=is_cut)


def _token(key: Key) -> str:
    value, record = key
    return f"{value.isoformat() if isinstance(value, date) else value}~{record}"


def _key(column: ColumnElement[Any], token: str) -> Key | None:
    """Read a token; one that cannot be read, such as one of another order, counts as none."""
    value, mark, record = token.rpartition("~")
    if not mark:
        return None
    try:
        if isinstance(column.type, UtcDateTime):
            at = datetime.fromisoformat(value)
            return (at, record) if at.tzinfo else None
        if isinstance(column.type, Integer):
            return int(value), record
        return (date.fromisoformat(value) if isinstance(column.type, Date) else value), record
    except ValueError:
        return None
