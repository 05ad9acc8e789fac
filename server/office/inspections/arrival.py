"""What of a record has arrived and what is still on its tablet, so that the office knows whether to wait or to call."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.store.device import DeviceRow
from shared.ids import Sha256
from shared.model.inspection import Inspection, Photo
from shared.model.place import Text
from shared.model.template import Template

SOON = timedelta(hours=2)
"""A tablet that was heard of within this time is taken to be on its way."""


@dataclass(frozen=True, slots=True)
class Missing:
    """The photos of one item that have not arrived whole; ``label`` None: of no item of the form."""

    label: Text | None
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How much of a record's photos is here. ``tablet`` None: it is not known any more."""

    total: int
    arrived: int
    missing: tuple[Missing, ...]
    tablet: DeviceRow | None
    now: datetime

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing; before that, no page calls the record complete."""
        return self.arrived >= self.total

    @property
    def lacks(self) -> int:
        """How many photos are still on the way."""
        return self.total - self.arrived

    @property
    def advice(self) -> str:
        """Return the last part of the text key for what to do: wait, call, or look for a tablet that will not come."""
        if self.tablet is None or self.tablet.is_revoked:
            return "lost"
        if self.tablet.seen_at is not None and self.now - self.tablet.seen_at <= SOON:
            return "wait" if self.tablet.health.pending_photos else "ask"
        return "call"


def arrival_of(
    record: Inspection, template: Template | None, stored: Collection[Sha256], tablet: DeviceRow | None, now: datetime
) -> Arrival:
    """Count what has arrived; a photo that two answers show counts once."""
    photos = {photo.sha256: photo for photo in record.photos}
    missing = [photo for name, photo in photos.items() if name not in stored]
    labels = {item.name: item.label for item in template.items} if template else {}
    shown = {
        photo: answer.item for answer in record.answers for photo in (*answer.photos, *answer.after, *answer.voices)
    }
    items = {photo.id: photo.item or shown.get(photo.id, "") for photo in missing}
    found = tuple(
        Missing(labels.get(item), tuple(one for one in missing if items[one.id] == item))
        for item in dict.fromkeys(items.values())
    )
    return Arrival(len(photos), len(photos) - len(missing), found, tablet, now)
