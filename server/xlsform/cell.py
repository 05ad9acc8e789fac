"""Read one line's cells into numbers, words, enums and texts; what does not fit becomes a problem."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from server.xlsform.column import Sheet
from server.xlsform.problem import Findings
from server.xlsform.table import Row
from shared.model.place import Text
from shared.model.template import Certainty

E = TypeVar("E", bound=Enum)
YES = frozenset({"yes", "true", "true()", "是"})
NO = frozenset({"no", "false", "false()", "否"})
_CERTAINTIES = {
    "✔": Certainty.READ,
    "≈": Certainty.SECONDARY,
    "[mem]": Certainty.MEMORY,
    "[rec]": Certainty.RECOMMENDED,
}
_MANUAL_CLAUSE = re.compile(r"S\d+(\.\d+)+\w*")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of a sheet, read with complaints."""

    sheet: Sheet
    row: Row
    findings: Findings

    def refuse(self, key: str, expected: Text, found: object = None) -> None:
        """Note that the cell of ``key`` is wrong."""
        self.findings.refuse(
            self.sheet.file, self.row.line, self.header(key), self.text(key) if found is None else found, expected
        )

    def warn(self, key: str, expected: Text, found: object = None) -> None:
        """Note something about the cell of ``key`` that does not refuse the form."""
        self.findings.warn(
            self.sheet.file, self.row.line, self.header(key), self.text(key) if found is None else found, expected
        )

    def header(self, key: str) -> str:
        """Return the column's name as the author wrote it."""
        return self.sheet.headers.get(key, key.replace(".", "::"))

    def text(self, key: str) -> str:
        """Return the cell's text, empty if there is none."""
        return self.row.cells.get(key, "")

    def unknown(self) -> dict[str, str]:
        """Return the cells of columns that the importer does not know."""
        return self.sheet.unknown(self.row)

    def spoken(self, key: str, *, is_required: bool = False) -> Text:
        """Read a text in both languages; Chinese may be required, missing English is a warning."""
        text = Text(self.text(f"{key}.zh"), self.text(f"{key}.en"))
        if not text.zh and (is_required or text.en):
            self.refuse(f"{key}.zh", Text("中文文字", "a text in Chinese"))
        if text.zh and not text.en:
            self.warn(f"{key}.en", Text("英文文字；现显示中文", "a text in English; Chinese will be shown"), "")
        return text

    def number(self, key: str) -> float | None:
        """Read a decimal number."""
        text = self.text(key)
        if not text:
            return None
        if _NUMBER.fullmatch(text) and math.isfinite(float(text)) and abs(float(text)) < 1 << 53:
            return float(text)
        self.refuse(key, Text("数字，如 0.7", "a number such as 0.7"))
        return None

    def whole(self, key: str, low: int, *, is_required: bool = False) -> int:
        """Read a whole number of at least ``low``; 0 if there is none."""
        text = self.text(key)
        if not text and not is_required:
            return 0
        if text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= low:
            return int(text)
        self.refuse(key, Text(f"不小于 {low} 的整数", f"a whole number of at least {low}"))
        return low

    def yes(self, key: str) -> bool:
        """Read yes or no; empty is no."""
        text = self.text(key).lower()
        if text and text not in YES and text not in NO:
            self.refuse(key, Text("yes 或 no", "yes or no"))
        return text in YES

    def one(self, key: str, enum: type[E], aliases: Mapping[str, E] | None = None) -> E | None:
        """Read one name of ``enum``; None if the cell is empty."""
        text = self.text(key)
        return self._member(key, text, enum, aliases or {}) if text else None

    def many(self, key: str, enum: type[E]) -> tuple[E, ...]:
        """Read space-separated names of ``enum``, without repetition."""
        found = (self._member(key, word, enum, {}) for word in self.words(key))
        return tuple(member for member in found if member is not None)

    def words(self, key: str) -> tuple[str, ...]:
        """Read space-separated words, without repetition."""
        return tuple(dict.fromkeys(word for word in re.split(r"[\s,，、;；]+", self.text(key)) if word))

    def certainty(self, key: str) -> Certainty | None:
        """Read how sure a source is, by name or by the mark of the domain files."""
        if _MANUAL_CLAUSE.fullmatch(self.text(key)):
            return Certainty.MANUAL
        return self.one(key, Certainty, _CERTAINTIES)

    def _member(self, key: str, text: str, enum: type[E], aliases: Mapping[str, E]) -> E | None:
        for member in enum:
            if member.value == text.lower():
                return member
        if text in aliases:
            return aliases[text]
        names = " ".join(str(member.value) for member in enum)
        self.refuse(key, Text(f"以下之一：{names}", f"one of: {names}"), text)
        return None
