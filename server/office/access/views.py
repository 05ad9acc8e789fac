"""The page about who was in the machine rooms."""

from __future__ import annotations

from flask import Response

from server.office.family import pages
from server.office.listing import listing, query
from server.office.names import names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import reader
from server.store.access import AccessFilter, accesses
from server.store.place import points
from shared.ids import PointId
from shared.model.place import PointKind

blueprint = pages("access", __name__)
INSIDE = "inside"


@blueprint.get("")
def show_list() -> Response:
    """Show who entered the machine rooms of the chosen site, the latest first."""
    who, asked = reader(), query()
    who.must(Permission.SEE_ACCESS)
    zone = who.formats.zone
    with office().store.reading() as tx:
        known = points(tx, who.viewer, who.site)
        rooms = [point for point in known if point.kind is PointKind.MACHINE_ROOM]
        wanted = AccessFilter(
            site=who.site,
            point=PointId(asked.text("point")) if any(point.id == asked.text("point") for point in known) else None,
            is_inside=asked.text("show") == INSIDE,
            entered_from=asked.since("from", zone),
            entered_before=asked.until("to", zone),
        )
        page = accesses(tx, who.viewer, wanted, asked.page(sort="-entered_at", sorts=("entered_at",)))
        named = names(tx, who)
    return show("access/list.html", listing=listing(page, asked), asked=asked, rooms=rooms, names=named)
