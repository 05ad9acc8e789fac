"""The deterministic simulation (sync design §4, layer 1): 1,000 stories of 25 steps, the same ones in every run.

``make soak`` walks new ones and keeps those that fail in faults/kept.json. A failing story is printed as the steps that
lead to it; docs/simulation.md says how to read it.
"""

import pytest

from tests.system.faults.kept import KEPT
from tests.system.simulation.base import REACHED
from tests.system.simulation.faults import Endpoint, Fault
from tests.system.simulation.run import run

pytestmark = pytest.mark.simulation
SEEDS = range(1, 11)
STORIES = 100


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_nothing_is_lost_and_all_agree_in_the_end(seed):
    run(seed, STORIES)


@pytest.mark.parametrize("name", [kept.name for kept in KEPT.simulation])
def test_a_story_that_failed_once_stays_clean(name):
    for kept in KEPT.simulation:
        if kept.name == name:
            run(kept.seed, kept.stories)


def test_the_stories_reach_every_fault_at_every_endpoint():
    # given stories that run until all is reached, or so many that something must be unreachable
    wanted = {f"{endpoint.value}: {fault.value}" for endpoint in Endpoint for fault in Fault}
    for seed in range(100, 130):
        if wanted <= set(REACHED):
            break
        # when
        run(seed, 25)
    # then
    assert wanted <= set(REACHED), sorted(wanted - set(REACHED))
