"""A small TCP proxy on 127.0.0.1 between one tablet and the server, which does to each request what was queued for its endpoint.

Real sockets on both sides: what is cut is cut, what is reset is reset, and what nobody answers ends by the tablet's own
time-out. The proxy reads a whole request before it decides, keeps connections open as both ends like it, counts every
request and remembers those that the server answered in full.
"""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum

from shared import wire
from shared.sync.request import Request
from tests.builders import NOW
from tests.port import free_port
from tests.system.simulation.faults import Endpoint, endpoint_of
from tests.system.simulation.network import PORTAL, Curses, Sent, problem


class Fault(Enum):
    """One fate of one request. ``Trouble.at`` is the number that it takes, if any."""

    NONE = "passes"
    LATENCY = "waits AT ms"
    SLOW = "crawls at AT bytes a second"
    CUT_REQUEST = "cut after AT bytes of the request"
    CUT_RESPONSE = "cut after AT bytes of the answer"
    RESET = "connection reset before the request is passed on"
    RESET_LATE = "connection reset instead of the answer"
    BLACK_HOLE = "nobody answers"
    BLACK_HOLE_LATE = "the server answers, nothing arrives"
    RESPONSE_LOST = "answer lost after the commit"
    PORTAL = "captive portal, 200 HTML"
    TWICE = "delivered twice, one after the other"
    TWICE_AT_ONCE = "delivered twice at the same time"
    LATER = "delivered later by a zombie, answer lost"
    FAILED = "500"
    BUSY = "429"
    REFUSED = "reset, and every connection after it refused"
    SERVER_DIES = "the server is killed while it works on it"
    SERVER_STOPS = "the server is stopped (SIGSTOP) while it works on it"
    TABLET_DIES = "the tablet is killed after AT bytes of the answer"
    TABLET_STOPS = "the tablet is stopped (SIGSTOP) before the answer"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault and its number: bytes, milliseconds or bytes a second."""

    fault: Fault
    at: int = 0

    def __str__(self) -> str:
        return self.fault.value.replace("AT", str(self.at))


@dataclass(frozen=True, slots=True)
class Raw:
    """One request as it came: the bytes, and what they say."""

    wire: bytes
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def sent(self) -> Sent:
        """Say it in the words of the simulation, the body unpacked."""
        body = gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body
        kept = ("content-type", "upload-offset", "upload-length", "tus-resumable")
        headers = {name: self.headers[name] for name in kept if name in self.headers}
        token = self.headers.get("authorization", "").removeprefix("Bearer ")
        return Sent(Request(self.method, self.path, headers), body, token, NOW)


class CutError(Exception):
    """The other side went away in the middle of a message."""


@dataclass
class Way:
    """What the proxies of one world share: late requests, curses, what was delivered, and how late each operation was."""

    zombies: deque[Raw] = field(default_factory=deque)
    curses: Curses = field(default_factory=Curses)
    delivered: list[tuple[Request, bytes]] = field(default_factory=list)
    delays: dict[str, timedelta] = field(default_factory=dict)
    signal: Callable[[str, str], None] = lambda _who, _what: None
    """Told ``(who, what)``: who is "server" or a tablet's name, what "dies" or "stops"."""


class Proxy:
    """Listens on a port of its own. ``target`` says where the server listens now; ``name`` is the tablet's."""

    def __init__(self, target: Callable[[], tuple[str, int]], name: str = "", way: Way | None = None) -> None:
        self.target = target
        self.name = name
        self.way = way or Way()
        self.requests = 0
        self.met: Counter[tuple[Endpoint, Fault]] = Counter()
        self.bytes_up = 0
        self.watch: Callable[[Raw, bytes], None] | None = None
        self._queues: dict[Endpoint, deque[Trouble]] = defaultdict(deque)
        self._lock = threading.Lock()
        self._is_met = threading.Condition(self._lock)
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._is_over = threading.Event()
        self._listener = _listen(free_port())
        self.port: int = self._listener.getsockname()[1]
        self._accept(self._listener)

    @property
    def url(self) -> str:
        """The address that the tablet is given."""
        return f"http://127.0.0.1:{self.port}"

    # from outside -------------------------------------------------------------------------------------------------

    def queue(self, troubles: Iterable[tuple[Endpoint, Trouble]]) -> None:
        """Let these happen to the next requests of each endpoint, in order."""
        with self._lock:
            for endpoint, trouble in troubles:
                self._queues[endpoint].append(trouble)

    def wait_until_met(self, endpoint: Endpoint, fault: Fault) -> bool:
        """Wait until a request has come into a fault; a tablet that waits briefly may be gone by then."""
        with self._is_met:
            return self._is_met.wait_for(lambda: self.met[endpoint, fault] > 0, timeout=300)

    def clear(self) -> None:
        """Forget what has not happened yet, and listen again if connections were refused."""
        with self._lock:
            self._queues.clear()
            if self._listener.fileno() == -1:
                self._listener = _listen(self.port)
                self._accept(self._listener)

    def refuse(self) -> None:
        """Refuse every connection from now on until ``clear``; those that are open end."""
        with self._lock:
            _close_listener(self._listener)
            ending = list(self._open)
        for one in ending:
            _reset(one)

    def close(self) -> None:
        """End all connections and threads."""
        self._is_over.set()
        self.refuse()
        for thread in self._threads:
            thread.join(300)

    def deliver(self, raw: Raw) -> bytes:
        """Send a request that was held back; nobody waits for its answer, which is returned all the same."""
        return self._answered(raw, socket.create_connection(self.target(), timeout=300), then_close=True)

    # inside -------------------------------------------------------------------------------------------------------

    def _accept(self, listener: socket.socket) -> None:
        self._start(self._accept_all, listener)

    def _start(self, work: Callable[[socket.socket], None], one: socket.socket) -> None:
        thread = threading.Thread(target=work, args=(one,), name=f"proxy-{self.name}", daemon=True)
        self._threads = [known for known in self._threads if known.is_alive()]
        self._threads.append(thread)
        thread.start()

    def _accept_all(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                if listener.fileno() == -1 or self._is_over.is_set():
                    _reset(client)
                    return
                self._open.add(client)
            self._start(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        upstream: list[socket.socket] = []
        try:
            with client:
                while (raw := _read_request(client)) is not None and self._fate(client, upstream, raw):
                    pass
        except (OSError, CutError):
            pass
        finally:
            with self._lock:
                self._open.discard(client)
            for one in upstream:
                one.close()

    def _next(self, endpoint: Endpoint) -> Trouble:
        with self._lock:
            self.requests += 1
            queue = self._queues[endpoint]
            trouble = queue.popleft() if queue else Trouble(Fault.NONE)
            self.met[endpoint, trouble.fault] += 1
            self._is_met.notify_all()
            return trouble

    def _fate(self, client: socket.socket, upstream: list[socket.socket], raw: Raw) -> bool:
        """Deal with one request; tell whether the connection goes on."""
        trouble = self._next(endpoint_of(raw.path))
        self.bytes_up += len(raw.body)
        if self.way.curses.hit(raw.sent):
            trouble = Trouble(Fault.FAILED)
        early = getattr(self, f"_{trouble.fault.name.lower()}", None)
        if early is not None:
            return bool(early(client, raw, trouble.at))
        answer = self._passed(upstream, raw)
        client.sendall(answer)
        return True

    def _passed(self, upstream: list[socket.socket], raw: Raw) -> bytes:
        """Pass a request on over the connection that is open, or over a new one."""
        if upstream and _is_dead(upstream[0]):
            upstream.pop().close()
        if not upstream:
            upstream.append(socket.create_connection(self.target(), timeout=300))
        return self._answered(raw, upstream[0])

    def _answered(self, raw: Raw, server: socket.socket, *, then_close: bool = False) -> bytes:
        try:
            server.sendall(raw.wire)
            answer = _read_answer(server, raw.method)
        finally:
            self._note_delay(raw)
            if then_close:
                server.close()
        self._note(raw, answer)
        return answer

    def _alone(self, raw: Raw) -> bytes:
        return self._answered(raw, socket.create_connection(self.target(), timeout=300), then_close=True)

    def _note(self, raw: Raw, answer: bytes) -> None:
        if self.watch is not None:
            self.watch(raw, answer)
        status = int(answer.split(b" ", 2)[1])
        if status in {200, 204} and (raw.path == "/v1/sync/push" or raw.method == "PATCH"):
            sent = raw.sent
            with self._lock:
                self.way.delivered.append((sent.request, sent.body))

    def _note_delay(self, raw: Raw) -> None:
        """Work out how long ago a push was built: its operations' times are off by no more than that."""
        if raw.path != "/v1/sync/push":
            return
        message = wire.loads(raw.sent.body)
        assert isinstance(message, dict)
        clock = message["clock"]
        late = timedelta(milliseconds=machine_ms() - (clock["boottime_ms"] - boot_shift_ms(clock["boot"])))
        with self._lock:
            for op in message["ops"]:
                self.way.delays[op["op_id"]] = max(late, self.way.delays.get(op["op_id"], timedelta()))

    # fates: each tells whether the connection goes on ---------------------------------------------------------------

    def _latency(self, client: socket.socket, raw: Raw, ms: int) -> bool:
        self._is_over.wait(ms / 1000)
        client.sendall(self._alone(raw))
        return True

    def _slow(self, client: socket.socket, raw: Raw, rate: int) -> bool:
        answer = self._alone(raw)
        step = max(1, rate // 20)
        for start in range(0, len(answer), step):
            client.sendall(answer[start : start + step])
            self._is_over.wait(step / rate)
        return True

    def _cut_request(self, _client: socket.socket, raw: Raw, at: int) -> bool:
        with socket.create_connection(self.target(), timeout=300) as server:
            server.sendall(raw.wire[:at])
            server.shutdown(socket.SHUT_WR)
            with suppress(CutError, OSError):
                _read_answer(server, raw.method)  # what it thinks of that reaches nobody; it is done when this returns
        self._note_delay(raw)
        return False

    def _cut_response(self, client: socket.socket, raw: Raw, at: int) -> bool:
        client.sendall(self._alone(raw)[:at])
        return False

    def _reset(self, client: socket.socket, _raw: Raw, _at: int) -> bool:
        _reset(client)
        return False

    def _reset_late(self, client: socket.socket, raw: Raw, _at: int) -> bool:
        self._alone(raw)
        _reset(client)
        return False

    def _black_hole(self, client: socket.socket, _raw: Raw, _at: int) -> bool:
        with suppress(OSError):
            client.recv(1)  # until the tablet has waited long enough and closes
        return False

    def _black_hole_late(self, client: socket.socket, raw: Raw, at: int) -> bool:
        self._alone(raw)
        return self._black_hole(client, raw, at)

    def _response_lost(self, _client: socket.socket, raw: Raw, _at: int) -> bool:
        self._alone(raw)
        return False

    def _portal(self, client: socket.socket, _raw: Raw, _at: int) -> bool:
        client.sendall(_plain(PORTAL.status, dict(PORTAL.headers), PORTAL.body))
        return True

    def _twice(self, client: socket.socket, raw: Raw, _at: int) -> bool:
        self._alone(raw)
        client.sendall(self._alone(raw))
        return True

    def _twice_at_once(self, client: socket.socket, raw: Raw, _at: int) -> bool:
        both = [socket.create_connection(self.target(), timeout=300) for _ in range(2)]
        for one in both:
            one.sendall(raw.wire)
        answers = []
        for one in both:
            answers.append(_read_answer(one, raw.method))
            self._note(raw, answers[-1])
            one.close()
        self._note_delay(raw)
        client.sendall(answers[0])
        return True

    def _later(self, _client: socket.socket, raw: Raw, _at: int) -> bool:
        self.way.zombies.append(raw)
        return False

    def _failed(self, client: socket.socket, _raw: Raw, _at: int) -> bool:
        return _said(client, 500, "server-fault")

    def _busy(self, client: socket.socket, _raw: Raw, _at: int) -> bool:
        return _said(client, 429, "busy")

    def _refused(self, _client: socket.socket, _raw: Raw, _at: int) -> bool:
        self.refuse()
        return False

    def _server_dies(self, _client: socket.socket, raw: Raw, _at: int) -> bool:
        with socket.create_connection(self.target(), timeout=300) as server:
            server.sendall(raw.wire)
            self.way.signal("server", "dies")
        self._note_delay(raw)
        return False

    def _server_stops(self, client: socket.socket, raw: Raw, at: int) -> bool:
        with socket.create_connection(self.target(), timeout=300) as server:
            self.way.signal("server", "stops")
            try:
                server.sendall(raw.wire)  # it lies in the kernel until the server goes on, and is dealt with then
                self._black_hole(client, raw, at)
            finally:
                self.way.signal("server", "goes on")
            with suppress(CutError, OSError):
                self._note(raw, _read_answer(server, raw.method))
        self._note_delay(raw)
        return False

    def _tablet_dies(self, client: socket.socket, raw: Raw, at: int) -> bool:
        answer = self._alone(raw)
        client.sendall(answer[:at])
        self.way.signal(self.name, "dies")
        return False

    def _tablet_stops(self, client: socket.socket, raw: Raw, _at: int) -> bool:
        self.way.signal(self.name, "stops")
        try:
            client.sendall(self._alone(raw))
            self._is_over.wait(0.05)  # it finds the answer there when it goes on
        finally:
            self.way.signal(self.name, "goes on")
        return True


def machine_ms() -> int:
    """Read the machine's own boot clock, which every process here shares."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000


def boot_shift_ms(boot: str) -> int:
    """How far a tablet's boot clock is ahead of the machine's: each restart of a tablet counts from elsewhere."""
    number = boot.rpartition("-")[2]
    return int(number) * 7_919_000 if boot.startswith("faulty-") else 0


# sockets and messages -------------------------------------------------------------------------------------------------


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(64)
    return listener


def _close_listener(listener: socket.socket) -> None:
    with suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
    listener.close()


def _reset(one: socket.socket) -> None:
    """End a connection by RST: nothing that is on the way counts any more."""
    with suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        one.shutdown(socket.SHUT_RD)
    one.close()


def _is_dead(one: socket.socket) -> bool:
    one.setblocking(False)
    try:
        return one.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
    finally:
        with suppress(OSError):
            one.settimeout(300)


class _Reader:
    """Reads a connection and keeps what it read."""

    def __init__(self, one: socket.socket) -> None:
        self._socket = one
        self.seen = bytearray()
        self._at = 0

    def until(self, mark: bytes) -> bytes:
        while (end := self.seen.find(mark, self._at)) < 0:
            self._more()
        end += len(mark)
        found, self._at = bytes(self.seen[self._at : end]), end
        return found

    def exactly(self, count: int) -> bytes:
        while len(self.seen) - self._at < count:
            self._more()
        found = bytes(self.seen[self._at : self._at + count])
        self._at += count
        return found

    def rest(self) -> None:
        with suppress(CutError):
            while True:
                self._more()

    def _more(self) -> None:
        got = self._socket.recv(64 << 10)
        if not got:
            raise CutError
        self.seen += got


def _read_request(client: socket.socket) -> Raw | None:
    """Read one request; None where the connection ended between two."""
    reader = _Reader(client)
    try:
        head = reader.until(b"\r\n\r\n").decode("latin-1")
    except CutError:
        return None
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = _headers(lines)
    body = reader.exactly(int(headers.get("content-length", "0")))
    return Raw(bytes(reader.seen), method, path, headers, body)


def _read_answer(server: socket.socket, method: str) -> bytes:
    """Read one whole answer.

    Raises:
        CutError: the server went away before its end.
    """
    reader = _Reader(server)
    first, *lines = reader.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
    status, headers = int(first.split(" ", 2)[1]), _headers(lines)
    if method == "HEAD" or status in {204, 304}:
        pass
    elif "content-length" in headers:
        reader.exactly(int(headers["content-length"]))
    elif headers.get("transfer-encoding") == "chunked":
        while size := int(reader.until(b"\r\n"), 16):
            reader.exactly(size + 2)
        reader.until(b"\r\n")
    else:
        reader.rest()
    return bytes(reader.seen)


def _headers(lines: Iterable[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _plain(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} .", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, f"content-length: {len(body)}", "", ""]).encode("latin-1") + body


def _said(client: socket.socket, status: int, code: str) -> bool:
    answer = problem(status, code)
    client.sendall(_plain(answer.status, dict(answer.headers), answer.body))
    return True
