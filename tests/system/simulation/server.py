"""The real server application on a folder: may die, restart, be saved and be brought back to an earlier state."""

from __future__ import annotations

import gzip
import io
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from server import tables
from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.store import ServerStore
from server.store.schema import new_epoch
from shared import wire
from shared.errors import StorageFullError
from shared.sync.messages import SyncLimits
from shared.sync.request import Request, Response
from tests.builders import FakeClock, SeededIds
from tests.system.simulation.faults import FailPoint

LIMITS = SyncLimits(ops=4, rows=7, chunk_bytes=110)
"""Small pages, batches and chunks, so that a short story has many of them to cut."""
Watch = Callable[[Request, bytes, Callable[[], Response]], Response]
"""Sees each request with a way to answer it; looks at the database before and after."""


class SimServer:
    """One application for a whole process; between stories only the folder below it is replaced."""

    def __init__(self, folder: Path, limits: SyncLimits = LIMITS) -> None:
        self.folder = folder
        self.limits = limits
        self.clock = FakeClock()
        self.ids = SeededIds(7)
        self.fail_point = FailPoint(StorageFullError)
        self.client: FlaskClient
        self.store: ServerStore
        self._eye: sqlite3.Connection | None = None
        self.watch: Watch = lambda _request, _body, answer: answer()
        folder.mkdir(parents=True, exist_ok=True)
        self._start()

    def _start(self) -> None:
        config = Config(home=self.folder, database_url=sqlite_url(self.folder), limits=self.limits)
        app = create_app(config, clock=self.clock, ids=self.ids, fail_point=self.fail_point)
        self.client = app.test_client()
        self.store = parts_of(app).store

    def stop(self) -> None:
        """Let go of the files."""
        self.store.engine.dispose()
        if self._eye is not None:
            self._eye.close()
            self._eye = None

    def look(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Look into the database file beside the application; for invariants, which look after every step."""
        if self._eye is None:
            self._eye = sqlite3.connect(self.folder / "rounds.db", isolation_level=None)
            self._eye.row_factory = sqlite3.Row
        return self._eye.execute(sql, values).fetchall()

    def column(self, sql: str, *values: object) -> set[object]:
        """Look at the distinct values of one column."""
        return {row[0] for row in self.look(sql, *values)}

    def restart(self) -> None:
        """Begin again with what is on disk, as after a death: connections, and what was held in memory, are gone."""
        self.stop()

    def save(self, copy: Path) -> None:
        """Copy database and photos, as a backup does."""
        self.stop()
        shutil.copytree(self.folder, copy)

    def replace(self, copy: Path) -> None:
        """Put a copy in the place of everything."""
        self.stop()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)

    def restore(self, copy: Path) -> None:
        """Bring a backup back and start a new epoch, as the handbook says."""
        self.replace(copy)
        with self.store.writing() as tx:
            new_epoch(tx)

    def begin_anew(self, copy: Path, clock: FakeClock) -> None:
        """Begin another story: the same folder contents, ids and time as every other one."""
        self.replace(copy)
        self.clock.__dict__.update(clock.__dict__)
        self.ids.__init__(7)  # type: ignore[misc]
        self.fail_point.disarm()

    def answer(self, request: Request, body: bytes, token: str) -> Response:
        """Let the application answer one request."""
        return self.watch(request, body, lambda: self._answer(request, body, token))

    def _answer(self, request: Request, body: bytes, token: str) -> Response:
        sent = {"Sync-Protocol": str(wire.PROTOCOL), "Authorization": f"Bearer {token}", **request.headers}
        status, headers, content = self._call(_environ(request, sent, body))
        if headers.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return Response(status, headers, content)

    def _call(self, environ: dict[str, object]) -> tuple[int, dict[str, str], bytes]:
        """Call the application as a WSGI server does: Flask's test client takes as long again as what it asks."""
        told: list[tuple[int, dict[str, str]]] = []

        def start_response(
            status: str, headers: list[tuple[str, str]], _error: object = None
        ) -> Callable[[bytes], object]:
            told.append((int(status.split(" ", 1)[0]), {name.lower(): value for name, value in headers}))
            return lambda _data: None

        answer = self.client.application.wsgi_app(environ, start_response)
        try:
            content = b"".join(answer)
        finally:
            if (close := getattr(answer, "close", None)) is not None:
                close()
        return *told[-1], content

    def state(self) -> dict[str, object]:
        """Everything that a repeated request must leave alone; who asked when is not of it."""
        return {
            name: sorted(map(tuple, self.look(f"SELECT {columns} FROM {name}"))) for name, columns in _STATE.items()
        }


_STATE = {
    **dict.fromkeys(tables.SYNCED, "id, rev, is_gone, body"),
    "sync_feed": "scope, kind, id, seq, rev, gone",
    "sync_scope": "id, seq, floor",
    "op_receipt": "op_id, sha256, result, happened_at",
    "dead_letter": "op_id, sha256, state",
    "serial": "name, year, last",
    "blob": "sha256, received_bytes, stored_at IS NULL",
}


def _environ(request: Request, headers: dict[str, str], body: bytes) -> dict[str, object]:
    path, _, query = request.path.partition("?")
    named = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    return {
        **named,
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": named.get("HTTP_CONTENT_TYPE", ""),
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
