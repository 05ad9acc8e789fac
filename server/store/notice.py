"""Lists of notices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Date, func, or_, select

from server.store.listing import LAST_DAY, Listed, as_row, matches, paged
from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import UtcDateTime, notice, unit
from shared.ids import InspectionId, NoticeId, SiteId, UnitId
from shared.model.hazard import Hazard, Notice, NoticeState

RUNNING = tuple(
    state.value for state in NoticeState if state not in (NoticeState.DRAFT, NoticeState.CLOSED, NoticeState.WITHDRAWN)
)
"""States of a notice whose deadline still matters."""
_MOST_NAMES = 500
_LAST_MOMENT = datetime(9999, 12, 31, tzinfo=UTC)
"""Stands for no time: a notice that is not issued comes first."""


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """Which notices; an empty member does not limit. ``text`` is searched for in number and unit.

    ``overdue_on`` asks for those that are not at their end past their deadline on that day; ``issued_before`` is exclusive.
    """

    site: SiteId | None = None
    states: tuple[NoticeState, ...] = ()
    unit: UnitId | None = None
    inspection: InspectionId | None = None
    overdue_on: date | None = None
    issued_from: datetime | None = None
    issued_before: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One line of a list, with the whole notice."""

    id: NoticeId
    site: SiteId
    no: str
    state: NoticeState
    unit: UnitId
    unit_name: str
    deadline_on: date | None
    issued_at: datetime | None
    rev: int
    notice: Notice


def notices(tx: Tx, viewer: Viewer, wanted: NoticeFilter, page: PageRequest) -> Page[NoticeRow]:
    """List notices that ``viewer`` may see, newest first unless ``page.sort`` names one of the sorts."""
    found = paged(tx, _LISTED, _matching(tx, viewer, wanted), page)
    tx.prefetch("notice", [row.id for row in found.rows])
    rows = []
    for row in found.rows:
        whole = tx.get(Notice, row.id)
        rows.append(as_row(NoticeRow, row, state=whole.state, notice=whole))
    return replace(found, rows=tuple(rows))  # type: ignore[return-value, arg-type]  # a page of other rows


def sent_notice_ids(tx: Tx, viewer: Viewer, wanted: NoticeFilter, most: int) -> list[NoticeId]:
    """List the ids of matching notices alone, the last issued first, ``most`` at most; drafts are none yet."""
    where = [*_matching(tx, viewer, wanted), notice.c.state != NoticeState.DRAFT.value]
    query = select(notice.c.id).where(*where).order_by(notice.c.issued_at.desc(), notice.c.id.desc())
    return [NoticeId(found) for found in tx.scalars(query.limit(most))]


def notice_counts(tx: Tx, viewer: Viewer, wanted: NoticeFilter) -> dict[NoticeState, int]:
    """Count matching notices by state; every state is in the answer."""
    query = select(notice.c.state, func.count()).where(*_matching(tx, viewer, wanted)).group_by(notice.c.state)
    counted = {str(state): int(count) for state, count in tx.rows(query)}
    return {state: counted.get(state.value, 0) for state in NoticeState}


def notice_for(tx: Tx, viewer: Viewer, record: NoticeId) -> Notice:
    """Return one notice.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Notice, record)
    viewer.check(found.site, found.unit)
    return found


def successor(tx: Tx, record: NoticeId) -> Notice | None:
    """Return the notice that was issued in the place of a withdrawn one, if there is one."""
    found = tx.every(Notice, notice.c.supersedes == record, limit=1)
    return found[0] if found else None


def hazards_of(tx: Tx, found: Notice) -> list[Hazard]:
    """List a notice's hazards in the order it numbers them."""
    tx.prefetch("hazard", found.hazards)
    return [whole for whole in (tx.find(Hazard, record) for record in found.hazards) if whole is not None]


_KNOWN = notice.c
_LISTED = Listed(
    table=notice,
    rows=select(
        *(column for column in _KNOWN if column.name != "body"), func.coalesce(unit.c.name, "").label("unit_name")
    ).select_from(notice.outerjoin(unit, unit.c.id == _KNOWN.unit)),
    sorts={
        "issued_at": func.coalesce(_KNOWN.issued_at, _LAST_MOMENT, type_=UtcDateTime()),
        "no": _KNOWN.no,
        "state": _KNOWN.state,
        "deadline_on": func.coalesce(_KNOWN.deadline_on, LAST_DAY, type_=Date),
        "unit": func.coalesce(unit.c.name, ""),
    },
    own="-issued_at",
    joined=frozenset({"unit"}),
)


def _matching(tx: Tx, viewer: Viewer, wanted: NoticeFilter) -> list[ColumnElement[bool]]:
    """Turn a filter into conditions on the table of notices alone."""
    where = [visible(notice, viewer, wanted.site), _KNOWN.is_gone.is_(False)]
    where += matches(notice, wanted, ("unit", "inspection"))
    if wanted.states:
        where.append(_KNOWN.state.in_([state.value for state in wanted.states]))
    if wanted.overdue_on:
        where += [_KNOWN.state.in_(RUNNING), _KNOWN.deadline_on < wanted.overdue_on]
    if wanted.issued_from:
        where.append(_KNOWN.issued_at >= wanted.issued_from)
    if wanted.issued_before:
        where.append(_KNOWN.issued_at < wanted.issued_before)
    if wanted.text:
        named = unit.c.name.icontains(wanted.text, autoescape=True)
        ids = tx.scalars(select(unit.c.id).where(visible(unit, viewer, wanted.site), named).limit(_MOST_NAMES))
        where.append(or_(_KNOWN.no.icontains(wanted.text, autoescape=True), _KNOWN.unit.in_(ids)))
    return where
