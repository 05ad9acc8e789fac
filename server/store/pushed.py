"""Adds what tablets pushed to the chain of who did what: a row for each tablet, person and turn, made of the receipts.

The push itself writes nothing for it, so that it stays as quick as it was. The work turn comes after it: receipts are two
minutes old then, so that none of the same span is still being written. A row holds the hash of its receipts; a check
reads them again as long as they are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, select

from server.store.audit import Finding
from server.store.chain import Entry
from server.store.retention import KEPT
from server.store.schema import get_meta, put_meta
from server.store.store import ServerStore
from server.store.tx import AnyColumns, Tx
from server.store.viewer import viewer_of
from server.tables import chain, chain_mark, device, op_receipt
from shared import wire
from shared.ids import PersonId, SiteId
from shared.model.place import Person

ACT: Final = "push"
SPAN: Final = "receipts"
_SETTLED: Final = timedelta(minutes=2)
_BEGAN: Final = "chain_began"
_PAGE: Final = 200


def chain_pushes(store: ServerStore) -> int:
    """Add rows for what tablets pushed up to two minutes ago; returns how many operations they hold."""
    with store.reading() as tx:
        until = tx.now - _SETTLED
        began = get_meta(tx, _BEGAN)
        marks = {row.device: row.until for row in tx.rows(select(chain_mark))}
        tablets = tx.rows(select(device.c.id, device.c.site, device.c.pushed_at).where(device.c.pushed_at.is_not(None)))
    if began is None:
        store.act(lambda tx: put_meta(tx, _BEGAN, until.isoformat()))
        return 0
    added = 0
    for tablet in tablets:
        since = marks.get(tablet.id, datetime.fromisoformat(began))
        if since < min(tablet.pushed_at, until):
            added += store.act(lambda tx, one=tablet, since=since: _chain_tablet(tx, one.id, one.site, since, until))  # type: ignore[misc]
    return added


def pushed_findings(store: ServerStore) -> Iterator[Finding]:
    """Compare the receipts that are still kept with the rows that hold their hash."""
    last = 0
    while True:
        with store.reading() as tx:
            kept = tx.now - KEPT
            query = select(chain).where(chain.c.act == ACT, chain.c.seq > last, chain.c.at > kept + timedelta(days=2))
            rows = tx.rows(query.order_by(chain.c.seq).limit(_PAGE))
            found = [finding for row in rows for finding in _of_row(tx, row, kept)]
        yield from found
        if len(rows) < _PAGE:
            return
        last = rows[-1].seq


def _chain_tablet(tx: Tx, tablet: str, site: SiteId, since: datetime, until: datetime) -> int:
    known = tx.scalar(select(chain_mark.c.until).where(chain_mark.c.device == tablet).with_for_update())
    if known is not None and known > since:
        return 0  # another process came first
    receipts = _receipts(tx, tablet, since, until)
    for author in dict.fromkeys(row.author for row in receipts):
        mine = [row for row in receipts if row.author == author]
        tx.say(_entry(tx, tablet, site, PersonId(author), mine, (since, until)))
    mark = tx.insert(chain_mark).values(device=tablet, until=until)
    tx.execute(mark.on_conflict_do_update(index_elements=["device"], set_={"until": until}))
    return len(receipts)


def _entry(
    tx: Tx,
    tablet: str,
    site: SiteId,
    author: PersonId,
    receipts: Sequence[Row[*AnyColumns]],
    span: tuple[datetime, datetime],
) -> Entry:
    person = tx.find(Person, author)
    viewer = viewer_of(tx, author)
    held = viewer.roles_at(site) if viewer else frozenset()
    named = tuple(dict.fromkeys(one for row in receipts for one in _records(row.result)))
    since, until = (moment.isoformat(timespec="microseconds") for moment in span)
    return Entry(
        act=ACT,
        about=((SPAN, f"{since}/{until}/{len(receipts)}"), *named),
        person=author,
        name=person.name if person else "",
        roles=" ".join(sorted(role.value for role in held)),
        site=site,
        origin=f"tablet {tablet}",
        digest=_digest(receipts),
    )


def _receipts(tx: Tx, tablet: str, since: datetime, until: datetime) -> Sequence[Row[*AnyColumns]]:
    known = op_receipt.c
    mine = (known.device == tablet) & (known.received_at > since) & (known.received_at <= until)
    return tx.rows(select(op_receipt).where(mine).order_by(known.received_at, known.op_id))


def _digest(receipts: Sequence[Row[*AnyColumns]]) -> str:
    digest = hashlib.sha256()
    for row in receipts:
        digest.update(f"{row.op_id} {row.kind} {row.author} {row.sha256}\n".encode())
    return digest.hexdigest()


def _records(result: str | None) -> list[tuple[str, str]]:
    told: Any = wire.loads(result) if result else {}
    records = told.get("records", []) if isinstance(told, dict) else []
    return [(str(kind), str(record)) for kind, record in records]


def _of_row(tx: Tx, row: Row[*AnyColumns], kept: datetime) -> Iterator[Finding]:
    about: Any = wire.loads(row.about)
    span = next((str(value) for kind, value in about if kind == SPAN), "").split("/")
    if len(span) != 3:
        return
    since, until = (datetime.fromisoformat(moment) for moment in span[:2])
    if since <= kept:
        return  # some of them may have been swept
    found = [one for one in _receipts(tx, row.origin.removeprefix("tablet "), since, until) if one.author == row.person]
    if len(found) != int(span[2]):
        yield Finding("chain-receipts", f"row {row.seq}", f"{len(found)} receipts instead of {span[2]}")
    elif _digest(found) != row.digest:
        yield Finding("chain-receipts", f"row {row.seq}", "a receipt was changed")
