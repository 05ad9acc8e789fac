"""What the rules of every family share."""

from __future__ import annotations

from collections import Counter

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.system.simulation.faults import Endpoint, Fault
from tests.system.simulation.seeded import OTHER_POINTS, POINTS, begin_world

NAMES = st.sampled_from(["keeper", "lead", "guest"])
FAULTS = st.lists(st.tuples(st.sampled_from(Endpoint), st.sampled_from(Fault)), min_size=2, max_size=8)
TROUBLE = st.lists(st.sampled_from([fault for fault in Fault if fault is not Fault.NONE]), min_size=1, max_size=4)
CRASH = st.none() | st.integers(0, 45)
FIELDS = st.sampled_from(["remark", "floor"])
WORDS = st.sampled_from(["甲", "乙", "丙"])
ANY_POINT = st.sampled_from([*POINTS, *OTHER_POINTS])


REACHED: Counter[str] = Counter()
"""What happened in the stories of this process: a fault that no story reaches tests nothing."""


def reached(what: str) -> None:
    """Note that something happened, for Hypothesis' statistics and for ``REACHED``."""
    event(what)
    REACHED[what] += 1


class Base(RuleBasedStateMachine):
    """Holds the world that the rules change."""

    def __init__(self) -> None:
        super().__init__()
        REACHED["stories"] += 1
        self.world = begin_world()
        self.pictures = 0
