"""Hazards that come back: the same item or wording at the same asset within a year (hazards facts §8, 重复隐患)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, literal_column, select

from server.store.tx import Tx
from server.tables import hazard
from shared.ids import HazardId
from shared.model.hazard import Hazard, HazardState

WITHIN: Final = timedelta(days=365)
MOST: Final = 50


def earlier(tx: Tx, found: Hazard, found_at: datetime) -> HazardId | None:
    """Return the latest hazard that ``found`` repeats; ``found_at`` is when it was found, by the server's clock.

    It is the same item of a checklist or the same wording of the library, whichever version (decision 0045). Without an
    asset the place counts. What was void never was a hazard. A push brings many at once: those that this transaction has
    put and not written yet are looked at where they are, so that they can still be written together.
    """
    known, asset, phrase = hazard.c, found.per or found.asset, found.phrase.partition("@")[0]
    if found.point is None or not (found.item or phrase):
        return None
    alike: list[tuple[ColumnElement[bool], ...]] = [(known.item == found.item,)] if found.item else []
    if phrase:
        alike.append((known.phrase == phrase, known.phrase != literal_column("''")))
    same = known.asset == asset if asset else known.asset.is_(None)
    # A point is of one site, so that the site is not asked for: each part is answered by its own index.
    query = (
        select(known.id, known.found_at)
        .where(known.point == found.point, same, known.id != found.id)
        .where(known.found_at >= found_at - WITHIN, known.found_at < found_at)
        .where(known.is_gone.is_(False), known.state != HazardState.VOIDED.value)
        .order_by(known.found_at.desc(), known.id.desc())
        .limit(1)
    )
    kept = [(row.found_at, row.id) for each in alike for row in tx.aside(query.where(*each))]
    fresh = [
        (row["found_at"], record)
        for record, row in tx.unwritten("hazard")
        if (row["point"], row["asset"], row["site"]) == (found.point, asset, found.site)
        and ((found.item and row["item"] == found.item) or (phrase and row["phrase"] == phrase))
        and row["state"] != HazardState.VOIDED.value
        and found_at - WITHIN <= row["found_at"] < found_at
        and record != found.id
    ]
    latest = max((*kept, *fresh), default=None)
    return None if latest is None else HazardId(latest[1])


def later(tx: Tx, record: HazardId) -> list[Hazard]:
    """List the hazards that repeat this one, oldest first."""
    known = hazard.c
    return tx.every(Hazard, known.recurs_from == record, order=(known.found_at, known.id), limit=MOST)
