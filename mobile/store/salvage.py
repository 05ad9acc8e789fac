"""Open a tablet's database whatever state its file is in: what is damaged is set aside, what can be read is carried over.

The damaged file goes to ``damaged/<its name>-<when>.db`` with its log and is never deleted. Its rows are read page by page
(``wreck``) into a new file beside it, made fit to be worked with (``mend``), and only then do the files change places; a kill
at any step begins or goes on with the same at the next start. What the server said is carried over too, as stale, so that
a round in a basement goes on; the next sync confirms or replaces all of it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mobile.store.database import HEADER_BYTES, SUSPECT, as_store_error, stamp
from mobile.store.migrate import migrate
from mobile.store.photo import PICTURE, VOICE_FILE
from mobile.store.sqlite import SqliteTabletStore
from shared.errors import DamagedDatabaseError, DiskFullError, StoreError
from shared.ids import IdSource

if TYPE_CHECKING:
    from mobile.store.sort import Sorted

SIDES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged database: rows saved by table, files that no row knew, whether to enrol anew."""

    at: datetime
    set_aside: str
    saved: dict[str, int]
    requeued: int
    loose_photos: int
    must_enrol: bool


def open_store(
    path: Path,
    files: Path,
    ids: IdSource,
    now: datetime,
    fail_point: Callable[[str], None] = lambda _name: None,
) -> SqliteTabletStore:
    """Open or create the database of a tablet, saving what can be saved if its file is damaged.

    Raises:
        NewerDatabaseError: a newer app wrote it; the file is left as it is.
        DiskFullError: there is no space to carry over what can be read; the damaged file stays in its place.
        StoreError: the disk cannot be read or written.
    """
    _go_on_with(path, fail_point)
    if not _is_lost(path, files):
        has_lost_its_end = _has_lost_its_end(path)
        try:
            store = SqliteTabletStore(path, files, fail_point)
            is_suspect = path.with_name(SUSPECT).exists() or has_lost_its_end
            if not is_suspect or store.is_sound():
                path.with_name(SUSPECT).unlink(missing_ok=True)
                return store
            store.close()
        except DamagedDatabaseError:
            pass
    salvage(path, files, ids, now, fail_point)
    return SqliteTabletStore(path, files, fail_point)


def mend_in_use(store: SqliteTabletStore, ids: IdSource, now: datetime) -> Salvage:
    """Save what can be saved of a database that turned out damaged while the app runs; every thread goes on with the new one.

    Raises:
        StoreError: it was not possible now; the next start tries again.
    """
    found: list[Salvage] = []
    store.replace_file(lambda: found.append(salvage(store.path, store.files, ids, now, store.fail_point)))
    return found[0]


def salvage(
    path: Path, files: Path, ids: IdSource, now: datetime, fail_point: Callable[[str], None] = lambda _name: None
) -> Salvage:
    """Carry over what can be read of a damaged database, and set the file aside.

    Raises:
        DiskFullError: there is no space; nothing was changed.
        StoreError: the disk cannot be read or written; nothing was changed.
    """
    from mobile.store.mend import mend  # like what reads a wreck: hardly a start needs it

    new = _new(path)
    _remove(new)
    aside = _aside(path, now)
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        with closing(_fresh(new)) as connection:
            saved = _carry_over(path, connection)
            report = mend(connection, files, aside.with_suffix(".photos"), ids, now)
            done = Salvage(now, aside.name, saved, report.requeued, report.loose_photos, report.must_enrol)
            _note(connection, done)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (sqlite3.Error, OSError) as error:
        _remove(new)
        raise _as_ours(error) from error
    fail_point("salvage: carried over")
    _decide(_plan(path), aside.name)  # from here on the new file is the one
    fail_point("salvage: decided")
    _go_on_with(path, fail_point)
    path.with_name(SUSPECT).unlink(missing_ok=True)
    return done


def _as_ours(error: sqlite3.Error | OSError) -> StoreError:
    if isinstance(error, OSError):
        return as_store_error(error)
    is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return DiskFullError() if is_full else StoreError(detail=str(error))


def _is_lost(path: Path, files: Path) -> bool:
    """Tell whether there was a database here whose file is gone or empty: its log or its photos are left."""
    if path.exists() and path.stat().st_size:
        return False
    log = path.with_name(path.name + "-wal")
    return (log.exists() and log.stat().st_size > 0) or any(
        next(files.glob(f"screen/*{suffix}"), None) for suffix in (PICTURE, VOICE_FILE)
    )


def _has_lost_its_end(path: Path) -> bool:
    """Tell whether the file is shorter than its header says and no log holds the rest: SQLite sees it when it reads there."""
    log = path.with_name(path.name + "-wal")
    if not path.exists() or (log.exists() and log.stat().st_size):
        return False
    with path.open("rb") as file:
        head = file.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or head[24:28] != head[92:96]:  # the count of pages is not kept up to date
        return False
    size, count = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
    return path.stat().st_size < int(size) * int(count)


def _carry_over(path: Path, connection: sqlite3.Connection) -> dict[str, int]:
    """Insert what can be read; of two forms of one row the one that is further on wins."""
    from mobile.store.sort import TABLES

    saved: dict[str, int] = {}
    columns = {table: _columns(connection, table) for table in TABLES}
    with connection:
        for found in _sorted_rows(path):
            if len(found.values) <= len(columns[found.table]):
                names = columns[found.table][: len(found.values)]
                saved[found.table] = saved.get(found.table, 0) + _insert(connection, found, names)
    return {table: count for table, count in saved.items() if count}


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _sorted_rows(path: Path) -> Iterator[Sorted]:
    from mobile.store.sort import sort_of
    from mobile.store.wreck import rows_of

    if path.exists() or path.with_name(path.name + "-wal").exists():
        for row in rows_of(path):
            if (found := sort_of(row)) is not None:
                yield found


def _insert(connection: sqlite3.Connection, found: Sorted, columns: list[str]) -> int:
    marks = ", ".join("?" for _ in found.values)
    into = f"{found.table} ({', '.join(columns)}) VALUES ({marks})"
    with _judged_by_the_table():
        if connection.execute(f"INSERT OR IGNORE INTO {into}", found.values).rowcount:
            return 1
        if _is_further(connection, found, columns):
            connection.execute(f"INSERT OR REPLACE INTO {into}", found.values)
    return 0


@contextmanager
def _judged_by_the_table() -> Iterator[None]:
    """Pass over a row that breaks its table's own rules: types, checks, JSON that an index looks into."""
    try:
        yield
    except (sqlite3.IntegrityError, OverflowError):
        return
    except sqlite3.OperationalError as error:
        if "malformed JSON" not in str(error):
            raise


def _is_further(connection: sqlite3.Connection, found: Sorted, columns: list[str]) -> bool:
    """Tell whether a second form of a row is further on than the first: only where pages on the free list were read."""
    where = " AND ".join(f"{columns[place]} = ?" for place in found.key)
    known = connection.execute(
        f"SELECT {', '.join(columns)} FROM {found.table} WHERE {where}",  # noqa: S608 (own tables)
        [found.values[place] for place in found.key],
    ).fetchone()
    return known is not None and found.rank(found.values) > found.rank(tuple(known))


def _note(connection: sqlite3.Connection, done: Salvage) -> None:
    facts = {
        "salvaged_at": stamp(done.at),
        "salvage": {
            "set_aside": done.set_aside,
            "saved": done.saved,
            "requeued": done.requeued,
            "loose_photos": done.loose_photos,
            "must_enrol": done.must_enrol,
        },
    }
    with connection:
        for name, value in facts.items():
            connection.execute(
                "INSERT OR REPLACE INTO meta (k, v) VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False))
            )


# the files' change of places --------------------------------------------------------------------------------------------


def _fresh(new: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(new)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    migrate(connection)
    return connection


def _go_on_with(path: Path, fail_point: Callable[[str], None]) -> None:
    """Let the new file take the damaged one's place, if that was decided; every step may be taken twice.

    Raises:
        StoreError: the disk cannot be written.
    """
    plan, new = _plan(path), _new(path)
    try:
        decided = plan.read_text(encoding="utf-8") if plan.exists() else ""
        if decided and new.exists():
            aside = path.with_name("damaged") / decided
            for side in ("", *SIDES):
                old = path.with_name(path.name + side)
                if old.exists():
                    old.replace(aside.with_name(aside.name + side))
                fail_point(f"salvage: set aside {side or 'file'}")
            _remove(new, SIDES)
            new.replace(path)
            fail_point("salvage: in place")
        elif new.exists():
            _remove(new)
        plan.unlink(missing_ok=True)
    except OSError as error:
        raise as_store_error(error) from error


def _decide(plan: Path, name: str) -> None:
    with plan.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())


def _new(path: Path) -> Path:
    return path.with_name(path.stem + ".new.db")


def _plan(path: Path) -> Path:
    return path.with_name(path.stem + ".salvage")


def _aside(path: Path, now: datetime) -> Path:
    folder = path.with_name("damaged")
    name = f"{path.stem}-{now:%Y%m%d-%H%M%S}"
    taken = len(list(folder.glob(f"{name}*.db")))
    return folder / f"{name}{f'-{taken}' if taken else ''}.db"


def _remove(path: Path, sides: tuple[str, ...] = ("", *SIDES)) -> None:
    for side in sides:
        path.with_name(path.name + side).unlink(missing_ok=True)
