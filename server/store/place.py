"""Lists of places and people of the viewer's sites; small enough to be returned whole."""

from __future__ import annotations

from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import asset, building, person, point, site, unit
from shared.ids import PointId, SiteId
from shared.model.place import Asset, Building, Person, Point, Site, Unit


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
