"""A hazard that comes to the office: told of at the desk, or found by an authority; it is a draft until confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from server.office.form import Form
from server.office.hazards.category import CATEGORIES
from server.office.reader import Reader, begin
from server.store import Tx, recurrence
from server.store.order import link, order_for
from server.store.place import assets, in_use, points, units
from server.store.schema import next_serial
from shared import notice as rules
from shared.clock import Reading
from shared.ids import AssetId, HazardId, PointId, UnitId
from shared.model.hazard import Hazard, HazardEvent
from shared.model.inspection import Photo
from shared.model.place import Asset, Point, Unit
from shared.model.template import HazardGrade
from shared.sync.apply import HAZARD_SERIAL
from shared.sync.ports import Times

SOURCES: Final = ("complaint", "repair", "visit", "observation", "authority")
"""Where a hazard comes from that no tablet found (hazards facts §3.1)."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form offers."""

    points: tuple[Point, ...]
    assets: tuple[Asset, ...]
    units: tuple[Unit, ...]


def offer(tx: Tx, who: Reader) -> Offered:
    """Load what a new hazard can be about."""
    here = (who.viewer, who.site)
    return Offered(tuple(in_use(points(tx, *here))), tuple(in_use(assets(tx, *here))), tuple(in_use(units(tx, *here))))


def raise_hazard(tx: Tx, who: Reader, form: Form, photos: tuple[Photo, ...], at: Reading) -> Hazard:
    """Keep a new draft with its number, and say which earlier hazard it repeats.

    Raises:
        FormError: a field is missing or cannot be read.
    """
    offered = offer(tx, who)
    asset = form.choice("asset", {one.id: one for one in offered.assets})
    point = form.choice("point", {one.id: one for one in offered.points})
    if asset and not point:
        point = next(one.point for one in offered.assets if one.id == asset)
    location = form.line("location")
    if not (point or location):
        form.wrong("location", "missing.location")
    if not photos:
        form.wrong("photos", "missing.photo")
    raised = Hazard(
        id=HazardId(tx.ids.new()),
        site=who.site,
        source_type=form.choice("source_type", dict.fromkeys(SOURCES), must=True),
        source_ref=form.line("source_ref"),
        description=form.text("description", must=True),
        found_by=who.viewer.person,
        found_by_name=who.name,
        found_at=at,
        point=PointId(point) if point else None,
        asset=AssetId(asset) if asset else None,
        location=location,
        unit=UnitId(form.choice("unit", {one.id: one for one in offered.units})) or None,
        category=form.choice("category", dict.fromkeys(CATEGORIES), must=True),
        grade=form.member("grade", HazardGrade) or HazardGrade.GENERAL,
        is_suspected_major=form.value("grade") == HazardGrade.MAJOR.value,
        photos_before=photos,
    )
    order = order_for(tx, who.viewer, form.value("order")) if form.value("order") else None
    form.settle()
    today = begin(who, HazardEvent.CONFIRM, who.site, tx.now).today
    numbered = replace(
        raised,
        no=rules.hazard_no(today.year, next_serial(tx, HAZARD_SERIAL, today.year)),
        recurs_from=recurrence.earlier(tx, raised, tx.now),
    )
    tx.put(numbered, times=Times(tx.now))
    if order is not None:
        link(tx, order, (numbered.id,))
    return numbered
