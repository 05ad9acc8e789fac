"""Which columns the importer knows, under which spellings, and what becomes of the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.xlsform.problem import Findings
from server.xlsform.table import Row, Table
from shared.model.place import Text

_LANGUAGES = {
    "zh": "zh", "zh-cn": "zh", "zh_cn": "zh", "zh-hans": "zh", "chinese": "zh", "中文": "zh", "简体中文": "zh", "汉语": "zh",
    "en": "en", "en-gb": "en", "en-us": "en", "english": "en", "英文": "en", "英语": "en",
}  # fmt: skip
HEADERS = {"zh": "中文 (zh)", "en": "English (en)"}
"""How columns per language are written on export."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one kind of sheet: plain ones, ones per language (key ``label.zh``), and other spellings."""

    plain: tuple[str, ...]
    spoken: tuple[str, ...]
    aliases: dict[str, str]

    def key(self, header: str) -> str | None:
        """Return the column's key, such as ``low`` or ``label.zh``, or None if it is not known."""
        base, _, language = header.partition("::") if "::" in header else header.partition(":")
        base = re.sub(r"[\s_]+", "_", base.strip().lower())
        base = self.aliases.get(base, base)
        if base in self.spoken:
            code = _language(language)
            return f"{base}.{code}" if code else None
        return base if base in self.plain and not language else None

    def header(self, key: str) -> str:
        """Return how the column of ``key`` is written on export."""
        base, _, language = key.partition(".")
        return f"{base}::{HEADERS[language]}" if language else base

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of an exported file."""
        spoken = {base: (f"{base}.zh", f"{base}.en") for base in self.spoken}
        return tuple(key for base in self.plain for key in spoken.get(base, (base,)))


SURVEY = Columns(
    plain=(
        "type", "name", "code", "part_of", "label", "hint", "required", "relevant", "constraint", "constraint_message",
        "calculation", "default", "appearance", "unit", "low", "high", "warn_low", "warn_high", "low_from", "high_from",
        "limit_source", "limit_certainty", "fail_needs", "category", "grade", "act", "every_days", "repeat_over", "clause",
        "certainty",
    ),
    spoken=("label", "hint", "constraint_message"),
    aliases={"calculate": "calculation", "relevance": "relevant", "constraint_msg": "constraint_message"},
)  # fmt: skip
CHOICES = Columns(
    plain=("list_name", "name", "label"), spoken=("label",), aliases={"list": "list_name", "value": "name"}
)
SETTINGS = Columns(
    plain=(
        "form_id", "version", "title", "inspection_type", "point_kinds", "performers", "signers", "source", "certainty",
        "requires", "is_about_unit", "per_asset",
    ),
    spoken=("title",),
    aliases={"id": "form_id", "form_title": "title"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns have been recognised. ``headers`` keeps each key's spelling for problems."""

    file: str
    rows: tuple[Row, ...]
    headers: dict[str, str]
    known: frozenset[str]

    def unknown(self, row: Row) -> dict[str, str]:
        """Return the cells of columns that the importer does not know."""
        return {column: cell for column, cell in row.cells.items() if column not in self.known}


def recognise(table: Table, columns: Columns, findings: Findings) -> Sheet:
    """Name the table's columns by key; an unknown one keeps its own name and gets a warning."""
    keys: dict[str, str] = {}
    headers: dict[str, str] = {}
    for header in table.columns:
        key = columns.key(header)
        if key is None:
            expected = Text("已知的列；此列原样保留", "a known column; this one is kept as it is")
            findings.warn(table.file, table.header_line, header, header, expected)
        elif key in headers:
            expected = Text(f"与“{headers[key]}”不重复的列", f"a column that does not say the same as “{headers[key]}”")
            findings.refuse(table.file, table.header_line, header, header, expected)
        else:
            headers[key] = header
        keys[header] = key or header
    rows = tuple(Row(row.line, {keys[column]: cell for column, cell in row.cells.items()}) for row in table.rows)
    return Sheet(table.file, rows, headers, frozenset(columns.keys))


def _language(text: str) -> str | None:
    """Read a language as authors write it: ``中文 (zh)``, ``English``, ``en``; nothing means Chinese."""
    inner = re.search(r"\(\s*([A-Za-z_-]+)\s*\)\s*$", text)
    word = (inner.group(1) if inner else text).strip().lower()
    return _LANGUAGES.get(word) if word else "zh"
