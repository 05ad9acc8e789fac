"""Pages of one plan: what it is, its next dates and history, and the forms that make, change and end it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict

from server.office.form import Form, FormError
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.catalogue import is_looser, row_that_sets
from server.office.plan.excuse import LONGEST_REASON
from server.office.plan.family import blueprint
from server.office.plan.recurrence import conditions, recurrence
from server.office.plan.write import OFTEN, Choices, choices, preview, read_rule, values_of
from server.office.reader import Reader, reader
from server.office.text import catalogue
from server.store import PageRequest, Tx
from server.store.place import assets, persons, points
from server.store.plan import may_know_rule
from server.store.plan import workdays as workday_years
from server.store.roster import roster_of
from server.store.rounds import RoundFilter, closed
from server.store.rule import (
    add_rule,
    appoint,
    appointments_of,
    border_of,
    change_rule,
    done_days,
    end_rule,
    follower_of,
    history,
    line_of,
    next_code,
    rule_for,
)
from server.store.stoppage import stopped_rules
from shared.errors import UnknownRecordError
from shared.ids import RuleId
from shared.model.place import Role
from shared.model.plan import Recurrence, Rule
from shared.schedule import suggested_days, windows, workdays
from shared.schedule.change import changes_windows, is_apart
from shared.schedule.duty import responsible
from shared.schedule.window import Window

LAST_ROUNDS = 12
"""Closed rounds that the page of a plan shows."""
_DAY = timedelta(days=1)


def plan_of(tx: Tx, who: Reader, name: str) -> Rule:
    """Return a plan of the chosen site that this reader may know of.

    Raises:
        UnknownRecordError: there is none.
    """
    found = rule_for(tx, who.viewer, name)
    if found.site != who.site or not may_know_rule(who.viewer, found, who.formats.today):
        raise UnknownRecordError(kind="rule", id=name)
    return found


@blueprint.get("/rules/<record>")
def show_one(record: str) -> Response:
    """Show one plan."""
    return one_page(record, Form())


@blueprint.get("/rules/new")
def show_new() -> Response:
    """Show the form of a new plan."""
    reader().must(Permission.EDIT_PLAN)
    return form_page(Form(MultiDict(request.args)), None)


@blueprint.post("/rules/new")
def send_new() -> Response:
    """Make a plan, or show the form again with what is missing or with the dates that would follow."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    if form.ticked("preview"):
        return form_page(form, None)
    try:
        with office().store.writing() as tx:
            form.day("from_on", must=True, first=who.formats.today)
            found = read_rule(form, choices(tx, who), who, None)
            form.settle()
            made = add_rule(tx, who.viewer, replace(found, id=RuleId(tx.ids.new()), code=next_code(tx, who.site)))
    except FormError:
        return form_page(form, None, 422)
    return done(url_for("plan.show_one", record=made.id), "done.plan_made")


@blueprint.get("/rules/<record>/edit")
def show_edit(record: str) -> Response:
    """Show the form that changes a plan."""
    reader().must(Permission.EDIT_PLAN)
    return form_page(Form(), record)


@blueprint.post("/rules/<record>/edit")
def send_edit(record: str) -> Response:
    """Change a plan from a day on, or show the form again."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    if form.ticked("preview"):
        return form_page(form, record)
    try:
        with office().store.writing() as tx:
            old = plan_of(tx, who, record)
            refuse_what_is_over(form, old, who)
            new = read_rule(form, choices(tx, who), who, old)
            on = form.day("from_on", must=changes_windows(old, new), first=who.formats.today)
            reason = form.text("reason", must=True, longest=LONGEST_REASON)
            form.settle()
            held = change_rule(tx, who.viewer, old, new, on or who.formats.today, reason)
    except FormError:
        return form_page(form, record, 422)
    return done(url_for("plan.show_one", record=held.id), "done.plan_changed")


@blueprint.post("/rules/<record>/end")
def send_end(record: str) -> Response:
    """End a plan with a day, or show its page again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    try:
        with office().store.writing() as tx:
            old = plan_of(tx, who, record)
            refuse_what_is_over(form, old, who)
            last = form.day("last_on", must=True, first=who.formats.today - _DAY)
            reason = form.text("reason", must=True, longest=LONGEST_REASON)
            form.settle()
            end_rule(tx, who.viewer, old, last or who.formats.today, reason)
    except FormError:
        return one_page(record, form, "end", 422)
    return done(url_for("plan.show_one", record=record), "done.plan_ended")


@blueprint.post("/rules/<record>/day")
def send_day(record: str) -> Response:
    """Set the day on which the task of a long window is to be done; two of them keep their distance."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_PLAN)
    try:
        with office().store.writing() as tx:
            old = plan_of(tx, who, record)
            known = {one.on.isoformat(): one for one in long_windows(tx, who, old)}
            window = known.get(form.choice("window", known, must=True))
            day = form.day("day", must=True, first=who.formats.today)
            if window is not None and day is not None:
                check_day(tx, form, old, window, day)
            form.settle()
            if window is not None and day is not None:
                appoint(tx, who.viewer, old, window.on, day)
    except FormError:
        return one_page(record, form, "day", 422)
    return done(url_for("plan.show_one", record=record), "done.plan_day")


def refuse_what_is_over(form: Form, old: Rule, who: Reader) -> None:
    """Note in a form that a plan has ended, or is a drawn inspection, and can be changed no more."""
    if old.ends_on is not None and (old.ends_on < who.formats.today or old.is_secret):
        form.wrong("", "plan.is_over")


def check_day(tx: Tx, form: Form, old: Rule, window: Window, day: date) -> None:
    """Refuse a day outside its window, or too near to the other ones that were done or set."""
    if not window.on <= day <= window.due_on:
        form.wrong("day", "plan.day_outside")
    zone = reader().formats.zone
    done_on = done_days(tx, old, window.on - timedelta(days=400), zone)
    others = {on: set_.day for on, set_ in appointments_of(tx, old.id).items()} | done_on
    near = [other for on, other in others.items() if on != window.on]
    if old.min_gap_months and any(not is_apart(day, other, old.min_gap_months) for other in near):
        form.wrong("day", "plan.day_too_near")


def long_windows(tx: Tx, who: Reader, of: Rule) -> tuple[Window, ...]:
    """List the open and coming windows of a plan that are longer than two weeks."""
    if of.recurrence is not Recurrence.PER_PERIOD or of.is_secret:
        return ()
    today, zone = who.formats.today, who.formats.zone
    calendar, done_on = workdays(workday_years(tx)), done_days(tx, of, today, zone)
    found = windows(of, calendar, zone, today, today + timedelta(days=380), done_on)
    return tuple(one for one in found if (one.due_on - one.on).days >= 14 and one.on not in done_on)[:4]


def one_page(record: str, form: Form, about: str = "", status: int = 200) -> Response:
    """Write the page of one plan; ``form`` is what was sent, ``about`` which of its forms."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    today, zone = who.formats.today, who.formats.zone
    with office().store.reading() as tx:
        found = plan_of(tx, who, record)
        line = line_of(tx, found)
        wanted = RoundFilter(who.site, today - timedelta(days=731), today)
        names_of_line = tuple(one.id for one in line)
        rounds = closed(tx, who.viewer, replace(wanted, rules=names_of_line), PageRequest(1, LAST_ROUNDS)).rows
        buildings = {str(one.id): one.building for one in points(tx, who.viewer, who.site)}
        roster = roster_of(tx, who.site, today, today + timedelta(days=1))
        long = long_windows(tx, who, found)
        named = names(tx, who) | {one.id: who.wording.text(one.name) for one in assets(tx, who.viewer, who.site)}
        people = {str(one.id): one.name for one in persons(tx, who.viewer, who.site)}
        facts = {
            "next": preview(tx, found, max(today, found.starts_on), zone),
            "changes": history(tx, names_of_line),
            "follower": follower_of(tx, found),
            "whose": responsible(found, max(today, found.starts_on), roster, buildings.get(found.point or "")),
            "stopped": stopped_rules(tx, who.site, today).get(found.id),
            "long": long,
            "set_days": appointments_of(tx, found.id),
            "names": named,
            "people": people,
            "sets": row_that_sets(tx, who, choices(tx, who), found),
        }
    is_over = found.ends_on is not None and found.ends_on < today
    facts |= {"is_over": is_over, "rounds": rounds, "earlier": line[1:], "about": about, "form": form}
    facts["suggested"] = {one.on: [day for day in suggested_days(one) if day >= today] for one in long}
    facts |= {"recurrence": recurrence, "conditions": conditions, "is_looser": is_looser, "none_sent": Form()}
    facts["shown_value"] = value_writer(who, {str(key): name for key, name in named.items()} | people)
    return show("plan/one.html", status, rule=found, **facts)


def value_writer(who: Reader, known: Mapping[str, str]) -> Callable[[str, object], str]:
    """Return what writes a member's value of a plan's history: names for ids, words for codes."""

    def write(member: str, value: object) -> str:
        if value is None or value in ("", []):
            return who.wording("site.none")
        if isinstance(value, list):
            return "、".join(write(member, each) for each in value)
        if isinstance(value, dict):
            return str(value.get("zh" if who.wording.language == "zh" else "en") or value.get("zh", ""))
        if member == "weekday":
            return who.wording(f"weekday.{int(str(value)) + 1}")
        classes = {"performer_role": "Role", "period": "Period", "recurrence": "Recurrence", "workdays": "WorkdayRule"}
        word = f"{classes[member]}.{value}" if member in classes else ""
        return who.wording(word) if word in catalogue() else known.get(str(value), str(value))

    return write


def form_page(form: Form, record: str | None, status: int = 200) -> Response:
    """Write the form of a plan with the dates that follow from what it holds."""
    who = reader()
    today = who.formats.today
    with office().store.reading() as tx:
        known = choices(tx, who)
        old = plan_of(tx, who, record) if record else None
        if old is not None and not form.values:
            form = opened(form, old, border_of(tx, old, today + _DAY))
        shown = previewed(tx, who, form, known, old) if form.values.get("often") else None
    title = "plan.change_plan" if old else "plan.new_plan"
    facts = {"choices": known, "rule": old, "shown": shown, "title": title, "roles": Role, "often": tuple(OFTEN)}
    return show("plan/form.html", status, form=form, **facts)


def opened(form: Form, old: Rule, day: date) -> Form:
    """Fill a form with a plan as it stands."""
    values = MultiDict(values_of(old))
    values["from_on"] = day.isoformat()
    for person in old.performers:
        values.add("performers", person)
    return replace(form, values=values)


def previewed(tx: Tx, who: Reader, form: Form, known: Choices, old: Rule | None) -> object:
    """Compute the next dates of what a form holds, whatever else is missing in it."""
    probe = Form(form.values)
    rule = read_rule(probe, known, who, old)
    asked = probe.day("from_on") or who.formats.today + _DAY
    is_moved = old is not None and changes_windows(old, rule)
    day = border_of(tx, old, asked) if old is not None and is_moved else asked
    if probe.errors.keys() & {"times", "every_days", "min_gap_months", "opens_at", "due_at", "from_on", "often"}:
        return None
    return {"from_on": day, "is_moved": is_moved, "found": preview(tx, rule, day, who.formats.zone), "rule": rule}


@blueprint.get("/rules/preview")
def show_preview() -> Response:
    """Show the next dates of the plan that a form holds, for the part of the page that changes while one types."""
    who, form = reader(), Form(MultiDict(request.args))
    who.must(Permission.EDIT_PLAN)
    with office().store.reading() as tx:
        record = form.text("about")
        old = plan_of(tx, who, record) if record else None
        shown = previewed(tx, who, form, choices(tx, who), old) if form.values.get("often") else None
    return show("plan/preview.html", shown=shown)
