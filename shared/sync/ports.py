"""What the two halves of the sync need from their databases: TabletStore for ``session``, ServerStore for ``exchange``.

A port is a Protocol; every implementation passes the same suite in tests/contracts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from shared.clock import CorrectedTime
from shared.ids import DeviceId, Epoch, HazardId, OpId, PersonId, ScopeId, Sha256, SiteId
from shared.model.hazard import Hazard
from shared.model.place import Role, Site
from shared.sync.messages import (
    BlobState,
    DeviceHealth,
    Entity,
    Hello,
    Json,
    Manifest,
    ManifestReply,
    Op,
    OpStatus,
    PullReply,
    Push,
    PushReply,
    Row,
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
    """A photo's bytes that the server lacks, or those of its small copy; ``received``: what it is known to have of them."""

    sha256: Sha256
    path: str
    size_bytes: int
    received: int = 0
    is_thumb: bool = False


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

    def refused_ops(self, limit: int, size_bytes: int) -> tuple[Op, ...]:
        """Return what the server refused or holds, the longest not asked for first; sent again, it tells what became of it."""

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
        """Return what the server lacks of finished records' photos: all small copies first, each oldest first."""

    def has_waiting_thumb(self, now: datetime) -> bool:
        """Tell whether a small copy waits that may be sent now."""

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

    def wanted_blobs(self, limit: int, now: datetime) -> tuple[Sha256, ...]:
        """Return photos of open hazards and their replies that are not on this tablet, the latest hazards first."""

    def keep_blob(self, sha256: Sha256, content: bytes) -> bool:
        """Keep a fetched photo if it hashes to its name, and tell whether it did."""

    def skip_blob(self, sha256: Sha256, not_before: datetime) -> None:
        """Do not want a photo until ``not_before``."""

    def manifest_page(self, limit: int) -> Manifest | None:
        """Return lines of the open comparison that the server has not answered for, None if there is none."""

    def save_manifest(self, asked: Manifest, reply: ManifestReply) -> None:
        """Keep how each line stands; what the server has lost although it once had it waits again."""

    def doubt_manifest(self) -> None:
        """Let lines that were not the same be asked again, because more was sent since."""

    def remember(self, push_ops: int | None = None, chunk_bytes: int | None = None) -> None:
        """Keep sizes that the connection was found to bear."""

    def health(self) -> DeviceHealth:
        """Count what waits here."""

    def tidy(self, server_time: datetime, free_bytes: int | None = None) -> None:
        """Delete acknowledged work older than the retention, by the server's clock; never what waits or is a draft.

        With little space free, photos that are safe on the server leave before their time, the oldest first.
        """


# The server's half -------------------------------------------------------------------------------------------------

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """When a record's first and last reading were by the server's clock; ``None``: take them as they stand."""

    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """The tablet that asks, by its token. ``people`` are all who ever enrolled it: their work may still lie on it."""

    device: DeviceId
    person: PersonId
    site: SiteId
    people: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class Claim:
    """A receipt to be: one operation, what it hashes to, and when it happened."""

    op: Op
    sha256: str
    happened: CorrectedTime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an operation; kept with its receipt, which is there for 400 days at least.

    ``records`` (kind, id) and ``photos`` are looked up anew for each answer, so that a replay tells how things stand.
    """

    status: OpStatus
    records: tuple[tuple[str, str], ...] = ()
    photos: tuple[Sha256, ...] = ()
    conflicts: tuple[str, ...] = ()
    problem: Json | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server remembers of an operation that it has seen."""

    sha256: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class FeedPosition:
    """Where a scope's feed stands: its last seq, and the seq up to which tombstones have been swept."""

    seq: int = 0
    floor: int = 0


class Codec(Protocol):
    """Reads bodies of operations as ``shared.wire`` does."""

    def decode(self, cls: type[T], body: Json) -> T:
        """Build a ``cls``.

        Raises:
            MalformedError: with the path and what was expected there.
        """

    def fingerprint(self, value: object) -> bytes:
        """Write JSON values so that equal values give equal bytes."""


class ServerTx(Protocol):
    """One transaction of the server's database, as ``exchange`` needs it."""

    @property
    def now(self) -> datetime:
        """The server's time in UTC, the same during the transaction."""

    def epoch(self) -> Epoch:
        """Return the server's generation id."""

    def find(self, cls: type[T], record: str) -> T | None:
        """Return an entity, or nothing."""

    def put(self, entity: object, *, body: Json | None = None, times: Times | None = None) -> int:
        """Write an entity, ``body`` being its JSON form as received; its feeds follow at the commit."""

    def entity(self, kind: str, record: str, *, unless: Json | None = None) -> Entity | None:
        """Return an entity as it travels, its body left out if it is ``unless``.

        The body is opaque here: write it, do not look into it.
        """

    def prefetch(self, kind: str, records: Iterable[str]) -> None:
        """Load several records at once, because ``find`` will be asked for them."""

    def savepoint(self) -> AbstractContextManager[None]:
        """Undo what is done within if it raises."""

    def claim(self, device: DeviceId, claims: Collection[Claim]) -> frozenset[OpId]:
        """Take receipts; return those that are new. They are written before anything else in this transaction.

        Somebody else's claim under way is waited for then, and has won: BusyError.
        """

    def receipts(self, op_ids: Collection[OpId]) -> dict[OpId, Receipt]:
        """Return the receipts among ``op_ids`` that were settled before."""

    def settle(self, outcomes: dict[OpId, Outcome]) -> None:
        """Write what became of claimed operations."""

    def bury(self, caller: Caller, op: Op, sha256: str, problem: Json, *, is_held: bool) -> None:
        """Keep an operation that was not applied, whole, with the reason."""

    def missing_blobs(self, names: Collection[Sha256]) -> frozenset[Sha256]:
        """Tell which photos have not arrived whole."""

    def blob_state(self, names: Collection[Sha256]) -> BlobState:
        """Tell of each photo whether it is stored, partly here, or missing."""

    def roles_of(self, person: PersonId, site: SiteId) -> frozenset[Role]:
        """Return the roles that an active person holds at a site."""

    def next_serial(self, name: str, year: int) -> int:
        """Take the next number of a series; no gap, no number twice."""

    def is_number_free(self, site: SiteId, device: DeviceId, year: int, serial: int, no: str) -> bool:
        """Tell whether a notice number may stand: no notice bears it, and it was leased to this tablet.

        What was leased since the backup that a server was restored from counts too: nobody is given it again.
        """

    def count_unused_numbers(self, site: Site, device: DeviceId, year: int) -> int:
        """Count the numbers of a year leased to a tablet that are on no paper that has come."""

    def recurs_from(self, hazard: Hazard, found_at: datetime) -> HazardId | None:
        """Return the latest hazard of the same asset (or place) and item or wording that was found within a year before.

        One found later that came earlier is linked to this one from now on.
        """

    def note_push(self, message: Push) -> None:
        """Remember what a tablet said about itself."""

    def positions(self, scopes: Collection[ScopeId]) -> dict[ScopeId, FeedPosition]:
        """Read where feeds stand; a feed that was never written to is missing."""

    def feed_page(self, scope: ScopeId, after: int, limit: int, size_bytes: int) -> tuple[tuple[Row, ...], int]:
        """Read rows past ``after`` and the last one's seq; stops at ``limit`` rows or about ``size_bytes``."""

    def digest(self, scope: ScopeId) -> tuple[int, str]:
        """Count and sum a scope's rows as ``Verify`` says."""


class ServerStore(Protocol):
    """What ``exchange`` needs of the server's database."""

    def reading(self) -> AbstractContextManager[ServerTx]:
        """Open a transaction that sees one snapshot."""

    def writing(self) -> AbstractContextManager[ServerTx]:
        """Open a transaction that is committed whole at its end, feeds last, or not at all.

        Raises:
            BusyError: somebody else was quicker; nothing happened.
        """
