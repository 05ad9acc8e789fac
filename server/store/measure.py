"""What is ordered about a hazard while its state stays: rows are added, never changed."""

from __future__ import annotations

from sqlalchemy import insert, select

from server.store.tx import Tx
from server.tables import measure
from shared.hazard.measure import Decision, FundSource, Measure, MeasureKind
from shared.ids import HazardId


def add_measure(tx: Tx, given: Measure) -> None:
    """Keep one order."""
    tx.execute(
        insert(measure).values(
            id=given.id,
            hazard=given.hazard,
            site=given.site,
            kind=given.kind.value,
            by=given.by,
            by_name=given.by_name,
            at=given.at,
            origin=given.origin,
            text=given.text,
            interim_measures=given.interim_measures,
            decision=given.decision.value if given.decision else "",
            ref=given.ref,
            budget_fen=given.budget_fen,
            fund_source=given.fund_source.value if given.fund_source else "",
            deadline_on=given.deadline_on,
            earlier=given.earlier,
        )
    )


def measures_of(tx: Tx, record: HazardId) -> list[Measure]:
    """List what was ordered about a hazard, oldest first."""
    found = tx.rows(select(measure).where(measure.c.hazard == record).order_by(measure.c.at, measure.c.id))
    return [
        Measure(
            id=row.id,
            site=row.site,
            hazard=HazardId(row.hazard),
            kind=MeasureKind(row.kind),
            by=row.by,
            by_name=row.by_name,
            at=row.at,
            origin=row.origin,
            text=row.text,
            interim_measures=row.interim_measures,
            decision=Decision(row.decision) if row.decision else None,
            ref=row.ref,
            budget_fen=row.budget_fen,
            fund_source=FundSource(row.fund_source) if row.fund_source else None,
            deadline_on=row.deadline_on,
            earlier=HazardId(row.earlier) if row.earlier else None,
        )
        for row in found
    ]
