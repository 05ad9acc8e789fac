"""Opens transactions: ``reading()`` one snapshot, ``writing()`` everything or nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from server.db import (
    DatabaseFaultError,
    Kept,
    glancing_connection,
    is_sqlite,
    reading_connection,
    writing_connection,
)
from server.store.chain import Actor
from server.store.heed import heed
from server.store.search import keep
from server.store.tx import Tx
from server.store.unit_link import LinkKey
from shared.clock import Clock
from shared.errors import BusyError, StorageFullError
from shared.ids import IdSource

log = logging.getLogger(__name__)
T = TypeVar("T")
_WRITER_WAIT_S = 15.0
_ATTEMPTS = 4
_CONFLICTS = {"40001", "40P01", "55P03", "23505"}  # serialization, deadlock, lock timeout, unique

# connection, read-only, session ended while this process was stopped, resources, cancelled, shut down, disk, damaged
_LOST = ("08", "25006", "25P03", "25P04", "53", "57014", "57P0", "58", "XX00")
_BROKEN = ("readonly database", "disk i/o error", "unable to open database", "malformed", "not a database")
_BROKEN_RETRY_S = 15


def _nowhere(_name: str) -> None:
    """Do nothing; a test passes a fail point that stops the process here."""


def _nobody() -> None:
    """Name nobody: what is written leaves no row in the chain of who did what."""


class ServerStore:
    """The server's database. Built once; used by all threads. ``who`` names the actor of a writing transaction."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        ids: IdSource,
        fail_point: Callable[[str], None] = _nowhere,
        who: Callable[[], Actor | None] = _nobody,
        link_key: LinkKey | None = None,
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.ids = ids
        self.link_key = link_key
        self._fail_point = fail_point
        self._who = who
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error  # of a ``Statement``, not wrapped
        # SQLite has one writer anyway; waiting here in turn is four times quicker than polling its lock (measured).
        self._writer = threading.Lock() if is_sqlite(engine) else None
        self._pusher = threading.Lock() if is_sqlite(engine) else None
        self._glancing = Kept(engine, glancing_connection)
        self._writing = Kept(engine, writing_connection)

    def now(self) -> datetime:
        """Return the server's time in UTC."""
        return self.clock.read().wall.astimezone(UTC)

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """Open a connection for a single ``Statement`` that reads; a transaction would cost more than it does.

        Raises:
            BusyError: the database did not answer in time.
            DatabaseFaultError: it refuses the statement.
        """
        with self._translated(), self._glancing.connection() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """Open a transaction that sees one snapshot and writes nothing.

        Raises:
            BusyError: the database did not answer in time.
            DatabaseFaultError: it refuses a statement.
        """
        with self._translated(), reading_connection(self.engine) as connection, connection.begin():
            yield Tx(connection, self.now(), self.ids, is_writing=False)

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """Open a transaction that is committed at the end of the ``with``, or not at all if that raises.

        Raises:
            BusyError: a lock was not free in time, or somebody changed the same record meanwhile; nothing happened.
            StorageFullError: no space left; nothing happened.
            DatabaseFaultError: it refuses a statement; nothing happened.
        """
        with _turn(self._writer), self._translated(), self._writing.connection() as connection:
            with connection.begin():
                tx = Tx(connection, self.now(), self.ids, is_writing=True, actor=self._who())
                yield tx
                heed(tx, self.link_key)
                keep(tx)
                tx.finish()
                self._fail_point("before commit")
            self._fail_point("after commit")

    def act(self, work: Callable[[Tx], T]) -> T:
        """Run ``work`` in a writing transaction, again if somebody else was quicker; it may run up to four times.

        Raises:
            BusyError: every attempt met somebody else's change.
        """
        for attempt in range(_ATTEMPTS):
            try:
                with self.writing() as tx:
                    return work(tx)
            except BusyError:
                if attempt == _ATTEMPTS - 1:
                    raise
        raise BusyError(retry_after_s=1)

    @contextmanager
    def turn_to_push(self) -> Iterator[None]:
        """Let pushes be read and applied one after the other where they are written so anyway.

        Each statement gives up the interpreter, and must wait for it as long as other threads read their batches: twenty
        tablets at once took half as much of the processor again (measured). PostgreSQL lets pushes write side by side.

        Raises:
            BusyError: the turn did not come in time; nothing happened.
        """
        with _turn(self._pusher):
            yield

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn what the database refuses for a passing reason into errors that a client knows how to wait for.

        Whatever else it refuses is one error of ours, whether SQLAlchemy ran the statement or the driver itself.
        """
        try:
            yield
        except (DBAPIError, self._driver_error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            text = str(cause).lower()
            state = getattr(cause, "sqlstate", None) or ""
            if "disk is full" in text or state == "53100":
                raise StorageFullError from error
            is_unique = type(cause).__name__ == "IntegrityError" and "unique" in text  # SQLite has no states
            if state in _CONFLICTS or is_unique or "locked" in text or "busy" in text:
                raise BusyError(retry_after_s=1) from error
            if _is_lost(cause, state, text):  # the database's trouble, which no operation is to blame for
                log.exception("the database cannot be used")
                raise BusyError(retry_after_s=_BROKEN_RETRY_S) from error
            raise DatabaseFaultError(str(cause).strip()) from error


@contextmanager
def _turn(lock: threading.Lock | None) -> Iterator[None]:
    if lock is None:
        yield
        return
    if not lock.acquire(timeout=_WRITER_WAIT_S):
        raise BusyError(retry_after_s=5)
    try:
        yield
    finally:
        lock.release()


def _is_lost(cause: BaseException | None, state: str, text: str) -> bool:
    """Tell whether the database itself is out of reach, read-only or damaged, whatever it was asked."""
    if state:
        return state.startswith(_LOST)
    is_psycopg = type(cause).__module__.startswith("psycopg")  # which says by the class alone that the connection went
    is_gone = is_psycopg and type(cause).__name__ in {"OperationalError", "InterfaceError"}
    return is_gone or any(words in text for words in _BROKEN)
