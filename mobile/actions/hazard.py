"""Raise a hazard that no checklist asked about, and decide about one where a tablet may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mobile.actions.tablet import Tablet
from mobile.store.row import HazardDraft, PhotoRow, PhotoState
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.hazard import advance
from shared.ids import HazardId, PointId, UnitId
from shared.model.hazard import Hazard, HazardEvent
from shared.model.inspection import VOICE, Photo, Signature, pictures
from shared.model.template import HazardGrade
from shared.sync.messages import HazardTransition

SPOKEN = "情况见语音"
"""What a record says that was described by voice alone."""


def start_hazard(
    tablet: Tablet, point: PointId | None = None, unit: UnitId | None = None, source_type: str = "observation"
) -> HazardId:
    """Open the form of a hazard; photos are taken for its id. ``source_type`` is ``recheck`` for one seen at a recheck."""
    enrolment = tablet.enrolment()
    hazard = HazardId(tablet.ids.new())
    with tablet.store.transaction():
        tablet.store.put_sheet(
            HazardDraft(
                hazard,
                enrolment.site,
                tablet.person_id(),
                tablet.clock.read(),
                point=point,
                unit=unit,
                source_type=source_type,
            )
        )
    return hazard


def change_hazard(tablet: Tablet, draft: HazardDraft) -> None:
    """Keep what was filled into the form: the draft as the store gave it, with fields replaced.

    Raises:
        UnknownRecordError: there is no such form, or it was handed in.
    """
    with tablet.store.transaction():
        now = _draft(tablet, draft.id)
        tablet.store.put_sheet(replace(draft, author=now.author, site=now.site, started_at=now.started_at))
        if draft.description.strip() and draft.description != now.description:
            tablet.store.count_phrase(draft.description.strip(), tablet.clock.read())


def raise_hazard(tablet: Tablet, hazard: HazardId) -> Hazard:
    """Hand the form in: the hazard is a draft that a lead inspector confirms.

    Raises:
        EvidenceMissingError: fact ``missing`` names description, location or photo.
        UnknownRecordError: there is no such form.
    """
    with tablet.store.transaction():
        draft = _draft(tablet, hazard)
        rows = tablet.store.photos_of(hazard)
        raised = _raised(tablet, draft, ready_photos(rows))
        missing = [
            name
            for name, found in (
                ("description", raised.description),
                ("location", raised.location),
                ("photo", pictures(raised.photos_before)),
                ("photo_in_work", all(row.state is PhotoState.READY for row in rows)),
            )
            if not found
        ]
        if missing:
            raise EvidenceMissingError(missing=missing)
        tablet.store.add_op(tablet.op("hazard.raise", raised, raised.id))
        tablet.store.send_photos(hazard)
        tablet.store.finish_sheet(hazard)
    tablet.queued()
    return raised


def move_hazard(
    tablet: Tablet,
    hazard: HazardId,
    event: HazardEvent,
    *,
    reason: str = "",
    ref: str = "",
    photos: tuple[Photo, ...] = (),
    signature: Signature | None = None,
    deadline_on: date | None = None,
) -> Hazard:
    """Decide about a hazard; the server has the last word when it is sent. Returns it as this tablet now sees it.

    Raises:
        TransitionError, NotPermittedError, EvidenceMissingError: as ``shared.hazard.advance``.
        UnknownRecordError: there is no such hazard.
    """
    with tablet.store.transaction():
        now = tablet.store.hazard(hazard)
        if now is None:
            raise UnknownRecordError(kind="hazard", id=hazard)
        act = replace(tablet.act(event, photos, ref, reason), is_signed=signature is not None, deadline_on=deadline_on)
        moved = advance(now, act)
        intent = HazardTransition(
            hazard,
            event,
            now.state,
            tablet.store.hazard_rev(hazard),
            reason,
            ref,
            photos,
            signature,
            "" if deadline_on is None else deadline_on.isoformat(),
        )
        tablet.store.add_op(tablet.op("hazard.transition", intent, hazard, hazard))
    tablet.queued()
    return moved


def ready_photos(rows: tuple[PhotoRow, ...]) -> tuple[Photo, ...]:
    """Write photos as records carry them, voice notes after them, leaving out what is not on disk yet."""
    ready = [row for row in rows if row.state is PhotoState.READY]
    return tuple(row.as_sent() for row in sorted(ready, key=lambda row: row.is_voice))


def said(text: str, photos: tuple[Photo, ...]) -> str:
    """Return what was written, or that it was spoken instead; nothing where neither was done."""
    return text.strip() or (SPOKEN if any(photo.role == VOICE for photo in photos) else "")


def _draft(tablet: Tablet, hazard: HazardId) -> HazardDraft:
    draft = tablet.store.hazard_draft(hazard)
    if draft is None:
        raise UnknownRecordError(kind="hazard", id=hazard)
    return draft


def _raised(tablet: Tablet, draft: HazardDraft, photos: tuple[Photo, ...]) -> Hazard:
    person, point = tablet.person(), tablet.store.point(draft.point) if draft.point is not None else None
    place = " ".join(text for text in (point.name.zh if point is not None else "", draft.location.strip()) if text)
    return Hazard(
        draft.id,
        draft.site,
        draft.source_type,
        said(draft.description, photos),
        person.id,
        person.name,
        draft.started_at,
        point=draft.point,
        asset=draft.asset,
        unit=draft.unit,
        location=place,
        category=draft.category,
        grade=draft.grade,
        is_suspected_major=draft.is_suspected_major or draft.grade is HazardGrade.MAJOR,
        on_spot_action=draft.on_spot_action.strip(),
        photos_before=photos,
    )
