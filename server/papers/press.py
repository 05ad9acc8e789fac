"""Sets papers in a process of its own, begun with the first paper and ended when none came for two minutes.

Orders and papers go through its standard input and output: a line of JSON that says how long what follows is, then the
bytes. It is one process with one paper at a time; whoever comes meanwhile waits for a turn, and no page waits for it.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Final

from server.papers.typeset import Order, PaperError, Typesetter
from shared.errors import BusyError

log = logging.getLogger(__name__)
WITHIN_S: Final = 60.0
"""A paper that takes longer is given up, and its process with it."""
IDLE_S: Final = 120.0
MOST_PAPERS: Final = 500
"""After so many papers a fresh process takes over: what typst remembers grows."""


class Press:
    """Hands orders to the process; may be used by any thread. Nothing is started before the first order."""

    def __init__(self, within_s: float = WITHIN_S, idle_s: float = IDLE_S) -> None:
        self._within_s = within_s
        self._idle_s = idle_s
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._papers = 0
        self._closing: threading.Timer | None = None

    @property
    def process(self) -> int | None:
        """The id of the process, nothing while there is none."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def pdf(self, order: Order) -> bytes:
        """Set a paper.

        Raises:
            BusyError: others' papers took too long.
            PaperError: it could not be set, or not in time.
        """
        if not self._turn.acquire(timeout=self._within_s):
            raise BusyError(retry_after_s=10)
        try:
            return self._ask(order)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process, if there is one; the next order begins another."""
        with self._turn:
            self._end()

    def _ask(self, order: Order) -> bytes:
        if self._closing is not None:
            self._closing.cancel()
        if self.process is None or self._papers >= MOST_PAPERS:
            self._end()
            self._begin()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise PaperError("the press could not be begun")
        self._papers += 1
        watch = threading.Timer(self._within_s, process.kill)
        watch.start()
        try:
            write_order(process.stdin, order)
            made, fault = read_answer(process.stdout)
        except (OSError, ValueError) as error:
            self._end()
            raise PaperError("the press stopped, or took too long") from error
        finally:
            watch.cancel()
        self._closing = threading.Timer(self._idle_s, self.close)
        self._closing.daemon = True
        self._closing.start()
        if fault:
            raise PaperError(fault)
        return made

    def _begin(self) -> None:
        ours = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(part for part in (ours, os.environ.get("PYTHONPATH", "")) if part)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "server.papers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._papers = 0

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for end in (process.stdin, process.stdout):
            if end is not None:
                end.close()
        process.kill()
        process.wait()


def write_order(out: IO[bytes], order: Order) -> None:
    """Write an order into a pipe."""
    body = json.dumps(order.data, ensure_ascii=False).encode()
    head = {
        "layout": order.layout,
        "made_at": order.made_at,
        "data": len(body),
        "pictures": [[name, len(data)] for name, data in order.pictures.items()],
    }
    out.write(json.dumps(head).encode() + b"\n")
    out.write(body)
    out.writelines(order.pictures.values())
    out.flush()


def read_order(source: IO[bytes]) -> Order | None:
    """Read the next order, nothing once the other end has closed the pipe.

    Raises:
        ValueError: the pipe ended within an order.
    """
    line = source.readline()
    if not line:
        return None
    head = json.loads(line)
    data = json.loads(_exactly(source, head["data"]))
    pictures = {name: _exactly(source, size) for name, size in head["pictures"]}
    return Order(head["layout"], data, pictures, head["made_at"])


def write_answer(out: IO[bytes], made: bytes, fault: str = "") -> None:
    """Write a paper, or why there is none, into a pipe."""
    out.write(json.dumps({"size": len(made), "fault": fault}).encode() + b"\n")
    out.write(made)
    out.flush()


def read_answer(source: IO[bytes]) -> tuple[bytes, str]:
    """Read a paper, or why there is none.

    Raises:
        ValueError: the pipe ended before.
    """
    head = json.loads(source.readline() or b"")
    return _exactly(source, head["size"]), str(head["fault"])


def work(source: IO[bytes], out: IO[bytes]) -> None:
    """Set what comes in until the other end closes the pipe."""
    typesetter = Typesetter()
    try:
        while (order := read_order(source)) is not None:
            try:
                made, fault = typesetter.pdf(order), ""
            except PaperError as error:
                made, fault = b"", str(error)
            write_answer(out, made, fault)
    finally:
        typesetter.close()


def _exactly(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise ValueError("the pipe ended early")
    return data
