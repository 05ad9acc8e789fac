"""What may happen to a hazard, by whom and with what evidence.

``act`` (what a person does) · ``guard`` (evidence and rules as named functions) · ``table`` (TRANSITIONS: states x
events) · ``advance`` (apply it) · ``urgency`` (overdue ladder, suggested deadlines, screening for MAJOR) · ``measure``
(what is ordered meanwhile: explanations, decisions, suspended use, money).

Invariant: TRANSITIONS is total; a hazard changes its state by ``advance`` only, so its steps are a path of the table.

Start reading at ``table``.
"""

from shared.hazard.act import FROM_LINK, FROM_OFFICE, FROM_TABLET, Act
from shared.hazard.advance import advance, allowed, is_path, missing_evidence, permit
from shared.hazard.guard import MAX_EXTENSIONS, last_step
from shared.hazard.table import TERMINAL, TRANSITIONS, Refusal, Transition
from shared.hazard.urgency import is_overdue

__all__ = [
    "FROM_LINK",
    "FROM_OFFICE",
    "FROM_TABLET",
    "MAX_EXTENSIONS",
    "TERMINAL",
    "TRANSITIONS",
    "Act",
    "Refusal",
    "Transition",
    "advance",
    "allowed",
    "is_overdue",
    "is_path",
    "last_step",
    "missing_evidence",
    "permit",
]
