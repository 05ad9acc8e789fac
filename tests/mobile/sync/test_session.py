"""The tablet's half of the protocol: what it asks, in what order, and what it makes of each answer."""

from datetime import timedelta

import pytest

from mobile import actions
from shared.errors import (
    AlreadyFinalError,
    BatchTooLargeError,
    BusyError,
    DeviceRevokedError,
    MalformedError,
    OfflineError,
    Retry,
    ServerFaultError,
    StorageFullError,
    TokenExpiredError,
    UnsupportedProtocolError,
)
from shared.sync.messages import PullReply, PushReply, Row, ScopePage, SyncLimits, Verdict, VerifyReply
from shared.sync.request import Outcome, Response
from shared.sync.session import Gauges, drive, session
from shared.wire import encode_object, loads
from tests.builders import NOW, a_point, an_id
from tests.mobile.scene import APP, Killed
from tests.mobile.tiny_server import FIRST_EPOCH, HEADERS, ORG, SCOPE, ok, problem

HELLO, PUSH, PULL, VERIFY = "/v1/sync/hello", "/v1/sync/push", "/v1/sync/pull", "/v1/sync/verify"
QUERY, BLOB = "/v1/blobs/query", "/v1/blobs"
HOUR = timedelta(hours=1)


def waiting(scene):
    return scene.store.sync_state().waiting


# order ----------------------------------------------------------------------------------------------------------------


def test_records_go_first_then_what_is_new_then_photos_then_what_that_brought(scene):
    scene.finished(failed=True)

    scene.sync()

    assert scene.server.paths() == [
        f"POST {PUSH}",
        f"POST {PULL}",
        f"POST {QUERY}",
        f"PATCH {BLOB}",
        f"POST {PULL}",
    ]


def test_an_idle_tablet_asks_once_what_is_new(scene):
    report = scene.sync()

    assert scene.server.paths() == [f"POST {PULL}"]
    assert (report.outcome, report.requests) == (Outcome.DONE, 1)


def test_hello_is_said_again_after_an_hour_or_when_the_clock_was_set_back(scene):
    scene.clock.advance(HOUR)
    scene.sync()
    scene.clock.jump(timedelta(days=-3))
    scene.sync()

    assert scene.server.paths().count(f"GET {HELLO}") == 2


def test_new_records_go_before_the_next_piece_of_a_photo(scene):
    scene.finished(failed=True)
    scene.store.remember(chunk_bytes=100)
    scene.server.limits = SyncLimits(chunk_bytes=100)
    scene.clock.advance(HOUR)
    steps = session(scene.store, scene.clock, APP)
    request, patches = next(steps), 0

    while patches < 2:
        if request.method == "PATCH":
            patches += 1
            if patches == 1:
                actions.add_note(scene.tablet, "point", an_id(0x11), "路滑")
        request = steps.send(scene.server.carry(request))

    assert scene.server.kinds() == ["inspection.put", "hazard.raise", "note.put"]
    assert scene.server.paths()[-2:] == [f"POST {PUSH}", f"PATCH {BLOB}"]


def test_a_push_tells_the_office_how_the_tablet_is(scene):
    scene.finished(failed=True)
    steps = session(scene.store, scene.clock, APP, lambda: Gauges(71, 12_345))

    drive(steps, scene.server.carry)

    push = loads(next(request.body for request in scene.server.requests if request.path == PUSH))
    assert push["health"]["pending_ops"] == 2
    assert (push["health"]["battery_percent"], push["health"]["free_bytes"]) == (71, 12_345)


# push: every answer ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "outcome", "code", "retry"),
    [
        (OfflineError(reason="unreachable"), Outcome.OFFLINE, "offline-unreachable", Retry.LATER),
        (OfflineError(reason="timeout"), Outcome.OFFLINE, "offline-timeout", Retry.LATER),
        (Response(200, {"content-type": "text/html"}, b"<html>"), Outcome.OFFLINE, "offline-portal", Retry.LATER),
        (Response(302, {"location": "http://wifi/"}), Outcome.OFFLINE, "offline-portal", Retry.LATER),
        (Response(502, {}, b"bad gateway"), Outcome.OFFLINE, "offline-gateway", Retry.LATER),
        (Response(200, HEADERS, b'{"epoch":"01'), Outcome.OFFLINE, "offline-cut", Retry.LATER),
        (Response(200, HEADERS, b"{}"), Outcome.OFFLINE, "offline-cut", Retry.LATER),
        (problem(TokenExpiredError()), Outcome.REFUSED, "token-expired", Retry.LOGIN),
        (problem(DeviceRevokedError()), Outcome.REFUSED, "device-revoked", Retry.LOGIN),
        (problem(UnsupportedProtocolError()), Outcome.REFUSED, "unsupported-protocol", Retry.UPGRADE),
        (problem(BusyError()), Outcome.REFUSED, "busy", Retry.LATER),
        (problem(StorageFullError()), Outcome.REFUSED, "storage-full", Retry.LATER),
        (Response(418, HEADERS, b"?"), Outcome.REFUSED, "status-418", Retry.NEVER),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_push_that_did_not_succeed_keeps_everything(scene, answer, outcome, code, retry):
    scene.finished(failed=True)
    scene.server.script(PUSH, answer)

    report = scene.sync()

    assert (report.outcome, report.code, report.retry) == (outcome, code, retry)
    assert waiting(scene) == 2
    scene.sync()
    assert waiting(scene) == 0


def test_a_busy_server_says_when_to_come_back(scene):
    scene.finished()
    scene.server.script(PUSH, problem(BusyError(), **{"retry-after": "120"}))

    assert scene.sync().retry_after_s == 120


def test_a_lost_answer_is_asked_for_again_and_the_effect_is_single(scene):
    scene.finished()
    steps = session(scene.store, scene.clock, APP)
    scene.server.carry(next(steps))  # the answer never arrives
    steps.close()

    scene.sync()

    assert scene.server.kinds() == ["inspection.put"]
    assert waiting(scene) == 0


def test_an_answer_without_results_is_no_success_and_no_endless_loop(scene):
    scene.finished()
    scene.server.script(PUSH, ok(PushReply(FIRST_EPOCH, NOW, ())))

    report = scene.sync()

    assert (report.pushed, waiting(scene)) == (0, 1)
    assert report.requests < 6


def test_a_batch_that_is_too_large_is_halved_until_it_fits(scene):
    for _ in range(4):
        scene.finished()
    scene.server.script(PUSH, problem(BatchTooLargeError()), problem(BatchTooLargeError()))

    report = scene.sync()

    sizes = [len(batch) for batch in pushed_batches(scene)]
    assert sizes == [4, 2, 1, 2, 1]
    assert (report.outcome, report.pushed) == (Outcome.DONE, 4)


def pushed_batches(scene):
    return [loads(request.body)["ops"] for request in scene.server.requests if request.path == PUSH]


def test_an_operation_that_the_server_cannot_read_is_parked_after_three_tries_and_shown(scene):
    scene.finished(failed=True)
    scene.server.script(PUSH, *[problem(MalformedError(detail="?"))] * 4)

    report = scene.sync()

    (parked,) = scene.store.sync_state().parked
    assert (report.outcome, report.parked) == (Outcome.DONE, 1)
    assert (parked.kind, parked.problem_code) == ("inspection.put", "malformed")
    assert scene.server.kinds() == ["hazard.raise"]


def test_a_poison_operation_delays_nothing_but_itself(scene):
    poisoned = scene.finished()
    others = [scene.finished() for _ in range(5)]
    scene.server.poison = {scene.store.waiting_ops(1, 1, NOW)[0].op_id}

    report = scene.sync()

    assert report.outcome is Outcome.DONE
    assert [op.body["id"] for op in scene.server.ops] == others
    assert scene.store.head(poisoned).shipment.value == "waiting"


def test_a_poison_operation_is_tried_again_and_at_last_each_hour_only(scene):
    scene.finished()
    (op,) = scene.store.waiting_ops(1, 1, NOW)
    scene.server.poison = {op.op_id}
    for _ in range(5):
        scene.sync()
        scene.clock.advance(timedelta(minutes=2))
    assert scene.store.tries_of(op.op_id) == 5

    assert scene.store.waiting_ops(1, 1, scene.clock.wall) == ()
    scene.clock.advance(HOUR)
    scene.server.poison = set()
    scene.sync()

    assert waiting(scene) == 0


def test_a_server_that_fails_on_everything_sets_little_aside_and_ends_the_session(scene):
    for _ in range(8):
        scene.finished()
    scene.server.script(PUSH, *[problem(ServerFaultError())] * 30)

    report = scene.sync()

    assert (report.outcome, report.code) == (Outcome.REFUSED, "server-fault")
    assert report.requests < 12


def test_a_server_that_fails_on_hello_too_is_not_the_operations_fault(scene):
    scene.finished()
    scene.server.script(PUSH, problem(ServerFaultError()))
    scene.server.script(HELLO, problem(ServerFaultError()))

    scene.sync()

    assert scene.store.tries_of(scene.store.waiting_ops(1, 1, NOW)[0].op_id) == 0


def test_a_link_that_breaks_under_a_batch_gets_smaller_ones(scene):
    for _ in range(8):
        scene.finished()
    scene.server.script(PUSH, OfflineError(reason="timeout"))

    scene.sync()
    scene.sync()

    assert [len(batch) for batch in pushed_batches(scene)] == [8, 4, 4]


def test_what_the_server_rejects_is_kept_and_shown_and_the_session_goes_on(scene):
    scene.finished(failed=True)
    scene.server.refused["hazard.raise"] = AlreadyFinalError()

    report = scene.sync()

    assert (report.outcome, report.pushed, report.parked) == (Outcome.DONE, 2, 1)
    assert scene.store.sync_state().parked[0].problem_code == "already-final"
    assert len(scene.store.hazards()) == 1


def test_what_was_dismissed_leaves_the_list(scene):
    scene.finished(failed=True)
    scene.server.refused["hazard.raise"] = AlreadyFinalError()
    scene.sync()

    actions.dismiss(scene.tablet, scene.store.sync_state().parked[0].op_id)

    assert scene.store.sync_state().parked == ()


# pull -----------------------------------------------------------------------------------------------------------------


def test_pages_are_asked_for_until_there_is_no_more(scene):
    scene.server.limits = SyncLimits(rows=10)
    for number in range(35):
        scene.server.put("point", an_id(0x1000 + number), a_point(id=an_id(0x1000 + number), number=f"P{number:02}"))
    scene.clock.advance(HOUR)

    scene.sync()

    assert len(scene.store.points()) == 36
    assert scene.server.paths().count(f"POST {PULL}") == 4


def test_a_backfill_goes_on_where_it_was_cut(scene):
    scene.server.limits = SyncLimits(rows=10)
    for number in range(35):
        scene.server.put("point", an_id(0x1000 + number), a_point(id=an_id(0x1000 + number), number=f"P{number:02}"))
    scene.clock.advance(HOUR)
    steps = session(scene.store, scene.clock, APP)
    request = next(steps)
    for _ in range(3):
        request = steps.send(scene.server.carry(request))
    steps.close()
    scene.server.requests.clear()

    report = scene.sync()

    assert report.pulled == 15
    assert len(scene.store.points()) == 36


def test_a_server_that_never_advances_does_not_hold_the_tablet_in_a_loop(scene):
    stuck = ScopePage(SCOPE, scene.store.cursors()[SCOPE], True)
    scene.server.script(PULL, *[ok(PullReply(FIRST_EPOCH, NOW, (stuck,)))] * 50)

    report = scene.sync()

    assert (report.outcome, report.code) == (Outcome.REFUSED, "no-progress")
    assert report.requests < 5


def test_a_server_that_always_resets_does_not_either(scene):
    scene.server.script(PULL, *[ok(PullReply(FIRST_EPOCH, NOW, (ScopePage(SCOPE, 0, True, (), True),)))] * 50)

    report = scene.sync()

    assert (report.code, report.requests) == ("reset-loop", 4)


def test_an_app_that_is_too_old_to_pull_still_pushes_and_sends_photos(scene):
    record = scene.finished(failed=True)
    scene.server.script(PULL, *[problem(UnsupportedProtocolError(supported=[2]))] * 9)

    report = scene.sync()

    assert report.notes == ("upgrade-to-pull",)
    head = scene.store.head(record)
    assert (head.shipment.value, head.photos_sent) == ("sent", 1)


def test_a_scope_that_was_lost_is_purged_and_one_that_was_won_is_filled(scene):
    other = ORG.__class__("site:" + an_id(2))
    scene.server.put("point", an_id(0x2001), a_point(id=an_id(0x2001), number="OTHER"), other)
    scene.server.scopes = (ORG, other)

    scene.sync()

    assert [point.number for point in scene.store.points()] == ["OTHER"]
    assert set(scene.store.cursors()) == {ORG, other}


def test_too_many_deletions_are_noted_and_the_rest_goes_on(scene):
    for number in range(40):
        scene.server.put("point", an_id(0x1000 + number), a_point(id=an_id(0x1000 + number), number=f"P{number:02}"))
    scene.sync()
    for number in range(40):
        scene.server.remove("point", an_id(0x1000 + number))

    report = scene.sync()
    assert (report.outcome, report.notes) == (Outcome.DONE, ("deletions-held",))
    assert len(scene.store.points()) == 41

    actions.allow_deletions(scene.tablet)
    scene.sync()
    assert len(scene.store.points()) == 1


# verify ---------------------------------------------------------------------------------------------------------------


def test_a_replica_that_differs_is_found_within_a_day_and_made_right(scene):
    with scene.store.transaction():
        scene.store._write("DELETE FROM replica WHERE kind = 'point'")
        scene.store._write(
            "INSERT INTO replica (kind, id, scope, rev, body) VALUES ('point', ?, ?, 1, '{}')", an_id(0x66), SCOPE
        )
    scene.clock.advance(timedelta(days=1, minutes=1))

    report = scene.sync()

    assert report.notes == ("digest-mismatch",)
    assert len(scene.store.points()) == 1
    scene.clock.advance(timedelta(days=1, minutes=1))
    assert scene.sync().notes == ()


def test_a_digest_that_never_matches_is_doubted_for_a_day_not_fought_over(scene):
    scene.clock.advance(timedelta(days=1, minutes=1))
    scene.server.script(VERIFY, *[ok(VerifyReply(FIRST_EPOCH, Verdict.MISMATCH))] * 50)

    first, second = scene.sync(), scene.sync()

    assert first.requests < 20
    assert second.requests == 1


# a restored server ----------------------------------------------------------------------------------------------------


def test_a_restored_server_gets_back_what_it_lost(scene):
    record = scene.finished(failed=True)
    scene.sync()
    scene.server.restore_backup()

    report = scene.sync()

    assert report.outcome is Outcome.DONE
    assert scene.server.kinds() == ["inspection.put", "hazard.raise"]
    assert scene.store.head(record).photos_sent == 1
    assert all(scene.server.is_stored(name) for name in scene.server.blobs)


def test_rows_that_the_restored_server_does_not_know_leave_the_tablet(scene):
    scene.server.put("point", an_id(0x3001), a_point(id=an_id(0x3001), number="YOUNG"))
    scene.sync()
    scene.server.restore_backup()
    del scene.server.feed[SCOPE]["point", an_id(0x3001)]

    scene.sync()

    assert [point.number for point in scene.store.points()] == ["LS-A1-JF01"]


@pytest.mark.parametrize("path", [HELLO, PUSH, PULL, QUERY])
def test_the_new_epoch_is_seen_in_whatever_answer_comes_first(scene, path):
    scene.finished()
    scene.sync()
    if path == HELLO:
        scene.clock.advance(HOUR)
    if path == PUSH:
        scene.finished()
    if path == QUERY:
        scene.finished(failed=True)
        scene.server.script(BLOB, OfflineError(reason="cut"))
        scene.sync()
    scene.server.restore_backup()

    report = scene.sync()

    assert report.outcome is Outcome.DONE
    assert waiting(scene) == 0
    assert len(scene.server.receipts) == len(scene.store._rows("SELECT 1 FROM outbox"))


def test_a_server_that_changes_its_epoch_with_every_answer_ends_the_session(scene):
    scene.server.script(PULL, *[ok(PullReply(an_id(0xEE00 + n), NOW, ())) for n in range(20)])

    report = scene.sync()

    assert (report.outcome, report.code) == (Outcome.REFUSED, "epoch-unsettled")
    assert report.requests < 20


# kills ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kill_at", range(1, 13))
def test_a_kill_at_any_commit_leaves_a_tablet_from_which_the_sync_goes_on(scene, kill_at):
    record = scene.finished(failed=True)
    scene.fail_points.arm(kill_at)
    with pytest.raises(Killed):
        scene.sync()
    scene.reopen()

    report = scene.sync()

    head = scene.store.head(record)
    assert report.outcome is Outcome.DONE
    assert (head.shipment.value, head.photos_sent) == ("sent", 1)
    assert scene.server.kinds() == ["inspection.put", "hazard.raise"]


def test_a_session_may_be_dropped_after_any_request(scene):
    scene.finished(failed=True)
    for stop_after in range(1, 6):
        steps = session(scene.store, scene.clock, APP)
        request = next(steps)
        for _ in range(stop_after - 1):
            try:
                request = steps.send(scene.server.carry(request))
            except StopIteration:
                break
        steps.close()

    assert scene.sync().outcome is Outcome.DONE
    assert waiting(scene) == 0
    assert scene.store.sync_state().photos_sent == 1


def test_the_offset_of_the_clock_is_learnt_and_shown(scene):
    scene.clock.jump(timedelta(minutes=-20))
    scene.clock.advance(2 * HOUR)
    scene.server.server_time = scene.clock.wall + timedelta(minutes=20)

    scene.sync()

    assert scene.store.sync_state().clock_skew_s == 1200


# looking ahead --------------------------------------------------------------------------------------------------------


def two_pages(first=(), **second):
    pages = (ScopePage(SCOPE, 60, True, first), ScopePage(SCOPE, 70, False, **second))
    return [ok(PullReply(FIRST_EPOCH, NOW, (page,))) for page in pages]


def pull_ahead(scene):
    """Run a session; return what it said would be asked next, and what pulls it asked."""
    foreseen = []
    drive(session(scene.store, scene.clock, APP, ahead=foreseen.append), scene.server.carry)
    return foreseen, [request for request in scene.server.requests if request.path == PULL]


def test_the_next_page_is_named_while_a_page_is_still_to_be_kept(scene):
    scene.server.script(PULL, *two_pages())

    foreseen, asked = pull_ahead(scene)

    assert foreseen == asked[1:]
    assert loads(foreseen[0].body)["cursors"][SCOPE] == 60


def test_nothing_is_foreseen_behind_the_last_page_a_purge_or_a_reset(scene):
    reset = ScopePage(SCOPE, 0, True, (), True)
    more = ScopePage(SCOPE, 60, True)
    scene.server.script(
        PULL, ok(PullReply(FIRST_EPOCH, NOW, (reset,))), ok(PullReply(FIRST_EPOCH, NOW, (more,), (ORG,)))
    )

    foreseen, asked = pull_ahead(scene)

    assert foreseen == []
    assert len(asked) >= 3


def test_a_page_that_was_held_back_is_not_followed_by_what_was_foreseen(scene):
    ids = [an_id(0x9000 + number) for number in range(60)]
    rows = tuple(Row("point", key, 1, body=encode_object(a_point(id=key))) for key in ids)
    scene.server.script(PULL, *two_pages(rows), *two_pages(tuple(Row("point", key, gone=True) for key in ids)))
    scene.sync()
    scene.server.requests.clear()

    foreseen, asked = pull_ahead(scene)

    assert loads(foreseen[0].body)["cursors"][SCOPE] == 60
    assert {loads(request.body)["cursors"][SCOPE] for request in asked} == {70}
    assert scene.store.sync_state().deletions_held == 60
