"""The database engine, with the settings without which SQLite and PostgreSQL lose or skip writes.

Measured (server design §2): with the driver's own BEGIN, twelve threads lose nine of ten updates on SQLite without any
error; hence ``BEGIN IMMEDIATE`` for writing. ``synchronous=FULL``: a tablet deletes what it was told is stored.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

_READING = "rounds_reading"
BUSY_MS = 15_000
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA cache_size=-2000",  # for each connection; the system's own cache holds the rest
    "PRAGMA wal_autocheckpoint=4000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA journal_size_limit=67108864",
)


class DatabaseFaultError(Exception):
    """The database refuses what it was asked, and waiting does not help; the text is the driver's own word.

    No error of ours for tablets: what one operation meets is that operation's trouble, else it is a fault of the server.
    """


DATABASE_ERRORS: Final = (DatabaseFaultError, SQLAlchemyError, sqlite3.Error)
"""What a database raises: within a store's transactions the first, around migrations and copies of files the others."""


def make_engine(url: str, *, pool_size: int = 16) -> Engine:
    """Build the engine for SQLite (a file) or PostgreSQL; nothing is connected yet.

    ``pool_size`` is at least the number of threads that serve requests.

    Raises:
        ValueError: another database, or SQLite in memory, which connections cannot share.
    """
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise ValueError("SQLite needs a file")
        return _sqlite(url, pool_size)
    if backend == "postgresql":
        return _postgresql(url, pool_size)
    raise ValueError(f"{backend} is not supported; use sqlite or postgresql")


def is_sqlite(engine: Engine) -> bool:
    """Tell which of the two databases this is."""
    return engine.dialect.name == "sqlite"


def reading_connection(engine: Engine) -> Connection:
    """Open a connection whose transaction sees one snapshot and takes no write lock."""
    connection = engine.connect()
    if is_sqlite(engine):
        return connection.execution_options(**{_READING: True})
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def glancing_connection(engine: Engine) -> Connection:
    """Open a connection for statements that read and need no transaction: each sees one snapshot of its own."""
    connection = engine.connect()
    return connection if is_sqlite(engine) else connection.execution_options(isolation_level="AUTOCOMMIT")


def writing_connection(engine: Engine) -> Connection:
    """Open a connection whose transaction takes SQLite's one write lock at its start."""
    return engine.connect()


class Kept:
    """Connections of one kind, opened by ``make``; of SQLite they stay open for the next use, the last one used first.

    What a pool does around each use takes as long as three statements, and a connection that writes again still knows
    the pages that it wrote. PostgreSQL's may have been lost meanwhile, which its pool looks after. ``engine.dispose()`` closes
    those that nobody uses at that moment.
    """

    def __init__(self, engine: Engine, make: Callable[[Engine], Connection]) -> None:
        self._engine = engine
        self._make = make
        self._idle: deque[Connection] = deque()
        self._is_kept = is_sqlite(engine)
        event.listen(engine, "engine_disposed", self._close)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Lend a connection for the ``with``; one that met an error is not lent again."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._make(self._engine)
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if self._is_kept:
            self._idle.append(connection)
        else:
            connection.close()

    def _close(self, _engine: Engine) -> None:
        while self._idle:
            connection = self._idle.pop()
            connection.detach()  # from a pool that is no more, so that closing it closes the file
            connection.close()


def _sqlite(url: str, pool_size: int) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_use_lifo=True,  # the same few connections, with what they have cached
        hide_parameters=True,  # an error is logged with its statement, never with hashes or bodies
        connect_args={"isolation_level": None, "timeout": BUSY_MS / 1000, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in _SQLITE_PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        is_reading = connection.get_execution_options().get(_READING, False)
        driver: Any = connection.connection.driver_connection  # a third of the time that SQLAlchemy takes to say so
        statement = "BEGIN" if is_reading else "BEGIN IMMEDIATE"
        try:
            driver.execute(statement)
        except sqlite3.Error as error:  # as SQLAlchemy would raise it, had it said so itself
            raise DBAPIError.instance(statement, None, error, sqlite3.Error, hide_parameters=True) from error

    return engine


def _postgresql(url: str, pool_size: int) -> Engine:
    options = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=30s -c timezone=UTC"
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        connect_args={"options": options},
    )
