"""What stands there when the app cannot open its data: why, what is safe, what to do; in both languages."""

from __future__ import annotations

from kivy.properties import ListProperty
from kivy.uix.anchorlayout import AnchorLayout

from mobile.widgets import kv


class StoppedScreen(AnchorLayout):
    """Two titles and two texts: Chinese first."""

    titles = ListProperty(["", ""])
    words = ListProperty(["", ""])


kv.load(__file__)
