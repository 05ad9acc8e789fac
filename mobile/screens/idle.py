"""What would hold up a tap is done while nobody touches the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

IDLE_S = 1.5
"""So long nobody touches the screen before it counts as idle."""


class Idle:
    """Does something again and again, each IDLE_S seconds in which nothing moved on the window."""

    def __init__(self, window: Any, act: Callable[[], None]) -> None:
        self._window, self._act = window, act
        self._moved_at = Clock.get_time()
        self._event = Clock.schedule_interval(self._look, IDLE_S)
        window.bind(on_motion=self._move)

    def cancel(self) -> None:
        """Do no more."""
        self._event.cancel()
        self._window.unbind(on_motion=self._move)

    def _move(self, *_: object) -> bool:
        self._moved_at = Clock.get_time()
        return False

    def _look(self, *_: object) -> None:
        if Clock.get_time() - self._moved_at >= IDLE_S:
            self._act()
