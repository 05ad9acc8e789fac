"""The fault proxy does what each fault says, and nothing else: a harness that lies proves nothing."""

import gzip
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mobile.transport import HttpTransport
from shared.errors import OfflineError
from shared.sync.request import Request
from tests.system.faults.proxy import Fault, Proxy, Trouble
from tests.system.simulation.faults import Endpoint

pytestmark = pytest.mark.process
PUSH = {"clock": {"boottime_ms": 0, "boot": "faulty-0"}, "ops": [{"op_id": "a"}]}
BODY = json.dumps(PUSH).encode()


class Echo(BaseHTTPRequestHandler):
    """Notes what arrives and answers with its length."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.seen.append(body)  # type: ignore[attr-defined]
        answer = json.dumps({"length": len(body)}).encode()
        self.send_response(200)
        self.send_header("Sync-Protocol", "1")
        if self.path.endswith("/pull"):
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(answer), answer))
        else:
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    made.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join(300)


@pytest.fixture
def proxy(server: ThreadingHTTPServer) -> Iterator[Proxy]:
    made = Proxy(lambda: server.server_address[:2], "tablet")  # type: ignore[arg-type,return-value]
    yield made
    made.close()


def send(proxy: Proxy, path: str = "/v1/sync/push", body: bytes = BODY, timeout_s: float = 300.0) -> bytes:
    transport = HttpTransport(proxy.url, "secret", (timeout_s, timeout_s))
    try:
        return transport.carry(Request("POST", path, {"content-type": "application/json"}, body)).body
    finally:
        transport.close()


def meet(proxy: Proxy, fault: Fault, at: int = 0, timeout_s: float = 300.0) -> object:
    """Send a request into a fault; return the answer, or why there is none."""
    proxy.queue([(Endpoint.PUSH, Trouble(fault, at))])
    try:
        return send(proxy, timeout_s=timeout_s)
    except OfflineError as error:
        return error.facts["reason"]


ANSWER = json.dumps({"length": len(BODY)}).encode()


@pytest.mark.parametrize(
    ("fault", "at", "said", "arrivals"),
    [
        (Fault.NONE, 0, ANSWER, 1),
        (Fault.LATENCY, 5, ANSWER, 1),
        (Fault.SLOW, 20_000, ANSWER, 1),
        (Fault.CUT_REQUEST, 0, "cut", 0),
        (Fault.CUT_REQUEST, 60, "cut", 0),
        (Fault.CUT_RESPONSE, 0, "cut", 1),
        (Fault.CUT_RESPONSE, -4, "cut", 1),
        (Fault.CUT_RESPONSE, 40, "portal", 1),
        (Fault.RESET, 0, "cut", 0),
        (Fault.RESET_LATE, 0, "cut", 1),
        (Fault.RESPONSE_LOST, 0, "cut", 1),
        (Fault.PORTAL, 0, "portal", 0),
        (Fault.TWICE, 0, ANSWER, 2),
        (Fault.TWICE_AT_ONCE, 0, ANSWER, 2),
        (Fault.LATER, 0, "cut", 0),
        (Fault.REFUSED, 0, "cut", 0),
    ],
)
def test_a_fault_does_what_it_says(proxy, server, fault, at, said, arrivals):
    assert meet(proxy, fault, at) == said
    assert server.seen == [BODY] * arrivals
    assert proxy.requests == 1
    assert proxy.met == {(Endpoint.PUSH, fault): 1}


@pytest.mark.parametrize(("fault", "arrivals"), [(Fault.BLACK_HOLE, 0), (Fault.BLACK_HOLE_LATE, 1)])
def test_where_nobody_answers_the_tablet_s_own_time_out_ends_it(proxy, server, fault, arrivals):
    assert meet(proxy, fault, timeout_s=0.1) == "timeout"
    assert proxy.wait_until_met(Endpoint.PUSH, fault)
    proxy.close()  # what it passed on has arrived by now, though nobody waited for the answer
    assert len(server.seen) == arrivals


def test_a_fault_says_no_with_our_own_words(proxy):
    assert b"server-fault" in meet(proxy, Fault.FAILED)  # type: ignore[operator]
    assert b"busy" in meet(proxy, Fault.BUSY)  # type: ignore[operator]


def test_a_refused_connection_is_refused_until_all_is_well_again(proxy, server):
    meet(proxy, Fault.REFUSED)
    with pytest.raises(OfflineError) as refused:
        send(proxy)
    assert refused.value.facts["reason"] == "unreachable"
    proxy.clear()
    assert send(proxy) == ANSWER
    assert server.seen == [BODY]


def test_a_late_request_arrives_when_it_is_delivered(proxy, server):
    meet(proxy, Fault.LATER)
    proxy.deliver(proxy.way.zombies.popleft())
    assert server.seen == [BODY]


def test_faults_of_one_endpoint_are_not_eaten_by_another(proxy):
    proxy.queue([(Endpoint.PULL, Trouble(Fault.PORTAL)), (Endpoint.PUSH, Trouble(Fault.NONE))])
    assert send(proxy) == ANSWER
    assert send(proxy) == ANSWER
    with pytest.raises(OfflineError):
        send(proxy, "/v1/sync/pull")
    assert send(proxy, "/v1/sync/pull") == ANSWER


def test_what_carries_a_cursed_operation_is_choked_on_packed_or_not(proxy, server):
    proxy.way.curses.ops.add("a")
    large = json.dumps({**PUSH, "app": "x" * 3_000}).encode()
    assert b"server-fault" in send(proxy)
    assert b"server-fault" in send(proxy, body=large)
    assert server.seen == []
    proxy.way.curses.lift()
    send(proxy, body=large)
    assert gzip.decompress(server.seen[0]) == large


def test_connections_stay_open_on_both_sides(proxy, server):
    transport = HttpTransport(proxy.url, "secret")
    for _ in range(3):
        transport.carry(Request("POST", "/v1/sync/push", {}, BODY))
    transport.close()
    assert len(server.seen) == 3


def test_what_was_answered_is_remembered_for_repetition(proxy):
    send(proxy)
    meet(proxy, Fault.RESPONSE_LOST)
    meet(proxy, Fault.RESET)
    assert [body for _, body in proxy.way.delivered] == [BODY, BODY]


def test_a_tablet_that_dies_has_received_that_many_bytes(server):
    proxy = Proxy(lambda: server.server_address[:2], "keeper")  # type: ignore[arg-type,return-value]
    heard: list[tuple[str, str]] = []
    proxy.way.signal = lambda who, what: heard.append((who, what))
    proxy.queue([(Endpoint.PUSH, Trouble(Fault.TABLET_DIES, 12))])
    with socket.create_connection(("127.0.0.1", proxy.port)) as client:
        client.sendall(b"POST /v1/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY))
        got = b""
        while piece := client.recv(100):
            got += piece
    proxy.close()
    assert len(got) == 12
    assert heard == [("keeper", "dies")]
