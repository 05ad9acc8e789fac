"""What the rules of every family share."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.system.simulation.faults import Endpoint, Fault
from tests.system.simulation.seeded import OTHER_POINTS, POINTS, begin_world

NAMES = st.sampled_from(["keeper", "lead", "guest"])
FAULTS = st.lists(st.tuples(st.sampled_from(Endpoint), st.sampled_from(Fault)), max_size=6)
CRASH = st.none() | st.integers(0, 45)
FIELDS = st.sampled_from(["remark", "floor"])
WORDS = st.sampled_from(["甲", "乙", "丙"])
ANY_POINT = st.sampled_from([*POINTS, *OTHER_POINTS])


class Base(RuleBasedStateMachine):
    """Holds the world that the rules change."""

    def __init__(self) -> None:
        super().__init__()
        self.world = begin_world()
        self.pictures = 0
