"""The port of ``shared.sync.exchange`` over the SQL store: receipts, dead letters, feeds and photos for one tablet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import bindparam, select

from server.codec import write_text
from server.store import blob, device, feed, letter, schema
from server.store.store import ServerStore
from server.store.tx import Tx
from server.store.viewer import viewer_of
from server.tables import dead_letter, op_receipt
from shared import wire
from shared.ids import DeviceId, Epoch, OpId, PersonId, ScopeId, Sha256, SiteId
from shared.model.place import Role
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
    """One transaction, as an exchange needs it."""

    tx: Tx

    @property
    def now(self) -> datetime:
        return self.tx.now

    def epoch(self) -> Epoch:
        return schema.epoch(self.tx)

    def find(self, cls: type[T], record: str) -> T | None:
        return self.tx.find(cls, record)

    def put(self, entity: object, *, body: Json | None = None, times: Times | None = None) -> int:
        return self.tx.put(entity, body=body, times=times)

    def entity(self, kind: str, record: str) -> Entity | None:
        return self.tx.entity(kind, record)

    def prefetch(self, kind: str, records: Iterable[str]) -> None:
        self.tx.prefetch(kind, records)

    def savepoint(self) -> AbstractContextManager[None]:
        return self.tx.savepoint()

    def claim(self, device: DeviceId, claims: Collection[Claim]) -> frozenset[OpId]:
        """Insert receipts in the order of their ids, so that two overlapping batches never wait crosswise."""
        rows = [
            {
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
            for claim in sorted(claims, key=lambda claim: claim.op.op_id)
        ]
        if not rows:
            return frozenset()
        new = self.tx.insert(op_receipt).on_conflict_do_nothing().returning(op_receipt.c.op_id)
        return frozenset(OpId(name) for name in self.tx.execute(new, rows).scalars())

    def receipts(self, op_ids: Collection[OpId]) -> dict[OpId, Receipt]:
        query = select(op_receipt.c.op_id, op_receipt.c.sha256, op_receipt.c.result)
        wanted = op_receipt.c.op_id.in_(list(op_ids)) & op_receipt.c.result.is_not(None)
        rows = self.tx.rows(query.where(wanted)) if op_ids else ()
        return {OpId(row.op_id): Receipt(row.sha256, _read_outcome(row.result)) for row in rows}

    def settle(self, outcomes: dict[OpId, Outcome]) -> None:
        if outcomes:
            rows = [{"of": op_id, "became": _write_outcome(outcome)} for op_id, outcome in sorted(outcomes.items())]
            self.tx.execute(_SETTLE, rows)

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
        known = blob.find_blobs(self.tx, names)
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

    def note_push(self, message: Push) -> None:
        offset = self.tx.now - message.clock.wall
        device.note_push(self.tx, message.device, message.app, message.health, int(offset.total_seconds() * 1000))

    def positions(self, scopes: Collection[ScopeId]) -> dict[ScopeId, FeedPosition]:
        return feed.positions(self.tx.connection, scopes)

    def feed_page(self, scope: ScopeId, after: int, limit: int, size_bytes: int) -> tuple[tuple[Row, ...], int]:
        return feed.page(self.tx.connection, scope, after, limit, size_bytes)

    def digest(self, scope: ScopeId) -> tuple[int, str]:
        return feed.digest(self.tx.connection, scope)


_SETTLE = op_receipt.update().where(op_receipt.c.op_id == bindparam("of")).values(result=bindparam("became"))


def _write_outcome(outcome: Outcome) -> str:
    return write_text(outcome)


def _read_outcome(text: str) -> Outcome:
    stored = cast("Json", wire.loads(text))
    return Outcome(
        status=OpStatus(stored["status"]),
        records=tuple((str(kind), str(record)) for kind, record in cast("list[list[str]]", stored["records"])),
        photos=tuple(Sha256(name) for name in cast("list[str]", stored["photos"])),
        conflicts=tuple(cast("list[str]", stored["conflicts"])),
        problem=cast("Json | None", stored["problem"]),
    )
