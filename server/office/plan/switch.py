"""The catalogue's page: what manual and regulation ask for here, what runs of it, and switching on what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from flask import Response, request, url_for

from server.office.form import Form, FormError
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.catalogue import Proposal, bare, by_code, proposals, rules_of, words_of
from server.office.plan.family import blueprint
from server.office.plan.recurrence import recurrence
from server.office.plan.write import choices
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.place import buildings, in_use
from server.store.plan import rules
from server.store.rule import SWITCHED_ON, add_rule
from shared.ids import RuleId, TemplateId
from shared.model.template import Template

MOST_AT_ONCE = 200


@blueprint.get("/catalogue")
def show_catalogue() -> Response:
    """Show which rows apply by the profiles of the buildings, and which of them nobody does yet."""
    return catalogue_page(Form())


@blueprint.post("/catalogue")
def send_rows() -> Response:
    """Switch the ticked rows on from a day, each at its place."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    try:
        with office().store.writing() as tx:
            known = choices(tx, who)
            missing = {one.key: one for one in found_here(tx, who) if not one.running}
            chosen = form.choices("row", missing)[:MOST_AT_ONCE]
            if not chosen:
                form.wrong("row", "plan.tick_some")
            first = form.day("from_on", must=True, first=who.formats.today)
            by_id: dict[str, Template] = {one.id: one for one in known.templates}
            with_form = [(missing[key], template_of(form, missing[key], by_id)) for key in chosen]
            form.settle()
            for one, template in with_form:
                for made in rules_of(one, template, first or who.formats.today, who.site):
                    add_rule(tx, who.viewer, replace(made, id=RuleId(tx.ids.new())), SWITCHED_ON)
    except FormError:
        return catalogue_page(form, 422)
    return done(url_for("plan.show_catalogue"), "done.switched_on")


def template_of(form: Form, one: Proposal, by_id: dict[str, Template]) -> TemplateId:
    """Return the checklist of a row: its own, or the one that the form names for it."""
    own = one.row.template if one.row.template in by_id else ""
    name = f"template.{one.row.key}"
    typed = form.text(name) or own
    if typed not in by_id:
        form.wrong(name, "plan.choose_template")
    return TemplateId(typed)


def found_here(tx: Tx, who: Reader) -> list[Proposal]:
    """List what applies at the chosen site."""
    running = rules(tx, who.viewer, who.formats.today, who.site)
    return proposals(tx, who, choices(tx, who), running)


def catalogue_page(form: Form, status: int = 200) -> Response:
    """Write the page of the catalogue."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    with office().store.reading() as tx:
        known = choices(tx, who)
        found = found_here(tx, who)
        built = in_use(buildings(tx, who.viewer, who.site))
    missing = sum(not one.running for one in found)
    is_short = request.values.get("show") == "missing"
    facts: dict[str, object] = {
        "rows": by_code(one for one in found if not (is_short and one.running)),
        "is_short": is_short,
        "missing": missing,
        "total": len(found),
        "buildings": built,
        "choices": known,
    }
    facts |= {"words_of": words_of, "said": {one.row.key: recurrence(bare(one.row), who.wording) for one in found}}
    facts |= {"ticked": set(form.values.getlist("row")), "tomorrow": who.formats.today + timedelta(days=1)}
    return show("plan/catalogue.html", status, form=form, **facts)
