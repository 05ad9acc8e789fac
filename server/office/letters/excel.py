"""The list of dead letters as an Excel file."""

from __future__ import annotations

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.letters.sheet import excerpt, reason_key
from server.office.reader import Reader
from server.office.text import catalogue
from server.store import Tx
from server.store.letter import Letter, LetterFilter, letters


def letter_sheet(tx: Tx, who: Reader, wanted: LetterFilter) -> Sheet[Letter]:
    """Lay out the letters that match, newest first."""
    t = who.wording
    found: tuple[Column[Letter], ...] = (
        Column(t("letters.what"), lambda one: (f"/letters/{one.key}", _kind(who, one.kind)), Kind.LINK, 22),
        Column(t("excel.about"), excerpt, width=36),
        Column(t("letters.tablet"), lambda one: one.device_name, width=16),
        Column(t("inspections.author"), lambda one: one.author_name, width=12),
        Column(t("letters.why"), lambda one: t(reason_key(one.problem)), width=40),
        Column(t("letters.state"), lambda one: t(f"letters.state_{one.state}"), width=14),
        Column(t("letters.happened"), lambda one: one.happened_at, Kind.MOMENT),
        Column(t("excel.arrived"), lambda one: one.received_at, Kind.MOMENT),
    )
    return Sheet(t("menu.letters"), found, pages_of(lambda page: letters(tx, who.viewer, wanted, page), ""))


def _kind(who: Reader, kind: str) -> str:
    known = f"op.{kind}"
    return who.wording(known if known in catalogue() else "op.other")
