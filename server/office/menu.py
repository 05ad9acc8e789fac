"""The side menu: what this reader may open, and how much waits behind an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import request, url_for

from server.office.listing import query
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.review.wanted import way
from server.store.hazard import HazardFilter, hazard_counts
from server.store.inspection import InspectionFilter, inspection_count
from server.store.letter import waiting_by_device
from server.store.plan import excuses_asked_count

P = Permission
GROUPS = (
    (
        "",
        (
            ("today", "today.show_day", "layout-dashboard", P.SEE_TODAY),
            ("clearing", "clearing.show_list", "list-check", P.SEE_CLEARING),
        ),
    ),
    (
        "rounds",
        (
            ("inspections", "inspections.show_list", "clipboard-list", P.SEE_INSPECTIONS),
            ("review", "review.show_queue", "clipboard-check", P.REVIEW),
            ("plan", "plan.show_plan", "calendar-event", P.SEE_PLAN),
            ("access", "access.show_list", "key", P.SEE_ACCESS),
        ),
    ),
    (
        "rectify",
        (
            ("hazards", "hazards.show_list", "alert-triangle", P.SEE_HAZARDS),
            ("notices", "notices.show_list", "file-alert", P.SEE_NOTICES),
            ("papers", "papers.show_list", "printer", P.SEE_INSPECTIONS),
            ("orders", "orders.show_list", "mail-forward", P.SEE_ORDERS),
        ),
    ),
    ("figures", (("numbers", "numbers.show_numbers", "chart-bar", P.SEE_NUMBERS),)),
    (
        "basis",
        (
            ("templates", "templates.show_list", "checklist", P.SEE_TEMPLATES),
            ("phrases", "phrases.show_list", "message-2", P.SEE_TEMPLATES),
            ("places", "places.show_places", "map-pin", P.SEE_PLACES),
            ("people", "people.show_list", "users", P.SEE_PEOPLE),
        ),
    ),
    (
        "system",
        (
            ("tablets", "tablets.show_list", "device-tablet", P.SEE_TABLETS),
            ("letters", "letters.show_list", "inbox", P.SEE_TABLETS),
            ("channels", "channels.show_list", "send", P.MANAGE_CHANNELS),
            ("audit", "audit.show_list", "history", P.SEE_AUDIT),
        ),
    ),
)
"""The menu's groups, in the order of a working day: their name (none for the first) and their entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; ``count`` is what waits, ``count_hint`` says of what."""

    href: str
    label: str
    icon: str
    is_current: bool
    count: int
    count_hint: str


def menu() -> Iterator[tuple[str, list[Entry]]]:
    """Yield the groups that the reader of this page may open something of: a title, empty for the first, and entries."""
    who = reader()
    counts, current = _counts(who) if who.chosen else {}, _current(who)
    for group, known in GROUPS:
        entries = [
            _entry(who, name, end, icon, counts, current) for name, end, icon, needed in known if who.may(needed)
        ]
        if entries:
            yield who.wording(f"menu_group.{group}") if group else "", entries


def _current(who: Reader) -> str:
    """Name the entry that a page belongs to: its family's; the review's for a record that is met on the way through it."""
    family, facts = request.blueprint or "", request.view_args or {}
    if family == "inspections" and who.may(P.REVIEW) and way(query()):
        return "review"
    if family == "intake":
        return {"person": "people", "phrase": "phrases"}.get(facts.get("kind", ""), "places")
    return family


def _entry(who: Reader, name: str, endpoint: str, icon: str, counts: Mapping[str, int], current: str) -> Entry:
    count = counts.get(name, 0)
    hint = who.wording(f"count.{name}") if count else ""
    return Entry(url_for(endpoint), who.wording(f"menu.{name}"), icon, name == current, count, hint)


def _counts(who: Reader) -> dict[str, int]:
    with office().store.reading() as tx:
        overdue = hazard_counts(tx, who.viewer, HazardFilter(site=who.site, overdue_on=who.formats.today))
        counts = {"hazards": sum(overdue.values())}
        waiting = InspectionFilter(site=who.site, review_state="submitted")
        if who.may(Permission.REVIEW):
            counts |= {"review": inspection_count(tx, who.viewer, waiting)}
        if who.may(Permission.EXCUSE):
            counts |= {"plan": excuses_asked_count(tx, who.viewer, who.site)}
        if who.may(Permission.SEE_TABLETS):
            counts |= {"letters": sum(waiting_by_device(tx, who.viewer, who.site).values())}
    return counts
