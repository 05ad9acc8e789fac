"""The app goes to the background and comes back: device and worker follow, and what is half typed is kept."""

from __future__ import annotations

from mobile import actions
from mobile.device.scanner import ScriptedScanner, Tag
from mobile.views.arrange import BY_PLACE, ORDER
from tests.ui.tablet.estate import a_tablet
from tools.tablet_driver import Fingertip


def test_device_and_worker_rest_in_the_background_and_the_device_is_back_first(open_app, tmp_path):
    told: list[str] = []
    parts = a_tablet(tmp_path)
    parts.sleep, parts.resume, parts.wake = (
        lambda word=word: told.append(word) for word in ("sleep", "resume", "wake")
    )
    finger = open_app(parts=parts)
    told.clear()

    stays = finger.app.on_pause()
    finger.app.on_resume()

    assert stays
    assert told == ["sleep", "resume", "wake"]


def test_a_note_half_typed_is_kept_when_the_app_goes_to_the_background(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("点这里写说明，或选常用语")
    finger.find("TextField").focus = True
    finger.type("门锁生锈")

    finger.app.on_pause()
    finger.wait(1)

    assert open_app().shows("门锁生锈")


def test_a_tag_held_to_the_tablet_is_heard_again_after_the_background(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    scanner = parts.kit.scanner = ScriptedScanner()
    finger = open_app(parts=parts)
    point = next(one for one in parts.tablet.store.points() if one.number)

    finger.app.on_pause()
    scanner.hold(Tag(point.number, "nfc", "04A3"))
    finger.wait(0.1)
    in_the_background = list(parts.kit.feel.signs)
    finger.app.on_resume()
    scanner.hold(Tag(point.number, "nfc", "04A3"))
    finger.wait(0.5)

    assert in_the_background == []
    assert parts.kit.feel.signs != []


def test_what_comes_from_outside_moves_nothing_under_a_finger(open_app):
    # given: the third round of the list, under the finger
    finger = open_app(size=(800, 1280))
    screen = finger.app.shell.screen
    before, meant = screen.view.rows, screen.view.rows[2]
    card = next(one for one in finger.all("RoundCard") if one.view.key == meant.key)
    tip = Fingertip(*card.to_window(*card.center))
    tip.touch_down()
    finger.frame()

    # when: the list is in another order before the finger has gone
    actions.set_setting(finger.app.parts.tablet, ORDER, BY_PLACE)
    finger.app._data_changed(None)
    finger.wait(1)
    held = screen.view.rows
    tip.touch_up()
    finger.settle()

    # then: what was under it is open, and the new order is shown afterwards
    assert held == before
    opened = finger.app.parts.tablet.store.inspection(finger.app.shell.screen.entry.record)
    assert meant.key.startswith(f"task:{opened.task.rule}:")
    finger.back()
    assert [row.key for row in finger.app.shell.screen.view.rows] != [row.key for row in before]
