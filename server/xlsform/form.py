"""The doors of the importer: a folder of CSV files, CSV bytes, or a workbook's bytes; out comes a Template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from server.xlsform.cell import Cells
from server.xlsform.check import check
from server.xlsform.choices import read_choices
from server.xlsform.column import Sheet
from server.xlsform.problem import Findings, Problem
from server.xlsform.settings import build_template, form_ids, settings_sheet
from server.xlsform.survey import read_survey
from server.xlsform.table import Row, Table, read_csv_table, read_workbook
from shared.model.place import Text
from shared.model.template import Template

FORMS_FILE = "forms.csv"


@dataclass(frozen=True, slots=True)
class Imported:
    """A form that was read without a fault, and what its author should know."""

    template: Template
    warnings: tuple[Problem, ...]


def read_catalogue(folder: Path) -> tuple[Imported, ...]:
    """Read every form that ``forms.csv`` in ``folder`` names, in its order.

    Raises:
        TemplateError: something is wrong in any of the files; ``problems`` lists everything found in all of them.
        OSError: the folder cannot be read.
    """
    return read_csv({path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))})


def read_csv(files: Mapping[str, bytes]) -> tuple[Imported, ...]:
    """Read the forms that ``forms.csv`` names from CSV files given by name, in its order.

    Raises:
        TemplateError: something is wrong in any of the files; ``problems`` lists everything found in all of them.
    """
    findings = Findings()
    if FORMS_FILE not in files:
        expected = Text(f"文件 {FORMS_FILE}（每个表单一行）", f"the file {FORMS_FILE} with one line per form")
        findings.refuse(FORMS_FILE, 0, "", " ".join(sorted(files)), expected)
        findings.settle()
    settings = settings_sheet(read_csv_table(FORMS_FILE, files.get(FORMS_FILE, b""), findings), findings)
    named = form_ids(settings)
    _refuse_strays(files, named, findings)
    shared_warnings = tuple(findings.warnings)
    read = [_read_csv_form(form_id, files, settings, findings) for form_id in named]
    if not read:
        findings.refuse(FORMS_FILE, 0, "", "", Text("至少一个表单", "at least one form"))
    findings.settle()
    return tuple(Imported(template, shared_warnings + warnings) for template, warnings in read)


def read_xlsx(name: str, data: bytes) -> Imported:
    """Read one form from a workbook; ``name`` is its file name as problems give it.

    Raises:
        TemplateError: something is wrong; ``problems`` lists everything found.
    """
    findings = Findings()
    sheets = read_workbook(name, data, findings)
    for title in ("survey", "settings"):
        if title not in sheets and not findings.problems:
            findings.refuse(name, 0, "", " ".join(sheets), Text(f"工作表 {title}", f"a sheet named {title}"))
    findings.settle()
    settings = settings_sheet(sheets["settings"], findings)
    if len(settings.rows) != 1:
        expected = Text("settings 中恰有一行", "exactly one line of settings")
        findings.refuse(settings.file, 0, "", f"{len(settings.rows)}", expected)
        findings.settle()
    template = _read_form(sheets["survey"], sheets.get("choices"), settings, settings.rows[0], findings)
    return Imported(template, findings.settle())


def check_tables(survey: Table, choices: Table, settings: Table) -> tuple[Template, Findings]:
    """Read one form from tables, whatever is wrong: the form as far as it could be read, and everything that was found.

    ``settings`` has one line.
    """
    findings = Findings()
    sheet = settings_sheet(settings, findings)
    return _read_form(survey, choices, sheet, sheet.rows[0], findings), findings


def _read_csv_form(
    form_id: str, files: Mapping[str, bytes], settings: Sheet, findings: Findings
) -> tuple[Template, tuple[Problem, ...]]:
    own = Findings()
    survey_file, choices_file = f"{form_id}.csv", f"{form_id}.choices.csv"
    if survey_file not in files:
        row = next(row for row in settings.rows if row.cells.get("form_id") == form_id)
        expected = Text(f"文件 {survey_file}", f"the file {survey_file}")
        own.refuse(FORMS_FILE, row.line, "form_id", form_id, expected)
        survey = Table(survey_file, (), ())
    else:
        survey = read_csv_table(survey_file, files[survey_file], own)
    choices = read_csv_table(choices_file, files[choices_file], own) if choices_file in files else None
    row = next(row for row in settings.rows if row.cells.get("form_id") == form_id)
    template = _read_form(survey, choices, settings, row, own)
    findings.problems.extend(own.problems)
    return template, tuple(own.warnings)


def _read_form(survey: Table, choices: Table | None, settings: Sheet, row: Row, findings: Findings) -> Template:
    lists = read_choices(choices, findings)
    lines = read_survey(survey, lists, findings)
    template = build_template(Cells(settings, row, findings), tuple(lines.sections), tuple(lines.items))
    check(template, lines)
    return template


def _refuse_strays(files: Mapping[str, bytes], named: tuple[str, ...], findings: Findings) -> None:
    """A file that no line of forms.csv names would be left out silently."""
    for name in sorted(files):
        form_id = name.removesuffix(".csv").removesuffix(".choices")
        if name != FORMS_FILE and form_id not in named:
            expected = Text(f"{FORMS_FILE} 中有编号 {form_id} 的一行", f"a line {form_id} in {FORMS_FILE}")
            findings.refuse(name, 0, "", name, expected)
