"""How far a database has come, so that an older one in its place is noticed; and the generations that it went through."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from server.store.register import pass_over
from server.store.schema import ensure_epoch, epoch, get_meta, new_epoch, put_meta
from server.store.tx import Tx
from server.tables import device, meta, sync_scope
from shared import wire
from shared.ids import Epoch

_PAST, _COPY = "past_epochs", "is_copy"
_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a database was: each number only ever grows while nobody puts an older one in its place.

    ``feed`` sums the counters of all feeds, ``visits`` how often each tablet was heard of: with every push, and once a
    minute while it pulls. No moment is among them: clocks step back, and transactions end in another order than they began.
    """

    epoch: Epoch
    feed: int = 0
    visits: int = 0

    def is_behind(self, other: Mark) -> bool:
        """Tell whether a database of the same generation was further than this one."""
        return self.feed < other.feed or self.visits < other.visits


def mark(tx: Tx) -> Mark:
    """Return how far the database is, from two short tables whatever its size."""
    feed = tx.scalar(select(func.coalesce(func.sum(sync_scope.c.seq), 0)))
    visits = tx.scalar(select(func.coalesce(func.sum(device.c.visits), 0)))
    return Mark(epoch(tx), int(feed), int(visits))


def past_epochs(tx: Tx) -> tuple[Epoch, ...]:
    """List the generations before this one that the database knows of, oldest first."""
    found = get_meta(tx, _PAST)
    known = wire.loads(found) if found else []
    return tuple(Epoch(str(one)) for one in known) if isinstance(known, list) else ()


def begin_epoch(tx: Tx, *superseded: Epoch) -> Epoch:
    """Begin a new generation; the one before and ``superseded`` ones are known as past from now on.

    Numbers of notices given since the backup may stand on signed papers: they are passed over.
    """
    before = {*past_epochs(tx), ensure_epoch(tx)}
    known = [*past_epochs(tx), *superseded, ensure_epoch(tx)]
    fresh = new_epoch(tx)
    pass_over(tx, 1 + len({one for one in superseded if one} - before))
    past = [one for one in dict.fromkeys(known) if one and one != fresh][-_REMEMBERED:]
    put_meta(tx, _PAST, wire.dumps(past))
    tx.execute(meta.delete().where(meta.c.key == _COPY))
    return fresh


def is_copy(tx: Tx) -> bool:
    """Tell whether this database is the copy that a backup made, put in place by hand."""
    return get_meta(tx, _COPY) is not None


def mark_as_copy(tx: Tx) -> None:
    """Say in a copy that it is one: whoever serves it begins a new generation first."""
    put_meta(tx, _COPY, tx.now.isoformat())
