"""Pages about people: the list, one person with roles, account and sessions, and the one where a PIN is set."""

from __future__ import annotations

import secrets
from dataclasses import replace

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict

from server.office.excel import Column, Sheet, pages_of
from server.office.excel import Kind as Cells
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.listing import Query, listing, query
from server.office.page import done, show
from server.office.parts import office
from server.office.people.card import Card, card_of, why_not_without
from server.office.people.portrait import take_portrait
from server.office.permission import Permission
from server.office.places.keeping import keep, known_at, read_form, taken
from server.office.places.kinds import PERSON, values_of
from server.office.places.words import worded
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.account import account_of, accounts_of, is_last_administrator, set_disabled
from server.store.place import PlaceFilter, named_places, place_count, place_rows, units
from server.store.shift import pins, set_pin, take_back_pin
from server.store.viewer import set_roles
from shared.errors import ForbiddenError, UnknownRecordError
from shared.ids import PersonId, SiteId
from shared.model.place import Person, Role
from shared.model.shift import Pin
from shared.shift import is_pin, is_too_easy

blueprint = pages("people", __name__)
SORTS = ("name", "code")


@blueprint.get("")
def show_list() -> Response:
    """Show who works at the chosen site, in which roles, who can sign in here, and who has a PIN for tablets."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PEOPLE)
    if asked.is_excel:
        return answer_excel(export)
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        page = place_rows(tx, who.viewer, "person", wanted, asked.page(sort="name", sorts=SORTS))
        left = place_count(tx, who.viewer, "person", replace(wanted, is_retired=True))
        known = {unit.id: unit for unit in units(tx, who.viewer, who.site)}
        logins = accounts_of(tx, [person.id for person in page.rows])
        held = pins(tx, who.viewer, who.site)
    changeable = {person.id for person in page.rows if _may_set(who, person)}
    facts = {"units": known, "logins": logins, "pins": held, "changeable": changeable, "left": left, "roles": Role}
    return show("people/list.html", listing=listing(page, asked), asked=asked, **facts)


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[Person]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_PEOPLE)
    say, wanted = who.wording, filter_of(asked, who)
    named = {unit.id: unit.name.zh for unit in units(tx, who.viewer, who.site)}
    columns: list[Column[Person]] = [
        Column(say("field.person_code"), lambda one: one.code),
        Column(say("field.person_name"), lambda one: one.name),
        Column(say("field.roles"), lambda one: "、".join(say.of(role) for role in one.roles), width=40),
        Column(say("field.unit"), lambda one: named.get(one.unit, "") if one.unit else "", width=24),
        Column(say("field.cert_no"), lambda one: one.cert_no, width=20),
        Column(say("field.phone"), lambda one: one.phone, Cells.TEXT, 20),
    ]
    rows = pages_of(lambda page: place_rows(tx, who.viewer, "person", wanted, page), "name")
    return Sheet(say("menu.people"), columns, rows)


def filter_of(asked: Query, who: Reader) -> PlaceFilter:
    """Read the list's filters from its address."""
    return PlaceFilter(
        site=who.site,
        text=asked.text("q"),
        role=asked.member("role", Role),
        unit=asked.text("unit"),
        is_retired=asked.text("show") == "left",
    )


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a new person."""
    who = reader()
    who.must(Permission.MANAGE_PEOPLE)
    return _form_page(who.site, None, Form())


@blueprint.post("/new")
def send_new() -> Response:
    """Add a person at the chosen site."""
    who = reader()
    who.must(Permission.MANAGE_PEOPLE)
    return _send(who, None)


@blueprint.get("/<person>")
def show_one(person: str) -> Response:
    """Show one person; the administrator changes details, roles and account there."""
    who = reader()
    with office().store.reading() as tx:
        card = card_of(tx, who, person)
    return person_page(card)


@blueprint.post("/<person>")
def send_one(person: str) -> Response:
    """Change a person's details and roles."""
    who = reader()
    with office().store.reading() as tx:
        card = card_of(tx, who, person)
    who.must(Permission.MANAGE_PEOPLE, card.person.site)
    return _send(who, card)


@blueprint.post("/<person>/left")
def send_left(person: str) -> Response:
    """Note that somebody has left, who then signs in nowhere any more; or has come back."""
    who = reader()
    has_left = Form(request.form).ticked("has_left")
    with office().store.writing() as tx:
        card = card_of(tx, who, person)
        found = card.person
        who.must(Permission.MANAGE_PEOPLE, found.site)
        why_not = why_not_without(tx, who, found) if has_left else ""
        if why_not:
            return _refused(card, why_not)
        if found.is_active is has_left:
            tx.put(replace(found, is_active=not has_left))
        account = account_of(tx, found.id)
        if account is not None and has_left:
            set_disabled(tx, account.login, is_disabled=True)
    return done(url_for("people.show_one", person=person), "done.person_left" if has_left else "done.person_back")


@blueprint.post("/<person>/portrait")
def send_portrait(person: str) -> Response:
    """Keep a person's photo, small and square, as tablets show it; or take it away."""
    who, form = reader(), Form(request.form)
    with office().store.reading() as tx:
        card = card_of(tx, who, person)
    who.must(Permission.MANAGE_PEOPLE, card.person.site)
    name = None if form.ticked("take_away") else take_portrait(form, request.files.get("portrait"))
    if not form.is_valid:
        return person_page(card, form, 422)
    with office().store.writing() as tx:
        tx.put(replace(tx.get(Person, card.person.id), photo=name))
    return done(url_for("people.show_one", person=person), "done.place_kept")


@blueprint.post("/<person>/roles")
def send_roles(person: str) -> Response:
    """Say in which roles somebody acts at another site."""
    who, form = reader(), Form(request.form)
    site = SiteId(form.line("site", must=True))
    roles = tuple(Role(one) for one in form.choices("roles", {role.value: role for role in Role}))
    who.must(Permission.MANAGE_PEOPLE, site)
    with office().store.writing() as tx:
        card = card_of(tx, who, person)
        if not form.is_valid or site == card.person.site:
            return person_page(card, form, 422)
        loses = Role.ADMINISTRATOR in card.roles_at(site) and Role.ADMINISTRATOR not in roles
        if loses and is_last_administrator(tx, card.person.id, site):
            form.wrong("roles", "people.last_administrator")
            return person_page(card, form, 422)
        set_roles(tx, card.person.id, site, roles)
    return done(url_for("people.show_one", person=person), "done.place_kept")


def _send(who: Reader, card: Card | None) -> Response:
    """Keep what the form of a person says, unless that would leave a site without an administrator."""
    form = Form(request.form)
    before = card.person if card else None
    site = before.site if before else who.site
    with office().store.writing() as tx:
        found = tx.get(Person, before.id) if before else None
        values = read_form(form, PERSON, known_at(tx, site, PERSON))
        for name, key in taken(tx, PERSON, site, values, found.id if found else "").items():
            form.wrong(name, key)
        roles = values.get("roles", ())
        was_admin = found is not None and Role.ADMINISTRATOR in found.roles
        loses = was_admin and isinstance(roles, tuple) and Role.ADMINISTRATOR.value not in roles
        if found is not None and loses and is_last_administrator(tx, found.id, site):
            form.wrong("roles", "people.last_administrator")
        if found is not None and form.value("rev", "0") not in {"0", str(tx.rev(Person, found.id))}:
            form.wrong("", "places.changed_meanwhile")
        kept = keep(tx, PERSON, site, values, found) if form.is_valid else None
    if kept is None:
        return _form_page(site, None, form, 422) if card is None else person_page(card, form, 422)
    return done(url_for("people.show_one", person=kept.id), "done.place_kept")


def _refused(card: Card, key: str) -> Response:
    form = shown_form(card.person)
    form.wrong("", key)
    return person_page(card, form, 422)


def person_page(card: Card, form: Form | None = None, status: int = 200, **more: object) -> Response:
    """Write a person's page."""
    return _form_page(card.person.site, card, form or shown_form(card.person), status, **more)


def _form_page(site: SiteId, card: Card | None, form: Form, status: int = 200, **more: object) -> Response:
    who = reader()
    with office().store.reading() as tx:
        options = {"unit": [(ident, " ".join(dict.fromkeys(names))) for ident, names in named_places(tx, "unit", site)]}
        rev = tx.rev(Person, card.person.id) if card else 0
    may_edit = who.may(Permission.MANAGE_PEOPLE, site)
    others = [one for one in who.sites if one.id != site and who.may(Permission.MANAGE_PEOPLE, one.id)] if card else []
    facts = {"options": options, "rev": rev, "may_edit": may_edit, "others": others, "all_roles": Role}
    facts |= {"kind": PERSON, "worded": worded, "values_of": values_of, "link": "", "code": "", **more}
    return show("people/one.html", status, card=card, form=form, **facts)


def shown_form(person: Person, said: Form | None = None) -> Form:
    """Put a person into the form of the page, with what another form of it said was wrong."""
    typed: MultiDict[str, str] = MultiDict()
    for name, value in values_of(PERSON, person).items():
        for one in value if isinstance(value, tuple) else [value]:
            if one not in (None, ""):
                typed.add(name, str(one))
    for name in ("login",) if said else ():
        typed[name] = said.value(name) if said else ""
    return Form(typed, dict(said.errors) if said else {})


# ---- PINs for tablets


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
