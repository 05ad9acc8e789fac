"""Keeps the search index in step with what tablets push: reads each feed from where it left off, in small transactions."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from sqlalchemy import select

from server.store.clearing import index_lines, last_sheet_day
from server.store.device import index_devices
from server.store.order import index_orders
from server.store.search import ADDED, DEVICE, LINE, ORDER, SEARCHED, index
from server.store.store import ServerStore
from server.store.tx import Tx
from server.tables import search_mark, search_text, sync_feed, sync_scope

_BATCH: Final = 100
"""Records of one transaction: writers wait some 50 ms at most."""
_BATCHES: Final = 200
"""Transactions of one turn; the rest is done by the next."""
_BREATH_S: Final = 0.005
"""Between two transactions of a turn: whoever waits for the one writer of SQLite gets in."""
_WINDOW: Final = 2000
"""Places of a feed that one transaction looks through for kinds of which there are few."""
_MANY: Final = 2000
"""Unread changes that no ordinary minute brings: there was an upgrade."""
_OLDER: Final = "+"
"""Begins the mark of what an older version had passed over in a feed: down to where all is read, 0 at the end."""
_LINES: Final = _OLDER + LINE

_OWN: Final[dict[str, Callable[[Tx], int]]] = {ORDER: index_orders, DEVICE: index_devices}
"""Kinds of which no feed tells."""


def follow(store: ServerStore, batches: int = _BATCHES) -> int:
    """Index what the feeds say has changed since the last turn; returns how many records were looked at.

    What is in no feed is gone through once: whoever writes it afterwards indexes it. What was there before its kind
    was searched comes last, the newest first.
    """
    with store.reading() as tx:
        marks, feeds = _marks(tx), _feeds(tx)
    done = 0
    for kind in _OWN:
        if f"all:{kind}" not in marks:
            done += store.act(lambda tx, kind=kind: _go_through(tx, kind))  # type: ignore[misc]
    if any(mark not in marks for mark in (_LINES, *(_OLDER + feed for feed in feeds))):
        marks = store.act(lambda tx: _begin_older(tx, marks, feeds))
    for feed, end in feeds.items():
        since = marks.get(feed, 0)
        while since < end and batches > 0:
            batches -= 1
            found, since = store.act(lambda tx, scope=feed, since=since: _follow_feed(tx, scope, since))  # type: ignore[misc]
            done += found
            time.sleep(_BREATH_S)
    return done + _follow_older(store, {mark: left for mark, left in marks.items() if mark[:1] == _OLDER}, batches)


def minutes_left(tx: Tx) -> int:
    """Return in about how many minutes an upgrade's older records will all be found, 0 if they are.

    The work takes a turn a minute; what tablets have just sent does not count.
    """
    marks, feeds = _marks(tx), _feeds(tx)
    unread = sum(max(end - marks.get(feed, 0), 0) for feed, end in feeds.items())
    older = sum(marks.get(_OLDER + feed, marks.get(feed, 0)) for feed in feeds)
    if unread < _MANY and not older and not marks.get(_LINES, 0):
        return 0
    return 1 + (unread // _BATCH + older // _WINDOW) // _BATCHES


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
    index(tx, [(row.kind, row.id) for row in rows if row.kind in SEARCHED])
    last = rows[-1].seq if len(rows) == _BATCH else until
    _mark(tx, scope, last)
    return len(rows), int(last)


def _marks(tx: Tx) -> dict[str, int]:
    return {row.scope: row.seq for row in tx.rows(select(search_mark))}


def _feeds(tx: Tx) -> dict[str, int]:
    return {row.id: row.seq for row in tx.rows(select(sync_scope.c.id, sync_scope.c.seq).order_by(sync_scope.c.id))}


def _begin_older(tx: Tx, marks: Mapping[str, int], feeds: Mapping[str, int]) -> dict[str, int]:
    """Note from where down each feed is to be gone through for ADDED kinds, nothing of a feed that is read from now on."""
    begun = {_OLDER + feed: marks.get(feed, 0) for feed in feeds}
    last = last_sheet_day(tx)
    begun[_LINES] = last.toordinal() if last else 0
    fresh = {mark: seq for mark, seq in begun.items() if mark not in marks}
    for mark, seq in fresh.items():
        _mark(tx, mark, seq)
    return {**marks, **fresh}


def _follow_older(store: ServerStore, left: Mapping[str, int], batches: int) -> int:
    done = 0
    for mark, place in left.items():
        step = _older_lines if mark == _LINES else _older_records
        until = place
        while until > 0 and batches > 0:
            batches -= 1
            found, until = store.act(lambda tx, step=step, mark=mark, until=until: step(tx, mark, until))  # type: ignore[misc]
            done += found
            time.sleep(_BREATH_S)
    return done


def _older_records(tx: Tx, mark: str, until: int) -> tuple[int, int]:
    first = max(until - _WINDOW, 0) + 1
    mine = (sync_feed.c.scope == mark.removeprefix(_OLDER)) & sync_feed.c.seq.between(first, until)
    query = select(sync_feed.c.kind, sync_feed.c.id, sync_feed.c.seq).where(mine, sync_feed.c.kind.in_(ADDED))
    rows = tx.rows(query.order_by(sync_feed.c.seq.desc()).limit(_BATCH))
    index(tx, [(row.kind, row.id) for row in rows])
    return len(rows), _mark(tx, mark, rows[-1].seq - 1 if len(rows) == _BATCH else first - 1)


def _older_lines(tx: Tx, mark: str, until: int) -> tuple[int, int]:
    day = last_sheet_day(tx, date.fromordinal(until))
    found = index_lines(tx, day) if day else 0
    return found, _mark(tx, mark, day.toordinal() - 1 if day else 0)


def _go_through(tx: Tx, kind: str) -> int:
    _mark(tx, f"all:{kind}", 0)
    return _OWN[kind](tx)


def _mark(tx: Tx, scope: str, seq: int) -> int:
    mark = tx.insert(search_mark).values(scope=scope, seq=seq)
    tx.execute(mark.on_conflict_do_update(index_elements=["scope"], set_={"seq": seq}))
    return seq


def _forget(tx: Tx) -> None:
    tx.execute(search_text.delete())
    tx.execute(search_mark.delete())
