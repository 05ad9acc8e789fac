"""A lean HTTP client for the server and its peer alike: one kept connection, bodies made beforehand, nothing parsed."""

from __future__ import annotations

import gzip
import http.client
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

JSON = {"Content-Type": "application/json"}
TIMEOUT_S = 300.0


@dataclass(frozen=True, slots=True)
class Sending:
    """One request to send: headers beside those of the client, and its body."""

    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] | None = None


class Client:
    """One connection that is kept open."""

    def __init__(self, url: str, headers: Mapping[str, str] | None = None) -> None:
        address = urlsplit(url)
        self._connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=TIMEOUT_S)
        self._headers = dict(headers or {})

    def send(self, request: Sending) -> bytes:
        """Send a request and read the whole answer.

        Raises:
            RuntimeError: the answer is no success.
        """
        headers = {**self._headers, **request.headers} if request.headers else self._headers
        self._connection.request(request.method, request.path, request.body or None, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if not 200 <= answer.status < 300:
            raise RuntimeError(f"{request.method} {request.path}: {answer.status} {content[:300]!r}")
        return content

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def send_all(client: Client, requests: Iterable[Sending]) -> tuple[float, list[bytes]]:
    """Send one request after the other; return the seconds that took, and the answers."""
    started = time.perf_counter()
    answers = [client.send(request) for request in requests]
    return time.perf_counter() - started, answers


@dataclass(frozen=True, slots=True)
class Storm:
    """What many clients at once saw: seconds in all, milliseconds of each request, answers, and what went wrong."""

    seconds: float
    took_ms: tuple[float, ...]
    answers: tuple[bytes, ...]
    errors: tuple[str, ...]


def send_at_once(connect: Sequence[Callable[[], Client]], requests: Sequence[Sequence[Sending]]) -> Storm:
    """Let clients that are connected already send their requests at the same moment, each its own in order."""
    took_ms: list[float] = []
    answers: list[bytes] = []
    errors: list[str] = []
    ready = threading.Barrier(len(requests) + 1)

    def run(client: Client, mine: Sequence[Sending]) -> None:
        ready.wait()
        for request in mine:
            began = time.perf_counter()
            try:
                answers.append(client.send(request))
            except (RuntimeError, OSError, http.client.HTTPException) as error:
                errors.append(repr(error))
            took_ms.append((time.perf_counter() - began) * 1000)

    clients = [one() for one in connect]
    threads = [threading.Thread(target=run, args=pair) for pair in zip(clients, requests, strict=True)]
    for thread in threads:
        thread.start()
    ready.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - started
    for client in clients:
        client.close()
    return Storm(seconds, tuple(took_ms), tuple(answers), tuple(errors))


def plain(answer: bytes) -> bytes:
    """Unpack an answer if it is packed."""
    return gzip.decompress(answer) if answer.startswith(b"\x1f\x8b") else answer
