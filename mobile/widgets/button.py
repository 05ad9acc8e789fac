"""Buttons: an icon and a word, at least 56 dp high, in six kinds."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, OptionProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior

from mobile.widgets import kv
from mobile.widgets.paint import Shaded
from mobile.widgets.words import Words


class PushButton(ButtonBehavior, Shaded, Words):
    """A button.

    kind: solid (the one thing to do), tonal, outline, plain; tone: the colour it speaks in.
    """

    kind = OptionProperty("outline", options=["solid", "tonal", "outline", "plain"])
    tone = StringProperty("info")
    box = OptionProperty("fill", options=["line", "hug", "wide", "fill"])
    selected = BooleanProperty(False)
    own_ink = ColorProperty((0, 0, 0, 0))


class SolidButton(PushButton):
    """The main thing to do on a screen."""


class IconButton(PushButton):
    """A round button that is only an icon; give it `hint`, the word that a test or a person reads."""

    hint = StringProperty("")


kv.load(__file__)
