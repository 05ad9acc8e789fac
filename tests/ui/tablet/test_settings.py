"""Language, text size and look change at once and stay; rotation loses nothing."""

from __future__ import annotations

from mobile.widgets.theme import DARK, build


def test_the_language_switches_without_a_restart(open_app):
    finger = open_app()
    finger.tap("设置")

    finger.tap("English")

    assert finger.shows("Language")
    assert finger.shows("Rounds")
    finger.tap("Rounds")
    assert finger.shows("Today's rounds")
    assert finger.shows("Block 1 machine room, daily")


def test_the_dark_look_is_kept_over_a_restart(open_app):
    finger = open_app()
    finger.tap("设置")
    finger.tap("深色（机房、夜间）")
    assert finger.app.theme.name == "dark"

    finger.tap("巡检")
    assert tuple(finger.find("RoundCard").fill) == finger.app.theme.surface == build(DARK).surface

    again = open_app()

    assert again.app.theme.name == "dark"


def test_turning_the_tablet_keeps_the_item_at_hand(open_app):
    finger = open_app((800, 1280))
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("机房温度")
    assert finger.app.desk.router.here.screen == "item"

    finger.rotate((1280, 800))

    assert finger.app.desk.router.here.screen == "checklist"
    assert finger.app.shell.screen.item.title == "机房温度"
    assert finger.find("Keypad").disabled is False
    finger.rotate((800, 1280))
    assert finger.app.shell.screen._here.startswith("lmr_04")
