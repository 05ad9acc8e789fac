"""Reads the rows of an Excel file by their column heads, and writes the file that people fill in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

from server.office.places.field import Cell, Field, Form, plain
from server.office.places.kinds import RecordKind
from server.office.text import catalogue

MOST_BYTES: Final = 5 << 20
MOST_ROWS: Final = 2_000
_MOST_UNPACKED: Final = 200 << 20
_MOST_COLUMNS: Final = 100
_HEAD_WITHIN: Final = 10
HINT: Final = "※"
"""Begins a row of hints, which is no record."""
FORMULA: Final = "intake.formula"
BROKEN: Final = "intake.broken_cell"
Row = Mapping[str, Cell]


class BookError(Exception):
    """A file cannot be read as a list of records; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of a file: number in the sheet, and cells by field; what is wrong with a cell itself, by row and field.

    ``ignored`` are heads of columns that name no field.
    """

    rows: tuple[tuple[int, Row], ...]
    faults: Mapping[tuple[int, str], str]
    fields: tuple[str, ...]
    ignored: tuple[str, ...] = ()


def read_book(data: bytes, kind: RecordKind) -> Book:
    """Read the first sheet of an Excel file.

    Raises:
        BookError: it is no Excel file, too large, or has no head with fields of this kind.
    """
    _check_size(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        lines = [
            (number, [(cell.value, cell.data_type) for cell in line[:_MOST_COLUMNS]])
            for number, line in enumerate(sheet.iter_rows(max_row=MOST_ROWS + _HEAD_WITHIN + 2), 1)
        ]
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError, OSError, TypeError) as error:
        raise BookError("intake.not_excel") from error
    return _read(lines, kind)


def heads_of(kind: RecordKind) -> dict[str, str]:
    """Return the field of each head that is understood: its words in both languages and its own name."""
    found: dict[str, str] = {}
    for field in kind.fields:
        for word in (*words_of(kind, field), field.name):
            found.setdefault(plain(word), field.name)
    return found


def words_of(kind: RecordKind, field: Field) -> Sequence[str]:
    """Return what a field is called in both languages."""
    known = catalogue()
    return known.get(f"field.{kind.name}_{field.name}") or known[f"field.{field.name}"]


def empty_book(kind: RecordKind, options: Mapping[str, Sequence[str]], rows: Sequence[Row] = ()) -> bytes:
    """Write the file to fill in: heads in both languages, a row of hints, lists to choose from; ``rows`` are there already.

    ``options`` are the names that a reference may have, by kind.
    """
    out = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, settings) as book:
        sheet, lists = book.add_worksheet(catalogue()[f"places.{kind.name}"][0]), book.add_worksheet("可选值 Choices")
        head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "valign": "top"})
        must = book.add_format({"bold": True, "bg_color": "#FFF1D6", "bottom": 1, "text_wrap": True, "valign": "top"})
        soft = book.add_format({"italic": True, "font_color": "#46566A", "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        text = book.add_format({"num_format": "@"})
        for at, field in enumerate(kind.fields):
            zh, en = words_of(kind, field)[:2]
            sheet.write_string(0, at, f"{zh}\n{en}{' *' if field.is_must else ''}", must if field.is_must else head)
            sheet.write_string(1, at, _hint(kind, field, is_first=at == 0), soft)
            is_day, is_number = field.form is Form.DAY, field.form in (Form.NUMBER, Form.WHOLE)
            sheet.set_column(at, at, 20, day if is_day else None if is_number else text)
            _offer(sheet, lists, at, field, options)
        for number, row in enumerate(rows, 2):
            for at, field in enumerate(kind.fields):
                _write(sheet, number, at, row.get(field.name), day)
        sheet.set_row(0, 34)
        sheet.set_row(1, 62)
        sheet.freeze_panes(2, 1)
    return out.getvalue()


def _check_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise BookError("intake.too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise BookError("intake.too_large")
    except zipfile.BadZipFile as error:
        raise BookError("intake.not_excel") from error


def _read(lines: Sequence[tuple[int, Sequence[tuple[Any, str]]]], kind: RecordKind) -> Book:
    known = heads_of(kind)
    top = max(lines[:_HEAD_WITHIN], key=lambda line: sum(_head(cell, known) != "" for cell in line[1]), default=None)
    columns = [_head(cell, known) for cell in top[1]] if top else []
    if top is None or len({name for name in columns if name}) < 2:
        raise BookError("intake.no_head")
    named = [name for name in columns if name]
    if len(named) != len(set(named)):
        raise BookError("intake.head_twice")
    rows: list[tuple[int, Row]] = []
    faults: dict[tuple[int, str], str] = {}
    for number, line in lines:
        if number <= top[0] or _is_no_record(line):
            continue
        cells: dict[str, Cell] = {}
        for name, (value, kind_of_cell) in zip(columns, line, strict=False):
            if not name:
                continue
            if kind_of_cell in {"f", "e"}:
                faults[number, name] = FORMULA if kind_of_cell == "f" else BROKEN
            cells[name] = _cell(value)
        rows.append((number, {name: cells.get(name) for name in named}))
    if len(rows) > MOST_ROWS:
        raise BookError("intake.too_many")
    ignored = tuple(str(cell[0]) for cell, name in zip(top[1], columns, strict=True) if cell[0] and not name)
    return Book(tuple(rows), faults, tuple(named), ignored)


def _head(cell: tuple[Any, str], known: Mapping[str, str]) -> str:
    """Return the field that a head names, in either language, on one line or on two; empty if none."""
    text = str(cell[0] or "").replace("*", " ")
    for part in (text, *text.splitlines()):
        found = known.get(plain(part))
        if found:
            return found
    return ""


def _is_no_record(line: Sequence[tuple[Any, str]]) -> bool:
    filled = [value for value, _ in line if value is not None and str(value).strip()]
    return not filled or str(filled[0]).startswith(HINT)


def _cell(value: Any) -> Cell:
    if isinstance(value, str | float | int | bool | datetime | date) or value is None:
        return value
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def _hint(kind: RecordKind, field: Field, *, is_first: bool) -> str:
    known = catalogue()
    said = known.get(f"field_help.{kind.name}_{field.name}") or known.get(f"field_help.{field.name}")
    shapes = known[f"intake.shape_{field.form.name.lower()}"]
    lines = [*(said or shapes)[:2]]
    return (HINT if is_first else "") + "\n".join(line for line in lines if line)


def _offer(sheet: Any, lists: Any, at: int, field: Field, options: Mapping[str, Sequence[str]]) -> None:
    """Put what can be chosen on the second sheet and let the column's cells choose from it."""
    if field.form is Form.YES:
        sheet.data_validation(2, at, MOST_ROWS + 1, at, {"validate": "list", "source": ["是", "否"]})
        return
    words = [(catalogue().get(f"{field.words}.{value}") or (value,))[0] for value in field.choices]
    chosen = words or list(options.get(field.refers, ()))
    for number, word in enumerate(chosen):
        lists.write_string(number, at, word)
    if chosen and field.form is not Form.SEVERAL:
        column = xlsxwriter.utility.xl_col_to_name(at)
        source = f"='可选值 Choices'!${column}$1:${column}${len(chosen)}"
        sheet.data_validation(2, at, MOST_ROWS + 1, at, {"validate": "list", "source": source, "error_type": "warning"})


def _write(sheet: Any, row: int, at: int, value: Cell, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, at, datetime.combine(value, time()), day)
    elif isinstance(value, bool):
        sheet.write_string(row, at, "是" if value else "否")
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value)
    elif value:
        sheet.write_string(row, at, "、".join(value) if isinstance(value, tuple) else str(value))
