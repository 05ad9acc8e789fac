"""What an administrator does with a person's account: gives one, hands out a new link, disables, unlocks, ends sessions."""

from __future__ import annotations

import segno
from flask import Response, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from server.office.form import Form
from server.office.page import done
from server.office.parts import office
from server.office.people.card import card_of, why_no_link, why_not_without
from server.office.people.views import blueprint, person_page, shown_form
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.account import (
    add_account,
    end_sessions,
    find_account,
    forget_attempts,
    make_link,
    revoke_session,
    set_disabled,
)
from shared.errors import UnknownRecordError
from shared.model.place import Person

__all__ = ["blueprint"]
ACTS = ("give", "link", "disable", "enable", "unlock", "sign_out")
"""What can be done with an account, as addresses name it."""
_ENDS = {"link", "disable"}
_LINKS = {"give", "link"}


@blueprint.post("/<person>/account/<act>")
def send_account(person: str, act: str) -> Response:
    """Do something with a person's account; a link that sets a password is shown once, on the page that answers."""
    if act not in ACTS:
        raise NotFound
    who, form = reader(), Form(request.form)
    with office().store.writing() as tx:
        card = card_of(tx, who, person)
        who.must(Permission.MANAGE_PEOPLE, card.person.site)
        why_not = why_not_without(tx, who, card.person) if act in _ENDS else ""
        why_not = why_not or (why_no_link(tx, who, card.person) if act in _LINKS else "")
        if why_not:
            form.wrong("", why_not)
        elif act == "give":
            _give(tx, form, card.person)
        login = form.line("login") if act == "give" else (card.account.login if card.account else "")
        if form.is_valid and not login:
            raise UnknownRecordError(kind="account", id=person)
        token = _do(tx, who, act, login, form) if form.is_valid else ""
        card = card_of(tx, who, person)
    if not form.is_valid:
        return person_page(card, shown_form(card.person, form), 422)
    if token:
        link = (
            f"{office().config.public_url or request.host_url.rstrip('/')}{url_for('password.show_link', token=token)}"
        )
        return person_page(card, link=link, code=_drawn(link))
    return done(url_for("people.show_one", person=person), f"done.account_{act}")


def _do(tx: Tx, who: Reader, act: str, login: str, form: Form) -> str:
    """Do the act; returns the token of a link if one was made."""
    if act in {"give", "link"}:
        return make_link(tx, login, who.viewer.person)
    if act == "unlock":
        forget_attempts(tx, f"login:{login}")
        tx.touch("account", login)
    elif act == "sign_out":
        mark = form.line("mark")
        if mark:
            revoke_session(tx, login, mark)
        else:
            end_sessions(tx, login)
            tx.touch("account", login)
    else:
        set_disabled(tx, login, is_disabled=act == "disable")
    return ""


def _give(tx: Tx, form: Form, person: Person) -> None:
    """Give a person an account without a password, or note what is wrong with its name."""
    login = form.line("login", must=True).casefold()
    form.values = form.values.copy()
    form.values["login"] = login
    if not form.is_valid:
        return
    if not 2 <= len(login) <= 64 or any(letter.isspace() for letter in login):
        form.wrong("login", "people.login_rule")
    elif not person.is_active:
        form.wrong("", "people.has_left")
    elif find_account(tx, login) is not None:
        form.wrong("login", "people.login_taken")
    else:
        add_account(tx, login, person.id, "")


def _drawn(link: str) -> Markup:
    drawing = segno.make(link, error="m", micro=False).svg_inline(scale=5, border=2, svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 - made by segno from an address of this server
