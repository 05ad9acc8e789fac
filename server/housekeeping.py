"""What the server does by itself: sweep what is over, let surprise inspections out on their day.

Each round is a handful of queries that find nothing most of the time; running them twice or in two processes is
harmless. ``server.work`` repeats it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from server.files import BlobStore
from server.generation import settle_generation
from server.store import ServerStore, Tx
from server.store.account import sweep_sessions
from server.store.clearing import cut, due_sheets
from server.store.device import sweep_codes
from server.store.follow import follow
from server.store.job import sweep_jobs
from server.store.plan import open_secret_rules
from server.store.pushed import chain_pushes
from server.store.retention import sweep_receipts, sweep_tombstones
from server.store.schedule import keep_schedules
from server.sweep import sweep_partials
from shared.errors import BusyError

log = logging.getLogger(__name__)
_FURTHEST_EAST: Final = timedelta(hours=14)
_SWEEP_EVERY: Final = timedelta(days=1)


class Housekeeping:
    """Tidies; ``once`` is one round of it."""

    def __init__(self, store: ServerStore, blobs: BlobStore, home: Path | None = None) -> None:
        self._store = store
        self._blobs = blobs
        self._home = home
        self._swept_at: datetime | None = None

    def once(self) -> dict[str, int]:
        """Do one round; returns what was swept or moved. A step that fails is logged and stops none of the others."""
        store, home = self._store, self._home
        did = Counter({"sheets": 0, **_border(lambda: store.act(_sweep))})
        if home is not None:
            did.update(_border(lambda: {"generations": int(bool(settle_generation(store, home)))}))
        did.update(_border(lambda: {"indexed": follow(store)}))
        did.update(_border(lambda: {"pushes": chain_pushes(store)}))
        did.update(_border(lambda: keep_schedules(store)))
        for site, day in due_sheets(store):
            did.update(_border(lambda site=site, day=day: {"sheets": int(store.act(lambda tx: cut(tx, site, day)))}))  # type: ignore[misc]
        did.update(_border(lambda: {"partials": sweep_partials(store, self._blobs)}))
        did.update(_border(self._sweep_old))
        return dict(did)

    def _sweep_old(self) -> dict[str, int]:
        """Sweep what is kept for 400 days: round after round until nothing is left, and then not before tomorrow."""
        now = self._store.now()
        if self._swept_at is not None and timedelta(0) <= now - self._swept_at < _SWEEP_EVERY:
            return {"receipts": 0, "tombstones": 0}
        did = {"receipts": sweep_receipts(self._store), "tombstones": sweep_tombstones(self._store)}
        if not any(did.values()):
            self._swept_at = now
        return did


def _sweep(tx: Tx) -> dict[str, int]:
    today = (tx.now + _FURTHEST_EAST).date()
    did = {"sessions": sweep_sessions(tx), "codes": sweep_codes(tx)}
    return did | {"rules": open_secret_rules(tx, today), "jobs": sweep_jobs(tx)}


def _border(step: Callable[[], dict[str, int]]) -> dict[str, int]:
    """Do one step of a round.

    What breaks it, such as one record that is damaged or that a database refuses, must not end sweeps and reminders.
    """
    try:
        return step()
    except BusyError:
        return {}  # the next turn is in a minute
    except Exception:
        log.exception("a step of the work failed; the others go on, and it is tried again")
        return {}
