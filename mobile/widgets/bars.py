"""The bars round a screen: the top bar, the navigation (rail or bottom bar), the bottom action bar, banners."""

from __future__ import annotations

import math

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stacklayout import StackLayout

from mobile.views.parts import ChipView, Destination
from mobile.widgets import kv
from mobile.widgets.button import PushButton
from mobile.widgets.chip import Chip
from mobile.widgets.linebreak import widest_piece
from mobile.widgets.paint import Folding, Panel, Reaching, Touchable
from mobile.widgets.words import TAIL_SHARE, Words, advance, wrap


class HelpTitle(ButtonBehavior, Reaching, BoxLayout):
    """The title of a screen; tapping it says what the screen is for."""


class BarTitle(Words):
    """The words of a title. In a narrow bar they get smaller, down to `least_share`, before a word is torn or left out.

    Where that is not enough, the sign behind them makes room: the words themselves can be tapped as well.
    """

    def _tail(self) -> str:
        room = self.width - self.padding[0] - self.padding[2] - self.font_size * TAIL_SHARE
        is_crowded = self.wraps and room > 0 and not self._has_room(self.words, room, self.font_size * self.least_share)
        return "" if is_crowded else super()._tail()

    def _wrapped_size(self, words: str, room: float) -> float:
        size, least = float(self.font_size), self.font_size * self.least_share
        while size - 1 >= least and room > size and not self._has_room(words, room, size):
            size = float(math.ceil(size) - 1)
        return size

    def _has_room(self, words: str, room: float, size: float) -> bool:
        if widest_piece(words, lambda piece: advance(piece, size, self.font_name, self.bold)) > room:
            return False
        return len(wrap(words, room, size, self.font_name, self.bold)) <= (self.max_lines_shown or math.inf)


class TopBar(Panel):
    """Where you are, and whether everything is safe.

    Events: on_back, on_sync (the state of sync was tapped), on_menu. `is_brief`: the title has room beside the chip's icon
    only, not beside its words.
    """

    __events__ = ("on_back", "on_sync", "on_menu")
    title = StringProperty("")
    subtitle = StringProperty("")
    has_back = BooleanProperty(False)
    chip = ObjectProperty(ChipView(), rebind=True)
    menu_icon = StringProperty("")
    menu_words = StringProperty("")
    is_tight = BooleanProperty(False)
    is_brief = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("title", "chip", "menu_words", "menu_icon", "has_back", "width"):
            self.fbind(name, self._fit)
        self._fit()

    def _fit(self, *_: object) -> None:
        theme = App.get_running_app().theme
        title = advance(self.title, theme.title, bold=True) + theme.title * TAIL_SHARE
        chip = advance(self.chip.words, theme.small, "Medium") + theme.small * 2 + theme.s4 * 2
        menu = advance(self.menu_words, theme.body, "Medium") + theme.body * 2 + theme.s3 * 2
        beside = (theme.touch if self.has_back else 0) + (
            menu if self.menu_words else theme.touch if self.menu_icon else 0
        )
        self.is_brief = title + chip + beside + theme.s6 * 2 > self.width

    def on_back(self) -> None: ...
    def on_sync(self) -> None: ...
    def on_menu(self) -> None: ...


class NavItem(ButtonBehavior, BoxLayout):
    """One destination: icon in a pill, the word under it."""

    view = ObjectProperty(Destination("", "", "circle-outline"), rebind=True)
    is_here = BooleanProperty(False)


class Navigation(Folding, Panel):
    """A rail at the left when the window is wide, a bar at the bottom when it is high. Event: on_choose(key).

    The one that is not shown is empty until it first is.
    """

    __events__ = ("on_choose",)
    destinations = ListProperty()
    here = StringProperty("")
    is_rail = BooleanProperty(True)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        fill = Clock.create_trigger(self._fill, -1)  # once the window's shape is known: a start shows one of the two
        for name in ("destinations", "shown"):
            self.fbind(name, fill)
        self.fbind("here", self._mark)

    def _fill(self, *_: object) -> None:
        if not self.shown:
            return
        if len(self.children) != len(self.destinations) + 1:
            self.clear_widgets()
            for _ in self.destinations:
                item = NavItem()
                item.bind(on_release=lambda chosen: self.dispatch("on_choose", chosen.view.key))
                self.add_widget(item)
            self.add_widget(NavSpace())
        for item, view in zip(reversed(self.children[1:]), self.destinations, strict=True):
            item.view = view
        self._mark()

    def _mark(self, *_: object) -> None:
        for item in self.children:
            if isinstance(item, NavItem):
                item.is_here = item.view.key == self.here

    def on_choose(self, key: str) -> None: ...


class NavSpace(BoxLayout):
    """Takes what room the destinations leave in a rail; nothing in a bar."""


class TabButton(PushButton):
    """One tab."""

    key = StringProperty("")


class TabBar(Panel):
    """A few views of the same thing side by side; one is chosen. Event: on_choose(key).

    Where `may_stack`, they stand under each other when their words have no room side by side.
    """

    __events__ = ("on_choose",)
    options = ListProperty()
    may_stack = BooleanProperty(False)
    is_stacked = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("options", self._fill)
        self._fill()
        for name in ("options", "width", "may_stack"):
            self.fbind(name, self._fit)

    def _fit(self, *_: object) -> None:
        if not self.may_stack or not self.options:
            return
        size = App.get_running_app().theme.body
        longest = max(advance(view.words, size, "Medium") + (size * 2 if view.icon else 0) for view in self.options)
        self.is_stacked = longest + size > self.width / len(self.options)

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.options):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.options):
            button = TabButton()
            button.bind(on_release=lambda chosen: self.dispatch("on_choose", chosen.key))
            self.add_widget(button)
        for button, view in zip(reversed(self.children), self.options, strict=True):
            button.key, button.words, button.icon, button.selected = view.key, view.words, view.icon, view.is_chosen

    def on_choose(self, key: str) -> None: ...


class CountBar(StackLayout):
    """Counts as chips, side by side."""

    counts = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("counts", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.counts):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.counts):
            self.add_widget(Chip())
        for chip, view in zip(reversed(self.children), self.counts, strict=True):
            chip.words, chip.icon, chip.tone = view.words, view.icon, view.tone


class ShareBar(Panel):
    """How much of something is done, 0..1, drawn; the numbers stand beside it in words."""

    share = NumericProperty(0.0)
    tone = StringProperty("info")


class Banner(Touchable):
    """A line over the whole width about the state of things (offline, clock, disk). Tapping it leads to more."""

    words = StringProperty("")
    icon = StringProperty("information-outline")
    tone = StringProperty("info")
    action = StringProperty("")


class BottomBar(Folding, Panel):
    """What is left, and the one thing to do next, in reach of the thumb. Events: on_next, on_undo.

    `steps` says how many steps can be taken back; empty: there is no way back.
    """

    __events__ = ("on_next", "on_undo")
    steps = StringProperty("")
    words = StringProperty("")
    detail = StringProperty("")
    detail_tone = StringProperty("idle")
    share = NumericProperty(0.0)
    tone = StringProperty("info")
    button = StringProperty("")
    button_icon = StringProperty("")
    button_tone = StringProperty("info")

    def on_next(self) -> None: ...
    def on_undo(self) -> None: ...


class FootBar(Panel):
    """One thing to do at the foot of a screen; takes no room when there is none. Event: on_act."""

    __events__ = ("on_act",)
    words = StringProperty("")
    button = StringProperty("")
    icon = StringProperty("")
    tone = StringProperty("info")
    is_tight = BooleanProperty(False)

    def on_act(self) -> None: ...


class EmptyState(BoxLayout):
    """What to say when there is nothing to show: a picture, a sentence, what to do."""

    icon = StringProperty("check-circle-outline")
    words = StringProperty("")
    detail = StringProperty("")
    tone = StringProperty("ok")


kv.load(__file__)
