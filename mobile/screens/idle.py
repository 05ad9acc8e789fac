"""What would hold up a tap, or move what it is aimed at, is done while nobody touches the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

IDLE_S = 1.5
"""So long nobody touches the screen before it counts as idle."""
EARLY_S = 0.005
"""So much too early Kivy may call what was asked for after a time; measured from there, a pause is whole all the same."""
TAP_S = 0.25
"""A list hands a short tap to its row this long after the finger has gone, at most (`ScrollView.on_scroll_stop`)."""


class Fingers:
    """Puts off what came from outside while a finger is on the window, or its tap is still on the way to what it hit."""

    def __init__(self, window: Any, act: Callable[[], None]) -> None:
        self._window, self._act = window, act
        self._is_asked = False
        self._down: set[int] = set()
        self._lifted_at = -TAP_S
        self._event = Clock.create_trigger(self._look, TAP_S)
        window.bind(on_motion=self._move)

    def act_soon(self) -> None:
        """Act at once if no finger is on the window, else once it has gone; asked again meanwhile, it is done once."""
        self._is_asked = True
        self._look()

    def lift(self) -> None:
        """Forget the fingers: an app that was put aside is not told that they have gone."""
        self._down.clear()
        self._look()

    def cancel(self) -> None:
        """Do no more."""
        self._event.cancel()
        self._window.unbind(on_motion=self._move)

    def _move(self, _window: object, stage: str, motion: Any) -> bool:
        if motion.is_touch and stage == "begin":
            self._down.add(motion.uid)
        elif motion.is_touch and stage == "end":
            self._down.discard(motion.uid)
            self._lifted_at = Clock.get_time()
            self._look()
        return False

    def _look(self, *_: object) -> None:
        if not self._is_asked or self._down:
            return
        if Clock.get_time() - self._lifted_at < TAP_S:
            self._event()
        else:
            self._is_asked = False
            self._act()


class Idle:
    """Does something again and again, each `pause_s` seconds in which nothing moved on the window."""

    def __init__(self, window: Any, act: Callable[[], None], pause_s: float = IDLE_S) -> None:
        self._window, self._act, self._pause_s = window, act, pause_s
        self._moved_at = Clock.time()
        self._event = Clock.schedule_interval(self._look, pause_s)
        window.bind(on_motion=self._move)

    def cancel(self) -> None:
        """Do no more."""
        self._event.cancel()
        self._window.unbind(on_motion=self._move)

    def _move(self, *_: object) -> bool:
        self._moved_at = Clock.time()  # now, and not when the last frame began, which may have taken long
        return False

    def _look(self, *_: object) -> None:
        if Clock.get_time() - self._moved_at >= self._pause_s - EARLY_S:
            self._act()
