"""The unit's link to one notice: a token that cannot be guessed, stored hashed, for a while, to be taken back.

A token is 144 bits of HMAC-SHA256 over notice and round under the server's own key, which is never in the database: so
the office can show and print a link again, while whoever reads the database or a backup cannot. Renewing begins the next
round and ends the one before. A server without the old key (restored elsewhere) still knows every link by its hash; it
only cannot show one until it is renewed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import select

from server.store.tx import Tx
from server.tables import notice as notices
from server.tables import unit_link, unit_link_act
from shared.ids import HazardId, NoticeId, SiteId
from shared.model.hazard import Notice, NoticeState

LinkKey = Callable[[], bytes]
"""Gives the server's own key for links; 32 bytes, made when it is first asked for."""
LIFE_AFTER_DEADLINE: Final = timedelta(days=90)
_FURTHEST: Final = timedelta(days=3_660)
"""However far away a tablet set a deadline, its link ends, and no clock overflows."""
"""So long after the latest deadline a link still opens: rechecks and new deadlines happen on it."""
TOKEN_BYTES: Final = 18
TOUCH_EVERY: Final = timedelta(minutes=5)
_OPEN: Final = tuple(
    state.value for state in NoticeState if state not in (NoticeState.DRAFT, NoticeState.CLOSED, NoticeState.WITHDRAWN)
)
_MOST_MADE: Final = 200


@dataclass(frozen=True, slots=True)
class UnitLink:
    """The latest link of a notice. ``uses`` counts visits some minutes apart, not requests."""

    token_sha256: str
    notice: NoticeId
    site: SiteId
    round: int
    made_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None
    revoked_by: str
    used_at: datetime | None
    uses: int

    def is_good(self, now: datetime) -> bool:
        """Tell whether it opens the notice at ``now``."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class LinkAct:
    """What somebody of the unit did over the link. ``name`` is what they called themselves."""

    act: str
    hazard: HazardId | None
    at: datetime
    name: str
    address: str
    agent: str


def token_of(key: bytes, notice: NoticeId, round_: int) -> str:
    """Work out a link's token: 24 letters, digits, - and _."""
    found = hmac.digest(key, f"unit link {round_} {notice}".encode(), "sha256")
    return base64.urlsafe_b64encode(found[:TOKEN_BYTES]).decode()


def hash_of(token: str) -> str:
    """Return what is stored instead of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(tx: Tx, notice: NoticeId) -> UnitLink | None:
    """Return the latest link of a notice; nothing if it never had one."""
    known = unit_link.c
    row = tx.row(select(unit_link).where(known.notice == notice).order_by(known.round.desc()).limit(1))
    return None if row is None else _read(row)


def shown_token(key: bytes, link: UnitLink) -> str:
    """Return the token of a link for showing and printing it; empty if this server's key did not make it."""
    token = token_of(key, link.notice, link.round)
    return token if hmac.compare_digest(hash_of(token), link.token_sha256) else ""


def link_address(tx: Tx, key: LinkKey | None, base: str, notice: NoticeId) -> str:
    """Return the address to print on a notice, below the server's ``base`` address; empty if there is none to show.

    A paper that says nothing where a link is unknown is right; one with a link that opens nothing is not.
    """
    link = link_of(tx, notice)
    if key is None or not base or link is None or not link.is_good(tx.now):
        return ""
    token = shown_token(key(), link)
    return f"{base.rstrip('/')}/u/{token}" if token else ""


def link_for(tx: Tx, token: str) -> UnitLink | None:
    """Return the link that a token opens now; the same nothing for a wrong, an old and a revoked one."""
    row = tx.row(select(unit_link).where(unit_link.c.token_sha256 == hash_of(token[:100])))
    link = _read(row) if row is not None else None
    return link if link is not None and link.is_good(tx.now) else None


def make_link(tx: Tx, key: bytes, notice: Notice, by: str = "") -> UnitLink:
    """Give a notice a new link; the one before ends."""
    before = link_of(tx, notice.id)
    if before is not None and before.revoked_at is None:
        revoke_link(tx, notice.id, by)
    round_ = before.round + 1 if before is not None else 1
    link = UnitLink(
        hash_of(token_of(key, notice.id, round_)),
        notice.id,
        notice.site,
        round_,
        tx.now,
        by,
        _expiry(tx.now, notice.deadline_on),
        None,
        "",
        None,
        0,
    )
    names = ("token_sha256", "notice", "site", "round", "made_at", "made_by", "expires_at", "revoked_by", "uses")
    tx.execute(unit_link.insert().values({name: getattr(link, name) for name in names}))
    return link


def revoke_link(tx: Tx, notice: NoticeId, by: str) -> bool:
    """End the link of a notice; tells whether there was one that opened."""
    live = (unit_link.c.notice == notice) & unit_link.c.revoked_at.is_(None)
    return bool(tx.execute(unit_link.update().where(live).values(revoked_at=tx.now, revoked_by=by[:100])).rowcount)


def prolong_link(tx: Tx, notice: NoticeId, deadline_on: date) -> None:
    """Let the link live as long as a later deadline needs."""
    until = _expiry(tx.now, deadline_on)
    live = (unit_link.c.notice == notice) & unit_link.c.revoked_at.is_(None) & (unit_link.c.expires_at < until)
    tx.execute(unit_link.update().where(live).values(expires_at=until))


def make_missing_links(tx: Tx, key: bytes) -> int:
    """Give every open notice a link that has none: those of before there were links, or written by a command."""
    known = notices.c
    bare = ~select(unit_link.c.notice).where(unit_link.c.notice == known.id).exists()
    query = select(known.id).where(known.state.in_(_OPEN), known.is_gone.is_(False), bare).limit(_MOST_MADE)
    found = tx.scalars(query)
    for name in found:
        make_link(tx, key, tx.get(Notice, NoticeId(name)))
    return len(found)


def needs_touch(link: UnitLink, now: datetime) -> bool:
    """Tell whether ``touch_link`` is due, so that reading seldom writes."""
    return link.used_at is None or now - link.used_at >= TOUCH_EVERY


def touch_link(tx: Tx, link: UnitLink) -> None:
    """Remember that a link is in use."""
    mine = unit_link.c.token_sha256 == link.token_sha256
    tx.execute(unit_link.update().where(mine).values(used_at=tx.now, uses=unit_link.c.uses + 1))


def note_link_act(tx: Tx, link: UnitLink, done: LinkAct, once: str) -> bool:
    """Remember what was done over a link; False if the very same form (``once``) was taken in before."""
    row = tx.insert(unit_link_act).values(
        notice=link.notice,
        hazard=done.hazard,
        act=done.act,
        once=hash_of(f"{link.token_sha256} {once}") if once else None,
        at=done.at,
        name=done.name[:100],
        address=done.address[:64],
        agent=done.agent[:200],
    )
    return tx.execute(row.on_conflict_do_nothing().returning(unit_link_act.c.id)).scalar() is not None


def link_acts(tx: Tx, notice: NoticeId, most: int = 200) -> list[LinkAct]:
    """List what was done over a notice's links, the latest first."""
    known = unit_link_act.c
    query = select(unit_link_act).where(known.notice == notice).order_by(known.at.desc(), known.id.desc()).limit(most)
    return [
        LinkAct(row.act, HazardId(row.hazard) if row.hazard else None, row.at, row.name, row.address, row.agent)
        for row in tx.rows(query)
    ]


def _expiry(now: datetime, deadline_on: date | None) -> datetime:
    last = datetime.combine(deadline_on, time.max, UTC) if deadline_on is not None else now
    return min(max(now, last), now + _FURTHEST) + LIFE_AFTER_DEADLINE


def _read(row: Any) -> UnitLink:
    return UnitLink(
        row.token_sha256,
        NoticeId(row.notice),
        SiteId(row.site),
        row.round,
        row.made_at,
        row.made_by,
        row.expires_at,
        row.revoked_at,
        row.revoked_by,
        row.used_at,
        row.uses,
    )
