"""What a network and a process may do to a request, drawn per endpoint so that no kind of request eats another's faults."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from enum import Enum

from shared.errors import DiskFullError, RoundsError


class Fault(Enum):
    """One fate of one request."""

    NONE = "none"
    REQUEST_LOST = "request lost"
    RESPONSE_LOST = "response lost after commit"
    TWICE = "delivered twice"
    LATER = "delivered later by a zombie, answer lost"
    FAILED = "500"
    BUSY = "429"
    PORTAL = "captive portal, 200 HTML"
    TRUNCATED = "answer cut in half"
    SERVER_DIES_FIRST = "server dies before its first commit"
    SERVER_DIES_AFTER = "server dies after its first commit"
    SERVER_DIES_LATER = "server dies before its second commit"
    SERVER_FULL = "server's disk is full"


DEATHS = {Fault.SERVER_DIES_FIRST: 0, Fault.SERVER_DIES_AFTER: 1, Fault.SERVER_DIES_LATER: 2}
"""How many fail points the server passes before it dies."""


class Endpoint(Enum):
    """The endpoints that have a queue of faults of their own."""

    HELLO = "hello"
    PUSH = "push"
    PULL = "pull"
    VERIFY = "verify"
    QUERY = "query"
    PATCH = "patch"


_PATHS = (
    (re.compile(r"^/v1/sync/hello"), Endpoint.HELLO),
    (re.compile(r"^/v1/sync/push"), Endpoint.PUSH),
    (re.compile(r"^/v1/sync/pull"), Endpoint.PULL),
    (re.compile(r"^/v1/sync/verify"), Endpoint.VERIFY),
    (re.compile(r"^/v1/blobs/query"), Endpoint.QUERY),
)


def endpoint_of(path: str) -> Endpoint:
    """Name the endpoint that a request goes to."""
    return next((endpoint for pattern, endpoint in _PATHS if pattern.match(path)), Endpoint.PATCH)


class Faults:
    """A queue of faults for each endpoint; an empty queue means that all is well."""

    def __init__(self, drawn: Iterable[tuple[Endpoint, Fault]] = ()) -> None:
        self._queues: dict[Endpoint, deque[Fault]] = defaultdict(deque)
        for endpoint, fault in drawn:
            self._queues[endpoint].append(fault)

    def next(self, endpoint: Endpoint) -> Fault:
        """Take the next fault of an endpoint."""
        queue = self._queues[endpoint]
        return queue.popleft() if queue else Fault.NONE


class Kill(BaseException):
    """The process dies here; nothing below may catch it."""


class FailPoint:
    """Counts the places where a process may die, or find its disk full, and does so at the one that was drawn."""

    def __init__(self, full: type[RoundsError] = DiskFullError) -> None:
        self.full = full
        self.disarm()

    def disarm(self) -> None:
        """Let everything go well from now on."""
        self._until_death: int | None = None
        self._until_full: int | None = None

    def arm(self, at: int | None) -> None:
        """Die at the ``at``-th place from now, counted from 0, or never."""
        self._until_death = at

    def fill(self, at: int) -> None:
        """Find the disk full at the ``at``-th commit from now and at all that follow."""
        self._until_full = at

    def __call__(self, name: str) -> None:
        if self._until_full is not None and name == "before commit":
            self._until_full -= 1
            if self._until_full < 0:
                raise self.full
        if self._until_death is not None:
            self._until_death -= 1
            if self._until_death < 0:
                self._until_death = None
                raise Kill(name)
