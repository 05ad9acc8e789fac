"""Who does a piece of work that one process does for all: taken for a while, renewed, free again when its time is up.

Times are those of the servers' clocks. Two machines whose clocks differ may both hold a lease for a moment; so what is
done under one is safe to do twice, and the lease only saves doing it. One that ends further ahead than FURTHEST terms was
taken before a clock was set back: nobody waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import or_, select

from server.store.tx import Tx
from server.tables import lease

FURTHEST: Final = 2
"""In terms; one more than a lease is taken for, so that machines whose clocks differ a little do not take turns."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds it, until when, and when the work was last done to its end."""

    holder: str
    until: datetime
    worked_at: datetime | None


def take(tx: Tx, name: str, holder: str, term: timedelta) -> bool:
    """Take or renew a lease for ``term``; tells whether ``holder`` has it now."""
    until = tx.now + term
    fresh = tx.insert(lease).values(name=name, holder=holder, until=until)
    free = or_(lease.c.holder == holder, lease.c.until <= tx.now, lease.c.until > tx.now + FURTHEST * term)
    mine = fresh.on_conflict_do_update(
        index_elements=["name"], set_={"holder": holder, "until": until}, where=free
    ).returning(lease.c.holder)
    return tx.execute(mine).scalar() is not None


def note_work(tx: Tx, name: str, holder: str) -> None:
    """Remember that the holder has done the work to its end; nothing happens if somebody else holds the lease now."""
    mine = (lease.c.name == name) & (lease.c.holder == holder)
    tx.execute(lease.update().where(mine).values(worked_at=tx.now))


def give_back(tx: Tx, name: str, holder: str) -> None:
    """Let the next one take the lease at once; nothing happens if somebody else holds it."""
    mine = (lease.c.name == name) & (lease.c.holder == holder)
    tx.execute(lease.update().where(mine).values(until=tx.now))


def find_lease(tx: Tx, name: str) -> Lease | None:
    """Look a lease up; nothing if nobody ever took it."""
    row = tx.row(select(lease).where(lease.c.name == name))
    return None if row is None else Lease(row.holder, row.until, row.worked_at)
