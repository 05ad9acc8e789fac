"""Every screen, in every state that matters, fits: any size, any letters, either language. The matrix covers every pair."""

from __future__ import annotations

import shutil

import pytest

from mobile import actions
from mobile.device.power import GivenPower
from mobile.device.share import PrintingShare
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.faults import faults_of
from tests.ui.tablet.gallery import STATES, Guide, states, with_pins

WIDE, HIGH, SMALL, PHONE = (1280, 800), (800, 1280), (600, 960), (360, 740)
MATRIX = (
    (WIDE, "1.0", "zh"), (WIDE, "1.3", "en"), (WIDE, "1.5", "zh"),
    (HIGH, "1.0", "zh"), (HIGH, "1.3", "zh"), (HIGH, "1.5", "en"),
    (SMALL, "1.0", "en"), (SMALL, "1.3", "zh"), (SMALL, "1.5", "zh"),
    (PHONE, "1.0", "zh"), (PHONE, "1.3", "en"), (PHONE, "1.5", "zh"), (PHONE, "1.5", "en"),
)  # fmt: skip


def test_every_screen_has_its_states(open_app):
    finger = open_app()

    assert set(STATES) == set(finger.app._builders())


@pytest.mark.parametrize(("size", "scale", "language"), MATRIX)
def test_every_state_of_every_screen_fits(open_app, stocked, tmp_path, size, scale, language):
    # Given a tablet in the middle of a shift
    home, stock = stocked
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    parts = a_tablet(tmp_path)
    parts.kit.power = GivenPower(41)
    parts.kit.share = PrintingShare(tmp_path / "shared")
    with_pins(parts.tablet)
    actions.set_setting(parts.tablet, "text_scale", scale)
    actions.set_setting(parts.tablet, "language", language)
    finger = open_app(size, parts=parts)
    guide, found = Guide(finger, stock), {}

    # When each state is looked at
    for name, lead in states():
        lead(guide)
        faults = faults_of(finger, may_shorten=language == "en" or scale != "1.0" or size not in (WIDE, HIGH))
        if faults:
            found[name] = faults

    # Then nothing is cut, hidden behind something else, out of the window or too small to be touched
    assert found == {}


def test_what_has_no_room_any_more_leaves_none_when_the_window_gets_narrow(open_app, stocked, tmp_path):
    # Given screens that were laid out in a wide window
    home, stock = stocked
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    parts = a_tablet(tmp_path)
    with_pins(parts.tablet)
    finger = open_app(WIDE, parts=parts)
    guide, found = Guide(finger, stock), {}
    turned = (("draw", "marked"), ("item", "over its limit"), ("checklist", "failed"))
    for screen, state in turned:
        STATES[screen][state](guide)

    # When they are shown as on a phone
    finger.rotate(PHONE)
    for screen, state in turned:
        STATES[screen][state](guide)
        faults = faults_of(finger, may_shorten=True)
        if faults:
            found[screen] = faults

    # Then all has its room
    assert found == {}
