"""The port of ``shared.sync.exchange`` over the SQL store: receipts, dead letters, feeds and photos for one tablet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import bindparam, select

from server.codec import write_text
from server.store import blob, device, feed, letter, recurrence, register, schema
from server.store.statement import Lookup, Statement
from server.store.store import ServerStore
from server.store.tx import Tx
from server.store.viewer import viewer_of
from server.tables import dead_letter, op_receipt
from shared import wire
from shared.ids import DeviceId, Epoch, HazardId, OpId, PersonId, ScopeId, Sha256, SiteId
from shared.model.hazard import Hazard
from shared.model.place import Role, Site
from shared.sync.messages import BlobState, Entity, Json, Op, OpStatus, Push, Row
from shared.sync.ports import Caller, Claim, FeedPosition, Outcome, Receipt, Times

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SqlSyncStore:
    """Opens transactions for an exchange."""

    store: ServerStore

    @contextmanager
    def reading(self) -> Iterator[SqlSyncTx]:
        """Open a transaction that sees one snapshot."""
        with self.store.reading() as tx:
            yield SqlSyncTx(tx)

    @contextmanager
    def writing(self) -> Iterator[SqlSyncTx]:
        """Open a transaction that is committed whole at its end, feeds last, or not at all.

        Raises:
            BusyError: somebody else was quicker; nothing happened.
        """
        with self.store.writing() as tx:
            yield SqlSyncTx(tx)


@dataclass(frozen=True, slots=True)
class SqlSyncTx:
    """One transaction, as an exchange needs it. ``claimed`` are receipts that are yet to be written."""

    tx: Tx
    claimed: dict[OpId, dict[str, Any]] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.tx.now

    def epoch(self) -> Epoch:
        return schema.epoch(self.tx)

    def find(self, cls: type[T], record: str) -> T | None:
        return self.tx.find(cls, record)

    def put(self, entity: object, *, body: Json | None = None, times: Times | None = None) -> int:
        return self.tx.put(entity, body=body, times=times)

    def entity(self, kind: str, record: str, *, unless: Json | None = None) -> Entity | None:
        return self.tx.entity(kind, record, unless=unless)

    def prefetch(self, kind: str, records: Iterable[str]) -> None:
        self.tx.prefetch(kind, records)

    def savepoint(self) -> AbstractContextManager[None]:
        return self.tx.savepoint()

    def claim(self, device: DeviceId, claims: Collection[Claim]) -> frozenset[OpId]:
        """Take the receipts of operations; they are written before anything else, in the order of their ids.

        Usually the outcomes are known by then and go with them. On PostgreSQL a second copy waits there for the first and
        gives way to it (BusyError); on SQLite nobody else is writing.
        """
        taken = {op_id for op_id, _, _ in _RECEIPTS.rows(self.tx.connection, [claim.op.op_id for claim in claims])}
        rows = {
            claim.op.op_id: {
                "op_id": claim.op.op_id,
                "device": device,
                "author": claim.op.author[:64],
                "kind": claim.op.kind[:40],
                "sha256": claim.sha256,
                "result": None,
                "happened_at": claim.happened.at,
                "is_estimated": claim.happened.estimated,
                "received_at": self.tx.now,
            }
            for claim in claims
            if claim.op.op_id not in taken
        }
        self.claimed.update(rows)
        self.tx.write_first(self._write_receipts)
        return frozenset(rows)

    def _write_receipts(self) -> None:
        rows = [self.claimed[op_id] for op_id in sorted(self.claimed)]
        self.claimed.clear()
        _CLAIM.run_many(self.tx.connection, rows)

    def receipts(self, op_ids: Collection[OpId]) -> dict[OpId, Receipt]:
        found = _RECEIPTS.rows(self.tx.connection, op_ids)
        return {OpId(op_id): Receipt(sha256, _read_outcome(result)) for op_id, sha256, result in found if result}

    def settle(self, outcomes: dict[OpId, Outcome]) -> None:
        late = []
        for op_id, outcome in sorted(outcomes.items()):
            result = write_text(outcome)
            if op_id in self.claimed:
                self.claimed[op_id]["result"] = result
            else:
                late.append({"of": op_id, "became": result})
        self.tx.begin_writing()
        _SETTLE.run_many(self.tx.connection, late)

    def bury(self, caller: Caller, op: Op, sha256: str, problem: Json, *, is_held: bool) -> None:
        site = op.body.get("site")
        new = self.tx.insert(dead_letter).values(
            op_id=op.op_id,
            sha256=sha256,
            device=caller.device,
            author=op.author[:64],
            site=site if isinstance(site, str) and len(site) <= 64 else caller.site,
            kind=op.kind[:40],
            body=wire.dumps(wire.encode(op)),
            problem=wire.dumps(problem),
            state=letter.HELD if is_held else letter.OPEN,
            word="",
            received_at=self.tx.now,
        )
        self.tx.execute(new.on_conflict_do_nothing())

    def missing_blobs(self, names: Collection[Sha256]) -> frozenset[Sha256]:
        known = blob.find_blobs(self.tx, names) if names else {}
        return frozenset(name for name in names if name not in known or not known[name].is_stored)

    def blob_state(self, names: Collection[Sha256]) -> BlobState:
        known = blob.find_blobs(self.tx, names)
        wanted = tuple(dict.fromkeys(names))
        here = {name: known[name] for name in wanted if name in known}
        return BlobState(
            epoch=self.epoch(),
            stored=tuple(name for name, one in here.items() if one.is_stored),
            partial={name: one.received_bytes for name, one in here.items() if not one.is_stored},
            missing=tuple(name for name in wanted if name not in here),
        )

    def roles_of(self, person: PersonId, site: SiteId) -> frozenset[Role]:
        viewer = viewer_of(self.tx, person)
        return viewer.roles_at(site) if viewer else frozenset()

    def next_serial(self, name: str, year: int) -> int:
        return schema.next_serial(self.tx, name, year)

    def is_number_free(self, site: SiteId, device: DeviceId, year: int, serial: int, no: str) -> bool:
        return register.is_free(self.tx, site, device, year, serial, no)

    def count_unused_numbers(self, site: Site, device: DeviceId, year: int) -> int:
        return register.count_unused(self.tx, site, device, year)

    def recurs_from(self, hazard: Hazard, found_at: datetime) -> HazardId | None:
        return recurrence.earlier(self.tx, hazard, found_at)

    def note_push(self, message: Push) -> None:
        offset = self.tx.now - message.clock.wall
        device.note_push(self.tx, message.device, message.app, message.health, int(offset.total_seconds() * 1000))

    def positions(self, scopes: Collection[ScopeId]) -> dict[ScopeId, FeedPosition]:
        return feed.positions(self.tx.connection, scopes)

    def feed_page(self, scope: ScopeId, after: int, limit: int, size_bytes: int) -> tuple[tuple[Row, ...], int]:
        return feed.page(self.tx.connection, scope, after, limit, size_bytes)

    def digest(self, scope: ScopeId) -> tuple[int, str]:
        return feed.digest(self.tx.connection, scope)


_CLAIM = Statement(
    lambda _insert: op_receipt.insert().values({column.name: bindparam(column.name) for column in op_receipt.columns})
)
_RECEIPTS = Lookup(
    lambda ids: select(op_receipt.c.op_id, op_receipt.c.sha256, op_receipt.c.result).where(op_receipt.c.op_id.in_(ids))
)
_SETTLE = Statement(
    lambda _insert: op_receipt.update().where(op_receipt.c.op_id == bindparam("of")).values(result=bindparam("became"))
)


def _read_outcome(text: str) -> Outcome:
    stored = cast("Json", wire.loads(text))
    return Outcome(
        status=OpStatus(stored["status"]),
        records=tuple((str(kind), str(record)) for kind, record in cast("list[list[str]]", stored["records"])),
        photos=tuple(Sha256(name) for name in cast("list[str]", stored["photos"])),
        conflicts=tuple(cast("list[str]", stored["conflicts"])),
        problem=cast("Json | None", stored["problem"]),
    )
