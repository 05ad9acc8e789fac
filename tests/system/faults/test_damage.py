"""Damaged database files: a tablet saves what can be saved and says so, a server refuses until a backup is brought back."""

import json
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.sync.request import Outcome
from tests.port import free_port
from tests.system.faults.nursery import Child
from tests.system.faults.serve import control
from tests.system.faults.world import World, a_world, read_report

pytestmark = pytest.mark.process
PAGE = 4096


@pytest.fixture
def world():
    with a_world(tablets=("keeper",)) as made:
        yield made


def no_head(path: Path) -> None:
    """The first page is noise."""
    with path.open("r+b") as file:
        file.write(random.Random(1).randbytes(PAGE))


def noise_inside(path: Path) -> None:
    """Every third page is noise."""
    with path.open("r+b") as file:
        for page in range(2, path.stat().st_size // PAGE, 3):
            file.seek(page * PAGE)
            file.write(random.Random(page).randbytes(PAGE))


def half(path: Path) -> None:
    """The second half is gone."""
    os.truncate(path, path.stat().st_size // PAGE // 2 * PAGE)


def odd_end(path: Path) -> None:
    """It ends in the middle of a page."""
    os.truncate(path, path.stat().st_size - 1_000)


def text(path: Path) -> None:
    """It is something else altogether."""
    path.write_text("这不是数据库\n" * 500, encoding="utf-8")


def nothing(path: Path) -> None:
    """It is empty."""
    os.truncate(path, 0)


DAMAGES = [no_head, noise_inside, half, odd_end, text, nothing]


def close_cleanly(path: Path) -> None:
    """Move the log into the file, as the last process to close it does."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_tablet_saves_what_it_can_and_tells_the_office(world: World, damage: Callable[[Path], None]):
    # given: work that is sent, work that waits, a round under way; then the file is damaged while the app is off
    tablet = world.tablets["keeper"]
    tablet.do("round", photos=1)
    assert tablet.synchronise().pushed == 1
    for number in range(8):
        tablet.do("note", text=f"第 {number} 条 " + "细节" * 200)
    path = tablet.folder / "tablet.db"
    world.check()
    before = {str(row["op_id"]) for row in tablet.rows("SELECT op_id FROM outbox")}
    tablet.kill()
    tablet.look_away()
    close_cleanly(path)
    damage(path)

    # when: the app starts, is enrolled again if it no longer knows who it is, synchronises, and work goes on
    use_until_whole(world)
    enrol_if_it_must(world)
    tablet.forget_what_was_lost()
    tablet.do("sync")
    tablet.do("round", photos=1)
    report = tablet.synchronise()

    # then: it says when, the damaged file is kept beside, nothing is half, and what was saved arrives
    health = json.loads(world.server.look("SELECT health FROM device WHERE id = ?", tablet.device)[0][0])
    assert health["salvaged_at"], health
    assert list((tablet.folder / "damaged").iterdir())
    assert tablet.number("SELECT count(*) FROM outbox WHERE state = 'pending'") == 0, report
    arrived = {row[0] for row in world.server.look("SELECT op_id FROM op_receipt")}
    held = {str(row["op_id"]) for row in tablet.rows("SELECT op_id FROM outbox")}
    assert held <= arrived
    assert len(before & arrived) >= SAVED[damage.__name__], "more was lost than the damage explains"
    world.settle()


def use_until_whole(world: World) -> None:
    """Damage inside of a file is found when it is read: the app saves what can be saved then, or with its next start."""
    tablet = world.tablets["keeper"]
    for _ in range(4):
        tablet.look_away()
        if not tablet.is_alive:
            tablet.kill()
            if "error" in tablet.start():
                assert tablet.hear() is None
                continue
        if "error" not in (tablet.ask("look_through") or {}):
            break
    tablet.look_away()


SAVED = {"no_head": 9, "noise_inside": 1, "half": 1, "odd_end": 8, "text": 1, "nothing": 1}
"""How many of the nine operations reach the server at least; one was there before."""


def enrol_if_it_must(world: World) -> None:
    tablet = world.tablets["keeper"]
    if tablet.store.enrolment() is None:
        world.enrol(tablet, tablet.site, tablet.person)


@pytest.mark.parametrize("damage", [no_head, half, text, nothing], ids=lambda damage: damage.__name__)
def test_a_tablet_that_is_killed_while_it_saves_saves_it_with_the_next_start(world: World, damage):
    # given
    tablet = world.tablets["keeper"]
    tablet.do("round", photos=2)
    world.check()
    path = tablet.folder / "tablet.db"
    tablet.kill()
    tablet.look_away()
    close_cleanly(path)
    damage(path)

    # when: it dies at one place after the other until there is none left to die at
    deaths = 0
    while tablet.start_dying_at(deaths):
        deaths += 1
        assert deaths < 60

    # then
    assert deaths >= 2
    enrol_if_it_must(world)
    tablet.forget_what_was_lost()
    tablet.synchronise()
    world.settle()


# servers --------------------------------------------------------------------------------------------------------------


def refused(home: Path) -> str:
    """Start ``rounds serve`` where it must refuse; return what it says."""
    environment = {"ROUNDS_HOME": str(home), "ROUNDS_PORT": str(free_port())}
    child = Child("server.cli", ["serve"], environment, home.with_suffix(".refused.log"))
    assert child.hear() is None, "it serves"
    said = child.complaints()
    child.close()
    return said


@pytest.mark.parametrize("damage", [*DAMAGES[:-1]], ids=lambda damage: damage.__name__)
def test_a_damaged_server_refuses_to_start_until_a_backup_is_brought_back(world: World, damage):
    # given: a backup, work after it, and a database that is damaged while the server is down
    tablet = world.tablets["keeper"]
    tablet.do("round", photos=1)
    tablet.synchronise()
    world.save_server()
    tablet.do("round", photos=1)
    tablet.synchronise()
    world.server.kill()
    world.server.look_away()
    path = world.server.folder / "rounds.db"
    close_cleanly(path)
    damage(path)
    content = path.read_bytes()

    # when
    said = refused(world.server.folder)

    # then: a plain sentence, no trace, nothing changed; and the tablet keeps everything
    assert "damaged" in said
    assert "rounds restore" in said
    assert "Traceback" not in said
    assert said.rstrip().endswith("ended with 1")
    assert path.read_bytes() == content
    assert read_report(tablet.do("sync")).outcome is Outcome.OFFLINE

    # and the backup, a new epoch and the tablets bring everything back
    world.restore_server()
    world.settle()
    assert world.server.look("SELECT count(*) FROM inspection")[0][0] == 2


def test_a_server_whose_file_is_damaged_while_it_serves_takes_nothing_in(world: World):
    # given: work that waits, and a server whose database pages turn to noise beneath it
    tablet = world.tablets["keeper"]
    for number in range(3):
        tablet.do("note", text=f"第 {number} 条")
    world.server.kill()
    world.save_server()
    world.server.kill()
    world.server.look_away()
    path = world.server.folder / "rounds.db"
    close_cleanly(path)
    world.server.start()
    with path.open("r+b") as file:
        for page in range(1, path.stat().st_size // PAGE):
            file.seek(page * PAGE)
            file.write(b"\x55" * PAGE)

    # when
    reports = [read_report(tablet.do("sync")) for _ in range(3)]

    # then: it is told to wait; nothing counts as taken in, nothing is blamed
    assert {report.code for report in reports} == {"busy"}, reports
    assert tablet.number("SELECT count(*) FROM outbox WHERE state = 'pending' AND tries = 0") == 3
    world.restore_server()
    control(world.server.folder)
    world.settle()
