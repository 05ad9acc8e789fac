"""Shifts of tablets and people's PINs, as the office reads and sets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from server.codec import read_stored
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import pin, shift
from shared.ids import DeviceId, PersonId, SiteId
from shared.model.place import Person
from shared.model.shift import Pin, Shift
from shared.shift import ROUNDS, make_pin

MOST = 10


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift with its beginning and end by the server's clock."""

    shift: Shift
    began_at: datetime
    ended_at: datetime | None


def shifts_of(tx: Tx, device: DeviceId, most: int = MOST) -> list[ShiftRow]:
    """List the last shifts of a tablet, the latest first."""
    own = (shift.c.device == device, shift.c.is_gone.is_(False))
    query = select(shift.c.body, shift.c.began_at, shift.c.ended_at).where(*own).order_by(shift.c.began_at.desc())
    return [ShiftRow(read_stored(Shift, row.body), row.began_at, row.ended_at) for row in tx.rows(query.limit(most))]


def pins(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> dict[PersonId, Pin]:
    """Return the PINs of the viewer's sites, or of the one ``at``, by person; those that were taken back are left out."""
    return {found.id: found for found in tx.every(Pin, visible(pin, viewer, at), pin.c.is_set.is_(True))}


def set_pin(tx: Tx, who: PersonId, digits: str, salt: bytes, by: PersonId, rounds: int = ROUNDS) -> None:
    """Give a person a PIN; the site's tablets learn its verifier with their next sync. Nothing keeps the digits.

    Raises:
        UnknownRecordError: there is no such person.
        ValueError: the digits are no PIN, or too easy.
    """
    person = tx.get(Person, who)
    known = tx.find(Pin, who)
    tx.put(make_pin(who, person.site, digits, salt, tx.now, by, replaces=known, rounds=rounds))


def take_back_pin(tx: Tx, who: PersonId, by: PersonId) -> None:
    """Let a person's PIN open nothing any more; done again it changes nothing.

    Raises:
        UnknownRecordError: there is no such person.
    """
    person = tx.get(Person, who)
    known = tx.find(Pin, who)
    if known is not None and known.is_set:
        tx.put(Pin(who, person.site, tx.now, by, replaces=known.set_at.isoformat()))
