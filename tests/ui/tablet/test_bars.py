"""Bars give their room to what is in them: no gap beside what is not there, the title before the words of the chip."""

from __future__ import annotations

import pytest

from mobile import actions
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.faults import box_of


def side_gaps(bar):
    """Return what stays free at the left of a bar's first button and at the right of its last one."""
    shown = [box_of(child) for child in bar.children if child.opacity]
    bounds = box_of(bar)
    return min(box.left for box in shown) - bounds.left, bounds.right - max(box.right for box in shown)


@pytest.mark.parametrize("place", [("scan", "qr:WX-77"), ("scan", "none"), ("access", ""), ("closing", "shift")])
def test_a_button_that_is_not_there_leaves_no_gap(open_app, place):
    finger = open_app()
    screen, record = place
    if screen == "closing":
        finger.app.desk.router.go("paper", f"shift:{actions.begin_shift(finger.app.parts.tablet)}")
    else:
        finger.app.desk.router.go(screen, record)
    finger.settle()

    left, right = side_gaps(finger.find("Abreast"))

    assert left == pytest.approx(right)


def test_the_whole_title_is_read_where_the_chip_has_room_for_its_icon_only(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    actions.set_setting(parts.tablet, "language", "en")
    finger = open_app((800, 1280), parts=parts)
    finger.tap("Block 1 machine room, daily")
    bar = finger.find("TopBar")

    assert finger.shows("Lift machine room daily round", root=bar)
    assert not finger.shows("Saved on this tablet", root=bar)

    finger.rotate((1280, 800))

    assert finger.shows("Lift machine room daily round", root=bar)
    assert finger.shows("Saved on this tablet", root=bar)
