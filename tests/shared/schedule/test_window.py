from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.model.plan import Period, Recurrence, Rule, WorkdayRule
from shared.schedule import Workdays, suggested_days, windows
from shared.schedule.window import Window, add_months
from tests.builders import a_rule
from tests.shared.schedule.calendars import (
    DAY,
    GOLDEN_WEEK,
    SHANGHAI,
    at,
    calendars,
    days,
    friday,
    per,
    rules,
    some_days,
    weekly,
    zones,
)

NO_TABLE = Workdays()


def spans(rule: Rule, first: date, last: date, calendar: Workdays = NO_TABLE, **done: object) -> list[tuple[str, str]]:
    found = windows(rule, calendar, SHANGHAI, first, last, **done)  # type: ignore[arg-type]
    return [(window.first_on.isoformat(), window.due_on.isoformat()) for window in found]


# Daily


def test_a_daily_round_is_due_on_weekends_and_holidays_too() -> None:
    found = windows(a_rule(starts_on=date(2026, 9, 1)), GOLDEN_WEEK, SHANGHAI, date(2026, 10, 1), date(2026, 10, 7))

    assert [window.on.day for window in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[0].opens_at == at(date(2026, 10, 1), 0)
    assert found[0].due_at == at(date(2026, 10, 1), 18)
    assert found[0].closes_at == at(date(2026, 10, 2), 0)


def test_a_daily_rule_for_working_days_skips_the_others() -> None:
    rule = a_rule(starts_on=date(2026, 9, 1), workdays=WorkdayRule.LAST_BEFORE)

    assert [
        window.on.day for window in windows(rule, GOLDEN_WEEK, SHANGHAI, date(2026, 10, 1), date(2026, 10, 10))
    ] == [
        8,
        9,
        10,
    ]


def test_a_night_round_ends_the_next_morning() -> None:
    (night,) = windows(
        a_rule(opens_at=time(22), due_at=time(6)), NO_TABLE, SHANGHAI, date(2026, 11, 23), date(2026, 11, 23)
    )

    assert (night.on, night.opens_at, night.due_at) == (
        date(2026, 11, 23),
        at(date(2026, 11, 23), 22),
        at(date(2026, 11, 24), 6),
    )


def test_a_rule_has_no_windows_outside_its_life() -> None:
    rule = a_rule(starts_on=date(2026, 11, 10), ends_on=date(2026, 11, 12))

    assert spans(rule, date(2026, 11, 1), date(2026, 11, 30)) == [(f"2026-11-{day}",) * 2 for day in (10, 11, 12)]
    assert spans(rule, date(2027, 1, 1), date(2027, 1, 2)) == []


# Since last


def test_a_missed_week_does_not_shift_the_following_weeks_due_day() -> None:
    # given weeks from Monday; the first was done on its last day, the second never
    done = {date(2026, 11, 2): date(2026, 11, 8)}

    # when / then
    assert spans(weekly(), date(2026, 11, 1), date(2026, 11, 30), done=done) == [
        ("2026-11-02", "2026-11-08"),
        ("2026-11-09", "2026-11-15"),
        ("2026-11-16", "2026-11-22"),
        ("2026-11-23", "2026-11-29"),
        ("2026-11-30", "2026-12-06"),
    ]


def test_a_late_one_does_not_shift_it_either() -> None:
    done = {date(2026, 11, 2): date(2026, 11, 10)}

    assert spans(weekly(), date(2026, 11, 9), date(2026, 11, 20), done=done)[0] == ("2026-11-09", "2026-11-15")


def test_an_early_one_brings_the_next_forward_to_seven_days_after_it() -> None:
    # given the first was done on Friday the 6th
    done = {date(2026, 11, 2): date(2026, 11, 6)}

    # when
    found = windows(weekly(), NO_TABLE, SHANGHAI, date(2026, 11, 1), date(2026, 11, 14), done)

    # then
    assert [(window.first_on.day, window.due_on.day) for window in found] == [(2, 6), (7, 13), (14, 20)]


def test_one_done_ahead_of_its_window_counts_from_the_windows_first_day() -> None:
    done = {date(2026, 11, 9): date(2026, 11, 7)}

    assert spans(weekly(), date(2026, 11, 9), date(2026, 11, 12), done=done) == [
        ("2026-11-09", "2026-11-09"),
        ("2026-11-10", "2026-11-16"),
    ]


def test_a_record_that_names_a_day_inside_a_window_starts_no_window_of_its_own() -> None:
    # given a tablet that was out of step named Wednesday
    done = {date(2026, 11, 2): date(2026, 11, 8), date(2026, 11, 4): date(2026, 11, 5)}

    # when / then
    assert spans(weekly(), date(2026, 11, 1), date(2026, 11, 15), done=done) == [
        ("2026-11-02", "2026-11-08"),
        ("2026-11-09", "2026-11-15"),
    ]


def test_incomplete_rules_are_refused() -> None:
    for rule in (weekly(every_days=0), per(Period.YEAR, times=0), a_rule(recurrence=Recurrence.PER_PERIOD)):
        with pytest.raises(ValueError, match="needs"):
            windows(rule, NO_TABLE, SHANGHAI, date(2026, 12, 1), date(2026, 12, 2))
    with pytest.raises(ValueError, match="more times than days"):
        windows(per(Period.WEEK, 8), NO_TABLE, SHANGHAI, date(2026, 12, 1), date(2026, 12, 2))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Rule, dict[date, date], list[Window]]:
    """A weekly-like rule walked window by window: done on some day of it, late, or never."""
    rule = weekly(every_days=draw(st.integers(1, 12)), late_days=draw(st.integers(0, 2)))
    done: dict[date, date] = {}
    walked: list[Window] = []
    day = rule.starts_on
    for offset in draw(st.lists(st.one_of(st.none(), st.integers(0, 14)), max_size=12)):
        window = windows(rule, NO_TABLE, SHANGHAI, day, day, done)[0]
        assert window.on == day
        if offset is not None:
            done[window.on] = window.on + min(offset, rule.every_days + rule.late_days - 1) * DAY
        (settled,) = windows(rule, NO_TABLE, SHANGHAI, day, day, done)
        walked.append(settled)
        day = settled.due_on + DAY
    return rule, done, walked


@given(histories())
def test_due_days_are_never_further_apart_than_the_rule_says(
    history: tuple[Rule, dict[date, date], list[Window]],
) -> None:
    rule, done, walked = history

    for one, following in pairwise(walked):
        unsettled = windows(
            rule, NO_TABLE, SHANGHAI, following.on, following.on, {k: v for k, v in done.items() if k < following.on}
        )[0]
        assert (unsettled.due_on - one.due_on).days == rule.every_days
        if one.on in done and done[one.on] <= one.due_on:
            assert (unsettled.due_on - done[one.on]).days <= rule.every_days


@given(histories())
def test_later_records_never_change_earlier_windows(history: tuple[Rule, dict[date, date], list[Window]]) -> None:
    rule, done, walked = history

    if walked:
        assert list(windows(rule, NO_TABLE, SHANGHAI, rule.starts_on, walked[-1].due_on, done)) == walked


@given(histories(), st.integers(0, 12))
def test_a_tablet_that_lacks_old_records_agrees_from_the_first_it_knows(
    history: tuple[Rule, dict[date, date], list[Window]], lacking: int
) -> None:
    # given
    rule, done, walked = history
    known = dict(sorted(done.items())[lacking:])
    if not known:
        return
    since = min(known)

    # when
    tablet = windows(rule, NO_TABLE, SHANGHAI, rule.starts_on, walked[-1].due_on, known)

    # then
    assert [window for window in tablet if window.on >= since] == [window for window in walked if window.on >= since]


# Per period


def test_a_quarter_is_a_calendar_quarter() -> None:
    assert spans(per(Period.QUARTER), date(2026, 5, 20), date(2026, 7, 1)) == [
        ("2026-04-01", "2026-06-30"),
        ("2026-07-01", "2026-09-30"),
    ]


@pytest.mark.parametrize(
    ("period", "times", "day", "expected"),
    [
        (Period.YEAR, 2, date(2026, 1, 1), [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")]),
        (Period.HALF_MONTH, 1, date(2028, 2, 1), [("2028-02-01", "2028-02-15"), ("2028-02-16", "2028-02-29")]),
        (Period.WEEK, 1, date(2026, 12, 31), [("2026-12-28", "2027-01-03")]),
        (Period.MONTH, 2, date(2027, 2, 1), [("2027-02-01", "2027-02-14"), ("2027-02-15", "2027-02-28")]),
        (Period.HALF_YEAR, 1, date(2026, 8, 1), [("2026-07-01", "2026-12-31")]),
    ],
)
def test_a_period_is_shared_out_among_its_windows(
    period: Period, times: int, day: date, expected: list[tuple[str, str]]
) -> None:
    last = date.fromisoformat(expected[-1][1])

    assert spans(per(period, times), day, last) == expected


@given(some_days, st.sampled_from(Period), st.integers(1, 7), zones)
def test_every_period_is_covered_exactly_n_times(day: date, period: Period, times: int, zone: ZoneInfo) -> None:
    # given three years of windows
    rule = per(period, times, starts_on=date(2005, 1, 1))
    found = windows(rule, NO_TABLE, zone, day, day + 3 * 365 * DAY)

    # then they follow each other without gap
    for one, following in pairwise(found):
        assert following.first_on == one.due_on + DAY
        assert following.on == following.first_on

    # and each whole period among them holds exactly n
    names = [period_name(period, window.on) for window in found]
    inner = [name for name in dict.fromkeys(names) if name not in (names[0], names[-1])]
    assert all(names.count(name) == times for name in inner)
    assert len(inner) >= 1


def period_name(period: Period, day: date) -> tuple[int, int]:
    """The period a day is in, found in another way than the code under test does."""
    if period is Period.WEEK:
        return day.isocalendar()[:2]
    parts = {
        Period.HALF_MONTH: day.month * 2 + (day.day > 15),
        Period.MONTH: day.month,
        Period.QUARTER: (day.month + 2) // 3,
        Period.HALF_YEAR: (day.month + 5) // 6,
        Period.YEAR: 0,
    }
    return day.year, parts[period]


def test_the_second_inspection_of_a_year_opens_four_months_after_the_first_was_done() -> None:
    # given the first was done at the end of June
    rule = per(Period.YEAR, 2, min_gap_months=4)
    done = {date(2026, 1, 1): date(2026, 6, 30)}

    # when
    (second,) = windows(rule, NO_TABLE, SHANGHAI, date(2026, 7, 1), date(2026, 12, 31), done)

    # then its key stays, only its opening moves
    assert (second.on, second.first_on, second.due_on) == (date(2026, 7, 1), date(2026, 10, 30), date(2026, 12, 31))
    assert not windows(rule, NO_TABLE, SHANGHAI, date(2026, 7, 1), date(2026, 9, 1), done)
    # and a gap does not reach over the new year
    assert spans(rule, date(2027, 1, 1), date(2027, 1, 2), done={date(2026, 7, 1): date(2026, 12, 31)}) == [
        ("2027-01-01", "2027-06-30")
    ]


def test_a_gap_never_pushes_a_window_past_its_due_day() -> None:
    done = {date(2026, 1, 1): date(2026, 11, 30)}

    (second,) = windows(
        per(Period.YEAR, 2, min_gap_months=4), NO_TABLE, SHANGHAI, date(2026, 12, 31), date(2026, 12, 31), done
    )

    assert second.first_on == second.due_on == date(2026, 12, 31)


def test_a_due_day_off_moves_back_but_not_out_of_the_window() -> None:
    # given January 2027 ends on a Sunday
    monthly = per(Period.MONTH, workdays=WorkdayRule.LAST_BEFORE)
    weekends = per(Period.WEEK, 7, workdays=WorkdayRule.LAST_BEFORE)

    # when / then
    assert spans(monthly, date(2027, 1, 1), date(2027, 1, 29)) == [("2027-01-01", "2027-01-29")]
    assert spans(weekends, date(2027, 1, 30), date(2027, 1, 31)) == [("2027-01-30",) * 2, ("2027-01-31",) * 2]


def test_campaign_months_are_the_suggested_days_of_a_half_year() -> None:
    first, second = windows(per(Period.YEAR, 2), NO_TABLE, SHANGHAI, date(2026, 1, 1), date(2026, 12, 31))
    (third_quarter,) = windows(per(Period.QUARTER), NO_TABLE, SHANGHAI, date(2026, 8, 1), date(2026, 8, 1))

    assert (suggested_days(first), suggested_days(second)) == ((date(2026, 6, 1),), (date(2026, 11, 1),))
    assert suggested_days(third_quarter) == (date(2026, 8, 15),)


@given(days, st.integers(0, 40))
def test_adding_months_keeps_the_day_where_the_month_has_it(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + DAY).day == 1


# Weekday


def test_a_friday_off_moves_to_the_last_working_day_before() -> None:
    # 1 May 2026 is a Friday and a holiday
    assert spans(friday(), date(2026, 4, 27), date(2026, 5, 10), GOLDEN_WEEK) == [
        ("2026-04-30", "2026-04-30"),
        ("2026-05-08", "2026-05-08"),
    ]


def test_a_week_wholly_off_uses_the_make_up_day_before_it() -> None:
    # Spring Festival 2026: 15-23 February off, Saturday the 14th worked
    found = windows(friday(), GOLDEN_WEEK, SHANGHAI, date(2026, 2, 9), date(2026, 2, 27))

    assert [(window.on.day, window.due_on.day) for window in found] == [(9, 13), (16, 14), (23, 27)]


def test_a_week_wholly_off_has_no_window_when_the_day_before_already_has_one() -> None:
    week_off = Workdays(frozenset(date(2026, 11, 16) + n * DAY for n in range(5)))

    assert spans(friday(), date(2026, 11, 9), date(2026, 11, 27), week_off) == [
        ("2026-11-13",) * 2,
        ("2026-11-27",) * 2,
    ]


@given(st.data(), some_days, st.integers(0, 6))
def test_a_weekly_day_is_a_working_day_of_its_week_where_one_exists(
    data: st.DataObject, day: date, weekday: int
) -> None:
    # given
    calendar = data.draw(calendars(day))
    rule = friday(weekday=weekday, starts_on=date(2005, 1, 3))

    # when
    found = {window.on: window for window in windows(rule, calendar, SHANGHAI, day, day + 60 * DAY)}

    # then
    monday = day + (7 - day.weekday()) * DAY
    while monday + weekday * DAY <= day + 60 * DAY:
        worked = [monday + n * DAY for n in range(weekday + 1) if calendar.is_working(monday + n * DAY)]
        if worked:
            assert found[monday].due_on == worked[-1]
        elif monday in found:
            assert found[monday].due_on < monday
            assert calendar.is_working(found[monday].due_on)
        monday += 7 * DAY


# All of them


@given(st.data(), some_days, zones)
def test_windows_of_a_rule_never_overlap_and_are_due_after_they_open(
    data: st.DataObject, start: date, zone: ZoneInfo
) -> None:
    # given
    calendar, rule = data.draw(calendars(start)), data.draw(rules(start))

    # when
    found = windows(rule, calendar, zone, start - 10 * DAY, start + 120 * DAY)

    # then
    for window in found:
        assert window.opens_at <= window.due_at <= window.closes_at
        assert window.opens_at < window.closes_at
        assert rule.starts_on <= window.first_on <= window.due_on
        assert rule.ends_on is None or window.first_on <= rule.ends_on
    for one, following in pairwise(found):
        assert one.on < following.on
        assert one.due_on < following.first_on
        assert one.due_at <= following.opens_at or rule.due_at <= rule.opens_at
    assert all(one.due_at <= other.due_at for one, other in pairwise(found))


@given(st.data(), some_days, zones, st.integers(0, 80), st.integers(0, 40))
def test_a_window_is_the_same_whatever_range_is_asked_for(
    data: st.DataObject, start: date, zone: ZoneInfo, skip: int, length: int
) -> None:
    # given
    calendar, rule = data.draw(calendars(start)), data.draw(rules(start))
    first = start + skip * DAY
    last = first + length * DAY

    # when
    whole = windows(rule, calendar, zone, start, start + 200 * DAY)
    part = windows(rule, calendar, zone, first, last)

    # then
    assert list(part) == [window for window in whole if window.due_on >= first and window.first_on <= last]


def test_a_day_that_the_zone_skipped_has_no_window() -> None:
    # Samoa went from 29 to 31 December 2011
    apia = ZoneInfo("Pacific/Apia")
    rule = a_rule(starts_on=date(2011, 12, 1))

    found = windows(rule, NO_TABLE, apia, date(2011, 12, 28), date(2012, 1, 1))

    assert [window.on.day for window in found] == [28, 29, 31, 1]
    assert all(window.due_at - window.opens_at == timedelta(hours=18) for window in found)


def test_a_record_after_the_range_bounds_the_last_window_of_it() -> None:
    # given a tablet's record whose window begins inside the natural week of the 9th
    done = {date(2026, 11, 12): date(2026, 11, 13)}

    # then what is listed does not depend on how far one looks
    assert spans(weekly(), date(2026, 11, 2), date(2026, 11, 10), done=done) == [("2026-11-02", "2026-11-08")]
    assert spans(weekly(), date(2026, 11, 2), date(2026, 11, 13), done=done) == [
        ("2026-11-02", "2026-11-08"),
        ("2026-11-12", "2026-11-13"),
    ]
