"""A shift that is killed 200 times at random moments: after each kill the tablet stands where the last tap left it.

The shift is a chain of actions, each decided by nothing but what is on disk, as a person goes on from what the screen shows. So
the whole chain is known beforehand, and what is found after a kill must be one of its links: the last one that was reported, or
one that was reached between the report and the kill. Nothing half, nothing lost, nothing twice.
"""

from __future__ import annotations

import hashlib
import os
import random
import select
import shutil
import signal
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.row import PhotoState
from mobile.store.sqlite import SqliteTabletStore
from mobile.text import texts_for
from mobile.views.judged import judge
from mobile.views.setting import Setting
from shared.ids import TemplateId
from shared.model.inspection import Result
from shared.model.template import ItemKind, Need
from tests.builders import FakeClock, SeededIds
from tests.mobile.longshan import ME, MORNING, ROOM, a_picture, furnish

KILLS, LINKS, MARGIN, SEED = 200, 220, 40, 20261123
FAILING = "lmr_09"
ROUND = TemplateId("lmr-d")
STROKES = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.5)),)
VALUES = {ItemKind.NUMBER: 25.5, ItemKind.COUNT: 2, ItemKind.DATE: "2027-05-30", ItemKind.TEXT: "正常"}
MOST_ACTS, LONGEST_WAIT_S = 5, 0.03


def state_of(database: Path) -> str:
    """Sum up every row of every table."""
    with closing(sqlite3.connect(database)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        rows = [(name, sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))) for name in names]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@dataclass
class Walker:
    """Does the next thing, whatever was done before; the same thing for the same state."""

    home: Path
    store: SqliteTabletStore

    def tablet(self) -> Tablet:
        now = state_of(self.store.path)
        finished = sum(1 for head in self.store.records_since(MORNING.date()) if head.shipment.name != "DRAFT")
        clock = FakeClock(MORNING + timedelta(hours=finished))
        return Tablet(self.store, clock, SeededIds(int(now[:12], 16)), PhotoFiles(self.home / "photos"))

    def step(self) -> None:
        tablet = self.tablet()
        drafts = self.store.drafts()
        if not drafts:
            actions.start_round(tablet, template=ROUND, point=ROOM)
            return
        record = drafts[0].id
        photos = self.store.photos_of(record)
        waiting = [photo for photo in photos if photo.state is PhotoState.PENDING]
        if waiting:
            taken = tablet.files.capture(waiting[0].id)  # where the camera puts it, cut off there as anywhere
            shutil.copyfile(self.home / "picture.jpg", taken)
            actions.finish_photo(tablet, waiting[0].id, taken)
            return
        self._answer_or_finish(tablet, record)

    def _answer_or_finish(self, tablet, record) -> None:
        state = judge(Setting(self.store, tablet.clock, texts_for("zh")), record)
        row = next(iter(state.evaluation.blocking), None)
        if row is not None:
            self._answer(tablet, record, row)
        elif not self.store.signatures_of(record):
            actions.sign(tablet, record, "inspector", "王建国", STROKES, person=ME)
        else:
            actions.finish_round(tablet, record, late_reason="处理紧急事情")

    def _answer(self, tablet, record, row) -> None:
        name, per, item = row.item.name, row.per, row.item
        needs = set(row.missing)
        if Need.PHOTO in needs:
            actions.begin_photo(tablet, record, name, per)
        elif Need.NOTE in needs:
            actions.set_note(tablet, record, name, per, "灭火器不在托架上")
        elif Need.ACTION in needs:
            actions.set_action(tablet, record, name, per, "已报主管")
        elif Need.REASON in needs:
            actions.set_reason(tablet, record, name, per, "正在查原因")
        elif item.kind is ItemKind.PASS_FAIL:
            actions.answer(tablet, record, name, per, result=Result.FAIL if name == FAILING else Result.PASS)
        elif item.kind in (ItemKind.CHOICE, ItemKind.CHOICES):
            choice = item.choices[0].name
            actions.answer(tablet, record, name, per, value=choice if item.kind is ItemKind.CHOICE else (choice,))
        else:
            limits = row.limits
            inside = [limit for limit in (limits.low, limits.high) if limit is not None] if limits else []
            actions.answer(tablet, record, name, per, value=inside[0] if inside else VALUES[item.kind])


def open_home(home: Path) -> Walker:
    return Walker(home, SqliteTabletStore(home / "tablet.db", home / "photos"))


def a_fresh_tablet(home: Path) -> None:
    """Furnish a tablet in the morning, in place of the one that is there."""
    shutil.rmtree(home, ignore_errors=True)
    furnish(home).store.close()
    a_picture(home)


def the_chain(home: Path) -> list[str]:
    """Walk the shift undisturbed and sum up the tablet after each action."""
    walker = open_home(home)
    links = [state_of(walker.store.path)]
    for _ in range(LINKS):
        walker.step()
        links.append(state_of(walker.store.path))
    walker.store.close()
    return links


def walk_until_killed(home: Path, links: list[str], at: int, report: int) -> None:
    """Be the tablet's process: act, and tell the parent after each action which link was reached."""
    walker = open_home(home)
    for reached in range(at + 1, len(links)):
        walker.step()
        os.write(report, reached.to_bytes(4, "big"))
    time.sleep(60)


def read_in_time(pipe: int, size: int) -> bytes:
    """Read so much from a pipe, within a minute for each piece: a child that hangs is told, not waited for."""
    told = b""
    while len(told) < size:
        ready, _, _ = select.select([pipe], [], [], 60)
        assert ready, "the tablet's process hangs"
        piece = os.read(pipe, size - len(told))
        assert piece, "the tablet's process ended by itself"
        told += piece
    return told


def a_life(home: Path, links: list[str], at: int, acts: int, seconds: float) -> int:
    """Let a process go on with the shift from a link; kill it some moments after it reported ``acts`` actions.

    Return the last link that it reported.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            os.close(reading)
            walk_until_killed(home, links, at, writing)
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        told = read_in_time(pipe.fileno(), 4 * acts)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told += pipe.read()
    assert os.WIFSIGNALED(status), "the tablet's process ended by itself"
    return int.from_bytes(told[-4:], "big") if told else at


def photos_are_whole(home: Path) -> bool:
    """Tell whether every photo that the database calls ready has its bytes, under their hash."""
    with closing(sqlite3.connect(home / "tablet.db")) as connection:
        ready = [name for (name,) in connection.execute("SELECT sha256 FROM photo WHERE state = 'ready'")]
    files = [home / "photos" / "screen" / f"{name}.jpg" for name in ready]
    return all(hashlib.sha256(file.read_bytes()).hexdigest() == file.stem for file in files)


@pytest.mark.process
# The child needs none of the threads.
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_shift_that_is_killed_two_hundred_times_loses_nothing(tmp_path):
    # Given a shift whose every link is known
    home, at, chance = tmp_path / "tablet", 0, random.Random(SEED)
    a_fresh_tablet(home)
    links = the_chain(home)
    assert len(set(links)) == len(links)
    a_fresh_tablet(home)
    assert state_of(home / "tablet.db") == links[0]
    lives = []

    # When its process is killed again and again, and the next one goes on
    for _ in range(KILLS):
        told = a_life(home, links, at, chance.randrange(MOST_ACTS), chance.uniform(0, LONGEST_WAIT_S))
        found = links.index(state_of(home / "tablet.db"))

        # Then the tablet stands at the last reported link, or at the one that was being reported
        assert told <= found <= told + 1
        assert photos_are_whole(home)
        lives.append(found - at)
        at = found
        if found > LINKS - MARGIN:  # the shift is over: another one
            a_fresh_tablet(home)
            at = 0

    assert sum(lives) > KILLS
    assert 0 in lives
