"""One item on its own screen, where the window is too narrow to show it beside the list."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty

from mobile.screens.entry import Entry
from mobile.screens.screen import Desk, Screen
from mobile.views import frame
from mobile.views.item import ItemView
from mobile.views.parts import ChipView
from mobile.views.setting import split_key
from mobile.widgets import kv
from shared.ids import InspectionId


class ItemScreen(Screen):
    """Shows one ItemView. Turned to landscape it gives way to the checklist, which then shows the item beside it."""

    view: ItemView = ObjectProperty(ItemView(), rebind=True)
    chip = ObjectProperty(ChipView(), rebind=True)
    is_wide = BooleanProperty(False)
    can_undo = BooleanProperty(False)

    def __init__(self, desk: Desk, **kwargs: object) -> None:
        self.entry = Entry(desk, self._changed, self._moved, taken_back=self._taken_back)
        self._key = ""
        super().__init__(desk=desk, **kwargs)
        self.fbind("is_wide", lambda *_: self.later(self._give_way))

    def _give_way(self) -> None:
        if self.is_wide and self.desk.router.here.screen == "item":
            self.desk.router.back()
            self.desk.router.replace("checklist", self.entry.record, self._key)

    def show(self, record: str, item: str) -> None:
        self.entry.record, self._key = InspectionId(record), item
        name, per = split_key(item)
        self.desk.remember("item", record, name, per)
        self.refresh()
        if self.is_wide:
            self.later(self._give_way)

    def refresh(self) -> None:
        if not self.entry.record:
            return
        if self.entry.read(anew=True) is None:
            self.desk.router.go("rounds")
            return
        self._present()

    def _present(self) -> None:
        """Show the item as the record was last read."""
        setting = self.desk.setting()
        self.view = self.entry.view(self._key)
        self.can_undo = bool(setting.source.taps(self.entry.record, 1))
        self.chip = frame.record_chip(setting.source.sync_state(), setting.texts)

    def _changed(self, key: str) -> None:
        """Show what a tap has changed; an answer that is whole with it leads on to the next open item."""
        if self.entry.read() is None:
            self.refresh()
            return
        self._present()
        if key and self.entry.goes_on(key) and self.view.next_key:
            self._moved(self.view.next_key)

    def _taken_back(self, key: str) -> None:
        if key and key != self._key:
            self._moved(key)
        else:
            self._present()

    def _moved(self, key: str) -> None:
        self.desk.router.replace("item", self.entry.record, key)

    def back_to_list(self) -> None:
        self.desk.router.back()


kv.load(__file__)
