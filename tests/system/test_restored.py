"""A server is backed up while the office writes, dies, and is restored: tablets send again what the backup lacks (S4)."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from mobile import actions
from server import migrations
from server.app import parts_of
from server.backup import Backup, back_up
from server.check import check, is_wrong
from server.generation import settle_generation
from server.restore import restore
from server.store.schema import ensure_epoch
from shared.errors import UnknownRecordError
from shared.ids import InspectionId, PointId
from shared.model.hazard import Notice
from shared.model.inspection import Inspection, Result
from shared.model.place import Point
from shared.model.template import HazardGrade
from shared.sync.request import Outcome
from tests.builders import KEEPER, LEAD, SITE, UNIT, a_point, an_id
from tests.system.simulation.seeded import POINTS, a_quick_template, entities
from tests.system.simulation.server import SimServer
from tests.system.simulation.tablet import SimTablet, number_of
from tests.system.simulation.world import World


class Story(World):
    """One tablet and a server whose schema migrations made, as a real one's."""

    def __init__(self, folder: Path) -> None:
        server = SimServer(folder / "server")
        migrations.upgrade(server.store.engine)
        with server.store.writing() as tx:
            ensure_epoch(tx)
            for entity in entities():
                tx.put(entity)
        super().__init__(server, folder)
        self.tablet: SimTablet = self.add("keeper", SITE, KEEPER)
        self.enrol(self.tablet, SITE, KEEPER)
        self.sync()
        self.parts = parts_of(server.client.application)

    def sync(self) -> None:
        """Let the tablet synchronise to the end, as its loop does."""
        self.pass_time(timedelta(hours=2))
        assert self.tablet.synchronise().outcome is Outcome.DONE

    def inspect(self, colour: int) -> InspectionId:
        """Finish a round with a photo on the tablet."""
        tablet = self.tablet.tablet
        record = actions.start_round(tablet, template=a_quick_template().id, point=POINTS[0])
        photo = actions.begin_photo(tablet, record)
        row = self.tablet.store.photo(photo)
        assert row is not None
        Image.new("RGB", (64, 48), (colour, 9, 9)).save(row.source, "JPEG")
        actions.finish_photo(tablet, photo)
        actions.answer(tablet, record, "LMR_04", value=25.5)
        actions.answer(tablet, record, "LMR_09", result=Result.PASS)
        actions.finish_round(tablet, record)
        return record

    def lead(self, name: str) -> SimTablet:
        """Add a tablet of the lead inspector that has met the server."""
        tablet = self.add(name, SITE, LEAD)
        self.enrol(tablet, SITE, LEAD)
        self.meet(tablet)
        return tablet

    def meet(self, tablet: SimTablet) -> None:
        """Let a tablet synchronise, ask for the next numbers if it has few, and fetch them."""
        self.pass_time(timedelta(hours=2))
        assert tablet.synchronise().outcome is Outcome.DONE
        if actions.renew_numbers(tablet.tablet):
            assert tablet.synchronise().outcome is Outcome.DONE

    def issue(self, tablet: SimTablet) -> Notice:
        """Issue a notice on the spot over a hazard that was just seen."""
        acting = tablet.tablet
        hazard = actions.start_hazard(acting, POINTS[0], UNIT)
        actions.change_hazard(acting, replace(tablet.store.hazard_draft(hazard), description="通道堆放杂物"))
        photo = actions.begin_photo(acting, hazard)
        Image.new("RGB", (64, 48), (number_of(tablet.name) % 256, 90, 9)).save(tablet.store.photo(photo).source, "JPEG")
        actions.finish_photo(acting, photo)
        actions.raise_hazard(acting, hazard)
        notice = actions.start_notice(acting, [hazard], unit=UNIT)
        line = replace(
            tablet.store.notice_draft(notice).lines[0],
            grade=HazardGrade.GENERAL,
            deadline_on=acting.today() + timedelta(days=7),
            required_measures="立即清理",
            responsible_person="刘工",
            legal_basis="内部规定 5.29",
        )
        actions.change_line(acting, notice, line)
        actions.change_notice(acting, replace(tablet.store.notice_draft(notice), interim_clause="派专人看护"))
        actions.sign(acting, notice, "lead_inspector", "李敏", (((0.1, 0.2), (0.3, 0.4)),))
        return actions.issue_notice(acting, notice)

    def on_server(self, notice: Notice) -> Notice:
        """Return a notice as the server has it."""
        with self.server.store.reading() as tx:
            return tx.get(Notice, notice.id)

    def back_up(self) -> Backup:
        """Make a backup while the office goes on writing."""
        is_over, has_begun = threading.Event(), threading.Event()

        def write() -> None:
            number = 0
            while not is_over.is_set():
                number += 1
                with self.server.store.writing() as tx:
                    tx.put(a_point(id=PointId(an_id(0x7000 + number)), number=f"B{number}", tag=""))
                has_begun.set()

        office = threading.Thread(target=write)
        office.start()
        has_begun.wait(300)
        try:
            return back_up(self.parts.config, self.parts.store, self.parts.blobs, self.folder / "backups")
        finally:
            is_over.set()
            office.join(300)

    def photos_of(self, record: InspectionId) -> tuple[str, ...]:
        """Name the photos of a record that the server holds whole."""
        with self.server.store.reading() as tx:
            photos = tx.get(Inspection, record).photos
        for photo in photos:
            with self.parts.blobs.open(photo.sha256) as file:
                assert len(file.read()) == photo.size_bytes
        return tuple(photo.sha256 for photo in photos)

    def wrong(self) -> list[str]:
        """List what `rounds check` finds."""
        return [f"{one.code} {one.about}" for one in check(self.parts.store, self.parts.blobs) if is_wrong(one)]


@pytest.fixture
def story(tmp_path: Path):
    made = Story(tmp_path)
    yield made
    made.close()


def must_have_lost(story: Story, record: InspectionId) -> None:
    with story.server.store.reading() as tx, pytest.raises(UnknownRecordError):
        tx.get(Inspection, record)


@pytest.mark.parametrize("photos_survive", [True, False])
def test_a_tablet_sends_again_what_a_restored_backup_lacks(story: Story, photos_survive: bool) -> None:
    # given: a round before the backup, one after it, both acknowledged
    before = story.inspect(50)
    story.sync()
    done = story.back_up()
    after = story.inspect(200)
    story.sync()
    expected = {record: story.photos_of(record) for record in (before, after)}
    generation = done.manifest.epoch

    # when: the server's disk is lost, with or without its photos, and the backup is brought back
    story.server.stop()
    if not photos_survive:
        shutil.rmtree(story.server.folder / "blobs" / "stored")
        (story.server.folder / "blobs" / "stored").mkdir()
    restored = restore(story.parts.config, story.parts.blobs, done.folder, is_forced=True, tell=lambda _line: None)
    must_have_lost(story, after)
    story.sync()

    # then: the server holds both again, with their photos, and nothing disagrees
    assert restored.epoch != generation
    assert {record: story.photos_of(record) for record in (before, after)} == expected
    with story.server.store.reading() as tx:
        assert tx.find(Point, an_id(0x7001)) is not None
    assert story.wrong() == []


def test_a_tablet_sends_again_what_a_database_put_back_by_hand_lacks(story: Story) -> None:
    # given: a round that came after the backup was made
    done = story.back_up()
    after = story.inspect(200)
    story.sync()
    expected = story.photos_of(after)

    # when: somebody copies the backup's database over the live one, and the server starts
    story.server.stop()
    for left in story.server.folder.glob("rounds.db-*"):
        left.unlink()
    shutil.copy(done.folder / "rounds.db", story.server.folder / "rounds.db")
    must_have_lost(story, after)
    reason = settle_generation(story.parts.store, story.server.folder)
    story.sync()

    # then
    assert "copy" in reason
    assert story.photos_of(after) == expected
    assert story.wrong() == []


def test_two_tablets_never_bear_one_number_after_a_restore_that_forgot_who_had_which(story: Story) -> None:
    # given: two tablets that a backup knows, and a number that one of them was leased and printed only after it
    first, second = story.lead("first"), story.lead("second")
    done = story.back_up()
    for _ in range(6):  # the block that the backup knows, and the first of the next one
        printed = story.issue(first)
        story.meet(first)
    assert story.on_server(printed).no == printed.no

    # when: the backup is brought back, and the other tablet asks for its next numbers before the first is heard of again
    story.server.stop()
    restore(story.parts.config, story.parts.blobs, done.folder, is_forced=True, tell=lambda _line: None)
    others = []
    for _ in range(6):
        others.append(story.issue(second))
        story.meet(second)
    story.meet(first)
    after = story.issue(first)
    story.meet(first)

    # then: each paper's number stands on the server as it was printed, and no two papers bear the same one
    notices = [printed, *others, after]
    assert [story.on_server(notice).no for notice in notices] == [notice.no for notice in notices]
    with story.server.store.reading() as tx:
        numbers = [notice.no for notice in tx.every(Notice)]
    assert len(numbers) == 13
    assert len(set(numbers)) == len(numbers)
    assert story.wrong() == []
