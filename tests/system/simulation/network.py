"""The way between one tablet and the server: loses, repeats, keeps, cuts and chokes on requests as was drawn."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared import wire
from shared.errors import OfflineError
from shared.sync.request import FileSlice, Request, Response
from tests.system.simulation.faults import DEATHS, Endpoint, FailPoint, Fault, Faults, Kill, endpoint_of
from tests.system.simulation.server import SimServer

PORTAL = Response(200, {"content-type": "text/html"}, b"<html>Welcome to the Wi-Fi</html>")


@dataclass(frozen=True)
class Sent:
    """A request as it went out, with its body read."""

    request: Request
    body: bytes
    token: str
    at: datetime


class Curses:
    """Operations and photos that something on the way chokes on, whatever they are sent with."""

    def __init__(self) -> None:
        self.ops: set[str] = set()
        self.photos: set[str] = set()

    def hit(self, sent: Sent) -> bool:
        """Tell whether a request carries one of them."""
        path = sent.request.path
        if path.startswith("/v1/sync/push"):
            return any(f'"{op_id}"'.encode() in sent.body for op_id in self.ops)
        return sent.request.method == "PATCH" and path.rpartition("/")[2] in self.photos

    def lift(self) -> None:
        """Let everything through again."""
        self.ops.clear()
        self.photos.clear()


class Network:
    """Carries requests between one tablet and the server and does to them what was drawn."""

    def __init__(self, server: SimServer, fail_point: FailPoint, zombies: deque[Sent], curses: Curses) -> None:
        self.server = server
        self.fail_point = fail_point
        self.zombies = zombies
        self.curses = curses
        self.faults = Faults()
        self.token = ""
        self.requests = 0
        self.met: Counter[tuple[Endpoint, Fault]] = Counter()

    def carry(self, request: Request) -> Response:
        """Send one request.

        Raises:
            OfflineError: no answer came back.
            Kill: the tablet died before it was sent or after it was answered.
        """
        self.fail_point("before request")
        self.requests += 1
        endpoint = endpoint_of(request.path)
        fault = self.faults.next(endpoint)
        self.met[endpoint, fault] += 1
        answer = self._carried(Sent(request, bytes_of(request), self.token, self.server.clock.wall), fault)
        self.fail_point("after request")
        return answer

    def _carried(self, sent: Sent, fault: Fault) -> Response:
        if fault is Fault.REQUEST_LOST:
            raise OfflineError(reason="unreachable")
        if fault is Fault.FAILED or self.curses.hit(sent):
            return problem(500, "server-fault")
        if fault is Fault.BUSY:
            return problem(429, "busy")
        if fault is Fault.PORTAL:
            return PORTAL
        if fault is Fault.LATER:
            self.zombies.append(sent)
            raise OfflineError(reason="timeout")
        answer = self._answered(sent, fault)
        if fault is Fault.TWICE:
            answer = self._answered(sent, fault)
        if fault is Fault.RESPONSE_LOST:
            raise OfflineError(reason="cut")
        if fault is Fault.TRUNCATED and answer.body:
            return Response(answer.status, answer.headers, answer.body[: len(answer.body) // 2])
        return answer

    def _answered(self, sent: Sent, fault: Fault) -> Response:
        self.server.fail_point.arm(DEATHS.get(fault))
        if fault is Fault.SERVER_FULL:
            self.server.fail_point.fill(0)
        try:
            return self.server.answer(sent.request, sent.body, sent.token)
        except Kill as death:
            self.server.restart()
            raise OfflineError(reason="cut") from death
        finally:
            self.server.fail_point.disarm()


def bytes_of(request: Request) -> bytes:
    """Read the body of a request, wherever it lies."""
    if not isinstance(request.body, FileSlice):
        return request.body
    with Path(request.body.path).open("rb") as file:
        file.seek(request.body.offset)
        return file.read(request.body.length)


def problem(status: int, code: str) -> Response:
    """Write an answer of our server that says no for now."""
    document = {"type": f"/problems/{code}", "title": code, "status": status, "retry": "later"}
    headers = {"sync-protocol": str(wire.PROTOCOL), "content-type": "application/problem+json"}
    return Response(status, headers, wire.dumps(document).encode())
