"""What the simulation has found, each as the shortest story that showed it."""

from datetime import timedelta

import pytest

from shared.ids import PointId
from shared.sync.request import Outcome
from tests.builders import a_point, an_id
from tests.system.simulation.seeded import begin_world
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


def a_template_version(version: int) -> object:
    from dataclasses import replace

    from tests.system.simulation.seeded import a_quick_template

    return replace(a_quick_template(), version=version)
