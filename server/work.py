"""The work that one process does for all, turn by turn: held letters, sweeps, surprise inspections of the day.

``rounds work`` is this and nothing else; with one process ``rounds serve`` does it beside serving. A lease in the
database keeps two from doing it at once and replaces one that died; doing a turn twice is harmless all the same.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from datetime import timedelta
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from server.housekeeping import Housekeeping
from server.letters import apply_held
from server.store import ServerStore
from server.store.lease import give_back, note_work, take
from shared.errors import RoundsError
from shared.sync.exchange import Exchange

log = logging.getLogger(__name__)
WORK: Final = "work"
"""The name of the lease."""
EVERY_S: Final = 60.0
TERM: Final = timedelta(seconds=150)
"""How long a worker that died keeps others waiting; two turns and a half, so that a slow one is not overtaken."""
_STOP_WITHIN_S = 10.0


class Work:
    """Takes turns until it is told to stop. ``turn`` is one of them; ``run`` and ``start`` repeat it."""

    def __init__(self, store: ServerStore, housekeeping: Housekeeping, exchange: Exchange) -> None:
        self.holder = f"{socket.gethostname()[:80]}:{os.getpid()}:{store.ids.new()}"
        self._store = store
        self._housekeeping = housekeeping
        self._exchange = exchange
        self._has_lease = False
        self._has_tried_letters = False
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self.run, name="work", daemon=True)

    def turn(self) -> dict[str, int]:
        """Do the work if it is ours to do; returns what was done, nothing while another process holds the lease.

        Raises:
            RoundsError, SQLAlchemyError, OSError: the database or the photos could not be reached; try again later.
        """
        had_lease = self._has_lease
        self._has_lease = self._store.act(lambda tx: take(tx, WORK, self.holder, TERM))
        if self._has_lease != had_lease:
            log.info("this process does the work" if self._has_lease else "another process does the work")
        if not self._has_lease:
            return {}
        did = {"letters": self._apply_letters()} | self._housekeeping.once()
        self._store.act(lambda tx: note_work(tx, WORK, self.holder))
        return did

    def run(self) -> None:
        """Take a turn every minute until ``stop``; then let go of the lease."""
        while not self._is_over.is_set():
            try:
                did = self.turn()
            except (RoundsError, SQLAlchemyError, OSError):
                log.exception("the work failed; it is tried again later")
            else:
                if any(did.values()):
                    log.info("worked", extra=did)
            self._is_over.wait(EVERY_S)
        self._let_go()

    def start(self) -> None:
        """Run in a thread of this process."""
        self._thread.start()

    def tell_to_stop(self) -> None:
        """End ``run`` after the turn under way; may be called from a signal handler."""
        self._is_over.set()

    def stop(self) -> None:
        """End the thread, after the turn under way."""
        self.tell_to_stop()
        if self._thread.is_alive():
            self._thread.join(timeout=_STOP_WITHIN_S)

    def _apply_letters(self) -> int:
        """Apply once per process what waited for this version of the server; a letter that breaks it stops no sweep."""
        if self._has_tried_letters:
            return 0
        self._has_tried_letters = True
        try:
            return apply_held(self._store, self._exchange)
        except RoundsError:
            log.exception("a held letter could not be applied; it waits for the next start")
            return 0

    def _let_go(self) -> None:
        if not self._has_lease:
            return
        try:
            self._store.act(lambda tx: give_back(tx, WORK, self.holder))
        except (RoundsError, SQLAlchemyError):
            log.exception("the lease could not be given back; it ends by itself")
