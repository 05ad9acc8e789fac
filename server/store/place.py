"""Lists of places and people of the viewer's sites; small enough to be returned whole."""

from __future__ import annotations

from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import asset, building, person, point, site, unit
from shared.ids import PointId
from shared.model.place import Asset, Building, Person, Point, Site, Unit


def sites(tx: Tx, viewer: Viewer) -> list[Site]:
    """List the viewer's sites, the own one first."""
    found = {one.id: one for one in tx.every(Site, site.c.id.in_(viewer.sites))}
    return [found[name] for name in viewer.sites if name in found]


def buildings(tx: Tx, viewer: Viewer) -> list[Building]:
    """List the buildings of the viewer's sites, by name."""
    return tx.every(Building, visible(building, viewer), order=(building.c.name, building.c.id))


def points(tx: Tx, viewer: Viewer) -> list[Point]:
    """List the points of the viewer's sites, by number."""
    return tx.every(Point, visible(point, viewer), order=(point.c.number, point.c.id))


def assets(tx: Tx, viewer: Viewer) -> list[Asset]:
    """List the equipment of the viewer's sites, by number."""
    return tx.every(Asset, visible(asset, viewer), order=(asset.c.number, asset.c.id))


def assets_at(tx: Tx, where: PointId) -> list[Asset]:
    """List the equipment at one point, by number."""
    return tx.every(Asset, asset.c.point == where, order=(asset.c.number, asset.c.id))


def units(tx: Tx, viewer: Viewer) -> list[Unit]:
    """List the inspected units of the viewer's sites, by name; somebody of a unit sees the own one only."""
    found = tx.every(Unit, unit.c.site.in_(viewer.sites), order=(unit.c.name, unit.c.id))
    return [one for one in found if viewer.may_see(one.site, one.id)]


def persons(tx: Tx, viewer: Viewer) -> list[Person]:
    """List the active people of the viewer's sites, by name."""
    return tx.every(Person, visible(person, viewer), person.c.is_active.is_(True), order=(person.c.name, person.c.id))
