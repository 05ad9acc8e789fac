"""What a checklist's answers amount to: visible, required, missing, failed, out of limits, due, complete.

``evaluate(template, answers, context)`` decides all of it, on the tablet as in the office; nobody else counts failures
or decides visibility. ``defaults`` gives a new record its first answers, ``history_of`` what earlier records did.

Invariant: pure. The same template, answers and context give the same Evaluation.
Invariant: an answer is never lost or changed here; a hidden row's answer is only not counted.
Invariant: 未检 is never a pass, and a reading out of limits never is, whatever was tapped.
Invariant: an expression that fails never stops a round: the row counts as visible, not required and valid, and the
fault is reported.

Start reading at ``state`` (what comes out), then ``judge`` (verdicts) and ``evaluate``.
"""

from shared.checklist.evaluate import defaults, evaluate, history_of
from shared.checklist.state import AnswerKey, Context, Evaluation, Fault, Past, RowState, SectionState

__all__ = [
    "AnswerKey",
    "Context",
    "Evaluation",
    "Fault",
    "Past",
    "RowState",
    "SectionState",
    "defaults",
    "evaluate",
    "history_of",
]
