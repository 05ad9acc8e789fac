"""What each screen says while nothing has come yet, where there is nothing, and of what is not on this tablet."""

from __future__ import annotations

import pytest

from mobile import actions
from tests.builders import an_id
from tests.mobile.longshan import enrol, feed, places, templates
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.gallery import STATES

GONE = an_id(0x999)
"""The id of nothing on any tablet."""
OPEN_ALWAYS = {
    "enrol",
    "rounds",
    "hazards",
    "sync",
    "settings",
    "who",
    "pin",
    "access",
    "report",
    "memo",
    "unit",
    "shift",
    "scan",
}
"""Screens that are about no record, or begin their own."""
LOADING = {
    "rounds": ("not_ready", "not_ready_detail"),
    "hazards": ("not_ready", "not_ready_detail"),
    "sync": ("not_ready", "not_ready_detail"),
    "access": ("access.empty",),
    "who": ("shift.who_not_listed",),
    "shift": ("shift.check_title",),
    "report": ("fire.report_what_hint",),
    "memo": ("fire.memo_text_hint",),
    "unit": ("fire.unit_form_hint",),
    "scan": ("scan.waiting_none",),
    "settings": ("settings_language",),
}
"""While nothing has come from the office yet: what a screen says, by the names of its texts."""
EMPTY = {
    "todo": ("empty_todo", "empty_todo_detail"),
    "done": ("empty_done", "empty_done_detail"),
    "rechecks": ("empty_rechecks", "empty_rechecks_detail"),
    "hazards": ("empty_hazards", "empty_hazards_detail"),
    "sync": ("sync_safe", "sync_safe_detail"),
    "access": ("access.empty", "access.empty_detail"),
}
"""Where there is nothing: what a list says."""


@pytest.fixture(params=["zh", "en"])
def fresh(request, open_app, tmp_path):
    """A tablet that is enrolled; ``with_data`` lets forms and places come, and nothing that is to be done."""

    def begin(*, with_data: bool, size=(600, 960)):
        parts = a_tablet(tmp_path, is_enrolled=False)
        enrol(parts.tablet.store)
        if with_data:
            feed(parts.tablet.store, [*places(), *templates()])
        actions.set_language(parts.tablet, request.param)
        actions.set_setting(parts.tablet, "text_scale", "1.3")
        return open_app(size, parts=parts)

    return begin


def said(finger, names):
    """Return what of these texts is not on the screen."""
    shown = "".join("".join(getattr(one, "words", "") or "" for one in finger.walk()).split())
    return [name for name in names if "".join(text_of(finger, name).split()) not in shown]


def text_of(finger, name):
    found = finger.app.texts
    for part in name.split("."):
        found = getattr(found, part)
    return found


def go(finger, screen, record=""):
    finger.app.desk.router.go(screen, record)
    finger.settle()


def test_while_nothing_has_come_yet_each_screen_says_so_or_can_be_used(fresh):
    finger = fresh(with_data=False)

    for screen, names in LOADING.items():
        go(finger, screen, "wait" if screen == "scan" else "")
        assert (screen, said(finger, names), finger.clipped()) == (screen, [], [])
        assert finger.app.desk.router.here.screen == screen


def test_where_there_is_nothing_each_list_says_what_will_stand_there(fresh):
    finger = fresh(with_data=True)

    for name, names in EMPTY.items():
        if name in ("todo", "done", "rechecks"):
            go(finger, "rounds")
            finger.app.shell.screen.choose_tab(name)
            finger.settle()
        else:
            go(finger, name)
        assert (name, said(finger, names), finger.clipped()) == (name, [], [])


def test_what_is_not_on_this_tablet_leads_back_to_a_list_and_never_to_an_empty_screen(fresh):
    finger = fresh(with_data=True)
    led = {}

    for screen in [*STATES, "paper"]:
        if screen not in OPEN_ALWAYS:
            go(finger, screen, f"notice:{GONE}" if screen == "paper" else GONE)
            led[screen] = finger.app.desk.router.here.screen

    assert set(led.values()) <= {"rounds", "hazards"}, led
