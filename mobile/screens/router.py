"""Which screen is shown, and what Back does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ROOTS = ("rounds", "hazards", "sync", "settings")
PARENTS = {
    "checklist": "rounds",
    "item": "checklist",
    "finish": "checklist",
    "hazard": "hazards",
    "recheck": "hazard",
    "unit": "rounds",
    "notice": "hazards",
    "line": "notice",
    "rechecks": "hazards",
    "paper": "hazards",
    "report": "hazards",
    "memo": "rounds",
    "scan": "rounds",
    "excuse": "rounds",
    "access": "rounds",
    "admit": "rounds",
    "draw": "rounds",
    "shift": "rounds",
    "closing": "rounds",
    "pin": "settings",
}
RECORDING = frozenset(
    {
        "checklist",
        "item",
        "finish",
        "unit",
        "scan",
        "recheck",
        "rechecks",
        "notice",
        "line",
        "report",
        "memo",
        "excuse",
        "draw",
    }
)
"""Where something is recorded whose place counts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen and what it is about."""

    screen: str
    record: str = ""
    item: str = ""


class Router:
    """A stack of places. `show` is called with each new place."""

    def __init__(self, show: Callable[[Place], None]) -> None:
        self._show = show
        self._stack: list[Place] = []

    @property
    def here(self) -> Place:
        return self._stack[-1] if self._stack else Place("")

    def go(self, screen: str, record: str = "", item: str = "") -> None:
        """Open a screen on top; one of the roots replaces all."""
        place = Place(screen, record, item)
        self._stack = [place] if screen in ROOTS or screen == "enrol" else [*self._stack, place]
        self._show(place)

    def replace(self, screen: str, record: str = "", item: str = "") -> None:
        """Put a screen in the place of the one that is shown."""
        self._stack[-1:] = [Place(screen, record, item)]
        self._show(self.here)

    def note(self, item: str) -> None:
        """Remember another item on the same screen, without showing anything anew."""
        if self._stack:
            self._stack[-1] = Place(self.here.screen, self.here.record, item)

    def begin_at(self, screen: str) -> None:
        """Show a screen with nothing underneath."""
        self._stack = [Place(screen)]
        self._show(self.here)

    def back(self) -> bool:
        """Go one step back; False at a root screen, where Android may leave the app."""
        if len(self._stack) > 1:
            self._stack.pop()
            self._show(self.here)
            return True
        if self.here.screen in ROOTS and self.here.screen != "rounds":
            self.go("rounds")
            return True
        return False

    def reopen(self, place: Place) -> None:
        """Open a place with the screens that lead to it underneath, as after a restart."""
        stack = [place]
        while stack[0].screen in PARENTS:
            parent = PARENTS[stack[0].screen]
            same, item = parent in ("checklist", "notice"), place.item if parent == "checklist" else ""
            stack.insert(0, Place(parent, place.record if same else "", item))
        self._stack = [p for p in stack if p.record or p.screen in ROOTS or p.screen == "enrol"] or [Place("rounds")]
        self._show(self.here)
