"""Where the tablet is, as the platform's satellites and networks tell it, and whether another app made it up."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from shared.model.fix import Fix

FRESH = timedelta(minutes=2)
"""So old a fix still says where something was done."""


class LocatorState(StrEnum):
    READY = "ready"
    REFUSED = "refused"
    """The person did not allow it."""
    OFF = "off"
    """Location is switched off in the tablet's settings."""
    ABSENT = "absent"


class Locator(Protocol):
    """Never blocks: answers with what is known and lets the tablet look anew."""

    @property
    def state(self) -> LocatorState:
        """Say why there may be no fix."""

    def fix(self) -> Fix | None:
        """Return the newest position that is younger than ``FRESH``, None if there is none; a new one is looked for."""

    def prepare(self) -> None:
        """Begin to look; for the screen that will want a fix soon. Asks for the permission once, and never after a no."""

    def ask(self) -> None:
        """Ask for the permission, or show the way to the settings: the person wants it now."""

    def rest(self) -> None:
        """Stop looking; satellites cost battery."""


class NoLocator:
    """The twin of a device without satellites."""

    state = LocatorState.ABSENT

    def fix(self) -> Fix | None:
        return None

    def prepare(self) -> None:
        """Look for nothing."""

    def ask(self) -> None:
        """Nobody could allow anything."""

    def rest(self) -> None:
        """Look for nothing."""


class GivenLocator:
    """A twin that is where it is put; for the demo and for tests."""

    def __init__(self, here: Fix | None = None, state: LocatorState = LocatorState.READY) -> None:
        self.here = here
        self.state = state

    def fix(self) -> Fix | None:
        return self.here if self.state is LocatorState.READY else None

    def prepare(self) -> None:
        """Be there already."""

    def ask(self) -> None:
        """Answer as a person who allows it."""
        if self.state is LocatorState.REFUSED:
            self.state = LocatorState.READY

    def rest(self) -> None:
        """Stay."""


def better(old: Fix | None, new: Fix, fresh: timedelta = FRESH) -> Fix:
    """Return the position to go by: the newer, unless it is much vaguer and the older one is still fresh.

    A made-up position never takes the place of a fresh measured one.
    """
    if old is None or new.at - old.at > fresh:
        return new
    if new.is_mock != old.is_mock:
        return old if new.is_mock else new
    return new if new.at >= old.at and new.accuracy_m <= 2 * old.accuracy_m else old


def is_fresh(fix: Fix | None, now: datetime) -> bool:
    """Tell whether a position still says where the tablet is; one from the future does too: the clock was set back."""
    return fix is not None and now - fix.at <= FRESH
