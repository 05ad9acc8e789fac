"""Room kept for answers: a file that gives way when the disk is all but full, and a database that is really full."""

import pytest

from mobile import actions
from mobile.store.ballast import BALLAST_BYTES, COMES_BACK_ABOVE_BYTES, GIVES_WAY_BELOW_BYTES, Ballast
from shared.errors import DiskFullError, ReadOnlyDiskError, StoreError
from shared.ids import TemplateId
from tests.builders import POINT
from tests.mobile.scene import open_store


class Disk:
    free_bytes = 10 << 30

    def __call__(self):
        return self.free_bytes


@pytest.fixture
def disk(scene):
    disk = Disk()
    scene.store.ballast = Ballast(scene.folder / "ballast", disk)
    scene.store.ballast.keep()
    return disk


def answer(scene, value):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(scene.tablet, record, "LMR_04", value=value)
    return record


def test_the_ballast_is_real_bytes_and_gives_way_to_an_answer(scene, disk):
    ballast = scene.folder / "ballast"
    assert ballast.stat().st_size == BALLAST_BYTES
    assert ballast.stat().st_blocks * 512 >= BALLAST_BYTES
    disk.free_bytes = GIVES_WAY_BELOW_BYTES - 1

    record = answer(scene, 21.5)

    assert not ballast.exists()
    assert scene.store.answers(record)[0].value == 21.5


def test_it_comes_back_only_where_there_is_room_enough(scene, disk):
    scene.store.ballast.drop()
    disk.free_bytes = COMES_BACK_ABOVE_BYTES - 1
    scene.store.ballast.keep()
    assert not (scene.folder / "ballast").exists()

    disk.free_bytes = COMES_BACK_ABOVE_BYTES
    scene.store.ballast.keep()

    assert (scene.folder / "ballast").exists()


def test_it_is_found_again_at_the_next_start(scene, disk):
    assert Ballast(scene.folder / "ballast", disk).is_there


def test_a_database_that_is_full_refuses_whole_and_the_next_tap_has_its_room(scene, disk):
    record = answer(scene, 21.5)
    pages = scene.store._number("PRAGMA page_count")
    scene.store._rows(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFullError):
        actions.set_note(scene.tablet, record, "LMR_04", None, "很长的说明" * 5_000)

    assert scene.store.answers(record)[0].note == ""
    assert not (scene.folder / "ballast").exists()
    scene.store._rows(f"PRAGMA max_page_count = {pages + 1_000}")
    actions.set_note(scene.tablet, record, "LMR_04", None, "很长的说明" * 5_000)
    assert scene.store.answers(record)[0].note.startswith("很长的说明")


def test_a_read_only_database_says_so_and_keeps_what_is_there(scene):
    record = answer(scene, 21.5)
    scene.store._rows("PRAGMA query_only = 1")

    with pytest.raises(ReadOnlyDiskError):
        actions.answer(scene.tablet, record, "LMR_04", value=30)

    assert scene.store.answers(record)[0].value == 21.5


def test_a_place_that_cannot_be_written_at_all_is_said_at_the_start(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(StoreError):
        open_store(tmp_path / "home", lambda _name: None)
