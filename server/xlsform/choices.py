"""Read the choice lists of a form."""

from __future__ import annotations

from server.xlsform.cell import Cells
from server.xlsform.column import CHOICES, recognise
from server.xlsform.name import LIST_NAME, is_choice_name
from server.xlsform.problem import Findings
from server.xlsform.table import Table
from shared.model.place import Text
from shared.model.template import Choice

PASS_FAIL = "pass_fail"
"""The built-in list: pass, fail, na, not_checked."""

Lists = dict[str, tuple[Choice, ...]]


def read_choices(table: Table | None, findings: Findings) -> Lists:
    """Read the lists by name; a form without a choices file has none but the built-in one."""
    lists: dict[str, dict[str, Choice]] = {}
    if table is None:
        return {}
    sheet = recognise(table, CHOICES, findings)
    for row in sheet.rows:
        cells = Cells(sheet, row, findings)
        list_name, name = cells.text("list_name"), cells.text("name")
        if not LIST_NAME.fullmatch(list_name) or list_name == PASS_FAIL:
            cells.refuse(
                "list_name", Text("列表名（字母开头；pass_fail 是内置的）", "a list name (pass_fail is built in)")
            )
            continue
        entries = lists.setdefault(list_name, {})
        if not is_choice_name(name):
            cells.refuse("name", Text("不含空格的选项名", "a choice name without spaces"))
        elif name in entries:
            cells.refuse(
                "name", Text(f"列表 {list_name} 中不重复的选项名", f"a name used once in the list {list_name}")
            )
        else:
            entries[name] = Choice(name, cells.spoken("label", is_required=True), cells.unknown())
    return {name: tuple(entries.values()) for name, entries in lists.items()}
