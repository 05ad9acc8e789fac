"""What of a synced entity stands in columns, which feeds carry it, and which photos it names.

All three are pure functions of the entity, so that they can be computed anew from the bodies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from shared.hazard import TERMINAL
from shared.ids import ORG_SCOPE, ScopeId, Sha256, SiteId, site_scope, user_scope
from shared.model.access import Access
from shared.model.handover import Handover
from shared.model.hazard import Extension, Hazard, HazardEvent, Notice, Recheck, Reply
from shared.model.inspection import Inspection, Note, Photo, Review, Status
from shared.model.number import NumberBlock
from shared.model.phrase import Phrase
from shared.model.place import Asset, Building, Person, Point, Site, Unit
from shared.model.plan import Excuse, Rule, Waiver, WorkdayYear
from shared.model.shift import Pin, Shift
from shared.model.template import Template
from shared.schedule.equipment import Due, due_days
from shared.sync.messages import ROW_BODIES
from shared.sync.ports import Times

KIND_OF: dict[type, str] = {cls: kind for kind, cls in ROW_BODIES.items()}
Columns = dict[str, Any]
"""The day of an asset's next statutory inspection, in its own data."""
_MEMBER_NAMES = {kind: frozenset(field.name for field in fields(cls)) for kind, cls in ROW_BODIES.items()}


def member_names(kind: str) -> frozenset[str]:
    """Return the members of a kind that this server knows; others in a body came from a newer app."""
    return _MEMBER_NAMES[kind]


def id_of(entity: object) -> str:
    """Return the id that names an entity in its table and feed."""
    if isinstance(entity, (Template, Phrase)):
        return entity.key
    if isinstance(entity, WorkdayYear):
        return str(entity.year)
    found: str = getattr(entity, "id")  # noqa: B009 - every other kind has one; the union of sixteen says nothing more
    return found


def site_of(entity: object) -> SiteId | None:
    """Return the site that an entity belongs to; templates and the calendar belong to all."""
    if isinstance(entity, Site):
        return entity.id
    found: SiteId | None = getattr(entity, "site", None)
    return found


def secret_until(entity: object) -> date | None:
    """Return the day before which an entity is kept from most people: that of a surprise inspection."""
    return entity.starts_on if isinstance(entity, Rule) and entity.is_secret else None


def scopes_of(entity: object, today: date) -> tuple[ScopeId, ...]:
    """Name the feeds that carry an entity on the site's day ``today``, sorted.

    A secret rule (a surprise inspection) reaches its performers only until its day has come. Shifts are the office's: no
    tablet needs another's.
    """
    if isinstance(entity, Shift):
        return ()
    if isinstance(entity, Rule) and entity.is_secret and today < entity.starts_on:
        return tuple(sorted({user_scope(person) for person in entity.performers}))
    site = site_of(entity)
    return (ORG_SCOPE,) if site is None else (site_scope(site),)


def photos_of(entity: object) -> tuple[Photo, ...]:
    """List the photos that an entity names."""
    if isinstance(entity, Hazard):
        return (*entity.photos_before, *entity.photos_after)
    if isinstance(entity, Reply):
        return entity.photos_after
    if isinstance(entity, (Inspection, Recheck, Note, Excuse)):
        return entity.photos
    if isinstance(entity, Handover):
        return entity.record.photos
    return ()


def photo_names(entity: object) -> tuple[Sha256, ...]:
    """List the distinct files that an entity's photos name, in order."""
    return tuple(dict.fromkeys(photo.sha256 for photo in photos_of(entity)))


@dataclass(frozen=True, slots=True)
class PhotoRef:
    """A file that an entity names. ``camera`` is the hash of the camera's file that a photo was made of, if known."""

    sha256: Sha256
    is_thumb: bool = False
    camera: Sha256 | None = None


def photo_refs(entity: object) -> tuple[PhotoRef, ...]:
    """List the distinct files that an entity names: its photos, in order, and then their small copies."""
    if isinstance(entity, Person):
        return (PhotoRef(entity.photo),) if entity.photo else ()
    photos = photos_of(entity)
    large = {photo.sha256: PhotoRef(photo.sha256, camera=photo.camera) for photo in photos}
    small = {photo.thumb: PhotoRef(photo.thumb, is_thumb=True) for photo in photos if photo.thumb is not None}
    return (*large.values(), *(ref for name, ref in small.items() if name not in large))


def enclosed(words: Iterable[str]) -> str:
    """Join words so that each can be looked for with a blank before and after it; empty if there are none."""
    joined = " ".join(words)
    return f" {joined} " if joined else ""


def columns_of(entity: object, times: Times) -> Columns:
    """Compute the projected columns of an entity."""
    return _PROJECTIONS[type(entity)](entity, times)


def _site(entity: Site, _times: Times) -> Columns:
    return {"name": entity.name.zh, "short_name": entity.short_name}


def _building(entity: Building, _times: Times) -> Columns:
    return {"site": entity.site, "name": entity.name.zh, "code": entity.code, "is_retired": entity.is_retired}


def _point(entity: Point, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "building": entity.building,
        "name": entity.name.zh,
        "number": entity.number,
        "point_kind": entity.kind.value,
        "tag": entity.tag,
        "is_retired": entity.is_retired,
    }


def _asset(entity: Asset, _times: Times) -> Columns:
    days = due_days(entity)
    return {
        "site": entity.site,
        "point": entity.point,
        "asset_kind": entity.kind.value,
        "name": entity.name.zh,
        "number": entity.number,
        "is_retired": entity.is_retired,
        "next_inspection_on": days.get(Due.INSPECTION),
        "governor_on": days.get(Due.GOVERNOR),
        "service_on": days.get(Due.SERVICE),
        "scrap_on": days.get(Due.SCRAP),
    }


def _unit(entity: Unit, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "name": entity.name.zh,
        "unit_kind": entity.kind,
        "code": entity.code,
        "is_retired": entity.is_retired,
    }


def _person(entity: Person, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "name": entity.name,
        "unit": entity.unit,
        "is_active": entity.is_active,
        "code": entity.code,
    }


def _template(entity: Template, _times: Times) -> Columns:
    return {
        "template_id": entity.id,
        "version": entity.version,
        "title": entity.title.zh,
        "inspection_type": entity.inspection_type,
    }


def _phrase(entity: Phrase, _times: Times) -> Columns:
    texts = (entity.words.zh, entity.words.en, entity.measures.zh, entity.measures.en, entity.clause)
    return {
        "phrase_id": entity.id,
        "version": entity.version,
        "is_retired": entity.is_retired,
        "words": entity.words.zh,
        "words_en": entity.words.en,
        "codes": enclosed(entity.codes),
        "grade": entity.grade.value if entity.grade else "",
        "days": entity.days,
        "clause": entity.clause,
        "certainty": entity.certainty.value,
        "said": "\n".join(text for text in texts if text),
    }


def _workday_year(entity: WorkdayYear, _times: Times) -> Columns:
    return {"year": entity.year}


def _rule(entity: Rule, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "code": entity.code,
        "template": entity.template,
        "point": entity.point,
        "is_secret": entity.is_secret,
        "starts_on": entity.starts_on,
        "ends_on": entity.ends_on,
        "name": entity.name.zh,
        "name_en": entity.name.en,
        "about_unit": entity.unit,
        "role": entity.performer_role.value if entity.performer_role else "",
        "performers": enclosed(entity.performers),
        "source": entity.source,
    }


def _waiver(entity: Waiver, _times: Times) -> Columns:
    return {"site": entity.site, "rule": entity.rule, "window_on": entity.window_on}


def _inspection(entity: Inspection, times: Times) -> Columns:
    ended = entity.ended_at.wall if entity.ended_at else None
    return {
        "site": entity.site,
        "template": entity.template,
        "template_version": entity.template_version,
        "point": entity.point,
        "unit": entity.unit,
        "author": entity.author,
        "device": entity.device,
        "status": entity.status.value,
        "author_rev": entity.author_rev,
        "started_at": times.started_at or entity.started_at.wall,
        "ended_at": (times.ended_at or ended) if ended else None,
        "rule": entity.task.rule if entity.task else None,
        "window_on": entity.task.window_on if entity.task else None,
        "review_state": "submitted" if entity.status is Status.FINAL else "",
        "is_late": bool(entity.late_reason),
        "amends": entity.amends,
        "forked_from": entity.forked_from,
    }


def _review(entity: Review, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "inspection": entity.inspection,
        "author": entity.author,
        "state": entity.state.value,
        "at": entity.at,
    }


def _note(entity: Note, times: Times) -> Columns:
    return {
        "site": entity.site,
        "about_kind": entity.about_kind,
        "about_id": entity.about_id,
        "author": entity.author,
        "at": times.started_at or entity.at.wall,
    }


def _hazard(entity: Hazard, times: Times) -> Columns:
    found_at = times.started_at or entity.found_at.wall
    return {
        "site": entity.site,
        "no": entity.no,
        "description": entity.description,
        "location": entity.location,
        "state": entity.state.value,
        "grade": entity.grade.value,
        "is_suspected_major": entity.is_suspected_major,
        "category": entity.category,
        "unit": entity.unit,
        "point": entity.point,
        "source": entity.source,
        "item": entity.item,
        "notice": entity.notice,
        "found_by": entity.found_by,
        "found_at": found_at,
        "deadline_on": entity.deadline_on,
        "round": entity.round,
        "changed_at": entity.steps[-1].at if entity.steps else found_at,
        "asset": entity.per or entity.asset,
        "recurs_from": entity.recurs_from,
        "first_deadline_on": entity.first_deadline_on,
        "issued_at": next((step.at for step in entity.steps if step.event is HazardEvent.ISSUE), None),
        "ended_at": entity.steps[-1].at if entity.steps and entity.state in TERMINAL else None,
        "phrase": entity.phrase.partition("@")[0],
    }


def _notice(entity: Notice, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "no": entity.no,
        "state": entity.state.value,
        "unit": entity.unit,
        "inspection": entity.inspection,
        "deadline_on": entity.deadline_on,
        "issued_at": entity.issued_at,
        "supersedes": entity.supersedes,
    }


def _reply(entity: Reply, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "notice": entity.notice,
        "hazard": entity.hazard,
        "submitted_at": entity.submitted_at,
    }


def _extension(entity: Extension, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "hazard": entity.hazard,
        "asked_at": entity.asked_at,
        "is_granted": entity.is_granted,
    }


def _recheck(entity: Recheck, times: Times) -> Columns:
    return {
        "site": entity.site,
        "hazard": entity.hazard,
        "notice": entity.notice,
        "no": entity.no,
        "result": entity.result.value,
        "round": entity.round,
        "rechecked_by": entity.rechecked_by,
        "at": times.started_at or entity.at.wall,
    }


def _excuse(entity: Excuse, times: Times) -> Columns:
    return {
        "site": entity.site,
        "rule": entity.rule,
        "window_on": entity.window_on,
        "author": entity.author,
        "state": entity.state.value,
        "asked_at": times.started_at or entity.at.wall,
    }


def _access(entity: Access, times: Times) -> Columns:
    left = entity.leaving.at.wall if entity.leaving else None
    return {
        "site": entity.site,
        "point": entity.point,
        "author": entity.author,
        "is_refused": bool(entity.refusal),
        "entered_at": times.started_at or entity.at.wall,
        "left_at": (times.ended_at or left) if left else None,
    }


def _handover(entity: Handover, times: Times) -> Columns:
    return {
        "site": entity.site,
        "record": entity.record.id,
        "state": entity.state.value,
        "offered_at": times.started_at or entity.at.wall,
    }


def _shift(entity: Shift, times: Times) -> Columns:
    ended = entity.ended_at.wall if entity.ended_at else None
    return {
        "site": entity.site,
        "device": entity.device,
        "person": entity.person,
        "author_rev": entity.author_rev,
        "began_at": times.started_at or entity.began_at.wall,
        "ended_at": (times.ended_at or ended) if ended else None,
    }


def _pin(entity: Pin, _times: Times) -> Columns:
    return {"site": entity.site, "set_at": entity.set_at, "is_set": entity.is_set}


def _number_block(entity: NumberBlock, _times: Times) -> Columns:
    return {
        "site": entity.site,
        "device": entity.device,
        "year": entity.year,
        "first": entity.first,
        "last": entity.last,
    }


_PROJECTIONS: dict[type, Callable[[Any, Times], Columns]] = {
    Site: _site,
    Building: _building,
    Point: _point,
    Asset: _asset,
    Unit: _unit,
    Person: _person,
    Template: _template,
    Phrase: _phrase,
    WorkdayYear: _workday_year,
    Rule: _rule,
    Waiver: _waiver,
    Inspection: _inspection,
    Review: _review,
    Note: _note,
    Hazard: _hazard,
    Notice: _notice,
    Reply: _reply,
    Extension: _extension,
    Recheck: _recheck,
    Shift: _shift,
    Pin: _pin,
    Excuse: _excuse,
    Access: _access,
    Handover: _handover,
    NumberBlock: _number_block,
}
