"""Walks the database for what disagrees within it: records, their columns, feeds, photo references, receipts, letters.

Everything is read in pages of short transactions, each a snapshot of its own, so that a database of any size is walked
in the same memory and a server may go on meanwhile. What a finding means and what to do is ``server.check``'s to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Select, Table, and_, func, or_, select, text, tuple_

from server.codec import read_stored
from server.store.blob import IDLE, find_blobs
from server.store.letter import HELD, OPEN
from server.store.projection import columns_of, photo_names, photo_refs, scopes_of
from server.store.store import ServerStore
from server.store.tx import Tx
from server.tables import SYNCED, blob, blob_ref, dead_letter, op_receipt, review, sync_feed, sync_scope
from shared import wire
from shared.errors import RoundsError
from shared.ids import ORG_SCOPE, Sha256, site_scope
from shared.sync.messages import ROW_BODIES
from shared.sync.ports import Times

_PAGE = 500
_MANY = 2000
_BY_CLOCK = {
    "inspection": ("started_at", "ended_at", "review_state"),
    "note": ("at",),
    "hazard": ("found_at", "changed_at"),
    "recheck": ("at",),
    "shift": ("began_at", "ended_at"),
}
"""Columns worked out from clock readings that the body does not hold, or from other records."""
_DONE = frozenset({"applied", "merged", "duplicate"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement: its kind (a key of ``server.check.MEANINGS``), what it is about, and the facts."""

    code: str
    about: str
    facts: str = ""


def database_findings(store: ServerStore, *, is_quick: bool) -> Iterator[Finding]:
    """Ask SQLite to look at every page of its file; PostgreSQL guards its own pages."""
    if store.engine.dialect.name != "sqlite":
        return
    with store.reading() as tx:
        pragma = "PRAGMA quick_check" if is_quick else "PRAGMA integrity_check"
        for row in tx.connection.execute(text(pragma)):
            if row[0] != "ok":
                yield Finding("database-damaged", "rounds.db", str(row[0])[:300])
        for row in tx.connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding("database-damaged", str(row[0]), f"row {row[1]} points to a missing row of {row[2]}")


def record_findings(store: ServerStore) -> Iterator[Finding]:
    """Compare each record's body with its columns, its feeds and its photos."""
    for kind, table in SYNCED.items():
        last = ""
        while True:
            with store.reading() as tx:
                query = select(table).where(table.c.id > last).order_by(table.c.id).limit(_PAGE)
                rows = tx.rows(query)
                found = list(_of_page(tx, kind, table, rows))
            yield from found
            if len(rows) < _PAGE:
                break
            last = rows[-1].id


def feed_findings(store: ServerStore) -> Iterator[Finding]:
    """Compare each row of the feeds with the record it names, and each counter with its rows."""
    for kind, table in SYNCED.items():
        yield from _strays(store, kind, table)
        for row in _pages(store, _unlike(kind, table), (sync_feed.c.scope, sync_feed.c.id)):
            about = f"{kind} {row.id} in {row.scope}"
            if row.record_rev is None:
                yield Finding("feed-record", about, f"seq {row.seq}")
            elif not row.gone and row.is_gone:
                yield Finding("feed-gone", about, f"the feed says revision {row.rev}, the record is gone")
            else:
                yield Finding("feed-rev", about, f"the feed says revision {row.rev}, the record is {row.record_rev}")
    with store.reading() as tx:
        newest = select(sync_feed.c.scope, func.max(sync_feed.c.seq).label("newest")).group_by(sync_feed.c.scope)
        held = newest.subquery()
        query = select(held.c.scope, held.c.newest, sync_scope.c.seq)
        rows = tx.rows(query.select_from(held.outerjoin(sync_scope, sync_scope.c.id == held.c.scope)))
    for row in rows:
        if row.seq is None or row.seq < row.newest:
            yield Finding("scope-seq", row.scope, f"the counter is at {row.seq}, its newest row at {row.newest}")


def reference_findings(store: ServerStore) -> Iterator[Finding]:
    """Look for photo references whose record does not exist."""
    for kind, table in SYNCED.items():
        query = (
            select(blob_ref.c.sha256, blob_ref.c.id)
            .select_from(blob_ref.outerjoin(table, table.c.id == blob_ref.c.id))
            .where(blob_ref.c.kind == kind, table.c.id.is_(None))
        )
        for row in _pages(store, query, (blob_ref.c.sha256, blob_ref.c.id)):
            yield Finding("ref-record", f"photo {row.sha256}", f"{kind} {row.id} does not exist")


def receipt_findings(store: ServerStore) -> Iterator[Finding]:
    """Look for operations without an outcome, and for letters that wait although their operation was applied."""
    open_ones = select(op_receipt.c.op_id, op_receipt.c.kind, op_receipt.c.device).where(op_receipt.c.result.is_(None))
    for row in _pages(store, open_ones, (op_receipt.c.op_id,)):
        yield Finding("receipt-open", f"operation {row.op_id}", f"{row.kind} of tablet {row.device}")
    same = and_(op_receipt.c.op_id == dead_letter.c.op_id, op_receipt.c.sha256 == dead_letter.c.sha256)
    waiting = (
        select(dead_letter.c.op_id, dead_letter.c.sha256, dead_letter.c.state, dead_letter.c.kind, op_receipt.c.result)
        .select_from(dead_letter.join(op_receipt, same))
        .where(dead_letter.c.state.in_((OPEN, HELD)), op_receipt.c.result.is_not(None))
    )
    for row in _pages(store, waiting, (dead_letter.c.op_id, dead_letter.c.sha256)):
        status = _status(row.result)
        if status in _DONE:
            yield Finding("letter-applied", f"operation {row.op_id}", f"{row.kind} is {status}, its letter {row.state}")


def photo_row_findings(store: ServerStore) -> Iterator[Finding]:
    """Look for photos that count as stored although less than their size was received."""
    torn = select(blob).where(blob.c.stored_at.is_not(None), blob.c.received_bytes != blob.c.size_bytes)
    for row in _pages(store, torn, (blob.c.sha256,)):
        yield Finding("blob-row", f"photo {row.sha256}", f"{row.received_bytes} of {row.size_bytes} bytes")


def stored_rows(store: ServerStore) -> Iterator[tuple[Sha256, int]]:
    """Yield name and size of every photo that counts as stored, sorted by name, in short transactions."""
    query = select(blob.c.sha256, blob.c.size_bytes).where(blob.c.stored_at.is_not(None))
    for row in _pages(store, query, (blob.c.sha256,)):
        yield Sha256(row.sha256), row.size_bytes


def partial_rows(store: ServerStore) -> Iterator[tuple[Sha256, int, datetime]]:
    """Yield name, offset and last move of every photo that is arriving, sorted by name."""
    query = select(blob.c.sha256, blob.c.received_bytes, blob.c.touched_at).where(blob.c.stored_at.is_(None))
    for row in _pages(store, query, (blob.c.sha256,)):
        yield Sha256(row.sha256), row.received_bytes, row.touched_at


def _pages(store: ServerStore, query: Select[Any], key: Sequence[ColumnElement[Any]]) -> Iterator[Row[Any]]:
    """Run a query page by page past the last key seen, each in a transaction of its own."""
    last: tuple[Any, ...] | None = None
    names = [column.key for column in key]
    while True:
        page = query.order_by(*key).limit(_MANY)
        with store.reading() as tx:
            rows = tx.rows(page.where(tuple_(*key) > last) if last is not None else page)
        yield from rows
        if len(rows) < _MANY:
            return
        last = tuple(getattr(rows[-1], str(name)) for name in names)


# ---- records


def _of_page(tx: Tx, kind: str, table: Table, rows: Sequence[Row[Any]]) -> Iterator[Finding]:
    live: dict[str, tuple[Row[Any], object]] = {}
    for row in rows:
        try:
            entity = read_stored(cast("type[object]", ROW_BODIES[kind]), row.body)
        except (RoundsError, ValueError, TypeError) as error:
            yield Finding("record-body", f"{kind} {row.id}", str(error)[:300])
            continue
        if not row.is_gone:
            live[row.id] = (row, entity)
            yield from _columns(kind, table, row, entity)
    yield from _reviewed(tx, kind, live)
    yield from _carried(tx, kind, live)
    yield from _pictured(tx, kind, live)


def _columns(kind: str, table: Table, row: Row[Any], entity: object) -> Iterator[Finding]:
    differing = [
        f"{name} is {getattr(row, name)!r}, the body says {value!r}"
        for name, value in columns_of(entity, Times()).items()
        if name not in _BY_CLOCK.get(kind, ()) and getattr(row, name) != _clipped(table, name, value)
    ]
    if differing:
        yield Finding("record-columns", f"{kind} {row.id}", "; ".join(differing)[:500])


def _clipped(table: Table, name: str, value: object) -> object:
    """Cut a text as the column did: a projection serves lists, the body holds all of it."""
    length = getattr(table.c[name].type, "length", None)
    return value[:length] if isinstance(value, str) and length else value


def _reviewed(tx: Tx, kind: str, live: dict[str, tuple[Row[Any], object]]) -> Iterator[Finding]:
    """An inspection's review state is the one of a review of it, or what its own body says."""
    if kind != "inspection" or not live:
        return
    query = select(review.c.inspection, review.c.state).where(
        review.c.inspection.in_(list(live)), review.c.is_gone.is_(False)
    )
    states: dict[str, set[str]] = {}
    for of, state in tx.rows(query):
        states.setdefault(of, set()).add(state)
    for record, (row, entity) in live.items():
        own = columns_of(entity, Times()).get("review_state")
        if row.review_state != own and row.review_state not in states.get(record, ()):
            yield Finding("record-columns", f"{kind} {record}", f"review_state {row.review_state!r} has no review")


def _carried(tx: Tx, kind: str, live: dict[str, tuple[Row[Any], object]]) -> Iterator[Finding]:
    """Each record stands in the feeds of its scopes; about midnight, in those of one of the two days."""
    days = (tx.now.date() - timedelta(days=1), tx.now.date() + timedelta(days=1))
    wanted = {record: tuple(set(scopes_of(entity, day)) for day in days) for record, (_, entity) in live.items()}
    scopes = set().union(*(either for pair in wanted.values() for either in pair)) if wanted else set()
    query = select(sync_feed.c.id, sync_feed.c.scope).where(
        sync_feed.c.scope.in_(scopes), sync_feed.c.kind == kind, sync_feed.c.id.in_(list(live)), ~sync_feed.c.gone
    )
    there: dict[str, set[str]] = {}
    for row in tx.rows(query) if scopes else ():
        there.setdefault(row.id, set()).add(row.scope)
    for record, pair in wanted.items():
        if not any(either <= there.get(record, set()) for either in pair):
            missing = ", ".join(sorted(pair[0] - there.get(record, set())))
            yield Finding("feed-missing", f"{kind} {record}", f"not in the feed of {missing}")


def _pictured(tx: Tx, kind: str, live: dict[str, tuple[Row[Any], object]]) -> Iterator[Finding]:
    named = {record: {ref.sha256 for ref in photo_refs(entity)} for record, (_, entity) in live.items()}
    named = {record: names for record, names in named.items() if names}
    if not named:
        return
    query = select(blob_ref.c.id, blob_ref.c.sha256).where(blob_ref.c.id.in_(list(named)), blob_ref.c.kind == kind)
    known: dict[str, set[Sha256]] = {}
    for row in tx.rows(query):
        known.setdefault(row.id, set()).add(row.sha256)
    blobs = {name: one for part in _parts(set().union(*named.values())) for name, one in find_blobs(tx, part).items()}
    for record, names in named.items():
        for name in sorted(names - known.get(record, set())):
            yield Finding("ref-missing", f"{kind} {record}", f"names photo {name}")
        row, entity = live[record]
        for name in photo_names(entity):
            if name not in blobs or not blobs[name].is_stored:
                is_late = row.stored_at <= tx.now - IDLE
                received = blobs[name].received_bytes if name in blobs else 0
                facts = f"photo {name}, {received} bytes here, named since {row.stored_at:%Y-%m-%d}"
                yield Finding("photo-overdue" if is_late else "photo-waiting", f"{kind} {record}", facts)


def _parts(names: Iterable[Sha256]) -> Iterator[list[Sha256]]:
    every = sorted(names)
    for start in range(0, len(every), _PAGE):
        yield every[start : start + _PAGE]


# ---- feeds


def _unlike(kind: str, table: Table) -> Select[Any]:
    """Select the feed rows of a kind that are not what their record is."""
    is_unlike = or_(
        table.c.id.is_(None),
        ~sync_feed.c.gone & (table.c.is_gone | (table.c.rev != sync_feed.c.rev)),
        sync_feed.c.gone & (sync_feed.c.rev > table.c.rev),
    )
    return (
        select(sync_feed, table.c.rev.label("record_rev"), table.c.is_gone)
        .select_from(sync_feed.outerjoin(table, table.c.id == sync_feed.c.id))
        .where(sync_feed.c.kind == kind, is_unlike)
    )


def _strays(store: ServerStore, kind: str, table: Table) -> Iterator[Finding]:
    """Find the records that a feed carries and that do not belong there; the body decides."""
    site = table.c.id if kind == "site" else table.c.get("site")
    at_home: ColumnElement[str] | str = ORG_SCOPE if site is None else site_scope(cast("Any", "")) + site
    query = (
        select(sync_feed.c.scope, sync_feed.c.id, table.c.body)
        .select_from(sync_feed.join(table, table.c.id == sync_feed.c.id))
        .where(sync_feed.c.kind == kind, ~sync_feed.c.gone, ~table.c.is_gone, sync_feed.c.scope != at_home)
    )
    for row in _pages(store, query, (sync_feed.c.scope, sync_feed.c.id)):
        try:
            entity = read_stored(cast("type[object]", ROW_BODIES[kind]), row.body)
        except (RoundsError, ValueError, TypeError):
            continue  # told of as record-body
        if row.scope not in {*scopes_of(entity, date.min), *scopes_of(entity, date.max)}:
            yield Finding("feed-scope", f"{kind} {row.id}", f"the feed of {row.scope} carries it")


def _status(result: str) -> str:
    told = wire.loads(result)
    return str(told.get("status", "")) if isinstance(told, dict) else ""
