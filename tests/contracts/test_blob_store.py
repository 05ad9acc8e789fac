"""What every place for photo bytes must do: a folder and a bucket of a real S3-compatible store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from server.config import sqlite_url
from server.db import make_engine
from server.files import JPEG, BlobStore, open_blobs
from server.store import ServerStore
from server.store.blob import IDLE, find_blob, store_part
from server.sweep import sweep_partials
from shared.errors import ChecksumMismatchError, UnknownRecordError
from shared.ids import Sha256
from tests.builders import FakeClock
from tests.s3 import s3_keys, s3_server
from tests.schema import lay_schema

__all__ = ["s3_keys", "s3_server"]
DATA = b"\xff\xd8\xff" + bytes(range(256)) * 4
NAME = Sha256(hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """One database is enough here: the bytes are what differs."""
    engine = make_engine(sqlite_url(tmp_path))
    lay_schema(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["folder", pytest.param("s3", marks=pytest.mark.process)])
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], BlobStore]:
    """Opens the same place as another process would."""
    if request.param == "folder":
        return lambda: open_blobs(tmp_path / "blobs")
    request.getfixturevalue("s3_keys")
    place = request.getfixturevalue("s3_server").new_bucket()
    return lambda: open_blobs(place)


@pytest.fixture
def blobs(another: Callable[[], BlobStore]) -> BlobStore:
    return another()


def named(data: bytes) -> Sha256:
    return Sha256(hashlib.sha256(data).hexdigest())


def content(blobs: BlobStore, name: Sha256) -> bytes:
    with blobs.open(name) as file:
        return file.read()


def test_a_whole_file_is_stored_at_once(blobs: BlobStore) -> None:
    was_there = blobs.has(NAME)

    kind = blobs.put(NAME, DATA)

    assert (was_there, kind, blobs.has(NAME), content(blobs, NAME)) == (False, JPEG, True, DATA)


def test_a_whole_file_with_other_bytes_is_refused_and_not_stored(blobs: BlobStore) -> None:
    with pytest.raises(ChecksumMismatchError):
        blobs.put(NAME, DATA[:-1] + b"?")

    assert not blobs.has(NAME)
    assert list(blobs.stored()) == []
    assert list(blobs.parts()) == []


def test_an_empty_file_is_a_file(blobs: BlobStore) -> None:
    blobs.put(named(b""), b"")

    assert content(blobs, named(b"")) == b""


def test_parts_in_any_order_become_the_file(blobs: BlobStore) -> None:
    blobs.write_part(NAME, 500, DATA[500:])
    blobs.write_part(NAME, 0, DATA[:500])
    was_there = blobs.has(NAME)

    kind = blobs.finish(NAME, len(DATA))

    assert (was_there, kind, content(blobs, NAME)) == (False, JPEG, DATA)
    assert list(blobs.parts()) == []


def test_parts_written_by_one_process_are_joined_by_another(another: Callable[[], BlobStore]) -> None:
    one, other = another(), another()
    one.write_part(NAME, 0, DATA[:400])
    other.write_part(NAME, 400, DATA[400:])

    one.finish(NAME, len(DATA))

    assert content(other, NAME) == DATA


def test_parts_that_overlap_and_come_twice_do_no_harm(blobs: BlobStore) -> None:
    blobs.write_part(NAME, 0, DATA[:600])
    blobs.write_part(NAME, 300, DATA[300:])
    blobs.write_part(NAME, 0, DATA[:200])

    assert blobs.finish(NAME, len(DATA)) == JPEG
    assert content(blobs, NAME) == DATA


def test_finish_twice_changes_nothing(blobs: BlobStore) -> None:
    blobs.write_part(NAME, 0, DATA)
    blobs.finish(NAME, len(DATA))
    blobs.write_part(NAME, 0, b"late copy")

    assert blobs.finish(NAME, len(DATA)) == JPEG
    assert content(blobs, NAME) == DATA
    assert list(blobs.parts()) == []


@pytest.mark.parametrize("data", [DATA[:-1], DATA[:-1] + b"?", b""])
def test_wrong_bytes_are_thrown_away(blobs: BlobStore, data: bytes) -> None:
    blobs.write_part(NAME, 0, data)

    with pytest.raises(ChecksumMismatchError):
        blobs.finish(NAME, len(DATA))

    assert not blobs.has(NAME)
    blobs.write_part(NAME, 0, DATA)
    assert blobs.finish(NAME, len(DATA)) == JPEG


def test_a_hole_is_never_stored(blobs: BlobStore) -> None:
    blobs.write_part(NAME, 0, DATA[:100])
    blobs.write_part(NAME, 200, DATA[200:])

    with pytest.raises(ChecksumMismatchError):
        blobs.finish(NAME, len(DATA))

    assert not blobs.has(NAME)


def test_leftovers_of_a_longer_upload_are_cut_off(blobs: BlobStore) -> None:
    blobs.write_part(NAME, 0, DATA + b"leftover")

    assert blobs.finish(NAME, len(DATA)) == JPEG
    assert content(blobs, NAME) == DATA


def test_what_is_not_stored_is_unknown(blobs: BlobStore) -> None:
    with pytest.raises(UnknownRecordError):
        blobs.open(NAME)
    with pytest.raises(UnknownRecordError):
        blobs.set_aside(NAME)
    blobs.discard_part(NAME)
    assert not blobs.has(NAME)


def test_a_file_is_read_from_any_place_in_it(blobs: BlobStore) -> None:
    blobs.put(NAME, DATA)

    with blobs.open(NAME) as file:
        file.seek(1000)
        tail = file.read()
        file.seek(-5, 2)
        last = file.read(3)
        file.seek(0)
        head = file.read(3)

    assert (tail, last, head) == (DATA[1000:], DATA[-5:-2], DATA[:3])


def test_stored_files_are_listed_sorted_with_their_sizes(blobs: BlobStore) -> None:
    files = {named(bytes([n])): bytes([n]) for n in range(20)}
    for name, data in files.items():
        blobs.put(name, data)
    blobs.write_part(NAME, 0, DATA)

    assert list(blobs.stored()) == [(name, len(files[name])) for name in sorted(files)]
    assert {name for name, _ in blobs.parts()} == {NAME}


def test_a_damaged_file_is_set_aside(blobs: BlobStore) -> None:
    blobs.put(NAME, DATA)

    where = blobs.set_aside(NAME)

    assert where.endswith(f"aside/{NAME}")
    assert not blobs.has(NAME)
    assert blobs.put(NAME, DATA) == JPEG


def test_small_copies_are_shared_by_all_processes(another: Callable[[], BlobStore]) -> None:
    one, other = another(), another()
    before = other.thumb(NAME)
    one.keep_thumb(NAME, b"small")
    one.keep_thumb(NAME, b"smaller")

    assert (before, other.thumb(NAME)) == (None, b"smaller")
    assert list(other.stored()) == []


def test_the_same_file_put_by_many_at_once_is_stored_once(another: Callable[[], BlobStore]) -> None:
    shared = [another(), another()]
    with ThreadPoolExecutor(6) as pool:
        kinds = list(pool.map(lambda number: shared[number % 2].put(NAME, DATA), range(12)))

    assert kinds == [JPEG] * 12
    assert list(shared[0].stored()) == [(NAME, len(DATA))]
    assert list(shared[0].parts()) == []


def test_a_place_that_works_says_nothing(blobs: BlobStore) -> None:
    blobs.reach()


def now(clock: FakeClock, delta: timedelta = timedelta()) -> None:
    """Set the clock by that of the place, which notes when bytes came."""
    clock.jump(datetime.now(UTC) + delta - clock.read().wall.astimezone(UTC))


def later(clock: FakeClock) -> None:
    """Move the clock past the time after which an idle upload is over."""
    now(clock, IDLE + timedelta(days=1))


def test_an_idle_upload_is_swept_with_its_bytes(blobs: BlobStore, store: ServerStore, clock: FakeClock) -> None:
    now(clock)
    blobs.write_part(NAME, 0, DATA[:100])
    with store.writing() as tx:
        store_part(tx, NAME, len(DATA), 0, 100)
    too_early = sweep_partials(store, blobs)
    later(clock)

    swept = sweep_partials(store, blobs)

    with store.reading() as tx:
        assert find_blob(tx, NAME) is None
    assert (too_early, swept, list(blobs.parts())) == (0, 1, [])


def test_bytes_that_no_row_knows_are_swept(blobs: BlobStore, store: ServerStore, clock: FakeClock) -> None:
    now(clock)
    blobs.write_part(NAME, 0, DATA[:100])
    blobs.write_part(NAME, 100, DATA[100:200])
    too_early = sweep_partials(store, blobs)
    later(clock)

    assert (too_early, sweep_partials(store, blobs), list(blobs.parts())) == (0, 1, [])


def test_an_upload_that_goes_on_is_not_swept(blobs: BlobStore, store: ServerStore, clock: FakeClock) -> None:
    blobs.write_part(NAME, 0, DATA[:100])
    later(clock)
    with store.writing() as tx:
        store_part(tx, NAME, len(DATA), 0, 100)

    assert sweep_partials(store, blobs) == 0
    blobs.write_part(NAME, 100, DATA[100:])
    assert blobs.finish(NAME, len(DATA)) == JPEG


def test_a_file_of_this_disk_is_taken_and_stays_what_it_is(blobs: BlobStore, tmp_path: Path) -> None:
    path = tmp_path / "given"
    path.write_bytes(DATA)

    blobs.take(NAME, path)
    blobs.take(NAME, path)

    assert (content(blobs, NAME), path.read_bytes()) == (DATA, DATA)
    assert list(blobs.parts()) == []


def test_a_file_of_this_disk_with_other_bytes_is_refused(blobs: BlobStore, tmp_path: Path) -> None:
    path = tmp_path / "given"
    path.write_bytes(DATA + b"?")

    with pytest.raises(ChecksumMismatchError):
        blobs.take(NAME, path)

    assert not blobs.has(NAME)
