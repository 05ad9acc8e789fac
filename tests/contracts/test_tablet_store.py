"""What a sync session may rely on, whatever keeps a tablet's work (shared.sync.ports.TabletStore)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from shared.errors import UnknownRecordError
from shared.ids import Epoch, InspectionId, OpId, ScopeId
from shared.model.hazard import HazardState
from shared.model.inspection import Result
from shared.sync.messages import (
    BlobState,
    Entity,
    Hello,
    OpResult,
    OpStatus,
    PullReply,
    PushReply,
    Row,
    ScopePage,
    SyncLimits,
)
from shared.sync.ports import TabletStore
from shared.wire import encode_object, loads
from tests.builders import NOW, POINT, a_point, an_id
from tests.mobile.scene import Scene, a_scene, open_store
from tests.mobile.tiny_server import FIRST_EPOCH, SCOPE, SECOND_EPOCH

BIG = 1 << 20
LATER = NOW + timedelta(minutes=30)


@pytest.fixture
def scene(tmp_path) -> Iterator[Scene]:
    made = a_scene(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def store(scene) -> TabletStore:
    return scene.store


def waiting(store, now=NOW):
    return store.waiting_ops(100, BIG, now)


def reply(ops, status=OpStatus.APPLIED, epoch=FIRST_EPOCH, **result):
    return PushReply(epoch, NOW, tuple(OpResult(op.op_id, status, **result) for op in ops))


def settle(store, ops, **kind):
    return store.save_push(reply(ops, **kind), tuple(op.op_id for op in ops))


def page(*rows, next_=50, more=False, reset=False, scope=SCOPE):
    return PullReply(FIRST_EPOCH, NOW, (ScopePage(scope, next_, more, rows, reset),))


def point_row(number, rev=1, **changes):
    point = a_point(id=an_id(number), number=f"P{number}", **changes)
    return Row("point", point.id, rev, body=encode_object(point))


# memory ---------------------------------------------------------------------------------------------------------------


def test_memory_is_refused_before_enrolment(tmp_path):
    store = open_store(tmp_path, lambda _name: None)

    with pytest.raises(UnknownRecordError):
        store.memory()
    store.close()


def test_hello_is_remembered_with_its_limits(store):
    limits = SyncLimits(ops=7, rows=9)

    is_new = store.save_hello(Hello(FIRST_EPOCH, NOW, (1,), "0.1.0", 12, limits), NOW, 2.5)

    memory = store.memory()
    assert not is_new
    assert (memory.limits, memory.retain_days, memory.hello_at) == (limits, 12, NOW)


def test_a_limit_of_nothing_becomes_one(store):
    store.save_hello(Hello(FIRST_EPOCH, NOW, (1,), "0.1.0", 0, SyncLimits(0, 0, 0, 0, 0, 0)), NOW, None)

    memory = store.memory()
    assert memory.limits == SyncLimits(1, 1, 1, 1, 1, 1)
    assert memory.retain_days == 1


def test_sizes_are_remembered_one_by_one(store):
    store.remember(push_ops=25)
    store.remember(chunk_bytes=65_536)

    memory = store.memory()
    assert (memory.push_ops, memory.chunk_bytes) == (25, 65_536)


# operations -----------------------------------------------------------------------------------------------------------


def test_operations_come_in_the_order_of_their_making(scene, store):
    scene.finished(failed=True)
    scene.finished()

    ops = waiting(store)

    assert [op.kind for op in ops] == ["inspection.put", "hazard.raise", "inspection.put"]
    assert [op.seq for op in ops] == sorted(op.seq for op in ops)


def test_a_batch_keeps_to_count_and_size_but_is_never_empty(scene, store):
    scene.finished(failed=True)
    scene.finished()

    assert len(store.waiting_ops(2, BIG, NOW)) == 2
    assert len(store.waiting_ops(100, 10, NOW)) == 1


def test_only_named_operations_are_acknowledged(scene, store):
    scene.finished(failed=True)
    first, second = waiting(store)

    outcome = settle(store, [first])

    assert outcome.settled == 1
    assert waiting(store) == (second,)


def test_a_result_for_an_operation_that_was_not_sent_is_ignored(scene, store):
    scene.finished()
    (op,) = waiting(store)

    outcome = store.save_push(reply([op]), (OpId(an_id(0x999)),))

    assert outcome.settled == 0
    assert waiting(store) == (op,)


def test_the_same_results_again_change_nothing(scene, store):
    scene.finished()
    ops = waiting(store)
    settle(store, ops)

    assert settle(store, ops, status=OpStatus.REJECTED).settled == 0
    assert store.health().parked_ops == 0


@pytest.mark.parametrize("status", [OpStatus.REJECTED, OpStatus.HELD])
def test_what_the_server_could_not_apply_stays_and_is_counted(scene, store, status):
    scene.finished()
    ops = waiting(store)

    outcome = settle(store, ops, status=status, problem={"type": "/problems/already-final", "retry": "never"})

    assert (outcome.settled, outcome.parked) == (1, 1)
    assert waiting(store) == ()
    assert scene.store.sync_state().parked[0].problem_code == "already-final"


def test_a_set_aside_operation_holds_back_its_own_entity_only(scene, store):
    scene.finished(failed=True)
    record, hazard = waiting(store)
    with scene.store.transaction():
        scene.store.add_op(replace(scene.tablet.op("inspection.put", a_point(), str(record.body["id"]))))

    store.fail_op(record.op_id, LATER)

    assert waiting(store) == (hazard,)
    assert store.tries_of(record.op_id) == 1
    assert len(waiting(store, LATER)) == 3


def test_a_wait_that_a_clock_set_back_would_make_endless_counts_as_over(scene, store):
    scene.finished()
    (op,) = waiting(store)

    store.fail_op(op.op_id, NOW + timedelta(days=400))

    assert waiting(store) == (op,)


def test_an_entity_of_a_scope_held_here_is_kept_with_its_acknowledgement(scene, store):
    scene.finished()
    ops = waiting(store)
    body = {"id": POINT, "number": "from the server"}
    entity = Entity("extra", str(POINT), SCOPE, 9, body)
    stranger = Entity("extra", an_id(0x77), ScopeId("site:elsewhere"), 9, body)

    settle(store, ops, entities=(entity, stranger))

    digest = next(found for found in store.digests(NOW + timedelta(days=2)) if found.scope == SCOPE)
    assert digest.count == 7  # the six of the estate and the one that is ours


def test_an_acknowledgement_without_a_body_keeps_the_record_as_it_was_sent(scene, store):
    # given
    scene.finished()
    ops = waiting(store)
    (op,) = ops
    # when the server says that the record stands as the operation carried it
    settle(store, ops, entities=(Entity("inspection", str(op.body["id"]), SCOPE, 4),))
    # then
    rows = scene.store._rows("SELECT rev, body FROM replica WHERE kind = 'inspection' AND id = ?", op.body["id"])
    assert [(row["rev"], loads(row["body"])) for row in rows] == [(4, op.body)]


# a new epoch ----------------------------------------------------------------------------------------------------------


def test_a_new_epoch_makes_everything_wait_that_it_has_not_confirmed(scene, store):
    scene.finished(failed=True)
    ops = waiting(store)
    settle(store, ops[:1])
    settle(store, ops[1:], status=OpStatus.REJECTED)

    store.change_epoch(SECOND_EPOCH)

    assert waiting(store) == ops
    assert set(store.cursors().values()) == {0}
    assert store.memory().epoch == SECOND_EPOCH


def test_acknowledgements_of_the_new_epoch_count_though_it_was_not_known_before(scene, store):
    scene.finished(failed=True)
    first, second = waiting(store)
    settle(store, [first])

    outcome = settle(store, [second], epoch=SECOND_EPOCH)

    assert outcome.is_new_epoch
    assert waiting(store) == (first,)


def test_a_kill_between_acknowledgement_and_new_epoch_is_impossible(scene, store):
    scene.finished()
    ops = waiting(store)
    scene.fail_points.arm(1)

    with pytest.raises(BaseException, match="before commit"):
        settle(store, ops, epoch=SECOND_EPOCH)
    scene.reopen()

    assert scene.store.memory().epoch == FIRST_EPOCH
    assert waiting(scene.store) == ops


def test_rows_of_the_old_epoch_give_way_even_to_lower_revisions(scene, store):
    store.save_pull(page(point_row(0x51, rev=9, floor="old")))

    store.change_epoch(SECOND_EPOCH)
    store.save_pull(page(point_row(0x51, rev=2, floor="new"), next_=3))

    assert scene.store.point(an_id(0x51)).floor == "new"


def test_a_photo_that_the_new_epoch_has_not_confirmed_waits_again(scene, store):
    scene.finished(failed=True)
    (blob,) = store.waiting_blobs(10, NOW)
    store.blob_stored(blob.sha256, FIRST_EPOCH, NOW)

    store.change_epoch(SECOND_EPOCH)

    assert store.waiting_blobs(10, NOW) == (blob,)


# pages ----------------------------------------------------------------------------------------------------------------


def test_an_older_revision_does_not_replace_a_newer(scene, store):
    store.save_pull(page(point_row(0x51, rev=3, floor="new")))

    store.save_pull(page(point_row(0x51, rev=2, floor="old"), next_=51))

    assert scene.store.point(an_id(0x51)).floor == "new"


def test_a_gone_row_leaves_its_own_scope_only(scene, store):
    other = ScopeId("site:" + an_id(2))
    store.save_pull(page(point_row(0x51)))
    store.save_pull(page(point_row(0x51), scope=other))

    store.save_pull(page(Row("point", an_id(0x51), gone=True), next_=51))

    assert scene.store.point(an_id(0x51)) is not None


def test_rows_and_cursor_are_kept_together_or_not_at_all(scene, store):
    before = store.cursors()
    scene.fail_points.arm(1)

    with pytest.raises(BaseException, match="before commit"):
        store.save_pull(page(point_row(0x51), next_=99))
    scene.reopen()

    assert scene.store.cursors() == before
    assert scene.store.point(an_id(0x51)) is None


def test_a_scope_is_shown_once_it_was_seen_whole(scene, store):
    other = ScopeId("site:" + an_id(2))
    store.save_pull(page(point_row(0x51), more=True, next_=1, scope=other))
    assert scene.store.point(an_id(0x51)) is None

    store.save_pull(page(point_row(0x52), next_=2, scope=other))

    assert scene.store.point(an_id(0x51)) is not None


def test_a_reset_sweeps_only_after_a_matching_digest(scene, store):
    store.save_pull(page(point_row(0x51), point_row(0x52), reset=True, next_=2))
    assert len(scene.store.points()) == 3  # the one of the estate is stale, and still shown

    digest = next(found for found in store.digests(NOW) if found.scope == SCOPE)
    store.confirm_scope(digest, NOW)

    assert digest.count == 2
    assert sorted(point.number for point in scene.store.points()) == ["P81", "P82"]


def test_a_digest_of_an_earlier_cursor_sweeps_nothing(scene, store):
    store.save_pull(page(point_row(0x51), reset=True, next_=2))
    digest = next(found for found in store.digests(NOW) if found.scope == SCOPE)
    store.save_pull(page(point_row(0x52), next_=3))

    store.confirm_scope(digest, NOW)

    assert len(scene.store.points()) == 3


def test_a_confirmed_scope_is_digested_again_after_a_day(store):
    assert store.digests(NOW + timedelta(hours=23)) == ()
    assert len(store.digests(NOW + timedelta(hours=25))) == 2
    assert len(store.digests(NOW - timedelta(days=1))) == 2  # the clock was set back


def test_a_purge_touches_neither_the_outbox_nor_drafts_nor_unsent_photos(scene, store):
    unsent = scene.finished(failed=True)
    draft = actions.start_round(scene.tablet, template="lmr-short", point=POINT)
    in_draft = scene.photo(draft, "LMR_09", colour=(1, 2, 3))
    (in_unsent,) = scene.store.photos_of(unsent)

    store.save_pull(PullReply(FIRST_EPOCH, NOW, (), (SCOPE,)))

    assert (scene.store.points(), SCOPE in store.cursors()) == ((), False)
    assert [op.kind for op in waiting(store)] == ["inspection.put", "hazard.raise"]
    assert scene.store.inspection(draft) is not None
    assert scene.store.photo_path(in_draft) is not None
    assert scene.store.photo_path(in_unsent.id) is not None


def test_the_photos_of_a_purged_scope_leave_the_tablet(scene, store):
    record = scene.finished(failed=True)
    scene.sync()
    (photo,) = scene.store.photos_of(record)
    assert scene.store.photo_path(photo.id) is not None

    store.save_pull(PullReply(FIRST_EPOCH, NOW, (), (SCOPE,)))

    assert scene.store.photo_path(photo.id) is None


def test_many_deletions_at_once_are_held_until_a_person_allows_them(scene, store):
    rows = [point_row(0x1000 + number) for number in range(60)]
    store.save_pull(page(*rows, next_=60))
    gone = [Row("point", row.id, gone=True) for row in rows]

    held = store.save_pull(page(*gone, next_=120)).held
    assert held == (SCOPE,)
    assert (len(scene.store.points()), store.cursors()[SCOPE]) == (61, 60)
    assert scene.store.sync_state().deletions_held == 60

    actions.allow_deletions(scene.tablet)
    assert store.save_pull(page(*gone, next_=120)).held == ()
    assert len(scene.store.points()) == 1


def test_a_changed_schema_pulls_everything_anew(store):
    store.begin_session("0.1.0", 2)

    assert set(store.cursors().values()) == {0}


def test_a_newer_app_tries_again_what_this_tablet_parked(scene, store):
    scene.finished()
    (op,) = waiting(store)
    store.park_op(op.op_id, {"type": "/problems/malformed"})
    assert waiting(store) == ()

    store.begin_session("0.2.0", 1)

    assert waiting(store) == (op,)


# photos ---------------------------------------------------------------------------------------------------------------


def test_a_drafts_photos_wait_until_it_is_finished(scene, store):
    record = scene.walked(failed=True)
    assert store.waiting_blobs(10, NOW) == ()

    actions.finish_round(scene.tablet, record)

    assert len(store.waiting_blobs(10, NOW)) == 1


def test_what_the_server_says_about_photos_is_kept(scene, store):
    scene.finished(failed=True)
    (blob,) = store.waiting_blobs(10, NOW)

    store.save_blobs(BlobState(FIRST_EPOCH, (), {blob.sha256: 100}, ()), NOW)
    assert store.waiting_blobs(10, NOW)[0].received == 100
    assert store.save_blobs(BlobState(FIRST_EPOCH, (blob.sha256,)), NOW) == 1

    assert store.waiting_blobs(10, NOW) == ()


def test_a_photo_that_is_missing_behind_an_acknowledged_record_is_sent_again(scene, store):
    record = scene.finished(failed=True)
    ops = waiting(store)
    (blob,) = store.waiting_blobs(10, NOW)
    store.blob_stored(blob.sha256, FIRST_EPOCH, NOW)

    settle(store, ops[:1], blobs_missing=(blob.sha256,))

    assert store.waiting_blobs(10, NOW) == (blob,)
    assert scene.store.head(InspectionId(record)).photos_sent == 0


def test_a_damaged_photo_is_told_from_a_sound_one(scene, store):
    scene.finished(failed=True)
    (blob,) = store.waiting_blobs(10, NOW)
    assert store.check_blob(blob.sha256)

    scene.store.screen_path(blob.sha256).write_bytes(b"something else")

    assert not store.check_blob(blob.sha256)
    assert store.waiting_blobs(10, NOW) == ()
    assert scene.store.sync_state().photos_damaged == 1


# retention ------------------------------------------------------------------------------------------------------------


def test_acknowledged_work_leaves_after_the_retention_by_the_servers_clock(scene, store):
    record = scene.finished(failed=True)
    scene.sync()
    (photo,) = scene.store.photos_of(record)
    (hazard,) = scene.store.hazards()
    scene.server.put("hazard", hazard.id, replace(hazard, state=HazardState.CLOSED))
    scene.sync()
    scene.clock.jump(timedelta(days=4000))  # the tablet's own clock says nothing about age

    store.tidy(NOW + timedelta(days=29))
    assert scene.store.photo_path(photo.id) is not None

    store.tidy(NOW + timedelta(days=31))
    assert scene.store.photo_path(photo.id) is None
    assert scene.store.head(record).is_own is False  # only the server's copy is left
    assert list((scene.folder / "photos").glob("*/*.jpg")) == []


def test_the_photo_of_an_open_hazard_outlives_the_retention(scene, store):
    record = scene.finished(failed=True)
    scene.sync()
    (photo,) = scene.store.photos_of(record)

    store.tidy(NOW + timedelta(days=31))

    assert scene.store.head(record).is_own is False
    assert scene.store.blob_path(photo.sha256) is not None


def test_nothing_that_waits_is_tidied_away(scene, store):
    record = scene.finished(failed=True)
    draft = actions.start_round(scene.tablet, template="lmr-short", point=POINT)
    actions.answer(scene.tablet, draft, "LMR_09", result=Result.PASS)
    abandoned = actions.start_hazard(scene.tablet, POINT)
    photo = scene.photo(abandoned)

    store.tidy(NOW + timedelta(days=4000))

    assert len(waiting(store)) == 2
    assert scene.store.inspection(record) is not None
    assert scene.store.answers(draft)[0].result is Result.PASS
    assert scene.store.photo_path(photo) is not None


def test_a_record_whose_photo_is_not_there_yet_stays(scene, store):
    record = scene.finished(failed=True)
    settle(store, waiting(store))

    store.tidy(NOW + timedelta(days=4000))

    assert scene.store.head(record).is_own
    assert len(store.waiting_blobs(10, NOW)) == 1


def test_what_another_epoch_acknowledged_is_not_tidied_away(scene, store):
    record = scene.finished()
    settle(store, waiting(store))
    store.change_epoch(Epoch(an_id(0xE3)))

    store.tidy(NOW + timedelta(days=4000))

    assert scene.store.head(record).is_own
    assert len(waiting(store)) == 1


def test_health_counts_what_waits(scene, store):
    scene.clock.advance(timedelta(minutes=5))
    scene.finished(failed=True)

    health = store.health()

    assert (health.pending_ops, health.pending_photos, health.parked_ops) == (2, 1, 0)
    assert health.oldest_pending_at == NOW + timedelta(minutes=5)
