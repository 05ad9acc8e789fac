"""The server's own clock steps back or forward while tablets work: order comes from counters, so nothing is lost by it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PIL import Image

from mobile import actions
from server.app import parts_of
from server.generation import settle_generation
from server.housekeeping import Housekeeping
from server.work import Work
from shared.ids import InspectionId
from shared.model.inspection import Inspection, Result
from shared.sync.request import Outcome
from tests.system.simulation.invariants import check
from tests.system.simulation.rest import (
    drain,
    each_operation_has_one_effect,
    facts_are_on_the_server,
    feeds_count_without_holes,
    outcomes_agree,
    photos_are_whole,
    repetition_changes_nothing,
    replica_equals_the_server,
)
from tests.system.simulation.seeded import POINTS, a_quick_template, begin_world
from tests.system.simulation.tablet import SimTablet
from tests.system.simulation.world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = begin_world()
    yield made
    made.close()


def inspect(tablet: SimTablet, colour: int) -> InspectionId:
    """Finish a round with a photo."""
    record = actions.start_round(tablet.tablet, template=a_quick_template().id, point=POINTS[0])
    row = tablet.store.photo(actions.begin_photo(tablet.tablet, record))
    assert row is not None
    Image.new("RGB", (24, 16), (colour, 9, 9)).save(row.source, "JPEG")
    actions.finish_photo(tablet.tablet, row.id)
    actions.answer(tablet.tablet, record, "LMR_04", value=25.5)
    actions.answer(tablet.tablet, record, "LMR_09", result=Result.PASS)
    actions.finish_round(tablet.tablet, record)
    return record


@pytest.mark.parametrize("hours", [(-8,), (-9000,), (9000, -9000), (8, -16, 8)], ids=str)
def test_nothing_is_lost_when_the_clock_of_the_server_is_set(world: World, hours: tuple[int, ...]) -> None:
    # given: a tablet whose work is on the server, and a worker that does the work of all
    keeper, lead = world.tablets["keeper"], world.tablets["lead"]
    parts = parts_of(world.server.client.application)
    worker = Work(parts.store, Housekeeping(parts.store, parts.blobs, world.server.folder), parts.exchange)
    generation = settle_generation(parts.store, world.server.folder)
    records = [inspect(keeper, 10)]
    assert keeper.synchronise().outcome is Outcome.DONE

    # when: the server's clock is set again and again, with work under way on both tablets
    for number, step in enumerate(hours):
        records += [inspect(keeper, 50 + number), inspect(lead, 150 + number)]
        worker.turn()
        world.clock.jump(timedelta(hours=step))
        assert [keeper.synchronise().outcome, lead.synchronise().outcome] == [Outcome.DONE] * 2
        generation += settle_generation(parts.store, world.server.folder)
        assert worker.turn() != {}

    # then: everything is there once, whole, the same on both sides, under the same generation
    drain(world)
    check(world)
    for tablet in world.tablets.values():
        replica_equals_the_server(world, tablet)
        facts_are_on_the_server(world, tablet)
        outcomes_agree(world, tablet)
        photos_are_whole(world, tablet)
    each_operation_has_one_effect(world)
    feeds_count_without_holes(world)
    repetition_changes_nothing(world)
    assert generation == ""
    with world.server.store.reading() as tx:
        assert [tx.get(Inspection, record).id for record in records] == records


def test_another_worker_begins_at_once_when_the_clock_was_set_back(world: World) -> None:
    parts = parts_of(world.server.client.application)
    died, next_one = (Work(parts.store, Housekeeping(parts.store, parts.blobs), parts.exchange) for _ in range(2))
    died.turn()
    world.clock.jump(timedelta(hours=-8))

    assert next_one.turn() != {}
