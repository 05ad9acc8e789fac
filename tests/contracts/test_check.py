"""`rounds check`, on both databases: a sound server has no finding, and each disagreement, planted once, is told of once."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select, text

from server import migrations
from server.check import MEANINGS, check, is_wrong
from server.config import sqlite_url
from server.db import make_engine
from server.files import LocalBlobStore
from server.mend import mend
from server.store import ServerStore
from server.store.blob import IDLE, find_blob, store_part, store_whole
from server.store.chain import Entry, hash_of
from server.tables import blob_ref, chain, chain_head, dead_letter, op_receipt, sync_feed
from shared.ids import InspectionId, RuleId, Sha256
from tests.builders import (
    KEEPER,
    NOW,
    OTHER_SITE,
    FakeClock,
    SeededIds,
    a_hazard,
    a_person,
    a_photo,
    a_point,
    a_rule,
    a_site,
    a_template,
    an_id,
    an_inspection,
)
from tests.schema import lay_schema

DATA, THUMB, LOOSE = b"\xff\xd8\xff large", b"\xff\xd8\xff small", b"\xff\xd8\xff loose"


def named(data: bytes) -> Sha256:
    return Sha256(hashlib.sha256(data).hexdigest())


NAME = named(DATA)
COMING = Sha256("cd" * 32)
RECORD = an_inspection().id
HERE = f"site:{a_site().id}"
RECEIPT = {
    "op_id": an_id(0x701),
    "device": "d",
    "author": KEEPER,
    "kind": "inspection.put",
    "sha256": "ab" * 32,
    "result": '{"op_id": "x", "status": "applied"}',
    "happened_at": NOW,
    "is_estimated": False,
    "received_at": NOW,
}
LETTER = {
    "op_id": an_id(0x701),
    "sha256": "ab" * 32,
    "device": "d",
    "author": KEEPER,
    "site": None,
    "kind": "inspection.put",
    "body": "{}",
    "problem": "{}",
    "state": "open",
    "word": "",
    "received_at": NOW,
}


@dataclass
class Server:
    """A small sound server: its store, its photos, and a way to change the database behind the store's back."""

    store: ServerStore
    blobs: LocalBlobStore
    clock: FakeClock

    def sql(self, statement: str, **values: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(statement), values)

    def put(self, change: Callable[[Connection], object]) -> None:
        with self.engine.begin() as connection:
            change(connection)

    @property
    def engine(self) -> Engine:
        return self.store.engine

    def codes(self, *, is_quick: bool = False) -> list[str]:
        return [finding.code for finding in check(self.store, self.blobs, is_quick=is_quick)]


def sound_server(engine: Engine, folder: Path) -> Server:
    """Fill an empty database and folder so that nothing disagrees."""
    lay_schema(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": migrations.head()})
    clock = FakeClock()
    store, blobs = ServerStore(engine, clock, SeededIds()), LocalBlobStore(folder)
    photo = a_photo(sha256=NAME, size_bytes=len(DATA), thumb=named(THUMB))
    with store.writing() as tx:
        surprise = a_rule(id=RuleId(an_id(0x42)), is_secret=True, performers=(KEEPER,), starts_on=date(2027, 3, 1))
        for entity in (a_site(), a_person(), a_point(), a_template(), a_rule(), surprise, a_hazard()):
            tx.put(entity)
        tx.put(an_inspection(photos=(photo,)))
        tx.put(an_inspection(id=InspectionId(an_id(0x102))))
        for number in range(5):
            tx.say(Entry(f"act {number}", origin="office"))
        for data in (DATA, THUMB):
            store_whole(tx, named(data), len(data), blobs.put(named(data), data))
    return Server(store, blobs, clock)


@pytest.fixture(scope="module")
def sound_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound server's folder on SQLite, to be copied."""
    home = tmp_path_factory.mktemp("sound")
    engine = make_engine(sqlite_url(home))
    sound_server(engine, home / "photos")
    engine.dispose()
    return home


@pytest.fixture
def server(sound_home: Path, tmp_path: Path) -> Iterator[Server]:
    home = shutil.copytree(sound_home, tmp_path / "home")
    engine, clock = make_engine(sqlite_url(home)), FakeClock()
    yield Server(ServerStore(engine, clock, SeededIds(9)), LocalBlobStore(home / "photos"), clock)
    engine.dispose()


def test_a_sound_server_has_no_finding(server: Server) -> None:
    assert server.codes() == []


def test_a_photo_that_has_not_come_yet_is_worth_knowing_and_no_disagreement(server: Server) -> None:
    with server.store.writing() as tx:
        tx.put(an_inspection(id=InspectionId(an_id(0x103)), photos=(a_photo(sha256=COMING),)))

    (finding,) = check(server.store, server.blobs)

    assert (finding.code, is_wrong(finding)) == ("photo-waiting", False)
    assert finding.about == f"inspection {an_id(0x103)}"
    assert COMING in finding.facts


def overdue(server: Server) -> None:
    with server.store.writing() as tx:
        tx.put(an_inspection(id=InspectionId(an_id(0x103)), photos=(a_photo(sha256=COMING),)))
    server.clock.jump(IDLE + timedelta(days=1))


def damage(server: Server) -> None:
    server.blobs.path(NAME).write_bytes(b"?" * len(DATA))


def stale(server: Server) -> None:
    server.blobs.write_part(COMING, 0, b"part")
    os.utime(server.blobs.path(NAME).parents[2] / "partial" / COMING, (0, 0))


def part_lost(server: Server) -> None:
    with server.store.writing() as tx:
        store_part(tx, Sha256("ce" * 32), 100, 0, 50)


def linked_elsewhere(server: Server) -> None:
    """Exchange the last row of the chain for one that fits itself and the head, but not the row before."""
    with server.engine.begin() as connection:
        row = dict(connection.execute(select(chain).order_by(chain.c.seq.desc()).limit(1)).mappings().one())
        row["prev"] = "0" * 64
        row["hash"] = hash_of(row)
        connection.execute(chain.update().where(chain.c.seq == row["seq"]).values(prev=row["prev"], hash=row["hash"]))
        connection.execute(chain_head.update().values(hash=row["hash"]))


def pushed_otherwise(server: Server) -> None:
    with server.store.writing() as tx:
        since, until = (tx.now - timedelta(minutes=minutes) for minutes in (3, 2))
        span = f"{since.isoformat()}/{until.isoformat()}/1"
        tx.say(Entry("push", about=(("receipts", span),), person=KEEPER, origin="tablet d"))


PLANTS: dict[str, Callable[[Server], object]] = {
    "database-schema": lambda server: server.sql("UPDATE alembic_version SET version_num = '0001'"),
    "record-body": lambda server: server.sql("UPDATE point SET body = '[]'"),
    "record-columns": lambda server: server.sql("UPDATE hazard SET description = 'another'"),
    "feed-missing": lambda server: server.sql("DELETE FROM sync_feed WHERE id = :id", id=RECORD),
    "feed-gone": lambda server: server.sql("UPDATE inspection SET is_gone = true WHERE id = :id", id=an_id(0x102)),
    "feed-rev": lambda server: server.sql("UPDATE sync_feed SET rev = 7 WHERE kind = 'point'"),
    "feed-record": lambda server: server.put(
        lambda connection: (
            connection.execute(
                sync_feed.insert().values(scope="org", kind="point", id="nowhere", seq=1000, rev=1, gone=False)
            )
            and connection.execute(text("UPDATE sync_scope SET seq = 1000 WHERE id = 'org'"))
        )
    ),
    "feed-scope": lambda server: server.put(
        lambda connection: (
            connection.execute(
                sync_feed.insert().values(scope="org", kind="point", id=a_point().id, seq=1000, rev=1, gone=False)
            )
            and connection.execute(text("UPDATE sync_scope SET seq = 1000 WHERE id = 'org'"))
        )
    ),
    "scope-seq": lambda server: server.sql("UPDATE sync_scope SET seq = 1 WHERE id = :id", id=HERE),
    "ref-record": lambda server: server.put(
        lambda connection: connection.execute(
            blob_ref.insert().values(sha256=NAME, kind="note", id="nowhere", site=OTHER_SITE, is_thumb=False)
        )
    ),
    "ref-missing": lambda server: server.sql("DELETE FROM blob_ref WHERE sha256 = :name", name=NAME),
    "photo-overdue": overdue,
    "chain-row": lambda server: server.sql("UPDATE chain SET name = 'somebody else' WHERE seq = 1"),
    "chain-gap": lambda server: server.sql("DELETE FROM chain WHERE seq = 2"),
    "chain-link": linked_elsewhere,
    "chain-end": lambda server: server.sql("UPDATE chain_head SET hash = 'another'"),
    "chain-receipts": pushed_otherwise,
    "receipt-open": lambda server: server.put(
        lambda connection: connection.execute(
            op_receipt.insert().values(RECEIPT | {"op_id": an_id(0x702), "result": None})
        )
    ),
    "letter-applied": lambda server: server.put(
        lambda connection: (
            connection.execute(op_receipt.insert().values(RECEIPT)),
            connection.execute(dead_letter.insert().values(LETTER)),
        )
    ),
    "blob-row": lambda server: server.sql("UPDATE blob SET received_bytes = 1 WHERE sha256 = :name", name=NAME),
    "blob-missing": lambda server: server.blobs.path(NAME).unlink(),
    "blob-size": lambda server: server.blobs.path(NAME).write_bytes(DATA[:-1]),
    "blob-hash": damage,
    "blob-unknown": lambda server: server.blobs.put(named(LOOSE), LOOSE),
    "part-stale": stale,
    "part-missing": part_lost,
}


@pytest.mark.parametrize("code", PLANTS)
def test_each_disagreement_is_told_of_once(server: Server, code: str) -> None:
    PLANTS[code](server)

    assert server.codes() == [code]


APART = {
    "database-schema",
    "photo-overdue",
    "blob-size",
    "blob-hash",
    "blob-row",
    "feed-scope",
    "scope-seq",
    "record-body",
    "chain-end",
}
"""What hides another one, or is hidden, where all are planted at once."""


@pytest.mark.process
def test_postgresql_tells_of_all_of_them_at_once(new_postgres: Callable[[], str], tmp_path: Path) -> None:
    engine = make_engine(new_postgres())
    server = sound_server(engine, tmp_path / "photos")
    clean = server.codes()
    planted = set(PLANTS) - APART

    for code in sorted(planted):
        PLANTS[code](server)
    found = set(server.codes())
    PLANTS["scope-seq"](server)
    with_counter = set(server.codes())
    PLANTS["record-body"](server)
    with_body = set(server.codes())
    engine.dispose()

    assert clean == []
    assert found == planted
    assert with_counter == planted | {"scope-seq"}
    assert "record-body" in with_body


def test_every_kind_of_finding_is_planted_and_has_a_meaning() -> None:
    by_itself = {"database-damaged", "photo-waiting"}

    assert set(PLANTS) | by_itself == set(MEANINGS)
    assert all(meaning.means and meaning.to_do for meaning in MEANINGS.values())


def test_hashes_are_left_out_when_asked_to_be_quick(server: Server) -> None:
    damage(server)

    assert server.codes(is_quick=True) == []


def test_removed_records_and_moved_ones_are_no_disagreement(server: Server) -> None:
    with server.store.writing() as tx:
        tx.remove(type(a_point()), a_point().id)
        tx.put(a_rule(site=OTHER_SITE))

    assert server.codes() == []


def test_a_review_is_known_by_its_review(server: Server) -> None:
    server.sql("UPDATE inspection SET review_state = 'accepted' WHERE id = :id", id=RECORD)

    (finding,) = check(server.store, server.blobs)

    assert (finding.code, "no review" in finding.facts) == ("record-columns", True)


def test_pages_are_walked_to_their_end(server: Server) -> None:
    with server.store.writing() as tx:
        for number in range(1200):
            tx.put(an_inspection(id=InspectionId(an_id(0x10000 + number))))
    server.sql("UPDATE inspection SET template_version = 9 WHERE id > :first", first=an_id(0x10000))

    findings = list(check(server.store, server.blobs))

    assert {finding.code for finding in findings} == {"record-columns"}
    assert len(findings) == 1199


@pytest.mark.parametrize("code", ["blob-missing", "blob-size", "blob-hash", "blob-row"])
def test_a_lost_photo_is_set_aside_and_forgotten_so_that_it_is_sent_again(server: Server, code: str) -> None:
    PLANTS[code](server)

    did = [mend(server.store, server.blobs, finding) for finding in check(server.store, server.blobs)]

    assert [one.startswith("forgotten") for one in did] == [True]
    with server.store.reading() as tx:
        assert find_blob(tx, NAME) is None
    assert not server.blobs.has(NAME)
    assert server.codes() == ["photo-waiting"]


def test_a_whole_photo_that_nobody_knew_is_made_known(server: Server) -> None:
    server.blobs.put(named(LOOSE), LOOSE)

    did = [mend(server.store, server.blobs, finding) for finding in check(server.store, server.blobs)]

    assert did == ["made known"]
    with server.store.reading() as tx:
        found = find_blob(tx, named(LOOSE))
    assert found is not None
    assert (found.size_bytes, found.mime, found.is_stored) == (len(LOOSE), "image/jpeg", True)
    assert server.codes() == []


def test_what_cannot_be_mended_without_guessing_is_left(server: Server) -> None:
    PLANTS["feed-rev"](server)

    did = [mend(server.store, server.blobs, finding) for finding in check(server.store, server.blobs)]

    assert did == [""]
    assert server.codes() == ["feed-rev"]
