"""Flags and grades: each flag at its threshold and just below, and the table from flags to grades."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.clock import Reading
from shared.ids import DeviceId, InspectionId, PhotoId
from shared.model.fix import Fix
from shared.model.inspection import Answer, Result, Scan
from shared.presence import (
    FAR_M,
    JUMP_S,
    OTHER_BUILDING_S,
    OTHER_FLOOR_S,
    STREAK,
    WEIGHTS,
    Flag,
    Grade,
    Home,
    Stop,
    Streak,
    Surroundings,
    Weight,
    flags_of,
    grade_of,
    home_of,
    last_act,
    last_place,
    metres,
)
from tests.builders import DEVICE, NOW, a_photo, a_reading, an_id, an_inspection

BEGAN = a_reading(-30)
KNOWN = Surroundings(BEGAN.wall, has_tag=True)
SCANNED = an_inspection(start_mode="scan")


def flagged(record=SCANNED, known=KNOWN):
    return {one.flag: dict(one.facts) for one in flags_of(record, known)}


def later(seconds, *, wall_s=0.0):
    """A reading so many seconds after the start by the boot clock; the wall clock ahead by ``wall_s`` more."""
    return Reading(
        BEGAN.wall + timedelta(seconds=seconds + wall_s), BEGAN.boot, BEGAN.boottime_ms + int(seconds * 1000)
    )


def a_fix(north_m=0.0, *, is_mock=False, accuracy_m=10.0):
    return Fix(30.0 + north_m / 111_195, 120.0, accuracy_m, is_mock, NOW)


def answers(count, each_s):
    return tuple(Answer(f"i{n}", result=Result.PASS, at=later(10 + n * each_s)) for n in range(count))


def test_a_scanned_round_at_an_ordinary_pace_has_no_flag():
    assert flagged(replace(SCANNED, answers=answers(12, 4.0), place=a_fix())) == {}


@pytest.mark.parametrize(("ahead_s", "is_flagged"), [(JUMP_S, False), (JUMP_S + 1, True), (-JUMP_S - 1, True)])
def test_a_clock_that_was_set_within_a_round_is_seen_by_the_boot_clock(ahead_s, is_flagged):
    found = flagged(replace(SCANNED, ended_at=later(600, wall_s=ahead_s)))

    assert found == ({Flag.JUMP: {"seconds": ahead_s}} if is_flagged else {})


def test_time_that_runs_back_across_a_restart_is_seen_and_a_restart_alone_is_not():
    back = replace(a_reading(-40), boot="after")
    on = replace(a_reading(-10), boot="after")

    assert flagged(replace(SCANNED, ended_at=back)) == {Flag.JUMP: {"seconds": -600}}
    assert flagged(replace(SCANNED, ended_at=on)) == {}


def test_a_made_up_position_is_seen_wherever_it_stands():
    faked = a_fix(is_mock=True)
    for record in (
        replace(SCANNED, place=faked),
        replace(SCANNED, ended_place=faked),
        replace(SCANNED, photos=(a_photo(place=faked),)),
        replace(SCANNED, scans=(Scan("qr", later(1), faked),)),
    ):
        assert flagged(record) == {Flag.MOCK: {"n": 1}}


@pytest.mark.parametrize(("mode", "flag"), [("manual", Flag.HAND), ("typed", Flag.TYPED), ("qr", None), ("nfc", None)])
def test_how_presence_was_shown_matters_where_there_is_a_tag(mode, flag):
    record = an_inspection(start_mode=mode)

    assert set(flagged(record)) == ({flag} if flag else set())
    assert flagged(record, replace(KNOWN, has_tag=False)) == {}


def test_a_tag_that_was_read_later_counts():
    assert flagged(an_inspection(start_mode="manual", scans=(Scan("nfc", later(30)),))) == {}


@pytest.mark.parametrize(("metres_off", "is_far"), [(FAR_M + 5, False), (FAR_M + 15, True)])
def test_far_is_said_beyond_what_the_position_leaves_open(metres_off, is_far):
    home = Home(30.0, 120.0, 5)

    found = flagged(replace(SCANNED, place=a_fix(metres_off)), replace(KNOWN, home=home))

    assert (Flag.FAR in found) is is_far


def test_a_point_lies_in_the_middle_of_true_positions_of_first_versions():
    true = [an_inspection(place=a_fix(north)) for north in (0, 10, 400)]
    other = [an_inspection(place=a_fix(9000, is_mock=True)), an_inspection(place=a_fix(9000), amends=InspectionId("x"))]

    assert home_of([*true, *other]) == Home(a_fix(10).lat, 120.0, 3)
    assert home_of([*true[:2], *other]) is None


@pytest.mark.parametrize(
    ("where", "gap_s", "is_flagged"),
    [
        ({"is_other_building": True}, OTHER_BUILDING_S - 1, True),
        ({"is_other_building": True}, OTHER_BUILDING_S, False),
        ({"is_other_floor": True}, OTHER_FLOOR_S - 1, True),
        ({"is_other_floor": True}, OTHER_FLOOR_S, False),
        ({}, 1, False),
    ],
)
def test_a_stop_elsewhere_leaves_time_to_walk(where, gap_s, is_flagged):
    stop = Stop(an_id(1), DEVICE, BEGAN.wall - timedelta(seconds=gap_s), **where)

    assert (Flag.WALK in flagged(known=replace(KNOWN, before=stop))) is is_flagged


@pytest.mark.parametrize(("gap_s", "is_flagged"), [(40, True), (60, False)])
def test_positions_tell_a_walk_that_is_too_quick(gap_s, is_flagged):
    stop = Stop(an_id(1), DEVICE, BEGAN.wall - timedelta(seconds=gap_s), place=a_fix(220))

    found = flagged(replace(SCANNED, place=a_fix()), replace(KNOWN, before=stop))

    assert found.get(Flag.WALK) == ({"seconds": 40, "record": an_id(1), "metres": 200} if is_flagged else None)


def test_two_rounds_open_at_once_tell_nothing_on_one_tablet_and_much_on_two():
    stop = Stop(an_id(1), DEVICE, BEGAN.wall + timedelta(minutes=5), is_other_building=True)
    elsewhere = replace(stop, device=DeviceId("other"))

    assert flagged(known=replace(KNOWN, before=stop)) == {}
    assert Flag.WALK in flagged(known=replace(KNOWN, before=elsewhere))


@pytest.mark.parametrize(("count", "each_s", "is_flagged"), [(8, 1.4, True), (8, 1.6, False), (7, 0.2, False)])
def test_answers_faster_than_anybody_reads(count, each_s, is_flagged):
    assert (Flag.READ in flagged(replace(SCANNED, answers=answers(count, each_s)))) is is_flagged


@pytest.mark.parametrize(
    ("streak", "is_flagged"),
    [(Streak(STREAK, 9, 2), True), (Streak(STREAK - 1, 9, 2), False), (Streak(STREAK, 9, 0), False)],
)
def test_never_finding_anything_matters_where_others_do(streak, is_flagged):
    assert (Flag.STREAK in flagged(known=replace(KNOWN, streak=streak))) is is_flagged


def test_a_correction_is_asked_for_its_clocks_and_pictures_only():
    record = replace(an_inspection(start_mode="manual", amends=InspectionId("x")), answers=answers(9, 0.1))
    known = replace(KNOWN, twins=2, twin_of="other", streak=Streak(99, 9, 9))

    assert flagged(record, known) == {Flag.TWIN: {"n": 2, "record": "other"}, Flag.AGAIN: {}}


def test_a_late_entry_says_so():
    assert flagged(replace(SCANNED, late_reason="忘带平板")) == {Flag.LATE: {}}


@pytest.mark.parametrize(
    ("flags", "grade"),
    [
        ((), Grade.A),
        ((Flag.TYPED,), Grade.B),
        ((Flag.TYPED, Flag.LATE, Flag.AGAIN), Grade.B),
        ((Flag.HAND, Flag.LATE), Grade.C),
        ((Flag.HAND, Flag.HAND), Grade.C),
        ((Flag.HAND, Flag.READ), Grade.D),
        ((Flag.MOCK,), Grade.D),
    ],
)
def test_grades_follow_from_flags_by_the_table(flags, grade):
    assert grade_of(flags) is grade


def test_every_flag_has_a_weight_and_a_bit_of_its_own():
    assert set(WEIGHTS) == set(Flag)
    assert sum(flag.bit for flag in Flag) == (1 << len(Flag)) - 1
    assert all(grade_of([flag]) is Grade.D for flag in Flag if WEIGHTS[flag] is Weight.CONTRADICTION)


def test_the_last_act_and_place_of_a_round_are_found():
    photo = a_photo(id=PhotoId("p"), place=replace(a_fix(50), at=NOW + timedelta(minutes=1)))
    record = replace(SCANNED, answers=answers(3, 60.0), place=a_fix(), photos=(photo,))

    assert last_act(record, NOW) == NOW + timedelta(seconds=130)
    assert last_act(SCANNED, NOW) == NOW + timedelta(minutes=10)  # without times of answers: its end
    assert last_place(record) == photo.place
    assert metres(30.0, 120.0, 31.0, 120.0) == pytest.approx(111_195, abs=5)
