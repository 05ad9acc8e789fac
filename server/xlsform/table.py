"""Read CSV bytes and workbook bytes into tables of text cells that know their line numbers."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from server.xlsform.problem import Findings
from shared.model.place import Text

_MOST_BYTES = 8 << 20
_MOST_UNPACKED_BYTES = 64 << 20
_MOST_ROWS = 5_000
_MOST_COLUMNS = 200
_DAMAGED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl and the modules below it raise about a damaged workbook."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number in the file and its non-empty cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the lines below it. ``file`` names it in problems, such as ``lmr-d.csv`` or ``lmr-d.xlsx[survey]``."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    header_line: int = 1


def read_csv_table(file: str, data: bytes, findings: Findings) -> Table:
    """Read one UTF-8 CSV file; faults go to ``findings`` and leave an empty table."""
    empty = Table(file, (), ())
    if len(data) > _MOST_BYTES:
        findings.refuse(file, 0, "", f"{len(data)} bytes", Text("不超过 8 MB 的文件", "a file of at most 8 MB"))
        return empty
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        expected = Text("UTF-8 编码（在 Excel 中另存为“CSV UTF-8”）", "UTF-8 text (in Excel: save as “CSV UTF-8”)")
        findings.refuse(file, line, "", repr(data[error.start : error.start + 1]), expected)
        return empty
    return _table(file, _csv_lines(file, text, findings), findings)


def read_workbook(file: str, data: bytes, findings: Findings) -> dict[str, Table]:
    """Read the sheets of an .xlsx workbook by name; faults go to ``findings``."""
    import openpyxl  # slow to import and only needed for workbooks
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED_BYTES:
                raise ValueError("unpacked size")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = {}
        for sheet in book.worksheets:
            if sheet.title in ("survey", "choices", "settings"):
                sheet.reset_dimensions()
                sheets[sheet.title] = list(islice(sheet.iter_rows(values_only=True), _MOST_ROWS + 2))
        book.close()
    except (*_DAMAGED, InvalidFileException) as error:
        findings.refuse(file, 0, "", type(error).__name__, Text("有效的 .xlsx 工作簿", "a sound .xlsx workbook"))
        return {}
    return {title: _table(f"{file}[{title}]", _sheet_lines(lines), findings) for title, lines in sheets.items()}


def _csv_lines(file: str, text: str, findings: Findings) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        findings.refuse(file, line, "", error, Text("正确的 CSV（检查引号）", "well-formed CSV (look at the quotes)"))


def _sheet_lines(lines: Iterable[tuple[object, ...]]) -> Iterator[tuple[int, list[str]]]:
    for line, cells in enumerate(lines, start=1):
        yield line, [_cell_text(cell) for cell in cells]


def _cell_text(cell: object) -> str:
    """Write a workbook's cell as an author would have typed it into CSV."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    return str(cell)


def _table(file: str, lines: Iterator[tuple[int, list[str]]], findings: Findings) -> Table:
    header: list[str] = []
    header_line = 1
    rows: list[Row] = []
    for line, raw in lines:
        cells = [cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in raw]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if not header:
            header, header_line = _header(file, line, cells, findings), line
        elif len(rows) >= _MOST_ROWS:
            findings.refuse(file, line, "", "…", Text(f"最多 {_MOST_ROWS} 行", f"at most {_MOST_ROWS} lines"))
            break
        else:
            rows.append(_row(file, line, header, cells, findings))
    if not header:
        findings.refuse(file, 0, "", "", Text("一行表头", "a header line"))
    return Table(file, tuple(column for column in header if column), tuple(rows), header_line)


def _header(file: str, line: int, cells: list[str], findings: Findings) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > _MOST_COLUMNS:
        expected = Text(f"最多 {_MOST_COLUMNS} 列", f"at most {_MOST_COLUMNS} columns")
        findings.refuse(file, line, "", len(cells), expected)
    for index, column in enumerate(cells):
        if column and column in cells[:index]:
            findings.refuse(file, line, column, column, Text("每列只出现一次", "each column once"))
    return cells[:_MOST_COLUMNS]


def _row(file: str, line: int, header: list[str], cells: list[str], findings: Findings) -> Row:
    for index, cell in enumerate(cells):
        if cell and (index >= len(header) or not header[index]):
            expected = Text("单元格上方有列名（是否多了逗号？）", "a column name above each cell (a comma too many?)")
            findings.refuse(file, line, "", cell, expected)
        elif any((letter < " " and letter not in "\n\r\t") or letter == "\x7f" for letter in cell):
            findings.refuse(file, line, header[index], ascii(cell), Text("不含控制字符", "no control characters"))
        elif any("\ud800" <= letter <= "\udfff" for letter in cell):
            findings.refuse(file, line, header[index], ascii(cell), Text("有效的文字", "valid characters"))
    return Row(line, {column: cell for column, cell in zip(header, cells, strict=False) if column and cell})
