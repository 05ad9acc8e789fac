"""The same picture used twice: photos with the same bytes, or made of the same camera file, but taken at another moment.

A photo that an amended record, a hazard or a note takes over keeps the moment of its taking and is no second use. Nothing is
refused for it: it is a flag for whoever reviews the record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import or_, select

from server.store.projection import photos_of
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import blob_ref
from shared.ids import Sha256, SiteId
from shared.model.inspection import VOICE, Photo
from shared.sync.messages import ROW_BODIES

MOST_RECORDS = 50
"""A picture that is in more records is flagged by these."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another use of a photo's picture: in which record, and as which photo there."""

    photo: Photo
    kind: str
    record: str
    site: SiteId
    other: Photo


def twins_of(tx: Tx, viewer: Viewer, kind: str, record: str, site: SiteId, photos: Iterable[Photo]) -> tuple[Twin, ...]:
    """List where the pictures of a record's photos were used besides, within what ``viewer`` may see."""
    mine = tuple(photos)
    return (
        *_uses(mine, kind, record, site, mine),
        *(
            use
            for row_kind, row_id, row_site in _naming(tx, viewer, mine)
            if (row_kind, row_id) != (kind, record)
            for use in _uses(mine, row_kind, row_id, row_site, photos_of(tx.find(ROW_BODIES[row_kind], row_id)))
        ),
    )


def _uses(mine: Collection[Photo], kind: str, record: str, site: SiteId, others: Collection[Photo]) -> Iterator[Twin]:
    return (
        Twin(photo, kind, record, site, other) for photo in mine for other in others if is_same_picture(photo, other)
    )


def is_same_picture(one: Photo, other: Photo) -> bool:
    """Tell whether two photos show the same picture though they say that they were taken at different moments."""
    is_same = one.sha256 == other.sha256 or (one.camera is not None and one.camera == other.camera)
    is_seen = VOICE not in (one.role, other.role)
    return is_same and is_seen and one.id != other.id and one.taken_at != other.taken_at


def records_with(tx: Tx, viewer: Viewer, name: Sha256) -> list[tuple[str, str]]:
    """Name kind and id of records that ``viewer`` may see and that show a photo with these bytes, the oldest ids first."""
    mine = (blob_ref.c.sha256 == name) & blob_ref.c.is_thumb.is_(False)
    query = select(blob_ref.c.kind, blob_ref.c.id).where(mine, visible(blob_ref, viewer)).order_by(blob_ref.c.id)
    return [(str(row.kind), str(row.id)) for row in tx.rows(query.limit(MOST_RECORDS))]


def _naming(tx: Tx, viewer: Viewer, photos: Collection[Photo]) -> list[tuple[str, str, SiteId]]:
    """Find the records that name a file of the same bytes, or one made of the same camera file."""
    if not photos:
        return []
    cameras = {photo.camera for photo in photos if photo.camera is not None}
    same = [blob_ref.c.sha256.in_({photo.sha256 for photo in photos}), blob_ref.c.camera.in_(cameras)]
    query = select(blob_ref.c.kind, blob_ref.c.id, blob_ref.c.site).where(
        or_(*(same if cameras else same[:1])), blob_ref.c.is_thumb.is_(False), visible(blob_ref, viewer)
    )
    rows = tx.rows(query.distinct().order_by(blob_ref.c.id, blob_ref.c.kind).limit(MOST_RECORDS))
    return [(str(row.kind), str(row.id), SiteId(row.site)) for row in rows]
