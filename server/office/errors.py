"""What a person reads when a page cannot be shown: what happened, what is safe, what to do next."""

from __future__ import annotations

import logging

from flask import Response, request
from werkzeug.exceptions import HTTPException

from server.office.headers import harden
from server.office.page import show
from shared.errors import RoundsError

log = logging.getLogger(__name__)
TOLD = frozenset({400, 403, 404, 405, 409, 413, 500, 503, 507})


def answer(error: Exception) -> Response:
    """Write the page for ``error``; the third border where every exception ends (architecture §5)."""
    status = status_of(error)
    if status >= 500 and not isinstance(error, RoundsError):
        log.error("page failed", exc_info=error, extra={"path": request.path})
    if isinstance(error, HTTPException) and status < 400:
        return Response(error.get_response().get_data(), status, list(error.get_headers()))
    told = status if status in TOLD else (400 if status < 500 else 500)
    return harden(show("layout/error.html", status, code=status, key=f"error_{told}"))


def status_of(error: Exception) -> int:
    """Return the HTTP status that states the fact."""
    if isinstance(error, RoundsError):
        return error.status if error.status >= 400 else 409
    return (error.code or 500) if isinstance(error, HTTPException) else 500
