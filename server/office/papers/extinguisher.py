"""The 灭火器检查记录 in the order of GB 50444 附录C: what each extinguisher is, then each check with record and verdict.

What 61号令§29 asks for stands above the checks: type, place, service, change of agent; the end of its life is worked out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from server.office.inspections.paper import Block, Line
from server.office.inspections.record import Record
from server.office.papers.answer import value_words, words_on
from server.office.papers.paper import Data, Desk, joined
from server.store.former import all_as_of
from server.store.grade import assets_of
from shared.model.inspection import Result
from shared.model.place import Asset, AssetKind
from shared.model.template import ItemKind
from shared.schedule.equipment import end_of_life

RULE: Final = (
    "每月检查一次，地下室等场所每半月检查一次；移位、缺件的当场处理；本记录应予保存（GB 50444 5.2.1～5.2.4）。"
    "日期由检查时填写，未填的取自设备资料。报废期限自出厂日期起算：水基型 6 年，干粉型、洁净气体型 10 年，二氧化碳型 12 年。"
)
_MADE, _SERVICED = "EXT-07", "EXT-06"
_VERDICTS: Final = {Result.PASS: "合格", Result.FAIL: "不合格", Result.NA: "不适用", Result.NOT_CHECKED: "未检"}


def extinguisher_data(desk: Desk, every: Iterable[Record]) -> Data:
    """Lay out the records of one inspection: ``equipment`` row by row, ``parts`` with their groups of checks."""
    parts = list(every)
    return {
        "equipment": [row for part in parts for row in _equipment(desk, part)],
        "parts": [{"name": _name(desk, part), "groups": [_group(desk, one) for one in part.blocks]} for part in parts],
        "rule": RULE,
    }


def _held(desk: Desk, part: Record) -> list[Asset]:
    found = all_as_of(desk.tx, Asset, assets_of(part.inspection), part.started_at).values()
    return [one for one in found if one.kind is AssetKind.EXTINGUISHER]


def _name(desk: Desk, part: Record) -> str:
    return "、".join(one.number for one in _held(desk, part))


def _equipment(desk: Desk, part: Record) -> list[list[str]]:
    """List number, place, type, rating, made, serviced, change of agent and end of life of what a record is about."""
    held = _held(desk, part)
    is_own = len(held) == 1  # dates that were filled in are about this one
    made, serviced = (_given(part, code) if is_own else "" for code in (_MADE, _SERVICED))
    rows = []
    for one in held:
        made_on = _day(made or one.data.get("made_on"))
        service = joined([_shown(_day(serviced or one.data.get("serviced_on"))), _text(one, "serviced_by")], " ")
        kind = _text(one, "type") or one.name.zh
        words = (one.number, _text(one, "place"), kind, _text(one, "rating"), _shown(made_on), service)
        rows.append([*words, _shown(_day(one.data.get("agent_changed_on"))), _shown(end_of_life(kind, made_on))])
    return rows


def _given(part: Record, code: str) -> str:
    """Return the date that was filled in under the code of a check."""
    for block in part.blocks:
        for line in block.lines:
            if line.item.code == code and line.item.kind is ItemKind.DATE and line.cells[0].value:
                return str(line.cells[0].value)
    return ""


def _group(desk: Desk, block: Block) -> Data:
    """Lay out a section; a reading stands with the check that it belongs to."""
    rows: list[Data] = []
    for line in block.lines:
        if line.is_part and rows:
            rows[-1]["record"] = joined([rows[-1]["record"], _reading(desk, line)])
        elif line.item.kind is not ItemKind.PHOTO:
            rows.append(_row(desk, line))
    return {"title": block.section.label.zh if block.section else "检查内容", "rows": rows}


def _row(desk: Desk, line: Line) -> Data:
    cell, answer = line.cells[0], line.cells[0].answer
    own = "" if line.item.kind is ItemKind.PASS_FAIL else value_words(desk, line.item, cell)
    verdict = cell.verdict if line.item.kind is ItemKind.PASS_FAIL or cell.is_bad else None
    return {
        "code": line.item.code,
        "label": line.item.label.zh,
        "hint": line.item.hint.zh,
        "record": joined([own, words_on(answer)]),
        "verdict": _VERDICTS.get(verdict, "") if verdict is not None else "",
        "bad": cell.is_bad,
    }


def _reading(desk: Desk, line: Line) -> str:
    words = value_words(desk, line.item, line.cells[0])
    return f"{line.item.label.zh} {words}" if words else ""


def _text(one: Asset, name: str) -> str:
    return str(one.data.get(name) or "")


def _day(found: object) -> date | None:
    try:
        return date.fromisoformat(str(found)) if found else None
    except ValueError:
        return None


def _shown(on: date | None) -> str:
    return f"{on:%Y-%m-%d}" if on is not None else ""
