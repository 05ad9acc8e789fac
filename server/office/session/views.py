"""Signing in and out."""

from __future__ import annotations

from flask import Response, make_response, redirect, request, url_for

from server.office.family import pages
from server.office.form import Form
from server.office.page import LANGUAGE_COOKIE, YEAR_S, set_cookie, settle_choice, show
from server.office.parts import office
from server.office.session.typed import is_ours, typed_before
from server.office.session.visit import SESSION_COOKIE, visit
from server.store.account import (
    SESSION_LIFE,
    end_session,
    find_account,
    forget_attempts,
    has_accounts,
    is_throttled,
    note_attempt,
    open_session,
)
from server.store.chain import DONE, FAILED, Entry
from server.store.tx import Tx
from shared.model.place import Person

blueprint = pages("session", __name__, "", is_open=True)


@blueprint.get("/signin")
def sign_in() -> Response:
    """Show the sign-in form, or go on if somebody is signed in already."""
    settled = settle_choice()
    if settled is not None:
        return settled
    with office().store.reading() as tx:
        if visit(tx, request.cookies.get(SESSION_COOKIE, "")):
            return make_response(redirect(target(), 303))
        is_new = not has_accounts(tx)
    return show("session/sign_in.html", form=Form(), target=target(), is_new=is_new, typed=None)


@blueprint.post("/signin")
def try_sign_in() -> Response:
    """Check name and password; eight failures in a quarter of an hour end the trying for a while."""
    form = Form(request.form)
    login, password = form.line("login", must=True), request.form.get("password", "")
    if not password:
        form.wrong("password", "form.missing")
    token = _check(form, login, password) if form.is_valid else ""
    if not token:
        return show(
            "session/sign_in.html",
            429 if form.errors.get("") == "session.slow" else 422,
            form=form,
            target=target(),
            is_new=False,
            typed=typed_before(request),
        )
    with office().store.reading() as tx:
        known = find_account(tx, login)
    typed = typed_before(request)
    if typed is not None and known is not None:
        answer = show("session/go_on.html", typed=typed, name=known.person_name)
    else:
        answer = make_response(redirect(target(), 303))
    set_cookie(answer, SESSION_COOKIE, token, max_age=int(SESSION_LIFE.total_seconds()))
    if known is not None and known.language:
        set_cookie(answer, LANGUAGE_COOKIE, known.language, max_age=YEAR_S)
    return answer


@blueprint.post("/signout")
def sign_out() -> Response:
    """End this browser's session."""
    with office().store.writing() as tx:
        token = request.cookies.get(SESSION_COOKIE, "")
        viewer = visit(tx, token)
        if viewer is not None:
            tx.say(Entry("session.sign_out", person=viewer.person, name=viewer.name, site=viewer.home))
        end_session(tx, token)
    answer = make_response(redirect(url_for("session.sign_in"), 303))
    answer.delete_cookie(SESSION_COOKIE, path="/")
    return answer


def target() -> str:
    """Return the page to go on to: one of this server, by its path only."""
    wanted = request.values.get("next", "")
    return wanted if is_ours(wanted) else url_for("today.show_day")


def _check(form: Form, login: str, password: str) -> str:
    """Return the token of a new session, or say in the form what is wrong; slow on purpose and outside any lock."""
    subjects = (f"login:{login}", f"address:{request.remote_addr or ''}")
    with office().store.reading() as tx:
        if any(is_throttled(tx, subject) for subject in subjects):
            form.wrong("", "session.slow")
            return ""
        account = find_account(tx, login)
    known = account.password_hash if account and not account.is_disabled else None
    is_right = office().passwords.verify(known, password)
    with office().store.writing() as tx:
        if not is_right:
            for subject in subjects:
                note_attempt(tx, subject)
            # what nobody is called is not kept: people type their password there
            tx.say(Entry("session.sign_in", FAILED, (("login", account.login if account else ""),)))
            form.wrong("", "session.wrong")
            return ""
        forget_attempts(tx, subjects[0])
        tx.say(_signed_in(tx, login))
        return open_session(tx, login, request.user_agent.string, request.remote_addr or "")


def _signed_in(tx: Tx, login: str) -> Entry:
    """Name who signed in: the page itself is open to everybody."""
    found = find_account(tx, login)
    person = tx.find(Person, found.person) if found else None
    if person is None:
        return Entry("session.sign_in", DONE)
    return Entry("session.sign_in", DONE, person=person.id, name=person.name, site=person.site)
