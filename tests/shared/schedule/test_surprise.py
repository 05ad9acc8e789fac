"""The drawn inspection of a quarter: its days, its proof, its warnings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.draw import commitment
from shared.schedule import Workdays
from shared.schedule.surprise import Drawn, draw_days, draw_surprise, is_proved, quarter_of, warning

QUARTER = date(2026, 10, 1)
CALENDAR = Workdays(
    holidays=frozenset(date(2026, 10, day) for day in range(1, 8)), make_up_days=frozenset({date(2026, 10, 10)})
)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_day_lies_in_exactly_one_quarter(day):
    first, last = quarter_of(day)

    assert first <= day <= last
    assert quarter_of(first) == quarter_of(last) == (first, last)
    assert quarter_of(last + timedelta(days=1))[0] == last + timedelta(days=1)


def test_days_off_passed_days_and_excluded_days_are_not_drawn_from():
    found = draw_days(CALENDAR, QUARTER, date(2026, 10, 5), (date(2026, 10, 12),))

    assert found[:3] == (date(2026, 10, 8), date(2026, 10, 9), date(2026, 10, 10))
    assert date(2026, 10, 12) not in found
    assert found[-1] == date(2026, 12, 31)
    assert draw_days(CALENDAR, QUARTER, date(2027, 1, 1)) == ()


@given(st.text("0123456789abcdef", min_size=8, max_size=32), st.integers(0, 4))
def test_a_draw_is_proved_by_its_own_inputs_and_by_no_others(seed, count):
    # given a draw from some days and places
    days, places = draw_days(CALENDAR, QUARTER, QUARTER), ("shop", "garage", "hall")
    drawn = draw_surprise(seed, days, places, count)

    # then it is proved by what it was made of, in any order, and by nothing else
    assert drawn.day in days
    assert len(drawn.places) == min(count, 3)
    assert is_proved(drawn, seed, commitment(seed), days[::-1], places[::-1])
    assert not is_proved(drawn, f"{seed}0", commitment(seed), days, places)
    assert not is_proved(drawn, seed, commitment(f"{seed}0"), days, places)
    other = replace(drawn, day=next(day for day in days if day != drawn.day))
    assert not is_proved(other, seed, commitment(seed), days, places)


def test_without_a_day_nothing_is_drawn():
    with pytest.raises(ValueError, match="no day"):
        draw_surprise("seed", (), ("shop",), 1)


def test_what_was_drawn_for_a_seed_stays_what_it_is():
    days = draw_days(CALENDAR, QUARTER, QUARTER)

    assert draw_surprise("5e3f", days, ("shop", "garage", "hall"), 2) == RECORDED


RECORDED = Drawn(date(2026, 12, 18), ("garage", "hall"))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 12, 10), None),
        (date(2026, 12, 11), 20),
        (date(2026, 12, 23), 20),
        (date(2026, 12, 24), 7),
        (date(2026, 12, 31), 7),
    ],
)
def test_its_organiser_is_warned_twenty_and_seven_days_before_the_quarter_ends(today, expected):
    assert warning(today, QUARTER) == expected
