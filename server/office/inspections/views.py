"""Pages about inspection records: the list, one record as the paper form, and the office's verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlencode

from flask import Response, request, url_for

from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.formats import Formats, unit_word
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
from server.office.review.wanted import DRAW, QUEUE, VIEW, WAY, back_to, on_the_way, way
from server.office.review.wanted import filter_of as filter_of_queue
from server.office.text import Wording
from server.store import Tx
from server.store.bulk import note_opened, unopened_in
from server.store.inspection import (
    REVIEW_STATES,
    InspectionFilter,
    InspectionRow,
    Turn,
    authors,
    hold_for_review,
    inspection_counts,
    inspection_for,
    inspections,
    turn,
)
from server.store.place import points
from server.store.template import templates
from shared.checklist import Change
from shared.errors import RuleError
from shared.ids import InspectionId, PersonId, PointId, ReviewId, TemplateId
from shared.model.inspection import Result, ReviewState, Value

blueprint = pages("inspections", __name__)
SORTS = ("started_at", "template", "point", "author", "review_state")
PAPER, BESIDE = "paper", "beside"
"""How a record is shown: as its form, or beside the record before; on the way through the queue beside it."""
REASONS = ("whole", "near", "blurred", "reading", "note", "wrong", "tag", "again")
"""Usual reasons for returning a record, by their words' keys; a reviewer adds what they do not say."""
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
        office().store.act(lambda tx: _judge(tx, who, InspectionId(record), verdict, form, words))
    except RuleError as error:
        tell(form, error)
        return sheet(InspectionId(record), form, 422)
    return done(_onward(who, InspectionId(record)), f"done.{verdict.value}")


def _judge(tx: Tx, who: Reader, record: InspectionId, verdict: ReviewState, form: Form, words: dict[str, str]) -> None:
    found = inspection_for(tx, who.viewer, record)
    who.must(Permission.REVIEW, found.site)
    by = Reviewer(who.viewer.person, who.name, tx.now, ReviewId(tx.ids.new()))
    state = hold_for_review(tx, found.id)
    tx.put(decide(found, state, verdict, by, _word(who, form, verdict), read_remarks(found, words)))


def _word(who: Reader, form: Form, verdict: ReviewState) -> str:
    """Join the usual reason that was chosen with what was written; a reason says why a record goes back."""
    chosen = form.choice("reason", dict.fromkeys(REASONS))
    reason = who.wording(f"reason.{chosen}") if chosen and verdict is ReviewState.RETURNED else ""
    return "\n".join(part for part in (reason, form.text("word")) if part)


def _onward(who: Reader, record: InspectionId) -> str:
    """Return where a reviewer goes on: to the next record of the queue, back to the draw, or to this record."""
    asked = query()
    through = way(asked)
    if through.get(WAY) == DRAW:
        return back_to(through)
    if not through:
        return url_for("inspections.show_one", record=record)
    with office().store.reading() as tx:
        place = turn(tx, who.viewer, filter_of_queue(asked, who), record)
    ahead = place.next or place.previous
    return on_the_way(ahead, through) if ahead else back_to(through)


def sheet(record: InspectionId, form: Form | None = None, status: int = 200) -> Response:
    """Write a record's page."""
    who, asked = reader(), query()
    who.must(Permission.SEE_INSPECTIONS)
    through = way(asked)
    is_beside = asked.text(VIEW) == BESIDE or (bool(through) and asked.text(VIEW) != PAPER)
    with office().store.reading() as tx:
        found = load(tx, who, record, is_beside=is_beside)
        is_queue = through.get(WAY) == QUEUE
        place = turn(tx, who.viewer, filter_of_queue(asked, who), record) if is_queue else None
        drawn = unopened_in(tx, who.viewer.person, found.inspection.site, record)
    if drawn:
        office().store.act(lambda tx: note_opened(tx, drawn, record))
    return show(
        "inspections/one.html",
        status,
        r=found,
        form=form or Form(),
        shoot=_shooter(found, who.formats),
        change_words=partial(_change_words, who.wording),
        turn=place,
        through=through,
        reasons=[(key, who.wording(f"reason.{key}")) for key in REASONS],
        kept=_kept(found, form, who.wording) if form else (),
        **links(record, through, place),
    )


def _kept(found: Record, form: Form, wording: Wording) -> list[str]:
    """List what was written in a verdict that came too late, so that nobody has to write it again."""
    names = [(name, form.value(name)) for name in form.values if name.startswith(MARK) and form.value(name)]
    remarks = [
        f"{found.item_label(name.removeprefix(MARK).partition('|')[0], wording.language)}: {words}"
        for name, words in names
    ]
    return [words for words in (form.value("word"), *remarks) if words]


def links(record: InspectionId, through: Mapping[str, str], place: Turn | None) -> dict[str, str]:
    """Return the addresses that lead on from a record's page, empty where there is nothing."""
    return {
        "to_judge": f"{url_for('inspections.review', record=record)}{'?' if through else ''}{urlencode(through)}",
        "to_paper": on_the_way(record, through, view=PAPER),
        "to_beside": on_the_way(record, through, view=BESIDE),
        "to_previous": on_the_way(place.previous, through) if place and place.previous else "",
        "to_next": on_the_way(place.next, through) if place and place.next else "",
        "to_list": back_to(through) if through else "",
    }


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
    if change.item and change.item.unit and isinstance(value, (int, float)):
        return f"{value} {unit_word(change.item.unit, wording)}"
    return labels.get(str(value), str(value))


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
