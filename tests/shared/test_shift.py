"""PINs, the wait after wrong ones by the boot clock alone, and the verdicts of the check before work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.clock import Reading
from shared.model.shift import Fitness, Pin
from shared.shift import (
    battery_fitness,
    clock_fitness,
    forms_fitness,
    is_right,
    is_too_easy,
    make_pin,
    space_fitness,
    unsent_fitness,
    wait_after,
    wait_left,
    worst,
)
from tests.builders import KEEPER, NOW, SITE, a_reading

SALT = bytes(range(16))
G, M, B, U = Fitness.GOOD, Fitness.MIND, Fitness.BAD, Fitness.UNKNOWN


def a_pin(digits="4711", salt=SALT):
    return make_pin(KEEPER, SITE, digits, salt, NOW, KEEPER, rounds=3)


def test_only_the_right_digits_open_and_a_pin_taken_back_opens_never():
    pin = a_pin("471100")

    assert [is_right(pin, digits) for digits in ("471100", "471101", "4711", "")] == [True, False, False, False]
    assert not is_right(Pin(KEEPER, SITE, NOW, KEEPER), "4711")


def test_the_same_digits_of_two_people_are_stored_differently():
    assert a_pin(salt=SALT).verifier != a_pin(salt=SALT[::-1]).verifier
    assert "4711" not in (a_pin().salt, a_pin().verifier)


@pytest.mark.parametrize(
    "digits", ["123", "1234567", "12a4", "１２３４", "", "0000", "999999", "1234", "890123", "4321", "109876"]
)
def test_what_is_no_pin_or_too_easy_is_not_stored(digits):
    with pytest.raises(ValueError, match="four to six digits"):
        a_pin(digits)


def test_an_ordinary_pin_is_not_too_easy():
    assert not any(is_too_easy(digits) for digits in ("4711", "1357", "2580", "112233", "9090"))


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 0), (2, 0), (3, 30), (4, 60), (5, 120), (6, 300), (7, 900), (99, 900)]
)
def test_the_wait_grows_with_every_wrong_try(wrong, seconds):
    assert wait_after(wrong) == timedelta(seconds=seconds)


def test_setting_the_wall_clock_forward_shortens_no_wait():
    last = a_reading()
    later = Reading(last.wall + timedelta(days=3), last.boot, last.boottime_ms + 10_000)

    assert wait_left(3, last, later) == timedelta(seconds=20)


def test_after_a_restart_only_the_time_since_then_counts():
    last = a_reading()
    restarted = Reading(last.wall - timedelta(days=400), "other", 12_000)

    assert wait_left(3, last, restarted) == timedelta(seconds=18)
    assert wait_left(3, last, Reading(last.wall, "other", 31_000)) == timedelta(0)


@pytest.mark.parametrize(
    ("percent", "saver", "verdict"),
    [(80, False, G), (50, None, G), (49, False, M), (80, True, M), (19, False, B), (None, None, U), (None, True, M)],
)
def test_a_battery_must_last_a_shift(percent, saver, verdict):
    assert battery_fitness(percent, is_saver_on=saver) is verdict


@pytest.mark.parametrize(("free", "verdict"), [(None, U), (99, B), (100, M), (199, M), (200, G)])
def test_space_is_judged_by_what_today_will_take(free, verdict):
    assert space_fitness(free, 100) is verdict


@pytest.mark.parametrize(("offset_s", "verdict"), [(None, U), (0, G), (-119, G), (120, M), (-899, M), (900, B)])
def test_a_clock_is_judged_by_how_far_it_is_from_the_server_s(offset_s, verdict):
    assert clock_fitness(offset_s) is verdict


@pytest.mark.parametrize(("missing", "hours", "verdict"), [(0, 1, G), (0, 24, M), (0, 72, B), (1, 1, B), (0, None, B)])
def test_forms_are_there_and_not_too_old(missing, hours, verdict):
    since = None if hours is None else timedelta(hours=hours)

    assert forms_fitness(missing, since) is verdict


@pytest.mark.parametrize(
    ("waiting", "refused", "damaged", "hours", "verdict"),
    [(0, 0, 0, None, G), (3, 0, 0, 1, G), (3, 0, 0, 8, M), (0, 1, 0, None, M), (0, 0, 1, None, B)],
)
def test_old_unsent_work_is_something_to_mind(waiting, refused, damaged, hours, verdict):
    oldest = None if hours is None else timedelta(hours=hours)

    assert unsent_fitness(waiting, refused, damaged, oldest) is verdict


def test_the_worst_of_several_verdicts_counts_and_what_is_not_known_is_not_bad():
    assert (worst((G, B, M)), worst((G, U)), worst(())) == (B, U, G)
