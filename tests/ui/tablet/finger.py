"""Longer movements of the finger, made of taps and drags."""

from __future__ import annotations

from typing import Any

from mobile import actions
from mobile.views.judged import judge
from shared.ids import InspectionId
from shared.model.inspection import Result
from shared.model.template import ItemKind

VALUES = {ItemKind.NUMBER: 25.5, ItemKind.COUNT: 2, ItemKind.DATE: "2027-05-30", ItemKind.TEXT: "正常"}
IN_LIMITS = {"lmr_05": 60.0, "lmr_21": 380.0, "lmr_15_gap": 0.4, "lmr_06_lux": 220.0}


def answer_all(finger: Any, fail: str = "") -> None:
    """Answer every open item of the round that is open; all but `fail` through the actions that a tap calls."""
    desk = finger.app.desk
    record = InspectionId(desk.router.here.record)
    for _ in range(200):
        state = judge(desk.setting(), record)
        row = next((r for r in state.evaluation.blocking if r.item.name != fail), None)
        if row is None:
            break
        actions.answer(desk.tablet, record, row.item.name, row.per, **answer_to(row))
    desk.shell.refresh()
    finger.settle()
    if fail:
        _fail_by_touch(finger, record, fail)


def answer_to(row: Any) -> dict[str, Any]:
    """Return what is said to a row when all is well."""
    item = row.item
    if item.kind is ItemKind.PASS_FAIL:
        return {"result": Result.PASS}
    if item.kind is ItemKind.CHOICE:
        return {"value": item.choices[0].name}
    if item.kind is ItemKind.CHOICES:
        return {"value": (item.choices[0].name,)}
    limits = row.limits
    if limits is not None and (limits.low is not None or limits.high is not None):
        low = limits.low if limits.low is not None else limits.high - 1
        high = limits.high if limits.high is not None else low + 1
        return {"value": IN_LIMITS.get(item.name, (low + high) / 2)}
    return {"value": IN_LIMITS.get(item.name, VALUES[item.kind])}


def _fail_by_touch(finger: Any, record: InspectionId, name: str) -> None:
    """Tap 不合格 on one item and give what it asks for: photo, phrase, action."""
    screen = finger.app.shell.screen
    screen._moved(f"{name}\x1f")
    finger.settle()
    finger.tap("不合格", root=finger.find("BigAnswers"))
    needs = finger.find("NeedsRow")
    finger.tap("拍照", root=needs)
    finger.tap("缺失", root=finger.find("NeedsRow"))
    finger.tap("处理措施", root=finger.find("NeedsRow"))
    finger.tap("已报主管", root=finger.find("NoteSheet"))
    finger.tap("完成")


def sign(finger: Any) -> None:
    """Sign on the pad."""
    pad = finger.find("SignaturePad")
    (x, y), (width, height) = pad.to_window(*pad.pos), pad.size
    shares = ((0.2, 0.3), (0.35, 0.8), (0.5, 0.25), (0.7, 0.6))
    finger.drag([(x + width * a, y + height * b) for a, b in shares])


def key_in(finger: Any, figure: str) -> None:
    """Press the keys of a figure on the number pad."""
    for key in figure:
        finger.tap(finger.find("Key", words=key))
