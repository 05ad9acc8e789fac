"""Lists of hazards: those that somebody still has to do something about, and the archive."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from flask import Response

from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.hazards.blueprint import blueprint
from server.office.hazards.category import category_pairs, category_word
from server.office.hazards.excel import hazard_sheet
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.hazard import HazardFilter, HazardRow, archive, hazard_counts, hazards
from server.store.inspection import stored_photos
from server.store.place import buildings, units
from shared.hazard.table import LEAD, SIGNERS
from shared.ids import BuildingId, UnitId
from shared.model.hazard import HazardState
from shared.model.template import HazardGrade

SORTS = ("found_at", "deadline_on", "no", "state", "grade", "unit")
H = HazardState
GROUPS: dict[str, tuple[HazardState, ...]] = {
    "confirm": (H.DRAFT,),
    "issue": (H.OPEN,),
    "receive": (H.ISSUED,),
    "rectify": (H.IN_RECTIFICATION, H.EXTENSION_PENDING),
    "extension": (H.EXTENSION_PENDING,),
    "recheck": (H.REPLIED,),
    "failed": (H.RECHECK_FAILED,),
    "sign": (H.RECHECK_PASSED,),
    "escalated": (H.ESCALATED,),
    "ended": (H.CLOSED, H.CORRECTED_ON_SPOT, H.VOIDED),
}
"""What the list can be narrowed to: whose turn it is."""
SOON = timedelta(days=3)
"""So near a deadline is shown before it is missed (hazards facts §6)."""


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
        due = sum(hazard_counts(tx, who.viewer, due_soon(who)).values())
        named = names(tx, who)
        known, houses = units(tx, who.viewer, who.site), buildings(tx, who.viewer, who.site)
        stored = stored_photos(tx, files_of(shot for row in page.rows for shot in row.hazard.photos_before[:1]))
    groups = {name: sum(counts[state] for state in states) for name, states in GROUPS.items()}
    facts = {
        "names": named,
        "groups": groups,
        "overdue": overdue,
        "due": due,
        "units": known,
        "buildings": houses,
        "categories": category_pairs(who.wording),
        "shoot": shooter(stored, who.formats),
        "may_issue": bool(who.roles & LEAD),
        "may_sign": bool(who.roles & SIGNERS),
    }
    return show("hazards/list.html", listing=listing(page, asked), asked=asked, grades=HazardGrade, **facts)


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[HazardRow]:
    """Lay the list out for Excel; ``photos`` in the address asks for a picture of each hazard."""
    who.must(Permission.SEE_HAZARDS)
    order, with_photos = asked.page(sort="-found_at", sorts=SORTS), bool(asked.text("photos"))
    return hazard_sheet(tx, who, filter_of(asked, who), order.sort, with_photos=with_photos)


@blueprint.get("/archive")
def show_archive() -> Response:
    """Show what is finished: the fire file's hazards with how long each took (61号令 §43)."""
    who, asked = reader(), query()
    who.must(Permission.SEE_HAZARDS)
    if asked.is_excel:
        return answer_excel(export_archive)
    order = asked.page(sort="-ended_at", sorts=(*SORTS, "ended_at"))
    with office().store.reading() as tx:
        page = archive(tx, who.viewer, archive_filter(asked, who), order)
        facts: dict[str, object] = {"names": names(tx, who), "units": units(tx, who.viewer, who.site)}
    facts["category_word"] = partial(category_word, who.wording)
    return show(
        "hazards/archive.html",
        listing=listing(page, asked),
        asked=asked,
        categories=category_pairs(who.wording),
        **facts,
    )


def export_archive(tx: Tx, who: Reader, asked: Query) -> Sheet[HazardRow]:
    """Lay the archive out for Excel."""
    who.must(Permission.SEE_HAZARDS)
    order = asked.page(sort="-ended_at", sorts=(*SORTS, "ended_at"))
    return hazard_sheet(tx, who, archive_filter(asked, who), order.sort, with_photos=False, listed=archive)


def due_soon(who: Reader) -> HazardFilter:
    """Ask for the hazards whose deadline is near and not past."""
    today = who.formats.today
    return HazardFilter(site=who.site, due_from=today, due_to=today + SOON)


def filter_of(asked: Query, who: Reader) -> HazardFilter:
    """Read a list's filters from its address."""
    zone, group, only = who.formats.zone, asked.text("group"), asked.text("only")
    return HazardFilter(
        site=who.site,
        states=GROUPS.get(group, ()),
        is_open=True if group == "open" else None,
        overdue_on=who.formats.today if group == "overdue" else None,
        due_from=who.formats.today if group == "due" else None,
        due_to=who.formats.today + SOON if group == "due" else None,
        grade=asked.member("grade", HazardGrade),
        category=asked.text("category"),
        unit=UnitId(asked.text("unit")) or None,
        building=BuildingId(asked.text("building")) or None,
        is_recurring=only == "recurring",
        is_external=only == "external",
        is_suspected_major=True if only == "suspected" else None,
        found_from=asked.since("from", zone),
        found_before=asked.until("to", zone),
        text=asked.text("q"),
    )


def archive_filter(asked: Query, who: Reader) -> HazardFilter:
    """Read the archive's filters from its address; its days are those on which hazards ended."""
    zone = who.formats.zone
    return HazardFilter(
        site=who.site,
        category=asked.text("category"),
        unit=UnitId(asked.text("unit")) or None,
        ended_from=asked.since("from", zone),
        ended_before=asked.until("to", zone),
        text=asked.text("q"),
    )
