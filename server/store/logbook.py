"""The chain of who did what, read: pages of it for somebody who may, and its verification.

A row of a surprise inspection is shown to those who may know of it; everybody else gets it after its day. A row that may
not be shown is still a link of the chain: an export holds its number and hashes alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, false, func, or_, select

from server.store.audit import Finding
from server.store.chain import FIELDS, canonical, hash_of
from server.store.listing import count
from server.store.page import Page, PageRequest
from server.store.store import ServerStore
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer
from server.tables import chain, chain_head
from shared import wire
from shared.ids import PersonId, SiteId

_PAGE = 500
_KNOWN = chain.c
LOOKED = 20_000
"""Rows that a page looks through for those that are asked for; how long a log is does not matter then."""
_APART = timedelta(hours=1)
"""Rows stand in the order of their commits; the clocks of two processes are less than that apart."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows; an empty member does not limit. ``before`` is exclusive, ``text`` a part of name, origin, act or ids.

    ``may_know`` are sites whose surprise inspections the reader may know of before their ``today``.
    """

    site: SiteId | None = None
    person: PersonId | None = None
    act: str = ""
    outcome: str = ""
    since: datetime | None = None
    before: datetime | None = None
    text: str = ""
    today: date = date.max
    may_know: frozenset[SiteId] = frozenset()


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row as it is shown. ``roles`` are the values of roles, ``about`` kinds and ids."""

    seq: int
    at: datetime
    person: PersonId | None
    name: str
    roles: tuple[str, ...]
    site: SiteId | None
    origin: str
    act: str
    about: tuple[tuple[str, str], ...]
    outcome: str
    digest: str
    hash: str


@dataclass(frozen=True, slots=True)
class _Span:
    """Numbers of rows, both included."""

    first: int
    last: int

    def cut(self, number: int | None, *, is_back: bool) -> _Span:
        """Return the part after or before a row, no longer than LOOKED."""
        if is_back and number is not None:
            first = max(self.first, number + 1)
            return _Span(first, min(self.last, first + LOOKED - 1))
        last = self.last if number is None else min(self.last, number - 1)
        return _Span(max(self.first, last - LOOKED + 1), last)


def log_rows(tx: Tx, viewer: Viewer, wanted: LogFilter, page: PageRequest) -> Page[LogRow]:
    """List the rows that ``viewer`` may see, newest first; pages are found by ``after`` and ``before``, numbers of rows.

    A page looks through LOOKED rows at most: one that is not full leads on to what lies before them.
    """
    where, whole = _matching(viewer, wanted), _span(tx, wanted)
    newest = whole.cut(None, is_back=False)
    total = count(tx, chain, [*where, _KNOWN.seq.between(newest.first, newest.last)])
    edge = _number(page.before or page.after)
    is_back = bool(page.before) and edge is not None
    seen = whole.cut(edge, is_back=is_back)
    query = select(chain).where(*where, _KNOWN.seq.between(seen.first, seen.last))
    query = query.order_by(_KNOWN.seq.asc() if is_back else _KNOWN.seq.desc()).limit(page.size + 1)
    skipped = page.offset if edge is None else 0
    found = list(tx.rows(query.offset(skipped or None)))
    is_cut, found = len(found) > page.size, found[: page.size]
    found = found[::-1] if is_back else found
    rows = tuple(_shown(row) for row in found)
    after = before = ""
    if is_back or is_cut:
        after = f"{rows[-1].seq}" if rows else f"{seen.first}"
    elif seen.first > whole.first:
        after = f"{seen.first}"
    if (is_cut or seen.last < whole.last) if is_back else (edge is not None or skipped > 0):
        before = f"{rows[0].seq}" if rows else f"{seen.last}"
    return Page(rows, total, page.number, page.size, "-seq", after, before)


def is_looked_through(tx: Tx, wanted: LogFilter) -> bool:
    """Tell whether the first page looks through all rows of the days that are asked for."""
    span = _span(tx, wanted)
    return span.last - span.first < LOOKED


@dataclass(frozen=True, slots=True)
class Head:
    """The last row's number and hash; written down elsewhere, they prove all rows up to it."""

    seq: int
    hash: str


def head_of(tx: Tx) -> Head | None:
    """Return the head of the chain, nothing if it is empty."""
    row = tx.row(select(chain_head.c.seq, chain_head.c.hash))
    return None if row is None else Head(row.seq, row.hash)


def acts_of(tx: Tx, viewer: Viewer, wanted: LogFilter, most: int = 200) -> list[str]:
    """Name the acts that the last rows hold, sorted: what the list can be narrowed to."""
    seen = _span(tx, wanted).cut(None, is_back=False)
    here = _KNOWN.seq.between(seen.first, seen.last)
    recent = (
        select(_KNOWN.act).where(*_matching(viewer, wanted), here).order_by(_KNOWN.seq.desc()).limit(2000).subquery()
    )
    return sorted(tx.scalars(select(recent.c.act).distinct().limit(most)))


def exported(store: ServerStore, viewer: Viewer, wanted: LogFilter) -> Iterator[str]:
    """Yield the whole chain as JSON lines, oldest first; what may not be shown, or was not asked for, as its hashes alone.

    Rows are only ever added: each page is read in a transaction of its own, so that a slow reader holds up nothing, up to
    the head of the beginning. The last line names that head: a file without it was cut off.
    """
    with store.reading() as tx:
        head = head_of(tx)
    if head is None:
        return
    for first in range(1, head.seq + 1, _PAGE):
        with store.reading() as tx:
            page = list(_page(tx, viewer, wanted, first, min(first + _PAGE - 1, head.seq)))
        yield from page
    yield wire.dumps({"head": head.seq, "hash": head.hash})


def _page(tx: Tx, viewer: Viewer, wanted: LogFilter, first: int, last: int) -> Iterator[str]:
    ours = _KNOWN.seq.between(first, last)
    rows = tx.rows(select(chain).where(ours).order_by(_KNOWN.seq))
    shown = set(tx.scalars(select(_KNOWN.seq).where(ours, *_matching(viewer, wanted))))
    for row in rows:
        facts = row._mapping  # noqa: SLF001 - SQLAlchemy's public name
        if row.seq in shown:
            values = dict(zip(FIELDS, _values(facts), strict=True))
            yield wire.dumps({**values, "hash": row.hash})
        else:
            yield wire.dumps({"seq": row.seq, "prev": row.prev, "hash": row.hash})


def chain_findings(store: ServerStore) -> Iterator[Finding]:
    """Walk the chain from its first row and tell of every row that was changed, removed or put in between."""
    last, prev = 0, ""
    while True:
        with store.reading() as tx:
            rows = tx.rows(select(chain).where(_KNOWN.seq > last).order_by(_KNOWN.seq).limit(_PAGE))
        for row in rows:
            yield from _of_row(row, last, prev)
            last, prev = row.seq, row.hash
        if len(rows) < _PAGE:
            break
    with store.reading() as tx:  # rows that came meanwhile stand after the last one that was walked
        head = tx.row(select(chain_head))
        newer = tx.scalar(select(_KNOWN.prev).where(_KNOWN.seq > last).order_by(_KNOWN.seq).limit(1))
    if head is None:
        if last:
            yield Finding("chain-end", "the chain", f"its head is gone; the last row is {last}")
    elif head.seq == last and head.hash != prev:
        yield Finding("chain-end", f"row {last}", "the head of the chain holds another hash")
    elif head.seq != last and newer is None:
        yield Finding("chain-end", "the chain", f"its head is at {head.seq}, its last row is {last}")


def _of_row(row: Row[*AnyColumns], last: int, prev: str) -> Iterator[Finding]:
    about = f"row {row.seq}"
    facts = row._mapping  # noqa: SLF001 - SQLAlchemy's public name
    if row.seq != last + 1:
        missing = f"row {last + 1}" if row.seq == last + 2 else f"rows {last + 1} to {row.seq - 1}"
        yield Finding("chain-gap", about, f"{missing} before it are gone")
    elif row.prev != prev:
        yield Finding("chain-link", about, f"it does not follow row {last}")
    if hash_of({name: facts[name] for name in FIELDS}) != row.hash:
        yield Finding("chain-row", about, f"{row.act} by {row.name or row.origin}")


def _values(facts: Any) -> list[Any]:
    found = wire.loads(canonical({name: facts[name] for name in FIELDS}))
    return list(found) if isinstance(found, list) else []


def _shown(row: Row[*AnyColumns]) -> LogRow:
    about = wire.loads(row.about)
    named = (
        tuple((str(one[0]), str(one[1])) for one in about if isinstance(one, list)) if isinstance(about, list) else ()
    )
    return LogRow(
        seq=row.seq,
        at=row.at,
        person=row.person,
        name=row.name,
        roles=tuple(row.roles.split()),
        site=row.site,
        origin=row.origin,
        act=row.act,
        about=named,
        outcome=row.outcome,
        digest=row.digest,
        hash=row.hash,
    )


def _matching(viewer: Viewer, wanted: LogFilter) -> list[ColumnElement[bool]]:
    sites = [wanted.site] if wanted.site else list(viewer.roles)
    whole = [site for site in sites if viewer.sees_all_of(site)]
    # As an expression that no index answers: the rows are walked by their number, backwards, until a page is full.
    at = func.coalesce(_KNOWN.site, "")
    where: list[ColumnElement[bool]] = [at.in_([*whole, ""]) if whole else false()]
    open_to_all = or_(_KNOWN.secret_until.is_(None), _KNOWN.secret_until <= wanted.today)
    knowing = [site for site in whole if site in wanted.may_know]
    where.append(or_(open_to_all, and_(_KNOWN.site.in_(knowing))) if knowing else open_to_all)
    if wanted.person:
        where.append(_KNOWN.person == wanted.person)
    if wanted.act:
        where.append(_KNOWN.act == wanted.act)
    if wanted.outcome:
        where.append(_KNOWN.outcome == wanted.outcome)
    if wanted.since:
        where.append(_KNOWN.at >= wanted.since)
    if wanted.before:
        where.append(_KNOWN.at < wanted.before)
    if wanted.text:
        words = _KNOWN.name + " " + _KNOWN.origin + " " + _KNOWN.act + " " + _KNOWN.about
        where.append(words.icontains(wanted.text, autoescape=True))
    return where


def _span(tx: Tx, wanted: LogFilter) -> _Span:
    """Find the numbers of the rows of the days that are asked for, and at most some more."""
    first, last = 1, tx.scalar(select(func.max(_KNOWN.seq))) or 0
    if wanted.since:
        later = select(_KNOWN.seq).where(_KNOWN.at >= wanted.since - _APART).order_by(_KNOWN.at, _KNOWN.seq)
        first = max(first, tx.scalar(later.limit(1)) or last + 1)
    if wanted.before:
        earlier = select(_KNOWN.seq).where(_KNOWN.at < wanted.before + _APART)
        last = tx.scalar(earlier.order_by(_KNOWN.at.desc(), _KNOWN.seq.desc()).limit(1)) or 0
    return _Span(first, last)


def _number(token: str) -> int | None:
    return int(token) if token.isascii() and token.isdigit() and len(token) < 18 else None
