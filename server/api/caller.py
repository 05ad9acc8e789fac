"""Who asks: the tablet that holds a bearer token."""

from __future__ import annotations

from flask import g, request

from server.api.parts import parts
from server.store.device import Visitor, visitor_of
from shared.errors import TokenInvalidError
from shared.sync.ports import Caller

_SCHEME = "bearer "


def caller() -> Caller:
    """Return the tablet that sent this request.

    Raises:
        TokenInvalidError: no token, or one that nobody was given.
        DeviceRevokedError: the office has revoked the tablet.
        UserDisabledError: its person is no longer active.
    """
    token = sent_token()
    if not token:
        raise TokenInvalidError
    with parts().store.glance() as connection:
        found = g.visitor = visitor_of(connection, token)
    return found.caller


def sent_token() -> str:
    """Return the bearer token of this request as it is, empty if there is none."""
    sent = request.headers.get("Authorization", "")
    return sent[len(_SCHEME) :].strip() if sent.lower().startswith(_SCHEME) else ""


def visitor() -> Visitor:
    """Return what was known of the tablet when this request came in; after ``caller`` only."""
    found = g.visitor
    if not isinstance(found, Visitor):
        raise TypeError("this request was not let in")
    return found
