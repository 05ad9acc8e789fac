"""Write a template back as the lines of its sheets, and lines as CSV or a workbook; importing gives an equal template."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from enum import Enum

from server.xlsform.choices import PASS_FAIL
from server.xlsform.column import CHOICES, SETTINGS, SURVEY, Columns
from server.xlsform.survey import TYPES
from shared.model.place import Text
from shared.model.template import Choice, Item, ItemKind, Limits, Section, Template

Line = dict[str, str]
Lists = list[tuple[str, tuple[Choice, ...]]]
_WORDS = {kind: word for word, kind in TYPES.items()} | {
    ItemKind.DATETIME: "dateTime",
    ItemKind.SIGNATURE: "image",
    ItemKind.PASS_FAIL: f"select_one {PASS_FAIL}",
}


def lines_of(form: Template) -> tuple[Line, list[Line], list[Line]]:
    """Write a form as its line of settings, the lines of its survey and those of its choices, by the columns' keys."""
    lists = _lists(form)
    return _settings(form), _survey(form, lists), _choices(lists)


def xlsx_of(settings: Line, survey: list[Line], choices: list[Line]) -> bytes:
    """Write the lines of one form as a workbook."""
    import openpyxl  # slow to import and only needed for workbooks
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheets = (("survey", SURVEY, survey), ("choices", CHOICES, choices), ("settings", SETTINGS, [settings]))
    for title, columns, lines in sheets:
        sheet = book.create_sheet(title)
        for row in _rows(columns, lines):
            cells = [WriteOnlyCell(sheet, text) for text in row]
            for cell in cells:
                cell.data_type = "s"  # a text that begins with = is no formula
            sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_of(columns: Columns, lines: list[Line]) -> bytes:
    """Write the lines of one sheet as a CSV file."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(_rows(columns, lines))
    return buffer.getvalue().encode()


def columns_of(columns: Columns, lines: Iterable[Line]) -> list[str]:
    """List the columns that lines use, known ones first; the first two always."""
    used = {key for line in lines for key, cell in line.items() if cell}
    keys = [key for index, key in enumerate(columns.keys) if index < 2 or key in used]
    return keys + sorted(used - set(columns.keys))


def _rows(columns: Columns, lines: list[Line]) -> Iterator[list[str]]:
    """The header, then the lines; a column that no line uses is left out."""
    keys = columns_of(columns, lines)
    yield [columns.header(key) if key in columns.keys else key for key in keys]
    for line in lines:
        yield [line.get(key, "") for key in keys]


def _settings(form: Template) -> Line:
    return {
        "form_id": form.id,
        "version": str(form.version),
        **_spoken("title", form.title),
        "inspection_type": form.inspection_type,
        "point_kinds": _names(form.point_kinds),
        "performers": _names(form.performers),
        "signers": " ".join(form.signers),
        "source": form.source,
        "certainty": form.certainty.value,
        "requires": " ".join(form.requires),
        "is_about_unit": "yes" if form.is_about_unit else "",
        "per_asset": _name(form.per_asset),
        **form.extra,
    }


def _lists(form: Template) -> Lists:
    """Name each list of choices after the first item that uses it."""
    lists: Lists = []
    for item in form.items:
        if item.kind in (ItemKind.CHOICE, ItemKind.CHOICES) and all(item.choices != known for _, known in lists):
            lists.append((item.name, item.choices))
    return lists


def _choices(lists: Lists) -> list[Line]:
    return [
        {"list_name": name, "name": choice.name, **_spoken("label", choice.label), **choice.extra}
        for name, choices in lists
        for choice in choices
    ]


def _survey(form: Template, lists: Lists) -> list[Line]:
    """Write the items between the begins and ends of their groups, groups in the order of ``form.sections``."""
    lines: list[Line] = []
    waiting = list(form.sections)
    opened: list[Section] = []

    def close_down_to(name: str) -> None:
        while opened and opened[-1].name != name:
            lines.append({"type": f"end_{_group(opened.pop())}"})

    def open_next() -> None:
        section = waiting.pop(0)
        close_down_to(section.parent)
        opened.append(section)
        lines.append(_section(section))

    for item in form.items:
        while waiting and item.section and all(section.name != item.section for section in opened):
            open_next()
        close_down_to(item.section)
        lines.append(_item(item, lists))
    while waiting:
        open_next()
    close_down_to("")
    return lines


def _group(section: Section) -> str:
    return "repeat" if section.repeat_over else "group"


def _section(section: Section) -> Line:
    return {
        "type": f"begin_{_group(section)}",
        "name": section.name,
        **_spoken("label", section.label),
        "relevant": section.relevant,
        "repeat_over": _name(section.repeat_over),
        **section.extra,
    }


def _item(item: Item, lists: Lists) -> Line:
    return {
        "type": _type(item, lists),
        "name": item.name,
        "code": item.code,
        "part_of": item.part_of,
        **_spoken("label", item.label),
        **_spoken("hint", item.hint),
        "required": "yes" if item.required == "true()" else item.required,
        "relevant": item.relevant,
        "constraint": item.constraint,
        **_spoken("constraint_message", item.constraint_message),
        "calculation": item.calculation,
        "default": item.default,
        "appearance": item.appearance,
        "unit": item.unit,
        **(_limits(item.limits) if item.limits else {}),
        "fail_needs": _names(item.fail_needs),
        "category": item.category,
        "grade": _name(item.grade),
        "act": _name(item.act),
        "every_days": str(item.every_days or ""),
        "clause": item.clause,
        "certainty": item.certainty.value,
        **item.extra,
    }


def _type(item: Item, lists: Lists) -> str:
    if item.kind in (ItemKind.CHOICE, ItemKind.CHOICES):
        word = "select_one" if item.kind is ItemKind.CHOICE else "select_multiple"
        return next(f"{word} {name}" for name, choices in lists if choices == item.choices)
    return _WORDS[item.kind]


def _limits(limits: Limits) -> Line:
    return {
        "low": _number(limits.low),
        "high": _number(limits.high),
        "warn_low": _number(limits.warn_low),
        "warn_high": _number(limits.warn_high),
        "low_from": limits.low_from,
        "high_from": limits.high_from,
        "limit_source": limits.source,
        "limit_certainty": limits.certainty.value,
    }


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value.is_integer() else repr(value)


def _name(member: Enum | None) -> str:
    return str(member.value) if member else ""


def _names(members: Iterable[Enum]) -> str:
    return " ".join(str(member.value) for member in members)


def _spoken(key: str, text: Text) -> Line:
    return {f"{key}.zh": text.zh, f"{key}.en": text.en}
