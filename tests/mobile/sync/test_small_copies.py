"""Records first, then all small copies, then photos; what is counted; and what may leave a disk that is low."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.store.parcel import ENOUGH_BYTES, LOW_BYTES
from shared.ids import HazardId
from shared.sync.messages import PullReply, SyncLimits
from shared.sync.session import Gauges, drive, session
from tests.builders import NOW, POINT
from tests.mobile.scene import APP, a_jpeg
from tests.mobile.tiny_server import FIRST_EPOCH, SCOPE, SECOND_EPOCH


def photograph(scene, record, item="", shade=0):
    """Take a photo large enough to have a small copy of its own."""
    photo = actions.begin_photo(scene.tablet, record, item)
    scene.tablet.files.capture(photo).write_bytes(a_jpeg((480, 360), (shade, 90, 200 - shade)))
    return actions.finish_photo(scene.tablet, photo)


def a_hazard_with(scene, photos, shade=0):
    hazard = HazardId(actions.start_hazard(scene.tablet, POINT))
    actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(hazard), description="堆物"))
    rows = [photograph(scene, hazard, shade=shade + 20 * number) for number in range(photos)]
    actions.raise_hazard(scene.tablet, hazard)
    return hazard, rows


def a_round_with(scene, photos):
    record = scene.walked()
    rows = [photograph(scene, record, "LMR_09", shade=20 * number) for number in range(photos)]
    actions.finish_round(scene.tablet, record)
    return record, rows


def sent_names(scene):
    names = [request.path.rpartition("/")[2] for request in scene.server.requests if request.method == "PATCH"]
    return list(dict.fromkeys(names))


def test_all_small_copies_go_before_the_first_photo(scene):
    _, rows = a_hazard_with(scene, 2)
    _, more = a_hazard_with(scene, 1, shade=120)
    every = [*rows, *more]

    scene.sync()

    assert sent_names(scene) == [*(row.thumb for row in every), *(row.sha256 for row in every)]


def test_a_record_made_meanwhile_goes_before_the_next_piece_and_its_small_copy_before_the_next_photo(scene):
    _, rows = a_hazard_with(scene, 2)
    scene.server.limits = SyncLimits(chunk_bytes=1_000)
    scene.clock.advance(timedelta(hours=1))
    made = []

    def carry(request):
        answer = scene.server.carry(request)
        if request.path.endswith(rows[0].sha256) and not made:
            made.append(a_hazard_with(scene, 1, shade=120))
        return answer

    drive(session(scene.store, scene.clock, APP), carry)

    (late,) = made[0][1]
    paths = [(request.method, request.path.rpartition("/")[2]) for request in scene.server.requests]
    first_piece = paths.index(("PATCH", rows[0].sha256))
    assert paths[first_piece + 1] == ("POST", "push")
    assert sent_names(scene).index(late.thumb) < sent_names(scene).index(rows[1].sha256)
    assert all(scene.server.is_stored(name) for row in (*rows, late) for name in (row.sha256, row.thumb))
    offsets = [int(r.headers["upload-offset"]) for r in scene.server.requests if r.path.endswith(rows[0].sha256)]
    assert offsets == sorted(set(offsets))  # no byte of the photo that was overtaken went twice


def test_a_record_counts_its_photos_only_and_is_whole_with_the_last_of_them(scene):
    record, rows = a_round_with(scene, 3)
    scene.server.limits = SyncLimits(chunk_bytes=1 << 20)
    seen = []

    def carry(request):
        head = scene.store.head(record)
        seen.append((head.photos_sent, head.photos_total))
        return scene.server.carry(request)

    assert scene.store.health().pending_photos == 3
    drive(session(scene.store, scene.clock, APP), carry)

    assert set(seen) == {(0, 3), (1, 3), (2, 3), (3, 3)}
    first_whole = seen.index((3, 3))
    sent_until_then = [r.path.rpartition("/")[2] for r in scene.server.requests[:first_whole] if r.method == "PATCH"]
    assert {row.sha256 for row in rows} <= set(sent_until_then)
    assert scene.store.health().pending_photos == 0


def test_the_same_picture_twice_in_a_record_is_one_photo_on_both_ends(scene):
    record = scene.walked()
    for _ in range(2):
        photograph(scene, record, "LMR_09")
        scene.clock.advance(timedelta(minutes=1))
    actions.finish_round(scene.tablet, record)
    scene.sync()

    head = scene.store.head(record)

    assert (head.photos_sent, head.photos_total) == (1, 1)


def test_a_small_copy_that_cannot_be_sent_delays_no_photo(scene):
    _, rows = a_hazard_with(scene, 2)
    small = scene.store.thumb_path(rows[0].thumb)
    small.write_bytes(b"\0" * small.stat().st_size)

    report = scene.sync()

    assert all(scene.server.is_stored(row.sha256) for row in rows)
    assert report.notes == ()
    assert scene.store.sync_state().photos_damaged == 0


def test_small_copies_are_sent_again_to_a_restored_server(scene):
    _, rows = a_hazard_with(scene, 1)
    scene.sync()
    scene.server.restore_backup()

    scene.sync()

    assert scene.server.is_stored(rows[0].thumb)
    assert Counter(sent_names(scene))[rows[0].thumb] == 1


def low(scene, free_bytes):
    drive(session(scene.store, scene.clock, APP, lambda: Gauges(None, free_bytes)), scene.server.carry)


def is_here(scene, row):
    return scene.store.screen_path(row.sha256).exists()


def test_a_low_disk_lets_the_photos_go_that_were_acknowledged_first_and_no_more_than_it_must(scene):
    _, first = a_hazard_with(scene, 1)
    scene.sync()
    scene.server.server_time += timedelta(days=1)
    _, second = a_hazard_with(scene, 1, shade=120)
    scene.sync()

    scene.store.tidy(NOW, ENOUGH_BYTES - first[0].size_bytes)  # not low
    assert is_here(scene, first[0])
    freed = scene.store.release_photos(1)

    assert freed == first[0].size_bytes
    assert not is_here(scene, first[0])
    assert is_here(scene, second[0])
    assert scene.store.photo_path(first[0].id) is not None  # its small copy
    assert scene.store.sync_state().photos_sent == 2


def test_a_low_disk_takes_nothing_that_is_unsent_or_of_a_draft_or_unacknowledged(scene):
    draft = scene.walked()
    drafted = photograph(scene, draft, "LMR_09")
    scene.sync()
    _, unsent = a_hazard_with(scene, 1, shade=120)
    _, pictured = a_hazard_with(scene, 1, shade=60)
    (waiting,) = [blob for blob in scene.store.waiting_blobs(9, NOW) if blob.sha256 == pictured[0].sha256]
    scene.store.blob_stored(waiting.sha256, scene.server.epoch, NOW)  # the photo is there, its record is not

    scene.store.tidy(NOW, 0)

    assert all(is_here(scene, row) for row in (drafted, *unsent, *pictured))


def test_a_photo_that_an_open_draft_took_over_stays(scene):
    sent = scene.finished(failed=True)
    scene.sync()
    actions.amend(scene.tablet, sent)

    scene.store.tidy(NOW, 0)

    assert is_here(scene, scene.store.photos_of(sent)[0])


def test_what_an_earlier_generation_of_the_server_stored_stays(scene):
    _, rows = a_hazard_with(scene, 1)
    scene.sync()
    scene.store.change_epoch(SECOND_EPOCH)

    scene.store.tidy(NOW, 0)

    assert is_here(scene, rows[0])


def test_a_session_on_a_low_disk_makes_room_at_its_end_and_fetches_nothing_back(scene):
    _, rows = a_hazard_with(scene, 1)
    scene.sync()
    scene.server.requests.clear()

    low(scene, LOW_BYTES - 1)
    low(scene, ENOUGH_BYTES)

    assert not is_here(scene, rows[0])
    assert not [request for request in scene.server.requests if request.method == "GET" and "blobs" in request.path]


def test_a_photo_that_left_and_that_a_restored_server_lacks_counts_as_sent_no_more(scene):
    record, rows = a_round_with(scene, 1)
    scene.sync()
    scene.store.tidy(NOW, 0)
    assert not is_here(scene, rows[0])
    scene.server.restore_backup()

    scene.sync()

    head = scene.store.head(record)
    assert (head.photos_sent, head.photos_total) == (0, 1)


@pytest.mark.parametrize("photos", [0, 2])
def test_the_usual_number_of_photos_is_that_of_the_last_rounds(scene, photos):
    a_round_with(scene, photos)
    scene.sync()

    assert scene.store.usual_photos("lmr-short", POINT) == (photos,)


def test_a_small_copy_that_is_not_sent_yet_outlives_the_loss_of_its_site(scene):
    _, rows = a_hazard_with(scene, 1)
    scene.sync()
    with scene.store.transaction():
        scene.store._write("UPDATE blob SET state = 'pending', received = 0 WHERE sha256 = ?", rows[0].thumb)
    scene.server.blobs.pop(rows[0].thumb)

    scene.store.save_pull(PullReply(FIRST_EPOCH, NOW, (), (SCOPE,)))
    assert not is_here(scene, rows[0])
    scene.sync()

    assert scene.server.is_stored(rows[0].thumb)


def test_small_copies_of_a_lost_site_are_not_asked_for_by_a_restored_server(scene):
    a_hazard_with(scene, 1)
    scene.sync()
    scene.store.save_pull(PullReply(FIRST_EPOCH, NOW, (), (SCOPE,)))

    scene.store.change_epoch(SECOND_EPOCH)

    assert scene.store.waiting_blobs(9, NOW) == ()
