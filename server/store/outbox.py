"""Who is told of what: written in the transaction of its cause, sent later by ``server.notify``; nobody is told twice.

An event is told once by its ``key``. Each recipient gets a row of the app, and rows of the channels that the person
chose; groups (a robot of WeCom, DingTalk, Feishu) get one each. A row holds what it is about, never its content: the
words are made when it is read or sent, from what the recipient may see then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, literal_column, or_, select

from server.store.tx import Tx
from server.store.viewer import Viewer, viewer_of
from server.tables import outbox, person, site_role, told, told_channel, told_choice, told_person
from shared import wire
from shared.ids import PersonId, SiteId, UnitId
from shared.model.hazard import Hazard, Notice
from shared.model.inspection import Inspection
from shared.model.place import Person, Role, Site, Unit
from shared.model.plan import Excuse, Rule

APP: Final = "app"
EMAIL: Final = "email"
DIGEST_HOUR: Final = 8
"""When the day's digest is sent, at the site."""


class Kind(Enum):
    """What people are told of; each chooses per kind what also comes by e-mail."""

    NOTICE_ISSUED = "notice_issued"
    NOTICE_RECEIVED = "notice_received"
    NOTICE_REFUSED = "notice_refused"
    NOTICE_WITHDRAWN = "notice_withdrawn"
    MAJOR = "major"
    SUSPECTED_MAJOR = "suspected_major"
    DEADLINE = "deadline"
    REPLIED = "replied"
    REPLY_PARTIAL = "reply_partial"
    REPLY_RETURNED = "reply_returned"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    RECHECK_FAILED = "recheck_failed"
    RECHECK_PASSED = "recheck_passed"
    SIGN_OFF = "sign_off"
    CLOSED = "closed"
    ESCALATED = "escalated"
    INSPECTION_RETURNED = "inspection_returned"
    INSPECTION_AT_RISK = "inspection_at_risk"
    ROUND_MISSED = "round_missed"
    SURPRISE_DUE = "surprise_due"
    EXCUSE_ASKED = "excuse_asked"
    EXCUSE_DECIDED = "excuse_decided"
    DEAD_LETTER = "dead_letter"
    SILENT_TABLET = "silent_tablet"
    BACKUP_AGE = "backup_age"
    LIFT_DUE = "lift_due"
    EQUIPMENT_DUE = "equipment_due"


class Way(Enum):
    """How a person wants a kind besides the app."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    OFF = "off"


class Sent(Enum):
    """What became of a row: ``dropped`` the recipient may not see it any more, ``given_up`` after the last attempt."""

    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing to tell of. ``key`` is the same whenever it is told again, at most 200 characters.

    ``about_kind`` is ``hazard``, ``notice``, ``inspection``, ``excuse``, ``rule``, ``asset``, ``device``, ``letter`` or
    ``server`` (then without ``site`` and ``about_id``). ``facts`` are short codes for the words, nothing that only some
    may know. ``by`` did it and is not told. No group is told of what ``is_private``.
    """

    kind: Kind
    site: SiteId | None
    about_kind: str
    about_id: str
    key: str
    facts: Mapping[str, str] = field(default_factory=dict)
    by: PersonId | None = None
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is told: holders of ``roles`` at the event's site, ``persons``, and the people and the address of ``unit``."""

    roles: frozenset[Role] = frozenset()
    persons: tuple[PersonId, ...] = ()
    unit: UnitId | None = None


def tell(tx: Tx, event: Event, to: Audience) -> int:
    """Write who is told of ``event``, in this transaction; returns the number of rows, 0 if it was told before.

    Whoever may not see the record is left out.
    """
    first = tx.insert(told).values(key=event.key[:200], at=tx.now).on_conflict_do_nothing()
    if tx.execute(first.returning(told.c.key)).scalar() is None:
        return 0
    rows = [*_to_people(tx, event, _people(tx, event, to)), *_to_unit(tx, event, to.unit), *_to_groups(tx, event)]
    if rows:
        tx.execute(outbox.insert(), rows)
    return len(rows)


def may_know(tx: Tx, viewer: Viewer, about_kind: str, about_id: str, site: SiteId | None) -> bool:
    """Tell whether somebody may see the record that a row is about, as it stands now."""
    if site is None:
        return viewer.has(Role.ADMINISTRATOR)
    if about_kind not in _RECORDS:
        return viewer.sees_all_of(site)
    found: object | None = tx.find(_RECORDS[about_kind], about_id)
    if found is None:
        return False
    unit = getattr(found, "unit", None)
    if isinstance(found, Rule) and found.is_secret and found.starts_on > _today(tx, site):
        return False
    return viewer.may_see(site, unit) and (viewer.sees_all_of(site) or unit is not None)


_RECORDS: Final[Mapping[str, type]] = {
    "hazard": Hazard,
    "notice": Notice,
    "inspection": Inspection,
    "excuse": Excuse,
    "rule": Rule,
}
"""Kinds of records that know who may see them; the others are seen by those who see all of the site."""


def _people(tx: Tx, event: Event, to: Audience) -> list[Viewer]:
    names = [*to.persons, *_holders(tx, event.site, to.roles), *_members(tx, event.site, to.unit)]
    found = []
    for name in dict.fromkeys(names):
        viewer = viewer_of(tx, name) if name != event.by else None
        if viewer is not None and may_know(tx, viewer, event.about_kind, event.about_id, event.site):
            found.append(viewer)
    return found


def _holders(tx: Tx, site: SiteId | None, roles: frozenset[Role]) -> list[PersonId]:
    """List who holds one of the roles at a site (at any site, if none is named)."""
    if not roles:
        return []
    named = or_(*(person.c.body.contains(f'"{role.value}"', autoescape=True) for role in roles))
    where = [person.c.is_active.is_(True), person.c.is_gone.is_(False), named]
    if site:
        where.append(person.c.site == site)
    found = tx.scalars(select(person.c.id).where(*where).order_by(person.c.id))  # few are read and decoded, and once
    tx.prefetch("person", found)
    home = [PersonId(name) for name in found if roles & set(tx.get(Person, name).roles)]
    granted = select(site_role.c.person).where(site_role.c.role.in_([role.value for role in roles]))
    if site:
        granted = granted.where(site_role.c.site == site)
    return [*home, *(PersonId(name) for name in tx.scalars(granted))]


def _members(tx: Tx, site: SiteId | None, unit: UnitId | None) -> list[PersonId]:
    if unit is None:
        return []
    found = tx.every(Person, person.c.site == site, person.c.unit == unit, person.c.is_active.is_(True))
    return [one.id for one in found if Role.INSPECTED_UNIT in one.roles]


def _to_people(tx: Tx, event: Event, people: Collection[Viewer]) -> Iterable[dict[str, Any]]:
    names = [viewer.person for viewer in people]
    known = told_person.c
    addressed = select(known.person).where(known.person.in_(names), known.email != "")
    mails = set(tx.scalars(addressed)) if _mails(tx) else set()
    chosen = told_choice.c
    query = select(chosen.person, chosen.way).where(chosen.person.in_(names), chosen.kind == event.kind.value)
    ways = {row.person: Way(row.way) for row in tx.rows(query)}
    for name in names:
        yield _row(tx, event, f"person:{name}", APP, Sent.SENT, tx.now)
        way = ways.get(name, default_way(event.kind)) if name in mails else Way.OFF
        if way is not Way.OFF:
            due = next_digest(tx, event.site) if way is Way.DIGEST else tx.now
            yield {
                **_row(tx, event, f"person:{name}", EMAIL, Sent.WAITING, due),
                "is_digest": way is Way.DIGEST,
            }


def _to_unit(tx: Tx, event: Event, unit: UnitId | None) -> Iterable[dict[str, Any]]:
    found = tx.find(Unit, unit) if unit else None
    if found is not None and found.email.strip() and _mails(tx):
        yield _row(tx, event, f"unit:{unit}", EMAIL, Sent.WAITING, tx.now)


def _to_groups(tx: Tx, event: Event) -> Iterable[dict[str, Any]]:
    if event.is_private:
        return
    known = told_channel.c
    here = or_(known.site == "", known.site == (event.site or ""))
    for row in tx.rows(select(known.id, known.kinds).where(known.is_on.is_(True), known.kind != EMAIL, here)):
        if event.kind.value in row.kinds.split():
            yield _row(tx, event, f"group:{row.id}", row.id, Sent.WAITING, tx.now)


def _row(tx: Tx, event: Event, recipient: str, channel: str, state: Sent, due_at: datetime) -> dict[str, Any]:
    return {
        "id": tx.ids.new(),
        "key": event.key[:200],
        "recipient": recipient,
        "channel": channel,
        "kind": event.kind.value,
        "site": event.site,
        "about_kind": event.about_kind,
        "about_id": event.about_id or None,
        "facts": wire.dumps(dict(event.facts)),
        "made_at": tx.now,
        "state": state.value,
        "is_digest": False,
        "due_at": due_at,
        "tries": 0,
        "sent_at": tx.now if state is Sent.SENT else None,
        "problem": "",
        "read_at": None,
    }


def _mails(tx: Tx) -> bool:
    """Tell whether the server sends mail at all: without it rows would wait for ever."""
    mail = (told_channel.c.id == EMAIL) & told_channel.c.is_on.is_(True)
    return tx.scalar(select(told_channel.c.id).where(mail)) is not None


def default_way(kind: Kind) -> Way:
    """Return how somebody with an address gets a kind until they choose."""
    return Way.DIGEST if kind in _CAN_WAIT else Way.AT_ONCE


_CAN_WAIT: Final = frozenset(
    {Kind.CLOSED, Kind.RECHECK_PASSED, Kind.NOTICE_RECEIVED, Kind.LIFT_DUE, Kind.EQUIPMENT_DUE}
)


def next_digest(tx: Tx, site: SiteId | None) -> datetime:
    """Return when the next digest goes out: at eight in the morning, where the site lies."""
    zone = _zone(tx, site)
    local = tx.now.astimezone(zone)
    at = local.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return at if at > local else at + timedelta(days=1)


def _zone(tx: Tx, site: SiteId | None) -> ZoneInfo:
    found = tx.find(Site, site) if site else None
    return ZoneInfo(found.timezone if found else "Asia/Shanghai")


def _today(tx: Tx, site: SiteId) -> date:
    return tx.now.astimezone(_zone(tx, site)).date()


# ---- what a person reads in the app


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the outbox."""

    id: str
    key: str
    recipient: str
    channel: str
    kind: Kind
    site: SiteId | None
    about_kind: str
    about_id: str
    facts: Mapping[str, str]
    made_at: datetime
    state: Sent
    is_digest: bool
    due_at: datetime
    tries: int
    problem: str
    read_at: datetime | None


KINDS: Final = frozenset(kind.value for kind in Kind)
"""What this version can say; a newer one beside it may have written others."""


def read_row(row: Any) -> Told:
    """Make a row of the table a value; its kind is one of KINDS."""
    facts = wire.loads(row.facts)
    return Told(
        id=row.id,
        key=row.key,
        recipient=row.recipient,
        channel=row.channel,
        kind=Kind(row.kind),
        site=SiteId(row.site) if row.site else None,
        about_kind=row.about_kind,
        about_id=row.about_id or "",
        facts={str(name): str(value) for name, value in facts.items()} if isinstance(facts, dict) else {},
        made_at=row.made_at,
        state=Sent(row.state),
        is_digest=row.is_digest,
        due_at=row.due_at,
        tries=row.tries,
        problem=row.problem,
        read_at=row.read_at,
    )


MOST_UNREAD: Final = 99
IN_APP: Final = outbox.c.channel == literal_column("'app'")
"""Written out, so that SQLite sees that the index over what is unread answers it."""


def unread(tx: Tx, who: PersonId) -> int:
    """Count what a person has not read, no further than one past MOST_UNREAD."""
    known = outbox.c
    mine = select(known.id).where(known.recipient == f"person:{who}", IN_APP, known.read_at.is_(None))
    return int(tx.scalar(select(func.count()).select_from(mine.limit(MOST_UNREAD + 1).subquery())) or 0)


@dataclass(frozen=True, slots=True)
class InApp:
    """A page of what a person was told. ``older`` is where the next one begins, nothing at the end.

    ``hidden`` are rows that were met on the way and may not be seen any more: nobody will ever read them.
    """

    rows: tuple[Told, ...]
    older: tuple[datetime, str] | None = None
    hidden: tuple[str, ...] = ()


_MOST_LOOKS: Final = 10


def in_app(tx: Tx, viewer: Viewer, *, before: tuple[datetime, str] | None, most: int, only_unread: bool) -> InApp:
    """List what a person was told, newest first, older than ``before``; without what they may not see any more.

    A page with nothing to be seen is passed over, up to ten of them.
    """
    seen: list[Told] = []
    hidden: list[str] = []
    for _ in range(_MOST_LOOKS):
        found = _in_app(tx, viewer, before, most + 1, only_unread=only_unread)
        page = found[:most]
        before = (page[-1].made_at, page[-1].id) if len(found) > most else None
        mine = [read_row(row) for row in page if row.kind in KINDS]
        for kind in _RECORDS:
            tx.prefetch(kind, [row.about_id for row in mine if row.about_kind == kind])
        for row in mine:
            if may_know(tx, viewer, row.about_kind, row.about_id, row.site):
                seen.append(row)
            elif row.read_at is None:
                hidden.append(row.id)
        if seen or before is None:
            break
    return InApp(tuple(seen), before, tuple(hidden))


def _in_app(
    tx: Tx, viewer: Viewer, before: tuple[datetime, str] | None, most: int, *, only_unread: bool
) -> Sequence[Any]:
    known = outbox.c
    where = [known.recipient == f"person:{viewer.person}", known.channel == APP]
    if only_unread:
        where.append(known.read_at.is_(None))
    if before is not None:
        at, name = before
        where.append(or_(known.made_at < at, (known.made_at == at) & (known.id < name)))
    return tx.rows(select(outbox).where(*where).order_by(known.made_at.desc(), known.id.desc()).limit(most))


def find_told(tx: Tx, viewer: Viewer, record: str) -> Told | None:
    """Return one row of a person's list, if the record may still be seen."""
    mine = (outbox.c.id == record) & (outbox.c.recipient == f"person:{viewer.person}") & (outbox.c.channel == APP)
    row = tx.row(select(outbox).where(mine))
    found = read_row(row) if row is not None and row.kind in KINDS else None
    if found is None or not may_know(tx, viewer, found.about_kind, found.about_id, found.site):
        return None
    return found


def mark_read(tx: Tx, who: PersonId, records: Collection[str] | None = None) -> int:
    """Mark rows of a person's list as read, all if none are named; returns how many were unread."""
    known = outbox.c
    where = [known.recipient == f"person:{who}", IN_APP, known.read_at.is_(None)]
    if records is not None:
        where.append(known.id.in_(records))
    return tx.execute(outbox.update().where(*where).values(read_at=tx.now)).rowcount
