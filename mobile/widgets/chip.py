"""Chips: a state in a pill, with an icon and a word; and chips that can be tapped."""

from __future__ import annotations

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior

from mobile.widgets import kv
from mobile.widgets.paint import Painted, Shaded
from mobile.widgets.words import Words


class Chip(Painted, Words):
    """A state to read. `tone` is one of the five of theme.Tone."""

    tone = StringProperty("idle")


class ChoiceChip(ButtonBehavior, Shaded, Words):
    """A chip to tap: a phrase, a filter, a choice."""

    tone = StringProperty("info")
    selected = BooleanProperty(False)
    key = StringProperty("")
    breaks = BooleanProperty(True)
    """Whether one that is wider than its parent breaks over lines; not where the parent scrolls sideways."""


class TapChip(ButtonBehavior, Shaded, Chip):
    """A state that leads somewhere when tapped."""


kv.load(__file__)
