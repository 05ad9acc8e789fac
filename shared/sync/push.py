"""What becomes of a pushed batch: receipts, effects, letters and results. ``exchange`` lets it in; no HTTP, no SQL.

A push is tried as one transaction first: every operation is decided on what stands, then receipts, records and feeds are
written, each by one statement. That is what makes it quick. Should a single operation be refused,
fault or lose a race, nothing of that transaction remains and the batch goes again with one transaction an operation, so
that a poison one harms only itself. Either way an operation and its receipt are committed together, and the receipt is
written first: a second copy waits there, gives way, and gets the stored outcome.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from shared.clock import Reading, correct
from shared.errors import (
    BusyError,
    FieldConflictError,
    OpIdReusedError,
    OpRefusedError,
    RequestError,
    RoundsError,
    RuleError,
    ServerFaultError,
    UnknownOpError,
)
from shared.ids import ORG_SCOPE, OpId, ScopeId, Sha256, site_scope, user_scope
from shared.sync.apply import KIND_OF_OP, Arriving, apply, evidence_of_refused, read_body
from shared.sync.messages import Entity, Op, OpResult, OpStatus, Push, PushReply
from shared.sync.ports import Caller, Claim, Codec, Outcome, ServerStore, ServerTx
from shared.sync.problem import problem_of

_ATTEMPTS = 4


class _NotAllWellError(Exception):
    """An operation of the batch needs a transaction of its own."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A push that was let in, with what reads its bodies."""

    caller: Caller
    message: Push
    codec: Codec

    def claim(self, tx: ServerTx, op: Op, sha256: str) -> Claim:
        """Describe the receipt that an operation is to have."""
        return Claim(op, sha256, correct(op.at, self.message.clock, tx.now))

    def arriving(self, tx: ServerTx, op: Op) -> Arriving:
        """Read an operation that is about to be applied.

        Raises:
            OpRefusedError: it cannot be read.
        """
        return Arriving(tx, self.caller, op, read_body(op, self.codec), self.message.clock)


@dataclass(frozen=True, slots=True)
class Pushing:
    """Applies batches. ``on_fault`` is told of operations that broke the server."""

    store: ServerStore
    on_fault: Callable[[Op, Exception], None]

    def apply(self, batch: Batch) -> PushReply:
        """Apply a batch in order; one result per operation, whatever became of it.

        Raises:
            BusyError: too many racing changes; what was applied has its receipt.
        """
        return self._together(batch) or self._one_by_one(batch)

    def _together(self, batch: Batch) -> PushReply | None:
        ops = batch.message.ops
        if len({op.op_id for op in ops}) != len(ops):
            return None
        try:
            prints = [fingerprint(op, batch.codec) for op in ops]  # not while others wait to write
            with self.store.writing() as tx:
                claims = [batch.claim(tx, op, sha256) for op, sha256 in zip(ops, prints, strict=True)]
                outcomes = _apply_all(tx, batch, claims)
                tx.note_push(batch.message)
                results = _results(tx, batch, [(op, outcomes[op.op_id]) for op in ops])
                return PushReply(tx.epoch(), tx.now, results)
        except (BusyError, _NotAllWellError):
            return None
        except RoundsError:
            raise
        except Exception:  # noqa: BLE001 - whichever operation it was, it is found and told of one by one
            return None

    def _one_by_one(self, batch: Batch) -> PushReply:
        results = [self._alone(batch, op) for op in batch.message.ops]
        with self.store.writing() as tx:
            tx.note_push(batch.message)
            return PushReply(tx.epoch(), tx.now, tuple(results))

    def _alone(self, batch: Batch, op: Op) -> OpResult:
        sha256 = fingerprint(op, batch.codec)
        try:
            return _retried(lambda: self._in_own_transaction(batch, op, sha256))
        except RequestError:
            raise
        except Exception as fault:  # noqa: BLE001 - the border round one operation: it is kept, told of, and held
            self.on_fault(op, fault)
            return _retried(lambda: self._hold(batch, op, sha256))

    def _in_own_transaction(self, batch: Batch, op: Op, sha256: str) -> OpResult:
        with self.store.writing() as tx:
            if not tx.claim(batch.caller.device, [batch.claim(tx, op, sha256)]):
                outcome = _replayed(tx, batch, op, sha256)
            else:
                outcome = _applied_or_refused(tx, batch, op, sha256)
                tx.settle({op.op_id: outcome})
            return _results(tx, batch, [(op, outcome)])[0]

    def _hold(self, batch: Batch, op: Op, sha256: str) -> OpResult:
        """Keep an operation that the server itself failed on, for an upgrade or the office."""
        with self.store.writing() as tx:
            if not tx.claim(batch.caller.device, [batch.claim(tx, op, sha256)]):
                outcome = _replayed(tx, batch, op, sha256)
            else:
                problem = problem_of(ServerFaultError())
                tx.bury(batch.caller, op, sha256, problem, is_held=True)
                outcome = Outcome(OpStatus.HELD, problem=problem)
                tx.settle({op.op_id: outcome})
            return _results(tx, batch, [(op, outcome)])[0]


def apply_again(
    tx: ServerTx,
    caller: Caller,
    op: Op,
    happened_at: datetime,
    codec: Codec,
    sha256: str,
    said: dict[str, object] | None = None,
) -> Outcome:
    """Apply within an open transaction what was refused or held before; only the whole of it counts.

    ``sha256`` is the fingerprint of the operation as it was sent: its receipt then tells the new outcome, with ``said``
    as its problem document (what the office did about it), also if ``op`` is a corrected form of it.

    Raises:
        OpRefusedError: it still cannot be applied.
        RuleError: a rule of the trade still says no.
    """
    body = read_body(op, codec)
    since = tx.now - happened_at
    age_ms = max(0, int(since.total_seconds() * 1000))
    pushed = Reading(op.at.wall + since, op.at.boot, op.at.boottime_ms + age_ms)
    outcome = apply(Arriving(tx, caller, op, body, pushed))
    if outcome.conflicts and outcome.problem is not None:
        raise FieldConflictError(fields=list(outcome.conflicts))
    known = tx.receipts([op.op_id]).get(op.op_id)
    if known is not None and known.sha256 == sha256:
        tx.settle({op.op_id: replace(outcome, problem=said)})
    return outcome


def fingerprint(op: Op, codec: Codec) -> str:
    """Hash what makes two operations the same: author, kind and body."""
    return hashlib.sha256(codec.fingerprint([op.author, op.kind, op.body])).hexdigest()


def scopes_for(caller: Caller) -> tuple[ScopeId, ...]:
    """Name the feeds that a tablet may hold: everybody's, its site's and its person's."""
    return (ORG_SCOPE, site_scope(caller.site), user_scope(caller.person))


def _named(ops: Iterable[Op]) -> Iterator[tuple[str, str]]:
    """Name kind and id of the records that operations are about."""
    for op in ops:
        record = op.body.get("id")
        if op.kind in KIND_OF_OP and isinstance(record, str):
            yield KIND_OF_OP[op.kind], record


def prefetch(tx: ServerTx, records: Iterable[tuple[str, str]]) -> None:
    """Load records by kind and id, with one query a kind."""
    wanted: dict[str, list[str]] = {}
    for kind, record in records:
        wanted.setdefault(kind, []).append(record)
    for kind in sorted(wanted):
        tx.prefetch(kind, wanted[kind])


def _apply_all(tx: ServerTx, batch: Batch, claims: list[Claim]) -> dict[OpId, Outcome]:
    fresh = tx.claim(batch.caller.device, claims)
    known = tx.receipts([claim.op.op_id for claim in claims if claim.op.op_id not in fresh])
    prefetch(tx, _named(claim.op for claim in claims if claim.op.op_id in fresh))
    outcomes: dict[OpId, Outcome] = {}
    for claim in claims:
        op = claim.op
        if op.op_id in fresh:
            outcomes[op.op_id] = _apply_or_leave(tx, batch, op)
        elif known[op.op_id].sha256 == claim.sha256:
            outcomes[op.op_id] = known[op.op_id].outcome
        else:
            raise _NotAllWellError
    tx.settle({op_id: outcome for op_id, outcome in outcomes.items() if op_id in fresh})
    return outcomes


def _apply_or_leave(tx: ServerTx, batch: Batch, op: Op) -> Outcome:
    """Apply an operation of a batch in one transaction; whatever must be kept apart needs its own."""
    try:
        outcome = apply(batch.arriving(tx, op))
    except (OpRefusedError, RuleError) as error:
        raise _NotAllWellError from error
    if outcome.problem is not None:
        raise _NotAllWellError
    return outcome


def _applied_or_refused(tx: ServerTx, batch: Batch, op: Op, sha256: str) -> Outcome:
    arriving: Arriving | None = None
    try:
        arriving = batch.arriving(tx, op)
        with tx.savepoint():
            outcome = apply(arriving)
    except UnknownOpError as error:
        problem = problem_of(error)
        tx.bury(batch.caller, op, sha256, problem, is_held=True)
        return Outcome(OpStatus.HELD, problem=problem)
    except (OpRefusedError, RuleError) as error:
        problem = problem_of(error)
        tx.bury(batch.caller, op, sha256, problem, is_held=False)
        return _refused(tx, op, arriving, problem)
    if outcome.problem is not None:  # applied in part: the office sees what was not
        tx.bury(batch.caller, op, sha256, outcome.problem, is_held=False)
    return outcome


def _refused(tx: ServerTx, op: Op, arriving: Arriving | None, problem: dict[str, object]) -> Outcome:
    kept = evidence_of_refused(arriving) if arriving is not None else None
    if kept is not None:
        return replace(kept, problem=problem)
    record = op.body.get("id")
    kind = KIND_OF_OP[op.kind]
    is_known = isinstance(record, str) and tx.entity(kind, record) is not None
    return Outcome(OpStatus.REJECTED, ((kind, str(record)),) if is_known else (), problem=problem)


def _replayed(tx: ServerTx, batch: Batch, op: Op, sha256: str) -> Outcome:
    known = tx.receipts([op.op_id])[op.op_id]
    if known.sha256 == sha256:
        return known.outcome
    problem = problem_of(OpIdReusedError())
    tx.bury(batch.caller, op, sha256, problem, is_held=False)
    return Outcome(OpStatus.REJECTED, problem=problem)


def _results(tx: ServerTx, batch: Batch, outcomes: list[tuple[Op, Outcome]]) -> tuple[OpResult, ...]:
    prefetch(tx, (record for _, outcome in outcomes for record in outcome.records))
    missing = tx.missing_blobs({name for _, outcome in outcomes for name in outcome.photos})
    scopes = scopes_for(batch.caller)
    is_brief = batch.message.brief
    return tuple(_result(tx, op, outcome, missing, scopes, is_brief=is_brief) for op, outcome in outcomes)


def _result(
    tx: ServerTx, op: Op, outcome: Outcome, missing: frozenset[Sha256], scopes: tuple[ScopeId, ...], *, is_brief: bool
) -> OpResult:
    problem = outcome.problem
    sent = op.body if is_brief and outcome.status is not OpStatus.REJECTED else None
    found = [tx.entity(kind, record, unless=sent) for kind, record in outcome.records]
    entities = tuple(entity for entity in found if entity is not None and entity.scope in scopes)
    if problem is not None and outcome.status is OpStatus.REJECTED and entities:
        problem = {**problem, "current": _current(entities[0])}
    wanted = tuple(name for name in outcome.photos if name in missing)
    return OpResult(op.op_id, outcome.status, entities, problem, outcome.conflicts, wanted)


def _current(entity: Entity) -> dict[str, object]:
    return {"kind": entity.kind, "id": entity.id, "rev": entity.rev, "body": entity.body}


def _retried(work: Callable[[], OpResult]) -> OpResult:
    for _ in range(_ATTEMPTS - 1):
        try:
            return work()
        except BusyError:
            continue
    return work()
