"""The border where what nobody expected ends on the tablet: told with its trace, said on the screen, and the app goes on.

Everything tapped so far is on disk, so there is nothing to save. Faults without end (each frame raises one) end the app
after all: it reopens at the same place, or at today's rounds if that place is what fails.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from kivy.base import ExceptionHandler, ExceptionManager

log = logging.getLogger(__name__)
MOST_FAULTS = 20


class FaultBorder(ExceptionHandler):
    """Kivy asks it about each exception of an event or a frame. ``say`` tells the person."""

    def __init__(self, say: Callable[[], None]) -> None:
        self.say = say
        self.faults = 0

    def handle_exception(self, exception: BaseException) -> int:
        """Keep the app going, unless it is being ended or does nothing but fail."""
        self.faults += 1
        if not isinstance(exception, Exception) or self.faults > MOST_FAULTS:
            return ExceptionManager.RAISE
        log.error("an event failed", exc_info=exception)
        try:
            self.say()
        except Exception:
            log.exception("and could not be said")
        return ExceptionManager.PASS
