"""Marks on a photo, drawn as vectors at any size: thick enough with a dark rim to be read on a thumbnail too.

``draw`` paints marks into a box of the window; ``MarkedPhoto`` shows a picture with its marks, ``MarkPad`` also takes new ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from kivy.core.image import Image as CoreImage
from kivy.core.text import Label as CoreLabel
from kivy.graphics import Color, Ellipse, InstructionGroup, Line, Rectangle, RoundedRectangle
from kivy.graphics.instructions import Instruction
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from mobile.widgets.bars import TabBar
from mobile.widgets.theme import rgba
from shared.model.mark import MOST_POINTS, Ink, Mark, MarkKind

INKS = {Ink.RED: "#ff453a", Ink.YELLOW: "#ffd60a", Ink.BLUE: "#3d9bff"}
ON_INK = {Ink.RED: "#ffffff", Ink.YELLOW: "#101823", Ink.BLUE: "#ffffff"}
DOT_SCALE = 1.6
RIM = (0.04, 0.06, 0.09, 0.85)
LEAST_DRAG = 0.02
"""Shares of the picture; a shorter arrow or circle is a slip of the finger."""
LEAST_STEP_PX = 2
HEAD_ANGLE = math.radians(28)

Box = tuple[float, float, float, float]
"""Where the whole picture lies in the window's pixels: x, y, width, height; y upwards."""
Pixel = tuple[float, float]


def draw(layer: InstructionGroup, marks: Iterable[Mark], box: Box) -> None:
    """Paint marks, the lowest first."""
    pen = _Pen(box)
    for mark in marks:
        for instruction in pen.instructions(mark):
            layer.add(instruction)


class _Pen:
    """Turns marks into instructions for one box; sizes follow the box, but never below what can be seen."""

    def __init__(self, box: Box) -> None:
        self.box = box
        short = min(box[2], box[3])
        self.width = max(dp(1.6), short * 0.007)
        self.letters = max(dp(12), short * 0.05)

    def instructions(self, mark: Mark) -> list[Instruction]:
        points = [self._pixel(point) for point in mark.points]
        if mark.kind in (MarkKind.TEXT, MarkKind.NUMBER):
            return self._label(mark, points[0])
        paths = self._paths(mark.kind, points)
        rim = [self._line(path, self.width * 1.9) for path in paths]
        ink = [self._line(path, self.width) for path in paths]
        return [Color(*RIM), *rim, Color(*rgba(INKS[mark.ink])), *ink]

    def _pixel(self, point: tuple[float, float]) -> Pixel:
        x, y, width, height = self.box
        return (x + point[0] * width, y + (1 - point[1]) * height)

    def _paths(self, kind: MarkKind, points: list[Pixel]) -> list[list[Pixel]]:
        if kind is MarkKind.ARROW:
            return [points, self._head(points[0], points[1])]
        if kind is MarkKind.CIRCLE:
            return [_ellipse(points[0], points[1])]
        return [points if len(points) > 1 else [points[0], (points[0][0] + 1, points[0][1])]]

    def _head(self, tail: Pixel, head: Pixel) -> list[Pixel]:
        length = math.dist(tail, head)
        barb = min(max(length * 0.3, self.width * 4), length)
        back = math.atan2(tail[1] - head[1], tail[0] - head[0])
        ends = [
            (head[0] + barb * math.cos(back + turn), head[1] + barb * math.sin(back + turn))
            for turn in (HEAD_ANGLE, -HEAD_ANGLE)
        ]
        return [ends[0], head, ends[1]]

    def _line(self, path: list[Pixel], width: float) -> Line:
        return Line(points=[part for point in path for part in point], width=width / 2, cap="round", joint="round")

    def _label(self, mark: Mark, middle: Pixel) -> list[Instruction]:
        is_number = mark.kind is MarkKind.NUMBER
        label = CoreLabel(text=mark.text, font_size=self.letters, font_name="Medium")
        label.refresh()
        texture = label.texture
        height = texture.height + self.width
        width = height if is_number else texture.width + self.letters
        x, y, box_width, box_height = self.box
        left = min(max(middle[0] - width / 2, x), max(x, x + box_width - width))
        low = min(max(middle[1] - height / 2, y), max(y, y + box_height - height))
        inside = (left + (width - texture.width) / 2, low + (height - texture.height) / 2)
        shape, more = (Ellipse, {}) if is_number else (RoundedRectangle, {"radius": [height / 4]})
        edge = self.width / 2
        rim = shape(pos=(left - edge, low - edge), size=(width + 2 * edge, height + 2 * edge), **more)
        ground = shape(pos=(left, low), size=(width, height), **more)
        words = Rectangle(texture=texture, pos=inside, size=texture.size)
        return [Color(*RIM), rim, Color(*rgba(INKS[mark.ink])), ground, Color(*rgba(ON_INK[mark.ink])), words]


def _ellipse(one: Pixel, other: Pixel, corners: int = 48) -> list[Pixel]:
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    radii = (abs(one[0] - other[0]) / 2, abs(one[1] - other[1]) / 2)
    turns = (2 * math.pi * step / corners for step in range(corners + 1))
    return [(middle[0] + radii[0] * math.cos(turn), middle[1] + radii[1] * math.sin(turn)) for turn in turns]


class MarkedPhoto(Widget):
    """A whole picture, as large as its box allows, with what was drawn on it."""

    source = StringProperty("")
    marks = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        self._texture = None
        self._picture, self._layer = InstructionGroup(), InstructionGroup()
        super().__init__(**kwargs)
        self.canvas.add(self._picture)
        self.canvas.add(self._layer)
        self.fbind("source", self._load)
        for name in ("pos", "size"):
            self.fbind(name, self._place)
        self.fbind("marks", self._draw)
        self._load()

    @property
    def box(self) -> Box:
        """Where the whole picture lies; nothing of it is cut."""
        if self._texture is None:
            return (self.x, self.y, 0.0, 0.0)
        width, height = self._texture.size
        scale = min(self.width / width, self.height / height)
        return (self.center_x - width * scale / 2, self.center_y - height * scale / 2, width * scale, height * scale)

    def _load(self, *_: object) -> None:
        there = self.source and Path(self.source).exists()
        self._texture = CoreImage(self.source, nocache=True).texture if there else None
        self._place()

    def _place(self, *_: object) -> None:
        self._picture.clear()
        if self._texture is not None:
            x, y, width, height = self.box
            self._picture.add(Color(1, 1, 1, 1))
            self._picture.add(Rectangle(texture=self._texture, pos=(x, y), size=(width, height)))
        self._draw()

    def _draw(self, *_: object) -> None:
        self._layer.clear()
        if self._texture is not None:
            draw(self._layer, self.marks, self.box)


class MarkPad(MarkedPhoto):
    """A picture to draw on. Events: on_mark(mark) when one is drawn, on_place(point) where words or a number are to stand."""

    __events__ = ("on_mark", "on_place")
    tool = ObjectProperty(MarkKind.ARROW)
    ink = ObjectProperty(Ink.RED)

    def __init__(self, **kwargs: object) -> None:
        self._points: list[tuple[float, float]] = []
        super().__init__(**kwargs)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self._is_on_picture(*touch.pos):
            return bool(super().on_touch_down(touch))
        touch.grab(self)
        self._points = [self._share(*touch.pos)]
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        here = self._share(*touch.pos)
        if self.tool is MarkKind.PEN:
            last, (_, _, width, height) = self._points[-1], self.box
            far = abs(here[0] - last[0]) * width + abs(here[1] - last[1]) * height >= LEAST_STEP_PX
            if far and len(self._points) < MOST_POINTS:
                self._points.append(here)
        else:
            self._points[1:] = [here]
        self._draw()
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        mark, place, self._points = self._drawn(), self._points[-1], []
        if self.tool in (MarkKind.TEXT, MarkKind.NUMBER):
            self.dispatch("on_place", place)
        elif mark is not None:
            self.dispatch("on_mark", mark)
        self._draw()
        return True

    def on_mark(self, mark: Mark) -> None: ...
    def on_place(self, point: tuple[float, float]) -> None: ...

    def _drawn(self) -> Mark | None:
        """Return what the finger draws now; None for a slip."""
        if not self._points or self.tool in (MarkKind.TEXT, MarkKind.NUMBER):
            return None
        if self.tool is MarkKind.PEN:
            return Mark(self.tool, tuple(self._points), self.ink)
        if len(self._points) < 2 or math.dist(*self._points) < LEAST_DRAG:
            return None
        return Mark(self.tool, (self._points[0], self._points[-1]), self.ink)

    def _draw(self, *_: object) -> None:
        super()._draw()
        mark = self._drawn()
        if mark is not None:
            draw(self._layer, [mark], self.box)

    def _is_on_picture(self, x: float, y: float) -> bool:
        left, low, width, height = self.box
        return left <= x <= left + width and low <= y <= low + height and width > 0

    def _share(self, x: float, y: float) -> tuple[float, float]:
        left, low, width, height = self.box
        across, down = (x - left) / width, 1 - (y - low) / height
        return (round(min(1.0, max(0.0, across)), 4), round(min(1.0, max(0.0, down)), 4))


class GhostPhoto(MarkedPhoto):
    """A picture with an earlier one laid over it; ``share`` 0..1 says how much of the earlier one is seen."""

    earlier = StringProperty("")
    share = ObjectProperty(0.5)

    def __init__(self, **kwargs: object) -> None:
        self._ghost = None
        super().__init__(**kwargs)
        self.fbind("earlier", self._load)
        self.fbind("share", self._place)

    def _load(self, *_: object) -> None:
        there = self.earlier and Path(self.earlier).exists()
        self._ghost = CoreImage(self.earlier, nocache=True).texture if there else None
        super()._load()

    def _place(self, *_: object) -> None:
        super()._place()
        if self._ghost is None:
            return
        x, y, width, height = self.box if self._texture is not None else (self.x, self.y, self.width, self.height)
        self._picture.add(Color(1, 1, 1, self.share if self._texture is not None else 1))
        ghost_width, ghost_height = self._ghost.size
        scale = min(width / ghost_width, height / ghost_height)
        size = (ghost_width * scale, ghost_height * scale)
        self._picture.add(
            Rectangle(texture=self._ghost, pos=(x + (width - size[0]) / 2, y + (height - size[1]) / 2), size=size)
        )


class InkBar(TabBar):
    """The inks to draw with, each beside a dot of its colour."""

    def _fill(self, *_: object) -> None:
        super()._fill()
        for button in self.children:
            button.icon_colour, button.icon_scale = rgba(INKS[Ink(button.key)]), DOT_SCALE
