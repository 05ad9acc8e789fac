"""Read the survey: lines become items and, between begin and end, sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from server.xlsform.cell import NO, YES, Cells
from server.xlsform.choices import PASS_FAIL, Lists
from server.xlsform.column import SURVEY, recognise
from server.xlsform.name import ITEM_NAME, UNIT_LETTERS
from server.xlsform.problem import Findings
from server.xlsform.table import Table
from shared.model.place import AssetKind, Text
from shared.model.template import Act, Certainty, Choice, HazardGrade, Item, ItemKind, Limits, Need, Section

TYPES = {
    "decimal": ItemKind.NUMBER,
    "integer": ItemKind.COUNT,
    "date": ItemKind.DATE,
    "time": ItemKind.TIME,
    "datetime": ItemKind.DATETIME,
    "text": ItemKind.TEXT,
    "image": ItemKind.PHOTO,
    "barcode": ItemKind.TAG,
    "calculate": ItemKind.CALCULATE,
    "note": ItemKind.NOTE,
}
_TYPE_ALIASES = {"int": "integer", "string": "text", "photo": "image"}
_KNOWN_TYPES = Text(
    "支持的类型：select_one 列表、select_multiple 列表、decimal、integer、date、time、dateTime、text、image、barcode、calculate、note、"
    "begin_group、end_group、begin_repeat、end_repeat",
    "a supported type: select_one LIST, select_multiple LIST, decimal, integer, date, time, dateTime, text, image, barcode,"
    " calculate, note, begin_group, end_group, begin_repeat, end_repeat",
)
_ACTS = {"立": Act.ON_SPOT, "限": Act.DEADLINE, "停": Act.STOP}
_FAILABLE = (ItemKind.PASS_FAIL, ItemKind.NUMBER, ItemKind.COUNT)
_MEASURED = (ItemKind.NUMBER, ItemKind.COUNT)
_LIMIT_COLUMNS = ("low", "high", "warn_low", "warn_high", "low_from", "high_from", "limit_source", "limit_certainty")
_GROUP_COLUMNS = {"type", "name", "label.zh", "label.en", "relevant", "appearance", "repeat_over"}
_FAIL_COLUMNS = ("fail_needs", "category", "grade", "act")


@dataclass(slots=True)
class Survey:
    """What the survey holds so far. ``section_lines`` and ``item_lines`` keep the cells beside what became of them."""

    lists: Lists
    findings: Findings
    sections: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    section_lines: list[Cells] = field(default_factory=list)
    item_lines: list[Cells] = field(default_factory=list)
    names: dict[str, Cells] = field(default_factory=dict)
    open: list[tuple[str, Cells, bool]] = field(default_factory=list)

    @property
    def section(self) -> str:
        """The name of the innermost open group."""
        return next((name for name, _, _ in reversed(self.open) if name), "")


def read_survey(table: Table, lists: Lists, findings: Findings) -> Survey:
    """Read every line; what is wrong with one does not hide what is wrong with the next."""
    survey = Survey(lists, findings)
    sheet = recognise(table, SURVEY, findings)
    for row in sheet.rows:
        cells = Cells(sheet, row, findings)
        kind, argument = _type(cells.text("type"))
        if kind in ("begin_group", "begin_repeat"):
            _begin(survey, cells, is_repeat=kind == "begin_repeat")
        elif kind in ("end_group", "end_repeat"):
            _end(survey, cells, is_repeat=kind == "end_repeat")
        else:
            _add_item(survey, cells, kind, argument)
    for name, cells, is_repeat in survey.open:
        word = "end_repeat" if is_repeat else "end_group"
        cells.refuse("type", Text(f"后面有 {word}", f"an {word} further down"), name or cells.text("type"))
    if table.columns and not survey.items and all(problem.file != table.file for problem in findings.problems):
        findings.refuse(table.file, 0, "", "", Text("至少一个检查项", "at least one item"))
    return survey


def _type(text: str) -> tuple[str, str]:
    """Split ``select one  LIST`` into ``("select_one", "LIST")``."""
    words = re.sub(
        r"^(begin|end|select)[ _]+(group|repeat|one|multiple)\b", r"\1_\2", text.strip(), flags=re.IGNORECASE
    ).split()
    if not words:
        return "", ""
    kind = words[0].lower()
    return _TYPE_ALIASES.get(kind, kind), " ".join(words[1:])


def _name(survey: Survey, cells: Cells) -> str:
    name = cells.text("name")
    if not ITEM_NAME.fullmatch(name):
        expected = Text(
            "名称：字母或 _ 开头，仅字母、数字、_ . -", "a name: a letter or _, then letters, digits, _ . -"
        )
        cells.refuse("name", expected)
    elif name in survey.names:
        first = survey.names[name].row.line
        expected = Text(f"全表唯一的名称（第 {first} 行已用）", f"a name used once (line {first} has it already)")
        cells.refuse("name", expected)
    else:
        survey.names[name] = cells
    return name


def _begin(survey: Survey, cells: Cells, *, is_repeat: bool) -> None:
    name = _name(survey, cells)
    over = cells.one("repeat_over", AssetKind)
    if is_repeat and not cells.text("repeat_over"):
        cells.refuse("repeat_over", Text("设备种类，如 lift", "a kind of asset such as lift"))
    if over is not None and not is_repeat:
        cells.refuse("repeat_over", Text("只用于 begin_repeat", "only on begin_repeat"))
    if is_repeat and any(repeats for _, _, repeats in survey.open):
        cells.refuse("type", Text("重复组内不再有重复组", "no repeat within a repeat"))
    section = Section(
        name=name,
        label=cells.spoken("label", is_required=True),
        repeat_over=over if is_repeat else None,
        relevant=_relevant(cells),
        parent=survey.section,
        extra=cells.unknown() | ({"appearance": cells.text("appearance")} if cells.text("appearance") else {}),
    )
    _refuse_foreign(cells, set(SURVEY.keys) - _GROUP_COLUMNS)
    survey.sections.append(section)
    survey.section_lines.append(cells)
    survey.open.append((name, cells, is_repeat))


def _end(survey: Survey, cells: Cells, *, is_repeat: bool) -> None:
    if not survey.open:
        cells.refuse("type", Text("前面有对应的 begin", "a begin before it"))
        return
    name, begin, begun_as_repeat = survey.open.pop()
    if begun_as_repeat != is_repeat:
        word = "end_repeat" if begun_as_repeat else "end_group"
        line = begin.row.line
        cells.refuse("type", Text(f"{word}（第 {line} 行的 {name}）", f"{word} for {name} of line {line}"))


def _add_item(survey: Survey, cells: Cells, kind_word: str, argument: str) -> None:
    found = _kind(survey, cells, kind_word, argument)
    if found is None:
        _name(survey, cells)
        return
    kind, choices = found
    name = _name(survey, cells)
    certainty = cells.certainty("certainty") or Certainty.RECOMMENDED
    item = Item(
        name=name,
        kind=kind,
        label=cells.spoken("label", is_required=kind is not ItemKind.CALCULATE),
        section=survey.section,
        code=cells.text("code"),
        part_of=cells.text("part_of"),
        hint=cells.spoken("hint"),
        required=_required(cells, kind),
        relevant=_relevant(cells),
        constraint=cells.text("constraint"),
        constraint_message=cells.spoken("constraint_message"),
        calculation=_calculation(cells, kind),
        default=_default(cells, kind),
        appearance=cells.text("appearance"),
        choices=choices,
        unit=_unit(cells),
        limits=_limits(cells, kind, certainty),
        fail_needs=_fail_needs(cells, kind),
        category=cells.text("category"),
        grade=cells.one("grade", HazardGrade),
        act=cells.one("act", Act, _ACTS),
        every_days=cells.whole("every_days", 1),
        clause=cells.text("clause"),
        certainty=certainty,
        extra=cells.unknown(),
    )
    if cells.text("repeat_over"):
        cells.refuse("repeat_over", Text("只用于 begin_repeat", "only on begin_repeat"))
    survey.items.append(item)
    survey.item_lines.append(cells)


def _kind(survey: Survey, cells: Cells, word: str, argument: str) -> tuple[ItemKind, tuple[Choice, ...]] | None:
    if word == "select_one" and argument == PASS_FAIL:
        return ItemKind.PASS_FAIL, ()
    if word in ("select_one", "select_multiple"):
        if argument not in survey.lists:
            names = " ".join((PASS_FAIL, *survey.lists)) if word == "select_one" else " ".join(survey.lists)
            cells.refuse("type", Text(f"已有的选项列表：{names}", f"a list of choices that exists: {names}"))
            return None
        return ItemKind.CHOICE if word == "select_one" else ItemKind.CHOICES, survey.lists[argument]
    if word not in TYPES or argument:
        cells.refuse("type", _KNOWN_TYPES)
        return None
    if word == "image" and "signature" in cells.text("appearance").split():
        return ItemKind.SIGNATURE, ()
    return TYPES[word], ()


def _required(cells: Cells, kind: ItemKind) -> str:
    text = cells.text("required")
    if kind in (ItemKind.NOTE, ItemKind.CALCULATE):
        if text and text.lower() not in NO:
            cells.refuse("required", Text("留空：没有人填写此行", "nothing: nobody answers this line"))
        return ""
    if not text and kind is ItemKind.PASS_FAIL:
        cells.warn(
            "required", Text("yes；留空则可不检查就完成", "yes; when empty it may be left out of a finished record")
        )
    return "true()" if text.lower() in YES else "" if text.lower() in NO else text


def _relevant(cells: Cells) -> str:
    text = cells.text("relevant")
    return "" if text.lower() in YES else "false()" if text.lower() in NO else text


def _calculation(cells: Cells, kind: ItemKind) -> str:
    text = cells.text("calculation")
    if kind is ItemKind.CALCULATE and not text:
        cells.refuse("calculation", Text("表达式", "an expression"))
    if kind is not ItemKind.CALCULATE and text:
        cells.refuse("calculation", Text("留空：只用于 calculate", "nothing: only calculate lines have one"))
    return text


def _default(cells: Cells, kind: ItemKind) -> str:
    text = cells.text("default")
    fillable = kind not in (
        ItemKind.PASS_FAIL, ItemKind.PHOTO, ItemKind.SIGNATURE, ItemKind.TAG, ItemKind.NOTE, ItemKind.CALCULATE
    )  # fmt: skip
    if text and not fillable:
        cells.refuse("default", Text("留空：此类行必须由人填写", "nothing: this must come from a person"))
    return text


def _unit(cells: Cells) -> str:
    text = cells.text("unit")
    if len(text) > UNIT_LETTERS:
        cells.refuse("unit", Text("单位，如 mm", "a unit such as mm"))
    return text


def _limits(cells: Cells, kind: ItemKind, certainty: Certainty) -> Limits | None:
    written = [column for column in _LIMIT_COLUMNS if cells.text(column)]
    if not written:
        return None
    if kind not in _MEASURED:
        cells.refuse(
            written[0], Text("留空：只用于 decimal 和 integer", "nothing: only decimal and integer have limits")
        )
        return None
    limits = Limits(
        low=cells.number("low"),
        high=cells.number("high"),
        warn_low=cells.number("warn_low"),
        warn_high=cells.number("warn_high"),
        low_from=cells.text("low_from"),
        high_from=cells.text("high_from"),
        source=cells.text("limit_source"),
        certainty=cells.certainty("limit_certainty") or certainty,
    )
    _check_order(cells, limits)
    return limits


def _check_order(cells: Cells, limits: Limits) -> None:
    bounds = [
        ("low", limits.low),
        ("warn_low", limits.warn_low),
        ("warn_high", limits.warn_high),
        ("high", limits.high),
    ]
    known = [(column, bound) for column, bound in bounds if bound is not None]
    for (before, smaller), (column, larger) in pairwise(known):
        if smaller > larger:
            cells.refuse(column, Text(f"不小于 {before} 的 {smaller:g}", f"at least {smaller:g}, which is {before}"))


def _fail_needs(cells: Cells, kind: ItemKind) -> tuple[Need, ...]:
    for column in _FAIL_COLUMNS:
        if cells.text(column) and kind not in _FAILABLE:
            expected = Text("留空：只用于可判不合格的行", "nothing: only a line that can fail has it")
            cells.refuse(column, expected)
    needs = cells.many("fail_needs", Need)
    if {Need.VALUE, Need.REASON, Need.AFTER} & set(needs):
        cells.refuse("fail_needs", Text("photo note action 中的若干", "some of: photo note action"))
    return needs


def _refuse_foreign(cells: Cells, keys: set[str]) -> None:
    for key in SURVEY.keys:
        if key in keys and cells.text(key):
            cells.refuse(key, Text("留空：分组行没有此列", "nothing: a group has no such column"))
