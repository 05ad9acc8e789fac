"""Does the jobs that people of the office asked for, in a process of its own, so that no page waits for them.

``rounds serve`` (or ``rounds work``) has a ``Foreman``: it looks every second whether something is due and then starts
``rounds jobs``, which works until nothing has been due for a minute. What that process holds (fonts, typesetting: 300 MB)
is given back with it; if it is killed, what it had under way is begun again by the next one.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from server.config import Config
from server.db import DATABASE_ERRORS
from server.files import BlobStoreError
from server.office.jobs.handler import Handler, JobRefusedError, Made, Running, reader_of
from server.office.parts import OfficeParts
from server.store import ServerStore
from server.store.job import (
    MOST_BYTES,
    Job,
    JobLostError,
    add_part,
    chunks,
    fail,
    finish,
    go_on,
    has_due,
    let_go,
    put_off,
    take_next,
)
from shared.errors import BusyError, ForbiddenError, StorageFullError, UnknownRecordError

log = logging.getLogger(__name__)
LOOK_EVERY_S: Final = 1.0
IDLE_S: Final = 60.0
"""So long a worker process stays after its last job: its fonts are loaded."""
_TELL_EVERY_S = 0.5
_WAIT: Final = timedelta(seconds=30)
_STOP_WITHIN_S = 10.0


class JobWorker:
    """Does one job after the other. ``turn`` is one of them; ``run`` goes on until it is idle or told to stop."""

    def __init__(self, parts: OfficeParts, handlers: Mapping[str, Handler], holder: str) -> None:
        self.holder = holder
        self._parts = parts
        self._handlers = handlers
        self._is_over = threading.Event()

    def turn(self) -> bool:
        """Do the job that is due for longest; tells whether there was one."""
        one = self._parts.store.act(lambda tx: take_next(tx, self.holder))
        if one is None:
            return False
        facts = {"job": one.id, "kind": one.kind, "tries": one.tries}
        log.info("job begun", extra=facts)
        try:
            self._do(one)
        except JobLostError:
            log.info("job given up: it was cancelled, or is somebody else's", extra=facts)
        else:
            log.info("job ended", extra=facts)
        return True

    def run(self, idle_s: float = IDLE_S) -> None:
        """Work until nothing was due for ``idle_s`` seconds, the process that began this one has gone, or ``stop``."""
        parent, idle_since = os.getppid(), time.monotonic()
        while not self._is_over.is_set() and os.getppid() == parent:
            if self.turn():
                idle_since = time.monotonic()
            elif time.monotonic() - idle_since > idle_s:
                return
            else:
                self._is_over.wait(LOOK_EVERY_S)

    def stop(self) -> None:
        """End ``run`` after the job under way."""
        self._is_over.set()

    def _do(self, one: Job) -> None:
        store = self._parts.store
        try:
            with tempfile.TemporaryDirectory(prefix="rounds-job-") as folder:
                self._keep(one, self._handle(one, Path(folder)))
        except JobLostError:
            raise
        except JobRefusedError as error:
            self._fail(one, error.key)
        except ForbiddenError:
            self._fail(one, "jobs.error_forbidden")
        except UnknownRecordError:
            self._fail(one, "jobs.error_gone")
        except (BusyError, BlobStoreError, StorageFullError, *DATABASE_ERRORS):
            log.warning("a job is put off", exc_info=True, extra={"job": one.id})
            store.act(lambda tx: put_off(tx, one, _WAIT))
        except Exception:  # the border round handlers: one fault ends one job, not the worker
            log.exception("a job failed", extra={"job": one.id, "kind": one.kind})
            self._fail(one, "jobs.error_fault")

    def _handle(self, one: Job, folder: Path) -> Made:
        handler = self._handlers.get(one.kind)
        if handler is None:
            raise JobRefusedError("jobs.error_unknown")
        with self._parts.store.reading() as tx:
            who = reader_of(tx, one)
        return handler(Running(one.params, who, self._parts, folder, _Teller(self._parts.store, one).tell))

    def _keep(self, one: Job, made: Made) -> None:
        """Copy what was made into the database, part by part, and end the job with the last one."""
        store, size_bytes = self._parts.store, made.path.stat().st_size
        if size_bytes > MOST_BYTES:
            raise JobRefusedError("jobs.error_too_large")
        with made.path.open("rb") as file:
            for place, data in enumerate(chunks(file)):
                store.act(lambda tx, place=place, data=data: add_part(tx, one, place, data))  # type: ignore[misc]
        store.act(lambda tx: finish(tx, one, made.name, made.mime, size_bytes))

    def _fail(self, one: Job, key: str) -> None:
        self._parts.store.act(lambda tx: fail(tx, one, key))


class _Teller:
    """Says how far a job is, twice a second at most."""

    def __init__(self, store: ServerStore, one: Job) -> None:
        self._store = store
        self._job = one
        self._told_at = 0.0

    def tell(self, done: int, total: int) -> None:
        """Keep it, and find out whether the job is still ours.

        Raises:
            JobLostError: it is not.
        """
        now = time.monotonic()
        if now - self._told_at < _TELL_EVERY_S and done < total:
            return
        self._told_at = now
        self._store.act(lambda tx: go_on(tx, self._job, done, total))


class Foreman:
    """Starts a worker process when something is due, one at a time. ``turn`` looks once; ``start`` keeps looking."""

    def __init__(self, store: ServerStore, config: Config, command: Sequence[str] = ()) -> None:
        self._store = store
        self._config = config
        self._command = tuple(command) or (sys.executable, "-m", "server.cli", "jobs")
        self._child: subprocess.Popen[bytes] | None = None
        self._holder = ""
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="foreman", daemon=True)

    @property
    def child(self) -> int | None:
        """The id of the worker process, nothing if there is none."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def turn(self) -> None:
        """Give back what a worker that died had, and start one if something is due."""
        if self.child is not None:
            return
        if self._child is not None:
            self._collect()
        with self._store.reading() as tx:
            is_due = has_due(tx)
        if is_due:
            self._holder = f"{os.getpid()}:{self._store.ids.new()}"
            environment = {**os.environ, **environment_of(self._config)}
            self._child = subprocess.Popen([*self._command, "--holder", self._holder], env=environment)  # noqa: S603

    def start(self) -> None:
        """Look every second in a thread of this process."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and the worker process; what that had under way is begun again by the next one."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join(timeout=_STOP_WITHIN_S)
        if self._child is None:
            return
        if self._child.poll() is None:
            self._child.terminate()
            try:
                self._child.wait(_STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
        self._collect()

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                self.turn()
            except Exception:  # the border of this thread: without it jobs would wait for ever, in silence
                log.exception("jobs could not be looked for; it is tried again")
            self._is_over.wait(LOOK_EVERY_S)

    def _collect(self) -> None:
        self._child = None
        given = self._store.act(lambda tx: let_go(tx, self._holder))
        if given:
            log.warning("a worker of jobs died; what it had is begun again", extra={"jobs": given})


def environment_of(config: Config) -> dict[str, str]:
    """Write the settings that a worker process needs as it reads them."""
    ours = str(Path(__file__).resolve().parents[1])
    path = os.pathsep.join(part for part in (ours, os.environ.get("PYTHONPATH", "")) if part)
    found = {"ROUNDS_HOME": str(config.home), "ROUNDS_DB": config.database_url, "ROUNDS_URL": config.public_url}
    found["PYTHONPATH"] = path  # from whatever folder the server was begun
    if isinstance(config.blobs, Path):
        found["ROUNDS_BLOBS"] = str(config.blobs)
    return found
