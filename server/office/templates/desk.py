"""What the pages of a draft share: who may, the draft as it stands with what is wrong, and saves that may come too late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import request

from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.text import Wording, catalogue
from server.store import Tx
from server.store.draft import Draft, draft_of, sheets_of_draft
from server.xlsform.outline import Node, Outline
from server.xlsform.sheets import Finding, Reading, Sheets, read_sheets

ICONS = {
    "pass_fail": "checkbox", "decimal": "scale", "integer": "list-numbers", "select_one": "circle-check",
    "select_multiple": "list-check", "text": "writing", "date": "calendar", "time": "clock", "datetime": "calendar-event",
    "image": "camera", "signature": "writing-sign", "barcode": "qrcode", "calculate": "bolt", "note": "info-circle",
    "begin_group": "folder", "begin_repeat": "repeat", "unknown": "help-circle",
}  # fmt: skip
"""The kinds of lines that the editor offers, each with its icon."""


@dataclass
class Desk:
    """A draft on the desk: its sheets, its tree and what the importer says of them."""

    draft: Draft
    sheets: Sheets

    @cached_property
    def outline(self) -> Outline:
        """The lines as a tree."""
        return Outline(self.sheets)

    @cached_property
    def reading(self) -> Reading:
        """What the importer makes of the lines."""
        return read_sheets(self.sheets)

    def ends(self) -> Mapping[str, str]:
        """Map the ends of groups to the groups, which show what is wrong with both."""
        return {node.end.id: node.entry.id for node in self.outline.nodes() if node.end}

    def of_rows(self, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
        """Sort what was found in the survey by lines; what concerns a list of choices goes to the lines that use it."""
        found: dict[str, list[Finding]] = {}
        ends = self.ends()
        for finding in findings:
            for row in self._rows_of(finding):
                found.setdefault(ends.get(row, row), []).append(finding)
        return found

    def _rows_of(self, finding: Finding) -> list[str]:
        if finding.sheet == "survey":
            return [finding.row] if finding.row else []
        if finding.sheet == "choices" and finding.row:
            name = self.sheets.choices[int(finding.row) - 1].get("list_name", "")
            return [entry.id for entry in self.sheets.survey if entry.text("type").split()[1:] == [name]]
        return []


def desk_of(tx: Tx, name: str) -> Desk:
    """Take a draft up.

    Raises:
        UnknownRecordError: there is none.
    """
    draft = draft_of(tx, name)
    return Desk(draft, sheets_of_draft(tx, draft))


def author() -> Reader:
    """Return who writes checklists.

    Raises:
        ForbiddenError: the reader may not.
    """
    who = reader()
    who.must(Permission.PUBLISH_TEMPLATES)
    return who


def asked_rev() -> int:
    """Return the revision that the submitted page showed; 0 fits none."""
    typed = request.form.get("rev", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def kind_of(cells: Mapping[str, str]) -> str:
    """Name a line's kind as the editor offers it."""
    words = cells.get("type", "").split()
    word = words[0].lower() if words else ""
    if words[1:] == ["pass_fail"]:
        return "pass_fail"
    if word == "image" and "signature" in cells.get("appearance", "").split():
        return "signature"
    return word if word in ICONS else "unknown"


def field_word(words: Wording, key: str) -> str:
    """Name a column; one that nobody knows by its own header."""
    text = f"draft.field_{key.replace('.', '_')}"
    return words(text) if text in catalogue() else key


def limits_of(node: Node) -> str:
    """Write the limits of a reading on one line."""
    low, high = node.entry.text("low"), node.entry.text("high")
    span = f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}" if high else ""
    return f"{span} {node.entry.text('unit')}".strip() if span else node.entry.text("unit")
