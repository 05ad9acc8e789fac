"""A hand that speaks both languages: flows are written in the words of the Chinese screens and walked in either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from kivy.core.window import Window
from kivy.uix.label import Label

from mobile.text import texts_for
from mobile.text.family import Family
from shared.model.place import Text
from tests.mobile.longshan import hazards, places, rules, templates
from tests.ui.tablet.faults import box_of
from tests.ui.tablet.finger import key_in, sign
from tests.ui.tablet.morning import wordings
from tools.tablet_driver import plain, scrolled_by

SWIPES = 25
DEEPEST = 8
PACE = 4
"""So many frames' time passes in each: animations end sooner, messages still stay long enough to be tapped."""


@cache
def in_english() -> dict[str, frozenset[str]]:
    """Map every Chinese text of screens, forms and places to what stands there in English."""
    found: dict[str, set[str]] = {}
    for zh, en in _pairs():
        found.setdefault(zh, set()).add(en)
        for one, other in zip(zh.split("|"), en.split("|"), strict=False):
            found.setdefault(one, set()).add(other)
    return {zh: frozenset(en) for zh, en in found.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    yield from _texts_of(texts_for("zh"), texts_for("en"))
    for entity in (*places(), *rules(), *hazards(), *templates(), *wordings()):
        yield from _texts_in(entity)


def _texts_of(zh: Any, en: Any) -> Iterator[tuple[str, str]]:
    for name, one in vars(zh).items():
        other = getattr(en, name)
        if isinstance(one, Family):
            yield from _texts_of(one, other)
        elif isinstance(one, str):
            yield one, other


def _texts_in(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text):
        yield value.zh, value.get("en")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)


class Hand:
    """Taps what reads a Chinese text, in whatever language it stands there; looks for cut texts after each touch."""

    def __init__(self, finger: Any, language: str) -> None:
        self.finger = finger
        finger.pace = PACE
        self.language = language
        self.flow = ""
        self.cut: dict[str, list[str]] = {}
        """Cut texts by flow and touch."""

    @property
    def here(self) -> Any:
        return self.finger.app.desk.router.here

    @property
    def store(self) -> Any:
        return self.finger.app.parts.tablet.store

    @property
    def screen(self) -> Any:
        return self.finger.app.shell.screen

    def words(self, zh: str) -> frozenset[str]:
        """Return how a text may read on the screen; names and what was typed are the same in both languages."""
        return frozenset({zh}) if self.language == "zh" else in_english().get(zh, frozenset()) | {zh}

    def tap(self, zh: str, root: Any = None, nth: int = 0) -> None:
        """Tap what reads so, after swiping it into the window; a sheet stands before what it covers."""
        self._touch(self._reached(lambda: self._reading(zh, root), nth, zh), zh)

    def tap_at(self, kind: str, root: Any = None, nth: int = 0, **values: object) -> None:
        """Tap a widget by its kind and what it is for; a text among the values reads as ``tap`` reads."""

        def found() -> list[Any]:
            return [one for one in self._all(kind, root) if all(self._is(one, *pair) for pair in values.items())]

        self._touch(self._reached(found, nth, f"{kind} {values}"), f"{kind} {values}")

    def tap_row(self, key: str) -> None:
        """Tap a list's row by how its key begins."""

        def found() -> list[Any]:
            return [one for one in self._all("RoundCard", None) if one.view.key.startswith(key)]

        self._touch(self._reached(found, 0, f"row {key}"), f"row {key}")

    def hold(self, tag: Any) -> None:
        """Hold an NFC tag to the tablet."""
        self.finger.app.desk.scanner.hold(tag)
        self.finger.settle()
        self.look(f"held to {tag.text}")

    def shows(self, zh: str) -> bool:
        """Tell whether a text stands on the screen."""
        return any(self.finger.on_screen(one) for one in self._reading(zh, None))

    def said(self, zh: str) -> str:
        """Return what is written down where a text is chosen."""
        (words,) = {zh} if self.language == "zh" else in_english()[zh]
        return words

    def write(self, text: str) -> None:
        """Write into the note that is open, and close it."""
        self.finger.find("NoteSheet").typing = text
        self.tap("完成", root=self.finger.find("NoteSheet"))

    def type(self, text: str) -> None:
        self.finger.type(text)
        self.look(f"typed {text}")

    def key_in(self, figure: str) -> None:
        key_in(self.finger, figure)
        self.look(f"keyed in {figure}")

    def sign(self) -> None:
        self._reached(lambda: self._all("SignaturePad", None), 0, "SignaturePad")
        sign(self.finger)
        self.look("signed")

    def back(self) -> None:
        self.finger.back()
        self.look("back")

    def home(self) -> None:
        """Go back to the list of rounds, as it is at first."""
        for _ in range(DEEPEST):
            if self.here.screen == "rounds":
                break
            self.finger.back()
        if self.screen.query:
            self.tap_at("ClearButton")
        if self.screen.tab != "todo":
            self.tap("待执行")

    def look(self, step: str) -> None:
        """Note the texts that are cut now."""
        found = self.finger.clipped()
        if found:
            self.cut[f"{self.flow}: {step}"] = found

    # ---------------------------------------------------------------- finding
    def _front(self) -> Any:
        return self.finger.app.shell.in_front()

    def _all(self, kind: str, root: Any) -> list[Any]:
        tops = [root] if root is not None else [self._front()]
        return [
            one
            for top in tops
            for one in self.finger.walk(top)
            if any(base.__name__ == kind for base in type(one).__mro__) and not getattr(one, "disabled", False)
        ]

    def _is(self, widget: Any, name: str, wanted: object) -> bool:
        value = getattr(widget, name, None)
        if isinstance(wanted, str) and isinstance(value, str):
            return value in self.words(wanted)
        return bool(value == wanted)

    def _reading(self, zh: str, root: Any) -> list[Any]:
        wanted = self.words(zh)
        tops = [root] if root is not None else [self._front(), *Window.children]
        for top in tops:
            labels = [one for one in self.finger.walk(top) if isinstance(one, Label)]
            said = [(one, getattr(one, "words", "") or plain(one)) for one in labels]
            exact = [one for one, words in said if words in wanted]
            part = [one for one, words in said if any(text in words for text in wanted)]
            if exact or part:
                return exact or part
        return []

    def _reached(self, found: Any, nth: int, what: str) -> Any:
        """Swipe until the ``nth`` of what is looked for stands in the window."""
        for swipe in range(SWIPES):
            there = found()
            seen = [one for one in there if self.finger.on_screen(one)]
            if seen and -len(seen) <= nth < len(seen):
                return seen[nth]
            if not self._swipe(there[0] if there else None, swipe):
                break
        raise AssertionError(f"{self.flow}: {what!r} is nowhere; texts: {self.finger.texts()}")

    def _swipe(self, wanted: Any, count: int) -> bool:
        """Swipe a list towards what is wanted; without knowing where it is, down to the end and up again."""
        views = list(scrolled_by(wanted)) if wanted is not None else self._all("ScrollView", None)
        views = [view for view in views if view.do_scroll_y and view.vbar[1] < 1] if views else []
        if not views:
            return False
        view = views[0] if wanted is not None else max(views, key=lambda one: one.height)
        box = box_of(view)
        low, high = max(box.low, 0) + 8, min(box.high, Window.height) - 8
        most, middle, x = (high - low) * 0.6, (low + high) / 2, box.left + 5
        way = most if count < SWIPES // 2 else -most
        if wanted is not None:
            way = max(-most, min(most, middle - wanted.to_window(*wanted.center)[1]))
        end = (x, middle + way / 2)
        self.finger.drag([(x, middle - way / 2), end, end])  # it stops before it lifts: the list does not run on
        return True

    def _touch(self, widget: Any, what: str) -> None:
        self.finger.tap(widget)
        self.look(what)
