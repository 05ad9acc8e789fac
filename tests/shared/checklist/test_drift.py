"""Where a reading is heading: the line itself against certified values, and when it is honest to speak of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shared.checklist import drift
from shared.checklist.drift import Line, fit, is_significant
from shared.model.template import Limits

NOW = datetime(2026, 11, 23, 1, 20, tzinfo=UTC)
LIMITS = Limits(low=5, high=40)
# NIST Statistical Reference Datasets, linear regression, "Norris": pairs (y, x) and certified values.
NORRIS = (
    (0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1), (228.1, 226.5), (668.5, 666.3),
    (998.5, 996.3), (449.1, 448.6), (778.9, 777.0), (559.2, 558.2), (0.3, 0.4), (0.1, 0.6), (778.1, 775.5),
    (668.8, 666.9), (339.3, 338.0), (448.9, 447.5), (10.8, 11.6), (557.7, 556.0), (228.3, 228.1), (998.0, 995.8),
    (888.8, 887.6), (119.6, 120.2), (0.3, 0.3), (0.6, 0.3), (557.6, 556.8), (339.3, 339.1), (888.0, 887.2),
    (998.5, 999.0), (778.9, 779.0), (10.2, 11.1), (117.6, 118.3), (228.9, 229.2), (668.4, 669.1), (449.2, 448.9),
    (0.2, 0.5),
)  # fmt: skip


def daily(*values: float) -> list[tuple[datetime, float]]:
    """The last value is today's, the others one a day before."""
    return [(NOW - timedelta(days=len(values) - 1 - day), value) for day, value in enumerate(values)]


def test_the_line_is_the_one_that_nist_certifies():
    line = fit([x for _, x in NORRIS], [y for y, _ in NORRIS])

    assert line.slope == pytest.approx(1.00211681802045, rel=1e-10)
    assert line.level == pytest.approx(-0.262323073774029, rel=1e-9)
    assert line.error == pytest.approx(0.429796848199937e-3, rel=1e-9)


def test_a_reading_that_climbs_one_degree_a_day_says_when_it_will_be_too_hot():
    found = drift(daily(24, 25.1, 25.9, 27, 28.1), LIMITS, NOW)

    assert (found.is_up, found.in_days) == (True, 11)
    assert found.per_day == pytest.approx(1.01, abs=0.02)


def test_a_reading_that_sinks_is_measured_against_the_lower_limit():
    found = drift(daily(8, 7.5, 7, 6.5, 6), LIMITS, NOW)

    assert (found.is_up, found.in_days) == (False, 2)


@pytest.mark.parametrize(
    "values",
    [
        (24, 26, 28),  # too few to tell a trend from chance
        (25, 25, 25, 25, 25),  # no slope
        (25, 29, 24, 28, 27),  # noise: |t| far below 3.18
        (39, 40, 41, 42, 43),  # out of limits already: said elsewhere
        (29, 29.5, 30, 30.5, 31),  # 18 days off: further than four days of readings can tell
    ],
)
def test_nothing_is_said_that_the_values_do_not_bear(values):
    assert drift(daily(*values), LIMITS, NOW) is None


def test_nothing_is_said_about_a_day_more_than_a_quarter_away():
    monthly = [(NOW - timedelta(days=30 * (4 - n)), value) for n, value in enumerate((20, 22, 24, 26, 28))]

    assert drift(monthly, LIMITS, NOW) is None
    assert drift(monthly, Limits(high=32), NOW).in_days == 60


def test_nothing_is_said_about_a_reading_without_the_limit_it_is_heading_for():
    assert drift(daily(8, 7.5, 7, 6.5, 6), Limits(high=40), NOW) is None
    assert drift(daily(8, 7.5, 7, 6.5, 6), None, NOW) is None


def test_readings_of_one_moment_give_no_line():
    assert drift([(NOW, value) for value in (1.0, 2.0, 3.0, 4.0)], LIMITS, NOW) is None


def test_the_order_of_the_readings_does_not_matter():
    readings = daily(24, 25.1, 25.9, 27, 28.1)

    assert drift(readings[::-1], LIMITS, NOW) == drift(readings, LIMITS, NOW)


@pytest.mark.parametrize(("n", "t", "is_one"), [(4, 4.31, True), (4, 4.30, False), (5, 3.19, True), (5, 3.18, False)])
def test_a_slope_counts_beyond_the_five_per_cent_point_of_students_t(n, t, is_one):
    """NIST/SEMATECH e-Handbook 1.3.6.7.2: 4.303 for 2 degrees of freedom, 3.182 for 3."""
    assert is_significant(Line(slope=t, level=0, error=1), n) is is_one
