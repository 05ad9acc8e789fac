"""Other sides of the channels: a mail server and a robot, on real sockets of this machine; they fail when told to."""

from __future__ import annotations

import base64
import email
import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ACCOUNT = b"\0xunan\0hunter2"
"""The only name and password that a mail server knows, as AUTH PLAIN says them."""


@dataclass
class Mailbox:
    """A mail server that takes everything. ``refuses`` maps an address to what it is answered; ``drops`` ends the
    connection in the middle of the next mail that is sent. ``sealed`` is what it heard under TLS."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    drops: bool = False
    heard: list[str] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)


@contextmanager
def mail_server(seal: ssl.SSLContext | None = None, *, is_sealed_first: bool = False) -> Iterator[Mailbox]:
    """Serve until the end of the ``with``: in clear, or with ``seal`` after STARTTLS or, if so asked, from the first byte."""
    found = Mailbox()

    class Handler(_MailHandler):
        box = found
        context = seal
        is_sealed = is_sealed_first

    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as server:
        found.port = server.server_address[1]
        yield found


class _MailHandler(socketserver.StreamRequestHandler):
    """One connection. ``is_sealed`` tells whether it is under TLS, or to be from its first byte."""

    box: Mailbox
    context: ssl.SSLContext | None
    is_sealed: bool

    def handle(self) -> None:
        try:
            if self.is_sealed:
                self._shut()
            self._say("220 ready")
            while (line := self.rfile.readline()) and self._answer(line.decode(errors="replace").strip()):
                pass
        except OSError:
            pass  # the other side does not like our certificate, or is gone
        finally:
            self.connection.close()

    def _answer(self, word: str) -> bool:
        """Answer one line; tells whether the talk goes on."""
        (self.box.sealed if self.is_sealed else self.box.heard).append(word)
        verb = word.upper().split()[0] if word else ""
        if verb == "DATA":
            return self._data()
        if verb == "STARTTLS" and self.context is not None:
            self._say("220 go on")
            self._shut()
        else:
            self._say(self._words(verb, word))
        return verb != "QUIT"

    def _words(self, verb: str, word: str) -> str:
        if verb in ("EHLO", "HELO") and self.context is not None:
            return f"250-hello\r\n250 {'AUTH PLAIN' if self.is_sealed else 'STARTTLS'}"
        if verb == "RCPT" and (told := self.box.refuses.get(word.partition("<")[2].rstrip(">"))):
            return told
        if verb == "AUTH":
            return "235 signed in" if base64.b64decode(word.rsplit(maxsplit=1)[-1]) == ACCOUNT else "535 wrong"
        return "221 bye" if verb == "QUIT" else "250 ok"

    def _data(self) -> bool:
        self._say("354 go on")
        if self.box.drops:
            self.box.drops = False
            return False
        lines = iter(self.rfile.readline, b".\r\n")
        text = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
        self.box.mails.append(email.message_from_bytes(text, policy=default))
        self._say("250 taken")
        return True

    def _shut(self) -> None:
        """Go on under TLS."""
        if self.context is None:
            raise OSError("no certificate")
        self.connection = self.context.wrap_socket(self.connection, server_side=True)
        self.is_sealed = True
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@dataclass
class Robot:
    """A robot that keeps what is posted to it and answers ``status`` and ``answer``."""

    url: str = ""
    posts: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    status: int = 200
    answer: dict[str, Any] = field(default_factory=lambda: {"errcode": 0})


@contextmanager
def robot() -> Iterator[Robot]:
    """Serve until the end of the ``with``."""
    found = Robot()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.posts.append((self.path, body))
            said = json.dumps(found.answer).encode()
            self.send_response(found.status)
            self.send_header("Content-Length", str(len(said)))
            if 300 <= found.status < 400:
                self.send_header("Location", found.url)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_words: object) -> None:
            """Print nothing."""

    with _serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as server:
        found.url = f"http://127.0.0.1:{server.server_address[1]}/hook?key=SECRETKEY"
        yield found


@contextmanager
def _serving(server: socketserver.TCPServer) -> Iterator[socketserver.TCPServer]:
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
