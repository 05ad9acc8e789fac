"""A chunk whose connection breaks is kept as far as it came."""

from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from server.app import Parts
from server.config import Config, sqlite_url
from server.serve import Serving
from server.store.blob import find_blob
from server.store.device import enrol, make_code
from shared.ids import Sha256
from tests.builders import DEVICE, KEEPER, SITE

pytestmark = pytest.mark.process
DATA = bytes(range(256)) * 800
NAME = Sha256(hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def port(app: Flask, tmp_path: Path) -> Iterator[int]:
    config = Config(home=tmp_path, database_url=sqlite_url(tmp_path), port=0, threads=2)
    serving = Serving(app, config)
    thread = threading.Thread(target=serving.run)
    thread.start()
    yield serving.addresses[0][1]
    serving.stop()
    thread.join(300)


@pytest.fixture
def head(parts: Parts) -> bytes:
    """The head of a PATCH that promises the whole photo."""
    with parts.store.writing() as tx:
        token, _, _ = enrol(tx, make_code(tx, SITE, KEEPER), DEVICE, "平板 1", "1.0")
    lines = (
        f"PATCH /v1/blobs/{NAME} HTTP/1.1",
        "Host: x",
        "Sync-Protocol: 1",
        f"Authorization: Bearer {token}",
        "Content-Type: application/offset+octet-stream",
        "Upload-Offset: 0",
        f"Upload-Length: {len(DATA)}",
        f"Content-Length: {len(DATA)}",
    )
    return "\r\n".join((*lines, "", "")).encode()


def received(parts: Parts) -> int:
    with parts.store.reading() as tx:
        found = find_blob(tx, NAME)
    return found.received_bytes if found else 0


def arrived(parts: Parts) -> int:
    """Wait until something of the photo is here: the answer has no reader, the database tells."""
    ends_at = time.monotonic() + 300
    while time.monotonic() < ends_at:
        if found := received(parts):
            return found
    raise AssertionError("nothing of the chunk was kept")


def send_half(port: int, head: bytes, size: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=300) as tablet:
        tablet.sendall(head + DATA[:size])


def of_length(head: bytes, size: int) -> bytes:
    return head.replace(f"Content-Length: {len(DATA)}".encode(), f"Content-Length: {size}".encode())


def test_half_a_chunk_is_half_a_photo(port: int, head: bytes, parts: Parts) -> None:
    send_half(port, head, len(DATA) // 2)
    here = arrived(parts)
    rest = head.replace(b"Upload-Offset: 0", f"Upload-Offset: {here}".encode())
    with socket.create_connection(("127.0.0.1", port), timeout=300) as tablet:
        tablet.sendall(of_length(rest, len(DATA) - here) + DATA[here:])
        answer = tablet.recv(65536)

    assert here == len(DATA) // 2
    assert answer.startswith(b"HTTP/1.1 204")
    with parts.store.reading() as tx:
        found = find_blob(tx, NAME)
    assert found is not None
    assert found.is_stored


def test_a_stranger_s_half_chunk_is_not_kept(port: int, head: bytes, parts: Parts) -> None:
    send_half(port, head.replace(b"Bearer ", b"Bearer x"), 50_000)
    send_half(port, head, 20_000)

    assert arrived(parts) == 20_000


def test_a_connection_is_kept_after_a_chunk(port: int, head: bytes, parts: Parts) -> None:
    first, second = len(DATA) // 2, len(DATA) - len(DATA) // 2
    rest = head.replace(b"Upload-Offset: 0", f"Upload-Offset: {first}".encode())

    with socket.create_connection(("127.0.0.1", port), timeout=300) as tablet:
        tablet.sendall(of_length(head, first) + DATA[:first])
        answers = [tablet.recv(65536)]
        tablet.sendall(of_length(rest, second) + DATA[first:])
        answers.append(tablet.recv(65536))

    assert [answer.splitlines()[0] for answer in answers] == [b"HTTP/1.1 204 NO CONTENT"] * 2
    assert b"connection: close" not in answers[0].lower()
    assert received(parts) == len(DATA)


def test_a_connection_ends_with_a_chunk_that_asks_for_it(port: int, head: bytes) -> None:
    asked = head.replace(b"Host: x", b"Host: x\r\nConnection: close")

    with socket.create_connection(("127.0.0.1", port), timeout=300) as tablet:
        tablet.sendall(asked + DATA)
        with tablet.makefile("rb") as stream:
            answer = stream.read()

    assert answer.startswith(b"HTTP/1.1 204")
    assert b"connection: close" in answer.lower()
