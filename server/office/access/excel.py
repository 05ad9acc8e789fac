"""The access log of the machine rooms as an Excel file."""

from __future__ import annotations

from collections.abc import Mapping

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.names import names
from server.office.reader import Reader
from server.store import Tx
from server.store.access import AccessFilter, AccessRow, accesses


def access_sheet(tx: Tx, who: Reader, wanted: AccessFilter) -> Sheet[AccessRow]:
    """Lay out the entries that match, the latest first."""
    rows = pages_of(lambda page: accesses(tx, who.viewer, wanted, page), "-entered_at")
    return Sheet(who.wording("menu.access"), columns(who, names(tx, who)), rows)


def columns(who: Reader, named: Mapping[str, str]) -> tuple[Column[AccessRow], ...]:
    """Describe the columns; ``named`` are the names of places by id."""
    t = who.wording
    return (
        Column(t("access.entered"), lambda row: row.entered_at, Kind.MOMENT),
        Column(t("access.left"), lambda row: row.left_at, Kind.MOMENT),
        Column(t("access.room"), lambda row: named.get(row.access.point, row.point_name), width=24),
        Column(t("access.who"), lambda row: row.access.name, width=12),
        Column(t("excel.category"), lambda row: t.of(row.access.category), width=12),
        Column(t("excel.org"), lambda row: row.access.org, width=18),
        Column(t("excel.cert"), lambda row: row.access.cert_no, width=20),
        Column(t("excel.phone"), lambda row: row.access.phone, width=14),
        Column(t("access.purpose"), lambda row: row.access.purpose, width=24),
        Column(t("access.approved"), lambda row: row.access.approved_by, width=12),
        Column(t("excel.escort"), lambda row: row.access.escort, width=12),
        Column(t("access.key"), lambda row: row.access.key_no, width=10),
        Column(t("excel.key_back"), lambda row: _key_back(who, row), width=10),
        Column(t("excel.things_in"), lambda row: row.access.items, width=18),
        Column(t("excel.things_out"), lambda row: row.access.leaving.items if row.access.leaving else "", width=18),
        Column(t("excel.left_as"), lambda row: row.access.leaving.state if row.access.leaving else "", width=24),
        Column(t("access.refused"), lambda row: row.access.refusal, width=18),
    )


def _key_back(who: Reader, row: AccessRow) -> str:
    if not row.access.key_no or row.access.leaving is None:
        return ""
    return who.wording("excel.yes" if row.access.leaving.is_key_back else "excel.no")
