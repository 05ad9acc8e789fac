"""The background thread: one session at a time, awake for every reason, alive after every failure."""

import threading
import time
from datetime import timedelta

import pytest

from mobile.errands import Errands
from mobile.worker import DEBOUNCE_S, EVERY_S, ProcessLock, Worker, backoff_s, enrol
from shared.errors import BusyError, OfflineError, ReadOnlyDiskError, StoreError, UnsupportedProtocolError
from shared.ids import Epoch
from shared.sync.messages import Enrol, Enrolled
from shared.sync.request import Outcome, Response
from shared.wire import decode, dumps, encode, loads
from tests.builders import LEAD, NOW, SITE, SeededIds, an_id
from tests.mobile.scene import APP, open_store
from tests.mobile.tiny_server import problem

PATIENCE_S = 300


def a_worker(scene, carrier=None):
    return Worker(scene.store, scene.clock, APP, connect=lambda _who: carrier or scene.server, draw=lambda: 1.0)


class Broken:
    """A carrier that fails in a way that nobody thought of, the first time."""

    def __init__(self, server) -> None:
        self.server = server
        self.calls = 0

    def carry(self, request):
        self.calls += 1
        if self.calls == 1:
            raise ZeroDivisionError
        return self.server.carry(request)

    def close(self) -> None:
        """Nothing is held open."""


def test_a_session_that_went_well_is_noted_with_the_next_one(scene):
    report = a_worker(scene).run_once()

    state = scene.store.sync_state()
    assert report.outcome is Outcome.DONE
    assert (state.last_success_at, state.last_error_code) == (scene.clock.wall, "")
    assert state.next_try_at == scene.clock.wall + timedelta(minutes=15)
    assert not state.is_running


def test_failures_wait_longer_and_longer_and_are_noted_with_their_reason(scene):
    waits = []
    for _ in range(3):
        scene.server.script("/v1/sync/pull", OfflineError(reason="unreachable"))
        a_worker(scene).run_once()
        waits.append((scene.store.sync_state().next_try_at - scene.clock.wall).total_seconds())

    state = scene.store.sync_state()
    assert waits == [5, 10, 20]
    assert (state.last_error_code, state.is_offline) == ("offline-unreachable", True)
    assert state.last_success_at is None


def test_what_a_session_found_besides_is_kept_for_the_screen(scene):
    scene.server.script("/v1/sync/pull", problem(UnsupportedProtocolError()), problem(UnsupportedProtocolError()))

    a_worker(scene).run_once()
    assert scene.store.sync_state().notes == ("upgrade-to-pull",)
    scene.server.next_answers.clear()
    a_worker(scene).run_once()

    assert scene.store.sync_state().notes == ()


def test_a_success_forgets_the_failures(scene):
    scene.server.script("/v1/sync/pull", OfflineError(reason="unreachable"))
    a_worker(scene).run_once()
    a_worker(scene).run_once()

    assert scene.store.failures() == 0
    assert scene.store.sync_state().last_error_code == ""


def test_what_the_server_asked_for_is_the_least_to_wait(scene):
    scene.server.script("/v1/sync/pull", problem(BusyError(), **{"retry-after": "300"}))

    a_worker(scene).run_once()

    assert scene.store.sync_state().next_try_at == scene.clock.wall + timedelta(seconds=300)


@pytest.mark.parametrize(
    ("failures", "drawn", "wait_s"), [(1, 1.0, 5), (2, 1.0, 10), (50, 1.0, 900), (50, 0.5, 450), (1, 0.0, 1)]
)
def test_the_back_off_grows_to_a_quarter_of_an_hour_with_full_jitter(failures, drawn, wait_s):
    assert backoff_s(failures, 0, drawn) == wait_s


def test_a_tablet_that_is_not_enrolled_does_nothing(scene, tmp_path):
    store = open_store(tmp_path / "fresh", lambda _name: None)

    assert Worker(store, scene.clock, APP).run_once() is None
    store.close()


class Door:
    """Lets every tablet in and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown = []

    def carry(self, request):
        self.shown.append(request.headers.get("Authorization"))
        message = decode(Enrol, loads(request.body))
        said = Enrolled("new-token", message.device, SITE, LEAD, "李队", "龙山国际", Epoch(an_id(0xE0)), NOW)
        return Response(200, {}, dumps(encode(said)).encode())

    def close(self) -> None:
        """Nothing is held open."""


def test_a_tablet_that_changes_hands_shows_its_token_to_the_server_that_gave_it_and_to_no_other(scene):
    known, door = scene.store.enrolment(), Door()

    for url in (known.server_url, known.server_url, "http://elsewhere.test"):
        enrol(scene.store, SeededIds(1), url, "K7M2P9XQ", "平板 1", APP, lambda _url: door)

    assert door.shown == [f"Bearer {known.token}", "Bearer new-token", None]


def test_a_failing_disk_ends_the_session_with_its_reason(scene):
    scene.finished()

    class FullDisk(Broken):
        def carry(self, request):
            raise StoreError(detail="no space")

    report = a_worker(scene, FullDisk(scene.server)).run_once()

    assert report.outcome is Outcome.REFUSED


def test_an_end_that_the_disk_takes_no_note_of_is_said_all_the_same_until_it_does(scene):
    # given: a tablet that synchronised once, whose storage has become read-only
    worker = a_worker(scene)
    worker.run_once()
    succeeded = scene.clock.wall
    scene.finished()
    scene.clock.advance(timedelta(hours=1))
    scene.store._rows("PRAGMA query_only = 1")
    # when
    for _ in range(2):
        worker.run_once()
    # then
    state = scene.store.sync_state()
    assert (state.last_error_code, state.last_try_at) == (ReadOnlyDiskError.code, scene.clock.wall)
    assert state.next_try_at == scene.clock.wall + timedelta(seconds=10)
    assert state.last_success_at == succeeded
    # and once it can be written again
    scene.store._rows("PRAGMA query_only = 0")
    worker.run_once()
    assert (scene.store.sync_state().last_error_code, scene.store.failures()) == ("", 0)


def test_two_processes_do_not_synchronise_at_once(scene):
    with ProcessLock(scene.folder / "sync.lock") as other:
        assert other.is_held
        assert a_worker(scene).run_once() is None

    assert a_worker(scene).run_once() is not None


def test_who_finds_another_process_at_it_tries_again_soon(scene):
    worker = a_worker(scene)
    worker._due_s = time.monotonic() + EVERY_S

    with ProcessLock(scene.folder / "sync.lock"):
        worker.run_once()

    assert worker._due_s <= time.monotonic() + DEBOUNCE_S


def test_two_threads_do_not_synchronise_at_once(scene):
    inside, go_on = threading.Event(), threading.Event()

    class Slow(Broken):
        def carry(self, request):
            inside.set()
            go_on.wait(PATIENCE_S)
            return self.server.carry(request)

    worker = a_worker(scene, Slow(scene.server))
    thread = threading.Thread(target=worker.run_once)
    thread.start()
    inside.wait(PATIENCE_S)

    assert worker.run_once() is None
    assert scene.store.sync_state().is_running

    go_on.set()
    thread.join()
    assert not scene.store.sync_state().is_running


@pytest.mark.process
def test_the_thread_synchronises_at_its_start_and_when_it_is_woken(scene):
    done = threading.Semaphore(0)
    worker = a_worker(scene)
    record = scene.finished()

    worker.start(lambda: done.release() if not scene.store.is_syncing else None)
    assert done.acquire(timeout=PATIENCE_S)
    assert scene.store.head(record).shipment.value == "sent"
    record = scene.finished()
    worker.wake()
    assert done.acquire(timeout=PATIENCE_S)

    assert scene.store.head(record).shipment.value == "sent"
    worker.stop()


@pytest.mark.process
def test_the_thread_outlives_what_nobody_thought_of(scene, caplog):
    done = threading.Semaphore(0)
    carrier = Broken(scene.server)
    worker = a_worker(scene, carrier)
    record = scene.finished()

    worker.start(lambda: done.release() if not scene.store.is_syncing and carrier.calls > 1 else None)
    failed = threading.Event()
    while carrier.calls == 0 and not failed.wait(0.001):
        pass
    worker.wake()
    assert done.acquire(timeout=PATIENCE_S)

    assert scene.store.head(record).shipment.value == "sent"
    assert "a sync session failed" in caplog.text
    worker.stop()


@pytest.mark.process
def test_a_paused_worker_begins_nothing_until_it_is_woken(scene):
    done = threading.Semaphore(0)
    worker = a_worker(scene)
    worker.pause()
    worker.start(lambda: done.release() if not scene.store.is_syncing else None)
    worker.new_op()

    assert scene.server.requests == []

    worker.wake()
    assert done.acquire(timeout=PATIENCE_S)
    worker.stop()


@pytest.mark.process
def test_a_stopped_worker_ends_its_session_before_the_next_request(scene):
    scene.finished(failed=True)
    inside, go_on = threading.Event(), threading.Event()

    class Slow(Broken):
        def carry(self, request):
            self.calls += 1
            inside.set()
            go_on.wait(PATIENCE_S)
            return self.server.carry(request)

    carrier = Slow(scene.server)
    worker = a_worker(scene, carrier)
    worker.start()
    inside.wait(PATIENCE_S)
    thread = worker._thread
    worker.stop(timeout_s=0)
    go_on.set()
    thread.join(PATIENCE_S)

    assert not thread.is_alive()
    assert carrier.calls == 1
    assert scene.store.sync_state().waiting == 0  # what the one request brought is kept


@pytest.mark.process
def test_errands_run_in_turn_and_bring_back_result_or_exception(scene):
    errands, outcomes = Errands(), []
    finished = threading.Event()

    errands.run(lambda: 1 + 1, outcomes.append)
    errands.run(lambda: 1 // 0, outcomes.append)
    errands.run(lambda: threading.current_thread().name, lambda name: (outcomes.append(name), finished.set()))
    assert finished.wait(PATIENCE_S)
    errands.close()

    assert outcomes[0] == 2
    assert isinstance(outcomes[1], ZeroDivisionError)
    assert outcomes[2] == "errands"
