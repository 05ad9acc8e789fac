"""Pages about the schedule."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.family import pages
from server.office.form import Form, FormError
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.plan.days import FIRST, LAST, change, runs, written
from server.office.plan.decide import asked_for, decide
from server.office.plan.excuse import BACK, excusable, excuse, excuses
from server.office.plan.load import schedule
from server.office.plan.recurrence import conditions, recurrence
from server.office.reader import reader
from server.store.inspection import notes_of_places, stored_photos
from server.store.place import persons, points
from server.store.plan import rules, workdays
from server.store.workday import workday_year
from server.workdays import Problem
from shared.ids import ExcuseId

blueprint = pages("plan", __name__)
NOTES_BACK = timedelta(days=30)
"""For how long the page shows what was reported about places."""


@blueprint.get("")
def show_plan() -> Response:
    """Show the rules of the chosen site, what is to be excused and what was, and the years of the workday table."""
    return plan_page(Form())


@blueprint.post("/excuses/<record>")
def send_decision(record: str) -> Response:
    """Approve or reject an excuse that was asked for on a tablet, or show the page again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EXCUSE)
    try:
        with office().store.writing() as tx:
            decided = decide(tx, who, ExcuseId(record), form)
    except FormError:
        return plan_page(form, record, 422)
    return done(url_for("plan.show_plan"), f"done.excuse_{decided.state.value}")


def plan_page(form: Form, record: str = "", status: int = 200) -> Response:
    """Write the page of the schedule; ``form`` is what was sent about the excuse ``record``."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    today = who.formats.today
    with office().store.reading() as tx:
        here = rules(tx, who.viewer, today, who.site)
        excused = excuses(tx, who, here)
        asked = asked_for(tx, who, here, schedule(tx, who, today - BACK).tasks(who, today - BACK, today))
        said = notes_of_places(
            tx, [who.site, *(point.id for point in points(tx, who.viewer, who.site))], who.now - NOTES_BACK
        )
        shown = (
            *(photo for one in asked for photo in one.excuse.photos),
            *(photo for note in said for photo in note.photos),
        )
        stored = stored_photos(tx, files_of(shown))
        years, named = workdays(tx), names(tx, who)
        people = {person.id: person.name for person in persons(tx, who.viewer, who.site)}
    running = [rule for rule in here if rule.ends_on is None or rule.ends_on >= today]
    running.sort(key=lambda rule: rule.name.zh)
    facts = {"people": people, "recurrence": recurrence, "conditions": conditions}
    facts |= {"next_year": max([today.year - 1, *(table.year for table in years)]) + 1}
    facts |= {
        "said": said,
        "asked": asked,
        "shoot": shooter(stored, who.formats),
        "form": form,
        "none_sent": Form(),
        "about": record,
    }
    return show("plan/plan.html", status, rules=running, excuses=excused, years=years, names=named, **facts)


@blueprint.get("/excuse")
def show_excuse() -> Response:
    """Show the form that excuses a task; ``task`` in the address chooses one."""
    return excuse_page(Form(MultiDict(request.args)))


@blueprint.post("/excuse")
def send_excuse() -> Response:
    """Excuse a task, or show the form again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EXCUSE)
    try:
        with office().store.writing() as tx:
            excuse(tx, who, form)
    except FormError:
        return excuse_page(form, 422)
    return done(url_for("plan.show_plan"), "done.excuse")


@blueprint.get("/workdays/<int:year>")
def show_year(year: int) -> Response:
    """Show one year of the workday table, with the form that changes it for those who may."""
    return year_page(year, Form())


@blueprint.post("/workdays/<int:year>")
def send_year(year: int) -> Response:
    """Make the days of a form the year's next version, or name every line that is wrong."""
    form = Form(request.form)
    reader().must(Permission.EDIT_WORKDAYS)
    check_year(year)
    with office().store.writing() as tx:
        problems = change(tx, year, form)
    if not form.is_valid:
        return year_page(year, form, problems, 422)
    return done(url_for("plan.show_year", year=year), "done.workdays")


def excuse_page(form: Form, status: int = 200) -> Response:
    """Write the form that excuses a task."""
    who = reader()
    who.must(Permission.EXCUSE)
    with office().store.reading() as tx:
        found, named = excusable(tx, who), names(tx, who)
    return show("plan/excuse.html", status, form=form, tasks=found, names=named)


def year_page(year: int, form: Form, problems: tuple[Problem, ...] = (), status: int = 200) -> Response:
    """Write the page of one year; ``problems`` are the lines of ``form`` that are wrong."""
    reader().must(Permission.SEE_PLAN)
    check_year(year)
    with office().store.reading() as tx:
        found = workday_year(tx, year)
    facts = {"form": form, "problems": problems, "runs": runs, "written": written}
    return show("plan/year.html", status, table=found, **facts)


def check_year(year: int) -> None:
    """Refuse years that no table will ever be about.

    Raises:
        NotFound: the year is before FIRST or after LAST.
    """
    if not FIRST <= year <= LAST:
        raise NotFound
