"""The last word of a drill: whether the newest backup could be restored and held what it should."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from server.codec import read, write_text
from server.store.tx import Tx
from server.tables import meta

_KEY = "backup_proof"


@dataclass(frozen=True, slots=True)
class Proof:
    """One drill. ``proved_at`` is when the newest backup that ever passed was made, ``made_at`` when this one was."""

    tried_at: datetime
    backup: str = ""
    made_at: datetime | None = None
    is_good: bool = False
    reason: str = ""
    proved_at: datetime | None = None


def last_proof(tx: Tx) -> Proof | None:
    """Return what the last drill found; nothing if there never was one."""
    found = tx.scalar(select(meta.c.value).where(meta.c.key == _KEY))
    return read(Proof, found.encode()) if found else None


def record_proof(tx: Tx, tried: Proof) -> Proof:
    """Keep what a drill found, with the date of the last backup that was proved."""
    before = last_proof(tx)
    proved_at = tried.made_at if tried.is_good else before.proved_at if before else None
    kept = Proof(tried.tried_at, tried.backup, tried.made_at, tried.is_good, tried.reason[:500], proved_at)
    new = tx.insert(meta).values(key=_KEY, value=write_text(kept))
    tx.execute(new.on_conflict_do_update(index_elements=["key"], set_={"value": write_text(kept)}))
    return kept
