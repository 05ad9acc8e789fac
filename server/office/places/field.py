"""What the value of a field may be, whether somebody typed it or an Excel cell holds it; one rule for both."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Final

Value = str | float | int | bool | date | tuple[str, ...] | None
Cell = str | float | int | bool | date | datetime | None | tuple[str, ...]
"""What was typed, or what a cell of a sheet holds; several choices of a form come as a tuple."""
_EXCEL_EPOCH = date(1899, 12, 30)
_BETWEEN: Final = re.compile(r"[、,，;；/\n]+")
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_YES: Final = frozenset({"是", "有", "yes", "y", "true", "1", "√", "✓", "on"})
_NO: Final = frozenset({"否", "无", "no", "n", "false", "0", "×", "-"})


class Form(Enum):
    """How a field is filled in."""

    LINE = auto()
    AREA = auto()
    NUMBER = auto()
    WHOLE = auto()
    YES = auto()
    DAY = auto()
    CHOICE = auto()
    SEVERAL = auto()
    NAMES = auto()
    REFERENCE = auto()


class MistakeError(Exception):
    """A value will not do; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record.

    ``choices`` are values whose words stand in the catalogue under ``words``; ``refers`` is the kind that a reference
    names. ``low`` and ``high`` bound numbers, ``longest`` texts. ``is_data``: the value lies in the record's own data.
    """

    name: str
    form: Form = Form.LINE
    is_must: bool = False
    choices: tuple[str, ...] = ()
    words: str = ""
    refers: str = ""
    low: float | None = None
    high: float | None = None
    longest: int = 200
    is_data: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a value is looked up in: the words of choices in both languages, and the records that a reference may name.

    ``records`` holds, by kind, ids by every normal name, code and number; an ambiguous name has several.
    """

    words: Callable[[str], Sequence[str]]
    records: Mapping[str, Mapping[str, frozenset[str]]]


def plain(text: str) -> str:
    """Return a word as it is compared: one width, one case, no outer blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_value(field: Field, cell: Cell, known: Known) -> Value:
    """Read a value.

    Raises:
        MistakeError: it is missing, too long, no such choice or out of its bounds.
    """
    found = _READERS[field.form](field, cell, known)
    if field.is_must and found in (None, "", ()):
        raise MistakeError("form.missing")
    return found


def as_text(cell: Cell) -> str:
    """Return what a cell says as text; a whole number has no decimals, a yes or no is 是 or 否."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, tuple):
        return "、".join(cell)
    return str(cell).replace("\x00", "").strip()


def _line(field: Field, cell: Cell, _known: Known) -> str:
    found = " ".join(as_text(cell).split())
    if len(found) > field.longest:
        raise MistakeError("form.too_long")
    return found


def _area(field: Field, cell: Cell, _known: Known) -> str:
    found = as_text(cell).replace("\r\n", "\n").strip()
    if len(found) > max(field.longest, 1000):
        raise MistakeError("form.too_long")
    return found


def _number(field: Field, cell: Cell, _known: Known) -> float | None:
    text = unicodedata.normalize("NFKC", as_text(cell)).replace(",", "")
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        raise MistakeError("field_wrong.number") from None
    if isinstance(cell, bool) or not math.isfinite(found):
        raise MistakeError("field_wrong.number")
    if (field.low is not None and found < field.low) or (field.high is not None and found > field.high):
        raise MistakeError("field_wrong.bounds")
    return found


def _whole(field: Field, cell: Cell, known: Known) -> int | None:
    found = _number(field, cell, known)
    if found is not None and not found.is_integer():
        raise MistakeError("field_wrong.whole")
    return None if found is None else int(found)


def _yes(_field: Field, cell: Cell, _known: Known) -> bool:
    if isinstance(cell, bool):
        return cell
    text = plain(as_text(cell))
    if text in _YES:
        return True
    if not text or text in _NO:
        return False
    raise MistakeError("field_wrong.yes")


def _day(_field: Field, cell: Cell, _known: Known) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):  # a day that the cell's look does not show as one
        if not 20_000 <= cell <= 80_000:
            raise MistakeError("form.not_a_day")
        return _EXCEL_EPOCH + timedelta(days=int(cell))
    text = unicodedata.normalize("NFKC", as_text(cell))
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise MistakeError("form.not_a_day")
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        raise MistakeError("form.not_a_day") from None


def _choice(field: Field, cell: Cell, known: Known) -> str:
    text = as_text(cell)
    return _chosen(field, text, known) if text else ""


def _several(field: Field, cell: Cell, known: Known) -> tuple[str, ...]:
    parts = cell if isinstance(cell, tuple) else _BETWEEN.split(as_text(cell))
    found = {_chosen(field, part.strip(), known) for part in parts if part.strip()}
    return tuple(value for value in field.choices if value in found)


def _chosen(field: Field, text: str, known: Known) -> str:
    wanted = plain(text)
    for value in field.choices:
        if wanted == value or wanted in {plain(word) for word in known.words(f"{field.words}.{value}")}:
            return value
    raise MistakeError("form.not_a_choice")


def _names(field: Field, cell: Cell, _known: Known) -> tuple[str, ...]:
    parts = cell if isinstance(cell, tuple) else _BETWEEN.split(as_text(cell))
    found = tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
    if any(len(one) > field.longest for one in found) or len(found) > 50:
        raise MistakeError("form.too_long")
    return found


def _reference(field: Field, cell: Cell, known: Known) -> str | None:
    text = as_text(cell)
    if not text:
        return None
    found = known.records.get(field.refers, {}).get(plain(text), frozenset())
    if not found:
        raise MistakeError("field_wrong.unknown")
    if len(found) > 1:
        raise MistakeError("field_wrong.ambiguous")
    return next(iter(found))


_READERS: Final[dict[Form, Callable[[Field, Cell, Known], Value]]] = {
    Form.LINE: _line,
    Form.AREA: _area,
    Form.NUMBER: _number,
    Form.WHOLE: _whole,
    Form.YES: _yes,
    Form.DAY: _day,
    Form.CHOICE: _choice,
    Form.SEVERAL: _several,
    Form.NAMES: _names,
    Form.REFERENCE: _reference,
}
