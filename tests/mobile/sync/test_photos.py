"""Photos on their way: pieces, cuts, lies about offsets, and one bad photo among good ones."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mobile import actions
from shared.errors import (
    BlobTooLargeError,
    ChecksumMismatchError,
    ForbiddenError,
    OfflineError,
    OffsetMismatchError,
    ServerFaultError,
    StorageFullError,
    StoreError,
)
from shared.ids import HazardId
from shared.sync.messages import BlobState, SyncLimits
from shared.sync.request import Outcome, Response
from shared.sync.session import drive, session
from tests.builders import NOW, POINT
from tests.mobile.scene import APP
from tests.mobile.tiny_server import FIRST_EPOCH, HEADERS, ok, problem

BLOB, QUERY = "/v1/blobs", "/v1/blobs/query"


def with_photos(scene, count):
    """A hazard with some different photos, handed in."""
    hazard = HazardId(actions.start_hazard(scene.tablet, POINT))
    actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(hazard), description="堆物"))
    for number in range(count):
        scene.photo(hazard, colour=(number * 40, 10, 90))
    actions.raise_hazard(scene.tablet, hazard)
    return hazard


def in_pieces(scene, size):
    scene.server.limits = SyncLimits(chunk_bytes=size)
    scene.clock.advance(timedelta(hours=1))


def patches(scene):
    return [request for request in scene.server.requests if request.method == "PATCH"]


def sent(scene):
    return scene.store.sync_state().photos_sent


def test_a_photo_goes_in_pieces_no_larger_than_the_server_takes(scene):
    with_photos(scene, 1)
    in_pieces(scene, 100)

    scene.sync()

    assert {request.body.length for request in patches(scene)[:-1]} == {100}
    assert sent(scene) == 1


def test_a_cut_upload_goes_on_where_the_server_has_it(scene):
    with_photos(scene, 1)
    in_pieces(scene, 100)
    scene.server.script(BLOB, OfflineError(reason="cut"))
    scene.sync()
    (blob,) = scene.store.waiting_blobs(1, NOW)
    scene.server.blobs[blob.sha256] += Path(blob.path).read_bytes()[:100]  # what was cut had arrived
    scene.server.requests.clear()

    scene.sync()

    assert patches(scene)[0].headers["upload-offset"] == "100"
    assert sent(scene) == 1


def test_the_servers_word_on_the_offset_counts(scene):
    with_photos(scene, 1)
    in_pieces(scene, 100)
    scene.server.script(BLOB, problem(OffsetMismatchError(offset=0)))

    scene.sync()

    assert [request.headers["upload-offset"] for request in patches(scene)[:3]] == ["0", "0", "100"]
    assert sent(scene) == 1


def test_a_photo_whose_hash_did_not_come_out_starts_again(scene):
    with_photos(scene, 1)
    scene.server.script(BLOB, problem(ChecksumMismatchError()))

    scene.sync()

    assert [request.headers["upload-offset"] for request in patches(scene)] == ["0", "0"]
    assert sent(scene) == 1


def test_a_photo_that_the_server_has_already_is_not_sent(scene):
    with_photos(scene, 1)
    (blob,) = scene.store.waiting_blobs(1, NOW)
    scene.server.blobs[blob.sha256] += Path(blob.path).read_bytes()

    report = scene.sync()

    assert patches(scene) == []
    assert (report.photos_sent, sent(scene)) == (1, 1)


def test_all_bytes_there_but_not_yet_confirmed_are_asked_for_with_an_empty_piece(scene):
    with_photos(scene, 1)
    (blob,) = scene.store.waiting_blobs(1, NOW)
    scene.server.script(QUERY, ok(BlobState(FIRST_EPOCH, (), {blob.sha256: blob.size_bytes})))
    scene.server.script(BLOB, Response(204, {**HEADERS, "upload-offset": str(blob.size_bytes)}))

    scene.sync()

    assert patches(scene)[0].body.length == 0
    assert sent(scene) == 1


@pytest.mark.parametrize(
    "answer",
    [
        problem(ServerFaultError()),
        problem(BlobTooLargeError()),
        problem(OffsetMismatchError()),
        StoreError(detail="the card was pulled for a moment"),
    ],
    ids=["fault", "too large", "no offset", "unreadable"],
)
def test_one_bad_photo_delays_nothing_but_itself(scene, answer):
    with_photos(scene, 3)
    scene.server.script(BLOB, *[answer] * (3 if "too-large" in repr(answer) else 1))

    report = scene.sync()

    assert report.outcome is Outcome.DONE
    assert sent(scene) >= 2
    scene.clock.advance(timedelta(hours=1, minutes=1))
    scene.sync()
    assert sent(scene) == 3


@pytest.mark.parametrize("error", [StorageFullError(), ForbiddenError()])
def test_a_server_that_wants_no_photos_now_ends_the_session(scene, error):
    with_photos(scene, 2)
    scene.server.script(BLOB, problem(error))

    report = scene.sync()

    assert (report.outcome, report.code) == (Outcome.REFUSED, error.code)
    assert scene.store.sync_state().waiting == 0
    scene.sync()
    assert sent(scene) == 2


def test_several_faults_in_a_row_are_the_servers(scene):
    with_photos(scene, 6)
    scene.server.script(BLOB, *[problem(ServerFaultError())] * 6)

    report = scene.sync()

    assert (report.outcome, len(patches(scene))) == (Outcome.REFUSED, 3)


def test_a_damaged_photo_is_set_aside_and_said(scene):
    with_photos(scene, 2)
    blob, _ = scene.store.waiting_blobs(2, NOW)
    scene.store.screen_path(blob.sha256).write_bytes(b"\0" * blob.size_bytes)

    report = scene.sync()

    state = scene.store.sync_state()
    assert report.notes == ("photo-damaged",)
    assert (state.photos_sent, state.photos_damaged) == (1, 1)


def test_pieces_shrink_on_a_bad_link_and_grow_on_a_good_one(scene):
    with_photos(scene, 1)
    scene.server.script(BLOB, OfflineError(reason="timeout"))
    scene.sync()
    assert scene.store.memory().chunk_bytes == 128 << 10

    scene.store.remember(chunk_bytes=100)
    scene.sync()

    assert scene.store.memory().chunk_bytes >= 400


def test_a_slow_link_does_not_make_pieces_grow(scene):
    with_photos(scene, 1)
    scene.store.remember(chunk_bytes=100)

    def slow(request):
        scene.clock.advance(timedelta(seconds=6))
        return scene.server.carry(request)

    drive(session(scene.store, scene.clock, APP), slow)

    assert scene.store.memory().chunk_bytes == 100
    assert sent(scene) == 1


def test_the_same_picture_twice_is_sent_once(scene):
    with_photos(scene, 1)
    with_photos(scene, 1)

    scene.sync()

    assert len(patches(scene)) == 1
    assert scene.store.sync_state().photos_total == 1


# beside one another ---------------------------------------------------------------------------------------------------


def send_ahead(scene, carry=None):
    """Run a session; return which uploads it said would follow."""
    foreseen = []
    drive(session(scene.store, scene.clock, APP, ahead=foreseen.append), carry or scene.server.carry)
    return [request for request in foreseen if request.method == "PATCH"]


def test_on_a_quick_link_the_next_photo_travels_beside_each(scene):
    with_photos(scene, 4)

    foreseen = send_ahead(scene)

    assert foreseen == patches(scene)[1:]
    assert len(foreseen) == 3
    assert sent(scene) == 4


def test_on_a_slow_link_photos_go_one_by_one(scene):
    with_photos(scene, 4)

    def slow(request):
        scene.clock.advance(timedelta(seconds=2))
        return scene.server.carry(request)

    assert send_ahead(scene, slow) == []
    assert sent(scene) == 4


def test_a_photo_of_several_pieces_travels_alone(scene):
    with_photos(scene, 3)
    in_pieces(scene, 100)

    assert send_ahead(scene) == []
    assert sent(scene) == 3


def test_what_was_to_follow_a_photo_that_is_refused_is_said_anew(scene):
    with_photos(scene, 4)
    asked = []

    def carry(request):
        asked.extend([request] * (request.method == "PATCH"))
        is_second = request.method == "PATCH" and len(asked) == 2
        return problem(ChecksumMismatchError()) if is_second else scene.server.carry(request)

    foreseen = send_ahead(scene, carry)

    assert asked[2] == asked[1]
    assert foreseen == [asked[1], asked[3], asked[3], asked[4]]
    assert sent(scene) == 4


def test_a_record_that_is_handed_in_between_two_photos_goes_before_the_next(scene):
    with_photos(scene, 3)

    def carry(request):
        answer = scene.server.carry(request)
        if request.method == "PATCH" and len(patches(scene)) == 1:
            with_photos(scene, 1)
        return answer

    drive(session(scene.store, scene.clock, APP), carry)

    paths = [request.path for request in scene.server.requests if request.method == "PATCH" or "push" in request.path]
    assert ["push" in path for path in paths] == [True, False, True, False, False]
    assert sent(scene) == 3
