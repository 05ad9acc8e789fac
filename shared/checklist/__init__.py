"""What a checklist's answers amount to: visible, required, missing, failed, out of limits, due, complete.

``evaluate(template, answers, context)`` decides all of it, on the tablet as in the office; nobody else counts failures
or decides visibility. ``defaults`` gives a new record its first answers, ``history_of`` what earlier records did, ``diff`` what a
corrected version says otherwise; ``visit`` is about one inspection by several people. ``drift`` says where a reading is
heading, ``offered`` which wordings of the library fit a fail.

Invariant: pure. The same template, answers and context give the same Evaluation.
Invariant: an answer is never lost or changed here; a hidden row's answer is only not counted.
Invariant: 未检 is never a pass, and a reading out of limits never is, whatever was tapped.
Invariant: an expression that fails never stops a round: the row counts as visible, not required and valid, and the
fault is reported.

Start reading at ``state`` (what comes out), then ``judge`` (verdicts) and ``evaluate``.
"""

from shared.checklist.diff import Change, Part, diff
from shared.checklist.drift import Drift, drift
from shared.checklist.evaluate import defaults, evaluate, expressions, history_of
from shared.checklist.library import newest, offered
from shared.checklist.state import AnswerKey, Context, Evaluation, Fault, Past, RowState, SectionState
from shared.checklist.visit import co_signer, name_of_signer, of_visit, parts_of, signers_of, visit_no

__all__ = [
    "AnswerKey",
    "Change",
    "Context",
    "Drift",
    "Evaluation",
    "Fault",
    "Part",
    "Past",
    "RowState",
    "SectionState",
    "co_signer",
    "defaults",
    "diff",
    "drift",
    "evaluate",
    "expressions",
    "history_of",
    "name_of_signer",
    "newest",
    "of_visit",
    "offered",
    "parts_of",
    "signers_of",
    "visit_no",
]
