"""Guards, rules and effects of single transitions, and paths of any acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import EvidenceMissingError, NotPermittedError, RuleError, TransitionError
from shared.hazard import Act, advance, allowed, is_path, missing_evidence
from shared.ids import PersonId
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.place import Role
from shared.model.template import HazardGrade
from tests.builders import KEEPER, LEAD, PRINCIPAL, UNIT, a_hazard, a_photo, an_id
from tests.shared.hazard.hazard_acts import (
    DEADLINE,
    MANAGER,
    NOTICE,
    OTHER_UNIT,
    TODAY,
    UNIT_PERSON,
    a_hazard_in,
    an_act,
)

E, S = HazardEvent, HazardState
DAY = timedelta(days=1)
INSPECTOR = frozenset({Role.INSPECTOR})
LEADS = frozenset({Role.LEAD_INSPECTOR})


def missing(hazard: Hazard, act: Act) -> object:
    with pytest.raises(EvidenceMissingError) as error:
        advance(hazard, act)
    return error.value.facts["missing"]


def broken_rule(hazard: Hazard, act: Act) -> object:
    with pytest.raises(NotPermittedError) as error:
        advance(hazard, act)
    return error.value.facts.get("rule")


# Evidence: (state, event, what the act lacks, what the error names)
LACKS: list[tuple[HazardState, HazardEvent, dict[str, Any], list[str]]] = [
    (S.DRAFT, E.CONFIRM, {"photos": ()}, ["photo"]),
    (S.DRAFT, E.CONFIRM, {"legal_basis": ()}, ["legal_basis"]),
    (S.DRAFT, E.CORRECT_ON_SPOT, {"photos": ()}, ["after_photo"]),
    (S.DRAFT, E.CORRECT_ON_SPOT, {"responsible_person": ""}, ["responsible_person"]),
    (S.DRAFT, E.VOID, {"reason": " "}, ["reason"]),
    (S.OPEN, E.VOID, {"reason": ""}, ["reason"]),
    (S.OPEN, E.ISSUE, {"notice": None}, ["notice"]),
    (S.OPEN, E.ISSUE, {"is_signed": False}, ["signature"]),
    (S.OPEN, E.ISSUE, {"unit": None}, ["unit"]),
    (S.OPEN, E.ISSUE, {"deadline_on": None}, ["deadline"]),
    (S.OPEN, E.ISSUE, {"required_measures": ""}, ["required_measures"]),
    (S.OPEN, E.ISSUE, {"interim_measures": ""}, ["interim_measures"]),
    (S.OPEN, E.ISSUE, {"responsible_person": ""}, ["responsible_person"]),
    (S.ISSUED, E.WITHDRAW, {"reason": ""}, ["reason"]),
    (S.ISSUED, E.RECEIVE, {"is_signed": False}, ["signature"]),
    (S.ISSUED, E.REFUSE, {"witness": "", "reason": ""}, ["reason", "witness"]),
    (S.IN_RECTIFICATION, E.ASK_EXTENSION, {"reason": ""}, ["reason"]),
    (S.IN_RECTIFICATION, E.ASK_EXTENSION, {"deadline_on": None}, ["deadline"]),
    (S.EXTENSION_PENDING, E.GRANT_EXTENSION, {"deadline_on": None}, ["deadline"]),
    (S.EXTENSION_PENDING, E.DENY_EXTENSION, {"reason": ""}, ["reason"]),
    (S.IN_RECTIFICATION, E.REPLY, {"photos": ()}, ["after_photo"]),
    (S.IN_RECTIFICATION, E.REPLY, {"measures_taken": ""}, ["measures_taken"]),
    (S.IN_RECTIFICATION, E.REPLY, {"repaired_by_name": ""}, ["repaired_by"]),
    (S.REPLIED, E.RETURN_REPLY, {"reason": ""}, ["reason"]),
    (S.REPLIED, E.PASS_RECHECK, {"ref": ""}, ["recheck_record"]),
    (S.REPLIED, E.PASS_RECHECK, {"photos": ()}, ["recheck_photo"]),
    (S.REPLIED, E.FAIL_RECHECK, {"ref": ""}, ["recheck_record"]),
    (S.RECHECK_FAILED, E.SET_DEADLINE, {"deadline_on": None}, ["deadline"]),
    (S.RECHECK_PASSED, E.SIGN_OFF, {"is_signed": False}, ["signature"]),
    (S.OPEN, E.ESCALATE, {"reason": "", "addressee": ""}, ["reason", "addressee"]),
    (S.ESCALATED, E.RESUME, {"ref": ""}, ["outcome_document"]),
    (S.ESCALATED, E.SIGN_OFF, {"ref": ""}, ["outcome_document"]),
]


@pytest.mark.parametrize(("state", "event", "lack", "named"), LACKS)
def test_advance_names_the_evidence_that_is_missing(
    state: HazardState, event: HazardEvent, lack: dict[str, Any], named: list[str]
) -> None:
    hazard, act = a_hazard_in(state), an_act(event, **lack)

    assert missing(hazard, act) == named
    assert missing_evidence(hazard, act) == tuple(named)


def test_confirm_takes_from_the_act_what_the_draft_lacks() -> None:
    # given a draft that says next to nothing
    bare = a_hazard(description="", location="")
    assert missing(bare, an_act(E.CONFIRM, photos=(), legal_basis=())) == [
        "description",
        "location",
        "photo",
        "legal_basis",
    ]

    # when
    full = an_act(E.CONFIRM, description="灭火器缺失", location="A1 机房", grade=HazardGrade.MAJOR, category="EXT")
    confirmed = advance(bare, full)

    # then
    assert (confirmed.description, confirmed.location, confirmed.category) == ("灭火器缺失", "A1 机房", "EXT")
    assert (confirmed.grade, confirmed.legal_basis, len(confirmed.photos_before)) == (
        HazardGrade.MAJOR,
        ("61号令 §25",),
        1,
    )


def test_a_suspected_major_hazard_is_confirmed_only_with_a_grade_that_a_person_gives() -> None:
    suspected = a_hazard(is_suspected_major=True)

    assert missing(suspected, an_act(E.CONFIRM)) == ["grade"]
    assert not advance(suspected, an_act(E.CONFIRM, grade=HazardGrade.GENERAL)).is_suspected_major


@pytest.mark.parametrize(
    ("hazard", "act"),
    [
        (a_hazard(grade=HazardGrade.MAJOR), an_act(E.CORRECT_ON_SPOT)),
        (a_hazard(grade=HazardGrade.MAJOR), an_act(E.CORRECT_ON_SPOT, grade=HazardGrade.GENERAL)),
        (a_hazard(), an_act(E.CORRECT_ON_SPOT, grade=HazardGrade.MAJOR)),
        (a_hazard(is_suspected_major=True), an_act(E.CORRECT_ON_SPOT)),
        (a_hazard(is_suspected_major=True), an_act(E.CORRECT_ON_SPOT, grade=HazardGrade.GENERAL, roles=INSPECTOR)),
    ],
)
def test_a_major_hazard_is_never_corrected_on_the_spot(hazard: Hazard, act: Act) -> None:
    assert broken_rule(hazard, act) == "major_is_never_corrected_on_the_spot"


def test_interim_measures_may_be_left_out_when_the_deadline_is_tomorrow_unless_major() -> None:
    tomorrow = an_act(E.ISSUE, interim_measures="", deadline_on=TODAY + DAY)

    assert advance(a_hazard_in(S.OPEN), tomorrow).state is S.ISSUED
    assert missing(a_hazard_in(S.OPEN, grade=HazardGrade.MAJOR), tomorrow) == ["interim_measures"]


def test_issue_writes_what_the_notice_says_into_the_hazard() -> None:
    issued = advance(a_hazard_in(S.OPEN), an_act(E.ISSUE, recheckers=(KEEPER,)))

    assert (issued.notice, issued.unit, issued.deadline_on, issued.first_deadline_on) == (
        NOTICE,
        UNIT,
        DEADLINE,
        DEADLINE,
    )
    assert (issued.required_measures, issued.responsible_person, issued.recheckers) == ("补配灭火器", "刘工", (KEEPER,))


@pytest.mark.parametrize(
    ("state", "event"), [(S.OPEN, E.ISSUE), (S.RECHECK_FAILED, E.SET_DEADLINE), (S.ESCALATED, E.RESUME)]
)
def test_no_deadline_is_set_in_the_past(state: HazardState, event: HazardEvent) -> None:
    assert broken_rule(a_hazard_in(state), an_act(event, deadline_on=TODAY - DAY)) == "deadline_is_not_past"
    assert advance(a_hazard_in(state), an_act(event, deadline_on=TODAY)).deadline_on == TODAY


def test_the_issuer_never_receives_his_own_notice() -> None:
    # given the lead inspector also belongs to the unit
    issued = a_hazard_in(S.ISSUED)
    own = {"by": LEAD, "by_name": "李检查", "roles": LEADS | {Role.INSPECTED_UNIT}, "actor_unit": UNIT}

    # when / then
    assert broken_rule(issued, an_act(E.RECEIVE, **own)) == "receiver_is_not_the_issuer"
    assert broken_rule(issued, an_act(E.RECEIVE, signed_by="李检查")) == "receiver_is_not_the_issuer"
    assert broken_rule(issued, an_act(E.RECEIVE, signer=LEAD, signed_by="刘工")) == "receiver_is_not_the_issuer"
    assert advance(issued, an_act(E.RECEIVE, **own, signed_by="刘工")).state is S.IN_RECTIFICATION


@pytest.mark.parametrize(
    ("state", "event"),
    [(S.ISSUED, E.RECEIVE), (S.IN_RECTIFICATION, E.REPLY), (S.IN_RECTIFICATION, E.ASK_EXTENSION)],
)
def test_only_the_unit_itself_answers_or_the_lead_records_what_it_signed(
    state: HazardState, event: HazardEvent
) -> None:
    # given
    hazard = a_hazard_in(state)
    lead = {"by": PersonId(an_id(0xB9)), "by_name": "周检查", "roles": LEADS, "actor_unit": None}

    # when / then
    assert broken_rule(hazard, an_act(event, actor_unit=OTHER_UNIT)) == "actor_belongs_to_the_unit"
    assert broken_rule(hazard, an_act(event, actor_unit=None, signed_by="别人")) == "actor_belongs_to_the_unit"
    assert broken_rule(hazard, an_act(event, **lead)) == "actor_belongs_to_the_unit"
    assert broken_rule(hazard, an_act(event, **lead, signed_by="周检查")) == "actor_belongs_to_the_unit"
    assert advance(hazard, an_act(event, **lead, signed_by="刘工")).steps[-1].by_name == "周检查"


def test_nobody_witnesses_his_own_word() -> None:
    assert broken_rule(a_hazard_in(S.ISSUED), an_act(E.REFUSE, witness="李检查")) == "witness_is_not_the_actor"


def test_the_deadline_day_is_the_last_day_to_ask_for_more_time() -> None:
    hazard = a_hazard_in(S.IN_RECTIFICATION)

    assert advance(hazard, an_act(E.ASK_EXTENSION, today=DEADLINE)).state is S.EXTENSION_PENDING
    late = an_act(E.ASK_EXTENSION, today=DEADLINE + DAY)
    assert broken_rule(hazard, late) == "extension_is_asked_before_the_deadline"


def test_the_old_deadline_stands_until_an_extension_is_granted() -> None:
    # given
    asked = a_hazard_in(S.EXTENSION_PENDING)
    assert asked.deadline_on == DEADLINE

    # when
    granted = advance(asked, an_act(E.GRANT_EXTENSION))
    denied = advance(asked, an_act(E.DENY_EXTENSION))

    # then
    assert (granted.deadline_on, granted.extensions, granted.first_deadline_on) == (DEADLINE + 7 * DAY, 1, DEADLINE)
    assert (denied.deadline_on, denied.extensions) == (DEADLINE, 0)


def test_a_third_extension_is_refused() -> None:
    hazard = a_hazard_in(S.IN_RECTIFICATION, extensions=2)

    assert broken_rule(hazard, an_act(E.ASK_EXTENSION)) == "at_most_two_extensions"
    assert (
        broken_rule(a_hazard_in(S.EXTENSION_PENDING, extensions=2), an_act(E.GRANT_EXTENSION))
        == "at_most_two_extensions"
    )


@pytest.mark.parametrize(
    ("state", "event"), [(S.IN_RECTIFICATION, E.ASK_EXTENSION), (S.EXTENSION_PENDING, E.GRANT_EXTENSION)]
)
def test_an_extension_ends_later_than_before(state: HazardState, event: HazardEvent) -> None:
    assert broken_rule(a_hazard_in(state), an_act(event, deadline_on=DEADLINE)) == "new_deadline_is_later"


@pytest.mark.parametrize("event", [E.GRANT_EXTENSION, E.DENY_EXTENSION])
def test_more_time_for_a_major_hazard_is_the_principals_to_decide(event: HazardEvent) -> None:
    # given
    general, major = a_hazard_in(S.EXTENSION_PENDING), a_hazard_in(S.EXTENSION_PENDING, grade=HazardGrade.MAJOR)
    lead = {"by": LEAD, "by_name": "李检查", "roles": LEADS}

    # when / then
    assert advance(general, an_act(event, **lead)).state is S.IN_RECTIFICATION
    assert broken_rule(major, an_act(event, **lead)) == "major_needs_the_principal"
    assert advance(major, an_act(event)).state is S.IN_RECTIFICATION


def test_who_asks_for_more_time_does_not_grant_it() -> None:
    # given a principal who asks for his own unit
    both = {"by": PRINCIPAL, "by_name": "赵总", "roles": frozenset({Role.FIRE_PRINCIPAL, Role.INSPECTED_UNIT})}
    asked = advance(a_hazard_in(S.IN_RECTIFICATION), an_act(E.ASK_EXTENSION, **both, actor_unit=UNIT))

    # when / then
    assert broken_rule(asked, an_act(E.GRANT_EXTENSION, **both)) == "who_asks_does_not_decide"
    manager = an_act(E.GRANT_EXTENSION, by=MANAGER, by_name="钱经理", roles=frozenset({Role.FIRE_MANAGER}))
    assert advance(asked, manager).extensions == 1


@pytest.mark.parametrize("event", [E.PASS_RECHECK, E.FAIL_RECHECK])
def test_the_repairer_never_rechecks(event: HazardEvent) -> None:
    # given
    by_id = a_hazard_in(S.REPLIED, repaired_by=LEAD, repaired_by_name="")
    by_name = a_hazard_in(S.REPLIED, repaired_by_name="李检查")

    # when / then
    assert broken_rule(by_id, an_act(event)) == "rechecker_is_not_the_repairer"
    assert broken_rule(by_name, an_act(event)) == "rechecker_is_not_the_repairer"


@pytest.mark.parametrize("event", [E.PASS_RECHECK, E.FAIL_RECHECK])
def test_rechecks_are_for_the_lead_whom_he_appoints_or_else_the_finder(event: HazardEvent) -> None:
    # given
    keeper = {"by": KEEPER, "by_name": "王建国", "roles": INSPECTOR}
    unappointed, other_appointed = a_hazard_in(S.REPLIED), a_hazard_in(S.REPLIED, recheckers=(MANAGER,))

    # when / then
    assert advance(unappointed, an_act(event, **keeper)).round == 1
    assert broken_rule(other_appointed, an_act(event, **keeper)) == "rechecker_is_appointed"
    assert advance(other_appointed, an_act(event, by=MANAGER, by_name="钱", roles=INSPECTOR)).round == 1
    assert advance(other_appointed, an_act(event)).round == 1


@pytest.mark.parametrize("state", [S.ISSUED, S.IN_RECTIFICATION])
@pytest.mark.parametrize("event", [E.PASS_RECHECK, E.FAIL_RECHECK])
def test_without_a_reply_a_recheck_waits_for_the_deadline(state: HazardState, event: HazardEvent) -> None:
    hazard = a_hazard_in(state)

    assert broken_rule(hazard, an_act(event, today=DEADLINE - DAY)) == "deadline_is_reached"
    assert advance(hazard, an_act(event, today=DEADLINE)).round == 1


def test_with_a_reply_a_recheck_does_not_wait() -> None:
    assert advance(a_hazard_in(S.REPLIED), an_act(E.PASS_RECHECK, today=TODAY)).state is S.RECHECK_PASSED


def test_a_pass_on_papers_needs_no_photo() -> None:
    passed = advance(a_hazard_in(S.REPLIED), an_act(E.PASS_RECHECK, photos=(), is_on_site=False))

    assert passed.state is S.RECHECK_PASSED


def test_rounds_count_rechecks() -> None:
    # given a hazard whose first recheck failed
    hazard = a_hazard_in(S.RECHECK_FAILED)
    assert hazard.round == 1

    # when it gets a new deadline, a reply and a pass
    for event in (E.SET_DEADLINE, E.REPLY, E.PASS_RECHECK):
        hazard = advance(hazard, an_act(event))

    # then
    assert (hazard.round, hazard.deadline_on, hazard.first_deadline_on) == (2, DEADLINE + 3 * DAY, DEADLINE)


def test_a_new_reply_replaces_the_photos_and_the_repairer_of_the_old() -> None:
    # given
    returned = advance(a_hazard_in(S.REPLIED), an_act(E.RETURN_REPLY))
    assert (returned.state, returned.deadline_on) == (S.IN_RECTIFICATION, DEADLINE)

    # when
    again = advance(
        returned, an_act(E.REPLY, photos=(a_photo(item="x"),), repaired_by=UNIT_PERSON, repaired_by_name="刘工")
    )

    # then
    assert ([photo.item for photo in again.photos_after], again.repaired_by) == (["x"], UNIT_PERSON)


def test_the_manager_signs_off_a_general_hazard_and_only_the_principal_a_major_one() -> None:
    # given
    manager = {"by": MANAGER, "by_name": "钱经理", "roles": frozenset({Role.FIRE_MANAGER})}
    general, major = a_hazard_in(S.RECHECK_PASSED), a_hazard_in(S.RECHECK_PASSED, grade=HazardGrade.MAJOR)

    # when / then
    assert advance(general, an_act(E.SIGN_OFF, **manager)).state is S.CLOSED
    assert broken_rule(major, an_act(E.SIGN_OFF, **manager)) == "major_needs_the_principal"
    assert advance(major, an_act(E.SIGN_OFF)).state is S.CLOSED


def test_nobody_signs_off_his_own_repair() -> None:
    hazard = a_hazard_in(S.RECHECK_PASSED, repaired_by=PRINCIPAL)

    assert broken_rule(hazard, an_act(E.SIGN_OFF)) == "closer_is_not_the_repairer"


@pytest.mark.parametrize("state", [S.ISSUED, S.IN_RECTIFICATION])
def test_a_withdrawn_hazard_waits_for_a_new_notice(state: HazardState) -> None:
    withdrawn = advance(a_hazard_in(state), an_act(E.WITHDRAW))

    assert (withdrawn.state, withdrawn.notice, withdrawn.deadline_on) == (S.OPEN, None, None)
    assert advance(withdrawn, an_act(E.ISSUE)).first_deadline_on == DEADLINE


def test_after_a_reply_a_notice_is_not_withdrawn_even_when_the_reply_was_returned() -> None:
    # given a reply that was returned
    returned = advance(a_hazard_in(S.REPLIED), an_act(E.RETURN_REPLY))

    # when / then
    assert broken_rule(returned, an_act(E.WITHDRAW)) == "notice_has_no_reply"


def test_an_escalation_names_its_addressee_and_resumes_with_a_deadline() -> None:
    # given an open hazard that never had a notice
    escalated = advance(a_hazard_in(S.OPEN), an_act(E.ESCALATE))
    assert escalated.steps[-1].reason == "消防救援机构: 拒不整改"
    assert missing(escalated, an_act(E.RESUME, unit=None, deadline_on=None)) == ["unit", "deadline"]

    # when
    resumed = advance(escalated, an_act(E.RESUME))

    # then
    assert (resumed.state, resumed.first_deadline_on) == (S.IN_RECTIFICATION, DEADLINE + 3 * DAY)


@pytest.mark.parametrize("event", HazardEvent)
def test_an_event_is_refused_to_people_without_any_of_its_roles(event: HazardEvent) -> None:
    state = next(state for state in HazardState if not refuses(state, event))

    with pytest.raises(NotPermittedError) as error:
        advance(a_hazard_in(state), an_act(event, roles=frozenset({Role.FRONT_DESK, Role.ADMINISTRATOR})))
    assert error.value.facts["needs"]


def refuses(state: HazardState, event: HazardEvent) -> bool:
    try:
        advance(a_hazard_in(state), an_act(event))
    except TransitionError:
        return True
    return False


def test_a_step_that_was_forged_is_no_path() -> None:
    hazard = a_hazard_in(S.CLOSED)

    assert is_path(hazard)
    assert not is_path(replace(hazard, steps=hazard.steps[:-1]))
    assert not is_path(replace(hazard, steps=hazard.steps[1:]))
    assert not is_path(replace(hazard, state=S.OPEN))


PEOPLE = [
    {"by": LEAD, "by_name": "李检查", "roles": LEADS, "actor_unit": None},
    {"by": UNIT_PERSON, "by_name": "刘工", "roles": frozenset({Role.INSPECTED_UNIT}), "actor_unit": UNIT},
    {"by": PRINCIPAL, "by_name": "赵总", "roles": frozenset({Role.FIRE_PRINCIPAL}), "actor_unit": None},
    {"by": MANAGER, "by_name": "钱经理", "roles": frozenset(Role), "actor_unit": UNIT},
]


def choose(hazard: Hazard, tried: tuple[HazardEvent, int, dict[str, Any], int]) -> Act:
    """Mostly something that the state permits, so that long paths come about, sometimes anything."""
    event, pick, changes, days = tried
    open_to_all = allowed(hazard.state, Role)
    if pick and open_to_all:
        event = open_to_all[pick % len(open_to_all)]
    return an_act(event, **changes, today=TODAY + days * DAY)


tries = st.lists(
    st.tuples(
        st.sampled_from(HazardEvent), st.integers(0, 12), st.sampled_from([{}, {}, {}, *PEOPLE]), st.integers(0, 12)
    ),
    max_size=25,
)
grades = st.sampled_from(HazardGrade)


@given(tries, grades)
def test_whatever_people_try_the_steps_stay_a_path_of_the_table(
    tried: list[tuple[HazardEvent, int, dict[str, Any], int]], grade: HazardGrade
) -> None:
    # given
    hazard = a_hazard(grade=grade)

    for attempt in tried:
        # when
        before = hazard
        act = choose(hazard, attempt)
        try:
            hazard = advance(hazard, act)
        except RuleError:
            # then a refused act leaves no trace
            assert hazard is before
            continue

        # then
        assert is_path(hazard)
        assert hazard.steps[: len(before.steps)] == before.steps
        assert hazard.round - before.round == (act.event in {E.PASS_RECHECK, E.FAIL_RECHECK})
        assert hazard.extensions <= 2
        assert before.state not in {S.CLOSED, S.VOIDED, S.CORRECTED_ON_SPOT}
    if hazard.state is S.CLOSED:
        closing = hazard.steps[-1]
        assert hazard.grade is not HazardGrade.MAJOR or closing.by in {PRINCIPAL, MANAGER}


def test_nothing_is_missing_from_what_is_not_possible_at_all() -> None:
    assert missing_evidence(a_hazard_in(S.CLOSED), an_act(E.CONFIRM, photos=())) == ()


def test_a_notice_that_was_issued_elsewhere_has_no_issuer_to_collide_with() -> None:
    # given a hazard that came without its steps, as from an older system
    imported = a_hazard(state=S.ISSUED, unit=UNIT, deadline_on=DEADLINE)

    assert advance(imported, an_act(E.RECEIVE)).state is S.IN_RECTIFICATION
