"""The root widget: navigation, the screen that is shown, and over it one sheet and one snackbar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.screens.router import ROOTS, Place
from mobile.screens.screen import Screen
from mobile.widgets import kv
from mobile.widgets.layout import lay_out
from mobile.widgets.sheet import HelpSheet, Sheet, Snackbar

SNACK_S = 5.0
READING_S = 0.12
"""What a character takes to be read: a long message stays longer."""


class Shell(FloatLayout):
    """Shows one screen at a time; builds each on its first visit and keeps it. Event: on_choose(destination)."""

    __events__ = ("on_choose",)
    is_wide = BooleanProperty(True)
    has_navigation = BooleanProperty(False)
    destinations = ListProperty()
    here = StringProperty("")
    rail_width = NumericProperty(0)
    snack_y = NumericProperty(0)
    foot = NumericProperty(0)

    def __init__(self, builders: Mapping[str, Callable[[], Screen]], **kwargs: object) -> None:
        self._builders = builders
        self._screens: dict[str, Screen] = {}
        self._sheet: Sheet | None = None
        self._snack: Snackbar | None = None
        self._undo: Callable[[], None] | None = None
        super().__init__(**kwargs)
        self._hide_snack = Clock.create_trigger(lambda _: self._drop_snack(), SNACK_S)

    @property
    def screen(self) -> Screen | None:
        """The screen that is shown."""
        children = self.ids.stage.children
        return children[0] if children else None

    def show(self, place: Place) -> None:
        """Bring a screen to the front."""
        self.close_sheet()
        screen = self._screens.get(place.screen)
        if screen is None:
            screen = self._screens[place.screen] = self._builders[place.screen]()
        is_other = self.screen is not screen
        if is_other:
            if self.screen is not None:
                self.screen.leave()
                self._drop_snack()
            self.ids.stage.clear_widgets()
            self.ids.stage.add_widget(screen)
        self.has_navigation = place.screen in ROOTS
        self.here = place.screen
        if is_other and self.parent is not None:
            lay_out(self)
        screen.show(place.record, place.item)

    def on_size(self, *_: object) -> None:
        """Lay everything out from the outside in when the window turns, too."""
        Clock.schedule_once(lambda _: lay_out(self), -1)

    def refresh(self) -> None:
        """Let the screen that is shown ask for its View again."""
        if self.screen is not None:
            self.screen.refresh()

    # ---------------------------------------------------------------- sheets
    def open_sheet(self, sheet: Widget) -> None:
        self.close_sheet()
        self._sheet = sheet
        sheet.bind(on_close=lambda *_: self.close_sheet())
        self.add_widget(sheet)

    def close_sheet(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            self.remove_widget(sheet)

    def leave(self) -> None:
        """Go to the back: let the screen and what lies over it save what is half done."""
        if self.screen is not None:
            self.screen.leave()
        if self._sheet is not None:
            self._sheet.leave()

    def in_front(self) -> Widget:
        """Return what lies on top: the open sheet, else the shell itself."""
        return self._sheet or self

    def open_help(self, title: str, words: str, close: str) -> None:
        """Show what the screen is for."""
        self.open_sheet(HelpSheet(title=title, words=words, close_words=close))

    def close_top(self) -> bool:
        """Close what lies over the screen; False when nothing does."""
        if self._sheet is None:
            return False
        self._sheet.dispatch("on_close")
        return True

    # ---------------------------------------------------------------- snackbar
    def say(
        self,
        words: str,
        icon: str = "",
        action: str = "",
        undo: Callable[[], None] | None = None,
        act_icon: str = "undo-variant",
    ) -> None:
        """Say what just happened, for a few seconds, with a way back, or on, if there is one."""
        if self._snack is None:
            self._snack = Snackbar()
            self._snack.bind(on_take_back=lambda *_: self._take_back())
            self.add_widget(self._snack)
            self._snack.opacity = 0
            Animation(opacity=1, d=0.12).start(self._snack)
        self._undo, self.foot = undo, self.screen.foot if self.screen is not None else 0
        self._snack.words, self._snack.icon, self._snack.action = words, icon, action if undo else ""
        self._snack.act_icon = act_icon
        self._hide_snack.cancel()
        self._hide_snack.timeout = max(SNACK_S, len(words) * READING_S)
        self._hide_snack()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self._drop_snack()
        if undo is not None:
            undo()

    def _drop_snack(self) -> None:
        snack, self._snack = self._snack, None
        if snack is not None:
            self.remove_widget(snack)

    def on_choose(self, destination: str) -> None: ...


kv.load(__file__)
