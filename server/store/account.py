"""Accounts, sessions and failed attempts. Passwords and tokens are never here, only their hashes.

A session token is 256 random bits; its SHA-256 is stored (a fast hash will do: there is nothing to guess).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from server.store.tx import Tx
from server.store.viewer import Viewer, viewer_of
from server.tables import account, login_attempt, password_link, person, session
from shared.errors import MalformedError, UnknownRecordError
from shared.ids import PersonId, SiteId
from shared.model.place import Person, Role

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


def has_accounts(tx: Tx) -> bool:
    """Tell whether anybody can sign in at all."""
    return tx.scalar(select(account.c.login).limit(1)) is not None


def accounts(tx: Tx) -> list[Account]:
    """List all accounts by login name."""
    return _accounts(tx, "")


def accounts_of(tx: Tx, people: Collection[PersonId]) -> dict[PersonId, Account]:
    """Return the accounts of people that may sign in, by person."""
    found = [one for one in _accounts(tx, "", people) if not one.is_disabled]
    return {one.person: one for one in found}


def set_password(tx: Tx, login: str, password_hash: str) -> None:
    """Replace a password; all sessions of the account end, and a link that waits is void.

    Raises:
        UnknownRecordError: there is no such account.
    """
    _change(tx, login, password_hash=password_hash)
    end_sessions(tx, login)
    _void_link(tx, login)


def set_disabled(tx: Tx, login: str, *, is_disabled: bool) -> None:
    """Disable an account, which ends its sessions and a link that waits, or enable it again.

    Raises:
        UnknownRecordError: there is no such account.
    """
    _change(tx, login, is_disabled=is_disabled)
    if is_disabled:
        end_sessions(tx, login)
        _void_link(tx, login)


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


def _accounts(tx: Tx, login: str, people: Collection[PersonId] | None = None) -> list[Account]:
    query = select(account, person.c.name).outerjoin(person, person.c.id == account.c.person).order_by(account.c.login)
    if people is not None:
        query = query.where(account.c.person.in_(people))
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


# ---- links that set a password, and what the pages about accounts show

LINK_LIFE = timedelta(hours=72)


def _void_link(tx: Tx, login: str) -> None:
    tx.execute(password_link.delete().where(password_link.c.login == login))


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which somebody is signed in. ``mark`` names it on pages: the beginning of its token's hash."""

    mark: str
    agent: str
    address: str
    created_at: datetime
    used_at: datetime
    is_own: bool


def account_of(tx: Tx, who: PersonId) -> Account | None:
    """Return a person's account, if there is one."""
    login = tx.scalar(select(account.c.login).where(account.c.person == who))
    return find_account(tx, login) if login else None


def make_link(tx: Tx, login: str, by: PersonId) -> str:
    """Make the one link by which an account's password is set within three days; returns its token, shown once.

    Until then the account has no password that would do, and all its sessions end. The link is void before if another is
    made, the password is set in another way, the account is disabled or its person gets a role at another site.
    """
    set_password(tx, login, "")
    token = secrets.token_urlsafe(24)
    row = {"token_sha256": hash_token(token), "login": login, "created_by": by, "created_at": tx.now}
    tx.execute(password_link.insert().values(expires_at=tx.now + LINK_LIFE, **row))
    return token


def link_account(tx: Tx, token: str) -> Account | None:
    """Return the account whose password a link sets; nothing if it is used, over or unknown."""
    good = (password_link.c.token_sha256 == hash_token(token)) & (password_link.c.expires_at > tx.now)
    login = tx.scalar(select(password_link.c.login).where(good)) if token else None
    found = find_account(tx, login) if login else None
    return found if found and not found.is_disabled else None


def link_until(tx: Tx, login: str) -> datetime | None:
    """Return until when a link waits to be used."""
    query = select(password_link.c.expires_at).where(
        password_link.c.login == login, password_link.c.expires_at > tx.now
    )
    found: datetime | None = tx.scalar(query)
    return found


def use_link(tx: Tx, token: str, password_hash: str) -> Account:
    """Set the password of a link's account; the link is used up.

    Raises:
        UnknownRecordError: the link is used, over or unknown.
    """
    found = link_account(tx, token)
    if found is None:
        raise UnknownRecordError(kind="link", id="")
    set_password(tx, found.login, password_hash)
    forget_attempts(tx, f"login:{found.login}")
    return found


def set_language(tx: Tx, login: str, language: str) -> None:
    """Remember the language that somebody reads; empty: that of the browser."""
    _change(tx, login, language=language)


def open_sessions(tx: Tx, login: str, own_token: str = "") -> list[OpenSession]:
    """List an account's sessions, the last used first."""
    own = hash_token(own_token)
    live = (session.c.login == login) & (session.c.expires_at > tx.now) & (session.c.used_at > tx.now - SESSION_IDLE)
    return [
        OpenSession(
            mark=row.token_sha256[:16],
            agent=row.agent,
            address=row.address,
            created_at=row.created_at,
            used_at=row.used_at,
            is_own=row.token_sha256 == own,
        )
        for row in tx.rows(select(session).where(live).order_by(session.c.used_at.desc()))
    ]


def revoke_session(tx: Tx, login: str, mark: str) -> bool:
    """End the session of an account that pages name by ``mark``; tells whether there was one."""
    mine = (session.c.login == login) & session.c.token_sha256.startswith(mark, autoescape=True)
    is_ended = len(mark) == 16 and tx.execute(session.delete().where(mine)).rowcount > 0
    tx.touch("session", mark)
    return is_ended


def revoke_other_sessions(tx: Tx, login: str, own_token: str) -> int:
    """End all sessions of an account but the one with this token; returns how many."""
    others = (session.c.login == login) & (session.c.token_sha256 != hash_token(own_token))
    return tx.execute(session.delete().where(others)).rowcount


def locked_until(tx: Tx, login: str) -> datetime | None:
    """Return until when an account takes no password, after too many wrong ones; nothing if it does."""
    recent = (login_attempt.c.subject == f"login:{login}"[:100]) & (login_attempt.c.at > tx.now - ATTEMPT_WINDOW)
    query = select(login_attempt.c.at).where(recent).order_by(login_attempt.c.at.desc()).limit(ATTEMPTS)
    times = tx.scalars(query)
    return times[-1] + ATTEMPT_WINDOW if len(times) >= ATTEMPTS else None


def is_last_administrator(tx: Tx, who: PersonId, at: SiteId) -> bool:
    """Tell whether nobody else who can sign in is an administrator of a site."""
    active = (account.c.is_disabled.is_(False)) & (account.c.person != who) & (account.c.password_hash != "")
    others = tx.scalars(select(account.c.person).where(active))
    tx.prefetch("person", others)
    holds = (viewer_of(tx, PersonId(one)) for one in others)
    return not any(one is not None and Role.ADMINISTRATOR in one.roles_at(at) for one in holds)
