"""Pages about the library of hazard wordings."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.excel import Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form, FormError
from server.office.listing import Query, listing, query
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.phrases.edit import rename_clause, set_retired, write
from server.office.phrases.look import clause_columns, columns_of, wanted_clauses, wanted_phrases
from server.office.reader import Reader, reader
from server.phrases import read_library
from server.store import Tx
from server.store.clause import CLAUSE_SORTS, Clause, clauses
from server.store.phrase import PHRASE_SORTS, has_phrases, phrase_rows, phrase_versions, publish_phrases
from server.store.template import templates
from shared.ids import PhraseId
from shared.model.phrase import Phrase
from shared.model.template import Certainty, HazardGrade

blueprint = pages("phrases", __name__)
SIZE = 50


@blueprint.get("")
def show_list() -> Response:
    """Show the wordings as they are filtered: those in use or, with ``retired``, all; as Excel if that was asked."""
    who, asked = reader(), query()
    who.must(Permission.SEE_TEMPLATES)
    if asked.is_excel:
        return answer_excel(export)
    page = asked.page(sort="codes", sorts=PHRASE_SORTS, size=SIZE)
    with office().store.reading() as tx:
        found = phrase_rows(tx, wanted_phrases(asked), page, who.wording.language)
        is_empty = not found.total and not has_phrases(tx)
    facts = {"listing": listing(found, asked), "asked": asked, "is_empty": is_empty, "grades": HazardGrade}
    return show("phrases/list.html", **facts)


@blueprint.get("/clauses")
def show_clauses() -> Response:
    """Show every clause that wordings and checklists name, with how many do."""
    return clauses_page(Form())


@blueprint.post("/clauses")
def send_clause() -> Response:
    """Write a clause anew in every wording that names it, each as its next version."""
    who, form = reader(), Form(request.form)
    who.must(Permission.PUBLISH_TEMPLATES)
    old, new = form.line("old", must=True), form.line("new", must=True)
    try:
        form.settle()
        with office().store.writing() as tx:
            rename_clause(tx, who, old, new)
    except FormError:
        return clauses_page(form, 422)
    return done(url_for("phrases.show_clauses"), "done.clause")


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[Phrase]:
    """Lay the wordings out for Excel, as they are filtered."""
    wanted, sort = wanted_phrases(asked), asked.page(sort="codes", sorts=PHRASE_SORTS).sort
    rows = pages_of(lambda page: phrase_rows(tx, wanted, page, who.wording.language), sort)
    is_editor = who.may(Permission.PUBLISH_TEMPLATES)
    return Sheet(who.wording("menu.phrases"), columns_of(who.wording, is_editor=is_editor), rows)


def clause_export(tx: Tx, who: Reader, asked: Query) -> Sheet[Clause]:
    """Lay the clauses out for Excel, as they are filtered."""
    wanted = wanted_clauses(asked, with_remembered=who.may(Permission.PUBLISH_TEMPLATES))
    rows = pages_of(lambda page: clauses(tx, wanted, page), asked.page(sort="clause", sorts=CLAUSE_SORTS).sort)
    return Sheet(who.wording("phrases.clauses"), clause_columns(who.wording, titles_in(tx, who)), rows)


def clauses_page(form: Form, status: int = 200) -> Response:
    """Write the page of clauses."""
    who, asked = reader(), query()
    who.must(Permission.SEE_TEMPLATES)
    if asked.is_excel:
        return answer_excel(clause_export)
    wanted = wanted_clauses(asked, with_remembered=who.may(Permission.PUBLISH_TEMPLATES))
    page = asked.page(sort="clause", sorts=CLAUSE_SORTS, size=SIZE)
    with office().store.reading() as tx:
        found, titles = clauses(tx, wanted, page), titles_in(tx, who)
    facts = {"listing": listing(found, asked), "asked": asked, "titles": titles, "certainties": Certainty}
    return show("phrases/clauses.html", status, form=form, **facts)


def titles_in(tx: Tx, who: Reader) -> dict[str, str]:
    """Return what checklists are called in the reader's language."""
    return {template.id: who.wording.text(template.title) for template in templates(tx)}


@blueprint.post("/shipped")
def send_shipped() -> Response:
    """Add the wordings that ship and that are not here yet."""
    reader().must(Permission.PUBLISH_TEMPLATES)
    with office().store.writing() as tx:
        publish_phrases(tx, read_library())
    return done(url_for("phrases.show_list"), "done.phrases_added")


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a new wording."""
    return phrase_page(Form(), "")


@blueprint.post("/new")
def send_new() -> Response:
    """Add a wording."""
    return keep(Form(request.form), "")


@blueprint.get("/<phrase>")
def show_one(phrase: str) -> Response:
    """Show a wording: the form that changes it, and its versions."""
    return phrase_page(Form(), phrase)


@blueprint.post("/<phrase>")
def send_one(phrase: str) -> Response:
    """Make a form the next version of a wording."""
    return keep(Form(request.form), phrase)


@blueprint.post("/<phrase>/retired")
def send_retired(phrase: str) -> Response:
    """Take a wording out of use, or back."""
    who = reader()
    who.must(Permission.PUBLISH_TEMPLATES)
    is_retired = request.form.get("is_retired") == "yes"
    with office().store.writing() as tx:
        if not phrase_versions(tx, PhraseId(phrase)):
            raise NotFound
        set_retired(tx, who, PhraseId(phrase), is_retired=is_retired)
    return done(url_for("phrases.show_list"), "done.phrase_retired" if is_retired else "done.phrase_back")


def keep(form: Form, phrase: str) -> Response:
    """Write a form's wording, or show the form again with what is wrong."""
    who = reader()
    who.must(Permission.PUBLISH_TEMPLATES)
    try:
        with office().store.writing() as tx:
            if phrase and not phrase_versions(tx, PhraseId(phrase)):
                raise NotFound
            kept = write(tx, who, form, PhraseId(phrase or tx.ids.new()))
    except FormError:
        return phrase_page(form, phrase, 422)
    return done(url_for("phrases.show_list"), "done.phrase" if kept else "done.phrase_same")


def phrase_page(form: Form, phrase: str, status: int = 200) -> Response:
    """Write the page of a wording, or of a new one.

    Raises:
        NotFound: there is no such wording.
    """
    who = reader()
    who.must(Permission.SEE_TEMPLATES if phrase else Permission.PUBLISH_TEMPLATES)
    with office().store.reading() as tx:
        versions = phrase_versions(tx, PhraseId(phrase)) if phrase else []
    if phrase and not versions:
        raise NotFound
    facts = {"versions": versions, "phrase": versions[-1] if versions else None}
    return show("phrases/one.html", status, form=form, grades=HazardGrade, certainties=Certainty, **facts)
