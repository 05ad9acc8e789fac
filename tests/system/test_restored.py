"""A server is backed up while the office writes, dies, and is restored: tablets send again what the backup lacks (S4)."""

from __future__ import annotations

import shutil
import threading
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
from shared.model.inspection import Inspection, Result
from shared.model.place import Point
from shared.sync.request import Outcome
from tests.builders import KEEPER, SITE, a_point, an_id
from tests.system.simulation.seeded import POINTS, a_quick_template, entities
from tests.system.simulation.server import SimServer
from tests.system.simulation.tablet import SimTablet
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
        has_begun.wait(60)
        try:
            return back_up(self.parts.config, self.parts.store, self.parts.blobs, self.folder / "backups")
        finally:
            is_over.set()
            office.join(60)

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
