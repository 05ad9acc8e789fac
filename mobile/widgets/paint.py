"""Painted grounds: a filled, rounded, edged box that other widgets are made of."""

from __future__ import annotations

from kivy.input import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, VariableListProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from mobile.widgets import kv


class Painted(Widget):
    """A widget with a ground. `rim` is the width of its edge in pixels; 0 draws none."""

    fill = ColorProperty((0, 0, 0, 0))
    edge = ColorProperty((0, 0, 0, 0))
    rim = NumericProperty(0)
    corner = NumericProperty(0)


class Panel(Painted, BoxLayout):
    """A painted box layout: cards, bars, sheets."""


class Touchable(ButtonBehavior, Panel):
    """A painted box layout that can be tapped as a whole."""


class Pile(Layout):
    """Children under each other at full width, as high as they are; one without height leaves no gap."""

    spacing = NumericProperty(0)
    padding = VariableListProperty([0, 0, 0, 0])
    minimum_height = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("children", "pos", "size", "spacing", "padding"):
            self.fbind(name, self._trigger_layout)

    def do_layout(self, *_: object) -> None:
        left, above, right, below = self.padding
        shown = [child for child in reversed(self.children) if child.height > 0]
        self.minimum_height = (
            above + below + sum(child.height for child in shown) + self.spacing * max(0, len(shown) - 1)
        )
        top = self.top - above
        for child in reversed(self.children):
            child.width = max(0, self.width - left - right)
            child.pos = (self.x + left, top - child.height)
            if child.height > 0:
                top -= child.height + self.spacing


class Columns(Pile):
    """A pile in a high window; in a wide one its children stand side by side, equally wide, from the top down."""

    is_wide = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("is_wide", self._trigger_layout)

    def do_layout(self, *args: object) -> None:
        shown = [child for child in reversed(self.children) if child.height > 0]
        if not self.is_wide or len(shown) < 2:
            super().do_layout(*args)
            return
        left, above, right, below = self.padding
        self.minimum_height = above + below + max(child.height for child in shown)
        width = (self.width - left - right - self.spacing * (len(shown) - 1)) / len(shown)
        for index, child in enumerate(shown):
            child.width = max(0, width)
            child.pos = (self.x + left + index * (width + self.spacing), self.top - above - child.height)


class Folding(Widget):
    """A widget that is there or not. What is not shown is not drawn and takes no touch, nor do its children.

    (A disabled child would swallow the touches that are meant for what lies in its place.)
    """

    shown = BooleanProperty(True)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_down(touch))

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_up(touch))


class Part(Folding, Pile):
    """Some things under each other that take no room while they have nothing to say."""


class Line(Widget):
    """A hairline between two things."""


kv.load(__file__)
