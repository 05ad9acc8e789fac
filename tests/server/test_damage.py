"""What is refused before an SQLite file is served (the whole, with real processes: tests/system/faults/test_damage.py)."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.damage import refuse_damaged
from shared.errors import DamagedDatabaseError

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "rounds.db"
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, body TEXT)")
        connection.executemany("INSERT INTO record (body) VALUES (?)", [("巡" * 400,) for _ in range(200)])
        connection.commit()
    return made


def look(path: Path, **limits: int) -> None:
    refuse_damaged(f"sqlite:///{path}", **limits)


def test_a_whole_file_a_missing_one_and_postgresql_are_fine(path, tmp_path):
    look(path)
    look(tmp_path / "none.db")
    refuse_damaged("postgresql://nobody@127.0.0.1:1/rounds")


def test_a_file_that_is_cut_short_is_refused_without_reading_it_whole(path):
    os.truncate(path, path.stat().st_size - PAGE)
    with pytest.raises(DamagedDatabaseError) as refused:
        look(path, read_whole_bytes=0)
    assert "cut short" in str(refused.value.facts["detail"])
    assert "rounds restore" in str(refused.value.facts["advice"])


def test_noise_inside_is_found_where_a_file_is_short_enough_to_be_read_whole(path):
    with path.open("r+b") as file:
        file.seek(10 * PAGE)
        file.write(b"\x55" * PAGE)
    look(path, read_whole_bytes=0)
    with pytest.raises(DamagedDatabaseError):
        look(path)


def test_another_file_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "rounds.db"
    path.write_text("这不是数据库" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        look(path)
    assert path.read_bytes() == before
