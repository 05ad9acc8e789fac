"""Pages about tablets."""

from __future__ import annotations

import segno
from flask import Response, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from server.letters import apply_letter
from server.office.family import pages
from server.office.form import Form
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission, is_staff
from server.office.reader import Reader, reader
from server.office.tablets.letters import open_letters, waiting_letters
from server.office.tablets.risk import needs_a_look, watch, watched
from server.store import Tx
from server.store.device import CODE_LIFE, device_for, devices, make_code, revoke
from server.store.letter import ASIDE, settle
from server.store.place import persons
from shared.errors import OpRefusedError, RuleError
from shared.ids import DeviceId, PersonId
from shared.model.place import Person

blueprint = pages("tablets", __name__)


@blueprint.get("")
def show_list() -> Response:
    """Show the tablets of the chosen site, those at risk first."""
    who = reader()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        rows = [row for row in devices(tx, who.viewer) if row.site == who.site]
        found = watched(rows, open_letters(tx, who), tx.now)
        letters = waiting_letters(tx, who)
    return show("tablets/list.html", tablets=found, letters=letters, alarming=sum(map(needs_a_look, found)))


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


@blueprint.post("/letters/<op>/<act>")
def settle_letter(op: str, act: str) -> Response:
    """Apply an operation that could not be applied once more, or set it aside with a word on why."""
    who, form = reader(), Form(request.form)
    who.must(Permission.MANAGE_TABLETS)
    with office().store.reading() as tx:
        letter = next((one for one in waiting_letters(tx, who) if one.op_id == op), None)
    if letter is None or act not in {"retry", "aside"}:
        raise NotFound
    if act == "retry":
        try:
            apply_letter(office().store, office().exchange, letter, who.viewer.person)
        except (OpRefusedError, RuleError):
            form.wrong("", "tablets.still_refused")
    else:
        word = form.line("word", must=True)
        if form.is_valid:
            with office().store.writing() as tx:
                settle(tx, letter, ASIDE, who.viewer.person, word)
    if not form.is_valid:
        return sheet(letter.device, form, 422)
    return done(url_for("tablets.show_one", device=letter.device), f"done.{act}")


def sheet(device: DeviceId, form: Form, status: int = 200) -> Response:
    """Write one tablet's page."""
    who = reader()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        row = device_for(tx, who.viewer, device)
        letters = tuple(letter for letter in waiting_letters(tx, who) if letter.device == row.id)
        found = watch(row, len(letters), tx.now)
        authors = {letter.author: tx.find(Person, letter.author) for letter in letters}
    return show("tablets/one.html", status, form=form, tablet=found, d=row, letters=letters, authors=authors)


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
