"""Lists of inspections, their review, and what arrived of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, String, cast, func, or_, select

from server.store.listing import as_row, matches, ordered, paged
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer, visible
from server.tables import blob, blob_ref, hazard, inspection, note, person, point, review, template
from shared.ids import BuildingId, InspectionId, PersonId, PointId, Sha256, SiteId, TemplateId, UnitId
from shared.model.hazard import Hazard
from shared.model.inspection import Inspection, Note, Review
from shared.model.place import Person

REVIEW_STATES = ("submitted", "accepted", "returned")
"""What the office made of a finished record; a draft has the state ``""``."""


@dataclass(frozen=True, slots=True)
class InspectionFilter:
    """Which inspections; an empty member does not limit. ``began_before`` is exclusive. ``text`` is searched for in
    names of point, template and author and in the point's number.
    """

    site: SiteId | None = None
    template: TemplateId | None = None
    point: PointId | None = None
    building: BuildingId | None = None
    author: PersonId | None = None
    unit: UnitId | None = None
    review_state: str = ""
    status: str = ""
    began_from: datetime | None = None
    began_before: datetime | None = None
    is_late: bool | None = None
    has_hazards: bool | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """One line of a list. Times are by the server's clock. ``forked_from`` and ``amends`` are shown as flags."""

    id: InspectionId
    site: SiteId
    template: TemplateId
    template_version: int
    template_title: str
    point: PointId | None
    point_name: str
    point_number: str
    unit: UnitId | None
    author: PersonId
    author_name: str
    status: str
    review_state: str
    started_at: datetime
    ended_at: datetime | None
    stored_at: datetime
    is_late: bool
    amends: InspectionId | None
    forked_from: InspectionId | None
    hazards: int
    photos: int
    photos_stored: int


_SORTS = {
    "started_at": inspection.c.started_at,
    "stored_at": inspection.c.stored_at,
    "template": inspection.c.template,
    "point": point.c.number,
    "author": person.c.name,
    "review_state": inspection.c.review_state,
}


def inspections(tx: Tx, viewer: Viewer, wanted: InspectionFilter, page: PageRequest) -> Page[InspectionRow]:
    """List inspections that ``viewer`` may see, newest first unless ``page.sort`` names a column of the row."""
    query = _matching(viewer, wanted)
    found = paged(tx, ordered(query, _SORTS, page.sort or "-started_at", inspection.c.id), page, _count_of(query))
    counts = _counts(tx, [row.id for row in found.rows])
    rows = tuple(_row(row, counts) for row in found.rows)
    return Page(rows, found.total, found.number, found.size)


def inspection_counts(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> dict[str, int]:
    """Count matching finished inspections by review state."""
    names = _matching(viewer, wanted).subquery()
    query = select(names.c.review_state, func.count()).where(names.c.review_state != "").group_by(names.c.review_state)
    counted = {str(state): int(count) for state, count in tx.rows(query)}
    return {state: counted.get(state, 0) for state in REVIEW_STATES}


def inspection_for(tx: Tx, viewer: Viewer, record: InspectionId) -> Inspection:
    """Return one inspection.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Inspection, record)
    viewer.check(found.site, found.unit)
    return found


def server_times(tx: Tx, record: InspectionId) -> tuple[datetime, datetime | None, datetime] | None:
    """Return when a record began, ended and arrived by the server's clock."""
    query = select(inspection.c.started_at, inspection.c.ended_at, inspection.c.stored_at)
    row = tx.row(query.where(inspection.c.id == record))
    return (row.started_at, row.ended_at, row.stored_at) if row else None


def review_state(tx: Tx, record: InspectionId) -> str:
    """Return ``submitted``, ``accepted``, ``returned``, or ``""`` for a draft."""
    found: str | None = tx.scalar(select(inspection.c.review_state).where(inspection.c.id == record))
    return found or ""


def reviews_of(tx: Tx, record: InspectionId) -> list[Review]:
    """List the office's verdicts on a record, oldest first."""
    return tx.every(Review, review.c.inspection == record, order=(review.c.at, review.c.id))


def amendments_of(tx: Tx, record: InspectionId) -> list[Inspection]:
    """List the records that correct this one, oldest first."""
    return tx.every(Inspection, inspection.c.amends == record, order=(inspection.c.started_at, inspection.c.id))


def forks_of(tx: Tx, record: InspectionId) -> list[Inspection]:
    """List versions of this record that another tablet sent; they were kept apart."""
    return tx.every(Inspection, inspection.c.forked_from == record)


def earlier(tx: Tx, record: Inspection, limit: int = 40) -> list[Inspection]:
    """List finished records of the same form at the same place that began before ``record``, newest first."""
    began_at = tx.scalar(select(inspection.c.started_at).where(inspection.c.id == record.id))
    if record.point is None or began_at is None:
        return []
    same = (inspection.c.point == record.point) & (inspection.c.template == record.template)
    before = (inspection.c.started_at < began_at) & (inspection.c.status == "final")
    order = (inspection.c.started_at.desc(), inspection.c.id)
    return tx.every(Inspection, same, before, order=order, limit=limit)


def hazards_from(tx: Tx, record: InspectionId) -> list[Hazard]:
    """List the hazards found in an inspection, in the order they were found."""
    return tx.every(Hazard, hazard.c.source == record, order=(hazard.c.found_at, hazard.c.id))


def notes_about(tx: Tx, record: str) -> list[Note]:
    """List the notes about any record, oldest first."""
    return tx.every(Note, note.c.about_id == record, order=(note.c.at, note.c.id))


def authors(tx: Tx, viewer: Viewer) -> list[Person]:
    """List the people of the viewer's sites, by name: the choices of a filter."""
    return tx.every(Person, visible(person, viewer), order=(person.c.name, person.c.id))


def stored_photos(tx: Tx, names: Iterable[Sha256]) -> set[Sha256]:
    """Tell which photos have arrived whole."""
    query = select(blob.c.sha256).where(blob.c.sha256.in_(list(names)), blob.c.stored_at.is_not(None))
    return set(tx.scalars(query))


def _matching(viewer: Viewer, wanted: InspectionFilter) -> Select[*AnyColumns]:
    known = inspection.c
    about = template.c.id == known.template + "@" + cast(known.template_version, String)
    source = inspection.outerjoin(point, point.c.id == known.point).outerjoin(person, person.c.id == known.author)
    query = (
        select(
            *(column for column in known if column.name != "body"),
            func.coalesce(point.c.name, "").label("point_name"),
            func.coalesce(point.c.number, "").label("point_number"),
            func.coalesce(person.c.name, "").label("author_name"),
            func.coalesce(template.c.title, known.template).label("template_title"),
        )
        .select_from(source.outerjoin(template, about))
        .where(known.is_gone.is_(False), visible(inspection, viewer))
    )
    names = ("site", "template", "point", "author", "unit", "review_state", "status", "is_late")
    query = query.where(*matches(inspection, wanted, names))
    if wanted.building:
        query = query.where(point.c.building == wanted.building)
    if wanted.began_from:
        query = query.where(known.started_at >= wanted.began_from)
    if wanted.began_before:
        query = query.where(known.started_at < wanted.began_before)
    if wanted.has_hazards is not None:
        found = select(hazard.c.id).where(hazard.c.source == known.id, hazard.c.is_gone.is_(False)).exists()
        query = query.where(found if wanted.has_hazards else ~found)
    if wanted.text:
        places = (point.c.name, point.c.number, template.c.title, person.c.name)
        query = query.where(or_(*(place.icontains(wanted.text, autoescape=True) for place in places)))
    return query


def _count_of(query: Select[*AnyColumns]) -> Select[*AnyColumns]:
    return query.with_only_columns(inspection.c.id)


def _counts(tx: Tx, records: list[str]) -> dict[str, tuple[int, int, int]]:
    """Count hazards, photos and photos that arrived, by inspection."""
    hazards = tx.rows(
        select(hazard.c.source, func.count())
        .where(hazard.c.source.in_(records), hazard.c.is_gone.is_(False))
        .group_by(hazard.c.source)
    )
    photos = tx.rows(
        select(blob_ref.c.id, func.count(), func.count(blob.c.stored_at))
        .select_from(blob_ref.outerjoin(blob, blob.c.sha256 == blob_ref.c.sha256))
        .where(blob_ref.c.id.in_(records), blob_ref.c.kind == "inspection", blob_ref.c.is_thumb.is_(False))
        .group_by(blob_ref.c.id)
    )
    found = {record: (int(count), 0, 0) for record, count in hazards}
    for record, count, stored in photos:
        found[record] = (found.get(record, (0, 0, 0))[0], int(count), int(stored))
    return found


def _row(row: Row[*AnyColumns], counts: dict[str, tuple[int, int, int]]) -> InspectionRow:
    hazards, photos, photos_stored = counts.get(row.id, (0, 0, 0))
    return as_row(InspectionRow, row, hazards=hazards, photos=photos, photos_stored=photos_stored)
