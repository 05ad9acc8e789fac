"""A hazard that somebody tells of in the office, and hazards that are signed off together."""

from __future__ import annotations

from functools import partial

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict

from server.office.form import Form, FormError
from server.office.hazards.acts import Desk, do
from server.office.hazards.blueprint import blueprint
from server.office.hazards.category import category_pairs
from server.office.hazards.pictures import gather
from server.office.hazards.raising import offer, raise_hazard
from server.office.meanwhile import keep_photos
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.hazard import hazard_for
from shared.errors import RuleError, UnknownRecordError
from shared.ids import HazardId
from shared.model.hazard import HazardEvent
from shared.model.template import HazardGrade

GIVEN = ("source_type", "source_ref", "order")
"""What the address of the form may fill in."""
MOST_TOGETHER = 100
"""So many hazards are signed off by one click."""


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a hazard that somebody tells of at the desk, or that an authority found."""
    reader().must(Permission.RAISE_HAZARD)
    values = MultiDict({name: value for name, value in request.args.items() if name in GIVEN})
    return new_form(Form(values))


@blueprint.post("/new")
def send_new() -> Response:
    """Keep a new hazard, or show its form again with what is missing."""
    who, form, at = reader(), Form(request.form), office().clock.read()
    who.must(Permission.RAISE_HAZARD)
    photos = gather(who, form, at)
    try:
        form.settle()
        raised = office().store.act(lambda tx: raise_hazard(tx, who, form, photos, at))
    except FormError:
        keep_photos(form, photos)
        return new_form(form, 422)
    return done(url_for("hazards.show_one", record=raised.id), "done.raised")


def new_form(form: Form, status: int = 200) -> Response:
    """Write the form of a new hazard."""
    who = reader()
    with office().store.reading() as tx:
        offered = offer(tx, who)
    return show(
        "hazards/new.html",
        status,
        form=form,
        offered=offered,
        grades=HazardGrade,
        categories=category_pairs(who.wording),
    )


@blueprint.post("/together/sign_off")
def sign_off_together() -> Response:
    """Sign off several hazards that passed their recheck, each by its own rules; what one rule forbids stays open."""
    who, form = reader(), Form(request.form)
    who.must(Permission.SEE_HAZARDS)
    if not form.ticked("signed"):
        return done(url_for("hazards.show_list", group="sign"), "done.not_signed")
    signed, refused = 0, 0
    for record in form.values.getlist("hazard")[:MOST_TOGETHER]:
        try:
            office().store.act(partial(sign_one, who=who, record=HazardId(record), form=form))
        except (RuleError, UnknownRecordError):
            refused += 1
        else:
            signed += 1
    said = "done.signed_some" if refused else "done.sign_off"
    return done(url_for("hazards.show_list", group="sign"), said if signed else "done.signed_none")


def sign_one(tx: Tx, who: Reader, record: HazardId, form: Form) -> None:
    """Sign one hazard off.

    Raises:
        RuleError: the rules of ``shared.hazard`` say no.
        UnknownRecordError: there is none that the reader may see.
    """
    found = hazard_for(tx, who.viewer, record)
    who.must(Permission.SEE_HAZARDS, found.site)
    do(Desk(tx, who, found, Form(form.values), (), office().clock.read()), HazardEvent.SIGN_OFF)
