"""Every flow of a shift by touch, in both orientations, both languages and three sizes of letters; nothing is cut on the way.

Six of the twelve combinations are walked: every two of a shape, a language and a size of letters meet in one of them, and
the narrowest shape with the longest words in the largest letters is among them. A third condition matters only where two
of them leave room; what is cut then is cut in that corner.
"""

from __future__ import annotations

import itertools

import pytest

from tests.ui.tablet.flows import FLOWS
from tests.ui.tablet.hand import Hand
from tests.ui.tablet.morning import a_morning_tablet

WIDE, HIGH = (1280, 800), (800, 1280)
WALKED = (
    pytest.param(HIGH, "en", "1.5", id="high-en-1.5"),
    pytest.param(WIDE, "zh", "1.5", id="wide-zh-1.5"),
    pytest.param(WIDE, "en", "1.3", id="wide-en-1.3"),
    pytest.param(HIGH, "zh", "1.3", id="high-zh-1.3"),
    pytest.param(WIDE, "en", "1.0", id="wide-en-1.0"),
    pytest.param(HIGH, "zh", "1.0", id="high-zh-1.0"),
)


@pytest.mark.parametrize(("size", "language", "scale"), WALKED)
def test_every_flow_is_walked_by_touch_and_no_word_is_cut(open_app, tmp_path, size, language, scale):
    finger = open_app(size, parts=a_morning_tablet(tmp_path, scale, language))
    hand = Hand(finger, language)

    for flow in FLOWS:
        hand.flow = flow.__name__
        if hand.store.duty() is not None:
            hand.home()
        flow(hand)

    assert hand.cut == {}


def test_every_two_conditions_meet_in_a_walk():
    whole = list(itertools.product((WIDE, HIGH), ("zh", "en"), ("1.0", "1.3", "1.5")))

    def pairs(walks):
        return {(at, tuple(walk[one] for one in at)) for walk in walks for at in itertools.combinations(range(3), 2)}

    assert pairs([walk.values for walk in WALKED]) == pairs(whole)
