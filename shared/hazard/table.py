"""The table: every state decides every event, by a Transition or by a Refusal that says why not.

Source: hazards facts §4.1 (manual 5.29.3; 61号令 §31-§35), roles facts §1 and §4. docs/hazard-states.md is generated
from it by ``make docs``. Readings of the facts that it settles:

- "before the deadline" and "deadline reached" are about days: the deadline day itself belongs to the unit, yet on it
  an extension may still be asked and a recheck without a reply may already be done;
- an owner or a shop has no account, so a lead inspector may record what the unit signed on paper; then the unit's
  signer is named and is not the lead inspector;
- ESCALATED may be escalated again (company head first, the authority next); only the fire principal or the fire
  manager closes (61号令 §33), and the principal alone when the hazard is MAJOR; never who rechecked it last, for the
  closing signature confirms a recheck;
- a received notice may still be withdrawn as long as nobody has replied (§4.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from shared.hazard import guard
from shared.hazard.act import Act
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.place import Role


class Refusal(Enum):
    """Why an event is not possible in a state."""

    FINAL = "final"  # ends here for good; what comes back is a new hazard with `recurs_from`
    NOT_CONFIRMED = "not_confirmed"
    ALREADY_CONFIRMED = "already_confirmed"
    NO_NOTICE = "no_notice"
    ALREADY_ISSUED = "already_issued"
    NOT_RECEIVED = "not_received"
    ALREADY_RECEIVED = "already_received"
    NO_EXTENSION_ASKED = "no_extension_asked"
    EXTENSION_UNDECIDED = "extension_undecided"
    NO_REPLY = "no_reply"
    ALREADY_REPLIED = "already_replied"
    NOT_RECHECKED = "not_rechecked"
    ALREADY_RECHECKED = "already_rechecked"
    NEEDS_DEADLINE = "needs_deadline"
    NOT_FAILED = "not_failed"
    NOT_PASSED = "not_passed"
    NOT_ESCALATED = "not_escalated"
    ESCALATED = "escalated"


Guard = Callable[[Hazard, Act], tuple[str, ...]]
"""Names the evidence that is missing."""
Rule = Callable[[Hazard, Act], bool]
"""Tells whether the act is in order."""


@dataclass(frozen=True, slots=True)
class Transition:
    """A permitted cell of the table: where it leads, who may act, what must be brought and which rules bind."""

    target: HazardState
    roles: frozenset[Role]
    guards: tuple[Guard, ...] = ()
    rules: tuple[Rule, ...] = ()


# Who acts (roles facts §1, §4)

LEAD = frozenset({Role.LEAD_INSPECTOR})
FINDERS = frozenset(
    {
        Role.LEAD_INSPECTOR,
        Role.INSPECTOR,
        Role.PATROLLER,
        Role.CONTROL_ROOM_OPERATOR,
        Role.MAINTENANCE_KEEPER,
        Role.LIFT_SAFETY_OFFICER,
        Role.LIFT_SAFETY_DIRECTOR,
        Role.QUALITY_DEPT,
        Role.FIRE_MANAGER,
        Role.FIRE_PRINCIPAL,
    }
)
UNIT = frozenset({Role.INSPECTED_UNIT, Role.ENGINEERING_DEPT, Role.LEAD_INSPECTOR})
DECIDERS = frozenset({Role.LEAD_INSPECTOR, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL})
SIGNERS = frozenset({Role.FIRE_PRINCIPAL, Role.FIRE_MANAGER})
ESCALATORS = frozenset({Role.LEAD_INSPECTOR, Role.FIRE_PRINCIPAL})


S, E, R = HazardState, HazardEvent, Refusal
Cell = Transition | Refusal

_VOID = Transition(S.VOIDED, LEAD, (guard.a_reason,))
_RECHECK_RULES = (guard.rechecker_is_appointed, guard.rechecker_is_not_the_repairer)
_PASS = Transition(S.RECHECK_PASSED, FINDERS, (guard.a_recheck_record_with_photo,), _RECHECK_RULES)
_FAIL = Transition(S.RECHECK_FAILED, FINDERS, (guard.a_recheck_record,), _RECHECK_RULES)
_PASS_UNREPLIED = replace(_PASS, rules=(*_RECHECK_RULES, guard.deadline_is_reached))
_FAIL_UNREPLIED = replace(_FAIL, rules=(*_RECHECK_RULES, guard.deadline_is_reached))
_WITHDRAW = Transition(S.OPEN, LEAD, (guard.a_reason,), (guard.notice_has_no_reply,))
_ESCALATE = Transition(S.ESCALATED, ESCALATORS, (guard.reason_and_addressee,))
_CLOSING_RULES = (
    guard.major_needs_the_principal,
    guard.closer_is_not_the_repairer,
    guard.closer_is_not_the_rechecker,
)
_DECISION_RULES = (guard.major_needs_the_principal, guard.who_asks_does_not_decide)


def _refuse(why: Refusal, *events: HazardEvent) -> dict[HazardEvent, Cell]:
    return dict.fromkeys(events, why)


_BEFORE_NOTICE = (E.CONFIRM, E.CORRECT_ON_SPOT, E.VOID, E.ISSUE)
_EXTENSION_DECISIONS = (E.GRANT_EXTENSION, E.DENY_EXTENSION)
_FROM_NOTICE_TO_REPLY = (E.WITHDRAW, E.RECEIVE, E.REFUSE, E.ASK_EXTENSION, *_EXTENSION_DECISIONS, E.REPLY)
_FROM_RETURN_TO_CLOSE = (E.RETURN_REPLY, E.PASS_RECHECK, E.FAIL_RECHECK, E.SET_DEADLINE, E.SIGN_OFF)
_EVERYTHING = (*_BEFORE_NOTICE, *_FROM_NOTICE_TO_REPLY, *_FROM_RETURN_TO_CLOSE, E.ESCALATE, E.RESUME)

TRANSITIONS: dict[HazardState, dict[HazardEvent, Cell]] = {
    S.DRAFT: {
        E.CONFIRM: Transition(S.OPEN, LEAD, (guard.description_place_photo_grade_and_basis,)),
        E.CORRECT_ON_SPOT: Transition(
            S.CORRECTED_ON_SPOT,
            FINDERS,
            (guard.after_photo_and_responsible_person,),
            (guard.major_is_never_corrected_on_the_spot,),
        ),
        E.VOID: _VOID,
        **_refuse(R.NOT_CONFIRMED, E.ISSUE, *_FROM_NOTICE_TO_REPLY, *_FROM_RETURN_TO_CLOSE, E.ESCALATE),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.OPEN: {
        E.ISSUE: Transition(S.ISSUED, LEAD, (guard.a_complete_notice_line,), (guard.deadline_is_not_past,)),
        E.VOID: _VOID,
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_CONFIRMED, E.CONFIRM, E.CORRECT_ON_SPOT),
        **_refuse(R.NO_NOTICE, *_FROM_NOTICE_TO_REPLY, *_FROM_RETURN_TO_CLOSE),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.ISSUED: {
        E.WITHDRAW: _WITHDRAW,
        E.RECEIVE: Transition(
            S.IN_RECTIFICATION,
            UNIT,
            (guard.receiver_signature,),
            (guard.actor_belongs_to_the_unit, guard.receiver_is_not_the_issuer),
        ),
        E.REFUSE: Transition(
            S.IN_RECTIFICATION, LEAD, (guard.refusal_note_and_witness,), (guard.witness_is_not_the_actor,)
        ),
        E.PASS_RECHECK: _PASS_UNREPLIED,
        E.FAIL_RECHECK: _FAIL_UNREPLIED,
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.NOT_RECEIVED, E.ASK_EXTENSION, *_EXTENSION_DECISIONS, E.REPLY, E.RETURN_REPLY),
        **_refuse(R.NOT_FAILED, E.SET_DEADLINE),
        **_refuse(R.NOT_RECHECKED, E.SIGN_OFF),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.IN_RECTIFICATION: {
        E.WITHDRAW: _WITHDRAW,
        E.ASK_EXTENSION: Transition(
            S.EXTENSION_PENDING,
            UNIT,
            (guard.new_deadline_reason_and_protection,),
            (
                guard.actor_belongs_to_the_unit,
                guard.extension_is_asked_before_the_deadline,
                guard.at_most_two_extensions,
                guard.new_deadline_is_later,
            ),
        ),
        E.REPLY: Transition(S.REPLIED, UNIT, (guard.measures_photos_and_repairer,), (guard.actor_belongs_to_the_unit,)),
        E.PASS_RECHECK: _PASS_UNREPLIED,
        E.FAIL_RECHECK: _FAIL_UNREPLIED,
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.ALREADY_RECEIVED, E.RECEIVE, E.REFUSE),
        **_refuse(R.NO_EXTENSION_ASKED, *_EXTENSION_DECISIONS),
        **_refuse(R.NO_REPLY, E.RETURN_REPLY),
        **_refuse(R.NOT_FAILED, E.SET_DEADLINE),
        **_refuse(R.NOT_RECHECKED, E.SIGN_OFF),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.EXTENSION_PENDING: {
        E.GRANT_EXTENSION: Transition(
            S.IN_RECTIFICATION,
            DECIDERS,
            (guard.a_new_deadline,),
            (*_DECISION_RULES, guard.at_most_two_extensions, guard.new_deadline_is_later),
        ),
        E.DENY_EXTENSION: Transition(S.IN_RECTIFICATION, DECIDERS, (guard.a_reason,), _DECISION_RULES),
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.ALREADY_RECEIVED, E.RECEIVE, E.REFUSE),
        **_refuse(R.EXTENSION_UNDECIDED, E.WITHDRAW, E.ASK_EXTENSION, E.REPLY, *_FROM_RETURN_TO_CLOSE),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.REPLIED: {
        E.RETURN_REPLY: Transition(S.IN_RECTIFICATION, LEAD, (guard.a_reason,)),
        E.PASS_RECHECK: _PASS,
        E.FAIL_RECHECK: _FAIL,
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.ALREADY_REPLIED, *_FROM_NOTICE_TO_REPLY),
        **_refuse(R.NOT_FAILED, E.SET_DEADLINE),
        **_refuse(R.NOT_RECHECKED, E.SIGN_OFF),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.RECHECK_FAILED: {
        E.SET_DEADLINE: Transition(S.IN_RECTIFICATION, LEAD, (guard.a_new_deadline,), (guard.deadline_is_not_past,)),
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.NEEDS_DEADLINE, *_FROM_NOTICE_TO_REPLY),
        **_refuse(R.ALREADY_RECHECKED, E.RETURN_REPLY, E.PASS_RECHECK, E.FAIL_RECHECK),
        **_refuse(R.NOT_PASSED, E.SIGN_OFF),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.RECHECK_PASSED: {
        E.SIGN_OFF: Transition(
            S.CLOSED,
            SIGNERS,
            (guard.signature_of_the_principal_or_manager,),
            _CLOSING_RULES,
        ),
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_ISSUED, *_BEFORE_NOTICE),
        **_refuse(R.ALREADY_RECHECKED, *_FROM_NOTICE_TO_REPLY, E.RETURN_REPLY, E.PASS_RECHECK, E.FAIL_RECHECK),
        **_refuse(R.NOT_FAILED, E.SET_DEADLINE),
        **_refuse(R.NOT_ESCALATED, E.RESUME),
    },
    S.ESCALATED: {
        E.RESUME: Transition(
            S.IN_RECTIFICATION,
            ESCALATORS,
            (guard.outcome_document, guard.unit_and_deadline),
            (guard.deadline_is_not_past,),
        ),
        E.SIGN_OFF: Transition(
            S.CLOSED,
            SIGNERS,
            (guard.outcome_document, guard.signature_of_the_principal_or_manager),
            _CLOSING_RULES,
        ),
        E.ESCALATE: _ESCALATE,
        **_refuse(R.ALREADY_CONFIRMED, E.CONFIRM, E.CORRECT_ON_SPOT, E.VOID),
        **_refuse(R.ESCALATED, E.ISSUE, *_FROM_NOTICE_TO_REPLY),
        **_refuse(R.ESCALATED, E.RETURN_REPLY, E.PASS_RECHECK, E.FAIL_RECHECK, E.SET_DEADLINE),
    },
    S.CORRECTED_ON_SPOT: _refuse(R.FINAL, *_EVERYTHING),
    S.CLOSED: _refuse(R.FINAL, *_EVERYTHING),
    S.VOIDED: _refuse(R.FINAL, *_EVERYTHING),
}

TERMINAL = frozenset({S.CORRECTED_ON_SPOT, S.CLOSED, S.VOIDED})
"""States that nothing leaves."""
