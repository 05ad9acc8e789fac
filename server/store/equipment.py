"""What falls due at equipment by a date of its own: inspection, governor, service, end of life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import CompoundSelect, and_, func, literal, or_, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import asset, point
from shared.ids import AssetId, SiteId
from shared.model.place import Asset, AssetKind, Point, Text
from shared.schedule.equipment import Due

K = asset.c
COLUMNS = {
    Due.INSPECTION: K.next_inspection_on,
    Due.GOVERNOR: K.governor_on,
    Due.SERVICE: K.service_on,
    Due.SCRAP: K.scrap_on,
}


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Which days; ``until`` is the last one of them, empty members do not limit. ``text``: in number, name or place."""

    site: SiteId
    until: date | None = None
    due: Due | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DueRow:
    """One day of one piece of equipment."""

    asset: AssetId
    number: str
    name: Text
    place: Text
    kind: AssetKind
    due: Due
    on: date


def equipment_days(tx: Tx, viewer: Viewer, wanted: DueFilter, page: PageRequest) -> Page[DueRow]:
    """List the days of equipment in use, the earliest first unless ``page.sort`` is ``-on``."""
    every = _every(visible(asset, viewer, wanted.site), wanted).subquery("days")
    of = every.c
    order = of.on.desc() if page.sort == "-on" else of.on.asc()
    total = tx.scalar(select(func.count()).select_from(every))
    query = select(of.id, of.due, of.on).order_by(order, of.number, of.due).limit(page.size).offset(page.offset)
    found = tx.rows(query)
    tx.prefetch("asset", [record for record, _, _ in found])
    known = {record: tx.get(Asset, record) for record, _, _ in found}
    tx.prefetch("point", [one.point for one in known.values()])
    rows = tuple(_row(tx, known[record], Due(due), on) for record, due, on in found)
    after = "more" if page.offset + len(rows) < total else ""
    return Page(rows, total, page.number, page.size, page.sort or "on", after)


def _row(tx: Tx, one: Asset, due: Due, on: date) -> DueRow:
    where = tx.find(Point, one.point)
    return DueRow(one.id, one.number, one.name, where.name if where else Text(""), one.kind, due, on)


def due_by_month(tx: Tx, where: SiteId, since: date, until: date) -> list[tuple[Due, date, int]]:
    """Count what falls due between two days: what it is, the earliest day, and at how many pieces, by month; no inspections."""
    found: dict[tuple[Due, int, int], list[date]] = {}
    for due, day in COLUMNS.items():
        if due is not Due.INSPECTION:
            query = select(day).where(
                K.site == where, K.is_gone.is_(False), K.is_retired.is_(False), day.between(since, until)
            )
            for on in tx.scalars(query):
                found.setdefault((due, on.year, on.month), []).append(on)
    return [(due, min(days), len(days)) for (due, _, _), days in sorted(found.items(), key=lambda one: min(one[1]))]


def _every(may: ColumnElement[bool], wanted: DueFilter) -> CompoundSelect[tuple[str, str, str, date]]:
    place = func.coalesce(point.c.name, "")
    parts = []
    for due, day in COLUMNS.items():
        where = [may, K.is_gone.is_(False), K.is_retired.is_(False), day.is_not(None)]
        if wanted.until:
            where.append(day <= wanted.until)
        if wanted.text:
            said = (column.icontains(wanted.text, autoescape=True) for column in (K.number, K.name, place))
            where.append(or_(*said))
        if wanted.due in (None, due):
            parts.append(
                select(K.id, K.number, literal(due.value).label("due"), day.label("on"))
                .select_from(asset.outerjoin(point, point.c.id == K.point))
                .where(and_(*where))
            )
    return union_all(*parts)
