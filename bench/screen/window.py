"""The child process: opens the real app on a tablet's folder and measures; prints one JSON object.

``python -m bench.screen.window frame|bare|walk|day|taps FOLDER [PICTURES]``
"""

from __future__ import annotations

import os

# Before the first import of Kivy: no display, one pixel per dp whatever the machine, no files beside the user's.
os.environ.update(
    SDL_VIDEODRIVER="offscreen",
    KIVY_NO_ARGS="1",
    KIVY_NO_CONFIG="1",
    KIVY_NO_FILELOG="1",
    KIVY_LOG_MODE="PYTHON",
    KIVY_CLIPBOARD="sdl2",
    KIVY_METRICS_DENSITY="1",
    KIVY_METRICS_FONTSCALE="1",
    KIVY_DPI="160",
)

import json
import sys
import time

if sys.argv[1:2] != ["bare"]:
    os.environ["KIVY_IMAGE"] = "sdl2,tex"  # as mobile.app does, which is imported after Kivy here

from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZE = (1280, 800)


def configure() -> None:
    """Settle the window and its timing before it opens."""
    from kivy.config import Config

    width, height = SIZE
    for section, key, value in (
        ("graphics", "multisamples", "0"),
        ("graphics", "maxfps", "0"),
        ("graphics", "vsync", "0"),
        ("graphics", "width", str(width)),
        ("graphics", "height", str(height)),
    ):
        Config.set(section, key, value)
    Config.remove_section("input")
    Config.add_section("input")


def tell_first_frame(app: Any) -> dict[str, float]:
    """Run an app until its first frame is drawn; return the system's monotonic clock then and the CPU it took, in seconds."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import glFinish

    seen: dict[str, float] = {}

    def drawn(*_: object) -> None:
        if not seen:
            glFinish()
            seen["drawn_s"], seen["cpu_s"] = time.monotonic(), time.process_time()
            app.stop()

    Window.bind(on_flip=drawn)
    app.run()
    return seen


def bare() -> dict[str, float]:
    """Draw the first frame of the smallest Kivy app: a label."""
    from kivy.app import App
    from kivy.uix.label import Label

    class Bare(App):
        def build(self) -> Label:
            return Label(text="Site Rounds")

    return tell_first_frame(Bare())


def first_frame(folder: Path) -> dict[str, float]:
    """Draw the first frame of the whole app, put together as on a tablet."""
    from mobile.app import RoundsApp, assemble, prepare

    prepare()
    app = RoundsApp(assemble(folder))
    found = tell_first_frame(app)
    rounds = app.shell.screen.view.rows
    return {**found, "rounds": float(len(rounds))}


class Eye:
    """Draws frames of a running app and tells what each cost the UI thread."""

    def __init__(self, app: Any) -> None:
        from kivy.base import EventLoop, runTouchApp
        from kivy.clock import Clock
        from kivy.graphics.opengl import glFinish

        self.app, self._loop, self._finish = app, EventLoop, glFinish
        Clock._max_fps = 0  # noqa: SLF001 - no waiting between frames
        app._run_prepare()  # noqa: SLF001 - what App.run does before it hands over to the event loop
        runTouchApp(embedded=True)
        self.rest()

    def frame(self) -> float:
        """Draw one frame; milliseconds of CPU of this thread, without the wait for the rasteriser."""
        began = time.thread_time()
        self._loop.idle()
        taken = time.thread_time() - began
        self._finish()
        return taken * 1000

    def rest(self, frames: int = 12) -> None:
        """Let animations and delayed layout end."""
        for _ in range(frames):
            self.frame()

    def settle(self) -> None:
        """Let animations end that take their time, however quick frames are."""
        from kivy.animation import Animation

        self.rest(6)
        while Animation._instances:  # noqa: SLF001 - Kivy has no other list of what moves
            self.frame()
        self.rest(4)

    def cost(self, act: Callable[[], object], frames: int = 2) -> float:
        """Do something and draw it; milliseconds of CPU of this thread, the frame after next included."""
        began = time.thread_time()
        act()
        taken = (time.thread_time() - began) * 1000
        return taken + sum(self.frame() for _ in range(frames))


def main() -> None:
    """Measure what the command line asks for."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    configure()
    if what == "bare":
        found: dict[str, Any] = dict(bare())
    elif what == "frame":
        found = dict(first_frame(folder))
    else:
        from bench.screen import scene

        found = (
            scene.taps(folder)
            if what == "taps"
            else scene.walk(folder)
            if what == "walk"
            else scene.day(folder, int(sys.argv[3]))
        )
    print(json.dumps(found), flush=True)
    os._exit(0)  # no clearing up: the next measurement begins


if __name__ == "__main__":
    main()
