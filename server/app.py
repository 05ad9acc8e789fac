"""The composition root: the one place that knows all parts of the server. Nothing happens at import."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, g, request
from sqlalchemy import Engine
from werkzeug.exceptions import NotFound
from werkzeug.middleware.proxy_fix import ProxyFix

import server.api
import server.office
from server.api.wiring import answer_error, is_api_path
from server.config import Config
from server.db import make_engine
from server.files import BlobStore, open_blobs
from server.keys import link_key
from server.office.gate import Gate
from server.office.session.password import Passwords
from server.office.trail import actor
from server.readiness import Readiness
from server.store import ServerStore
from server.store.exchange import SqlSyncStore
from server.store.knock import Knocks
from server.system import SystemClock, SystemIds
from server.work import WORK
from shared.clock import Clock
from shared.ids import IdSource
from shared.sync.exchange import Exchange
from shared.sync.messages import Op

log = logging.getLogger(__name__)
EXTENSION = "rounds"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the app is made of, for commands, housekeeping and tests."""

    config: Config
    engine: Engine
    store: ServerStore
    blobs: BlobStore
    exchange: Exchange


def _nowhere(_name: str) -> None:
    """Do nothing; a test passes a fail point that stops the process here."""


def create_app(
    config: Config,
    *,
    clock: Clock | None = None,
    ids: IdSource | None = None,
    blobs: BlobStore | None = None,
    passwords: Passwords | None = None,
    fail_point: Callable[[str], None] = _nowhere,
) -> Flask:
    """Put the server together; the database must have its schema (``server.migrations.upgrade``) and an epoch.

    ``fail_point`` is called with a name around each commit; tests stop the process there.
    """
    clock, ids = clock or SystemClock(), ids or SystemIds()
    engine = make_engine(config.database_url, pool_size=config.threads + 2)
    store = ServerStore(engine, clock, ids, fail_point, who=actor, link_key=link_key(config))
    blobs = blobs or open_blobs(config.blob_place)
    exchange = Exchange(SqlSyncStore(store), config.limits, config.min_app, config.retain_days, _tell_fault)
    app = Flask("server", static_folder=None, template_folder=None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # the default provider has it
    app.extensions[EXTENSION] = Parts(config, engine, store, blobs, exchange)
    readiness = Readiness(store, blobs, config.home, WORK)
    server.api.install(app, server.api.ApiParts(config, store, exchange, blobs, readiness))
    gate = Gate(Knocks(engine))
    office = server.office.OfficeParts(store, blobs, clock, ids, config, passwords or Passwords(), exchange, gate)
    server.office.install(app, office)
    app.register_error_handler(Exception, _answer_error)
    app.before_request(_begin)
    app.after_request(_logged)
    if config.is_behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    return app


def parts_of(app: Flask) -> Parts:
    """Return what an app is made of."""
    found = app.extensions[EXTENSION]
    if not isinstance(found, Parts):
        raise TypeError("the app was not made by create_app")
    return found


def _answer_error(error: Exception) -> Response:
    """Let whoever owns the address word the error: problems for tablets, pages for people."""
    if is_api_path(request.path):
        return answer_error(error)
    from server.office.errors import answer

    return answer(error)


def _tell_fault(op: Op, fault: Exception) -> None:
    facts = {"op_id": op.op_id, "kind": op.kind, "author": op.author}
    log.error("operation held: the server failed on it", exc_info=fault, extra=facts)


def _begin() -> None:
    """Start the watch; an address with a NUL names nothing, and PostgreSQL takes no such text."""
    g.began_s = time.perf_counter()
    if "\x00" in request.path:
        raise NotFound


def _logged(answer: Response) -> Response:
    took_ms = round((time.perf_counter() - g.get("began_s", time.perf_counter())) * 1000, 1)
    path = spoken(request.path)
    facts = {"method": request.method, "path": path, "status": answer.status_code, "took_ms": took_ms}
    log.info("request", extra=facts)
    return answer


def spoken(path: str) -> str:
    """Return a path as the log may keep it: a link's token opens a notice and is never written down."""
    begin, _, rest = path.removeprefix("/u/").partition("/")
    return path if not path.startswith("/u/") or not begin else f"/u/...{'/' if rest else ''}{rest}"
