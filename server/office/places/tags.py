"""Tags of points on sheets to print: the code that is scanned, and the number in letters that can be read and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import segno
from markupsafe import Markup

from server.office.text import Wording
from shared.ids import BuildingId
from shared.model.place import Building, Point

LAYOUTS: Final[Mapping[str, int]] = {"a4-8": 8, "a4-18": 18, "a4-2": 2}
"""Tags of one A4 page: 2 x 4, 3 x 6, or two large ones."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it is printed."""

    number: str
    name: str
    place: str
    code: Markup


def tags_of(points: Iterable[Point], houses: Mapping[BuildingId, Building], words: Wording) -> list[Tag]:
    """Draw the tags of points, in their order."""
    return [_tag(one, houses.get(one.building) if one.building else None, words) for one in points]


def _tag(point: Point, house: Building | None, words: Wording) -> Tag:
    place = " ".join(part for part in (words.text(house.name) if house else "", point.floor) if part)
    return Tag(point.number, words.text(point.name), place, draw(point.tag or point.number))


def draw(text: str) -> Markup:
    """Draw what a scanner reads, so that it is still read when a quarter of it is scratched away."""
    drawing = segno.make(text, error="q", micro=False, boost_error=False)
    svg = drawing.svg_inline(border=4, svgclass="tag-code", lineclass=None, omitsize=True)
    return Markup(svg)  # noqa: S704 - made by segno; the text is drawn, not written
