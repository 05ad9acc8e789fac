"""Keeps the search index in step with what tablets push: reads each feed from where it left off, in small transactions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import select

from server.store.device import index_devices
from server.store.order import index_orders
from server.store.search import DEVICE, FOLLOWED, ORDER, index
from server.store.store import ServerStore
from server.store.tx import Tx
from server.tables import search_mark, search_text, sync_feed, sync_scope

_BATCH: Final = 100
"""Records of one transaction: writers wait some 50 ms at most."""
_BATCHES: Final = 40
"""Transactions of one turn; the rest is done by the next."""

_OWN: Final[dict[str, Callable[[Tx], int]]] = {ORDER: index_orders, DEVICE: index_devices}
"""Kinds of which no feed tells."""


def follow(store: ServerStore, batches: int = _BATCHES) -> int:
    """Index what the feeds say has changed since the last turn; returns how many records were looked at.

    What is in no feed is gone through once: whoever writes it afterwards indexes it.
    """
    with store.reading() as tx:
        marks = {row.scope: row.seq for row in tx.rows(select(search_mark))}
        feeds = tx.rows(select(sync_scope.c.id, sync_scope.c.seq).order_by(sync_scope.c.id))
    done = 0
    for kind in _OWN:
        if f"all:{kind}" not in marks:
            done += store.act(lambda tx, kind=kind: _go_through(tx, kind))  # type: ignore[misc]
    for feed in feeds:
        since = marks.get(feed.id, 0)
        while since < feed.seq and batches > 0:
            batches -= 1
            found, since = store.act(lambda tx, scope=feed.id, since=since: _follow_feed(tx, scope, since))  # type: ignore[misc]
            done += found
    return done


def rebuild(store: ServerStore) -> int:
    """Forget the index and make it anew from all feeds; returns how many records were looked at."""
    store.act(_forget)
    done = 0
    while found := follow(store):
        done += found
    return done


def _follow_feed(tx: Tx, scope: str, since: int) -> tuple[int, int]:
    # The feed's end is read first: what is pushed between the two statements (PostgreSQL) waits for the next turn.
    until = tx.scalar(select(sync_scope.c.seq).where(sync_scope.c.id == scope))
    mine = (sync_feed.c.scope == scope) & sync_feed.c.seq.between(since + 1, until)
    rows = tx.rows(
        select(sync_feed.c.kind, sync_feed.c.id, sync_feed.c.seq).where(mine).order_by(sync_feed.c.seq).limit(_BATCH)
    )
    index(tx, [(row.kind, row.id) for row in rows if row.kind in FOLLOWED])
    last = rows[-1].seq if len(rows) == _BATCH else until
    _mark(tx, scope, last)
    return len(rows), int(last)


def _go_through(tx: Tx, kind: str) -> int:
    _mark(tx, f"all:{kind}", 0)
    return _OWN[kind](tx)


def _mark(tx: Tx, scope: str, seq: int) -> None:
    mark = tx.insert(search_mark).values(scope=scope, seq=seq)
    tx.execute(mark.on_conflict_do_update(index_elements=["scope"], set_={"seq": seq}))


def _forget(tx: Tx) -> None:
    tx.execute(search_text.delete())
    tx.execute(search_mark.delete())
