"""Painted grounds: a filled, rounded, edged box that other widgets are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kivy.graphics import BorderImage, Canvas, Color, InstructionGroup
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, VariableListProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from mobile.widgets import kv
from mobile.widgets.corner import mask

SMALLEST_TARGET_DP = 48


class Layer:
    """One rounded box in a canvas. What cannot be seen is no instruction: a list draws hundreds of these in each frame.

    Its corners come from a picture of a round corner, stretched between them: Kivy's own smooth boxes draw a line of
    triangles round each, which takes the UI thread a third of a frame.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._group: InstructionGroup | None = None
        self._color: Color
        self._box: BorderImage
        self._corner = -1.0

    def show(self, rgba: Sequence[float], pos: Sequence[float], size: Sequence[float], corner: float) -> None:
        """Draw the box, or nothing if it is transparent or has no size."""
        if not rgba[3] or size[0] <= 0 or size[1] <= 0:
            self.hide()
            return
        corner = max(0.0, min(corner, size[0] / 2, size[1] / 2))
        if self._group is None:
            self._color, self._box = Color(*rgba), BorderImage(pos=pos, size=size)
            self._round(corner)
            self._group = InstructionGroup()
            self._group.add(self._color)
            self._group.add(self._box)
            self._canvas.add(self._group)
            return
        if self._color.rgba != list(rgba):
            self._color.rgba = rgba
        self._box.pos, self._box.size = pos, size
        if corner != self._corner:
            self._round(corner)

    def _round(self, corner: float) -> None:
        self._corner = corner
        picture = mask(math.ceil(corner))
        self._box.texture = picture
        self._box.border = [picture.width // 2] * 4
        self._box.display_border = [corner] * 4

    def hide(self) -> None:
        """Draw nothing."""
        if self._group is not None:
            self._canvas.remove(self._group)
            self._group = None


class Painted(Widget):
    """A widget with a ground. `rim` is the width of its edge in pixels; 0 draws none."""

    fill = ColorProperty((0, 0, 0, 0))
    edge = ColorProperty((0, 0, 0, 0))
    rim = NumericProperty(0)
    corner = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        grounds = InstructionGroup(), InstructionGroup()
        for place, ground in enumerate(grounds):
            self.canvas.before.insert(place, ground)
        self._edge_layer, self._fill_layer = map(Layer, grounds)
        for name in ("fill", "edge", "rim", "corner", "pos", "size"):
            self.fbind(name, self._paint)
        self._paint()

    def _paint(self, *_: object) -> None:
        (x, y), (width, height), rim = self.pos, self.size, self.rim
        if rim:
            self._edge_layer.show(self.edge, (x, y), (width, height), self.corner)
        else:
            self._edge_layer.hide()
        inside = (width - 2 * rim, height - 2 * rim)
        self._fill_layer.show(self.fill, (x + rim, y + rim), inside, max(0, self.corner - rim))


class Shaded(Painted):
    """A painted button that is darkened while a finger is on it."""

    shade = ColorProperty((0, 0, 0, 0))

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        above = InstructionGroup()
        self.canvas.after.add(above)
        self._shade_layer = Layer(above)
        self.fbind("state", self._darken)

    def _darken(self, *_: object) -> None:
        if self.state == "down":
            self._shade_layer.show(self.shade, self.pos, self.size, self.corner)
        else:
            self._shade_layer.hide()


class Reaching(Widget):
    """What is touched where it is, and so far above and below it that a finger in a glove finds it."""

    def collide_point(self, x: float, y: float) -> bool:
        spare = max(0.0, (dp(SMALLEST_TARGET_DP) - self.height) / 2)
        return bool(self.x <= x <= self.right and self.y - spare <= y <= self.top + spare)


class Panel(Painted, BoxLayout):
    """A painted box layout: cards, bars, sheets."""


class Abreast(Panel):
    """Things of a given height side by side, equally wide; one that is not drawn (opacity 0) takes no room and leaves no gap."""

    def add_widget(self, widget: Widget, *args: object, **kwargs: object) -> None:
        super().add_widget(widget, *args, **kwargs)
        for name in ("opacity", "height"):
            widget.fbind(name, self._trigger_layout)

    def do_layout(self, *_: object) -> None:
        left, above, right, below = self.padding
        shown = [child for child in reversed(self.children) if child.opacity]
        width = (self.width - left - right - self.spacing * (len(shown) - 1)) / max(1, len(shown))
        middle = self.y + below + (self.height - above - below) / 2
        for child in self.children:
            place = shown.index(child) if child in shown else 0
            child.width = max(0, width) if child in shown else 0
            child.pos = (self.x + left + place * (width + self.spacing), middle - child.height / 2)


class Touchable(ButtonBehavior, Shaded, Panel):
    """A painted box layout that can be tapped as a whole."""


class Pile(Layout):
    """Children under each other at full width, as high as they are; one without height leaves no gap."""

    spacing = NumericProperty(0)
    padding = VariableListProperty([0, 0, 0, 0])
    minimum_height = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("children", "pos", "size", "spacing", "padding"):
            self.fbind(name, self._trigger_layout)

    def do_layout(self, *_: object) -> None:
        left, above, right, below = self.padding
        shown = [child for child in reversed(self.children) if child.height > 0]
        self.minimum_height = (
            above + below + sum(child.height for child in shown) + self.spacing * max(0, len(shown) - 1)
        )
        top = self.top - above
        for child in reversed(self.children):
            child.width = max(0, self.width - left - right)
            child.pos = (self.x + left, top - child.height)
            if child.height > 0:
                top -= child.height + self.spacing


class Columns(Pile):
    """A pile in a high window; in a wide one its children stand side by side, equally wide, from the top down."""

    is_wide = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("is_wide", self._trigger_layout)

    def do_layout(self, *args: object) -> None:
        shown = [child for child in reversed(self.children) if child.height > 0]
        if not self.is_wide or len(shown) < 2:
            super().do_layout(*args)
            return
        left, above, right, below = self.padding
        self.minimum_height = above + below + max(child.height for child in shown)
        width = (self.width - left - right - self.spacing * (len(shown) - 1)) / len(shown)
        for index, child in enumerate(shown):
            child.width = max(0, width)
            child.pos = (self.x + left + index * (width + self.spacing), self.top - above - child.height)


class Folding(Widget):
    """A widget that is there or not. What is not shown is not drawn and takes no touch, nor do its children.

    (A disabled child would swallow the touches that are meant for what lies in its place.)
    """

    shown = BooleanProperty(True)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_down(touch))

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return self.shown and bool(super().on_touch_up(touch))


class Part(Folding, Pile):
    """Some things under each other that take no room while they have nothing to say."""


class Line(Widget):
    """A hairline between two things."""


kv.load(__file__)
