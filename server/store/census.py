"""What a database holds, in numbers and names: for backups, and for whoever compares one with its original."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sqlalchemy import select, text

from server.store.tx import Tx
from server.tables import blob, metadata
from shared.ids import Sha256

_PAGE = 5000
_TABLE = re.compile(r"[a-z_]{1,60}")


def table_names() -> tuple[str, ...]:
    """Name the tables of this version's schema, sorted."""
    return tuple(sorted(metadata.tables))


def table_counts(tx: Tx, names: Collection[str]) -> dict[str, int]:
    """Count the rows of tables, which may be those of another version's schema.

    Raises:
        ValueError: that is no name of a table.
    """
    counts: dict[str, int] = {}
    for name in names:
        if not _TABLE.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a table")
        counts[name] = int(tx.scalar(text(f'SELECT count(*) FROM "{name}"')))  # noqa: S608 - checked above
    return counts


def stored_blobs(tx: Tx) -> Iterator[tuple[Sha256, int]]:
    """Yield name and size in bytes of every file that is stored, sorted by name, some thousand at a time."""
    last = ""
    while True:
        query = select(blob.c.sha256, blob.c.size_bytes).where(blob.c.stored_at.is_not(None), blob.c.sha256 > last)
        rows = tx.rows(query.order_by(blob.c.sha256).limit(_PAGE))
        yield from ((Sha256(row.sha256), row.size_bytes) for row in rows)
        if len(rows) < _PAGE:
            return
        last = rows[-1].sha256


def snapshot_name(tx: Tx) -> str:
    """Give this PostgreSQL transaction's snapshot a name by which ``pg_dump`` sees exactly the same."""
    tx.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    name: str = tx.scalar(text("SELECT pg_export_snapshot()"))
    return name
