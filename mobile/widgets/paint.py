"""Painted grounds: a filled, rounded, edged box that other widgets are made of."""

from __future__ import annotations

from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
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


class Line(Widget):
    """A hairline between two things."""


kv.load(__file__)
