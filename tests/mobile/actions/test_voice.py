"""Voice notes: the row before the microphone, the bytes under their hash; a kill loses the unfinished recording alone."""

from __future__ import annotations

import errno
import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from mobile import actions
from mobile.actions.round import context_of
from mobile.device.voice import seconds_of
from mobile.store.row import PhotoState
from shared.checklist import evaluate
from shared.errors import DiskFullError, EvidenceMissingError
from shared.ids import HazardId, TemplateId
from shared.model.hazard import HazardState, RecheckResult
from shared.model.inspection import VOICE
from shared.model.place import Role
from shared.model.template import Need
from tests.builders import KEEPER, POINT, SITE, UNIT, a_hazard, a_person, an_id
from tests.voices import a_cut_voice, a_voice


@pytest.fixture
def record(scene):
    return actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)


def begun(scene, record, content=None):
    voice = actions.begin_photo(scene.tablet, record, "LMR_09", None, VOICE)
    source = Path(scene.store.photo(voice).source)
    if content is not None:
        source.write_bytes(content)
    return voice, source


def test_a_voice_note_is_kept_under_the_hash_of_its_bytes_with_its_length(scene, record):
    voice, source = begun(scene, record, a_voice(65.4))

    row = actions.finish_photo(scene.tablet, voice)
    scene.reopen()

    path = scene.store.voice_path(voice)
    assert path.suffix == ".m4a"
    assert path.read_bytes() == a_voice(65.4)
    assert row.sha256 == hashlib.sha256(a_voice(65.4)).hexdigest()
    assert not source.exists()
    (answer,) = scene.store.answers(record)
    assert (answer.voices, answer.photos) == ((voice,), ())
    sent = scene.store.inspection(record).photos[0]
    assert (sent.mime, sent.seconds, sent.role, sent.thumb) == ("audio/mp4", 65, VOICE, None)


def test_a_voice_is_no_picture_to_those_who_ask_for_one(scene, record):
    voice, _ = begun(scene, record, a_voice())

    actions.finish_photo(scene.tablet, voice)

    assert scene.store.photo_path(voice) is None
    assert scene.store.photo_path(voice, "screen") is None
    assert scene.tablet.files.make_missing_thumbs() == 0
    assert scene.store.usual_photo() == (0, 0)


def test_a_dropped_voice_comes_back_and_is_heard_again(scene, record):
    voice, _ = begun(scene, record, a_voice())
    actions.finish_photo(scene.tablet, voice)

    actions.drop_photo(scene.tablet, voice)
    dropped = scene.store.photos_of(record)
    actions.restore_photo(scene.tablet, voice)

    assert dropped == ()
    assert scene.store.photos_of(record)[0].seconds == 5
    assert scene.store.voice_path(voice).read_bytes() == a_voice()


def test_a_recording_that_a_kill_cut_off_is_lost_and_counted(scene, record):
    cut, source = begun(scene, record, a_cut_voice())
    never, _ = begun(scene, record)
    scene.reopen()

    lost = actions.recover_voices(scene.tablet)
    actions.recover_photos(scene.tablet)

    assert lost == 2
    assert scene.store.photos_of(record) == ()
    assert not source.exists()
    assert actions.recover_voices(scene.tablet) == 0
    assert scene.store.photo(cut).state is scene.store.photo(never).state is PhotoState.DROPPED


def test_a_recording_that_was_whole_when_the_app_was_killed_is_kept(scene, record):
    voice, source = begun(scene, record, a_voice())
    scene.reopen()

    assert actions.recover_voices(scene.tablet) == 0

    assert scene.store.voice_path(voice).read_bytes() == a_voice()
    assert not source.exists()


def test_a_kill_anywhere_keeps_a_whole_recording(scene, record):
    class Killed(BaseException):
        pass

    for index, place in enumerate(("before rename of screen", "after rename of screen")):
        content = a_voice(said=place.encode())
        voice, _ = begun(scene, record, content)

        def strike(name, place=place):
            if name == place:
                raise Killed

        scene.tablet.files.fail_point = strike
        with pytest.raises(Killed):
            actions.finish_photo(scene.tablet, voice)
        scene.reopen()

        assert actions.recover_voices(scene.tablet) == 0
        actions.recover_photos(scene.tablet)
        assert scene.store.voice_path(voice).read_bytes() == content
        assert len(scene.store.photos_of(record)) == index + 1


def test_a_recording_that_meets_a_full_disk_waits_and_is_kept_once_there_is_room(scene, record, monkeypatch):
    voice, source = begun(scene, record, a_voice())

    def full(_handle):
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(os, "fsync", full)
        with pytest.raises(DiskFullError):
            actions.finish_photo(scene.tablet, voice)
    waits = scene.store.photo(voice)
    assert (waits.state, waits.trouble) == (PhotoState.PENDING, "no-space")
    assert source.exists()

    assert actions.retry_photos(scene.tablet) == (voice,)
    assert scene.store.voice_path(voice) is not None


def test_no_recording_is_begun_without_room(scene, record):
    scene.tablet.files.free_bytes = lambda: 0

    with pytest.raises(DiskFullError):
        begun(scene, record)

    assert scene.store.photos_of(record) == ()


def test_a_fail_may_be_described_by_voice_and_the_voice_reaches_the_server(scene):
    record = scene.walked(failed=True)
    tablet = scene.tablet
    actions.set_note(tablet, record, "LMR_09", None, "")
    with pytest.raises(EvidenceMissingError):
        actions.finish_round(tablet, record)
    voice, _ = begun(scene, record, a_voice())
    actions.finish_photo(tablet, voice)

    (hazard,) = actions.finish_round(tablet, record)
    waiting = scene.store.sync_state().photos_total
    scene.sync()

    raised = scene.store.hazard(hazard)
    assert raised.description.endswith("情况见检查记录中的语音")
    assert [photo.role for photo in raised.photos_before] == [""]
    assert waiting == 2
    assert scene.server.blobs[scene.store.photo(voice).sha256] == a_voice()
    assert scene.store.photo(voice).is_sent


def test_the_file_of_a_voice_that_was_dropped_leaves_with_the_next_session(scene, record):
    voice, _ = begun(scene, record, a_voice())
    actions.finish_photo(scene.tablet, voice)
    path = scene.store.voice_path(voice)

    actions.drop_photo(scene.tablet, voice)
    scene.sync()

    assert not path.exists()
    assert scene.store.photo(voice) is None


def test_what_is_swept_and_let_go_takes_no_voice_that_is_needed(scene, record):
    voice, _ = begun(scene, record, a_voice())
    actions.finish_photo(scene.tablet, voice)
    stray = scene.store.voice_path(voice).with_name("0" * 64 + ".m4a")
    stray.write_bytes(a_voice(said=b"nobody's"))

    assert scene.store.sweep_files() == 1

    assert scene.store.voice_path(voice) is not None
    assert not stray.exists()


def spoken(scene, form):
    """Speak about a whole form."""
    voice = actions.begin_photo(scene.tablet, form, role=VOICE)
    Path(scene.store.photo(voice).source).write_bytes(a_voice())
    return actions.finish_photo(scene.tablet, voice)


def test_a_hazard_may_be_described_by_voice_and_needs_its_photo_all_the_same(scene):
    hazard = actions.start_hazard(scene.tablet, POINT)
    voice = spoken(scene, hazard)

    with pytest.raises(EvidenceMissingError) as missing:
        actions.raise_hazard(scene.tablet, hazard)
    photo = scene.photo(hazard)
    raised = actions.raise_hazard(scene.tablet, hazard)

    assert missing.value.facts["missing"] == ["photo"]
    assert raised.description == "情况见语音"
    assert [one.id for one in raised.photos_before] == [photo, voice.id]


def test_a_note_may_be_nothing_but_a_voice(scene):
    note = actions.start_note(scene.tablet, "site", SITE)
    voice = spoken(scene, note)

    made = actions.add_note(scene.tablet, "site", SITE, "", note)
    scene.sync()

    assert [(one.role, one.seconds) for one in made.photos] == [(VOICE, 5)]
    assert scene.server.blobs[voice.sha256] == a_voice()


def test_a_recheck_that_found_too_little_may_say_so_by_voice_and_needs_its_photo_all_the_same(scene):
    hazard = HazardId(an_id(0x201))
    scene.server.put("person", KEEPER, a_person(roles=(Role.LEAD_INSPECTOR,)))
    scene.server.put("hazard", hazard, a_hazard(state=HazardState.REPLIED, unit=UNIT, repaired_by_name="刘工"))
    scene.sync()
    recheck = actions.start_recheck(scene.tablet, hazard)
    actions.set_recheck(scene.tablet, recheck, result=RecheckResult.PARTLY, new_deadline_on=date(2026, 12, 1))
    spoken(scene, recheck)

    with pytest.raises(EvidenceMissingError) as missing:
        actions.finish_recheck(scene.tablet, recheck)
    scene.photo(recheck)
    made = actions.finish_recheck(scene.tablet, recheck)

    assert missing.value.facts["missing"] == ["photo"]
    assert (made.note, [photo.role for photo in made.photos]) == ("情况见语音", ["", VOICE])


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (a_voice(2.5), 2.5),
        (a_cut_voice(), None),
        (b"", None),
        (b"\xff\xd8\xff\xe0 a picture", None),
        (a_voice()[:-4], None),
        (a_voice().replace(b"mdat", b"free"), None),
    ],
)
def test_only_a_whole_recording_has_a_length(content, seconds):
    assert seconds_of(content) == seconds


def test_a_need_for_a_photo_is_not_met_by_a_voice(scene):
    record = scene.walked(failed=True)
    tablet = scene.tablet
    photos = [row.id for row in scene.store.photos_of(record)]
    for photo in photos:
        actions.drop_photo(tablet, photo)
    voice, _ = begun(scene, record, a_voice())
    actions.finish_photo(tablet, voice)

    draft = scene.store.inspection(record)
    form = scene.store.template(draft.template, draft.template_version)
    judged = evaluate(form, draft.answers, context_of(tablet, draft, scene.clock.read()))

    assert next(row for row in judged.rows if row.item.name == "LMR_09").missing == (Need.PHOTO,)
