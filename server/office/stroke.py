"""Signatures as drawings: strokes of a 3:1 pad become paths of an SVG, and come in again from the signing field."""

from __future__ import annotations

import json
from collections.abc import Iterable

Point = tuple[float, float]
Strokes = tuple[tuple[Point, ...], ...]
WIDTH, HEIGHT = 180, 60
MOST_POINTS = 5_000


def paths(strokes: Iterable[Iterable[Point]]) -> tuple[str, ...]:
    """Turn strokes (x and y in 0..1) into the ``d`` of SVG paths on a 180 by 60 field; a dot becomes a short line."""
    return tuple(_path([(round(x * WIDTH, 1), round(y * HEIGHT, 1)) for x, y in stroke]) for stroke in strokes)


def read_strokes(text: str) -> Strokes:
    """Read what the signing field sends: a JSON array of strokes of ``[x, y]``.

    Raises:
        ValueError: it is something else, or too much.
    """
    if not text:
        return ()
    try:
        sent = json.loads(text)
        if not isinstance(sent, list):
            raise TypeError("strokes are an array")
        found = tuple(tuple((_share(x), _share(y)) for x, y in stroke) for stroke in sent)
    except (TypeError, ValueError) as error:
        raise ValueError("no strokes") from error
    if sum(len(stroke) for stroke in found) > MOST_POINTS:
        raise ValueError("too many points")
    return tuple(stroke for stroke in found if stroke)


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError("a share lies in 0..1")
    return round(float(value), 4)


def _path(points: list[Point]) -> str:
    if len(points) == 1:
        points = [points[0], (points[0][0] + 0.1, points[0][1])]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
