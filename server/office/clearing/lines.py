"""A sheet's lines as the page shows them, and the form that says what is done about some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from server.office.form import Form
from server.office.names import in_english, placed_names, plan_names
from server.office.permission import Permission
from server.office.reader import Reader
from server.store import Tx
from server.store.clearing import name_of
from shared.clearing import CarryReason, Disposition, Line, LineKind
from shared.ids import PersonId

LONGEST = 500
_PAGES = {
    LineKind.HAZARD: ("hazards.show_one", Permission.SEE_HAZARDS),
    LineKind.REVIEW: ("inspections.show_one", Permission.SEE_INSPECTIONS),
}
_LISTS = {
    LineKind.ROUND: ("plan.show_missed", Permission.SEE_PLAN),
    LineKind.EXCUSE: ("plan.show_plan", Permission.SEE_PLAN),
    LineKind.LETTER: ("letters.show_list", Permission.SEE_TABLETS),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its name in forms, what it is called in the reader's language, and its place on the page.

    ``href`` is the page that it leads to, empty where the reader may not go.
    """

    line: Line
    name: str
    title: str
    anchor: str
    href: str

    @staticmethod
    def name_of(line: Line) -> str:
        """Return what names a line in a form."""
        return f"{line.kind.value}:{line.about}"


def shown(tx: Tx, who: Reader, day: date, lines: Sequence[Line]) -> list[Shown]:
    """Join a day's lines with their pages, and with the English names of what they are about on an English page."""
    known: dict[str, str] = {}
    if lines and who.wording.language == "en":
        known = placed_names(tx, who) | plan_names(tx, [(line.kind, line.about) for line in lines])
    return [
        Shown(
            line,
            Shown.name_of(line),
            in_english(line.title, known),
            name_of(day, line.kind, line.about),
            _href(who, line),
        )
        for line in lines
    ]


def said(form: Form, staff: Mapping[str, str], day: date) -> Disposition:
    """Read what is done about lines.

    Raises:
        FormError: a field is missing or wrong.
    """
    reason = form.member("reason", CarryReason, must=True)
    progress = form.text("progress", must=True, longest=LONGEST)
    next_step = form.text("next_step", must=True, longest=LONGEST)
    responsible = form.choice("responsible", staff, must=True)
    promised_on = form.day("promised_on", must=True, first=day)
    form.settle()
    return Disposition(
        reason or CarryReason.OTHER,
        progress,
        next_step,
        PersonId(responsible),
        staff[responsible],
        promised_on or day,
    )


def _href(who: Reader, line: Line) -> str:
    if line.kind in _PAGES:
        page, needed = _PAGES[line.kind]
        return url_for(page, record=line.about) if who.may(needed) else ""
    page, needed = _LISTS[line.kind]
    return url_for(page) if who.may(needed) else ""
