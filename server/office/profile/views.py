"""Pages about one's own account, and the one where a link sets a password."""

from __future__ import annotations

from flask import Response, make_response, redirect, request, url_for

from server.office.family import pages
from server.office.form import Form
from server.office.page import LANGUAGE_COOKIE, YEAR_S, done, set_cookie, settle_choice, show
from server.office.parts import office
from server.office.reader import reader
from server.office.session.rule import password_fault
from server.office.session.visit import SESSION_COOKIE
from server.office.text import LANGUAGES
from server.store import Tx
from server.store.account import (
    Account,
    account_of,
    is_throttled,
    link_account,
    note_attempt,
    open_session,
    open_sessions,
    revoke_other_sessions,
    revoke_session,
    set_language,
    set_password,
    use_link,
)
from server.store.chain import FAILED, Entry
from shared.errors import BusyError, UnknownRecordError
from shared.ids import PersonId
from shared.model.place import Person

blueprint = pages("profile", __name__)
links = pages("password", __name__, "/password", is_open=True)


@blueprint.get("")
def show_profile() -> Response:
    """Show one's own account."""
    return _page(Form())


@blueprint.post("/password")
def send_password() -> Response:
    """Change one's own password; the other browsers are signed out."""
    who, form = reader(), Form(request.form)
    old, new = request.form.get("old", ""), request.form.get("new", "")
    with office().store.reading() as tx:
        account = _own(tx, who.viewer.person)
        is_slow = is_throttled(tx, f"login:{account.login}")
    if is_slow:
        form.wrong("", "session.slow")
    check_new(form, new, account.login, who.name)
    if form.is_valid and not office().passwords.verify(account.password_hash, old):
        with office().store.writing() as tx:
            note_attempt(tx, f"login:{account.login}")
            tx.say(Entry("profile.send_password", FAILED, (("account", account.login),)))
        form.wrong("old", "password.wrong")
    if not form.is_valid:
        return _page(form, 422)
    hashed = office().passwords.hash(new)
    with office().store.writing() as tx:
        set_password(tx, account.login, hashed)
        token = open_session(tx, account.login, request.user_agent.string, request.remote_addr or "")
    answer = done(url_for("profile.show_profile"), "done.password")
    set_cookie(answer, SESSION_COOKIE, token, max_age=14 * 24 * 3600)
    return answer


@blueprint.post("/language")
def send_language() -> Response:
    """Remember the language that one reads, for every browser that one signs in with."""
    form = Form(request.form)
    language = form.choice("language", dict.fromkeys(LANGUAGES), must=True)
    if not form.is_valid:
        return _page(form, 422)
    with office().store.writing() as tx:
        set_language(tx, _own(tx, reader().viewer.person).login, language)
    answer = done(url_for("profile.show_profile"), "done.language")
    set_cookie(answer, LANGUAGE_COOKIE, language, max_age=YEAR_S)
    return answer


@blueprint.post("/sessions")
def send_sessions() -> Response:
    """End one of one's sessions, or all but this one."""
    form = Form(request.form)
    token = request.cookies.get(SESSION_COOKIE, "")
    with office().store.writing() as tx:
        login = _own(tx, reader().viewer.person).login
        mark = form.line("mark")
        if mark:
            revoke_session(tx, login, mark)
        else:
            revoke_other_sessions(tx, login, token)
            tx.touch("account", login)
    return done(url_for("profile.show_profile"), "done.account_sign_out")


@links.get("/<token>")
def show_link(token: str) -> Response:
    """Show the page where a new person, or one who forgot it, sets a password."""
    settled = settle_choice()
    return settled if settled is not None else _link_page(token, Form())


@links.post("/<token>")
def send_link(token: str) -> Response:
    """Set the password, once, and sign in."""
    form, new = Form(request.form), request.form.get("new", "")
    with office().store.reading() as tx:
        account = link_account(tx, token)
    if account is not None:
        check_new(form, new, account.login, account.person_name)
    if account is None or not form.is_valid:
        return _link_page(token, form, 422)
    hashed = office().passwords.hash(new)
    with office().store.writing() as tx:
        used = use_link(tx, token, hashed)
        tx.say(Entry("password.send_link", person=used.person, name=used.person_name))
        session = open_session(tx, used.login, request.user_agent.string, request.remote_addr or "")
    answer = make_response(redirect(url_for("today.show_day"), 303))
    set_cookie(answer, SESSION_COOKIE, session, max_age=14 * 24 * 3600)
    return answer


def check_new(form: Form, new: str, *names: str) -> None:
    """Note what is wrong with a new password and its repetition."""
    fault = password_fault(new, *names) if new else "form.missing"
    if fault:
        form.wrong("new", fault)
    elif request.form.get("again", "") != new:
        form.wrong("again", "password.not_the_same")


def _link_page(token: str, form: Form, status: int = 200) -> Response:
    """Write the page of a link; a wrong one is counted, so that nobody tries them."""
    subject = f"link:{request.remote_addr or ''}"
    with office().store.reading() as tx:
        if is_throttled(tx, subject):
            raise BusyError(retry_after_s=900)
        account = link_account(tx, token)
    if account is None:
        with office().store.writing() as tx:
            note_attempt(tx, subject)
        return show("profile/link.html", 404, account=None, form=form, token=token)
    return show("profile/link.html", status, account=account, form=form, token=token)


def _page(form: Form, status: int = 200) -> Response:
    who = reader()
    with office().store.reading() as tx:
        account = _own(tx, who.viewer.person)
        sessions = open_sessions(tx, account.login, request.cookies.get(SESSION_COOKIE, ""))
        person = tx.get(Person, who.viewer.person)
    return show("profile/profile.html", status, form=form, account=account, sessions=sessions, person=person)


def _own(tx: Tx, person: PersonId) -> Account:
    found = account_of(tx, person)
    if found is None:
        raise UnknownRecordError(kind="account", id=person)
    return found
