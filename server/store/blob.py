"""What is known of photo bytes: how much arrived, what is whole, and which records name them.

The offset is changed by compare-and-set, never under a lock: a lost connection leaves nothing locked. Each step of an
upload is one statement in one transaction; a row exists from the first chunk that was kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Executable, bindparam, select

from server.store.statement import InsertInto, Lookup, Statement
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
    """Look a file up; nothing if no chunk of it was ever kept."""
    return find_blobs(tx, [name]).get(name)


def find_blobs(tx: Tx, names: Collection[Sha256]) -> dict[Sha256, Blob]:
    """Look several files up, some hundred by each query."""
    found = (Blob(Sha256(row[0]), *row[1:]) for row in _KNOWN.rows(tx.connection, names))
    return {one.sha256: one for one in found}


def store_part(tx: Tx, name: Sha256, size_bytes: int, old: int, new: int) -> bool:
    """Move the offset of a file of ``size_bytes`` from ``old`` to ``new`` bytes; the first chunk makes its row.

    Returns whether it moved: not if somebody else moved it, or the file is whole.
    """
    tx.begin_writing()
    if old:
        return _MOVE.run(tx.connection, of=name, old=old, received_bytes=new, touched_at=tx.now) == 1
    row = {"sha256": name, "size_bytes": size_bytes, "received_bytes": new, "mime": "", "touched_at": tx.now}
    return _BEGIN.run(tx.connection, **row, stored_at=None) == 1


def store_whole(tx: Tx, name: Sha256, size_bytes: int, mime: str) -> None:
    """Remember that a file is here, durable and hashed to its name; nothing happens to one that was already."""
    tx.begin_writing()
    row = {"sha256": name, "size_bytes": size_bytes, "received_bytes": size_bytes, "mime": mime}
    _WHOLE.run(tx.connection, **row, touched_at=tx.now, stored_at=tx.now)


def resize(tx: Tx, name: Sha256, size_bytes: int) -> None:
    """Begin a file anew with another size; nothing happens to a whole one."""
    mine = (blob.c.sha256 == name) & blob.c.stored_at.is_(None)
    tx.execute(blob.update().where(mine).values(size_bytes=size_bytes, received_bytes=0, touched_at=tx.now))


def forget_stored(tx: Tx, name: Sha256) -> bool:
    """Forget that a file is here: its bytes are lost, and whoever has it is asked for it again.

    Returns whether anything was known of it.
    """
    return tx.execute(blob.delete().where(blob.c.sha256 == name)).rowcount == 1


def is_named_at(tx: Tx, name: Sha256, site: SiteId) -> bool:
    """Tell whether a record of ``site`` names the file."""
    query = select(blob_ref.c.sha256).where(blob_ref.c.sha256 == name, blob_ref.c.site == site).limit(1)
    return tx.scalar(query) is not None


def is_named(tx: Tx, name: Sha256) -> bool:
    """Tell whether any record names the file."""
    return tx.scalar(select(blob_ref.c.sha256).where(blob_ref.c.sha256 == name).limit(1)) is not None


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


def _fresh(insert: InsertInto) -> Any:
    return insert(blob).values({column.name: bindparam(column.name) for column in blob.columns})


def _begin(insert: InsertInto) -> Executable:
    fresh = _fresh(insert)
    is_mine = (blob.c.received_bytes == 0) & blob.c.stored_at.is_(None)
    change = {name: fresh.excluded[name] for name in ("size_bytes", "received_bytes", "touched_at")}
    kept: Executable = fresh.on_conflict_do_update(index_elements=["sha256"], set_=change, where=is_mine)
    return kept


def _whole(insert: InsertInto) -> Executable:
    fresh = _fresh(insert)
    change = {column.name: fresh.excluded[column.name] for column in blob.columns if column.name != "sha256"}
    is_new = blob.c.stored_at.is_(None)
    kept: Executable = fresh.on_conflict_do_update(index_elements=["sha256"], set_=change, where=is_new)
    return kept


_KNOWN = Lookup(
    lambda ids: select(blob.c.sha256, blob.c.size_bytes, blob.c.received_bytes, blob.c.mime, blob.c.stored_at).where(
        blob.c.sha256.in_(ids)
    )
)
_BEGIN, _WHOLE = Statement(_begin), Statement(_whole)
_MOVE = Statement(
    lambda _insert: (
        blob.update()
        .where(blob.c.sha256 == bindparam("of"), blob.c.received_bytes == bindparam("old"), blob.c.stored_at.is_(None))
        .values(received_bytes=bindparam("received_bytes"), touched_at=bindparam("touched_at"))
    )
)
