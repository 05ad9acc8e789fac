"""Rows into tables as fast as each database takes them: ``executemany`` on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Protocol

import psycopg

Row = Sequence[Any]


class Sink(Protocol):
    """Takes rows; indexes are set aside meanwhile and built once at the end."""

    def write(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Append rows to a table."""

    def close(self) -> None:
        """Build the indexes again and keep everything."""


class SqliteSink:
    """Writes a SQLite file without a journal: what breaks off is thrown away whole."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "locking_mode=EXCLUSIVE"):
            self._connection.execute(f"PRAGMA {pragma}")
        found = self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        self._indexes = dict(found.fetchall())
        for name in self._indexes:
            self._connection.execute(f'DROP INDEX "{name}"')
        self._connection.execute("BEGIN")

    def write(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        gaps = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({gaps})"  # noqa: S608 - names of our own
        self._connection.executemany(statement, ([_plain(value) for value in row] for row in rows))

    def close(self) -> None:
        for statement in self._indexes.values():
            self._connection.execute(statement)
        self._connection.execute("COMMIT")
        self._connection.close()


class PostgresSink:
    """Writes a PostgreSQL database in one transaction."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address)
        self._connection.execute("SET synchronous_commit = off")
        self._connection.execute("SET maintenance_work_mem = '1GB'")
        query = """SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
            JOIN pg_class ON pg_class.oid = indrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)"""
        self._indexes = dict(self._connection.execute(query).fetchall())
        for name in self._indexes:
            self._connection.execute(f"DROP INDEX {name}".encode())

    def write(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN".encode()
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def close(self) -> None:
        for statement in self._indexes.values():
            self._connection.execute(statement.encode())
        self._connection.commit()
        self._connection.autocommit = True
        self._connection.execute("VACUUM ANALYZE")
        self._connection.close()


def _plain(value: Any) -> Any:
    """Write times and days as SQLAlchemy does on SQLite."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value
