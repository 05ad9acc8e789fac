"""What travels between a tablet and the server, one class per message (docs/protocol.md shows each in JSON).

Bodies of operations and rows stay raw JSON objects here; ``OP_BODIES`` and ``ROW_BODIES`` name the class of each
kind. New kinds get new names; old ones stay for ever.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from shared.clock import Reading
from shared.ids import DeviceId, Epoch, OpId, PersonId, ScopeId, Sha256, SiteId, is_sha256, is_uuid
from shared.model.access import Access
from shared.model.handover import Handover
from shared.model.hazard import Extension, Hazard, HazardEvent, HazardState, Notice, Recheck, Reply
from shared.model.inspection import Inspection, Note, Photo, Review, Signature
from shared.model.issue import NoticeMove, NoticePut
from shared.model.number import NumberBlock, NumberLease
from shared.model.phrase import Phrase
from shared.model.place import Asset, Building, Person, Point, Site, Unit
from shared.model.plan import Excuse, Rule, Waiver, WorkdayYear
from shared.model.shift import Pin, Shift
from shared.model.template import Template

Json = dict[str, object]
_SEQ_LIMIT = 1 << 53


@dataclass(frozen=True, slots=True)
class HazardTransition:
    """Body of ``hazard.transition``: a tablet's intent; the server decides whether it still applies.

    ``base_rev`` is the revision of the hazard that the person saw; ``addressee`` whom an escalation goes to.
    """

    id: str
    event: HazardEvent
    before: HazardState
    base_rev: int
    reason: str = ""
    ref: str = ""
    photos: tuple[Photo, ...] = ()
    signature: Signature | None = None
    deadline_on: str = ""
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class PointPatch:
    """Body of ``point.patch``: per field the value that the person saw (``base``) and the new one (``set``)."""

    id: str
    base: dict[str, str | bool | None]
    set: dict[str, str | bool | None]


OP_BODIES: dict[str, type] = {
    "inspection.put": Inspection,
    "hazard.raise": Hazard,
    "hazard.transition": HazardTransition,
    "recheck.put": Recheck,
    "note.put": Note,
    "point.patch": PointPatch,
    "shift.put": Shift,
    "pin.put": Pin,
    "excuse.put": Excuse,
    "access.put": Access,
    "handover.put": Handover,
    "number.lease": NumberLease,
    "notice.put": NoticePut,
    "notice.move": NoticeMove,
}
ROW_BODIES: dict[str, type] = {
    "site": Site,
    "building": Building,
    "point": Point,
    "asset": Asset,
    "unit": Unit,
    "person": Person,
    "template": Template,
    "workday_year": WorkdayYear,
    "rule": Rule,
    "waiver": Waiver,
    "inspection": Inspection,
    "review": Review,
    "note": Note,
    "hazard": Hazard,
    "notice": Notice,
    "reply": Reply,
    "extension": Extension,
    "recheck": Recheck,
    "shift": Shift,
    "pin": Pin,
    "excuse": Excuse,
    "access": Access,
    "handover": Handover,
    "number_block": NumberBlock,
    "phrase": Phrase,
}


@dataclass(frozen=True, slots=True)
class SyncLimits:
    """What one request may hold."""

    ops: int = 200
    push_bytes: int = 1 << 20
    blob_bytes: int = 20 << 20
    chunk_bytes: int = 1 << 20
    rows: int = 500
    query: int = 500


@dataclass(frozen=True, slots=True)
class Hello:
    """Answer of ``GET /v1/sync/hello``."""

    epoch: Epoch
    server_time: datetime
    protocols: tuple[int, ...]
    min_app: str
    retain_days: int
    limits: SyncLimits


@dataclass(frozen=True, slots=True)
class Op:
    """One operation of a tablet's outbox. ``seq`` is its place there and orders ops of one tablet."""

    op_id: OpId
    seq: int
    author: PersonId
    kind: str
    at: Reading
    body: dict[str, object]

    def __post_init__(self) -> None:
        if not is_uuid(self.op_id) or not 0 <= self.seq < _SEQ_LIMIT:
            raise ValueError("an operation needs a UUID and a sequence number")


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """What a tablet says about itself with each push; shown in the office.

    ``salvaged_at``: its database was damaged then and set aside; what could be read of it was carried over.
    """

    pending_ops: int = 0
    pending_photos: int = 0
    oldest_pending_at: datetime | None = None
    parked_ops: int = 0
    battery_percent: int | None = None
    free_bytes: int | None = None
    salvaged_at: datetime | None = None

    def __post_init__(self) -> None:
        for count in (self.pending_ops, self.pending_photos, self.parked_ops, self.battery_percent, self.free_bytes):
            if count is not None and not 0 <= count < _SEQ_LIMIT:
                raise ValueError("a count is out of range")


@dataclass(frozen=True, slots=True)
class Push:
    """Body of ``POST /v1/sync/push``: an ordered batch; ``epoch`` is the last one that the tablet saw.

    ``brief`` asks to leave out of the answer what this push itself carried.
    """

    device: DeviceId
    app: str
    epoch: Epoch
    clock: Reading
    ops: tuple[Op, ...]
    health: DeviceHealth = DeviceHealth()
    brief: bool = False


class OpStatus(Enum):
    """Outcome of one operation. ``HELD``: kept on the server until the office or an upgrade decides."""

    APPLIED = "applied"
    MERGED = "merged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Entity:
    """One record as it stands on the server after an operation; stored with the acknowledgement.

    No ``body``: it stands as the operation carried it (``Push.brief``).
    """

    kind: str
    id: str
    scope: ScopeId
    rev: int
    body: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class OpResult:
    """Outcome of one operation, in the order of the push; the client acknowledges by ``op_id`` only.

    ``problem`` is an RFC 9457 document when rejected or held; ``conflicts`` names fields whose server value was kept;
    ``blobs_missing`` lists photos that the server still waits for.
    """

    op_id: OpId
    status: OpStatus
    entities: tuple[Entity, ...] = ()
    problem: dict[str, object] | None = None
    conflicts: tuple[str, ...] = ()
    blobs_missing: tuple[Sha256, ...] = ()


@dataclass(frozen=True, slots=True)
class PushReply:
    """Answer of a push."""

    epoch: Epoch
    server_time: datetime
    results: tuple[OpResult, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """Body of ``POST /v1/sync/pull``. ``cursors`` holds the last sequence number seen of each scope."""

    device: DeviceId
    epoch: Epoch
    schema: int
    cursors: dict[str, int]
    limit: int = 500

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= 500 or not 0 <= self.schema < 1 << 31 or len(self.cursors) > 1000:
            raise ValueError("limit is 1..500, schema counts from 0, at most 1000 cursors")
        if any(not 0 <= seq < _SEQ_LIMIT for seq in self.cursors.values()):
            raise ValueError("a cursor is out of range")


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a feed page as it stands now; ``gone`` means that it left this scope."""

    kind: str
    id: str
    rev: int = 0
    gone: bool = False
    body: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class ScopePage:
    """A page of one scope's feed. ``reset``: mark the scope's rows, take it from 0, sweep what stays marked.

    ``next`` is the cursor to send next time; ``more`` says that another page follows at once.
    """

    scope: ScopeId
    next: int
    more: bool
    rows: tuple[Row, ...] = ()
    reset: bool = False


@dataclass(frozen=True, slots=True)
class PullReply:
    """Answer of a pull; ``purge`` lists scopes that the tablet may no longer hold."""

    epoch: Epoch
    server_time: datetime
    scopes: tuple[ScopePage, ...]
    purge: tuple[ScopeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Verify:
    """Body of ``POST /v1/sync/verify``: the tablet's digest of one scope at a cursor.

    ``sum`` is the sum modulo 2^64 of the first 8 bytes of sha256(``kind|id|rev``), as 16 hexadecimal digits.
    """

    scope: ScopeId
    at: int
    count: int
    sum: str

    def __post_init__(self) -> None:
        if not (0 <= self.at < _SEQ_LIMIT and 0 <= self.count < _SEQ_LIMIT):
            raise ValueError("at and count are out of range")


class Verdict(Enum):
    """``MOVED``: the scope has changed since ``at``; ask again after the next pull."""

    MATCH = "match"
    MISMATCH = "mismatch"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class VerifyReply:
    """Answer of a verify."""

    epoch: Epoch
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class BlobQuery:
    """Body of ``POST /v1/blobs/query``: at most 500 names."""

    sha256: tuple[Sha256, ...]

    def __post_init__(self) -> None:
        if len(self.sha256) > 500:
            raise ValueError("at most 500 names")


@dataclass(frozen=True, slots=True)
class BlobState:
    """Answer of a blob query: which are stored, how many bytes of which arrived, which are unknown."""

    epoch: Epoch
    stored: tuple[Sha256, ...] = ()
    partial: dict[str, int] = field(default_factory=dict)
    missing: tuple[Sha256, ...] = ()


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """One operation that a tablet made: its id and the hash of author, kind and body (``shared.sync.manifest``)."""

    op_id: OpId
    sha256: Sha256

    def __post_init__(self) -> None:
        if not is_uuid(self.op_id) or not is_sha256(self.sha256):
            raise ValueError("a line is a UUID and a SHA-256")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Body of ``POST /v1/sync/manifest``: what a tablet made, at most 500 operations and 500 photos a page."""

    device: DeviceId
    ops: tuple[ManifestLine, ...] = ()
    photos: tuple[Sha256, ...] = ()

    def __post_init__(self) -> None:
        if len(self.ops) > 500 or len(self.photos) > 500:
            raise ValueError("at most 500 operations and 500 photos")


class Standing(Enum):
    """How an operation of a manifest stands on the server. ``OTHER``: known, with another content."""

    SAME = "same"
    MISSING = "missing"
    OTHER = "other"
    REFUSED = "refused"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class ManifestReply:
    """Answer of a manifest. ``same`` counts the operations that stand as sent, ``differing`` names all others.

    Of the photos, ``stored`` counts those that are whole; ``partial`` and ``missing`` are as in ``BlobState``.
    """

    epoch: Epoch
    server_time: datetime
    same: int
    differing: dict[str, Standing] = field(default_factory=dict)
    stored: int = 0
    partial: dict[str, int] = field(default_factory=dict)
    missing: tuple[Sha256, ...] = ()


@dataclass(frozen=True, slots=True)
class Enrol:
    """Body of ``POST /v1/enrol``: a one-time code (valid ten minutes) and the tablet's own random id."""

    code: str
    device: DeviceId
    name: str
    app: str

    def __post_init__(self) -> None:
        if not is_uuid(self.device):
            raise ValueError("device is a UUID")


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Answer of an enrolment. ``token`` is opaque and shown once; it goes into ``Authorization: Bearer``."""

    token: str
    device: DeviceId
    site: SiteId
    person: PersonId
    person_name: str
    site_name: str
    epoch: Epoch
    server_time: datetime
