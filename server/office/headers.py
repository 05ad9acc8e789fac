"""Security headers of every answer: only our own scripts, styles and frames; nothing is sniffed or told to others."""

from __future__ import annotations

from typing import Final

from flask import Response, request

# No inline script or style anywhere; data: is Tabler's own small drawings, blob: a photo before it is sent.
CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def harden(answer: Response) -> Response:
    """Add the headers; pages are not kept by caches, static files are."""
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("Referrer-Policy", "same-origin")
    if answer.mimetype == "text/html":
        answer.headers["Content-Security-Policy"] = CONTENT_POLICY
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    if request.is_secure:
        answer.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return answer
