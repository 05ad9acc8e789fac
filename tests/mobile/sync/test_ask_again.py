"""What became of what the server refused: the tablet asks with each hello, and hears what the office did about it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.errors import AlreadyFinalError, BusyError, ServerFaultError, TokenExpiredError
from shared.sync.messages import OpStatus
from shared.sync.request import Outcome
from shared.sync.session import Gauges, drive, session
from shared.wire import loads
from tests.mobile.scene import APP
from tests.mobile.tiny_server import problem

PUSH = "/v1/sync/push"
OFFICE = {"act": "applied", "by": "何系统", "at": "2026-11-23T09:00:00Z", "word": "已核对"}


@pytest.fixture
def refused(scene):
    """A hazard that the server refused; its operation's id."""
    scene.finished(failed=True)
    scene.server.refused["hazard.raise"] = AlreadyFinalError()
    scene.sync()
    scene.server.requests.clear()
    return scene.store.sync_state().parked[0].op_id


def settle(scene, op_id, status, act):
    """Let the office settle a dead letter: the receipt tells."""
    old = scene.server.receipts[op_id]
    scene.server.receipts[op_id] = replace(
        old, status=status, problem={**old.problem, "office": {**OFFICE, "act": act}}
    )


def ask(scene):
    scene.clock.advance(timedelta(hours=1))
    return scene.sync()


def test_what_was_refused_is_asked_for_with_each_hello_and_not_in_between(scene, refused):
    scene.sync()
    between = scene.server.paths()
    ask(scene)

    assert f"POST {PUSH}" not in between
    assert scene.server.paths().count(f"POST {PUSH}") == 1
    assert [one.op_id for one in scene.store.sync_state().parked] == [refused]


def test_what_the_office_applied_is_no_more_in_the_way_and_is_told(scene, refused):
    settle(scene, refused, OpStatus.APPLIED, "applied")

    ask(scene)

    state = scene.store.sync_state()
    assert state.parked == ()
    assert [(one.op_id, one.act, one.by, one.word) for one in state.answered] == [
        (refused, "applied", "何系统", "已核对")
    ]


def test_what_the_office_set_aside_is_told_and_still_kept_for_a_restored_server(scene, refused):
    settle(scene, refused, OpStatus.REJECTED, "aside")

    ask(scene)

    state = scene.store.sync_state()
    assert (state.parked, [one.act for one in state.answered]) == ((), ["aside"])
    scene.server.restore_backup()
    scene.server.refused.clear()
    ask(scene)
    assert "hazard.raise" in scene.server.kinds()


def test_what_was_read_leaves_the_list_of_answers(scene, refused):
    settle(scene, refused, OpStatus.APPLIED, "applied")
    ask(scene)

    with scene.store.transaction():
        scene.store.dismiss(refused)

    assert scene.store.sync_state().answered == ()


@pytest.mark.parametrize("error", [ServerFaultError(), BusyError()])
def test_a_question_that_fails_delays_nothing(scene, refused, error):
    scene.server.script(PUSH, problem(error))

    report = ask(scene)

    assert report.outcome is Outcome.DONE
    assert [one.op_id for one in scene.store.sync_state().parked] == [refused]


def test_a_question_that_is_answered_with_sign_in_ends_the_session(scene, refused):
    scene.server.script(PUSH, problem(TokenExpiredError()))

    assert ask(scene).code == "token-expired"


def test_a_tablet_with_nothing_to_send_tells_with_each_hello_how_it_is(scene):
    scene.sync()
    assert scene.server.paths() == ["POST /v1/sync/pull"]
    scene.clock.advance(timedelta(hours=1))

    drive(session(scene.store, scene.clock, APP, lambda: Gauges(42, 5_000_000_000)), scene.server.carry)

    push = loads(next(request.body for request in scene.server.requests if request.path == PUSH))
    assert push["ops"] == []
    assert push["health"]["battery_percent"] == 42


def test_a_tablet_that_sent_something_does_not_say_it_twice(scene):
    scene.finished()
    scene.clock.advance(timedelta(hours=1))

    scene.sync()

    assert scene.server.paths().count(f"POST {PUSH}") == 1
