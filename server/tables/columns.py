"""The kinds of columns that tables are described with, and what holds all tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC on both databases (SQLite drops offsets)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without offset is not stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """Write SQLite's text at once: SQLAlchemy's two steps take four times as long, and a record has four times."""
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a time without offset is not stored")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def ident(name: str, **options: Any) -> Column[Any]:
    """Describe a column for an id, or for a readable code in its place."""
    return Column(name, String(64), **options)


def code(name: str, length: int = 64, **options: Any) -> Column[Any]:
    """Describe a column for a short text that is always there."""
    return Column(name, String(length), nullable=False, **options)


def flag(name: str, **options: Any) -> Column[Any]:
    """Describe a column for yes or no; no unless said."""
    return Column(name, Boolean(create_constraint=False), nullable=False, default=False, **options)


def when(name: str, **options: Any) -> Column[Any]:
    """Describe a column for a time."""
    return Column(name, UtcDateTime(), **options)


def number(name: str) -> Column[Any]:
    """Describe a column that counts, from 0."""
    return Column(name, BigInteger, nullable=False, default=0)


def synced(
    kind: str, *columns: Column[Any], lists: tuple[tuple[str, ...], ...] = (), some: tuple[Index, ...] = ()
) -> Table:
    """Describe a synced kind's table; ``lists`` are the column sets that its pages filter and sort by.

    ``some`` are indexes over the few rows that a page asks for. Each index costs on every push (docs/growth.md says why
    each is there), and a plan that needs another one fails a test.
    """
    return Table(
        kind,
        metadata,
        ident("id", primary_key=True),
        Column("rev", BigInteger, nullable=False),
        flag("is_gone"),
        Column("body", Text, nullable=False),
        when("stored_at", nullable=False),
        *columns,
        *(Index(f"ix_{kind}_{'_'.join(names)}", *names) for names in lists),
        *some,
    )


def some(name: str, where: str, *columns: str) -> Index:
    """Describe an index over the rows that match ``where`` only."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
