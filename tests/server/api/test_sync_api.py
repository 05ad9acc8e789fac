"""hello, push, pull and verify over HTTP."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.store import ServerStore, Viewer
from server.store.device import devices, revoke
from shared import wire
from shared.model.inspection import Inspection
from shared.model.place import Person
from shared.sync.messages import Hello, Op, Pull, PullReply, Push, PushReply, VerifyReply
from tests.builders import DEVICE, KEEPER, SITE, a_person, a_reading, an_id, an_inspection


def a_push(*ops: Op, **changes: Any) -> dict[str, object]:
    fields = {"device": DEVICE, "app": "1.0", "epoch": "", "clock": a_reading(5), "ops": ops, **changes}
    return wire.encode_object(Push(**fields))


def an_op(number: int = 1, body: object = None) -> Op:
    raw = wire.encode_object(body or an_inspection())
    return Op(an_id(0x9000 + number), number, KEEPER, "inspection.put", a_reading(), raw)  # type: ignore[arg-type]


def test_hello_says_who_and_when(tablet: FlaskClient, store: ServerStore) -> None:
    answer = tablet.get("/v1/sync/hello")

    hello = wire.decode(Hello, answer.json)
    assert answer.status_code == 200
    assert answer.headers["Sync-Protocol"] == "1"
    assert (hello.protocols, hello.server_time, hello.limits.ops) == ((1,), store.now(), 200)
    assert hello.epoch


def test_a_push_over_http_is_stored_and_pulled_again(tablet: FlaskClient, store: ServerStore) -> None:
    pushed = tablet.post("/v1/sync/push", json=a_push(an_op()))
    reply = wire.decode(PushReply, pushed.json)
    pull = wire.encode_object(Pull(DEVICE, reply.epoch, 1, {}))
    pulled = wire.decode(PullReply, tablet.post("/v1/sync/pull", json=pull).json)

    assert [result.status.value for result in reply.results] == ["applied"]
    rows = {row.kind: row for page in pulled.scopes for row in page.rows}
    assert wire.decode(Inspection, rows["inspection"].body) == an_inspection()
    assert wire.decode(Person, rows["person"].body) in (
        a_person(),
        a_person(id=an_id(0xB2), name="李队", roles=(next(iter(a_person().roles)).LEAD_INSPECTOR,)),
    )
    with store.reading() as tx:
        assert tx.get(Inspection, an_inspection().id) == an_inspection()


def test_bodies_may_be_packed_both_ways(tablet: FlaskClient) -> None:
    packed = gzip.compress(json.dumps(a_push(an_op())).encode())

    answer = tablet.post(
        "/v1/sync/push",
        data=packed,
        content_type="application/json",
        headers={"Content-Encoding": "gzip", "Accept-Encoding": "gzip"},
    )

    assert answer.headers["Content-Encoding"] == "gzip"
    reply = wire.decode(PushReply, wire.loads(gzip.decompress(answer.data)))
    assert reply.results[0].status.value == "applied"


def test_what_a_push_says_of_the_tablet_is_kept(tablet: FlaskClient, store: ServerStore) -> None:
    tablet.post("/v1/sync/push", json={**a_push(), "health": {"pending_ops": 3}})

    with store.reading() as tx:
        row = devices(tx, Viewer(KEEPER, "", {SITE: frozenset(a_person().roles)}))[0]
    assert (row.health.pending_ops, row.app, row.clock_offset_ms) == (3, "1.0", -300_000)


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Sync-Protocol": "2"}, 400, "unsupported-protocol"),
        ({"Sync-Protocol": ""}, 400, "unsupported-protocol"),
        ({"Authorization": ""}, 401, "token-invalid"),
        ({"Authorization": "Bearer wrong"}, 401, "token-invalid"),
        ({"Authorization": "Basic abc"}, 401, "token-invalid"),
    ],
)
def test_a_stranger_is_told_why(tablet: FlaskClient, headers: dict[str, str], status: int, code: str) -> None:
    answer = tablet.get("/v1/sync/hello", headers=headers)

    assert (answer.status_code, answer.json["type"]) == (status, f"/problems/{code}")
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Sync-Protocol"] == "1"


def test_a_revoked_tablet_is_refused_at_once(tablet: FlaskClient, store: ServerStore) -> None:
    with store.writing() as tx:
        revoke(tx, DEVICE)

    answer = tablet.post("/v1/sync/push", json=a_push(an_op()))

    assert (answer.status_code, answer.json["type"]) == (403, "/problems/device-revoked")
    assert answer.json["retry"] == "login"


def test_a_tablet_of_somebody_who_left_is_refused(tablet: FlaskClient, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_person(is_active=False))

    assert tablet.get("/v1/sync/hello").json["type"] == "/problems/user-disabled"


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"", {}, 400, "malformed"),
        (b"{", {}, 400, "malformed"),
        (b"\xff\xfe", {}, 400, "malformed"),
        (b'{"device":"x"}', {}, 400, "malformed"),
        (b"{}", {"Content-Type": "text/plain"}, 415, "unsupported-media-type"),
        (b"{}", {"Content-Encoding": "br"}, 400, "unsupported-encoding"),
        (b"{}", {"Content-Encoding": "gzip"}, 400, "unsupported-encoding"),
        (gzip.compress(b"{}", mtime=0)[:-4], {"Content-Encoding": "gzip"}, 400, "unsupported-encoding"),
        (gzip.compress(b"{}", mtime=0) * 2, {"Content-Encoding": "gzip"}, 400, "unsupported-encoding"),
        (gzip.compress(b" " * (2 << 20), mtime=0), {"Content-Encoding": "gzip"}, 413, "batch-too-large"),
        (b" " * (2 << 20), {}, 413, "batch-too-large"),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(
    tablet: FlaskClient, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    answer = tablet.post("/v1/sync/push", data=body, headers={"Content-Type": "application/json", **headers})

    assert (answer.status_code, answer.json["type"]) == (status, f"/problems/{code}")


def test_too_many_operations_ask_for_a_split(tablet: FlaskClient) -> None:
    ops = tuple(an_op(number) for number in range(201))

    answer = tablet.post("/v1/sync/push", json=a_push(*ops))

    assert (answer.status_code, answer.json["retry"], answer.json["limits"]) == (413, "split", {"ops": 200})


def test_another_tablets_name_is_refused(tablet: FlaskClient) -> None:
    answer = tablet.post("/v1/sync/push", json=a_push(device=an_id(0xD9)))

    assert answer.json["type"] == "/problems/forbidden"


def test_verify_tells_moved_from_mismatch(tablet: FlaskClient) -> None:
    asked = {"scope": f"site:{SITE}", "at": 4, "count": 0, "sum": "0" * 16}

    assert wire.decode(VerifyReply, tablet.post("/v1/sync/verify", json=asked).json).verdict.value == "mismatch"
    assert (
        wire.decode(VerifyReply, tablet.post("/v1/sync/verify", json={**asked, "at": 3}).json).verdict.value == "moved"
    )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/nothing", 404), ("DELETE", "/v1/sync/push", 405), ("GET", "/v1/blobs/abc", 404)],
)
def test_errors_of_the_framework_are_problems_too(tablet: FlaskClient, method: str, path: str, status: int) -> None:
    answer = tablet.open(path, method=method)

    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert answer.headers["Sync-Protocol"] == "1"


def test_probes_answer(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json["status"] == "ok"
    assert client.get("/openapi.json").json["openapi"] == "3.1.0"
