"""A tablet short of space, with a damaged database, or with a picture that was used before: what the person sees and can do."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mobile.app import StoppedApp
from mobile.device.files import PHOTO_RESERVE_BYTES, PhotoFiles
from mobile.store.migrate import steps
from mobile.store.row import PhotoState
from mobile.store.salvage import mend_in_use
from mobile.text import texts_for
from mobile.views.trouble import words_for
from shared.errors import DiskFullError, NewerDatabaseError, ReadOnlyDiskError
from tests.ui.tablet.estate import a_tablet
from tools.tablet_driver import Driver

ROUND = "1号楼电梯机房 日巡视"
PLENTY = 9_000_000_000


class Disk:
    """Says how much space is left."""

    def __init__(self, free_bytes: int) -> None:
        self.free_bytes = free_bytes

    def __call__(self) -> int:
        return self.free_bytes


def on_disk(home: Path, disk: Disk):
    parts = a_tablet(home)
    files = PhotoFiles(home / "photos", free_bytes=disk)
    return replace(parts, tablet=replace(parts.tablet, files=files), free_bytes=disk)


def photograph(finger, item: str = "lmr_09") -> None:
    finger.app.desk.take_photo(finger.app.desk.router.here.record, item)
    finger.wait(0.3)


def test_before_a_round_the_person_is_told_that_its_photos_may_not_fit(open_app, tmp_path):
    finger = open_app(parts=on_disk(tmp_path, Disk(70_000_000)))

    finger.tap(ROUND)

    assert any(text.startswith("剩余空间 70 MB") for text in finger.texts())
    assert finger.app.desk.router.here.screen == "rounds"
    finger.tap("照常开始")
    assert finger.app.desk.router.here.screen == "checklist"


def test_with_room_enough_a_round_begins_at_once(open_app, tmp_path):
    finger = open_app(parts=on_disk(tmp_path, Disk(PLENTY)))

    finger.tap(ROUND)

    assert finger.app.desk.router.here.screen == "checklist"


def test_the_person_may_go_and_send_first(open_app, tmp_path):
    woken = []
    finger = open_app(parts=replace(on_disk(tmp_path, Disk(70_000_000)), wake=lambda: woken.append(1)))
    finger.tap(ROUND)

    finger.tap("先去上传")

    assert finger.app.desk.router.here.screen == "sync"
    assert woken


def test_a_full_disk_refuses_the_photo_and_takes_the_answer(open_app, tmp_path):
    disk = Disk(PLENTY)
    parts = on_disk(tmp_path, disk)
    finger = open_app(parts=parts)
    finger.tap(ROUND)
    disk.free_bytes = PHOTO_RESERVE_BYTES - 1

    photograph(finger)

    assert finger.shows(finger.app.texts.err_photo_space)
    assert parts.tablet.store.pending_photos() == ()
    record = finger.app.desk.router.here.record
    finger.tap("合格")
    assert parts.tablet.store.answers(record)


def test_a_photo_that_met_a_full_disk_is_finished_once_there_is_room(open_app, tmp_path):
    disk, is_full = Disk(PLENTY), [True]

    def full(_name: str) -> None:
        if is_full[0]:
            raise DiskFullError

    parts = on_disk(tmp_path, disk)
    parts = replace(parts, tablet=replace(parts.tablet, files=PhotoFiles(tmp_path / "photos", full, disk)))
    finger = open_app(parts=parts)
    finger.tap(ROUND)
    photograph(finger)
    assert finger.shows(finger.app.texts.err_photo_waits)
    (waiting,) = parts.tablet.store.pending_photos()
    is_full[0] = False

    finger.wait(61)

    assert parts.tablet.store.photo(waiting.id).state is PhotoState.READY


def test_a_picture_that_was_used_before_is_said_and_kept(open_app, tmp_path):
    parts = on_disk(tmp_path, Disk(PLENTY))
    finger = open_app(parts=parts)
    finger.tap(ROUND)
    photograph(finger)
    assert not finger.shows(finger.app.texts.photo_reused)
    parts.tablet.clock.advance(timedelta(minutes=3))

    photograph(finger, "lmr_10")

    assert finger.shows(finger.app.texts.photo_reused)
    record = finger.app.desk.router.here.record
    assert [photo.state for photo in parts.tablet.store.photos_of(record)] == [PhotoState.READY] * 2


def test_a_database_found_damaged_is_mended_and_the_work_goes_on(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    tablet = parts.tablet
    heard = []
    parts = replace(
        parts,
        when_damaged=heard.append,
        mend=lambda: mend_in_use(tablet.store, tablet.ids, tablet.clock.read().wall),
    )
    finger = open_app(parts=parts)
    finger.app.on_start()
    finger.tap(ROUND)
    finger.tap("合格")
    record = finger.app.desk.router.here.record
    said = tablet.store.answers(record)

    heard[-1]()
    finger.wait(0.3)

    assert finger.shows(finger.app.texts.banner_salvaged)
    assert tablet.store.answers(record) == said
    assert list((tmp_path / "damaged").glob("*.db"))


@pytest.mark.parametrize("error", [ReadOnlyDiskError(), NewerDatabaseError(found=len(steps()) + 1), DiskFullError()])
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_an_app_that_cannot_open_its_data_says_why_in_both_languages(error, size):
    zh, en = (words_for(error.code, texts_for(language)) for language in ("zh", "en"))

    finger = Driver(StoppedApp(zh, en), size)

    assert finger.shows(zh)
    assert any(text.replace(" ", "") == en.replace(" ", "") for text in finger.texts())  # broken over lines at a space
    assert finger.clipped() == []
    finger.close()
