from __future__ import annotations

from datetime import date, timedelta

import pytest

from shared.hazard import is_overdue
from shared.hazard.urgency import LADDER, SCREENS, SUGGESTIONS, is_open, rung, suggested_retry
from shared.model.hazard import HazardState
from shared.model.template import Certainty, HazardGrade
from tests.builders import a_hazard

DEADLINE = date(2026, 11, 30)
RUNNING = {
    HazardState.ISSUED,
    HazardState.IN_RECTIFICATION,
    HazardState.EXTENSION_PENDING,
    HazardState.REPLIED,
    HazardState.RECHECK_FAILED,
}


@pytest.mark.parametrize("state", HazardState)
def test_overdue_begins_the_day_after_the_deadline_while_the_notice_runs(state: HazardState) -> None:
    hazard = a_hazard(state=state, deadline_on=DEADLINE)

    assert not is_overdue(hazard, DEADLINE)
    assert is_overdue(hazard, DEADLINE + timedelta(days=1)) is (state in RUNNING)
    assert not is_overdue(a_hazard(state=state), DEADLINE)


@pytest.mark.parametrize(
    ("late", "general", "major"),
    [
        (-4, None, None),
        (-3, "remind_3", "remind_3"),
        (-2, "remind_3", "remind_3"),
        (-1, "remind_1", "remind_1"),
        (0, "flag", "flag"),
        (1, "overdue_list", "decide"),
        (2, "overdue_list", "decide"),
        (3, "explain", "decide"),
        (6, "explain", "decide"),
        (7, "decide", "decide"),
        (400, "decide", "decide"),
    ],
)
def test_the_ladder_names_whose_turn_it_is(late: int, general: str | None, major: str | None) -> None:
    # given
    today = DEADLINE + timedelta(days=late)
    hazards = [
        a_hazard(state=HazardState.IN_RECTIFICATION, deadline_on=DEADLINE, grade=grade)
        for grade in (HazardGrade.GENERAL, HazardGrade.MAJOR)
    ]

    # when
    rungs = [rung(hazard, today) for hazard in hazards]

    # then
    assert [found and found.key for found in rungs] == [general, major]


def test_nobody_is_reminded_of_a_closed_hazard() -> None:
    closed = a_hazard(state=HazardState.CLOSED, deadline_on=DEADLINE)

    assert rung(closed, DEADLINE + timedelta(days=9)) is None
    assert not is_open(closed)


def test_a_retry_gets_half_of_the_first_time_and_at_least_a_day() -> None:
    assert suggested_retry(7, DEADLINE) == DEADLINE + timedelta(days=3)
    assert suggested_retry(0, DEADLINE) == DEADLINE + timedelta(days=1)


def test_every_text_a_user_may_see_is_there_in_both_languages() -> None:
    texts = [text for step in LADDER for text in (step.to, step.action)]
    texts += [suggestion.case for suggestion in SUGGESTIONS] + [screen.text for screen in SCREENS]

    assert all(text.zh and text.en for text in texts)
    assert len({screen.key for screen in SCREENS}) == len(SCREENS) == 10


def test_no_suggestion_claims_more_certainty_than_its_source() -> None:
    assert {suggestion.key for suggestion in SUGGESTIONS if suggestion.certainty is Certainty.READ} == {"on_spot"}
    assert all(low <= high for suggestion in SUGGESTIONS for low, high in [suggestion.days])
