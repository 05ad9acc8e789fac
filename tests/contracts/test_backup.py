"""Backup, restore and drill on both databases, while somebody goes on writing."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest
from sqlalchemy import text

from server import migrations
from server.backup import Backup, back_up
from server.check import check, is_wrong
from server.config import Config, sqlite_url
from server.db import make_engine
from server.drill import drill
from server.files import BlobStore, BlobStoreError, open_blobs
from server.generation import settle_generation
from server.manifest import BackupError, blob_path, hash_of, listed_blobs, whole_backups, write_manifest
from server.restore import restore
from server.store import ServerStore
from server.store.blob import find_blob, store_whole
from server.store.census import table_counts, table_names
from server.store.proof import last_proof
from server.store.schema import ensure_epoch, epoch
from server.system import SystemClock, SystemIds
from shared.ids import NoteId, PointId, Sha256
from shared.model.inspection import Note
from shared.model.place import Point, Site
from tests.builders import a_person, a_photo, a_point, a_reading, a_site, an_id, an_inspection
from tests.s3 import s3_keys, s3_server

__all__ = ["s3_keys", "s3_server"]
DATA = b"\xff\xd8\xff first"
LATER = b"\xff\xd8\xff later"


def named(data: bytes) -> Sha256:
    return Sha256(hashlib.sha256(data).hexdigest())


def said(_line: str) -> None:
    """Print nothing."""


class Place:
    """A server's settings, store and photos; ``folder`` is where its backups lie."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.folder = config.home / "backups"
        self.store = ServerStore(make_engine(config.database_url), SystemClock(), SystemIds())
        self.blobs: BlobStore = open_blobs(config.blob_place)

    def back_up(self, keep: int = 0) -> Backup:
        return back_up(self.config, self.store, self.blobs, self.folder, keep=keep)

    def keep_photo(self, data: bytes) -> None:
        with self.store.writing() as tx:
            store_whole(tx, named(data), len(data), self.blobs.put(named(data), data))

    def counts(self) -> dict[str, int]:
        with self.store.reading() as tx:
            return table_counts(tx, table_names())

    def epoch(self) -> str:
        with self.store.reading() as tx:
            return epoch(tx)

    def close(self) -> None:
        self.store.engine.dispose()


ON_BOTH = pytest.mark.parametrize(
    "database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.process)], indirect=True
)
"""What runs on PostgreSQL too: whatever asks the database anything that is its own."""


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database the place has, for tests that run on both."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture(scope="module")
def furnished_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished server's folder on SQLite, to be copied."""
    home = tmp_path_factory.mktemp("furnished")
    furnish(Place(Config(home=home, database_url=sqlite_url(home)))).close()
    return home


@pytest.fixture
def place(request: pytest.FixtureRequest, database: str, tmp_path: Path, furnished_home: Path) -> Iterator[Place]:
    home = tmp_path / "home"
    if database == "sqlite":
        shutil.copytree(furnished_home, home)
        made = Place(Config(home=home, database_url=sqlite_url(home)))
    else:
        home.mkdir()
        made = furnish(Place(Config(home=home, database_url=request.getfixturevalue("new_postgres")())))
    yield made
    made.close()


def furnish(made: Place) -> Place:
    """Make the schema and fill it."""
    migrations.upgrade(made.store.engine)
    with made.store.writing() as tx:
        ensure_epoch(tx)
        for entity in (a_site(), a_person(), a_point()):
            tx.put(entity)
        tx.put(an_inspection(photos=(a_photo(sha256=named(DATA), size_bytes=len(DATA)),)))
    made.keep_photo(DATA)
    return made


@pytest.fixture
def elsewhere(place: Place, tmp_path: Path, request: pytest.FixtureRequest) -> Config:
    """Settings of an empty place of the same kind."""
    home = tmp_path / "elsewhere"
    is_sqlite = place.config.database_url.startswith("sqlite")
    url = sqlite_url(home) if is_sqlite else request.getfixturevalue("new_postgres")()
    return Config(home=home, database_url=url)


@ON_BOTH
def test_a_backup_holds_what_its_manifest_says(place: Place) -> None:
    done = place.back_up()

    assert whole_backups(place.folder) == [done.folder]
    assert done.manifest.tables == {**place.counts(), "meta": done.manifest.tables["meta"]}
    assert done.manifest.epoch == place.epoch()
    assert done.manifest.revision == migrations.head()
    assert list(listed_blobs(done.folder)) == [(named(DATA), len(DATA))]
    assert blob_path(done.folder, named(DATA)).read_bytes() == DATA
    assert set(json.loads((done.folder / "manifest.json").read_text())["tools"]) >= {"python"}


def test_a_second_backup_copies_only_new_photos_and_old_ones_are_removed(place: Place) -> None:
    first = place.back_up()
    place.keep_photo(LATER)
    second = place.back_up()
    third = place.back_up(keep=2)

    assert [one.new_blobs for one in (first, second, third)] == [1, 1, 0]
    assert third.removed == (first.folder.name,)
    assert whole_backups(place.folder) == [second.folder, third.folder]
    assert blob_path(second.folder, named(DATA)).stat().st_ino == blob_path(third.folder, named(DATA)).stat().st_ino


def test_a_backup_that_was_cut_is_none_and_is_cleared_away(place: Place) -> None:
    cut = place.folder / ".new-20261122T021000Z"
    cut.mkdir(parents=True)
    (cut / "rounds.db").write_bytes(b"half")
    no_manifest = place.folder / "20261122T021000Z"
    no_manifest.mkdir()

    before = whole_backups(place.folder)
    done = place.back_up(keep=1)

    assert before == []
    assert whole_backups(place.folder) == [done.folder]
    assert not cut.exists()
    assert no_manifest.exists()


def test_a_photo_that_is_not_to_be_had_is_named_and_the_rest_is_kept(place: Place) -> None:
    place.keep_photo(LATER)
    place.blobs.set_aside(named(LATER))

    done = place.back_up()

    assert done.manifest.missing == (named(LATER),)
    assert list(listed_blobs(done.folder)) == [(named(DATA), len(DATA))]


@ON_BOTH
def test_a_restored_server_is_the_one_that_was_backed_up_in_a_new_generation(place: Place, elsewhere: Config) -> None:
    done = place.back_up()

    restored = restore(elsewhere, open_blobs(elsewhere.blob_place), done.folder, tell=said)

    there = Place(elsewhere)
    with there.store.reading() as tx:
        assert tx.get(Site, a_site().id) == a_site()
    ignored = {"meta", "serial"}  # a new generation passes over numbers of notices that may stand on paper
    ignored |= {"chain", "chain_head"}  # and the restore itself is something that was done
    assert {n: c for n, c in there.counts().items() if n not in ignored} == {
        n: c for n, c in place.counts().items() if n not in ignored
    }
    assert there.epoch() == restored.epoch != place.epoch()
    assert [finding for finding in check(there.store, there.blobs) if is_wrong(finding)] == []
    there.close()


@ON_BOTH
def test_what_is_there_is_refused_and_with_force_set_aside(place: Place) -> None:
    done = place.back_up()
    before = place.epoch()
    with place.store.writing() as tx:
        tx.put(a_point(id=PointId(an_id(0x999))))
    place.keep_photo(LATER)
    place.close()

    with pytest.raises(FileExistsError, match="--force"):
        restore(place.config, place.blobs, done.folder, tell=said)
    restored = restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    with place.store.reading() as tx:
        assert tx.find(Point, an_id(0x999)) is None
        later = find_blob(tx, named(LATER))
    assert restored.adopted == 1
    assert later is not None
    assert later.is_stored
    assert place.epoch() == restored.epoch != before
    assert "set" in restored.set_aside
    assert points_aside(place, restored.set_aside) == 2


def points_aside(place: Place, set_aside: str) -> int:
    if set_aside.startswith("schema "):
        with place.store.engine.connect() as connection:
            return int(connection.execute(text(f'SELECT count(*) FROM "{set_aside[7:]}".point')).scalar_one())
    engine = make_engine(sqlite_url(Path(set_aside)))
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM point")).scalar_one())
    engine.dispose()
    return found


@pytest.mark.parametrize("file", ["database", "list", "photos", "manifest"])
def test_a_damaged_backup_is_refused_and_nothing_is_touched(place: Place, file: str) -> None:
    done = place.back_up()
    harm: dict[str, Callable[[], object]] = {
        "database": lambda: (done.folder / done.manifest.database).write_bytes(b"x"),
        "list": lambda: (done.folder / "blobs.tsv").write_text("nothing"),
        "photos": lambda: shutil.rmtree(done.folder / "blobs"),
        "manifest": lambda: (done.folder / "manifest.json").write_text("{}"),
    }
    harm[file]()
    before = place.epoch()
    place.close()

    with pytest.raises(BackupError):
        restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    assert place.epoch() == before
    with place.store.reading() as tx:
        assert tx.get(Point, a_point().id) == a_point()


@ON_BOTH
def test_a_photo_that_the_backup_lacks_is_asked_for_again_after_a_restore(place: Place, elsewhere: Config) -> None:
    place.keep_photo(LATER)
    place.blobs.set_aside(named(LATER))
    done = place.back_up()
    told: list[str] = []

    restored = restore(elsewhere, open_blobs(elsewhere.blob_place), done.folder, tell=told.append)

    there = Place(elsewhere)
    with there.store.reading() as tx:
        lacking, kept = find_blob(tx, named(LATER)), find_blob(tx, named(DATA))
    assert restored.lost == (named(LATER),)
    assert any(named(LATER) in line for line in told)
    assert lacking is None
    assert kept is not None
    assert kept.is_stored
    assert [finding for finding in check(there.store, there.blobs) if is_wrong(finding)] == []
    there.close()


def test_a_photo_that_the_backup_lacks_but_that_is_here_stays(place: Place) -> None:
    place.keep_photo(LATER)
    place.blobs.set_aside(named(LATER))
    done = place.back_up()
    place.blobs.put(named(LATER), LATER)
    place.close()

    restored = restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    with place.store.reading() as tx:
        kept = find_blob(tx, named(LATER))
    assert restored.lost == ()
    assert kept is not None
    assert kept.is_stored


ROTTEN = Path("/proc/self/mem")
"""A file that is there and answers every read at its start with an input/output error, as a rotten sector does."""


@pytest.mark.parametrize("harm", ["flipped bit", "lost copy", "rotten sector"])
def test_a_photo_that_is_whole_nowhere_stops_no_restore_and_is_not_moved(place: Place, harm: str) -> None:
    done = place.back_up()
    here, copy = place.config.home / "blobs/stored" / named(DATA)[:2] / named(DATA), blob_path(done.folder, named(DATA))
    assert here.samefile(copy)
    here.write_bytes(b"?" * len(DATA))
    if harm != "flipped bit":
        copy.unlink()
    if harm == "rotten sector":
        here.unlink()
        here.symlink_to(ROTTEN)
        copy.symlink_to(ROTTEN)
    place.close()

    restored = restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    with place.store.reading() as tx:
        row, point = find_blob(tx, named(DATA)), tx.get(Point, a_point().id)
    assert (restored.lost, restored.copied, restored.damaged) == ((named(DATA),), 0, 0)
    assert (row, point) == (None, a_point())
    assert here.is_file()
    assert not (place.config.home / "blobs/aside").exists()
    place.keep_photo(DATA)
    assert [finding for finding in check(place.store, place.blobs) if is_wrong(finding)] == []


def test_a_photo_that_the_disk_cannot_read_leaves_no_other_without_a_backup(place: Place) -> None:
    place.keep_photo(LATER)
    here = place.blobs.path_of(named(LATER))
    assert here is not None
    here.unlink()
    here.symlink_to(ROTTEN)

    done = place.back_up()
    found = [(finding.code, finding.facts) for finding in check(place.store, place.blobs) if is_wrong(finding)]

    assert done.manifest.missing == (named(LATER),)
    assert list(listed_blobs(done.folder)) == [(named(DATA), len(DATA))]
    assert not blob_path(done.folder, named(LATER)).exists()
    assert found == [("blob-size", f"0 bytes instead of {len(LATER)}")]


@ON_BOTH
def test_a_restore_that_ends_half_way_leaves_nothing_that_goes_on_in_the_old_generation(
    place: Place, elsewhere: Config, tmp_path: Path
) -> None:
    place.keep_photo(LATER)
    place.blobs.set_aside(named(LATER))
    done = place.back_up()
    blobs = open_blobs(elsewhere.blob_place)
    endless = elsewhere.home / "blobs/stored/ff" / ("f" * 64)
    endless.parent.mkdir()
    endless.symlink_to(endless)  # whoever lists the photos fails here

    with pytest.raises(BlobStoreError):
        restore(elsewhere, blobs, done.folder, tell=said)

    there = Place(elsewhere)
    assert there.epoch() == place.epoch()
    reason = settle_generation(there.store, tmp_path / "a new machine")
    with there.store.reading() as tx:
        lacking = find_blob(tx, named(LATER))
    assert "copy" in reason
    assert there.epoch() != place.epoch()
    assert lacking is None
    there.close()


@ON_BOTH
def test_a_backup_whose_counts_differ_is_refused_and_the_old_database_is_in_its_place(place: Place) -> None:
    done = place.back_up()
    wrong = replace(done.manifest, tables={**done.manifest.tables, "point": 7})
    write_manifest(done.folder, wrong)
    before = place.epoch()
    place.close()

    with pytest.raises(BackupError, match="point: 1 rows instead of 7"):
        restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    assert place.epoch() == before
    assert [path.name for path in place.config.home.glob("*.restoring*")] == []
    assert settle_generation(place.store, place.config.home) == ""


def test_the_last_proved_backup_is_spared_until_a_newer_one_is_proved(place: Place) -> None:
    proved = place.back_up()
    drill(place.config, place.store, place.folder, scratch=None, tell=said)
    damaged = place.back_up()
    (damaged.folder / damaged.manifest.database).write_bytes(b"x")
    drill(place.config, place.store, place.folder, scratch=None, tell=said)

    third = place.back_up(keep=1)
    spared = whole_backups(place.folder)
    drill(place.config, place.store, place.folder, scratch=None, tell=said)
    place.back_up(keep=1)

    assert third.removed == (damaged.folder.name,)
    assert spared == [proved.folder, third.folder]
    assert proved.folder not in whole_backups(place.folder)


def test_a_damaged_photo_is_replaced_from_the_backup(place: Place) -> None:
    done = place.back_up()
    stored = place.blobs.path_of(named(DATA))
    assert stored is not None
    stored.unlink()
    stored.write_bytes(b"?" * len(DATA))
    place.close()

    restored = restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    assert (restored.copied, restored.damaged) == (1, 1)
    with place.blobs.open(named(DATA)) as file:
        assert file.read() == DATA


@ON_BOTH
def test_a_drill_proves_the_newest_backup_and_leaves_nothing(place: Place) -> None:
    done = place.back_up()
    files = set(place.folder.iterdir())

    proof = drill(place.config, place.store, place.folder, scratch=None, tell=said)

    assert (proof.is_good, proof.reason, proof.backup) == (True, "", done.folder.name)
    assert proof.proved_at == done.manifest.made_at
    assert {path.name for path in set(place.folder.iterdir()) - files} <= {".drill.lock"}
    with place.store.reading() as tx:
        assert last_proof(tx) == proof


@pytest.mark.parametrize("harm", ["photo", "database", "none", "disagreement"])
def test_a_drill_that_fails_says_why_and_keeps_the_date_of_the_last_proof(place: Place, harm: str) -> None:
    if harm == "none":
        proof = drill(place.config, place.store, place.folder, scratch=None, tell=said)
        assert (proof.is_good, proof.proved_at, "no backup" in proof.reason) == (False, None, True)
        return
    good = place.back_up()
    drill(place.config, place.store, place.folder, scratch=None, tell=said)
    with place.store.engine.begin() as connection:
        if harm == "disagreement":
            connection.execute(text("UPDATE point SET name = 'another'"))
    bad = place.back_up()
    if harm == "photo":
        blob_path(bad.folder, named(DATA)).unlink()
    if harm == "database":
        (bad.folder / bad.manifest.database).write_bytes(b"x")

    proof = drill(place.config, place.store, place.folder, scratch=None, tell=said)

    assert (proof.is_good, proof.backup, proof.proved_at) == (False, bad.folder.name, good.manifest.made_at)
    assert {"photo": "missing", "database": "hash", "disagreement": "record-columns"}[harm] in proof.reason


class Writer:
    """Goes on writing notes and photos from a thread until told to stop."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.written = 0
        self.is_over = threading.Event()
        self.has_begun = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self) -> None:
        while not self.is_over.is_set():
            number = self.written
            data = b"\xff\xd8\xff" + str(number).encode()
            name = named(data)
            self.place.blobs.put(name, data)
            note = Note(
                id=NoteId(an_id(0x5000 + number)),
                site=a_site().id,
                about_kind="inspection",
                about_id=an_inspection().id,
                author=a_person().id,
                at=a_reading(),
                text="继续",
                photos=(a_photo(sha256=name, size_bytes=len(data)),),
            )
            with self.place.store.writing() as tx:
                store_whole(tx, name, len(data), "image/jpeg")
                tx.put(note)
            self.written += 1
            if self.written == 5:
                self.has_begun.set()

    def __enter__(self) -> Self:
        self.thread.start()
        self.has_begun.wait(300)
        return self

    def __exit__(self, *_error: object) -> None:
        self.is_over.set()
        self.thread.join(300)


@ON_BOTH
def test_a_backup_made_while_somebody_writes_is_one_moment(place: Place, elsewhere: Config) -> None:
    with Writer(place) as writer:
        done = place.back_up()
        during = writer.written

    restore(elsewhere, open_blobs(elsewhere.blob_place), done.folder, tell=said)

    there = Place(elsewhere)
    counts = there.counts()
    assert 5 <= counts["note"] <= during + 1
    assert counts["blob"] == counts["note"] + 1 == done.manifest.blobs
    assert [finding for finding in check(there.store, there.blobs) if is_wrong(finding)] == []
    there.close()


@pytest.mark.process
def test_a_restore_that_postgresql_refuses_half_way_leaves_the_old_tables(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    place = furnish(Place(Config(home=home, database_url=request.getfixturevalue("new_postgres")())))
    done = place.back_up()
    dump = done.folder / done.manifest.database
    dump.write_bytes(dump.read_bytes()[:-200])
    broken = replace(done.manifest, database_sha256=hash_of(dump))
    write_manifest(done.folder, broken)
    before = place.epoch()

    with pytest.raises(OSError, match="pg_restore failed"):
        restore(place.config, place.blobs, done.folder, is_forced=True, tell=said)

    assert place.epoch() == before
    with place.store.reading() as tx:
        assert tx.get(Point, a_point().id) == a_point()
    place.close()


@pytest.mark.process
@pytest.mark.usefixtures("s3_keys")
def test_photos_are_fetched_from_a_bucket_and_brought_back_to_one(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("s3_server")
    home = tmp_path / "home"
    home.mkdir()
    place = Place(Config(home=home, database_url=sqlite_url(home), blobs=server.new_bucket()))
    migrations.upgrade(place.store.engine)
    with place.store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
    place.keep_photo(DATA)
    done = place.back_up()
    again = place.back_up()
    place.close()
    new_home = replace(place.config, home=tmp_path / "new", database_url=sqlite_url(tmp_path / "new"))
    there = replace(new_home, blobs=server.new_bucket())

    restored = restore(there, open_blobs(there.blob_place), done.folder, tell=said)

    assert (done.new_blobs, again.new_blobs, restored.copied) == (1, 0, 1)
    with open_blobs(there.blob_place).open(named(DATA)) as file:
        assert file.read() == DATA
