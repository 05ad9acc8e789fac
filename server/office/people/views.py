"""The page about people."""

from __future__ import annotations

from flask import Response

from server.office.family import pages
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import reader
from server.store.account import accounts
from server.store.place import persons, units

blueprint = pages("people", __name__)


@blueprint.get("")
def show_list() -> Response:
    """Show who works at the chosen site, in which roles, and who can sign in here."""
    who = reader()
    who.must(Permission.SEE_PEOPLE)
    with office().store.reading() as tx:
        people = persons(tx, who.viewer, who.site)
        known = {unit.id: unit for unit in units(tx, who.viewer, who.site)}
        logins = {account.person: account for account in accounts(tx) if not account.is_disabled}
    return show("people/list.html", people=people, units=known, logins=logins)
