"""The last records of a place, for the readings in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from server.codec import read_stored
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import inspection
from shared.ids import PointId, SiteId
from shared.model.inspection import Inspection, Status


def last_records(tx: Tx, viewer: Viewer, site: SiteId, point: PointId, most: int) -> list[tuple[datetime, Inspection]]:
    """List the last finished records of a site's point with when they ended by the server's clock, the latest first.

    The one site is named, so that its index is read from the newest on; else all records of the point would be sorted.
    """
    known = inspection.c
    query = (
        select(known.ended_at, known.started_at, known.body)
        .where(known.point == point, visible(inspection, viewer, site), known.is_gone.is_(False))
        .where(known.status == Status.FINAL.value)
        .order_by(known.started_at.desc())
        .limit(most)
    )
    return [(row.ended_at or row.started_at, read_stored(Inspection, row.body)) for row in tx.rows(query)]
