from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.model.plan import WorkdayYear
from shared.schedule import Workdays, add_working_days, workdays
from tests.shared.schedule.calendars import DAY, GOLDEN_WEEK, calendars, days


def test_weekends_are_off_holidays_are_off_and_make_up_days_are_worked() -> None:
    assert not Workdays().is_working(date(2026, 11, 22))
    assert Workdays().is_working(date(2026, 11, 23))
    assert not GOLDEN_WEEK.is_working(date(2026, 10, 1))
    assert GOLDEN_WEEK.is_working(date(2026, 10, 10))


def test_the_newest_version_of_a_year_counts_whatever_the_order() -> None:
    # given
    old = WorkdayYear(2026, 1, holidays=(date(2026, 5, 4),))
    new = WorkdayYear(2026, 2, holidays=(date(2026, 5, 5),))
    other = WorkdayYear(2027, 1, holidays=(date(2027, 1, 1),))

    # when
    calendar = workdays([new, other, old])

    # then
    assert calendar.holidays == {date(2026, 5, 5), date(2027, 1, 1)}


def test_working_days_are_counted_over_a_holiday_week() -> None:
    assert add_working_days(GOLDEN_WEEK, date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert add_working_days(GOLDEN_WEEK, date(2026, 10, 3), 0) == date(2026, 10, 3)
    with pytest.raises(ValueError, match="negative"):
        add_working_days(GOLDEN_WEEK, date(2026, 10, 3), -1)


def test_a_table_without_working_days_is_refused_and_not_searched_for_ever() -> None:
    never = Workdays(frozenset(date(2026, 1, 1) + n * DAY for n in range(200)))

    with pytest.raises(ValueError, match="no working day"):
        add_working_days(never, date(2026, 1, 1), 1)
    assert never.last_on_or_before(date(2026, 6, 1)) is None


@given(st.data(), days, st.integers(0, 15))
def test_adding_working_days_passes_exactly_that_many(data: st.DataObject, day: date, count: int) -> None:
    calendar = data.draw(calendars(day))

    end = add_working_days(calendar, day, count)

    assert sum(calendar.is_working(day + n * DAY) for n in range(1, (end - day).days + 1)) == count
    assert count == 0 or calendar.is_working(end)
