"""A link that is slow but moves must not die: the connect time-out bounds one piece of a body, never the whole."""

import socket
import threading
from contextlib import closing

import pytest

from mobile.transport import HttpTransport
from shared.sync.request import FileSlice, Request

PIECE = 128 << 10
BODY = 8 << 20
"""More than the kernel buffers on loopback, so that sending waits for the reader."""
CONNECT_S = 3.0


@pytest.mark.process
def test_a_body_may_take_longer_than_the_time_out_as_long_as_it_moves(tmp_path):
    (tmp_path / "photo").write_bytes(b"x" * BODY)
    taken = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        pause = threading.Event()
        with closing(connection):
            got = connection.recv(PIECE)
            while b"\r\n\r\n" not in got:
                got += connection.recv(PIECE)
            size = len(got.partition(b"\r\n\r\n")[2])
            while size < BODY:
                pause.wait(0.06)  # this is the slow link itself: nothing waits for it
                size += len(connection.recv(PIECE))
            taken.append(size)
            connection.sendall(b"HTTP/1.1 204 No Content\r\nSync-Protocol: 1\r\nUpload-Offset: 1\r\n\r\n")

    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PIECE)
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        transport = HttpTransport(f"http://127.0.0.1:{listener.getsockname()[1]}", timeout_s=(CONNECT_S, 300))
        answer = transport.carry(Request("PATCH", "/v1/blobs/x", {}, FileSlice(str(tmp_path / "photo"), 0, BODY)))
        transport.close()
        thread.join(300)

    assert answer.status == 204
    assert taken == [BODY]
