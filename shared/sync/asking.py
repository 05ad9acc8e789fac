"""One question of a session to the server: is the answer ours, is it a problem, is it from the epoch that we know."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from shared.clock import Clock
from shared.errors import MalformedError, OfflineError
from shared.ids import Epoch
from shared.sync.messages import Push
from shared.sync.ports import TabletStore
from shared.sync.problem import Problem, read_problem
from shared.sync.request import Answer, Outcome, Request, Response, SyncReport, stranger
from shared.wire import decode, dumps, encode, loads

T = TypeVar("T")
Steps = Generator[Request, Answer, T]
"""A part of a session that comes to a T."""


class EpochChangedError(Exception):
    """An answer came from another generation of the server; the session begins again."""


class RefusedError(Exception):
    """The server answered with a problem that this step cannot deal with."""

    def __init__(self, problem: Problem, retry_after_s: int = 0) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.retry_after_s = retry_after_s

    @property
    def is_fault(self) -> bool:
        """Tell whether the server failed, rather than said no, asked for patience or ran out of space."""
        return self.problem.status >= 500 and self.problem.status not in {503, 507}


class Asking:
    """What every part of a session shares: its store and clock, and the report so far."""

    def __init__(self, store: TabletStore, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.report = SyncReport(Outcome.DONE)
        self.server_time: datetime | None = None

    def now(self) -> datetime:
        """Read this tablet's wall clock."""
        return self.clock.read().wall

    def note(self, word: str) -> None:
        """Add a word to the report, once."""
        if word not in self.report.notes:
            self.report = replace(self.report, notes=(*self.report.notes, word))

    def ask(self, request: Request) -> Steps[Response]:
        """Send one request; return its answer if it is one of ours and not a problem.

        Raises:
            OfflineError: nothing came, or something that is not our server's.
            StoreError: the local file of the body cannot be read.
            RefusedError: the server answered with a problem.
        """
        self.report = replace(self.report, requests=self.report.requests + 1)
        answer = yield request
        if not isinstance(answer, Response):
            raise answer
        if "sync-protocol" not in answer.headers:
            raise OfflineError(reason=stranger(answer.status), status=answer.status)
        if not 200 <= answer.status < 300:
            raise RefusedError(_problem(answer), _retry_after_s(answer))
        return answer

    def ask_for(self, cls: type[T], method: str, path: str, message: object = None) -> Steps[T]:
        """Send one message; return the decoded reply. An answer cut short counts as no answer.

        Raises:
            OfflineError: nothing came, or not the whole of it.
            RefusedError: the server answered with a problem.
        """
        return (yield from self.ask_and_read(lambda body: decode(cls, loads(body)), asking(method, path, message)))

    def ask_and_read(self, read: Callable[[bytes], T], request: Request) -> Steps[T]:
        """Send one request and read its answer as ``read`` does, which raises MalformedError if it is not whole.

        Raises:
            OfflineError, RefusedError: as ``ask_for``.
        """
        answer = yield from self.ask(request)
        try:
            return read(answer.body)
        except MalformedError as error:
            raise OfflineError(reason="cut", status=answer.status) from error

    def meet(self, epoch: Epoch) -> None:
        """Check the epoch of an answer.

        Raises:
            EpochChangedError: it is not the one that this tablet knows; everything was made ready to begin again.
        """
        if epoch != self.store.memory().epoch:
            self.store.change_epoch(epoch)
            raise EpochChangedError


def asking(method: str, path: str, message: object = None) -> Request:
    """Write the request that sends a message."""
    if message is None:
        return Request(method, path)
    is_brief = isinstance(message, Push) and message.brief and len(message.ops) == 1
    body = dumps(encode(message)).encode()
    return Request(method, path, {"content-type": "application/json"}, body, is_brief=is_brief)


def _problem(answer: Response) -> Problem:
    try:
        return read_problem(answer.status, loads(answer.body))
    except MalformedError:
        return read_problem(answer.status, None)


def _retry_after_s(answer: Response) -> int:
    given = answer.headers.get("retry-after", "")
    return min(int(given), 86_400) if given.isascii() and given.isdigit() else 0
