"""Surprise inspections: one a quarter, drawn by a sealed seed; afterwards anybody may check the draw again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from flask import Response, request, url_for

from server.office.form import Form, FormError
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.excuse import LONGEST_REASON
from server.office.plan.family import blueprint
from server.office.plan.fields import clock_time, days, number
from server.office.plan.write import Choices, choices
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.plan import workdays as workday_years
from server.store.surprise import (
    Draw,
    Pool,
    SurprisePlan,
    draw_for,
    draws,
    keep_surprise_plan,
    make_draw,
    may_know_draws,
    open_draw,
    seal,
    surprise_plan_of,
    void_draw,
)
from shared.draw import commitment, fits, ranked
from shared.ids import PersonId, TemplateId
from shared.model.place import Person, Point, Unit
from shared.model.template import Template
from shared.schedule import workdays
from shared.schedule.surprise import draw_days, draw_surprise, is_proved, quarter_of
from shared.schedule.window import add_months

_DAY = timedelta(days=1)
SURPRISE = "fire-surprise"
MOST_CHECKED = 400


@blueprint.get("/draws")
def show_draws() -> Response:
    """Show the quarter's sealed seed, the draws that were made, and to organisers the form that draws."""
    return draws_page(Form())


@blueprint.post("/draws/plan")
def send_surprise_plan() -> Response:
    """Keep who organises surprise inspections, with which checklist, and where they may go."""
    who, form = reader(), Form(request.form)
    who.must(Permission.DRAW)
    try:
        with office().store.writing() as tx:
            plan = read_plan(form, choices(tx, who), who)
            form.settle()
            keep_surprise_plan(tx, who.viewer, plan)
            seal(tx, who.site, quarter_of(who.formats.today)[0], who.name)
    except FormError:
        return draws_page(form, "plan", 422)
    return done(url_for("plan.show_draws"), "done.surprise_plan")


@blueprint.post("/draws")
def send_draw() -> Response:
    """Draw the day, and the places if there are any to draw from."""
    who, form = reader(), Form(request.form)
    who.must(Permission.DRAW)
    try:
        with office().store.writing() as tx:
            plan = surprise_plan_of(tx, who.site)
            quarter = quarter_asked(form, who.formats.today)
            known = open_draw(tx, who.site, quarter)
            if plan is None or plan.is_off:
                form.wrong("", "draws.no_plan_yet")
            elif known is not None and known.day is not None:
                form.wrong("", "draws.drawn_before")
            elif not may_know_draws(who.viewer, who.site, plan):
                form.wrong("", "draws.not_yours")
            pool = read_pool(tx, form, who, plan, quarter) if plan else Pool((), {}, 0)
            form.settle()
            make_draw(tx, who.viewer, seal(tx, who.site, quarter, who.name), pool)
    except FormError:
        return draws_page(form, "draw", 422)
    return done(url_for("plan.show_draws"), "done.surprise_drawn")


@blueprint.get("/draws/<record>")
def show_draw(record: str) -> Response:
    """Show one draw: to everybody its commitment, once its day is over all that it takes to check it again."""
    return draw_page(record, Form())


@blueprint.post("/draws/<record>/void")
def send_void(record: str) -> Response:
    """Make a draw void before its day, with a reason; the next one is drawn from another seed."""
    who, form = reader(), Form(request.form)
    who.must(Permission.DRAW)
    try:
        with office().store.writing() as tx:
            found = draw_for(tx, who.viewer, record, who.formats.today)
            reason = form.text("reason", must=True, longest=LONGEST_REASON)
            if found.day is None or found.day <= who.formats.today or found.void_at is not None:
                form.wrong("", "draws.too_late")
            form.settle()
            void_draw(tx, who.viewer, record, reason, who.formats.today)
    except FormError:
        return draw_page(record, form, 422)
    return done(url_for("plan.show_draws"), "done.draw_void")


@blueprint.get("/draws/check")
def show_check() -> Response:
    """Let anybody who reads the schedule draw again with any inputs, and compare it with a commitment."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    form = Form(request.args)
    seed, committed = form.line("seed"), form.line("commitment")
    lines = [line.strip() for line in form.text("candidates", longest=40_000).splitlines() if line.strip()]
    count = number(form, "count", 0, MOST_CHECKED, 1)
    if len(set(lines)) > MOST_CHECKED:
        form.wrong("candidates", "draws.too_many")
    found = ranked(seed, lines) if seed and lines and form.is_valid else ()
    facts: dict[str, object] = {"found": found, "count": count, "seed": seed, "hash": commitment(seed) if seed else ""}
    facts |= {"fits": fits(seed, committed) if seed and committed else None}
    return show("plan/draw_check.html", form=form, **facts)


def quarter_asked(form: Form, today: date) -> date:
    """Return the first day of the quarter that a form draws for: this one, or the next."""
    this = quarter_of(today)[0]
    return add_months(this, 3) if form.text("quarter") == "next" else this


def read_plan(form: Form, known: Choices, who: Reader) -> SurprisePlan:
    """Read the plan of surprise inspections from its form."""
    by_id: dict[str, Template] = {one.id: one for one in known.templates}
    people: dict[str, Person] = {one.id: one for one in known.people}
    chosen = form.choices("places", places_of(known, who))
    count = number(form, "count", 1, 20, 1)
    if chosen and count > len(chosen):
        form.wrong("count", "draws.more_than_places")
    return SurprisePlan(
        site=who.site,
        template=TemplateId(form.choice("template", by_id, must=True)),
        organisers=tuple(PersonId(one) for one in form.choices("organisers", people, must=True)),
        places=chosen,
        count=count,
        opens=clock_time(form, "opens_at", time(9)),
        due=clock_time(form, "due_at", time(17)),
        since=who.formats.today,
        is_off=form.ticked("is_off"),
    )


def places_of(known: Choices, who: Reader) -> Mapping[str, str]:
    """Return where surprise inspections may go: units and points, by id, with their names."""
    say = who.wording.text
    found: list[Unit | Point] = [*known.units, *known.points]
    return {str(one.id): say(one.name) for one in found}


def read_pool(tx: Tx, form: Form, who: Reader, plan: SurprisePlan, quarter: date) -> Pool:
    """Read what is drawn from: the working days left of a quarter without the excluded ones, and the plan's places."""
    excluded = days(form, "excluded")
    why = form.text("why_excluded", must=bool(excluded), longest=LONGEST_REASON)
    named = places_of(choices(tx, who), who)
    calendar, first = workdays(workday_years(tx)), who.formats.today + _DAY
    left = draw_days(calendar, quarter, first, excluded)
    if not left:
        form.wrong("excluded", "draws.no_day_left")
    elif 2 * len(left) < len(draw_days(calendar, quarter, first)):  # else who leaves days out chooses the day
        form.wrong("excluded", "draws.too_few_left")
    return Pool(left, {name: named[name] for name in plan.places if name in named}, plan.count, excluded, why)


def draws_page(form: Form, about: str = "", status: int = 200) -> Response:
    """Write the page of draws."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    today = who.formats.today
    with office().store.reading() as tx:
        plan = surprise_plan_of(tx, who.site)
        may_know = who.may(Permission.DRAW) or may_know_draws(who.viewer, who.site, plan)
        known = choices(tx, who)
        found = draws(tx, who.viewer, who.site, today)
        calendar = workdays(workday_years(tx))
    quarter, last = quarter_of(today)
    facts: dict[str, object] = {
        "plan": plan,
        "draws": found,
        "may_know": may_know,
        "choices": known,
        "places": places_of(known, who),
    }
    facts |= {"quarter": quarter, "last": last, "left": draw_days(calendar, quarter, today + _DAY), "about": about}
    facts |= {"people": {one.id: one.name for one in known.people}, "surprise": SURPRISE, "none_sent": Form()}
    facts |= {"this": next((one for one in found if one.quarter == quarter and one.void_at is None), None)}
    return show("plan/draws.html", status, form=form, quarter_name=quarter_name, **facts)


def draw_page(record: str, form: Form, status: int = 200) -> Response:
    """Write the page of one draw."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    today = who.formats.today
    with office().store.reading() as tx:
        found = draw_for(tx, who.viewer, record, today)
        named = names(tx, who)
    proof = proof_of(found) if found.seed and found.result else None
    facts: dict[str, object] = {
        "draw": found,
        "names": named,
        "proof": proof,
        "today": today,
        "quarter_name": quarter_name,
    }
    return show("plan/draw.html", status, form=form, **facts)


def proof_of(found: Draw) -> dict[str, object]:
    """Draw again from what is shown, and say whether it is the same."""
    days_ranked = ranked(found.seed, [day.isoformat() for day in found.days])
    drawn = found.result
    return {
        "is_proved": drawn is not None and is_proved(drawn, found.seed, found.commitment, found.days, found.places),
        "days": days_ranked,
        "places": ranked(found.seed, found.places) if found.places else (),
        "again": draw_surprise(found.seed, found.days, found.places, len(found.drawn)),
    }


def quarter_name(quarter: date) -> str:
    """Name a quarter by the day that it begins on: 2026-Q4."""
    return f"{quarter.year}-Q{(quarter.month + 2) // 3}"
