"""Pages of the review: what waits by risk, and clean rounds accepted together."""

from __future__ import annotations

from flask import Response, url_for

from server.office.excel import Column, Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.inspections.excel import columns
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.refusal import known, tell
from server.office.review.wanted import QUEUE, WAY, filter_of, on_the_way, way
from server.store import Tx
from server.store.bulk import (
    DONE,
    FEWEST,
    MOST,
    SHARE,
    STOPPED,
    Draw,
    begin_draw,
    candidates_for,
    close_draw,
    get_draw,
    how_many,
    open_draw,
    recent_draws,
    seal,
    seal_of,
)
from server.store.grade import AT_ONCE, grade_waiting
from server.store.inspection import REVIEW_STATES, InspectionFilter, InspectionRow, authors, queue, queue_count, rows_of
from server.store.place import buildings, points, units
from server.store.template import templates
from shared.errors import BusyError, NotPermittedError, RuleError, TransitionError
from shared.presence import Flag, Grade

blueprint = pages("review", __name__)
SORTS = ("rank",)


@blueprint.get("")
def show_queue() -> Response:
    """Show what waits for review at the chosen site, the worst first."""
    who, asked = reader(), query()
    who.must(Permission.REVIEW)
    if asked.is_excel:
        return answer_excel(export)
    _grade_arrived(who)
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        page = queue(tx, who.viewer, wanted, asked.page(sort="rank", sorts=SORTS))
        counts = {grade.value: _count(tx, who, wanted.review_state, grade) for grade in Grade}
        facts = {
            "counts": counts,
            "forms": templates(tx),
            "houses": buildings(tx, who.viewer, who.site),
            "places": points(tx, who.viewer, who.site),
            "units": units(tx, who.viewer, who.site),
            "people": authors(tx, who.viewer, who.site),
            "names": names(tx, who),
        }
    through = way(Query(asked.path, {**asked.args, WAY: QUEUE}))
    addresses = {row.id: on_the_way(row.id, through) for row in page.rows}
    return show(
        "review/queue.html",
        listing=listing(page, asked),
        asked=asked,
        wanted=wanted,
        addresses=addresses,
        flag_choices=[(flag.value, who.wording(f"flag.{flag.value}")) for flag in Flag],
        state_choices=[(state, who.wording(f"review.{state}")) for state in REVIEW_STATES if state != "submitted"],
        grades=tuple(Grade),
        **facts,
    )


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[InspectionRow]:
    """Lay the queue out for Excel."""
    who.must(Permission.REVIEW)
    wanted, t = filter_of(asked, who), who.wording
    rows = pages_of(lambda page: queue(tx, who.viewer, wanted, page), "rank")
    found: tuple[Column[InspectionRow], ...] = (
        Column(t("queue.grade"), lambda row: row.grade, width=8),
        Column(t("queue.flags"), lambda row: "、".join(t(f"flag.{one.value}") for one in row.flagged), width=32),
    )
    return Sheet(t("menu.review"), (*found, *columns(who, names(tx, who))), rows)


@blueprint.get("/bulk")
def show_bulk() -> Response:
    """Show how many clean rounds wait, the draw that the reader has begun, and the last ones at this site."""
    who = reader()
    who.must(Permission.REVIEW)
    _grade_arrived(who)
    _seal(who)
    return _bulk(who)


@blueprint.post("/bulk")
def begin() -> Response:
    """Draw the sample that is to be opened before the rest is accepted."""
    who = reader()
    who.must(Permission.REVIEW)
    try:
        found = office().store.act(lambda tx: begin_draw(tx, who.viewer, who.site))
    except TransitionError:
        form = Form()
        form.wrong("", "bulk.too_few")
        return _bulk(who, form, 422)
    return done(url_for("review.show_draw", draw=found.id), "done.drawn")


@blueprint.get("/bulk/<draw>")
def show_draw(draw: str) -> Response:
    """Show a draw: its sample, what is still to be opened, and how to check that it was drawn rightly."""
    return _sheet(draw)


@blueprint.post("/bulk/<draw>")
def close(draw: str) -> Response:
    """Accept what was not drawn, once every drawn round was opened and judged."""
    who = reader()
    who.must(Permission.REVIEW)
    try:
        found = office().store.act(lambda tx: _close(tx, who, draw))
    except RuleError as error:
        form = Form()
        if isinstance(error, NotPermittedError):
            tell(form, error)
        else:
            form.wrong("", known(f"bulk.why_{error.facts.get('why')}", "refusal.moved_on"))
        return _sheet(draw, form, 422)
    if found.state not in (DONE, STOPPED):
        return done(url_for("review.show_draw", draw=draw), "done.drawn_more")
    return done(url_for("review.show_draw", draw=draw), "done.bulk" if found.state == DONE else "done.bulk_stopped")


def _close(tx: Tx, who: Reader, draw: str) -> Draw:
    found = get_draw(tx, who.viewer, draw)
    who.must(Permission.REVIEW, found.site)
    word = who.wording("bulk.word", n=len(found.sample), all=len(found.candidates))
    return close_draw(tx, who.viewer, draw, word)


def _bulk(who: Reader, form: Form | None = None, status: int = 200) -> Response:
    with office().store.reading() as tx:
        waiting = candidates_for(tx, who.viewer, who.site)
        facts: dict[str, object] = {"begun": open_draw(tx, who.viewer.person, who.site)}
        facts |= {"recent": recent_draws(tx, who.site), "sealed": seal_of(tx, who.viewer.person, who.site)}
    limits = {"share": round(SHARE * 100), "fewest": FEWEST, "most": MOST}
    return show(
        "review/bulk.html",
        status,
        waiting=waiting,
        drawn=how_many(len(waiting)),
        form=form or Form(),
        **facts,
        **limits,
    )


def _sheet(draw: str, form: Form | None = None, status: int = 200) -> Response:
    who = reader()
    who.must(Permission.REVIEW)
    with office().store.reading() as tx:
        found = get_draw(tx, who.viewer, draw)
        who.must(Permission.REVIEW, found.site)
        rows = rows_of(tx, [*(one.record for one in found.sample), *(record for record, _ in found.left)])
        named = names(tx, who)
    return show("review/draw.html", status, d=found, rows=rows, names=named, form=form or Form())


def _seal(who: Reader) -> None:
    """Seal the seed of the reader's next draw, so that its commitment is seen before; not if the database is busy."""
    with office().store.reading() as tx:
        is_sealed = seal_of(tx, who.viewer.person, who.site) is not None
    if not is_sealed:
        try:
            office().store.act(lambda tx: seal(tx, who.viewer, who.site))
        except BusyError:
            return


def _grade_arrived(who: Reader) -> None:
    """Grade what has come since the last turn of the work, so that nothing is missing; not if the database is busy."""
    try:
        grade_waiting(office().store, AT_ONCE, who.site)
    except BusyError:
        return


def _count(tx: Tx, who: Reader, state: str, grade: Grade) -> int:
    return queue_count(tx, who.viewer, InspectionFilter(site=who.site, review_state=state, grade=grade.value))
