"""The checklist of one record: one tap an item, the next open item always in reach.

Wide: the list at the left, the item at hand at the right. High: the list alone; an item opens on its own screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.animation import Animation
from kivy.properties import BooleanProperty, ObjectProperty

from mobile.screens.entry import Entry
from mobile.screens.screen import Desk, Screen
from mobile.views import frame
from mobile.views.checklist import AnyRow, ChecklistView, check_view, checklist_view_of, jump_to, next_open
from mobile.views.item import ItemView
from mobile.views.parts import CheckView, ChipView, NeedsView, OptionView, ReasonView, WordView
from mobile.views.plot import MEASURED
from mobile.views.setting import split_key
from mobile.widgets import kv
from mobile.widgets.item import same_number
from mobile.widgets.jump import WordingSheet
from mobile.widgets.row import (
    CheckGeometry,
    fitting,
    needs_columns,
    needs_height,
    reason_height,
    section_height,
    word_height,
)
from mobile.widgets.theme import Theme
from shared.ids import InspectionId

ICON_ROOM = "　 "
"""What stands for the icon of a chip when its width is reckoned."""
IN_PLACE, BESIDE = "CheckRow", "ValueRow"
"""Rows of items: answered where they stand, or beside the list."""
LEAST_FOR_DOCK = 9
"""So many times the height of an answer the screen must be high for a keypad at the foot of the list."""
SHARE_ABOVE = 0.3
"""Where the next open item comes to stand: this share of the list's height under its top."""


class ChecklistScreen(Screen):
    """Shows one ChecklistView and, when wide, the ItemView of the item at hand."""

    view: ChecklistView = ObjectProperty(ChecklistView(), rebind=True)
    item: ItemView = ObjectProperty(ItemView(), rebind=True)
    chip = ObjectProperty(ChipView(), rebind=True)
    is_wide = BooleanProperty(True)
    is_docked = BooleanProperty(False)

    def __init__(self, desk: Desk, **kwargs: object) -> None:
        self.entry = Entry(desk, self._changed, self._moved, filled=self._filled, taken_back=self._taken_back)
        self._here = ""
        self._answered = ""
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
        self._answered = ""
        if not self.entry.record:
            return
        if self.entry.read(anew=True) is None:
            self.desk.router.go("rounds")
        else:
            self._present()

    def _present(self) -> None:
        """Show the record as it was last read."""
        self._present_list()
        self._present_item()

    def _present_list(self) -> None:
        state, setting = self.entry.state, self.desk.setting()
        if state is None:
            return
        self.view = checklist_view_of(setting, state, self._here)
        self.chip = frame.record_chip(setting.source.sync_state(), setting.texts)
        self.is_docked = bool(self._here) and self._docks(self._here)
        self._fill()

    def _present_item(self) -> None:
        if self.entry.state is not None and (self.is_wide or self.is_docked) and self._here:
            self._show_item(self.entry.view(self._here))

    def _docks(self, key: str) -> bool:
        """Tell whether an item is a reading whose keypad stands at the foot of the list, where there is room for one."""
        row = None if self.is_wide else self.entry.row(key)
        return row is not None and row.item.kind in MEASURED and self.height > self.desk.theme().answer * LEAST_FOR_DOCK

    def _show_item(self, view: ItemView) -> None:
        """Show the item at hand in the pane or on the keypad; the figure that is being typed stays."""
        dock = self.ids.dock
        if view.key != self.item.key or not same_number(dock.figure, view.figure):
            dock.figure = view.figure
        self.item = view

    def _first_key(self) -> str:
        return next((row.key for row in self.view.rows if isinstance(row, CheckView)), "")

    # ---------------------------------------------------------------- the list
    def _fill(self, *, anew: bool = False) -> None:
        """Show the rows: change only those that differ, unless rows came, went or changed their height."""
        rows, theme = self.ids.rows, self.desk.theme()
        geometry = CheckGeometry(theme, rows.width, has_past=not self.is_wide)
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
            kind = IN_PLACE if row.kind == "answers" else BESIDE
            return {"row": kind, "view": row, "geometry": geometry, "emit": emit, "size": size}
        if isinstance(row, NeedsView):
            return self._needs(row, geometry.theme)
        if isinstance(row, ReasonView):
            *ready, other = row.reasons
            chips = fitting(tuple(ready), geometry.theme, self.ids.rows.width, other.words + ICON_ROOM)
            shown = replace(row, reasons=(*chips, other))
            return {"row": "ReasonRow", "view": shown, "emit": emit, "size": (0, reason_height(geometry.theme))}
        if isinstance(row, WordView):
            height = word_height(geometry.theme, row, self.ids.rows.width)
            return {"row": "WordRow", "view": row, "emit": emit, "size": (0, height)}
        return {"row": "SectionRow", "view": row, "emit": emit, "size": (0, section_height(geometry.theme))}

    def _needs(self, row: NeedsView, theme: Theme) -> dict[str, Any]:
        """Give the chips of a fail that have room, and before them the way to all wordings."""
        width = self.ids.rows.width
        chips = fitting(row.phrases, theme, width, row.library + ICON_ROOM)
        shown = replace(row, phrases=(OptionView("", row.library, "book-open-variant"), *chips))
        columns, height = needs_columns(theme, row, width), needs_height(theme, row, width)
        return {"row": "NeedsRow", "view": shown, "emit": self.entry.emit, "columns": columns, "size": (0, height)}

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
        if following < len(self.view.rows) and isinstance(self.view.rows[following], NeedsView | ReasonView):
            bottom += rows.data[following]["size"][1]
        if top >= 0 and bottom <= rows.height * 0.8:
            return
        Animation.cancel_all(rows, "scroll_y")
        Animation(scroll_y=rows.place_for(index, SHARE_ABOVE), d=0.18, t="out_quad").start(rows)

    # ---------------------------------------------------------------- taps
    def _changed(self, key: str) -> None:
        """Show what a tap has changed: the answer in this very frame, and what follows from it in the next one.

        What a fail asks for, the counts and the next item take several times as long to show as the answer itself.
        """
        state = self.entry.read()
        if state is None or not key:
            self._answered = ""
            self._present()
        elif self._shows(key):
            is_first, self._answered = not self._answered, key
            if is_first:
                self.after_frame(self._go_on_from)
        else:
            self._answered = key
            self._go_on_from()

    def _shows(self, key: str) -> bool:
        """Show an item's row alone as it is now; False where that changes more of the list than the row."""
        index, rows = self._index(key), self.ids.rows
        view = check_view(self.desk.setting(), self.entry.state, key, self._here) if self.entry.state else None
        if (
            index is None
            or view is None
            or index >= len(rows.data)
            or rows.data[index]["row"] not in (IN_PLACE, BESIDE)
        ):
            return False
        datum = rows.data[index]
        if datum["view"].key != key or datum["geometry"].height(view) != datum["size"][1]:
            return False
        rows.put(index, {"view": view})
        return True

    def _go_on_from(self) -> None:
        """Show what follows from the last answer; after one that is complete, go on to the next open item."""
        key, self._answered = self._answered, ""
        if not key or self.entry.state is None or self.desk.router.here.screen != "checklist":
            return
        following = next_open(self.entry.state, key) if self.entry.goes_on(key) else ""
        self._move(following or key)

    def _moved(self, key: str) -> None:
        if self.is_wide:
            self._move(key)
        else:
            self.desk.router.go("item", self.entry.record, key)

    def _filled(self, key: str) -> None:
        """Bring the keypad to a reading in the list; anything else is filled in on its own screen."""
        if self._docks(key):
            self._move(key)
        else:
            self._moved(key)

    def _taken_back(self, key: str) -> None:
        if key:
            self._move(key)
        else:
            self._present()

    def _move(self, key: str) -> None:
        """Make an item the one at hand, and remember it.

        The list shows the next item at once, with the answer that was tapped; the pane follows a frame later, or a tap
        would be seen only when everything that the next item says is drawn.
        """
        self._answered = ""
        is_new, self._here = key != self._here, key
        if not is_new:
            self._present_list()
            self.later(lambda: self._renew_pane(key))
            return
        self.desk.router.note(key)
        self._present_list()
        self.later(lambda: self.later(lambda: self._follow(key)))

    def _renew_pane(self, key: str) -> None:
        """Show in the pane what has changed of the item that stays at hand."""
        if key == self._here and self.desk.router.here.screen == "checklist":
            self._present_item()
            self._bring(key)

    def _follow(self, key: str) -> None:
        """Bring the pane and the list to the item at hand, unless the person has gone on meanwhile."""
        if key != self._here or self.desk.router.here.screen != "checklist":
            return
        item, per = split_key(key)
        self.desk.remember("checklist", self.entry.record, item, per)
        self._present_item()
        self._bring(key)

    def jump(self, where: str) -> None:
        """Jump to the next open or failed item, or to a section; `sections` lists them."""
        self._go_on_from()
        if self.entry.state is None:
            return
        if where == "sections":
            self._list_sections()
            return
        key = jump_to(self.entry.state, where, self._here)
        if key:
            self._move(key)
        else:
            texts = self.desk.texts.checklist
            self.desk.shell.say(texts.none_open if where == "open" else texts.none_failed, "check-circle-outline")

    def _list_sections(self) -> None:
        texts = self.desk.texts
        sheet = WordingSheet(
            title=texts.checklist.sections_title, options=list(self.view.jump.sections), cancel=texts.cancel
        )
        sheet.bind(on_choose=lambda _, where: self._take_section(where))
        self.desk.shell.open_sheet(sheet)

    def _take_section(self, where: str) -> None:
        self.desk.shell.close_sheet()
        self.jump(where)

    def leave_reading(self) -> None:
        """Go on from the keypad at the foot of the list."""
        self.entry.left(self._here)
        self.go_on()

    def go_on(self) -> None:
        """Jump to the next open item, or to signing when there is none."""
        self._go_on_from()
        if not self.view.next_key:
            self.desk.router.go("finish", self.entry.record)
        elif self.view.next_key == self._here:
            self._bring(self._here)
        else:
            self._move(self.view.next_key)

    def to_finish(self) -> None:
        self.desk.router.go("finish", self.entry.record)


kv.load(__file__)
