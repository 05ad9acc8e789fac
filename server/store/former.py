"""Places, people and equipment as they were at a moment: what papers and verdicts of old records go by.

A transaction that changes or removes one of ``server.store.tx.REMEMBERED`` keeps what it said until then. Of the time before
a server did that nothing is known: there today's record is the answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select

from server.codec import read_stored
from server.store.projection import KIND_OF
from server.store.tx import Tx
from server.tables import former

T = TypeVar("T")
K = TypeVar("K", bound=str)


def as_of(tx: Tx, cls: type[T], record: str, at: datetime) -> T | None:
    """Return a record as it was at ``at``, also one that is gone by now; nothing if there is none."""
    return all_as_of(tx, cls, [record], at).get(record)


def all_as_of(tx: Tx, cls: type[T], records: Iterable[K], at: datetime) -> dict[K, T]:
    """Return records by their ids as they were at ``at``; those that never were are left out."""
    wanted = list(dict.fromkeys(records))
    kind = KIND_OF[cls]
    tx.prefetch(kind, wanted)
    found = {name: now for name in wanted if (now := tx.find(cls, name)) is not None}
    mine = (former.c.kind == kind) & former.c.id.in_(wanted) & (former.c.until > at)
    first = select(former.c.id, func.min(former.c.until).label("until")).where(mine).group_by(former.c.id).subquery()
    ends = (former.c.id == first.c.id) & (former.c.until == first.c.until) & (former.c.kind == kind)
    rows = tx.rows(select(former.c.id, former.c.body).join(first, ends)) if wanted else ()
    found |= {row.id: read_stored(cls, row.body) for row in rows}
    return {name: found[name] for name in wanted if name in found}
