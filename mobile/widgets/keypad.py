"""The number pad: keys of glove size, the figure above them, the limits and what was read before."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from mobile.views.parts import PadView
from mobile.widgets import kv
from mobile.widgets.button import PushButton

BACKSPACE = "backspace"
SIGN = "sign"
MAX_DIGITS = 9


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


class Key(PushButton):
    """One key."""

    key = StringProperty("")


class KeyGrid(GridLayout):
    """Twelve keys. Event: on_key(key). With `decimals` the lower left key is a point, with `signs` it is ±."""

    __events__ = ("on_key",)
    decimals = BooleanProperty(True)

    def on_key(self, key: str) -> None: ...


class Keypad(BoxLayout):
    """A figure and its keys. Events: on_figure(figure) with every key."""

    __events__ = ("on_figure",)
    figure = StringProperty("")
    view = ObjectProperty(PadView(), rebind=True)
    decimals = BooleanProperty(True)
    signs = BooleanProperty(True)

    def press(self, key: str) -> None:
        self.figure = press(self.figure, key, decimals=self.decimals)
        self.dispatch("on_figure", self.figure)

    def on_figure(self, *_: object) -> None: ...


kv.load(__file__)
