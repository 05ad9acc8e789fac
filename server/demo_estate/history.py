"""A month of finished records: every window of the past is walked, forms are filled by the product's own ``evaluate``.

Readings move as real ones do (``gauge``). One machine-room round was missed and one finished after the shift, as
happens.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from server.demo_estate.gauge import Round, value_of
from server.demo_estate.ident import ZONE, chance, ident, moment, reading
from server.demo_estate.people import people, person
from server.demo_estate.place import SITE, points
from shared.checklist import AnswerKey, Context, RowState, defaults, evaluate, history_of
from shared.ids import DeviceId, InspectionId, PersonId, TemplateId
from shared.model.inspection import Answer, Inspection, Photo, Result, Signature, Status, TaskRef
from shared.model.place import Asset
from shared.model.plan import Recurrence, Rule
from shared.model.template import ItemKind, Template
from shared.schedule import Window, Workdays, windows

DEVICE = DeviceId(ident("device", "T1"))
"""The tablet of the month of history; it is retired, the demo enrols its own."""
_DAY = timedelta(days=1)
MISSED = {("SCH-05", "LS-A2-JF01", 9), ("SCH-05", "LS-A2-JF01", 13), ("REG-01", "LS-A3-DT01", 16)}
"""Walks that nobody made: code, number of the point, days ago."""
LATE = {("SCH-05", "LS-A1-JF01", 6)}
"""Walks that were finished after the shift."""
UNSCANNED = {("REG-01", "LS-A2-DT01", 1), ("REG-18", "LS-W-DP01", 1)}
"""Walks that were begun from the list, without the tag."""
HASTY = {("REG-01", "LS-A2-DT01", 1), ("REG-01", "LS-A1-DT01", 1)}
"""Walks that took two minutes, less than they need."""
# template -> hour at which its walk starts, minutes that it takes, day within a longer window
_HABITS = {
    "lmr-d": (8, 19, 0),
    "lmr-w": (14, 32, 6),
    "fire-patrol": (10, 11, 0),
    "extinguisher": (15, 9, 3),
    "pump": (9, 21, 1),
    "facility-patrol": (13, 26, 1),
    "fire-monthly": (9, 95, 14),
}
_NOT_APPLICABLE = {"ext_09": "室内一般场所", "wat_11": "本点无水泵接合器"}


@dataclass(frozen=True, slots=True)
class Incident:
    """Something found on a walk: the item that failed, in words and pictures. ``where`` is the point's number."""

    code: str
    where: str
    days_ago: int
    item: str
    note: str
    action: str = ""
    photos: tuple[Photo, ...] = ()


def inspection_id(code: str, where: str, day: date) -> InspectionId:
    """Return the id of the record that the walk of a rule left on a day."""
    return InspectionId(ident("inspection", code, where, day.isoformat()))


def records(
    today: date,
    rules: Iterable[Rule],
    templates: Mapping[TemplateId, Template],
    assets: Iterable[Asset],
    incidents: Iterable[Incident] = (),
) -> tuple[Inspection, ...]:
    """Walk every window that was due before ``today``, rule by rule."""
    numbers = {point.id: point.number for point in points()}
    equipment = tuple(assets)
    found = {(incident.code, incident.where, incident.days_ago): incident for incident in incidents}
    walked: list[Inspection] = []
    for rule in rules:
        if rule.template not in _HABITS:
            continue
        where = numbers.get(rule.point, "") if rule.point else ""
        held = tuple(one for one in equipment if one.point == rule.point)
        own: list[Inspection] = []
        for window in windows(rule, Workdays(), ZONE, rule.starts_on, today):
            day = _day_of_walk(rule, window)
            key = (rule.code, where, (today - day).days)
            if day < today and key not in MISSED:
                visit = _Visit(rule, window, day, where, templates[rule.template], held, found.get(key), key in LATE)
                own.append(_with_faults(visit.record(own), key))
        walked += own
    return tuple(walked)


def _with_faults(record: Inspection, key: tuple[str, str, int]) -> Inspection:
    """Let a few walks look as those look that a reviewer should see."""
    if key in UNSCANNED:
        record = replace(record, start_mode="manual")
    if key in HASTY:
        ended = reading(record.started_at.wall + timedelta(minutes=2))
        signed = tuple(replace(one, at=ended) for one in record.signatures)
        record = replace(record, ended_at=ended, signatures=signed)
    return record


def _day_of_walk(rule: Rule, window: Window) -> date:
    """Weekly work since last is done on its due day, so that the week keeps its day."""
    if rule.recurrence is Recurrence.SINCE_LAST:
        return window.due_on
    return min(window.on + _HABITS[rule.template][2] * _DAY, window.due_on)


@dataclass(frozen=True, slots=True)
class _Visit:
    rule: Rule
    window: Window
    day: date
    where: str
    template: Template
    assets: tuple[Asset, ...]
    incident: Incident | None
    is_late: bool

    def record(self, earlier: list[Inspection]) -> Inspection:
        """Return the finished record of this visit."""
        hour, minutes, _ = _HABITS[self.template.id]
        jitter = int(chance("minute", self.rule.id, self.day) * 50)
        begun = moment(self.day, 18 if self.is_late else hour, jitter)
        ended = begun + timedelta(minutes=minutes + int(chance("length", self.rule.id, self.day) * 6))
        author = self.rule.performers[0]
        draft = Inspection(
            inspection_id(self.rule.code, self.where, self.day),
            SITE,
            self.template.id,
            self.template.version,
            self.rule.point,
            author,
            DEVICE,
            reading(begun),
            status=Status.FINAL,
            ended_at=reading(ended),
            photos=self.incident.photos if self.incident else (),
            signatures=tuple(self._signature(signer, author, ended) for signer in self.template.signers),
            assets=tuple(asset.id for asset in self.assets),
            unit=self.rule.unit,
            task=TaskRef(self.rule.id, self.window.on),
            start_mode="scan" if self.where else "manual",
            late_reason="上午电梯困人演练，机房巡视推后" if self.is_late else "",
        )
        context = Context(begun.astimezone(ZONE), self.assets, history_of(earlier[-6:]), seed=draft.id)
        return replace(draft, answers=self._answers(context))

    def _answers(self, context: Context) -> tuple[Answer, ...]:
        """Answer what is visible until nothing new appears, in the order of the form."""
        answers: dict[AnswerKey, Answer] = {
            (answer.item, answer.per): answer for answer in defaults(self.template, context)
        }
        rows: tuple[RowState, ...] = ()
        for _ in range(5):
            rows = evaluate(self.template, answers, context).rows
            new = {
                row.key: answer
                for row in rows
                if row.visible and row.key not in answers and (answer := self._answer(row)) is not None
            }
            if not new:
                break
            answers |= new
        return tuple(answers[row.key] for row in rows if row.key in answers and row.visible)

    def _answer(self, row: RowState) -> Answer | None:
        item, per = row.key
        incident = self.incident
        if incident is not None and incident.item == item:
            photos = tuple(photo.id for photo in incident.photos)
            return Answer(
                item, per, Result.FAIL, note=incident.note, action=incident.action or "已通知责任单位", photos=photos
            )
        if row.item.kind is ItemKind.PASS_FAIL:
            if item in _NOT_APPLICABLE:
                return Answer(item, per, Result.NA, reason=_NOT_APPLICABLE[item])
            return Answer(item, per, Result.PASS)
        lift = next((asset.number for asset in self.assets if asset.id == per), "")
        visit = Round(self.day, self.where, lift, self.template.id, is_bad=incident is not None)
        value = value_of(row, visit)
        return None if value is None else Answer(item, per, value=value)

    def _signature(self, signer: str, author: PersonId, at: datetime) -> Signature:
        names = {one.id: one.name for one in people()}
        who = {"inspector": author, "witness": person("keeper"), "unit_representative": person("engineering")}[signer]
        return Signature(signer, names[who], reading(at), who, strokes(names[who]))


def strokes(name: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the signature that belongs to a name, as a signature pad would hold it: loops for each character, a line."""
    count = len(name)
    found = []
    for index in range(count):
        loops, tilt = 1.3 + 1.6 * chance("loops", name, index), 0.5 * (chance("tilt", name, index) - 0.5)
        left, high = 0.2 + 0.62 * index / count, 0.16 + 0.12 * chance("high", name, index)
        character = []
        for step in range(33):
            share = step / 32
            x = left + 0.5 / count * share + 0.03 * math.cos(share * loops * math.tau)
            y = 0.5 + tilt * (share - 0.5) - high * math.sin(share * loops * math.tau)
            character.append((round(min(max(x, 0.02), 0.98), 3), round(min(max(y, 0.05), 0.95), 3)))
        found.append(tuple(character))
    slope = 0.12 * (chance("slope", name) - 0.5)
    found.append(tuple((round(0.2 + 0.04 * step, 3), round(0.8 + slope * step / 15, 3)) for step in range(16)))
    return tuple(found)
