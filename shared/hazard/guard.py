"""Guards and rules of the hazard table, as named functions.

A guard names the evidence that an act must still bring; the names are stable and travel in EvidenceMissingError.
A rule tells whether an act is in order; what breaks one cannot be mended by bringing more. Its function's name is the
rule's name and travels in NotPermittedError.
"""

from __future__ import annotations

from datetime import timedelta

from shared.hazard.act import Act
from shared.model.hazard import Hazard, HazardEvent, Step
from shared.model.inspection import pictures
from shared.model.place import Role
from shared.model.template import HazardGrade

MAX_EXTENSIONS = 2
"""Extensions that may be granted for one hazard (hazards facts §3.4)."""


def last_step(hazard: Hazard, *events: HazardEvent) -> Step | None:
    """Return the latest step of one of ``events``, if there is one."""
    return next((step for step in reversed(hazard.steps) if step.event in events), None)


# Guards: what must be brought


def _absent(**evidence: object) -> tuple[str, ...]:
    return tuple(name for name, found in evidence.items() if not found)


def description_place_photo_grade_and_basis(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A confirmed hazard says what, where, how bad and against which rule; a suspected MAJOR is graded by a person.

    Who was asked for the signs of a major hazard, and grades it otherwise although there are some, says why.
    """
    is_suspected = hazard.is_suspected_major or bool(act.screens)
    needs_word = act.screens is not None and is_suspected and act.grade is not HazardGrade.MAJOR
    return _absent(
        description=act.description or hazard.description,
        location=act.location or hazard.location or hazard.point,
        photo=pictures(act.photos) or pictures(hazard.photos_before),
        grade=act.grade or not is_suspected,
        legal_basis=act.legal_basis or hazard.legal_basis,
        judgement=act.reason.strip() or not needs_word,
    )


def after_photo_and_responsible_person(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """What was put right on the spot shows the after-photo and who was responsible (61号令 §31)."""
    return _absent(
        after_photo=pictures(act.photos) or pictures(hazard.photos_after),
        responsible_person=act.responsible_person or hazard.responsible_person,
    )


def a_reason(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """The actor says why."""
    return _absent(reason=act.reason.strip())


def a_complete_notice_line(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A line of a notice names unit, measures, deadline, person and protection meanwhile (61号令 §32; 5号令 §36)."""
    deadline = act.deadline_on or hazard.deadline_on
    grade = act.grade or hazard.grade
    is_long = deadline is not None and deadline > act.today + timedelta(days=1)
    needs_interim = grade is HazardGrade.MAJOR or (grade is HazardGrade.GENERAL and is_long)
    return _absent(
        notice=act.notice,
        signature=act.is_signed,
        unit=act.unit or hazard.unit,
        deadline=deadline,
        legal_basis=act.legal_basis or hazard.legal_basis,
        required_measures=act.required_measures or hazard.required_measures,
        interim_measures=act.interim_measures or hazard.interim_measures or not needs_interim,
        responsible_person=act.responsible_person or hazard.responsible_person,
    )


def receiver_signature(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """Somebody of the unit signs for the notice."""
    return _absent(signature=act.is_signed)


def refusal_note_and_witness(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A refusal to sign is written down and seen by a witness."""
    return _absent(reason=act.reason.strip(), witness=act.witness.strip())


def new_deadline_reason_and_protection(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A request for more time says until when, why, and what protects meanwhile."""
    return _absent(
        reason=act.reason.strip(),
        deadline=act.deadline_on,
        interim_measures=act.interim_measures or hazard.interim_measures,
    )


def a_new_deadline(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """There is no silent default for a deadline (hazards facts §5)."""
    return _absent(deadline=act.deadline_on)


def measures_photos_and_repairer(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A reply says what was done and by whom, and shows it."""
    return _absent(
        measures_taken=act.measures_taken.strip(),
        after_photo=pictures(act.photos),
        repaired_by=act.repaired_by or act.repaired_by_name.strip(),
    )


def a_recheck_record(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """The result stands on a recheck record."""
    return _absent(recheck_record=act.ref)


def a_recheck_record_with_photo(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """A pass stands on a recheck record and, on site, on a photo."""
    return _absent(recheck_record=act.ref, recheck_photo=pictures(act.photos) or not act.is_on_site)


def signature_of_the_principal_or_manager(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """The closing signature (61号令 §33)."""
    return _absent(signature=act.is_signed)


def reason_and_addressee(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """An escalation says why and to whom."""
    return _absent(reason=act.reason.strip(), addressee=act.addressee.strip())


def outcome_document(_hazard: Hazard, act: Act) -> tuple[str, ...]:
    """An escalation ends by a paper that says how it was decided."""
    return _absent(outcome_document=act.ref)


def unit_and_deadline(hazard: Hazard, act: Act) -> tuple[str, ...]:
    """Rectification has somebody to do it and a day to end."""
    return _absent(unit=act.unit or hazard.unit, deadline=act.deadline_on or hazard.deadline_on)


# Rules: what must hold, whatever is brought


def major_is_never_corrected_on_the_spot(hazard: Hazard, act: Act) -> bool:
    """A MAJOR hazard goes the long way; so does a suspected one, unless a lead inspector has graded it lower."""
    is_graded = act.grade is not None and Role.LEAD_INSPECTOR in act.roles
    return HazardGrade.MAJOR not in (act.grade, hazard.grade) and (is_graded or not hazard.is_suspected_major)


def actor_belongs_to_the_unit(hazard: Hazard, act: Act) -> bool:
    """Only the unit itself answers; a lead inspector may record what somebody of the unit signed on paper."""
    if act.actor_unit is not None and act.actor_unit == hazard.unit:
        return True
    is_for_another = bool(act.signed_by) and act.signed_by != act.by_name and act.signer != act.by
    return Role.LEAD_INSPECTOR in act.roles and is_for_another


def receiver_is_not_the_issuer(hazard: Hazard, act: Act) -> bool:
    """Nobody signs both sides of a notice."""
    issue = last_step(hazard, HazardEvent.ISSUE)
    if issue is None:
        return True
    if act.signer is not None:
        return act.signer != issue.by
    return act.signed_by != issue.by_name if act.signed_by else act.by != issue.by


def witness_is_not_the_actor(_hazard: Hazard, act: Act) -> bool:
    """Nobody is his own witness."""
    return act.witness.strip() != act.by_name


def extension_is_asked_before_the_deadline(hazard: Hazard, act: Act) -> bool:
    """The deadline day is the last day to ask."""
    return hazard.deadline_on is not None and act.today <= hazard.deadline_on


def at_most_two_extensions(hazard: Hazard, _act: Act) -> bool:
    """After two extensions the deadline stands."""
    return hazard.extensions < MAX_EXTENSIONS


def new_deadline_is_later(hazard: Hazard, act: Act) -> bool:
    """An extension moves the deadline forward."""
    return act.deadline_on is None or hazard.deadline_on is None or act.deadline_on > hazard.deadline_on


def deadline_is_not_past(hazard: Hazard, act: Act) -> bool:
    """A deadline that is set today ends today or later."""
    deadline = act.deadline_on or hazard.deadline_on
    return deadline is None or deadline >= act.today


def major_needs_the_principal(hazard: Hazard, act: Act) -> bool:
    """More time for a MAJOR hazard, and its closure, are the fire principal's to decide."""
    return hazard.grade is not HazardGrade.MAJOR or Role.FIRE_PRINCIPAL in act.roles


def who_asks_does_not_decide(hazard: Hazard, act: Act) -> bool:
    """The request and its decision are two people's."""
    asked = last_step(hazard, HazardEvent.ASK_EXTENSION)
    return asked is None or asked.by != act.by


def rechecker_is_appointed(hazard: Hazard, act: Act) -> bool:
    """The lead inspector rechecks, or whom he appointed, or, if nobody, who found the hazard (5.29.3)."""
    return Role.LEAD_INSPECTOR in act.roles or act.by in (hazard.recheckers or (hazard.found_by,))


def rechecker_is_not_the_repairer(hazard: Hazard, act: Act) -> bool:
    """Nobody judges his own repair."""
    return not _did_the_repair(hazard, act)


def closer_is_not_the_repairer(hazard: Hazard, act: Act) -> bool:
    """Nobody signs off his own repair."""
    return not _did_the_repair(hazard, act)


def closer_is_not_the_rechecker(hazard: Hazard, act: Act) -> bool:
    """The closing signature confirms somebody else's recheck (61号令 §33; roles facts §4)."""
    passed = last_step(hazard, HazardEvent.PASS_RECHECK, HazardEvent.FAIL_RECHECK)
    return passed is None or passed.by != act.by


def deadline_is_reached(hazard: Hazard, act: Act) -> bool:
    """Without a reply the unit has its time; from the deadline day on it is rechecked all the same."""
    return hazard.deadline_on is not None and act.today >= hazard.deadline_on


def notice_has_no_reply(hazard: Hazard, _act: Act) -> bool:
    """A notice is withdrawn before any reply or recheck, or not at all."""
    return last_step(hazard, HazardEvent.REPLY, HazardEvent.PASS_RECHECK, HazardEvent.FAIL_RECHECK) is None


def _did_the_repair(hazard: Hazard, act: Act) -> bool:
    if hazard.repaired_by is not None:
        return hazard.repaired_by == act.by
    return bool(hazard.repaired_by_name) and hazard.repaired_by_name == act.by_name
