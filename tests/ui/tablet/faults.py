"""What is wrong with a screen as it is laid out: cut texts, texts one over the other, small targets, things outside the window."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from kivy.core.window import Window
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.label import Label

from tools.tablet_driver import plain, scrolled_by

SMALLEST_TARGET, NARROWEST_TARGET = 48, 40
SLACK = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the window."""

    left: float
    low: float
    right: float
    high: float

    def within(self, other: Box) -> Box:
        """Return what both share; it may be empty."""
        return Box(
            max(self.left, other.left),
            max(self.low, other.low),
            min(self.right, other.right),
            min(self.high, other.high),
        )

    def shares_with(self, other: Box) -> bool:
        both = self.within(other)
        return both.right - both.left > SLACK * 2 and both.high - both.low > SLACK * 2


def faults_of(finger: Any, *, may_shorten: bool) -> list[str]:
    """Return what is wrong with what is shown; titles that end in "…" too unless they ``may_shorten``."""
    front = list(finger.walk(finger.app.shell.in_front()))
    seen = [widget for widget in front if finger.on_screen(widget)]
    labels = [w for w in seen if isinstance(w, Label) and plain(w)]
    still = [w for w in labels if not any(type(above).__name__ == "Snackbar" for above in ancestors(w))]
    found = finger.clipped() + overlapping(still) + outside(seen) + small_targets(seen)
    if not may_shorten:
        found += [f"{plain(w)!r} is a title that is shortened" for w in labels if is_title(w) and "…" in plain(w)]
    return found


def outside(seen: list[Any]) -> list[str]:
    """Return what reaches over the window's sides and can be read or touched."""
    found = []
    for widget in seen:
        if not isinstance(widget, ButtonBehavior | Label) or (isinstance(widget, Label) and not plain(widget)):
            continue
        if any(view.do_scroll_x for view in scrolled_by(widget)):
            continue
        box = box_of(widget)
        if box.left < -SLACK or box.right > Window.width + SLACK:
            found.append(f"{name_of(widget)} reaches from {box.left:.0f} to {box.right:.0f} of {Window.width}")
    return found


def small_targets(seen: list[Any]) -> list[str]:
    """Return what can be touched and is too small for a finger in a glove."""
    found = []
    for widget in seen:
        if not isinstance(widget, ButtonBehavior) or widget.disabled or not widget.height or not widget.width:
            continue
        reach = SMALLEST_TARGET / 2 - SLACK
        is_high = all(widget.collide_point(widget.center_x, widget.center_y + way * reach) for way in (1, -1))
        if not is_high or widget.width < NARROWEST_TARGET:
            found.append(f"{name_of(widget)} can be touched on {widget.width:.0f}x{widget.height:.0f}")
    return found


def overlapping(labels: list[Any]) -> list[str]:
    """Return the pairs of texts whose letters lie over each other."""
    boxes = [(label, letters_of(label)) for label in labels]
    return [
        f"{plain(a)!r} lies over {plain(b)!r}"
        for (a, one), (b, other) in itertools.combinations(boxes, 2)
        if one.shares_with(other)
    ]


def is_title(label: Any) -> bool:
    """Tell whether a label stands in the title of the screen."""
    return any(type(above).__name__ == "HelpTitle" for above in ancestors(label))


def letters_of(label: Any) -> Box:
    """Return where a label's letters stand, as far as its scroll views show them."""
    x, y = label.to_window(label.x, label.y)
    width, height = label.texture_size
    at_x = {"left": 0.0, "center": (label.width - width) / 2, "right": label.width - width}.get(label.halign, 0.0)
    if label.text_size[0] is not None:  # the texture is as wide as the box, the letters are not
        at_x = 0.0
    box = Box(x + at_x, y + (label.height - height) / 2, x + at_x + width, y + (label.height + height) / 2)
    for view in scrolled_by(label):
        box = box.within(box_of(view))
    return box


def box_of(widget: Any) -> Box:
    x, y = widget.to_window(widget.x, widget.y)
    return Box(x, y, x + widget.width, y + widget.height)


def ancestors(widget: Any) -> list[Any]:
    found, above = [], widget.parent
    while above is not None and above is not Window:
        found.append(above)
        above = above.parent
    return found


def name_of(widget: Any) -> str:
    """Name a widget by its kind and what it says."""
    words = plain(widget) if isinstance(widget, Label) else ""
    return f"{type(widget).__name__} {words or getattr(widget, 'icon', '') or getattr(widget, 'hint', '')!r}".strip()
