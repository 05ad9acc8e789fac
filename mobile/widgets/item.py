"""One item in full: the answer or the number pad, what is missing, photos, note, what was found before.

The same pane stands right of the list when the window is wide and fills the screen when it is high.
"""

from __future__ import annotations

from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.scrollview import ScrollView

from mobile.views.item import ItemView
from mobile.views.parts import FactView
from mobile.widgets import kv
from mobile.widgets.button import PushButton
from mobile.widgets.paint import Folding, Panel, Touchable
from mobile.widgets.row import Emit, ignore


class Field(Touchable):
    """A text that can be tapped to write it: its name above, the text or a hint in it."""

    name = StringProperty("")
    words = StringProperty("")
    hint = StringProperty("")
    icon = StringProperty("pencil-outline")
    tone = StringProperty("idle")


class Fact(BoxLayout):
    """A name and what is so, on one line or two."""

    view = ObjectProperty(FactView(), rebind=True)


class Facts(BoxLayout):
    """A list of facts."""

    facts = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("facts", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.facts):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.facts):
            self.add_widget(Fact())
        for row, view in zip(reversed(self.children), self.facts, strict=True):
            row.view = view


class BigAnswer(PushButton):
    """One of the answers in the pane."""

    key = StringProperty("")


class BigAnswers(GridLayout):
    """The answers of an item, as large as they get."""

    options = ListProperty()
    emit: Emit = ObjectProperty(ignore)
    key = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("options", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        while len(self.children) > len(self.options):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.options):
            button = BigAnswer()
            button.bind(on_release=lambda chosen: self.emit("answer", self.key, chosen.key))
            self.add_widget(button)
        for button, view in zip(reversed(self.children), self.options, strict=True):
            button.key, button.words, button.icon = view.key, view.words, view.icon
            button.tone, button.selected = view.tone, view.is_chosen


class AnswerGrid(BigAnswers):
    """Answers with long words, two by two. Event: on_choose(key)."""

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.emit = lambda _event, _key, chosen: self.dispatch("on_choose", chosen)

    def on_choose(self, key: str) -> None: ...


class ItemPane(ScrollView):
    """The pane. Emits what rows emit, and figure(key, figure), option(key, option), reason(key, words), next(key)."""

    view = ObjectProperty(ItemView(), rebind=True)
    emit: Emit = ObjectProperty(ignore)

    def on_view(self, _: object, view: ItemView) -> None:
        """Start at the top for another item; keep the figure being typed for the same one."""
        pad = self.ids.pad
        if view.key != getattr(self, "_shown", None):
            self._shown = view.key
            self.scroll_y = 1
            pad.figure = view.figure
        elif view.kind == "number" and not same_number(pad.figure, view.figure):
            pad.figure = view.figure


class PaneSlot(Folding, Panel):
    """The place of the pane beside the list."""


class PaneBar(Panel):
    """Under the pane: back to the item before, on to the next open one."""

    view = ObjectProperty(ItemView(), rebind=True)
    emit: Emit = ObjectProperty(ignore)


def same_number(typed: str, stored: str) -> bool:
    """Tell whether what is being typed ("26.", "26.0") is the number that is stored ("26")."""
    try:
        return float(typed) == float(stored)
    except ValueError:
        return typed in ("", "-") and stored == ""


kv.load(__file__)
