"""One SQLite file: a connection per thread, WAL, every commit on disk before it returns, errors as ours."""

from __future__ import annotations

import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from mobile.store.ballast import Ballast
from mobile.store.migrate import migrate, steps, version
from shared.errors import (
    DamagedDatabaseError,
    DiskFullError,
    MalformedError,
    NewerDatabaseError,
    ReadOnlyDiskError,
    StoreError,
)
from shared.wire import decode, dumps, encode, loads

T = TypeVar("T")
SqlValue = str | int | float | bytes | None
FailPoint = Callable[[str], None]
"""Told the name of each place where a kill could strike: before and after each commit and each file written."""

BUSY_TIMEOUT_MS = 10_000
SUSPECT = "tablet.suspect"
"""The name of the file that says: SQLite has called this database malformed, look at all of it at the next start."""
HEADER_BYTES = 100
"""Of a database file's first page."""
DECODED_ROWS = 2_000
CACHE_KIB = 8_000
"""A page of a pull with the parts of indexes that it changes stays in memory until its commit."""


def unharmed(_name: str) -> None:
    """Be the fail point of every day: nothing happens."""


class Database:
    """Connections, transactions and rows. The tables' own words are in the classes built on this one.

    ``on_damage`` is called once, on whatever thread, when SQLite first calls the file malformed.
    """

    def __init__(self, path: Path, fail_point: FailPoint = unharmed) -> None:
        """Open or create the database.

        Raises:
            NewerDatabaseError: a newer app wrote it; the file is left as it is.
            DamagedDatabaseError: the file is not a database.
        """
        self.path = path
        self.fail_point = fail_point
        self._threads = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._generation = 0
        self.ballast = Ballast(path.with_name("ballast"))
        self.is_damaged = False
        self.on_damage: Callable[[], None] = lambda: None
        self._decoded = lru_cache(maxsize=DECODED_ROWS)(_decoded)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_newer(path)
            with _as_our_errors():
                migrate(self._connection())
        except OSError as error:
            raise as_store_error(error) from error
        except StoreError as error:
            self.close()
            raise _if_read_only(error, path.parent) from error

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._threads = threading.local()

    def close_thread(self) -> None:
        """Close the connection of a thread that is about to end."""
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is not None:
            with self._lock:
                if connection in self._open:
                    self._open.remove(connection)
            connection.close()
            self._threads.connection = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of it, on disk when this returns, or nothing.

        Raises:
            DiskFullError: there is no space; nothing was written.
        """
        connection = self._connection()
        if _is_busy(connection):
            raise RuntimeError("a transaction is open in this thread: one action, one commit")
        with self._ours(), self._writing:  # in this order: who hears of damage may want to write
            connection = self._connection()  # another one if the file was replaced meanwhile
            self.ballast.give_way()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.fail_point("before commit")
                connection.execute("COMMIT")
            except BaseException:
                if _is_busy(connection):
                    connection.execute("ROLLBACK")
                raise
        self.fail_point("after commit")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reads inside see one moment; inside of a transaction this is the transaction's."""
        connection = self._connection()
        if connection.in_transaction:
            yield
            return
        with self._ours():
            connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")

    def is_sound(self) -> bool:
        """Read all of the file and tell whether SQLite finds it well formed; seconds for a large one."""
        try:
            found = self._connection().execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError:
            return False
        return found is not None and found[0] == "ok"

    def replace_file(self, swap: Callable[[], None]) -> None:
        """Let nobody write while ``swap`` puts another file in this one's place; then every thread opens that one.

        Whatever a thread still reads meanwhile comes from the old file.
        """
        with self._writing:
            swap()
            self._generation += 1
            self.is_damaged = False
            self._decoded.cache_clear()

    # for the classes built on this one ----------------------------------------------------------------------------

    def _rows(self, sql: str, *values: SqlValue) -> list[sqlite3.Row]:
        with self._ours():
            return self._connection().execute(sql, values).fetchall()

    def _row(self, sql: str, *values: SqlValue) -> sqlite3.Row | None:
        with self._ours():
            row: sqlite3.Row | None = self._connection().execute(sql, values).fetchone()
            return row

    def _number(self, sql: str, *values: SqlValue) -> int:
        row = self._row(sql, *values)
        return int(row[0] or 0) if row is not None else 0

    def _write(self, sql: str, *values: SqlValue) -> int:
        """Run one statement inside of a transaction; return how many rows it changed."""
        connection = self._connection()
        if not connection.in_transaction:
            raise RuntimeError("writing needs a transaction")
        return connection.execute(sql, values).rowcount

    def _write_all(self, sql: str, rows: Sequence[tuple[SqlValue, ...]]) -> None:
        """Run one statement for each row inside of a transaction."""
        connection = self._connection()
        if not connection.in_transaction:
            raise RuntimeError("writing needs a transaction")
        connection.executemany(sql, rows)

    def _read_as(self, cls: type[T], text: str | None) -> T | None:
        """Decode a JSON column; None if there is none, or if a newer server's form is beyond this app."""
        if text is None:
            return None
        found = self._decoded(cls, text)  # type: ignore[arg-type]  # a class is hashable, typeshed disagrees
        return found if isinstance(found, cls) else None

    def _all_as(self, cls: type[T], rows: Sequence[sqlite3.Row]) -> tuple[T, ...]:
        """Decode the column ``body`` of each row, leaving out what is beyond this app."""
        found = (self._read_as(cls, row["body"]) for row in rows)
        return tuple(one for one in found if one is not None)

    def _meta(self, name: str) -> object:
        row = self._row("SELECT v FROM meta WHERE k = ?", name)
        with self._own_words():
            return None if row is None else loads(row["v"])

    def _set_meta(self, name: str, value: object) -> None:
        self._write(
            "INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
            name,
            dumps(encode(value)),
        )

    @contextmanager
    def _ours(self) -> Iterator[None]:
        """Turn SQLite's errors into ours, and note on disk when it calls the file malformed: the next start looks at it."""
        try:
            with _as_our_errors():
                yield
        except DiskFullError:
            self.ballast.drop()  # the next tap has its room
            raise
        except DamagedDatabaseError:
            if not self.is_damaged:
                self.is_damaged = True
                with suppress(OSError):
                    self.path.with_name(SUSPECT).touch()
                self.on_damage()
            raise

    @contextmanager
    def _own_words(self) -> Iterator[None]:
        """Take it for damage when what this tablet wrote itself cannot be read any more: SQLite does not look into texts."""
        with self._ours():
            try:
                yield
            except MalformedError as error:
                raise DamagedDatabaseError(detail=str(error)[:200]) from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is not None and (self._threads.generation == self._generation or _is_busy(connection)):
            return connection  # a snapshot under way stays in the file that it began in
        self.close_thread()
        self._threads.generation = self._generation
        self._threads.connection = connection = self._connect()
        return connection

    def _connect(self) -> sqlite3.Connection:
        with _as_our_errors():
            connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
            with self._lock:
                self._open.append(connection)
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            return connection


def stamp(moment: datetime) -> str:
    """Write a moment so that text order is time order: UTC, ISO 8601."""
    return moment.astimezone(UTC).isoformat()


def moment(text: str | None) -> datetime | None:
    """Read what ``stamp`` wrote."""
    return None if text is None else datetime.fromisoformat(text)


def _is_busy(connection: sqlite3.Connection) -> bool:
    return connection.in_transaction


def _decoded(cls: type, text: str) -> object:
    try:
        return decode(cls, loads(text))
    except MalformedError:
        return None


def _refuse_newer(path: Path) -> None:
    """Look at the version without WAL, journal or any other change to the file."""
    if not path.exists() or path.stat().st_size == 0:
        return
    with _as_our_errors():
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            found = version(connection)
        finally:
            connection.close()
    known = len(steps())
    if found > known:
        raise NewerDatabaseError(found=found, known=known)


@contextmanager
def _as_our_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _as_ours(error) from error


def as_store_error(error: OSError) -> StoreError:
    """Say what a failing disk means: full, read-only, or something else."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFullError()
    return ReadOnlyDiskError(detail=str(error)) if error.errno == errno.EROFS else StoreError(detail=str(error))


def _if_read_only(error: StoreError, folder: Path) -> StoreError:
    """SQLite says of a read-only disk only that it cannot open its log; a try to write a file beside it says why."""
    if type(error) is StoreError:
        probe = folder / "tablet.probe"
        try:
            probe.touch()
            probe.unlink()
        except OSError as reason:
            return as_store_error(reason)
    return error


def _as_ours(error: sqlite3.DatabaseError) -> StoreError | sqlite3.DatabaseError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError()
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or str(error).startswith("Could not decode to UTF-8"):
        return DamagedDatabaseError(detail=str(error)[:200])
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyDiskError(detail=str(error))
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN}:
        return StoreError(detail=str(error))
    return error
