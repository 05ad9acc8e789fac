"""How often who has no account came, counted for all processes: a row for each of a fixed number of slots, never more.

A subject is known by its hash, so neither addresses nor tokens are kept. Two that fall into one slot take it from each
other: then one is forgotten, which is kind, and nobody can fill the database. Counting waits for nothing: a database that is
busy for longer than ``_PATIENCE_MS`` is told the next time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Engine, case
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from server.db import BUSY_MS, DATABASE_ERRORS, is_sqlite
from server.tables import knock

SLOTS: Final = 1 << 16
"""Some 8 MB when all are taken."""
_PATIENCE_MS: Final = 50


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a subject came in the window that ends at ``until``, whichever process it came to."""

    times: int
    until: datetime


class Knocks:
    """Counts in the database of an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, subject: str, times: int, window: timedelta, now: datetime) -> Tally | None:
        """Count ``times`` more knocks of a subject; nothing if the database has no time for it now."""
        hashed = hashlib.sha256(subject.encode()).hexdigest()
        row = {"slot": int(hashed[:8], 16) % SLOTS, "subject": hashed, "until": now + window, "times": times}
        try:
            with _in_a_hurry(self._engine) as connection:
                found = connection.execute(_adding(connection, row, now)).one()
        except DATABASE_ERRORS:
            return None
        return Tally(found.times, found.until)


def _adding(connection: Connection, row: dict[str, Any], now: datetime) -> Any:
    """Count within the window that runs, else begin one; a window that ends too late was begun by another clock."""
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    fresh = insert(knock).values(row)
    new = fresh.excluded
    runs = (knock.c.subject == new.subject) & (knock.c.until > now) & (knock.c.until <= new.until)
    changes = {
        "subject": new.subject,
        "times": case((runs, knock.c.times + new.times), else_=new.times),
        "until": case((runs, knock.c.until), else_=new.until),
    }
    kept = fresh.on_conflict_do_update(index_elements=["slot"], set_=changes)
    return kept.returning(knock.c.times, knock.c.until)


@contextmanager
def _in_a_hurry(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that gives up at once when it would have to wait, and may be lost with the power."""
    with engine.connect() as connection:
        if not is_sqlite(engine):
            with connection.begin():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_PATIENCE_MS}")
                connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
                yield connection
            return
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        driver.execute("PRAGMA synchronous=NORMAL")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute("PRAGMA synchronous=FULL")
            driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
