"""What a tap and a message cost in the pure part: judging a round, reading and writing records, a month of rounds."""

import json
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.measure import Run
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


def measure(run: Run) -> None:
    """Measure with the forms that ship."""
    templates = {imported.template.id: imported.template for imported in read_catalogue(CATALOGUE)}
    for name, count in (("lmr-d", 3), ("fire-monthly", 3)):
        template, assets = templates[name], lifts(count)
        record = a_finished_round(template, assets)
        context = Context(now=NOW.astimezone(ZONE), assets=assets)
        rows = len(evaluate(template, record.answers, context).rows)
        run.measure(
            f"judge a round of {name}",
            lambda t=template, r=record, c=context: evaluate(t, r.answers, c),
            note=f"{rows} rows",
        )
        text = json.dumps(wire.encode(record), ensure_ascii=False)
        run.measure(f"write a record of {name}", lambda r=record: json.dumps(wire.encode(r), ensure_ascii=False))
        run.measure(
            f"read a record of {name}",
            lambda t=text: wire.decode(Inspection, json.loads(t)),
            note=f"{len(text.encode())} bytes",
        )
    rules = tuple(a_rule(code=f"SCH-{number}") for number in range(30))
    plan = Plan(rules, workdays(()), ZONE)
    first = date(2026, 11, 1)
    run.measure(
        "a month of 30 daily rounds",
        lambda: tasks(plan, NOW, first, first + timedelta(days=29), Reader(KEEPER)),
        times=20,
    )
