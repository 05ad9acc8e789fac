"""Channels that people are told over, and what waits to be sent. Secrets go in and to the sender, never onto a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, literal_column, select

from server.store.outbox import EMAIL, KINDS, Kind, Sent, Told, Way, read_row
from server.store.tx import Tx
from server.tables import account, outbox, told_channel, told_choice, told_person
from shared import wire
from shared.ids import PersonId, SiteId

ROBOTS: Final = ("wecom", "dingtalk", "feishu")
BACKOFF: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720))
"""How long after each failed attempt the next is made; after the last nothing is tried again, some 22 hours in all."""
MOST_A_TURN: Final = 200
KEPT: Final = timedelta(days=180)
IS_WAITING: Final = outbox.c.state == literal_column("'waiting'")
IS_GIVEN_UP: Final = outbox.c.state == literal_column("'given_up'")
"""Written out, so that SQLite sees that the indexes over these few rows answer it."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out. ``settings`` hold its secrets and are not in its ``repr``; ``kinds`` is what a group is told of.

    ``problem`` is the last failure in a word or two, empty once it worked again.
    """

    id: str
    kind: str
    name: str
    site: str
    is_on: bool
    kinds: tuple[str, ...]
    settings: Mapping[str, str] = field(repr=False)
    changed_at: datetime | None = None
    changed_by: str = ""
    tried_at: datetime | None = None
    worked_at: datetime | None = None
    problem: str = ""

    def has(self, name: str) -> bool:
        """Tell whether a setting is given, without saying what it is."""
        return bool(self.settings.get(name))


def channels(tx: Tx) -> list[Channel]:
    """List all channels: e-mail first, then groups by name."""
    found = [_read(row) for row in tx.rows(select(told_channel).order_by(told_channel.c.name, told_channel.c.id))]
    return sorted(found, key=lambda one: one.kind != EMAIL)


def find_channel(tx: Tx, name: str) -> Channel | None:
    """Look a channel up."""
    row = tx.row(select(told_channel).where(told_channel.c.id == name))
    return None if row is None else _read(row)


def put_channel(tx: Tx, channel: Channel, by: str) -> None:
    """Write a channel, new or changed."""
    values = {
        "kind": channel.kind,
        "name": channel.name[:100],
        "site": channel.site,
        "is_on": channel.is_on,
        "kinds": " ".join(channel.kinds),
        "settings": wire.dumps(dict(channel.settings)),
        "changed_at": tx.now,
        "changed_by": by[:100],
    }
    row = tx.insert(told_channel).values(id=channel.id, problem="", **values)
    tx.execute(row.on_conflict_do_update(index_elements=["id"], set_=values))
    tx.touch("channel", channel.id)


def drop_channel(tx: Tx, name: str) -> None:
    """Take a group's channel away; what waited for it is dropped."""
    tx.execute(told_channel.delete().where(told_channel.c.id == name, told_channel.c.kind != EMAIL))
    waiting = (outbox.c.channel == name) & IS_WAITING
    tx.execute(outbox.update().where(waiting).values(state=Sent.DROPPED.value, problem="channel"))
    tx.touch("channel", name)


def note_channel(tx: Tx, name: str, problem: str) -> None:
    """Remember how the last attempt over a channel went; an empty ``problem``: well."""
    values: dict[str, Any] = {"tried_at": tx.now, "problem": problem[:300]}
    if not problem:
        values["worked_at"] = tx.now
    tx.execute(told_channel.update().where(told_channel.c.id == name).values(**values))


# ---- what waits


def claim_due(tx: Tx, most: int = MOST_A_TURN) -> list[Told]:
    """Take what is due, as one more attempt: until it is settled nobody else takes it, and if nobody ever does (the
    process died) it is due again after the backoff. What a newer server wrote is left to that one.
    """
    known = outbox.c
    due = select(outbox).where(IS_WAITING, known.due_at <= tx.now, known.kind.in_(KINDS))
    found = [read_row(row) for row in tx.rows(due.order_by(known.due_at, known.id).limit(most))]
    mine = []
    for row in found:
        next_at = tx.now + BACKOFF[min(row.tries, len(BACKOFF) - 1)]
        one = (known.id == row.id) & (known.tries == row.tries) & (known.state == Sent.WAITING.value)
        if tx.execute(outbox.update().where(one).values(tries=row.tries + 1, due_at=next_at)).rowcount:
            mine.append(row)
    return mine


def settle_sent(tx: Tx, names: Collection[str]) -> None:
    """Mark rows as sent."""
    tx.execute(outbox.update().where(outbox.c.id.in_(names)).values(state=Sent.SENT.value, sent_at=tx.now, problem=""))


def settle_dropped(tx: Tx, names: Collection[str], problem: str) -> None:
    """Mark rows as not to be sent: the recipient may not see the record any more, or there is no channel."""
    tx.execute(outbox.update().where(outbox.c.id.in_(names)).values(state=Sent.DROPPED.value, problem=problem))


def settle_failed(tx: Tx, rows: Iterable[Told], problem: str) -> int:
    """Note a failed attempt; returns how many were given up with it. ``rows`` are as they were claimed."""
    given_up = 0
    for row in rows:
        is_last = row.tries >= len(BACKOFF)
        given_up += is_last
        state = Sent.GIVEN_UP if is_last else Sent.WAITING
        mine = (outbox.c.id == row.id) & (outbox.c.state == Sent.WAITING.value)
        tx.execute(outbox.update().where(mine).values(state=state.value, problem=problem[:300]))
    return given_up


def put_back(tx: Tx, rows: Iterable[Told]) -> None:
    """Let rows that were claimed but not tried be due again at once."""
    for row in rows:
        tx.execute(outbox.update().where(outbox.c.id == row.id).values(tries=row.tries, due_at=tx.now))


def try_again(tx: Tx, channel: str) -> int:
    """Let what was given up on a channel wait again from the first attempt; returns how many rows."""
    lost = (outbox.c.channel == channel) & IS_GIVEN_UP
    values = {"state": Sent.WAITING.value, "tries": 0, "due_at": tx.now, "problem": ""}
    return tx.execute(outbox.update().where(lost).values(**values)).rowcount


def backlog(tx: Tx) -> dict[tuple[str, Sent], int]:
    """Count what waits and what was given up, by channel."""
    found: dict[tuple[str, Sent], int] = {}
    for state, here in ((Sent.WAITING, IS_WAITING), (Sent.GIVEN_UP, IS_GIVEN_UP)):
        query = select(outbox.c.channel, func.count()).where(here).group_by(outbox.c.channel)
        found |= {(str(name), state): int(count) for name, count in tx.rows(query)}
    return found


def sweep_outbox(tx: Tx) -> int:
    """Delete what was sent or read long ago; what was told is remembered by its key, so nothing comes twice."""
    known = outbox.c
    old = (known.made_at < tx.now - KEPT) & (known.state != Sent.WAITING.value)
    return tx.execute(outbox.delete().where(old)).rowcount


# ---- a person's own choices


@dataclass(frozen=True, slots=True)
class Choices:
    """Where a person gets mail, and how each kind; kinds that are not in ``ways`` come as usual."""

    email: str
    ways: Mapping[Kind, Way]


def choices_of(tx: Tx, who: PersonId) -> Choices:
    """Return what a person has chosen."""
    email = tx.scalar(select(told_person.c.email).where(told_person.c.person == who)) or ""
    rows = tx.rows(select(told_choice.c.kind, told_choice.c.way).where(told_choice.c.person == who))
    known = {kind.value for kind in Kind}
    return Choices(email, {Kind(row.kind): Way(row.way) for row in rows if row.kind in known})


def choose(tx: Tx, who: PersonId, chosen: Choices) -> None:
    """Keep what a person has chosen."""
    fresh = {"email": chosen.email, "changed_at": tx.now}
    row = tx.insert(told_person).values(person=who, **fresh)
    tx.execute(row.on_conflict_do_update(index_elements=["person"], set_=fresh))
    for kind, way in chosen.ways.items():
        one = tx.insert(told_choice).values(person=who, kind=kind.value, way=way.value)
        tx.execute(one.on_conflict_do_update(index_elements=["person", "kind"], set_={"way": way.value}))
    tx.touch("person", who)


def email_of(tx: Tx, who: PersonId) -> str:
    """Return where a person gets mail, empty if nowhere."""
    return tx.scalar(select(told_person.c.email).where(told_person.c.person == who)) or ""


def language_of(tx: Tx, who: PersonId) -> str:
    """Return the language that a person's account has chosen, empty if none."""
    return tx.scalar(select(account.c.language).where(account.c.person == who)) or ""


def _read(row: Any) -> Channel:
    settings = wire.loads(row.settings)
    return Channel(
        id=row.id,
        kind=row.kind,
        name=row.name,
        site=SiteId(row.site),
        is_on=row.is_on,
        kinds=tuple(row.kinds.split()),
        settings={str(key): str(value) for key, value in settings.items()} if isinstance(settings, dict) else {},
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        tried_at=row.tried_at,
        worked_at=row.worked_at,
        problem=row.problem,
    )
