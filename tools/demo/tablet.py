"""The hand on the tablet: the real app, offscreen, touched as a person touches it. Environment first, then Kivy."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mobile.store.row import PhotoState
from shared.ids import RuleId

if TYPE_CHECKING:
    from mobile.app import RoundsApp
    from tools.tablet_driver import Driver

WINDOW = (1280, 800)
ENVIRONMENT = {
    "SDL_VIDEODRIVER": "offscreen",
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KIVY_CLIPBOARD": "sdl2",
    "KIVY_METRICS_DENSITY": "1",
    "KIVY_METRICS_FONTSCALE": "1",
    "KIVY_DPI": "160",
}
READINGS = {"lmr_04": "26.4", "lmr_05": "58", "lmr_12_motor": "46", "lmr_12_oil": "51", "lmr_21": "383"}
"""What the instruments show today."""
LONGEST_ROUND = 150
PATIENCE_S = 300.0


def prepare_window(surface: tuple[int, int] = WINDOW) -> None:
    """Set up a window without a screen; once, before the first import of Kivy. ``surface`` is its largest size."""
    os.environ.update(ENVIRONMENT)
    logging.disable(logging.CRITICAL)  # Kivy reports every input driver and clipboard that a machine lacks
    from kivy.config import Config

    width, height = surface
    for section, key, value in (
        ("graphics", "multisamples", "0"),
        ("graphics", "maxfps", "0"),
        ("graphics", "vsync", "0"),
        ("graphics", "width", str(width)),
        ("graphics", "height", str(height)),
        ("kivy", "exit_on_escape", "0"),
    ):
        Config.set(section, key, value)
    Config.remove_section("input")
    Config.add_section("input")
    from mobile.app import prepare

    prepare()
    logging.disable(logging.NOTSET)


class Hand:
    """A person with a tablet, as far as what moves the finger."""

    def __init__(self, finger: Driver) -> None:
        self.finger = finger
        self.app = cast("RoundsApp", finger.app)
        self.texts = self.app.texts
        self.store = self.app.parts.tablet.store

    @classmethod
    def take(cls, home: Path, camera: Path) -> Hand:
        """Start the app on the tablet whose data lie in ``home``; taking it again plays the app being started again."""
        from mobile.app import RoundsApp, assemble
        from tools.tablet_driver import Driver

        os.environ["ROUNDS_CAMERA"] = str(camera)
        return cls(Driver(RoundsApp(assemble(home)), WINDOW))

    def close(self) -> None:
        """Close the app."""
        self.finger.close()

    @property
    def screen(self) -> Any:
        """The screen that is shown."""
        return self.app.shell.screen

    def picture(self, target: Path) -> Path:
        """Keep what the screen shows."""
        return self.finger.screenshot(target)

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        """Let real time pass until a thread of the app has done something.

        Raises:
            RuntimeError: it was not done in five minutes.
        """
        until = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > until:
                raise RuntimeError(f"waited in vain for {what}; the screen says {self.finger.texts()}")
            time.sleep(0.02)
            self.finger.frame()
        self.finger.settle()

    def go(self, key: str) -> None:
        """Choose a place in the navigation; from a record that the app has opened at again, go back to it first."""
        while type(self.screen).__name__ not in {"RoundsScreen", "HazardsScreen", "SyncScreen", "SettingsScreen"}:
            self.finger.back()
        destination = next(one for one in self.app.shell.destinations if one.key == key)
        self.finger.tap(destination.words)

    def enrol(self, url: str, code: str) -> None:
        """Type the server's address and the code, and wait until today's rounds are there."""
        self.finger.tap(self.screen.view.address_hint if not self.screen.view.address else self.screen.view.address)
        self.fill(url)
        for letter in code:
            self.finger.tap(letter, root=self.finger.find("CodeGrid"))
        self.finger.tap(self.screen.view.button)
        self.wait_for(lambda: type(self.screen).__name__ == "RoundsScreen", "the enrolment")
        self.wait_for(lambda: self.store.rules() and self.store.sync_state().last_success_at, "the first sync")

    def sync(self) -> None:
        """Ask for a sync whenever none runs, and wait until all is on the server: one that runs may have begun too early."""
        self.go("sync")
        begun = self.app.parts.tablet.clock.read().wall

        def is_done() -> bool:
            if self.is_synced(since=begun):
                return True
            if self.finger.shows(self.texts.sync_now):
                self.finger.tap(self.texts.sync_now)
            return False

        self.wait_for(is_done, "the sync")

    def is_synced(self, since: datetime) -> bool:
        """Tell whether a sync has ended well since then and nothing waits."""
        state = self.store.sync_state()
        return state.last_success_at is not None and state.last_success_at >= since and state.is_all_sent

    def open_round(self, rule: RuleId) -> str:
        """Open the round that a rule asks for; return the record. Which of a place's rounds come first depends on the hour."""
        self.go("rounds")
        row = next(one for one in self.screen.view.rows if one.key.startswith(f"task:{rule}:"))
        self.reach(lambda: self.finger.shows(row.title))
        self.finger.tap(row.title)
        self.wait_for(lambda: type(self.screen).__name__ == "ChecklistScreen", "the checklist")
        return str(self.screen.entry.record)

    def reach(self, is_reached: Callable[[], bool]) -> None:
        """Scroll until something is in view."""
        for _ in range(20):
            if is_reached():
                return
            self.finger.swipe_up(x=WINDOW[0] * 0.3)

    def walk(self, failing: str, note: str, at_fail: Callable[[], None]) -> int:
        """Answer every open item: all well, readings by the pad, but one item fails. Return how many were answered."""
        answered = 0
        for _ in range(LONGEST_ROUND):
            if not self.screen.item.has_answer:
                self.answer_at_hand(failing, note, at_fail)
                answered += 1
            elif self.screen.view.next_key:
                self.press_bottom()
            else:
                return answered
        raise RuntimeError("the round does not end")

    def press_bottom(self) -> None:
        """Press the big button at the bottom, in reach of the thumb; the one beside it takes steps back."""
        bar = self.finger.find("BottomBar")
        self.finger.tap(next(one for one in self.finger.walk(bar) if getattr(one, "words", "") == bar.button))

    def answer_at_hand(self, failing: str, note: str, at_fail: Callable[[], None]) -> None:
        """Answer the item in the pane at the right."""
        from mobile.views.setting import split_key

        item, pane = self.screen.item, self.finger.find("ItemPane")
        name, _ = split_key(item.key)
        if item.kind == "answers" and name == failing:
            self.finger.tap(self.texts.result_fail, root=pane)
            self.photograph(self.texts.photo_button)
            self.write(self.texts.note_button, note)
            self.write(self.texts.action_button, self.texts.act_reported)
            at_fail()
        elif item.kind == "answers":
            self.finger.tap(self.texts.result_pass, root=pane)
        elif item.kind == "number":
            for digit in READINGS[name]:
                self.finger.tap(digit, root=self.finger.find("KeyGrid"))
        elif item.kind == "choice":
            wished = next((one for one in item.options if one.key in {"general", "no"}), item.options[0])
            self.finger.tap(wished.words, root=pane)
        elif item.kind == "date":
            self.finger.tap(self.texts.today, root=pane)
        else:
            raise RuntimeError(f"the story does not know how to answer {item.key} ({item.kind})")

    def photograph(self, button: str) -> None:
        """Take a photo by way of a button, and wait until it is kept."""
        before = self.photos_ready()
        self.finger.tap(button)
        self.stand_there()
        self.wait_for(lambda: self.photos_ready() > before, "the photo")

    def stand_there(self) -> None:
        """Go on to the camera, if the tablet shows first where the photo from before was taken."""
        self.finger.settle()
        if self.finger.all("GhostSheet"):
            self.finger.tap(self.texts.draw.shoot, nth=-1)

    def photos_ready(self) -> int:
        """Count the photos of the record at hand whose bytes are on disk."""
        where = self.store.position()
        photos = self.store.photos_of(where.record) if where is not None else ()
        return sum(photo.state is PhotoState.READY for photo in photos)

    def write(self, button: str, text: str) -> None:
        """Write a text by way of a button."""
        self.finger.tap(button)
        self.fill(text)

    def fill(self, text: str) -> None:
        """Type into the sheet that is open, and close it."""
        self.finger.tap(self.finger.find("TextField"))
        self.finger.type(text)
        self.finger.tap(self.texts.done)

    def sign(self) -> None:
        """Sign on every pad that is shown."""
        for pad in self.finger.all("SignaturePad"):
            x, y = pad.to_window(pad.x, pad.y)
            shape = (
                (0.2, 0.6),
                (0.3, 0.75),
                (0.35, 0.4),
                (0.45, 0.65),
                (0.55, 0.35),
                (0.62, 0.7),
                (0.75, 0.45),
                (0.82, 0.6),
            )
            self.finger.drag([(x + u * pad.width, y + v * pad.height) for u, v in shape], steps=5)

    def to_signing(self) -> None:
        """Go from the finished checklist to the signatures, say why the round is late if it is, and sign."""
        self.press_bottom()
        self.explain_lateness()
        self.sign()

    def explain_lateness(self) -> None:
        """Say why the round is late, if its last screen asks: the demo is also run in the evening and at night."""
        view = self.screen.view
        if view.late_title and not view.late_reason:
            self.write(view.late_hint, self.texts.late_busy)

    def submit_round(self) -> None:
        """Submit the round that is signed; it may have become late while it was being signed."""
        self.screen.refresh()
        self.finger.settle()
        self.explain_lateness()
        self.submit()

    def submit(self) -> None:
        """Submit what is shown."""
        self.finger.tap(self.screen.view.button)

    def open_recheck(self, description: str) -> None:
        """Find the hazard among those to be rechecked, look at it, and begin the recheck."""
        self.go("rounds")
        self.finger.tap(next(tab.words for tab in self.screen.view.tabs if tab.key == "rechecks"))
        row = next(one for one in self.screen.view.rows if description in one.title + one.detail)
        self.reach(lambda: self.finger.shows(row.title))
        self.finger.tap(row.title)
        again = self.texts.continue_recheck
        self.finger.tap(again if self.finger.shows(again) else self.texts.go_recheck)
        self.wait_for(lambda: type(self.screen).__name__ == "RecheckScreen", "the recheck")

    def record_pass(self, note: str) -> None:
        """Record that the hazard is put right: result, photo, note, signature."""
        self.finger.tap(self.texts.recheck_passed)
        self.reach(lambda: self.finger.shows(self.texts.take_photo))
        self.photograph(self.texts.take_photo)
        self.finger.swipe_up(x=WINDOW[0] * 0.3)
        self.write(self.screen.view.note_hint, note)
        self.sign()
