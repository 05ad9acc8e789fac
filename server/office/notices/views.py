"""Pages about one notice: a new one, the sheet, and what moves it; ``lists`` holds the list and the register."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.form import Form, FormError
from server.office.hazards.money import yuan
from server.office.meanwhile import MovedOnError, Seen, expect_unchanged
from server.office.notices import lists
from server.office.notices.blueprint import blueprint
from server.office.notices.draft import issue, offer, taken_meanwhile, withdrawn
from server.office.notices.moves import DELIVERY, MOVES, Desk, possible
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.store import Tx
from server.store.inspection import stored_photos
from server.store.notice import hazards_of, notice_for, successor
from server.store.plan import workdays as workday_years
from shared.errors import NotPermittedError, RuleError
from shared.hazard.measure import FundSource
from shared.hazard.table import LEAD
from shared.ids import NoticeId
from shared.model.hazard import Notice, NoticeState
from shared.model.place import Site, Unit
from shared.notice import deadline_choices, items_of
from shared.schedule import workdays

__all__ = ["blueprint", "lists"]


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a new notice; ``hazard`` in the address chooses hazards, ``supersedes`` a withdrawn notice."""
    who, chosen = must_lead(), request.args.getlist("hazard")
    with office().store.reading() as tx:
        old = withdrawn(tx, who, request.args.get("supersedes", ""))
        chosen = [*chosen, *(old.hazards if old else ())]
        choices = offer(tx, who, chosen)
    first = next((hazard for hazard in choices.hazards if hazard.id in chosen), None)
    values = MultiDict(("hazard", name) for name in chosen)
    values["unit"] = (old.unit if old else first.unit if first else None) or ""
    if old is not None:
        values.update({"supersedes": old.id, "interim_clause": old.interim_clause, "reply_to": old.reply_to})
    return new_form(Form(values))


@blueprint.post("/new")
def send_new() -> Response:
    """Issue a notice, or show its form again with what is missing."""
    who, form = must_lead(), Form(request.form)
    at = office().clock.read()
    try:
        issued = office().store.act(lambda tx: issue(tx, who, form, at))
    except FormError:
        return new_form(form, 422)
    return done(url_for("notices.show_one", record=issued.id), "done.issue")


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one notice as the paper form."""
    return sheet(NoticeId(record))


@blueprint.post("/<record>/<event>")
def act(record: str, event: str) -> Response:
    """Record a receipt, a refusal or a withdrawal, for the notice and all its hazards."""
    who, form, at = reader(), Form(request.form), office().clock.read()
    if event not in MOVES:
        raise NotFound

    def work(tx: Tx) -> None:
        found = notice_for(tx, who.viewer, NoticeId(record))
        who.must(Permission.SEE_NOTICES, found.site)
        expect_unchanged(tx, form, Notice, record)
        notice, moved = MOVES[event](Desk(tx, who, found, form, at), hazards_of(tx, found))
        for entity in (notice, *moved):
            tx.put(entity)

    try:
        office().store.act(work)
    except MovedOnError:
        form.wrong("", "meanwhile.notice_moved_on")
        return sheet(NoticeId(record), form, event, 409)
    except RuleError as error:
        tell(form, error)
        return sheet(NoticeId(record), form, event, 403 if isinstance(error, NotPermittedError) else 422)
    return done(url_for("notices.show_one", record=record), f"done.{event}")


def sheet(record: NoticeId, form: Form | None = None, event: str = "", status: int = 200) -> Response:
    """Write a notice's page."""
    who = reader()
    with office().store.reading() as tx:
        found = notice_for(tx, who.viewer, record)
        who.must(Permission.SEE_NOTICES, found.site)
        hazards = hazards_of(tx, found)
        unit, site = tx.find(Unit, found.unit), tx.get(Site, found.site)
        superseded = tx.find(Notice, found.supersedes) if found.supersedes else None
        heir = successor(tx, record) if found.state is NoticeState.WITHDRAWN else None
        seen = Seen(tx.rev(Notice, record))
        stored = stored_photos(tx, files_of(photo for hazard in hazards for photo in hazard.photos_before))
    may_correct = found.state is NoticeState.WITHDRAWN and heir is None and bool(who.viewer.roles_at(found.site) & LEAD)
    facts = {"unit": unit, "site": site, "superseded": superseded, "shoot": shooter(stored, who.formats)}
    latest = max((hazard.steps[-1] for hazard in hazards if hazard.steps), key=lambda step: step.at, default=None)
    return show(
        "notices/one.html",
        status,
        n=found,
        items=items_of(found, hazards),
        hazards=hazards,
        successor=heir,
        may_correct=may_correct,
        seen=seen,
        latest=latest,
        form=form,
        tried=event,
        fresh=Form(),
        events=possible(who, found, hazards),
        delivery=DELIVERY,
        **facts,
    )


def new_form(form: Form, status: int = 200) -> Response:
    """Write the form of a new notice."""
    who = must_lead()
    with office().store.reading() as tx:
        choices = offer(tx, who, form.values.getlist("hazard"))
        taken = taken_meanwhile(tx, who, form, choices)
        choices_of_days = deadline_choices(workdays(workday_years(tx)), who.formats.today)
        stored = stored_photos(tx, files_of(shot for hazard in choices.hazards for shot in hazard.photos_before))
    return show(
        "notices/new.html",
        status,
        form=form,
        choices=choices,
        taken=taken,
        days=choices_of_days,
        yuan=yuan,
        sources=FundSource,
        shoot=shooter(stored, who.formats),
    )


def must_lead() -> Reader:
    """Return the reader, who issues notices.

    Raises:
        NotPermittedError: only a lead inspector issues a notice (5.29.3a).
    """
    who = reader()
    who.must(Permission.SEE_NOTICES)
    if not who.roles & LEAD:
        raise NotPermittedError(needs=sorted(role.value for role in LEAD))
    return who
