"""The reader's list of what was told, and what also comes by mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import Response, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from server.notify import words
from server.notify.letter import Line, line_of
from server.office.family import pages
from server.office.form import Form
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.channel import Choices, choices_of, choose, find_channel
from server.store.outbox import EMAIL, Kind, Told, Way, default_way, find_told, in_app, mark_read, unread

blueprint = pages("notifications", __name__)
A_PAGE: Final = 30
_ADDRESS: Final = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list with its words."""

    row: Told
    line: Line


@blueprint.get("")
def show_list() -> Response:
    """Show what the reader was told, newest first; ``before`` in the address turns the page."""
    who = reader()
    only_unread = request.args.get("show") == "unread"
    before = _before(request.args.get("before", ""))
    with office().store.reading() as tx:
        page = in_app(tx, who.viewer, before=before, most=A_PAGE, only_unread=only_unread)
        entries = [Entry(row, line_of(tx, row, who.wording.language)) for row in page.rows]
    if page.hidden:  # they would ring for ever
        office().store.act(lambda tx: mark_read(tx, who.viewer.person, page.hidden))
    count = bell()
    return show(
        "notifications/list.html",
        entries=entries,
        count=count,
        only_unread=only_unread,
        is_first=before is None,
        older=f"{page.older[0].isoformat()} {page.older[1]}" if page.older is not None else "",
        may_manage=who.may(Permission.MANAGE_CHANNELS),
    )


@blueprint.get("/<record>")
def go_to(record: str) -> AnyResponse:
    """Lead to what a row is about; it counts as read."""
    who = reader()
    with office().store.reading() as tx:
        found = find_told(tx, who.viewer, record)
        path = line_of(tx, found, who.wording.language).path if found is not None else ""
    if found is None:
        raise NotFound
    if found.read_at is None:
        office().store.act(lambda tx: mark_read(tx, who.viewer.person, [record]))
    return redirect(path, 303)


@blueprint.post("/read")
def mark_all() -> Response:
    """Mark everything as read, or the rows that are named."""
    who = reader()
    named = request.form.getlist("row")
    office().store.act(lambda tx: mark_read(tx, who.viewer.person, named or None))
    return done(url_for("notifications.show_list"), "done.read")


@blueprint.get("/choices")
def show_choices() -> Response:
    """Show what also comes by mail."""
    who = reader()
    with office().store.reading() as tx:
        found = choices_of(tx, who.viewer.person)
    return _choices(who, found, Form())


@blueprint.post("/choices")
def keep_choices() -> Response:
    """Keep the reader's address and choices."""
    who, form = reader(), Form(request.form)
    email = form.line("email")
    if email and (len(email) > 200 or not _ADDRESS.fullmatch(email)):
        form.wrong("email", "told.not_an_address")
    ways = {kind: way for kind in Kind if (way := form.member(kind.value, Way)) is not None}
    chosen = Choices(email, ways)
    if not form.is_valid:
        return _choices(who, chosen, form, 422)
    office().store.act(lambda tx: choose(tx, who.viewer.person, chosen))
    return done(url_for("notifications.show_choices"), "done.choices")


def bell() -> int:
    """Count what the reader has not read; for the header of every page."""
    with office().store.reading() as tx:
        return unread(tx, reader().viewer.person)


def _choices(who: Reader, found: Choices, form: Form, status: int = 200) -> Response:
    with office().store.reading() as tx:
        mails = _sends_mail(tx)
    kinds = [
        (kind, words.TITLES[kind].get(who.wording.language), found.ways.get(kind, default_way(kind))) for kind in Kind
    ]
    return show(
        "notifications/choices.html", status, form=form, chosen=found, kinds=kinds, ways=tuple(Way), mails=mails
    )


def _sends_mail(tx: Tx) -> bool:
    channel = find_channel(tx, EMAIL)
    return channel is not None and channel.is_on


def _before(text: str) -> tuple[datetime, str] | None:
    at, _, name = text.partition(" ")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment, name[:64]) if moment.tzinfo is not None else None
