"""Pages about tablets."""

from __future__ import annotations

import segno
from flask import Response, request, url_for
from markupsafe import Markup

from server.office.excel import as_excel
from server.office.family import pages
from server.office.form import Form
from server.office.listing import query
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission, is_staff
from server.office.reader import Reader, reader
from server.office.tablets.excel import tablet_sheet
from server.office.tablets.letters import open_letters
from server.office.tablets.risk import Watched, apps_of, needs_a_look, watch, watched
from server.office.tablets.words import why
from server.store import PageRequest, Tx
from server.store.contact import contacts, holders
from server.store.device import CODE_LIFE, device_for, devices, make_code, revoke
from server.store.letter import LetterFilter, letters, waiting_by_device
from server.store.place import persons
from server.store.shift import shifts_of
from shared.ids import DeviceId, PersonId
from shared.model.place import Person

blueprint = pages("tablets", __name__)


SHOWS = ("", "alarming", "waiting", "old_app", "revoked")
"""What the list can be narrowed to."""
MOST_LETTERS = 20


@blueprint.get("")
def show_list() -> Response:
    """Show the tablets of the chosen site, those at risk first, each with the reason."""
    who, asked = reader(), query()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        rows = [row for row in devices(tx, who.viewer) if row.site == who.site]
        counts = open_letters(tx, who)
        found = watched(rows, counts, tx.now, apps_of(rows, office().config.min_app))
    shown = asked.text("show") if asked.text("show") in SHOWS else ""
    text = asked.text("q").casefold()
    narrowed = [entry for entry in found if _is_shown(entry, shown) and text in _names(entry)]
    if asked.is_excel:
        sheet = tablet_sheet(who, narrowed)
        return as_excel(sheet.name, sheet.columns, sheet.rows)
    figures = {name: sum(_is_shown(entry, name) for entry in found) for name in SHOWS}
    facts = {"asked": asked, "shows": SHOWS, "shown": shown, "figures": figures, "why": why}
    return show("tablets/list.html", tablets=narrowed, is_empty=not found, letters=sum(counts.values()), **facts)


def _is_shown(entry: Watched, name: str) -> bool:
    return {
        "": True,
        "alarming": needs_a_look(entry),
        "waiting": entry.waits and not entry.row.is_revoked,
        "old_app": bool({"old_app", "too_old"} & set(entry.risks)),
        "revoked": entry.row.is_revoked,
    }[name]


def _names(entry: Watched) -> str:
    return f"{entry.row.name} {entry.row.person_name}".casefold()


@blueprint.get("/enrol")
def show_enrol() -> Response:
    """Show the form that makes an enrolment code."""
    return enrol_page(Form())


@blueprint.post("/enrol")
def send_enrol() -> Response:
    """Make a one-time code and show it once, with its QR code."""
    who, form = reader(), Form(request.form)
    who.must(Permission.MANAGE_TABLETS)
    with office().store.writing() as tx:
        known = {str(person.id): person for person in _people(tx, who)}
        person = form.choice("person", known, must=True)
        if not form.is_valid:
            return enrol_page(form, 422)
        code = make_code(tx, who.site, PersonId(person), who.viewer.person)
        expires_at = tx.now + CODE_LIFE
    server = office().config.public_url or request.host_url.rstrip("/")
    facts = {"code": f"{code[:4]} {code[4:]}", "expires_at": expires_at, "server": server}
    return show("tablets/code.html", qr=_qr(f"{server}/enrol#{code}"), person=known[person], **facts)


@blueprint.get("/<device>")
def show_one(device: str) -> Response:
    """Show one tablet with what it holds and what could not be applied."""
    return sheet(DeviceId(device), Form())


def sheet(device: DeviceId, form: Form, status: int = 200) -> Response:
    """Write one tablet's page."""
    who = reader()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        row = device_for(tx, who.viewer, device)
        refused = letters(tx, who.viewer, LetterFilter(None, "waiting", "", row.id), PageRequest(1, MOST_LETTERS))
        count = waiting_by_device(tx, who.viewer).get(row.id, 0)
        found = watch(row, count, tx.now, apps_of(devices(tx, who.viewer), office().config.min_app))
        facts = {"letters": refused, "holders": holders(tx, row.id), "contacts": contacts(tx, row.id), "why": why}
        facts["shifts"] = shifts_of(tx, row.id)
    return show("tablets/one.html", status, form=form, tablet=found, d=row, **facts)


@blueprint.post("/<device>/revoke")
def send_revoke(device: str) -> Response:
    """Refuse a tablet from now on; its unsent work stays on it."""
    who = reader()
    with office().store.writing() as tx:
        row = device_for(tx, who.viewer, DeviceId(device))
        who.must(Permission.MANAGE_TABLETS, row.site)
        revoke(tx, row.id)
    return done(url_for("tablets.show_one", device=device), "done.revoke")


def enrol_page(form: Form, status: int = 200) -> Response:
    """Write the page that makes an enrolment code."""
    who = reader()
    who.must(Permission.MANAGE_TABLETS)
    with office().store.reading() as tx:
        people = _people(tx, who)
    return show("tablets/enrol.html", status, form=form, people=people)


def _people(tx: Tx, who: Reader) -> list[Person]:
    return [person for person in persons(tx, who.viewer) if person.site == who.site and is_staff(person)]


def _qr(text: str) -> Markup:
    drawing = segno.make(text, error="m", micro=False).svg_inline(scale=6, border=2, svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 - made by segno from a server address and a code of our own alphabet
