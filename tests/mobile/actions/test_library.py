"""A fail described from the office's library and put right on the spot: what the answer keeps, what the hazard says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.text import ZH_CN
from mobile.views.library import general
from mobile.views.setting import Setting
from shared.errors import EvidenceMissingError
from shared.ids import PhraseId, TemplateId
from shared.model.hazard import HazardEvent, HazardState
from shared.model.inspection import AFTER, Result
from shared.model.phrase import Phrase
from shared.model.place import Role, Text
from shared.model.template import Certainty, HazardGrade
from tests.builders import POINT, a_person
from tests.mobile.scene import a_jpeg
from tests.mobile.tiny_server import ORG, seed

MISSING = Phrase(
    PhraseId("lmr-09-missing"), 2, Text("机房灭火器缺失", "Extinguisher missing"), ("LMR-09",), Text("补足并挂牌"),
    HazardGrade.IMMEDIATE, 3, "手册 5.30.7", Certainty.MANUAL,
)  # fmt: skip
RUSTY = Phrase(PhraseId("any-rust"), 1, Text("锈蚀"), clause="GB 1", certainty=Certainty.MEMORY)


@pytest.fixture
def stocked(scene):
    seed(scene.server, [("phrase", one.key, one) for one in (MISSING, RUSTY)], ORG)
    scene.sync()
    return scene


def failed(scene):
    """A round whose extinguisher fails, with photo and action, before its note."""
    record = scene.walked()
    actions.answer(scene.tablet, record, "LMR_09", result=Result.FAIL)
    actions.set_action(scene.tablet, record, "LMR_09", None, "已从隔壁借用一具")
    scene.photo(record, "LMR_09")
    return record


def choose(scene, record, phrase):
    words = phrase.words.zh if phrase else ""
    return actions.choose_phrase(scene.tablet, record, "LMR_09", None, phrase, words)


def photo_after(scene, record):
    photo = actions.begin_photo(scene.tablet, record, "LMR_09", role=AFTER)
    scene.tablet.files.capture(photo).write_bytes(a_jpeg(colour=(30, 200, 30)))
    actions.finish_photo(scene.tablet, photo)
    return photo


def the_hazard(scene, record):
    actions.finish_round(scene.tablet, record)
    (found,) = [hazard for hazard in scene.store.hazards() if hazard.source == record]
    return found


def test_a_chosen_wording_fills_the_hazard_and_only_suggests_its_deadline(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)

    hazard = the_hazard(stocked, record)

    assert (hazard.description, hazard.required_measures) == ("机房灭火器缺失", "补足并挂牌")
    assert (hazard.legal_basis, hazard.grade, hazard.phrase) == (("手册 5.30.7",), HazardGrade.IMMEDIATE, MISSING.key)
    assert hazard.suggested_on == stocked.tablet.today() + timedelta(days=3)
    assert hazard.deadline_on is None


def test_a_wording_for_any_item_follows_the_items_name_and_names_no_law(stocked):
    record = failed(stocked)
    choose(stocked, record, RUSTY)

    hazard = the_hazard(stocked, record)

    assert hazard.description.endswith("：锈蚀")
    assert "GB 1" not in "".join(hazard.legal_basis)
    assert hazard.suggested_on is None


def test_another_wording_takes_the_place_of_the_first_and_leaves_what_was_written(stocked):
    record = failed(stocked)
    choose(stocked, record, RUSTY)
    actions.set_note(stocked.tablet, record, "LMR_09", None, "锈蚀，靠门一具")

    chosen = choose(stocked, record, MISSING)
    assert (chosen.note, chosen.phrase) == ("机房灭火器缺失，靠门一具", MISSING.key)

    taken_off = choose(stocked, record, None)
    assert (taken_off.note, taken_off.phrase) == ("靠门一具", "")


def test_a_choice_is_one_step_to_take_back(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)

    assert actions.undo_last(stocked.tablet, record) == ("LMR_09", None)

    (answer,) = [one for one in stocked.store.answers(record) if one.item == "LMR_09"]
    assert (answer.note, answer.phrase) == ("", "")


def test_what_is_put_right_on_the_spot_ends_with_both_photos(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)
    after = photo_after(stocked, record)

    hazard = the_hazard(stocked, record)
    stocked.sync()
    intent = next(op for op in stocked.server.ops if op.kind == "hazard.transition")

    assert hazard.state is HazardState.CORRECTED_ON_SPOT
    assert [photo.role for photo in hazard.photos_before] == [""]
    assert (intent.body["event"], [photo["id"] for photo in intent.body["photos"]]) == (
        HazardEvent.CORRECT_ON_SPOT.value,
        [after],
    )
    assert hazard.responsible_person == "王建国"
    final = stocked.store.inspection(record)
    said = next(answer for answer in final.answers if answer.item == "LMR_09")
    assert (said.corrected, said.after, len(said.photos)) == (True, (after,), 1)


def test_a_correction_without_its_photo_keeps_the_round_open(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)

    with pytest.raises(EvidenceMissingError) as missing:
        actions.finish_round(stocked.tablet, record)

    assert missing.value.facts["missing"] == [{"item": "LMR_09", "per": None, "needs": ["after"]}]


def test_a_major_hazard_is_raised_with_the_photo_and_stays_open(stocked):
    major = replace(MISSING, version=3, grade=HazardGrade.MAJOR)
    seed(stocked.server, [("phrase", major.key, major)], ORG)
    stocked.sync()
    record = failed(stocked)
    choose(stocked, record, major)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)
    after = photo_after(stocked, record)

    hazard = the_hazard(stocked, record)

    assert (hazard.state, hazard.is_suspected_major) == (HazardState.DRAFT, True)
    assert [photo.id for photo in hazard.photos_after] == [after]


def test_who_may_not_end_a_hazard_raises_it_with_the_photo(stocked):
    seed(stocked.server, [("person", a_person().id, a_person(roles=(Role.FRONT_DESK,)))])
    stocked.sync()
    record = failed(stocked)
    choose(stocked, record, MISSING)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)
    photo_after(stocked, record)

    hazard = the_hazard(stocked, record)

    assert (hazard.state, len(hazard.photos_after)) == (HazardState.DRAFT, 1)


def test_a_kill_between_choice_and_photo_loses_neither(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)
    photo = actions.begin_photo(stocked.tablet, record, "LMR_09", role=AFTER)
    stocked.tablet.files.capture(photo).write_bytes(a_jpeg())

    stocked.reopen()
    actions.recover_photos(stocked.tablet)

    (answer,) = [one for one in stocked.store.answers(record) if one.item == "LMR_09"]
    assert (answer.phrase, answer.corrected, answer.after) == (MISSING.key, True, (photo,))


def test_an_amended_round_keeps_which_photo_shows_what(stocked):
    record = failed(stocked)
    choose(stocked, record, MISSING)
    actions.set_corrected(stocked.tablet, record, "LMR_09", None, corrected=True)
    photo_after(stocked, record)
    actions.finish_round(stocked.tablet, record)

    again = actions.amend(stocked.tablet, record)

    (answer,) = [one for one in stocked.store.answers(again) if one.item == "LMR_09"]
    assert (len(answer.photos), len(answer.after), answer.corrected) == (1, 1, True)


def test_the_digits_of_a_figure_are_one_step_to_take_back(scene):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(scene.tablet, record, "LMR_09", result=Result.PASS)
    for typed in (2, 26, 26.5):
        actions.answer(scene.tablet, record, "LMR_04", value=typed)

    assert scene.store.taps(record, 10) == (("LMR_04", None), ("LMR_09", None))
    actions.undo_last(scene.tablet, record)

    assert [answer.item for answer in scene.store.answers(record)] == ["LMR_09"]


def test_a_figure_that_is_corrected_later_is_a_step_of_its_own(scene):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(scene.tablet, record, "LMR_04", value=2)
    actions.answer(scene.tablet, record, "LMR_09", result=Result.PASS)

    actions.answer(scene.tablet, record, "LMR_04", value=26)
    actions.undo_last(scene.tablet, record)

    assert next(one.value for one in scene.store.answers(record) if one.item == "LMR_04") == 2


def test_a_hazard_without_a_checklist_is_offered_the_wordings_about_anything(stocked):
    assert general(Setting(stocked.store, stocked.clock, ZH_CN)) == ("锈蚀",)
