"""Serves the app with waitress until SIGTERM or SIGINT, then stops without dropping a request.

waitress reads a whole request before a thread takes it, so that slow uploads from a basement never starve the office
(server design §3). Stopping: no new connections, none kept after an answer, ten seconds for what is under way, a body half
received included, then out.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from flask import Flask
from sqlalchemy.engine import make_url
from waitress import wasyncore
from waitress.server import MultiSocketServer, TcpWSGIServer, create_server

from server.config import Config
from server.lock import held
from server.remnant import KeepingChannel
from server.work import Work

log = logging.getLogger(__name__)
LARGEST_REQUEST = 64 << 20
STOP_WITHIN_S = 10.0
_BACKLOG_TURNS = 20
_CALM_TURNS = 3
_MALLOC = ((-8, 1), (-3, 128 << 10), (-1, 128 << 10))
"""M_ARENA_MAX, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of malloc.h."""


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
            recv_bytes=1 << 16,  # a batch or a photo's chunk in a few turns, not in one for every 8 KB
            connection_limit=1000,
            channel_timeout=120,
            max_request_body_size=LARGEST_REQUEST,
            ident="rounds",
            clear_untrusted_proxy_headers=not config.is_behind_proxy,
        )
        for entry in self._listeners():
            entry.channel_class = KeepingChannel
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
        return any(one.request is not None or one.requests or one.total_outbufs_len for one in channels)


@contextmanager
def alone(config: Config) -> Iterator[None]:
    """Keep a second ``rounds serve`` off the same SQLite file within the ``with``; PostgreSQL serves any number.

    Nothing would be lost, but writers of two processes wait for SQLite's lock by polling, some of them too long; and a
    second server on one file is a mistake nearly always.

    Raises:
        ValueError: another server has the file.
    """
    url = make_url(config.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        yield
        return
    database = Path(url.database)
    with ExitStack() as stack:
        try:
            stack.enter_context(held(database.with_name(f"{database.name}.serving")))
        except BlockingIOError as error:
            raise ValueError(
                f"another server serves {database}; several need PostgreSQL (docs/deployment.md)"
            ) from error
        yield


def serve(app: Flask, config: Config, work: Work | None, tell: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``tell`` hears the address once it listens. ``work`` is done beside, if given."""
    _settle_heap()
    serving = Serving(app, config)
    _on_stop(serving.stop)
    if work is not None:
        work.start()
    for host, port in serving.addresses:
        log.info("serving", extra={"address": f"{host}:{port}"})
        tell(f"http://{host}:{port}")
    try:
        serving.run()
    finally:
        if work is not None:
            work.stop()
    log.info("stopped")


def work_until_told(work: Work) -> None:
    """Do the work in this thread until SIGTERM or SIGINT; the turn under way is finished."""
    _on_stop(work.tell_to_stop)
    log.info("working", extra={"holder": work.holder})
    work.run()
    log.info("stopped")


def _settle_heap() -> None:
    """Leave all that was made at the start out of garbage collections, collect seldom, and give memory back.

    A batch of a hundred records makes thousands of objects, none in cycles: with the usual threshold of 700 the collector
    walked them, and now and then the whole heap, for a third of the time of a push. glibc would keep a heap for each
    thread, and after the first large batch it would keep what large batches took.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
    tune = getattr(ctypes.CDLL(None), "mallopt", None)  # only where there is glibc, and only before threads begin
    if tune is not None:
        for option, value in _MALLOC:
            tune(option, value)


def _on_stop(stop: Callable[[], None]) -> None:
    def told(_signal: int, _frame: FrameType | None) -> None:
        stop()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, told)
