"""One background thread for what must not run on the UI's, apart from the one that syncs: the first list needs it alone."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from shared.errors import RoundsError

log = logging.getLogger(__name__)
STOP_S = 5.0


class Errands:
    """One more thread for what must not run on the UI's: making photos small, enrolling."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[tuple[Callable[[], Any], Callable[[Any], None] | None] | None] = (
            queue.SimpleQueue()
        )
        self._thread: threading.Thread | None = None

    def run(self, errand: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        """Run ``errand`` soon; ``done`` is called on that thread with its result, or with the exception it raised."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="errands", daemon=True)
            self._thread.start()
        self._queue.put((errand, done))

    def close(self, timeout_s: float = STOP_S) -> None:
        """Finish what is queued and end."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout_s)
            self._thread = None

    def _loop(self) -> None:
        while (job := self._queue.get()) is not None:
            errand, done = job
            try:
                outcome: object = errand()
            except RoundsError as error:
                outcome = error
            except Exception as error:  # the border of this thread
                log.exception("an errand failed")
                outcome = error
            if done is not None:
                done(outcome)
