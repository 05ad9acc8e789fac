"""The list of records as an Excel file."""

from __future__ import annotations

from collections.abc import Mapping

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.names import names
from server.office.reader import Reader
from server.store import Tx
from server.store.inspection import InspectionFilter, InspectionRow, inspections


def inspection_sheet(tx: Tx, who: Reader, wanted: InspectionFilter, sort: str) -> Sheet[InspectionRow]:
    """Lay out the records that match."""
    rows = pages_of(lambda page: inspections(tx, who.viewer, wanted, page), sort)
    return Sheet(who.wording("menu.inspections"), columns(who, names(tx, who)), rows)


def columns(who: Reader, named: Mapping[str, str]) -> tuple[Column[InspectionRow], ...]:
    """Describe the columns; ``named`` are the names of forms and places by id."""
    t = who.wording
    return (
        Column(t("inspections.began"), lambda row: row.started_at, Kind.MOMENT),
        Column(
            t("inspections.form"),
            lambda row: (f"/inspections/{row.id}", named.get(row.template, row.template_title)),
            Kind.LINK,
            28,
        ),
        Column(t("inspections.place"), lambda row: named.get(row.point or "", row.point_name), width=24),
        Column(t("excel.place_no"), lambda row: row.point_number, width=12),
        Column(t("inspections.author"), lambda row: row.author_name, width=12),
        Column(t("excel.ended"), lambda row: row.ended_at, Kind.MOMENT),
        Column(t("excel.arrived"), lambda row: row.stored_at, Kind.MOMENT),
        Column(t("inspections.review"), lambda row: t(f"review.{row.review_state or 'draft'}"), width=12),
        Column(t("excel.n_hazards"), lambda row: row.hazards, Kind.NUMBER, 9),
        Column(t("excel.n_photos"), lambda row: row.photos, Kind.NUMBER, 9),
        Column(t("excel.late"), lambda row: t("excel.yes") if row.is_late else "", width=8),
    )
