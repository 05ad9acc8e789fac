"""A tablet whose database was damaged: what could be saved of it arrives at the real application, photos and all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from mobile import actions
from mobile.store.row import PhotoRow
from mobile.store.salvage import open_store
from mobile.worker import Worker
from server.store.blob import find_blobs
from server.tables import blob_ref
from shared.ids import Sha256
from shared.model.inspection import Inspection
from shared.sync.request import Outcome, Request, Response
from tests.system.test_round_trip import APP, Estate, estate  # noqa: F401 (a fixture)

PAGE_BYTES = 4096


def reopened(given: Estate) -> Estate:
    """Start the app anew on what is on disk."""
    given.store.close()
    path = given.store.path
    store = open_store(path, given.store.files, given.tablet.ids, given.clock.read().wall)
    worker = Worker(store, given.clock, APP, lambda _enrolment: given.carrier)
    return replace(given, store=store, tablet=replace(given.tablet, store=store), worker=worker)


def checkpoint(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def photos_of(given: Estate, record: str) -> tuple[PhotoRow, ...]:
    return given.store.photos_of(record)


def names_of(photos: tuple[PhotoRow, ...]) -> set[Sha256]:
    return {Sha256(name) for photo in photos for name in (photo.sha256, photo.thumb)}


@pytest.mark.parametrize("lost", ["the header", "the queue", "the second half"])
def test_what_a_damaged_tablet_held_arrives(estate: Estate, lost: str) -> None:  # noqa: F811
    given = estate
    given.sync()
    given.carrier.is_offline = True
    record = given.walked()
    actions.finish_round(given.tablet, record)
    photos = photos_of(given, record)
    given.store.close()
    checkpoint(given.store.path)
    damage(given.store.path, lost)

    given = reopened(given)
    assert len(list(given.store.path.with_name("damaged").glob("*.db"))) == 1
    kept = given.store.inspection(record)
    given.carrier.is_offline = False
    if kept is not None and given.store.enrolment() is not None:
        given.sync()

    if lost == "the second half":  # of what lay there nothing is left; what lay before it works and is told
        assert given.store.sync_state().salvaged_at is not None
        return
    with given.server.reading() as tx:
        assert tx.get(Inspection, record).answers == kept.answers
        assert all(blob.is_stored for blob in find_blobs(tx, names_of(photos)).values())
        assert set(find_blobs(tx, names_of(photos))) == names_of(photos)
    assert given.store.sync_state().is_all_sent


def damage(path: Path, lost: str) -> None:
    if lost == "the queue":
        with closing(sqlite3.connect(path)) as connection:
            pages = [row[0] for row in connection.execute("SELECT pageno FROM dbstat WHERE name = 'outbox'")]
        path.with_name("tablet.suspect").touch()
    else:
        pages = [1]
    size = path.stat().st_size
    with path.open("r+b") as file:
        if lost == "the second half":
            file.truncate(size // 2)
            return
        for page in pages:
            file.seek((page - 1) * PAGE_BYTES)
            file.write(b"\xa5" * PAGE_BYTES)


def test_small_copies_are_on_the_server_before_the_photos_and_are_named_apart(estate: Estate) -> None:  # noqa: F811
    given = estate
    given.sync()
    record = given.walked()
    actions.finish_round(given.tablet, record)
    (photo,) = photos_of(given, record)
    carry = given.carrier.carry

    def cut(request: Request) -> Response:
        given.carrier.is_offline = request.method == "PATCH" and request.path.endswith(photo.sha256)
        return carry(request)

    given.carrier.carry = cut  # type: ignore[method-assign]
    given.clock.advance(timedelta(minutes=1))
    report = given.worker.run_once()

    assert report is not None and report.outcome is Outcome.OFFLINE
    with given.server.reading() as tx:
        found = find_blobs(tx, names_of((photo,)))
        refs = {row.sha256: row.is_thumb for row in tx.rows(select(blob_ref).where(blob_ref.c.id == record))}
    assert {name for name, blob in found.items() if blob.is_stored} == {photo.thumb}
    assert refs == {photo.sha256: False, photo.thumb: True}
    head = given.store.head(record)
    assert head is not None and (head.photos_sent, head.photos_total) == (0, 1)
