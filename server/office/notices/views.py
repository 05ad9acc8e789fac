"""Pages about notices."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.excel import Sheet, as_excel
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form, FormError
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.notices.draft import issue, offer
from server.office.notices.excel import notice_sheet, register_sheet
from server.office.notices.moves import DELIVERY, MOVES, Desk, possible
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.store import Tx, register
from server.store.inspection import stored_photos
from server.store.notice import NoticeFilter, NoticeRow, hazards_of, notice_counts, notice_for, notices
from server.store.place import units
from shared.errors import NotPermittedError, RuleError
from shared.hazard.table import LEAD
from shared.hazard.urgency import SUGGESTIONS
from shared.ids import NoticeId, UnitId
from shared.model.hazard import Notice, NoticeState
from shared.model.place import Site, Unit

blueprint = pages("notices", __name__)
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
        named = names(tx, who)
        known = units(tx, who.viewer, who.site)
    return show(
        "notices/list.html",
        listing=listing(page, asked),
        asked=asked,
        counts=counts,
        units=known,
        names=named,
        may_issue=bool(who.roles & LEAD),
    )


def filter_of(asked: Query, who: Reader) -> NoticeFilter:
    """Read a list's filters from its address."""
    state = asked.member("state", NoticeState)
    return NoticeFilter(
        site=who.site,
        states=(NoticeState(state),) if state else (),
        unit=UnitId(asked.text("unit")) or None,
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
    this_year = who.formats.today.year
    with office().store.reading() as tx:
        years = register.years_of(tx, site) or (this_year,)
        wanted = asked.text("year")
        year = int(wanted) if wanted.isdecimal() and int(wanted) in years else years[0]
        lines = register.numbers(tx, site, year, this_year)
        named = names(tx, who)
    if asked.is_excel:
        sheet = register_sheet(who, lines, named)
        return as_excel(sheet.name, sheet.columns, sheet.rows)
    counts = {use: sum(line.use is use for line in lines) for use in register.Use}
    return show("notices/register.html", lines=lines, years=years, year=year, counts=counts, names=named)


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a new notice; ``hazard`` in the address chooses hazards."""
    chosen = request.args.getlist("hazard")
    with office().store.reading() as tx:
        choices = offer(tx, must_lead())
    first = next((hazard for hazard in choices.hazards if hazard.id in chosen), None)
    values = MultiDict([*(("hazard", name) for name in chosen), ("unit", first.unit or "" if first else "")])
    return new_form(Form(values))


@blueprint.post("/new")
def send_new() -> Response:
    """Issue a notice, or show its form again with what is missing."""
    who, form = must_lead(), Form(request.form)
    at = office().clock.read()
    try:
        with office().store.writing() as tx:
            issued = issue(tx, who, form, at)
    except FormError:
        return new_form(form, 422)
    return done(url_for("notices.show_one", record=issued.id), "done.issue")


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one notice as the paper form."""
    return sheet(NoticeId(record))


@blueprint.post("/<record>/<event>")
def act(record: str, event: str) -> Response:
    """Record a receipt, a refusal or a withdrawal, for the notice and all its hazards."""
    who, form, at = reader(), Form(request.form), office().clock.read()
    if event not in MOVES:
        raise NotFound
    try:
        with office().store.writing() as tx:
            found = notice_for(tx, who.viewer, NoticeId(record))
            who.must(Permission.SEE_NOTICES, found.site)
            notice, moved = MOVES[event](Desk(tx, who, found, form, at), hazards_of(tx, found))
            for entity in (notice, *moved):
                tx.put(entity)
    except RuleError as error:
        tell(form, error)
        return sheet(NoticeId(record), form, event, 403 if isinstance(error, NotPermittedError) else 422)
    return done(url_for("notices.show_one", record=record), f"done.{event}")


def sheet(record: NoticeId, form: Form | None = None, event: str = "", status: int = 200) -> Response:
    """Write a notice's page."""
    who = reader()
    with office().store.reading() as tx:
        found = notice_for(tx, who.viewer, record)
        who.must(Permission.SEE_NOTICES, found.site)
        hazards = hazards_of(tx, found)
        unit, site = tx.find(Unit, found.unit), tx.get(Site, found.site)
        superseded = tx.find(Notice, found.supersedes) if found.supersedes else None
        stored = stored_photos(tx, files_of(photo for hazard in hazards for photo in hazard.photos_before))
    facts = {"unit": unit, "site": site, "superseded": superseded, "shoot": shooter(stored, who.formats)}
    return show(
        "notices/one.html",
        status,
        n=found,
        hazards=hazards,
        form=form,
        tried=event,
        fresh=Form(),
        events=possible(who, found, hazards),
        delivery=DELIVERY,
        **facts,
    )


def new_form(form: Form, status: int = 200) -> Response:
    """Write the form of a new notice."""
    who = must_lead()
    with office().store.reading() as tx:
        choices = offer(tx, who)
        stored = stored_photos(tx, files_of(shot for hazard in choices.hazards for shot in hazard.photos_before))
    return show(
        "notices/new.html",
        status,
        form=form,
        choices=choices,
        suggestions=SUGGESTIONS,
        shoot=shooter(stored, who.formats),
    )


def must_lead() -> Reader:
    """Return the reader, who issues notices.

    Raises:
        NotPermittedError: only a lead inspector issues a notice (5.29.3a).
    """
    who = reader()
    who.must(Permission.SEE_NOTICES)
    if not who.roles & LEAD:
        raise NotPermittedError(needs=sorted(role.value for role in LEAD))
    return who
