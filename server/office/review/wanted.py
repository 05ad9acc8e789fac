"""What an address asks of the queue, and the way through it: a record's page carries the queue's filters along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from flask import url_for

from server.office.listing import Query
from server.office.reader import Reader
from server.store.inspection import REVIEW_STATES, InspectionFilter
from shared.ids import BuildingId, InspectionId, PersonId, PointId, TemplateId, UnitId
from shared.presence import Flag, Grade

FILTERS: Final = ("state", "grade", "flag", "template", "building", "point", "unit", "author", "from", "to", "q")
WAY: Final = "in"
"""Says in a record's address where the reader comes from: QUEUE, or DRAW with the draw's id under ``draw``."""
QUEUE, DRAW = "queue", "draw"
VIEW: Final = "view"
"""How records are shown on the way; it is kept from one to the next."""


def filter_of(asked: Query, who: Reader) -> InspectionFilter:
    """Read the queue's filters; what waits is meant unless a state is named."""
    zone = who.formats.zone
    state, flag = asked.text("state"), asked.member("flag", Flag)
    return InspectionFilter(
        site=who.site,
        template=TemplateId(asked.text("template")) or None,
        building=BuildingId(asked.text("building")) or None,
        point=PointId(asked.text("point")) or None,
        unit=UnitId(asked.text("unit")) or None,
        author=PersonId(asked.text("author")) or None,
        review_state=state if state in REVIEW_STATES else "submitted",
        began_from=asked.since("from", zone),
        began_before=asked.until("to", zone),
        grade=asked.member("grade", Grade),
        flag=Flag(flag) if flag else None,
        text=asked.text("q"),
    )


def way(asked: Query) -> Mapping[str, str]:
    """Return what of an address leads on through the queue or a draw, nothing if the reader comes from elsewhere."""
    view = {VIEW: found} if (found := asked.text(VIEW)) else {}
    if asked.text(WAY) == QUEUE:
        return {WAY: QUEUE, **{name: found for name in FILTERS if (found := asked.text(name))}, **view}
    if asked.text(WAY) == DRAW and asked.text("draw"):
        return {WAY: DRAW, "draw": asked.text("draw"), **view}
    return {}


def on_the_way(record: InspectionId, through: Mapping[str, str], **more: str) -> str:
    """Return the address of a record's page that knows the way on."""
    return _with(url_for("inspections.show_one", record=record), {**through, **more})


def back_to(through: Mapping[str, str]) -> str:
    """Return the address that a way began at."""
    if through.get(WAY) == DRAW:
        return url_for("review.show_draw", draw=through["draw"])
    return _with(url_for("review.show_queue"), {name: found for name, found in through.items() if name in FILTERS})


def _with(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path
