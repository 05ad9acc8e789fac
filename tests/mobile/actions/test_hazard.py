"""Hazards outside of a checklist, rechecks by who may, and notes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mobile import actions
from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError, UnknownRecordError
from shared.hazard import Act, advance
from shared.ids import HazardId, PersonId
from shared.model.hazard import HazardEvent, HazardState, RecheckResult
from shared.model.place import Role
from tests.builders import KEEPER, LEAD, NOW, POINT, UNIT, a_hazard, a_person, a_photo, an_id
from tests.mobile.scene import STROKES, Killed

HAZARD = HazardId(an_id(0x201))
MINUTE = timedelta(minutes=1)


def replied(**changes):
    """A hazard whose unit says that it is put right."""
    return a_hazard(
        state=HazardState.REPLIED, unit=UNIT, repaired_by_name="刘工", deadline_on=date(2026, 11, 30), **changes
    )


def sent(scene, hazard):
    scene.server.put("hazard", hazard.id, hazard)
    scene.sync()
    return hazard.id


def confirmed(scene):
    """A lead's tablet."""
    scene.server.put("person", KEEPER, a_person(roles=(Role.LEAD_INSPECTOR,)))
    scene.sync()


# raising --------------------------------------------------------------------------------------------------------------


def test_a_hazard_found_by_the_way_is_raised_with_place_and_photo(scene):
    hazard = actions.start_hazard(scene.tablet, POINT)
    actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(hazard), description="消防门闭门器损坏"))
    scene.photo(hazard)

    raised = actions.raise_hazard(scene.tablet, hazard)

    assert scene.store.hazard(hazard) == raised
    assert (raised.state, raised.location, len(raised.photos_before)) == (HazardState.DRAFT, "A1 栋电梯机房", 1)
    assert scene.store.hazard_draft(hazard) is None
    assert len(scene.store.waiting_blobs(9, NOW)) == 1


def test_a_hazard_without_words_place_or_photo_is_refused(scene):
    hazard = actions.start_hazard(scene.tablet)

    with pytest.raises(EvidenceMissingError) as missing:
        actions.raise_hazard(scene.tablet, hazard)

    assert missing.value.facts["missing"] == ["description", "location", "photo"]


def test_a_half_written_hazard_survives_a_kill(scene):
    hazard = actions.start_hazard(scene.tablet, POINT)
    actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(hazard), description="消防门"))
    scene.fail_points.arm(1)
    with pytest.raises(Killed):
        actions.change_hazard(scene.tablet, replace(scene.store.hazard_draft(hazard), description="消防门闭门器"))

    scene.reopen()

    assert scene.store.hazard_draft(hazard).description == "消防门"


def test_a_hazard_that_was_handed_in_is_no_form_any_more(scene):
    with pytest.raises(UnknownRecordError):
        actions.raise_hazard(scene.tablet, HAZARD)


# deciding -------------------------------------------------------------------------------------------------------------


def test_a_decision_made_here_is_shown_here_and_sent_as_an_intent(scene):
    confirmed(scene)
    hazard = sent(scene, a_hazard(photos_before=(a_photo(),), legal_basis=("5.30.7",)))

    actions.move_hazard(scene.tablet, hazard, HazardEvent.VOID, reason="重复登记")

    (op,) = scene.store.waiting_ops(9, 1 << 20, NOW)
    assert scene.store.hazard(hazard).state is HazardState.VOIDED
    assert (op.kind, op.body["before"], op.body["base_rev"]) == ("hazard.transition", "draft", 1)


def test_a_decision_that_the_server_rejects_is_no_longer_shown_but_listed(scene):
    confirmed(scene)
    hazard = sent(scene, a_hazard())
    actions.move_hazard(scene.tablet, hazard, HazardEvent.VOID, reason="重复登记")
    scene.server.refused["hazard.transition"] = TransitionError(state="open", event="void")

    scene.sync()

    assert scene.store.hazard(hazard).state is HazardState.DRAFT
    assert [parked.problem_code for parked in scene.store.sync_state().parked] == ["transition"]


def test_a_decision_by_somebody_without_the_role_is_refused_and_queues_nothing(scene):
    hazard = sent(scene, a_hazard())

    with pytest.raises(NotPermittedError):
        actions.move_hazard(scene.tablet, hazard, HazardEvent.VOID, reason="重复登记")

    assert scene.store.sync_state().waiting == 0


# rechecks -------------------------------------------------------------------------------------------------------------


def test_a_recheck_is_a_record_of_its_own_with_photo(scene):
    hazard = sent(scene, replied())
    recheck = actions.start_recheck(scene.tablet, hazard)
    scene.photo(recheck)
    actions.set_recheck(scene.tablet, recheck, result=RecheckResult.PASSED, note=" 已换新 ")
    actions.sign(scene.tablet, recheck, "inspector", "王建国", STROKES)

    made = actions.finish_recheck(scene.tablet, recheck)

    assert scene.store.rechecks_of(hazard) == (made,)
    assert (made.round, made.note, len(made.photos), len(made.signatures)) == (1, "已换新", 1, 1)
    assert scene.store.hazard(hazard).state is HazardState.RECHECK_PASSED
    assert scene.store.recheck_draft_for(hazard) is None


def test_a_failed_recheck_shows_the_hazard_as_failed(scene):
    hazard = sent(scene, replied())
    recheck = actions.start_recheck(scene.tablet, hazard)
    scene.photo(recheck)
    actions.set_recheck(
        scene.tablet, recheck, result=RecheckResult.FAILED, note="仍未配齐", new_deadline_on=date(2026, 12, 4)
    )

    actions.finish_recheck(scene.tablet, recheck)

    assert scene.store.hazard(hazard).state is HazardState.RECHECK_FAILED
    assert scene.store.rechecks_of(hazard)[0].new_deadline_on == date(2026, 12, 4)


def test_a_recheck_that_was_begun_is_gone_on_with(scene):
    hazard = sent(scene, replied())

    assert actions.start_recheck(scene.tablet, hazard) == actions.start_recheck(scene.tablet, hazard)


def test_who_did_the_repair_may_not_recheck(scene):
    hazard = sent(scene, replied(repaired_by=KEEPER))

    with pytest.raises(NotPermittedError) as refusal:
        actions.start_recheck(scene.tablet, hazard)

    assert refusal.value.facts["rule"] == "rechecker_is_not_the_repairer"


def test_who_was_not_appointed_may_not_recheck(scene):
    hazard = sent(scene, replied(recheckers=(PersonId(LEAD),)))

    with pytest.raises(NotPermittedError):
        actions.start_recheck(scene.tablet, hazard)


def test_a_closed_hazard_is_not_rechecked(scene):
    hazard = sent(scene, replace(replied(), state=HazardState.CLOSED))

    with pytest.raises(TransitionError):
        actions.start_recheck(scene.tablet, hazard)


@pytest.mark.parametrize(
    "meanwhile",
    [
        {"state": HazardState.CLOSED},
        {"state": HazardState.RECHECK_FAILED, "round": 1},
        {"state": HazardState.IN_RECTIFICATION, "deadline_on": date(2027, 1, 1)},
        {"recheckers": (PersonId(LEAD),)},
    ],
)
def test_a_recheck_that_was_begun_is_handed_in_whatever_became_of_the_hazard(scene, meanwhile):
    hazard = sent(scene, replied())
    recheck = actions.start_recheck(scene.tablet, hazard)
    scene.photo(recheck)
    actions.set_recheck(scene.tablet, recheck, result=RecheckResult.PASSED)
    sent(scene, replace(replied(), **meanwhile))

    made = actions.finish_recheck(scene.tablet, recheck)

    assert (made.round, len(made.photos)) == (1, 1)
    assert scene.store.rechecks_of(hazard) == (made,)
    assert scene.store.recheck_draft_for(hazard) is None


def test_a_recheck_is_not_handed_in_by_who_turns_out_to_have_done_the_repair(scene):
    hazard = sent(scene, replied())
    recheck = actions.start_recheck(scene.tablet, hazard)
    sent(scene, replied(repaired_by=KEEPER))

    with pytest.raises(NotPermittedError) as refusal:
        actions.finish_recheck(scene.tablet, recheck)

    assert refusal.value.facts["rule"] == "rechecker_is_not_the_repairer"


@pytest.mark.parametrize(
    ("result", "missing"),
    [
        (RecheckResult.PASSED, ["photo"]),
        (RecheckResult.FAILED, ["photo", "note"]),
        (RecheckResult.IMPOSSIBLE, ["note"]),
    ],
)
def test_a_recheck_lacks_what_its_result_asks_for(scene, result, missing):
    recheck = actions.start_recheck(scene.tablet, sent(scene, replied()))
    actions.set_recheck(scene.tablet, recheck, result=result)

    with pytest.raises(EvidenceMissingError) as refusal:
        actions.finish_recheck(scene.tablet, recheck)

    assert refusal.value.facts["missing"] == missing


def test_an_impossible_recheck_leaves_the_hazard_where_it_is(scene):
    hazard = sent(scene, replied())
    recheck = actions.start_recheck(scene.tablet, hazard)
    actions.set_recheck(scene.tablet, recheck, result=RecheckResult.IMPOSSIBLE, note="门锁着，无人")

    actions.finish_recheck(scene.tablet, recheck)

    assert scene.store.hazard(hazard).state is HazardState.REPLIED


def test_the_tablet_agrees_with_the_table_about_a_passed_recheck(scene):
    hazard = replied()
    act = Act(
        event=HazardEvent.PASS_RECHECK,
        by=KEEPER,
        by_name="王建国",
        roles=frozenset({Role.INSPECTOR}),
        at=NOW,
        today=NOW.date(),
        ref="x",
        photos=(a_photo(),),
    )

    assert advance(hazard, act).state is HazardState.RECHECK_PASSED


# notes ----------------------------------------------------------------------------------------------------------------


def test_a_note_is_kept_with_its_photos(scene):
    record = scene.finished()
    note = actions.start_note(scene.tablet, "inspection", record)
    scene.photo(note)

    actions.add_note(scene.tablet, "inspection", record, "补充说明", note)

    (kept,) = scene.store.notes_about("inspection", record)
    assert (kept.text, len(kept.photos)) == ("补充说明", 1)


def test_an_empty_note_is_refused(scene):
    with pytest.raises(EvidenceMissingError):
        actions.add_note(scene.tablet, "hazard", HAZARD, "  ")
