"""The photos' part of a session: resumable chunks to an address that is the photo's hash (tus 1.0 verbs).

All small copies go before the first photo, so that the office sees what was photographed long before it sees it large.
The server's word on the offset counts, always. Between two chunks new operations go first, and then their small copies.
While the link is quick the next photo travels beside the one whose answer is awaited: each would wait for the link's round
trip and for the server's disk otherwise. It is said by ``ahead`` which requests follow; they come in that order, or none
of them counts, so that no answer of before an operation, a question or another epoch is ever taken for one after it.
A photo that fails is set aside alone; several in a row that the server fails on mean that it is the server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import zip_longest

from shared.errors import OfflineError, Retry, StoreError
from shared.sync.asking import Asking, RefusedError, Steps
from shared.sync.messages import BlobQuery, BlobState
from shared.sync.ports import WaitingBlob
from shared.sync.request import FileSlice, Request

FIRST_CHUNK = 256 << 10
SMALLEST_CHUNK = 32 << 10
QUICK_MS = 5_000
BESIDE_MS = 1_000
"""A chunk that takes no longer leaves room on the link for one beside it."""
SET_ASIDE = timedelta(hours=1)
BRIEFLY = timedelta(minutes=1)
MOST_JUMPS = 3
MOST_FAULTS = 3


class Upload:
    """Sends the photos of finished records until none is due."""

    def __init__(self, asking: Asking, push: Callable[[], Steps[None]], ahead: Callable[[Request], None]) -> None:
        self.asking = asking
        self.store = asking.store
        self.push = push
        self.ahead = ahead
        self.faults = 0
        self.is_quick = False
        self.foreseen: tuple[Request, ...] = ()

    def photos(self) -> Steps[None]:
        """Ask what the server lacks and send it, small copies first, each oldest first.

        Raises:
            OfflineError: the connection ended; what arrived stays arrived.
            RefusedError: the server wants no photos now.
        """
        while blobs := self.store.waiting_blobs(self.store.memory().limits.query, self.asking.now()):
            names = BlobQuery(tuple(blob.sha256 for blob in blobs))
            state = yield from self.asking.ask_for(BlobState, "POST", "/v1/blobs/query", names)
            self.asking.meet(state.epoch)
            self.store.save_blobs(state, self.asking.server_time)
            self.count(photos=sum(not blob.is_thumb for blob in blobs if blob.sha256 in state.stored))
            lacking = [
                replace(blob, received=state.partial.get(blob.sha256, 0))
                for blob in blobs
                if blob.sha256 not in state.stored
            ]
            for blob, following in zip_longest(lacking, lacking[1:]):
                yield from self.send(blob, following)
                yield from self.push_new()
                if self.is_overtaken(blob):
                    break

    def push_new(self) -> Steps[None]:
        """Send what was queued meanwhile; what is on its way beside does not count any more."""
        if self.store.waiting_ops(1, 0, self.asking.now()):
            self.foreseen = ()
            yield from self.push()

    def send(self, blob: WaitingBlob, following: WaitingBlob | None) -> Steps[None]:
        """Send one photo from where the server has it; ``following`` is sent next, unless something comes between."""
        jumps = 0
        while True:
            try:
                received = yield from self.send_chunk(blob, following)
            except StoreError:
                self.give_up(blob)
                return
            except RefusedError as error:
                again_from = self.judge(blob, error)
                jumps += 1
                if again_from is None or jumps > MOST_JUMPS:
                    self.leave(blob)
                    return
                received = again_from
            else:
                if received >= blob.size_bytes:
                    self.finish(blob)
                    return
            self.store.save_offset(blob.sha256, received)
            blob = replace(blob, received=received)
            yield from self.push_new()
            if self.is_overtaken(blob):
                return  # what the server has of it stays there

    def is_overtaken(self, blob: WaitingBlob) -> bool:
        """Tell whether a small copy has been queued since this photo's turn came."""
        return not blob.is_thumb and self.store.has_waiting_thumb(self.asking.now())

    def send_chunk(self, blob: WaitingBlob, following: WaitingBlob | None) -> Steps[int]:
        """Send the next chunk; return how much the server has now. The chunk grows and shrinks with the link."""
        limit = self.store.memory().limits.chunk_bytes
        size = min(self.store.memory().chunk_bytes or FIRST_CHUNK, limit)
        length = max(0, min(size, blob.size_bytes - blob.received))
        request = _patch(blob, length)
        is_last = blob.received + length == blob.size_bytes
        self.foresee(request, _beside(blob, following, size) if is_last and self.is_quick else None)
        began = self.asking.clock.read()
        try:
            answer = yield from self.asking.ask(request)
        except (OfflineError, RefusedError) as error:
            self.is_quick = False
            if isinstance(error, OfflineError) or error.problem.status == 413:
                self.store.remember(chunk_bytes=max(min(SMALLEST_CHUNK, limit), size // 2))
            raise
        took_ms = self.asking.clock.read().boottime_ms - began.boottime_ms
        self.is_quick = 0 <= took_ms < BESIDE_MS
        if 0 <= took_ms < QUICK_MS and length == size < limit:
            self.store.remember(chunk_bytes=min(size * 2, limit))
        self.count(size_bytes=length)
        offset = _offset(answer.headers.get("upload-offset"))
        if offset is None or (offset <= blob.received and length):
            raise OfflineError(reason="cut")  # an answer that says nothing is none
        return offset

    def foresee(self, request: Request, beside: Request | None) -> None:
        """Let ``beside`` travel with ``request``, which is asked now; remember what was said to follow."""
        if self.foreseen[:1] != (request,):
            self.foreseen = ()
        if beside is not None:
            said = (beside,) if self.foreseen else (request, beside)
            for one in said:
                self.ahead(one)
            self.foreseen += said
        self.foreseen = self.foreseen[1:]

    def judge(self, blob: WaitingBlob, error: RefusedError) -> int | None:
        """Return where to go on after a refusal, or None if this photo must wait.

        Raises:
            RefusedError: the refusal is about more than this photo.
        """
        problem = error.problem
        offset = problem.facts.get("offset")
        if problem.status == 409 and isinstance(offset, int) and 0 <= offset <= blob.size_bytes:
            return offset
        if problem.status == 460 and self.store.check_blob(blob.sha256):
            return 0
        if problem.status == 413:
            return None if problem.code == "blob-too-large" and self.is_smallest() else blob.received
        if error.is_fault:
            self.faults += 1
            if self.faults < MOST_FAULTS:
                return None
        if problem.status in {409, 460} or (problem.retry is Retry.NEVER and problem.status != 403):
            return None
        raise error

    def is_smallest(self) -> bool:
        """Tell whether the chunk cannot become smaller."""
        return (self.store.memory().chunk_bytes or FIRST_CHUNK) <= SMALLEST_CHUNK

    def leave(self, blob: WaitingBlob) -> None:
        """Try a photo again later."""
        self.store.fail_blob(blob.sha256, self.asking.now() + (BRIEFLY if self.faults else SET_ASIDE))
        if not self.store.check_blob(blob.sha256):
            self.note_damage(blob)

    def give_up(self, blob: WaitingBlob) -> None:
        """Deal with a file that cannot be read: damaged, or only not readable just now."""
        if self.store.check_blob(blob.sha256):
            self.store.fail_blob(blob.sha256, self.asking.now() + BRIEFLY)
        else:
            self.note_damage(blob)

    def note_damage(self, blob: WaitingBlob) -> None:
        """Report that a photo's file is gone or not what it was; of a small copy nobody needs to know."""
        if not blob.is_thumb:
            self.asking.note("photo-damaged")

    def finish(self, blob: WaitingBlob) -> None:
        """Note that a photo is whole on the server."""
        epoch = self.store.memory().epoch
        if epoch is not None:
            self.store.blob_stored(blob.sha256, epoch, self.asking.server_time)
            self.faults = 0
            self.count(photos=int(not blob.is_thumb))

    def count(self, photos: int = 0, size_bytes: int = 0) -> None:
        """Add to the report."""
        report = self.asking.report
        self.asking.report = replace(
            report, photos_sent=report.photos_sent + photos, bytes_sent=report.bytes_sent + size_bytes
        )


def _beside(blob: WaitingBlob, following: WaitingBlob | None, most: int) -> Request | None:
    """Return the request that sends all of the following photo, if one chunk holds it and it is of the same sort."""
    if following is None or following.is_thumb != blob.is_thumb:
        return None
    left = following.size_bytes - following.received
    return _patch(following, left) if 0 < left <= most else None


def _patch(blob: WaitingBlob, length: int) -> Request:
    headers = {
        "upload-offset": str(blob.received),
        "upload-length": str(blob.size_bytes),
        "content-type": "application/offset+octet-stream",
        "tus-resumable": "1.0.0",
    }
    return Request(
        "PATCH", f"/v1/blobs/{blob.sha256}", headers, FileSlice(blob.path, blob.received, length), is_brief=True
    )


def _offset(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
