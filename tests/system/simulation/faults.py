"""What a network and a process may do to a request, drawn per endpoint so that no kind of request eats another's faults."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from enum import Enum


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


class Endpoint(Enum):
    """The endpoints that have a queue of faults of their own."""

    HELLO = "hello"
    PUSH = "push"
    PULL = "pull"
    VERIFY = "verify"
    QUERY = "query"
    HEAD = "head"
    PATCH = "patch"


_PATHS = (
    (re.compile(r"^/v1/sync/hello"), Endpoint.HELLO),
    (re.compile(r"^/v1/sync/push"), Endpoint.PUSH),
    (re.compile(r"^/v1/sync/pull"), Endpoint.PULL),
    (re.compile(r"^/v1/sync/verify"), Endpoint.VERIFY),
    (re.compile(r"^/v1/blobs/query"), Endpoint.QUERY),
)


def endpoint_of(method: str, path: str) -> Endpoint:
    """Name the endpoint that a request goes to."""
    for pattern, endpoint in _PATHS:
        if pattern.match(path):
            return endpoint
    return Endpoint.HEAD if method == "HEAD" else Endpoint.PATCH


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
    """Counts the places where a process may die and dies at the one that was drawn."""

    def __init__(self) -> None:
        self._left: int | None = None
        self.passed = 0

    def arm(self, at: int | None) -> None:
        """Die at the ``at``-th place from now, or never."""
        self._left = at
        self.passed = 0

    def __call__(self, name: str) -> None:
        self.passed += 1
        if self._left is None:
            return
        self._left -= 1
        if self._left < 0:
            self._left = None
            raise Kill(name)
