"""Bars give their room to what is in them: no gap beside what is not there, the title before the words of the chip."""

from __future__ import annotations

import pytest

from mobile import actions
from mobile.widgets.words import UNSEEN, Words
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.faults import box_of
from tools.tablet_driver import bare


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


@pytest.mark.parametrize("title", ["Rectification notice", "Hazards", "Notice of fire hazards"])
def test_a_title_on_a_phone_gets_smaller_before_a_word_of_it_is_torn(open_app, tmp_path, title):
    # Given the largest letters
    parts = a_tablet(tmp_path)
    actions.set_setting(parts.tablet, "language", "en")
    actions.set_setting(parts.tablet, "text_scale", "1.5")
    finger = open_app((360, 740), parts=parts)
    finger.app.desk.router.go("hazards")
    finger.settle()

    # When a bar has a way back, a state and a menu beside its title
    bar = finger.find("TopBar")
    bar.has_back, bar.menu_icon, bar.title = True, "undo-variant", title
    finger.settle()

    # Then each line ends where a word ends
    shown = bare(finger.find("BarTitle")).strip().split("\n")
    assert " ".join(line.strip() for line in shown) == title


def test_what_stands_beside_an_icon_begins_under_its_first_line(open_app):
    finger = open_app()
    words = Words(words="机房清洁、无杂物，通道畅通", icon="eye-outline", wraps=True, width=160)

    finger.frame()

    first, second = words.text.split("\n")[:2]
    assert second.startswith(f"[color={UNSEEN}]")
    assert first.count("[font=Icons]") == second.count("[font=Icons]") == 1
