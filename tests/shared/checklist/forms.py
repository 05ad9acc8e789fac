"""Small forms, answers and contexts for the checklist tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from shared.checklist import Context, Evaluation, evaluate
from shared.ids import AssetId, PhotoId
from shared.model.inspection import Answer, Result, Value
from shared.model.place import Asset, AssetKind, Text
from shared.model.template import Choice, Item, ItemKind, Limits, Need, Section, Template
from tests.builders import a_lift, a_template

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=CHINA)
ONE, TWO = AssetId("lift-1"), AssetId("lift-2")
PHOTO = PhotoId("photo-1")
CHOICES = (Choice("sun", Text("晴", "Sunny")), Choice("rain", Text("雨", "Rain")))
P_BANG = (Need.PHOTO, Need.NOTE, Need.ACTION)


def a_form(*items: Item, **changes: Any) -> Template:
    """A template of these items, in the groups that they name (``lift`` repeats over lifts)."""
    names = dict.fromkeys(item.section for item in items if item.section)
    sections = tuple(Section(name, Text(name), AssetKind.LIFT if name == "lift" else None) for name in names)
    return a_template(**{"items": items, "sections": sections, **changes})


def a_check(name: str = "check", **changes: Any) -> Item:
    """A required pass/fail item."""
    return Item(**{"name": name, "kind": ItemKind.PASS_FAIL, "label": Text(name), "required": "true()", **changes})


def a_number(name: str = "number", low: float | None = None, high: float | None = None, **changes: Any) -> Item:
    """An optional reading; with limits if there are any."""
    limits = None if low is None and high is None else Limits(low, high)
    return Item(**{"name": name, "kind": ItemKind.NUMBER, "label": Text(name), "limits": limits, **changes})


def an_item(name: str, kind: ItemKind, **changes: Any) -> Item:
    return Item(**{"name": name, "kind": kind, "label": Text(name), **changes})


def tapped(name: str, result: str, per: AssetId | None = None, **changes: Any) -> Answer:
    return Answer(name, per, result=Result(result), **changes)


def typed(name: str, value: Value, per: AssetId | None = None, **changes: Any) -> Answer:
    return Answer(name, per, value=value, **changes)


def lifts(*data: dict[str, Any]) -> tuple[Asset, ...]:
    """Two lifts, or one for each given data."""
    ids = (ONE, TWO, AssetId("lift-3"))
    return tuple(a_lift(id=one, data=fields) for one, fields in zip(ids, data or ({}, {}), strict=False))


def judged(form: Template, *answers: Answer, **context: Any) -> Evaluation:
    """Evaluate ``answers`` at NOW, with the context's changes."""
    return evaluate(form, answers, Context(**{"now": NOW, **context}))


def shown(evaluation: Evaluation) -> list[tuple[str, AssetId | None]]:
    """List the keys of the visible rows."""
    return [row.key for row in evaluation.rows if row.visible]
