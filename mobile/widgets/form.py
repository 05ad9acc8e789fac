"""A form's cards, made from views: what is the same in the next view stays the same widget."""

from __future__ import annotations

from kivy.properties import ListProperty, ObjectProperty

from mobile.views.form import Card as CardOfParts
from mobile.views.form import PartView
from mobile.widgets import kv
from mobile.widgets.paint import Folding, Pile
from mobile.widgets.row import Card, Emit, ignore


class FormPart(Folding, Pile):
    """One part of a form. Emits field(key), option(key, choice), photo(key), show(key, photo)."""

    view: PartView = ObjectProperty(PartView("text"), rebind=True)
    emit: Emit = ObjectProperty(ignore)


class TextPart(FormPart):
    """Words to read."""


class FieldPart(FormPart):
    """Something to open."""


class OptionsPart(FormPart):
    """Chips to choose from."""


class PhotosPart(FormPart):
    """Photos, and a way to take another."""


class SeenPart(FormPart):
    """Photos of before, only to look at."""


class FactsPart(FormPart):
    """Names and what is so."""


KINDS: dict[str, type[FormPart]] = {
    "text": TextPart,
    "field": FieldPart,
    "options": OptionsPart,
    "photos": PhotosPart,
    "seen": SeenPart,
    "facts": FactsPart,
}


class FormBody(Pile):
    """All cards of a form."""

    cards = ListProperty()
    emit: Emit = ObjectProperty(ignore)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._shape: list[list[tuple[str, str]]] = []
        self.fbind("cards", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        shape = [[(part.kind, part.key) for part in card] for card in self.cards]
        if shape != self._shape:
            self._shape = shape
            self.clear_widgets()
            for card in self.cards:
                self.add_widget(self._card(card))
        for box, card in zip(reversed(self.children), self.cards, strict=True):
            for widget, view in zip(reversed(box.children), card, strict=True):
                widget.view = view

    def _card(self, parts: CardOfParts) -> Card:
        box = Card()
        for view in parts:
            box.add_widget(KINDS[view.kind](view=view, emit=self._tell))
        return box

    def _tell(self, *told: object) -> None:
        self.emit(*told)


kv.load(__file__)
