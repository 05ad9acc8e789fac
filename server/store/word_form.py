"""A site's own Word forms: kept as they came, retired but never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from server.store.listing import as_row
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import word_form
from shared.errors import UnknownRecordError
from shared.ids import PersonId, SiteId


@dataclass(frozen=True, slots=True)
class WordForm:
    """One form, without its file."""

    id: str
    site: SiteId
    name: str
    file_name: str
    is_retired: bool
    at: datetime
    by: PersonId
    by_name: str


def word_forms(tx: Tx, viewer: Viewer, site: SiteId, *, with_retired: bool = False) -> list[WordForm]:
    """List a site's forms, the latest first."""
    viewer.check(site)
    query = select(*(column for column in word_form.c if column.name != "docx")).where(word_form.c.site == site)
    if not with_retired:
        query = query.where(word_form.c.is_retired.is_(False))
    return [as_row(WordForm, row) for row in tx.rows(query.order_by(word_form.c.at.desc(), word_form.c.id))]


def word_form_for(tx: Tx, viewer: Viewer, ident: str) -> tuple[WordForm, bytes]:
    """Return a form and its file.

    Raises:
        UnknownRecordError: there is none at the viewer's sites.
    """
    row = tx.row(select(word_form).where(word_form.c.id == ident))
    if row is None or not viewer.may_see(row.site):
        raise UnknownRecordError(kind="word_form", id=ident)
    return as_row(WordForm, row), bytes(row.docx)


def add_word_form(tx: Tx, by: Viewer, site: SiteId, name: str, file_name: str, docx: bytes) -> str:
    """Keep a form and return its id."""
    ident = tx.ids.new()
    row = {"id": ident, "site": site, "name": name[:100], "file_name": file_name[:200], "docx": docx}
    tx.execute(word_form.insert().values(**row, is_retired=False, at=tx.now, by=by.person, by_name=by.name[:100]))
    return ident


def retire_word_form(tx: Tx, ident: str) -> None:
    """Offer a form no more; it is kept."""
    tx.execute(update(word_form).where(word_form.c.id == ident).values(is_retired=True))
