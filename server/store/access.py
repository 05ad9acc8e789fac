"""Who was in the machine rooms: the list of entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from server.store.listing import Listed, matches, paged
from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import access, person, point
from shared.ids import PointId, SiteId
from shared.model.access import Access


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """Which entries; an empty member does not limit. ``entered_before`` is exclusive; ``entry`` is the id of a single one."""

    site: SiteId | None = None
    point: PointId | None = None
    is_inside: bool = False
    entered_from: datetime | None = None
    entered_before: datetime | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One line of the list. Times are by the server's clock."""

    access: Access
    point_name: str
    author_name: str
    entered_at: datetime
    left_at: datetime | None


def accesses(tx: Tx, viewer: Viewer, wanted: AccessFilter, page: PageRequest) -> Page[AccessRow]:
    """List entries that ``viewer`` may see, newest first."""
    found = paged(tx, _LISTED, _matching(viewer, wanted), page)
    tx.prefetch("access", [row.id for row in found.rows])
    rows = [
        AccessRow(tx.get(Access, row.id), row.point_name, row.author_name, row.entered_at, row.left_at)
        for row in found.rows
    ]
    return replace(found, rows=tuple(rows))  # type: ignore[return-value, arg-type]  # a page of other rows


def _matching(viewer: Viewer, wanted: AccessFilter) -> list[ColumnElement[bool]]:
    where = [visible(access, viewer, wanted.site), access.c.is_gone.is_(False), *matches(access, wanted, ("point",))]
    if wanted.is_inside:  # somebody who was turned away never was inside
        where += [access.c.left_at.is_(None), access.c.is_refused.is_(False)]
    if wanted.entry:
        where.append(access.c.id == wanted.entry)
    if wanted.entered_from:
        where.append(access.c.entered_at >= wanted.entered_from)
    if wanted.entered_before:
        where.append(access.c.entered_at < wanted.entered_before)
    return where


_LISTED = Listed(
    table=access,
    rows=select(
        access.c.id,
        access.c.entered_at,
        access.c.left_at,
        func.coalesce(point.c.name, "").label("point_name"),
        func.coalesce(person.c.name, "").label("author_name"),
    ).select_from(
        access.outerjoin(point, point.c.id == access.c.point).outerjoin(person, person.c.id == access.c.author)
    ),
    sorts={"entered_at": access.c.entered_at},
    own="-entered_at",
)
