"""A plan as its form holds it: read into a rule, checked, and shown again with the dates that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.office.form import Form
from server.office.plan.fields import clock_time, number, numbers
from server.office.reader import Reader
from server.store import Tx
from server.store.place import assets, in_use, persons, points, units
from server.store.plan import workdays as workday_years
from server.store.template import templates
from shared.ids import AssetId, PersonId, PointId, RuleId, TemplateId, UnitId
from shared.model.place import Asset, Person, Point, Role, Text, Unit
from shared.model.plan import Period, Recurrence, Rule, WorkdayRule
from shared.model.template import Template
from shared.schedule import Window, reminders, windows, workdays

OFTEN: Final[Mapping[str, tuple[Recurrence, Period | None]]] = {
    "daily": (Recurrence.DAILY, None),
    "weekday": (Recurrence.WEEKDAY, None),
    "since": (Recurrence.SINCE_LAST, None),
    "week": (Recurrence.PER_PERIOD, Period.WEEK),
    "half_month": (Recurrence.PER_PERIOD, Period.HALF_MONTH),
    "month": (Recurrence.PER_PERIOD, Period.MONTH),
    "quarter": (Recurrence.PER_PERIOD, Period.QUARTER),
    "half_year": (Recurrence.PER_PERIOD, Period.HALF_YEAR),
    "year": (Recurrence.PER_PERIOD, Period.YEAR),
}
"""What "how often" offers, by the form's value."""
SHOWN_DATES = 6
_HORIZON = {"daily": 10, "weekday": 60, "since": 400, "week": 60, "half_month": 120, "month": 240, "quarter": 640}
_LONGEST_HORIZON = 2200
PERIODIC = "periodic"
LEAST_GAP = 4
"""Months between the two periodic inspections of a year (schedule facts §4)."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a plan can be made of at the chosen site."""

    templates: tuple[Template, ...]
    points: tuple[Point, ...]
    units: tuple[Unit, ...]
    assets: tuple[Asset, ...]
    people: tuple[Person, ...]

    @property
    def places(self) -> Mapping[str, object]:
        """Every place by its form value: ``point:``, ``unit:`` or ``asset:`` and an id."""
        found: dict[str, object] = {f"point:{one.id}": one for one in self.points}
        found |= {f"asset:{one.id}": one for one in self.assets}
        return found | {f"unit:{one.id}": one for one in self.units}


def choices(tx: Tx, who: Reader) -> Choices:
    """Load what a form offers; places that were given up are offered no more."""
    newest: dict[str, Template] = {}
    for one in templates(tx):
        newest[one.id] = one
    return Choices(
        templates=tuple(sorted(newest.values(), key=lambda one: one.title.zh)),
        points=tuple(in_use(points(tx, who.viewer, who.site))),
        units=tuple(in_use(units(tx, who.viewer, who.site))),
        assets=tuple(in_use(assets(tx, who.viewer, who.site))),
        people=tuple(persons(tx, who.viewer, who.site)),
    )


def often_of(rule: Rule) -> str:
    """Return the form value of how often a rule's task comes."""
    for name, (recurrence, period) in OFTEN.items():
        if rule.recurrence is recurrence and (period is None or rule.period is period):
            return name
    return "daily"


def values_of(rule: Rule) -> dict[str, str]:
    """Return what a form holds when a plan is opened for a change; the people are ticked apart."""
    place = f"asset:{rule.asset}" if rule.asset else f"point:{rule.point}" if rule.point else ""
    place = place or (f"unit:{rule.unit}" if rule.unit else "")
    return {
        "template": rule.template,
        "place": place,
        "name_zh": rule.name.zh,
        "name_en": rule.name.en,
        "often": often_of(rule),
        "weekday": str(rule.weekday),
        "every_days": str(rule.every_days or ""),
        "times": str(rule.times),
        "min_gap_months": str(rule.min_gap_months or ""),
        "last_before": "1" if rule.workdays is WorkdayRule.LAST_BEFORE else "",
        "opens_at": f"{rule.opens_at:%H:%M}",
        "due_at": f"{rule.due_at:%H:%M}",
        "late_days": str(rule.late_days),
        "performer_role": rule.performer_role.value if rule.performer_role else "",
        "route_zh": rule.route.zh if rule.route else "",
        "route_en": rule.route.en if rule.route else "",
        "stop": str(rule.stop or ""),
        "remind_days": ", ".join(str(days) for days in rule.remind_days),
        "source": rule.source,
    }


def read_rule(form: Form, known: Choices, who: Reader, old: Rule | None) -> Rule:
    """Read a plan from its form; what is wrong is noted in the form, and something whole is returned all the same."""
    by_id: dict[str, Template] = {one.id: one for one in known.templates}
    template = TemplateId(form.choice("template", by_id, must=True))
    recurrence, period = OFTEN[form.choice("often", OFTEN, must=True) or "daily"]
    place = form.choice("place", known.places)
    title = by_id[template].title if template in by_id else Text("")
    found = Rule(
        id=old.id if old else RuleId(""),
        site=who.site,
        code=old.code if old else "",
        name=_name(form, known.places.get(place), title),
        template=template,
        recurrence=recurrence,
        starts_on=form.day("from_on") or who.formats.today + timedelta(days=1),
        ends_on=old.ends_on if old else None,
        **_place(known, place),
        **_window(form, recurrence, period),
        performer_role=form.member("performer_role", Role),
        performers=tuple(PersonId(one) for one in form.choices("performers", {one.id: one for one in known.people})),
        is_secret=old.is_secret if old else False,
        source=form.line("source"),
        route=_route(form),
        stop=number(form, "stop", 1, 999, 0),
        remind_days=numbers(form, "remind_days", 365),
        follows=old.follows if old else None,
    )
    _check(form, found, by_id.get(template))
    return replace(found, starts_on=old.starts_on) if old else found


def _name(form: Form, place: object | None, title: Text) -> Text:
    zh, en = form.line("name_zh"), form.line("name_en")
    if zh:
        return Text(zh, en)
    where: Text | None = getattr(place, "name", None)
    return Text(f"{where.zh} · {title.zh}", f"{title.get('en')}, {where.get('en')}") if where else title


def _place(known: Choices, value: str) -> dict[str, Any]:
    kind, _, name = value.partition(":")
    if kind == "asset":
        asset = next(one for one in known.assets if one.id == name)
        return {"point": asset.point, "asset": AssetId(name)}
    return {"point": PointId(name)} if kind == "point" else {"unit": UnitId(name)} if kind == "unit" else {}


def _window(form: Form, recurrence: Recurrence, period: Period | None) -> dict[str, Any]:
    is_period, is_since = recurrence is Recurrence.PER_PERIOD, recurrence is Recurrence.SINCE_LAST
    if is_since:
        form.text("every_days", must=True)
    return {
        "period": period,
        "every_days": number(form, "every_days", 1, 730, 0) if is_since else 0,
        "times": number(form, "times", 1, 12, 1) if is_period else 1,
        "min_gap_months": number(form, "min_gap_months", 0, 11, 0) if is_period else 0,
        "weekday": number(form, "weekday", 0, 6, 0) if recurrence is Recurrence.WEEKDAY else 0,
        "opens_at": clock_time(form, "opens_at", time(8)),
        "due_at": clock_time(form, "due_at", time(18)),
        "late_days": number(form, "late_days", 0, 31, 0),
        "workdays": WorkdayRule.LAST_BEFORE if form.ticked("last_before") else WorkdayRule.AS_IS,
    }


def _route(form: Form) -> Text | None:
    zh = form.line("route_zh")
    return Text(zh, form.line("route_en")) if zh else None


def _check(form: Form, found: Rule, template: Template | None) -> None:
    """Refuse what the manual does not allow or what has no windows."""
    is_twice = found.period is Period.YEAR and found.times > 1
    if is_twice and template and template.inspection_type == PERIODIC and found.min_gap_months < LEAST_GAP:
        form.wrong("min_gap_months", "plan.gap_of_four")
    if found.period is Period.WEEK and found.times > 7:
        form.wrong("times", "plan.not_a_number")
    months = {Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}.get(found.period, 1) if found.period else 12
    if found.min_gap_months and found.min_gap_months * max(1, found.times - 1) >= months:
        form.wrong("min_gap_months", "plan.gap_too_long")


@dataclass(frozen=True, slots=True)
class Preview:
    """What follows from a plan: its next windows, and when its performers are reminded of the first."""

    windows: tuple[Window, ...]
    reminded: tuple[date, ...]


def preview(tx: Tx, rule: Rule, first: date, zone: ZoneInfo) -> Preview:
    """Compute the next windows of a plan from a day on, as tablets will."""
    reaches = timedelta(days=_HORIZON.get(often_of(rule), _LONGEST_HORIZON) + rule.every_days * SHOWN_DATES)
    asked = replace(rule, starts_on=first, ends_on=None)
    try:
        found = windows(asked, workdays(workday_years(tx)), zone, first, first + reaches)[:SHOWN_DATES]
    except ValueError:
        return Preview((), ())
    told = tuple(at.astimezone(zone).date() for at in reminders(asked, found[0])) if found else ()
    return Preview(found, told)
