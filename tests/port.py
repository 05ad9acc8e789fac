"""Ports for the processes that tests start."""

from __future__ import annotations

import itertools
import os
import secrets
import socket

_FIRST, _COUNT = 10_240, 20_000
_MOST_WORKERS = 8


def _own_ports() -> list[int]:
    """List the ports of this process of a test run, from a drawn place on: two processes have none in common."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _MOST_WORKERS
    count = _COUNT // _MOST_WORKERS
    own = range(_FIRST + worker * count, _FIRST + (worker + 1) * count)
    start = secrets.randbelow(count)
    return [*own[start:], *own[:start]]


_PORTS = itertools.cycle(_own_ports())


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on, and that this test run gives to nobody else.

    A server begins to listen some time after its port was chosen, and may end and begin again on it. So each process of a
    run has ports of its own, and gives one a second time only after all others. They lie below the ports that the kernel
    lends to outgoing connections (from 32768 on Linux, 49152 on macOS): otherwise a connection of another test might hold
    it. Where to begin is drawn without `random`, which begins alike in every process of a test run.
    """
    for port in _PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("ports never end")
