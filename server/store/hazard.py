"""Lists of hazards and what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Date, func, or_, select

from server.store.listing import LAST_DAY, Listed, as_row, matches, paged
from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import extension, hazard, notice, order_hazard, person, point, recheck, reply, unit
from shared.ids import BuildingId, HazardId, InspectionId, NoticeId, PersonId, PointId, SiteId, UnitId
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
UNFINISHED = tuple(state.value for state in HazardState if state.value not in FINISHED)
_MOST_NAMES = 500


@dataclass(frozen=True, slots=True)
class HazardFilter:
    """Which hazards; an empty member does not limit. ``overdue_on`` asks for those past their deadline on that day,
    ``due_from`` and ``due_to`` for those whose deadline lies between two days, both included. ``open_at`` asks for those that
    were found and not ended at a moment, ``deadline_before`` for a deadline before a day, whatever their state is now.

    ``found_before`` and ``ended_before`` are exclusive. ``text`` is searched for in number, description, location and
    names of point and unit. ``is_external``: an authority's order names it.
    """

    site: SiteId | None = None
    states: tuple[HazardState, ...] = ()
    grade: str = ""
    unit: UnitId | None = None
    point: PointId | None = None
    source: InspectionId | None = None
    notice: NoticeId | None = None
    building: BuildingId | None = None
    category: str = ""
    is_recurring: bool = False
    is_external: bool = False
    ended_from: datetime | None = None
    ended_before: datetime | None = None
    is_open: bool | None = None
    is_suspected_major: bool | None = None
    overdue_on: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    open_at: datetime | None = None
    deadline_before: date | None = None
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
    recurs_from: HazardId | None
    issued_at: datetime | None
    ended_at: datetime | None
    round: int
    rev: int
    hazard: Hazard


def hazards(tx: Tx, viewer: Viewer, wanted: HazardFilter, page: PageRequest) -> Page[HazardRow]:
    """List hazards that ``viewer`` may see, newest first unless ``page.sort`` names one of the sorts.

    A list of more than ``page.MOST`` rows is sorted by when they were found, whatever was asked.
    """
    return _listed(tx, viewer, wanted, page, _LISTED)


def archive(tx: Tx, viewer: Viewer, wanted: HazardFilter, page: PageRequest) -> Page[HazardRow]:
    """List the hazards that are at their end, the last one first unless ``page.sort`` names one of the sorts."""
    return _listed(tx, viewer, wanted, page, _ARCHIVE, _KNOWN.ended_at.is_not(None))


def _listed(
    tx: Tx, viewer: Viewer, wanted: HazardFilter, page: PageRequest, listed: Listed, *more: ColumnElement[bool]
) -> Page[HazardRow]:
    found = paged(tx, listed, [*_matching(tx, viewer, wanted), *more], page, is_searched=bool(wanted.text))
    tx.prefetch("hazard", [row.id for row in found.rows])
    rows = []
    for row in found.rows:
        whole = tx.get(Hazard, row.id)
        about = {"state": whole.state, "hazard": whole}
        rows.append(as_row(HazardRow, row, **about))
    return replace(found, rows=tuple(rows))  # type: ignore[return-value, arg-type]  # a page of other rows


def hazard_counts(tx: Tx, viewer: Viewer, wanted: HazardFilter) -> dict[HazardState, int]:
    """Count matching hazards by state; every state is in the answer."""
    query = select(hazard.c.state, func.count()).where(*_matching(tx, viewer, wanted)).group_by(hazard.c.state)
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


def hazard_numbered(tx: Tx, viewer: Viewer, site: SiteId, no: str) -> Hazard | None:
    """Return the hazard of a number, if ``viewer`` may see it."""
    found = tx.every(Hazard, visible(hazard, viewer, site), _KNOWN.no == no, limit=1)
    return found[0] if found else None


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


_KNOWN = hazard.c
_LISTED = Listed(
    table=hazard,
    rows=select(
        *(column for column in _KNOWN if column.name != "body"),
        func.coalesce(point.c.name, "").label("point_name"),
        func.coalesce(unit.c.name, "").label("unit_name"),
        func.coalesce(person.c.name, "").label("found_by_name"),
        func.coalesce(notice.c.no, "").label("notice_no"),
    ).select_from(
        hazard.outerjoin(point, point.c.id == _KNOWN.point)
        .outerjoin(unit, unit.c.id == _KNOWN.unit)
        .outerjoin(person, person.c.id == _KNOWN.found_by)
        .outerjoin(notice, notice.c.id == _KNOWN.notice)
    ),
    sorts={
        "found_at": _KNOWN.found_at,
        "changed_at": _KNOWN.changed_at,
        "deadline_on": func.coalesce(_KNOWN.deadline_on, LAST_DAY, type_=Date),
        "no": _KNOWN.no,
        "state": _KNOWN.state,
        "grade": _KNOWN.grade,
        "unit": func.coalesce(unit.c.name, ""),
    },
    own="-found_at",
    joined=frozenset({"unit"}),
)
_ARCHIVE = replace(
    _LISTED,
    sorts={**_LISTED.sorts, "ended_at": _KNOWN.ended_at},
    own="-ended_at",
)


def _matching(tx: Tx, viewer: Viewer, wanted: HazardFilter) -> list[ColumnElement[bool]]:
    """Turn a filter into conditions on the table of hazards alone."""
    where = [visible(hazard, viewer, wanted.site), _KNOWN.is_gone.is_(False)]
    names = ("grade", "unit", "point", "source", "notice", "is_suspected_major")
    where += matches(hazard, wanted, names)
    if wanted.states:
        where.append(_KNOWN.state.in_([state.value for state in wanted.states]))
    if wanted.is_open is not None:
        where.append(_KNOWN.state.in_(UNFINISHED if wanted.is_open else FINISHED))
    if wanted.overdue_on:
        where += [_KNOWN.state.in_(RUNNING), _KNOWN.deadline_on < wanted.overdue_on]
    if wanted.open_at:
        where += [_KNOWN.found_at < wanted.open_at, or_(_KNOWN.ended_at.is_(None), _KNOWN.ended_at >= wanted.open_at)]
    if wanted.deadline_before:
        where.append(_KNOWN.deadline_on < wanted.deadline_before)
    if wanted.due_from and wanted.due_to:
        where += [_KNOWN.state.in_(RUNNING), _KNOWN.deadline_on.between(wanted.due_from, wanted.due_to)]
    if wanted.found_from:
        where.append(_KNOWN.found_at >= wanted.found_from)
    if wanted.found_before:
        where.append(_KNOWN.found_at < wanted.found_before)
    where += _belongings(wanted)
    if wanted.text:
        where.append(_texts(tx, viewer, wanted))
    return where


def _belongings(wanted: HazardFilter) -> list[ColumnElement[bool]]:
    """Turn into conditions where a hazard belongs: a building, a category, an earlier one, an order, the archive."""
    where: list[ColumnElement[bool]] = []
    if wanted.building:
        where.append(_KNOWN.point.in_(select(point.c.id).where(point.c.building == wanted.building)))
    if wanted.category:
        where.append(func.lower(_KNOWN.category) == wanted.category.lower())
    if wanted.is_recurring:
        where.append(_KNOWN.recurs_from.is_not(None))
    if wanted.is_external:
        where.append(_KNOWN.id.in_(select(order_hazard.c.hazard)))
    if wanted.ended_from:
        where.append(_KNOWN.ended_at >= wanted.ended_from)
    if wanted.ended_before:
        where.append(_KNOWN.ended_at < wanted.ended_before)
    return where


def _texts(tx: Tx, viewer: Viewer, wanted: HazardFilter) -> ColumnElement[bool]:
    """Search a hazard's own words, and the names of places and units, which are few, beforehand."""
    here = or_(*(_contains(column, wanted.text) for column in (_KNOWN.no, _KNOWN.description, _KNOWN.location)))
    for column, about in ((_KNOWN.point, point), (_KNOWN.unit, unit)):
        query = select(about.c.id).where(visible(about, viewer, wanted.site), _contains(about.c.name, wanted.text))
        ids = tx.scalars(query.limit(_MOST_NAMES))
        if ids:
            here = here | column.in_(ids)
    return here


def _contains(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return column.icontains(text, autoescape=True)
