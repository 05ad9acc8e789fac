"""One record with everything that judging it takes: its template, its place, its answers, what was found before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mobile.store.row import Past
from mobile.views import when
from mobile.views.setting import Setting, row_key
from shared.checklist import Context, Evaluation, RowState, evaluate
from shared.ids import AssetId, InspectionId
from shared.model.inspection import Answer, Inspection, Review
from shared.model.place import Asset, AssetKind, Point
from shared.model.template import Item, ItemKind, Need, Template

AnswerKey = tuple[str, AssetId | None]
UNCOUNTED = frozenset({ItemKind.CALCULATE, ItemKind.NOTE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A record and its evaluation."""

    inspection: Inspection
    template: Template
    point: Point | None
    assets: tuple[Asset, ...]
    answers: Mapping[AnswerKey, Answer]
    previous: Mapping[AnswerKey, tuple[Past, ...]]
    evaluation: Evaluation
    review: Review | None = None
    remarks: Mapping[AnswerKey, str] = field(default_factory=dict)

    def row(self, key: str) -> RowState | None:
        """Return the row with this key."""
        return next((row for row in self.evaluation.rows if row_key(row.item.name, row.per) == key), None)


def judge(setting: Setting, record: InspectionId) -> Judged | None:
    """Read a record and evaluate it; None when it or its template is not on this tablet."""
    source = setting.source
    with source.snapshot():
        inspection = source.inspection(record)
        if inspection is None:
            return None
        template = source.template(inspection.template, inspection.template_version)
        if template is None:
            return None
        point = source.point(inspection.point) if inspection.point else None
        assets = source.assets_at(inspection.point) if inspection.point else ()
        previous = source.previous(inspection.point, inspection.template)
        review = source.review_of(inspection.amends) if inspection.amends else None
    walked = tuple(a for a in assets if not inspection.assets or a.id in inspection.assets)
    return Judged(
        inspection=inspection,
        template=template,
        point=point,
        assets=walked,
        answers={(answer.item, answer.per): answer for answer in inspection.answers},
        previous=previous,
        evaluation=evaluate(template, inspection.answers, context_of(setting, walked, previous)),
        review=review,
        remarks={(r.item, r.per): r.text for r in review.remarks} if review else {},
    )


def context_of(setting: Setting, assets: tuple[Asset, ...], previous: Mapping[AnswerKey, tuple[Past, ...]]) -> Context:
    """Return what `evaluate` must know beside the answers."""
    return Context(now=setting.now(), assets=assets)


def title(setting: Setting, state: Judged) -> str:
    """Return where and what: 1号楼电梯机房 · 日巡视."""
    name = setting.say(state.template.title)
    return f"{setting.say(state.point.name)} · {name}" if state.point else name


def subtitle(setting: Setting, state: Judged) -> str:
    """Return when it was begun and over how many lifts or machines it goes."""
    texts, parts = setting.texts, []
    lifts = sum(1 for asset in state.assets if asset.kind is AssetKind.LIFT)
    repeated = {section.repeat_over for section in state.template.sections}
    if lifts and AssetKind.LIFT in repeated:
        parts.append(texts.lifts_count.format(n=lifts))
    elif any(asset.kind in repeated for asset in state.assets):
        parts.append(texts.assets_count.format(n=len(state.assets)))
    started = state.inspection.started_at.wall.astimezone(setting.zone())
    parts.append(texts.opens_at.format(time=when.clock_time(started)))
    return " · ".join(parts)


def section_words(setting: Setting, state: Judged, name: str, per: AssetId | None) -> str:
    """Return a section's heading: 机房环境, or 1号梯 · 曳引机 in a repeated one."""
    section = next((s for s in state.template.sections if s.name == name), None)
    label = setting.say(section.label) if section else ""
    asset = next((a for a in state.assets if a.id == per), None) if per else None
    if asset is None:
        return label
    return setting.texts.per_asset.format(asset=setting.say(asset.name), section=label) if label else setting.say(asset.name)


def counts(item: Item) -> bool:
    """Tell whether an item is something to answer at all."""
    return item.kind not in UNCOUNTED


def is_answered(row: RowState, state: Judged) -> bool:
    """Tell whether a row has its answer (what a fail needs may still be missing)."""
    answer = state.answers.get((row.item.name, row.per))
    if answer is None:
        return False
    return Need.VALUE not in row.missing and bool(answer.result or answer.value is not None or answer.photos)
