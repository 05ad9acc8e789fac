"""Pages about checklists."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import reader
from server.office.templates import drafts, line, release, trial
from server.office.templates.family import blueprint
from server.office.templates.intake import begin_drafts, publish_all, read, refused
from server.store.draft import DraftState
from server.store.draft import drafts as open_drafts
from server.store.template import templates, versions
from shared.errors import TemplateError
from shared.ids import TemplateId
from shared.model.template import Item, ItemKind, Section, Template

__all__ = ["blueprint", "drafts", "line", "release", "trial"]


@blueprint.get("")
def show_list() -> Response:
    """Show the published checklists."""
    who = reader()
    who.must(Permission.SEE_TEMPLATES)
    may_write, dropped = who.may(Permission.PUBLISH_TEMPLATES), bool(request.args.get("dropped"))
    with office().store.reading() as tx:
        found = templates(tx)
        known = {template.id: versions(tx, template.id) for template in found}
        begun = open_drafts(tx, DraftState.DROPPED if dropped else DraftState.OPEN) if may_write else []
    return show("templates/list.html", templates=found, versions=known, drafts=begun, dropped=dropped)


@blueprint.get("/import")
def show_import() -> Response:
    """Show the form that takes checklist files."""
    reader().must(Permission.PUBLISH_TEMPLATES)
    return show("templates/import.html", intake=None)


@blueprint.post("/import")
def send_import() -> Response:
    """Say what the files hold and what is wrong with them; publish them if that was asked and nothing is wrong."""
    who = reader()
    who.must(Permission.PUBLISH_TEMPLATES)
    uploads = request.files.getlist("files")
    if request.form.get("do") == "draft":
        try:
            with office().store.writing() as tx:
                begun = begin_drafts(tx, who.viewer, uploads)
        except TemplateError as error:
            return show("templates/import.html", 422, intake=refused(error))
        target = url_for("templates.show_draft", draft=begun[0]) if len(begun) == 1 else url_for("templates.show_list")
        return done(target, "done.draft_begun")
    if request.form.get("do") != "publish":
        with office().store.reading() as tx:
            intake = read(tx, uploads)
        return show("templates/import.html", 422 if intake.problems else 200, intake=intake)
    try:
        with office().store.writing() as tx:
            intake = read(tx, uploads)
            if not intake.is_publishable:
                return show("templates/import.html", 422, intake=intake)
            publish_all(tx, intake)
    except TemplateError as error:
        return show("templates/import.html", 422, intake=refused(error))
    return done(url_for("templates.show_list"), "done.publish")


@blueprint.get("/<template>")
def show_newest(template: str) -> Response:
    """Show the newest version of a checklist."""
    return sheet(TemplateId(template), 0)


@blueprint.get("/<template>/<int:version>")
def show_version(template: str, version: int) -> Response:
    """Show one version of a checklist."""
    return sheet(TemplateId(template), version)


def sheet(template: TemplateId, version: int) -> Response:
    """Write a checklist's page; version 0 is the newest.

    Raises:
        NotFound: there is no such checklist or version.
    """
    reader().must(Permission.SEE_TEMPLATES)
    with office().store.reading() as tx:
        known = versions(tx, template)
    found = next((one for one in reversed(known) if version in (0, one.version)), None)
    if found is None:
        raise NotFound
    return show("templates/one.html", template=found, versions=known, groups=groups_of(found))


def groups_of(template: Template) -> Sequence[tuple[Section | None, list[Item]]]:
    """Group a checklist's items by section, in the order of the form."""
    sections = {section.name: section for section in template.sections}
    names = dict.fromkeys(item.section for item in template.items)
    found = [(sections.get(name), [item for item in template.items if item.section == name]) for name in names]
    return [(section, items) for section, items in found if items]


def asked(template: Template) -> int:
    """Count the lines that somebody answers for themselves: not notes, calculations or parts."""
    silent = {ItemKind.NOTE, ItemKind.CALCULATE}
    return sum(item.kind not in silent and not item.part_of for item in template.items)
