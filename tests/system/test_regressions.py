"""What the simulation has found, each as the shortest story that showed it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from mobile import actions
from server import tables
from shared.ids import PointId
from shared.model.inspection import Inspection, Result
from shared.sync.request import Outcome
from tests.builders import KEEPER, OTHER_SITE, SITE, a_point, an_id
from tests.system.simulation.seeded import GUEST, POINTS, a_quick_template, begin_world
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


def test_a_photo_that_went_with_a_lost_site_is_told_as_lost_while_no_server_has_it(world: World):
    # given: a round is sent after one backup and before another; then the site is lost, and the photo leaves the tablet
    tablet = world.tablets["keeper"]
    world.save_server()
    record = actions.start_round(tablet.tablet, template=a_quick_template().id, point=POINTS[0])
    photo = actions.begin_photo(tablet.tablet, record)
    row = tablet.store.photo(photo)
    assert row is not None
    Image.new("RGB", (24, 16), (9, 9, 9)).save(row.source, "JPEG")
    actions.finish_photo(tablet.tablet, photo)
    actions.answer(tablet.tablet, record, "LMR_04", value=25.5)
    actions.answer(tablet.tablet, record, "LMR_09", result=Result.PASS)
    actions.finish_round(tablet.tablet, record)
    assert tablet.synchronise().outcome is Outcome.DONE
    world.save_server()
    with world.server.store.writing() as tx:
        tx.execute(tables.device.update().where(tables.device.c.id == tablet.device).values(site=OTHER_SITE))
    assert tablet.synchronise().outcome is Outcome.DONE
    assert not list(tablet.folder.glob("photos/screen/*.jpg"))

    # when: a server comes back that knows neither the round nor the photo
    newer = world.backups.pop()
    world.restore_server()
    world.pass_time(timedelta(hours=2))
    assert tablet.synchronise().outcome is Outcome.DONE

    # then: the round is sent again, and what nobody has any more does not count as sent
    with world.server.store.reading() as tx:
        assert tx.find(Inspection, record) is not None
    state = tablet.store.sync_state()
    assert (state.waiting, state.photos_sent, state.photos_damaged) == (0, 0, 1)

    # when: another enrolment changes nothing of that; then the newer backup is brought back after all
    world.enrol(tablet, SITE, KEEPER)
    assert tablet.store.sync_state().photos_damaged == 1
    world.backups.append(newer)
    world.restore_server()
    world.reinstate()
    world.pass_time(timedelta(hours=2))
    assert tablet.synchronise().outcome is Outcome.DONE

    # then
    state = tablet.store.sync_state()
    assert (state.waiting, state.photos_sent, state.photos_damaged) == (0, 1, 0)


def a_template_version(version: int) -> object:
    return replace(a_quick_template(), version=version)


def test_a_copied_record_that_reaches_a_restored_server_first_does_not_stand_for_the_original(world: World):
    # given: a backup, then a round on one tablet, and a version of it on another that was cloned from its storage
    keeper, lead = world.tablets["keeper"], world.tablets["lead"]
    world.save_server()
    record = actions.start_round(lead.tablet, template=a_quick_template().id, point=POINTS[0])
    actions.answer(lead.tablet, record, "LMR_04", value=25.5)
    actions.answer(lead.tablet, record, "LMR_09", result=Result.PASS)
    actions.finish_round(lead.tablet, record)
    assert lead.synchronise().outcome is Outcome.DONE
    original = lead.store.inspection(record)
    assert original is not None
    version = replace(original, author_rev=9, conclusion="抄来的")
    with keeper.store.transaction():
        keeper.store.add_op(keeper.tablet.op("inspection.put", version, record))

    # when: the server is restored, and the clone is quicker
    world.restore_server()
    for tablet in (keeper, lead):
        world.pass_time(timedelta(hours=2))
        assert tablet.synchronise().outcome is Outcome.DONE

    # then: the original is itself, the other stands beside it
    with world.server.store.reading() as tx:
        kept = tx.get(Inspection, record)
        others = [one for one in tx.every(Inspection) if one.forked_from == record]
    assert (kept.author_rev, kept.conclusion) == (1, "")
    assert [(one.author_rev, one.conclusion, one.device) for one in others] == [(9, "抄来的", keeper.device)]
