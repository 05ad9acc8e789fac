"""Pages about the library of hazard wordings."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.family import pages
from server.office.form import Form, FormError
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.phrases.edit import set_retired, write
from server.office.reader import reader
from server.phrases import read_library
from server.store.phrase import phrase_versions, phrases, publish_phrases
from shared.ids import PhraseId
from shared.model.template import Certainty, HazardGrade

blueprint = pages("phrases", __name__)


@blueprint.get("")
def show_list() -> Response:
    """Show the wordings, those in use or, with ``retired``, all."""
    reader().must(Permission.SEE_TEMPLATES)
    with_retired = bool(request.args.get("retired"))
    with office().store.reading() as tx:
        every = phrases(tx)
    found = [one for one in every if with_retired or not one.is_retired]
    found.sort(key=lambda one: (not one.codes, one.codes, one.id))
    return show("phrases/list.html", phrases=found, with_retired=with_retired, is_empty=not every)


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
