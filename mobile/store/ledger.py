"""The sync's side of the store: ``shared.sync.ports.TabletStore``, with ``feed`` (pull, verify) and ``parcel`` (photos).

Every public method that writes is one transaction. What the server says about an operation, the epoch it was said in
and the records it speaks of are kept together or not at all.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime
from typing import cast

from mobile.store.database import moment, stamp
from mobile.store.parcel import IS_SET_ASIDE, Parcels, set_aside_between
from mobile.store.row import Enrolment
from shared.clock import Reading
from shared.errors import UnknownRecordError
from shared.ids import DeviceId, Epoch, OpId, PersonId
from shared.sync.messages import (
    DeviceHealth,
    Entity,
    Hello,
    Json,
    Op,
    OpResult,
    OpStatus,
    PushReply,
    SyncLimits,
)
from shared.sync.ports import PushOutcome, SyncMemory
from shared.wire import RawJson, decode, dumps, encode, encode_object, loads

ENVELOPE_BYTES = 4_096


class Ledger(Parcels):
    """What a sync session remembers, its epoch, and what it pushes."""

    # memory -------------------------------------------------------------------------------------------------------

    def memory(self) -> SyncMemory:
        """Return what is remembered between sessions.

        Raises:
            UnknownRecordError: the tablet is not enrolled.
        """
        facts = {row["k"]: loads(row["v"]) for row in self._rows("SELECT k, v FROM meta")}
        if "enrolment" not in facts:
            raise UnknownRecordError(kind="enrolment")
        facts["device"] = decode(Enrolment, facts["enrolment"]).device
        return decode(SyncMemory, facts)

    def own_device(self, fresh: DeviceId) -> DeviceId:
        """Return this tablet's id, keeping ``fresh`` as such if it has none: it is the same at every try to enrol."""
        with self.transaction():
            found = self._meta("own_device")
            if isinstance(found, str):
                return DeviceId(found)
            self._set_meta("own_device", fresh)
            return fresh

    def enrol(self, enrolment: Enrolment, epoch: Epoch) -> None:
        """Become a tablet of this server. Work made under another enrolment stays and is sent to the new one."""
        with self.transaction():
            self._set_meta("enrolment", enrolment)
            self._change_epoch(epoch)
            self._write("DELETE FROM meta WHERE k IN ('hello_at', 'last_try')")
            self._write("DELETE FROM duty")

    def begin_session(self, app: str, schema: int) -> None:
        """Note who runs; a newer app retries what only this tablet parked, a changed schema pulls everything anew."""
        seen_app, seen_schema = self._meta("app"), self._meta("schema")
        if (seen_app, seen_schema) == (app, schema):
            return
        with self.transaction():
            self._write(
                "UPDATE outbox SET state = 'pending', tries = 0, not_before = NULL, result = NULL"
                " WHERE state = 'parked' AND acked_epoch IS NULL"
            )
            if seen_schema not in {None, schema}:
                self._start_over()
            self._set_meta("app", app)
            self._set_meta("schema", schema)

    def save_hello(self, hello: Hello, now: datetime, offset_s: float | None) -> bool:
        """Keep the server's limits and clock; tell whether the epoch is a new one, which starts everything over."""
        with self.transaction():
            is_new = self._meta("epoch") != hello.epoch
            if is_new:
                self._change_epoch(hello.epoch)
            self._set_meta("hello_at", stamp(now))
            self._set_meta("limits", _bounded(hello.limits))
            self._set_meta("retain_days", max(1, hello.retain_days))
            if offset_s is not None:
                self._set_meta("offset_s", offset_s)
        return is_new

    def change_epoch(self, epoch: Epoch) -> None:
        """Begin again with a restored server."""
        with self.transaction():
            self._change_epoch(epoch)

    def remember(self, push_ops: int | None = None, chunk_bytes: int | None = None) -> None:
        """Keep sizes that the connection was found to bear."""
        with self.transaction():
            for name, size in (("push_ops", push_ops), ("chunk_bytes", chunk_bytes)):
                if size is not None:
                    self._set_meta(name, size)

    def health(self) -> DeviceHealth:
        """Count what waits here."""
        row = self._row(
            "SELECT count(*) AS pending, min(made_at) AS oldest,"
            " (SELECT count(*) FROM outbox WHERE state = 'parked') AS parked,"
            " (SELECT count(*) FROM blob WHERE state = 'pending' AND is_photo = 1) AS photos FROM outbox WHERE state = 'pending'"
        )
        if row is None:
            return DeviceHealth()
        salvaged = self._meta("salvaged_at")
        return DeviceHealth(
            row["pending"] or 0,
            row["photos"],
            moment(row["oldest"]),
            row["parked"] or 0,
            salvaged_at=moment(salvaged) if isinstance(salvaged, str) else None,
        )

    def _change_epoch(self, epoch: Epoch) -> None:
        self._write(
            "UPDATE outbox SET state = 'pending', tries = 0, not_before = NULL, result = NULL"
            " WHERE state IN ('acked', 'parked') AND acked_epoch IS NOT ?",
            epoch,
        )
        self._write(
            "UPDATE blob SET state = 'pending', received = 0, tries = 0, not_before = NULL"
            " WHERE has_file = 1 AND (EXISTS (SELECT 1 FROM photo WHERE photo.sha256 = blob.sha256)"
            " OR EXISTS (SELECT 1 FROM photo WHERE photo.thumb = blob.sha256))"
            " AND (state IN ('pending', 'damaged') OR state = 'stored' AND acked_epoch IS NOT ?)",
            epoch,
        )
        self._write(  # what another generation lacked, this one may have; it says so when the record has been sent again
            "UPDATE blob SET state = 'stored' WHERE state = 'damaged' AND has_file = 0 AND acked_epoch IS NOT ?", epoch
        )
        self._start_over()
        self._set_meta("epoch", epoch)

    def _start_over(self) -> None:
        self._write("UPDATE cursor SET n = 0, gone = 0, held = 0, verified_at = NULL")
        self._write("UPDATE replica SET is_stale = 1")

    # push ---------------------------------------------------------------------------------------------------------

    def waiting_ops(self, limit: int, size_bytes: int, now: datetime) -> tuple[Op, ...]:
        """Return the next operations in order, at least one if any is due, none behind a set-aside one of its entity."""
        rows = self._rows(_WAITING, *set_aside_between(now), *set_aside_between(now), limit)
        with self._own_words():
            return _fitting(rows, size_bytes)

    def refused_ops(self, limit: int, size_bytes: int) -> tuple[Op, ...]:
        """Return what the server refused or holds, the longest not asked for first, at least one if there is any."""
        rows = self._rows(
            "SELECT seq, op_id, author, kind, at, body FROM outbox WHERE state = 'parked' AND acked_epoch IS NOT NULL"
            " ORDER BY acked_at, seq LIMIT ?",
            limit,
        )
        return _fitting(rows, size_bytes)

    def save_push(self, reply: PushReply, sent: tuple[OpId, ...]) -> PushOutcome:
        """Settle operations by id, with the reply's epoch, and upsert their entities of scopes held here."""
        asked = set(sent)
        settled = parked = 0
        with self.transaction():
            is_new = self._meta("epoch") != reply.epoch
            if is_new:
                self._change_epoch(reply.epoch)
            for result in reply.results:
                if result.op_id in asked and self._settle(result, reply):
                    settled += 1
                    parked += _is_parked(result)
        return PushOutcome(settled, parked, is_new)

    def tries_of(self, op_id: OpId) -> int:
        """Return how many tries of an operation failed."""
        return self._number("SELECT tries FROM outbox WHERE op_id = ?", op_id)

    def fail_op(self, op_id: OpId, not_before: datetime) -> None:
        """Count a failed try and wait until ``not_before``."""
        with self.transaction():
            self._write("UPDATE outbox SET tries = tries + 1, not_before = ? WHERE op_id = ?", stamp(not_before), op_id)

    def park_op(self, op_id: OpId, problem: dict[str, object]) -> None:
        """Set an operation aside that the server cannot read; a newer app or another server generation tries again."""
        with self.transaction():
            self._write(
                "UPDATE outbox SET state = 'parked', result = ?, acked_epoch = NULL WHERE op_id = ?",
                dumps({"problem": problem}),
                op_id,
            )

    def _settle(self, result: OpResult, reply: PushReply) -> bool:
        is_settled = self._write(
            "UPDATE outbox SET state = ?, result = ?, acked_epoch = ?, acked_at = ?, not_before = NULL"
            " WHERE op_id = ? AND (state = 'pending' OR state = 'parked' AND acked_epoch IS NOT NULL)",
            "parked" if _is_parked(result) else "acked",
            dumps(encode(OpResult(result.op_id, result.status, (), result.problem, result.conflicts))),
            reply.epoch,
            stamp(reply.server_time),
            result.op_id,
        )
        if not is_settled:
            return False
        for entity in result.entities:
            self._upsert(self._whole(entity, result.op_id))
        for sha256 in result.blobs_missing:
            self._write(
                "UPDATE blob SET state = 'pending', received = 0 WHERE sha256 = ? AND state = 'stored' AND has_file = 1",
                sha256,
            )
            self._write(  # it left this tablet because the server had it, and a restored server has it no more: say so
                "UPDATE blob SET state = 'damaged', acked_epoch = ?2 WHERE sha256 = ?1 AND state = 'stored' AND has_file = 0"
                " AND acked_epoch IS NOT NULL AND EXISTS (SELECT 1 FROM photo WHERE photo.sha256 = blob.sha256)",
                sha256,
                reply.epoch,
            )
        return True

    def _whole(self, entity: Entity, op_id: OpId) -> Entity:
        """Return a record with its body: without one, it stands on the server as the operation carried it."""
        row = self._row("SELECT body FROM outbox WHERE op_id = ?", op_id) if entity.body is None else None
        return entity if row is None else replace(entity, body=cast("Json", RawJson(row["body"])))


_WAITING = (
    "SELECT seq, op_id, author, kind, at, body FROM outbox w"  # noqa: S608 (constants)
    f" WHERE state = 'pending' AND NOT {IS_SET_ASIDE}"
    " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.entity_id = w.entity_id AND e.seq < w.seq"
    f" AND e.state = 'pending' AND {IS_SET_ASIDE.replace('not_before', 'e.not_before')})"
    " ORDER BY seq LIMIT ?"
)


def _fitting(rows: list[sqlite3.Row], size_bytes: int) -> tuple[Op, ...]:
    ops: list[Op] = []
    room = size_bytes - ENVELOPE_BYTES
    for row in rows:
        room -= len(row["body"].encode()) + len(row["at"]) + 300
        if ops and room < 0:
            break
        ops.append(_op(row))
    return tuple(ops)


def _op(row: sqlite3.Row) -> Op:
    body = loads(row["body"])
    return Op(
        OpId(row["op_id"]),
        row["seq"],
        PersonId(row["author"]),
        row["kind"],
        decode(Reading, loads(row["at"])),
        body if isinstance(body, dict) else {},
    )


def _is_parked(result: OpResult) -> bool:
    return result.status in {OpStatus.REJECTED, OpStatus.HELD}


def _bounded(limits: SyncLimits) -> dict[str, object]:
    """Keep what the server allows within what this app can do; every limit is at least 1."""
    largest = SyncLimits(ops=10_000, push_bytes=16 << 20, blob_bytes=1 << 30, chunk_bytes=16 << 20)
    return encode_object(
        SyncLimits(
            **{
                name: max(1, min(getattr(limits, name), getattr(largest, name)))
                for name in ("ops", "push_bytes", "blob_bytes", "chunk_bytes", "rows", "query")
            }
        )
    )
