"""Photos that others took come to who may have to recheck, once, whole, and leave when nobody needs them."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from shared.errors import DeviceRevokedError, OfflineError, ServerFaultError
from shared.ids import PhotoId, ReplyId, Sha256
from shared.model.hazard import Completion, HazardState, Reply
from shared.model.inspection import VOICE
from shared.model.place import Role
from shared.shift import make_pin
from shared.sync.messages import PullReply
from shared.sync.request import Outcome, Response
from shared.sync.session import Gauges, drive, session
from tests.builders import KEEPER, LEAD, NOW, POINT, SITE, a_hazard, a_person, a_photo, an_id
from tests.mobile.scene import APP, a_jpeg
from tests.mobile.tiny_server import FIRST_EPOCH, HEADERS, SCOPE, problem


def on_server(scene, colour=(7, 7, 7)):
    """A photo that somebody else's tablet has sent."""
    content = a_jpeg(colour=colour)
    name = Sha256(hashlib.sha256(content).hexdigest())
    scene.server.blobs[name] += content
    return a_photo(id=PhotoId(an_id(0xF00 + colour[0])), sha256=name, size_bytes=len(content))


def with_hazard(scene, photo, state=HazardState.REPLIED):
    hazard = a_hazard(state=state, photos_before=(photo,))
    scene.server.put("hazard", hazard.id, hazard)
    return hazard


def fetched(scene):
    return [request.path for request in scene.server.requests if request.method == "GET" and "blobs" in request.path]


def test_the_photo_of_an_open_hazard_is_fetched_once(scene):
    photo = on_server(scene)
    with_hazard(scene, photo)

    scene.sync()
    scene.sync()

    assert scene.store.blob_path(photo.sha256).read_bytes() == a_jpeg(colour=(7, 7, 7))
    assert len(fetched(scene)) == 1
    assert scene.store.sync_state().photos_total == 0  # those are others' photos


def test_the_photos_of_the_units_reply_come_too(scene):
    before, after = on_server(scene), on_server(scene, (9, 9, 9))
    hazard = with_hazard(scene, before)
    reply = Reply(
        ReplyId(an_id(0x501)),
        SITE,
        an_id(0x401),
        hazard.id,
        "",
        "已补齐",
        Completion.DONE,
        "刘工",
        NOW,
        photos_after=(after,),
    )
    scene.server.put("reply", reply.id, reply)

    scene.sync()

    assert scene.store.blob_path(after.sha256) is not None


@pytest.mark.parametrize("state", [HazardState.CLOSED, HazardState.VOIDED])
def test_nobody_needs_the_photos_of_what_is_over(scene, state):
    with_hazard(scene, on_server(scene), state)

    scene.sync()

    assert fetched(scene) == []


def test_the_face_of_whoever_may_take_the_tablet_is_fetched_and_leaves_with_him(scene):
    face, stranger = on_server(scene), on_server(scene, (9, 9, 9))
    lead = a_person(id=LEAD, name="李敏", roles=(Role.LEAD_INSPECTOR,), photo=face.sha256)
    scene.server.put("person", LEAD, lead)
    scene.server.put("person", KEEPER, a_person(photo=stranger.sha256))
    scene.server.put("pin", LEAD, make_pin(LEAD, SITE, "4711", bytes(16), NOW, LEAD, rounds=2))
    scene.sync()
    path = scene.store.blob_path(face.sha256)
    assert path.read_bytes() == a_jpeg(colour=(7, 7, 7))

    scene.server.put("person", LEAD, replace(lead, photo=None))
    scene.sync()
    scene.sync()

    assert not path.exists()
    assert len(fetched(scene)) == 1  # who has no PIN is on no list to choose from


def test_a_voice_note_of_a_hazard_is_heard_in_the_office_and_not_fetched(scene):
    with_hazard(scene, replace(on_server(scene), role=VOICE, mime="audio/mp4"))

    scene.sync()

    assert fetched(scene) == []


def test_a_photo_taken_here_is_not_fetched(scene):
    scene.finished(failed=True)

    scene.sync()
    scene.sync()

    assert fetched(scene) == []


@pytest.mark.parametrize(
    "answer",
    [Response(200, HEADERS, b"half of it"), problem(ServerFaultError())],
    ids=["cut", "fault"],
)
def test_a_photo_that_cannot_be_had_whole_waits_an_hour_and_delays_nothing(scene, answer):
    first, second = on_server(scene), on_server(scene, (9, 9, 9))
    hazard = a_hazard(state=HazardState.REPLIED, photos_before=(first, second))
    scene.server.put("hazard", hazard.id, hazard)
    scene.server.script("fetch", answer)

    assert scene.sync().outcome is Outcome.DONE
    assert (scene.store.blob_path(first.sha256), len(fetched(scene))) == (None, 2)
    scene.sync()
    assert len(fetched(scene)) == 2
    scene.clock.advance(timedelta(hours=1, minutes=1))
    scene.sync()

    assert scene.store.blob_path(first.sha256) is not None


def test_a_photo_that_the_server_lacks_is_asked_for_each_hour_only(scene):
    with_hazard(scene, a_photo())

    scene.sync()
    scene.sync()

    assert len(fetched(scene)) == 1


@pytest.mark.parametrize("answer", [OfflineError(reason="cut"), problem(DeviceRevokedError())])
def test_what_is_about_more_than_this_photo_ends_the_session(scene, answer):
    photo = on_server(scene)
    with_hazard(scene, photo)
    scene.server.script("fetch", answer)

    assert scene.sync().outcome is not Outcome.DONE
    scene.sync()

    assert scene.store.blob_path(photo.sha256) is not None


def test_a_tablet_with_little_space_fetches_nothing(scene):
    with_hazard(scene, on_server(scene))

    drive(session(scene.store, scene.clock, APP, lambda: Gauges(None, 100 << 20)), scene.server.carry)

    assert fetched(scene) == []


def test_the_photo_leaves_with_the_hazards_end(scene):
    photo = on_server(scene)
    with_hazard(scene, photo)
    scene.sync()

    with_hazard(scene, photo, HazardState.CLOSED)
    scene.sync()

    assert scene.store.blob_path(photo.sha256) is None


def test_the_photo_leaves_with_its_scope(scene):
    photo = on_server(scene)
    with_hazard(scene, photo)
    scene.sync()

    scene.store.save_pull(PullReply(FIRST_EPOCH, NOW, (), (SCOPE,)))

    assert scene.store.blob_path(photo.sha256) is None


def test_a_restored_server_is_not_sent_photos_that_others_took(scene):
    with_hazard(scene, on_server(scene))
    scene.sync()
    scene.server.restore_backup()

    scene.sync()

    assert "PATCH /v1/blobs" not in scene.server.paths()


def test_taking_the_very_picture_that_was_missing_sends_it(scene):
    draft = actions.start_hazard(scene.tablet, POINT)
    taken = scene.store.photo(scene.photo(draft))
    actions.drop_draft(scene.tablet, draft)
    scene.store.tidy(NOW)
    with_hazard(scene, a_photo(sha256=taken.sha256))
    scene.sync()  # the server does not have it
    assert scene.store.blob_path(taken.sha256) is None

    record = scene.finished(failed=True)
    scene.sync()

    assert scene.store.head(record).photos_sent == 1
    assert scene.server.is_stored(taken.sha256)


def test_a_photo_that_was_damaged_here_is_healed_from_the_server(scene):
    record = scene.finished(failed=True)
    scene.sync()
    (photo,) = scene.store.photos_of(record)
    scene.store.screen_path(photo.sha256).unlink()

    scene.sync()

    assert hashlib.sha256(scene.store.screen_path(photo.sha256).read_bytes()).hexdigest() == photo.sha256
    assert scene.store.head(record).photos_sent == 1
