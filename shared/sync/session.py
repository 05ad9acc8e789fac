"""The tablet's half of the sync, as a generator: it yields a request, is sent the answer, and ends with a report.

hello, if an hour old -> push until empty -> pull until no more -> verify what is doubtful -> compare what a shift made, if
it asks for that -> photos, with new operations first between any two chunks -> pull, compare again -> after a hello: ask what became of what was refused, say how the tablet is -> photos
of open hazards that others took. Whatever is learnt is in the store before the next request leaves, so a session may be dropped after any
step and begun anew; locals only hold what may be forgotten.

- Nothing is lost: an operation leaves the queue only by a result that names its id.
- Nothing blocks the rest: a batch that is refused is halved, a single operation that the server cannot read or chokes
  on is set aside with its entity, and the others go on.
- A new epoch in any answer (a restored server) starts the session over: what the new server has not confirmed waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.clock import Clock, Reading
from shared.errors import OfflineError, Retry, StoreError
from shared.ids import Epoch
from shared.sync.asking import Asking, EpochChangedError, RefusedError, Steps, asking
from shared.sync.download import Download
from shared.sync.manifest import compare
from shared.sync.messages import (
    Hello,
    Op,
    Pull,
    PullReply,
    Push,
    PushReply,
    Verdict,
    Verify,
    VerifyReply,
)
from shared.sync.page import cursors_ahead, read_page
from shared.sync.ports import PushOutcome, TabletStore
from shared.sync.problem import Problem
from shared.sync.request import Answer, Outcome, Request, Response, Session, SyncReport
from shared.sync.upload import Upload
from shared.wire import PROTOCOL, SCHEMA

HELLO_EVERY = timedelta(hours=1)
BRIEFLY = timedelta(minutes=1)
SET_ASIDE = timedelta(hours=1)
MOST_RESTARTS = 3
MOST_RESETS = 3
UNREADABLE_TRIES = 3
FAULT_TRIES = 5
MOST_FAULTS = 3
ROOMY_BYTES = 500 << 20
"""With less space left, photos of others are not fetched."""
SLOWEST_CLOCK_ANSWER_MS = 10_000


@dataclass(frozen=True, slots=True)
class Gauges:
    """What the device says about itself with each push."""

    battery_percent: int | None = None
    free_bytes: int | None = None


def unhurried(_request: Request) -> None:
    """Let each request wait until it is asked."""


def session(
    store: TabletStore,
    clock: Clock,
    app: str,
    gauges: Callable[[], Gauges] = Gauges,
    schema: int = SCHEMA,
    ahead: Callable[[Request], None] = unhurried,
) -> Session:
    """Synchronise once: yield requests until nothing is left to do or something stops it; return the report.

    ``ahead`` hears of requests that will probably be yielded next, in that order: the next page before the last one is
    read and kept, a photo and the one beside it. Each changes nothing on the server or may come twice. An answer that came
    early is as good as one that came late, if nothing else was yielded between; else none of them counts any more.

    Raises:
        StoreError: this tablet's database failed; nothing was half-written.
    """
    run = _Run(store, clock, app, gauges, schema, ahead)
    store.begin_session(app, schema)
    try:
        for _ in range(MOST_RESTARTS):
            try:
                yield from run.whole()
            except EpochChangedError:
                continue
            if run.server_time is not None:
                store.tidy(run.server_time, gauges().free_bytes)
            return run.report
        return replace(run.report, outcome=Outcome.REFUSED, code="epoch-unsettled", retry=Retry.LATER)
    except OfflineError as error:
        reason = str(error.facts.get("reason", "unreachable"))
        return replace(run.report, outcome=Outcome.OFFLINE, code=f"offline-{reason}", retry=Retry.LATER)
    except RefusedError as error:
        problem = error.problem
        return replace(
            run.report,
            outcome=Outcome.REFUSED,
            code=problem.code,
            retry=problem.retry,
            retry_after_s=error.retry_after_s,
        )


def drive(steps: Session, carry: Callable[[Request], Response]) -> SyncReport:
    """Run a session to its end, carrying each request with ``carry``, which may raise OfflineError or StoreError."""
    try:
        request = next(steps)
        while True:
            request = steps.send(_carried(carry, request))
    except StopIteration as end:
        report: SyncReport = end.value
        return report


def _carried(carry: Callable[[Request], Response], request: Request) -> Answer:
    try:
        return carry(request)
    except (OfflineError, StoreError) as error:
        return error


class _Run(Asking):
    """One session's steps. What it holds besides the report may be forgotten at any moment."""

    def __init__(
        self,
        store: TabletStore,
        clock: Clock,
        app: str,
        gauges: Callable[[], Gauges],
        schema: int,
        ahead: Callable[[Request], None],
    ) -> None:
        super().__init__(store, clock)
        self.app = app
        self.gauges = gauges
        self.schema = schema
        self.ahead = ahead
        self.is_greeted = False
        self.is_health_told = False
        self.faults = 0
        self.resets: dict[str, int] = {}

    def whole(self) -> Steps[None]:
        yield from self.hello_if_due()
        yield from self.push()
        yield from self.settle()
        yield from compare(self)
        sent_before = self.report.photos_sent, self.report.pushed
        yield from Upload(self, self.push, self.ahead).photos()
        if sent_before != (self.report.photos_sent, self.report.pushed):
            yield from self.settle()
            self.store.doubt_manifest()
            yield from compare(self)
        if self.is_greeted:
            yield from self.ask_again()
        if (self.gauges().free_bytes or ROOMY_BYTES) >= ROOMY_BYTES:
            yield from Download(self, self.push).photos()

    # hello --------------------------------------------------------------------------------------------------------

    def hello_if_due(self) -> Steps[None]:
        memory, now = self.store.memory(), self.now()
        if memory.epoch is None or memory.hello_at is None or not timedelta(0) <= now - memory.hello_at < HELLO_EVERY:
            yield from self.hello()

    def hello(self) -> Steps[None]:
        sent = self.clock.read()
        reply = yield from self.ask_for(Hello, "GET", "/v1/sync/hello")
        got = self.clock.read()
        self.is_greeted = True
        self.server_time = reply.server_time
        if PROTOCOL not in reply.protocols or _version(self.app) < _version(reply.min_app):
            self.note("upgrade")
        if self.store.save_hello(reply, got.wall, _offset_s(sent, got, reply.server_time)):
            raise EpochChangedError

    # push ---------------------------------------------------------------------------------------------------------

    def push(self) -> Steps[None]:
        """Send operations in order until none is due."""
        memory = self.store.memory()
        limits = memory.limits
        size = min(memory.push_ops or limits.ops, limits.ops)
        while ops := self.store.waiting_ops(size, limits.push_bytes, self.now()):
            try:
                yield from self.push_batch(ops)
                size, self.faults = min(size * 2, limits.ops), 0
            except OfflineError as error:
                if error.facts.get("reason") in {"timeout", "cut"}:  # perhaps too much for this link
                    self.store.remember(push_ops=max(1, len(ops) // 2))
                raise
            except RefusedError as error:
                size = yield from self.smaller_push(ops, error)
        if size != memory.push_ops:
            self.store.remember(push_ops=size)

    def push_batch(self, ops: tuple[Op, ...]) -> Steps[None]:
        outcome = yield from self.send_batch(ops)
        self.report = replace(
            self.report, pushed=self.report.pushed + outcome.settled, parked=self.report.parked + outcome.parked
        )
        if not outcome.settled:
            raise RefusedError(Problem("no-results", Retry.LATER, 500))

    def send_batch(self, ops: tuple[Op, ...]) -> Steps[PushOutcome]:
        memory, gauges = self.store.memory(), self.gauges()
        health = replace(self.store.health(), battery_percent=gauges.battery_percent, free_bytes=gauges.free_bytes)
        message = Push(memory.device, self.app, memory.epoch or Epoch(""), self.clock.read(), ops, health, brief=True)
        reply = yield from self.ask_for(PushReply, "POST", "/v1/sync/push", message)
        self.server_time, self.is_health_told = reply.server_time, True
        outcome = self.store.save_push(reply, tuple(op.op_id for op in ops))
        if outcome.is_new_epoch:
            raise EpochChangedError
        return outcome

    def ask_again(self) -> Steps[None]:
        """Ask, as often as hello is said, what became of what the server refused: the office may have settled it.

        A tablet that has nothing to send says at least how it is: battery, space and clock travel with a push.
        """
        limits = self.store.memory().limits
        ops = self.store.refused_ops(limits.ops, limits.push_bytes)
        if not ops and self.is_health_told:
            return
        try:
            yield from self.send_batch(ops)
        except RefusedError as error:
            if error.problem.retry is Retry.LOGIN:
                raise
            self.note("not-asked-again")  # nothing new is delayed by it; the next hello asks

    def smaller_push(self, ops: tuple[Op, ...], error: RefusedError) -> Steps[int]:
        """Decide what to push after a refused batch: fewer operations, or all but the one that is at fault."""
        problem = error.problem
        if problem.retry is not Retry.SPLIT and not error.is_fault:
            raise error
        if error.is_fault and not self.is_greeted:
            yield from self.hello()  # only a server that is otherwise well makes the operation the culprit
        if len(ops) > 1:
            return max(1, len(ops) // (4 if error.is_fault else 2))
        if error.is_fault:
            self.set_aside(ops[0], error)
        elif self.store.tries_of(ops[0].op_id) + 1 < UNREADABLE_TRIES:
            self.store.fail_op(ops[0].op_id, self.now())
        else:
            self.store.park_op(ops[0].op_id, _document(problem))
            self.report = replace(self.report, parked=self.report.parked + 1)
        return 1

    def set_aside(self, op: Op, error: RefusedError) -> None:
        """Let others go before an operation that the server fails on; for an hour after five tries."""
        is_hopeless = self.store.tries_of(op.op_id) + 1 >= FAULT_TRIES
        self.store.fail_op(op.op_id, self.now() + (SET_ASIDE if is_hopeless else BRIEFLY))
        self.faults += 1
        if self.faults >= MOST_FAULTS:  # several different ones: it is the server
            raise error

    # pull and verify ----------------------------------------------------------------------------------------------

    def settle(self) -> Steps[None]:
        """Pull until there is no more and what is doubtful has been compared."""
        for _ in range(MOST_RESETS):
            yield from self.pull()
            if not (yield from self.verify()):
                return

    def pull(self) -> Steps[None]:
        held: set[str] = set()
        while "upgrade-to-pull" not in self.report.notes:
            memory, cursors = self.store.memory(), self.store.cursors()
            message = Pull(memory.device, memory.epoch or Epoch(""), self.schema, cursors, min(memory.limits.rows, 500))
            try:
                reply = yield from self.ask_and_read(self.reading(message), asking("POST", "/v1/sync/pull", message))
            except RefusedError as error:
                if error.problem.retry is not Retry.UPGRADE:
                    raise
                self.note("upgrade-to-pull")  # what was done here must still go out
                return
            self.server_time = reply.server_time
            self.meet(reply.epoch)
            outcome = self.store.save_pull(reply)
            self.report = replace(self.report, pulled=self.report.pulled + outcome.rows)
            held.update(outcome.held)
            if held:
                self.note("deletions-held")
            more = [page for page in reply.scopes if page.more and page.scope not in held]
            if not more:
                return
            self.check_progress(cursors, reply)

    def reading(self, asked: Pull) -> Callable[[bytes], PullReply]:
        """Return how the answer of a pull is read: first say what is asked next if this page is kept whole.

        So the next page is made and travels while this one is read and written.
        """

        def read(content: bytes) -> PullReply:
            cursors = cursors_ahead(content, asked.cursors)
            if cursors is not None:
                self.ahead(asking("POST", "/v1/sync/pull", replace(asked, cursors=cursors)))
            return read_page(content)

        return read

    def check_progress(self, cursors: dict[str, int], reply: PullReply) -> None:
        for page in reply.scopes:
            if page.reset:
                self.resets[page.scope] = self.resets.get(page.scope, 0) + 1
                if self.resets[page.scope] > MOST_RESETS:
                    raise RefusedError(Problem("reset-loop", Retry.LATER, 500))
        moved = any(page.reset or page.next != cursors.get(page.scope, -1) for page in reply.scopes)
        if not moved and not reply.purge:
            raise RefusedError(Problem("no-progress", Retry.LATER, 500))

    def verify(self) -> Steps[bool]:
        """Compare digests; tell whether to pull again."""
        is_again = False
        for digest in self.store.digests(self.now()):
            try:
                reply = yield from self.ask_for(VerifyReply, "POST", "/v1/sync/verify", digest)
            except RefusedError as error:
                if error.problem.status in {400, 403, 404}:  # lost meanwhile: the next pull purges it
                    continue
                raise
            self.meet(reply.epoch)
            is_again = self.judge(digest, reply.verdict) or is_again
        return is_again

    def judge(self, digest: Verify, verdict: Verdict) -> bool:
        if verdict is Verdict.MATCH:
            self.store.confirm_scope(digest, self.now())
            return False
        if verdict is Verdict.MOVED:
            return True
        self.note("digest-mismatch")
        self.resets[digest.scope] = self.resets.get(digest.scope, 0) + 1
        if self.resets[digest.scope] >= MOST_RESETS:
            self.store.doubt_scope(digest.scope, self.now())
            return False
        self.store.reset_scope(digest.scope)
        return True


def _document(problem: Problem) -> dict[str, object]:
    return {
        "type": f"/problems/{problem.code}",
        "status": problem.status,
        "retry": problem.retry.value,
        **problem.facts,
    }


def _offset_s(sent: Reading, got: Reading, server_time: datetime) -> float | None:
    """How far the server's clock is ahead of ours, or None after a slow answer (the middle would be a guess)."""
    took_ms = got.boottime_ms - sent.boottime_ms
    if sent.boot != got.boot or not 0 <= took_ms <= SLOWEST_CLOCK_ANSWER_MS:
        return None
    return (server_time - (got.wall - timedelta(milliseconds=took_ms / 2))).total_seconds()


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in text.split("."))
