"""The feed of each scope: which records changed, in commit order (sync design §2).

The counter of a scope is bumped last in the writing transaction and scopes are bumped in sorted order: no reader skips
a row that commits late, and two writers never wait for each other crosswise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from server.codec import as_stored
from server.tables import SYNCED, sync_feed, sync_scope
from shared.ids import ScopeId
from shared.sync.messages import Row
from shared.sync.ports import FeedPosition


@dataclass(frozen=True, slots=True)
class Change:
    """One record that changed in one scope; ``is_gone`` means that it left this scope."""

    kind: str
    id: str
    rev: int
    is_gone: bool


def publish(connection: Connection, changes: Mapping[ScopeId, Iterable[Change]]) -> None:
    """Write the changes of a transaction into the feeds; the last statement before its commit."""
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    rows = []
    for scope in sorted(changes):
        mine = list(changes[scope])
        fresh = insert(sync_scope).values(id=scope, seq=len(mine), floor=0)
        bump = fresh.on_conflict_do_update(
            index_elements=["id"], set_={"seq": sync_scope.c.seq + fresh.excluded.seq}
        ).returning(sync_scope.c.seq)
        last: int = connection.execute(bump).scalar_one()
        first = last - len(mine) + 1
        rows += [
            {"scope": scope, "kind": one.kind, "id": one.id, "seq": seq, "rev": one.rev, "gone": one.is_gone}
            for seq, one in enumerate(mine, first)
        ]
    upsert = insert(sync_feed)
    new = upsert.excluded
    upsert = upsert.on_conflict_do_update(
        index_elements=["scope", "kind", "id"], set_={"seq": new.seq, "rev": new.rev, "gone": new.gone}
    )
    connection.execute(upsert, rows)


def positions(connection: Connection, scopes: Iterable[ScopeId]) -> dict[ScopeId, FeedPosition]:
    """Read where feeds stand; a scope that nothing was ever written to is missing."""
    query = select(sync_scope).where(sync_scope.c.id.in_(list(scopes)))
    return {ScopeId(row.id): FeedPosition(row.seq, row.floor) for row in connection.execute(query)}


def page(
    connection: Connection, scope: ScopeId, after: int, limit: int, page_bytes: int
) -> tuple[tuple[Row, ...], int]:
    """Read at most ``limit`` rows of a feed past ``after``, with bodies as they stand now, and the last one's seq.

    Stops early once bodies of ``page_bytes`` bytes are collected; at least one row is returned if there is one.
    """
    feed = connection.execute(_PAGE, {"of_scope": scope, "after": after, "most": limit}).all()
    bodies = _bodies(connection, [(row.kind, row.id) for row in feed if not row.gone])
    rows: list[Row] = []
    size = 0
    last = after
    for entry in feed:
        found = None if entry.gone else bodies.get((entry.kind, entry.id))
        size += len(found[1]) if found else 0
        if rows and size > page_bytes:
            break
        last = entry.seq
        if found is None:
            rows.append(Row(entry.kind, entry.id, entry.rev, gone=True))
        else:
            rows.append(Row(entry.kind, entry.id, found[0], body=as_stored(found[1])))
    return tuple(rows), last


def digest(connection: Connection, scope: ScopeId) -> tuple[int, str]:
    """Count a scope's rows and sum them as ``messages.Verify`` says."""
    query = select(sync_feed.c.kind, sync_feed.c.id, sync_feed.c.rev).where(
        sync_feed.c.scope == scope, sync_feed.c.gone.is_(False)
    )
    total = count = 0
    for kind, record, rev in connection.execute(query, execution_options={"yield_per": 5000}):
        total += int.from_bytes(hashlib.sha256(f"{kind}|{record}|{rev}".encode()).digest()[:8], "big")
        count += 1
    return count, f"{total % (1 << 64):016x}"


def carriers(connection: Connection, kind: str, record: str, scopes: Iterable[ScopeId]) -> tuple[ScopeId, ...]:
    """Tell which of ``scopes`` carry a record now."""
    query = select(sync_feed.c.scope).where(
        sync_feed.c.scope.in_(list(scopes)),
        sync_feed.c.kind == kind,
        sync_feed.c.id == record,
        sync_feed.c.gone.is_(False),
    )
    return tuple(ScopeId(scope) for scope in connection.execute(query).scalars())


def _bodies(connection: Connection, names: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, str]]:
    by_kind: dict[str, list[str]] = {}
    for kind, record in names:
        by_kind.setdefault(kind, []).append(record)
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for kind, ids in by_kind.items():
        for row in connection.execute(_BODIES[kind], {"ids": ids}):
            found[kind, row.id] = (row.rev, row.body)
    return found


_PAGE = (
    select(sync_feed.c.kind, sync_feed.c.id, sync_feed.c.seq, sync_feed.c.rev, sync_feed.c.gone)
    .where(sync_feed.c.scope == bindparam("of_scope"), sync_feed.c.seq > bindparam("after"))
    .order_by(sync_feed.c.seq)
    .limit(bindparam("most"))
)
_BODIES = {
    kind: select(table.c.id, table.c.rev, table.c.body).where(
        table.c.id.in_(bindparam("ids", expanding=True)), table.c.is_gone.is_(False)
    )
    for kind, table in SYNCED.items()
}
