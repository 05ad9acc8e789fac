"""Lists of notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, or_, select

from server.store.listing import as_row, matches, ordered, paged
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer, visible
from server.tables import notice, unit
from shared.ids import InspectionId, NoticeId, SiteId, UnitId
from shared.model.hazard import Hazard, Notice, NoticeState


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """Which notices; an empty member does not limit. ``text`` is searched for in number and unit."""

    site: SiteId | None = None
    states: tuple[NoticeState, ...] = ()
    unit: UnitId | None = None
    inspection: InspectionId | None = None
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


_SORTS = {
    "issued_at": notice.c.issued_at,
    "no": notice.c.no,
    "state": notice.c.state,
    "deadline_on": notice.c.deadline_on,
    "unit": unit.c.name,
}


def notices(tx: Tx, viewer: Viewer, wanted: NoticeFilter, page: PageRequest) -> Page[NoticeRow]:
    """List notices that ``viewer`` may see, newest first unless ``page.sort`` names one of the sorts."""
    query = _matching(viewer, wanted)
    counted = query.with_only_columns(notice.c.id)
    found = paged(tx, ordered(query, _SORTS, page.sort or "-issued_at", notice.c.id), page, counted)
    tx.prefetch("notice", [row.id for row in found.rows])
    rows = []
    for row in found.rows:
        whole = tx.get(Notice, row.id)
        rows.append(as_row(NoticeRow, row, state=whole.state, notice=whole))
    return Page(tuple(rows), found.total, found.number, found.size)


def notice_counts(tx: Tx, viewer: Viewer, wanted: NoticeFilter) -> dict[NoticeState, int]:
    """Count matching notices by state; every state is in the answer."""
    names = _matching(viewer, wanted).with_only_columns(notice.c.state).order_by(None).subquery()
    counted = {
        str(state): int(count) for state, count in tx.rows(select(names.c.state, func.count()).group_by(names.c.state))
    }
    return {state: counted.get(state.value, 0) for state in NoticeState}


def notice_for(tx: Tx, viewer: Viewer, record: NoticeId) -> Notice:
    """Return one notice.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Notice, record)
    viewer.check(found.site, found.unit)
    return found


def hazards_of(tx: Tx, found: Notice) -> list[Hazard]:
    """List a notice's hazards in the order it numbers them."""
    tx.prefetch("hazard", found.hazards)
    return [whole for whole in (tx.find(Hazard, record) for record in found.hazards) if whole is not None]


def _matching(viewer: Viewer, wanted: NoticeFilter) -> Select[*AnyColumns]:
    known = notice.c
    query = (
        select(
            *(column for column in known if column.name != "body"), func.coalesce(unit.c.name, "").label("unit_name")
        )
        .select_from(notice.outerjoin(unit, unit.c.id == known.unit))
        .where(known.is_gone.is_(False), visible(notice, viewer))
        .where(*matches(notice, wanted, ("site", "unit", "inspection")))
    )
    if wanted.states:
        query = query.where(known.state.in_([state.value for state in wanted.states]))
    if wanted.text:
        query = query.where(or_(*(place.icontains(wanted.text, autoescape=True) for place in (known.no, unit.c.name))))
    return query
