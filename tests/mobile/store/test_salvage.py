"""A damaged database: found, set aside, and what can be read is carried over, sent, and arrives."""

import shutil
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from mobile import actions
from mobile.store.database import SUSPECT
from mobile.store.migrate import steps
from mobile.store.row import PhotoState
from mobile.store.salvage import mend_in_use, open_store
from mobile.store.wreck import rows_of
from shared.errors import DamagedDatabaseError, NewerDatabaseError, StoreError
from shared.model.inspection import VOICE, Status
from shared.wire import loads
from tests.builders import POINT
from tests.mobile.scene import Killed, a_tablet
from tests.voices import a_voice

PAGE = 4096


@pytest.fixture
def worked(scene):
    """A tablet with a round that was sent, one that was not, a draft with a photo, and a hazard being written."""
    scene.sent = scene.finished(failed=True)
    scene.sync()
    scene.unsent = scene.finished(failed=True)
    scene.draft = scene.walked()
    scene.draft_photo = scene.photo(scene.draft, "LMR_04", colour=(3, 200, 90))
    scene.sheet = actions.start_hazard(scene.tablet, POINT)
    return scene


def database(scene):
    return scene.folder / "tablet.db"


def shut(scene):
    """Close the app as a kill does not: all is in the one file."""
    scene.store.close()
    with sqlite3.connect(database(scene)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def opened(scene):
    """Start the app anew."""
    scene.store = open_store(
        database(scene), scene.folder / "photos", scene.ids, scene.clock.read().wall, scene.fail_points
    )
    scene.tablet = a_tablet(scene.store, scene.folder, scene.clock, scene.ids, scene.fail_points)
    return scene.store


def pages_of(scene, table):
    """Number the pages of a table, its own tree only."""
    with sqlite3.connect(database(scene)) as connection:
        found = connection.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,)).fetchall()
    connection.close()
    return [row[0] for row in found]


def overwrite(scene, page, content=b"\xa5"):
    with database(scene).open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content * (PAGE // len(content)))


def damaged(scene):
    return sorted((scene.folder / "damaged").glob("*.db"))


def whole(scene):
    """Tell what of the work is here: unsent record, its photo, draft answers, sheet, templates of the server."""
    store = scene.store
    unsent = store.inspection(scene.unsent)
    return {
        "unsent": unsent is not None and unsent.status is Status.FINAL,
        "answers": len(store.answers(scene.draft)),
        "draft_photo": (row := store.photo(scene.draft_photo)) is not None and row.state is PhotoState.READY,
        "sheet": store.hazard_draft(scene.sheet) is not None,
        "templates": len(store.templates()),
        "points": len(store.points()),
    }


WHOLE = {"unsent": True, "answers": 3, "draft_photo": True, "sheet": True, "templates": 1, "points": 1}


def test_a_sound_database_is_opened_as_it_is(worked):
    shut(worked)

    opened(worked)

    assert whole(worked) == WHOLE
    assert not (worked.folder / "damaged").exists()
    assert worked.store.health().salvaged_at is None


@pytest.mark.parametrize(
    "content", [b"not a database at all. ", b"\0", b"SQLite format 3\0"], ids=["words", "zeros", "half a header"]
)
def test_all_is_saved_of_a_file_whose_first_page_is_overwritten(worked, content):
    shut(worked)
    overwrite(worked, 1, content)

    opened(worked)

    assert whole(worked) == WHOLE
    assert worked.store.enrolment().token == "secret-token"
    assert len(damaged(worked)) == 1
    assert worked.store.health().salvaged_at == worked.clock.read().wall


def test_what_was_saved_is_sent_and_arrives(worked):
    shut(worked)
    overwrite(worked, 1)
    opened(worked)

    worked.sync()

    kinds = [op.kind for op in worked.server.ops if op.body["id"] == worked.unsent]
    photos = worked.store.photos_of(worked.unsent)
    assert kinds == ["inspection.put"]
    assert all(worked.server.is_stored(photo.sha256) for photo in photos) and photos
    assert worked.store.sync_state().waiting == 0
    actions.finish_round(worked.tablet, worked.draft)
    worked.sync()
    assert any(op.body["id"] == worked.draft for op in worked.server.ops)


TABLES = ("record", "answer", "signature", "sheet", "photo", "outbox", "blob", "replica", "cursor", "meta")


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_page_costs_what_lay_on_it_and_nothing_else(worked, table):
    shut(worked)
    for page in pages_of(worked, table):
        overwrite(worked, page)
    assert not looks_sound(worked)
    (worked.folder / SUSPECT).touch()  # SQLite met it in use; the app was closed

    opened(worked)

    lost = {
        "record": {"answers"},  # of a draft nobody knows any more where it was; the finished one is in its operation
        "answer": {"answers"},
        "sheet": {"sheet"},
        "photo": {"draft_photo"},
        "replica": {"templates", "points"},
    }
    now = whole(worked)
    assert {name for name in WHOLE if now[name] != WHOLE[name]} == lost.get(table, set())
    assert (worked.store.enrolment() is None) == (table == "meta")
    if table == "meta":
        assert worked.store.own_device(worked.ids.new()) == worked.store.inspection(worked.unsent).device
    else:
        worked.sync()
        sent = {op.body["id"] for op in worked.server.ops}
        assert {worked.sent, worked.unsent} <= sent
        assert worked.store.templates()  # the replica was pulled anew
    assert len(damaged(worked)) == 1


def looks_sound(scene):
    with sqlite3.connect(database(scene)) as connection:
        try:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            answer = str(error)
    connection.close()
    return answer == "ok"


def test_a_finished_record_whose_operation_is_lost_is_sent_anew_and_once(worked):
    shut(worked)
    for page in pages_of(worked, "outbox"):
        overwrite(worked, page)
    (worked.folder / SUSPECT).touch()
    opened(worked)

    worked.sync()
    worked.sync()

    assert len([op for op in worked.server.ops if op.body["id"] == worked.unsent]) == 1
    assert worked.store.head(worked.unsent).photos_sent == 1


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_what_is_left_of_a_truncated_file_is_saved(worked, share):
    shut(worked)
    size = database(worked).stat().st_size
    with database(worked).open("r+b") as file:
        file.truncate(int(size * share) // 100 * 100)

    opened(worked)

    assert len(damaged(worked)) == 1
    with sqlite3.connect(database(worked)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_file_that_lost_its_end_is_found_out_at_the_start(worked):
    shut(worked)
    with database(worked).open("r+b") as file:
        file.truncate(database(worked).stat().st_size - 100)

    opened(worked)

    assert len(damaged(worked)) == 1
    worked.sync()
    assert worked.store.templates()


def test_photo_files_that_nothing_knows_any_more_are_put_beside_the_damaged_file(worked):
    shut(worked)
    content = worked.store.photo_path(worked.draft_photo, "screen").read_bytes()
    worked.store.close()
    database(worked).write_bytes(b"")

    opened(worked)

    kept = [path.read_bytes() for path in (worked.folder / "damaged").rglob("*.jpg")]
    assert content in kept
    assert actions.recover_photos(worked.tablet) == ()
    assert content in [path.read_bytes() for path in (worked.folder / "damaged").rglob("*.jpg")]


def test_a_voice_note_whose_row_is_lost_is_known_by_its_record_again(worked):
    voice = actions.begin_photo(worked.tablet, worked.draft, "LMR_09", None, VOICE)
    Path(worked.store.photo(voice).source).write_bytes(a_voice(7))
    actions.finish_photo(worked.tablet, voice)
    actions.finish_round(worked.tablet, worked.draft)
    shut(worked)
    for page in (*pages_of(worked, "photo"), *pages_of(worked, "blob")):
        overwrite(worked, page)
    (worked.folder / SUSPECT).touch()

    opened(worked)
    worked.sync()

    row = worked.store.photo(voice)
    assert (row.role, row.seconds, row.is_sent) == (VOICE, 7, True)
    assert worked.server.blobs[row.sha256] == a_voice(7)
    assert worked.store.voice_path(voice).read_bytes() == a_voice(7)


def test_an_empty_file_of_a_first_start_that_was_killed_is_no_damage(tmp_path, scene):
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "tablet.db").touch()

    store = open_store(fresh / "tablet.db", fresh / "photos", scene.ids, scene.clock.read().wall)

    assert store.enrolment() is None
    assert not (fresh / "damaged").exists()
    store.close()


def test_commits_that_only_the_log_holds_are_saved_too(worked):
    keeper = sqlite3.connect(database(worked))  # another reader keeps the log from being written back
    keeper.execute("BEGIN")
    keeper.execute("SELECT count(*) FROM record").fetchone()
    late = worked.finished()
    copy = worked.folder / "copy"
    copy.mkdir()
    for name in ("tablet.db", "tablet.db-wal"):
        shutil.copyfile(worked.folder / name, copy / name)
    keeper.close()

    values = [row.values for row in rows_of(copy / "tablet.db")]

    assert any(late in value for value in values)


def test_a_log_cut_off_in_a_frame_gives_its_whole_commits(worked):
    late = worked.finished()
    later = worked.finished()
    wal = worked.folder / "tablet.db-wal"
    copy = worked.folder / "copy"
    copy.mkdir()
    shutil.copyfile(database(worked), copy / "tablet.db")
    (copy / "tablet.db-wal").write_bytes(wal.read_bytes()[:-2000])

    found = {value for row in rows_of(copy / "tablet.db") for value in row.values}

    assert late in found
    assert later in found  # the last commit alone is cut


def test_a_kill_at_any_step_of_the_salvage_is_gone_on_with(worked):
    shut(worked)
    overwrite(worked, 1)
    before = worked.folder / "before"
    shutil.copytree(worked.folder, before, ignore=shutil.ignore_patterns("before"))
    opened(worked)
    places = [name for name in worked.fail_points.passed if name.startswith("salvage")]
    assert len(places) == 6
    worked.store.close()

    for kill_at in range(1, len(places) + 1):
        folder = worked.folder / f"kill{kill_at}"
        shutil.copytree(before, folder)
        worked.folder, kept = folder, worked.folder
        worked.fail_points.arm(kill_at)
        with pytest.raises(Killed):
            opened(worked)
        worked.fail_points.arm(None)
        opened(worked)
        assert whole(worked) == WHOLE, places[kill_at - 1]
        assert len(damaged(worked)) == 1, places[kill_at - 1]
        worked.store.close()
        worked.folder = kept


def test_a_salvage_needs_no_second_one(worked):
    shut(worked)
    overwrite(worked, 1)
    opened(worked)
    worked.store.close()

    opened(worked)

    assert len(damaged(worked)) == 1
    assert whole(worked) == WHOLE


def test_damage_met_in_use_is_noted_and_mended_while_the_app_runs(worked):
    shut(worked)
    worked.reopen()
    heard = []
    worked.store.on_damage = lambda: heard.append("damage")
    assert worked.store.templates()  # its connection is open
    for page in pages_of(worked, "replica_by_scope") + pages_of(worked, "replica"):
        overwrite(worked, page)
    worked.reopen()
    worked.store.on_damage = lambda: heard.append("damage")
    with pytest.raises(DamagedDatabaseError):
        worked.store.templates()
    with pytest.raises(DamagedDatabaseError):
        worked.store.points()
    assert heard == ["damage"]
    assert (worked.folder / SUSPECT).exists()

    done = mend_in_use(worked.store, worked.ids, worked.clock.read().wall)

    seen = []
    other = threading.Thread(
        target=lambda: (seen.append(worked.store.answers(worked.draft)), worked.store.close_thread())
    )
    other.start()
    other.join()
    assert len(seen[0]) == WHOLE["answers"]
    assert len(worked.store.answers(worked.draft)) == WHOLE["answers"]
    assert done.saved["outbox"] >= 4
    assert not (worked.folder / SUSPECT).exists()
    worked.sync()
    assert worked.store.templates()


def test_a_snapshot_under_way_ends_in_the_file_that_it_began_in(worked):
    def mend():
        mend_in_use(worked.store, worked.ids, worked.clock.read().wall)
        worked.store.close_thread()

    with worked.store.snapshot():
        before = worked.store.answers(worked.draft)
        other = threading.Thread(target=mend)
        other.start()
        other.join()
        during = worked.store.answers(worked.draft)
    actions.answer(worked.tablet, worked.draft, "LMR_04", value=30.5)

    assert before == during
    assert whole(worked) == WHOLE
    assert worked.store.answers(worked.draft) != before
    worked.reopen()
    assert worked.store.answers(worked.draft) != before


def test_a_text_that_rotted_where_sqlite_does_not_look_is_damage_too_and_blocks_nothing(worked):
    shut(worked)
    with sqlite3.connect(database(worked)) as connection:
        connection.execute("UPDATE outbox SET body = substr(body, 1, 99) WHERE entity_id = ?", (worked.unsent,))
    connection.close()
    worked.reopen()
    with pytest.raises(DamagedDatabaseError):
        worked.sync()

    mend_in_use(worked.store, worked.ids, worked.clock.read().wall)
    worked.sync()

    assert worked.unsent in {op.body["id"] for op in worked.server.ops}
    assert worked.store.sync_state().waiting == 0


def test_a_suspicion_that_proves_wrong_changes_nothing(worked):
    shut(worked)
    (worked.folder / SUSPECT).touch()

    opened(worked)

    assert whole(worked) == WHOLE
    assert not (worked.folder / SUSPECT).exists()
    assert not (worked.folder / "damaged").exists()


def test_a_database_of_a_newer_app_is_left_as_it_is(worked):
    shut(worked)
    with sqlite3.connect(database(worked)) as connection:
        connection.execute(f"PRAGMA user_version = {len(steps()) + 1}")
    connection.close()
    before = database(worked).read_bytes()

    with pytest.raises(NewerDatabaseError):
        opened(worked)

    assert database(worked).read_bytes() == before
    assert not (worked.folder / "damaged").exists()


def test_a_disk_that_cannot_be_written_leaves_the_damaged_file_in_its_place(worked):
    shut(worked)
    overwrite(worked, 1)
    before = database(worked).read_bytes()
    (worked.folder / "damaged").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(StoreError):
        opened(worked)

    assert database(worked).read_bytes() == before
    assert not (worked.folder / "tablet.new.db").exists()


@pytest.mark.parametrize("waits", [True, False], ids=["work waits", "all was sent"])
def test_the_office_is_told_at_the_next_sync(worked, waits):
    if not waits:
        worked.sync()
    shut(worked)
    overwrite(worked, 1)
    opened(worked)
    worked.clock.advance(timedelta(minutes=5))
    worked.server.requests.clear()

    worked.sync()

    (push, *_) = [request for request in worked.server.requests if request.path == "/v1/sync/push"]
    assert loads(push.body)["health"]["salvaged_at"] is not None
    assert worked.store.sync_state().waiting == 0
