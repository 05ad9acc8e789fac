"""What a person draws on a photo: data beside the picture, never part of its bytes; burned in only in documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MOST_MARKS = 60
MOST_POINTS = 2_000
MOST_LETTERS = 60


class MarkKind(Enum):
    """Kinds of marks, with what their points mean."""

    ARROW = "arrow"  # two points: tail, head
    CIRCLE = "circle"  # two points: opposite corners of the box that an ellipse fills
    PEN = "pen"  # the line itself
    TEXT = "text"  # one point: the middle of the words
    NUMBER = "number"  # one point: the middle of the disc


class Ink(Enum):
    """Colours that are seen on a dim machine room and on a white wall; each is drawn with a dark rim."""

    RED = "red"
    YELLOW = "yellow"
    BLUE = "blue"


_COUNTS = {MarkKind.ARROW: (2, 2), MarkKind.CIRCLE: (2, 2), MarkKind.TEXT: (1, 1), MarkKind.NUMBER: (1, 1)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark 标注. ``points`` are shares 0..1 of the upright picture's width and height, from its top left corner.

    ``text`` holds the words of a TEXT and the figure of a NUMBER.
    """

    kind: MarkKind
    points: tuple[tuple[float, float], ...]
    ink: Ink = Ink.RED
    text: str = ""

    def __post_init__(self) -> None:
        least, most = _COUNTS.get(self.kind, (1, MOST_POINTS))
        if not least <= len(self.points) <= most:
            raise ValueError(f"a mark of kind {self.kind.value} has {least} to {most} points")
        if not all(0 <= part <= 1 for point in self.points for part in point):
            raise ValueError("a mark lies within its picture: 0..1")
        if len(self.text) > MOST_LETTERS or (self.kind in (MarkKind.TEXT, MarkKind.NUMBER)) != bool(self.text):
            raise ValueError("words and numbers have a text, other marks none")
