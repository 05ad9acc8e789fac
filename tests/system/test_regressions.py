"""What the simulation has found, each as the shortest story that showed it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from mobile import actions
from shared.ids import PointId
from shared.sync.request import Outcome
from tests.builders import OTHER_SITE, a_point, an_id
from tests.system.simulation.seeded import GUEST, a_quick_template, begin_world
from tests.system.simulation.world import World


@pytest.fixture
def world():
    made = begin_world()
    yield made
    made.close()


def put_points(world: World, count: int, first: int = 0x900) -> None:
    with world.server.store.writing() as tx:
        for number in range(first, first + count):
            tx.put(a_point(id=PointId(an_id(number)), number=str(number), tag=""))


def test_a_page_that_ends_exactly_where_one_scope_ends_is_progress(world: World):
    # given: a tablet that begins anew, and a first page that the rows of one scope fill to the last place
    tablet = world.tablets["keeper"]
    put_points(world, 30)
    for filler in range(1, 8):
        with world.server.store.writing() as tx:
            tx.put(a_template_version(filler + 1))

        # when
        tablet.schema += 1
        world.pass_time(timedelta(hours=2))
        report = tablet.synchronise()

        # then
        assert report.outcome is Outcome.DONE, report


def test_a_site_that_is_lost_takes_along_the_photos_of_hazards_and_notes_too(world: World):
    # given: a hazard found and sent with its photo, so that the server has it
    tablet = world.tablets["keeper"]
    hazard = actions.start_hazard(tablet.tablet)
    photo = actions.begin_photo(tablet.tablet, hazard)
    row = tablet.store.photo(photo)
    assert row is not None
    Image.new("RGB", (24, 16), (9, 9, 9)).save(row.source, "JPEG")
    actions.finish_photo(tablet.tablet, photo)
    draft = tablet.store.hazard_draft(hazard)
    assert draft is not None
    actions.change_hazard(tablet.tablet, replace(draft, description="防火门损坏", location="2 层"))
    actions.raise_hazard(tablet.tablet, hazard)
    assert tablet.synchronise().outcome is Outcome.DONE
    assert list(tablet.folder.glob("photos/screen/*.jpg"))

    # when: the office gives the tablet to somebody at another site
    world.enrol(tablet, OTHER_SITE, GUEST)
    assert tablet.synchronise().outcome is Outcome.DONE

    # then
    assert not list(tablet.folder.glob("photos/screen/*.jpg"))


def a_template_version(version: int) -> object:
    return replace(a_quick_template(), version=version)
