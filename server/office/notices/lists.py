"""The list of notices and the register of their numbers."""

from __future__ import annotations

from flask import Response
from werkzeug.exceptions import NotFound

from server.office.excel import Sheet, as_excel
from server.office.excel import answer as answer_excel
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.notices.blueprint import blueprint
from server.office.notices.excel import notice_sheet, register_sheet
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx, register
from server.store.notice import NoticeFilter, NoticeRow, notice_counts, notices
from server.store.place import units
from shared.hazard.table import LEAD
from shared.ids import UnitId
from shared.model.hazard import NoticeState

NUMBERS = 50
"""Numbers on one page of the register."""
SORTS = ("issued_at", "deadline_on", "no", "state", "unit")


@blueprint.get("")
def show_list() -> Response:
    """Show the notices of the chosen site."""
    who, asked = reader(), query()
    who.must(Permission.SEE_NOTICES)
    if asked.is_excel:
        return answer_excel(export)
    order, wanted = asked.page(sort="-issued_at", sorts=SORTS), filter_of(asked, who)
    with office().store.reading() as tx:
        page = notices(tx, who.viewer, wanted, order)
        counts = notice_counts(tx, who.viewer, NoticeFilter(site=who.site))
        late = notice_counts(tx, who.viewer, NoticeFilter(site=who.site, overdue_on=who.formats.today))
        named = names(tx, who)
        known = units(tx, who.viewer, who.site)
    return show(
        "notices/list.html",
        listing=listing(page, asked),
        asked=asked,
        counts=counts,
        late=sum(late.values()),
        units=known,
        names=named,
        may_issue=bool(who.roles & LEAD),
    )


def filter_of(asked: Query, who: Reader) -> NoticeFilter:
    """Read a list's filters from its address."""
    state, zone = asked.member("state", NoticeState), who.formats.zone
    return NoticeFilter(
        site=who.site,
        states=(NoticeState(state),) if state else (),
        unit=UnitId(asked.text("unit")) or None,
        overdue_on=who.formats.today if asked.text("state") == "overdue" else None,
        issued_from=asked.since("from", zone),
        issued_before=asked.until("to", zone),
        text=asked.text("q"),
    )


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[NoticeRow]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_NOTICES)
    return notice_sheet(tx, who, filter_of(asked, who), asked.page(sort="-issued_at", sorts=SORTS).sort)


@blueprint.get("/register")
def show_register() -> Response:
    """Show the register of notice numbers of the chosen site: a year, number by number."""
    who, asked = reader(), query()
    who.must(Permission.SEE_NOTICES)
    who.must(Permission.SEE_PLAN)  # a unit sees its own notices, never whom else one was issued to
    site = who.chosen
    if site is None:
        raise NotFound
    this_year, use = who.formats.today.year, asked.member("use", register.Use)
    number = asked.page(sort="", sorts=()).number
    with office().store.reading() as tx:
        years = register.years_of(tx, site) or (this_year,)
        wanted = asked.text("year")
        year = int(wanted) if wanted.isdecimal() and int(wanted) in years else years[0]
        only, size = register.Use(use) if use else None, 0 if asked.is_excel else NUMBERS
        found = register.numbers(tx, site, year, this_year, use=only, page=number, size=size)
        named = names(tx, who)
    if asked.is_excel:
        sheet = register_sheet(who, found.lines, named)
        return as_excel(sheet.name, sheet.columns, sheet.rows)
    last = -(-found.total // NUMBERS)
    facts = {"asked": asked, "number": number, "last": last, "use": use}
    return show("notices/register.html", found=found, years=years, year=year, names=named, **facts)
