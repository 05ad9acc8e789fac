"""HTTP as it really is: answers of ours, of portals, cut short, late, or none at all."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mobile.transport import HttpTransport, normal_url
from shared.errors import OfflineError, StoreError
from shared.sync.request import FileSlice, Request

OURS = {"Sync-Protocol": "1"}


class Local:
    """A server on this machine whose answer the test gives as a function of the handler."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.reply: Callable[[BaseHTTPRequestHandler], None] = answering(200, OURS, b"{}")
        local = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def any_method(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                local.seen.append((self.command, self.path, dict(self.headers), body))
                local.reply(self)

            do_GET = do_POST = do_PATCH = any_method  # noqa: N815 (the library's names)

            def log_message(self, *_: object) -> None:
                """Be quiet."""

        self.httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.httpd.daemon_threads = True
        self.thread = threading.Thread(target=self.httpd.serve_forever, args=(0.01,))
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.httpd.server_port}"

    def close(self) -> None:
        self.httpd.shutdown()
        self.thread.join()
        self.httpd.server_close()


def answering(status: int, headers: dict[str, str], body: bytes, *, length: int | None = None):
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, text in headers.items():
            handler.send_header(name, text)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.send_header("Connection", "close")  # said, or the next request may meet the end of this connection
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return reply


@pytest.fixture
def local() -> Iterator[Local]:
    made = Local()
    yield made
    made.close()


@pytest.fixture
def transport(local) -> Iterator[HttpTransport]:
    made = HttpTransport(local.url, "secret", timeout_s=(30, 30))
    yield made
    made.close()


def reason(transport):
    with pytest.raises(OfflineError) as offline:
        transport.carry(Request("GET", "/v1/sync/hello"))
    return offline.value.facts["reason"]


pytestmark = pytest.mark.process


def test_an_answer_of_ours_is_brought_back_whole(local, transport):
    local.reply = answering(409, {**OURS, "Upload-Offset": "7"}, b'{"offset":7}')

    answer = transport.carry(Request("GET", "/v1/blobs/x"))

    assert (answer.status, answer.headers["upload-offset"], answer.body) == (409, "7", b'{"offset":7}')


def test_a_request_names_protocol_and_token(local, transport):
    transport.carry(Request("POST", "/v1/sync/push", {"content-type": "application/json"}, b"{}"))

    method, path, headers, body = local.seen[0]
    assert (method, path, body) == ("POST", "/v1/sync/push", b"{}")
    assert (headers["Sync-Protocol"], headers["Authorization"]) == ("1", "Bearer secret")
    assert (headers["content-type"], headers["Content-Length"]) == ("application/json", "2")


def test_a_request_without_a_body_has_none(local, transport):
    transport.carry(Request("GET", "/v1/sync/hello"))

    assert "Transfer-Encoding" not in local.seen[0][2]
    assert "Content-Length" not in local.seen[0][2]


def test_a_large_body_travels_compressed(local, transport):
    transport.carry(Request("POST", "/v1/sync/push", body=b"x" * 5000))

    _, _, headers, body = local.seen[0]
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == b"x" * 5000


def test_a_compressed_answer_is_unpacked(local, transport):
    local.reply = answering(200, {**OURS, "Content-Encoding": "gzip"}, gzip.compress(b'{"a":1}'))

    assert transport.carry(Request("GET", "/")).body == b'{"a":1}'


def test_a_piece_of_a_file_is_sent_from_where_it_begins(local, transport, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(bytes(range(100)))

    transport.carry(Request("PATCH", "/v1/blobs/x", body=FileSlice(str(tmp_path / "photo.jpg"), 10, 30)))

    assert local.seen[0][3] == bytes(range(10, 40))


def test_an_empty_piece_is_sent_as_one(local, transport, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"1234")

    transport.carry(Request("PATCH", "/v1/blobs/x", body=FileSlice(str(tmp_path / "photo.jpg"), 4, 0)))

    assert local.seen[0][2]["Content-Length"] == "0"


@pytest.mark.parametrize("name", ["gone.jpg", "short.jpg"])
def test_a_file_that_is_gone_or_too_short_is_not_the_networks_fault(local, transport, tmp_path, name):
    (tmp_path / "short.jpg").write_bytes(b"1234")

    with pytest.raises(StoreError):
        transport.carry(Request("PATCH", "/v1/blobs/x", body=FileSlice(str(tmp_path / name), 0, 5)))

    assert local.seen == []


@pytest.mark.parametrize("status", [200, 302, 401, 511])
def test_an_answer_that_is_not_ours_is_a_portals(local, transport, status):
    local.reply = answering(status, {"Location": "http://wifi.example/"}, b"<html>sign in</html>")

    assert reason(transport) == "portal"
    assert len(local.seen) == 1  # a redirect is not followed


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_an_answer_of_a_proxy_whose_server_is_away_is_a_gateways(local, transport, status):
    local.reply = answering(status, {}, b"<html>bad gateway</html>")

    assert reason(transport) == "gateway"


def test_an_answer_that_breaks_off_is_cut(local, transport):
    local.reply = answering(200, OURS, b'{"half', length=500)

    assert reason(transport) == "cut"


def test_an_answer_that_does_not_unpack_is_cut(local, transport):
    local.reply = answering(200, {**OURS, "Content-Encoding": "gzip"}, b"not gzip")

    assert reason(transport) == "cut"


def test_a_connection_that_closes_without_a_word_is_cut(local, transport):
    local.reply = lambda handler: handler.connection.shutdown(socket.SHUT_RDWR)

    assert reason(transport) == "cut"


def test_an_answer_that_never_comes_is_a_time_out(local):
    done = threading.Event()
    local.reply = lambda _handler: done.wait(60)
    transport = HttpTransport(local.url, timeout_s=(30, 0.05))

    assert reason(transport) == "timeout"

    done.set()
    transport.close()


def test_nobody_there_is_unreachable():
    with socket.socket() as taken:  # bound, so that nobody else may listen there
        taken.bind(("127.0.0.1", 0))
        transport = HttpTransport(f"http://127.0.0.1:{taken.getsockname()[1]}")

        assert reason(transport) == "unreachable"
    transport.close()


def test_a_proxy_of_the_environment_is_not_asked(local, transport, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    assert transport.carry(Request("GET", "/")).status == 200


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("127.0.0.1:8765", "http://127.0.0.1:8765"),
        (" 192.168.1.20/ ", "http://192.168.1.20"),
        ("rounds", "http://rounds"),
        ("rounds.lan:80", "http://rounds.lan:80"),
        ("rounds.example.com", "https://rounds.example.com"),
        ("http://rounds.example.com/", "http://rounds.example.com"),
    ],
)
def test_an_address_is_completed_as_people_mean_it(typed, url):
    assert normal_url(typed) == url


# ahead ----------------------------------------------------------------------------------------------------------------


def test_an_answer_that_came_early_is_the_answer_of_the_same_request(local):
    def reply(handler):
        answering(200, OURS, str(len(local.seen)).encode())(handler)

    local.reply = reply
    transport = HttpTransport(local.url)

    transport.ahead(Request("POST", "/pull", body=b"{1}"))
    answer = transport.carry(Request("POST", "/pull", body=b"{1}"))
    again = transport.carry(Request("POST", "/pull", body=b"{1}"))

    assert [answer.body, again.body] == [b"1", b"2"]
    transport.close()


def test_another_request_than_the_foreseen_one_gets_its_own_answer_at_once(local):
    foreseen, go_on = threading.Event(), threading.Event()

    def reply(handler):
        if handler.path == "/slow":
            foreseen.set()
            go_on.wait(30)
        answering(200, OURS, handler.path.encode())(handler)

    local.reply = reply
    transport = HttpTransport(local.url)
    transport.ahead(Request("GET", "/slow"))
    assert foreseen.wait(30)

    answer = transport.carry(Request("GET", "/quick"))

    assert answer.body == b"/quick"
    go_on.set()
    transport.close()


def test_what_goes_wrong_ahead_is_said_when_it_is_asked_for(local):
    local.reply = answering(200, {}, b"<html>")
    transport = HttpTransport(local.url)
    transport.ahead(Request("GET", "/"))

    with pytest.raises(OfflineError) as raised:
        transport.carry(Request("GET", "/"))

    assert raised.value.facts["reason"] == "portal"
    transport.close()


def test_several_that_were_said_to_follow_are_each_sent_once(local):
    def reply(handler):
        answering(200, OURS, handler.path.encode())(handler)

    local.reply = reply
    transport = HttpTransport(local.url)
    requests = [Request("GET", f"/{number}") for number in range(4)]

    for one in requests[:2]:
        transport.ahead(one)
    answers = [transport.carry(requests[0]).body]
    transport.ahead(requests[2])
    answers += [transport.carry(one).body for one in requests[1:]]

    assert answers == [b"/0", b"/1", b"/2", b"/3"]
    assert sorted(path for _, path, _, _ in local.seen) == ["/0", "/1", "/2", "/3"]
    transport.close()


def test_answers_from_before_another_request_do_not_count(local):
    foreseen = threading.Event()

    def reply(handler):
        if handler.path == "/2":
            foreseen.set()
        answering(200, OURS, b"{}")(handler)

    local.reply = reply
    transport = HttpTransport(local.url)
    first, second = Request("GET", "/1"), Request("GET", "/2")
    transport.ahead(first)
    transport.ahead(second)
    assert foreseen.wait(60)

    transport.carry(first)
    transport.carry(Request("GET", "/other"))
    transport.carry(second)

    assert sum(path == "/2" for _, path, _, _ in local.seen) == 2
    transport.close()


# what every request carries -------------------------------------------------------------------------------------------


def test_a_request_carries_no_header_that_nobody_reads(local):
    transport = HttpTransport(local.url, "token")

    transport.carry(Request("POST", "/", {"content-type": "application/json"}, b"{}"))
    transport.carry(Request("POST", "/", {"content-type": "application/json"}, b"{}", is_brief=True))

    expected = {"Host", "content-type", "Sync-Protocol", "Authorization", "Content-Length"}
    assert [set(headers) for _, _, headers, _ in local.seen] == [expected | {"Accept-Encoding"}, expected]
    transport.close()


# packed answers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(b"x" * 9_000, mtime=0)[:-5],
        b"\x1f\x8bno",
        b"plain",
        gzip.compress(bytes((64 << 20) + 1), mtime=0),
    ],
    ids=["cut short", "hardly begun", "not packed", "too large"],
)
def test_a_packed_answer_that_is_broken_or_too_large_is_no_answer(local, packed):
    local.reply = answering(200, {**OURS, "Content-Encoding": "gzip"}, packed)

    with pytest.raises(OfflineError) as raised:
        HttpTransport(local.url).carry(Request("GET", "/"))

    assert raised.value.facts["reason"] == "cut"


def test_a_packed_answer_without_a_body_is_empty(local):
    local.reply = answering(204, {**OURS, "Content-Encoding": "gzip"}, b"")

    assert HttpTransport(local.url).carry(Request("GET", "/")).body == b""
