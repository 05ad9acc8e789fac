"""One push, one pull and one photo's upload, cut at every byte of request and answer: nothing is lost, nothing is twice."""

from collections.abc import Iterator

import pytest

from tests.system.faults.cuts import EXCHANGES, Stage
from tests.system.faults.proxy import Fault

pytestmark = pytest.mark.process
SLICES = 4
"""Tests that share the bytes of an exchange: byte n is cut in slice n % SLICES, so that two processes share the work."""


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()


@pytest.mark.parametrize("part", range(SLICES))
@pytest.mark.parametrize("fault", [Fault.CUT_REQUEST, Fault.CUT_RESPONSE], ids=["request", "answer"])
@pytest.mark.parametrize("name", EXCHANGES)
def test_a_cut_at_any_byte_loses_nothing(stage: Stage, name: str, fault: Fault, part: int):
    # given
    places = range(part, stage.bytes_of(name, fault), SLICES)
    assert places
    for at in places:
        # when, then: it is cut there, heals, and all invariants hold
        stage.cut(name, fault, at)
