"""What is known of a tablet besides its present state: who held it, and when it brought something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from server.store.listing import as_row
from server.store.tx import Tx
from server.tables import device_person, op_receipt, person
from shared.ids import DeviceId, PersonId

MOST = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who enrolled the tablet; work of theirs may still lie on it."""

    person: PersonId
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """One push that brought ``ops`` new operations."""

    received_at: datetime
    ops: int


def holders(tx: Tx, ident: DeviceId) -> list[Holder]:
    """List who enrolled a tablet, the latest first."""
    query = (
        select(device_person.c.person, func.coalesce(person.c.name, "").label("name"), device_person.c.since)
        .outerjoin(person, person.c.id == device_person.c.person)
        .where(device_person.c.device == ident)
        .order_by(device_person.c.since.desc(), device_person.c.person)
    )
    return [as_row(Holder, row) for row in tx.rows(query)]


def contacts(tx: Tx, ident: DeviceId, most: int = MOST) -> list[Contact]:
    """List the last pushes of a tablet that brought something new, the latest first."""
    at = op_receipt.c.received_at
    query = select(at, func.count().label("ops")).where(op_receipt.c.device == ident).group_by(at)
    return [as_row(Contact, row) for row in tx.rows(query.order_by(at.desc()).limit(most))]
