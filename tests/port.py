"""Ports for the processes that tests start."""

from __future__ import annotations

import secrets
import socket

_FIRST, _COUNT = 10_240, 20_000


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on.

    It lies below the ports that the kernel lends to outgoing connections (from 32768 on Linux, 49152 on macOS): otherwise a
    connection of another test might hold it when a server starts there, or starts there again. It is drawn without
    `random`, which begins alike in every process of a test run.
    """
    while True:
        port = _FIRST + secrets.randbelow(_COUNT)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
