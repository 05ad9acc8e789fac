"""What an S3-compatible store says when it refuses, and what comes of that: clear words, and tablets that wait."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.config import S3Place
from server.files import BlobStore, BlobStoreError, open_blobs
from server.store import ServerStore
from shared.ids import Sha256
from tests.builders import a_photo, an_inspection
from tests.port import free_port
from tests.s3 import S3Server, s3_keys, s3_server

__all__ = ["s3_keys", "s3_server"]
pytestmark = pytest.mark.process
DATA = b"\xff\xd8\xff" + b"x" * 5000
NAME = Sha256(hashlib.sha256(DATA).hexdigest())
CHUNK = {"Upload-Offset": "0", "Upload-Length": str(len(DATA)), "Content-Type": "application/offset+octet-stream"}


@pytest.fixture
def place(s3_server: S3Server, s3_keys: Callable[[str], None]) -> S3Place:
    return s3_server.new_bucket()


def with_blobs(tablet: FlaskClient, blobs: BlobStore) -> FlaskClient:
    """Let the app keep its photos there."""
    api = tablet.application.extensions["rounds_api"]
    tablet.application.extensions["rounds_api"] = dataclasses.replace(api, blobs=blobs)
    return tablet


def refused(work: Callable[[], object]) -> BlobStoreError:
    with pytest.raises(BlobStoreError) as error:
        work()
    return error.value


def test_a_wrong_secret_is_refused_and_said(place: S3Place, s3_keys: Callable[[str], None]) -> None:
    s3_keys("another secret")
    blobs = open_blobs(place)

    errors = [
        refused(blobs.reach),
        refused(lambda: blobs.put(NAME, DATA)),
        refused(lambda: blobs.has(NAME)),
        refused(lambda: list(blobs.stored())),
    ]

    assert all("refuses the key or the secret" in error.reason for error in errors)
    assert all(error.is_lasting and error.status == 503 for error in errors)
    assert place.bucket not in str(errors[0].facts)


def test_missing_keys_are_said(place: S3Place, monkeypatch: pytest.MonkeyPatch, s3_keys: Callable[[str], None]) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    assert "AWS_ACCESS_KEY_ID" in refused(open_blobs(place).reach).reason


def test_a_missing_bucket_is_said(s3_server: S3Server, s3_keys: Callable[[str], None]) -> None:
    blobs = open_blobs(S3Place("not-there", endpoint=s3_server.endpoint))

    assert "there is no bucket s3://not-there" in refused(blobs.reach).reason
    assert refused(lambda: blobs.put(NAME, DATA)).is_lasting


def test_a_store_that_is_down_is_said_and_may_come_back(s3_keys: Callable[[str], None]) -> None:
    blobs = open_blobs(S3Place("photos", endpoint=f"http://127.0.0.1:{free_port()}"))

    error = refused(blobs.reach)

    assert "does not answer" in error.reason
    assert not error.is_lasting


def test_a_tablet_is_told_to_come_back_later_while_the_store_refuses(
    tablet: FlaskClient, place: S3Place, s3_keys: Callable[[str], None]
) -> None:
    s3_keys("another secret")
    with_blobs(tablet, open_blobs(place))

    answer = tablet.patch(f"/v1/blobs/{NAME}", data=DATA, headers=CHUNK)

    assert (answer.status_code, answer.json["type"], answer.json["retry"]) == (503, "/problems/busy", "later")
    assert int(answer.headers["Retry-After"]) > 0
    assert tablet.head(f"/v1/blobs/{NAME}").headers["Upload-Offset"] == "0"


def test_a_photo_travels_through_the_bucket(tablet: FlaskClient, store: ServerStore, place: S3Place) -> None:
    with_blobs(tablet, open_blobs(place))
    with store.writing() as tx:
        tx.put(an_inspection(photos=(a_photo(sha256=NAME, size_bytes=len(DATA)),)))
    path = f"/v1/blobs/{NAME}"

    first = tablet.patch(path, data=DATA[:2000], headers=CHUNK)
    rest = tablet.patch(path, data=DATA[2000:], headers={**CHUNK, "Upload-Offset": "2000"})
    whole = tablet.get(path)
    part = tablet.get(path, headers={"Range": "bytes=4990-"})
    known = tablet.get(path, headers={"If-None-Match": f'"{NAME}"'})

    assert [one.status_code for one in (first, rest, whole, part, known)] == [204, 204, 200, 206, 304]
    assert (whole.data, part.data) == (DATA, DATA[4990:])
    assert (whole.headers["ETag"], "immutable" in whole.headers["Cache-Control"]) == (f'"{NAME}"', True)
    assert list(open_blobs(place).parts()) == []


def test_an_upload_that_the_bucket_refuses_at_its_end_goes_on_where_it_was(
    tablet: FlaskClient, s3_server: S3Server, place: S3Place
) -> None:
    with_blobs(tablet, open_blobs(place))
    path, rest = f"/v1/blobs/{NAME}", {**CHUNK, "Upload-Offset": "2000"}
    in_the_way = s3_server.folder / place.bucket / "sha256" / NAME[:2] / NAME[2:4] / NAME
    in_the_way.mkdir(parents=True)
    tablet.patch(path, data=DATA[:2000], headers=CHUNK)

    refused = tablet.patch(path, data=DATA[2000:], headers=rest)
    offset = tablet.head(path).headers["Upload-Offset"]
    in_the_way.rmdir()
    done = tablet.patch(path, data=DATA[2000:], headers=rest)

    assert (refused.status_code, offset, done.status_code) == (503, "2000", 204)
    with open_blobs(place).open(NAME) as file:
        assert file.read() == DATA
    assert list(open_blobs(place).parts()) == []


def test_a_damaged_object_is_replaced_when_its_photo_is_sent_again_in_parts(
    s3_server: S3Server, place: S3Place
) -> None:
    blobs = open_blobs(place)
    blobs.put(NAME, DATA)
    stored = s3_server.folder / place.bucket / "sha256" / NAME[:2] / NAME[2:4] / NAME
    stored.write_bytes(b"?" * len(DATA))
    blobs.write_part(NAME, 0, DATA)

    blobs.finish(NAME, len(DATA))

    assert stored.read_bytes() == DATA


def test_keys_are_laid_out_as_documented_below_the_prefix(s3_server: S3Server, place: S3Place) -> None:
    blobs = open_blobs(dataclasses.replace(place, prefix="estate/one"))
    blobs.put(NAME, DATA)
    blobs.write_part(Sha256("ab" * 32), 512, b"part")

    root = s3_server.folder / place.bucket
    keys = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}

    assert f"estate/one/sha256/{NAME[:2]}/{NAME[2:4]}/{NAME}" in keys
    assert f"estate/one/partial/{'ab' * 32}/0000000000000512-4" in keys
    assert list(blobs.stored()) == [(NAME, len(DATA))]
    assert list(open_blobs(place).stored()) == []


def test_a_bucket_that_goes_away_while_serving_is_said(
    tablet: FlaskClient, s3_server: S3Server, place: S3Place
) -> None:
    with_blobs(tablet, open_blobs(place))
    shutil.rmtree(s3_server.folder / place.bucket)

    assert tablet.patch(f"/v1/blobs/{NAME}", data=DATA, headers=CHUNK).status_code == 503


def test_a_server_with_a_wrong_bucket_says_so_and_ends(
    s3_server: S3Server, tmp_path: Path, s3_keys: Callable[[str], None]
) -> None:
    settings = {
        **os.environ,
        "ROUNDS_HOME": str(tmp_path / "home"),
        "ROUNDS_BLOBS": f"s3://not-there?endpoint={s3_server.endpoint}",
        "ROUNDS_PORT": str(free_port()),
    }

    done = subprocess.run(
        [sys.executable, "-m", "server.cli", "serve"],
        env=settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 1
    assert "there is no bucket s3://not-there" in done.stderr
