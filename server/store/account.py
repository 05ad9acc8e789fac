"""Accounts, sessions and failed attempts. Passwords and tokens are never here, only their hashes.

A session token is 256 random bits; its SHA-256 is stored (a fast hash will do: there is nothing to guess).
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from server.store.tx import Tx
from server.store.viewer import Viewer, viewer_of
from server.tables import account, login_attempt, person, session
from shared.errors import MalformedError, UnknownRecordError
from shared.ids import PersonId
from shared.model.place import Person

SESSION_LIFE = timedelta(days=14)
SESSION_IDLE = timedelta(hours=12)
ATTEMPTS = 8
ATTEMPT_WINDOW = timedelta(minutes=15)
_TOUCH_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Account:
    """A way to sign in to the office: a login name for one person."""

    login: str
    person: PersonId
    person_name: str
    password_hash: str
    is_disabled: bool
    language: str
    created_at: datetime
    last_seen_at: datetime | None


def hash_token(token: str) -> str:
    """Return what is stored instead of a random token."""
    return hashlib.sha256(token.encode()).hexdigest()


def add_account(tx: Tx, login: str, who: PersonId, password_hash: str) -> None:
    """Give a person an account.

    Raises:
        UnknownRecordError: there is no such person.
        MalformedError: the login name is not 2 to 64 characters without spaces, or it or the person has an account.
    """
    tx.get(Person, who)
    if not 2 <= len(login) <= 64 or any(letter.isspace() or not letter.isprintable() for letter in login):
        raise MalformedError(detail="2 to 64 characters without spaces", path="login")
    taken = select(account.c.login).where((account.c.login == login) | (account.c.person == who))
    if tx.scalar(taken) is not None:
        raise MalformedError(detail="this name or this person has an account", path="login")
    row = {"login": login, "person": who, "password_hash": password_hash, "is_disabled": False, "created_at": tx.now}
    tx.execute(account.insert().values(language="", **row))
    tx.touch("account", login)


def find_account(tx: Tx, login: str) -> Account | None:
    """Look an account up by its login name."""
    return next(iter(_accounts(tx, login)), None)


def accounts(tx: Tx) -> list[Account]:
    """List all accounts by login name."""
    return _accounts(tx, "")


def set_password(tx: Tx, login: str, password_hash: str) -> None:
    """Replace a password; all sessions of the account end.

    Raises:
        UnknownRecordError: there is no such account.
    """
    _change(tx, login, password_hash=password_hash)
    end_sessions(tx, login)


def set_disabled(tx: Tx, login: str, *, is_disabled: bool) -> None:
    """Disable an account, which ends its sessions, or enable it again.

    Raises:
        UnknownRecordError: there is no such account.
    """
    _change(tx, login, is_disabled=is_disabled)
    if is_disabled:
        end_sessions(tx, login)


def open_session(tx: Tx, login: str, agent: str, address: str = "") -> str:
    """Begin a session and return its token, which is shown to nobody but the browser."""
    token = secrets.token_urlsafe(32)
    tx.execute(
        session.insert().values(
            token_sha256=hash_token(token),
            login=login,
            created_at=tx.now,
            used_at=tx.now,
            expires_at=tx.now + SESSION_LIFE,
            agent=agent[:200],
            address=address[:60],
        )
    )
    _change(tx, login, last_seen_at=tx.now)
    return token


def session_viewer(tx: Tx, token: str) -> Viewer | None:
    """Return who holds this session token, if it is still good and the account and person are active."""
    query = (
        select(session.c.used_at, session.c.expires_at, account.c.person)
        .join(account, account.c.login == session.c.login)
        .where(session.c.token_sha256 == hash_token(token), account.c.is_disabled.is_(False))
    )
    row = tx.row(query) if token else None
    if row is None or row.expires_at <= tx.now or row.used_at + SESSION_IDLE <= tx.now:
        return None
    return viewer_of(tx, row.person)


def session_needs_touch(tx: Tx, token: str) -> bool:
    """Tell whether ``touch_session`` is due: every five minutes, so that reading pages seldom writes."""
    used_at: datetime | None = tx.scalar(select(session.c.used_at).where(session.c.token_sha256 == hash_token(token)))
    return used_at is not None and used_at + _TOUCH_EVERY <= tx.now


def touch_session(tx: Tx, token: str) -> None:
    """Remember that a session is in use."""
    tx.execute(session.update().where(session.c.token_sha256 == hash_token(token)).values(used_at=tx.now))


def end_session(tx: Tx, token: str) -> None:
    """End one session."""
    tx.execute(session.delete().where(session.c.token_sha256 == hash_token(token)))


def end_sessions(tx: Tx, login: str) -> None:
    """End all sessions of an account."""
    tx.execute(session.delete().where(session.c.login == login))


def note_attempt(tx: Tx, subject: str) -> None:
    """Remember a failed attempt; ``subject`` is what it was about, such as ``login:wang`` or ``code:127.0.0.1``."""
    tx.execute(login_attempt.insert().values(subject=subject[:100], at=tx.now))


def is_throttled(tx: Tx, subject: str) -> bool:
    """Tell whether ``subject`` has failed too often lately: eight times in a quarter of an hour."""
    recent = (login_attempt.c.subject == subject[:100]) & (login_attempt.c.at > tx.now - ATTEMPT_WINDOW)
    return tx.count(select(login_attempt.c.id).where(recent)) >= ATTEMPTS


def forget_attempts(tx: Tx, subject: str) -> None:
    """Begin to count anew, after a success."""
    tx.execute(login_attempt.delete().where(login_attempt.c.subject == subject[:100]))


def sweep_sessions(tx: Tx) -> int:
    """Delete sessions and attempts that are over; returns how many sessions went."""
    tx.execute(login_attempt.delete().where(login_attempt.c.at <= tx.now - ATTEMPT_WINDOW))
    over = (session.c.expires_at <= tx.now) | (session.c.used_at <= tx.now - SESSION_IDLE)
    return tx.execute(session.delete().where(over)).rowcount


def _accounts(tx: Tx, login: str) -> list[Account]:
    query = select(account, person.c.name).outerjoin(person, person.c.id == account.c.person).order_by(account.c.login)
    rows = tx.rows(query.where(account.c.login == login) if login else query)
    return [
        Account(
            login=row.login,
            person=PersonId(row.person),
            person_name=row.name or "",
            password_hash=row.password_hash,
            is_disabled=row.is_disabled,
            language=row.language,
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
        )
        for row in rows
    ]


def _change(tx: Tx, login: str, **values: object) -> None:
    if not tx.execute(account.update().where(account.c.login == login).values(**values)).rowcount:
        raise UnknownRecordError(kind="account", id=login)
    tx.touch("account", login)
