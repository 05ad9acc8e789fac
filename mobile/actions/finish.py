"""End a round: the record becomes final and every fail a hazard, all in one transaction; and amend a returned record."""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.own import require_own
from mobile.actions.round import context_of, draft_of
from mobile.actions.tablet import Tablet
from mobile.store.row import PhotoState
from shared.checklist import Evaluation, RowState, evaluate, signers_of
from shared.clock import Reading
from shared.errors import (
    AlreadyFinalError,
    EvidenceMissingError,
    NotPermittedError,
    TransitionError,
    UnknownRecordError,
)
from shared.hazard import Act, advance
from shared.ids import AssetId, HazardId, InspectionId, PhotoId
from shared.model.hazard import Hazard, HazardEvent
from shared.model.inspection import AFTER, VOICE, Answer, Inspection, Status
from shared.model.phrase import Phrase
from shared.model.template import Certainty, HazardGrade, Item, Limits, Template
from shared.sync.messages import HazardTransition

SPOKEN = "情况见检查记录中的语音"
"""What a hazard says of a fail that was described by voice alone: the voice stays with the record it came from."""


def finish_round(
    tablet: Tablet, record: InspectionId, late_reason: str = "", conclusion: str = ""
) -> tuple[HazardId, ...]:
    """Finish a record and raise a hazard for each fail that is one; return their ids.

    Raises:
        EvidenceMissingError: fact ``missing`` lists what is open: {item, per, needs}, {photo} or {signer}.
        AlreadyFinalError: it is finished.
        NotPermittedError: a colleague began it, and it was not taken over.
        UnknownRecordError: the record or its template is not here.
    """
    with tablet.store.transaction():
        draft = draft_of(tablet, record)
        if draft.status is Status.FINAL:
            raise AlreadyFinalError(id=record)
        require_own(tablet, draft)
        form = tablet.store.template(draft.template, draft.template_version)
        if form is None:
            raise UnknownRecordError(kind="template", id=draft.template_key)
        at = tablet.clock.read()
        judged = evaluate(form, draft.answers, context_of(tablet, draft, at))
        _refuse_if_open(tablet, draft, form, judged)
        final = replace(
            _in_order(draft, judged),
            status=Status.FINAL,
            ended_at=at,
            ended_place=tablet.locate(),
            late_reason=late_reason.strip() or draft.late_reason,
            conclusion=conclusion.strip() or draft.conclusion,
        )
        hazards = tuple(_hazards(tablet, final, form, judged, at))
        tablet.store.finish_record(final)
        tablet.store.add_op(tablet.op("inspection.put", final, final.id, final.amends or "", at))
        said = {(one.item, one.per): one for one in final.answers}
        for hazard in hazards:
            _raise(tablet, hazard, said.get((hazard.item, hazard.per)), final, at)
        tablet.store.send_photos(record)
    tablet.queued()
    return tuple(hazard.id for hazard in hazards)


def amend(tablet: Tablet, record: InspectionId) -> InspectionId:
    """Begin a corrected version of a finished record with its answers and photos; an unfinished one is gone on with.

    Raises:
        UnknownRecordError: the record is not here.
        EvidenceMissingError: it is not finished yet, so there is nothing to amend.
    """
    with tablet.store.transaction():
        begun = next((head.id for head in tablet.store.drafts() if head.amends == record), None)
        if begun is not None:
            return begun
        old = draft_of(tablet, record)
        if old.status is not Status.FINAL:
            raise EvidenceMissingError(missing=["finished_record"])
        enrolment = tablet.enrolment()
        new = replace(
            old,
            id=InspectionId(tablet.ids.new()),
            author=tablet.person_id(),
            device=enrolment.device,
            author_rev=1,
            status=Status.DRAFT,
            started_at=tablet.clock.read(),
            ended_at=None,
            amends=old.id,
            forked_from=None,
            late_reason="",
            conclusion="",
            place=tablet.locate(),
            ended_place=None,
            scans=(),
        )
        tablet.store.add_record(new)
        tablet.store.put_answers(
            new.id, tuple(replace(answer, photos=(), after=(), voices=()) for answer in old.answers)
        )
        for photo in old.photos:
            tablet.store.adopt_photo(new.id, replace(photo, id=PhotoId(tablet.ids.new())))
    return new.id


def _refuse_if_open(tablet: Tablet, draft: Inspection, form: Template, judged: Evaluation) -> None:
    missing: list[object] = [
        {"item": row.item.name, "per": row.per, "needs": [need.value for need in row.missing] or ["constraint"]}
        for row in judged.blocking
    ]
    missing += [{"photo": photo.id} for photo in tablet.store.photos_of(draft.id) if photo.state is PhotoState.PENDING]
    signed = {signature.signer for signature in draft.signatures}
    missing += [{"signer": signer} for signer in signers_of(form, draft) if signer not in signed]
    if missing:
        raise EvidenceMissingError(missing=missing)


def _in_order(draft: Inspection, judged: Evaluation) -> Inspection:
    """Put answers in the order of the form; answers of rows that it no longer shows stay, at the end."""
    place = {row.key: index for index, row in enumerate(judged.rows)}
    last = len(place)
    ordered = sorted(draft.answers, key=lambda one: (place.get((one.item, one.per), last), one.item, one.per or ""))
    return replace(draft, answers=tuple(ordered))


def _hazards(tablet: Tablet, final: Inspection, form: Template, judged: Evaluation, at: Reading) -> list[Hazard]:
    """Write up each fail that is a hazard (its item has a category), unless the amended record raised it already."""
    raised = _raised_before(tablet, final)
    return [
        _hazard(tablet, final, form, row, at)
        for row in judged.failures
        if row.item.category and (row.item.name, row.per) not in raised
    ]


def _raise(tablet: Tablet, hazard: Hazard, said: Answer | None, final: Inspection, at: Reading) -> None:
    """Queue the raising of a hazard, and what was put right on the spot as the step that ends it.

    Where the person or the grade does not allow that step, the photos of the correction go with the hazard itself.
    """
    after = tuple(photo for photo in final.photos if said is not None and said.corrected and photo.id in said.after)
    event = HazardEvent.CORRECT_ON_SPOT
    act = tablet.act(event, after, reason=hazard.on_spot_action)
    if after and not _is_permitted(hazard, act):
        hazard, after = replace(hazard, photos_after=after), ()
    tablet.store.add_op(tablet.op("hazard.raise", hazard, hazard.id, final.id, at))
    if after:
        intent = HazardTransition(hazard.id, event, hazard.state, 0, hazard.on_spot_action, photos=after)
        tablet.store.add_op(tablet.op("hazard.transition", intent, hazard.id, hazard.id, at))


def _is_permitted(hazard: Hazard, act: Act) -> bool:
    try:
        advance(hazard, act)
    except (TransitionError, NotPermittedError, EvidenceMissingError):
        return False
    return True


def _raised_before(tablet: Tablet, final: Inspection) -> set[tuple[str, AssetId | None]]:
    amended: set[InspectionId] = set()
    earlier = final.amends
    while earlier is not None and earlier not in amended:
        amended.add(earlier)
        record = tablet.store.inspection(earlier)
        earlier = None if record is None else record.amends
    if not amended:
        return set()
    return {(hazard.item, hazard.per) for hazard in tablet.store.hazards_from(amended)}


def _hazard(tablet: Tablet, final: Inspection, form: Template, row: RowState, at: Reading) -> Hazard:
    item, author = row.item, tablet.store.person(final.author) or tablet.person()
    keys = {(item.name, row.per), *((part.name, row.per) for part in row.failed_parts)}
    answers = {(one.item, one.per): one for one in final.answers}
    said = answers.get(row.key) or Answer(item.name, row.per)
    phrase = tablet.store.library_phrase(said.phrase)
    grade = (phrase.grade if phrase else None) or item.grade or HazardGrade.GENERAL
    asset = row.per or (final.assets[0] if form.per_asset is not None and final.assets else None)
    readings = [(part, answers.get((part.name, row.per))) for part in (row.failed_parts or (item,))]
    return Hazard(
        HazardId(tablet.ids.new()),
        final.site,
        "inspection",
        _description(item, said, phrase),
        final.author,
        author.name,
        said.at or at,
        source=final.id,
        item=item.name,
        item_label=item.label.zh,
        per=row.per,
        measured="；".join(filter(None, (_measured(part, one) for part, one in readings))),
        limit=_limit(row.limits, item) if row.limits is not None else _limit(readings[0][0].limits, readings[0][0]),
        unit=final.unit,
        point=final.point,
        asset=asset,
        location=_location(tablet, final, asset),
        category=item.category,
        grade=grade,
        is_suspected_major=grade is HazardGrade.MAJOR,
        legal_basis=_basis(item, phrase),
        required_measures=phrase.measures.zh if phrase else "",
        on_spot_action=said.action,
        responsible_person=author.name if said.corrected else "",
        photos_before=tuple(p for p in final.photos if (p.item, p.per) in keys and p.role not in (AFTER, VOICE)),
        phrase=said.phrase,
        suggested_on=phrase.suggested_on(tablet.today(said.at or at)) if phrase else None,
    )


def _description(item: Item, said: Answer, phrase: Phrase | None) -> str:
    """Say what was found: a wording of the library about this very item stands for itself, others follow its name."""
    if phrase is not None and phrase.codes and said.note:
        return said.note
    note = said.note or (SPOKEN if said.voices else "")
    return "：".join(text for text in (item.label.zh, note) if text)


def _basis(item: Item, phrase: Phrase | None) -> tuple[str, ...]:
    if phrase is not None and phrase.basis:
        return (phrase.basis,)
    return (item.clause,) if item.clause and item.certainty is not Certainty.MEMORY else ()


def _measured(item: Item, said: Answer | None) -> str:
    if said is None or not isinstance(said.value, (int, float)):
        return ""
    return f"{said.value:g} {item.unit}".strip()


def _limit(limits: Limits | None, item: Item) -> str:
    if limits is None:
        return ""
    low = "" if limits.low is None else f"≥ {limits.low:g}"
    high = "" if limits.high is None else f"≤ {limits.high:g}"
    words = "，".join(word for word in (low, high) if word)
    return f"{words} {item.unit}".strip() if words else ""


def _location(tablet: Tablet, final: Inspection, asset: AssetId | None) -> str:
    point = tablet.store.point(final.point) if final.point is not None else None
    thing = tablet.store.asset(asset) if asset is not None else None
    building = tablet.store.building(point.building) if point is not None and point.building is not None else None
    unit = tablet.store.unit(final.unit) if final.unit is not None and point is None else None
    if unit is not None and unit.place:
        return unit.place
    names = [place.name.zh for place in (building, point, thing, unit) if place is not None]
    return " ".join(name for name, following in zip(names, [*names, ""][1:], strict=True) if name not in following)
