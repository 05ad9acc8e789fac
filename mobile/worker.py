"""One background thread that drives sync sessions; and the way to enrol.

What there is to do is read from the store's rows each time, never from a flag that could be lost: the thread wakes by
timer, by a new operation (after a pause of five seconds, so that more may join), by ``wake`` (the button, the network
is back), and asks the store. One session at a time, in this process and, by a lock file, on this tablet.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol, Self, runtime_checkable

from mobile.device.files import PhotoFiles
from mobile.store.database import stamp
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from mobile.transport import HttpTransport, normal_url
from shared.clock import Clock
from shared.errors import MalformedError, OfflineError, StoreError
from shared.ids import DeviceId, IdSource
from shared.sync.messages import Enrol, Enrolled
from shared.sync.problem import error_of, read_problem
from shared.sync.request import Outcome, Request, Response, SyncReport
from shared.sync.session import Gauges, drive, session, unhurried
from shared.wire import decode, dumps, encode, loads

log = logging.getLogger(__name__)

EVERY_S = 15 * 60.0
DEBOUNCE_S = 5.0
SHORTEST_BACKOFF_S = 5.0
LONGEST_BACKOFF_S = 15 * 60.0
STOP_S = 5.0


def doing(request: Request) -> str:
    """Name what a request is for, as the sync screen tells it."""
    if request.path.startswith("/v1/blobs/"):
        return "fetch" if request.method == "GET" else "photos"
    name = request.path.rpartition("/")[2]
    return "photos" if name == "query" else name


class Carrier(Protocol):
    """Carries requests; ``mobile.transport.HttpTransport`` and its twins in tests."""

    def carry(self, request: Request) -> Response: ...
    def close(self) -> None: ...


@runtime_checkable
class Foresight(Protocol):
    """A carrier that may send a request before it is asked to, as ``HttpTransport.ahead`` does."""

    def ahead(self, request: Request) -> None: ...


Connect = Callable[[Enrolment], Carrier]


def http(enrolment: Enrolment) -> Carrier:
    """Connect to the server that a tablet is enrolled with."""
    return HttpTransport(enrolment.server_url, enrolment.token)


class Worker:
    """Synchronises in the background. ``connect`` makes the transport, ``draw`` draws from 0..1 for the back-off."""

    def __init__(
        self,
        store: SqliteTabletStore,
        clock: Clock,
        app: str,
        connect: Connect = http,
        gauges: Callable[[], Gauges] = Gauges,
        draw: Callable[[], float] = random.random,
    ) -> None:
        self.store = store
        self.clock = clock
        self.app = app
        self.connect = connect
        self.gauges = gauges
        self.draw = draw
        self.on_progress: Callable[[], None] = lambda: None
        self._single_flight = threading.Lock()
        self._condition = threading.Condition()
        self._due_s = 0.0
        self._is_paused = False
        self._is_stopping = False
        self._thread: threading.Thread | None = None

    # from outside -------------------------------------------------------------------------------------------------

    def start(self, on_progress: Callable[[], None] = lambda: None) -> None:
        """Start the thread; ``on_progress`` is called on it whenever there may be something new to show."""
        self.on_progress = on_progress
        with self._condition:
            if self._thread is None:
                self._is_stopping, self._due_s = False, 0.0
                self._thread = threading.Thread(target=self._loop, name="sync", daemon=True)
                self._thread.start()

    def stop(self, timeout_s: float = STOP_S) -> None:
        """End the thread: a running session ends before its next request; what it did is kept."""
        with self._condition:
            thread, self._thread = self._thread, None
            self._is_stopping = True
            self._condition.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout_s)

    def wake(self) -> None:
        """Synchronise now: the button was pressed, the network is back, or the app came to the front again."""
        with self._condition:
            self._is_paused = False
        self._run_in(0.0)

    def new_op(self) -> None:
        """Synchronise soon: something was queued, and more may follow."""
        self._run_in(DEBOUNCE_S)

    def pause(self) -> None:
        """Begin no more sessions until ``wake``: the app is in the background."""
        with self._condition:
            self._is_paused = True

    def run_once(self) -> SyncReport | None:
        """Run one session now, in this thread; None if the tablet is not enrolled or another session is running."""
        enrolment = self.store.enrolment()
        if enrolment is None or not self._single_flight.acquire(blocking=False):
            return None
        try:
            with ProcessLock(self.store.path.with_name("sync.lock")) as lock:
                if lock.is_held:
                    return self._session(enrolment)
            self._run_in(DEBOUNCE_S, only_later=True)  # what was asked for may have come too late for that session
            return None
        finally:
            self._single_flight.release()

    # inside -------------------------------------------------------------------------------------------------------

    def _session(self, enrolment: Enrolment) -> SyncReport:
        carrier = self.connect(enrolment)
        self.store.is_syncing = True
        self.on_progress()
        try:
            ahead = carrier.ahead if isinstance(carrier, Foresight) else unhurried
            report = drive(
                session(self.store, self.clock, self.app, self.gauges, ahead=ahead), self._carried_by(carrier)
            )
            PhotoFiles(self.store.files).make_missing_thumbs()
        except StoreError as error:
            report = SyncReport(Outcome.REFUSED, error.code, error.retry)
        finally:
            self.store.is_syncing = False
            carrier.close()
        self._note(report)
        self.on_progress()
        return report

    def _carried_by(self, carrier: Carrier) -> Callable[[Request], Response]:
        def carry(request: Request) -> Response:
            if self._is_stopping:
                raise OfflineError(reason="stopped")
            self.store.doing = doing(request)
            self.on_progress()
            return carrier.carry(request)

        return carry

    def _note(self, report: SyncReport) -> None:
        now = self.clock.read().wall
        is_done = report.outcome is Outcome.DONE
        failures = 0 if is_done else self.store.failures() + 1
        wait_s = EVERY_S if is_done else backoff_s(failures, report.retry_after_s, self.draw())
        facts = {
            "try_at": stamp(now),
            "code": report.code,
            "failures": str(failures),
            "notes": " ".join(report.notes),
            "next_at": stamp(now + timedelta(seconds=wait_s)),
        }
        if is_done:
            facts["success_at"] = stamp(now)
        try:
            with self.store.transaction():
                self.store.note_try(facts)
            self.store.unkept_try = {}
        except StoreError:
            log.exception("the end of a session could not be noted")
            self.store.unkept_try = facts  # the screen says all the same why nothing is sent
        self._run_in(wait_s, only_later=True)

    def _loop(self) -> None:
        while self._wait():
            try:
                self.run_once()
            except Exception:
                log.exception("a sync session failed")
                self._run_in(LONGEST_BACKOFF_S, only_later=True)
        self.store.close_thread()

    def _wait(self) -> bool:
        """Wait until something is due; False when it is time to end. The next timer is set first: it cannot be lost."""
        with self._condition:
            while not self._is_stopping:
                left_s = self._due_s - time.monotonic()
                if left_s <= 0 and not self._is_paused:
                    self._due_s = time.monotonic() + EVERY_S
                    return True
                self._condition.wait(max(left_s, 0.0) if not self._is_paused else None)
            return False

    def _run_in(self, wait_s: float, *, only_later: bool = False) -> None:
        """Set the timer; a waiting thread takes an earlier time at once, a session's own end only sets it later."""
        with self._condition:
            due_s = time.monotonic() + wait_s
            is_asked = self._due_s < time.monotonic() + DEBOUNCE_S
            if not only_later:
                self._due_s = min(self._due_s, due_s)
            elif not is_asked:
                self._due_s = due_s
            self._condition.notify_all()


def backoff_s(failures: int, retry_after_s: int, drawn: float) -> float:
    """Return how long to wait after so many failures in a row: full jitter up to 5 s, 10 s ... 15 min.

    What the server asked for counts as the least; ``drawn`` is from 0..1.
    """
    ceiling_s = min(LONGEST_BACKOFF_S, SHORTEST_BACKOFF_S * float(1 << min(max(failures - 1, 0), 16)))
    return max(float(retry_after_s), ceiling_s * drawn, 1.0)


def enrol(
    store: SqliteTabletStore,
    ids: IdSource,
    server_url: str,
    code: str,
    name: str,
    app: str,
    transport_to: Callable[[str], Carrier] = HttpTransport,
) -> Enrolment:
    """Enrol this tablet with a one-time code; call it on a worker thread.

    The tablet keeps its id at every try, so that work made here stays its own. Nothing is stored unless it succeeds.

    Raises:
        OfflineError: the server was not reached.
        EnrolmentCodeError: the code is wrong, used or old.
        RoundsError: whatever else the server said.
    """
    url = normal_url(server_url)
    device = store.own_device(DeviceId(ids.new()))
    message = Enrol(code.strip(), device, name.strip(), app)
    headers = {"content-type": "application/json", **_proof(store, url)}
    transport = transport_to(url)
    try:
        answer = transport.carry(Request("POST", "/v1/enrol", headers, dumps(encode(message)).encode()))
    finally:
        transport.close()
    enrolled = _enrolled(answer)
    enrolment = Enrolment(
        url,
        enrolled.device,
        name.strip(),
        enrolled.site,
        enrolled.site_name,
        enrolled.person,
        enrolled.person_name,
        enrolled.token,
    )
    store.enrol(enrolment, enrolled.epoch)
    return enrolment


def _proof(store: SqliteTabletStore, url: str) -> dict[str, str]:
    """Return the header that shows a server who enrolled this tablet that it is the same one; no other server sees it."""
    known = store.enrolment()
    if known is None or known.server_url != url:
        return {}
    return {"Authorization": f"Bearer {known.token}"}


def _enrolled(answer: Response) -> Enrolled:
    try:
        document = loads(answer.body)
        if answer.status >= 400:
            raise error_of(read_problem(answer.status, document))
        return decode(Enrolled, document)
    except MalformedError as error:
        raise OfflineError(reason="cut", status=answer.status) from error


class ProcessLock:
    """Holds a lock file while a session runs, where the system can lock files; another process then waits its turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_held = False
        self._file: Any = None

    def __enter__(self) -> Self:
        try:
            import fcntl
        except ImportError:  # Windows: the thread's own lock is what there is
            self.is_held = True
            return self
        self._file = self.path.open("ab")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.is_held = True
        except OSError:
            self.is_held = False
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
        self.is_held = False
