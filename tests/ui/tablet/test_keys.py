"""On a desktop everything can be reached and pressed by keyboard; each screen says in one card what it is for."""

from __future__ import annotations

from kivy.core.window import Window

from mobile.screens.keys import DOWN, ENTER, SPACE, TAB
from mobile.views.setting import row_key
from shared.model.inspection import Result


def press(finger, key, held=(), text=None):
    used = Window.dispatch("on_keyboard", key, 0, text, list(held))
    finger.settle()
    return used


def walk_to(finger, wanted, most=80):
    """Press Tab until the focus stands on something that reads `wanted`."""
    for _ in range(most):
        press(finger, TAB)
        focused = finger.app.keyboard.focused
        if wanted in [text.split("  ")[-1] for text in finger.texts(focused)]:
            return focused
    raise AssertionError(f"{wanted!r} was not reached in {most} presses")


def test_a_round_is_opened_and_answered_by_keyboard_alone(open_app):
    finger = open_app()

    walk_to(finger, "1号楼电梯机房 日巡视")
    press(finger, ENTER)
    assert finger.app.desk.router.here.screen == "checklist"
    walk_to(finger, "合格")
    press(finger, SPACE)

    answers = finger.app.parts.tablet.store.answers(finger.app.desk.router.here.record)
    assert [answer.result for answer in answers if answer.result] == [Result.PASS]


def test_the_focus_goes_through_a_list_that_is_longer_than_the_window(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    rows = finger.find("RowList")
    rows.scroll_y = 1
    finger.settle()
    names = set()

    for _ in range(900):
        press(finger, DOWN)
        at = finger.app.keyboard._at
        assert finger.on_screen(at.widget) or at.rows is None
        if at.rows is rows:
            names.add(at.index)
        elif names:
            break

    answered = [i for i, datum in enumerate(rows.data) if datum["row"] in ("CheckRow", "ValueRow")]
    assert set(answered) <= names


def test_shift_and_tab_walk_back(open_app):
    finger = open_app()
    first = [press(finger, TAB) and finger.app.keyboard.focused for _ in range(3)]

    press(finger, TAB, held=("shift",))

    assert finger.app.keyboard.focused is first[1]


def test_a_touch_takes_the_ring_away(open_app):
    finger = open_app()
    press(finger, TAB)
    assert finger.app.keyboard.focused is not None

    finger.tap("已完成")

    assert finger.app.keyboard.focused is None


def test_a_sheet_keeps_the_focus_and_back_closes_it(open_app):
    finger = open_app()
    finger.tap("今日巡检")
    sheet = finger.find("HelpSheet")
    assert finger.shows("不用另外保存") is False
    assert finger.shows("没有网络也能全部完成", root=sheet)

    for _ in range(3):
        press(finger, TAB)
        assert finger.app.keyboard.focused in list(sheet.walk())
    finger.back()

    assert not finger.all("HelpSheet")
    assert finger.app.desk.router.here.screen == "rounds"


def test_digits_press_the_keys_of_a_number_pad(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.app.shell.screen.entry.on_open(row_key("lmr_04", None))
    finger.settle()

    for text in "26.5":
        assert press(finger, ord(text), text=text)

    assert finger.find("Keypad").figure == "26.5"


def test_every_screen_says_what_it_is_for(open_app):
    finger = open_app()

    for screen in finger.app._builders():
        card = finger.app.texts.help.of(screen)
        assert len(card) > 20, screen
