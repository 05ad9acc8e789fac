"""The tablet's database grows by numbered files, and an older app leaves a newer one's alone."""

import sqlite3
from contextlib import closing

import pytest

from mobile.store.migrate import SCHEMA, migrate, steps, version
from mobile.store.sqlite import SqliteTabletStore
from shared.errors import DamagedDatabaseError, NewerDatabaseError


def a_schema(folder, *scripts):
    folder.mkdir()
    for number, script in enumerate(scripts, start=1):
        (folder / f"{number:04d}_step.sql").write_text(script, encoding="utf-8")
    return folder


def test_a_new_database_has_every_schema_file_once(tmp_path):
    store = SqliteTabletStore(tmp_path / "tablet.db", tmp_path / "photos")
    store.close()

    with closing(sqlite3.connect(tmp_path / "tablet.db")) as connection:
        assert version(connection) == len(steps(SCHEMA))
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_opening_again_changes_nothing(tmp_path):
    SqliteTabletStore(tmp_path / "tablet.db", tmp_path / "photos").close()
    with closing(sqlite3.connect(tmp_path / "tablet.db")) as connection:
        before = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()

    SqliteTabletStore(tmp_path / "tablet.db", tmp_path / "photos").close()

    with closing(sqlite3.connect(tmp_path / "tablet.db")) as connection:
        assert connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == before


def test_a_newer_database_is_refused_and_left_untouched(tmp_path):
    path = tmp_path / "tablet.db"
    SqliteTabletStore(path, tmp_path / "photos").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()

    with pytest.raises(NewerDatabaseError) as refusal:
        SqliteTabletStore(path, tmp_path / "photos")

    assert refusal.value.facts["found"] == 99
    assert path.read_bytes() == before
    assert not path.with_name("tablet.db-wal").exists()


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path):
    path = tmp_path / "tablet.db"
    path.write_bytes(b"not a database at all, " * 100)

    with pytest.raises(DamagedDatabaseError):
        SqliteTabletStore(path, tmp_path / "photos")


def test_each_step_runs_once_and_in_order(tmp_path):
    folder = a_schema(tmp_path / "schema", "CREATE TABLE a (x);", "ALTER TABLE a ADD COLUMN y;")

    with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as connection:
        migrate(connection, folder)
        migrate(connection, folder)

        assert version(connection) == 2
        assert [row[1] for row in connection.execute("PRAGMA table_info(a)")] == ["x", "y"]


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path):
    folder = a_schema(tmp_path / "schema", "CREATE TABLE a (x);", "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);")

    with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, folder)

        assert version(connection) == 1
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]


def test_a_gap_in_the_numbers_is_an_error(tmp_path):
    folder = a_schema(tmp_path / "schema", "CREATE TABLE a (x);")
    (folder / "0003_late.sql").write_text("CREATE TABLE c (x);", encoding="utf-8")

    with pytest.raises(ValueError, match="without gaps"):
        steps(folder)
