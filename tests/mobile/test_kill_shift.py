"""A shift that is killed 200 times at random moments: after each kill the tablet stands where the last tap left it.

The shift is a whole one: PIN, check before work, into the machine room, a round with photos, a round that is excused, a notice on
the spot under a leased number that is refused before a witness, out again, signed and handed over; then the next. It is a chain of actions, each decided by nothing but what is on disk, as a person goes on from what the screen shows. So
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
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.row import NoticeDraft, window_key
from mobile.store.sqlite import SqliteTabletStore
from mobile.text import texts_for
from mobile.views.judged import judge
from mobile.views.setting import Setting
from shared.ids import BlockId, TemplateId
from shared.model.hazard import HazardState
from shared.model.inspection import Result
from shared.model.number import NumberBlock
from shared.model.shift import Check, Fitness, Tally
from shared.model.template import HazardGrade, ItemKind, Need
from shared.shift import make_pin
from tests.builders import FakeClock, SeededIds, an_id
from tests.mobile.longshan import DAILY2, DEVICE, LEAD, ME, MORNING, ROOM, SITE, TODAY, UNIT, a_picture, feed, furnish

ROOT = Path(__file__).resolve().parents[2]
KILLS, LINKS, MARGIN, SEED = 200, 260, 40, 20261123
PIN = "4711"
WORK = ("shift.put", "access.put", "inspection.put", "hazard.raise", "excuse.put", "notice.put", "notice.move")
FAILING = "lmr_09"
ROUND = TemplateId("lmr-d")
STROKES = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.5)),)
VALUES = {ItemKind.NUMBER: 25.5, ItemKind.COUNT: 2, ItemKind.DATE: "2027-05-30", ItemKind.TEXT: "正常"}
MOST_ACTS, LONGEST_WAIT_S = 5, 0.03


def state_of(database: Path) -> str:
    """Sum up every row of every table but the count of tried PINs: a try is counted before the digits are looked at."""
    with closing(sqlite3.connect(database)) as connection:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'pin_try' ORDER BY name"
        names = [name for (name,) in connection.execute(tables)]
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

    def made(self, kind: str) -> int:
        """Count the operations of a kind that this tablet has queued."""
        with closing(sqlite3.connect(self.store.path)) as connection:
            return int(connection.execute("SELECT count(*) FROM outbox WHERE kind = ?", (kind,)).fetchone()[0])

    def step(self) -> None:
        tablet, store = self.tablet(), self.store
        waiting = store.pending_photos()
        shift = store.open_shift(ME)
        if store.duty() is None:
            actions.enter_pin(tablet, ME, PIN)
        elif shift is None:
            actions.begin_shift(tablet)
        elif not shift.checks:
            actions.keep_check(tablet, shift.id, Check("camera", Fitness.GOOD, {"width": 1600}))
        elif shift.author_rev == 1:
            actions.start_work(tablet, shift.id, (*shift.checks, Check("battery", Fitness.MIND, {"percent": 45})))
        elif waiting:
            taken = tablet.files.capture(waiting[0].id)  # where the camera puts it, cut off there as anywhere
            shutil.copyfile(self.home / "picture.jpg", taken)
            actions.finish_photo(tablet, waiting[0].id, taken)
        else:
            self._work(tablet, shift)

    def _work(self, tablet, shift) -> None:
        """Do the next part of the shift that was not done yet: each once a shift, in and out of the room."""
        shifts = self.made("shift.put") // 2
        if self.made("access.put") == 2 * shifts:
            actions.go_in(tablet, ROOM, "日巡视")
        elif self.made("inspection.put") == shifts:
            self._walk(tablet)
        elif self.made("excuse.put") == shifts:
            self._excuse(tablet)
        elif self.made("notice.put") == shifts:
            self._notice(tablet)
        elif self.made("access.put") == 2 * shifts + 1:
            actions.go_out(tablet, self.store.people_inside()[0].id, state="正常")
        elif shift.signature is None:
            actions.sign_shift(tablet, shift.id, STROKES)
        else:
            actions.end_shift(tablet, shift.id, Tally(rounds=1), (), self.made("inspection.put"))

    def _excuse(self, tablet) -> None:
        draft = self.store.excuse_draft_for(window_key(DAILY2, TODAY))
        if draft is None:
            actions.start_excuse(tablet, DAILY2, TODAY)
        elif not draft.reason:
            actions.change_excuse(tablet, draft.id, reason="停梯维修")
        elif not self.store.photos_of(draft.id):
            actions.begin_photo(tablet, draft.id)
        else:
            actions.ask_excuse(tablet, draft.id)

    def _notice(self, tablet) -> None:
        draft = next(iter(self.store.sheets(NoticeDraft)), None)
        signed = {one.signer for one in self.store.signatures_of(draft.id)} if draft is not None else set()
        if draft is None:
            found = [hazard.id for hazard in self.store.hazards() if hazard.state is HazardState.DRAFT]
            actions.start_notice(tablet, found, unit=UNIT)
        elif draft.lines[0].deadline_on is None:
            line = replace(
                draft.lines[0],
                grade=HazardGrade.GENERAL,
                deadline_on=TODAY + timedelta(days=7),
                required_measures="补足灭火器",
                responsible_person="刘工",
                legal_basis="5.30.7",
            )
            actions.change_line(tablet, draft.id, line)
        elif not draft.interim_clause:
            actions.change_notice(tablet, replace(draft, interim_clause="派专人看护"))
        elif "lead_inspector" not in signed:
            actions.sign(tablet, draft.id, "lead_inspector", "王建国", STROKES)
        elif "receiver" not in signed:
            actions.note_refusal(tablet, draft.id, "receiver", "刘大勇", "不认可", "李主任")
        else:
            actions.issue_notice(tablet, draft.id)

    def _walk(self, tablet) -> None:
        drafts = self.store.drafts()
        if not drafts:
            actions.start_round(tablet, template=ROUND, point=ROOM, mode="nfc")
        else:
            self._answer_or_finish(tablet, drafts[0].id)

    def _answer_or_finish(self, tablet, record) -> None:
        state = judge(Setting(self.store, tablet.clock, texts_for("zh")), record)
        row = next(iter(state.evaluation.blocking), None)
        if row is not None:
            self._answer(tablet, record, row)
        elif not self.store.signatures_of(record):
            actions.sign(tablet, record, "inspector", "王建国", STROKES)
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
    """Furnish a shared tablet with notice numbers in the morning, in place of the one that is there."""
    shutil.rmtree(home, ignore_errors=True)
    store = furnish(home).store
    pins = [make_pin(person, SITE, PIN, bytes(16), MORNING, LEAD, rounds=2) for person in (ME, LEAD)]
    feed(store, [*pins, NumberBlock(BlockId(an_id(0x801)), SITE, DEVICE, TODAY.year, 11, 20)])
    store.close()
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
    time.sleep(600)


def read_in_time(pipe: int, size: int) -> bytes:
    """Read so much from a pipe, within minutes for each piece: a child that hangs is told, not waited for."""
    told = b""
    while len(told) < size:
        ready, _, _ = select.select([pipe], [], [], 300)
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


def done_in(home: Path) -> set[str]:
    """Name the kinds of work that a whole shift of a tablet has queued, after its handover."""
    with closing(sqlite3.connect(home / "tablet.db")) as connection:
        (ended,) = connection.execute("SELECT count(*) FROM shift WHERE ended_at IS NOT NULL").fetchone()
        kinds = {kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM outbox")}
    return kinds if ended else set()


def tries_stand_only_at_the_door(home: Path) -> bool:
    """Tell whether a try of a PIN stands against its owner only on a tablet that nobody holds.

    There it was killed between the count of a try and the look at its digits; who holds the tablet has typed them right.
    """
    with closing(sqlite3.connect(home / "tablet.db")) as connection:
        (wrong,) = connection.execute("SELECT coalesce(sum(wrong), 0) FROM pin_try").fetchone()
        (held,) = connection.execute("SELECT count(*) FROM duty").fetchone()
    return not wrong or not held


@pytest.mark.process
@pytest.mark.long
def test_a_shift_that_is_killed_two_hundred_times_loses_nothing(tmp_path):
    """In a process of its own: a fork of one with threads would inherit the locks that they hold, SQLite's among them."""
    command = [sys.executable, "-m", "tests.mobile.test_kill_shift", str(tmp_path)]

    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stderr


def kill_and_go_on(folder: Path) -> None:
    # Given a shift whose every link is known
    home, at, chance = folder / "tablet", 0, random.Random(SEED)
    a_fresh_tablet(home)
    links = the_chain(home)
    assert len(set(links)) == len(links)
    assert done_in(home) >= set(WORK)
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
        assert tries_stand_only_at_the_door(home)
        lives.append(found - at)
        at = found
        if found > LINKS - MARGIN:  # the shift is over: another one
            a_fresh_tablet(home)
            at = 0

    assert sum(lives) > KILLS
    assert 0 in lives


if __name__ == "__main__":
    kill_and_go_on(Path(sys.argv[1]))
