"""What the server makes of a tablet's clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.clock import Reading, correct

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
walls = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(walls, walls, st.integers(0, 10**10), st.integers(0, 10**9))
def test_within_one_boot_the_time_is_exact_whatever_the_wall_clock_says(
    event_wall: datetime, push_wall: datetime, event_ms: int, age_ms: int
) -> None:
    corrected = correct(Reading(event_wall, "b", event_ms), Reading(push_wall, "b", event_ms + age_ms), NOW)
    assert corrected.at == NOW - timedelta(milliseconds=age_ms)
    assert not corrected.estimated


def test_across_a_restart_the_wall_clock_is_shifted_and_marked() -> None:
    wall = datetime(2020, 1, 1, 7, 0, tzinfo=UTC)  # six years slow
    corrected = correct(Reading(wall, "old", 5), Reading(wall + timedelta(hours=1), "new", 9), NOW)
    assert corrected.at == NOW - timedelta(hours=1)
    assert corrected.estimated


@given(walls, walls)
def test_no_event_is_later_than_the_push_that_brought_it(event_wall: datetime, push_wall: datetime) -> None:
    corrected = correct(Reading(event_wall, "old", 5), Reading(push_wall, "new", 1), NOW)
    assert corrected.at <= NOW


@pytest.mark.parametrize("elapsed", [-1, 1 << 53])
def test_a_reading_refuses_a_boot_time_out_of_range(elapsed: int) -> None:
    with pytest.raises(ValueError, match="boottime_ms"):
        Reading(NOW, "b", elapsed)


def test_a_reading_refuses_a_wall_time_without_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        Reading(datetime(2026, 1, 1), "b", 1)
