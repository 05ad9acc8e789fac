"""What somebody wrote in a form that is not there any more, because the hazard has moved on."""

from __future__ import annotations

from typing import Final

from server.office.form import Form
from server.office.hazards.sheet import Sheet
from shared.model.hazard import HazardEvent

WRITTEN: Final = (
    ("reason", "hazards.reason"),
    ("measures_taken", "hazards.taken"),
    ("cause", "hazards.cause"),
    ("note", "hazards.recheck_note"),
    ("description", "hazards.description"),
    ("required_measures", "hazards.measures"),
    ("interim_measures", "hazards.interim"),
    ("judgement", "hazards.judgement"),
    ("measured", "hazards.measured"),
    ("deadline_on", "hazards.new_deadline"),
    ("new_deadline_on", "hazards.new_deadline"),
    ("done_by", "hazards.repaired_by"),
    ("signed_by", "hazards.signed_by"),
    ("addressee", "hazards.addressee"),
    ("ref", "hazards.ref"),
)
"""Fields that hold somebody's own words, and their labels."""


def lost_words(found: Sheet, form: Form | None, tried: str) -> tuple[tuple[str, str], ...]:
    """Return label and words of each field that was filled in, if its form does not stand on the page any more."""
    if form is None or not tried:
        return ()
    shown = {event.value for event in found.own_acts} | {kind.value for kind in (*found.measures, *found.links)}
    if HazardEvent.PASS_RECHECK.value in shown:
        shown.add(HazardEvent.FAIL_RECHECK.value)
    if tried in shown:
        return ()
    return tuple((label, form.value(name)) for name, label in WRITTEN if form.value(name).strip())
