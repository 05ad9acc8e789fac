"""Text: labels that break Chinese well and know their height, and icons as text."""

from __future__ import annotations

import math
from collections import OrderedDict
from functools import lru_cache
from typing import Any

from kivy.clock import Clock
from kivy.core.text import Label as CoreLabel
from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, OptionProperty, StringProperty
from kivy.uix.label import Label
from kivy.utils import escape_markup

from mobile.widgets import kv
from mobile.widgets.fonts import ICON
from mobile.widgets.icons import ICONS
from mobile.widgets.linebreak import balanced_lines

TAIL_SHARE = 1.3
"""What an icon behind the words takes with its gap, in font sizes."""
UNSEEN = "00000000"
"""A colour, as rrggbbaa, that leaves room and draws nothing."""
MOST_DRAWN = 200
"""So many drawn texts are kept for the next label that says the same in the same way."""
LARGEST_DRAWN = 12_000
"""A drawn text of more pixels is not kept: long ones hardly ever come twice."""
SAID_APART = frozenset({"text", "color", "text_size", "font_name_r"})
"""Options of a core label that Kivy does not keep up to date, or that follow from others."""
_drawn: OrderedDict[tuple[object, ...], CoreLabel] = OrderedDict()


@lru_cache(maxsize=8192)
def _char_width(char: str, size: float, family: str, bold: bool) -> float:
    return float(CoreLabel(font_name=family, font_size=size, bold=bold).get_extents(char)[0])


def advance(text: str, size: float, family: str = "Roboto", bold: bool = False) -> float:
    """Return the width of `text` in pixels; a Chinese character is one em wide in Noto Sans SC."""
    return sum(size if "\u2e80" <= c < "\uff61" else _char_width(c, size, family, bold) for c in text)


def wrap(text: str, width: float, size: float, family: str = "Roboto", bold: bool = False) -> list[str]:
    """Return the lines `text` takes in a box `width` pixels wide."""
    return list(_wrapped(text, width, size, family, bold))


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: float, size: float, family: str, bold: bool) -> tuple[str, ...]:
    """Break a text; a list asks for the same lines with each tap."""
    return tuple(balanced_lines(text, max(width, size * 2), lambda piece: advance(piece, size, family, bold)))


def icon(name: str, size: float = 0, colour: str = "") -> str:
    """Return the markup of an icon; empty for an empty name. `size` in pixels, `colour` as rrggbb."""
    if not name:
        return ""
    mark = f"[font={ICON}]{ICONS[name]}[/font]"
    if size:
        mark = f"[size={round(size)}]{mark}[/size]"
    return f"[color={colour}]{mark}[/color]" if colour else mark


def hex_colour(rgba: tuple[float, ...]) -> str:
    """Return an rgba tuple as rrggbb for markup."""
    return "".join(f"{round(part * 255):02x}" for part in rgba[:3])


class Words(Label):
    """A text in a box. `words` is what it says; an `icon` may stand before it, a pale one (`tail`) behind it.

    box says how text and size go together:
    "line"   the width is given, the height follows the text; with `wraps` it breaks over lines, else it ends in "…"
    "hug"    width and height follow the text (at least `least_width`, `least_height`)
    "wide"   the width follows the text, the height is given
    "fill"   width and height are given
    With `folds` an empty text takes no height. A text that hugs breaks over lines where it is wider than `most_width`, if given.
    A line that has no room is drawn in smaller letters, down to `least_share` of its size, before it ends in "…".
    """

    width: float  # Kivy's; said here since this class sets it
    height: float
    _label: Any  # the label of Kivy's core that draws the text
    words = StringProperty("")
    icon = StringProperty("")
    icon_scale = NumericProperty(1.15)
    icon_colour = ColorProperty((0, 0, 0, 0))
    tail = StringProperty("")
    gap = StringProperty("  ")
    wraps = BooleanProperty(False)
    max_lines_shown = NumericProperty(0)
    box = OptionProperty("line", options=["line", "hug", "wide", "fill"])
    folds = BooleanProperty(False)
    least_width = NumericProperty(0)
    least_height = NumericProperty(0)
    most_width = NumericProperty(0)
    least_share = NumericProperty(1.0)

    def __init__(self, **kwargs: object) -> None:
        self._retext = Clock.create_trigger(self._compose, -1)
        self._is_drawn = True
        self._is_placed = False
        self._pictures: list[Color | Rectangle] = []
        super().__init__(**kwargs)
        for name in (
            "words",
            "icon",
            "icon_scale",
            "icon_colour",
            "tail",
            "width",
            "font_size",
            "wraps",
            "font_name",
            "bold",
            "box",
            "most_width",
            "least_share",
        ):
            self.fbind(name, self._retext)
        for name in ("box", "size", "texture_size", "folds", "least_width", "least_height", "words", "icon"):
            self.fbind(name, self._fit)
        self.fbind("width", lambda _, width: self._place() if width > 0 else None)
        Clock.schedule_once(self._place, 0)
        self._compose()
        self._fit()

    def _place(self, *_: object) -> None:
        """Begin to draw: the width is no longer the one that every widget begins with, or is to stay that.

        Nor is it none: what is beside has taken it all while the room for both was unknown, and a text that breaks into a line
        for each letter would push everything under it out of the window, and all be laid out again.
        """
        if not self._is_placed:
            self._is_placed = True
            self._trigger_texture()

    def texture_update(self, *args: object) -> None:
        """Draw the text, or take what another label has drawn: rows of a list say 合格, 不合格 and 未检 over and over.

        What is kept is the label of Kivy's core with its texture, which draws itself anew if Android takes the GL context.
        """
        if not self._is_placed and self.box in ("line", "fill"):
            return  # it would be shortened to a width that no layout has given it, and drawn again at once
        self._draw_if_said()
        if not self.text:
            super().texture_update(*args)
            return
        key = self._look()
        known = _drawn.get(key)
        if known is not None:
            _drawn.move_to_end(key)
            self._source = known
            self.texture = known.texture
            self.texture_size = list(known.texture.size)
            return
        super().texture_update(*args)
        if self.texture is None or self.texture.width * self.texture.height > LARGEST_DRAWN:
            return
        self._source = _drawn[key] = self._label
        if len(_drawn) > MOST_DRAWN:
            _drawn.popitem(last=False)
        self._label = None
        self._create_label()  # its own again: properties that change are written into it

    def _draw_if_said(self) -> None:
        """Take the picture of an empty text out of the canvas: a list would draw dozens of them, and nobody sees one."""
        if bool(self.text) == self._is_drawn:
            return
        self._is_drawn = bool(self.text)
        self._pictures = self._pictures or [one for one in self.canvas.children if isinstance(one, Color | Rectangle)]
        for picture in self._pictures:
            (self.canvas.add if self._is_drawn else self.canvas.remove)(picture)

    def _look(self) -> tuple[object, ...]:
        """Return everything that decides what the text looks like."""
        colour = self.disabled_color if self.disabled else self.color
        options = (
            str(value) if isinstance(value, list | dict) else value
            for name, value in self._label.options.items()
            if name not in SAID_APART
        )
        return (self.text, *colour, *self.text_size, *options)

    def _fit(self, *_: object) -> None:
        """Let text and size follow each other as `box` says. In Python, since kv rules of a base class stay bound."""
        width, height = self.texture_size
        shows = bool(self.words or self.icon)
        if self.box == "fill":
            self.text_size = self.size
        elif self.box == "line":
            self.text_size = (self.width, None)
            self.height = height if shows or not self.folds else 0
        else:
            self.text_size = (None, None)
            self.width = max(width, self.least_width) if shows or not self.folds else 0
            if self.box == "hug":
                self.height = max(height, self.least_height) if shows or not self.folds else 0

    def _compose(self, *_: object) -> None:
        words, room, indent = self.words, self.width - self.padding[0] - self.padding[2], ""
        mark, taken = self._mark(words, room)
        size = self.font_size
        tail = self._tail()
        taken += self.font_size * TAIL_SHARE if tail else 0
        if self.wraps:
            size = self._wrapped_size(words, room - taken)
            lines = wrap(words, room - taken, size, self.font_name, self.bold)
            if self.max_lines_shown and len(lines) > self.max_lines_shown:
                lines = lines[: int(self.max_lines_shown)]
                lines[-1] = ended(lines[-1], room - taken, size, self.font_name, self.bold)
            indent = self._indent() if mark and self.halign == "left" and len(lines) > 1 else ""
            words = "\n".join(lines)
        elif self.box == "hug" and self.most_width:
            room = self.most_width - self.padding[0] - self.padding[2] - taken
            if advance(words, self.font_size, self.font_name, self.bold) > room:
                words = "\n".join(wrap(words, room, self.font_size, self.font_name, self.bold))
        elif self.box in ("line", "fill"):
            size = self._fitting_size(words, room - taken)
            words = shorten(words, room - taken, size, self.font_name, self.bold)
        self.markup = bool(mark or tail or size < self.font_size)  # plain text is measured and drawn in half the time
        said = escape_markup(words) if self.markup else words
        if indent:
            said = said.replace("\n", "\n" + indent)
        if size < self.font_size:
            said = f"[size={size:.0f}]{said}[/size]"
        self.text = f"{mark}{said}{tail}"

    def _fitting_size(self, words: str, room: float) -> float:
        """Return the size of letters at which a line has room: the usual one, else a whole number no less than the least."""
        size, least = self.font_size, self.font_size * self.least_share
        while size - 1 >= least and advance(words, size, self.font_name, self.bold) > room > 0:
            size = float(math.ceil(size) - 1)
        return size

    def _wrapped_size(self, _words: str, _room: float) -> float:
        """Return the size of letters of a text that breaks over lines."""
        return float(self.font_size)

    def _tail(self) -> str:
        if not self.tail or not self.words:
            return ""
        colour = hex_colour(self.icon_colour) if self.icon_colour[3] else ""
        return "  " + icon(self.tail, self.font_size * TAIL_SHARE * 0.7, colour)

    def _indent(self) -> str:
        """Return what stands before the second line and those after it: the icon, unseen, so that they begin under the first."""
        return icon(self.icon, self.font_size * self.icon_scale, UNSEEN) + self.gap

    def _mark(self, words: str, room: float) -> tuple[str, float]:
        """Return the icon's markup and its width; none where only the words have room: they say more."""
        if not self.icon:
            return "", 0.0
        size = self.font_size * self.icon_scale
        gap = self.gap if words else ""
        taken = size + advance(gap, self.font_size, self.font_name, self.bold)
        if self.box == "fill" and words and not self.wraps:
            needed = advance(words, self.font_size, self.font_name, self.bold)
            if room < needed + taken and (needed <= room or self.least_share < 1):
                return "", 0.0
        return icon(self.icon, size, hex_colour(self.icon_colour) if self.icon_colour[3] else "") + gap, taken


def shorten(text: str, width: float, size: float, family: str = "Roboto", bold: bool = False) -> str:
    """Return `text` on one line, its end replaced by "…" when it is wider than `width` pixels."""
    text = text.replace("\n", " ")
    if width <= size or advance(text, size, family, bold) <= width:
        return text
    return ended(text, width, size, family, bold)


def ended(text: str, width: float, size: float, family: str = "Roboto", bold: bool = False) -> str:
    """Return as much of `text` as there is room for, with "…" behind it, in `width` pixels."""
    room, end = width - advance("…", size, family, bold), 0
    for char in text.rstrip():
        room -= advance(char, size, family, bold)
        if room < 0:
            break
        end += 1
    return text[:end].rstrip() + "…"


kv.load(__file__)
