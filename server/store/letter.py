"""Dead letters: pushed operations that could not be applied. Nothing that a tablet sends is ever dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Row, Select, func, select

from server.store.listing import as_row
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer
from server.tables import dead_letter, device, op_receipt
from shared import wire
from shared.errors import UnknownRecordError
from shared.ids import DeviceId, OpId, PersonId, SiteId
from shared.sync.messages import Json, Op

OPEN, HELD, APPLIED, ASIDE = "open", "held", "applied", "aside"
"""Refused and unread; waiting for an upgrade; applied later; set aside with a reason."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One operation that was refused or held, whole, with the problem that the tablet was told."""

    op_id: OpId
    sha256: str
    device: DeviceId
    device_name: str
    author: PersonId
    site: SiteId | None
    kind: str
    op: Op
    problem: Json
    state: str
    word: str
    happened_at: datetime
    received_at: datetime
    settled_at: datetime | None
    settled_by: PersonId | None


def letters(tx: Tx, viewer: Viewer, state: str, page: PageRequest) -> Page[Letter]:
    """List the letters of the tablets of the viewer's sites, newest first; empty ``state`` lists all."""
    where = device.c.site.in_([site for site in viewer.roles if viewer.sees_all_of(site)])
    query = _query().where(where, *((dead_letter.c.state == state,) if state else ()))
    total = tx.count(query.with_only_columns(dead_letter.c.op_id))
    ordered = query.order_by(dead_letter.c.received_at.desc(), dead_letter.c.op_id)
    rows = tx.rows(ordered.limit(page.size).offset(page.offset))
    return Page(tuple(_letter(row) for row in rows), total, page.number, page.size)


def find_letter(tx: Tx, op_id: OpId) -> Letter:
    """Return the letter of an operation, whatever its state.

    Raises:
        UnknownRecordError: there is none.
    """
    row = next(iter(tx.rows(_query().where(dead_letter.c.op_id == op_id).limit(1))), None)
    if row is None:
        raise UnknownRecordError(kind="dead_letter", id=op_id)
    return _letter(row)


def waiting(tx: Tx, *states: str) -> list[Letter]:
    """List the letters in any of ``states``, oldest first."""
    query = _query().where(dead_letter.c.state.in_(states)).order_by(dead_letter.c.received_at, dead_letter.c.op_id)
    return [_letter(row) for row in tx.rows(query)]


def settle(tx: Tx, letter: Letter, state: str, by: PersonId | None, word: str = "") -> None:
    """Close a letter: ``applied`` or set ``aside`` with a word on why."""
    mine = (dead_letter.c.op_id == letter.op_id) & (dead_letter.c.sha256 == letter.sha256)
    values = {"state": state, "word": word[:500], "settled_at": tx.now, "settled_by": by}
    tx.execute(dead_letter.update().where(mine).values(**values))


def _query() -> Select[*AnyColumns]:
    happened = func.coalesce(op_receipt.c.happened_at, dead_letter.c.received_at, type_=dead_letter.c.received_at.type)
    return (
        select(dead_letter, device.c.name.label("device_name"), happened.label("happened_at"))
        .outerjoin(device, device.c.id == dead_letter.c.device)
        .outerjoin(op_receipt, op_receipt.c.op_id == dead_letter.c.op_id)
    )


def _letter(row: Row[*AnyColumns]) -> Letter:
    op = wire.decode(Op, wire.loads(row.body))
    problem = cast("Json", wire.loads(row.problem))
    return as_row(Letter, row, op=op, problem=problem, device_name=row.device_name or "")
