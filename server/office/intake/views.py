"""Pages that bring records in from Excel: the file to fill in, the trial, and the act."""

from __future__ import annotations

from flask import Response, request
from werkzeug.exceptions import NotFound

from server.office.excel import XLSX, send
from server.office.family import pages
from server.office.form import Form
from server.office.intake.book import MOST_BYTES, MOST_ROWS, Book, BookError, Row, empty_book, read_book
from server.office.intake.kind import INTAKES, Intake
from server.office.intake.parcel import pack, unpack
from server.office.intake.trial import TITLES, RowState, Trial, apply, try_rows
from server.office.page import done, show
from server.office.parts import office
from server.office.places.field import Form as Shape
from server.office.places.kinds import FROM_EXCEL, RecordKind
from server.office.places.words import label_of
from server.office.reader import Reader, reader
from server.office.text import catalogue
from server.store import Tx
from server.store.place import named_places
from shared.errors import MalformedError

blueprint = pages("intake", __name__, "/import")
MOST_SHOWN = 500
"""Rows of a report; wrong ones come first."""


@blueprint.get("/<kind>")
def show_intake(kind: str) -> Response:
    """Show where a file is chosen, and the file to fill in."""
    return _page(_allowed(kind), Form())


@blueprint.get("/<kind>/form.xlsx")
def show_form(kind: str) -> Response:
    """Send the file to fill in, empty or with all that is here already."""
    who, intake = reader(), _allowed(kind)
    known = intake.kind
    with office().store.reading() as tx:
        options = {field.refers: _names(tx, who, field.refers) for field in known.fields if field.refers}
        rows = _rows(tx, who, intake) if request.args.get("filled") else []
    name = f"{who.wording(f'places.{known.name}')}-{who.site_name}-{who.formats.today:%Y%m%d}.xlsx"
    return send(empty_book(known, options, rows), name, XLSX)


@blueprint.post("/<kind>")
def send_intake(kind: str) -> Response:
    """Try a file and show what each row would do; nothing is written."""
    who, intake, form = reader(), _allowed(kind), Form(request.form)
    upload = request.files.get("file")
    data = upload.read(MOST_BYTES + 1) if upload is not None else b""
    if not data:
        form.wrong("file", "form.missing")
        return _page(intake, form, 422)
    try:
        book = read_book(data, intake.kind)
    except BookError as error:
        form.wrong("file", error.key)
        return _page(intake, form, 422)
    with office().store.reading() as tx:
        trial = try_rows(tx, intake, who.site, book)
    return _report(intake, trial, book)


@blueprint.post("/<kind>/apply")
def send_apply(kind: str) -> Response:
    """Write what the trial showed, all of it or nothing; shown anew if something has changed meanwhile."""
    who, intake, form = reader(), _allowed(kind), Form(request.form)
    try:
        book = unpack(form.value("parcel"), intake.kind)
    except MalformedError:
        form.wrong("file", "form.missing")
        return _page(intake, form, 422)
    with office().store.writing() as tx:
        trial = try_rows(tx, intake, who.site, book)
        is_agreed = trial.is_good and trial.digest == form.value("digest")
        if is_agreed:
            apply(tx, intake, who, trial)
    if not is_agreed:
        form.wrong("", "intake.changed_meanwhile")
        return _report(intake, trial, book, form, 409)
    return done(intake.list_at(), "done.imported")


def _allowed(kind: str) -> Intake:
    """Read a kind from an address, if the reader may bring such records in.

    Raises:
        NotFound: they are not brought in from Excel.
        ForbiddenError: the reader may not.
    """
    if kind not in INTAKES:
        raise NotFound
    reader().must(INTAKES[kind].permission)
    return INTAKES[kind]


def _page(intake: Intake, form: Form, status: int = 200) -> Response:
    facts = {"most_rows": MOST_ROWS, "most_mb": MOST_BYTES >> 20, "list_url": intake.list_at()}
    beside = [INTAKES[name] for name in FROM_EXCEL] if intake.kind.name in FROM_EXCEL else []
    return show("intake/choose.html", status, kind=intake.kind, beside=beside, form=form, **facts)


def _report(intake: Intake, trial: Trial, book: Book, form: Form | None = None, status: int = 200) -> Response:
    order = {RowState.WRONG: 0, RowState.CHANGED: 1, RowState.NEW: 2, RowState.SAME: 3}
    rows = sorted(trial.rows, key=lambda row: (order[row.state], row.number))
    parcel = pack(book) if trial.is_good else ""
    say, kind = reader().wording, intake.kind
    title = next(field.name for field in kind.fields if field.name in TITLES)
    facts = {
        "list_url": intake.list_at(),
        "title_label": label_of(say, kind.name, title),
        "counts": {state: trial.count(state) for state in RowState},
        "rows": rows[:MOST_SHOWN],
        "more": max(0, len(rows) - MOST_SHOWN),
        "parcel": parcel,
        "is_too_long": trial.is_good and not parcel,
        "label": lambda field: label_of(say, kind.name, field),
        "fields": {field.name: field for field in kind.fields},
        "names": _referred(kind),
    }
    return show("intake/report.html", status, kind=kind, trial=trial, form=form or Form(), **facts)


def _referred(kind: RecordKind) -> dict[str, str]:
    who = reader()
    with office().store.reading() as tx:
        return {
            ident: names[-1] if names else ident
            for refers in {field.refers for field in kind.fields if field.refers}
            for ident, names in named_places(tx, refers, who.site)
        }


def _names(tx: Tx, who: Reader, kind: str) -> list[str]:
    return sorted(names[0] for _, names in named_places(tx, kind, who.site) if names)


def _rows(tx: Tx, who: Reader, intake: Intake) -> list[Row]:
    """Turn the records that are here into rows that the import understands."""
    named = {
        ident: names[0]
        for refers in {field.refers for field in intake.kind.fields if field.refers}
        for ident, names in named_places(tx, refers, who.site)
        if names
    }
    kept = [one for one in intake.every(tx, who.site) if not getattr(one, "is_retired", False)]
    kept = [one for one in kept if getattr(one, "is_active", True)][:MOST_ROWS]
    return [_row(intake.kind, intake.values_of(one), named) for one in kept]


def _row(kind: RecordKind, values: Row, named: dict[str, str]) -> Row:
    known = catalogue()

    def word(words: str, value: str) -> str:
        return (known.get(f"{words}.{value}") or (value,))[0]

    row = dict(values)
    for field in kind.fields:
        value = row[field.name]
        if field.refers:
            row[field.name] = named.get(str(value), "")
        elif field.form is Shape.CHOICE and value:
            row[field.name] = word(field.words, str(value))
        elif field.form is Shape.SEVERAL and isinstance(value, tuple):
            row[field.name] = tuple(word(field.words, one) for one in value)
    return row
