"""A form as its author writes it: lines of texts in XLSForm's columns, finished or not, right or wrong.

What is wrong with them is decided by the importer alone: ``read_sheets`` hands it the very lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from server.xlsform.column import CHOICES, SETTINGS, SURVEY, Columns, recognise
from server.xlsform.form import FORMS_FILE, check_tables
from server.xlsform.problem import Findings, Problem
from server.xlsform.table import Row, Table, read_csv_table, read_workbook
from server.xlsform.write import Line, columns_of, csv_of, lines_of, xlsx_of
from shared.errors import TemplateError
from shared.model.place import Text
from shared.model.template import Template

_COLUMNS: Mapping[str, Columns] = {"settings": SETTINGS, "survey": SURVEY, "choices": CHOICES}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the survey. ``id`` stays when the line moves; ``cells`` holds its texts by the columns' keys."""

    id: str
    cells: dict[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a cell's text, empty if there is none."""
        return self.cells.get(key, "")

    @property
    def type(self) -> str:
        """The first word of the line's type, such as ``select_one`` or ``begin_group``."""
        return (self.text("type").split() or [""])[0]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The three sheets of one form. Keys are the importer's, such as ``label.zh``; other columns keep their headers."""

    settings: dict[str, str] = field(default_factory=dict)
    survey: tuple[Entry, ...] = ()
    choices: tuple[dict[str, str], ...] = ()

    @property
    def title(self) -> Text:
        """The form's name."""
        return Text(self.settings.get("title.zh", ""), self.settings.get("title.en", ""))

    def entry(self, name: str) -> Entry | None:
        """Find a line of the survey by its id."""
        return next((one for one in self.survey if one.id == name), None)

    def list_lines(self, name: str) -> list[dict[str, str]]:
        """Return the lines of one list of choices."""
        return [line for line in self.choices if line.get("list_name") == name]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the importer says of one cell. ``sheet`` is settings, survey or choices; ``row`` the line's id or number.

    ``key`` is the column, empty for the whole line; ``row`` is empty for the whole sheet.
    """

    sheet: str
    row: str
    key: str
    found: str
    expected: Text
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the sheets: the form as far as it could be read, what refuses it, and what its author should know."""

    template: Template
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def sheets_of(template: Template) -> Sheets:
    """Write a template as lines; reading them gives an equal template."""
    settings, survey, choices = lines_of(template)
    entries = (Entry(f"r{number}", _filled(line)) for number, line in enumerate(survey, 1))
    return Sheets(_filled(settings), tuple(entries), tuple(map(_filled, choices)))


def read_sheets(sheets: Sheets) -> Reading:
    """Let the importer read the lines; problems name them by id."""
    survey = _table("survey", [entry.cells for entry in sheets.survey])
    choices = _table("choices", sheets.choices)
    template, findings = check_tables(survey, choices, _table("settings", [sheets.settings]))
    ids = {number: entry.id for number, entry in enumerate(sheets.survey, 1)}

    def told(problems: Iterable[Problem]) -> tuple[Finding, ...]:
        return tuple(_finding(one, ids) for one in sorted(dict.fromkeys(problems), key=lambda one: one.line))

    return Reading(template, told(findings.problems), told(findings.warnings))


def load_sheets(files: Mapping[str, bytes]) -> tuple[Sheets, ...]:
    """Read files of forms into sheets, whatever is wrong with the forms: workbooks, and CSV files that ``forms.csv`` names.

    Raises:
        TemplateError: a file cannot be read at all, or holds no form.
    """
    findings = Findings()
    books = (name for name in sorted(files) if name.lower().endswith(".xlsx"))
    found = [_sheets(read_workbook(name, files[name], findings)) for name in books]
    if FORMS_FILE in files:
        found += _csv_sheets(files, findings)
    if any(problem.line == 0 for problem in findings.problems) or not found:
        findings.refuse(" ".join(sorted(files)), 0, "", "", Text("至少一个表单", "at least one form"))
        raise TemplateError(problems=[problem.facts() for problem in findings.problems])
    return tuple(found)


def write_sheets_csv(sheets: Sheets) -> dict[str, bytes]:
    """Write sheets as the files of a catalogue folder, by file name."""
    name = sheets.settings.get("form_id", "") or "form"
    files = {FORMS_FILE: csv_of(SETTINGS, [sheets.settings])}
    files[f"{name}.csv"] = csv_of(SURVEY, [entry.cells for entry in sheets.survey])
    if sheets.choices:
        files[f"{name}.choices.csv"] = csv_of(CHOICES, list(sheets.choices))
    return files


def write_sheets_xlsx(sheets: Sheets) -> bytes:
    """Write sheets as a workbook."""
    return xlsx_of(sheets.settings, [entry.cells for entry in sheets.survey], list(sheets.choices))


def tidy(text: str) -> str:
    """Take away what a cell may not hold: outer blanks, control characters, halves of letters."""
    kept = (
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if (letter >= " " or letter in "\n\t") and letter != "\x7f" and not "\ud800" <= letter <= "\udfff"
    )
    return "".join(kept).strip()


def _filled(line: Mapping[str, str]) -> Line:
    return {key: cell for key, cell in line.items() if cell}


def _table(sheet: str, lines: Iterable[Mapping[str, str]]) -> Table:
    rows = [_filled(line) for line in lines]
    columns = _COLUMNS[sheet]
    headers = {key: columns.header(key) for key in columns.keys}
    keys = [*headers, *(key for key in columns_of(columns, rows) if key not in headers)]
    numbered = (
        Row(number, {headers.get(key, key): cell for key, cell in row.items()}) for number, row in enumerate(rows, 1)
    )
    return Table(sheet, tuple(headers.get(key, key) for key in keys), tuple(numbered), 0)


def _finding(problem: Problem, ids: Mapping[int, str]) -> Finding:
    key = _COLUMNS[problem.file].key(problem.column) or problem.column
    row = ids.get(problem.line, "") if problem.file == "survey" else str(problem.line or "")
    return Finding(problem.file, row, key, problem.found, problem.expected, problem.line)


def _sheets(tables: Mapping[str, Table]) -> Sheets:
    lines = {
        name: [row.cells for row in recognise(tables[name], columns, Findings()).rows] if name in tables else []
        for name, columns in _COLUMNS.items()
    }
    entries = (Entry(f"r{number}", cells) for number, cells in enumerate(lines["survey"], 1))
    return Sheets(dict(next(iter(lines["settings"]), {})), tuple(entries), tuple(lines["choices"]))


def _csv_sheets(files: Mapping[str, bytes], findings: Findings) -> list[Sheets]:
    def table(name: str) -> Table:
        return read_csv_table(name, files[name], findings) if name in files else Table(name, (), ())

    settings = recognise(table(FORMS_FILE), SETTINGS, findings)
    found = []
    for row in settings.rows:
        form_id = row.cells.get("form_id", "")
        read = _sheets({"survey": table(f"{form_id}.csv"), "choices": table(f"{form_id}.choices.csv")})
        found.append(Sheets(row.cells, read.survey, read.choices))
    return found
