"""The list of tablets as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable

from server.office.excel import Column, Kind, Sheet
from server.office.reader import Reader
from server.office.tablets.risk import Watched


def tablet_sheet(who: Reader, rows: Iterable[Watched]) -> Sheet[Watched]:
    """Lay out tablets in the order of the page."""
    t = who.wording
    mib = 1 << 20
    found: tuple[Column[Watched], ...] = (
        Column(t("tablets.name"), lambda one: (f"/tablets/{one.row.id}", one.row.name), Kind.LINK, 20),
        Column(t("inspections.author"), lambda one: one.row.person_name, width=12),
        Column(t("tablets.state"), lambda one: "、".join(t(f"tablets.risk_{risk}") for risk in one.risks), width=30),
        Column(t("excel.ops"), lambda one: one.row.health.pending_ops, Kind.NUMBER, 10),
        Column(t("excel.photos_waiting"), lambda one: one.row.health.pending_photos, Kind.NUMBER, 10),
        Column(t("tablets.oldest"), lambda one: one.row.health.oldest_pending_at, Kind.MOMENT),
        Column(t("tablets.seen"), lambda one: one.row.seen_at, Kind.MOMENT),
        Column(t("excel.battery"), lambda one: one.row.health.battery_percent, Kind.NUMBER, 9),
        Column(
            t("excel.space"),
            lambda one: None if one.row.health.free_bytes is None else one.row.health.free_bytes // mib,
            Kind.NUMBER,
            14,
        ),
        Column(t("tablets.app"), lambda one: one.row.app, width=10),
    )
    return Sheet(t("menu.tablets"), found, rows)
