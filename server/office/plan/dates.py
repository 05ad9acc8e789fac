"""What falls due at equipment by a date of its own, beside the plans: the coming days, and those that have passed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from flask import Response

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.listing import Query, listing, query
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.family import blueprint
from server.office.reader import Reader, reader
from server.store import Page, PageRequest, Tx
from server.store.equipment import DueFilter, DueRow, equipment_days
from shared.model.place import AssetKind
from shared.schedule.equipment import BASES, Due

SIZE = 50
SORTS = ("on",)
WITHIN: Final = {"90": 90, "365": 365, "all": None}
"""How far ahead the list looks, in days; the words of ``plan.within_*``."""


@blueprint.get("/dates")
def show_dates() -> Response:
    """Show what falls due at the equipment of the chosen site."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    if asked.is_excel:
        return answer_excel(date_sheet)
    with office().store.reading() as tx:
        page = equipment_days(tx, who.viewer, wanted_of(who, asked), asked.page(sort="on", sorts=SORTS, size=SIZE))
    facts = {"dues": Due, "within": tuple(WITHIN), "basis": basis, "asked": asked}
    return show("plan/dates.html", listing=listing(page, asked), **facts)


def wanted_of(who: Reader, asked: Query) -> DueFilter:
    """Read the filters from an address."""
    days = WITHIN.get(asked.text("within"), 90)
    due = asked.member("due", Due)
    until: date | None = who.formats.today + timedelta(days=days) if days is not None else None
    return DueFilter(who.site, until, Due(due) if due else None, asked.text("q"))


def basis(row: DueRow) -> str:
    """Return the clause that asks for it, empty where it is the company's own practice."""
    return BASES.get(row.due, "") if row.kind is AssetKind.LIFT else ""


def date_sheet(tx: Tx, who: Reader, asked: Query) -> Sheet[DueRow]:
    """Lay the days out for Excel."""
    t, wanted = who.wording, wanted_of(who, asked)
    columns: tuple[Column[DueRow], ...] = (
        Column(t("plan.falls_due"), lambda row: row.on, Kind.DATE, 12),
        Column(t("plan.what_due"), lambda row: t.of(row.due), width=24),
        Column(t("plan.equipment"), lambda row: (f"/places/asset/{row.asset}", t.text(row.name)), Kind.LINK, 30),
        Column(t("plan.number"), lambda row: row.number, width=16),
        Column(t("plan.kind"), lambda row: t.of(row.kind), width=14),
        Column(t("today.place"), lambda row: t.text(row.place), width=24),
        Column(t("templates.row_source"), lambda row: basis(row) or t("plan.own_practice"), width=28),
    )

    def fetch(page: PageRequest) -> Page[DueRow]:
        return equipment_days(tx, who.viewer, wanted, page)

    return Sheet(t("plan.tab_dates"), columns, pages_of(fetch, asked.page(sort="on", sorts=SORTS).sort))
