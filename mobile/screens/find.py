"""Finding one of many by name, pinyin initials or number: units, points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kivy.clock import Clock
from kivy.properties import StringProperty

from mobile.screens.screen import Desk
from mobile.views.parts import OptionView
from mobile.widgets import kv
from mobile.widgets.sheet import ChoosingSheet
from shared.search import matches, searchable

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to find: its key, its words, and what else it is known by."""

    key: str
    words: str
    icon: str = ""
    also: tuple[str, ...] = ()


class FindSheet(ChoosingSheet):
    """A field and below it what matches."""

    typing = StringProperty("")
    hint = StringProperty("")
    none = StringProperty("")


def find(desk: Desk, title: str, things: Sequence[Found], then: Callable[[str], object]) -> None:
    """Open the sheet; `then` gets the key of what was chosen. Closing it chooses nothing."""
    texts = desk.texts
    known = [(thing, searchable(thing.words, *thing.also)) for thing in things]
    sheet = FindSheet(title=title, hint=texts.fire.find_hint, none=texts.fire.find_none, cancel=texts.cancel)

    def show(*_: object) -> None:
        found = [thing for thing, where in known if matches(where, sheet.typing)][:MOST_SHOWN]
        sheet.options = [OptionView(thing.key, thing.words, thing.icon) for thing in found]

    def chosen(_sheet: object, key: str) -> None:
        desk.shell.close_sheet()
        then(key)

    show()
    sheet.fbind("typing", show)
    sheet.bind(on_choose=chosen)
    if desk.text_entry is not None:
        _use_system_editor(desk, sheet)
    desk.shell.open_sheet(sheet)


def _use_system_editor(desk: Desk, sheet: FindSheet) -> None:
    """Let the system's own editor write into the field: Chinese is typed nowhere else on Android."""
    field = sheet.ids.field
    field.readonly = True

    def take(text: str | None) -> None:
        if text is not None:
            Clock.schedule_once(lambda _: setattr(sheet, "typing", text))

    def edit(_touched: object, touch: object) -> bool:
        entry = desk.text_entry
        if entry is not None and field.collide_point(*getattr(touch, "pos", (0, 0))):
            entry.edit(sheet.title, sheet.typing, sheet.hint, take)
        return False

    field.bind(on_touch_down=edit)


kv.load(__file__)
