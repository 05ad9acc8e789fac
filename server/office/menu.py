"""The side menu: what this reader may open, and how much waits behind an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request, url_for

from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store.hazard import HazardFilter, hazard_counts
from server.store.inspection import InspectionFilter, inspection_count
from server.store.letter import waiting_by_device
from server.store.plan import excuses_asked_count

ENTRIES = (
    ("today", "today.show_day", "layout-dashboard", Permission.SEE_TODAY),
    ("inspections", "inspections.show_list", "clipboard-list", Permission.SEE_INSPECTIONS),
    ("hazards", "hazards.show_list", "alert-triangle", Permission.SEE_HAZARDS),
    ("notices", "notices.show_list", "file-alert", Permission.SEE_NOTICES),
    ("plan", "plan.show_plan", "calendar-event", Permission.SEE_PLAN),
    ("access", "access.show_list", "key", Permission.SEE_ACCESS),
    ("tablets", "tablets.show_list", "device-tablet", Permission.SEE_TABLETS),
    ("letters", "letters.show_list", "inbox", Permission.SEE_TABLETS),
    ("templates", "templates.show_list", "checklist", Permission.SEE_TEMPLATES),
    ("phrases", "phrases.show_list", "message-2", Permission.SEE_TEMPLATES),
    ("people", "people.show_list", "users", Permission.SEE_PEOPLE),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; ``count`` is what waits, ``count_hint`` says of what."""

    href: str
    label: str
    icon: str
    is_current: bool
    count: int
    count_hint: str


def menu() -> Iterator[Entry]:
    """Yield the entries for the reader of this page."""
    who = reader()
    counts = _counts(who) if who.chosen else {}
    for name, endpoint, icon, needed in ENTRIES:
        if who.may(needed):
            count = counts.get(name, 0)
            hint = who.wording(f"count.{name}") if count else ""
            label = who.wording(f"menu.{name}")
            yield Entry(url_for(endpoint), label, icon, request.blueprint == name, count, hint)


def _counts(who: Reader) -> dict[str, int]:
    with office().store.reading() as tx:
        overdue = hazard_counts(tx, who.viewer, HazardFilter(site=who.site, overdue_on=who.formats.today))
        counts = {"hazards": sum(overdue.values())}
        waiting = InspectionFilter(site=who.site, review_state="submitted")
        if who.may(Permission.REVIEW):
            counts |= {"inspections": inspection_count(tx, who.viewer, waiting)}
        if who.may(Permission.EXCUSE):
            counts |= {"plan": excuses_asked_count(tx, who.viewer, who.site)}
        if who.may(Permission.SEE_TABLETS):
            counts |= {"letters": sum(waiting_by_device(tx, who.viewer, who.site).values())}
    return counts
