"""A small plot of the last readings between their limits; where they are heading stands under it in words."""

from __future__ import annotations

from kivy.app import App
from kivy.graphics import Color, Ellipse, Line
from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.views.parts import PlotView, Tone
from mobile.widgets import kv


class PlotField(Widget):
    """The drawing: limits as dashed lines, readings as dots on a line, the last one larger."""

    view = ObjectProperty(PlotView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("view", "pos", "size"):
            self.fbind(name, self._draw)
        self._draw()

    def _draw(self, *_: object) -> None:
        self.canvas.after.clear()
        view, theme = self.view, App.get_running_app().theme
        if not view.points or self.height <= 0:
            return
        dot = theme.s1 * 1.4
        points = [self._place(x, y, dot) for x, y in view.points]
        with self.canvas.after:
            for bound in (view.high, view.low):
                if bound is not None:
                    Color(*theme.bad)
                    self._dashes(self._place(0, bound, dot)[1], theme.s1)
            Color(*theme.info)
            Line(points=[part for point in points for part in point], width=max(1.0, theme.hairline * 1.2))
            for index, ((x, y), tone) in enumerate(zip(points, view.tones, strict=True)):
                Color(*(theme.info if tone in (Tone.IDLE, Tone.OK) else theme.strong(tone)))
                size = dot * (2.4 if index == len(points) - 1 else 1.6)
                Ellipse(pos=(x - size / 2, y - size / 2), size=(size, size))

    def _dashes(self, y: float, length: float) -> None:
        """Draw a dashed line by hand: Kivy's own dashes need a line of one pixel."""
        x = self.x
        while x < self.right:
            Line(points=[x, y, min(x + length * 1.5, self.right), y], width=1.1)
            x += length * 2.5

    def _place(self, x: float, y: float, margin: float) -> tuple[float, float]:
        return (
            self.x + margin * 2 + x * max(0.0, self.width - margin * 4),
            self.y + margin + min(1.0, max(0.0, y)) * max(0.0, self.height - margin * 2),
        )


class Plot(BoxLayout):
    """A plot with its limits in words beside it."""

    view = ObjectProperty(PlotView(), rebind=True)


kv.load(__file__)
