"""The first page."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, redirect, url_for

from server.office.family import pages
from server.office.names import names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.tablets.letters import open_letters
from server.office.tablets.risk import apps_of, needs_a_look, watched
from server.office.today.board import Board, board
from server.office.today.proof import ProofLine, proof_line
from server.office.today.tiles import Tablets, Tile, tiles
from server.store import PageRequest, Tx
from server.store.device import devices
from server.store.hazard import HazardFilter, HazardRow, hazards
from server.store.inspection import InspectionFilter, InspectionRow, inspections

blueprint = pages("today", __name__, "")
FEW = 6
"""Rows that the page shows of each list before it leads to the list itself."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What waits for somebody today, as numbers and the first few rows of each."""

    tiles: list[Tile]
    overdue: int
    late: tuple[HazardRow, ...]
    to_review: int
    waiting: tuple[InspectionRow, ...]
    board: Board
    proof: ProofLine | None


@blueprint.get("/")
def show_day() -> Response:
    """Show what needs a person today; who has no such work goes to the own hazards, or else to the own profile."""
    who = reader()
    if not who.may(Permission.SEE_TODAY):
        page = "hazards.show_list" if who.may(Permission.SEE_HAZARDS) else "profile.show_profile"
        answer = redirect(url_for(page), 303)
        return Response(answer.get_data(), 303, dict(answer.headers))
    with office().store.reading() as tx:
        needs, named = needs_of(tx, who), names(tx, who)
    return show("today/day.html", needs=needs, names=named)


def needs_of(tx: Tx, who: Reader) -> Needs:
    """Load what waits."""
    today, site = who.formats.today, who.site
    overdue = HazardFilter(site=site, overdue_on=today)
    late = hazards(tx, who.viewer, overdue, PageRequest(1, FEW, "deadline_on"))
    submitted = InspectionFilter(site=site, review_state="submitted")
    may_read = who.may(Permission.SEE_INSPECTIONS)
    waiting = inspections(tx, who.viewer, submitted, PageRequest(1, FEW, "started_at")) if may_read else None
    to_review = waiting.total if waiting else 0
    return Needs(
        tiles=tiles(tx, who, to_review, late.total, _tablets(tx, who)),
        overdue=late.total,
        late=late.rows,
        to_review=to_review,
        waiting=waiting.rows if waiting else (),
        board=board(tx, who),
        proof=proof_line(tx, who.formats) if who.may(Permission.SEE_TABLETS) else None,
    )


def _tablets(tx: Tx, who: Reader) -> Tablets | None:
    if not who.may(Permission.SEE_TABLETS):
        return None
    letters = open_letters(tx, who)
    here = [row for row in devices(tx, who.viewer) if row.site == who.site]
    found = watched(here, letters, tx.now, apps_of(here, office().config.min_app))
    return Tablets(sum(map(needs_a_look, found)), sum(letters.values()))
