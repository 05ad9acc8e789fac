"""The figures of the first page: what needs a person now, each leading to its list, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from server.office.hazards.lists import due_soon
from server.office.permission import Permission
from server.office.reader import Reader
from server.store import Tx
from server.store.clearing import last_sheet
from server.store.hazard import HazardFilter, hazard_counts
from server.store.plan import excuses_asked_count
from server.store.rounds import missed_count
from shared.clearing import SheetState
from shared.model.hazard import HazardState

H = HazardState
_TURNS = (
    ("to_confirm", "confirm", (H.DRAFT,), "info", "circle-dashed"),
    ("to_issue", "issue", (H.OPEN,), "warn", "send"),
    ("to_decide", "extension", (H.EXTENSION_PENDING,), "plum", "hourglass"),
    ("to_recheck", "recheck", (H.REPLIED,), "plum", "report-search"),
    ("to_set", "failed", (H.RECHECK_FAILED,), "bad", "circle-x"),
    ("to_sign", "sign", (H.RECHECK_PASSED,), "plum", "rubber-stamp"),
)
"""Whose turn it is at a hazard: text, group of the list, states, look."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: how many, of what, and the list that it leads to."""

    key: str
    number: int
    tone: str
    icon: str
    href: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tablets:
    """Tablets that need a look, and what they sent that was not applied."""

    silent: int
    letters: int


def tiles(tx: Tx, who: Reader, to_review: int, overdue: int, tablets: Tablets | None) -> list[Tile]:
    """List the figures that this reader has a page for."""
    by_state = hazard_counts(tx, who.viewer, HazardFilter(site=who.site))
    return [
        *_hazards(tx, who, overdue, by_state),
        *_rounds(tx, who, to_review),
        *_system(tablets),
        *_sheet(tx, who),
    ]


def _hazards(tx: Tx, who: Reader, overdue: int, by_state: Mapping[HazardState, int]) -> Iterator[Tile]:
    if not who.may(Permission.SEE_HAZARDS):
        return
    soon = sum(hazard_counts(tx, who.viewer, due_soon(who)).values())
    yield Tile("overdue", overdue, "bad", "clock-exclamation", url_for("hazards.show_list", group="overdue"))
    yield Tile("due_soon", soon, "warn", "calendar-due", url_for("hazards.show_list", group="due"))
    for key, group, states, tone, icon in _TURNS:
        number = sum(by_state[state] for state in states)
        yield Tile(key, number, tone, icon, url_for("hazards.show_list", group=group))


def _rounds(tx: Tx, who: Reader, to_review: int) -> Iterator[Tile]:
    if who.may(Permission.REVIEW):
        yield Tile("to_review", to_review, "info", "clipboard-check", url_for("review.show_queue"))
    elif who.may(Permission.SEE_INSPECTIONS):
        yield Tile(
            "to_review", to_review, "info", "clipboard-check", url_for("inspections.show_list", state="submitted")
        )
    if who.may(Permission.SEE_PLAN):
        missed = missed_count(tx, who.viewer, who.site, who.formats.today)
        yield Tile("missed", missed, "bad", "circle-x", url_for("plan.show_missed"), who.wording("today.missed_hint"))
    if who.may(Permission.EXCUSE):
        asked = excuses_asked_count(tx, who.viewer, who.site)
        yield Tile("excuses", asked, "plum", "circle-minus", url_for("plan.show_excuses", _anchor="asked"))


def _system(tablets: Tablets | None) -> Iterator[Tile]:
    if tablets is not None:
        alarming = url_for("tablets.show_list", show="alarming")
        yield Tile("tablets", tablets.silent, "warn", "device-tablet", alarming)
        yield Tile("letters", tablets.letters, "warn", "inbox", url_for("letters.show_list"))


def _sheet(tx: Tx, who: Reader) -> Iterator[Tile]:
    """Lead to the last sheet of the daily clearing while a signature is missing on it."""
    if not who.may(Permission.SEE_CLEARING):
        return
    last = last_sheet(tx, who.site)
    if last is None or last.state is SheetState.AUDITED:
        return
    key = "to_clear" if last.state is SheetState.OPEN else "to_audit"
    href = url_for("clearing.show_sheet", day=last.day.isoformat())
    yield Tile(key, 1, "warn", "list-check", href, last.day.isoformat())
