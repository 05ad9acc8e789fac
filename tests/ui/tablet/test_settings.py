"""Language, text size and look change at once and stay; rotation loses nothing."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("scale", "language", "size"),
    [
        ("1.0", "zh", (1280, 800)),
        ("1.0", "en", (800, 1280)),
        ("1.3", "zh", (800, 1280)),
        ("1.3", "en", (1280, 800)),
        ("1.5", "zh", (1280, 800)),
        ("1.5", "zh", (600, 960)),
        ("1.5", "en", (800, 1280)),
    ],
)
def test_no_text_is_cut_on_any_screen(open_app, tmp_path, scale, language, size):
    from mobile import actions
    from tests.ui.tablet.estate import HAZARD, a_tablet

    parts = a_tablet(tmp_path)
    actions.set_setting(parts.tablet, "text_scale", scale)
    actions.set_setting(parts.tablet, "language", language)
    finger = open_app(size, parts=parts)
    router, cut = finger.app.desk.router, {}

    def look(name):
        finger.settle()
        cut[name] = finger.clipped()

    look("rounds")
    finger.tap("1号楼电梯机房 日巡视" if language == "zh" else "Block 1 machine room, daily")
    look("checklist")
    record = router.here.record
    finger.app.shell.screen.entry.on_answer("lmr_09\x1f", "fail")
    for key in ("lmr_09\x1f", "lmr_04\x1f"):
        finger.app.shell.screen.entry.on_open(key)
        look(f"item {key}")
        if router.here.screen == "item":
            router.back()
    router.go("finish", record)
    look("finish")
    for place in ("hazards", "sync", "settings"):
        router.go(place)
        look(place)
    router.go("hazard", HAZARD)
    look("hazard")
    finger.app.shell.screen.recheck()
    look("recheck")
    assert {name: found for name, found in cut.items() if found} == {}
