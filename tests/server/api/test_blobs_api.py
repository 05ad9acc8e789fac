"""Photos over HTTP: resumed at any byte, checked against their name, shown to whom they concern."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import os
import random

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from server.app import Parts
from server.files import LocalBlobStore
from server.store import ServerStore
from server.store.blob import store_part
from shared.errors import StorageFullError
from shared.ids import Sha256
from tests.builders import OTHER_SITE, a_photo, an_inspection
from tests.statements import heads, listening

JPEG = b"\xff\xd8\xff\xe0" + random.Random(7).randbytes(5_000)
NAME = hashlib.sha256(JPEG).hexdigest()
PATH = f"/v1/blobs/{NAME}"
FRESH = itertools.count()
CHUNK = "application/offset+octet-stream"


def send(tablet: FlaskClient, data: bytes, offset: int, *, of: bytes = JPEG, path: str = "") -> TestResponse:
    headers = {"Upload-Offset": str(offset), "Upload-Length": str(len(of))}
    return tablet.patch(path or PATH, data=data, headers=headers, content_type=CHUNK)


def name_it(store: ServerStore, **changes: object) -> None:
    with store.writing() as tx:
        tx.put(an_inspection(photos=(a_photo(sha256=Sha256(NAME), size_bytes=len(JPEG)),), **changes))


def test_a_photo_in_one_piece_is_stored_and_fetched(tablet: FlaskClient, store: ServerStore) -> None:
    name_it(store)

    sent = send(tablet, JPEG, 0)
    got = tablet.get(PATH)

    assert (sent.status_code, sent.headers["Upload-Offset"]) == (204, str(len(JPEG)))
    assert sent.headers["Tus-Resumable"] == "1.0.0"
    assert (got.status_code, got.data, got.mimetype) == (200, JPEG, "image/jpeg")
    assert got.headers["ETag"] == f'"{NAME}"'
    assert "immutable" in got.headers["Cache-Control"]
    assert got.headers["X-Content-Type-Options"] == "nosniff"


def test_part_of_a_photo_and_nothing_new_can_be_asked_for(tablet: FlaskClient, store: ServerStore) -> None:
    name_it(store)
    send(tablet, JPEG, 0)

    part = tablet.get(PATH, headers={"Range": "bytes=10-19"})
    known = tablet.get(PATH, headers={"If-None-Match": f'"{NAME}"'})
    beyond = tablet.get(PATH, headers={"Range": "bytes=99999-"})

    assert (part.status_code, part.data) == (206, JPEG[10:20])
    assert (known.status_code, known.data) == (304, b"")
    assert (beyond.status_code, beyond.content_type) == (416, "application/problem+json")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, len(JPEG) - 1), max_size=6))
def test_a_photo_is_resumed_at_any_byte(tablet: FlaskClient, parts: Parts, cuts: list[int]) -> None:
    data = JPEG + str(next(FRESH)).encode()
    path = f"/v1/blobs/{hashlib.sha256(data).hexdigest()}"
    edges = sorted({0, *cuts, len(data)})

    for start, end in itertools.pairwise(edges):
        assert tablet.head(path).headers["Upload-Offset"] == str(start)
        send(tablet, data[start:end], start, of=data, path=path)

    with parts.blobs.open(Sha256(path[-64:])) as stored:
        assert stored.read() == data


def test_a_chunk_elsewhere_is_told_where_to_go_on(tablet: FlaskClient) -> None:
    send(tablet, JPEG[:100], 0)

    ahead = send(tablet, JPEG[200:300], 200)
    behind = send(tablet, JPEG[:100], 0)

    assert [(one.status_code, one.json["offset"]) for one in (ahead, behind)] == [(409, 100), (409, 100)]
    assert ahead.json["retry"] == "later"
    state = tablet.post("/v1/blobs/query", json={"sha256": [NAME]}).json
    assert state["partial"] == {NAME: 100}


def test_wrong_bytes_begin_anew(tablet: FlaskClient, parts: Parts) -> None:
    wrong = send(tablet, JPEG[:-1] + b"?", 0)

    assert (wrong.status_code, wrong.json["type"]) == (460, "/problems/checksum-mismatch")
    assert tablet.head(PATH).headers["Upload-Offset"] == "0"
    assert send(tablet, JPEG, 0).status_code == 204
    assert parts.blobs.has(Sha256(NAME))


def test_a_finished_photo_accepts_late_copies_of_its_chunks(tablet: FlaskClient) -> None:
    send(tablet, JPEG, 0)

    late = send(tablet, JPEG[:10], 0)

    assert (late.status_code, late.headers["Upload-Offset"]) == (204, str(len(JPEG)))


def test_an_upload_cut_between_last_byte_and_check_is_finished_by_an_empty_chunk(
    tablet: FlaskClient, parts: Parts
) -> None:
    with parts.store.writing() as tx:
        store_part(tx, Sha256(NAME), len(JPEG), 0, len(JPEG))
    parts.blobs.write_part(Sha256(NAME), 0, JPEG)

    assert send(tablet, b"", len(JPEG)).status_code == 204
    assert parts.blobs.has(Sha256(NAME))


@pytest.mark.parametrize(
    ("headers", "size", "status", "code"),
    [
        ({"Content-Type": "image/jpeg"}, 10, 415, "unsupported-media-type"),
        ({"Upload-Offset": "-1"}, 10, 400, "malformed"),
        ({"Upload-Offset": "x"}, 10, 400, "malformed"),
        ({"Upload-Length": "99999999999"}, 10, 413, "blob-too-large"),
        ({}, (1 << 20) + 1, 413, "blob-too-large"),
        ({"Upload-Length": "5"}, 10, 400, "malformed"),
    ],
)
def test_a_chunk_that_breaks_the_rules_is_refused(
    tablet: FlaskClient, headers: dict[str, str], size: int, status: int, code: str
) -> None:
    given_headers = {"Content-Type": CHUNK, "Upload-Offset": "0", "Upload-Length": str(2 << 20), **headers}

    answer = tablet.patch(PATH, data=b"x" * size, headers=given_headers)

    assert (answer.status_code, answer.json["type"]) == (status, f"/problems/{code}")


def test_a_photo_of_another_site_is_not_known(tablet: FlaskClient, store: ServerStore) -> None:
    name_it(store, site=OTHER_SITE)
    send(tablet, JPEG, 0)

    assert tablet.get(PATH).status_code == 404


def test_what_is_no_picture_is_never_shown_in_a_page(tablet: FlaskClient, store: ServerStore) -> None:
    page = b"<script>alert(1)</script>"
    name = Sha256(hashlib.sha256(page).hexdigest())
    with store.writing() as tx:
        tx.put(an_inspection(photos=(a_photo(sha256=name, size_bytes=len(page)),)))
    send(tablet, page, 0, of=page, path=f"/v1/blobs/{name}")

    got = tablet.get(f"/v1/blobs/{name}")

    assert got.mimetype == "application/octet-stream"
    assert got.headers["Content-Disposition"].startswith("attachment")


def test_a_full_disk_is_said_and_leaves_the_offset(tablet: FlaskClient, parts: Parts) -> None:
    class FullStore(LocalBlobStore):
        def put(self, name: Sha256, data: bytes) -> str:
            raise StorageFullError

        def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
            raise StorageFullError

    api = tablet.application.extensions["rounds_api"]
    full = FullStore(parts.config.home / "full")
    tablet.application.extensions["rounds_api"] = dataclasses.replace(api, blobs=full)

    whole, part = send(tablet, JPEG, 0), send(tablet, JPEG[:100], 0)

    assert [(one.status_code, one.json["retry"]) for one in (whole, part)] == [(507, "later"), (507, "later")]
    assert tablet.head(PATH).headers["Upload-Offset"] == "0"


def test_query_refuses_what_is_no_hash(tablet: FlaskClient) -> None:
    answer = tablet.post("/v1/blobs/query", json={"sha256": ["../etc/passwd"]})

    assert (answer.status_code, answer.json["path"]) == (400, "$.sha256[0]")


def test_a_photo_in_one_piece_costs_one_write_transaction_and_two_fsyncs(
    tablet: FlaskClient, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(tablet, b"another", 0, of=b"another", path=f"/v1/blobs/{hashlib.sha256(b'another').hexdigest()}")
    (parts.config.home / "blobs" / "stored" / NAME[:2]).mkdir(parents=True)
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(file), fsync(file))[1])

    with listening(parts.engine) as asked:
        answer = send(tablet, JPEG, 0)

    writes = [head for head in heads(asked) if head.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert (answer.status_code, writes) == (204, ["INSERT blob"])
    assert len(synced) == 2


def test_a_whole_photo_takes_the_place_of_what_had_come_of_it(tablet: FlaskClient, parts: Parts) -> None:
    send(tablet, JPEG[:100], 0)

    whole = send(tablet, JPEG, 0)

    assert (whole.status_code, whole.headers["Upload-Offset"]) == (204, str(len(JPEG)))
    assert parts.blobs.has(Sha256(NAME))
    assert tablet.head(PATH).headers["Upload-Offset"] == str(len(JPEG))
