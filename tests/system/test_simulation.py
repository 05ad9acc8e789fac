"""The deterministic simulation (sync design §4, layer 1): 1,000 stories of 25 steps, the same ones in every run.

``make soak`` walks new ones and keeps those that fail in faults/kept.json. A failing story is printed as the steps that
lead to it; docs/simulation.md says how to read it.
"""

import sys
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from tests.system.faults.kept import KEPT
from tests.system.simulation.base import REACHED
from tests.system.simulation.faults import Endpoint, Fault
from tests.system.simulation.fresh import FRESH
from tests.system.simulation.run import run

pytestmark = pytest.mark.simulation
SEEDS = range(1, 11)
STORIES = 100


@pytest.mark.parametrize("number", SEEDS)
def test_whatever_happens_nothing_is_lost_and_all_agree_in_the_end(number):
    run(number, STORIES)


@pytest.mark.parametrize("name", [kept.name for kept in KEPT.simulation])
def test_a_story_that_failed_once_stays_clean(name):
    for kept in KEPT.simulation:
        if kept.name == name:
            run(kept.seed, kept.stories)


def test_the_stories_reach_every_fault_at_every_endpoint():
    # given stories that run until all is reached, or so many that something must be unreachable
    wanted = {f"{endpoint.value}: {fault.value}" for endpoint in Endpoint for fault in Fault}
    for number in range(100, 130):
        if wanted <= set(REACHED):
            break
        # when
        run(number, 25)
    # then
    assert wanted <= set(REACHED), sorted(wanted - set(REACHED))


def test_a_seed_draws_the_same_whatever_is_loaded_beside(tmp_path):
    # given what a seed draws, and then a module full of numbers of the same size
    before = drawn(7)
    source = tmp_path / "numbers_of_an_estate.py"
    source.write_text(f"NUMBERS = {list(range(101, 250))}\n", encoding="utf-8")
    spec = spec_from_file_location(source.stem, source)
    assert spec is not None and spec.loader is not None
    sys.modules[source.stem] = module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        # when
        after = drawn(7)
    finally:
        del sys.modules[source.stem]
    # then
    assert len(before) == 20
    assert after == before


def drawn(number):
    found = []

    @seed(number)
    @settings(max_examples=20, backend=FRESH, database=None, phases=(Phase.generate,))
    @given(st.lists(st.integers(0, 254), min_size=20, max_size=20))
    def note(numbers):
        found.append(numbers)

    note()
    return found
