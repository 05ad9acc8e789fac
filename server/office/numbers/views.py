"""Pages of numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from flask import Response
from werkzeug.exceptions import NotFound

from server.office.excel import Column, Kind, as_excel
from server.office.family import pages
from server.office.hazards.category import category_pairs
from server.office.listing import query
from server.office.numbers.asked import PERIODS, chosen, kept, wanted_of
from server.office.numbers.cards import cards
from server.office.numbers.panels import MAKERS, Panel, Period, panels
from server.office.numbers.trend import Reading, Trend, places, trends
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store.numbers import before
from server.store.place import buildings, units
from shared.ids import PointId
from shared.model.template import HazardGrade

blueprint = pages("numbers", __name__)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of numbers: its panels, whether the indicators stand above them, and whether it is about hazards."""

    name: str
    panels: tuple[str, ...]
    has_cards: bool = False
    is_of_hazards: bool = True


COURSE: Final = Tab("course", ("weekly", "rates", "ageing"), has_cards=True)
SPREAD: Final = Tab("spread", ("units", "buildings", "categories", "recurring"))
ROUNDS: Final = Tab("rounds", ("rounds",), is_of_hazards=False)


@blueprint.get("")
def show_numbers() -> Response:
    """Show the indicators of a period beside the one before, and how it went."""
    return _show(COURSE)


@blueprint.get("/spread")
def show_spread() -> Response:
    """Show where the hazards of a period gather: units, buildings, categories, and what comes back."""
    return _show(SPREAD)


@blueprint.get("/rounds")
def show_rounds() -> Response:
    """Show how the rounds of a period went, day by day."""
    return _show(ROUNDS)


def _show(tab: Tab) -> Response:
    """Write a page of numbers; ``as=xlsx&panel=`` takes one chart's table, of whichever page, as an Excel file."""
    who, asked = reader(), query()
    who.must(Permission.SEE_NUMBERS)
    wanted = wanted_of(asked, who)
    with office().store.reading() as tx:
        known, houses = units(tx, who.viewer, who.site), buildings(tx, who.viewer, who.site)
        say = who.wording.text
        named = {str(one.id): say(one.name) for one in known} | {str(one.id): say(one.name) for one in houses}
        of = Period(tx, who, wanted, named)
        if asked.is_excel:
            make = MAKERS.get(asked.text("panel"))
            if make is None:
                raise NotFound
            return _excel(make(of))
        facts: dict[str, object] = {"cards": cards(of) if tab.has_cards else (), "panels": panels(of, tab.panels)}
        facts |= {"units": known, "buildings": houses}
    today = who.formats.today
    periods = {name: span(today) for name, span in PERIODS.items()}
    facts |= {"periods": periods, "period": chosen(wanted, today), "before": before(wanted), "asked": asked}
    facts |= {"categories": category_pairs(who.wording), "grades": HazardGrade, "kept": kept(asked)}
    return show("numbers/numbers.html", tab=tab, wanted=wanted, **facts)


@blueprint.get("/readings")
def show_readings() -> Response:
    """Show how the readings of a place went, each with its limits and where it is heading."""
    who, asked = reader(), query()
    who.must(Permission.SEE_NUMBERS)
    with office().store.reading() as tx:
        known = places(tx, who)
        point = PointId(asked.text("point") or next(iter(known), ""))
        found = trends(tx, who, point) if point in known else []
        if asked.is_excel:
            return _readings_excel(who, found)
    return show("numbers/readings.html", places=known, point=point, trends=found, asked=asked)


def _excel(panel: Panel) -> Response:
    def of(at: int) -> Column[tuple[object, ...]]:
        is_number = bool(panel.rows) and all(isinstance(row[at], (int, float, type(None))) for row in panel.rows)
        return Column(
            panel.heads[at], lambda row: row[at], Kind.NUMBER if is_number else Kind.TEXT, 24 if not at else 14
        )

    return as_excel(panel.title, [of(at) for at in range(len(panel.heads))], panel.rows)


def _readings_excel(who: Reader, found: Iterable[Trend]) -> Response:
    t = who.wording
    columns: tuple[Column[tuple[Trend, Reading]], ...] = (
        Column(t("numbers.what_read"), lambda row: row[0].title, width=30),
        Column(t("numbers.at"), lambda row: row[1].at, Kind.MOMENT),
        Column(t("numbers.value"), lambda row: row[1].value, Kind.NUMBER, 12),
        Column(t("numbers.unit_of"), lambda row: row[0].unit, width=8),
        Column(t("numbers.low"), lambda row: row[0].low, Kind.NUMBER, 10),
        Column(t("numbers.high"), lambda row: row[0].high, Kind.NUMBER, 10),
    )
    return as_excel(t("numbers.readings"), columns, ((trend, one) for trend in found for one in trend.values))
