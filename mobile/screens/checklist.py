"""The checklist of one record: one tap an item, the next open item always in reach.

Wide: the list at the left, the item at hand at the right. High: the list alone; an item opens on its own screen.
"""

from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.properties import BooleanProperty, ObjectProperty

from mobile.screens.entry import Entry
from mobile.screens.screen import Desk, Screen
from mobile.views import frame
from mobile.views.checklist import AnyRow, ChecklistView, checklist_view_of, next_open
from mobile.views.item import ItemView
from mobile.views.parts import CheckView, ChipView, NeedsView, WordView
from mobile.views.setting import split_key
from mobile.widgets import kv
from mobile.widgets.row import CheckGeometry, needs_height, section_height, word_height
from shared.ids import InspectionId
from shared.model.inspection import Result

SHARE_ABOVE = 0.3
"""Where the next open item comes to stand: this share of the list's height under its top."""


class ChecklistScreen(Screen):
    """Shows one ChecklistView and, when wide, the ItemView of the item at hand."""

    view: ChecklistView = ObjectProperty(ChecklistView(), rebind=True)
    item: ItemView = ObjectProperty(ItemView(), rebind=True)
    chip = ObjectProperty(ChipView(), rebind=True)
    is_wide = BooleanProperty(True)

    def __init__(self, desk: Desk, **kwargs: object) -> None:
        self.entry = Entry(desk, self._changed, self._moved)
        self._here = ""
        super().__init__(desk=desk, **kwargs)
        self.ids.rows.fbind("width", lambda *_: self._fill(anew=True))
        self.fbind("is_wide", lambda *_: self.refresh())

    # ---------------------------------------------------------------- coming and going
    def show(self, record: str, item: str) -> None:
        is_new = record != self.entry.record
        self.entry.record = InspectionId(record)
        self._here = item or ("" if is_new else self._here)
        self.refresh()
        if not self._here:
            self._move(self.view.next_key or self._first_key())
        elif is_new or item:
            self._move(self._here)

    def refresh(self) -> None:
        if not self.entry.record:
            return
        if self.entry.read() is None:
            self.desk.router.go("rounds")
        else:
            self._present()

    def _present(self) -> None:
        """Show the record as it was last read."""
        state, setting = self.entry.state, self.desk.setting()
        if state is None:
            return
        self.view = checklist_view_of(setting, state, self._here)
        self.chip = frame.record_chip(setting.source.sync_state(), setting.texts)
        if self.is_wide and self._here:
            self.item = self.entry.view(self._here)
        self._fill()

    def _first_key(self) -> str:
        return next((row.key for row in self.view.rows if isinstance(row, CheckView)), "")

    # ---------------------------------------------------------------- the list
    def _fill(self, *, anew: bool = False) -> None:
        """Show the rows: change only those that differ, unless rows came, went or changed their height."""
        rows, theme = self.ids.rows, self.desk.theme()
        geometry = CheckGeometry(theme, rows.width)
        data = [self._datum(row, geometry) for row in self.view.rows]
        shape = [(datum["row"], datum["size"]) for datum in data]
        if anew or shape != [(datum["row"], datum["size"]) for datum in rows.data]:
            rows.show(data)
            return
        for index, datum in enumerate(data):
            if datum["view"] != rows.data[index]["view"]:
                rows.put(index, {"view": datum["view"]})

    def _datum(self, row: AnyRow, geometry: CheckGeometry) -> dict[str, Any]:
        emit = self.entry.emit
        if isinstance(row, CheckView):
            size = (0, geometry.height(row))
            return {"row": "CheckRow", "view": row, "geometry": geometry, "emit": emit, "size": size}
        if isinstance(row, NeedsView):
            return {"row": "NeedsRow", "view": row, "emit": emit, "size": (0, needs_height(geometry.theme))}
        if isinstance(row, WordView):
            height = word_height(geometry.theme, row, self.ids.rows.width)
            return {"row": "WordRow", "view": row, "emit": emit, "size": (0, height)}
        return {"row": "SectionRow", "view": row, "emit": emit, "size": (0, section_height(geometry.theme))}

    def _index(self, key: str) -> int | None:
        rows = self.view.rows
        return next((i for i, row in enumerate(rows) if isinstance(row, CheckView) and row.key == key), None)

    def _bring(self, key: str) -> None:
        """Scroll so that an item stands where the thumb is; not at all when it and what follows are in view."""
        index, rows = self._index(key), self.ids.rows
        if index is None:
            return
        top = rows.offset_of(index) - rows.offset
        bottom = top + rows.data[index]["size"][1]
        following = index + 1
        if following < len(self.view.rows) and isinstance(self.view.rows[following], NeedsView):
            bottom += rows.data[following]["size"][1]
        if top >= 0 and bottom <= rows.height * 0.8:
            return
        Animation.cancel_all(rows, "scroll_y")
        Animation(scroll_y=rows.place_for(index, SHARE_ABOVE), d=0.18, t="out_quad").start(rows)

    # ---------------------------------------------------------------- taps
    def _changed(self, key: str) -> None:
        """Show what a tap has changed; after an answer that is complete, go on to the next open item."""
        state = self.entry.read()
        if state is None or not key:
            self._present()
            return
        answer = state.answers.get(split_key(key))
        passed = answer is not None and answer.result is Result.PASS
        following = next_open(state, key) if passed else ""
        self._move(following or key)

    def _moved(self, key: str) -> None:
        if self.is_wide:
            self._move(key)
        else:
            self.desk.router.go("item", self.entry.record, key)

    def _move(self, key: str) -> None:
        """Make an item the one at hand, and remember it."""
        self._here = key
        item, per = split_key(key)
        self.desk.remember("checklist", self.entry.record, item, per)
        self.desk.router.note(key)
        self._present()
        self.later(lambda: self._bring(key))

    def go_on(self) -> None:
        """Jump to the next open item, or to signing when there is none."""
        if not self.view.next_key:
            self.desk.router.go("finish", self.entry.record)
        elif self.view.next_key == self._here:
            self._bring(self._here)
        else:
            self._move(self.view.next_key)

    def to_finish(self) -> None:
        self.desk.router.go("finish", self.entry.record)


kv.load(__file__)
