"""How things stand, for a person: what waits by name, what is set aside until when, what delays nothing else."""

from datetime import timedelta

from mobile import actions
from mobile.store.row import RecordHead, Shipment
from mobile.store.standing import MOST_SHOWN
from mobile.text import ZH_CN
from mobile.views.rounds import shipment_chip
from shared.model.inspection import Status
from shared.sync.request import Response
from tests.builders import KEEPER, NOW, POINT, SITE, a_reading, an_id
from tests.mobile.tiny_server import HEADERS


def state(scene):
    return scene.store.sync_state()


def test_what_waits_is_named_the_oldest_first_with_its_photos(scene):
    record = scene.finished(failed=True)
    note = actions.add_note(scene.tablet, "point", POINT, "路滑")

    first, hazard, last = state(scene).queue

    assert (first.entity_id, first.kind, first.photos_total) == (record, "inspection.put", 1)
    assert [photo.item for photo in first.photos] == ["LMR_09"]
    assert (hazard.kind, hazard.about) == ("hazard.raise", record)
    assert (last.entity_id, last.kind, last.photos) == (note.id, "note.put", ())


def test_the_same_picture_of_two_items_is_one_photo_that_waits(scene):
    record = scene.walked(failed=True)
    for item in ("LMR_04", "LMR_10"):
        scene.photo(record, item)
    scene.photo(record, "LMR_04", colour=(20, 90, 200))
    actions.finish_round(scene.tablet, record)

    one = state(scene).queue[0]

    head = scene.store.head(record)
    assert (len(one.photos), one.photos_total) == (2, 2)
    assert (head.photos_sent, head.photos_total) == (0, 2)


def test_a_poison_operation_is_set_aside_by_name_and_later_ones_of_others_go_on(scene):
    poisoned = scene.finished()
    scene.server.poison = {scene.store.waiting_ops(1, 1, NOW)[0].op_id}
    scene.sync()
    later = scene.finished()
    scene.sync()

    (one,) = state(scene).queue

    assert (one.entity_id, one.tries >= 1) == (poisoned, True)
    assert one.aside_until > scene.clock.wall
    assert state(scene).set_aside == 1
    assert scene.store.head(later).shipment is Shipment.SENT


def test_a_poison_photo_is_set_aside_by_name_and_the_next_one_goes_on(scene):
    first, second = scene.walked(failed=True), None
    actions.finish_round(scene.tablet, first)
    note = actions.start_note(scene.tablet, "point", POINT)
    scene.photo(note, colour=(20, 90, 200))
    second = actions.add_note(scene.tablet, "point", POINT, "有照片", note=note)
    bad = scene.store.photos_of(first)[0].sha256
    carry = scene.server.carry

    def choking(request):
        is_bad = request.method == "PATCH" and request.path.endswith(bad)
        return Response(500, HEADERS, b'{"type":"/problems/server-fault"}') if is_bad else carry(request)

    scene.server.carry = choking
    scene.sync()

    (one,) = state(scene).queue
    assert (one.entity_id, one.ops, len(one.photos)) == (first, 0, 1)
    assert one.photos[0].aside_until > scene.clock.wall
    assert all(photo.is_sent for photo in scene.store.photos_of(second.id))
    assert scene.store.head(first).photos_sent == 0


def test_a_long_queue_is_named_in_part_and_counted_whole(scene):
    for number in range(MOST_SHOWN + 3):
        actions.add_note(scene.tablet, "point", POINT, f"说明 {number}")

    found = state(scene)

    assert (len(found.queue), found.more_in_queue, found.waiting) == (MOST_SHOWN, 3, MOST_SHOWN + 3)


def test_a_salvage_is_told_until_it_was_read(scene):
    with scene.store.transaction():
        scene.store._set_meta("salvaged_at", NOW.isoformat())
    before = state(scene)

    actions.note_salvage(scene.tablet)

    assert (before.salvaged_at, before.is_salvage_seen) == (NOW, False)
    assert state(scene).is_salvage_seen


def test_the_button_lets_the_next_session_say_hello(scene):
    scene.sync()
    scene.server.requests.clear()

    actions.ask_everything(scene.tablet)
    scene.sync()

    assert "GET /v1/sync/hello" in scene.server.paths()


def test_a_next_try_far_ahead_comes_from_a_clock_set_back_and_is_due_now(scene):
    from mobile.views.sync import next_try

    with scene.store.transaction():
        scene.store.note_try({"next_at": (scene.clock.wall + timedelta(days=40)).isoformat()})

    assert next_try(state(scene), scene.clock.wall, ZH_CN) == "马上"


def a_head(shipment, sent, total):
    return RecordHead(
        an_id(1), SITE, "lmr-short", 1, POINT, None, KEEPER, Status.FINAL, a_reading(), a_reading(), None, shipment,
        True, total, sent,
    )  # fmt: skip


def test_a_record_is_called_uploaded_with_its_last_photo_and_not_before():
    words = [shipment_chip(a_head(Shipment.SENT, sent, 14), ZH_CN).words for sent in (0, 12, 13, 14)]

    assert words == ["照片 0/14 已到服务器", "照片 12/14 已到服务器", "照片 13/14 已到服务器", "已上传"]
    assert shipment_chip(a_head(Shipment.WAITING, 14, 14), ZH_CN).words == "待上传"
