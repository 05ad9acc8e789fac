"""What the two halves of the sync need from their databases: TabletStore for ``session``, ServerStore for ``exchange``.

A port is a Protocol; every implementation passes the same suite in tests/contracts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.ids import DeviceId, Epoch, OpId, ScopeId, Sha256
from shared.sync.messages import (
    BlobState,
    DeviceHealth,
    Hello,
    Op,
    PullReply,
    PushReply,
    SyncLimits,
    Verify,
)

# The tablet's half -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SyncMemory:
    """What a tablet remembers between sessions. ``app`` is the version that last ran a session."""

    device: DeviceId
    epoch: Epoch | None = None
    app: str = ""
    schema: int = 0
    hello_at: datetime | None = None
    limits: SyncLimits = SyncLimits()
    retain_days: int = 30
    push_ops: int = 0
    chunk_bytes: int = 0


@dataclass(frozen=True, slots=True)
class PushOutcome:
    """What saving a push reply did: operations settled for good, and those among them that were parked."""

    settled: int
    parked: int
    is_new_epoch: bool = False


@dataclass(frozen=True, slots=True)
class PullOutcome:
    """What saving a pull reply did. ``held`` lists scopes whose page would have deleted too much."""

    rows: int
    held: tuple[ScopeId, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingBlob:
    """A photo's bytes that the server lacks; ``received`` is what it is known to have of them."""

    sha256: Sha256
    path: str
    size_bytes: int
    received: int = 0


class TabletStore(Protocol):
    """What a session needs of a tablet's database. Each method is one transaction, durable when it returns.

    ``now`` is the tablet's wall clock; a time further ahead than it can be (the clock was set back) counts as past.
    """

    def memory(self) -> SyncMemory:
        """Return what is remembered.

        Raises:
            UnknownRecordError: the tablet is not enrolled.
        """

    def begin_session(self, app: str, schema: int) -> None:
        """Note who runs; a newer app retries what only this tablet parked, a changed schema pulls everything anew."""

    def save_hello(self, hello: Hello, now: datetime, offset_s: float | None) -> bool:
        """Keep the server's limits and its clock's offset from ours; tell whether the epoch is a new one.

        A new epoch does what ``change_epoch`` does, in the same transaction.
        """

    def change_epoch(self, epoch: Epoch) -> None:
        """Begin again with a restored server: cursors to 0, rows stale, what it has not confirmed waits again."""

    def waiting_ops(self, limit: int, size_bytes: int, now: datetime) -> tuple[Op, ...]:
        """Return the next operations in order, at least one if any is due, none behind a set-aside one of its entity."""

    def save_push(self, reply: PushReply, sent: tuple[OpId, ...]) -> PushOutcome:
        """Settle operations by id, with the reply's epoch, and upsert their entities of scopes held here.

        A reply of a new epoch first does what ``change_epoch`` does, in the same transaction.
        """

    def tries_of(self, op_id: OpId) -> int:
        """Return how many tries of an operation failed."""

    def fail_op(self, op_id: OpId, not_before: datetime) -> None:
        """Count a failed try and wait until ``not_before``."""

    def park_op(self, op_id: OpId, problem: dict[str, object]) -> None:
        """Set an operation aside that the server cannot read; it stays here, is shown, and is tried by a newer app."""

    def cursors(self) -> dict[str, int]:
        """Return the cursor of every scope held, 0 where it begins anew."""

    def save_pull(self, reply: PullReply) -> PullOutcome:
        """Purge, upsert and delete rows, and advance cursors, all at once. Never touches drafts or the outbox."""

    def digests(self, now: datetime) -> tuple[Verify, ...]:
        """Digest scopes that hold stale rows or were last confirmed a day ago; stale rows are left out."""

    def confirm_scope(self, checked: Verify, now: datetime) -> None:
        """Note a matching digest and sweep the scope's stale rows, unless its cursor has moved on."""

    def doubt_scope(self, scope: ScopeId, now: datetime) -> None:
        """Note a digest that differs though everything was just pulled; look again in a day."""

    def reset_scope(self, scope: ScopeId) -> None:
        """Mark the scope's rows stale and pull it from 0."""

    def waiting_blobs(self, limit: int, now: datetime) -> tuple[WaitingBlob, ...]:
        """Return photos of finished records that the server lacks, oldest first."""

    def save_blobs(self, state: BlobState, server_time: datetime | None) -> int:
        """Keep what the server said about photos; return how many are stored whole."""

    def save_offset(self, sha256: Sha256, received: int) -> None:
        """Keep how much of a photo the server has."""

    def blob_stored(self, sha256: Sha256, epoch: Epoch, server_time: datetime | None) -> None:
        """Note that the server has a photo whole and verified, under ``epoch``."""

    def fail_blob(self, sha256: Sha256, not_before: datetime) -> None:
        """Count a failed try and wait until ``not_before``."""

    def check_blob(self, sha256: Sha256) -> bool:
        """Hash the file again; if it is gone or differs from its name, mark the photo damaged and say False."""

    def remember(self, push_ops: int | None = None, chunk_bytes: int | None = None) -> None:
        """Keep sizes that the connection was found to bear."""

    def health(self) -> DeviceHealth:
        """Count what waits here."""

    def tidy(self, server_time: datetime) -> None:
        """Delete acknowledged work older than the retention, by the server's clock; never what waits or is a draft."""
