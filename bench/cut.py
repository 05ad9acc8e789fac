"""A proxy in front of a server that cuts one upload after so many of its bytes, and counts what was sent for it in all."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO
from urllib.parse import urlsplit

_PIECE = 4_096
_RESET = struct.pack("ii", 1, 0)


class Cutter:
    """Passes requests on, one connection to the server for each of the tablet's."""

    def __init__(self, server_url: str, listener: socket.socket) -> None:
        address = urlsplit(server_url)
        self.server = (address.hostname or "", address.port or 80)
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.counted = 0
        self.requests = 0
        self.is_cut = False
        self._name = ""
        self._cut_at = 0
        self._sent = 0

    def watch(self, name: str, cut_at: int) -> None:
        """Count requests for this photo; cut both sides once so many bytes of it have passed."""
        self._name, self._cut_at = name, cut_at

    def pass_on(self, tablet: socket.socket) -> None:
        """Serve one connection of the tablet until either side ends it."""
        with socket.create_connection(self.server) as server, tablet:
            back = threading.Thread(target=_copy, args=(server, tablet), daemon=True)
            back.start()
            with tablet.makefile("rb") as stream, suppress(OSError):
                while head := _head(stream):
                    if not self._request(head, stream, server, tablet):
                        return
            with suppress(OSError):
                server.shutdown(socket.SHUT_WR)
            back.join()

    def _request(self, head: bytes, stream: BinaryIO, server: socket.socket, tablet: socket.socket) -> bool:
        """Pass one request on; False once the connection was cut."""
        is_watched = f"/v1/blobs/{self._name}".encode() in head.split(b"\r\n", 1)[0] and bool(self._name)
        is_upload = is_watched and head.startswith(b"PATCH")
        server.sendall(head)
        if is_watched:
            self.requests += 1
            self.counted += len(head)
        left = _length(head)
        while left:
            piece = stream.read(min(left, _PIECE))
            if not piece:
                return True
            if is_upload and not self.is_cut and self._sent + len(piece) >= self._cut_at:
                piece = piece[: self._cut_at - self._sent]
                self.is_cut = True
            server.sendall(piece)
            left -= len(piece)
            if is_watched:
                self.counted += len(piece)
            if is_upload:
                self._sent += len(piece)
                if self.is_cut and self._sent == self._cut_at:
                    server.shutdown(socket.SHUT_WR)  # what was passed on arrives; nothing more will
                    tablet.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    self._sent += 1
                    return False
        return True


@contextmanager
def cutting(server_url: str) -> Iterator[Cutter]:
    """Run a proxy in front of a server until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        cutter = Cutter(server_url, listener)
        thread = threading.Thread(target=_accept, args=(listener, cutter), daemon=True)
        thread.start()
        yield cutter
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def _accept(listener: socket.socket, cutter: Cutter) -> None:
    while True:
        try:
            tablet, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=cutter.pass_on, args=(tablet,), daemon=True).start()


def _head(stream: BinaryIO) -> bytes:
    head = b""
    while line := stream.readline():
        head += line
        if line == b"\r\n":
            return head
    return b""


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(64 << 10):
            target.sendall(piece)
