"""A server after two years: made in minutes, kept, and used again while nothing that makes it has changed."""

from __future__ import annotations

import hashlib
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.exc import DatabaseError

from bench.growth.beside import Beside
from bench.growth.body import BYTES, SHOTS
from bench.growth.estate import LOGIN, PASSWORD, Still, furnish
from bench.growth.history import History, Receipt, Shape, Written
from bench.growth.number import END, SPAN
from bench.growth.postgres import cluster
from bench.growth.sink import PostgresSink, Sink, SqliteSink
from server import migrations, tables
from server.codec import write_text
from server.db import is_sqlite, make_engine
from server.store import ServerStore
from server.store.follow import follow
from server.store.schema import ensure_epoch
from server.system import SystemIds
from shared import wire
from shared.ids import ORG_SCOPE, DeviceId, PersonId, ScopeId, SiteId, site_scope, user_scope
from shared.sync.messages import OpStatus
from shared.sync.ports import Outcome

KEPT = Path(__file__).resolve().parents[2] / "build" / "growth"
CHUNK = 20_000
GROUP = Shape()
"""A group of fifty sites: the rows of the benchmarks that ask for 1,000,000 inspections."""
ESTATE = Shape(at_first=1000, hazardous=15, beside_days=SPAN.days)
"""One estate whose office has driven all of it for two years: 100,000 inspections found 20,000 hazards."""
_MARK = "growth"
_FEED = ("scope", "kind", "id", "seq", "rev", "gone")
_REFS = ("sha256", "kind", "id", "site", "unit")
_BLOBS = ("sha256", "size_bytes", "received_bytes", "mime", "touched_at", "stored_at")
_RECEIPTS = ("op_id", "device", "author", "kind", "sha256", "result", "happened_at", "is_estimated", "received_at")


@dataclass(frozen=True, slots=True)
class Grown:
    """A made server. ``sites[0]`` is the large one; ``device`` with its ``token`` is a tablet of it."""

    url: str
    inspections: int
    epoch: str
    sites: tuple[SiteId, ...]
    person: PersonId
    device: DeviceId
    token: str
    login: str = LOGIN
    password: str = PASSWORD

    @property
    def scopes(self) -> tuple[ScopeId, ...]:
        """What the tablet pulls."""
        return (ORG_SCOPE, site_scope(self.sites[0]), user_scope(self.person))

    @property
    def home(self) -> Path:
        """The folder of a SQLite server, for ``Config``."""
        return Path(self.url.removeprefix("sqlite:///")).parent


def make_server(where: Path | str, inspections: int = 1_000_000, shape: Shape = GROUP) -> Grown:
    """Make a server with that many inspections, or return the one that is there if it is the very same.

    ``where``: a SQLite file, or the address of an empty PostgreSQL database (``postgresql+psycopg://..``). Photos are
    rows only, without bytes. Times end at ``number.END``: run the office with a clock that stands there.

    Raises:
        ValueError: the PostgreSQL database holds something that was not made here.
    """
    url = f"sqlite:///{where.absolute()}" if isinstance(where, Path) else where
    fingerprint = _fingerprint(inspections, shape)
    known = _kept(url, fingerprint)
    if known is not None:
        return known
    _clear(url)
    if isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
    engine = make_engine(url)
    try:
        migrations.upgrade(engine)
        history = History(inspections, shape)
        store = ServerStore(engine, Still(), SystemIds())
        with store.writing() as tx:
            epoch = ensure_epoch(tx)
            tx.execute(tables.meta.insert().values(key=_MARK, value="{}"))
        token = furnish(store, history.places)
        first = history.places[0]
        sites = tuple(place.site for place in history.places)
        grown = Grown(url, inspections, epoch, sites, first.people[3], first.device, token)
        counts = _fill(engine, history)
        mark = wire.dumps({**wire.encode_object(grown), "fingerprint": fingerprint})
        _finish(engine, counts, "{}" if shape.beside_days else mark)
        if shape.beside_days:
            _follow(store, mark)
    finally:
        engine.dispose()
    return grown


def make_estate() -> Grown:
    """Make the server of one estate, or return the one that is kept."""
    return make_server(KEPT / "estate" / "rounds.db", 100_000, ESTATE)


def _fill(engine: Engine, history: History) -> Counter[str]:
    """Write all that has a number; returns how far each scope's counter has come."""
    with engine.connect() as connection:
        counts = Counter({row.id: row.seq for row in connection.execute(select(tables.sync_scope))})
    engine.dispose()
    sink = _sink(engine)
    for first in range(0, history.count, CHUNK):
        _chunk(sink, history, range(first, min(first + CHUNK, history.count)), counts)
    total = history.photos.count
    for first in range(0, total, CHUNK * SHOTS):
        stretch = range(first, min(first + CHUNK * SHOTS, total))
        _write(sink, "blob", _BLOBS, _blobs(history, stretch))
        _write(sink, "blob_ref", _REFS, _refs(history, stretch))
    if history.shape.beside_days:
        _beside(sink, Beside(history, history.shape.beside_days), counts)
    sink.close()
    return counts


def _beside(sink: Sink, kept: Beside, counts: Counter[str]) -> None:
    for table, found in kept.tables().items():
        rows = list(found)
        if rows:
            _write(sink, table, tuple(rows[0]), (tuple(row.values()) for row in rows))
    _records(sink, kept.entries(), counts)


def _follow(store: ServerStore, mark: str) -> None:
    """Index what is searched, as the work does; only then the server is made."""
    while follow(store):
        pass
    with store.writing() as tx:
        tx.execute(tables.meta.update().where(tables.meta.c.key == _MARK).values(value=mark))


def _chunk(sink: Sink, history: History, numbers: range, counts: Counter[str]) -> None:
    _records(sink, (found for number in numbers for found in history.records(number)), counts)
    receipts = (receipt for number in numbers if (receipt := history.receipt(number)) is not None)
    _write(sink, "op_receipt", _RECEIPTS, map(_receipt, receipts))


def _records(sink: Sink, records: Iterable[Written], counts: Counter[str]) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {}
    feeds: list[tuple[Any, ...]] = []
    refs: list[tuple[Any, ...]] = []
    names: dict[str, tuple[str, ...]] = {}
    for found in records:
        head = (found.id, found.rev, False, found.body, found.stored_at)
        rows.setdefault(found.kind, []).append((*head, *found.columns.values()))
        names.setdefault(found.kind, ("id", "rev", "is_gone", "body", "stored_at", *found.columns))
        scope = site_scope(found.site)
        counts[scope] += 1
        feeds.append((scope, found.kind, found.id, counts[scope], found.rev, False))
        if found.kind != "inspection":
            refs += [(name, found.kind, found.id, found.site, found.columns.get("unit")) for name in found.photos]
    for kind, written in rows.items():
        _write(sink, kind, names[kind], written)
    _write(sink, "sync_feed", _FEED, feeds)
    _write(sink, "blob_ref", _REFS, refs)


def _write(sink: Sink, table: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows, with the defaults of columns that they do not name."""
    columns = tables.metadata.tables[table].columns
    more = {one.name: one.default.arg for one in columns if one.name not in names and one.default is not None}
    sink.write(table, (*names, *more), ((*row, *more.values()) for row in rows))


def _receipt(found: Receipt) -> tuple[Any, ...]:
    outcome = Outcome(OpStatus.APPLIED, (("inspection", found.record),), found.photos)
    digest = hashlib.sha256(found.op.encode()).hexdigest()
    head = (found.op, found.device, found.author, "inspection.put", digest, write_text(outcome))
    return (*head, found.at, False, found.at)


def _blobs(history: History, stretch: range) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of photos in the order of their names; one in a thousand has not arrived."""
    for place in stretch:
        is_here = place % 1000 != 0
        yield (
            history.photos.at_place(place),
            BYTES,
            BYTES if is_here else 65_536,
            "image/jpeg",
            END,
            END if is_here else None,
        )


def _refs(history: History, stretch: range) -> Iterator[tuple[Any, ...]]:
    for place in stretch:
        number = history.photos.photo_at(place) // SHOTS
        found = history.place_of(number)
        unit = history.unit_of(number, found)
        yield (history.photos.at_place(place), "inspection", history.inspection_id(number), found.site, unit)


def _finish(engine: Engine, counts: Counter[str], mark: str) -> None:
    with engine.begin() as connection:
        for scope, seq in counts.items():
            known = connection.execute(
                tables.sync_scope.update().where(tables.sync_scope.c.id == scope).values(seq=seq)
            )
            if not known.rowcount:
                connection.execute(tables.sync_scope.insert().values(id=scope, seq=seq, floor=0))
        connection.execute(tables.meta.update().where(tables.meta.c.key == _MARK).values(value=mark))


def _sink(engine: Engine) -> Sink:
    if is_sqlite(engine):
        return SqliteSink(str(engine.url.database))
    return PostgresSink(engine.url.set(drivername="postgresql").render_as_string(hide_password=False))


def _kept(url: str, fingerprint: str) -> Grown | None:
    """Return the server that stands at ``url`` if this very code made it, for as many inspections; brought up to date."""
    if url.startswith("sqlite") and not Path(url.removeprefix("sqlite:///")).exists():
        return None
    engine = make_engine(url)
    try:
        with suppress(DatabaseError), engine.connect() as connection:
            query = select(tables.meta.c.value).where(tables.meta.c.key == _MARK)
            found = connection.execute(query).scalar()
            mark = wire.loads(found) if found else {}
            if isinstance(mark, dict) and mark.pop("fingerprint", "") == fingerprint:
                connection.rollback()
                migrations.upgrade(engine)
                return replace(wire.decode(Grown, mark), url=url)  # it may have moved, a cluster's port has
    finally:
        engine.dispose()
    return None


def _clear(url: str) -> None:
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for name in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
            name.unlink(missing_ok=True)
        return
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            known = inspect(connection).get_table_names()
            query = select(tables.meta.c.key).where(tables.meta.c.key == _MARK)
            if known and ("meta" not in known or connection.execute(query).scalar() is None):
                raise ValueError("this database holds something else")
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    finally:
        engine.dispose()


def _fingerprint(inspections: int, shape: Shape) -> str:
    digest = hashlib.sha256(f"{inspections} {shape}".encode())
    for source in ("beside", "body", "estate", "history", "number", "sink"):
        digest.update(Path(__file__).with_name(f"{source}.py").read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Make ``python -m bench.growth.server [sqlite|postgresql] [INSPECTIONS]`` in ``build/growth`` and say how it went."""
    kind, count = ([*sys.argv[1:], "sqlite", "1000000"] if len(sys.argv) < 2 else [*sys.argv[1:], "1000000"])[:2]
    begun = time.perf_counter()
    with ExitStack() as stack:
        where = KEPT / "rounds.db" if kind == "sqlite" else stack.enter_context(cluster(KEPT / "pg"))
        grown = make_server(where, int(count))
        print(f"{kind}: {grown.inspections:,} inspections, {time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
