"""A record's versions, and the record that was made before it at the same place: what its page lays side by side."""

from __future__ import annotations

from sqlalchemy import select

from server.store.inspection import amendments_of
from server.store.tx import Tx
from server.tables import inspection
from shared.model.inspection import Inspection

MOST_VERSIONS = 20
"""So many versions of one record a page shows."""


def previous_of(tx: Tx, record: Inspection) -> Inspection | None:
    """Return the finished record of the same form before this one: at the same point, or of the same unit without a point.

    Versions of this very record are left out; of one that was corrected it is the last correction.
    """
    began_at = tx.scalar(select(inspection.c.started_at).where(inspection.c.id == record.id))
    same = inspection.c.point == record.point
    if record.point is None:
        same = inspection.c.point.is_(None) & inspection.c.unit.is_not(None) & (inspection.c.unit == record.unit)
    if began_at is None or (record.point is None and record.unit is None):
        return None
    own = {one.id for one in versions_of(tx, record)}
    before = (
        (inspection.c.template == record.template)
        & (inspection.c.started_at <= began_at)
        & (inspection.c.status == "final")
    )
    order = (inspection.c.started_at.desc(), inspection.c.id)
    near = tx.every(Inspection, same, before, inspection.c.id.not_in(own), order=order, limit=1)
    return versions_of(tx, near[0])[-1] if near else None


def versions_of(tx: Tx, record: Inspection) -> tuple[Inspection, ...]:
    """List the versions of a record, oldest first: what it corrects, itself, and what corrects it."""
    found = [record]
    while found[0].amends is not None and len(found) < MOST_VERSIONS:
        older = tx.find(Inspection, found[0].amends)
        if older is None or older.id in {one.id for one in found}:
            break
        found.insert(0, older)
    while len(found) < MOST_VERSIONS:
        newer = amendments_of(tx, found[-1].id)
        if not newer or newer[-1].id in {one.id for one in found}:
            break
        found.append(newer[-1])
    return tuple(found)
