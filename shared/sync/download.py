"""The last part of a session: photos of open hazards that this tablet did not take, for whoever goes to recheck them.

Each is asked for once a session and kept only if its bytes hash to its name; one that cannot be had waits an hour.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from shared.errors import Retry
from shared.ids import Sha256
from shared.sync.asking import Asking, RefusedError, Steps
from shared.sync.request import Request

MOST_PHOTOS = 100
SET_ASIDE = timedelta(hours=1)


class Download:
    """Fetches the photos that the store wants."""

    def __init__(self, asking: Asking, push: Callable[[], Steps[None]]) -> None:
        self.asking = asking
        self.store = asking.store
        self.push = push

    def photos(self) -> Steps[None]:
        """Fetch what is wanted, with new operations first between any two.

        Raises:
            OfflineError: the connection ended; what came is kept.
            RefusedError: the server does not let this tablet in now.
        """
        for sha256 in self.store.wanted_blobs(MOST_PHOTOS, self.asking.now()):
            yield from self.fetch(sha256)
            if self.store.waiting_ops(1, 0, self.asking.now()):
                yield from self.push()

    def fetch(self, sha256: Sha256) -> Steps[None]:
        """Fetch one photo."""
        try:
            answer = yield from self.asking.ask(Request("GET", f"/v1/blobs/{sha256}"))
        except RefusedError as error:
            is_missing = error.problem.status in {403, 404} and error.problem.retry is Retry.NEVER
            if not is_missing and not error.is_fault:
                raise
        else:
            if self.store.keep_blob(sha256, answer.body):
                return
        self.store.skip_blob(sha256, self.asking.now() + SET_ASIDE)
