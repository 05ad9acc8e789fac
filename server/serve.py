"""Serves the app with waitress until SIGTERM or SIGINT, then stops without dropping a request.

waitress reads a whole request before a thread takes it, so that slow uploads from a basement never starve the office
(server design §3). Stopping: no new connections, ten seconds for what is under way, then out.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

from flask import Flask
from waitress import wasyncore
from waitress.server import MultiSocketServer, TcpWSGIServer, create_server

from server.config import Config
from server.housekeeping import Housekeeping

log = logging.getLogger(__name__)
LARGEST_REQUEST = 64 << 20
STOP_WITHIN_S = 10.0
_BACKLOG_TURNS = 20
_CALM_TURNS = 3


class Serving:
    """A listening server. ``run`` returns once it was told to ``stop`` and nothing is under way."""

    def __init__(self, app: Flask, config: Config) -> None:
        self._map: dict[int, wasyncore.dispatcher] = {}
        self._server: TcpWSGIServer | MultiSocketServer = create_server(
            app,
            map=self._map,
            host=config.host,
            port=config.port,
            threads=config.threads,
            connection_limit=1000,
            channel_timeout=120,
            max_request_body_size=LARGEST_REQUEST,
            ident="rounds",
            clear_untrusted_proxy_headers=not config.is_behind_proxy,
        )
        self._is_stopping = threading.Event()

    @property
    def addresses(self) -> list[tuple[str, int]]:
        """Where it listens; the port that was chosen if 0 was asked for."""
        return [one.getsockname()[:2] for one in (entry.socket for entry in self._listeners())]

    def stop(self) -> None:
        """End ``run`` soon; may be called from any thread or a signal handler."""
        self._is_stopping.set()
        for entry in self._listeners():
            entry.pull_trigger()

    def run(self) -> None:
        """Serve until told to stop."""
        while not self._is_stopping.is_set():
            wasyncore.loop(timeout=1, map=self._map, count=1)
        for _ in range(_BACKLOG_TURNS):  # whoever the kernel has let in already is served too
            wasyncore.loop(timeout=0, map=self._map, count=1)
        for entry in self._listeners():
            entry.accepting = False
            entry.del_channel()
            entry.socket.close()
        until = time.monotonic() + STOP_WITHIN_S
        calm = 0
        while calm < _CALM_TURNS and time.monotonic() < until:
            wasyncore.loop(timeout=0.1, map=self._map, count=1)
            calm = 0 if self._is_busy() else calm + 1
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)

    def _listeners(self) -> list[TcpWSGIServer]:
        return [entry for entry in list(self._map.values()) if isinstance(entry, TcpWSGIServer)] or (
            [self._server] if isinstance(self._server, TcpWSGIServer) else []
        )

    def _is_busy(self) -> bool:
        dispatcher = self._server.task_dispatcher
        if dispatcher.queue or dispatcher.active_count:
            return True
        channels = [entry for entry in list(self._map.values()) if hasattr(entry, "total_outbufs_len")]
        return any(channel.requests or channel.total_outbufs_len for channel in channels)


def serve(app: Flask, config: Config, housekeeping: Housekeeping, tell: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``tell`` hears the address once it listens."""
    serving = Serving(app, config)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        serving.stop()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    housekeeping.start()
    for host, port in serving.addresses:
        log.info("serving", extra={"address": f"{host}:{port}"})
        tell(f"http://{host}:{port}")
    try:
        serving.run()
    finally:
        housekeeping.stop()
    log.info("stopped")
