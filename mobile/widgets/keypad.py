"""The number pad: keys of glove size, the figure above them, the limits and what was read before."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.views.enrol import ALPHABET
from mobile.views.parts import PadView, PlotView
from mobile.widgets import kv
from mobile.widgets.button import PushButton
from mobile.widgets.paint import Folding, Panel
from shared.shift import LONGEST

BACKSPACE = "backspace"
SIGN = "sign"
MAX_DIGITS = 9
CODE_COLUMNS = 6


def press(figure: str, key: str, *, decimals: bool = True) -> str:
    """Return what `figure` becomes when `key` is pressed: a digit, ".", SIGN or BACKSPACE."""
    if key == BACKSPACE:
        return figure[:-1] if figure not in ("-0", "-") else ""
    if key == SIGN:
        return figure[1:] if figure.startswith("-") else "-" + figure
    if key == ".":
        if not decimals or "." in figure:
            return figure
        return (figure if figure.strip("-") else figure + "0") + "."
    if sum(c.isdigit() for c in figure) >= MAX_DIGITS:
        return figure
    if figure.strip("-") == "0":
        return figure.replace("0", key)
    return figure + key


def pin_after(digits: str, key: str) -> str:
    """Return what a PIN's digits become when `key` is pressed: a digit or BACKSPACE."""
    if key == BACKSPACE:
        return digits[:-1]
    return digits + key if key.isdigit() and len(digits) < LONGEST else digits


class Key(PushButton):
    """One key."""

    key = StringProperty("")


class KeyGrid(GridLayout):
    """Twelve keys. Event: on_key(key). With `decimals` the lower left key is a point, with `signs` it is ±."""

    __events__ = ("on_key",)
    decimals = BooleanProperty(True)

    def on_key(self, key: str) -> None: ...


class CodeGrid(GridLayout):
    """The letters and digits of an enrolment code, and backspace. Event: on_key(key)."""

    __events__ = ("on_key",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"cols": CODE_COLUMNS, **kwargs})
        self.fbind("cols", self._fill)
        self._fill()

    def _fill(self, *_args: object) -> None:
        """Set the keys, with gaps before backspace so that it stands in the corner."""
        self.clear_widgets()
        for letter in ALPHABET:
            self._add(Key(words=letter, key=letter))
        for _ in range(-(len(ALPHABET) + 1) % self.cols):
            self.add_widget(Widget())
        self._add(Key(icon="backspace-outline", key=BACKSPACE, kind="tonal", tone="idle"))

    def _add(self, key: Key) -> None:
        key.bind(on_release=lambda pressed: self.dispatch("on_key", pressed.key))
        self.add_widget(key)

    def on_key(self, key: str) -> None: ...


class CodeCell(Panel):
    """One place of a code."""

    words = StringProperty("")
    is_next = BooleanProperty(False)


class CodeCells(BoxLayout):
    """The places of a code; the next one to fill is marked."""

    cells = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("cells", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) < len(self.cells):
            self.add_widget(CodeCell())
        following = next((i for i, cell in enumerate(self.cells) if not cell), -1)
        for index, (cell, words) in enumerate(zip(reversed(self.children), self.cells, strict=True)):
            cell.words, cell.is_next = words, index == following


class Keypad(BoxLayout):
    """A figure and its keys. Event: on_press, after every key. `has_room`: for the plot beside the figure."""

    __events__: tuple[str, ...] = ("on_press",)
    figure = StringProperty("")
    view = ObjectProperty(PadView(), rebind=True)
    decimals = BooleanProperty(True)
    signs = BooleanProperty(True)
    plot = ObjectProperty(PlotView(), rebind=True)
    has_room = BooleanProperty(True)

    def press(self, key: str) -> None:
        self.figure = press(self.figure, key, decimals=self.decimals)
        self.dispatch("on_press")

    def on_press(self) -> None: ...


class KeyDockSlot(Folding, BoxLayout):
    """The place of a KeyDock: takes no room and no touch while nothing is to be keyed in."""


class KeyDock(Keypad):
    """A keypad at the foot of a list: the figure, what was read before, the keys, and the way on. Events: on_next, on_undo.

    `steps` says how many taps can be taken back.
    """

    __events__ = ("on_next", "on_undo")
    title = StringProperty("")
    steps = StringProperty("")
    next_words = StringProperty("")

    def on_next(self) -> None: ...
    def on_undo(self) -> None: ...


kv.load(__file__)
