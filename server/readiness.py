"""Whether this server can work: database writable and of our schema, photos within reach, room on the disk.

Asked by proxies and people every few seconds, of every process: what was found is good for a few seconds, so that
asking costs nothing.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from server import migrations
from server.db import DATABASE_ERRORS
from server.files import BlobStore
from server.store import ServerStore, Tx
from server.store.lease import find_lease
from server.store.schema import epoch, is_empty, is_writable, revision
from shared.errors import BusyError, RoundsError, StorageFullError

log = logging.getLogger(__name__)
LEAST_FREE: Final = 64 << 20
GOOD_FOR_S: Final = 3.0
_RETRY_AFTER_S: Final = 5


@dataclass(frozen=True, slots=True)
class Ready:
    """What was found of a server that can work.

    ``schema``: the revision of the database. ``worked_ago_s``: how long ago the work of all was last done to its end
    (``server.work``), nothing if never; it is late after some minutes, which stops nobody from serving.
    """

    status: str
    schema: str
    free_bytes: int
    worked_ago_s: int | None


class Readiness:
    """Looks, and remembers for a few seconds what it saw. One for all request threads."""

    def __init__(
        self,
        store: ServerStore,
        blobs: BlobStore,
        home: Path,
        lease: str,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._home = home
        self._lease = lease
        self._tick = tick
        self._turn = threading.Lock()
        self._seen: tuple[float, Ready | RoundsError] | None = None
        self._behind = migrations.older()

    def check(self) -> Ready:
        """Say that the server can work.

        Raises:
            BusyError: it cannot now; ``detail`` says what is not there.
            StorageFullError: the disk is full.
        """
        found = self._fresh()
        if isinstance(found, RoundsError):
            raise type(found)(**found.facts)
        return found

    def _fresh(self) -> Ready | RoundsError:
        """Look, unless it was done just now; while one thread looks, others make do with what was seen last."""
        seen = self._seen
        if seen is not None and not self._turn.acquire(blocking=False):
            return seen[1]
        if seen is None:
            self._turn.acquire()
        try:
            if self._seen is None or self._seen[0] + GOOD_FOR_S <= self._tick():
                found = self._look()
                self._seen = (self._tick(), found)
            return self._seen[1]
        finally:
            self._turn.release()

    def _look(self) -> Ready | RoundsError:
        try:
            ready = self._database()
            self._blobs.reach()
        except StorageFullError as error:
            return error
        except RoundsError as error:
            log.warning("not ready", extra={"reason": str(error)})
            return BusyError(**error.facts)
        except (OSError, *DATABASE_ERRORS) as error:
            log.warning("not ready", exc_info=error)
            is_database = isinstance(error, DATABASE_ERRORS)
            return _not_ready("the database takes no writes" if is_database else "the photos are out of reach")
        return ready if ready.free_bytes >= LEAST_FREE else StorageFullError()

    def _database(self) -> Ready:
        """Read what must be there in a writing transaction: where nothing can be written, none begins."""
        with self._store.writing() as tx:
            found = revision(tx)
            # The schema is judged before anything is read of it: what an older one lacks cannot be asked for.
            if found in self._behind or (not found and is_empty(tx)) or not epoch(tx):
                raise _not_ready("the database is not up to date; run `rounds migrate`")
            if not is_writable(tx):
                raise _not_ready("the database takes no writes")
            return Ready("ok", found, shutil.disk_usage(self._home).free, self._worked_ago_s(tx))

    def _worked_ago_s(self, tx: Tx) -> int | None:
        lease = find_lease(tx, self._lease)
        at = lease.worked_at if lease else None
        return None if at is None else max(0, int((tx.now - at).total_seconds()))


def _not_ready(detail: str) -> BusyError:
    return BusyError(detail=detail, retry_after_s=_RETRY_AFTER_S)
