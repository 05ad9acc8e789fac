"""Every flow of a shift by touch, in both orientations, both languages and three sizes of letters; nothing is cut on the way."""

from __future__ import annotations

import pytest

from tests.ui.tablet.flows import FLOWS, a_shift_tablet
from tests.ui.tablet.hand import Hand

WIDE, HIGH = (1280, 800), (800, 1280)


@pytest.mark.parametrize("scale", ["1.0", "1.3", "1.5"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [WIDE, HIGH], ids=["wide", "high"])
def test_every_flow_is_walked_by_touch_and_no_word_is_cut(open_app, tmp_path, size, language, scale):
    finger = open_app(size, parts=a_shift_tablet(tmp_path, scale, language))
    hand = Hand(finger, language)

    for flow in FLOWS:
        hand.flow = flow.__name__
        if hand.store.duty() is not None:
            hand.home()
        flow(hand)

    assert hand.cut == {}
