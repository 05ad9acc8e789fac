"""Pages of the calendar: a month, and one day of it."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Response
from werkzeug.exceptions import NotFound

from server.office.excel import Column, Kind, Sheet
from server.office.excel import answer as answer_excel
from server.office.listing import Query, query
from server.office.names import names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.calendar import SHOWN, Line, day_lines, month, sums, wanted_of, weeks
from server.office.plan.family import blueprint
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.place import buildings, in_use, persons, points
from server.store.plan import workdays as workday_years
from server.store.template import templates
from shared.schedule import workdays
from shared.schedule.window import add_months

FIRST, LAST = date(2020, 1, 1), date(2099, 12, 31)
_DAY = timedelta(days=1)


@blueprint.get("/calendar")
def show_calendar() -> Response:
    """Show a month of rounds: how many of each day were done, late, missed, excused or are to come."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    first = month_of(asked.text("month"), who.formats.today)
    last = add_months(first, 1) - _DAY
    with office().store.reading() as tx:
        days = month(tx, who, wanted_of(asked), first, last)
        calendar = workdays(workday_years(tx))
        for one in days.values():
            one.is_working = calendar.is_working(one.day)
        facts = filters(tx, who)
        named = names(tx, who)
    facts |= {"weeks": weeks(first, last), "days": days, "total": sums(days.values()), "first": first, "shown": SHOWN}
    facts |= {"before": f"{add_months(first, -1):%Y-%m}", "after": f"{add_months(first, 1):%Y-%m}"}
    return show("plan/calendar.html", asked=asked, names=named, **facts)


@blueprint.get("/calendar/<day>")
def show_calendar_day(day: str) -> Response:
    """Show the rounds of one day, whose each is, and what became of it."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    on = day_of_address(day)
    if asked.is_excel:
        return answer_excel(lambda tx, person, wanted: day_sheet(tx, person, wanted, on))
    with office().store.reading() as tx:
        lines = day_lines(tx, who, wanted_of(asked), on)
        facts = filters(tx, who)
        named = names(tx, who)
    facts |= {"before": on - _DAY, "after": on + _DAY, "day": on}
    return show("plan/calendar_day.html", asked=asked, lines=lines, names=named, **facts)


def filters(tx: Tx, who: Reader) -> dict[str, object]:
    """Load what a calendar can be narrowed by."""
    people = persons(tx, who.viewer, who.site)
    return {
        "buildings": in_use(buildings(tx, who.viewer, who.site)),
        "points": in_use(points(tx, who.viewer, who.site)),
        "templates": templates(tx),
        "persons": people,
        "people": {one.id: one.name for one in people},
    }


def day_sheet(tx: Tx, who: Reader, asked: Query, on: date) -> Sheet[Line]:
    """Lay the rounds of one day out for Excel."""
    t, named = who.wording, names(tx, who)
    people = {str(one.id): one.name for one in persons(tx, who.viewer, who.site)}
    columns: tuple[Column[Line], ...] = (
        Column(t("today.task"), lambda line: t.text(line.rule.name), width=36),
        Column(t("today.place"), lambda line: named.get(line.rule.point or line.rule.unit or "", ""), width=24),
        Column(t("today.due"), lambda line: line.due_at, Kind.MOMENT),
        Column(t("plan.responsible"), lambda line: people.get(line.person or "", ""), width=12),
        Column(t("today.state"), lambda line: t.of(line.state), width=12),
        Column(
            t("plan.record"),
            lambda line: (f"/inspections/{line.record}", t("plan.record")) if line.record else None,
            Kind.LINK,
        ),
    )
    return Sheet(f"{t('plan.calendar')} {on.isoformat()}", columns, day_lines(tx, who, wanted_of(asked), on))


def month_of(typed: str, today: date) -> date:
    """Read a month such as 2026-11; anything else is this month."""
    try:
        found = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return today.replace(day=1)
    return found if FIRST <= found <= LAST else today.replace(day=1)


def day_of_address(typed: str) -> date:
    """Read the day of an address.

    Raises:
        NotFound: it is none.
    """
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        raise NotFound from None
    if not FIRST <= found <= LAST:
        raise NotFound
    return found
