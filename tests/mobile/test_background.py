"""Sending behind the screen: how long it is tried, and when again."""

import pytest

from mobile import actions
from mobile.background import LATEST_S, SESSIONS, SOONEST_S, TRIES, next_try_s, send_all, unsent
from shared.sync.request import Outcome, SyncReport
from tests.builders import an_id

DONE = SyncReport(Outcome.DONE)
OFFLINE = SyncReport(Outcome.OFFLINE)


class Queue:
    """A tablet with so much to send, whose sessions go as scripted: what is sent, or why not."""

    def __init__(self, waiting, *sessions):
        self.left = waiting
        self.sessions = list(sessions)
        self.runs = 0
        self.failed = 0

    def run_once(self):
        self.runs += 1
        outcome = self.sessions.pop(0) if self.sessions else OFFLINE
        if isinstance(outcome, int):
            self.left -= outcome
            self.failed = 0
            return DONE
        self.failed += outcome is OFFLINE
        return outcome

    def waiting(self):
        return self.left

    def failures(self):
        return self.failed


def test_nothing_is_tried_when_nothing_waits():
    queue, rests = Queue(0), []

    assert send_all(queue, rests.append) is None
    assert (queue.runs, rests) == (0, [])


def test_sending_goes_on_until_nothing_waits():
    queue, rests = Queue(7, 3, OFFLINE, 3, 1), []

    assert send_all(queue, rests.append) is None
    assert (queue.left, queue.runs, len(rests)) == (0, 4, 1)


def test_after_three_fruitless_tries_an_alarm_is_asked_for():
    queue, rests = Queue(5, 1), []

    assert send_all(queue, rests.append) == SOONEST_S
    assert (queue.runs, len(rests)) == (1 + TRIES, TRIES - 1)


def test_a_session_that_the_app_itself_runs_is_waited_for():
    queue, rests = Queue(2, None, 2), []

    assert send_all(queue, rests.append) is None
    assert len(rests) == 1


def test_a_queue_that_only_seems_to_shrink_ends_all_the_same():
    queue = Queue(10 * SESSIONS, *([1] * (2 * SESSIONS)))

    assert send_all(queue, lambda _: None) == SOONEST_S
    assert queue.runs == SESSIONS


@pytest.mark.parametrize(
    ("failures", "wait_s"),
    [(0, SOONEST_S), (3, SOONEST_S), (6, 2 * SOONEST_S), (9, 4 * SOONEST_S), (15, LATEST_S), (10**6, LATEST_S)],
)
def test_tries_become_rarer_up_to_four_hours(failures, wait_s):
    assert next_try_s(failures) == wait_s


def test_operations_and_photos_that_wait_are_counted_until_the_server_has_them(scene):
    nothing = unsent(scene.store)
    actions.add_note(scene.tablet, "hazard", an_id(0xA1), "已通知")
    waiting = unsent(scene.store)

    scene.sync()

    assert (nothing, waiting, unsent(scene.store)) == (0, 1, 0)
