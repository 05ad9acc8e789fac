"""Rules that change: at the border of a window, with the past left as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import RuleId
from shared.model.plan import Period, Recurrence
from shared.schedule import Workdays, windows
from shared.schedule.change import border, changes_windows, is_apart, most_days, succeed
from tests.builders import a_rule

ZONE = ZoneInfo("Asia/Shanghai")
OLD = {"starts_on": date(2026, 1, 1)}
DAILY = a_rule(recurrence=Recurrence.DAILY, **OLD)
FRIDAYS = a_rule(recurrence=Recurrence.WEEKDAY, weekday=4, **OLD)
QUARTERLY = a_rule(recurrence=Recurrence.PER_PERIOD, period=Period.QUARTER, **OLD)
TWICE = a_rule(recurrence=Recurrence.PER_PERIOD, period=Period.YEAR, times=2, min_gap_months=4, **OLD)
TEN_DAYS = a_rule(recurrence=Recurrence.SINCE_LAST, every_days=10, **OLD)
EVERY_KIND = (DAILY, FRIDAYS, QUARTERLY, TWICE, TEN_DAYS)


@pytest.mark.parametrize(
    ("rule", "asked", "expected"),
    [
        (DAILY, date(2026, 11, 24), date(2026, 11, 24)),
        (DAILY, date(2025, 1, 1), date(2026, 1, 1)),
        (FRIDAYS, date(2026, 11, 24), date(2026, 11, 30)),
        (FRIDAYS, date(2026, 11, 30), date(2026, 11, 30)),
        (QUARTERLY, date(2026, 11, 24), date(2027, 1, 1)),
        (QUARTERLY, date(2026, 10, 1), date(2026, 10, 1)),
        (TWICE, date(2026, 3, 1), date(2026, 7, 1)),
        (TEN_DAYS, date(2026, 1, 5), date(2026, 1, 11)),
        (TEN_DAYS, date(2026, 1, 11), date(2026, 1, 11)),
    ],
)
def test_a_change_waits_for_the_next_border_between_windows(rule, asked, expected):
    assert border(rule, asked, Workdays(), ZONE) == expected


def test_an_interval_that_was_done_early_ends_that_day():
    assert border(TEN_DAYS, date(2026, 1, 5), Workdays(), ZONE, {date(2026, 1, 1): date(2026, 1, 4)}) == date(
        2026, 1, 5
    )


@given(
    st.sampled_from(EVERY_KIND),
    st.sampled_from(EVERY_KIND),
    st.dates(date(2026, 1, 1), date(2027, 6, 30)),
)
def test_no_window_is_cut_doubled_or_lost_by_a_change(before, after, asked):
    # when a rule changes at the border after some day
    on = border(before, asked, Workdays(), ZONE)
    done = succeed(before, after, on, RuleId("follower"))
    first, last = date(2026, 1, 1), on + timedelta(days=800)
    old = windows(done.ended, Workdays(), ZONE, first, last) if done.ended else ()
    new = windows(done.next, Workdays(), ZONE, first, last)

    # then every window before it is what it was, and none reaches over the border
    whole = tuple(window for window in windows(before, Workdays(), ZONE, first, last) if window.on < on)
    assert [(one.on, one.due_on) for one in old] == [(one.on, one.due_on) for one in whole]
    assert all(window.due_on < on for window in old)
    assert all(window.first_on >= on for window in new)
    assert (done.next.follows, done.ended is None) == ((before.id, False) if on > before.starts_on else (None, True))


def test_a_plan_that_has_not_begun_is_replaced():
    later = replace(DAILY, starts_on=date(2027, 1, 1))

    done = succeed(later, QUARTERLY, date(2027, 1, 1), RuleId("follower"))

    assert (done.ended, done.next.id, done.next.starts_on) == (None, later.id, date(2027, 1, 1))


def test_who_and_how_it_is_called_change_no_window_but_where_and_when_do():
    assert not changes_windows(DAILY, replace(DAILY, source="手册", remind_days=(3,)))
    assert changes_windows(DAILY, replace(DAILY, late_days=1))


@pytest.mark.parametrize(
    ("one", "other", "months", "expected"),
    [
        (date(2026, 6, 15), date(2026, 10, 15), 4, True),
        (date(2026, 10, 14), date(2026, 6, 15), 4, False),
        (date(2026, 10, 31), date(2027, 2, 28), 4, True),
        (date(2026, 6, 1), date(2026, 6, 1), 0, True),
    ],
)
def test_two_inspections_are_apart_by_calendar_months(one, other, months, expected):
    assert is_apart(one, other, months) is expected
    assert is_apart(other, one, months) is expected


def test_how_often_a_rule_comes_round_is_said_in_days():
    assert [most_days(rule) for rule in EVERY_KIND] == [1, 7, 91, 182, 10]
