"""Lists of inspections, their review, and what arrived of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, String, cast, false, func, literal, literal_column, or_, select, tuple_

from server.store.listing import Listed, as_row, count, matches, paged
from server.store.page import Count, Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer, visible
from server.tables import blob, blob_ref, handover, hazard, inspection, note, person, point, review, template
from shared.checklist import of_visit
from shared.ids import BuildingId, InspectionId, PersonId, PointId, Sha256, SiteId, TemplateId, UnitId
from shared.model.handover import Handover, HandoverState
from shared.model.hazard import Hazard
from shared.model.inspection import Inspection, Note, Review
from shared.model.place import Person
from shared.presence import Flag

REVIEW_STATES = ("submitted", "accepted", "returned")
"""What the office made of a finished record; a draft has the state ``""``."""
CLEAN = "4"
"""Ranks from here on are those of records that nothing failed in and that have no flag (``server.store.grade``)."""
UNACCEPTED = ("submitted", "returned")
"""Those that still need somebody."""
_MOST_NAMES = 500
MOST_NOTES = 50
"""So many notes about places a page shows."""


@dataclass(frozen=True, slots=True)
class InspectionFilter:
    """Which inspections; an empty member does not limit. ``began_before`` is exclusive. ``text`` is searched for in
    names of point, template and author and in the point's number. ``is_clean``: nothing failed and no flag. ``not_by``: not
    those that this person wrote.
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
    grade: str = ""
    flag: Flag | None = None
    is_clean: bool = False
    not_by: PersonId | None = None


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
    grade: str
    flags: int
    rank: str
    hazards: int
    photos: int
    photos_stored: int

    @property
    def flagged(self) -> tuple[Flag, ...]:
        """The flags of its grade."""
        return tuple(flag for flag in Flag if self.flags & flag.bit)


def inspections(tx: Tx, viewer: Viewer, wanted: InspectionFilter, page: PageRequest) -> Page[InspectionRow]:
    """List inspections that ``viewer`` may see, newest first unless ``page.sort`` names a column of the row.

    A list of more than ``page.MOST`` rows is sorted by when they began, whatever was asked.
    """
    found = paged(tx, _LISTED, _matching(tx, viewer, wanted), page)
    counts = _counts(tx, [row.id for row in found.rows])
    rows = tuple(_row(row, counts) for row in found.rows)
    return replace(found, rows=rows)  # type: ignore[return-value, arg-type]  # a page of other rows


def inspection_ids(tx: Tx, viewer: Viewer, wanted: InspectionFilter, most: int) -> list[InspectionId]:
    """List the ids of matching inspections alone, newest first, ``most`` at most."""
    order = (_KNOWN.started_at.desc(), _KNOWN.id.desc())
    query = select(_KNOWN.id).where(*_matching(tx, viewer, wanted)).order_by(*order)
    return [InspectionId(found) for found in tx.scalars(query.limit(most))]


def queue(tx: Tx, viewer: Viewer, wanted: InspectionFilter, page: PageRequest) -> Page[InspectionRow]:
    """List graded inspections that ``viewer`` may see by risk: the worst grade first, then what failed, then the oldest."""
    found = paged(tx, _QUEUED, _queued(tx, viewer, wanted), page)
    counts = _counts(tx, [row.id for row in found.rows])
    rows = tuple(_row(row, counts) for row in found.rows)
    return replace(found, rows=rows)  # type: ignore[return-value, arg-type]  # a page of other rows


def queue_count(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> Count:
    """Count matching graded inspections, no further than one past ``page.MOST``."""
    return count(tx, inspection, _queued(tx, viewer, wanted))


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a record stands in a queue of ``total``: ``number`` counts from 1; 0: it is not in it any more."""

    number: int
    total: Count
    previous: InspectionId | None
    next: InspectionId | None


def turn(tx: Tx, viewer: Viewer, wanted: InspectionFilter, record: InspectionId) -> Turn:
    """Find a record's place in the queue and its neighbours there, also of one that has just left it."""
    where = _queued(tx, viewer, wanted)
    here = literal(rank_of(tx, record)), literal(record)
    ranks = _KNOWN.rank, _KNOWN.id
    ahead = [*where, tuple_(*ranks) < tuple_(*here)]
    behind = [*where, tuple_(*ranks) > tuple_(*here)]
    back = tx.scalar(select(_KNOWN.id).where(*ahead).order_by(*(one.desc() for one in ranks)).limit(1))
    on = tx.scalar(select(_KNOWN.id).where(*behind).order_by(*ranks).limit(1))
    is_in = tx.scalar(select(_KNOWN.id).where(*where, _KNOWN.id == record).limit(1)) is not None
    number = count(tx, inspection, ahead) + 1 if is_in else 0
    return Turn(number, count(tx, inspection, where), back, on)


def rows_of(tx: Tx, records: Collection[InspectionId]) -> dict[InspectionId, InspectionRow]:
    """Return the lines of some inspections by id; whoever asks has made sure that they may be seen."""
    found = tx.rows(_LISTED.rows.where(_KNOWN.id.in_(records)))
    counts = _counts(tx, [row.id for row in found])
    return {row.id: _row(row, counts) for row in found}


def rank_of(tx: Tx, record: InspectionId) -> str:
    """Return where a record stands in the order of risk, empty before it was graded."""
    found: str | None = tx.scalar(select(_KNOWN.rank).where(_KNOWN.id == record))
    return found or ""


def inspection_count(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> Count:
    """Count matching inspections, no further than one past ``page.MOST``."""
    return count(tx, inspection, _matching(tx, viewer, wanted))


def inspection_counts(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> dict[str, Count]:
    """Count matching finished inspections by review state, each no further than one past ``page.MOST``."""
    return {state: inspection_count(tx, viewer, replace(wanted, review_state=state)) for state in REVIEW_STATES}


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


def hold_for_review(tx: Tx, record: InspectionId) -> str:
    """Return the review state of a record that this transaction is about to judge; others who would judge it wait.

    On SQLite nobody else is writing anyway.
    """
    query = select(inspection.c.review_state).where(inspection.c.id == record).with_for_update()
    found: str | None = tx.scalar(query)
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


def notes_of_places(tx: Tx, places: Collection[str], since: datetime) -> list[Note]:
    """List the notes about a site or its points from ``since`` on, the latest first: what people on their rounds report."""
    order = (note.c.at.desc(), note.c.id)
    return tx.every(Note, note.c.about_id.in_(places), note.c.at >= since, order=order, limit=MOST_NOTES)


def handovers_of(tx: Tx, record: InspectionId) -> list[Handover]:
    """List through whose hands a record went before it was finished, oldest first."""
    taken = handover.c.state == HandoverState.TAKEN.value
    return tx.every(Handover, handover.c.record == record, taken, order=(handover.c.offered_at, handover.c.id))


def authors(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[Person]:
    """List the people of the viewer's sites, or of the one ``at``, by name: the choices of a filter."""
    return tx.every(Person, visible(person, viewer, at), order=(person.c.name, person.c.id))


def stored_photos(tx: Tx, names: Iterable[Sha256]) -> set[Sha256]:
    """Tell which photos have arrived whole."""
    query = select(blob.c.sha256).where(blob.c.sha256.in_(list(names)), blob.c.stored_at.is_not(None))
    return set(tx.scalars(query))


_KNOWN = inspection.c
_LISTED = Listed(
    table=inspection,
    rows=select(
        *(column for column in _KNOWN if column.name != "body"),
        func.coalesce(point.c.name, "").label("point_name"),
        func.coalesce(point.c.number, "").label("point_number"),
        func.coalesce(person.c.name, "").label("author_name"),
        func.coalesce(template.c.title, _KNOWN.template).label("template_title"),
    ).select_from(
        inspection.outerjoin(point, point.c.id == _KNOWN.point)
        .outerjoin(person, person.c.id == _KNOWN.author)
        .outerjoin(template, template.c.id == _KNOWN.template + "@" + cast(_KNOWN.template_version, String))
    ),
    sorts={
        "started_at": _KNOWN.started_at,
        "stored_at": _KNOWN.stored_at,
        "template": _KNOWN.template,
        "point": func.coalesce(point.c.number, ""),
        "author": func.coalesce(person.c.name, ""),
        "review_state": _KNOWN.review_state,
        "rank": _KNOWN.rank,
    },
    own="-started_at",
    joined=frozenset({"point", "author"}),
)
_QUEUED = replace(_LISTED, own="rank")
_IS_UNACCEPTED = _KNOWN.review_state != literal_column("'accepted'")
"""Written into the statement, not bound: so the small index over what still needs somebody can answer."""


def _matching(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> list[ColumnElement[bool]]:
    """Turn a filter into conditions on the table of inspections alone, which its index of lists can answer."""
    names = ("template", "point", "author", "unit", "review_state", "status", "is_late", "grade")
    where = [visible(inspection, viewer, wanted.site), _KNOWN.is_gone.is_(False)]
    where += matches(inspection, wanted, names)
    if wanted.review_state in UNACCEPTED:
        where.append(_IS_UNACCEPTED)
    if wanted.building:
        where.append(_KNOWN.point.in_(select(point.c.id).where(point.c.building == wanted.building)))
    if wanted.began_from:
        where.append(_KNOWN.started_at >= wanted.began_from)
    if wanted.began_before:
        where.append(_KNOWN.started_at < wanted.began_before)
    if wanted.has_hazards is not None:
        where.append(_has_hazards(viewer, wanted))
    if wanted.flag:
        where.append(_KNOWN.flags.bitwise_and(wanted.flag.bit) != 0)
    if wanted.is_clean:
        where.append(_KNOWN.rank >= CLEAN)
    if wanted.not_by:
        where.append(_KNOWN.author != wanted.not_by)
    if wanted.text:
        where.append(_names(tx, viewer, wanted))
    return where


def _queued(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> list[ColumnElement[bool]]:
    """The same for graded records; said in words that the index of the queue is described with."""
    return [*_matching(tx, viewer, wanted), _KNOWN.rank != literal_column("''")]


def _has_hazards(viewer: Viewer, wanted: InspectionFilter) -> ColumnElement[bool]:
    """Begin from the hazards, of which there are few, unless those without any are asked for."""
    if not wanted.has_hazards:
        return ~select(hazard.c.id).where(hazard.c.source == _KNOWN.id, hazard.c.is_gone.is_(False)).exists()
    known = visible(hazard, viewer, wanted.site) & hazard.c.is_gone.is_(False) & hazard.c.source.is_not(None)
    return _KNOWN.id.in_(select(hazard.c.source).where(known))


def _names(tx: Tx, viewer: Viewer, wanted: InspectionFilter) -> ColumnElement[bool]:
    """Search the names of places, forms and people first: there are few, and records hold their ids."""
    found: list[ColumnElement[bool]] = []
    here = visible(point, viewer, wanted.site)
    places = select(point.c.id).where(here, _contains(wanted.text, point.c.name, point.c.number))
    forms = select(template.c.template_id).distinct().where(_contains(wanted.text, template.c.title))
    people = select(person.c.id).where(_contains(wanted.text, person.c.name))
    for column, query in ((_KNOWN.point, places), (_KNOWN.template, forms), (_KNOWN.author, people)):
        ids = tx.scalars(query.limit(_MOST_NAMES))
        if ids:
            found.append(column.in_(ids))
    return or_(false(), *found)


def _contains(text: str, *columns: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(*(column.icontains(text, autoescape=True) for column in columns))


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
    found = {record: (int(number), 0, 0) for record, number in hazards}
    for record, number, stored in photos:
        found[record] = (found.get(record, (0, 0, 0))[0], int(number), int(stored))
    return found


def _row(row: Row[*AnyColumns], counts: dict[str, tuple[int, int, int]]) -> InspectionRow:
    hazards, photos, photos_stored = counts.get(row.id, (0, 0, 0))
    return as_row(InspectionRow, row, hazards=hazards, photos=photos, photos_stored=photos_stored)


def together(tx: Tx, found: Inspection) -> tuple[Inspection, ...]:
    """List the records of other tablets of the same inspection (``visit``), begun within a day of this one."""
    if not found.visit:
        return ()
    day = timedelta(days=1)
    begun = found.started_at.wall
    near = tx.every(
        Inspection,
        inspection.c.site == found.site,
        inspection.c.started_at.between(begun - day, begun + day),
        inspection.c.template == found.template,
    )
    return of_visit(found, near)
