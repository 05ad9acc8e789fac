"""The list of orders as an Excel file."""

from __future__ import annotations

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.reader import Reader
from server.store import Tx
from server.store.order import OrderFilter, orders
from shared.hazard.order import ExternalOrder


def order_sheet(tx: Tx, who: Reader, wanted: OrderFilter, sort: str) -> Sheet[ExternalOrder]:
    """Lay out the orders that match."""
    t = who.wording
    columns: tuple[Column[ExternalOrder], ...] = (
        Column(t("orders.no"), lambda row: (f"/orders/{row.id}", row.no), Kind.LINK, 28),
        Column(t("orders.authority"), lambda row: row.authority, width=28),
        Column(t("orders.kind"), lambda row: t.of(row.kind), width=24),
        Column(t("orders.state"), lambda row: t.of(row.state), width=12),
        Column(t("orders.issued_on"), lambda row: row.issued_on, Kind.DATE, 12),
        Column(t("orders.received_on"), lambda row: row.received_on, Kind.DATE, 12),
        Column(t("orders.deadline"), lambda row: row.deadline_on, Kind.DATE, 12),
        Column(t("orders.content"), lambda row: row.content, width=44),
        Column(t("orders.hazards"), lambda row: len(row.hazards), Kind.NUMBER, 10),
        Column(t("orders.reply_no"), lambda row: row.reply_no, width=24),
        Column(t("orders.replied_on"), lambda row: row.replied_on, Kind.DATE, 12),
        Column(t("orders.outcome"), lambda row: row.outcome, width=30),
        Column(t("orders.closed_on"), lambda row: row.closed_on, Kind.DATE, 12),
    )
    return Sheet(t("orders.title"), columns, pages_of(lambda page: orders(tx, who.viewer, wanted, page), sort))
