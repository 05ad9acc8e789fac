"""A harness that cannot fail proves nothing: every planted fault must be caught (docs/simulation.md lists them)."""

import pytest

from tests.system.simulation.mutants import MUTANTS
from tests.system.simulation.plant import DOCUMENT, SEARCHED, STORIES, caught, mutant_table, try_mutant

pytestmark = pytest.mark.simulation


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_fault_is_caught(mutant):
    # given where it was caught before, and where to look if the stories have changed since
    before = caught().get(mutant.name)
    shots = [(before.seed, before.stories)] if before is not None else []
    shots += [(seed, STORIES) for seed in SEARCHED]
    for seed, stories in shots:
        # when
        verdict = try_mutant(mutant, seed, stories)
        if verdict.is_caught:
            break
    # then
    assert verdict.is_caught, f"{mutant.name} survives: {mutant.breaks}"


def test_the_document_lists_every_planted_fault():
    assert mutant_table() in DOCUMENT.read_text(encoding="utf-8"), "run `make docs`"


def test_every_planted_fault_has_a_recorded_catch():
    assert set(caught()) == {mutant.name for mutant in MUTANTS}
