"""One record with everything that judging it takes: its template, its place, its answers, what was found before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mobile.store.row import Past
from mobile.views import when
from mobile.views.setting import Setting, row_key
from shared.checklist import AnswerKey, Context, Evaluation, RowState, evaluate
from shared.checklist import Past as Done
from shared.ids import AssetId, InspectionId
from shared.model.inspection import Answer, Inspection, Review
from shared.model.place import Asset, AssetKind, Point
from shared.model.template import Item, ItemKind, Template

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


@dataclass(frozen=True, slots=True)
class Ground:
    """What a record stands on and no tap of it changes: its form, its place, what was found there before."""

    template: Template
    point: Point | None
    assets: tuple[Asset, ...]
    previous: Mapping[AnswerKey, tuple[Past, ...]]
    history: Mapping[AnswerKey, Done]
    review: Review | None


def judge(setting: Setting, record: InspectionId, ground: Ground | None = None) -> Judged | None:
    """Read a record and evaluate it; None when it or its template is not on this tablet.

    ``ground`` is what `ground_of` found earlier for the same record: reading it is the dearest thing here, and a tap does
    not change it.
    """
    with setting.source.snapshot():
        inspection = setting.source.inspection(record)
        found = None if inspection is None else ground or _ground(setting, inspection)
    if inspection is None or found is None:
        return None
    context = Context(setting.now(), found.assets, found.history, record, setting.texts.language, inspection.sections)
    return Judged(
        inspection=inspection,
        template=found.template,
        point=found.point,
        assets=found.assets,
        answers={(answer.item, answer.per): answer for answer in inspection.answers},
        previous=found.previous,
        evaluation=evaluate(found.template, inspection.answers, context),
        review=found.review,
        remarks={(r.item, r.per): r.text for r in found.review.remarks} if found.review else {},
    )


def progress(setting: Setting, record: InspectionId) -> tuple[int, int]:
    """Return how many items of a draft are answered and how many are asked; (0, 0) when it cannot be judged here.

    What was found before is only read if the form asks for it: a list shows this of every draft each time it is opened.
    """
    source = setting.source
    with source.snapshot():
        inspection = source.inspection(record)
        template = source.template(inspection.template, inspection.template_version) if inspection else None
        if inspection is None or template is None:
            return 0, 0
        assets = tuple(filter(None, (source.asset(one) for one in inspection.assets)))
        asset = inspection.assets[0] if template.per_asset is not None and inspection.assets else None
        earlier = Earlier(lambda: source.history(inspection.point, inspection.template, asset))
        context = Context(setting.now(), assets, earlier, record, setting.texts.language, inspection.sections)
        found = evaluate(template, inspection.answers, context)
    return found.answered, found.total


class Earlier(Mapping[AnswerKey, Done]):
    """What was last done, read when it is first asked for."""

    def __init__(self, read: Callable[[], Mapping[AnswerKey, Done]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> Mapping[AnswerKey, Done]:
        return self._read()

    def __getitem__(self, key: AnswerKey) -> Done:
        return self._found[key]

    def __iter__(self) -> Iterator[AnswerKey]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def ground_of(setting: Setting, record: InspectionId) -> Ground | None:
    """Read what a record stands on; None when it or its template is not on this tablet."""
    with setting.source.snapshot():
        inspection = setting.source.inspection(record)
        return None if inspection is None else _ground(setting, inspection)


def _ground(setting: Setting, inspection: Inspection) -> Ground | None:
    source = setting.source
    template = source.template(inspection.template, inspection.template_version)
    if template is None:
        return None
    found = (source.asset(one) for one in inspection.assets)
    asset = inspection.assets[0] if template.per_asset is not None and inspection.assets else None
    previous, history = source.past(inspection.point, inspection.template, asset)
    return Ground(
        template=template,
        point=source.point(inspection.point) if inspection.point else None,
        assets=tuple(one for one in found if one is not None),
        previous=previous,
        history=history,
        review=source.review_of(inspection.amends) if inspection.amends else None,
    )


def title(setting: Setting, state: Judged) -> str:
    """Return what it is: 电梯机房每日巡视记录."""
    return setting.say(state.template.title)


def subtitle(setting: Setting, state: Judged) -> str:
    """Return where it is walked, over how many lifts or machines it goes, and when it was begun."""
    texts = setting.texts
    started = state.inspection.started_at.wall.astimezone(setting.zone())
    place = setting.say(state.point.name) if state.point else ""
    begun = texts.opens_at.format(time=when.clock_time(started))
    unit = setting.source.unit(state.inspection.unit) if state.inspection.unit else None
    about = setting.say(unit.name) if unit else ""
    return " · ".join(part for part in (place, about, _repeats(setting, state), begun) if part)


def _repeats(setting: Setting, state: Judged) -> str:
    repeated = {section.repeat_over for section in state.template.sections}
    walked = [asset for asset in state.assets if asset.kind in repeated]
    if not walked:
        return ""
    pattern = setting.texts.lifts_count if walked[0].kind is AssetKind.LIFT else setting.texts.assets_count
    return pattern.format(n=len(walked))


def section_words(setting: Setting, state: Judged, name: str, per: AssetId | None) -> str:
    """Return a section's heading: 机房环境, or 1号梯 · 曳引机 in a repeated one."""
    section = next((s for s in state.template.sections if s.name == name), None)
    label = setting.say(section.label) if section else ""
    asset = next((a for a in state.assets if a.id == per), None) if per else None
    if asset is None:
        return label
    return (
        setting.texts.per_asset.format(asset=setting.say(asset.name), section=label)
        if label
        else setting.say(asset.name)
    )


def short_section(setting: Setting, state: Judged, name: str, per: AssetId | None) -> str:
    """Return a section's name as a chip has room for it: the lift alone where a form has one section for each."""
    repeated = [section for section in state.template.sections if section.repeat_over]
    if per is None or len(repeated) != 1:
        return section_words(setting, state, name, per)
    asset = next((a for a in state.assets if a.id == per), None)
    return setting.say(asset.name) if asset else section_words(setting, state, name, per)


def counts(item: Item) -> bool:
    """Tell whether an item is something to answer at all."""
    return item.kind not in UNCOUNTED
