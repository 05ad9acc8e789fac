"""What a screen is, and the desk: all that a screen may use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kivy.app import App
from kivy.clock import Clock, mainthread
from kivy.properties import NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile import actions
from mobile.actions import Tablet
from mobile.device.feel import Feel
from mobile.device.kit import Kit
from mobile.device.location import Locator
from mobile.device.power import Power
from mobile.device.recorder import Recorder
from mobile.device.reminder import Reminders
from mobile.device.scanner import Scanner
from mobile.device.share import Share
from mobile.device.text_entry import TextEntry
from mobile.screens.router import Router
from mobile.store.row import PhotoRow
from mobile.text import Texts, texts_for
from mobile.views.parts import Destination
from mobile.views.setting import Setting
from mobile.views.trouble import error_words, words_for
from mobile.widgets.theme import Theme
from shared.errors import DiskFullError, RoundsError, StoreError
from shared.ids import AssetId, PhotoId


class Errands(Protocol):
    """Runs what must not run on the UI thread; `done` is called there with the result or the exception."""

    def run(self, errand: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None: ...


class Camera(Protocol):
    """Takes one photo; `done` gets the file, or None when none was taken."""

    def take(self, photo: PhotoId, done: Callable[[Path | None], None]) -> None: ...


class ShellPort(Protocol):
    """What the shell does for a screen."""

    destinations: Sequence[Destination]

    def say(
        self,
        words: str,
        icon: str = "",
        action: str = "",
        undo: Callable[[], None] | None = None,
        act_icon: str = "undo-variant",
    ) -> None: ...
    def open_sheet(self, sheet: Widget) -> None: ...
    def close_sheet(self) -> None: ...
    def refresh(self) -> None: ...


@dataclass
class Desk:
    """All that a screen may use. `text_entry` is None where Kivy's own text field works (the desktop).

    What only the device can do is in `kit`, and at hand by its own name: `desk.scanner`, `desk.feel`.
    """

    tablet: Tablet
    router: Router
    shell: ShellPort
    errands: Errands
    camera: Camera
    text_entry: TextEntry | None = None
    version: str = ""
    free_bytes: Callable[[], int | None] = field(default=lambda: None)
    wake: Callable[[], None] = field(default=lambda: None)
    restyle: Callable[[], None] = field(default=lambda: None)
    kit: Kit = field(default_factory=Kit)

    @property
    def scanner(self) -> Scanner:
        return self.kit.scanner

    @property
    def feel(self) -> Feel:
        return self.kit.feel

    @property
    def locator(self) -> Locator:
        return self.kit.locator

    @property
    def share(self) -> Share:
        return self.kit.share

    @property
    def power(self) -> Power:
        return self.kit.power

    @property
    def reminders(self) -> Reminders:
        return self.kit.reminders

    @property
    def recorder(self) -> Recorder:
        return self.kit.recorder

    @property
    def texts(self) -> Texts:
        return texts_for(self.tablet.store.setting("language", "zh"))

    def setting(self) -> Setting:
        """Return what view functions want."""
        return Setting(self.tablet.store, self.tablet.clock, self.texts)

    def theme(self) -> Theme:
        """Return the tokens of the look at hand."""
        theme: Theme = App.get_running_app().theme
        return theme

    def trouble(self, error: BaseException) -> str:
        """Return the sentence for an error."""
        if not isinstance(error, RoundsError):
            return words_for("fault", self.texts)
        return error_words(error, self.texts)

    def do(self, act: Callable[[], Any]) -> bool:
        """Run an action; say what went wrong if a rule or the disk refuses it. True if it was done."""
        try:
            act()
        except RoundsError as error:
            self.shell.say(self.trouble(error), "alert-circle-outline")
            return False
        return True

    def remember(self, screen: str, record: str = "", item: str = "", per: AssetId | None = None) -> None:
        """Remember where the person is, for a restart."""
        self.do(lambda: actions.remember_position(self.tablet, screen, record, item, per))

    def take_photo(self, record: str, item: str = "", per: AssetId | None = None, role: str = "") -> None:
        """Open the camera for an item. The photo's row is stored before the camera opens."""
        try:
            photo = actions.begin_photo(self.tablet, record, item, per, role)
        except RoundsError as error:
            words = self.texts.err_photo_space if isinstance(error, DiskFullError) else self.trouble(error)
            self.shell.say(words, "alert-circle-outline")
        else:
            self.camera.take(photo, lambda path: self.keep_photo(photo, path))

    def keep_photo(self, photo: PhotoId, path: Path | None) -> None:
        """Store what the camera brought; called on any thread."""
        if path is None:
            self.errands.run(lambda: actions.drop_photo(self.tablet, photo), self._photo_kept)
        else:
            self.errands.run(lambda: actions.finish_photo(self.tablet, photo, path), self._photo_kept)

    def _photo_kept(self, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            words = self._photo_words(outcome)
            if words:
                self.shell.say(words, "alert-circle-outline")
            self.shell.refresh()

        show()

    def _photo_words(self, outcome: object) -> str:
        """Say what became of a photo, if it is not simply there."""
        if isinstance(outcome, DiskFullError):  # the camera's picture is kept: it is not to be taken again
            return self.texts.err_photo_waits
        if isinstance(outcome, StoreError):
            return self.trouble(outcome)
        if isinstance(outcome, BaseException):
            return self.texts.err_bad_photo
        return self.texts.photo_reused if isinstance(outcome, PhotoRow) and outcome.is_twin else ""


class Screen(BoxLayout):
    """A screen. `show` is called on each visit, `refresh` whenever the data may have changed."""

    desk: Desk = ObjectProperty(None)
    foot = NumericProperty(0)
    """How high the bar at its foot is: messages stay above it."""

    def show(self, record: str, item: str) -> None:
        """Come to the front for this record and item."""
        self.refresh()

    def refresh(self) -> None:
        """Ask for the View again and set it."""

    def back(self) -> bool:
        """Go one step back, for the key and for the bar alike; False if there is none, and Android may leave the app."""
        return self.desk.router.back()

    def leave(self) -> None:
        """Go to the back; save what is half typed."""

    def resume(self) -> None:
        """Begin again what `leave` ended: the app is in front again, with this screen."""

    def follow_width(self, fill: Callable[[], None]) -> None:
        """Fill the list anew when its width changes: what fits on a line decides how high a row is."""
        self.ids.rows.fbind("width", lambda *_: fill())

    def later(self, act: Callable[[], None]) -> None:
        """Run something in the next frame, when sizes are known."""
        Clock.schedule_once(lambda _: act(), 0)

    def after_frame(self, act: Callable[[], None]) -> None:
        """Run something once the next frame is drawn."""
        self.later(lambda: self.later(act))
