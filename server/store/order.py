"""Authorities' orders: the list, one with the hazards that it names, and the orders that name a hazard."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, and_, func, or_, select

from server.store.listing import Listed, paged
from server.store.page import Page, PageRequest
from server.store.search import ORDER as SEARCHED
from server.store.search import note
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import blob_ref, external_order, order_hazard
from shared import wire
from shared.errors import BusyError, UnknownRecordError
from shared.hazard.order import ExternalOrder, OrderKind, OrderState
from shared.ids import HazardId, SiteId
from shared.model.inspection import Photo

ORDER = "external_order"
"""Names orders among the records that refer to photos."""
_KNOWN = external_order.c
_COLUMNS = frozenset(field.name for field in fields(ExternalOrder)) - {"hazards", "kind", "state", "photos"}


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders; an empty member does not limit. ``late_on`` asks for those unanswered past their deadline then."""

    site: SiteId | None = None
    state: str = ""
    late_on: date | None = None
    text: str = ""


def orders(tx: Tx, viewer: Viewer, wanted: OrderFilter, page: PageRequest) -> Page[ExternalOrder]:
    """List orders that ``viewer`` may see, the latest received first unless ``page.sort`` says otherwise."""
    found = paged(tx, _LISTED, _matching(viewer, wanted), page)
    named: dict[str, list[HazardId]] = {}
    ids = [row.id for row in found.rows]
    query = select(order_hazard.c.order_id, order_hazard.c.hazard).where(order_hazard.c.order_id.in_(ids))
    for order, hazard in tx.rows(query.order_by(order_hazard.c.hazard)):
        named.setdefault(order, []).append(HazardId(hazard))
    rows = tuple(_read(row, named.get(row.id, [])) for row in found.rows)
    return replace(found, rows=rows)  # type: ignore[return-value, arg-type]  # a page of other rows


def order_counts(tx: Tx, viewer: Viewer, wanted: OrderFilter) -> dict[OrderState, int]:
    """Count matching orders by state; every state is in the answer."""
    query = select(_KNOWN.state, func.count()).where(*_matching(viewer, wanted)).group_by(_KNOWN.state)
    counted = {str(state): int(count) for state, count in tx.rows(query)}
    return {state: counted.get(state.value, 0) for state in OrderState}


def order_for(tx: Tx, viewer: Viewer, record: str) -> ExternalOrder:
    """Return one order.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    row = tx.row(select(external_order).where(_KNOWN.id == record, visible(external_order, viewer)))
    if row is None:
        raise UnknownRecordError(kind=ORDER, id=record)
    query = select(order_hazard.c.hazard).where(order_hazard.c.order_id == record).order_by(order_hazard.c.hazard)
    return _read(row, [HazardId(name) for name in tx.scalars(query)])


def orders_naming(tx: Tx, record: HazardId) -> list[ExternalOrder]:
    """List the orders that name a hazard, oldest first."""
    query = select(external_order).join(order_hazard, order_hazard.c.order_id == _KNOWN.id)
    found = tx.rows(query.where(order_hazard.c.hazard == record).order_by(_KNOWN.received_on, _KNOWN.id))
    return [_read(row, [record]) for row in found]


def is_filed(tx: Tx, site: SiteId, no: str) -> bool:
    """Tell whether a site has filed an order of this number."""
    return tx.scalar(select(_KNOWN.id).where(_KNOWN.site == site, _KNOWN.no == no)) is not None


def add_order(tx: Tx, order: ExternalOrder) -> None:
    """File a new order with pictures of its paper."""
    tx.execute(external_order.insert().values(**_columns(order), rev=1))
    for photo in order.photos:
        ref = {"sha256": photo.sha256, "kind": ORDER, "id": order.id, "site": order.site, "unit": None}
        tx.execute(tx.insert(blob_ref).values(**ref, is_thumb=False, camera=None).on_conflict_do_nothing())
    link(tx, order, order.hazards)
    _index(tx, order)


def change_order(tx: Tx, order: ExternalOrder) -> None:
    """Write an order that has moved on.

    Raises:
        BusyError: somebody else changed it since it was read.
    """
    here = and_(_KNOWN.id == order.id, _KNOWN.rev == order.rev)
    change = external_order.update().where(here).values(**_columns(order), rev=order.rev + 1).returning(_KNOWN.id)
    if tx.execute(change).scalar() is None:
        raise BusyError(retry_after_s=1)
    _index(tx, order)


def link(tx: Tx, order: ExternalOrder, hazards: tuple[HazardId, ...]) -> None:
    """Note that an order names these hazards."""
    for record in hazards:
        row = tx.insert(order_hazard).values(order_id=order.id, hazard=record)
        tx.execute(row.on_conflict_do_nothing())


def index_orders(tx: Tx) -> int:
    """Index all orders for the search; returns how many there are."""
    found = tx.rows(select(external_order))
    for row in found:
        _index(tx, _read(row, []))
    return len(found)


def _index(tx: Tx, order: ExternalOrder) -> None:
    words = (order.no, order.content, order.reply_no, order.reply_text, order.outcome, order.received_by)
    note(tx, SEARCHED, order.id, order.site, f"{order.authority} {order.no}", words)


def _columns(order: ExternalOrder) -> dict[str, Any]:
    plain = {name: getattr(order, name) for name in _COLUMNS - {"rev"}}
    return {
        **plain,
        "kind": order.kind.value,
        "state": order.state.value,
        "photos": wire.dumps(wire.encode(order.photos)),
    }


def _read(row: Any, hazards: list[HazardId]) -> ExternalOrder:
    told = {name: getattr(row, name) for name in _COLUMNS}
    photos = tuple(wire.decode(Photo, one) for one in cast("list[object]", wire.loads(row.photos)))
    return ExternalOrder(
        **told, kind=OrderKind(row.kind), state=OrderState(row.state), photos=photos, hazards=tuple(hazards)
    )


_LISTED = Listed(
    table=external_order,
    rows=select(external_order),
    sorts={
        "deadline_on": _KNOWN.deadline_on,
        "received_on": _KNOWN.received_on,
        "no": _KNOWN.no,
        "authority": _KNOWN.authority,
        "state": _KNOWN.state,
    },
    own="-received_on",
)


def _matching(viewer: Viewer, wanted: OrderFilter) -> list[ColumnElement[bool]]:
    where = [visible(external_order, viewer, wanted.site)]
    if wanted.state:
        where.append(_KNOWN.state == wanted.state)
    if wanted.late_on:
        where += [_KNOWN.state == OrderState.OPEN.value, _KNOWN.deadline_on < wanted.late_on]
    if wanted.text:
        columns = (_KNOWN.no, _KNOWN.authority, _KNOWN.content, _KNOWN.reply_no)
        where.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in columns)))
    return where
