"""The list of hazards as an Excel file, with a picture of each if asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.hazards.category import category_word
from server.office.names import in_words, names, placed_names
from server.office.photos.small import small_picture
from server.office.reader import Reader
from server.store import Page, PageRequest, Tx, Viewer
from server.store.hazard import HazardFilter, HazardRow, hazards
from shared.model.hazard import HazardState

Listing = Callable[[Tx, Viewer, HazardFilter, PageRequest], Page[HazardRow]]


def hazard_sheet(
    tx: Tx, who: Reader, wanted: HazardFilter, sort: str, *, with_photos: bool, listed: Listing = hazards
) -> Sheet[HazardRow]:
    """Lay out the hazards that match, of those that are ``listed``: all, or the archive."""
    rows = pages_of(lambda page: listed(tx, who.viewer, wanted, page), sort)
    found = columns(who, names(tx, who), placed_names(tx, who) if who.wording.language == "en" else {})
    if with_photos:
        found = (*found, Column(who.wording("hazards.photo"), _picture, Kind.PHOTO, 18))
    return Sheet(who.wording("menu.hazards"), found, rows)


def columns(who: Reader, named: Mapping[str, str], english: Mapping[str, str]) -> tuple[Column[HazardRow], ...]:
    """Describe the columns; ``named`` are the names of places and units by id, ``english`` by their Chinese ones."""
    t = who.wording
    return (
        Column(t("hazards.no"), lambda row: (f"/hazards/{row.id}", row.no or t("hazards.no_number")), Kind.LINK),
        Column(t("hazards.hazard"), lambda row: row.description, width=44),
        Column(
            t("excel.place"),
            lambda row: in_words(row.location, english) or named.get(row.point or "", row.point_name),
            width=24,
        ),
        Column(t("excel.category"), lambda row: category_word(t, row.category), width=14),
        Column(t("hazards.grade"), lambda row: t.of(row.hazard.grade), width=10),
        Column(t("excel.suspected"), lambda row: t("excel.yes") if row.is_suspected_major else "", width=10),
        Column(t("hazards.state"), lambda row: t.of(row.state), width=16),
        Column(t("hazards.unit"), lambda row: named.get(row.unit or "", row.unit_name), width=20),
        Column(t("hazards.deadline"), lambda row: row.deadline_on, Kind.DATE, 12),
        Column(t("hazards.found"), lambda row: row.found_at, Kind.MOMENT),
        Column(t("inspections.author"), lambda row: row.found_by_name, width=12),
        Column(t("excel.basis"), lambda row: "；".join(row.hazard.legal_basis), width=30),
        Column(t("excel.measures"), lambda row: row.hazard.required_measures, width=36),
        Column(t("excel.dept"), lambda row: row.hazard.responsible_dept, width=14),
        Column(t("excel.person"), lambda row: row.hazard.responsible_person, width=12),
        Column(
            t("notices.no"),
            lambda row: (f"/notices/{row.notice}", row.notice_no) if row.notice else None,
            Kind.LINK,
            24,
        ),
        Column(t("hazards.first_deadline"), lambda row: row.hazard.first_deadline_on, Kind.DATE, 12),
        Column(t("hazards.budget"), _amount, Kind.NUMBER, 12),
        Column(t("hazards.recurs"), lambda row: t("excel.yes") if row.recurs_from else "", width=8),
        Column(t("excel.rounds"), lambda row: row.round, Kind.NUMBER, 9),
        Column(t("excel.closed"), _closed_at, Kind.MOMENT),
    )


def _closed_at(row: HazardRow) -> object:
    return next((step.at for step in reversed(row.hazard.steps) if step.after is HazardState.CLOSED), None)


def _amount(row: HazardRow) -> float | None:
    fen = row.hazard.budget_fen
    return None if fen is None else fen / 100


def _picture(row: HazardRow) -> bytes | None:
    return next((data for photo in row.hazard.photos_before if (data := small_picture(photo)) is not None), None)
