"""Ten thousand taps, swipes, keys and turns at random, from fixed seeds: nothing raises, and what is stored stays whole."""

from __future__ import annotations

import itertools
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from kivy.core.window import Window
from kivy.uix.behaviors import ButtonBehavior

from mobile.device.scanner import ScriptedScanner
from mobile.views.judged import judge
from mobile.widgets.sheet import TextField
from mobile.widgets.signature import SignaturePad
from tests.ui.tablet.estate import MORNING, a_tablet
from tests.ui.tablet.gallery import with_pins
from tools.tablet_driver import Fingertip

EVENTS = 2_500
"""A seed's share of ten thousand: each time that a finger goes down, moves or is lifted, each key, each turn is one."""
STEPS = 4
SIZES = ((1280, 800), (800, 1280), (360, 740), (960, 600))
TAGS = ("LS-01-JF", "WX-77", None, "LS-B1-BF", "LS-03-LT")
WORDS = ("机房", "abc", "12.5", "，", "😀", " ", "龘", "A" * 40)


class Monkey:
    """Does something at random, mostly where something can be touched; never waits for anything to come to rest."""

    def __init__(self, finger, seed):
        self.finger, self.chance = finger, random.Random(seed)
        self.done: list[str] = []
        self.events = 0

    def act(self):
        name, act = self.chance.choices(
            [("touch", self.touch), ("poke", self.poke), ("swipe", self.swipe), ("back", self.back),
             ("type", self.type), ("turn", self.turn), ("scribble", self.scribble), ("wait", self.wait)],
            weights=[48, 8, 14, 5, 6, 1, 12, 6],
        )[0]  # fmt: skip
        self.done.append(name)
        act()

    def touch(self):
        """Touch the middle of something that can be touched."""
        there = [w for w in self.finger.walk() if isinstance(w, ButtonBehavior) and w.height and not w.disabled]
        for widget in self.chance.sample(there, min(8, len(there))):
            if self.finger.on_screen(widget):
                self.tap_at(*widget.to_window(*widget.center))
                return

    def poke(self):
        self.tap_at(self.chance.uniform(0, Window.width - 1), self.chance.uniform(0, Window.height - 1))

    def tap_at(self, x, y):
        touch = Fingertip(min(max(x, 0), Window.width - 1), min(max(y, 0), Window.height - 1))
        touch.touch_down()
        touch.touch_up()
        self.finger.frame()
        self.events += 2

    def swipe(self):
        x = self.chance.uniform(0, Window.width - 1)
        ys = [self.chance.uniform(0, Window.height - 1) for _ in range(2)]
        self.drag([(x, ys[0]), (x, ys[1])])

    def scribble(self):
        """Draw on a signature pad or a photo, if there is one."""
        pads = [w for w in self.finger.walk() if isinstance(w, SignaturePad) or type(w).__name__ == "MarkPad"]
        if pads:
            (x, y), (width, height) = pads[0].to_window(*pads[0].pos), pads[0].size
            self.drag([(x + width * self.chance.random(), y + height * self.chance.random()) for _ in range(3)])

    def drag(self, points):
        inside = [(min(max(x, 0), Window.width - 1), min(max(y, 0), Window.height - 1)) for x, y in points]
        touch = Fingertip(*inside[0])
        touch.touch_down()
        for (x0, y0), (x1, y1) in itertools.pairwise(inside):
            for step in range(1, STEPS + 1):
                touch.touch_move(x0 + (x1 - x0) * step / STEPS, y0 + (y1 - y0) * step / STEPS)
            self.finger.frame()
        touch.touch_up()
        self.finger.frame()
        self.events += 2 + STEPS * (len(inside) - 1)

    def back(self):
        Window.dispatch("on_keyboard", 27, 1, None, [])
        self.finger.frame()
        self.events += 1

    def type(self):
        fields = [w for w in self.finger.walk() if isinstance(w, TextField)]
        if fields:
            self.chance.choice(fields).focus = True
            Window.dispatch("on_textinput", self.chance.choice(WORDS))
        else:
            key = self.chance.choice((9, 13, 32, 273, 274, 275, 276, ord("7")))
            Window.dispatch("on_keyboard", key, 0, chr(key) if key < 256 else None, [])
        self.finger.frame()
        self.events += 1

    def turn(self):
        self.finger.rotate(self.chance.choice(SIZES), settle=False)
        self.finger.frame()
        self.events += 1

    def wait(self):
        for _ in range(self.chance.randrange(1, 20)):
            self.finger.frame()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_nothing_a_person_can_touch_raises(open_app, stocked, tmp_path, seed):
    if seed % 2:  # a shared tablet in the middle of a shift; the other seeds begin with a fresh one
        shutil.copytree(stocked[0], tmp_path, dirs_exist_ok=True)
    parts = a_tablet(tmp_path, MORNING + timedelta(minutes=seed))  # ids follow from the time: others than the stock's
    parts.kit.scanner = ScriptedScanner(TAGS)
    if seed % 2:
        with_pins(parts.tablet)
    finger = open_app(SIZES[seed % 2], parts=parts)
    monkey = Monkey(finger, seed)

    while monkey.events < EVENTS:
        try:
            monkey.act()
        except Exception as error:
            here = finger.app.desk.router.here
            raise AssertionError(f"event {monkey.events} of seed {seed} ({monkey.done[-1]}) on {here}") from error
        if finger.app.desk.router.here.screen == "enrol":
            raise AssertionError("the tablet forgot who it is")

    finger.settle()
    setting, store = finger.app.desk.setting(), finger.app.parts.tablet.store
    assert all(judge(setting, head.id) is not None for head in store.drafts())
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again = open_app()
    assert again.texts()
