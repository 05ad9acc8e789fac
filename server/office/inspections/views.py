"""Pages about inspection records: the list, one record as the paper form, and the office's verdict."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Response, request, url_for

from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.formats import Formats
from server.office.inspections.excel import inspection_sheet
from server.office.inspections.record import Record, load
from server.office.inspections.verdict import Reviewer, decide, read_remarks
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import Shot, shooter
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.office.text import Wording
from server.store import Tx
from server.store.inspection import (
    REVIEW_STATES,
    InspectionFilter,
    InspectionRow,
    authors,
    inspection_counts,
    inspection_for,
    inspections,
    review_state,
)
from server.store.place import points
from server.store.template import templates
from shared.checklist import Change
from shared.errors import RuleError
from shared.ids import InspectionId, PersonId, PointId, ReviewId, TemplateId
from shared.model.inspection import Result, ReviewState, Value

blueprint = pages("inspections", __name__)
SORTS = ("started_at", "template", "point", "author", "review_state")
MARK = "remark:"
"""Begins the names of fields that hold a word on one item; the item's ``item|asset`` follows."""


@blueprint.get("")
def show_list() -> Response:
    """Show the records of the chosen site."""
    who, asked = reader(), query()
    who.must(Permission.SEE_INSPECTIONS)
    if asked.is_excel:
        return answer_excel(export)
    order, wanted = asked.page(sort="-started_at", sorts=SORTS), filter_of(asked, who)
    with office().store.reading() as tx:
        page = inspections(tx, who.viewer, wanted, order)
        counts = inspection_counts(tx, who.viewer, InspectionFilter(site=who.site))
        people = authors(tx, who.viewer, who.site)
        places = points(tx, who.viewer, who.site)
        forms = templates(tx)
        named = names(tx, who)
    choices = {
        "names": named,
        "people": people,
        "places": places,
        "forms": forms,
        "counts": counts,
        "states": REVIEW_STATES,
    }
    return show("inspections/list.html", listing=listing(page, asked), asked=asked, **choices)


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[InspectionRow]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_INSPECTIONS)
    order = asked.page(sort="-started_at", sorts=SORTS)
    return inspection_sheet(tx, who, filter_of(asked, who), order.sort)


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one record as its paper form."""
    return sheet(InspectionId(record))


@blueprint.post("/<record>/review")
def review(record: str) -> Response:
    """Accept a record, or return it to the inspector's tablet with words on exact items."""
    who, form = reader(), Form(request.form)
    verdict = form.member("verdict", ReviewState, must=True) or ReviewState.RETURNED
    words = {name.removeprefix(MARK): form.text(name) for name in request.form if name.startswith(MARK)}
    try:
        with office().store.writing() as tx:
            found = inspection_for(tx, who.viewer, InspectionId(record))
            who.must(Permission.REVIEW, found.site)
            by = Reviewer(who.viewer.person, who.name, tx.now, ReviewId(tx.ids.new()))
            remarks = read_remarks(found, words)
            tx.put(decide(found, review_state(tx, found.id), verdict, by, form.text("word"), remarks))
    except RuleError as error:
        tell(form, error)
        return sheet(InspectionId(record), form, 422)
    return done(url_for("inspections.show_one", record=record), f"done.{verdict.value}")


def sheet(record: InspectionId, form: Form | None = None, status: int = 200) -> Response:
    """Write a record's page."""
    who = reader()
    who.must(Permission.SEE_INSPECTIONS)
    with office().store.reading() as tx:
        found = load(tx, who, record)
    return show(
        "inspections/one.html",
        status,
        r=found,
        form=form or Form(),
        shoot=_shooter(found, who.formats),
        change_words=partial(_change_words, who.wording),
    )


def _change_words(wording: Wording, change: Change, value: Result | Value) -> str:
    """Write one side of a change: a result, choices by their labels, a figure with its unit."""
    if value is None or value == "" or value is False or value == ():
        return wording("site.none")
    if isinstance(value, Result):
        return wording.of(value)
    if value is True:
        return wording.of(change.part)
    labels = {one.name: wording.text(one.label) for one in change.item.choices} if change.item else {}
    if isinstance(value, tuple):
        return "、".join(labels.get(name, name) for name in value)
    unit = f" {change.item.unit}" if change.item and change.item.unit and isinstance(value, (int, float)) else ""
    return f"{labels.get(str(value), value)}{unit}"


def _shooter(found: Record, f: Formats) -> Callable[..., tuple[Shot, ...]]:
    return shooter(found.stored, f, {twin.photo.id for twin in found.twins})


def filter_of(asked: Query, who: Reader) -> InspectionFilter:
    """Read a list's filters from its address."""
    zone = who.formats.zone
    state = asked.text("state")
    return InspectionFilter(
        site=who.site,
        template=TemplateId(asked.text("template")) or None,
        point=PointId(asked.text("point")) or None,
        author=PersonId(asked.text("author")) or None,
        review_state=state if state in REVIEW_STATES else "",
        began_from=asked.since("from", zone),
        began_before=asked.until("to", zone),
        has_hazards=True if asked.text("fails") else None,
        text=asked.text("q"),
    )
