"""Refuses to serve an SQLite file that is damaged: a server that went on with it would lose what it takes in.

Looked at before anything opens the file for writing. A short file is read whole (``PRAGMA quick_check``); of a long one
only head, length and schema are read at the start, the rest is walked by ``rounds check`` and with every backup, and what
turns out damaged meanwhile is answered with 503 (``server.store``).
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy.engine import make_url

from shared.errors import DamagedDatabaseError

READ_WHOLE_BYTES: Final = 256 << 20
"""About a second of reading; a longer file is not read whole at each start."""
_MAGIC: Final = b"SQLite format 3\x00"
_HEAD_BYTES: Final = 100


def refuse_damaged(database_url: str, read_whole_bytes: int = READ_WHOLE_BYTES) -> None:
    """Look whether the database is what its last writer left.

    A file that does not exist yet is fine, and so is PostgreSQL, which looks after itself.

    Raises:
        DamagedDatabaseError: it is no SQLite database, is cut short or does not hang together; nothing was changed.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return
    path = Path(str(url.database))
    log = path.with_name(f"{path.name}-wal")
    if not path.exists() or (path.stat().st_size == 0 and not (log.exists() and log.stat().st_size)):
        return
    if not (log.exists() and log.stat().st_size):  # a log may hold what the file itself lacks
        _look_at_head(path)
    _look_inside(path, is_whole=path.stat().st_size <= read_whole_bytes)


def _look_at_head(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if len(head) < _HEAD_BYTES or not head.startswith(_MAGIC):
        raise _damaged(path, "it does not begin as an SQLite database")
    page_bytes, pages = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
    wanted = (65_536 if page_bytes == 1 else page_bytes) * pages
    if path.stat().st_size < wanted:
        raise _damaged(path, f"it is cut short: {path.stat().st_size} of {wanted} bytes")


def _look_inside(path: Path, *, is_whole: bool) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0] if is_whole else "ok"
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise _damaged(path, str(error)) from error
        raise OSError(f"{path}: {error}") from error
    if verdict != "ok":
        raise _damaged(path, str(verdict)[:200])


def _damaged(path: Path, detail: str) -> DamagedDatabaseError:
    advice = (
        "The server was not started and the file was not changed; bring the last proved backup back: rounds restore"
    )
    return DamagedDatabaseError(file=str(path), detail=detail, advice=advice)
