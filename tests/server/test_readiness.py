"""Whether a server says truly that it can work, and says so cheaply."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text

from server import migrations
from server.app import Parts
from server.config import sqlite_url
from server.db import make_engine
from server.files import BlobStore, LocalBlobStore
from server.housekeeping import Housekeeping
from server.readiness import GOOD_FOR_S, Readiness
from server.store import ServerStore
from server.work import WORK, Work
from shared.errors import BusyError
from tests.builders import FakeClock, SeededIds


class Tick:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def tick() -> Tick:
    return Tick()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """A database as migrations leave it."""
    engine = make_engine(sqlite_url(tmp_path))
    migrations.upgrade(engine)
    engine.dispose()
    return sqlite_url(tmp_path)


@pytest.fixture
def readiness(parts: Parts, tick: Tick) -> Readiness:
    return Readiness(parts.store, parts.blobs, parts.config.home, WORK, tick)


def test_a_server_that_can_work_says_what_it_found(parts: Parts, readiness: Readiness) -> None:
    found = readiness.check()

    assert (found.status, found.schema, found.worked_ago_s) == ("ok", migrations.head(), None)
    assert found.free_bytes > 0


def test_it_says_how_long_ago_the_work_was_done(parts: Parts, readiness: Readiness, clock: FakeClock) -> None:
    Work(parts.store, Housekeeping(parts.store, parts.blobs), parts.exchange).turn()
    clock.advance(timedelta(minutes=7))

    assert readiness.check().worked_ago_s == 420


def test_asking_often_asks_the_database_seldom(parts: Parts, readiness: Readiness, tick: Tick) -> None:
    asked: list[str] = []
    event.listen(parts.engine, "begin", lambda _connection: asked.append("begin"))
    for _ in range(50):
        readiness.check()
    once = len(asked)
    tick.now += GOOD_FOR_S

    readiness.check()

    assert (once, len(asked)) == (1, 2)


def test_a_database_that_was_not_migrated_is_told(parts: Parts, readiness: Readiness) -> None:
    with parts.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    with pytest.raises(BusyError) as refused:
        readiness.check()

    assert "rounds migrate" in str(refused.value.facts["detail"])


@pytest.mark.parametrize("left", [(), ("alembic_version",)], ids=["empty", "older than anything that can be asked for"])
def test_a_database_without_our_tables_is_told(left: tuple[str, ...], clock: FakeClock, tmp_path: Path) -> None:
    home = tmp_path / "new"
    home.mkdir()
    engine = make_engine(sqlite_url(home))
    with engine.begin() as connection:
        for name in left:
            connection.execute(text(f"CREATE TABLE {name} AS SELECT '0001' AS version_num"))
    readiness = Readiness(ServerStore(engine, clock, SeededIds()), LocalBlobStore(home / "blobs"), home, WORK)

    with pytest.raises(BusyError) as refused:
        readiness.check()

    engine.dispose()
    assert "rounds migrate" in str(refused.value.facts["detail"])


def test_a_database_that_a_newer_server_migrated_is_served_on(parts: Parts, readiness: Readiness) -> None:
    with parts.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert readiness.check().schema == "9999"


def test_a_database_that_takes_no_writes_is_told_and_heals(parts: Parts, readiness: Readiness, tick: Tick) -> None:
    is_read_only = [True]

    @event.listens_for(parts.engine, "begin")
    def begin(connection: object) -> None:  # what a file on a read-only disk answers to BEGIN IMMEDIATE
        if is_read_only[0]:
            connection.exec_driver_sql("INSERT INTO no_such_table VALUES (1)")

    with pytest.raises(BusyError) as refused:
        readiness.check()
    is_read_only[0] = False
    tick.now += GOOD_FOR_S

    assert refused.value.facts["detail"] == "the database takes no writes"
    assert readiness.check().status == "ok"


def test_photos_out_of_reach_are_told(parts: Parts, tick: Tick, tmp_path: Path) -> None:
    blobs: BlobStore = LocalBlobStore(tmp_path / "away")
    readiness = Readiness(parts.store, blobs, parts.config.home, WORK, tick)
    (tmp_path / "away" / "stored").rmdir()

    with pytest.raises(BusyError) as refused:
        readiness.check()

    assert refused.value.facts["detail"] == "the photo folder cannot be used"


def test_the_address_tells_it(client, parts: Parts) -> None:
    ready, alive = client.get("/readyz"), client.get("/healthz")

    assert (ready.status_code, ready.json["status"], ready.json["schema"]) == (200, "ok", migrations.head())
    assert (alive.status_code, alive.json) == (200, {"status": "ok"})
