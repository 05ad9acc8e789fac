"""The feed of each scope: which records changed, in commit order (sync design §2).

The counter of a scope is bumped last in the writing transaction and scopes are bumped in sorted order: no reader skips
a row that commits late, and two writers never wait for each other crosswise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Executable, Table, bindparam, select

from server.codec import as_stored
from server.store.statement import InsertInto, Lookup, Statement
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
    rows = []
    for scope in sorted(changes):
        mine = list(changes[scope])
        ((last,),) = _BUMP.rows(connection, id=scope, seq=len(mine), floor=0)
        first = last - len(mine) + 1
        rows += [
            {"scope": scope, "kind": one.kind, "id": one.id, "seq": seq, "rev": one.rev, "gone": one.is_gone}
            for seq, one in enumerate(mine, first)
        ]
    _TELL.run_many(connection, rows)


def positions(connection: Connection, scopes: Iterable[ScopeId]) -> dict[ScopeId, FeedPosition]:
    """Read where feeds stand; a scope that nothing was ever written to is missing."""
    return {ScopeId(scope): FeedPosition(seq, floor) for scope, seq, floor in _POSITIONS.rows(connection, scopes)}


def page(
    connection: Connection, scope: ScopeId, after: int, limit: int, page_bytes: int
) -> tuple[tuple[Row, ...], int]:
    """Read at most ``limit`` rows of a feed past ``after``, with bodies as they stand now, and the last one's seq.

    Stops early once bodies of about ``page_bytes`` are collected; at least one row is returned if there is one.
    """
    entries = _PAGE.rows(connection, of_scope=scope, after=after, most=limit)
    rows: list[Row] = []
    size = 0
    last = after
    for start in range(0, len(entries), _AT_ONCE):  # bodies are read as far as the page goes, not for all of its rows
        some = entries[start : start + _AT_ONCE]
        bodies = _bodies(connection, [(kind, record) for kind, record, _seq, _rev, is_gone in some if not is_gone])
        for kind, record, seq, rev, is_gone in some:
            found = None if is_gone else bodies.get((kind, record))
            size += len(found[1]) if found else 0
            if rows and size > page_bytes:
                return tuple(rows), last
            last = seq
            if found is None:
                rows.append(Row(kind, record, rev, gone=True))
            else:
                rows.append(Row(kind, record, found[0], body=as_stored(found[1])))
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
    return tuple(ScopeId(scope) for (scope,) in _CARRIERS.rows(connection, scopes, of_kind=kind, of_id=record))


def _bodies(connection: Connection, names: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, str]]:
    by_kind: dict[str, list[str]] = {}
    for kind, record in names:
        by_kind.setdefault(kind, []).append(record)
    return {
        (kind, record): (rev, body)
        for kind, ids in by_kind.items()
        for record, rev, body in _BODIES[kind].rows(connection, ids)
    }


def _bump(insert: InsertInto) -> Executable:
    fresh = insert(sync_scope).values({name: bindparam(name) for name in ("id", "seq", "floor")})
    more = {"seq": sync_scope.c.seq + fresh.excluded.seq}
    bumped: Executable = fresh.on_conflict_do_update(index_elements=["id"], set_=more).returning(sync_scope.c.seq)
    return bumped


def _tell(insert: InsertInto) -> Executable:
    fresh = insert(sync_feed).values({column.name: bindparam(column.name) for column in sync_feed.columns})
    new = {name: fresh.excluded[name] for name in ("seq", "rev", "gone")}
    told: Executable = fresh.on_conflict_do_update(index_elements=["scope", "kind", "id"], set_=new)
    return told


def _bodies_of(table: Table) -> Lookup:
    query = select(table.c.id, table.c.rev, table.c.body).where(table.c.is_gone.is_(False))
    return Lookup(lambda ids: query.where(table.c.id.in_(ids)))


_AT_ONCE = 128
_BUMP, _TELL = Statement(_bump), Statement(_tell)
_POSITIONS = Lookup(
    lambda ids: select(sync_scope.c.id, sync_scope.c.seq, sync_scope.c.floor).where(sync_scope.c.id.in_(ids))
)
_PAGE = Statement(
    lambda _insert: (
        select(sync_feed.c.kind, sync_feed.c.id, sync_feed.c.seq, sync_feed.c.rev, sync_feed.c.gone)
        .where(sync_feed.c.scope == bindparam("of_scope"), sync_feed.c.seq > bindparam("after"))
        .order_by(sync_feed.c.seq)
        .limit(bindparam("most"))
    )
)
_CARRIERS = Lookup(
    lambda scopes: select(sync_feed.c.scope).where(
        sync_feed.c.scope.in_(scopes),
        sync_feed.c.kind == bindparam("of_kind"),
        sync_feed.c.id == bindparam("of_id"),
        sync_feed.c.gone.is_(False),
    )
)
_BODIES = {kind: _bodies_of(table) for kind, table in SYNCED.items()}
