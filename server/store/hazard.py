"""Lists of hazards and what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, or_, select

from server.store.listing import as_row, matches, ordered, paged
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer, visible
from server.tables import extension, hazard, notice, person, point, recheck, reply, unit
from shared.ids import HazardId, InspectionId, NoticeId, PersonId, PointId, SiteId, UnitId
from shared.model.hazard import Extension, Hazard, HazardState, Recheck, Reply

FINISHED = (HazardState.CORRECTED_ON_SPOT.value, HazardState.CLOSED.value, HazardState.VOIDED.value)
RUNNING = (
    HazardState.ISSUED.value,
    HazardState.IN_RECTIFICATION.value,
    HazardState.EXTENSION_PENDING.value,
    HazardState.REPLIED.value,
    HazardState.RECHECK_FAILED.value,
)
"""States whose deadline counts (hazards facts §4.1)."""


@dataclass(frozen=True, slots=True)
class HazardFilter:
    """Which hazards; an empty member does not limit. ``overdue_on`` asks for those past their deadline on that day.

    ``found_before`` is exclusive. ``text`` is searched for in number, description, location and names of point and unit.
    """

    site: SiteId | None = None
    states: tuple[HazardState, ...] = ()
    grade: str = ""
    unit: UnitId | None = None
    point: PointId | None = None
    source: InspectionId | None = None
    notice: NoticeId | None = None
    category: str = ""
    is_open: bool | None = None
    is_suspected_major: bool | None = None
    overdue_on: date | None = None
    found_from: datetime | None = None
    found_before: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class HazardRow:
    """One line of a list. Times are by the server's clock; ``notice_no`` is empty before a notice is issued."""

    id: HazardId
    site: SiteId
    no: str
    state: HazardState
    grade: str
    is_suspected_major: bool
    category: str
    description: str
    location: str
    point: PointId | None
    point_name: str
    unit: UnitId | None
    unit_name: str
    notice: NoticeId | None
    notice_no: str
    found_by: PersonId
    found_by_name: str
    found_at: datetime
    changed_at: datetime
    deadline_on: date | None
    round: int
    rev: int
    hazard: Hazard


_SORTS = {
    "found_at": hazard.c.found_at,
    "changed_at": hazard.c.changed_at,
    "deadline_on": hazard.c.deadline_on,
    "no": hazard.c.no,
    "state": hazard.c.state,
    "grade": hazard.c.grade,
    "unit": unit.c.name,
}


def hazards(tx: Tx, viewer: Viewer, wanted: HazardFilter, page: PageRequest) -> Page[HazardRow]:
    """List hazards that ``viewer`` may see, newest first unless ``page.sort`` names one of the sorts."""
    query = _matching(viewer, wanted)
    counted = query.with_only_columns(hazard.c.id)
    found = paged(tx, ordered(query, _SORTS, page.sort or "-found_at", hazard.c.id), page, counted)
    tx.prefetch("hazard", [row.id for row in found.rows])
    rows = []
    for row in found.rows:
        whole = tx.get(Hazard, row.id)
        about = {"state": whole.state, "hazard": whole}
        rows.append(as_row(HazardRow, row, **about))
    return Page(tuple(rows), found.total, found.number, found.size)


def hazard_counts(tx: Tx, viewer: Viewer, wanted: HazardFilter) -> dict[HazardState, int]:
    """Count matching hazards by state; every state is in the answer."""
    names = _matching(viewer, wanted).with_only_columns(hazard.c.state).order_by(None).subquery()
    query = select(names.c.state, func.count()).group_by(names.c.state)
    counted = {str(state): int(count) for state, count in tx.rows(query)}
    return {state: counted.get(state.value, 0) for state in HazardState}


def hazard_for(tx: Tx, viewer: Viewer, record: HazardId) -> Hazard:
    """Return one hazard.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Hazard, record)
    viewer.check(found.site, found.unit)
    return found


def rechecks_of(tx: Tx, record: HazardId) -> list[Recheck]:
    """List a hazard's rechecks, oldest first."""
    return tx.every(Recheck, recheck.c.hazard == record, order=(recheck.c.at, recheck.c.id))


def replies_of(tx: Tx, record: HazardId) -> list[Reply]:
    """List the unit's replies about a hazard, oldest first."""
    return tx.every(Reply, reply.c.hazard == record, order=(reply.c.submitted_at, reply.c.id))


def extensions_of(tx: Tx, record: HazardId) -> list[Extension]:
    """List a hazard's requests for more time, oldest first."""
    return tx.every(Extension, extension.c.hazard == record, order=(extension.c.asked_at, extension.c.id))


def pending_extension(tx: Tx, record: HazardId) -> Extension | None:
    """Return the request for more time that nobody has decided yet."""
    open_ones = tx.every(Extension, extension.c.hazard == record, extension.c.is_granted.is_(None))
    return open_ones[-1] if open_ones else None


def _matching(viewer: Viewer, wanted: HazardFilter) -> Select[*AnyColumns]:
    known = hazard.c
    source = hazard.outerjoin(point, point.c.id == known.point).outerjoin(unit, unit.c.id == known.unit)
    source = source.outerjoin(person, person.c.id == known.found_by).outerjoin(notice, notice.c.id == known.notice)
    query = (
        select(
            *(column for column in known if column.name != "body"),
            func.coalesce(point.c.name, "").label("point_name"),
            func.coalesce(unit.c.name, "").label("unit_name"),
            func.coalesce(person.c.name, "").label("found_by_name"),
            func.coalesce(notice.c.no, "").label("notice_no"),
        )
        .select_from(source)
        .where(known.is_gone.is_(False), visible(hazard, viewer))
    )
    names = ("site", "grade", "unit", "point", "source", "notice", "category", "is_suspected_major")
    query = query.where(*matches(hazard, wanted, names))
    if wanted.states:
        query = query.where(known.state.in_([state.value for state in wanted.states]))
    if wanted.is_open is not None:
        query = query.where(known.state.not_in(FINISHED) if wanted.is_open else known.state.in_(FINISHED))
    if wanted.overdue_on:
        query = query.where(known.state.in_(RUNNING), known.deadline_on < wanted.overdue_on)
    if wanted.found_from:
        query = query.where(known.found_at >= wanted.found_from)
    if wanted.found_before:
        query = query.where(known.found_at < wanted.found_before)
    if wanted.text:
        places = (known.no, known.description, known.location, point.c.name, unit.c.name)
        query = query.where(or_(*(place.icontains(wanted.text, autoescape=True) for place in places)))
    return query
