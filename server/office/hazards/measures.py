"""What is ordered about a hazard while its state stays: a form becomes a measure, ``shared.hazard.measure`` decides."""

from __future__ import annotations

from server.office.form import Form
from server.office.hazards.money import read_fen
from server.office.reader import Reader, begin
from server.store import Tx, recurrence
from server.store.measure import add_measure
from shared.hazard import FROM_OFFICE
from shared.hazard.measure import Decision, FundSource, Measure, MeasureKind, order
from shared.model.hazard import Hazard, HazardEvent


def give(tx: Tx, reader: Reader, hazard: Hazard, kind: MeasureKind, form: Form) -> Measure:
    """Order what the form says about a hazard.

    Raises:
        FormError: a field cannot be read.
        RuleError: the rules of ``shared.hazard.measure`` say no.
    """
    earlier = None
    if kind is MeasureKind.AGAIN:
        near: dict[str, Hazard] = {one.id: one for one in recurrence.similar(tx, reader.viewer, hazard)}
        earlier = near.get(form.choice("earlier", near))
    given = Measure(
        id=tx.ids.new(),
        site=hazard.site,
        hazard=hazard.id,
        kind=kind,
        by=reader.viewer.person,
        by_name=reader.name,
        at=tx.now,
        origin=FROM_OFFICE,
        text=form.text("reason"),
        interim_measures=form.text("interim_measures"),
        decision=form.member("decision", Decision),
        ref=earlier.no if earlier else form.line("ref"),
        budget_fen=read_fen(form, "budget"),
        fund_source=form.member("fund_source", FundSource),
        deadline_on=hazard.deadline_on,
        earlier=earlier.id if earlier else None,
    )
    form.settle()
    today = begin(reader, HazardEvent.ESCALATE, hazard.site, tx.now).today
    moved = order(hazard, given, reader.viewer.roles_at(hazard.site), today)
    add_measure(tx, given)
    tx.put(moved)  # also where nothing of it changes: whoever looks at it now is to see the new line
    return given
