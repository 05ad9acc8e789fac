"""What all lists share: equality filters, a total order, one page and the count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, FromClause, Row, Select, func, select

from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from shared.errors import MalformedError

T = TypeVar("T")


def matches(table: FromClause, wanted: object, names: Iterable[str]) -> list[ColumnElement[bool]]:
    """Require equality for every named member of a filter that is neither ``None`` nor empty."""
    values = ((name, getattr(wanted, name)) for name in names)
    return [table.c[name] == value for name, value in values if value is not None and value != ""]


def ordered(
    query: Select[*AnyColumns], sorts: Mapping[str, ColumnElement[Any]], sort: str, last: ColumnElement[Any]
) -> Select[*AnyColumns]:
    """Sort by one of ``sorts`` (``-`` before the name reverses), then by the unique column ``last``.

    Raises:
        MalformedError: there is no such sort.
    """
    name, is_descending = sort.removeprefix("-"), sort.startswith("-")
    if name not in sorts:
        raise MalformedError(detail=f"sort by one of {', '.join(sorted(sorts))}", path="sort")
    columns = (sorts[name], last)
    return query.order_by(*(column.desc() if is_descending else column.asc() for column in columns))


def paged(
    tx: Tx, query: Select[*AnyColumns], page: PageRequest, counted: Select[*AnyColumns]
) -> Page[Row[*AnyColumns]]:
    """Run a query for one page, and count the rows of ``counted``."""
    total: int = tx.scalar(select(func.count()).select_from(counted.order_by(None).subquery()))
    rows = tx.rows(query.limit(page.size).offset(page.offset))
    return Page(tuple(rows), total, page.number, page.size)


def as_row(cls: type[T], row: Row[*AnyColumns], **computed: object) -> T:
    """Build a dataclass from a row's columns of the same names and from values computed elsewhere."""
    names = (field.name for field in fields(cls) if field.name not in computed)  # type: ignore[arg-type]
    return cls(**{name: row._mapping[name] for name in names}, **computed)  # noqa: SLF001 - SQLAlchemy's public name
