"""A notice and its hazards move together or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import notice as notices
from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.hazard import advance, is_path
from shared.ids import HazardId, RecheckId, ReplyId
from shared.model.hazard import (
    Completion,
    Hazard,
    HazardEvent,
    HazardState,
    Notice,
    NoticeState,
    Recheck,
    RecheckResult,
    Reply,
)
from shared.model.place import Role
from shared.model.plan import WorkdayYear
from shared.notice import Line
from shared.schedule import Workdays, workdays
from tests.builders import KEEPER, LEAD, NOW, SITE, UNIT, a_photo, a_reading, an_id
from tests.shared.hazard.hazard_acts import DEADLINE, NOTICE, TODAY, a_hazard_in, an_act

E, S = HazardEvent, HazardState
DAY = timedelta(days=1)
FIRST, SECOND = HazardId(an_id(0x201)), HazardId(an_id(0x202))
INSPECTORS = (Role.LEAD_INSPECTOR,)


def two_open_hazards() -> tuple[Hazard, Hazard]:
    return a_hazard_in(S.OPEN), a_hazard_in(S.OPEN, id=SECOND)


def a_notice(**changes: Any) -> Notice:
    defaults = {
        "id": NOTICE,
        "site": SITE,
        "no": "龙物消改〔2026〕0017号",
        "unit": UNIT,
        "hazards": (FIRST, SECOND),
        "lead_inspector": LEAD,
        "lead_inspector_name": "李检查",
        "interim_clause": "整改期间每班巡查",
    }
    return Notice(**{**defaults, **changes})


def an_issued_notice() -> tuple[Notice, tuple[Hazard, ...]]:
    return notices.issue(a_notice(), two_open_hazards(), an_act(E.ISSUE, unit=None, notice=None))


def a_recheck(**changes: Any) -> Recheck:
    defaults = {
        "id": RecheckId(an_id(0x401)),
        "site": SITE,
        "hazard": FIRST,
        "round": 1,
        "result": RecheckResult.PASSED,
        "rechecked_by": LEAD,
        "rechecked_by_name": "李检查",
        "at": a_reading(),
        "photos": (a_photo(),),
    }
    return Recheck(**{**defaults, **changes})


def test_issue_moves_every_hazard_to_the_notices_unit_and_takes_the_latest_deadline() -> None:
    # given
    lines = {SECOND: Line(deadline_on=DEADLINE + 5 * DAY, required_measures="更换闭门器", responsible_person="陈师傅")}

    # when
    issued, (first, second) = notices.issue(
        a_notice(), two_open_hazards(), an_act(E.ISSUE, unit=None, notice=None), lines, calendar=Workdays()
    )

    # then
    assert (issued.state, issued.issued_at, issued.deadline_on) == (NoticeState.ISSUED, NOW, DEADLINE + 5 * DAY)
    assert issued.planned_recheck_on == date(2026, 12, 9)
    assert {hazard.state for hazard in (first, second)} == {S.ISSUED}
    assert {(hazard.notice, hazard.unit) for hazard in (first, second)} == {(NOTICE, UNIT)}
    assert (first.deadline_on, first.required_measures) == (DEADLINE, "补配灭火器")
    assert (second.deadline_on, second.required_measures, second.responsible_person) == (
        DEADLINE + 5 * DAY,
        "更换闭门器",
        "陈师傅",
    )
    assert first.steps[-1].ref == "龙物消改〔2026〕0017号"


def test_the_interim_clause_protects_lines_that_name_nothing_of_their_own() -> None:
    # given
    own = a_hazard_in(S.OPEN, interim_measures="现场拉警戒线")
    act = an_act(E.ISSUE, interim_measures="")

    # when
    _, (first, second) = notices.issue(a_notice(), (own, two_open_hazards()[1]), act)

    # then
    assert (first.interim_measures, second.interim_measures) == ("现场拉警戒线", "整改期间每班巡查")


@pytest.mark.parametrize("field", ["no", "unit", "interim_clause"])
def test_issue_names_what_the_notice_itself_lacks(field: str) -> None:
    with pytest.raises(EvidenceMissingError) as error:
        notices.issue(a_notice(**{field: ""}), two_open_hazards(), an_act(E.ISSUE))
    assert error.value.facts["missing"] == [field]


def test_issue_names_the_line_that_lacks_something() -> None:
    # given a hazard without a clause
    first, second = two_open_hazards()

    # when / then
    with pytest.raises(EvidenceMissingError) as error:
        notices.issue(a_notice(), (first, replace(second, legal_basis=())), an_act(E.ISSUE))
    assert error.value.facts == {"missing": ["legal_basis"], "hazard": SECOND}


def test_issue_moves_nothing_when_one_hazard_is_not_open() -> None:
    with pytest.raises(TransitionError):
        notices.issue(a_notice(), (a_hazard_in(S.OPEN), a_hazard_in(S.CLOSED, id=SECOND)), an_act(E.ISSUE))


@pytest.mark.parametrize("hazards", [(), (a_hazard_in(S.OPEN),), (a_hazard_in(S.OPEN), a_hazard_in(S.OPEN, id="x"))])
def test_a_notice_moves_with_exactly_its_own_hazards(hazards: tuple[Hazard, ...]) -> None:
    with pytest.raises(ValueError, match="exactly its own"):
        notices.issue(a_notice(), hazards, an_act(E.ISSUE))


def test_an_issued_notice_is_not_issued_again() -> None:
    issued, hazards = an_issued_notice()

    with pytest.raises(TransitionError):
        notices.issue(issued, hazards, an_act(E.ISSUE))


def test_receive_records_who_signed_and_starts_rectification() -> None:
    # given
    issued, hazards = an_issued_notice()

    # when
    received, moved = notices.receive(issued, hazards, an_act(E.RECEIVE), title="主任")

    # then
    assert (received.state, received.received_by, received.received_title, received.received_at) == (
        NoticeState.RECEIVED,
        "刘工",
        "主任",
        NOW,
    )
    assert {hazard.state for hazard in moved} == {S.IN_RECTIFICATION}
    with pytest.raises(TransitionError):
        notices.receive(received, moved, an_act(E.RECEIVE))


def test_the_issuer_cannot_receive_his_own_notice() -> None:
    issued, hazards = an_issued_notice()

    with pytest.raises(NotPermittedError):
        notices.receive(issued, hazards, an_act(E.RECEIVE, signer=LEAD, signed_by="李检查"))


def test_receive_leaves_a_hazard_that_was_escalated_meanwhile() -> None:
    # given
    issued, (first, second) = an_issued_notice()
    escalated = advance(first, an_act(E.ESCALATE))

    # when
    _, moved = notices.receive(issued, (escalated, second), an_act(E.RECEIVE))

    # then
    assert [hazard.state for hazard in moved] == [S.ESCALATED, S.IN_RECTIFICATION]


def test_refuse_needs_a_witness_and_starts_rectification_all_the_same() -> None:
    # given
    issued, hazards = an_issued_notice()
    with pytest.raises(EvidenceMissingError):
        notices.refuse(issued, hazards, an_act(E.REFUSE, witness=""))

    # when
    refused, moved = notices.refuse(issued, hazards, an_act(E.REFUSE))

    # then
    assert (refused.state, refused.witness, refused.refusal_note, refused.delivery_mode) == (
        NoticeState.REFUSED,
        "保安小陈",
        "拒签",
        "left",
    )
    assert {hazard.state for hazard in moved} == {S.IN_RECTIFICATION}


def test_withdraw_before_any_reply_sends_all_hazards_back() -> None:
    # given
    issued, hazards = an_issued_notice()

    # when
    withdrawn, moved = notices.withdraw(issued, hazards, an_act(E.WITHDRAW))

    # then
    assert (withdrawn.state, withdrawn.withdrawn_reason) == (NoticeState.WITHDRAWN, "单位有误")
    assert {(hazard.state, hazard.notice) for hazard in moved} == {(S.OPEN, None)}
    assert notices.notice_state(withdrawn, moved) is NoticeState.WITHDRAWN


def test_one_reply_is_enough_to_keep_a_notice() -> None:
    # given
    received, (first, second) = notices.receive(*an_issued_notice(), an_act(E.RECEIVE))
    replied = advance(first, an_act(E.REPLY))

    # when / then
    with pytest.raises(TransitionError):
        notices.withdraw(received, (replied, second), an_act(E.WITHDRAW))


def a_reply(**changes: Any) -> Reply:
    defaults = {
        "id": ReplyId(an_id(0x501)),
        "site": SITE,
        "notice": NOTICE,
        "hazard": FIRST,
        "cause": "被挪用",
        "measures_taken": "已补配两具",
        "completion": Completion.DONE,
        "done_by": "陈师傅",
        "submitted_at": NOW,
        "photos_after": (a_photo(),),
    }
    return Reply(**{**defaults, **changes})


def test_only_a_reply_that_says_done_asks_for_a_recheck() -> None:
    # given
    hazard = a_hazard_in(S.IN_RECTIFICATION)

    # when
    done = notices.reply(hazard, a_reply(), an_act(E.REPLY))
    partly = notices.reply(hazard, a_reply(completion=Completion.PARTLY, photos_after=()), an_act(E.REPLY))

    # then
    assert (done.state, done.repaired_by_name, done.steps[-1].ref) == (S.REPLIED, "陈师傅", an_id(0x501))
    assert partly == hazard


@pytest.mark.parametrize("completion", Completion)
def test_a_reply_is_refused_where_no_reply_is_due_or_by_strangers(completion: Completion) -> None:
    with pytest.raises(TransitionError):
        notices.reply(a_hazard_in(S.OPEN), a_reply(completion=completion), an_act(E.REPLY))
    with pytest.raises(NotPermittedError):
        notices.reply(a_hazard_in(S.IN_RECTIFICATION), a_reply(completion=completion), an_act(E.REPLY, actor_unit=None))


def applied(hazard: Hazard, recheck: Recheck, roles: tuple[Role, ...] = INSPECTORS) -> notices.Applied:
    return notices.apply_recheck(hazard, recheck, roles, at=NOW, today=TODAY)


def test_a_passed_recheck_passes_the_hazard() -> None:
    # when
    result = applied(a_hazard_in(S.REPLIED), a_recheck(no="消复〔2026〕0017-1号", note="已补配"))

    # then
    assert (result.hazard.state, result.hazard.round, result.problem) == (S.RECHECK_PASSED, 1, None)
    assert (result.hazard.steps[-1].ref, result.hazard.steps[-1].reason) == ("消复〔2026〕0017-1号", "已补配")


@pytest.mark.parametrize("result", [RecheckResult.FAILED, RecheckResult.PARTLY])
def test_a_failed_recheck_with_a_new_deadline_sends_the_hazard_back_at_once(result: RecheckResult) -> None:
    # given
    replied = a_hazard_in(S.REPLIED)
    recheck = a_recheck(result=result, photos=(), new_deadline_on=DEADLINE + DAY)

    # when
    with_deadline = applied(replied, recheck).hazard
    without = applied(replied, replace(recheck, new_deadline_on=None)).hazard

    # then
    assert (with_deadline.state, with_deadline.deadline_on, with_deadline.round) == (
        S.IN_RECTIFICATION,
        DEADLINE + DAY,
        1,
    )
    assert (without.state, without.deadline_on) == (S.RECHECK_FAILED, DEADLINE)


def test_a_rechecker_who_may_not_set_deadlines_leaves_that_to_the_lead() -> None:
    # given the finder, who is no lead inspector
    recheck = a_recheck(
        result=RecheckResult.FAILED, rechecked_by=KEEPER, rechecked_by_name="王建国", new_deadline_on=DEADLINE + DAY
    )

    # when
    result = applied(a_hazard_in(S.REPLIED), recheck, (Role.INSPECTOR,))

    # then
    assert result.hazard.state is S.RECHECK_FAILED
    assert isinstance(result.problem, NotPermittedError)


@pytest.mark.parametrize(
    ("state", "changes"),
    [
        (S.REPLIED, {"result": RecheckResult.IMPOSSIBLE}),
        (S.REPLIED, {"round": 2}),
        (S.REPLIED, {"hazard": SECOND}),
        (S.REPLIED, {"photos": ()}),
        (S.RECHECK_PASSED, {"round": 2}),
        (S.CLOSED, {"round": 2}),
        (S.IN_RECTIFICATION, {}),
        (S.REPLIED, {"rechecked_by": KEEPER, "rechecked_by_name": "陈师傅"}),
    ],
)
def test_a_recheck_that_cannot_be_applied_leaves_the_hazard_and_says_why(
    state: HazardState, changes: dict[str, Any]
) -> None:
    hazard = a_hazard_in(state)

    result = applied(hazard, a_recheck(**changes))

    assert result.hazard is hazard
    assert result.problem is not None


def test_a_recheck_delivered_twice_counts_once() -> None:
    # given
    once = applied(a_hazard_in(S.REPLIED), a_recheck()).hazard

    # when
    twice = applied(once, a_recheck())

    # then
    assert twice.hazard == once
    assert twice.problem is not None


@given(
    st.sampled_from(HazardState),
    st.sampled_from(RecheckResult),
    st.integers(1, 4),
    st.sets(st.sampled_from(Role)),
    st.one_of(st.none(), st.dates()),
    st.dates(),
)
def test_applying_a_recheck_never_raises_and_keeps_the_path(
    state: HazardState, result: RecheckResult, round_: int, roles: set[Role], deadline: date | None, today: date
) -> None:
    recheck = a_recheck(result=result, round=round_, new_deadline_on=deadline)

    outcome = notices.apply_recheck(a_hazard_in(state), recheck, roles, at=NOW, today=today)

    assert is_path(outcome.hazard)
    assert outcome.problem is not None or len(outcome.hazard.steps) > len(a_hazard_in(state).steps)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((S.IN_RECTIFICATION, S.REPLIED), NoticeState.RECEIVED),
        ((S.CLOSED, S.REPLIED), NoticeState.PARTLY_CLOSED),
        ((S.CLOSED, S.ESCALATED), NoticeState.PARTLY_CLOSED),
        ((S.CLOSED, S.CLOSED), NoticeState.CLOSED),
        ((S.CLOSED, S.VOIDED), NoticeState.CLOSED),
    ],
)
def test_a_notices_state_follows_from_its_hazards(
    states: tuple[HazardState, HazardState], expected: NoticeState
) -> None:
    received = a_notice(state=NoticeState.ISSUED, received_at=NOW)

    settled = notices.settle(received, [a_hazard_in(state) for state in states])

    assert settled.state is expected
    assert notices.settle(settled, [a_hazard_in(state) for state in states]) == settled


def test_a_draft_stays_a_draft_and_an_unsigned_notice_stays_issued() -> None:
    assert notices.notice_state(a_notice(), two_open_hazards()) is NoticeState.DRAFT
    assert notices.notice_state(*an_issued_notice()) is NoticeState.ISSUED


def test_a_recheck_is_due_three_working_days_after_reply_or_deadline() -> None:
    # given a calendar with New Year's Day off
    calendar = workdays([WorkdayYear(2027, 1, holidays=(date(2027, 1, 1),))])
    friday_deadline, tuesday_reply = date(2026, 12, 31), date(2026, 12, 22)

    # when / then
    assert notices.recheck_due(calendar, friday_deadline) == date(2027, 1, 6)
    assert notices.recheck_due(calendar, friday_deadline, tuesday_reply) == date(2026, 12, 25)
    assert notices.recheck_due(calendar, tuesday_reply, friday_deadline) == date(2026, 12, 25)


def test_an_inspection_is_named_after_its_form_without_saying_record() -> None:
    assert notices.inspection_name("每日防火巡查记录") == "每日防火巡查"
    assert notices.inspection_name("防火安全检查记录表（定期检查）") == "防火安全检查（定期检查）"


def test_numbers_follow_the_official_patterns() -> None:
    assert notices.notice_no("龙", 2026, 17) == "龙物消改〔2026〕0017号"
    assert notices.recheck_no("龙物消改〔2026〕0017号", 1) == "消复〔2026〕0017-1号"
    assert notices.recheck_no("YH-2026-0003", 2) == "消复〔2026〕YH0003-2号"
    assert notices.hazard_no(2026, 1) == "YH-2026-0001"
    assert notices.temporary_no("T3", 12) == "暂-T3-12"
    assert notices.notice_no("龙", 2026, 12345) == "龙物消改〔2026〕12345号"
    with pytest.raises(ValueError, match="no number"):
        notices.recheck_no("暂-T3-12", 1)
