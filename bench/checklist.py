"""Time one evaluation of each form that ships, as after every tap, with three lifts and every item answered.

Run: .venv/bin/python -m bench.checklist
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from server.xlsform import read_catalogue
from shared.checklist import Context, evaluate
from shared.ids import AssetId, PointId, SiteId
from shared.model.inspection import Answer, Result
from shared.model.place import Asset, AssetKind, Text
from shared.model.template import Item, ItemKind, Template

TURNS = 100


def an_answer(item: Item, per: AssetId | None) -> Answer:
    """A pass, a number, or nothing."""
    if item.kind is ItemKind.PASS_FAIL:
        return Answer(item.name, per, result=Result.PASS)
    return Answer(item.name, per, value=10.0 if item.kind is ItemKind.NUMBER else None)


def measure(form: Template) -> tuple[int, float]:
    """Return the number of rows and the milliseconds of one evaluation."""
    lifts = tuple(
        Asset(AssetId(f"lift-{n}"), SiteId("site"), PointId("point"), AssetKind.LIFT, Text(f"{n}号梯"), str(n))
        for n in (1, 2, 3)
    )
    context = Context(datetime(2026, 11, 23, tzinfo=UTC), lifts)
    answers = [an_answer(row.item, row.per) for row in evaluate(form, (), context).rows]
    started = time.perf_counter()
    for _ in range(TURNS):
        evaluation = evaluate(form, answers, context)
    return len(evaluation.rows), (time.perf_counter() - started) / TURNS * 1000


def main() -> None:
    """Print one line per form."""
    catalogue = Path(__file__).parents[1] / "server" / "catalogue"
    for form in read_catalogue(catalogue):
        rows, milliseconds = measure(form.template)
        print(f"{form.template.id:16} {rows:4} rows {milliseconds:6.2f} ms")


if __name__ == "__main__":
    main()
