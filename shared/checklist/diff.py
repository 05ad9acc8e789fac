"""What changed between two versions of a record: the returned one and its correction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from shared.checklist.state import AnswerKey
from shared.ids import AssetId, PhotoId, Sha256
from shared.model.inspection import AFTER, VOICE, Answer, Inspection, Result, Value
from shared.model.template import Item, Template


class Part(Enum):
    """Which part of an answer, or of the record, a change is about."""

    RESULT = "result"
    VALUE = "value"
    NOTE = "note"
    REASON = "reason"
    ACTION = "action"
    PHOTOS = "photos"
    CORRECTED = "corrected"
    AFTER = "after"
    VOICES = "voices"
    CONCLUSION = "conclusion"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a diff. ``item`` is None for what belongs to the whole record.

    ``before`` and ``after`` hold the two values; for photos and voice notes how many there were, ``added`` and ``dropped`` which.
    """

    part: Part
    item: Item | None = None
    per: AssetId | None = None
    before: Result | Value = None
    after: Result | Value = None
    added: tuple[PhotoId, ...] = ()
    dropped: tuple[PhotoId, ...] = ()


def diff(template: Template, old: Inspection, new: Inspection) -> tuple[Change, ...]:
    """List what ``new`` says otherwise than ``old``, in the order of the form.

    Photos count as the same when their bytes are: a corrected record carries the old ones under new ids.
    """
    before, after = _by_key(old), _by_key(new)
    place = {item.name: index for index, item in enumerate(template.items)}
    items = {item.name: item for item in template.items}
    last = len(place)
    keys = sorted(
        {*before, *after, *_photo_keys(old), *_photo_keys(new)},
        key=lambda key: (place.get(key[0], last), key[1] or "", key[0]),
    )
    found: list[Change] = []
    for key in keys:
        item = items.get(key[0])
        if item is not None:
            found += _answer(item, key[1], before.get(key) or Answer(*key), after.get(key) or Answer(*key))
            found += _photos(item, key, old, new)
    if old.unit != new.unit:
        found.append(Change(Part.UNIT, before=old.unit, after=new.unit))
    if old.conclusion != new.conclusion:
        found.append(Change(Part.CONCLUSION, before=old.conclusion, after=new.conclusion))
    return tuple(found)


def _by_key(record: Inspection) -> dict[AnswerKey, Answer]:
    return {(answer.item, answer.per): answer for answer in record.answers}


def _photo_keys(record: Inspection) -> set[AnswerKey]:
    return {(photo.item, photo.per) for photo in record.photos if photo.item}


def _answer(item: Item, per: AssetId | None, old: Answer, new: Answer) -> Iterator[Change]:
    said = (
        (Part.RESULT, old.result, new.result),
        (Part.VALUE, old.value, new.value),
        (Part.NOTE, old.note, new.note),
        (Part.REASON, old.reason, new.reason),
        (Part.ACTION, old.action, new.action),
        (Part.CORRECTED, old.corrected, new.corrected),
    )
    return (Change(part, item, per, before, after) for part, before, after in said if before != after)


def _photos(item: Item, key: AnswerKey, old: Inspection, new: Inspection) -> Iterator[Change]:
    for part, role in ((Part.PHOTOS, ""), (Part.AFTER, AFTER), (Part.VOICES, VOICE)):
        before, after = _files(old, key, role), _files(new, key, role)
        added = tuple(after[name] for name in after if name not in before)
        dropped = tuple(before[name] for name in before if name not in after)
        if added or dropped:
            yield Change(part, item, key[1], len(before), len(after), added, dropped)


def _files(record: Inspection, key: AnswerKey, role: str) -> dict[Sha256, PhotoId]:
    return {one.sha256: one.id for one in record.photos if (one.item, one.per, one.role) == (*key, role)}
