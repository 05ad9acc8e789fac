"""Pages about papers: one as PDF, many as a job, those of a period, and what was printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

from flask import Response, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from server.office.excel import Column, Kind, Sheet, pages_of, send
from server.office.excel import answer as answer_excel
from server.office.form import Form
from server.office.jobs.ask import ask, work_key
from server.office.listing import Query, listing, query
from server.office.page import show
from server.office.papers.batch import LISTS, MOST, found_ids
from server.office.papers.blueprint import blueprint
from server.office.papers.issue import issue, order_of
from server.office.papers.kinds import COMPOSERS, may_open
from server.office.papers.notice import COPIES
from server.office.papers.paper import Desk
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.job import Wish
from server.store.paper import Print, prints
from server.store.place import points
from shared.errors import UnknownRecordError
from shared.model.place import PointKind

PDF = "application/pdf"
MONTHS_BACK = 24


@blueprint.get("")
def show_list() -> Response:
    """Show what can be printed of a period, and what was printed at the chosen site."""
    if query().is_excel:
        return answer_excel(export)
    return hub(Form())


def export(tx: Tx, who: Reader, _asked: Query) -> Sheet[Print]:
    """Lay out for Excel what was printed."""
    who.must(Permission.SEE_INSPECTIONS)
    t = who.wording
    columns: tuple[Column[Print], ...] = (
        Column(t("papers.what"), lambda row: row.title, width=30),
        Column(t("papers.number"), lambda row: row.number, width=28),
        Column(t("papers.code"), lambda row: (f"/v/{row.code}", row.shown_code), Kind.LINK, 18),
        Column(t("papers.by"), lambda row: row.by_name, width=12),
        Column(t("papers.at"), lambda row: row.at, Kind.MOMENT),
    )
    return Sheet(t("papers.printed"), columns, pages_of(lambda page: prints(tx, who.viewer, who.site, page), ""))


@blueprint.get("/period")
def show_period() -> AnyResponse:
    """Go on to the paper of a period that a form asks for, or show what is wrong with it."""
    form = Form(request.args)
    who = reader()
    who.must(Permission.SEE_INSPECTIONS)
    if form.text("kind") == "month":
        month = form.text("month", must=True)
        if form.is_valid:
            return redirect(url_for("papers.show_paper", kind="month", record=f"{who.site}.{month}"), 303)
    else:
        point, first, last = form.text("point", must=True), form.day("first", must=True), form.day("last", must=True)
        if first is not None and last is not None and not timedelta(0) <= last - first < timedelta(days=366):
            form.wrong("last", "papers.wrong_period")
        if form.is_valid:
            return redirect(url_for("papers.show_paper", kind="access", record=f"{point}.{first}.{last}"), 303)
    return hub(form, 422)


@blueprint.get("/batch")
def show_batch() -> Response:
    """Show how many papers a list would give, and ask whether with photos."""
    asked, kind = _list(request.args.get("list", ""))
    who = reader()
    with office().store.reading() as tx:
        number = len(found_ids(tx, who, asked))
    return show("papers/batch.html", n=number, most=MOST, kind=kind, path=asked.link())


@blueprint.post("/batch")
def send_batch() -> Response:
    """Ask for a job that prints a list."""
    asked, kind = _list(request.form.get("list", ""))
    who = reader()
    path, with_photos = asked.link(), bool(request.form.get("photos"))
    title = who.wording("papers.job", kind=who.wording(f"papers.kind_{kind}"))
    params = {"path": path, "base": base(), "photos": with_photos}
    key = work_key("papers", path, str(with_photos))
    return ask(Wish("papers", title, params, who.wording.language, key))


@blueprint.get("/<kind>/<record>")
def show_paper(kind: str, record: str) -> Response:
    """Show a paper as PDF, or send it as a file; that it was printed is remembered."""
    compose = COMPOSERS.get(kind)
    if compose is None:
        raise NotFound
    who, parts = reader(), office()
    with parts.store.reading() as tx:
        paper = compose(Desk(tx, who, base(), parts.store.link_key), record)
    with parts.store.writing() as tx:
        row = issue(tx, who.viewer, paper)
    wanted = request.args.get("copies", "1")
    copies = int(wanted) if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted) <= len(COPIES) else 1
    made = parts.press.pdf(order_of(parts, paper, row, base(), copies))
    name = f"{paper.title}-{paper.number}.pdf".replace("/", "-")
    return send(made, name, PDF, is_shown=not request.args.get("download"))


def hub(form: Form, status: int = 200) -> Response:
    """Write the page of papers."""
    who, asked = reader(), query()
    who.must(Permission.SEE_INSPECTIONS)
    with office().store.reading() as tx:
        printed = prints(tx, who.viewer, who.site, asked.page(sort="", sorts=()))
        rooms = [one for one in points(tx, who.viewer, who.site) if one.kind is PointKind.MACHINE_ROOM]
    facts = {"months": months(who), "rooms": rooms, "form": form, "first": _first(who), "kinds": may_open(who)}
    return show("papers/list.html", status, listing=listing(printed, asked), asked=asked, **facts)


def base() -> str:
    """Return the address that papers name: the configured one, else the one that the browser used."""
    return office().config.public_url or request.host_url.rstrip("/")


def months(who: Reader) -> list[tuple[str, str]]:
    """Offer the running month and those before it."""
    first = who.formats.today.replace(day=1)
    found: list[tuple[str, str]] = []
    for _ in range(MONTHS_BACK):
        month = f"{first:%Y-%m}"
        found.append((month, month))
        first = (first - timedelta(days=1)).replace(day=1)
    return found


def _first(who: Reader) -> date:
    return who.formats.today.replace(day=1)


def _list(path: str) -> tuple[Query, str]:
    """Read the address of a list that papers can be printed of.

    Raises:
        UnknownRecordError: it is none.
    """
    parts = urlsplit(path)
    kind = LISTS.get(parts.path)
    if kind is None:
        raise UnknownRecordError(kind="list", id=path)
    args: Mapping[str, str] = dict(parse_qsl(parts.query))
    return Query(parts.path, args), kind
