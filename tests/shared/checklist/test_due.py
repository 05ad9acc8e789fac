"""Items that are asked only every so many days, such as the weekly governor oiling of the daily round."""

from datetime import datetime, timedelta

import pytest

from shared.checklist import Context, Past, history_of
from shared.clock import Reading
from shared.model.inspection import Answer, Result, Status
from tests.builders import a_reading, an_inspection
from tests.shared.checklist.forms import CHINA, NOW, ONE, TWO, a_check, a_form, judged, lifts, shown, tapped

FORM = a_form(a_check("oiled", every_days=7, section="lift"))
(LIFT,) = lifts({})


def done(days_ago: float) -> dict[tuple[str, str], Past]:
    return {("oiled", ONE): Past(NOW - timedelta(days=days_ago), result=Result.PASS)}


def test_an_item_never_done_is_due() -> None:
    assert shown(judged(FORM, assets=(LIFT,))) == [("oiled", ONE)]


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (1, False), (6, False), (7, True), (8, True), (30, True)])
def test_an_item_is_due_again_after_its_days_and_stays_due(days: int, is_due: bool) -> None:
    evaluation = judged(FORM, assets=(LIFT,), history=done(days))

    assert evaluation.rows[0].is_due is is_due
    assert evaluation.rows[0].visible is is_due


def test_days_are_counted_by_the_sites_calendar_not_by_hours() -> None:
    late_on_monday = datetime(2026, 11, 16, 23, 50, tzinfo=CHINA)

    evaluation = judged(FORM, assets=(LIFT,), history={("oiled", ONE): Past(late_on_monday)})

    assert evaluation.rows[0].is_due


def test_an_item_not_due_is_shown_when_it_was_answered_all_the_same() -> None:
    evaluation = judged(FORM, tapped("oiled", "pass", ONE), assets=(LIFT,), history=done(1))

    assert shown(evaluation) == [("oiled", ONE)]
    assert evaluation.passed == 1


def test_each_lift_has_its_own_week() -> None:
    assert shown(judged(FORM, assets=lifts(), history=done(1))) == [("oiled", TWO)]


def test_the_context_needs_the_sites_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Context(datetime(2026, 1, 1))


def a_record(number: int, day: int, *answers: Answer, **changes: object) -> object:
    at = Reading(datetime(2026, 11, day, 9, 0, tzinfo=CHINA), "boot", 0)
    return an_inspection(id=f"record-{number}", started_at=at, ended_at=at, answers=answers, **changes)


def test_history_holds_when_each_item_was_last_done() -> None:
    older = a_record(1, 2, tapped("oiled", "pass", ONE), tapped("oiled", "fail", TWO))
    newer = a_record(2, 9, tapped("oiled", "fail", ONE))

    history = history_of([newer, older])

    assert history["oiled", ONE] == Past(datetime(2026, 11, 9, 9, 0, tzinfo=CHINA), None, Result.FAIL)
    assert history["oiled", TWO].result is Result.FAIL


def test_history_takes_the_time_of_the_answer_if_there_is_one() -> None:
    answered = a_reading(5)

    history = history_of([a_record(1, 2, tapped("oiled", "pass", ONE, at=answered))])

    assert history["oiled", ONE].at == answered.wall


def test_what_was_not_checked_was_not_done() -> None:
    assert history_of([a_record(1, 2, tapped("oiled", "not_checked", ONE, reason="锁着"), Answer("oiled", TWO))]) == {}


def test_drafts_and_amended_records_are_no_history() -> None:
    draft = a_record(1, 9, tapped("oiled", "pass", ONE), status=Status.DRAFT)
    amended = a_record(2, 8, tapped("oiled", "pass", ONE))
    amending = a_record(3, 10, tapped("oiled", "pass", TWO), amends="record-2")

    assert set(history_of([draft, amended, amending])) == {("oiled", TWO)}
