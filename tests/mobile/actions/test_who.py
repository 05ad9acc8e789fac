"""Who holds a shared tablet: PINs without a network, waits that outlive a kill, and whose name work carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.actions import Entered
from shared.errors import EvidenceMissingError, NotPermittedError, UnknownRecordError
from shared.ids import TemplateId
from shared.model.hazard import HazardEvent
from shared.model.inspection import Result, Status
from shared.model.place import Role
from shared.shift import is_right, make_pin
from tests.builders import KEEPER, LEAD, LIFT, NOW, POINT, RULE, SITE, a_person
from tests.mobile.scene import STROKES, Killed
from tests.mobile.tiny_server import SCOPE

SALT = bytes(16)


def give_pin(scene, person, digits="4711"):
    scene.server.put("pin", person, make_pin(person, SITE, digits, SALT, NOW, KEEPER, rounds=2), SCOPE)
    scene.sync()


def test_the_right_pin_takes_the_tablet_and_all_that_follows_is_that_person_s(scene):
    give_pin(scene, LEAD)

    entered = actions.enter_pin(scene.tablet, LEAD, "4711")
    record = scene.finished(failed=True)
    note = actions.add_note(scene.tablet, "inspection", record, "已告知")
    scene.sync()

    inspection = scene.store.inspection(record)
    assert entered is Entered.RIGHT
    assert (inspection.author, note.author) == (LEAD, LEAD)
    assert inspection.signatures[0].person == LEAD
    assert {op.author for op in scene.server.ops} == {LEAD}
    assert {(hazard.found_by, hazard.found_by_name) for hazard in scene.store.hazards()} == {(LEAD, "李敏")}


def test_without_a_pin_anywhere_the_enrolled_person_works_on_as_before(scene):
    record = scene.finished()

    assert scene.store.inspection(record).author == KEEPER
    assert scene.tablet.is_proved()


def test_three_wrong_pins_lock_and_the_right_one_is_not_even_looked_at(scene):
    give_pin(scene, LEAD)

    wrong = [actions.enter_pin(scene.tablet, LEAD, "4712") for _ in range(3)]
    locked = actions.enter_pin(scene.tablet, LEAD, "4711")
    scene.clock.advance(timedelta(seconds=31))
    opened = actions.enter_pin(scene.tablet, LEAD, "4711")

    assert wrong == [Entered.WRONG] * 3
    assert (locked, opened) == (Entered.LOCKED, Entered.RIGHT)
    assert scene.store.tries(LEAD).wrong == 0


def test_neither_the_wall_clock_nor_a_restart_ends_the_wait(scene):
    give_pin(scene, LEAD)
    for _ in range(4):
        actions.enter_pin(scene.tablet, LEAD, "4712")
        scene.clock.advance(timedelta(seconds=31 if scene.store.tries(LEAD).wrong == 3 else 0))

    scene.clock.jump(timedelta(days=2))
    scene.reopen()
    after_jump = actions.enter_pin(scene.tablet, LEAD, "4711")
    scene.clock.restart("next")
    after_restart = actions.enter_pin(scene.tablet, LEAD, "4711")

    assert (after_jump, after_restart) == (Entered.LOCKED, Entered.LOCKED)


def test_a_kill_while_the_pin_is_looked_at_costs_the_try(scene):
    give_pin(scene, LEAD)
    scene.fail_points.arm(2)  # after the try is on disk

    with pytest.raises(Killed):
        actions.enter_pin(scene.tablet, LEAD, "4712")
    scene.reopen()

    assert scene.store.tries(LEAD).wrong == 1
    assert scene.store.duty() is None


def test_who_forgot_the_pin_walks_rounds_but_decides_nothing(scene):
    give_pin(scene, LEAD)
    actions.take_without_pin(scene.tablet, LEAD)

    record = scene.finished()
    roles = scene.tablet.act(HazardEvent.VOID).roles
    shift = actions.begin_shift(scene.tablet)

    assert scene.store.inspection(record).author == LEAD
    assert roles == frozenset()
    assert not scene.store.shift(shift).is_proved


def test_a_shift_begun_with_the_pin_and_gone_on_with_without_says_so(scene):
    give_pin(scene, LEAD)
    actions.enter_pin(scene.tablet, LEAD, "4711")
    shift = actions.begin_shift(scene.tablet)
    was_proved = scene.store.shift(shift).is_proved

    actions.take_without_pin(scene.tablet, LEAD)
    sent = actions.start_work(scene.tablet, actions.begin_shift(scene.tablet), ())
    actions.enter_pin(scene.tablet, LEAD, "4711")

    assert was_proved
    assert (sent.id, sent.is_proved) == (shift, False)
    assert not scene.store.shift(shift).is_proved


def test_on_a_shared_tablet_that_nobody_holds_nothing_can_be_decided(scene):
    lead = a_person(roles=(Role.LEAD_INSPECTOR,))
    scene.server.put("person", KEEPER, lead, SCOPE)
    (hazard,) = actions.finish_round(scene.tablet, scene.walked(failed=True))
    open_to_all = scene.tablet.act(HazardEvent.VOID).roles
    give_pin(scene, KEEPER)
    give_pin(scene, LEAD)

    with pytest.raises(NotPermittedError):
        actions.move_hazard(scene.tablet, hazard, HazardEvent.VOID, reason="重复")
    with pytest.raises(NotPermittedError):
        actions.start_notice(scene.tablet, [hazard])
    locked = (scene.tablet.is_proved(), scene.tablet.act(HazardEvent.VOID).roles)
    actions.enter_pin(scene.tablet, KEEPER, "4711")

    assert open_to_all
    assert locked == (False, frozenset())
    assert actions.start_notice(scene.tablet, [hazard])


def test_who_gives_himself_the_first_pin_of_a_shared_tablet_holds_it(scene):
    give_pin(scene, LEAD)

    actions.choose_pin(scene.tablet, "8642")

    assert scene.store.duty().person == KEEPER
    assert scene.tablet.is_proved()


def test_somebody_without_a_pin_cannot_be_entered(scene):
    with pytest.raises(UnknownRecordError):
        actions.enter_pin(scene.tablet, LEAD, "4711")


def test_a_colleague_s_draft_stays_his_until_it_is_taken_over(scene):
    give_pin(scene, LEAD)
    record = scene.walked()

    actions.enter_pin(scene.tablet, LEAD, "4711")
    theirs = scene.store.head(record).author
    actions.take_over(scene.tablet, record)
    actions.sign(scene.tablet, record, "inspector", "李敏", STROKES)
    actions.finish_round(scene.tablet, record)

    inspection = scene.store.inspection(record)
    assert theirs == KEEPER
    assert (inspection.author, inspection.signatures[0].person) == (LEAD, LEAD)
    assert inspection.answers[0].value == 21.5


def test_nobody_ends_or_gives_away_a_colleague_s_round_before_taking_it_over(scene):
    give_pin(scene, LEAD)
    record = scene.walked()
    actions.enter_pin(scene.tablet, LEAD, "4711")

    assert actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT) == record
    for act in (actions.finish_round, lambda tablet, name: actions.hand_over(tablet, name, KEEPER)):
        with pytest.raises(NotPermittedError) as refused:
            act(scene.tablet, record)
        assert refused.value.facts == {"rule": "own_round_only"}
    assert scene.store.inspection(record).status is Status.DRAFT
    assert scene.store.inspection(record).signatures[0].person == KEEPER

    actions.take_over(scene.tablet, record)
    assert actions.hand_over(scene.tablet, record, KEEPER)


def test_a_form_that_a_colleague_began_is_the_own_one_once_it_is_gone_on_with(scene):
    give_pin(scene, LEAD)
    (hazard,) = actions.finish_round(scene.tablet, scene.walked(failed=True))
    excuse = actions.start_excuse(scene.tablet, RULE, NOW.date())
    visit, admit = actions.start_visit(scene.tablet), actions.start_admit(scene.tablet, POINT)
    actions.sign(scene.tablet, excuse, "inspector", "王建国", STROKES)
    actions.sign(scene.tablet, excuse, "witness", "刘工", STROKES)
    report = actions.start_hazard(scene.tablet)
    note = actions.start_note(scene.tablet, "hazard", hazard)
    actions.enter_pin(scene.tablet, LEAD, "4711")
    notice = actions.start_notice(scene.tablet, [hazard])
    actions.leave(scene.tablet)
    before = {form.id: form.author for form in scene.store.forms()}

    actions.enter_pin(scene.tablet, LEAD, "4711")
    assert actions.start_excuse(scene.tablet, RULE, NOW.date()) == excuse
    assert (actions.start_visit(scene.tablet), actions.start_admit(scene.tablet, POINT)) == (visit, admit)
    for record in (report, note):
        actions.go_on_with(scene.tablet, record)
    now = {form.id: form.author for form in scene.store.forms()}

    assert before == {**dict.fromkeys((excuse, visit, admit, report, note), KEEPER), notice: LEAD}
    assert set(now.values()) == {LEAD}
    assert [one.signer for one in scene.store.signatures_of(excuse)] == ["witness"]


def test_what_is_handed_in_is_of_whom_it_is_handed_in_by(scene):
    give_pin(scene, LEAD)
    report = actions.start_hazard(scene.tablet, POINT)
    actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(report), description="门锁坏了"))
    scene.photo(report)
    note = actions.start_note(scene.tablet, "point", POINT)

    actions.enter_pin(scene.tablet, LEAD, "4711")
    raised = actions.raise_hazard(scene.tablet, report)
    said = actions.add_note(scene.tablet, "point", POINT, "已告知", note)

    assert (raised.found_by, raised.found_by_name, said.author) == (LEAD, "李敏", LEAD)


def test_putting_the_tablet_down_loses_nothing_and_the_enrolled_person_has_it_again(scene):
    give_pin(scene, LEAD)
    actions.enter_pin(scene.tablet, LEAD, "4711")
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(scene.tablet, record, "LMR_10", LIFT, Result.PASS)

    actions.leave(scene.tablet)
    scene.reopen()

    assert scene.tablet.person_id() == KEEPER
    assert [head.id for head in scene.store.drafts()] == [record]
    assert len(scene.store.answers(record)) == 1


def test_a_changed_pin_holds_here_at_once_and_travels(scene):
    give_pin(scene, LEAD)
    actions.enter_pin(scene.tablet, LEAD, "4711")

    actions.choose_pin(scene.tablet, "8642", "4711")
    old, new = (actions.enter_pin(scene.tablet, LEAD, digits) for digits in ("4711", "8642"))
    scene.sync()

    sent = [op for op in scene.server.ops if op.kind == "pin.put"]
    assert (old, new) == (Entered.WRONG, Entered.RIGHT)
    assert [(op.author, op.body["id"]) for op in sent] == [(LEAD, LEAD)]
    assert is_right(scene.store.pin(LEAD), "8642")
    assert "8642" not in str(sent[0].body)


@pytest.mark.parametrize(
    ("new", "old", "error"),
    [("1234", "4711", EvidenceMissingError), ("12", "4711", EvidenceMissingError), ("8642", "4712", NotPermittedError)],
)
def test_a_pin_is_changed_only_by_who_knows_it_and_to_one_that_will_do(scene, new, old, error):
    give_pin(scene, LEAD)
    actions.enter_pin(scene.tablet, LEAD, "4711")

    with pytest.raises(error):
        actions.choose_pin(scene.tablet, new, old)

    assert is_right(scene.store.pin(LEAD), "4711")


def test_enrolling_for_somebody_else_ends_the_duty(scene):
    give_pin(scene, LEAD)
    actions.enter_pin(scene.tablet, LEAD, "4711")

    scene.store.enrol(scene.store.enrolment(), scene.server.epoch)

    assert scene.store.duty() is None
