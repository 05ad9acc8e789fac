"""The work that one process does for all, turn by turn: held letters, grades, sweeps, surprise inspections of the day.

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

from server.housekeeping import Housekeeping
from server.letters import Tried, apply_held
from server.notify.send import Notify
from server.store import ServerStore
from server.store.grade import A_TURN, begin_anew, grade_waiting
from server.store.lease import give_back, note_work, take
from shared.errors import BusyError
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

    def __init__(
        self, store: ServerStore, housekeeping: Housekeeping, exchange: Exchange, notify: Notify | None = None
    ) -> None:
        self.holder = f"{socket.gethostname()[:80]}:{os.getpid()}:{store.ids.new()}"
        self._store = store
        self._housekeeping = housekeeping
        self._exchange = exchange
        self._notify = notify
        self._has_lease = False
        self._has_tried_letters = False
        self._has_begun_grades = False
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self.run, name="work", daemon=True)

    def turn(self) -> dict[str, int]:
        """Do the work if it is ours to do; returns what was done, nothing while another process holds the lease.

        Raises:
            RoundsError, DatabaseFaultError, OSError: the database or the photos could not be reached or used.
        """
        had_lease = self._has_lease
        self._has_lease = self._store.act(lambda tx: take(tx, WORK, self.holder, TERM))
        if self._has_lease != had_lease:
            log.info("this process does the work" if self._has_lease else "another process does the work")
        if not self._has_lease:
            return {}
        did = {"letters": self._apply_letters(), "grades": self._grade()} | self._housekeeping.once()
        self._store.act(lambda tx: note_work(tx, WORK, self.holder))
        if self._notify is not None:
            did |= self._notify.once()
        return did

    def run(self) -> None:
        """Take a turn every minute until ``stop``; then let go of the lease. No fault of one turn ends it."""
        while not self._is_over.is_set():
            try:
                did = self.turn()
            except Exception:  # the border of this thread: without it sweeps would stop for ever, in silence
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
        """Apply once per process what waited for this version of the server, when the database has time for it.

        A letter that breaks it stops no sweep.
        """
        if self._has_tried_letters:
            return 0
        try:
            tried = apply_held(self._store, self._exchange)
        except BusyError:
            return 0
        except Exception:  # the border round letters, which wait anyway; sweeps do not
            log.exception("a held letter could not be applied; it waits for the next start")
            tried = Tried()
        self._has_tried_letters = tried.put_off == 0
        return tried.applied

    def _grade(self) -> int:
        """Grade what has arrived, and after an upgrade of the rules what still waits for review."""
        try:
            if not self._has_begun_grades:
                self._store.act(begin_anew)
                self._has_begun_grades = True
            return len(grade_waiting(self._store, A_TURN))
        except BusyError:
            return 0
        except Exception:  # the border round one record that breaks the rules' reading; sweeps do not wait for it
            log.exception("records could not be graded; it is tried again later")
            return 0

    def _let_go(self) -> None:
        if not self._has_lease:
            return
        try:
            self._store.act(lambda tx: give_back(tx, WORK, self.holder))
        except Exception:  # the end of the thread, or of the process
            log.exception("the lease could not be given back; it ends by itself")
