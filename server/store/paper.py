"""Papers that were printed: a check code for each content of each paper, and who printed it when.

A code is 60 random bits, given once to one content: kind, record, the revisions of all records that it says, and the hash
of every word and photo. Whoever holds the paper can ask whether it is ours and whether its records have changed since.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, cast

from sqlalchemy import Row, func, select

from server.store.listing import as_row, count
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer, visible
from server.tables import SYNCED, paper, paper_print
from shared import wire
from shared.ids import PersonId, SiteId

Basis = tuple[tuple[str, str, int], ...]
_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read for another: no 0/O, 1/I
_LETTERS: Final = 12
_AGAIN: Final = timedelta(minutes=1)
"""The same paper fetched again so soon by the same person is one print: viewers ask twice."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a code is given to. ``basis`` is kind, id and revision of the records that the paper says."""

    kind: str
    record: str
    site: SiteId
    title: str
    number: str
    dated_on: date
    version: int
    content_sha256: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One content of one paper with its code."""

    code: str
    kind: str
    record: str
    site: SiteId
    title: str
    number: str
    dated_on: date
    version: int
    content_sha256: str
    basis: Basis
    made_at: datetime

    @property
    def shown_code(self) -> str:
        """The code as it is printed, in groups of four."""
        return shown(self.code)


@dataclass(frozen=True, slots=True)
class Print:
    """One print: which paper, by whom and when."""

    code: str
    kind: str
    record: str
    title: str
    number: str
    by_name: str
    at: datetime

    @property
    def shown_code(self) -> str:
        """The code as it is printed, in groups of four."""
        return shown(self.code)


def shown(code: str) -> str:
    """Write a code in groups of four."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def read_code(text: str) -> str:
    """Read a code as a person types it: any case, any blanks and dashes; empty if it is none."""
    found = "".join(letter for letter in text.upper() if letter not in " -\u2013\u2014\u3000")
    return found if len(found) == _LETTERS and set(found) <= set(_ALPHABET) else ""


def register(tx: Tx, said: Said) -> PaperRow:
    """Return the code of this very content; a new one if it was never printed."""
    known = (paper.c.record == said.record) & (paper.c.kind == said.kind)
    row = tx.row(select(paper).where(known, paper.c.content_sha256 == said.content_sha256).limit(1))
    if row is not None:
        return _read(row)
    values = {
        "code": "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS)),
        "kind": said.kind,
        "record": said.record,
        "site": said.site,
        "title": said.title[:200],
        "number": said.number[:100],
        "dated_on": said.dated_on.isoformat(),
        "version": said.version,
        "content_sha256": said.content_sha256,
        "basis": wire.dumps([list(one) for one in said.basis]),
        "made_at": tx.now,
    }
    tx.execute(paper.insert().values(**values))
    return _read(tx.rows(select(paper).where(paper.c.code == values["code"]))[0])


def note_print(tx: Tx, printed: PaperRow, by: PersonId, by_name: str) -> None:
    """Remember that somebody printed a paper."""
    mine = (paper_print.c.code == printed.code) & (paper_print.c.by == by)
    last = tx.scalar(select(func.max(paper_print.c.at)).where(mine))
    if last is None or tx.now - last >= _AGAIN:
        row = {"code": printed.code, "site": printed.site, "by": by, "by_name": by_name[:100], "at": tx.now}
        tx.execute(paper_print.insert().values(**row))


def find_paper(tx: Tx, code: str) -> PaperRow | None:
    """Look a paper up by its code, whoever asks."""
    row = tx.row(select(paper).where(paper.c.code == code))
    return _read(row) if row is not None else None


def changed_since(tx: Tx, known: PaperRow) -> bool:
    """Tell whether any record that the paper says has another revision now, or is gone."""
    for kind, record, rev in known.basis:
        table = SYNCED[kind]
        now = tx.scalar(select(table.c.rev).where(table.c.id == record, table.c.is_gone.is_(False)))
        if now != rev:
            return True
    return False


def prints(tx: Tx, viewer: Viewer, site: SiteId, page: PageRequest) -> Page[Print]:
    """List the prints of a site's papers, the latest first."""
    where = visible(paper_print, viewer, site)
    total = count(tx, paper_print, [where])
    order = (paper_print.c.at.desc(), paper_print.c.id.desc())
    page_of = select(paper_print).where(where).order_by(*order).limit(page.size).offset(page.offset).subquery()
    said = (paper.c.kind, paper.c.record, paper.c.title, paper.c.number)
    query = select(page_of.c.code, page_of.c.by_name, page_of.c.at, *said)
    joined = query.select_from(page_of.join(paper, paper.c.code == page_of.c.code))
    rows = tx.rows(joined.order_by(page_of.c.at.desc(), page_of.c.id.desc()))
    more = "more" if page.offset + page.size < total else ""
    less = "less" if page.number > 1 else ""
    return Page(tuple(as_row(Print, row) for row in rows), total, page.number, page.size, "", more, less)


def _read(row: Row[*AnyColumns]) -> PaperRow:
    named = cast("list[tuple[str, str, int]]", wire.loads(row.basis))
    basis = tuple((kind, record, rev) for kind, record, rev in named)
    return as_row(PaperRow, row, basis=basis, dated_on=date.fromisoformat(row.dated_on))
