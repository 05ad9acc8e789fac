"""The keyboard of a desktop: every button can be reached, seen and pressed without a mouse.

Tab and the arrows walk in reading order, Enter and the space bar press, digits press the keys of a number pad that is
shown. A sheet that lies on top keeps the focus within it. A touch takes the ring away: fingers need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, SmoothLine
from kivy.uix.behaviors import ButtonBehavior, FocusBehavior
from kivy.uix.recycleview import RecycleView
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.widgets.paint import Folding

TAB, ENTER, SPACE, BACK, PAD_ENTER = 9, 13, 32, 8, 271
UP, DOWN, RIGHT, LEFT = 273, 274, 275, 276
AHEAD, BEHIND = frozenset({DOWN, RIGHT}), frozenset({UP, LEFT})
PRESSING = frozenset({ENTER, PAD_ENTER, SPACE})
SCROLL_SHARE = 0.5


@dataclass(frozen=True)
class Stop:
    """One thing that can be focused; in a recycled list it is known by its row's place and its place in the row."""

    widget: Any
    rows: Any = None
    index: int = -1
    nth: int = 0

    @property
    def name(self) -> tuple[int, int, int]:
        """What stays the same when a list makes its rows anew."""
        return (id(self.rows), self.index, self.nth) if self.rows else (id(self.widget), -1, 0)


class Keyboard:
    """Moves the focus through what `top` returns: the sheet or the shell that lies on top."""

    def __init__(self, top: Any) -> None:
        self._top = top
        self._at: Stop | None = None
        self._ring: _Ring | None = None

    @property
    def focused(self) -> Widget | None:
        """The widget with the ring."""
        return self._at.widget if self._at else None

    def press(self, key: int, text: str | None, modifiers: list[str]) -> bool:
        """Take one key of the window; False leaves it to others, always while somebody types into a field."""
        if any(isinstance(stop.widget, FocusBehavior) and stop.widget.focus for stop in self._stops()):
            return False
        if key == TAB or key in AHEAD or key in BEHIND:
            self._step(-1 if key in BEHIND or (key == TAB and "shift" in modifiers) else 1)
            return True
        if key in PRESSING and self._at is not None:
            self._press_focused()
            return True
        return self._press_pad(key, text or "")

    def clear(self) -> None:
        """Take the ring away."""
        self._at = None
        if self._ring is not None:
            self._ring.remove()
            self._ring = None

    # ---------------------------------------------------------------- moving
    def _stops(self) -> list[Stop]:
        return list(_stops(self._top(), None, -1))

    def _step(self, way: int) -> None:
        stops = self._stops()
        if not stops:
            return
        here = self._index_in(stops)
        if here is None:
            self._focus(stops[0 if way > 0 else -1])
            return
        at = stops[here]
        to = stops[(here + way) % len(stops)]
        if at.rows is not None and to.rows is not at.rows and _scroll(at.rows, way):
            Clock.schedule_once(lambda _: self._enter_row(at, way), 0)
            return
        self._focus(to)

    def _enter_row(self, before: Stop, way: int) -> None:
        """Go on in a list that has just scrolled: to the first stop behind the row that was left."""
        for stop in self._stops()[::way]:
            if stop.rows is before.rows and (stop.index - before.index) * way > 0:
                self._focus(stop)
                return

    def _index_in(self, stops: list[Stop]) -> int | None:
        if self._at is None:
            return None
        name = self._at.name
        return next((index for index, stop in enumerate(stops) if stop.name == name), None)

    def _focus(self, stop: Stop) -> None:
        self.clear()
        self._at, self._ring = stop, _Ring(stop.widget)
        if stop.rows is None:
            for view in _scrolled_by(stop.widget):
                view.scroll_to(stop.widget, animate=False)

    # ---------------------------------------------------------------- pressing
    def _press_focused(self) -> None:
        stops = self._stops()
        here = self._index_in(stops)
        if here is None:
            self.clear()
            return
        widget = stops[here].widget
        if isinstance(widget, FocusBehavior):
            widget.focus = True
            return
        widget.dispatch("on_release")
        Clock.schedule_once(lambda _: self._follow(), 0)

    def _follow(self) -> None:
        """Put the ring where its button is now: rows may have been made anew, or be gone."""
        stops = self._stops()
        here = self._index_in(stops)
        if here is None:
            self.clear()
        else:
            self._focus(stops[here])

    def _press_pad(self, code: int, text: str) -> bool:
        from mobile.widgets.keypad import BACKSPACE, Key  # here: it brings rules, which want the fonts registered first

        wanted = BACKSPACE if code == BACK else text
        for stop in self._stops() if wanted else []:
            if isinstance(stop.widget, Key) and (stop.widget.key or stop.widget.words).upper() == wanted.upper():
                stop.widget.dispatch("on_release")
                return True
        return False


class _Ring:
    """A line round the focused widget that goes with it."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        theme: Any = App.get_running_app().theme
        self._width = theme.hairline * 1.5
        self._corner = theme.radius_small
        self._line = SmoothLine(width=self._width)
        self._group = InstructionGroup()
        self._group.add(Color(*theme.ink))
        self._group.add(self._line)
        widget.canvas.after.add(self._group)
        widget.fbind("pos", self._draw)
        widget.fbind("size", self._draw)
        self._draw()

    def _draw(self, *_: object) -> None:
        w, edge = self._widget, self._width * 2
        corner = min(self._corner, w.height / 2, w.width / 2) + edge
        self._line.rounded_rectangle = (w.x - edge, w.y - edge, w.width + 2 * edge, w.height + 2 * edge, corner)

    def remove(self) -> None:
        self._widget.canvas.after.remove(self._group)
        self._widget.funbind("pos", self._draw)
        self._widget.funbind("size", self._draw)


def _stops(widget: Any, rows: Any, index: int) -> Iterator[Stop]:
    """Yield what can be focused under a widget, in reading order."""
    if not _is_shown(widget):
        return
    if isinstance(widget, RecycleView):
        yield from _row_stops(widget)
        return
    if isinstance(widget, (ButtonBehavior, FocusBehavior)) and not widget.disabled and widget.width and widget.height:
        yield Stop(widget, rows, index)
    for child in reversed(widget.children):
        yield from _stops(child, rows, index)


def _row_stops(rows: Any) -> Iterator[Stop]:
    """Yield the stops of a list's rows that stand in its window, from the top down."""
    for index, row in sorted(rows.view_adapter.views.items()):
        inside = (stop for stop in _stops(row, rows, index) if _is_inside(rows, stop.widget))
        for nth, stop in enumerate(inside):
            yield Stop(stop.widget, rows, index, nth)


def _is_shown(widget: Any) -> bool:
    return bool(widget.opacity) and not (isinstance(widget, Folding) and not widget.shown)


def _is_inside(view: Any, widget: Any) -> bool:
    x, y = widget.to_window(*widget.center)
    return bool(view.collide_point(*view.parent.to_widget(x, y)))


def _scroll(rows: Any, way: int) -> bool:
    """Scroll a list half a window on; False at its end."""
    room = rows.children[0].height - rows.height
    if room <= 0 or (rows.scroll_y <= 0 if way > 0 else rows.scroll_y >= 1):
        return False
    rows.scroll_y = min(1.0, max(0.0, rows.scroll_y - way * SCROLL_SHARE * rows.height / room))
    return True


def _scrolled_by(widget: Any) -> Iterator[ScrollView]:
    above = widget.parent
    while above is not None and above.parent is not above:
        if isinstance(above, ScrollView) and not isinstance(above, RecycleView):
            yield above
        above = above.parent
