"""HTTP by requests: carries one request of a sync session, or says why no answer of ours came.

- Bodies are file-like, always: with bytes the connect time-out would bound the sending too (urllib3#857).
- Nothing is retried here: the outbox is what retries. Redirects are not followed: they come from portals.
- requests is imported on first use: start-up stays light.
"""

from __future__ import annotations

import gzip
import io
import ipaddress
import threading
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from shared.errors import OfflineError, StoreError
from shared.sync.request import FileSlice, Request, Response, stranger
from shared.wire import PROTOCOL

if TYPE_CHECKING:
    import requests

TIMEOUT_S = (30.0, 60.0)
"""To connect and send a piece, and to wait for a piece of the answer."""
SMALLEST_GZIP_BYTES = 1_024
GZIP_LEVEL = 9
"""Costs a tablet some milliseconds more a batch than 6 and saves a weak link two bytes in a hundred."""
PIECE_BYTES = 16 << 10
_NONE = "@@@SKIP_HEADER@@@"
"""urllib3's word for a header that it is not to add by itself (``urllib3.util.SKIP_HEADER``)."""
ANSWER_PIECE_BYTES = 1 << 20
LARGEST_ANSWER_BYTES = 64 << 20


class HttpTransport:
    """Carries requests to one server with one token, for one thread at a time; each thread has its own connections.

    ``trusted`` is a file of certificates to trust instead of those that are trusted anyway.
    """

    def __init__(
        self, server_url: str, token: str = "", timeout_s: tuple[float, float] = TIMEOUT_S, trusted: str = ""
    ) -> None:
        self.server_url = normal_url(server_url)
        self.timeout_s = timeout_s
        self._token = token
        self._trusted = trusted
        self._threads = threading.local()
        self._ahead: deque[_Ahead] = deque()

    def carry(self, request: Request) -> Response:
        """Send a request and read the whole answer; one that is on its way already is waited for.

        Raises:
            OfflineError: fact ``reason`` is unreachable, timeout, cut, tls or portal (an answer that is not ours).
            StoreError: the local file of the body is gone or too short.
        """
        if self._ahead and self._ahead[0].request == request:
            return self._awaited(self._ahead.popleft())
        self._ahead.clear()  # their connections are in use until the answers that nobody wants have come
        session = self._session()
        try:
            return self._carry(request, session)
        finally:
            self._idle().append(session)

    def ahead(self, request: Request) -> None:
        """Send a request that ``carry`` will probably be asked for soon and that may come twice without harm.

        Several are expected in the order in which they were said; once ``carry`` is asked for anything else, their answers
        are forgotten. Each travels on a connection that lies idle meanwhile, or on a new one.
        """
        session = self._session()
        self._ahead.append(_Ahead(request, session, lambda: self._carry(request, session)))

    def _awaited(self, under_way: _Ahead) -> Response:
        try:
            return under_way.answer()
        finally:
            self._idle().append(under_way.session)

    def _carry(self, request: Request, session: requests.Session) -> Response:
        import requests
        from urllib3.exceptions import HTTPError, ReadTimeoutError

        body, headers = self._body(request)
        try:
            with (
                body,
                session.request(
                    request.method,
                    self.server_url + request.path,
                    data=body if has_content(request) else None,  # an empty file-like body would go out chunked
                    headers=headers,
                    timeout=self.timeout_s,
                    allow_redirects=False,
                    stream=True,
                ) as answer,
            ):
                return _read(answer)
        except requests.exceptions.SSLError as error:
            raise OfflineError(reason="tls", detail=str(error)) from error
        except requests.exceptions.ConnectTimeout as error:
            raise OfflineError(reason="unreachable") from error
        except requests.exceptions.Timeout as error:
            raise OfflineError(reason="timeout") from error
        except requests.exceptions.ConnectionError as error:
            raise OfflineError(reason="unreachable" if _never_connected(error) else "cut") from error
        except ReadTimeoutError as error:
            raise OfflineError(reason="timeout") from error
        except (requests.exceptions.RequestException, HTTPError, OSError) as error:
            raise OfflineError(reason="cut", detail=str(error)) from error

    def close(self) -> None:
        """Close this thread's connections."""
        self._ahead.clear()
        idle = self._idle()
        while idle:
            idle.pop().close()

    def _idle(self) -> list[requests.Session]:
        """Return this thread's sessions that no request is using."""
        found: list[requests.Session] | None = getattr(self._threads, "idle", None)
        if found is None:
            found = self._threads.idle = []
        return found

    def _session(self) -> requests.Session:
        idle = self._idle()
        if idle:
            return idle.pop()
        import requests

        session = requests.Session()
        session.trust_env = False  # a .netrc would replace our token, a proxy variable our address
        session.verify = self._trusted or True
        session.headers.clear()  # nobody reads them, and every request would carry them
        return session

    def _body(self, request: Request) -> tuple[io.BytesIO | SlicedFile, dict[str, str]]:
        headers = {**request.headers, "Sync-Protocol": str(PROTOCOL), "User-Agent": _NONE}
        headers["Accept-Encoding"] = _NONE if request.is_brief else "gzip"
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if isinstance(request.body, FileSlice):
            return SlicedFile(request.body), headers
        content = request.body
        if len(content) >= SMALLEST_GZIP_BYTES:
            content = gzip.compress(content, compresslevel=GZIP_LEVEL, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return io.BytesIO(content), headers


class _Ahead:
    """One request under way on a thread of its own."""

    def __init__(self, request: Request, session: requests.Session, carry: Callable[[], Response]) -> None:
        self.request = request
        self.session = session
        self._carry = carry
        self._answer: Response | BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="sync-ahead", daemon=True)
        self._thread.start()

    def answer(self) -> Response:
        """Wait for the answer; raises what ``carry`` raised."""
        self._thread.join()
        if isinstance(self._answer, Response):
            return self._answer
        raise self._answer or OfflineError(reason="cut")

    def _run(self) -> None:
        try:
            self._answer = self._carry()
        except (OfflineError, StoreError) as error:
            self._answer = error


class SlicedFile:
    """A part of a file as a body with a known length. It has no ``tell``: requests would take that for the length.

    Raises:
        StoreError: the file is gone or too short.
    """

    def __init__(self, part: FileSlice) -> None:
        path = Path(part.path)
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise StoreError(detail=f"{path.name} cannot be read") from error
        if path.stat().st_size < part.offset + part.length:
            self._file.close()
            raise StoreError(detail=f"{path.name} is too short")
        self._file.seek(part.offset)
        self._left = part.length

    def __len__(self) -> int:
        return self._left

    def __iter__(self) -> Iterator[bytes]:
        while piece := self.read(PIECE_BYTES):
            yield piece

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int = -1) -> bytes:
        """Read up to ``size`` bytes of the part."""
        found = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(found)
        return found


def has_content(request: Request) -> bool:
    """Tell whether a request has a body of at least one byte."""
    return request.body.length > 0 if isinstance(request.body, FileSlice) else bool(request.body)


def normal_url(text: str) -> str:
    """Complete an address as a person types it: no slash at the end; http on the estate's own network, else https."""
    url = text.strip().rstrip("/")
    if "://" not in url:
        url = f"{'http' if _is_near(urlsplit(f'//{url}').hostname or '') else 'https'}://{url}"
    return url


def _is_near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan"))


def _read(answer: requests.Response) -> Response:
    """Read an answer in few pieces and unpack it at once: while zlib works, another thread of ours goes on."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if "sync-protocol" not in headers:
        raise OfflineError(reason=stranger(answer.status_code), status=answer.status_code)
    content = bytearray()
    while piece := answer.raw.read(ANSWER_PIECE_BYTES, decode_content=False):
        content += piece
        if len(content) > LARGEST_ANSWER_BYTES:
            raise OfflineError(reason="cut", detail="the answer is too large")
    is_packed = headers.get("content-encoding", "").strip().lower() == "gzip" and bool(content)
    return Response(answer.status_code, headers, _unpacked(content) if is_packed else bytes(content))


def _unpacked(content: bytearray) -> bytes:
    unpacker = zlib.decompressobj(31)
    try:
        plain = unpacker.decompress(content, LARGEST_ANSWER_BYTES + 1)
    except zlib.error as error:
        raise OfflineError(reason="cut", detail="the answer is not gzip") from error
    if not unpacker.eof or len(plain) > LARGEST_ANSWER_BYTES:
        raise OfflineError(reason="cut", detail="the answer is too large or cut short")
    return plain


def _never_connected(error: BaseException) -> bool:
    """Tell whether the server was not reached at all, rather than lost on the way."""
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, NewConnectionError)
