"""The roster: who works when, who is away, and the rounds of the coming days that nobody walks yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Final

from flask import Response, request, url_for

from server.office.excel import Column, Kind, Sheet
from server.office.excel import answer as answer_excel
from server.office.form import Form, FormError
from server.office.listing import Query, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission, is_staff
from server.office.plan.calendar import Wanted, open_rounds
from server.office.plan.excuse import LONGEST_REASON
from server.office.plan.family import blueprint
from server.office.plan.fields import clock_time, days
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.place import buildings, in_use
from server.store.roster import (
    DutyRow,
    absences,
    add_absence,
    add_duty,
    copy_week,
    duties,
    remove_absence,
    remove_duties,
    staff,
)
from shared.errors import UnknownRecordError
from shared.ids import BuildingId, PersonId
from shared.model.place import Person
from shared.model.plan import TaskState
from shared.model.roster import Absence, Duty

KINDS: Final = ("leave", "sick", "training", "other")
"""Kinds of absence; the words of ``roster.kind_*``."""
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
AHEAD: Final = timedelta(days=6)
MOST_DAYS: Final = 62


@blueprint.get("/roster")
def show_roster() -> Response:
    """Show a week of shifts, the absences, and the rounds that nobody walks yet."""
    reader().must(Permission.SEE_PLAN)
    if query().is_excel:
        return answer_excel(roster_sheet)
    return roster_page(Form())


@blueprint.post("/roster/shifts")
def send_shifts() -> Response:
    """Write one person's shifts on some days down, or show the form again."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_ROSTER)
    try:
        with office().store.writing() as tx:
            known: dict[str, Person] = {one.id: one for one in roster_people(tx, who)}
            built: dict[str, object] = {one.id: one for one in buildings(tx, who.viewer, who.site)}
            person = form.choice("person", known, must=True)
            form.text("begins", must=True)
            form.text("ends", must=True)
            begins, ends = clock_time(form, "begins", time(8)), clock_time(form, "ends", time(18))
            building = form.choice("building", built)
            chosen = days_of(form)
            form.settle()
            for day in chosen:
                one = Duty(PersonId(person), day, begins, ends, BuildingId(building) if building else None)
                add_duty(tx, who.viewer, who.site, one)
    except FormError:
        return roster_page(form, "shift", 422)
    return done(url_for("plan.show_roster", week=f"{monday_of(chosen[0]):%Y-%m-%d}"), "done.shifts")


@blueprint.post("/roster/remove")
def send_removed() -> Response:
    """Take the ticked shifts off the roster."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_ROSTER)
    with office().store.writing() as tx:
        remove_duties(tx, who.viewer, who.site, form.values.getlist("shift")[:500])
    where = url_for("plan.show_roster", week=form.text("week"), day=form.text("day") or None)
    return done(where, "done.shifts_removed")


@blueprint.post("/roster/copy")
def send_copy() -> Response:
    """Write the shifts of a week down for the next one, or for several."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_ROSTER)
    week = monday_of(form.day("week") or who.formats.today)
    times = 4 if form.text("weeks") == "4" else 1
    with office().store.writing() as tx:
        for number in range(1, times + 1):
            copy_week(tx, who.viewer, who.site, week, week + number * _WEEK)
    return done(url_for("plan.show_roster", week=f"{week + _WEEK:%Y-%m-%d}"), "done.week_copied")


@blueprint.post("/roster/absences")
def send_absence() -> Response:
    """Write an absence with its deputy down, or show the form again."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EDIT_ROSTER)
    try:
        with office().store.writing() as tx:
            known: dict[str, Person] = {one.id: one for one in roster_people(tx, who)}
            person, deputy = form.choice("who", known, must=True), form.choice("deputy", known)
            first = form.day("first_on", must=True)
            last = form.day("last_on", must=True, first=first)
            why = {"kind": form.choice("kind", dict.fromkeys(KINDS), must=True)}
            why["note"] = form.text("note", longest=LONGEST_REASON)
            if person and person == deputy:
                form.wrong("deputy", "roster.not_oneself")
            form.settle()
            today = who.formats.today
            one = Absence(PersonId(person), first or today, last or today, PersonId(deputy) if deputy else None)
            add_absence(tx, who.viewer, who.site, one, why)
    except FormError:
        return roster_page(form, "absence", 422)
    return done(url_for("plan.show_roster"), "done.absence")


@blueprint.post("/roster/absences/<record>/remove")
def send_absence_removed(record: str) -> Response:
    """Strike an absence out."""
    who = reader()
    who.must(Permission.EDIT_ROSTER)
    with office().store.writing() as tx:
        if not remove_absence(tx, who.viewer, who.site, record):
            raise UnknownRecordError(kind="absence", id=record)
    return done(url_for("plan.show_roster"), "done.absence_removed")


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - day.weekday() * _DAY


def chosen_day(asked: Query, week: Sequence[date], today: date) -> date:
    """Return the day of a week that a phone shows: the one asked for, else today, else the first."""
    return next((one for one in (asked.day("day"), today) if one is not None and one in week), week[0])


def days_of(form: Form) -> tuple[date, ...]:
    """Read the days of new shifts: one, or every day of the ticked weekdays up to a last one."""
    typed = days(form, "day")
    first = typed[0] if typed else None
    if first is None:
        form.wrong("day", "form.missing")
        return ()
    last = form.day("last", first=first) or first
    if (last - first).days >= MOST_DAYS:
        form.wrong("last", "roster.too_many_days")
        return (first,)
    wanted = set(form.choices("weekdays", {str(n): n for n in range(7)})) or {str(n) for n in range(7)}
    found = tuple(first + n * _DAY for n in range((last - first).days + 1))
    chosen = tuple(day for day in found if str(day.weekday()) in wanted)
    if not chosen:
        form.wrong("weekdays", "roster.no_such_day")
    return chosen or (first,)


def roster_people(tx: Tx, who: Reader) -> list[Person]:
    """List who can stand on the roster of the chosen site: its staff, not people of units, by name."""
    return sorted((one for one in staff(tx, who.site) if is_staff(one)), key=lambda one: (one.name, one.id))


def roster_page(form: Form, about: str = "", status: int = 200) -> Response:
    """Write the page of the roster; ``about`` says which form was sent."""
    who, asked = reader(), query()
    today = who.formats.today
    week = monday_of(asked.day("week") or today)
    week_days = [week + n * _DAY for n in range(7)]
    with office().store.reading() as tx:
        people = roster_people(tx, who)
        shifts = duties(tx, who.site, week, week + 6 * _DAY)
        away = absences(tx, who.site, min(week, today), max(week + 6 * _DAY, today + 60 * _DAY))
        waiting = [
            one
            for one in open_rounds(tx, who, Wanted(), today, today + AHEAD)
            if not one.whose.is_settled and one.task.state in (TaskState.DUE, TaskState.PLANNED)
        ]
        named = names(tx, who)
        built = in_use(buildings(tx, who.viewer, who.site))
    named |= {one.id: who.wording.text(one.name) for one in built}
    by_person: dict[str, dict[date, list[DutyRow]]] = {}
    for row in shifts:
        by_person.setdefault(row.duty.person, {}).setdefault(row.duty.day, []).append(row)
    chosen = chosen_day(asked, week_days, today)
    there = {row.duty.person for row in shifts if row.duty.day == chosen}
    there |= {row.absence.person for row in away if row.absence.first <= chosen <= row.absence.last}
    rows = [one for one in people if one.id in by_person or any(row.absence.person == one.id for row in away)]
    facts = {"week": week, "days": week_days, "shifts": by_person, "rows": rows, "away": away, "staff": people}
    facts |= {"waiting": waiting, "names": named, "buildings": built, "kinds": KINDS, "about": about, "form": form}
    facts |= {"people": {one.id: one.name for one in people}, "none_sent": Form(), "asked": asked}
    facts |= {"before": week - _WEEK, "after": week + _WEEK, "chosen": chosen, "there": there}
    return show("plan/roster.html", status, **facts)


def roster_sheet(tx: Tx, who: Reader, asked: Query) -> Sheet[DutyRow]:
    """Lay a week of shifts out for Excel."""
    t = who.wording
    week = monday_of(asked.day("week") or who.formats.today)
    people = {str(one.id): one.name for one in staff(tx, who.site)}
    built = {str(one.id): t.text(one.name) for one in buildings(tx, who.viewer, who.site)}
    columns: tuple[Column[DutyRow], ...] = (
        Column(t("roster.day"), lambda row: row.duty.day, Kind.DATE, 12),
        Column(t("roster.person"), lambda row: people.get(row.duty.person, ""), width=14),
        Column(t("roster.from"), lambda row: row.duty.begins, Kind.TIME, 8),
        Column(t("roster.to"), lambda row: row.duty.ends, Kind.TIME, 8),
        Column(t("roster.area"), lambda row: built.get(row.duty.building or "", ""), width=20),
    )
    return Sheet(f"{t('roster.title')} {week.isoformat()}", columns, duties(tx, who.site, week, week + 6 * _DAY))
