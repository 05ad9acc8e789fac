"""Lists of places and people of the viewer's sites; small enough to be returned whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Date, Table, func, or_, select

from server.store.listing import LAST_DAY, Listed, count, paged
from server.store.page import Count, Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import SYNCED, asset, building, person, point, site, unit
from shared.ids import PointId, SiteId
from shared.model.place import Asset, Building, Person, Point, Site, Unit
from shared.sync.messages import ROW_BODIES

Kept = TypeVar("Kept", Building, Point, Asset, Unit)


def in_use(known: Iterable[Kept], *chosen: str | None) -> list[Kept]:
    """Leave out what was retired: forms offer it no more. What is ``chosen`` already stays on offer."""
    return [one for one in known if not one.is_retired or one.id in chosen]


def sites(tx: Tx, viewer: Viewer) -> list[Site]:
    """List the viewer's sites, the own one first."""
    found = {one.id: one for one in tx.every(Site, site.c.id.in_(viewer.sites))}
    return [found[name] for name in viewer.sites if name in found]


def buildings(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Building]:
    """List the buildings of the viewer's sites, or of the one ``at``, by name."""
    return tx.every(Building, visible(building, viewer, at), order=(building.c.name, building.c.id))


def points(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Point]:
    """List the points of the viewer's sites, or of the one ``at``, by number."""
    return tx.every(Point, visible(point, viewer, at), order=(point.c.number, point.c.id))


def assets(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Asset]:
    """List the equipment of the viewer's sites, or of the one ``at``, by number."""
    return tx.every(Asset, visible(asset, viewer, at), order=(asset.c.number, asset.c.id))


def assets_at(tx: Tx, where: PointId) -> list[Asset]:
    """List the equipment at one point, by number."""
    return tx.every(Asset, asset.c.point == where, order=(asset.c.number, asset.c.id))


def units(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Unit]:
    """List the inspected units of the viewer's sites, or of the one ``at``, by name; of a unit one sees the own only."""
    where = unit.c.site.in_(viewer.sites) if at is None else unit.c.site == at
    found = tx.every(Unit, where, order=(unit.c.name, unit.c.id))
    return [one for one in found if viewer.may_see(one.site, one.id)]


def persons(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Person]:
    """List the active people of the viewer's sites, or of the one ``at``, by name."""
    return tx.every(
        Person, visible(person, viewer, at), person.c.is_active.is_(True), order=(person.c.name, person.c.id)
    )


# ---- lists of the office's pages


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """Which records of a kind; an empty member does not limit. ``text`` is a part of name, number, code or tag.

    ``role`` asks for people who hold it at their own site; ``is_retired`` of people means that they have left.
    """

    site: SiteId
    text: str = ""
    kind: str = ""
    building: str = ""
    point: str = ""
    unit: str = ""
    role: str = ""
    is_retired: bool = False
    inspection_before: date | None = None


def place_rows(tx: Tx, viewer: Viewer, kind: str, wanted: PlaceFilter, page: PageRequest) -> Page[Any]:
    """List the buildings, points, assets, units or people (``kind``) that ``viewer`` may see, as whole records.

    Raises:
        MalformedError: the list has no such sort.
    """
    listed = _LISTS[kind]
    found = paged(tx, listed, _matching(listed.table, kind, viewer, wanted), page)
    tx.prefetch(kind, [row.id for row in found.rows])
    cls = ROW_BODIES[kind]
    return replace(found, rows=tuple(tx.get(cls, row.id) for row in found.rows))


def place_count(tx: Tx, viewer: Viewer, kind: str, wanted: PlaceFilter) -> Count:
    """Count them, as far as lists are counted."""
    table = _LISTS[kind].table
    return count(tx, table, _matching(table, kind, viewer, wanted))


def place_for(tx: Tx, viewer: Viewer, kind: str, record: str) -> Any:
    """Return one of them.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found: Any = tx.get(ROW_BODIES[kind], record)
    viewer.check(found.site, found.id if kind == "unit" else None)
    return found


def holders_of(tx: Tx, kind: str, at: SiteId, name: str, value: str) -> list[str]:
    """List the records of a site that have this name, number or code, retired ones included."""
    table = SYNCED[kind]
    same = (table.c.site == at) & (table.c[name] == value) & table.c.is_gone.is_(False)
    return tx.scalars(select(table.c.id).where(same).limit(2))


def all_places(tx: Tx, kind: str, at: SiteId) -> list[Any]:
    """List all records of a kind at a site, retired ones included."""
    return tx.every(ROW_BODIES[kind], SYNCED[kind].c.site == at)


def named_places(tx: Tx, kind: str, at: SiteId) -> list[tuple[str, tuple[str, ...]]]:
    """List the records of a site that may be chosen: each id with all that it is called."""
    table = SYNCED[kind]
    names = [table.c[name] for name in ("code", "number", "name") if name in table.c]
    is_kept = table.c.is_active.is_(True) if kind == "person" else table.c.is_retired.is_(False)
    rows = tx.rows(select(table.c.id, *names).where(table.c.site == at, table.c.is_gone.is_(False), is_kept))
    return [(row[0], tuple(str(name) for name in row[1:] if name)) for row in rows]


def _matching(table: Table, kind: str, viewer: Viewer, wanted: PlaceFilter) -> list[ColumnElement[bool]]:
    known = table.c
    is_kept = (
        known.is_active.is_(not wanted.is_retired) if kind == "person" else known.is_retired.is_(wanted.is_retired)
    )
    where = [visible(table, viewer, wanted.site), known.is_gone.is_(False), is_kept]
    own_kind = f"{kind}_kind"
    if wanted.kind and own_kind in known:
        where.append(known[own_kind] == wanted.kind)
    for name, value in (("building", wanted.building), ("point", wanted.point), ("unit", wanted.unit)):
        if value and name in known:
            where.append(known[name] == value)
    if wanted.role and kind == "person":
        where.append(known.body.contains(f'"{wanted.role}"', autoescape=True))
    if wanted.inspection_before and kind == "asset":
        where.append(known.next_inspection_on < wanted.inspection_before)
    if wanted.text:
        texts = [known[name] for name in ("name", "code", "number", "tag") if name in known]
        where.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in texts)))
    return where


def _listed(table: Table, own: str, *sorts: str) -> Listed:
    orders: dict[str, ColumnElement[Any]] = {name: table.c[name] for name in (own, *sorts)}
    if "next_inspection_on" in orders:
        orders["next_inspection_on"] = func.coalesce(table.c.next_inspection_on, LAST_DAY, type_=Date)
    return Listed(table, select(table.c.id), orders, own)


_LISTS: dict[str, Listed] = {
    "building": _listed(building, "name", "code"),
    "point": _listed(point, "number", "name", "point_kind"),
    "asset": _listed(asset, "number", "name", "asset_kind", "next_inspection_on"),
    "unit": _listed(unit, "name", "code", "unit_kind"),
    "person": _listed(person, "name", "code"),
}
