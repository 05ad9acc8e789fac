"""The signature pad: keeps strokes as points in 0..1 of a 3:1 pad, y downwards, never pixels (they outlive a GL context)."""

from __future__ import annotations

from collections.abc import Sequence

from kivy.graphics import Color, Line
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty

from mobile.widgets import kv
from mobile.widgets.paint import Painted

Stroke = tuple[tuple[float, float], ...]
LEAST_STEP_PX = 1.5
MAX_POINTS = 4000


class SignaturePad(Painted):
    """A place to sign with a finger. Event: on_signed(strokes) after every stroke."""

    __events__ = ("on_signed",)
    strokes = ListProperty()
    hint = StringProperty("")
    readonly = BooleanProperty(False)
    ink = ObjectProperty((0, 0, 0, 1))

    def __init__(self, **kwargs: object) -> None:
        self._points: list[tuple[float, float]] = []
        super().__init__(**kwargs)
        for name in ("pos", "size", "strokes", "ink"):
            self.fbind(name, self._draw)

    def clear(self) -> None:
        self.strokes = []
        self.dispatch("on_signed", ())

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.readonly or self.disabled or not self.collide_point(*touch.pos):
            return bool(super().on_touch_down(touch))
        touch.grab(self)
        self._points = [self._relative(touch)]
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        x, y = self._relative(touch)
        last_x, last_y = self._points[-1]
        far = abs(x - last_x) * self.width + abs(y - last_y) * self.height >= LEAST_STEP_PX
        if far and sum(map(len, self.strokes)) + len(self._points) < MAX_POINTS:
            self._points.append((x, y))
            self._draw()
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        stroke, self._points = tuple(self._points), []
        self.strokes = [*self.strokes, stroke]
        self.dispatch("on_signed", tuple(self.strokes))
        return True

    def on_signed(self, strokes: Sequence[Stroke]) -> None: ...

    def _relative(self, touch: MotionEvent) -> tuple[float, float]:
        x = min(1.0, max(0.0, (touch.x - self.x) / max(1.0, self.width)))
        y = min(1.0, max(0.0, (self.top - touch.y) / max(1.0, self.height)))
        return (round(x, 4), round(y, 4))

    def _draw(self, *_: object) -> None:
        strokes = [*self.strokes, tuple(self._points)] if self._points else list(self.strokes)
        layer = self.canvas
        layer.remove_group("ink")
        layer.add(Color(*self.ink, group="ink"))
        for stroke in strokes:
            flat = [part for x, y in stroke for part in (self.x + x * self.width, self.top - y * self.height)]
            if len(flat) == 2:
                flat += [flat[0] + 1, flat[1]]
            layer.add(Line(points=flat, width=dp(1.6), cap="round", joint="round", group="ink"))


kv.load(__file__)
