from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from shared.schedule.local import day_of, end_of, ending, opening
from tests.shared.schedule.calendars import DAY, LONDON, SAO_PAULO, SHANGHAI, some_days, times, zones


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "wall", "opens", "ends"),
    [
        (SHANGHAI, date(2026, 11, 23), time(8), "2026-11-23T00:00", "2026-11-23T00:00"),
        (LONDON, date(2026, 3, 29), time(1, 30), "2026-03-29T01:00", "2026-03-29T01:00"),
        (LONDON, date(2026, 3, 29), time(2, 30), "2026-03-29T01:30", "2026-03-29T01:30"),
        (LONDON, date(2026, 10, 25), time(1, 30), "2026-10-25T00:30", "2026-10-25T01:30"),
        (SAO_PAULO, date(2018, 11, 4), time(0), "2018-11-04T03:00", "2018-11-04T03:00"),
        (SAO_PAULO, date(2018, 11, 4), time(0, 40), "2018-11-04T03:00", "2018-11-04T03:00"),
        (SAO_PAULO, date(2018, 2, 17), time(23, 30), "2018-02-18T01:30", "2018-02-18T02:30"),
    ],
)
def test_a_wall_time_is_one_instant_also_when_clocks_change(
    zone: ZoneInfo, day: date, wall: time, opens: str, ends: str
) -> None:
    assert opening(day, wall, zone) == utc(opens)
    assert ending(day, wall, zone) == utc(ends)


def test_a_day_ends_after_its_repeated_hour() -> None:
    # given the night in which Goose Bay set its clocks from 00:01 back to 23:01
    goose_bay, day = ZoneInfo("America/Goose_Bay"), date(2010, 11, 6)

    # when
    end = end_of(day, goose_bay)

    # then
    assert end == utc("2010-11-07T04:00")
    assert ending(day, time(23, 59), goose_bay) < end


@given(zones, some_days, times, times)
def test_later_on_the_wall_is_never_earlier_in_time(zone: ZoneInfo, day: date, one: time, other: time) -> None:
    early, late = sorted((one, other))

    assert opening(day, early, zone) <= ending(day, late, zone)
    assert opening(day, early, zone) <= opening(day, late, zone)
    assert opening(day, time(0), zone) <= ending(day, late, zone) <= end_of(day, zone)


@given(zones, some_days)
def test_days_follow_each_other_without_gap(zone: ZoneInfo, day: date) -> None:
    begin, end = opening(day, time(0), zone), end_of(day, zone)

    assert day_of(begin, zone) == day == day_of(end - timedelta(seconds=1), zone)
    assert day_of(end, zone) == day + DAY
    assert timedelta(hours=23) <= end - begin <= timedelta(hours=25)
