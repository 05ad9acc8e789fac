"""The bar over a checklist: what is open, what failed, and a chip for each section, to jump there."""

from __future__ import annotations

from dataclasses import replace

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from mobile.views.parts import JumpView, OptionView, PastView
from mobile.widgets import kv
from mobile.widgets.chip import ChoiceChip
from mobile.widgets.paint import Panel, Touchable
from mobile.widgets.sheet import ChoosingSheet, Sheet


class JumpChip(ChoiceChip):
    """One place to jump to."""


class JumpBar(Panel):
    """Event: on_jump(where): ``open``, ``failed``, the key of a section, or ``sections`` for the list of them."""

    __events__ = ("on_jump",)
    view = ObjectProperty(JumpView(), rebind=True)
    is_narrow = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("view", self._fill)
        self.fbind("is_narrow", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        """Let the chips that are there say what is new: a tap changes two of them.

        A narrow bar has room for the section at hand only; it opens the list.
        """
        box = self.ids.get("sections")
        if box is None:
            return
        wanted = self.view.sections
        if self.is_narrow:
            wanted = tuple(replace(section, key="sections") for section in wanted if section.is_chosen)
        while len(box.children) > len(wanted):
            box.remove_widget(box.children[0])
        while len(box.children) < len(wanted):
            chip = JumpChip()
            chip.bind(on_release=lambda chosen: self.dispatch("on_jump", chosen.key))
            box.add_widget(chip)
        for chip, section in zip(reversed(box.children), wanted, strict=True):
            chip.key, chip.words, chip.icon, chip.tone = section.key, section.words, section.icon, section.tone
            if chip.selected != section.is_chosen:
                chip.selected = section.is_chosen
                if section.is_chosen:
                    Clock.schedule_once(lambda _, found=chip: self._bring(found), 0)

    def _bring(self, chip: JumpChip) -> None:
        scroll = self.ids.scroll
        if chip.parent is not None and scroll.viewport_size[0] > scroll.width:
            scroll.scroll_to(chip, padding=24, animate=False)

    def on_jump(self, where: str) -> None: ...


class Wording(Touchable):
    """One line of a list: what it says, and under it what it brings."""

    view = ObjectProperty(OptionView("", ""), rebind=True)


class WordingSheet(ChoosingSheet):
    """A long list of wordings or sections to choose from. Event: on_choose(key)."""

    empty = StringProperty("")

    def line_of(self, view: OptionView) -> Widget:
        return Wording(view=view)


class PastSheet(Sheet):
    """What was found the last time, with its photos. Event: on_photo(key)."""

    __events__ = ("on_photo",)
    view = ObjectProperty(PastView(), rebind=True)
    close_words = StringProperty("")

    def on_photo(self, key: str) -> None: ...


kv.load(__file__)
