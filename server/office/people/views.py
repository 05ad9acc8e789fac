"""The page about people, and the one where a PIN is set."""

from __future__ import annotations

import secrets

from flask import Response, request, url_for

from server.office.family import pages
from server.office.form import Form
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.account import accounts
from server.store.place import persons, units
from server.store.shift import pins, set_pin, take_back_pin
from shared.errors import ForbiddenError, UnknownRecordError
from shared.ids import PersonId
from shared.model.place import Person
from shared.model.shift import Pin
from shared.shift import is_pin, is_too_easy

blueprint = pages("people", __name__)


@blueprint.get("")
def show_list() -> Response:
    """Show who works at the chosen site, in which roles, who can sign in here, and who has a PIN for tablets."""
    who = reader()
    who.must(Permission.SEE_PEOPLE)
    with office().store.reading() as tx:
        people = persons(tx, who.viewer, who.site)
        known = {unit.id: unit for unit in units(tx, who.viewer, who.site)}
        logins = {account.person: account for account in accounts(tx) if not account.is_disabled}
        held = pins(tx, who.viewer, who.site)
    changeable = {person.id for person in people if _may_set(who, person)}
    return show("people/list.html", people=people, units=known, logins=logins, pins=held, changeable=changeable)


@blueprint.get("/<person>/pin")
def show_pin(person: str) -> Response:
    """Show the form that sets a person's PIN."""
    return _pin_page(PersonId(person), Form())


@blueprint.post("/<person>/pin")
def send_pin(person: str) -> Response:
    """Set a PIN, or take it back."""
    who, form = reader(), Form(request.form)
    digits = form.text("pin", longest=20)
    is_taken_back = form.ticked("take_back")
    if not is_taken_back:
        _check(form, digits)
    if not form.is_valid:
        return _pin_page(PersonId(person), form, 422)
    with office().store.writing() as tx:
        found = _whose(tx, who, PersonId(person))
        if is_taken_back:
            take_back_pin(tx, found.id, who.viewer.person)
        else:
            set_pin(tx, found.id, digits, secrets.token_bytes(16), who.viewer.person)
    target = (
        url_for("people.show_list") if who.may(Permission.SEE_PEOPLE) else url_for("people.show_pin", person=person)
    )
    return done(target, "done.pin_taken_back" if is_taken_back else "done.pin_set")


def _check(form: Form, digits: str) -> None:
    if not digits:
        form.wrong("pin", "form.missing")
    elif not is_pin(digits):
        form.wrong("pin", "people.not_a_pin")
    elif is_too_easy(digits):
        form.wrong("pin", "people.too_easy")
    elif form.text("again") != digits:
        form.wrong("again", "people.not_the_same")


def _pin_page(person: PersonId, form: Form, status: int = 200) -> Response:
    who = reader()
    with office().store.reading() as tx:
        found = _whose(tx, who, person)
        known = tx.find(Pin, person)
        by = tx.find(Person, known.set_by) if known is not None else None
    return show(
        "people/pin.html", status, form=form, person=found, pin=known if known and known.is_set else None, by=by
    )


def _whose(tx: Tx, who: Reader, ident: PersonId) -> Person:
    """Return a person whose PIN the reader may set: the own one, or anybody's of a site whose tablets he manages.

    Raises:
        UnknownRecordError: there is no such person, or none that the reader may know of.
        ForbiddenError: it is another's, and the reader does not manage tablets there.
    """
    found = tx.find(Person, ident)
    if found is None or not found.is_active:
        raise UnknownRecordError(kind="person", id=ident)
    if found.id != who.viewer.person:
        who.viewer.check(found.site)
    if not _may_set(who, found):
        raise ForbiddenError(needs=["administrator"])
    return found


def _may_set(who: Reader, person: Person) -> bool:
    return person.id == who.viewer.person or who.may(Permission.MANAGE_TABLETS, person.site)
