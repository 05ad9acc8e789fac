"""Migrations give the very schema of ``server.tables`` on both databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, MetaData, inspect, text

from server import migrations
from server.config import sqlite_url
from server.db import make_engine
from server.tables import metadata
from shared.errors import NewerDatabaseError


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.process)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    is_sqlite = request.param == "sqlite"
    engine = make_engine(sqlite_url(tmp_path) if is_sqlite else request.getfixturevalue("new_postgres")())
    yield engine
    engine.dispose()


def test_an_empty_database_gets_exactly_the_tables(empty: Engine) -> None:
    migrations.upgrade(empty)
    migrations.upgrade(empty)

    migrations.check(empty)
    assert tables_of(empty) == {*metadata.tables, "alembic_version"}
    assert migrations.revision_of(empty) == migrations.head()


def tables_of(engine: Engine) -> set[str]:
    """Name the tables, without those that SQLite's full-text search makes for itself."""
    return {name for name in inspect(engine).get_table_names() if not name.startswith("search_index")}


def test_all_migrations_can_be_taken_back(empty: Engine) -> None:
    migrations.upgrade(empty)

    migrations.downgrade(empty, "base")

    assert tables_of(empty) == {"alembic_version"}
    assert not [name for name in inspect(empty).get_table_names() if name.startswith("search_index")]


def test_servers_of_the_first_version_go_on_writing_after_an_upgrade(empty: Engine) -> None:
    # given: the tables as the first version knows them
    migrations.upgrade(empty)
    migrations.downgrade(empty, "0001")
    first = MetaData()
    first.reflect(empty)
    # when
    migrations.upgrade(empty)
    # then: a row of theirs finds a place in every table that has grown
    looked = inspect(empty)
    grown = [table for table in first.sorted_tables if len(looked.get_columns(table.name)) > len(table.columns)]
    assert {table.name for table in grown} >= {"blob_ref", "device"}
    needed = {key.column.table for table in grown for key in table.foreign_keys}
    with empty.begin() as connection:
        for table in [one for one in first.sorted_tables if one in needed or one in grown]:
            connection.execute(table.insert().values({column.name: anything(column) for column in table.columns}))


def anything(column: Column[Any]) -> object:
    kind: type[object] = column.type.python_type
    return datetime(2026, 11, 23, tzinfo=UTC) if issubclass(kind, date) else kind()


def test_a_database_of_a_newer_server_is_left_alone(empty: Engine) -> None:
    migrations.upgrade(empty)
    with empty.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabaseError) as refused:
        migrations.upgrade(empty)

    assert refused.value.facts["found"] == "9999"


def test_settings_that_keep_what_was_promised_are_on(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path))

    with engine.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("synchronous", "journal_mode")}

    engine.dispose()
    assert found == {"synchronous": 2, "journal_mode": "wal"}


def test_files_of_migrations_are_named_by_their_revisions_and_make_one_chain() -> None:
    scripts = ScriptDirectory.from_config(migrations.alembic_config())
    chain = [script.revision for script in scripts.walk_revisions()][::-1]

    assert sorted({*migrations.older(), migrations.head()}) == chain
    assert migrations.head() == scripts.get_current_head()
    assert all(Path(script.path).name.startswith(f"{script.revision}_") for script in scripts.walk_revisions())


def test_a_server_that_finds_its_database_up_to_date_does_not_load_alembic(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path))
    migrations.upgrade(engine)
    engine.dispose()
    looks = (
        "import sys\nfrom server import migrations\nfrom server.db import make_engine\n"
        f"migrations.upgrade(make_engine({sqlite_url(tmp_path)!r}))\nprint('alembic' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.process
def test_processes_that_begin_at_once_migrate_once(new_postgres) -> None:
    url = new_postgres()
    engines = [make_engine(url) for _ in range(4)]

    with ThreadPoolExecutor(4) as starting:
        list(starting.map(migrations.upgrade, engines))

    migrations.check(engines[0])
    found = {migrations.revision_of(engine) for engine in engines}
    for engine in engines:
        engine.dispose()
    assert found == {migrations.head()}
