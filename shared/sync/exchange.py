"""The server's half of the sync: hello, push, pull, verify, and what is known of photos. No HTTP, no SQL.

What becomes of a pushed batch stands in ``push``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shared import wire
from shared.errors import (
    BatchTooLargeError,
    ForbiddenError,
    MalformedError,
)
from shared.ids import ScopeId, is_sha256
from shared.sync.messages import (
    BlobQuery,
    BlobState,
    Hello,
    Manifest,
    ManifestLine,
    ManifestReply,
    Op,
    OpStatus,
    Pull,
    PullReply,
    Push,
    PushReply,
    ScopePage,
    Standing,
    SyncLimits,
    Verdict,
    Verify,
    VerifyReply,
)
from shared.sync.ports import Caller, Codec, FeedPosition, Receipt, ServerStore, ServerTx
from shared.sync.push import Batch, Pushing, prefetch, scopes_for

PAGE_BYTES = 1 << 20
"""A page of rows ends near this size, so that a weak link gets somewhere."""
FRESH = 1 << 52
"""Added to the cursors of a tablet that takes a scope from its start; tablets send cursors back as they got them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Answers sync requests of tablets that were let in. ``on_fault`` is told of operations that broke the server."""

    store: ServerStore
    limits: SyncLimits
    min_app: str
    retain_days: int
    on_fault: Callable[[Op, Exception], None]

    def hello(self) -> Hello:
        """Say who and when we are, and what one request may hold."""
        with self.store.reading() as tx:
            return Hello(tx.epoch(), tx.now, (wire.PROTOCOL,), self.min_app, self.retain_days, self.limits)

    def push(self, caller: Caller, message: Push, codec: Codec) -> PushReply:
        """Apply a batch in order; one result per operation, whatever became of it.

        Raises:
            ForbiddenError: the batch names another tablet than the one that sent it.
            BatchTooLargeError: too many operations; nothing was applied.
            BusyError: too many racing changes; what was applied has its receipt.
        """
        if message.device != caller.device:
            raise ForbiddenError(detail="$.device is not the sender")
        if len(message.ops) > self.limits.ops:
            raise BatchTooLargeError(limits={"ops": self.limits.ops})
        return Pushing(self.store, self.on_fault).apply(Batch(caller, message, codec))

    def pull(self, caller: Caller, message: Pull) -> PullReply:
        """Return what changed in the tablet's scopes past its cursors, and which scopes it may no longer hold.

        Raises:
            ForbiddenError: the request names another tablet than the one that sent it.
        """
        if message.device != caller.device:
            raise ForbiddenError(detail="$.device is not the sender")
        scopes = scopes_for(caller)
        with self.store.reading() as tx:
            epoch = tx.epoch()
            positions = tx.positions(scopes)
            is_foreign = message.epoch != epoch
            pages: list[ScopePage] = []
            left = min(message.limit, self.limits.rows)
            for scope in scopes:
                cursor = message.cursors.get(scope, 0)
                page = _page(tx, scope, cursor, positions.get(scope, FeedPosition()), left, is_foreign=is_foreign)
                left -= len(page.rows)
                pages.append(page)
            purge = tuple(ScopeId(scope) for scope in sorted(message.cursors) if scope not in scopes)
            return PullReply(epoch, tx.now, tuple(pages), purge)

    def verify(self, caller: Caller, message: Verify) -> VerifyReply:
        """Compare a tablet's digest of a scope with ours.

        Raises:
            ForbiddenError: the scope is not the tablet's.
        """
        if message.scope not in scopes_for(caller):
            raise ForbiddenError(scope=message.scope)
        with self.store.reading() as tx:
            position = tx.positions([message.scope]).get(message.scope, FeedPosition())
            if position.seq != message.at:
                return VerifyReply(tx.epoch(), Verdict.MOVED)
            is_same = tx.digest(message.scope) == (message.count, message.sum)
            return VerifyReply(tx.epoch(), Verdict.MATCH if is_same else Verdict.MISMATCH)

    def manifest(self, caller: Caller, message: Manifest) -> ManifestReply:
        """Tell how each operation and photo that a tablet names stands here.

        Raises:
            ForbiddenError: the request names another tablet than the one that sent it.
        """
        if message.device != caller.device:
            raise ForbiddenError(detail="$.device is not the sender")
        with self.store.reading() as tx:
            receipts = tx.receipts([line.op_id for line in message.ops])
            prefetch(tx, (record for receipt in receipts.values() for record in receipt.outcome.records))
            found = {line.op_id: _standing(tx, line, receipts.get(line.op_id)) for line in message.ops}
            photos = tx.blob_state(message.photos)
            return ManifestReply(
                tx.epoch(),
                tx.now,
                sum(standing is Standing.SAME for standing in found.values()),
                {op_id: standing for op_id, standing in found.items() if standing is not Standing.SAME},
                len(photos.stored),
                photos.partial,
                photos.missing,
            )

    def blobs(self, query: BlobQuery) -> BlobState:
        """Tell of each photo whether it is stored, partly here, or missing.

        Raises:
            MalformedError: a name is no SHA-256.
        """
        for index, name in enumerate(query.sha256):
            if not is_sha256(name):
                raise MalformedError(detail="expected 64 hexadecimal digits", path=f"$.sha256[{index}]")
        with self.store.reading() as tx:
            return tx.blob_state(query.sha256)


def _page(
    tx: ServerTx, scope: ScopeId, cursor: int, position: FeedPosition, left: int, *, is_foreign: bool
) -> ScopePage:
    """Write the next page of a scope, or tell the tablet to begin it anew; cursor 0 is never reset, it is the start.

    Where tombstones were swept, a cursor below the floor has missed them, unless it is that of a tablet which takes the
    scope from its start: its cursors are marked by FRESH until it has seen all of it, so that a sweep that raises the
    floor past it meanwhile does not send it back to the start.
    """
    is_fresh, seen = cursor == 0 or cursor >= FRESH, cursor % FRESH
    is_lost = is_foreign or seen > position.seq or (seen < position.floor and not is_fresh)
    if cursor and is_lost:
        return ScopePage(scope, 0, more=True, reset=True)
    if seen >= position.seq:
        return ScopePage(scope, seen, more=False)
    if left <= 0:
        return ScopePage(scope, cursor, more=True)
    rows, last = tx.feed_page(scope, seen, left, PAGE_BYTES)
    if not rows or last >= position.seq:
        return ScopePage(scope, position.seq, more=False, rows=rows)
    is_marked = is_fresh and position.floor > 0
    return ScopePage(scope, last + FRESH if is_marked else last, more=True, rows=rows)


def _standing(tx: ServerTx, line: ManifestLine, receipt: Receipt | None) -> Standing:
    if receipt is None:
        return Standing.MISSING
    if receipt.sha256 != line.sha256:
        return Standing.OTHER
    status = receipt.outcome.status
    if status is OpStatus.HELD:
        return Standing.HELD
    if status is OpStatus.REJECTED:
        return Standing.REFUSED
    is_here = all(tx.entity(kind, record) is not None for kind, record in receipt.outcome.records)
    return Standing.SAME if is_here else Standing.MISSING
