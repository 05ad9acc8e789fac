"""What the screens of a shift are made of: the line that says who is on duty, people to choose, lines of the check."""

from __future__ import annotations

from pathlib import Path

from kivy.core.image import Image as CoreImage
from kivy.graphics import Color, Ellipse, InstructionGroup
from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.gridlayout import GridLayout

from mobile.views.shift import FitnessView
from mobile.views.who import DutyView, PersonView
from mobile.widgets import kv
from mobile.widgets.chip import Chip
from mobile.widgets.paint import Panel, Pile, Touchable
from mobile.widgets.row import Card


class DutyBar(Panel):
    """Who holds the tablet and how the shift stands. Events: on_open (check or handover), on_switch (another person)."""

    __events__ = ("on_open", "on_switch")
    view: DutyView = ObjectProperty(DutyView(), rebind=True)

    def on_open(self) -> None: ...

    def on_switch(self) -> None: ...


class DutyTouch(Touchable):
    """The part of the line that leads to the check or the handover."""


class Face(Chip):
    """A person's photo, cut to a circle over the initials that stand there without one."""

    source = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        self._layer = InstructionGroup()
        super().__init__(**kwargs)
        self.canvas.after.add(self._layer)
        for name in ("source", "size", "pos"):
            self.fbind(name, self._show)

    @property
    def is_shown(self) -> bool:
        """Tell whether the photo is there to be seen."""
        return bool(self._layer.children)

    def _show(self, *_: object) -> None:
        self._layer.clear()
        picture = CoreImage(self.source, nocache=True).texture if self.source and Path(self.source).exists() else None
        if picture is None:
            return
        side = min(picture.width, picture.height)
        square = picture.get_region((picture.width - side) / 2, (picture.height - side) / 2, side, side)
        self._layer.add(Color(1, 1, 1, 1))
        self._layer.add(Ellipse(pos=self.pos, size=self.size, texture=square))


class PersonCard(Touchable):
    """One person to choose."""

    view: PersonView = ObjectProperty(PersonView(), rebind=True)


class PeopleGrid(GridLayout):
    """People to choose, big enough for gloves. Event: on_choose(person)."""

    __events__ = ("on_choose",)
    people = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("people", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.people):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.people):
            card = PersonCard()
            card.bind(on_release=lambda chosen: self.dispatch("on_choose", chosen.view.key))
            self.add_widget(card)
        for card, view in zip(reversed(self.children), self.people, strict=True):
            card.view = view

    def on_choose(self, person: str) -> None: ...


class FitnessCard(Card):
    """One line of the check before work, with what can be done about it. Event: on_act."""

    __events__ = ("on_act",)
    view: FitnessView = ObjectProperty(FitnessView(), rebind=True)

    def on_act(self) -> None: ...


class FitnessList(Pile):
    """The lines of the check. Event: on_act(act)."""

    __events__ = ("on_act",)
    rows = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("rows", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.rows):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.rows):
            card = FitnessCard()
            card.bind(on_act=lambda chosen: self.dispatch("on_act", chosen.view.act))
            self.add_widget(card)
        for card, view in zip(reversed(self.children), self.rows, strict=True):
            card.view = view

    def on_act(self, act: str) -> None: ...


kv.load(__file__)
