"""Screens come to rest before their frame, and are laid out from the outside in."""

from __future__ import annotations

import pytest
from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile import actions
from mobile.views.rounds import task_of
from mobile.views.setting import row_key
from mobile.widgets.layout import lay_out
from mobile.widgets.words import Words
from shared.model.inspection import Result
from tests.mobile.longshan import DAILY


class Restless(BoxLayout):
    """Grows with each layout, and is laid out whenever it grows."""

    def do_layout(self, *args: object) -> None:
        super().do_layout(*args)
        self.width += 1


def test_a_layout_that_never_comes_to_rest_is_noticed(open_app):
    finger = open_app()

    finger.app.shell.add_widget(Restless(size_hint=(None, None)))

    with pytest.raises(AssertionError, match="did not come to rest"):
        finger.frame()


def test_what_has_come_into_the_window_is_as_wide_as_it_stays_at_once(open_app):
    """Not after a turn for each layout that it lies in."""
    finger = open_app()
    leaf = Widget()
    tree = leaf
    for _ in range(5):
        tree, inner = BoxLayout(padding=(10, 0)), tree
        tree.add_widget(inner)
    tree.size = (1000, 100)

    lay_out(tree)

    assert leaf.width == 1000 - 5 * 20
    finger.settle()
    assert leaf.width == 1000 - 5 * 20


def test_a_text_is_not_broken_for_a_width_of_nothing(open_app):
    """While a screen is laid out, what is beside a text may take all the width for a turn."""
    open_app()
    words = Words(words="1号楼电梯机房 日巡视", wraps=True)

    words.width = 0
    Clock.tick_draw()

    assert words.texture is None


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_fail_that_is_opened_first_is_in_view_with_all_that_it_asks_for(open_app, size):
    """Where it is brought is reckoned from heights of rows, and those from the width that the list has."""
    finger = open_app(size)
    tablet = finger.app.parts.tablet
    record = actions.start_round(tablet, task_of(finger.app.desk.setting(), f"task:{DAILY}:2026-11-23"))
    actions.answer(tablet, record, "lmr_09", None, Result.FAIL)

    finger.app.desk.router.go("checklist", record, row_key("lmr_09", None))
    finger.settle()

    rows = finger.app.shell.screen.ids.rows
    needs = finger.find("NeedsRow")
    assert rows.y <= needs.to_window(*needs.pos)[1]
    assert needs.to_window(*needs.pos)[1] + needs.height <= rows.top
