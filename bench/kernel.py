"""What a tap and a message cost in the pure part: judging a round, reading and writing records, a month of rounds."""

import json
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.figure import Row
from bench.measure import repeated
from bench.rounds import Bench
from server.xlsform import read_catalogue
from shared import wire
from shared.checklist import Context, evaluate
from shared.ids import AssetId, InspectionId
from shared.model.inspection import Answer, Inspection, Result
from shared.model.place import Asset
from shared.model.template import ItemKind, Template
from shared.schedule import Plan, Reader, tasks, workdays
from tests.builders import KEEPER, NOW, a_lift, a_reading, a_rule, an_id, an_inspection

CATALOGUE = Path(__file__).resolve().parents[1] / "server" / "catalogue"
ZONE = ZoneInfo("Asia/Shanghai")


def lifts(count: int) -> tuple[Asset, ...]:
    """Return that many lifts of one machine room."""
    return tuple(a_lift(id=AssetId(an_id(0x900 + number)), number=f"{number}#") for number in range(count))


def a_finished_round(template: Template, assets: tuple[Asset, ...]) -> Inspection:
    """Answer every row of a form with the plainest answer it takes."""
    empty = evaluate(template, (), Context(now=NOW.astimezone(ZONE), assets=assets))
    answers = []
    for row in empty.rows:
        is_number = row.item.kind in {ItemKind.NUMBER, ItemKind.COUNT}
        result = Result.PASS if row.item.kind is ItemKind.PASS_FAIL else None
        answers.append(Answer(row.item.name, row.per, result=result, value=20 if is_number else None, at=a_reading()))
    return an_inspection(id=InspectionId(an_id(0x777)), template=template.id, answers=tuple(answers))


def measure(_bench: Bench) -> list[Row]:
    """Measure with the forms that ship."""
    templates = {str(imported.template.id): imported.template for imported in read_catalogue(CATALOGUE)}
    rows: list[Row] = []
    for name in ("lmr-d", "fire-monthly"):
        template, assets = templates[name], lifts(3)
        record = a_finished_round(template, assets)
        context = Context(now=NOW.astimezone(ZONE), assets=assets)
        count = len(evaluate(template, record.answers, context).rows)
        text = json.dumps(wire.encode(record), ensure_ascii=False)
        figure = name.replace("-", "_")
        rows += [
            repeated(
                f"kernel_judge_{figure}",
                partial(evaluate, template, record.answers, context),
                note=f"judge a round of {name}, {count} rows",
            ),
            repeated(f"kernel_write_{figure}", partial(_written, record), note=f"write a record of {name}"),
            repeated(
                f"kernel_read_{figure}",
                partial(_read, text),
                note=f"read a record of {name}, {len(text.encode())} bytes",
            ),
        ]
    rules = tuple(a_rule(code=f"SCH-{number}") for number in range(30))
    plan = Plan(rules, workdays(()), ZONE)
    first = date(2026, 11, 1)
    month = partial(tasks, plan, NOW, first, first + timedelta(days=29), Reader(KEEPER))
    return [*rows, repeated("kernel_month", month, times=20, note="a month of 30 daily rounds")]


def _written(record: Inspection) -> str:
    return json.dumps(wire.encode(record), ensure_ascii=False)


def _read(text: str) -> Inspection:
    return wire.decode(Inspection, json.loads(text))
