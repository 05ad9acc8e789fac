"""Channels: the mail server and the robots of groups, below ``/channels``. Secrets go in and never come out again.

A robot of one site is its administrator's. Mail, and robots that are told of every site, are for whoever administers all.
"""

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
from shared.ids import SiteId
from shared.model.place import Site

blueprint = pages("channels", __name__)
NEW: Final = "new"
ALL: Final = ""
"""The site of what is told of every site."""
_WEAKER: Final = {("none", "starttls"), ("none", "tls"), ("starttls", "tls")}
"""Encryption wanted now, and before."""


@blueprint.get("")
def show_list() -> Response:
    """Show the channels with how each works, what waits and what was given up."""
    who = _must()
    with office().store.reading() as tx:
        known = [one for one in channels(tx) if _is_over(tx, who, one.site)]
        waiting, is_over_all = backlog(tx), _is_over(tx, who, ALL)
    mail = next((one for one in known if one.kind == EMAIL), None)
    counts = {
        one.id: (waiting.get((one.id, Sent.WAITING), 0), waiting.get((one.id, Sent.GIVEN_UP), 0)) for one in known
    }
    has_address = bool(office().config.public_url)
    return show(
        "notifications/channels.html",
        known=known,
        mail=mail,
        counts=counts,
        has_address=has_address,
        is_over_all=is_over_all,
        problem=problem_words(who),
    )


@blueprint.get("/<name>")
def show_one(name: str) -> Response:
    """Show the form of a channel; its secrets are only said to be there."""
    return _form(_find(_must(), name), Form())


@blueprint.post("/<name>")
def keep(name: str) -> Response:
    """Keep a channel; a secret that is left empty stays as it was."""
    who, form = _must(), Form(request.form)
    before = _find(who, name)
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
    channel = _find(who, name)
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
    channel = _find(_must(), name)
    office().store.act(lambda tx: try_again(tx, channel.id))
    return done(url_for("channels.show_list"), "done.channel_again")


@blueprint.post("/<name>/remove")
def remove(name: str) -> Response:
    """Take a group's channel away."""
    channel = _find(_must(), name)
    if channel.kind == EMAIL:
        raise NotFound
    office().store.act(lambda tx: drop_channel(tx, channel.id))
    return done(url_for("channels.show_list"), "done.channel_gone")


def problem_words(who: Reader) -> Mapping[str, str]:
    """Return the words for what may be wrong with a channel."""
    return {word: who.wording(f"channel.problem_{word}") for word in PROBLEMS}


PROBLEMS: Final = (
    *(
        "unreachable",
        "authority",
        "certificate",
        "password",
        "refused",
        "address",
        "settings",
        "host",
        "later",
        "no_address",
    ),
)


def _must() -> Reader:
    who = reader()
    who.must(Permission.MANAGE_CHANNELS)
    return who


def _is_over(tx: Tx, who: Reader, site: str) -> bool:
    """Tell whether the reader may see to the channels of a site, of every one if none is named."""
    sites = [SiteId(site)] if site else [one.id for one in tx.every(Site)]
    return all(who.may(Permission.MANAGE_CHANNELS, one) for one in sites)


def _find(who: Reader, name: str) -> Channel:
    """Return a channel, an empty one of the wanted kind for a new one.

    Raises:
        NotFound: there is none that is the reader's to see to.
    """
    kind = request.values.get("kind", "")
    if name == NEW and kind in ROBOTS:
        return Channel("", kind, "", who.site, True, (), {})
    fresh = Channel(EMAIL, EMAIL, "", ALL, True, (), {}) if name == EMAIL else None
    with office().store.reading() as tx:
        found = find_channel(tx, name) or fresh
        if found is None or not _is_over(tx, who, found.site):
            raise NotFound
    return found


def _form(channel: Channel, form: Form, status: int = 200) -> Response:
    who = reader()
    titles = [(kind.value, words.TITLES[kind].get(who.wording.language)) for kind in Kind]
    template = "notifications/mail.html" if channel.kind == EMAIL else "notifications/robot.html"
    config = office().config
    facts = {"is_kept_outside": bool(config.smtp_password), "outside_host": config.smtp_host, "security": SECURITY}
    with office().store.reading() as tx:
        facts["sites"] = [one for one in who.sites if _is_over(tx, who, one.id)]
        facts["is_over_all"] = _is_over(tx, who, ALL)
    return show(template, status, c=channel, form=form, titles=titles, **facts)


def _read_mail(form: Form, before: Channel) -> Channel:
    settings = {name: form.line(name) for name in ("host", "port", "user", "sender")}
    settings["security"] = form.choice("security", dict.fromkeys(SECURITY), must=True)
    settings["password"] = _password(form, settings, before.settings)
    for name in ("host", "port", "sender"):
        if not settings[name]:
            form.wrong(name, "form.missing")
    if settings["port"] and not (settings["port"].isdecimal() and 0 < int(settings["port"][:6]) < 65536):
        form.wrong("port", "channel.not_a_port")
    if settings["sender"] and "@" not in settings["sender"]:
        form.wrong("sender", "told.not_an_address")
    if settings["security"] == "none" and settings["user"]:
        form.wrong("security", "channel.password_in_clear")
    outside = office().config
    if outside.smtp_password and settings["host"].casefold() != outside.smtp_host.casefold():
        form.wrong("host", "channel.problem_host")
    return replace(before, name=settings["sender"], is_on=form.ticked("is_on"), settings=settings)


def _password(form: Form, wanted: Mapping[str, str], before: Mapping[str, str]) -> str:
    """Return the password to keep: the kept one goes to the server that it was given for, as that was, and no other."""
    given, kept = form.values.get("password", "")[:500], before.get("password", "")
    if form.ticked("forget"):
        return ""
    if given or not kept:
        return given
    is_same = all(wanted[name] == before.get(name, "") for name in ("host", "port", "user"))
    if not is_same or (wanted["security"] or "none", before.get("security")) in _WEAKER:
        form.wrong("password", "channel.password_anew")
    return kept


def _read_robot(form: Form, before: Channel, who: Reader) -> Channel:
    name = form.line("name", must=True)
    url = form.values.get("url", "").strip()[:1000] or before.settings.get("url", "")
    secret = form.values.get("secret", "").strip()[:500] or before.settings.get("secret", "")
    if not url:
        form.wrong("url", "form.missing")
    elif not is_address(url):
        form.wrong("url", "channel.not_an_address")
    kinds = form.choices("kinds", {kind.value: kind for kind in Kind}, must=True)
    site = form.choice("site", {one.id: one.id for one in who.sites}) or ALL
    with office().store.reading() as tx:
        if not _is_over(tx, who, site):
            form.wrong("site", "channel.not_this_site")
    settings = {"url": url, "secret": secret}
    return replace(before, name=name, is_on=form.ticked("is_on"), kinds=kinds, site=site, settings=settings)


def _send_test(who: Reader, channel: Channel) -> None:
    text = f"[{words.PRODUCT.zh}] {words.TEST.zh} {words.TEST.en}"
    if channel.kind != EMAIL:
        send_text(channel.kind, channel.settings, text, office().store.now())
        return
    with office().store.reading() as tx:
        to = _own_address(tx, who)
    settings = mail_settings(channel.settings, office().config)
    with connection(settings) as client:
        send_letter(client, settings, Letter(office().ids.new(), to, text, text))


def _own_address(tx: Tx, who: Reader) -> str:
    found = email_of(tx, who.viewer.person)
    if not found:
        raise ChannelError("no_address")
    return found
