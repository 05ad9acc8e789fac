"""What happens around a page that needs no account: the address of a token is the key, no cookie is read or written.

The token in the address is what an act is authorised by; another site's page that does not know it can do nothing, and
a form that a browser sends from another site is refused all the same. The address is told to nobody: ``Referrer-Policy:
same-origin``, no foreign link, no search engine, no cache.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode, urlsplit

from flask import Response, g, request
from werkzeug.exceptions import Forbidden, HTTPException, TooManyRequests

from server.office.errors import TOLD, log, status_of
from server.office.gate import Limit
from server.office.headers import harden
from server.office.page import SAFE, show
from server.office.parts import office

PER_ADDRESS: Final = Limit(300)
"""Requests a minute of one network address: a page with photos is some dozen, and a unit's phones share one address."""
OWN_WORDS: Final = frozenset({403, 404, 429})
"""Errors that read otherwise to somebody who has neither an account nor a role."""


def begin_public() -> None:
    """Refuse a form of another site and an address that comes too often.

    Raises:
        Forbidden: the form was sent by another site's page.
        TooManyRequests: with the seconds to wait.
    """
    g.is_public = True
    if request.method not in SAFE:
        _check_sender()
    slow_down(f"address:{request.remote_addr or ''}", PER_ADDRESS)


def slow_down(subject: str, limit: Limit) -> None:
    """Count one request about ``subject``.

    Raises:
        TooManyRequests: there were too many of late; with the seconds to wait.
    """
    wait_s = office().gate.wait_s(subject, limit, office().store.now())
    if wait_s:
        raise TooManyRequests(retry_after=wait_s)


def harden_public(answer: Response) -> Response:
    """Add the headers of every page, and keep search engines away."""
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return harden(answer)


def answer_public(error: Exception) -> Response:
    """Write the page for ``error`` as somebody without an account reads it."""
    g.is_public = True
    status = status_of(error)
    if status >= 500 and not isinstance(error, HTTPException):
        log.error("public page failed", exc_info=error, extra={"endpoint": request.endpoint})
    if isinstance(error, HTTPException) and status < 400:
        return Response(error.get_response().get_data(), status, list(error.get_headers()))
    wait_s = error.retry_after if isinstance(error, TooManyRequests) and isinstance(error.retry_after, int) else 0
    told = status if status in TOLD or status == 429 else (400 if status < 500 else 500)
    key = f"public_{told}" if told in OWN_WORDS else f"error_{told}"
    facts = {"code": status, "key": key, "wait_s": wait_s, "minutes": -(-wait_s // 60)}
    answer = show("layout/public_error.html", status, **facts)
    if wait_s:
        answer.headers["Retry-After"] = str(wait_s)
    return harden_public(answer)


def public_link(path: str = "", **query: str) -> str:
    """Return the address of a public page in the language that is read; ``lang`` in ``query`` chooses another."""
    asked = {"lang": request.args.get("lang", ""), **query}
    kept = {name: value for name, value in asked.items() if value and (name, value) != ("lang", "zh")}
    return f"{path or request.path}?{urlencode(kept)}" if kept else path or request.path


def _check_sender() -> None:
    """Refuse what another site sends; a browser that names no sender at all (some in-app ones) is let through."""
    sent = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = urlsplit(sent)
    ours = {urlsplit(address)[:2] for address in (request.host_url, office().config.public_url) if address}
    is_foreign = bool(sent) and (parts.scheme, parts.netloc) not in ours
    if is_foreign or request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        raise Forbidden("origin")
