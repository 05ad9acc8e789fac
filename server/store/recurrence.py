"""Hazards that come back: the same item or wording at the same asset within a year (hazards facts §8, 重复隐患).

What the items and wordings do not say, somebody who reviews says (decision 0048): ``similar`` offers what may be the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, literal_column, select

from server.store.search import grams
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import hazard, measure
from shared.hazard.measure import LINKS
from shared.ids import HazardId
from shared.model.hazard import Hazard, HazardState

WITHIN: Final = timedelta(days=365)
MOST: Final = 50
_ALIKE: Final = 20
"""So many of the same item at one place are looked at; more only where so many were found after one that comes late."""


def earlier(tx: Tx, found: Hazard, found_at: datetime) -> HazardId | None:
    """Return the latest hazard that ``found`` repeats; ``found_at`` is when it was found, by the server's clock.

    It is the same item of a checklist or the same wording of the library, whichever version (decision 0045). Without an
    asset the place counts. What was void never was a hazard. A push brings many at once: those that this transaction has
    put and not written yet are looked at where they are, so that they can still be written together.

    A hazard that comes late takes its place in the row: the next one, if it was linked by rule, is linked to it.
    """
    asset, phrase = found.per or found.asset, found.phrase.partition("@")[0]
    if found.point is None or not (found.item or phrase):
        return None
    kept = _alike(tx, found, asset, phrase, found_at)
    fresh = [
        (row["found_at"], record)
        for record, row in tx.unwritten("hazard")
        if (row["point"], row["asset"], row["site"]) == (found.point, asset, found.site)
        and ((found.item and row["item"] == found.item) or (phrase and row["phrase"] == phrase))
        and row["state"] != HazardState.VOIDED.value
        and found_at - WITHIN <= row["found_at"] < found_at
        and record != found.id
    ]
    latest = max((*((row.found_at, row.id) for row in kept if row.found_at < found_at), *fresh), default=None)
    before = None if latest is None else HazardId(latest[1])
    _make_way(tx, found, before, [row for row in kept if found_at < row.found_at <= found_at + WITHIN])
    return before


def later(tx: Tx, record: HazardId) -> list[Hazard]:
    """List the hazards that repeat this one, oldest first."""
    known = hazard.c
    return tx.every(Hazard, known.recurs_from == record, order=(known.found_at, known.id), limit=MOST)


def similar(tx: Tx, viewer: Viewer, found: Hazard) -> list[Hazard]:
    """List what was found at the same point in the twelve months before, of any item: what ``found`` may be again.

    That of the same asset comes first, then by how many pairs of letters the descriptions share, then the latest.
    """
    found_at = tx.scalar(select(hazard.c.found_at).where(hazard.c.id == found.id))
    if found.point is None or found_at is None:
        return []
    known = hazard.c
    near = tx.every(
        Hazard,
        visible(hazard, viewer, found.site),
        known.point == found.point,
        known.found_at >= found_at - WITHIN,
        known.found_at < found_at,
        known.state != HazardState.VOIDED.value,
        known.id != found.id,
        order=(known.found_at.desc(), known.id.desc()),
        limit=MOST,
    )
    asset, said = found.per or found.asset, set(grams(found.description))
    return sorted(
        near,
        key=lambda one: ((one.per or one.asset) == asset, len(said & set(grams(one.description)))),
        reverse=True,
    )


# ---- within


def _alike(tx: Tx, found: Hazard, asset: str | None, phrase: str, found_at: datetime) -> list[Row[Any]]:
    """List the same at the same place, the latest first: of the year before, and what was found since."""
    known = hazard.c
    alike: list[tuple[ColumnElement[bool], ...]] = [(known.item == found.item,)] if found.item else []
    if phrase:
        alike.append((known.phrase == phrase, known.phrase != literal_column("''")))
    same = known.asset == asset if asset else known.asset.is_(None)
    # A point is of one site, so that the site is not asked for: each part is answered by its own index.
    query = (
        select(known.id, known.found_at, known.recurs_from)
        .where(known.point == found.point, same, known.id != found.id)
        .where(known.found_at >= found_at - WITHIN)
        .where(known.is_gone.is_(False), known.state != HazardState.VOIDED.value)
        .order_by(known.found_at.desc(), known.id.desc())
    )
    kept: list[Row[Any]] = []
    for each in alike:
        rows = tx.aside(query.where(*each).limit(_ALIKE))
        if len(rows) == _ALIKE and rows[-1].found_at >= found_at:
            rows = tx.aside(query.where(*each))
        kept += rows
    return kept


def _make_way(tx: Tx, found: Hazard, before: HazardId | None, after: list[Row[Any]]) -> None:
    """Link the next hazard to one that came late, unless somebody said what it is or it is linked otherwise."""
    following = min(after, key=lambda row: (row.found_at, row.id), default=None)
    if following is None or following.recurs_from != before:
        return
    said = select(measure.c.id).where(
        measure.c.hazard == following.id, measure.c.kind.in_([kind.value for kind in LINKS])
    )
    if not tx.aside(said.limit(1)):
        tx.put(replace(tx.get(Hazard, following.id), recurs_from=found.id))
