"""What was drawn on a photo as one SVG that lies over it: vectors at any size, to be switched off in the viewer."""

from __future__ import annotations

import math
from collections.abc import Iterator

from markupsafe import Markup, escape

from shared.model.inspection import Photo
from shared.model.mark import Ink, Mark, MarkKind

HEAD_ANGLE = math.radians(28)
LETTERS = 0.05
"""The height of letters as a share of the picture's shorter side; on small copies the style sheet enlarges them."""
_INKS = {Ink.RED: "red", Ink.YELLOW: "yellow", Ink.BLUE: "blue"}

Pixel = tuple[float, float]


def marks_svg(photo: Photo) -> Markup:
    """Return the SVG of a photo's marks in the picture's own pixels; empty without marks, or where its size is not known."""
    if not photo.marks or not photo.width or not photo.height:
        return Markup("")
    size = (photo.width, photo.height)
    body = Markup("").join(part for mark in photo.marks for part in _drawn(mark, size))
    return Markup(
        '<svg class="marks" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">{}</svg>'
    ).format(photo.width, photo.height, body)


def _drawn(mark: Mark, size: tuple[int, int]) -> Iterator[Markup]:
    points = [(x * size[0], y * size[1]) for x, y in mark.points]
    if mark.kind in (MarkKind.TEXT, MarkKind.NUMBER):
        yield _label(mark, points[0], min(size) * LETTERS)
        return
    path = _path(mark.kind, points, min(size))
    for layer in ("rim", _INKS[mark.ink]):
        yield Markup('<path class="{}" d="{}"/>').format(layer, path)


def _path(kind: MarkKind, points: list[Pixel], short: float) -> str:
    if kind is MarkKind.CIRCLE:
        (x1, y1), (x2, y2) = points
        across, down = abs(x2 - x1) / 2, abs(y2 - y1) / 2
        left, middle = min(x1, x2), (y1 + y2) / 2
        return (
            f"M{left:.0f} {middle:.0f}a{across:.0f} {down:.0f} 0 1 0 {2 * across:.0f} 0"
            f"a{across:.0f} {down:.0f} 0 1 0 {-2 * across:.0f} 0"
        )
    line = "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
    if kind is MarkKind.PEN:
        return line if len(points) > 1 else line + "h1"
    return line + _head(points[0], points[1], short)


def _head(tail: Pixel, head: Pixel, short: float) -> str:
    length = math.dist(tail, head)
    barb = min(max(length * 0.3, short * 0.03), length)
    back = math.atan2(tail[1] - head[1], tail[0] - head[0])
    ends = [
        (head[0] + barb * math.cos(back + turn), head[1] + barb * math.sin(back + turn))
        for turn in (HEAD_ANGLE, -HEAD_ANGLE)
    ]
    return f"M{ends[0][0]:.0f} {ends[0][1]:.0f}L{head[0]:.0f} {head[1]:.0f}L{ends[1][0]:.0f} {ends[1][1]:.0f}"


def _label(mark: Mark, middle: Pixel, letters: float) -> Markup:
    """Words on a ground of their colour; a Chinese letter is as wide as it is high, a Latin one about half of that."""
    em = sum(1.0 if char > "\u2e7f" else 0.56 for char in mark.text)
    height = letters * 1.5
    width = height if mark.kind is MarkKind.NUMBER else em * letters + letters
    corner = height / 2 if mark.kind is MarkKind.NUMBER else height / 4
    return Markup(
        '<g class="label {}"><rect x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="{:.0f}"/>'
        '<text x="{:.0f}" y="{:.0f}" font-size="{:.0f}">{}</text></g>'
    ).format(
        _INKS[mark.ink], middle[0] - width / 2, middle[1] - height / 2, width, height, corner,
        middle[0], middle[1], letters, escape(mark.text),
    )  # fmt: skip
