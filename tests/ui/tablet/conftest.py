"""Environment of the tablet's UI tests: an offscreen window, fixed density, and a Driver per test."""

from __future__ import annotations

import os

# Before the first import of kivy. KIVY_NO_CONSOLELOG would swallow tracebacks; xclip hangs without a display.
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

from kivy.config import Config

for section, key, value in (
    ("graphics", "multisamples", "0"),
    ("graphics", "maxfps", "0"),
    ("graphics", "vsync", "0"),
    ("graphics", "width", "1280"),
    ("graphics", "height", "1280"),
    ("kivy", "exit_on_escape", "0"),
):
    Config.set(section, key, value)
Config.remove_section("input")
Config.add_section("input")

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session", autouse=True)
def _prepared() -> None:
    from mobile.app import prepare

    prepare()


@pytest.fixture
def open_app(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open the real app on the real store; opening again plays a restart. Everything is closed at the end."""
    from mobile.app import RoundsApp
    from tests.ui.tablet.estate import a_tablet
    from tools.tablet_driver import Driver

    opened: list[Any] = []

    def open_one(size: tuple[int, int] = (1280, 800), parts: Any = None, **wishes: Any) -> Any:
        if opened:
            opened[-1].close()
        finger = Driver(RoundsApp(parts or a_tablet(tmp_path, **wishes)), size)
        opened.append(finger)
        return finger

    yield open_one
    if opened:
        opened[-1].close()


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A tablet in the middle of a shift, and what it holds; each test takes a copy of it."""
    from tests.ui.tablet.gallery import fill

    home = tmp_path_factory.mktemp("stocked")
    return home, fill(home)
