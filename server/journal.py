"""Gives SQLite's write-ahead log its length before anybody waits for it.

The log grows until it is copied into the database (``wal_autocheckpoint``) and is written over from its beginning after
that. While it grows, the file system has its new length to make durable with every commit; that doubles the wait
(measured, docs/benchmarks.md). A server that is asked little grows its log for days, and begins anew at each start.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from server.db import is_sqlite

log = logging.getLogger(__name__)
_FRAME_HEAD = 24


def lengthen_journal(engine: Engine) -> None:
    """Write the log once to the length that it reaches by itself, nothing on PostgreSQL; 16 MB in some 60 ms.

    What is written is a number of the database's header as it was. Without the room for it the log stays short.
    """
    if not is_sqlite(engine) or not engine.url.database:
        return
    borrowed = engine.raw_connection()
    try:
        connection = borrowed.driver_connection
        if isinstance(connection, sqlite3.Connection):
            _lengthen(connection, Path(f"{engine.url.database}-wal"))
    except sqlite3.Error as error:
        log.warning("the database's log could not be lengthened", extra={"reason": str(error)})
    finally:
        borrowed.close()


def _lengthen(connection: sqlite3.Connection, journal: Path) -> None:
    pages, page_bytes, kept, synchronous = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("wal_autocheckpoint", "page_size", "user_version", "synchronous")
    )
    here = journal.stat().st_size // (page_bytes + _FRAME_HEAD) if journal.exists() else 0
    connection.execute("PRAGMA synchronous = NORMAL")  # waits at a checkpoint only, which keeps the log whole
    try:
        for _ in range(here, pages):
            connection.execute(f"PRAGMA user_version = {kept}")
        connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()  # so that it is written over from now on
    finally:
        connection.execute(f"PRAGMA synchronous = {synchronous}")
