"""A server in a hundred lines, for tests of the tablet: it speaks the real messages from plain dictionaries.

What it answers may be scripted per path with ``next_answers``; whatever is not scripted is answered honestly.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from shared.errors import OfflineError, RoundsError, StoreError, UnknownRecordError
from shared.ids import Epoch, OpId, ScopeId, Sha256
from shared.sync.manifest import content_hash
from shared.sync.messages import (
    OP_BODIES,
    BlobQuery,
    BlobState,
    Entity,
    Hello,
    Json,
    Manifest,
    ManifestReply,
    Op,
    OpResult,
    OpStatus,
    Pull,
    PullReply,
    Push,
    PushReply,
    Row,
    ScopePage,
    Standing,
    SyncLimits,
    Verdict,
    Verify,
    VerifyReply,
)
from shared.sync.problem import problem_of
from shared.sync.request import FileSlice, Request, Response
from shared.wire import decode, dumps, encode, encode_object, loads
from tests.builders import NOW, SITE, an_id

HEADERS = {"sync-protocol": "1", "content-type": "application/json"}
SCOPE = ScopeId(f"site:{SITE}")
ORG = ScopeId("org")
FIRST_EPOCH, SECOND_EPOCH = Epoch(an_id(0xE1)), Epoch(an_id(0xE2))
KIND = {
    "inspection.put": "inspection",
    "hazard.raise": "hazard",
    "recheck.put": "recheck",
    "note.put": "note",
    "pin.put": "pin",
    "excuse.put": "excuse",
    "access.put": "access",
    "handover.put": "handover",
}
Scripted = Response | OfflineError | StoreError


def ok(message: object) -> Response:
    return Response(200, HEADERS, dumps(encode(message)).encode())


def photo_names(body: Json) -> list[Sha256]:
    photos = body.get("photos", ())
    return [Sha256(photo["sha256"]) for photo in photos] if isinstance(photos, list) else []


def problem(error: RoundsError, **headers: str) -> Response:
    return Response(error.status, {**HEADERS, **headers}, dumps(problem_of(error)).encode())


@dataclass
class TinyServer:
    """Rows by scope with a sequence number each, receipts by operation, photos by hash."""

    epoch: Epoch = FIRST_EPOCH
    limits: SyncLimits = field(default_factory=SyncLimits)
    scopes: tuple[ScopeId, ...] = (ORG, SCOPE)
    server_time: datetime = NOW
    feed: dict[ScopeId, dict[tuple[str, str], tuple[int, Row]]] = field(default_factory=lambda: defaultdict(dict))
    receipts: dict[OpId, OpResult] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)
    blobs: dict[Sha256, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    refused: dict[str, RoundsError] = field(default_factory=dict)  # by operation kind
    poison: set[str] = field(default_factory=set)  # operation ids that make the server fail
    next_answers: dict[str, deque[Scripted]] = field(default_factory=lambda: defaultdict(deque))
    requests: list[Request] = field(default_factory=list)
    manifests: list[Manifest] = field(default_factory=list)
    cut_after: int | None = None  # so many manifests are answered, then the connection ends
    is_forgetful: bool = False  # answers of manifests leave a line out

    # the office's side --------------------------------------------------------------------------------------------

    def put(self, kind: str, key: str, body: object, scope: ScopeId = SCOPE) -> int:
        """Write a row: revision and sequence count up."""
        _, old = self.feed[scope].get((kind, key), (0, Row(kind, key)))
        row = Row(kind, key, old.rev + 1, body=body if isinstance(body, dict) else encode_object(body))
        self.feed[scope][kind, key] = (self.seq(scope) + 1, row)
        return row.rev

    def remove(self, kind: str, key: str, scope: ScopeId = SCOPE) -> None:
        self.feed[scope][kind, key] = (self.seq(scope) + 1, Row(kind, key, gone=True))

    def seq(self, scope: ScopeId) -> int:
        return max((seq for seq, _ in self.feed[scope].values()), default=0)

    def script(self, path: str, *answers: Scripted) -> None:
        """Answer the next requests to a path with these."""
        self.next_answers[path].extend(answers)

    def restore_backup(self, *, keep_rows: bool = True) -> None:
        """Forget what tablets sent, as a restored backup does, and begin a new epoch."""
        self.epoch = SECOND_EPOCH
        self.receipts.clear()
        self.ops.clear()
        self.blobs.clear()
        if not keep_rows:
            self.feed.clear()

    # the tablet's side --------------------------------------------------------------------------------------------

    def carry(self, request: Request) -> Response:
        self.requests.append(request)
        path = "/v1/blobs" if request.method == "PATCH" else request.path
        path = "fetch" if path.startswith("/v1/blobs/") and request.method == "GET" else path
        if self.next_answers[path]:
            scripted = self.next_answers[path].popleft()
            if not isinstance(scripted, Response):
                raise scripted
            return scripted
        return self.answer(request)

    def close(self) -> None:
        """Be a Carrier."""

    def answer(self, request: Request) -> Response:
        if request.method == "PATCH":
            return self.patch(request)
        if request.method == "GET" and "/blobs/" in request.path:
            return self.fetch(Sha256(request.path.rpartition("/")[2]))
        body = loads(request.body) if isinstance(request.body, bytes) and request.body else None
        if request.path == "/v1/sync/hello":
            return ok(Hello(self.epoch, self.server_time, (1,), "0.1.0", 30, self.limits))
        if request.path == "/v1/sync/push":
            return self.push(decode(Push, body))
        if request.path == "/v1/sync/pull":
            return ok(self.pull(decode(Pull, body)))
        if request.path == "/v1/sync/verify":
            return ok(self.verify(decode(Verify, body)))
        if request.path == "/v1/sync/manifest":
            return ok(self.manifest(decode(Manifest, body)))
        return ok(self.query(decode(BlobQuery, body)))

    def push(self, message: Push) -> Response:
        if any(op.op_id in self.poison for op in message.ops):
            return Response(500, HEADERS, b'{"type":"/problems/server-fault","retry":"later"}')
        return ok(PushReply(self.epoch, self.server_time, tuple(self.apply(op) for op in message.ops)))

    def apply(self, op: Op) -> OpResult:
        if op.op_id not in self.receipts:
            self.receipts[op.op_id] = self.effect(op)
            self.ops.append(op)
        return self.receipts[op.op_id]

    def effect(self, op: Op) -> OpResult:
        if op.kind in self.refused:
            return OpResult(op.op_id, OpStatus.REJECTED, problem=problem_of(self.refused[op.kind]))
        decode(OP_BODIES[op.kind], op.body)
        kind = KIND.get(op.kind)
        if kind is None:
            return OpResult(op.op_id, OpStatus.APPLIED)
        key = str(op.body["id"])
        rev = self.put(kind, key, op.body)
        return OpResult(
            op.op_id,
            OpStatus.APPLIED,
            (Entity(kind, key, SCOPE, rev, op.body),),
            blobs_missing=tuple(name for name in photo_names(op.body) if not self.is_stored(name)),
        )

    def pull(self, message: Pull) -> PullReply:
        pages = tuple(self.page(scope, message.cursors.get(scope, 0), message.limit) for scope in self.scopes)
        purge = tuple(ScopeId(scope) for scope in message.cursors if scope not in self.scopes)
        return PullReply(self.epoch, self.server_time, pages, purge)

    def page(self, scope: ScopeId, cursor: int, limit: int) -> ScopePage:
        reset = cursor > self.seq(scope)
        after = sorted((seq, row) for seq, row in self.feed[scope].values() if seq > (0 if reset else cursor))
        taken = sorted(after, key=lambda entry: entry[0])[: min(limit, self.limits.rows)]
        end = taken[-1][0] if taken else self.seq(scope)
        return ScopePage(scope, end, len(taken) < len(after), tuple(row for _, row in taken), reset)

    def verify(self, message: Verify) -> VerifyReply:
        if message.at != self.seq(message.scope):
            return VerifyReply(self.epoch, Verdict.MOVED)
        rows = [row for _, row in self.feed[message.scope].values() if not row.gone]
        total = sum(
            int.from_bytes(hashlib.sha256(f"{row.kind}|{row.id}|{row.rev}".encode()).digest()[:8], "big")
            for row in rows
        )
        is_same = (message.count, message.sum) == (len(rows), f"{total % 2**64:016x}")
        return VerifyReply(self.epoch, Verdict.MATCH if is_same else Verdict.MISMATCH)

    def fetch(self, name: Sha256) -> Response:
        if not self.is_stored(name):
            return problem(UnknownRecordError(kind="blob", id=name))
        return Response(200, {**HEADERS, "content-type": "image/jpeg"}, bytes(self.blobs[name]))

    def query(self, message: BlobQuery) -> BlobState:
        stored = tuple(name for name in message.sha256 if self.is_stored(name))
        rest = [name for name in message.sha256 if name not in stored]
        partial = {name: len(self.blobs[name]) for name in rest if name in self.blobs}
        return BlobState(self.epoch, stored, partial, tuple(name for name in rest if name not in partial))

    def manifest(self, message: Manifest) -> ManifestReply:
        if self.cut_after is not None and len(self.manifests) + 1 >= self.cut_after:
            raise OfflineError(reason="cut")
        self.manifests.append(message)
        sent = {op.op_id: content_hash(op.author, op.kind, op.body) for op in self.ops if op.op_id in self.receipts}
        differing = {
            str(line.op_id): Standing.MISSING if line.op_id not in sent else Standing.OTHER
            for line in message.ops
            if sent.get(line.op_id) != line.sha256
        }
        photos = self.query(BlobQuery(message.photos))
        same = len(message.ops) - len(differing) - self.is_forgetful
        return ManifestReply(
            self.epoch, self.server_time, same, differing, len(photos.stored), photos.partial, photos.missing
        )

    def is_stored(self, name: Sha256) -> bool:
        return name in self.blobs and hashlib.sha256(self.blobs[name]).hexdigest() == name

    def patch(self, request: Request) -> Response:
        name = Sha256(request.path.rpartition("/")[2])
        content = read_slice(request.body)
        blob, offset = self.blobs[name], int(request.headers["upload-offset"])
        if offset != len(blob):
            body = {"type": "/problems/offset-mismatch", "retry": "later", "offset": len(blob)}
            return Response(409, {**HEADERS, "upload-offset": str(len(blob))}, dumps(body).encode())
        blob += content
        if len(blob) == int(request.headers["upload-length"]) and not self.is_stored(name):
            self.blobs[name] = bytearray()
            return Response(460, HEADERS, b'{"type":"/problems/checksum-mismatch","retry":"later"}')
        return Response(204, {**HEADERS, "upload-offset": str(len(blob))})

    # what happened ------------------------------------------------------------------------------------------------

    def paths(self) -> list[str]:
        """The requests so far, without names of photos."""
        return [
            f"{request.method} {'/v1/blobs' if '/v1/blobs/' in request.path and request.method != 'POST' else request.path}"
            for request in self.requests
        ]

    def kinds(self) -> list[str]:
        return [op.kind for op in self.ops]


def read_slice(body: bytes | FileSlice) -> bytes:
    if isinstance(body, bytes):
        return body
    with Path(body.path).open("rb") as file:
        file.seek(body.offset)
        return file.read(body.length)


def seed(server: TinyServer, rows: Iterable[tuple[str, str, object]], scope: ScopeId = SCOPE) -> None:
    """Put rows of (kind, id, entity)."""
    for kind, key, entity in rows:
        server.put(kind, key, entity, scope)


HOUR = timedelta(hours=1)
