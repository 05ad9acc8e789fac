"""Tablets: enrolment by one-time code, bearer tokens, and what each says about itself.

A token is 256 random bits, shown once; its SHA-256 is stored, so that revoking works at once and a stolen database
opens nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from server.codec import read_stored, write_text
from server.store.account import hash_token
from server.store.listing import as_row
from server.store.search import DEVICE, note
from server.store.statement import Statement
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import device, device_person, enrolment_code, person, site
from shared.errors import (
    DeviceRevokedError,
    EnrolmentCodeError,
    TokenInvalidError,
    UnknownRecordError,
    UserDisabledError,
)
from shared.ids import DeviceId, PersonId, SiteId
from shared.model.place import Person, Site
from shared.sync.messages import DeviceHealth
from shared.sync.ports import Caller

ACTIVE, REVOKED = "active", "revoked"
CODE_LIFE = timedelta(minutes=10)
_ONE_MORE = {"visits": device.c.visits + 1}
"""Goes with every ``seen_at``: clocks step back, this number never does (``server.store.generation``)."""
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read for another: no 0/O, 1/I
_CODE_LENGTH = 8
_SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A tablet as the office sees it. ``clock_offset_ms`` > 0: its wall clock is behind the server's."""

    id: DeviceId
    name: str
    site: SiteId
    site_name: str
    person: PersonId
    person_name: str
    is_person_active: bool
    state: str
    app: str
    enrolled_at: datetime
    seen_at: datetime | None
    pushed_at: datetime | None
    pulled_at: datetime | None
    revoked_at: datetime | None
    clock_offset_ms: int | None
    health: DeviceHealth

    @property
    def is_revoked(self) -> bool:
        """Tell whether the office has revoked this tablet."""
        return self.state == REVOKED


@dataclass(frozen=True, slots=True)
class Visitor:
    """The tablet that sent a request, and when it last pulled."""

    caller: Caller
    pulled_at: datetime | None


def make_code(tx: Tx, where: SiteId, who: PersonId, by: str = "") -> str:
    """Make a one-time code that enrols a tablet for a person at a site within ten minutes.

    Eight characters of an alphabet without look-alikes, 40 bits; attempts are throttled.

    Raises:
        UnknownRecordError: no such site or person.
    """
    tx.get(Site, where)
    tx.get(Person, who)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    values = {"code_sha256": hash_token(code), "site": where, "person": who, "created_by": by}
    tx.execute(enrolment_code.insert().values(created_at=tx.now, expires_at=tx.now + CODE_LIFE, **values))
    return code


def tidy_code(text: str) -> str:
    """Read a code as people type it: spaces, dashes and lower case do not matter."""
    return "".join(letter for letter in text.upper() if letter.isalnum())[:64]


def enrol(tx: Tx, code: str, ident: DeviceId, name: str, app: str, token: str = "") -> tuple[str, Person, Site]:
    """Spend a code: (re-)enrol the tablet ``ident`` and return its new token, its person and its site.

    A tablet that is enrolled again keeps its id, so that its unsent work stays its own; older tokens end. As ids are
    no secret, it proves itself by ``token``, its last one, unless it stays with the same person at the same site.
    Within its ten minutes the tablet that spent a code may spend it again: the answer may have been lost.

    Raises:
        EnrolmentCodeError: the code is unknown, spent or too old, or ``ident`` is another tablet.
    """
    spent = (
        enrolment_code.update()
        .where(
            enrolment_code.c.code_sha256 == hash_token(tidy_code(code)),
            or_(enrolment_code.c.used_at.is_(None), enrolment_code.c.used_by == ident),
            enrolment_code.c.expires_at > tx.now,
        )
        .values(used_at=tx.now, used_by=ident)
        .returning(enrolment_code.c.site, enrolment_code.c.person)
    )
    row = tx.execute(spent).one_or_none()
    if row is None:
        raise EnrolmentCodeError
    who, where = tx.find(Person, row.person), tx.find(Site, row.site)
    if who is None or where is None:
        raise EnrolmentCodeError
    if not _may_take(tx, ident, token, where.id, who.id):
        raise EnrolmentCodeError
    new_token = secrets.token_urlsafe(32)
    values: dict[str, object] = {
        "name": name[:100],
        "site": where.id,
        "person": who.id,
        "token_sha256": hash_token(new_token),
        "app": app[:40],
    }
    values |= {"state": ACTIVE, "enrolled_at": tx.now, "seen_at": tx.now, "revoked_at": None}
    new = tx.insert(device).values(id=ident, protocol=1, health="{}", visits=1, **values)
    tx.execute(new.on_conflict_do_update(index_elements=["id"], set_=values | _ONE_MORE))
    held = tx.insert(device_person).values(device=ident, person=who.id, since=tx.now)
    tx.execute(held.on_conflict_do_nothing())
    note(tx, DEVICE, ident, where.id, name[:100], (ident, who.name))
    return new_token, who, where


def _may_take(tx: Tx, ident: DeviceId, token: str, where: SiteId, who: PersonId) -> bool:
    """Tell whether this id is free, or its tablet's own: with it go the rights of everybody who held the tablet."""
    query = select(device.c.token_sha256, device.c.site, device.c.person).where(device.c.id == ident)
    known = tx.execute(query).one_or_none()
    return known is None or known.token_sha256 == hash_token(token) or (known.site, known.person) == (where, who)


def visitor_of(connection: Connection, token: str) -> Visitor:
    """Return the tablet that holds this token, by one query.

    Raises:
        TokenInvalidError: nobody was given this token.
        DeviceRevokedError: the office has revoked the tablet.
        UserDisabledError: its person is no longer active.
    """
    found = _VISITOR.rows(connection, token=hash_token(token)) if token else []
    if not found:
        raise TokenInvalidError
    ident, who, where, state, pulled_at, is_person_active, _ = found[0]
    if state == REVOKED:
        raise DeviceRevokedError
    if not is_person_active:
        raise UserDisabledError
    people = frozenset(PersonId(held) for *_, held in found if held) | {PersonId(who)}
    return Visitor(Caller(DeviceId(ident), PersonId(who), SiteId(where), people), pulled_at)


def held_by(tx: Tx, ident: DeviceId) -> frozenset[PersonId]:
    """Return everybody who ever enrolled this tablet: people whose work may still lie on it."""
    query = select(device_person.c.person).where(device_person.c.device == ident)
    return frozenset(PersonId(name) for name in tx.scalars(query))


def revoke(tx: Tx, ident: DeviceId) -> None:
    """Refuse a tablet from now on.

    Raises:
        UnknownRecordError: there is no such tablet.
    """
    change = device.update().where(device.c.id == ident).values(state=REVOKED, revoked_at=tx.now)
    if not tx.execute(change).rowcount:
        raise UnknownRecordError(kind="device", id=ident)


def note_push(tx: Tx, ident: DeviceId, app: str, health: DeviceHealth, clock_offset_ms: int) -> None:
    """Remember what a tablet said about itself with a push."""
    tx.flush()
    values = {"app": app[:40], "health": write_text(health), "clock_offset_ms": clock_offset_ms}
    _NOTE_PUSH.run(tx.connection, ident=ident, seen_at=tx.now, pushed_at=tx.now, **values)


def note_pull(tx: Tx, ident: DeviceId) -> None:
    """Remember that a tablet pulled; not while a push of it, in another process perhaps, has not ended yet."""
    mine = select(device.c.id).where(device.c.id == ident).with_for_update(skip_locked=True).scalar_subquery()
    tx.execute(device.update().where(device.c.id == mine).values(seen_at=tx.now, pulled_at=tx.now, **_ONE_MORE))


def is_pull_news(visitor: Visitor, now: datetime) -> bool:
    """Tell whether ``note_pull`` is due: once a minute, so that pulling seldom writes."""
    return visitor.pulled_at is None or visitor.pulled_at + _SEEN_EVERY <= now


def devices(tx: Tx, viewer: Viewer, at: SiteId | None = None) -> list[DeviceRow]:
    """List the tablets of the viewer's sites, or of the one ``at``, by name."""
    return _devices(tx, visible(device, viewer, at))


def find_device(tx: Tx, ident: DeviceId) -> DeviceRow:
    """Return one tablet, whoever asks.

    Raises:
        UnknownRecordError: there is none.
    """
    found = _devices(tx, device.c.id == ident)
    if not found:
        raise UnknownRecordError(kind="device", id=ident)
    return found[0]


def device_for(tx: Tx, viewer: Viewer, ident: DeviceId) -> DeviceRow:
    """Return one tablet.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = find_device(tx, ident)
    viewer.check(found.site)
    return found


def device_names(tx: Tx, idents: Collection[DeviceId]) -> dict[DeviceId, str]:
    """Name some tablets, whoever asks."""
    if not idents:
        return {}
    return {
        DeviceId(ident): name
        for ident, name in tx.rows(select(device.c.id, device.c.name).where(device.c.id.in_(idents)))
    }


def index_devices(tx: Tx) -> int:
    """Index all tablets for the search; returns how many there are."""
    found = _devices(tx)
    for one in found:
        note(tx, DEVICE, one.id, one.site, one.name, (one.id, one.person_name))
    return len(found)


def sweep_codes(tx: Tx) -> int:
    """Delete enrolment codes that are a day past their end; returns how many."""
    over = enrolment_code.c.expires_at <= tx.now - timedelta(days=1)
    return tx.execute(enrolment_code.delete().where(over)).rowcount


_IS_ACTIVE = and_(person.c.is_active.is_(True), person.c.is_gone.is_(False)).label("is_person_active")
_VISITOR = Statement(
    lambda _insert: (
        select(
            device.c.id,
            device.c.person,
            device.c.site,
            device.c.state,
            device.c.pulled_at,
            _IS_ACTIVE,
            device_person.c.person.label("held"),
        )
        .outerjoin(person, person.c.id == device.c.person)
        .outerjoin(device_person, device_person.c.device == device.c.id)
        .where(device.c.token_sha256 == bindparam("token"))
    )
)
_SAID = ("app", "health", "clock_offset_ms", "seen_at", "pushed_at")
_NOTE_PUSH = Statement(
    lambda _insert: (
        device.update()
        .where(device.c.id == bindparam("ident"))
        .values({name: bindparam(name) for name in _SAID} | _ONE_MORE)
    )
)


def _devices(tx: Tx, *where: ColumnElement[bool]) -> list[DeviceRow]:
    query = (
        select(device, person.c.name.label("person_name"), _IS_ACTIVE, site.c.name.label("site_name"))
        .outerjoin(person, person.c.id == device.c.person)
        .outerjoin(site, site.c.id == device.c.site)
        .where(*where)
        .order_by(device.c.name, device.c.id)
    )
    return [
        as_row(
            DeviceRow,
            row,
            person_name=row.person_name or "",
            is_person_active=bool(row.is_person_active),
            site_name=row.site_name or "",
            health=read_stored(DeviceHealth, row.health),
        )
        for row in tx.rows(query)
    ]
