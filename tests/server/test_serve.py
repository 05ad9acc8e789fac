"""The server as a process: starts, answers, and stops without dropping what is under way."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.port import free_port

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.process
PATIENCE_S = 300


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    settings = {**os.environ, "ROUNDS_HOME": str(tmp_path), "ROUNDS_PORT": str(port), "ROUNDS_DB": ""}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "serve"],
            cwd=ROOT,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert process.stdout
    line = process.stdout.readline()
    assert line == f"http://127.0.0.1:{port}\n", (tmp_path / "log").read_text()
    yield process, port
    process.kill()
    process.wait(PATIENCE_S)
    process.stdout.close()


def is_listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S).close()
    except ConnectionError:
        return False
    return True


def test_it_answers_and_stops_cleanly(server: tuple[subprocess.Popen[str], int], tmp_path: Path) -> None:
    process, port = server
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request("GET", "/readyz")
    assert json.loads(connection.getresponse().read())["status"] == "ok"

    process.send_signal(signal.SIGTERM)

    assert process.wait(PATIENCE_S) == 0
    events = [json.loads(line)["event"] for line in (tmp_path / "log").read_text().splitlines()]
    assert events[-1] == "stopped"
    connection.close()


def test_a_second_server_keeps_off_the_same_file(server: tuple[subprocess.Popen[str], int], tmp_path: Path) -> None:
    process, _ = server
    settings = {**os.environ, "ROUNDS_HOME": str(tmp_path), "ROUNDS_PORT": "1", "ROUNDS_DB": ""}
    again = [sys.executable, "-m", "server.cli", "serve"]

    second = subprocess.run(
        again, check=False, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=PATIENCE_S
    )

    assert second.returncode == 1
    assert f"another server serves {tmp_path / 'rounds.db'}" in second.stderr
    assert process.poll() is None


def test_a_body_half_received_is_waited_for_before_it_stops(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    head = "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nSync-Protocol: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as tablet:
        tablet.sendall(f"{head}Expect: 100-continue\r\n\r\n".encode())
        told = tablet.recv(65536)  # the server has read the head and waits for the body
        process.send_signal(signal.SIGTERM)
        while is_listening(port):
            continue  # it has not heard the signal yet
        tablet.sendall(b"{}")

        with tablet.makefile("rb") as stream:
            answer = stream.read()  # to the end of the connection, which is not kept

    assert told.startswith(b"HTTP/1.1 100")
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"connection: close" in answer.lower()
    assert process.wait(PATIENCE_S) == 0


def test_the_work_is_done_by_a_process_of_its_own_until_it_is_told_to_stop(tmp_path: Path) -> None:
    settings = {**os.environ, "ROUNDS_HOME": str(tmp_path), "ROUNDS_DB": ""}
    with subprocess.Popen(
        [sys.executable, "-m", "server.cli", "work"], cwd=ROOT, env=settings, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        told = [json.loads(process.stderr.readline())["event"] for _ in range(2)]
        process.send_signal(signal.SIGTERM)
        told += [json.loads(line)["event"] for line in process.stderr]

    assert process.returncode == 0
    assert told == ["working", "this process does the work", "stopped"]


def test_a_request_under_way_is_answered_before_it_stops(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as tablet:
        body = b"{}"
        head = f"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nSync-Protocol: 1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        tablet.sendall(head.encode() + body)
        process.send_signal(signal.SIGTERM)

        answer = tablet.recv(65536)

    assert answer.startswith(b"HTTP/1.1 400")
    assert process.wait(PATIENCE_S) == 0
