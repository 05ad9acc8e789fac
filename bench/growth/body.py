"""The text of a record from one example: encoded once by the product's own codec, then only filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from bench.growth.number import reading
from server.codec import write_text
from shared import wire
from shared.ids import (
    AssetId,
    DeviceId,
    InspectionId,
    PersonId,
    PhotoId,
    PointId,
    ReviewId,
    RuleId,
    Sha256,
    SiteId,
    UnitId,
)
from shared.model.inspection import (
    Answer,
    Inspection,
    Photo,
    Remark,
    Result,
    Review,
    ReviewState,
    Signature,
    Status,
    TaskRef,
)
from shared.model.template import ItemKind, Template

ANSWERS = 40
SHOTS = 3
BYTES = 204_800
"""Bytes of a photo, and how many a record has."""
STARTED, ENDED = datetime(1999, 1, 1, tzinfo=UTC), datetime(1999, 1, 2, tzinfo=UTC)
WINDOW = date(1999, 1, 3)
_STROKES = (((0.1, 0.6), (0.2, 0.3), (0.3, 0.7)), ((0.45, 0.5), (0.7, 0.45), (0.85, 0.6)))
_WORDS = ("外观完好，无异常，已现场核对", "", "", "", "压力在绿区，铅封完整", "", "", "")


def text_of(entity: object) -> str:
    """Write an entity as the store keeps it."""
    return write_text(wire.encode_object(entity))


class Form:
    """A text with gaps: what stands in the example for each name is replaced."""

    def __init__(self, example: object, marks: Mapping[str, str]) -> None:
        by_mark = {mark: name for name, mark in marks.items()}
        found = re.split("(" + "|".join(map(re.escape, sorted(by_mark, key=len, reverse=True))) + ")", text_of(example))
        self._parts = found
        self._gaps = [(index, by_mark[part]) for index, part in enumerate(found) if part in by_mark]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the text with ``values`` in its gaps."""
        parts = self._parts.copy()
        for index, name in self._gaps:
            parts[index] = values[name]
        return "".join(parts)


def wall(at: datetime) -> str:
    """Write a time as it stands in records."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


_MARKS = {name: f"@{name}@" for name in ("id", "site", "point", "author", "device", "rule", "unit")}
_MARKS |= {f"photo{shot}": f"@photo{shot}@" for shot in range(SHOTS)}
_MARKS |= {f"sha{shot}": f"{0xFEED00 + shot:064x}" for shot in range(SHOTS)}


def inspection_form(template: Template, *, has_task: bool) -> Form:
    """Return the form of a finished record of 40 answers, a signature and three photos."""
    asked = [item for item in template.items if item.kind not in (ItemKind.NOTE, ItemKind.CALCULATE)]
    answers = tuple(_answer(asked, number) for number in range(ANSWERS))
    photos = tuple(
        Photo(
            PhotoId(_MARKS[f"photo{shot}"]),
            Sha256(_MARKS[f"sha{shot}"]),
            BYTES,
            reading(STARTED),
            "image/jpeg",
            2048,
            1536,
            answers[shot].item,
        )
        for shot in range(SHOTS)
    )
    example = Inspection(
        id=InspectionId(_MARKS["id"]),
        site=SiteId(_MARKS["site"]),
        template=template.id,
        template_version=template.version,
        point=PointId(_MARKS["point"]),
        author=PersonId(_MARKS["author"]),
        device=DeviceId(_MARKS["device"]),
        started_at=reading(STARTED),
        ended_at=reading(ENDED),
        status=Status.FINAL,
        answers=answers,
        photos=photos,
        signatures=(Signature("inspector", "王建国", reading(ENDED), PersonId(_MARKS["author"]), _STROKES),),
        unit=UnitId(_MARKS["unit"]),
        task=TaskRef(RuleId(_MARKS["rule"]), WINDOW) if has_task else None,
        start_mode="scan",
        conclusion="现场情况正常，发现的问题已当场告知并登记。",
    )
    return Form(example, {**_MARKS, **_times(example)})


def review_form(state: ReviewState) -> Form:
    """Return the form of a verdict."""
    remarks = (Remark("remark", "照片看不清，请重拍。"),) if state is ReviewState.RETURNED else ()
    names = ("id", "site", "inspection", "author", "reviewer")
    marks = {name: f"@{name}@" for name in names}
    example = Review(
        ReviewId(marks["id"]),
        SiteId(marks["site"]),
        InspectionId(marks["inspection"]),
        PersonId(marks["author"]),
        PersonId(marks["reviewer"]),
        "李志强",
        state,
        STARTED,
        remarks,
        "请补拍后重交" if remarks else "",
    )
    stamp = str(wire.encode_object(example)["at"])
    return Form(example, {**marks, "at": stamp})


def _times(example: Inspection) -> dict[str, str]:
    """Find how the example's times were written."""
    written = wire.encode_object(example)
    started, ended = written["started_at"], written["ended_at"]
    return {"started": started["wall"], "ended": ended["wall"], "window": WINDOW.isoformat()}  # type: ignore[index,call-overload]


def _answer(asked: list, number: int) -> Answer:
    item = asked[number % len(asked)]
    turn = number // len(asked)
    is_number = item.kind in (ItemKind.NUMBER, ItemKind.COUNT)
    result = Result.PASS if item.kind is ItemKind.PASS_FAIL else None
    per = AssetId(f"0193b1f0-0000-7000-8000-{turn:012x}") if turn else None
    note = _WORDS[number % len(_WORDS)]
    return Answer(item.name, per, result, value=20 + number % 7 if is_number else None, note=note)


SPENT = timedelta(minutes=18)
"""What a round takes."""
