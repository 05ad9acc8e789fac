"""Pages of the daily clearing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.clearing.excel import columns
from server.office.clearing.lines import Shown, said, shown
from server.office.excel import as_excel
from server.office.family import pages
from server.office.form import Form, FormError, read_day
from server.office.listing import query
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission, is_staff
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.store import Tx
from server.store.clearing import Sheet, audit, clear, cut, dispose, give_back, last_sheet, lines_of, sheet_of, sheets
from server.store.place import persons
from shared.clearing import CarryReason, Line, LineKind, sum_up
from shared.errors import BusyError, RuleError

blueprint = pages("clearing", __name__)
LONGEST_WORD = 500
Act = Callable[[Tx, Reader, Sheet, Form], None]


@blueprint.get("")
def show_list() -> Response:
    """Show a month's sheets, the latest first; ``month`` in the address chooses it."""
    who = reader()
    who.must(Permission.SEE_CLEARING)
    first = month_of(request.args.get("month", ""), who.formats.today)
    last = next_month(first) - timedelta(days=1)
    with office().store.reading() as tx:
        found = sheets(tx, who.site, first, last)
        has_today = sheet_of(tx, who.site, who.formats.today) is not None
    facts = {"before": first - timedelta(days=1), "after": next_month(first), "has_today": has_today}
    return show("clearing/list.html", sheets=found, month=first, **facts)


@blueprint.post("")
def send_cut() -> Response:
    """Cut today's sheet before its hour; somebody who asks twice gets the same sheet."""
    who = reader()
    who.must(Permission.CLEAR)
    today = who.formats.today
    with office().store.writing() as tx:
        is_new = cut(tx, who.site, today)
    where = url_for("clearing.show_sheet", day=today.isoformat())
    return done(where, "done.clearing_cut" if is_new else "done.clearing_there")


@blueprint.get("/<day>")
def show_sheet(day: str) -> Response:
    """Show a day's sheet."""
    return sheet_page(day_of(day))


@blueprint.post("/<day>/lines")
def send_lines(day: str) -> Response:
    """Keep what is done about the ticked lines."""
    return act(day, Permission.CLEAR, _dispose, "done.clearing_lines")


@blueprint.post("/<day>/clear")
def send_clear(day: str) -> Response:
    """Sign the sheet as cleared."""
    return act(day, Permission.CLEAR, _clear, "done.clearing_cleared")


@blueprint.post("/<day>/audit")
def send_audit(day: str) -> Response:
    """Sign the sheet as audited."""
    return act(day, Permission.AUDIT_CLEARING, _audit, "done.clearing_audited")


@blueprint.post("/<day>/return")
def send_return(day: str) -> Response:
    """Give the sheet back to who cleared it."""
    return act(day, Permission.AUDIT_CLEARING, _give_back, "done.clearing_returned")


def act(day: str, needed: Permission, do: Act, said_key: str) -> Response:
    """Do something to a sheet, or show it again with what is missing and what was typed."""
    who, form, on = reader(), Form(request.form), day_of(day)
    who.must(needed)
    try:
        with office().store.writing() as tx:
            do(tx, who, found(tx, who, on), form)
    except FormError:
        return sheet_page(on, form, 422)
    except BusyError:
        form.wrong("", "clearing.meanwhile")
        return sheet_page(on, form, 409)
    except RuleError as error:
        tell(form, error)
        return sheet_page(on, form, 403 if error.status == 403 else 422)
    return done(url_for("clearing.show_sheet", day=day), said_key)


def sheet_page(on: date, form: Form | None = None, status: int = 200) -> Response:
    """Write a sheet's page; ``form`` is what was sent, with its errors."""
    who, asked = reader(), query()
    who.must(Permission.SEE_CLEARING)
    with office().store.reading() as tx:
        sheet = found(tx, who, on)
        every = lines_of(tx, sheet)
        last = last_sheet(tx, who.site)
        staff = [one for one in persons(tx, who.viewer, who.site) if is_staff(one)]
        rows = shown(tx, who, on, [line for line in every if _is_wanted(line, asked.text("kind"))])
        if asked.is_excel:
            return as_excel(f"{who.wording('menu.clearing')} {on}", columns(who, on), rows)
    facts = {"total": sum_up(every), "kinds": _kinds(every), "chosen": asked.text("kind"), "staff": staff}
    facts |= {"is_last": last is not None and last.day == on, "reasons": CarryReason, "asked": asked}
    return show("clearing/sheet.html", status, sheet=sheet, lines=rows, form=form or Form(), **facts)


def found(tx: Tx, who: Reader, on: date) -> Sheet:
    """Return the chosen site's sheet of a day.

    Raises:
        NotFound: it was not cut.
    """
    sheet = sheet_of(tx, who.site, on)
    if sheet is None:
        raise NotFound
    return sheet


def day_of(text: str) -> date:
    """Read a day from an address.

    Raises:
        NotFound: it is none.
    """
    found = read_day(text)
    if found is None:
        raise NotFound
    return found


def month_of(text: str, today: date) -> date:
    """Read a month (``2026-11``) as its first day; what cannot be read is this month."""
    return read_day(f"{text}-01") or today.replace(day=1)


def next_month(first: date) -> date:
    """Return the first day of the next month."""
    return (first + timedelta(days=31)).replace(day=1)


def _is_wanted(line: Line, kind: str) -> bool:
    return not kind or line.kind.value == kind or (kind == "owing" and line.owes)


def _kinds(lines: list[Line]) -> dict[str, int]:
    counts = {kind.value: sum(line.kind is kind for line in lines) for kind in LineKind}
    return {"owing": sum(line.owes for line in lines)} | {kind: n for kind, n in counts.items() if n}


def _dispose(tx: Tx, who: Reader, sheet: Sheet, form: Form) -> None:
    staff = {str(one.id): one.name for one in persons(tx, who.viewer, who.site) if is_staff(one)}
    known = {Shown.name_of(line): line for line in lines_of(tx, sheet) if not line.is_closed}
    ticked = form.choices("line", known, must=True)
    disposition = said(form, staff, sheet.day)
    dispose(tx, sheet, [(known[name].kind, known[name].about) for name in ticked], disposition, who.name)


def _clear(tx: Tx, who: Reader, sheet: Sheet, form: Form) -> None:
    _must_sign(form)
    clear(tx, sheet, who.viewer.person, who.name)


def _audit(tx: Tx, who: Reader, sheet: Sheet, form: Form) -> None:
    _must_sign(form)
    word = form.text("word", longest=LONGEST_WORD)
    form.settle()
    audit(tx, sheet, who.viewer.person, who.name, word)


def _give_back(tx: Tx, who: Reader, sheet: Sheet, form: Form) -> None:
    word = form.text("word", must=True, longest=LONGEST_WORD)
    form.settle()
    give_back(tx, sheet, who.viewer.person, word)


def _must_sign(form: Form) -> None:
    if not form.ticked("signed"):
        form.wrong("signed", "form.missing")
    form.settle()
