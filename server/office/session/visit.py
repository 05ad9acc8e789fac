"""Who holds this browser's session cookie."""

from __future__ import annotations

from server.store import ServerStore, Viewer
from server.store.account import session_needs_touch, session_viewer, touch_session
from server.store.tx import Tx

SESSION_COOKIE = "session"


def visit(tx: Tx, token: str) -> Viewer | None:
    """Return who is signed in with this token, if anybody is."""
    return session_viewer(tx, token) if token else None


def keep_alive(store: ServerStore, token: str) -> None:
    """Remember every few minutes that a session is in use, so that it ends only when it is left alone."""
    with store.reading() as tx:
        is_due = session_needs_touch(tx, token)
    if is_due:
        with store.writing() as tx:
            touch_session(tx, token)
