"""How papers write one answer of a checklist: its value, and what was said and done about it."""

from __future__ import annotations

from server.office.inspections.paper import Cell
from server.office.papers.paper import Desk, joined
from shared.model.inspection import Answer
from shared.model.template import Item, ItemKind


def words_on(answer: Answer | None) -> str:
    """Write the remark, the reason and what was done on the spot."""
    if answer is None:
        return ""
    action = f"现场处理：{answer.action}" if answer.action else ""
    return joined([answer.note or "", answer.reason or "", action, "已当场改正" if answer.corrected else ""])


def value_words(desk: Desk, item: Item, cell: Cell) -> str:
    """Write a reading with its unit, a choice by its name, a text as it stands; nothing for a verdict."""
    value = cell.value
    if item.kind is ItemKind.PASS_FAIL or value is None or value in ("", ()):
        return ""
    labels = {one.name: one.label.zh for one in item.choices}
    if isinstance(value, tuple):
        return "、".join(labels.get(name, name) for name in value)
    if isinstance(value, (int, float)):
        unit = f" {item.unit}" if item.unit else ""
        return f"{desk.who.formats.number(value)}{unit}{'（超限）' if cell.is_out else ''}"
    return labels.get(str(value), str(value))
