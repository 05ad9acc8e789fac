"""The page about who was in the machine rooms."""

from __future__ import annotations

from flask import Response

from server.office.access.excel import access_sheet
from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.access import AccessFilter, AccessRow, accesses
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
    if asked.is_excel:
        return answer_excel(export)
    with office().store.reading() as tx:
        known = points(tx, who.viewer, who.site)
        rooms = [point for point in known if point.kind is PointKind.MACHINE_ROOM]
        page = accesses(tx, who.viewer, filter_of(asked, who), asked.page(sort="-entered_at", sorts=("entered_at",)))
        named = names(tx, who)
    return show("access/list.html", listing=listing(page, asked), asked=asked, rooms=rooms, names=named)


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[AccessRow]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_ACCESS)
    return access_sheet(tx, who, filter_of(asked, who))


def filter_of(asked: Query, who: Reader) -> AccessFilter:
    """Read a list's filters from its address."""
    zone = who.formats.zone
    return AccessFilter(
        site=who.site,
        point=PointId(asked.text("point")) or None,
        is_inside=asked.text("show") == INSIDE,
        entered_from=asked.since("from", zone),
        entered_before=asked.until("to", zone),
        entry=asked.text("entry"),
    )
