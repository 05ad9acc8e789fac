"""The engine's own settings."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from server.config import sqlite_url
from server.db import Kept, make_engine, writing_connection


def test_a_transaction_that_cannot_begin_is_told_as_any_other_trouble_of_the_database(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path))
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("BEGIN")

        with pytest.raises(OperationalError, match="within a transaction"):
            connection.begin()

        driver.execute("ROLLBACK")
    engine.dispose()


def test_a_connection_stays_open_for_the_next_use_unless_it_met_an_error(tmp_path: Path) -> None:
    # given
    engine = make_engine(sqlite_url(tmp_path))
    kept = Kept(engine, writing_connection)
    with kept.connection() as first:
        pass
    # when one use follows another, and two overlap
    with kept.connection() as second, kept.connection() as beside:
        pass
    with pytest.raises(ZeroDivisionError), kept.connection() as failed:
        1 / 0  # noqa: B018
    with kept.connection() as after:
        pass
    # then
    assert second is first
    assert beside is not first
    assert failed is first  # which was given back last
    assert failed.closed
    assert after is beside
    engine.dispose()


def test_connections_that_are_kept_are_closed_with_their_engine(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path))
    kept = Kept(engine, writing_connection)
    with kept.connection() as connection:
        driver = connection.connection.driver_connection
    assert driver is not None

    engine.dispose()

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        driver.execute("SELECT 1")
    with kept.connection() as another:
        assert another.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
