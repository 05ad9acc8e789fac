"""Photos: the row first, then the bytes under their hash, then the row again; a kill anywhere loses nothing."""

import errno
import hashlib
import io
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from mobile import actions
from mobile.device.files import PHOTO_RESERVE_BYTES, PhotoFiles
from mobile.device.picture import LONGEST_SIDE, shrink
from mobile.store.row import PhotoState
from shared.errors import AlreadyFinalError, DiskFullError, EvidenceMissingError, UnknownRecordError
from shared.ids import PhotoId, TemplateId
from tests.builders import LEAD, NOW, POINT, an_id
from tests.mobile.scene import Killed, a_jpeg


@pytest.fixture
def record(scene):
    return actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)


def captured(scene, record, content=None):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")
    scene.tablet.files.capture(photo).write_bytes(a_jpeg() if content is None else content)
    return photo


def test_the_row_is_there_before_the_camera_opens(scene, record):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")

    scene.reopen()

    row = scene.store.photo(photo)
    assert (row.state, row.item) == (PhotoState.PENDING, "LMR_09")
    assert Path(row.source) == scene.tablet.files.capture(photo)


def test_a_photo_is_named_by_the_hash_of_its_bytes(scene, record):
    row = actions.finish_photo(scene.tablet, captured(scene, record))

    content = scene.store.photo_path(row.id, "screen").read_bytes()
    assert hashlib.sha256(content).hexdigest() == row.sha256
    assert len(content) == row.size_bytes
    assert scene.store.answers(record)[0].photos == (row.id,)
    assert not scene.tablet.files.capture(row.id).exists()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_put_upright_whatever_way_the_camera_was_held(tmp_path, orientation):
    upright = Image.open(io.BytesIO(a_jpeg((64, 48))))
    turned = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned.save(tmp_path / "held.jpg", quality=95, exif=exif)

    picture = shrink(tmp_path / "held.jpg")

    shown = Image.open(io.BytesIO(picture.jpeg))
    assert shown.size == (64, 48)
    assert min(shown.getpixel((8, 8))) > 200  # white lies at the top left
    assert shown.getpixel((56, 40))[2] < 120
    assert dict(shown.getexif()) == {}


def test_a_large_picture_becomes_a_moderate_one_with_a_thumbnail(tmp_path):
    (tmp_path / "large.jpg").write_bytes(a_jpeg((4032, 3024)))

    picture = shrink(tmp_path / "large.jpg")

    assert (picture.width, picture.height) == (LONGEST_SIDE, 1536)
    assert Image.open(io.BytesIO(picture.thumb)).size == (320, 240)


def test_a_screenshot_with_transparency_becomes_a_jpeg(tmp_path):
    Image.new("RGBA", (10, 10), (1, 2, 3, 4)).save(tmp_path / "shot.png")

    assert shrink(tmp_path / "shot.png").jpeg.startswith(b"\xff\xd8")


def test_what_is_no_picture_is_refused_and_its_file_is_kept(scene, record):
    photo = captured(scene, record, a_jpeg()[:200])

    with pytest.raises(EvidenceMissingError):
        actions.finish_photo(scene.tablet, photo)

    row = scene.store.photo(photo)
    assert (row.state, row.trouble) == (PhotoState.DROPPED, "unreadable")
    actions.recover_photos(scene.tablet)
    scene.sync()
    assert scene.tablet.files.capture(photo).read_bytes() == a_jpeg()[:200]
    assert scene.store.photo(photo) is not None


def test_a_picture_that_a_newer_app_understands_is_kept_after_all(scene, record):
    photo = captured(scene, record, a_jpeg()[:200])
    with pytest.raises(EvidenceMissingError):
        actions.finish_photo(scene.tablet, photo)
    scene.tablet.files.capture(photo).write_bytes(a_jpeg())  # the same file, to an app that can read it

    assert actions.recover_photos(scene.tablet) == (photo,)

    assert scene.store.answers(record)[0].photos == (photo,)
    assert not scene.tablet.files.capture(photo).exists()


def test_an_unreadable_picture_of_a_round_that_was_handed_over_stops_no_start(scene, record):
    photo = captured(scene, record, a_jpeg()[:200])
    with pytest.raises(EvidenceMissingError):
        actions.finish_photo(scene.tablet, photo)
    actions.hand_over(scene.tablet, record, LEAD)
    other = captured(scene, actions.start_hazard(scene.tablet))

    assert actions.recover_photos(scene.tablet) == (other,)

    assert scene.store.photo(photo).state is PhotoState.DROPPED
    assert scene.tablet.files.capture(photo).exists()


class FullDisk:
    """A disk that takes nothing until ``has_room``."""

    def __init__(self, scene):
        self.has_room = False
        self.free_bytes = 10 << 30
        scene.tablet = replace(
            scene.tablet, files=PhotoFiles(scene.folder / "photos", self.write, lambda: self.free_bytes)
        )

    def write(self, name):
        if not self.has_room:
            raise OSError(errno.ENOSPC, "no space")


def test_a_photo_that_met_a_full_disk_is_kept_once_there_is_room(scene, record):
    disk = FullDisk(scene)
    photo = captured(scene, record)
    with pytest.raises(DiskFullError):
        actions.finish_photo(scene.tablet, photo)
    assert scene.store.photo(photo).trouble == "no-space"
    assert list((scene.folder / "photos").rglob("*.part")) == []
    disk.free_bytes = 0
    assert actions.retry_photos(scene.tablet) == ()

    disk.has_room, disk.free_bytes = True, 10 << 30
    assert actions.retry_photos(scene.tablet) == (photo,)

    assert scene.store.photo(photo).state is PhotoState.READY
    assert actions.retry_photos(scene.tablet) == ()


def test_a_full_disk_refuses_photos_before_it_refuses_answers(scene, record):
    disk = FullDisk(scene)
    disk.free_bytes = PHOTO_RESERVE_BYTES - 1

    with pytest.raises(DiskFullError):
        actions.begin_photo(scene.tablet, record, "LMR_09")

    assert scene.store.photos_of(record) == ()
    actions.answer(scene.tablet, record, "LMR_04", value=21.5)
    assert scene.store.answers(record)[0].value == 21.5
    disk.free_bytes = PHOTO_RESERVE_BYTES
    assert actions.begin_photo(scene.tablet, record, "LMR_09")


def test_photos_that_are_safe_on_the_server_make_room_for_a_new_one(scene):
    sent = scene.finished(failed=True)
    scene.sync()
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    (old,) = scene.store.photos_of(sent)
    disk = FullDisk(scene)
    disk.free_bytes = PHOTO_RESERVE_BYTES - 100

    assert actions.begin_photo(scene.tablet, record, "LMR_09")

    assert not scene.store.screen_path(old.sha256).exists()
    assert scene.store.photo_path(old.id) is not None  # the small copy stays


def test_what_a_camera_left_is_swept_once_its_photo_is_kept(scene, record):
    photo = captured(scene, record)
    content = scene.tablet.files.capture(photo).read_bytes()
    actions.finish_photo(scene.tablet, photo)
    scene.tablet.files.capture(photo).write_bytes(content)  # a kill came before it was removed
    stranger = scene.tablet.files.capture(PhotoId(an_id(0xABC)))
    stranger.write_bytes(content)

    actions.recover_photos(scene.tablet)
    assert not scene.tablet.files.capture(photo).exists()
    assert stranger.exists()
    long_ago = (scene.clock.read().wall - timedelta(days=31)).timestamp()
    os.utime(stranger, (long_ago, long_ago))
    actions.recover_photos(scene.tablet)

    assert not stranger.exists()


def test_the_same_camera_file_used_twice_is_flagged_and_kept(scene, record):
    taken = a_jpeg((640, 480))
    first = actions.finish_photo(scene.tablet, captured(scene, record, taken))
    scene.clock.advance(timedelta(minutes=5))

    second = actions.finish_photo(scene.tablet, captured(scene, record, taken))

    assert (first.is_twin, second.is_twin) == (False, True)
    assert first.camera == second.camera == hashlib.sha256(taken).hexdigest()
    assert scene.store.photo(first.id).is_twin
    assert second.state is PhotoState.READY


def test_the_same_camera_file_is_known_again_where_an_older_app_encoded_it_otherwise(scene, record):
    taken = a_jpeg((640, 480))
    first = actions.finish_photo(scene.tablet, captured(scene, record, taken))
    with scene.store.transaction():
        scene.store.change_photo(replace(first, sha256="ab" * 32, thumb=""))
    scene.clock.advance(timedelta(minutes=5))

    assert actions.finish_photo(scene.tablet, captured(scene, record, taken)).is_twin


def test_a_photo_that_an_amended_record_takes_over_is_no_second_use(scene):
    sent = scene.finished(failed=True)
    scene.sync()

    amended = actions.amend(scene.tablet, sent)

    assert [photo.is_twin for photo in scene.store.photos_of(amended)] == [False]


def test_a_photo_carries_its_small_copy_and_its_cameras_file_by_name(scene, record):
    row = actions.finish_photo(scene.tablet, captured(scene, record, a_jpeg((640, 480))))

    small = scene.store.photo_path(row.id).read_bytes()
    assert row.as_sent().thumb == hashlib.sha256(small).hexdigest() != row.sha256
    assert row.as_sent().camera == hashlib.sha256(a_jpeg((640, 480))).hexdigest()


def test_nothing_is_burned_into_a_photo(scene, record):
    plain = a_jpeg((640, 480))
    row = actions.finish_photo(scene.tablet, captured(scene, record, plain))

    kept = Image.open(scene.store.photo_path(row.id, "screen")).convert("RGB")
    differences = ImageChops.difference(kept, Image.open(io.BytesIO(plain)).convert("RGB")).getextrema()
    assert max(high for _, high in differences) < 40  # what JPEG itself changes: no stamp, no drawing


def test_finishing_twice_is_finishing_once(scene, record):
    photo = captured(scene, record)
    first = actions.finish_photo(scene.tablet, photo)

    assert actions.finish_photo(scene.tablet, photo).sha256 == first.sha256
    assert len(scene.store.photos_of(record)) == 1


def test_a_chosen_file_is_kept_and_left_where_it_lies(scene, record, tmp_path):
    chosen = tmp_path / "chosen.jpg"
    chosen.write_bytes(a_jpeg())
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")

    row = actions.finish_photo(scene.tablet, photo, chosen)

    assert (row.state, chosen.exists()) == (PhotoState.READY, True)


def test_a_kill_anywhere_while_a_photo_is_kept_loses_nothing(scene, record):
    scene.fail_points.arm(None)
    actions.finish_photo(scene.tablet, captured(scene, record))
    places = len(scene.fail_points.passed)
    assert places >= 8

    for kill_at in range(3, places + 1):  # 1 and 2 are begin_photo's commit
        photo = captured(scene, record, a_jpeg(colour=(kill_at, 0, 0)))
        scene.fail_points.arm(kill_at - 2)
        with pytest.raises(Killed):
            actions.finish_photo(scene.tablet, photo)
        scene.reopen()

        actions.recover_photos(scene.tablet)

        row = scene.store.photo(photo)
        assert row.state is PhotoState.READY, kill_at
        content = scene.store.photo_path(photo, "screen").read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.sha256


def test_a_photo_that_no_camera_wrote_is_dropped_after_an_hour(scene, record):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")

    actions.recover_photos(scene.tablet)
    assert scene.store.photo(photo).state is PhotoState.PENDING
    scene.clock.advance(timedelta(hours=2))
    actions.recover_photos(scene.tablet)

    assert scene.store.photo(photo).state is PhotoState.DROPPED


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(minutes=-5), timedelta(days=400)])
def test_a_camera_is_waited_for_an_hour_whatever_the_clock_is_set_to_meanwhile(scene, record, jump):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")
    scene.clock.jump(jump)

    actions.recover_photos(scene.tablet)
    assert scene.store.photo(photo).state is PhotoState.PENDING
    scene.clock.advance(timedelta(minutes=61))
    actions.recover_photos(scene.tablet)

    assert scene.store.photo(photo).state is PhotoState.DROPPED


@pytest.mark.parametrize(
    ("jump", "state"),
    [(timedelta(minutes=-5), PhotoState.PENDING), (timedelta(days=-400), PhotoState.DROPPED)],
)
def test_after_a_restart_a_clock_that_is_a_little_back_drops_no_photo_and_one_far_back_blocks_no_record(
    scene, record, jump, state
):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")
    scene.clock.jump(jump)
    scene.clock.restart("another boot")

    actions.recover_photos(scene.tablet)

    assert scene.store.photo(photo).state is state


def test_a_dropped_photo_comes_back(scene, record):
    photo = scene.photo(record, "LMR_09")
    actions.drop_photo(scene.tablet, photo)
    assert scene.store.answers(record) == ()

    actions.restore_photo(scene.tablet, photo)

    assert scene.store.answers(record)[0].photos == (photo,)


def test_a_photo_dropped_while_it_is_made_small_stays_dropped(scene, record):
    photo = captured(scene, record)
    dropping = iter([lambda: actions.drop_photo(scene.tablet, photo)])
    keep = scene.tablet.files.fail_point
    scene.tablet.files.fail_point = lambda name: (next(dropping, lambda: None)(), keep(name))[1]

    row = actions.finish_photo(scene.tablet, photo)

    assert row.state is PhotoState.DROPPED


def at_once(owner, place, act):
    """Let another thread do something at the first fail point of that name."""
    before = owner.fail_point

    def strike(name):
        if name == place:
            owner.fail_point = before
            act()
        else:
            before(name)

    owner.fail_point = strike


def is_kept(scene, row):
    content = scene.store.photo_path(row.id, "screen").read_bytes()
    small = scene.folder / "photos" / "thumb" / f"{row.sha256}.jpg"
    return row.state is PhotoState.READY and hashlib.sha256(content).hexdigest() == row.sha256 and small.exists()


def test_a_picture_that_is_chosen_again_while_a_session_lets_it_go_stays(scene, record):
    # given: dropped, its rows removed by the session, its files about to be
    actions.drop_photo(scene.tablet, scene.photo(record, "LMR_09"))
    again = captured(scene, record)
    at_once(scene.store, "after commit", lambda: actions.finish_photo(scene.tablet, again))
    # when
    scene.store.tidy(NOW)
    # then
    assert is_kept(scene, scene.store.photo(again))


@pytest.mark.parametrize("place", ["after rename of thumb", "after rename of screen"])
def test_a_picture_that_a_session_lets_go_while_it_is_chosen_again_stays(scene, record, place):
    # given: dropped; the session removes rows and files between the new file and the new row
    actions.drop_photo(scene.tablet, scene.photo(record, "LMR_09"))
    again = captured(scene, record)
    at_once(scene.tablet.files, place, lambda: scene.store.tidy(NOW))
    # when
    row = actions.finish_photo(scene.tablet, again)
    # then
    assert is_kept(scene, row)
    assert not scene.tablet.files.capture(again).exists()


def test_a_picture_that_is_chosen_again_while_a_low_disk_lets_it_go_stays(scene):
    # given: sent, and about to leave a disk that is low
    scene.finished(failed=True)
    scene.sync()
    again = captured(scene, actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT))
    at_once(scene.store, "after commit", lambda: actions.finish_photo(scene.tablet, again))
    # when
    assert scene.store.release_photos(1) > 0
    # then
    assert is_kept(scene, scene.store.photo(again))


def test_a_photo_needs_a_draft(scene):
    with pytest.raises(UnknownRecordError):
        actions.begin_photo(scene.tablet, an_id(5))
    with pytest.raises(AlreadyFinalError):
        actions.begin_photo(scene.tablet, scene.finished())


def test_files_that_no_row_speaks_of_are_swept(scene, record):
    photo = scene.photo(record, "LMR_09")
    stray = scene.folder / "photos" / "screen" / f"{'0' * 64}.jpg"
    stray.write_bytes(b"left behind by a kill")
    half = stray.with_suffix(".part")
    half.write_bytes(b"half of it")

    actions.recover_photos(scene.tablet)

    assert not stray.exists()
    assert not half.exists()
    assert scene.store.photo_path(photo) is not None
