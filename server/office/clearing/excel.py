"""A day's sheet as an Excel file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from server.office.clearing.lines import Shown
from server.office.excel import Column, Kind
from server.office.reader import Reader
from shared.clearing import Disposition


def columns(who: Reader, day: date) -> tuple[Column[Shown], ...]:
    """Describe the columns of the sheet of ``day``."""
    t = who.wording

    def yes(is_so: bool) -> str:
        return t("excel.yes") if is_so else ""

    return (
        Column(t("clearing.kind"), lambda row: t.of(row.line.kind), width=12),
        Column(t("clearing.what"), lambda row: row.title, width=44),
        Column(t("clearing.age"), lambda row: row.line.age(day), Kind.NUMBER, 8),
        Column(t("clearing.carried"), lambda row: yes(row.line.is_carried), width=10),
        Column(t("clearing.late"), lambda row: yes(row.line.is_late), width=8),
        Column(t("clearing.closed"), lambda row: yes(row.line.is_closed), width=8),
        Column(t("clearing.reason"), _said(lambda said: t.of(said.reason)), width=14),
        Column(t("clearing.progress"), _said(lambda said: said.progress), width=32),
        Column(t("clearing.next_step"), _said(lambda said: said.next_step), width=32),
        Column(t("clearing.responsible"), _said(lambda said: said.responsible_name), width=12),
        Column(t("clearing.promised"), _said(lambda said: said.promised_on), Kind.DATE, 12),
    )


def _said(value: Callable[[Disposition], object]) -> Callable[[Shown], object]:
    """Read a value of what was said about a line, nothing if nothing was."""
    return lambda row: value(row.line.disposition) if row.line.disposition else None
