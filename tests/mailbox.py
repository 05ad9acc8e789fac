"""Other sides of the channels: a mail server and a robot, on real sockets of this machine; they fail when told to."""

from __future__ import annotations

import email
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Mailbox:
    """A mail server that takes everything, without encryption. ``refuses`` maps an address to what it is answered;
    ``drops`` ends the connection in the middle of the next mail that is sent."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    drops: bool = False
    heard: list[str] = field(default_factory=list)


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Serve until the end of the ``with``."""
    box = Mailbox()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 ready")
            for line in iter(self.rfile.readline, b""):
                word = line.decode(errors="replace").strip()
                box.heard.append(word)
                verb = word.upper().split()[0] if word else ""
                if verb in ("EHLO", "HELO"):
                    self._say("250 hello")
                elif verb == "RCPT" and (told := box.refuses.get(word.partition("<")[2].rstrip(">"))):
                    self._say(told)
                elif verb == "DATA":
                    self._say("354 go on")
                    if box.drops:
                        box.drops = False
                        return
                    self._take()
                    self._say("250 taken")
                elif verb == "QUIT":
                    self._say("221 bye")
                    return
                else:
                    self._say("250 ok")

        def _take(self) -> None:
            lines = iter(self.rfile.readline, b".\r\n")
            text = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
            message = email.message_from_bytes(text, policy=default)
            box.mails.append(message)  # type: ignore[arg-type]  # what the default policy makes

        def _say(self, text: str) -> None:
            self.wfile.write(f"{text}\r\n".encode())

    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as server:
        box.port = server.server_address[1]
        yield box


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
