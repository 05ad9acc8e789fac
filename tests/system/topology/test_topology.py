"""Two servers, a worker, PostgreSQL and an S3-compatible store behind nginx: a tablet and the office notice nothing of it."""

from __future__ import annotations

import hashlib
import io
import re
import signal
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import requests
from PIL import Image

from mobile.transport import HttpTransport
from server.db import make_engine
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.account import ATTEMPTS, add_account
from server.store.device import make_code
from server.store.lease import find_lease
from server.system import SystemClock, SystemIds
from server.tables import op_receipt
from server.work import WORK
from shared import wire
from shared.ids import DeviceId, Epoch, OpId, Sha256
from shared.model.inspection import Inspection
from shared.sync.messages import Enrol, Enrolled, Op, Pull, PullReply, Push, PushReply
from shared.sync.request import Request
from tests.builders import KEEPER, SITE, a_person, a_photo, a_point, a_reading, a_site, a_template, an_id, an_inspection
from tests.postgres import postgres_server
from tests.s3 import S3Server, s3_server
from tests.system.topology.stage import START_S, Topology, browser, set_up

__all__ = ["postgres_server", "s3_server"]
pytestmark = pytest.mark.process
PASSWORD = "xunan-2026"
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def topology(postgres_server: str, s3_server: S3Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Topology]:
    here = tmp_path_factory.mktemp("topology")
    name = f"rounds_{here.name}".replace("-", "_")
    with psycopg.connect(f"{postgres_server.replace('+psycopg', '')}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        made = set_up(here, f"{postgres_server}/{name}", s3_server)
        try:
            made.work()
            made.serve("serve-1", "serve-2")
            made.proxy()
            yield made
        finally:
            made.end_all()
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def store(topology: Topology) -> Iterator[ServerStore]:
    """The database, furnished, as a command on one of the machines has it."""
    engine = make_engine(topology.database_url)
    store = ServerStore(engine, SystemClock(), SystemIds())
    with store.writing() as tx:
        for entity in (a_site(), a_person(), a_point(), a_template()):
            tx.put(entity)
        add_account(tx, "wang", KEEPER, Passwords().hash(PASSWORD))
    yield store
    engine.dispose()


class Tablet:
    """A tablet's transport and token, with a number that keeps its records apart from other tests'."""

    def __init__(self, topology: Topology, store: ServerStore, number: int) -> None:
        self.device = DeviceId(an_id(0xD000 + number))
        self.number = number
        with store.writing() as tx:
            code = make_code(tx, SITE, KEEPER)
        message = wire.encode_object(Enrol(code, self.device, "平板", "1.0"))
        stranger = HttpTransport(topology.url, trusted=topology.certificate)
        answer = stranger.carry(Request("POST", "/v1/enrol", JSON, wire.dumps(message).encode()))
        self.enrolled = wire.decode(Enrolled, wire.loads(answer.body))
        stranger.close()
        self.transport = HttpTransport(topology.url, self.enrolled.token, trusted=topology.certificate)

    def ask(self, path: str, message: object) -> Any:
        answer = self.transport.carry(Request("POST", path, JSON, wire.dumps(wire.encode_object(message)).encode()))
        assert answer.status == 200, answer.body
        return wire.loads(answer.body)

    def push(self, *numbers: int, **changes: Any) -> list[str]:
        """Push finished inspections; returns what became of each."""
        ops = tuple(self.an_op(number, **changes) for number in numbers)
        reply = self.ask("/v1/sync/push", Push(self.device, "1.0", Epoch(""), a_reading(5), ops))
        return [result.status.value for result in wire.decode(PushReply, reply).results]

    def an_op(self, number: int, **changes: Any) -> Op:
        record = an_inspection(id=self.record(number), device=self.device, **changes)
        op_id = OpId(an_id(self.number << 24 | number))
        return Op(op_id, number, KEEPER, "inspection.put", a_reading(), wire.encode_object(record))

    def record(self, number: int) -> Any:
        return an_id(self.number << 24 | 1 << 20 | number)

    def pull(self) -> set[str]:
        """Pull everything from the start; returns the ids of all records."""
        seen: set[str] = set()
        cursors: dict[Any, int] = {}
        is_more = True
        while is_more:
            message = Pull(self.device, self.enrolled.epoch, 1, cursors)
            reply = wire.decode(PullReply, self.ask("/v1/sync/pull", message))
            cursors = {page.scope: page.next for page in reply.scopes}
            seen |= {row.id for page in reply.scopes for row in page.rows}
            is_more = any(page.more for page in reply.scopes)
        return seen


@pytest.fixture
def tablets(topology: Topology, store: ServerStore) -> Iterator[Any]:
    made: list[Tablet] = []

    def make(number: int) -> Tablet:
        made.append(Tablet(topology, store, number))
        return made[-1]

    yield make
    for tablet in made:
        tablet.transport.close()


def a_picture(shade: int) -> bytes:
    """A JPEG of some 300 KB that nobody has seen."""
    noise = hashlib.shake_256(shade.to_bytes(2, "big")).digest(400 * 400 * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (400, 400), noise).save(out, "JPEG", quality=95)
    return out.getvalue()


def sign_in(topology: Topology, password: str = PASSWORD, **headers: str) -> tuple[requests.Session, int]:
    session = browser(topology)
    form = {"login": "wang", "password": password}
    answer = session.post(f"{topology.url}/signin", data=form, headers=headers, allow_redirects=False, timeout=300)
    return session, answer.status_code


def servers_of(topology: Topology, method: str, path: str) -> set[str]:
    """Name the servers that answered such requests well."""
    return {
        port for verb, where, status, port in topology.answered() if (verb, where) == (method, path) and status < 400
    }


def patch(url: str, token: str, certificate: str, name: str, offset: int, size: int, data: bytes) -> int:
    headers = {
        "Authorization": f"Bearer {token}",
        "Sync-Protocol": "1",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": str(offset),
        "Upload-Length": str(size),
    }
    return requests.patch(
        f"{url}/v1/blobs/{name}", data=data, headers=headers, verify=certificate, timeout=300
    ).status_code


def test_a_record_with_its_photo_reaches_the_office_whichever_server_answers(
    topology: Topology, store: ServerStore, tablets: Any
) -> None:
    tablet = tablets(1)
    picture = a_picture(1)
    name = Sha256(hashlib.sha256(picture).hexdigest())
    pushed = tablet.push(1, photos=(a_photo(sha256=name, size_bytes=len(picture)),))
    chunks = [(at, picture[at : at + 40_000]) for at in range(0, len(picture), 40_000)]

    kept = [
        patch(topology.url, tablet.enrolled.token, topology.certificate, name, at, len(picture), data)
        for at, data in chunks
    ]
    session, status = sign_in(topology)
    pages = [session.get(f"{topology.url}/", timeout=300) for _ in range(4)]
    photos = [session.get(f"{topology.url}/photos/{name}", timeout=300).content for _ in range(4)]
    thumbs = [session.get(f"{topology.url}/photos/{name}/thumb", timeout=300) for _ in range(4)]
    session.close()

    both = {str(port) for port in topology.ports.values()}
    assert (pushed, status) == (["applied"], 303)
    assert set(kept) == {204}
    assert servers_of(topology, "PATCH", f"/v1/blobs/{name}") == both
    assert servers_of(topology, "GET", "/") == both
    assert [page.status_code for page in pages] == [200] * 4
    assert set(photos) == {picture}
    assert {(thumb.status_code, hashlib.sha256(thumb.content).hexdigest()) for thumb in thumbs} == {
        (200, hashlib.sha256(thumbs[0].content).hexdigest())
    }
    assert tablet.record(1) in tablet.pull()


def test_a_session_is_a_row_and_its_cookie_is_for_https_only(topology: Topology, store: ServerStore) -> None:
    session, status = sign_in(topology)

    cookie = next(one for one in session.cookies if one.name == "session")
    direct = [
        requests.get(
            f"http://127.0.0.1:{port}/", cookies={"session": str(cookie.value)}, timeout=300, allow_redirects=False
        )
        for port in topology.ports.values()
    ]
    session.close()

    assert (status, cookie.secure) == (303, True)
    assert [answer.status_code for answer in direct] == [200, 200]


def test_guessing_is_slowed_over_all_servers_whatever_address_is_claimed(
    topology: Topology, store: ServerStore
) -> None:
    statuses = []
    for number in range(ATTEMPTS + 1):
        session = browser(topology)
        answer = session.post(
            f"{topology.url}/signin",
            data={"login": f"guess{number}", "password": "wrong-password"},
            headers={"X-Forwarded-For": f"10.9.8.{number}"},
            timeout=300,
        )
        statuses.append(answer.status_code)
        session.close()
    with psycopg.connect(topology.database_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DELETE FROM login_attempt")  # the other tests come from this address too

    assert statuses == [422] * ATTEMPTS + [429]
    assert servers_of(topology, "GET", "/never") == set()


def test_servers_killed_one_after_the_other_are_not_missed(
    topology: Topology, store: ServerStore, tablets: Any
) -> None:
    tablet = tablets(2)
    told = [tablet.push(number) for number in range(1, 5)]

    for gone in topology.ports:
        topology.end(gone, signal.SIGKILL)
        told += [tablet.push(len(told) + more) for more in range(1, 9)]
        topology.serve(gone)

    assert told == [["applied"]] * 20
    assert {tablet.record(number) for number in range(1, 21)} <= tablet.pull()


def test_servers_are_renewed_one_by_one_without_a_failed_request(
    topology: Topology, store: ServerStore, tablets: Any
) -> None:
    tablet = tablets(3)
    is_over = threading.Event()
    told: list[list[str]] = []

    def round_after_round() -> None:
        while not is_over.wait(0.05):  # a tablet is no load test
            told.append(tablet.push(len(told) + 1))

    pushing = threading.Thread(target=round_after_round)
    pushing.start()
    statuses = []
    try:
        for name in topology.ports:
            statuses.append(topology.end(name))
            topology.serve(name)
    finally:
        is_over.set()
        pushing.join(300)

    assert statuses == [0, 0]
    assert told == [["applied"]] * len(told)
    with store.reading() as tx:
        assert tx.count(op_receipt.select().where(op_receipt.c.device == tablet.device)) == len(told)
        assert {tx.rev(Inspection, tablet.record(n + 1)) for n in range(len(told))} == {1}
    assert topology.deadlocks() == 0


def test_a_chunk_cut_on_its_way_through_the_proxy_is_kept_as_far_as_it_came(
    topology: Topology, store: ServerStore, tablets: Any
) -> None:
    tablet = tablets(4)
    picture = a_picture(4)
    name = hashlib.sha256(picture).hexdigest()
    lines = (
        f"PATCH /v1/blobs/{name} HTTP/1.1",
        f"Host: 127.0.0.1:{topology.proxy_port}",
        f"Authorization: Bearer {tablet.enrolled.token}",
        "Sync-Protocol: 1",
        "Content-Type: application/offset+octet-stream",
        "Upload-Offset: 0",
        f"Upload-Length: {len(picture)}",
        f"Content-Length: {len(picture)}",
    )
    here, until = 0, time.monotonic() + START_S
    while not here and time.monotonic() < until:  # nginx may notice the end before it has sent anything on
        with socket.create_connection(("127.0.0.1", topology.proxy_port), timeout=300) as plain:
            trust = ssl.create_default_context(cafile=topology.certificate)
            with trust.wrap_socket(plain, server_hostname="127.0.0.1") as tls:
                tls.sendall("\r\n".join((*lines, "", "")).encode() + picture[: len(picture) // 2])
        for _ in range(20):
            answer = tablet.transport.carry(Request("HEAD", f"/v1/blobs/{name}"))
            here = here or int(answer.headers["upload-offset"])
    token, kept, rest = tablet.enrolled.token, here, 409
    while rest == 409 and time.monotonic() < until:  # of a try before it, more may have come meanwhile
        rest = patch(topology.url, token, topology.certificate, name, kept, len(picture), picture[kept:])
        answer = tablet.transport.carry(Request("HEAD", f"/v1/blobs/{name}"))
        kept = int(answer.headers["upload-offset"])

    assert 0 < here <= len(picture) // 2
    assert (rest, kept) == (204, len(picture))


def test_the_worker_works_and_readiness_says_so(topology: Topology, store: ServerStore) -> None:
    port = topology.ports["serve-2"]
    until, ready = time.monotonic() + START_S, {}
    while ready.get("worked_ago_s") is None and time.monotonic() < until:  # it may be at its first turn still
        ready = requests.get(f"http://127.0.0.1:{port}/readyz", timeout=300).json()
    through = browser(topology)
    proxied = through.get(f"{topology.url}/readyz", timeout=300)
    through.close()

    with store.reading() as tx:
        lease = find_lease(tx, WORK)

    assert (ready["status"], ready["worked_ago_s"] is not None, proxied.status_code) == ("ok", True, 200)
    assert lease is not None
    assert re.search(rf":{topology.processes['work'].pid}:", lease.holder)
