"""The bytes that a pushed inspection costs on the wire: whole requests, headers included, as the tablet's own transport
sends them, against the JSON of the inspection itself. They are read off a socket.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench import pouchdb, work
from bench.client import Client
from bench.figure import Better, Bound, Goal, Row
from bench.rounds import Bench
from mobile.transport import HttpTransport
from shared.sync.asking import asking
from shared.sync.messages import SyncLimits

RECORDS = 400
TOKEN = "m3J0vX2dHq8uN5sYb7LrKc1fWz6TtGpA4eQiOxDnV9E"
"""As long as a real one: 256 bits in base64."""
_OURS = b"HTTP/1.1 200 OK\r\nSync-Protocol: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


def measure(_bench: Bench) -> list[Row]:
    """Count the bytes of pushes in the largest batches that the server allows, and of one inspection alone."""
    device, epoch = work.Ids(21).new(), work.Ids(22).new()
    found = work.bodies(work.inspections(RECORDS, device=device))
    timed = work.bodies(work.with_times(one) for one in work.inspections(RECORDS, device=device))
    json_bytes = work.size_of(found)

    def ratio(bodies: list[work.Body], size: int) -> float:
        batches = work.batches(bodies, size, device=device, epoch=epoch)
        return _sent(batches) / len(bodies) / work.size_of(bodies)

    together = SyncLimits().ops
    peer = _sent_by_peer(found, 100) / RECORDS / json_bytes
    peer_alone = _sent_by_peer(found[:50], 1) / 50 / work.size_of(found[:50])
    packed = [len(batch.packed) for batch in work.batches(found, 1, device=device, epoch=epoch)]
    note = "request line, headers and packed body, divided by the inspection's JSON"
    return [
        Row(
            "wire_bytes",
            "x its JSON",
            ratio(found, together),
            Better.LESS,
            (Goal("ours", Bound.MOST, 0.3),),
            peer=peer,
            details={"json_bytes": json_bytes, "answers_with_times": ratio(timed, together)},
            note=f"batches of {together}: {note}",
        ),
        Row(
            "wire_bytes_alone",
            "x its JSON",
            ratio(found, 1),
            Better.LESS,
            (Goal("ours", Bound.MOST, 0.55),),
            peer=peer_alone,
            details={
                "json_bytes": json_bytes,
                "body_alone": sum(packed) / RECORDS / json_bytes,
                "answers_with_times": ratio(timed, 1),
            },
            note=f"one a request: {note}",
        ),
    ]


def _sent(batches: list[work.Batch]) -> int:
    with counting() as counted:
        transport = HttpTransport(counted.url, TOKEN)
        for batch in batches:
            transport.carry(asking("POST", "/v1/sync/push", batch.message))
        transport.close()
    return counted.bytes


def _sent_by_peer(found: list[work.Body], size: int) -> int:
    requests = pouchdb.single("records", found) if size == 1 else pouchdb.bulk("records", found, size)
    with counting() as counted, Client(counted.url, {"Accept": "application/json"}) as client:
        for request in requests:
            client.send(request)
    return counted.bytes


@dataclass(slots=True)
class Counted:
    """Where it listens, and the bytes that came."""

    url: str
    bytes: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def counting() -> Iterator[Counted]:
    """Answer every request with an empty success and count its bytes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        counted = Counted(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread = threading.Thread(target=_serve, args=(listener, counted), daemon=True)
        thread.start()
        yield counted
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def _serve(listener: socket.socket, counted: Counted) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection, connection.makefile("rb") as stream:
            while size := _request(stream.readline, stream.read):
                counted.bytes += size
                connection.sendall(_OURS)


def _request(readline: Callable[[], bytes], read: Callable[[int], bytes]) -> int:
    """Read one request and return its size, 0 at the end."""
    size = length = 0
    while line := readline():
        size += len(line)
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
        if line == b"\r\n":
            return size + len(read(length))
    return 0
