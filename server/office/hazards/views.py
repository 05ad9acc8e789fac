"""Pages about one hazard and acts on it; ``lists`` and ``new`` hold the family's other pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.form import Form, FormError
from server.office.hazards import lists, new
from server.office.hazards.acts import ACTS, Desk, check_possible, do
from server.office.hazards.blueprint import blueprint
from server.office.hazards.category import category_pairs, category_word
from server.office.hazards.lost import lost_words
from server.office.hazards.measures import give
from server.office.hazards.money import yuan
from server.office.hazards.pictures import gather
from server.office.hazards.sheet import load
from server.office.meanwhile import MovedOnError, expect_unchanged, keep_photos, seen_by
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import shooter
from server.office.reader import reader
from server.office.refusal import tell
from server.store import Tx
from server.store.hazard import hazard_for
from shared.errors import RuleError
from shared.hazard.measure import Decision, FundSource, MeasureKind
from shared.ids import HazardId
from shared.model.hazard import Hazard, HazardEvent
from shared.model.inspection import Photo
from shared.model.template import HazardGrade

__all__ = ["blueprint", "lists", "new"]


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one hazard with what may be done next."""
    return sheet(HazardId(record))


@blueprint.post("/<record>/<event>")
def act(record: str, event: str) -> Response:
    """Do something to a hazard, or show its page again with what is missing."""
    who, wanted = reader(), event_of(event)
    form, at = Form(request.form), office().clock.read()
    with office().store.reading() as tx:
        found = hazard_for(tx, who.viewer, HazardId(record))
        who.must(Permission.SEE_HAZARDS, found.site)
        possible_now = why_not(Desk(tx, who, found, form, (), at), wanted)
    if possible_now is not None:
        return refused(HazardId(record), form, wanted.value, possible_now)

    def work(tx: Tx) -> None:
        found = hazard_for(tx, who.viewer, HazardId(record))
        expect_unchanged(tx, form, Hazard, record)
        do(Desk(tx, who, found, form, photos, at), wanted)

    photos = gather(who, form, at)
    return attempt(HazardId(record), form, wanted.value, work, photos)


@blueprint.post("/<record>/measure/<kind>")
def measure(record: str, kind: str) -> Response:
    """Order something about a hazard whose state stays: an explanation, a decision, suspended use, money."""
    who, form = reader(), Form(request.form)
    wanted = next((one for one in MeasureKind if one.value == kind), None)
    if wanted is None:
        raise NotFound

    def work(tx: Tx) -> None:
        found = hazard_for(tx, who.viewer, HazardId(record))
        who.must(Permission.SEE_HAZARDS, found.site)
        expect_unchanged(tx, form, Hazard, record)
        give(tx, who, found, wanted, form)

    return attempt(HazardId(record), form, wanted.value, work, ())


def why_not(desk: Desk, event: HazardEvent) -> RuleError | MovedOnError | None:
    """Say what rules an act out before any field is looked at: the state, the roles, or that somebody was quicker."""
    try:
        check_possible(desk.reader, desk.hazard, desk.act(event))
    except RuleError as error:
        try:
            expect_unchanged(desk.tx, desk.form, Hazard, desk.hazard.id)
        except MovedOnError as moved:
            return moved
        return error
    return None


def attempt(
    record: HazardId, form: Form, tried: str, work: Callable[[Tx], None], photos: tuple[Photo, ...]
) -> Response:
    """Do it in one transaction and go on to the hazard's page; or show the form again, with all that was written."""
    try:
        form.settle()
        office().store.act(work)
    except FormError:
        keep_photos(form, photos)
        return sheet(record, form, tried, 422)
    except (RuleError, MovedOnError) as error:
        keep_photos(form, photos)
        return refused(record, form, tried, error)
    return done(url_for("hazards.show_one", record=record), f"done.{tried}")


def refused(record: HazardId, form: Form, tried: str, error: RuleError | MovedOnError) -> Response:
    """Show the page again: why it was refused, what happened meanwhile, and what was written."""
    if isinstance(error, MovedOnError):
        form.wrong("", "meanwhile.moved_on")
        return sheet(record, form, tried, 409, is_late=True)
    tell(form, error)
    return sheet(record, form, tried, error.status if error.status == 403 else 422)


def sheet(
    record: HazardId, form: Form | None = None, tried: str = "", status: int = 200, *, is_late: bool = False
) -> Response:
    """Write a hazard's page; ``form`` is the one of the act ``tried`` with its errors, if something was wrong.

    ``is_late``: somebody else acted since that form was opened; the page tells what happened since.
    """
    who = reader()
    with office().store.reading() as tx:
        found = load(tx, who, record, seen_by(form) if form and is_late else None)
    t = who.wording
    return show(
        "hazards/one.html",
        status,
        s=found,
        form=form,
        tried=tried,
        fresh=Form(),
        lost=lost_words(found, form, tried),
        shoot=shooter(found.stored, who.formats),
        grades=HazardGrade,
        categories=category_pairs(t),
        category_word=partial(category_word, t),
        yuan=yuan,
        sources=FundSource,
        decisions=Decision,
    )


def event_of(text: str) -> HazardEvent:
    """Read the act from an address.

    Raises:
        NotFound: no such act on one hazard.
    """
    found = next((event for event in ACTS if event.value == text), None)
    if found is None:
        raise NotFound
    return found
