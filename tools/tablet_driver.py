"""A finger on the tablet: drives a Kivy app in this process, frame by frame, under a virtual clock.

For the tests, the demo, the pictures and the benches. No threads, no sleeps, no real time: `settle()` runs frames until
nothing is pending, so that whoever drives says tap, then looks. One window (one GL context) serves the whole process; each Driver empties it when it closes.
"""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kivy.animation import Animation
from kivy.app import App
from kivy.base import EventLoop, runTouchApp
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.input import MotionEvent
from kivy.lang import Builder
from kivy.logger import Logger
from kivy.uix.label import Label
from kivy.uix.recycleview import views as kept_rows
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.widgets.words import Words, advance

FRAME_S = 1 / 60
LONG_FRAMES = 300
SOON_S = 0.5
MOST_TURNS = 18
"""So many turns of layout a screen may take before its frame; the worst seen took 13, and Kivy gives up after 20."""


class Overrun(logging.Handler):
    """Hears Kivy say that a screen did not come to rest before its frame."""

    def __init__(self) -> None:
        super().__init__(logging.CRITICAL)
        self.is_heard = False

    def emit(self, record: logging.LogRecord) -> None:
        self.is_heard = self.is_heard or "too much iteration" in record.getMessage()


OVERRUN = Overrun()
Logger.addHandler(OVERRUN)


class VirtualTime:
    """Seconds that pass only when a frame is drawn. It goes on from Kivy's own clock: time never runs backwards."""

    def __init__(self, now_s: float) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s


class Fingertip(MotionEvent):  # type: ignore[misc]  # Kivy has no types
    """One touch, from down to up. Kivy has such a class among its own tests, but that needs pytest, and the demo has none."""

    def __init__(self, x: float, y: float) -> None:
        super().__init__(type(self).__name__, 99, self._share(x, y), is_touch=True, type_id="touch")
        self.profile = ["pos"]

    def depack(self, args: dict[str, float]) -> None:
        self.sx, self.sy = args["x"], args["y"]
        super().depack(args)

    def touch_down(self) -> None:
        EventLoop.post_dispatch_input("begin", self)

    def touch_move(self, x: float, y: float) -> None:
        self.move(self._share(x, y))
        EventLoop.post_dispatch_input("update", self)

    def touch_up(self) -> None:
        EventLoop.post_dispatch_input("end", self)

    def _share(self, x: float, y: float) -> dict[str, float]:
        """Say where a pixel lies as shares of the window."""
        return {"x": x / (Window.width - 1.0), "y": y / (Window.height - 1.0)}


class Driver:
    """One running app with a finger on it."""

    def __init__(self, app: App, size: tuple[int, int] = (1280, 800)) -> None:
        self.app = app
        self.pace = 1  # how many frames' time passes in each: more where nothing between two states is looked at
        self.time = Clock.time if isinstance(Clock.time, VirtualTime) else VirtualTime(Clock.time())
        Clock.time = self.time
        Clock._last_tick = self.time.now_s  # waits of the first app, too, begin here and not when Kivy was imported
        Clock._max_fps = 0
        Clock.max_iteration = MOST_TURNS
        OVERRUN.is_heard = False
        Window.close = lambda *_: None
        self.rotate(size, settle=False)
        app._run_prepare()
        runTouchApp(embedded=True)
        self.settle()

    # ---------------------------------------------------------------- time
    def frame(self, *, draw: bool = False) -> None:
        """Let one frame pass: time, input, layout. Drawing it is left out unless asked for: software raster is slow."""
        self.time.now_s += FRAME_S * self.pace
        if draw:
            Window.canvas.ask_update()
            EventLoop.idle()
        else:
            Clock.tick()
            EventLoop.dispatch_input()
            Builder.sync()
            Clock.tick_draw()
            Builder.sync()
        if OVERRUN.is_heard:
            raise AssertionError(f"the layout did not come to rest in {MOST_TURNS} turns before a frame")

    def settle(self, frames: int = LONG_FRAMES) -> None:
        """Run frames until no short delay and no animation is pending."""
        quiet = 0
        for _ in range(frames):
            self.frame()
            soon = any(e.is_triggered and not e.loop and e.timeout <= SOON_S for e in Clock.get_events())
            busy = soon or bool(Animation._instances)
            quiet = 0 if busy else quiet + 1
            if quiet >= 2:
                return
        raise AssertionError(f"the screen did not come to rest in {frames} frames: {Clock.get_events()}")

    def wait(self, seconds: float) -> None:
        """Let virtual time pass."""
        for _ in range(int(seconds / FRAME_S)):
            self.frame()
        self.settle()

    # ---------------------------------------------------------------- looking
    def walk(self, root: Widget | None = None) -> Iterator[Widget]:
        """Yield every widget that is in the window and can be seen, front to back of the tree."""
        for top in [root] if root is not None else list(Window.children):
            yield from self._walk(top)

    def _walk(self, widget: Widget) -> Iterator[Widget]:
        if getattr(widget, "opacity", 1) == 0:
            return
        yield widget
        for child in reversed(widget.children):
            yield from self._walk(child)

    def find(self, kind: type | str, **values: object) -> Widget:
        """Return the first visible widget of a class whose properties have these values."""
        for widget in self.all(kind):
            if all(getattr(widget, name, None) == value for name, value in values.items()):
                return widget
        raise AssertionError(f"no {kind} with {values} on the screen; texts: {self.texts()}")

    def all(self, kind: type | str) -> list[Any]:
        def matches(widget: Widget) -> bool:
            if isinstance(kind, str):
                return any(base.__name__ == kind for base in type(widget).__mro__)
            return isinstance(widget, kind)

        return [w for w in self.walk() if matches(w)]

    def texts(self, root: Widget | None = None) -> list[str]:
        """Return every text that stands in the window now."""
        return [plain(w) for w in self.walk(root) if isinstance(w, Label) and plain(w) and self.on_screen(w)]

    def shows(self, text: str, root: Widget | None = None) -> bool:
        return any(text in shown for shown in self.texts(root))

    def target(self, text: str, nth: int = 0, root: Widget | None = None) -> Widget:
        """Return the nth visible label that reads `text` (whole text first, then a part of it)."""
        labels = [w for w in self.walk(root) if isinstance(w, Label) and self.on_screen(w)]
        exact = [w for w in labels if plain(w) == text]
        found = exact or [w for w in labels if text in plain(w)]
        if not -len(found) <= nth < len(found):
            raise AssertionError(f"{text!r} (nth={nth}) is not on the screen; texts: {self.texts()}")
        return found[nth]

    def on_screen(self, widget: Widget) -> bool:
        x, y = widget.to_window(*widget.center)
        if not (0 <= x <= Window.width and 0 <= y <= Window.height):
            return False
        if widget.get_parent_window() is None:
            return False
        return all(view.collide_point(*view.parent.to_widget(x, y)) for view in scrolled_by(widget))

    def today(self) -> date:
        """Return the site's date, as the app sees it."""
        day: date = self.app.desk.setting().now().date()
        return day

    # ---------------------------------------------------------------- touching
    def tap(self, target: str | Widget, nth: int = 0, root: Widget | None = None) -> None:
        widget = self.target(target, nth, root) if isinstance(target, str) else target
        x, y = widget.to_window(*widget.center)
        self.tap_at(x, y)

    def tap_at(self, x: float, y: float) -> None:
        if not (0 <= x <= Window.width and 0 <= y <= Window.height):
            raise AssertionError(f"({x:.0f}, {y:.0f}) is outside the window")
        touch = Fingertip(x, y)
        touch.touch_down()
        self.frame()
        touch.touch_up()
        self.settle()

    def drag(self, points: list[tuple[float, float]], steps: int = 6) -> None:
        """Press at the first point, move through the others, lift."""
        touch = Fingertip(*points[0])
        touch.touch_down()
        self.frame()
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            for step in range(1, steps + 1):
                touch.touch_move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
                self.frame()
        touch.touch_up()
        self.settle()

    def swipe_up(self, distance: float | None = None, x: float | None = None) -> None:
        """Scroll the list under the finger."""
        middle = Window.width / 2 if x is None else x
        length = Window.height * 0.4 if distance is None else distance
        low = Window.height / 2 - length / 2
        self.drag([(middle, low), (middle, low + length)], steps=12)

    def type(self, text: str) -> None:
        """Type into the focused field, as an input method does when it commits."""
        for char in text:
            Window.dispatch("on_textinput", char)
        self.settle()

    def back(self) -> None:
        """Press Android's Back key."""
        Window.dispatch("on_keyboard", 27, 1, None, [])
        self.settle()

    def rotate(self, size: tuple[int, int], *, settle: bool = True) -> None:
        """Give the window another size: the layout follows, and the lower left part of the surface is drawn.

        The offscreen surface itself cannot grow, so whoever makes the window makes it as large as either orientation needs.
        """
        Window._size = size
        Window.dispatch("on_resize", *size)
        if settle:
            self.settle()

    # ---------------------------------------------------------------- pictures
    def screenshot(self, path: Path) -> Path:
        """Write what the window shows to a PNG file."""
        from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
        from PIL import Image

        self.settle()
        self.frame(draw=True)
        width, height = Window.system_size
        pixels = glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)
        image = Image.frombytes("RGBA", (width, height), pixels).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        path.parent.mkdir(parents=True, exist_ok=True)
        image.convert("RGB").save(path)
        return path

    def clipped(self) -> list[str]:
        """Return the texts whose letters need more room than their box has."""
        found = []
        for label in self.walk():
            if not isinstance(label, Label) or not plain(label) or not self.on_screen(label):
                continue
            width, height = label.texture_size
            if width > label.width + 1 or height > label.height + 1:
                found.append(f"{plain(label)!r} needs {width}x{height}, has {label.width:.0f}x{label.height:.0f}")
            elif letters_width(label) > label.width - label.padding[0] - label.padding[2] + 1:
                found.append(
                    f"{plain(label)!r} needs {letters_width(label):.0f}, has {label.width:.0f} with its padding"
                )
        return found

    # ---------------------------------------------------------------- end
    def close(self) -> None:
        """Stop the app and leave the window empty, as found."""
        self.app.dispatch("on_stop")
        for child in list(Window.children):
            Window.remove_widget(child)
        Animation._instances.clear()
        for event in Clock.get_events():
            event.cancel()
        EventLoop.touches.clear()
        kept_rows._cached_views.clear()  # rows that are kept for reuse follow the look of the app that made them
        kept_rows._cache_count = 0
        App._running_app = None


def scrolled_by(widget: Widget) -> Iterator[ScrollView]:
    """Yield the scroll views that a widget lies in: what they have scrolled away cannot be touched."""
    above = widget.parent
    while above is not None and above is not Window:
        if isinstance(above, ScrollView):
            yield above
        above = above.parent


def letters_width(label: Label) -> float:
    """Return how wide the letters of a label that is drawn as wide as its box are: its picture is cut there, whatever it says."""
    if label.text_size[0] is None or not isinstance(label, Words):
        return 0.0
    smaller = re.search(r"\[size=(\d+)\](?!\[/size\])", re.sub(r"\[font=Icons\].*?\[/font\]", "", label.text))
    size = float(smaller[1]) if smaller else label.font_size
    lines = bare(label).strip().split("\n")
    return max(advance(line.strip(), size, label.font_name, label.bold) for line in lines)


def plain(label: Label) -> str:
    """Return what a label reads, without markup, line breaks made for its width and what lines are indented by."""
    return re.sub(r"\n *", "", bare(label)).strip()


def bare(label: Label) -> str:
    """Return what a label reads, without markup."""
    text = str(label.text)
    if label.markup:
        text = re.sub(r"\[font=Icons\].*?\[/font\]", "", text)
        text = re.sub(r"\[/?(?:b|i|u|s|color|size|font|ref|anchor|sub|sup)(?:=[^\]]*)?\]", "", text)
        text = text.replace("&bl;", "[").replace("&br;", "]").replace("&amp;", "&")
    return text
