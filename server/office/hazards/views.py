"""Pages about hazards: the list, one hazard, and acts on it."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form, FormError
from server.office.hazards.acts import ACTS, Desk, check_possible, do
from server.office.hazards.excel import hazard_sheet
from server.office.hazards.sheet import load
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.photos.upload import take_photos
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.store import Tx
from server.store.hazard import HazardFilter, HazardRow, hazard_counts, hazard_for, hazards
from server.store.inspection import stored_photos
from server.store.place import units
from shared.errors import RuleError
from shared.ids import HazardId, UnitId
from shared.model.hazard import HazardEvent, HazardState
from shared.model.template import HazardGrade

blueprint = pages("hazards", __name__)
SORTS = ("found_at", "deadline_on", "no", "state", "grade", "unit")
H = HazardState
GROUPS: dict[str, tuple[HazardState, ...]] = {
    "confirm": (H.DRAFT,),
    "issue": (H.OPEN,),
    "receive": (H.ISSUED,),
    "rectify": (H.IN_RECTIFICATION, H.EXTENSION_PENDING),
    "recheck": (H.REPLIED,),
    "failed": (H.RECHECK_FAILED,),
    "sign": (H.RECHECK_PASSED,),
    "escalated": (H.ESCALATED,),
    "ended": (H.CLOSED, H.CORRECTED_ON_SPOT, H.VOIDED),
}
"""What the list can be narrowed to: whose turn it is."""


@blueprint.get("")
def show_list() -> Response:
    """Show the hazards of the chosen site."""
    who, asked = reader(), query()
    who.must(Permission.SEE_HAZARDS)
    if asked.is_excel:
        return answer_excel(export)
    order = asked.page(sort="-found_at", sorts=SORTS)
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        page = hazards(tx, who.viewer, wanted, order)
        counts = hazard_counts(tx, who.viewer, HazardFilter(site=who.site))
        overdue = sum(hazard_counts(tx, who.viewer, HazardFilter(site=who.site, overdue_on=who.formats.today)).values())
        named = names(tx, who)
        known = units(tx, who.viewer, who.site)
        stored = stored_photos(tx, files_of(shot for row in page.rows for shot in row.hazard.photos_before[:1]))
    groups = {name: sum(counts[state] for state in states) for name, states in GROUPS.items()}
    facts = {
        "names": named,
        "groups": groups,
        "overdue": overdue,
        "units": known,
        "shoot": shooter(stored, who.formats),
    }
    return show("hazards/list.html", listing=listing(page, asked), asked=asked, grades=HazardGrade, **facts)


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[HazardRow]:
    """Lay the list out for Excel; ``photos`` in the address asks for a picture of each hazard."""
    who.must(Permission.SEE_HAZARDS)
    order, with_photos = asked.page(sort="-found_at", sorts=SORTS), bool(asked.text("photos"))
    return hazard_sheet(tx, who, filter_of(asked, who), order.sort, with_photos=with_photos)


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one hazard with what may be done next."""
    return sheet(HazardId(record))


@blueprint.post("/<record>/<event>")
def act(record: str, event: str) -> Response:
    """Do something to a hazard, or show its page again with what is missing."""
    who, wanted = reader(), event_of(event)
    form = Form(request.form)
    at = office().clock.read()
    try:
        with office().store.reading() as tx:
            found = hazard_for(tx, who.viewer, HazardId(record))
            who.must(Permission.SEE_HAZARDS, found.site)
            check_possible(who, found, Desk(tx, who, found, form, (), at).act(wanted))
        photos = take_photos(form, request.files.getlist("photos"))
        with office().store.writing() as tx:
            found = hazard_for(tx, who.viewer, HazardId(record))
            do(Desk(tx, who, found, form, photos, at), wanted)
    except FormError:
        return sheet(HazardId(record), form, wanted, 422)
    except RuleError as error:
        tell(form, error)
        return sheet(HazardId(record), form, wanted, error.status if error.status == 403 else 422)
    return done(url_for("hazards.show_one", record=record), f"done.{wanted.value}")


def sheet(record: HazardId, form: Form | None = None, event: HazardEvent | None = None, status: int = 200) -> Response:
    """Write a hazard's page; ``form`` is the one of ``event`` with its errors, if something was wrong."""
    who = reader()
    with office().store.reading() as tx:
        found = load(tx, who, record)
    facts = {"form": form, "tried": event, "fresh": Form(), "shoot": shooter(found.stored, who.formats)}
    return show("hazards/one.html", status, s=found, grades=HazardGrade, **facts)


def event_of(text: str) -> HazardEvent:
    """Read the act from an address.

    Raises:
        NotFound: no such act on one hazard.
    """
    found = next((event for event in ACTS if event.value == text), None)
    if found is None:
        raise NotFound
    return found


def filter_of(asked: Query, who: Reader) -> HazardFilter:
    """Read a list's filters from its address."""
    zone = who.formats.zone
    group = asked.text("group")
    return HazardFilter(
        site=who.site,
        states=GROUPS.get(group, ()),
        is_open=True if group == "open" else None,
        overdue_on=who.formats.today if group == "overdue" else None,
        grade=asked.member("grade", HazardGrade),
        unit=UnitId(asked.text("unit")) or None,
        found_from=asked.since("from", zone),
        found_before=asked.until("to", zone),
        text=asked.text("q"),
    )
