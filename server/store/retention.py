"""What is kept for a time only: receipts of operations and tombstones of feeds, swept in small transactions.

A receipt says what became of an operation that is sent again; a tombstone tells a tablet that a record has left. Both
are needed by tablets that come back, and a tablet that was away for longer than KEPT begins its scopes anew: the
``floor`` of a scope says up to where tombstones were swept (sync design §5.1, §5.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, literal_column, select

from server.store.letter import HELD, OPEN
from server.store.store import ServerStore
from server.store.tx import Tx
from server.tables import SYNCED, dead_letter, device, op_receipt, sync_feed, sync_scope

KEPT: Final = timedelta(days=400)
BATCH: Final = 500
"""Rows of one transaction: writers wait a few milliseconds at most."""
BATCHES: Final = 40
"""Transactions of one round; the rest is swept by the next."""


def sweep_receipts(store: ServerStore, batches: int = BATCHES) -> int:
    """Delete receipts of operations that came more than 400 days ago; returns how many.

    Those of operations whose letter the office has not settled stay.
    """
    swept = 0
    with store.reading() as tx:
        old = (op_receipt.c.device == device.c.id) & (op_receipt.c.received_at <= tx.now - KEPT)
        tablets = tx.scalars(select(device.c.id).where(select(op_receipt.c.op_id).where(old).exists()))
    for tablet in tablets:
        while batches > 0:
            batches -= 1
            found = store.act(lambda tx, tablet=tablet: _sweep_receipts(tx, tablet))  # type: ignore[misc]
            swept += found
            if found < BATCH:
                break
    return swept


def sweep_tombstones(store: ServerStore) -> int:
    """Delete tombstones of records that have not changed for 400 days and raise their scopes' floor; returns how many.

    They are looked up in a reading transaction: where none is old, nobody who writes has to wait.
    """
    with store.reading() as tx:
        over = _old_tombstones(tx)
    swept = 0
    for scope in sorted(over):
        numbers = sorted(over[scope])
        for start in range(0, len(numbers), BATCH):
            some = numbers[start : start + BATCH]
            swept += store.act(lambda tx, scope=scope, some=some: _sweep_scope(tx, scope, some))  # type: ignore[misc]
    return swept


_IS_GONE: Final[ColumnElement[bool]] = literal_column("sync_feed.gone")
"""As the small index over tombstones says it."""


def _old_tombstones(tx: Tx) -> dict[str, list[int]]:
    """Find, by scope, the numbers of tombstones whose record last changed 400 days ago: it was not gone later than that."""
    feed = sync_feed.c
    found: dict[str, list[int]] = {}
    left = BATCH * BATCHES
    for kind in tx.scalars(select(feed.kind).where(_IS_GONE).distinct()):
        record = SYNCED[kind].c
        is_over = (feed.id == record.id) & (record.stored_at <= tx.now - KEPT)
        rows = tx.rows(select(feed.scope, feed.seq).where(_IS_GONE, feed.kind == kind, is_over).limit(left))
        left -= len(rows)
        for row in rows:
            found.setdefault(row.scope, []).append(row.seq)
    return found


def _sweep_receipts(tx: Tx, tablet: str) -> int:
    unsettled = select(dead_letter.c.op_id).where(dead_letter.c.state.in_((OPEN, HELD)))
    old = (op_receipt.c.device == tablet) & (op_receipt.c.received_at <= tx.now - KEPT)
    query = select(op_receipt.c.op_id).where(old, op_receipt.c.op_id.not_in(unsettled))
    names = tx.scalars(query.order_by(op_receipt.c.received_at).limit(BATCH))
    return tx.execute(op_receipt.delete().where(op_receipt.c.op_id.in_(names))).rowcount if names else 0


def _sweep_scope(tx: Tx, scope: str, numbers: Sequence[int]) -> int:
    """Sweep a scope's tombstones; those of records that came back meanwhile have another number and are not met.

    The scope's counter is held first, as whoever writes its feed does, so that nobody waits crosswise.
    """
    tx.execute(select(sync_scope.c.id).where(sync_scope.c.id == scope).with_for_update())
    feed = sync_feed.c
    mine = (feed.scope == scope) & feed.seq.in_(numbers)
    swept = list(tx.execute(sync_feed.delete().where(mine, _IS_GONE).returning(feed.seq)).scalars())
    if swept:
        higher = (sync_scope.c.id == scope) & (sync_scope.c.floor < max(swept))
        tx.execute(sync_scope.update().where(higher).values(floor=max(swept)))
    return len(swept)
