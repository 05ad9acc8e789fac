"""Starts processes quickly: one process that has imported everything forks them, so that each begins in milliseconds.

A fork is a process like any other: it has its own memory, files and threads, and SIGKILL, SIGSTOP and full disks mean
the same to it. ``python -m tests.system.faults.nursery FD`` is the forking process; it ends, and its children with it,
when the socket ``FD`` does.
"""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from signal import Signals
from typing import IO

ROOT = Path(__file__).resolve().parents[3]
ENDED = "the process ended with"
PRELOADED = ("mobile.worker", "mobile.actions", "requests", "PIL.JpegImagePlugin", "server.cli", "server.serve")


class Child:
    """A process from the nursery: lines go in, lines come out, what it complains about goes into a file."""

    def __init__(self, module: str, arguments: Sequence[str], environment: Mapping[str, str], errors: Path) -> None:
        into_child, self._words = os.pipe()
        self._answers, from_child = os.pipe()
        with errors.open("ab") as complaints:
            order = {"module": module, "arguments": list(arguments), "environment": dict(environment)}
            self.pid = nursery().fork(order, [into_child, from_child, complaints.fileno()])
        os.close(into_child)
        os.close(from_child)
        self.errors = errors
        self._buffer = b""
        self.is_over = False

    def say(self, line: str) -> None:
        """Send a line; a process that died hears nothing."""
        try:
            os.write(self._words, line.encode() + b"\n")
        except BrokenPipeError:
            self.is_over = True

    def hear(self, timeout_s: float = 600.0) -> str | None:
        """Wait for the next line; None if the process ended instead.

        Raises:
            TimeoutError: it neither answered nor ended.
        """
        while b"\n" not in self._buffer:
            if not select.select([self._answers], [], [], timeout_s)[0]:
                raise TimeoutError(f"process {self.pid} says nothing: {self.complaints()}")
            got = os.read(self._answers, 1 << 16)
            if not got:
                self.is_over = True
                return None
            self._buffer += got
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.decode()

    def send(self, number: Signals) -> None:
        """Send it a signal, if it lives."""
        if not self.is_over:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def end(self, number: Signals = signal.SIGKILL) -> None:
        """End it and wait until it is gone."""
        self.send(number)
        self.send(signal.SIGCONT)
        while self.hear() is not None:
            pass

    def close(self) -> None:
        """End it and let go of its pipes."""
        self.end()
        os.close(self._words)
        os.close(self._answers)

    @property
    def was_killed(self) -> bool:
        """Tell whether it ended without a last word."""
        return self.is_over and not self.complaints().rstrip().rpartition("\n")[2].startswith(ENDED)

    def complaints(self) -> str:
        """What it wrote to standard error, the end of it."""
        return self.errors.read_text(encoding="utf-8", errors="replace")[-4000:]


class Nursery:
    """The forking process."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", __spec__.name, str(theirs.fileno())]
        self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()], start_new_session=True)
        theirs.close()
        self._socket = ours
        self._answers: IO[bytes] = ours.makefile("rb")

    def fork(self, order: dict[str, object], files: list[int]) -> int:
        """Start a process with these three files as its input, output and complaints; return its id."""
        socket.send_fds(self._socket, [json.dumps(order).encode() + b"\n"], files)
        return int(self._answers.readline())

    def close(self) -> None:
        """End it and all its children."""
        self._answers.close()
        self._socket.close()
        self._process.wait(300)


@functools.cache
def nursery() -> Nursery:
    """The nursery of this process, started when the first child is wanted."""
    made = Nursery()
    atexit.register(made.close)
    return made


def _main(orders: socket.socket) -> None:
    for module in PRELOADED:
        importlib.import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: their pipes tell that they are over
    while True:
        text, files, _, _ = socket.recv_fds(orders, 1 << 16, 3)
        if not text:
            break
        pid = os.fork()
        if pid == 0:
            orders.close()
            _be_born(json.loads(text), files)
        for file in files:
            os.close(file)
        orders.sendall(f"{pid}\n".encode())
    os.killpg(os.getpgrp(), signal.SIGKILL)  # itself too: the group is its own session's


def _be_born(order: dict[str, object], files: list[int]) -> None:
    """Become the process that was ordered; never returns."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)
        os.environ.update(order["environment"])  # type: ignore[arg-type]
        code = int(importlib.import_module(str(order["module"])).main(order["arguments"]) or 0)
    except SystemExit as wanted:
        code = int(wanted.code or 0)
    except BaseException:  # noqa: BLE001 - the border of this process
        traceback.print_exc()
    finally:
        sys.stderr.write(f"{ENDED} {code}\n")
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _main(socket.socket(fileno=int(sys.argv[1])))
