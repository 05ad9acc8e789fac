"""Stories of people and faults, told by real processes over real sockets (sync design §4, layer 3; docs/faults.md).

The same seeds in every run; ``make soak`` tells new ones and keeps those that fail in kept.json, whose seeds join these.
A failing story is printed in the notes of its error and told again by ``python -m tests.system.faults.run SEED``.
"""

from datetime import timedelta

import pytest

from shared.ids import PointId
from shared.sync.request import Outcome
from tests.builders import a_point, an_id
from tests.system.faults.kept import KEPT
from tests.system.faults.proxy import Fault, Trouble
from tests.system.faults.run import run
from tests.system.faults.serve import control
from tests.system.faults.story import Teller, draw, with_kept
from tests.system.faults.world import a_world, read_report
from tests.system.simulation.faults import Endpoint

pytestmark = pytest.mark.process
SEEDS = with_kept([seed for seed in range(1, 13) if not draw(seed).is_shared], KEPT.processes, is_shared=False)
SHARED_SEEDS = with_kept([8, 16], KEPT.processes, is_shared=True)
AT = {Fault.LATENCY: 20, Fault.SLOW: 20_000, Fault.CUT_REQUEST: 300, Fault.CUT_RESPONSE: 200, Fault.TABLET_DIES: 100}
PAGE, ROWS = 500, 1_100
FATES = [fault for fault in Fault if fault is not Fault.NONE]


def no_postgres() -> str:
    raise AssertionError("this story needs no PostgreSQL")


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_processes_nothing_is_lost_and_all_agree_in_the_end(seed):
    run(seed, no_postgres)


@pytest.mark.parametrize("seed", SHARED_SEEDS)
def test_two_servers_on_postgresql_lose_nothing_either(seed, new_postgres):
    run(seed, new_postgres, is_shared=True)


@pytest.mark.parametrize("endpoint", Endpoint, ids=lambda endpoint: endpoint.value)
def test_every_fault_at_every_endpoint_is_survived(endpoint):
    # given
    with a_world(tablets=("keeper",)) as world:
        tablet, teller = world.tablets["keeper"], Teller(world)
        for fault in FATES:
            # when
            world.pass_time(timedelta(hours=3))  # past what the fault before it set aside
            teller.sync("keeper", [(endpoint, Trouble(fault, AT.get(fault, 0)))], chunk=700)
            assert tablet.proxy.wait_until_met(endpoint, fault), f"{fault} never reached {endpoint}"
            world.revive()
            # then
            assert tablet.proxy.met[endpoint, fault] == 1, f"{fault} reached {endpoint} twice"
            world.check()
        world.settle()


def test_a_server_that_is_killed_at_any_commit_has_neither_lost_nor_invented_anything():
    # given a session that pushes, uploads and pulls, killed before and after each commit in turn
    with a_world(tablets=("keeper",)) as world:
        tablet, died = world.tablets["keeper"], 0
        for place in range(60):
            tablet.do("note", text=f"第 {place} 次", photo=True)
            control(world.server.folder, commits=place)
            # when
            is_done = read_report(tablet.do("sync", chunk=1_000)).outcome is Outcome.DONE
            world.revive()
            # then
            world.check()
            if is_done:
                break
            died += 1
            tablet.do("sync")
        assert 6 <= died < 59
        world.settle()


def test_a_tablet_that_is_killed_at_any_place_of_a_session_goes_on_with_the_next():
    # given the same session, killed around each request, commit and rename in turn
    with a_world(tablets=("keeper",)) as world:
        tablet, died = world.tablets["keeper"], 0
        while died < 100:
            tablet.do("note", text=f"第 {died} 次", photo=True)
            tablet.do("die_at", count=died)
            # when
            answer = tablet.ask("sync")
            world.revive()
            # then
            world.check()
            if answer is not None:
                break
            died += 1
        assert 15 <= died < 100
        tablet.do("die_at", count=None)
        world.settle()


def test_a_story_is_the_same_whenever_it_is_drawn():
    assert str(draw(7)) == str(draw(7))
    assert str(draw(7)) != str(draw(9))


def test_a_backfill_that_a_kill_cuts_goes_on_where_it_was():
    # given: three pages of new points, and a tablet that dies in the middle of the third
    with a_world(tablets=("keeper",)) as world:
        tablet = world.tablets["keeper"]
        with world.server.store.writing() as tx:
            for number in range(ROWS):
                tx.put(a_point(id=PointId(an_id(0x10000 + number)), number=f"{number:05d}", tag=""))
        dies = Trouble(Fault.TABLET_DIES, 300)
        tablet.proxy.queue([(Endpoint.PULL, Trouble(Fault.NONE))] * 2 + [(Endpoint.PULL, dies)])

        # when
        assert tablet.ask("sync") is None
        world.revive()
        report = tablet.synchronise()

        # then: the two pages that it had are not sent again (L3)
        assert ROWS - 2 * PAGE <= report.pulled < ROWS - PAGE
        world.settle()
