"""What a sync session hands to the shell that carries it, and what comes back: no HTTP library, no sockets."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from shared.errors import OfflineError, Retry, StoreError


@dataclass(frozen=True, slots=True)
class FileSlice:
    """A part of a local file to send as a body: ``length`` bytes from ``offset``."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``path`` begins at the server's root; the shell adds address, token and ``Sync-Protocol``.

    ``is_brief``: its answer is so short that packing it is not worth offering.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | FileSlice = b""
    is_brief: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """One answer with its body complete and decoded from gzip; the names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


Answer = Response | OfflineError | StoreError
"""OfflineError: no answer of ours arrived. StoreError: the local file of a FileSlice cannot be read."""


def stranger(status: int) -> str:
    """Return the ``reason`` of an answer without a word of ours: a proxy's whose server is away, or a captive portal's."""
    return "gateway" if status in {500, 502, 503, 504} else "portal"


class Outcome(Enum):
    """How a session ended."""

    DONE = "done"
    OFFLINE = "offline"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a session did. ``code`` and ``retry`` say why it stopped, if it did; ``notes`` what else a person should know:
    ``upgrade``, ``upgrade-to-pull``, ``deletions-held``, ``digest-mismatch``, ``photo-damaged``.
    """

    outcome: Outcome
    code: str = ""
    retry: Retry | None = None
    retry_after_s: int = 0
    pushed: int = 0
    parked: int = 0
    pulled: int = 0
    photos_sent: int = 0
    bytes_sent: int = 0
    requests: int = 0
    notes: tuple[str, ...] = ()


Session = Generator[Request, Answer, SyncReport]
"""Ask with ``next`` and ``send``; the value at the end is the report. May be dropped at any point."""
