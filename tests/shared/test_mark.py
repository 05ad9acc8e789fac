"""A mark says what it is in shares of its picture, or is refused."""

from __future__ import annotations

import pytest

from shared.model.mark import MOST_LETTERS, MOST_MARKS, MOST_POINTS, Mark, MarkKind
from tests.builders import a_photo

ARROW = Mark(MarkKind.ARROW, ((0, 0), (1, 1)))


@pytest.mark.parametrize(
    ("kind", "points", "text"),
    [
        (MarkKind.ARROW, ((0, 0),), ""),
        (MarkKind.ARROW, ((0, 0), (1, 1), (0, 1)), ""),
        (MarkKind.CIRCLE, (), ""),
        (MarkKind.PEN, (), ""),
        (MarkKind.PEN, ((0, 0),) * (MOST_POINTS + 1), ""),
        (MarkKind.PEN, ((0, 1.01),), ""),
        (MarkKind.ARROW, ((-0.1, 0), (1, 1)), ""),
        (MarkKind.ARROW, ((0, 0), (1, 1)), "words"),
        (MarkKind.TEXT, ((0.5, 0.5),), ""),
        (MarkKind.NUMBER, ((0.5, 0.5),), ""),
        (MarkKind.TEXT, ((0.5, 0.5),), "字" * (MOST_LETTERS + 1)),
    ],
)
def test_what_cannot_be_drawn_is_refused(kind, points, text):
    with pytest.raises(ValueError, match=r"mark|numbers"):
        Mark(kind, points, text=text)


def test_a_photo_takes_so_many_marks():
    assert len(a_photo(marks=(ARROW,) * MOST_MARKS).marks) == MOST_MARKS
    with pytest.raises(ValueError, match="too many"):
        a_photo(marks=(ARROW,) * (MOST_MARKS + 1))
