"""Answering never waits for the sync: no transaction is open while the network is, and a page is written in short ones."""

import dataclasses
import sqlite3
import threading

import pytest

from mobile import actions
from shared.ids import TemplateId
from shared.model.inspection import Result
from shared.sync.messages import PullReply, ScopePage
from shared.sync.messages import Row as FeedRow
from shared.sync.request import Outcome
from shared.sync.session import session
from shared.wire import encode_object
from tests.builders import NOW, POINT, an_id
from tests.mobile.scene import APP
from tests.mobile.tiny_server import FIRST_EPOCH, SCOPE

PATIENCE_S = 60


def begin(scene):
    """Begin a round that is being walked while the sync runs."""
    return actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)


def tap(scene, record, result=Result.PASS):
    actions.answer(scene.tablet, record, "LMR_09", result=result)


def is_free(scene):
    """Tell whether another connection could write at once."""
    other = sqlite3.connect(scene.folder / "tablet.db", timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    else:
        other.execute("ROLLBACK")
        return True
    finally:
        other.close()


def page(scene, count):
    """Make a page of records, as a fresh tablet gets them."""
    body = encode_object(scene.store.inspection(scene.finished()))
    ids = [an_id(0x70000 + n) for n in range(count)]
    rows = tuple(FeedRow("inspection", ident, 1, body={**body, "id": ident}) for ident in ids)
    return PullReply(FIRST_EPOCH, NOW, (ScopePage(SCOPE, 5000, False, rows),))


def test_a_tap_between_any_two_steps_of_a_session_is_written_at_once(scene):
    for _ in range(3):
        scene.finished(failed=True)
    draft = begin(scene)
    scene.store.remember(chunk_bytes=300)
    scene.server.limits = dataclasses.replace(scene.server.limits, chunk_bytes=300)
    steps = session(scene.store, scene.clock, APP)
    request, taps = next(steps), 0

    with pytest.raises(StopIteration) as end:
        while True:
            assert is_free(scene), f"{request.path} is awaited with a transaction open"
            tap(scene, draft, (Result.PASS, Result.FAIL)[taps % 2])
            taps += 1
            request = steps.send(scene.server.carry(request))

    assert end.value.value.outcome is Outcome.DONE
    assert taps >= 5
    assert scene.store.head(draft).status.value == "draft"
    assert [answer.result for answer in scene.store.answers(draft)] == [(Result.PASS, Result.FAIL)[(taps - 1) % 2]]


def test_taps_during_the_saving_of_pages_are_all_kept(scene):
    reply, begun = page(scene, 300), threading.Event()
    draft = begin(scene)

    def pull():
        for _ in range(4):
            scene.store.save_pull(reply)
            begun.set()
        scene.store.close_thread()

    puller = threading.Thread(target=pull)
    puller.start()
    assert begun.wait(PATIENCE_S)
    taps = 0
    while puller.is_alive() or taps < 20:
        tap(scene, draft, (Result.PASS, Result.FAIL)[taps % 2])
        taps += 1
    puller.join(PATIENCE_S)

    assert [answer.result for answer in scene.store.answers(draft)] == [(Result.PASS, Result.FAIL)[(taps - 1) % 2]]
    assert scene.store.cursors()[SCOPE] == 5000
