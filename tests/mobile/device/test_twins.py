"""The desktop's twins of what only a device can do."""

import errno
import os
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from mobile.device.camera import ChosenFileCamera, FolderCamera
from mobile.device.clock import SystemClock
from mobile.device.entropy import SystemIds
from mobile.device.files import PhotoFiles
from mobile.device.picture import Picture
from mobile.device.power import SystemPower
from mobile.device.scanner import NoScanner, ScriptedScanner, Tag
from mobile.device.text_entry import ScriptedTextEntry
from shared.errors import DiskFullError, ReadOnlyDiskError, StoreError
from shared.ids import PhotoId, is_uuid
from tests.builders import FakeClock, an_id
from tests.mobile.scene import a_jpeg

PHOTO = PhotoId(an_id(0xF1))


def test_the_folder_camera_takes_its_pictures_in_turn(tmp_path):
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ("a.jpg", "b.JPEG"):
        (pictures / name).write_bytes(name.encode())
    (pictures / "notes.txt").write_bytes(b"no picture")
    camera, taken = FolderCamera(PhotoFiles(tmp_path / "photos"), pictures), []

    for _ in range(3):
        camera.take(PHOTO, lambda path: taken.append(path.read_bytes()))

    assert taken == [b"a.jpg", b"b.JPEG", b"a.jpg"]


def test_an_empty_folder_takes_no_picture(tmp_path):
    taken = []

    FolderCamera(PhotoFiles(tmp_path / "photos"), tmp_path).take(PHOTO, taken.append)

    assert taken == [None]


def test_a_chosen_file_is_handed_on(tmp_path):
    taken = []

    ChosenFileCamera(lambda done: done(tmp_path / "x.jpg")).take(PHOTO, taken.append)

    assert taken == [tmp_path / "x.jpg"]


def test_scanner_and_text_entry_answer_as_scripted_and_then_not_at_all():
    read, typed = [], []
    scanner, entry = ScriptedScanner(["LS-A1-JF01"]), ScriptedTextEntry("漏油")

    for _ in range(2):
        scanner.scan(read.append)
        entry.edit("备注", "", "", typed.append)
    NoScanner().scan(read.append)

    assert read == [Tag("LS-A1-JF01", "qr"), None, None]
    assert typed == ["漏油", None]


def test_the_boot_clock_only_counts_and_the_boot_has_a_name(tmp_path):
    (tmp_path / "boot_id").write_text("7c1f\n", encoding="ascii")
    clock = SystemClock(tmp_path / "boot_id")

    first, second = clock.read(), clock.read()

    assert first.boot == "7c1f"
    assert second.boottime_ms >= first.boottime_ms
    assert abs(first.wall - datetime.now(UTC)) < timedelta(hours=1)


def test_without_a_name_each_run_counts_as_a_boot(tmp_path):
    first, second = SystemClock(tmp_path / "none"), SystemClock(tmp_path / "none")

    assert first.read().boot != second.read().boot


def test_ids_are_uuids_of_version_seven_also_when_the_clock_is_absurd():
    clock = FakeClock(datetime(1950, 1, 1, tzinfo=UTC))

    made = {SystemIds(clock).new() for _ in range(50)}

    assert len(made) == 50
    assert all(is_uuid(one) and uuid.UUID(one).version == 7 for one in made)


@pytest.mark.parametrize(("text", "percent"), [("71\n", 71), ("140", 100), ("?", None)])
def test_the_battery_is_a_percentage_or_unknown(tmp_path, text, percent):
    (tmp_path / "capacity").write_text(text, encoding="ascii")

    assert SystemPower(tmp_path, tmp_path).battery_percent() == percent


def test_a_device_without_battery_or_folder_says_nothing(tmp_path):
    power = SystemPower(tmp_path / "nowhere", tmp_path / "none")

    assert (power.battery_percent(), power.free_bytes()) == (None, None)
    assert SystemPower(tmp_path).free_bytes() > 0


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyDiskError), (errno.EIO, StoreError)],
)
def test_a_disk_that_fails_leaves_no_half_photo(tmp_path, number, error):
    def fail(_name):
        raise OSError(number, os.strerror(number))

    files = PhotoFiles(tmp_path, fail)

    with pytest.raises(error):
        files.keep(Picture(a_jpeg(), 64, 48, a_jpeg((8, 6))))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_that_is_not_ours_is_never_removed(tmp_path):
    chosen = tmp_path / "chosen.jpg"
    chosen.write_bytes(b"x")

    PhotoFiles(tmp_path / "photos").forget_capture(chosen)

    assert chosen.exists()
