"""Pages about the schedule: the list of plans, the form that excuses a task, and the years of the workday table.

The other pages lie beside: ``one`` (a plan and its forms) · ``calendar_views`` · ``missed`` · ``excuses`` · ``stops`` ·
``roster`` · ``draws`` · ``dates`` · ``switch`` (the catalogue). Importing them here puts them on the blueprint.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.form import Form, FormError
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan import calendar_views, dates, draws, excuses, missed, one, roster, stops, switch
from server.office.plan.calendar import whose_rounds
from server.office.plan.days import FIRST, LAST, change, runs, written
from server.office.plan.excuse import excusable, excuse
from server.office.plan.family import blueprint
from server.office.plan.recurrence import conditions, recurrence
from server.office.reader import Reader, reader
from server.store import Page, PageRequest, Tx
from server.store.place import buildings, in_use, persons, points, units
from server.store.plan import RULE_SORTS, RuleFilter, rule_rows, workdays
from server.store.stoppage import stopped_rules
from server.store.template import templates
from server.store.workday import workday_year
from server.workdays import Problem
from shared.ids import RuleId
from shared.model.place import Asset, Role
from shared.model.plan import Rule
from shared.schedule.duty import responsible

__all__ = ["blueprint", "calendar_views", "dates", "draws", "excuses", "missed", "one", "roster", "stops", "switch"]
SIZE = 50
SHOW = ("running", "stopped", "ended", "all")
"""What the list can be narrowed to; the words of ``plan.show_*``."""


@blueprint.get("")
def show_plan() -> Response:
    """Show the plans of the chosen site: what is due where, how often, and whose it is today."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    if asked.is_excel:
        return answer_excel(plan_sheet)
    today, chosen = who.formats.today, asked.page(sort="name", sorts=RULE_SORTS, size=SIZE)
    with office().store.reading() as tx:
        stopped = stopped_rules(tx, who.site, today)
        page = rule_rows(tx, who.viewer, today, wanted_of(who, asked, stopped), chosen, who.wording.language)
        roster_, built = whose_rounds(tx, who, today, today)
        whose = {rule.id: responsible(rule, today, roster_, built.get(rule.point or "")) for rule in page.rows}
        people = persons(tx, who.viewer, who.site)
        facts: dict[str, object] = {
            "names": names(tx, who) | names_of_assets(tx, who, page.rows),
            "buildings": in_use(buildings(tx, who.viewer, who.site)),
            "points": in_use(points(tx, who.viewer, who.site)),
            "units": in_use(units(tx, who.viewer, who.site)),
            "templates": templates(tx),
            "persons": people,
            "people": {person.id: person.name for person in people},
            "roles": tuple(Role),
        }
    facts |= {"stopped": stopped, "whose": whose, "recurrence": recurrence, "conditions": conditions, "shows": SHOW}
    return show("plan/plan.html", listing=listing(page, asked), asked=asked, **facts)


def wanted_of(who: Reader, asked: Query, stopped: Collection[RuleId]) -> RuleFilter:
    """Read the filter of an address; ``stopped`` are the plans that stop today."""
    shown = asked.text("show") if asked.text("show") in SHOW else SHOW[0]
    return RuleFilter(
        who.site,
        text=asked.text("q"),
        building=asked.text("building"),
        point=asked.text("point"),
        unit=asked.text("unit"),
        template=asked.text("template"),
        role=asked.member("role", Role),
        performer=asked.text("person"),
        ended={"running": False, "ended": True}.get(shown),
        among=tuple(stopped) if shown == "stopped" else None,
    )


def names_of_assets(tx: Tx, who: Reader, shown: Iterable[Rule]) -> dict[str, str]:
    """Name the equipment that some plans are about."""
    known = [rule.asset for rule in shown if rule.asset]
    tx.prefetch("asset", known)
    return {one.id: who.wording.text(one.name) for one in (tx.find(Asset, name) for name in known) if one}


def plan_sheet(tx: Tx, who: Reader, asked: Query) -> Sheet[Rule]:
    """Lay the plans out for Excel."""
    t, named, today = who.wording, names(tx, who), who.formats.today
    wanted = wanted_of(who, asked, stopped_rules(tx, who.site, today))
    people = {str(person.id): person.name for person in persons(tx, who.viewer, who.site)}

    def performer(rule: Rule) -> str:
        named_people = "、".join(people[person] for person in rule.performers if person in people)
        return named_people or (t.of(rule.performer_role) if rule.performer_role else t("plan.anybody"))

    columns: tuple[Column[Rule], ...] = (
        Column(t("plan.code"), lambda rule: rule.code, width=10),
        Column(t("today.task"), lambda rule: (f"/plan/rules/{rule.id}", t.text(rule.name)), Kind.LINK, 40),
        Column(t("today.place"), lambda rule: named.get(rule.point or rule.unit or "", ""), width=24),
        Column(t("plan.recurrence"), lambda rule: recurrence(rule, t), width=20),
        Column(t("plan.conditions"), lambda rule: "；".join(conditions(rule, t)), width=30),
        Column(t("plan.opens"), lambda rule: rule.opens_at, Kind.TIME, 8),
        Column(t("plan.due"), lambda rule: rule.due_at, Kind.TIME, 8),
        Column(t("plan.performer"), performer, width=18),
        Column(t("plan.starts"), lambda rule: rule.starts_on, Kind.DATE, 12),
        Column(t("plan.ends"), lambda rule: rule.ends_on, Kind.DATE, 12),
        Column(t("templates.row_source"), lambda rule: rule.source, width=30),
    )

    def fetch(page: PageRequest) -> Page[Rule]:
        return rule_rows(tx, who.viewer, today, wanted, page, t.language)

    return Sheet(t("menu.plan"), columns, pages_of(fetch, asked.page(sort="name", sorts=RULE_SORTS).sort))


@blueprint.get("/workdays")
def show_workdays() -> Response:
    """Show the years of the workday table."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    with office().store.reading() as tx:
        years = workdays(tx)
    following = max([who.formats.today.year - 1, *(table.year for table in years)]) + 1
    return show("plan/workdays.html", years=years, next_year=following)


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
    return done(url_for("plan.show_excuses"), "done.excuse")


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
