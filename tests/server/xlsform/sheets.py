"""Small forms as files, and what the importer says about them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from server.xlsform import Imported, read_csv, read_xlsx
from shared.errors import TemplateError

SETTINGS = "form_id,version,title,title::en,inspection_type\nshort,1,短表,Short,patrol\n"
CHOICES = "list_name,name,label,label::en\nweather,sun,晴,Sunny\nweather,rain,雨,Rain\n"
CHECK = {"type": "select_one pass_fail", "label": "项", "label::en": "Item", "required": "yes"}


def a_line(name: str, **cells: str) -> dict[str, str]:
    """A good pass/fail line; ``cells`` changes or adds columns."""
    return {**CHECK, "name": name, **cells}


def a_group(name: str, kind: str = "group", **cells: str) -> dict[str, str]:
    return {"type": f"begin_{kind}", "name": name, "label": "组", "label::en": "Group", **cells}


def an_end(kind: str = "group") -> dict[str, str]:
    return {"type": f"end_{kind}"}


def as_csv(lines: list[dict[str, str]]) -> bytes:
    """Write lines as CSV; the columns are those that any line uses."""
    columns = list(dict.fromkeys(column for line in lines for column in line))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return buffer.getvalue().encode()


def as_xlsx(**sheets: list[list[Any]]) -> bytes:
    """Write a workbook of these sheets."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def files(*lines: dict[str, str], settings: str = SETTINGS, choices: str = CHOICES) -> dict[str, bytes]:
    """The files of a catalogue with one form of these lines."""
    return {"forms.csv": settings.encode(), "short.csv": as_csv(list(lines)), "short.choices.csv": choices.encode()}


def imported(*lines: dict[str, str], **sheets: str) -> Imported:
    """Import a form of these lines."""
    (form,) = read_csv(files(*lines, **sheets))
    return form


def complaints(*lines: dict[str, str], **sheets: str) -> list[str]:
    """Import a form that is refused; return what is said, one text per problem."""
    return complaints_about(files(*lines, **sheets))


def complaints_about(catalogue: dict[str, bytes]) -> list[str]:
    """Import files that are refused; return what is said, one text per problem."""
    with pytest.raises(TemplateError) as caught:
        read_csv(catalogue)
    return told(caught.value)


def complaints_about_workbook(data: bytes) -> list[str]:
    """Import a workbook that is refused; return what is said, one text per problem."""
    with pytest.raises(TemplateError) as caught:
        read_xlsx("short.xlsx", data)
    return told(caught.value)


def told(error: TemplateError) -> list[str]:
    """Return an import error's problems as texts: file:line column: found -> expected."""
    problems = error.facts["problems"]
    return [f"{p['file']}:{p['line']} {p['column']}: {p['found']} -> {p['expected']}" for p in problems]


def warnings(form: Imported) -> list[str]:
    return [f"{w.file}:{w.line} {w.column}: {w.expected.en}" for w in form.warnings]
