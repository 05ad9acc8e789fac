"""A card about something that went wrong or was refused: whom it is about, what happened, what is safe, what to do."""

from __future__ import annotations

from kivy.properties import ListProperty, ObjectProperty

from mobile.views.parts import TroubleView
from mobile.widgets import kv
from mobile.widgets.paint import Painted, Pile


class TroubleCard(Painted, Pile):
    """Shows one TroubleView."""

    view = ObjectProperty(TroubleView(), rebind=True)


class TroubleList(Pile):
    """Some of them under each other; what is shown already is kept, so that refreshing builds nothing anew."""

    views = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("views", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.views):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.views):
            self.add_widget(TroubleCard())
        for card, view in zip(reversed(self.children), self.views, strict=True):
            card.view = view


kv.load(__file__)
