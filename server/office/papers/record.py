"""What a record of a round says: 《防火安全检查记录表》 and the daily, weekly and monthly records of rooms and equipment.

What several tablets recorded of one inspection (``visit``) is one paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from server.office.excel import pages_of
from server.office.inspections.paper import Block, Cell, Line
from server.office.inspections.record import Record, load
from server.office.papers.answer import value_words, words_on
from server.office.papers.extinguisher import extinguisher_data
from server.office.papers.paper import Data, Desk, Paper, facts, joined
from server.store.hazard import HazardFilter, hazards
from shared.checklist import name_of_signer, visit_no
from shared.ids import InspectionId
from shared.model.hazard import Hazard, HazardState
from shared.model.inspection import Inspection, Photo, Result, Status
from shared.model.place import Point
from shared.model.template import Item, ItemKind, Template

MARKS: Final = {Result.PASS: "√", Result.FAIL: "×", Result.NA: "／", Result.NOT_CHECKED: "未检"}
LEGEND: Final = "注：√ 合格　× 不合格　／ 不适用（无此项）　未检：未能检查，不计为合格。"
_FIRE = frozenset({"periodic", "surprise", "monthly"})
_MOST_PREVIOUS = 500


def compose(desk: Desk, record: str) -> Paper:
    """Compose a record with those of other tablets of the same inspection.

    Raises:
        UnknownRecordError: there is none that the reader may see, or its form is not known.
        ForbiddenError: records are not for the reader's roles.
    """
    tx = desk.tx
    found = load(tx, desk.who, InspectionId(record), is_printed=True)
    others = [load(tx, desk.who, one.id, is_printed=True) for one in found.visit if one.id != found.inspection.id]
    every = [found, *(one for one in others if one.inspection.status is Status.FINAL)]
    for one in every:
        desk.note("inspection", Inspection, one.inspection.id)
    template, mine = found.template, found.inspection
    hazard_list = list({one.id: one for part in every for one in part.hazards}.values())
    for hazard in hazard_list:
        desk.note("hazard", Hazard, hazard.id)
    on = desk.who.formats.local(found.started_at).date()
    number = mine.visit or visit_no(on, mine.id).replace("FJ", _series(template), 1)
    title = template.title.zh if template else "检查记录"
    is_fire = template is not None and template.inspection_type in _FIRE
    data: Data = {
        "title": "防火安全检查记录表" if title.startswith("防火安全检查记录表") else title,
        "sub": template.title.en if template else "",
        "number": number,
        "estate": desk.estate(mine.site, found.started_at),
        "banner": _banner(found),
        "facts": _facts(desk, every, title, is_fire=is_fire),
        "sections": [section for part in every for section in _sections(desk, part)],
        "marks": LEGEND,
        "hazards": [_hazard(desk, at, one) for at, one in enumerate(hazard_list, 1)],
        "previous": _previous(desk, found, hazard_list) if is_fire else [],
        "conclusion": _conclusion(every),
        "signs": _signs(desk, every),
        "photos": desk.photos(_photos(every)),
    }
    layout = "record"
    if template is not None and template.inspection_type == "extinguisher":
        layout = "extinguisher"
        data |= extinguisher_data(desk, every) | {"signs": [*data["signs"], desk.sign("主管人员", None)]}
    return Paper("record", mine.id, mine.site, layout, title, number, on, data, desk.pictures, desk.basis)


def _series(template: Template | None) -> str:
    """Begin a record's number by what it is about."""
    kind = template.inspection_type if template else ""
    return {"machine_room": "JF", "machine_room_weekly": "XS", "extinguisher": "MH", "patrol": "XC"}.get(kind, "FJ")


def _banner(found: Record) -> str:
    if found.inspection.status is Status.DRAFT:
        return "草稿，检查尚未结束"
    if found.amendments:
        return "本记录已由更正后的记录代替"
    return "本记录更正了先前的记录" if found.amends is not None else ""


def _facts(desk: Desk, every: list[Record], title: str, *, is_fire: bool) -> list[Data]:
    first = every[0]
    begun = min(one.started_at for one in every)
    ended = [one.ended_at for one in every if one.ended_at is not None]
    people = dict.fromkeys(
        name for one in every for name in ((one.author.name if one.author else ""), *one.inspection.inspectors) if name
    )
    span = desk.moment(begun) + (f" 至 {desk.who.formats.minute(max(ended))}" if ended else "")
    kind = title.partition("（")[2].removesuffix("）") if "（" in title else ""
    point = first.point
    return facts(
        ("受检单位", first.unit.name.zh if first.unit else ""),
        ("检查类型", kind),
        ("检查部位", joined([point.name.zh, point.floor], " ") if point else ""),
        ("点位编号", point.number if point else ""),
        ("检查时间", span, True),
        *_people(first, list(people), is_fire=is_fire),
        ("补录说明", first.inspection.late_reason, True),
    )


def _people(first: Record, people: list[str], *, is_fire: bool) -> list[tuple[str, str]]:
    if not is_fire:
        return [("巡检人", "、".join(people))]
    return [("检查负责人", first.author.name if first.author else ""), ("检查人员", "、".join(people))]


def _sections(desk: Desk, part: Record) -> list[Data]:
    return [_section(desk, block) for block in part.blocks if any(_is_answered(line) for line in block.lines)]


def _is_answered(line: Line) -> bool:
    return any(not cell.is_empty for cell in line.cells)


def _section(desk: Desk, block: Block) -> Data:
    return {
        "title": block.section.label.zh if block.section else "检查内容",
        "columns": [asset.name.zh for asset in block.assets],
        "rows": [
            {
                "code": "" if line.is_part else line.item.code,
                "label": line.item.label.zh,
                "part": line.is_part,
                "cells": [_cell(desk, line.item, cell) for cell in line.cells],
            }
            for line in block.lines
            if line.item.kind is not ItemKind.PHOTO or _is_answered(line)
        ],
    }


def _cell(desk: Desk, item: Item, cell: Cell) -> Data:
    verdict = cell.verdict if item.kind is ItemKind.PASS_FAIL or cell.verdict is Result.FAIL else cell.result
    return {
        "mark": MARKS[verdict] if isinstance(verdict, Result) else "",
        "words": value_words(desk, item, cell),
        "note": words_on(cell.answer),
        "bad": cell.is_bad,
    }


def _hazard(desk: Desk, number: int, one: Hazard) -> Data:
    done = "当场改正" if one.state is HazardState.CORRECTED_ON_SPOT else desk.who.wording.of(one.grade)
    action = one.on_spot_action or one.required_measures
    return {
        "number": number,
        "no": one.no,
        "what": joined([one.description, f"实测 {one.measured}（限值 {one.limit}）" if one.measured else ""]),
        "place": one.location,
        "done": joined([done, action]),
    }


def _previous(desk: Desk, found: Record, own: Iterable[Hazard]) -> list[Data]:
    """List what was still open of the unit, or at the place, when the inspection began (61号令§26(一))."""
    unit, point = found.inspection.unit, found.inspection.point
    if unit is None and point is None:
        return []
    known = {one.id for one in own}
    wanted = HazardFilter(
        site=found.inspection.site,
        unit=unit,
        point=None if unit else point,
        found_before=found.started_at,
    )
    rows = pages_of(lambda page: hazards(desk.tx, desk.who.viewer, wanted, page), "-found_at", _MOST_PREVIOUS)
    shown = [row for row in rows if row.id not in known and _was_open(row.hazard, found)]
    for row in shown:
        desk.note("hazard", Hazard, row.id)
    return [
        {
            "no": row.no,
            "what": row.description,
            "place": row.location or _place(desk, row.hazard, found),
            "deadline": str(row.deadline_on or ""),
            "state": desk.who.wording.of(row.state),
        }
        for row in shown
    ]


def _place(desk: Desk, one: Hazard, found: Record) -> str:
    point = desk.was(Point, one.point, found.started_at)
    return point.name.zh if point is not None else ""


def _was_open(one: Hazard, found: Record) -> bool:
    ended = (HazardState.CLOSED, HazardState.VOIDED, HazardState.CORRECTED_ON_SPOT)
    last = next((step.at for step in reversed(one.steps) if step.after in ended), None)
    return last is None or last >= found.started_at


def _conclusion(every: list[Record]) -> str | None:
    """Return the conclusion in words; none where the form has no place for it."""
    said = dict.fromkeys(one.inspection.conclusion for one in every if one.inspection.conclusion)
    fails = sum(len(one.evaluation.failures) for one in every)
    summed = f"共发现不合格 {fails} 项。" if fails else "未发现不合格项。"
    return joined([*said, summed], "　")


def _signs(desk: Desk, every: list[Record]) -> list[Data]:
    found: dict[tuple[str, str], Data] = {}
    for one in every:
        expected = one.template.signers if one.template else ()
        signed = {entry.signer: entry for entry in one.inspection.signatures}
        for signer in dict.fromkeys((*expected, *signed)):
            label = desk.who.wording.first(f"signer.{signer.partition('_2')[0]}", "signer.inspector")
            if signer.startswith("inspector_"):
                label = "检查人员"
            entry = signed.get(signer)
            name = (entry.name if entry else "") or name_of_signer(one.inspection, signer)
            laid = desk.sign(label, entry, name=name)
            if entry is not None or (signer, "") not in found:
                found.setdefault((signer, name if entry else ""), laid)
    return list(found.values())


def _photos(every: list[Record]) -> list[tuple[str, Photo]]:
    """List photos in the order of the form, each with the code of its item."""
    found: list[tuple[str, Photo]] = []
    for one in every:
        for block in one.blocks:
            for line in block.lines:
                for cell in line.cells:
                    found += [(line.item.code, photo) for photo in cell.photos]
                    found += [(joined([line.item.code, "改正后"], " "), photo) for photo in cell.after]
        found += [("", photo) for photo in one.loose]
    return found
