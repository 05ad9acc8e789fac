"""Who did what, from where, to which records: rows that are only ever added, each with the hash of the one before.

A writing transaction that knows its ``Actor`` adds its row by itself, last of all, so that no page can forget to; the head
of the chain is held from then to the commit, so that two processes never add to the same row. What tablets push is added
from its receipts, by the work turn (``server.store.pushed``). How a row is hashed, for whoever checks it elsewhere:
docs/audit.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Executable, bindparam

from server.store.statement import InsertInto, Statement
from server.tables import chain, chain_head
from shared import wire
from shared.ids import PersonId, SiteId
from shared.model.place import Role

DONE: Final = "done"
REFUSED: Final = "refused"
FAILED: Final = "failed"
OUTCOMES: Final = (DONE, REFUSED, FAILED)
MOST_NAMED: Final = 50
"""Records that one row names; of more it says how many."""
QUIET: Final[frozenset[str]] = frozenset(
    {
        *("session", "login_attempt", "lease", "meta", "serial", "blob", "blob_ref", "job", "outbox"),
        *("sync_scope", "sync_feed", "op_receipt", "search_text", "search_mark", "chain_mark"),
        *("unit_link", "unit_link_act", "told", "job_part", "presence", "draw_sample"),
        *("round_window", "round_mark", "stoppage_waiver"),
        *("told", "told_channel", "told_person", "told_choice", "unit_link", "unit_link_act"),
    }
)
"""Tables that the machinery writes for itself: their change alone is no act of anybody."""


SECRET: Final[frozenset[str]] = frozenset({"surprise_plan", "surprise_draw"})
"""Tables about surprise inspections: that they were written is kept from those who may not know."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is behind a transaction. ``origin`` says from where, such as ``office 10.0.0.7``; ``act`` is what was asked.

    The server's own turns are ``is_background``: they add a row only when they change records.
    """

    origin: str
    act: str
    person: PersonId | None = None
    name: str = ""
    roles: Mapping[SiteId, frozenset[Role]] = field(default_factory=dict)
    site: SiteId | None = None
    is_background: bool = False


SERVER: Final = Actor("server", "work", is_background=True)
"""The server itself, between requests."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row to be. ``about`` names kinds and ids; ``digest`` is the SHA-256 of what was changed."""

    act: str
    outcome: str = DONE
    about: tuple[tuple[str, str], ...] = ()
    person: PersonId | None = None
    name: str = ""
    roles: str = ""
    site: SiteId | None = None
    origin: str = ""
    digest: str = ""
    secret_until: date | None = None


@dataclass(slots=True)
class Trace:
    """What a transaction has changed so far."""

    records: dict[tuple[str, str], tuple[SiteId | None, date | None]] = field(default_factory=dict)
    others: list[tuple[str, str]] = field(default_factory=list)
    said: list[Entry] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def record(self, kind: str, ident: str, site: SiteId | None, secret_until: date | None) -> None:
        """Note that a synced record was put or removed."""
        self.records[kind, ident] = (site, secret_until)

    def table(self, name: str, facts: object) -> None:
        """Note that another table was written, unless that is machinery."""
        if name not in QUIET:
            self.others.append(("table", name))
            self.facts.append(f"{name} {facts!r}")


def entries_of(actor: Actor | None, trace: Trace, bodies: Iterable[tuple[str, str, int, str]]) -> list[Entry]:
    """Turn what a transaction changed, and what it said of itself, into rows; ``bodies`` are kind, id, revision, text."""
    has_changed = bool(trace.records or (trace.others and not (actor and actor.is_background)))
    if not trace.said and (actor is None or not has_changed):
        return []
    behind = actor or SERVER
    first, *more = trace.said or [Entry(behind.act)]
    if has_changed:
        first = replace(
            first,
            about=(*first.about, *_named(trace)),
            digest=first.digest or _digest(bodies, trace.facts),
            site=first.site or _site(trace, behind),
            secret_until=first.secret_until or _secret_until(trace),
        )
    return [_completed(one, behind) for one in (first, *more)]


def append(connection: Connection, now: datetime, entries: Sequence[Entry]) -> None:
    """Add rows to the chain and keep its head until the commit; the last statements before it."""
    ((last, prev),) = _TAKE.rows(connection, id=1, seq=len(entries), hash="")
    rows = []
    for seq, entry in enumerate(entries, last - len(entries) + 1):
        row = _row(seq, now, entry, prev)
        prev = row["hash"] = hash_of(row)
        rows.append(row)
    _ADD.run_many(connection, rows)
    _MOVE.run(connection, became=prev)


FIELDS: Final = (
    *("seq", "at", "person", "name", "roles", "site", "origin", "act", "about", "outcome", "digest"),
    *("secret_until", "prev"),
)
"""What is hashed, in this order, as one JSON array."""


def canonical(row: Mapping[str, Any]) -> str:
    """Write a row as the text that is hashed: times in UTC to the microsecond, days as ISO 8601, nothing as null."""
    at: datetime = row["at"]
    day: date | None = row["secret_until"]
    shown = {
        **row,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "secret_until": day.isoformat() if day else None,
    }
    return wire.dumps([shown[name] for name in FIELDS])


def hash_of(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 that a row must have."""
    return hashlib.sha256(canonical(row).encode()).hexdigest()


def _row(seq: int, now: datetime, entry: Entry, prev: str) -> dict[str, Any]:
    named = [list(one) for one in entry.about[:MOST_NAMED]]
    if len(entry.about) > MOST_NAMED:
        named.append(["more", str(len(entry.about) - MOST_NAMED)])
    return {
        "seq": seq,
        "at": now,
        "person": entry.person[:64] if entry.person else None,
        "name": entry.name[:200],
        "roles": entry.roles[:500],
        "site": entry.site[:64] if entry.site else None,
        "origin": entry.origin[:200],
        "act": entry.act[:100],
        "about": wire.dumps(named),
        "outcome": entry.outcome,
        "digest": entry.digest,
        "secret_until": entry.secret_until,
        "prev": prev,
    }


def _completed(entry: Entry, behind: Actor) -> Entry:
    person, site = entry.person or behind.person, entry.site or behind.site
    held = behind.roles.get(site, frozenset()) if site and person == behind.person else frozenset()
    return replace(
        entry,
        person=person,
        name=entry.name or (behind.name if person == behind.person else ""),
        roles=entry.roles or " ".join(sorted(role.value for role in held)),
        site=site,
        origin=entry.origin or behind.origin,
    )


def _named(trace: Trace) -> list[tuple[str, str]]:
    return [*sorted(trace.records), *dict.fromkeys(trace.others)]


def _site(trace: Trace, behind: Actor) -> SiteId | None:
    sites = {site for site, _ in trace.records.values() if site}
    return next(iter(sites)) if len(sites) == 1 else behind.site


def _secret_until(trace: Trace) -> date | None:
    """Return the day of the surprise inspection that was changed; of a draw whose day is not known here, none ever."""
    days = [day for _, day in trace.records.values() if day]
    is_draw = any(name in SECRET for kind, name in trace.others if kind == "table")
    return max(days) if days else (date.max if is_draw else None)


def _digest(bodies: Iterable[tuple[str, str, int, str]], facts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for kind, ident, rev, body in sorted(bodies):
        digest.update(f"{kind} {ident} {rev} {body}\n".encode())
    for fact in facts:
        digest.update(f"{fact}\n".encode())
    return digest.hexdigest()


def _take(insert: InsertInto) -> Executable:
    fresh = insert(chain_head).values({name: bindparam(name) for name in ("id", "seq", "hash")})
    more = {"seq": chain_head.c.seq + fresh.excluded.seq}
    taken: Executable = fresh.on_conflict_do_update(index_elements=["id"], set_=more).returning(
        chain_head.c.seq, chain_head.c.hash
    )
    return taken


_TAKE = Statement(_take)
_ADD = Statement(
    lambda _insert: chain.insert().values({column.name: bindparam(column.name) for column in chain.columns})
)
_MOVE = Statement(lambda _insert: chain_head.update().where(chain_head.c.id == 1).values(hash=bindparam("became")))
