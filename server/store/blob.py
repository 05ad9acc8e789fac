"""What is known of photo bytes: how much arrived, what is whole, and which records name them.

The offset is changed by compare-and-set, never under a lock: a lost connection leaves nothing locked. Each step of an
upload is one statement in one transaction; a row exists from the first chunk that was kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import blob, blob_ref
from shared.ids import Sha256, SiteId

IDLE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Blob:
    """One file. ``received_bytes`` counts from its start; ``stored_at`` is set once all of it hashed to its name."""

    sha256: Sha256
    size_bytes: int
    received_bytes: int
    mime: str
    stored_at: datetime | None

    @property
    def is_stored(self) -> bool:
        """Tell whether all of it is here and hashed to its name."""
        return self.stored_at is not None


def find_blob(tx: Tx, name: Sha256) -> Blob | None:
    """Look a file up; nothing if no byte of it was ever announced."""
    return find_blobs(tx, [name]).get(name)


def find_blobs(tx: Tx, names: Collection[Sha256]) -> dict[Sha256, Blob]:
    """Look several files up by one query."""
    query = select(blob).where(blob.c.sha256.in_(list(names)))
    return {
        Sha256(row.sha256): Blob(Sha256(row.sha256), row.size_bytes, row.received_bytes, row.mime, row.stored_at)
        for row in (tx.rows(query) if names else ())
    }


def store_part(tx: Tx, name: Sha256, size_bytes: int, old: int, new: int) -> bool:
    """Move the offset of a file of ``size_bytes`` from ``old`` to ``new`` bytes; the first chunk makes its row.

    Returns whether it moved: not if somebody else moved it, or the file is whole.
    """
    change = {"received_bytes": new, "touched_at": tx.now}
    if old:
        mine = (blob.c.sha256 == name) & (blob.c.received_bytes == old) & blob.c.stored_at.is_(None)
        return tx.execute(blob.update().where(mine).values(change)).rowcount == 1
    row = {"sha256": name, "size_bytes": size_bytes, "mime": "", "stored_at": None, **change}
    begun = (blob.c.received_bytes == 0) & blob.c.stored_at.is_(None)
    fresh = tx.insert(blob).values(row)
    kept = fresh.on_conflict_do_update(index_elements=["sha256"], set_=change | {"size_bytes": size_bytes}, where=begun)
    return tx.execute(kept.returning(blob.c.sha256)).scalar() is not None  # PostgreSQL counts no rows of an INSERT


def store_whole(tx: Tx, name: Sha256, size_bytes: int, mime: str) -> None:
    """Remember that a file is here, durable and hashed to its name; nothing happens to one that was already."""
    row = {"size_bytes": size_bytes, "received_bytes": size_bytes, "mime": mime, "touched_at": tx.now}
    fresh = tx.insert(blob).values(sha256=name, stored_at=tx.now, **row)
    change = row | {"stored_at": tx.now}
    tx.execute(fresh.on_conflict_do_update(index_elements=["sha256"], set_=change, where=blob.c.stored_at.is_(None)))


def announce(tx: Tx, name: Sha256, size_bytes: int) -> None:
    """Remember that a file of this size is coming; a second announcement changes nothing."""
    new = tx.insert(blob).values(
        sha256=name, size_bytes=size_bytes, received_bytes=0, mime="", touched_at=tx.now, stored_at=None
    )
    tx.execute(new.on_conflict_do_nothing())


def move_offset(tx: Tx, name: Sha256, old: int, new: int) -> bool:
    """Move the offset from ``old`` to ``new`` bytes, unless somebody else moved it or the file is whole."""
    mine = (blob.c.sha256 == name) & (blob.c.received_bytes == old) & blob.c.stored_at.is_(None)
    change = blob.update().where(mine).values(received_bytes=new, touched_at=tx.now)
    return tx.execute(change).rowcount == 1


def resize(tx: Tx, name: Sha256, size_bytes: int) -> None:
    """Begin a file anew with another size; nothing happens to a whole one."""
    mine = (blob.c.sha256 == name) & blob.c.stored_at.is_(None)
    tx.execute(blob.update().where(mine).values(size_bytes=size_bytes, received_bytes=0, touched_at=tx.now))


def mark_stored(tx: Tx, name: Sha256, mime: str) -> None:
    """Remember that a file is whole and hashed to its name."""
    change = blob.update().where(blob.c.sha256 == name, blob.c.stored_at.is_(None))
    tx.execute(change.values(stored_at=tx.now, touched_at=tx.now, mime=mime, received_bytes=blob.c.size_bytes))


def forget_stored(tx: Tx, name: Sha256) -> None:
    """Forget that a file is here: its bytes are lost, and whoever has it is asked for it again."""
    tx.execute(blob.delete().where(blob.c.sha256 == name))


def is_named_at(tx: Tx, name: Sha256, site: SiteId) -> bool:
    """Tell whether a record of ``site`` names the file."""
    query = select(blob_ref.c.sha256).where(blob_ref.c.sha256 == name, blob_ref.c.site == site).limit(1)
    return tx.scalar(query) is not None


def records_naming(tx: Tx, viewer: Viewer, name: Sha256) -> set[tuple[str, SiteId]]:
    """Name kind and site of the records of ``viewer``'s sites (or own unit) that name the file."""
    query = select(blob_ref.c.kind, blob_ref.c.site).where(blob_ref.c.sha256 == name, visible(blob_ref, viewer))
    return {(str(row.kind), SiteId(row.site)) for row in tx.rows(query.distinct())}


def idle_partials(tx: Tx) -> list[Sha256]:
    """List files whose upload stopped more than fourteen days ago."""
    query = select(blob.c.sha256).where(blob.c.stored_at.is_(None), blob.c.touched_at <= tx.now - IDLE)
    return [Sha256(name) for name in tx.scalars(query)]


def forget_partial(tx: Tx, name: Sha256) -> bool:
    """Forget an upload that never ended, unless it has moved since; its bytes may go then."""
    idle = (blob.c.sha256 == name) & blob.c.stored_at.is_(None) & (blob.c.touched_at <= tx.now - IDLE)
    return tx.execute(blob.delete().where(idle)).rowcount == 1
