"""SQLite's log has its length before the first request."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from server.config import sqlite_url
from server.db import make_engine
from server.journal import lengthen_journal
from server.store import ServerStore
from server.system import SystemIds
from tests.builders import FakeClock


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(sqlite_url(tmp_path))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT)"))
        connection.execute(text("INSERT INTO kept VALUES (1, '龙山国际')"))
        connection.execute(text("PRAGMA user_version = 7"))
    yield engine
    engine.dispose()


def journal_bytes(engine: Engine) -> int:
    return Path(f"{engine.url.database}-wal").stat().st_size


def test_commits_do_not_make_a_lengthened_log_any_longer(engine: Engine) -> None:
    before = journal_bytes(engine)

    lengthen_journal(engine)

    after = journal_bytes(engine)
    store = ServerStore(engine, FakeClock(), SystemIds())
    for number in range(2, 200):
        with store.writing() as tx:
            tx.execute(text("INSERT INTO kept VALUES (:id, :words)").bindparams(id=number, words="字" * 200))
    assert before < 1 << 20
    assert after >= 4000 * 4096
    assert journal_bytes(engine) == after


def test_what_was_there_is_there_and_the_next_commits_wait_for_the_disk(engine: Engine) -> None:
    lengthen_journal(engine)
    once = journal_bytes(engine)
    lengthen_journal(engine)

    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, words FROM kept")).all()
        version, synchronous = (
            connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("user_version", "synchronous")
        )
    assert (rows, version, synchronous, journal_bytes(engine)) == ([(1, "龙山国际")], 7, 2, once)


def test_without_room_the_log_stays_short(engine: Engine) -> None:
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA query_only = ON")  # refuses to write, as a full or read-only disk does

    lengthen_journal(engine)

    assert journal_bytes(engine) < 1 << 20
