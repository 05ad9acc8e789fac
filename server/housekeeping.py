"""What the server does by itself every few minutes: sweep what is over, let surprise inspections out on their day.

Each round is a handful of queries that find nothing most of the time; running them twice or in two processes is
harmless.
"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from server.files import BlobStore
from server.store import ServerStore
from server.store.account import sweep_sessions
from server.store.blob import forget_partial, idle_partials
from server.store.device import sweep_codes
from server.store.plan import open_secret_rules
from shared.errors import RoundsError

log = logging.getLogger(__name__)
EVERY_S = 300.0
_FURTHEST_EAST = timedelta(hours=14)


class Housekeeping:
    """A thread that tidies; ``once`` is one round of it."""

    def __init__(self, store: ServerStore, blobs: BlobStore) -> None:
        self._store = store
        self._blobs = blobs
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the round under way."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def once(self) -> dict[str, int]:
        """Do one round; returns what was swept or moved."""
        with self._store.writing() as tx:
            did = {"sessions": sweep_sessions(tx), "codes": sweep_codes(tx)}
            did["rules"] = open_secret_rules(tx, (tx.now + _FURTHEST_EAST).date())
        with self._store.reading() as tx:
            idle = idle_partials(tx)
        did["partials"] = 0
        for name in idle:
            with self._store.writing() as tx:
                is_over = forget_partial(tx, name)
            if is_over:
                self._blobs.discard_part(name)
                did["partials"] += 1
        return did

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                did = self.once()
            except (RoundsError, SQLAlchemyError, OSError):
                log.exception("housekeeping failed; it is tried again later")
            else:
                if any(did.values()):
                    log.info("housekeeping", extra=did)
            self._is_over.wait(EVERY_S)
