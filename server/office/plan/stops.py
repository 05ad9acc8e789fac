"""Stops: a plan paused, equipment out of service or a place closed for some days, with a reason and a notice."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict

from server.office.form import Form, FormError
from server.office.listing import listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.family import blueprint
from server.office.plan.write import Choices, choices
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.plan import rules
from server.store.stoppage import LONGEST_REASON, Stoppage, begin_stoppage, end_stoppage, stoppage_for, stoppages
from shared.errors import UnknownRecordError
from shared.ids import RuleId
from shared.model.plan import Rule

BACK = timedelta(days=7)
"""So far back a stop may begin: what was missed in between is excused by it."""


@blueprint.get("/stops")
def show_stops() -> Response:
    """Show the stops that hold or are to come, or all there ever were, and the form of a new one."""
    return stops_page(Form(MultiDict(request.args)))


@blueprint.post("/stops")
def send_stop() -> Response:
    """Stop rounds, or show the form again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    try:
        with office().store.writing() as tx:
            known, running = choices(tx, who), stoppable(tx, who)
            wanted = read_stop(form, known, running, who)
            form.settle()
            begin_stoppage(tx, who.viewer, wanted)
    except FormError:
        return stops_page(form, 422)
    return done(url_for("plan.show_stops"), "done.stopped")


@blueprint.post("/stops/<record>/end")
def send_stop_end(record: str) -> Response:
    """Let rounds go on after a day; a day before the stop began cancels it."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    today = who.formats.today
    with office().store.writing() as tx:
        found = stoppage_for(tx, who.viewer, record)
        if found.site != who.site or not (found.last is None or found.last >= today):
            raise UnknownRecordError(kind="stoppage", id=record)
        last = form.day("last_on") or today - timedelta(days=1)
        end_stoppage(tx, who.viewer, record, max(last, today - timedelta(days=1)))
    return done(url_for("plan.show_stops"), "done.stop_ended")


def stoppable(tx: Tx, who: Reader) -> list[Rule]:
    """List the plans of the chosen site that run or are to come; drawn inspections are none of them."""
    today = who.formats.today
    found = rules(tx, who.viewer, today, who.site)
    return [one for one in found if not one.is_secret and (one.ends_on is None or one.ends_on >= today)]


def read_stop(form: Form, known: Choices, running: list[Rule], who: Reader) -> Stoppage:
    """Read a stop from its form: what stops, and which plans with it."""
    by_id: dict[str, Rule] = {one.id: one for one in running}
    about_values: dict[str, object] = {f"rule:{one.id}": one for one in running}
    about_values |= {key: one for key, one in known.places.items() if not key.startswith("unit:")}
    kind, _, about = form.choice("about", about_values, must=True).partition(":")
    first = form.day("first_on", must=True, first=who.formats.today - BACK)
    last = form.day("last_on", first=first)
    chosen = tuple(RuleId(name) for name in form.choices("rules", by_id))
    affected = chosen or tuple(one.id for one in running if _stops_with(one, kind, about))
    if kind and not affected:
        form.wrong("rules", "plan.no_rules_stop")
    return Stoppage(
        id="",
        site=who.site,
        about_kind=kind or "rule",
        about_id=about,
        first=first or who.formats.today,
        last=last,
        reason=form.text("reason", must=True, longest=LONGEST_REASON),
        notice=form.text("notice", longest=LONGEST_REASON),
        by=who.viewer.person,
        by_name=who.name,
        at=who.now,
        rules=affected,
    )


def _stops_with(rule: Rule, kind: str, about: str) -> bool:
    """Tell whether a plan stops when nothing else is ticked: the plan itself, its equipment, its place."""
    return about == {"rule": rule.id, "asset": rule.asset, "point": rule.point}.get(kind)


def stops_page(form: Form, status: int = 200) -> Response:
    """Write the page of stops."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    today = who.formats.today
    with office().store.reading() as tx:
        on = None if asked.text("show") == "all" else today
        page = stoppages(tx, who.viewer, who.site, asked.page(sort="-first_on", sorts=()), on)
        known, running = choices(tx, who), stoppable(tx, who)
        named = names(tx, who)
        plans = {one.id: one for one in rules(tx, who.viewer, today, who.site)}
    named |= {asset.id: who.wording.text(asset.name) for asset in known.assets}
    facts = {"choices": known, "running": running, "plans": plans, "names": named, "form": form}
    return show("plan/stops.html", status, listing=listing(page, asked), asked=asked, **facts)
