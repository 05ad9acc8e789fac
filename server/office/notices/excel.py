"""The lists of notices and of their numbers as Excel files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.names import names
from server.office.reader import Reader
from server.store import Tx
from server.store.notice import NoticeFilter, NoticeRow, notices
from server.store.register import Line


def notice_sheet(tx: Tx, who: Reader, wanted: NoticeFilter, sort: str) -> Sheet[NoticeRow]:
    """Lay out the notices that match."""
    rows = pages_of(lambda page: notices(tx, who.viewer, wanted, page), sort)
    return Sheet(who.wording("menu.notices"), columns(who, names(tx, who)), rows)


def columns(who: Reader, named: Mapping[str, str]) -> tuple[Column[NoticeRow], ...]:
    """Describe the columns; ``named`` are the names of units by id."""
    t = who.wording
    return (
        Column(t("notices.no"), lambda row: (f"/notices/{row.id}", row.no), Kind.LINK, 26),
        Column(t("hazards.unit"), lambda row: named.get(row.unit, row.unit_name), width=24),
        Column(t("notices.hazards"), lambda row: len(row.notice.hazards), Kind.NUMBER, 9),
        Column(t("hazards.state"), lambda row: t.of(row.state), width=14),
        Column(t("hazards.deadline"), lambda row: row.deadline_on, Kind.DATE, 12),
        Column(t("notices.issued"), lambda row: row.issued_at, Kind.MOMENT),
        Column(t("inspections.author"), lambda row: row.notice.lead_inspector_name, width=12),
        Column(t("excel.received"), lambda row: row.notice.received_at, Kind.MOMENT),
        Column(t("excel.received_by"), lambda row: row.notice.received_by, width=14),
        Column(t("excel.recheck_on"), lambda row: row.notice.planned_recheck_on, Kind.DATE, 12),
    )


def register_sheet(who: Reader, lines: Iterable[Line], named: Mapping[str, str]) -> Sheet[Line]:
    """Lay out a year's register of numbers."""
    t = who.wording
    found: tuple[Column[Line], ...] = (
        Column(t("excel.number"), lambda line: line.serial, Kind.NUMBER, 8),
        Column(t("notices.no"), lambda line: line.no, width=26),
        Column(t("excel.use"), lambda line: t(f"number_use.{line.use.value}"), width=24),
        Column(t("hazards.unit"), lambda line: named.get(line.notice.unit, "") if line.notice else "", width=24),
        Column(t("hazards.state"), lambda line: t.of(line.notice.state) if line.notice else "", width=14),
        Column(t("notices.issued"), lambda line: line.notice.issued_at if line.notice else None, Kind.MOMENT),
        Column(t("excel.tablet"), lambda line: line.device_name, width=16),
    )
    return Sheet(t("notices.register"), found, lines)
