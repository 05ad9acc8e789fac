"""Channels: the mail server and the robots of groups, below ``/channels``. Secrets go in and never come out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.notify import words
from server.notify.letter import Letter
from server.notify.mail import SECURITY, connection, mail_settings, send_letter
from server.notify.problem import ChannelError
from server.notify.robot import is_address, send_text
from server.office.family import pages
from server.office.form import Form
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.channel import (
    ROBOTS,
    Channel,
    backlog,
    channels,
    drop_channel,
    email_of,
    find_channel,
    note_channel,
    put_channel,
    try_again,
)
from server.store.outbox import EMAIL, Kind, Sent

blueprint = pages("channels", __name__)
NEW: Final = "new"


@blueprint.get("")
def show_list() -> Response:
    """Show the channels with how each works, what waits and what was given up."""
    who = _must()
    with office().store.reading() as tx:
        known, waiting = channels(tx), backlog(tx)
    mail = next((one for one in known if one.kind == EMAIL), None)
    counts = {
        one.id: (waiting.get((one.id, Sent.WAITING), 0), waiting.get((one.id, Sent.GIVEN_UP), 0)) for one in known
    }
    has_address = bool(office().config.public_url)
    facts = {"known": known, "mail": mail, "counts": counts, "has_address": has_address, "problem": problem_words(who)}
    return show("notifications/channels.html", **facts)


@blueprint.get("/<name>")
def show_one(name: str) -> Response:
    """Show the form of a channel; its secrets are only said to be there."""
    _must()
    return _form(_find(name), Form())


@blueprint.post("/<name>")
def keep(name: str) -> Response:
    """Keep a channel; a secret that is left empty stays as it was."""
    who, form = _must(), Form(request.form)
    before = _find(name)
    wanted = _read_mail(form, before) if before.kind == EMAIL else _read_robot(form, before, who)
    if not form.is_valid:
        return _form(wanted, form, 422)
    if not before.id:
        wanted = replace(wanted, id=office().ids.new())
    office().store.act(lambda tx: put_channel(tx, wanted, who.name))
    return done(url_for("channels.show_list"), "done.channel")


@blueprint.post("/<name>/test")
def test(name: str) -> Response:
    """Send a test message now: by mail to the reader's own address, to a group as it is."""
    who = _must()
    channel = _find(name)
    problem = ""
    try:
        _send_test(who, channel)
    except ChannelError as error:
        problem = error.told
    office().store.act(lambda tx: note_channel(tx, channel.id, problem))
    if not problem:
        return done(url_for("channels.show_list"), "done.channel_test")
    form = Form()
    form.wrong("", f"channel.problem_{problem.split()[0]}")
    return _form(replace(channel, problem=problem), form, 422)


@blueprint.post("/<name>/again")
def again(name: str) -> Response:
    """Let what was given up be tried again."""
    _must()
    office().store.act(lambda tx: try_again(tx, name))
    return done(url_for("channels.show_list"), "done.channel_again")


@blueprint.post("/<name>/remove")
def remove(name: str) -> Response:
    """Take a group's channel away."""
    _must()
    if _find(name).kind == EMAIL:
        raise NotFound
    office().store.act(lambda tx: drop_channel(tx, name))
    return done(url_for("channels.show_list"), "done.channel_gone")


def problem_words(who: Reader) -> Mapping[str, str]:
    """Return the words for what may be wrong with a channel."""
    return {word: who.wording(f"channel.problem_{word}") for word in PROBLEMS}


PROBLEMS: Final = ("unreachable", "certificate", "password", "refused", "address", "settings", "later", "no_address")


def _must() -> Reader:
    who = reader()
    who.must(Permission.MANAGE_CHANNELS)
    return who


def _find(name: str) -> Channel:
    """Return a channel, an empty one of the wanted kind for a new one.

    Raises:
        NotFound: there is none.
    """
    kind = request.values.get("kind", "")
    if name == EMAIL or (name == NEW and kind in ROBOTS):
        fresh = Channel(EMAIL if name == EMAIL else "", EMAIL if name == EMAIL else kind, "", "", True, (), {})
        if name == NEW:
            return fresh
        with office().store.reading() as tx:
            return find_channel(tx, EMAIL) or fresh
    with office().store.reading() as tx:
        found = find_channel(tx, name)
    if found is None:
        raise NotFound
    return found


def _form(channel: Channel, form: Form, status: int = 200) -> Response:
    who = reader()
    titles = [(kind.value, words.TITLES[kind].get(who.wording.language)) for kind in Kind]
    template = "notifications/mail.html" if channel.kind == EMAIL else "notifications/robot.html"
    is_kept_outside = bool(office().config.smtp_password)
    return show(
        template, status, c=channel, form=form, titles=titles, security=SECURITY, is_kept_outside=is_kept_outside
    )


def _read_mail(form: Form, before: Channel) -> Channel:
    settings = {name: form.line(name) for name in ("host", "port", "user", "sender")}
    settings["security"] = form.choice("security", dict.fromkeys(SECURITY), must=True)
    settings["password"] = form.values.get("password", "")[:500] or before.settings.get("password", "")
    if form.ticked("forget"):
        settings["password"] = ""
    for name in ("host", "port", "sender"):
        if not settings[name]:
            form.wrong(name, "form.missing")
    if settings["port"] and not (settings["port"].isdecimal() and 0 < int(settings["port"][:6]) < 65536):
        form.wrong("port", "channel.not_a_port")
    if settings["sender"] and "@" not in settings["sender"]:
        form.wrong("sender", "told.not_an_address")
    if settings["security"] == "none" and settings["user"]:
        form.wrong("security", "channel.password_in_clear")
    return replace(before, name=settings["sender"], is_on=form.ticked("is_on"), settings=settings)


def _read_robot(form: Form, before: Channel, who: Reader) -> Channel:
    name = form.line("name", must=True)
    url = form.values.get("url", "").strip()[:1000] or before.settings.get("url", "")
    secret = form.values.get("secret", "").strip()[:500] or before.settings.get("secret", "")
    if not url:
        form.wrong("url", "form.missing")
    elif not is_address(url):
        form.wrong("url", "channel.not_an_address")
    kinds = form.choices("kinds", {kind.value: kind for kind in Kind}, must=True)
    site = form.choice("site", {one.id: one for one in who.sites})
    settings = {"url": url, "secret": secret}
    return replace(before, name=name, is_on=form.ticked("is_on"), kinds=kinds, site=site, settings=settings)


def _send_test(who: Reader, channel: Channel) -> None:
    text = f"[{words.PRODUCT.zh}] {words.TEST.zh} {words.TEST.en}"
    if channel.kind != EMAIL:
        send_text(channel.kind, channel.settings, text, office().store.now())
        return
    with office().store.reading() as tx:
        to = _own_address(tx, who)
    settings = mail_settings(channel.settings, office().config.smtp_password)
    with connection(settings) as client:
        send_letter(client, settings, Letter(office().ids.new(), to, text, text))


def _own_address(tx: Tx, who: Reader) -> str:
    found = email_of(tx, who.viewer.person)
    if not found:
        raise ChannelError("no_address")
    return found
