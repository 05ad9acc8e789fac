"""A shift from its check to its handover: rows at once, versions that travel, open until it is signed."""

from __future__ import annotations

import pytest

from mobile import actions
from shared.errors import AlreadyFinalError, EvidenceMissingError, UnknownRecordError
from shared.ids import ShiftId
from shared.model.shift import Check, Difference, Fitness, Tally
from tests.builders import KEEPER, an_id
from tests.mobile.scene import STROKES, Killed

GOOD = Check("battery", Fitness.GOOD, {"percent": 80})
FLAT = Check("battery", Fitness.BAD, {"percent": 9})


def sent(scene):
    scene.sync()
    return [op.body for op in scene.server.ops if op.kind == "shift.put"]


def test_a_shift_begun_twice_is_one_and_outlives_a_kill(scene):
    shift = actions.begin_shift(scene.tablet)
    actions.keep_check(scene.tablet, shift, Check("camera", Fitness.GOOD, {"width": 64}))

    scene.reopen()

    assert actions.begin_shift(scene.tablet) == shift
    assert scene.store.shift(shift).checks[0].facts == {"width": 64}
    assert scene.store.shift(shift).person == KEEPER


def test_a_check_looked_at_again_takes_the_place_of_the_first(scene):
    shift = actions.begin_shift(scene.tablet)

    for check in (FLAT, GOOD):
        actions.keep_check(scene.tablet, shift, check)

    assert scene.store.shift(shift).checks == (GOOD,)


@pytest.mark.parametrize(("check", "is_forced"), [(GOOD, False), (FLAT, True)])
def test_work_begins_whatever_was_found_and_the_office_hears_how_it_was(scene, check, is_forced):
    shift = actions.begin_shift(scene.tablet)

    actions.start_work(scene.tablet, shift, (check,))

    body = sent(scene)[0]
    assert (body.get("is_forced", False), body["checks"][0]["fitness"]) == (is_forced, check.fitness.value)


def test_a_handover_wants_a_signature_and_then_ends_the_shift_for_good(scene):
    shift = actions.begin_shift(scene.tablet)
    actions.start_work(scene.tablet, shift, (GOOD,))
    differs = (Difference("inspection.put", an_id(0x101), "机房", "photos", 12, 14),)

    with pytest.raises(EvidenceMissingError):
        actions.end_shift(scene.tablet, shift, Tally(), (), 0)
    actions.sign_shift(scene.tablet, shift, STROKES)
    actions.end_shift(scene.tablet, shift, Tally(rounds=3), differs, 4)

    bodies = sent(scene)
    assert [body["author_rev"] for body in bodies] == [2, 3]
    assert bodies[1]["tally"] == {"rounds": 3}
    assert bodies[1]["differences"][0]["state"] == "photos"
    assert bodies[1]["signature"]["person"] == KEEPER
    with pytest.raises(AlreadyFinalError):
        actions.sign_shift(scene.tablet, shift, STROKES)
    assert actions.begin_shift(scene.tablet) != shift


def test_a_signature_may_be_wiped_off_again(scene):
    shift = actions.begin_shift(scene.tablet)
    actions.sign_shift(scene.tablet, shift, STROKES)

    actions.sign_shift(scene.tablet, shift, ())

    assert scene.store.shift(shift).signature is None


def test_a_handover_that_a_kill_cuts_off_has_happened_whole_or_not_at_all(scene):
    shift = actions.begin_shift(scene.tablet)
    actions.sign_shift(scene.tablet, shift, STROKES)
    scene.fail_points.arm(1)

    with pytest.raises(Killed):
        actions.end_shift(scene.tablet, shift, Tally(), (), 0)
    scene.reopen()

    assert scene.store.shift(shift).ended_at is None
    assert scene.store.shift(shift).signature is not None
    assert sent(scene) == []


def test_a_shift_that_is_not_here_is_not_handed_over(scene):
    with pytest.raises(UnknownRecordError):
        actions.ask_comparison(scene.tablet, ShiftId(an_id(9)))
