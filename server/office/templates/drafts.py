"""Drafts of checklists: begun, shown as an outline, moved about, taken back, put away, sent as files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.excel import XLSX, send
from server.office.form import Form, FormError
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.templates.desk import ICONS, Desk, asked_rev, author, desk_of, field_word, kind_of, limits_of
from server.office.templates.family import blueprint
from server.store import Tx
from server.store.draft import (
    Deed,
    DraftState,
    StaleDraftError,
    begin_draft,
    draft_of,
    drafts,
    history,
    numbered,
    redo,
    restore,
    save_draft,
    set_dropped,
    sheets_of_draft,
    undo,
)
from server.store.template import latest, templates, versions
from server.xlsform.name import FORM_ID
from server.xlsform.outline import Outline, OutlineError
from server.xlsform.sheets import Sheets, sheets_of, write_sheets_csv, write_sheets_xlsx
from shared.ids import TemplateId
from shared.model.place import Text
from shared.model.template import Template


@blueprint.get("/drafts/new")
def show_new_draft() -> Response:
    """Show the form that begins a draft: blank, or as a copy of a checklist."""
    return new_page(Form())


@blueprint.post("/drafts/new")
def send_new_draft() -> Response:
    """Begin a draft of a new checklist."""
    who, form = author(), Form(request.form)
    try:
        with office().store.writing() as tx:
            name = begin_draft(tx, who.viewer, _begun(tx, form))
    except FormError:
        return new_page(form, 422)
    return done(url_for("templates.show_draft", draft=name), "done.draft_begun")


@blueprint.post("/<template>/<int:version>/draft")
def send_edit(template: str, version: int) -> Response:
    """Begin a draft of a checklist's next version, or go on with the one that was begun."""
    who = author()
    with office().store.writing() as tx:
        known = versions(tx, TemplateId(template))
        found = next((one for one in known if one.version == version), None)
        if found is None:
            raise NotFound
        begun = next(
            (one for one in drafts(tx, DraftState.OPEN) if (one.template, one.base) == (template, version)), None
        )
        sheets = numbered(sheets_of(found), known[-1].version + 1)
        name = begun.id if begun else begin_draft(tx, who.viewer, sheets, version)
    return done(url_for("templates.show_draft", draft=name), "done.draft_begun")


@blueprint.get("/drafts/<draft>")
def show_draft(draft: str) -> Response:
    """Show a draft's lines as an outline, with what is wrong at each."""
    return draft_page(draft)


@blueprint.post("/drafts/<draft>")
def send_act(draft: str) -> Response:
    """Move, copy or remove a line, take back or do again."""
    who = author()
    act, _, row = request.form.get("act", "").partition(":")
    try:
        with office().store.writing() as tx:
            _do(tx, who, draft, act, row)
    except (StaleDraftError, OutlineError) as error:
        return draft_page(draft, 409, stale=isinstance(error, StaleDraftError))
    return done(url_for("templates.show_draft", draft=draft, _anchor=row or None), f"done.draft_{act}")


@blueprint.get("/drafts/<draft>/history")
def show_history(draft: str) -> Response:
    """Show every change of a draft."""
    author()
    with office().store.reading() as tx:
        held = draft_of(tx, draft)
        found = history(tx, held)
    return show("templates/history.html", draft=held, history=found)


@blueprint.post("/drafts/<draft>/history")
def send_restore(draft: str) -> Response:
    """Go back to an older state of a draft."""
    who = author()
    old = request.form.get("old", "")
    try:
        with office().store.writing() as tx:
            restore(tx, who.viewer, draft, asked_rev(), int(old) if old.isascii() and old.isdigit() else 0)
    except StaleDraftError:
        return draft_page(draft, 409, stale=True)
    return done(url_for("templates.show_draft", draft=draft), "done.draft_restored")


@blueprint.post("/drafts/<draft>/dropped")
def send_dropped(draft: str) -> Response:
    """Put a draft away, or take it up again."""
    who = author()
    is_dropped = request.form.get("is_dropped") == "yes"
    with office().store.writing() as tx:
        draft_of(tx, draft)
        set_dropped(tx, who.viewer, draft, is_dropped=is_dropped)
    target = url_for("templates.show_list") if is_dropped else url_for("templates.show_draft", draft=draft)
    return done(target, "done.draft_dropped" if is_dropped else "done.draft_back")


@blueprint.get("/drafts/<draft>/form.<ending>")
def show_draft_file(draft: str, ending: str) -> Response:
    """Send a draft as a workbook, or as CSV files in a ZIP, whatever is wrong with it."""
    author()
    with office().store.reading() as tx:
        held = draft_of(tx, draft)
        sheets = sheets_of_draft(tx, held)
    return form_file(sheets, f"{held.template or 'form'}-draft", ending)


@blueprint.get("/<template>/<int:version>/form.<ending>")
def show_file(template: str, version: int, ending: str) -> Response:
    """Send a published version as a workbook, or as CSV files in a ZIP."""
    reader().must(Permission.SEE_TEMPLATES)
    with office().store.reading() as tx:
        found = next((one for one in versions(tx, TemplateId(template)) if one.version == version), None)
    if found is None:
        raise NotFound
    return form_file(sheets_of(found), f"{template}-{version}", ending)


def form_file(sheets: Sheets, name: str, ending: str) -> Response:
    """Answer with a form's file.

    Raises:
        NotFound: there are no files of this kind.
    """
    if ending == "xlsx":
        return send(write_sheets_xlsx(sheets), f"{name}.xlsx", XLSX)
    if ending != "zip":
        raise NotFound
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in write_sheets_csv(sheets).items():
            archive.writestr(file, data)
    return send(buffer.getvalue(), f"{name}.zip", "application/zip")


def draft_page(draft: str, status: int = 200, *, stale: bool = False) -> Response:
    """Write the page of a draft; ``stale`` says that somebody changed it meanwhile."""
    who = author()
    with office().store.reading() as tx:
        desk = desk_of(tx, draft)
        newest = latest(tx, desk.draft.template)
    return show(
        "templates/draft.html",
        status,
        desk=desk,
        draft=desk.draft,
        newest=newest,
        stale=stale,
        is_refused=status != 200 and not stale,
        problems=desk.of_rows(desk.reading.problems),
        warnings=desk.of_rows(desk.reading.warnings),
        **shown_by(who),
    )


def shown_by(who: Reader) -> dict[str, object]:
    """Return what pages of a draft draw lines with."""
    return {
        "kind_of": kind_of,
        "label_of": lambda entry: Text(entry.text("label.zh"), entry.text("label.en")),
        "kind_icons": ICONS,
        "limits_of": limits_of,
        "field_word": lambda key: field_word(who.wording, key),
    }


def new_page(form: Form, status: int = 200) -> Response:
    """Write the page that begins a draft."""
    author()
    with office().store.reading() as tx:
        known = templates(tx)
    return show("templates/draft_new.html", status, form=form, templates=known)


def _begun(tx: Tx, form: Form) -> Sheets:
    known: dict[str, Template] = {one.id: one for one in templates(tx)}
    name = form.line("form_id", must=True)
    title, title_en = form.line("title", must=True), form.line("title_en")
    source = form.choice("source", known)
    if name and not FORM_ID.fullmatch(name):
        form.wrong("form_id", "draft.not_an_id")
    elif name in known:
        form.wrong("form_id", "draft.id_taken")
    form.settle()
    own = {"form_id": name, "version": "1", "title.zh": title, "title.en": title_en}
    copied: Template | None = known.get(source)
    sheets = sheets_of(copied) if copied else Sheets({"inspection_type": name, "signers": "inspector"})
    return Sheets(
        {**sheets.settings, **{key: cell for key, cell in own.items() if cell}}, sheets.survey, sheets.choices
    )


def _do(tx: Tx, who: Reader, draft: str, act: str, row: str) -> None:
    rev = asked_rev()
    if act in ("undo", "redo"):
        {"undo": undo, "redo": redo}[act](tx, who.viewer, draft, rev)
        return
    desk = desk_of(tx, draft)
    if desk.draft.rev != rev:
        raise StaleDraftError
    changes: Mapping[str, tuple[Deed, Callable[[Outline], object]]] = {
        **{way: (Deed.MOVED, lambda outline: outline.shift(row, act)) for way in ("up", "down", "into", "out")},
        "move": (
            Deed.MOVED,
            lambda outline: outline.move(*(request.form.get(key, "") for key in ("row", "parent", "before"))),
        ),
        "copy": (Deed.COPIED, lambda outline: outline.copy(row)),
        "remove": (Deed.REMOVED, lambda outline: outline.remove(row)),
    }
    if act not in changes:
        raise NotFound
    deed, change = changes[act]
    about = label_of(desk, row or request.form.get("row", ""))
    change(desk.outline)
    save_draft(tx, who.viewer, draft, rev, desk.outline.written(), deed, about)


def label_of(desk: Desk, row: str) -> str:
    """Name a line in the history: its code and its label."""
    entry = desk.sheets.entry(row)
    return " ".join(filter(None, (entry.text("code"), entry.text("label.zh") or entry.text("name")))) if entry else ""
