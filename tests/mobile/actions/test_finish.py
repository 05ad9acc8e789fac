"""The end of a round: whole or not at all, every fail a hazard; and the answer to a returned record."""

import pytest

from mobile import actions
from mobile.store.row import Shipment
from shared.errors import AlreadyFinalError, EvidenceMissingError
from shared.ids import BuildingId, TemplateId
from shared.model.hazard import HazardState
from shared.model.inspection import Remark, Result, Review, ReviewState, Status
from shared.model.place import Building, Text
from tests.builders import KEEPER, LEAD, LIFT, NOW, POINT, SITE, a_point, an_id
from tests.mobile.scene import ENROLMENT, STROKES, Killed


def open_points(refusal):
    return [tuple(sorted(fact.items())) for fact in refusal.value.facts["missing"]]


def returned(scene, record):
    review = Review(
        an_id(0x301),
        SITE,
        record,
        KEEPER,
        LEAD,
        "李敏",
        ReviewState.RETURNED,
        NOW,
        (Remark("LMR_09", "请补拍铭牌"),),
    )
    scene.server.put("review", review.id, review)
    scene.sync()
    return review


def test_an_unfinished_round_is_refused_with_what_is_open(scene):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(scene.tablet, record, "LMR_09", result=Result.FAIL)

    with pytest.raises(EvidenceMissingError) as refusal:
        actions.finish_round(scene.tablet, record)

    missing = refusal.value.facts["missing"]
    assert {"item": "LMR_09", "per": None, "needs": ["photo", "note", "action"]} in missing
    assert {"signer": "inspector"} in missing
    assert scene.store.inspection(record).status is Status.DRAFT
    assert scene.store.sync_state().waiting == 0


def test_a_camera_that_is_still_open_keeps_the_round_open(scene):
    record = scene.walked(failed=True)
    photo = actions.begin_photo(scene.tablet, record, "LMR_09")

    with pytest.raises(EvidenceMissingError) as refusal:
        actions.finish_round(scene.tablet, record)

    assert refusal.value.facts["missing"] == [{"photo": photo}]


def test_a_finished_round_is_one_document_with_photos_and_signatures(scene):
    record = scene.finished(failed=True)

    final = scene.store.inspection(record)

    assert (final.status, final.ended_at) == (Status.FINAL, scene.clock.read())
    assert [(answer.item, answer.per) for answer in final.answers] == [
        ("LMR_04", None),
        ("LMR_09", None),
        ("LMR_10", LIFT),
    ]
    assert final.answers[1].photos == (final.photos[0].id,)
    assert final.signatures[0].name == "王建国"
    assert scene.store.head(record).shipment is Shipment.WAITING


def test_each_fail_becomes_a_draft_hazard_with_its_evidence(scene):
    record = scene.walked(failed=True)

    (hazard_id,) = actions.finish_round(scene.tablet, record)

    hazard = scene.store.hazard(hazard_id)
    assert (hazard.state, hazard.source, hazard.item) == (HazardState.DRAFT, record, "LMR_09")
    assert hazard.description == "消防器材在位有效：灭火器不见了"
    assert (hazard.location, hazard.point, hazard.legal_basis) == ("A1 栋电梯机房", POINT, ("5.30.7",))
    assert (hazard.on_spot_action, hazard.found_by_name) == ("已从隔壁借用一具", "王建国")
    assert hazard.photos_before == scene.store.inspection(record).photos


def test_a_hazard_is_raised_also_when_its_point_has_left_this_tablet(scene):
    record = scene.walked(failed=True)
    scene.server.remove("point", POINT)
    scene.sync()

    (hazard,) = actions.finish_round(scene.tablet, record)

    assert (scene.store.hazard(hazard).point, scene.store.hazard(hazard).location) == (POINT, "")


def test_a_building_that_the_points_name_begins_with_is_not_named_twice(scene):
    building = Building(BuildingId(an_id(0x71)), SITE, Text("A1 栋"))
    scene.server.put("building", building.id, building)
    scene.server.put("point", POINT, a_point(building=building.id))
    scene.sync()

    (hazard,) = actions.finish_round(scene.tablet, scene.walked(failed=True))

    assert scene.store.hazard(hazard).location == "A1 栋电梯机房"


def test_a_fail_without_a_category_raises_nothing(scene):
    record = scene.walked()
    actions.answer(scene.tablet, record, "LMR_10", LIFT, Result.FAIL)
    actions.set_note(scene.tablet, record, "LMR_10", LIFT, "漏油")
    photo = actions.begin_photo(scene.tablet, record, "LMR_10", LIFT)
    from tests.mobile.scene import a_jpeg

    scene.tablet.files.capture(photo).write_bytes(a_jpeg())
    actions.finish_photo(scene.tablet, photo)

    assert actions.finish_round(scene.tablet, record) == ()


def test_a_round_is_finished_once(scene):
    record = scene.finished()

    with pytest.raises(AlreadyFinalError):
        actions.finish_round(scene.tablet, record)

    assert scene.store.sync_state().waiting == 1


@pytest.mark.parametrize("kill_at", [1, 2])
def test_a_kill_while_finishing_leaves_a_draft_or_a_whole_record(scene, kill_at):
    record = scene.walked(failed=True)
    scene.fail_points.arm(kill_at)

    with pytest.raises(Killed):
        actions.finish_round(scene.tablet, record)
    scene.reopen()

    is_final = scene.store.inspection(record).status is Status.FINAL
    assert is_final == (kill_at == 2)
    assert scene.store.sync_state().waiting == (2 if is_final else 0)
    assert len(scene.store.hazards()) == (1 if is_final else 0)
    assert len(scene.store.answers(record)) == 3


def test_finishing_tells_that_something_is_queued(scene):
    told = []
    from dataclasses import replace

    tablet = replace(scene.tablet, queued=lambda: told.append("queued"))

    actions.finish_round(tablet, scene.walked())

    assert told == ["queued"]


def test_a_returned_record_comes_back_with_the_reviewers_words(scene):
    record = scene.finished(failed=True)
    scene.sync()

    review = returned(scene, record)

    assert scene.store.returned() == (review,)
    assert scene.store.review_of(record).remarks[0].text == "请补拍铭牌"


def test_work_returned_to_a_person_whose_tablet_is_new_comes_back_to_that_one(scene):
    record = scene.finished(failed=True)
    scene.sync()
    scene.store.close()
    (scene.folder / "tablet.db").unlink()
    scene.reopen()
    scene.store.enrol(ENROLMENT, scene.server.epoch)

    returned(scene, record)

    assert [review.inspection for review in scene.store.returned()] == [record]
    new = actions.amend(scene.tablet, record)
    actions.sign(scene.tablet, new, "inspector", "王建国", STROKES)
    actions.finish_round(scene.tablet, new)
    scene.sync()
    assert scene.store.returned() == ()
    assert scene.store.sync_state().is_all_sent


def test_a_returned_record_is_answered_by_a_new_one_that_amends_it(scene):
    record = scene.finished(failed=True)
    scene.sync()
    returned(scene, record)

    new = actions.amend(scene.tablet, record)

    draft = scene.store.inspection(new)
    assert (draft.amends, draft.status, draft.started_at) == (record, Status.DRAFT, scene.clock.read())
    assert draft.answers[0].value == 21.5
    assert draft.photos[0].sha256 == scene.store.inspection(record).photos[0].sha256
    assert draft.signatures == ()
    assert actions.amend(scene.tablet, record) == new


def test_a_finished_amendment_raises_no_hazard_twice_and_settles_the_return(scene):
    record = scene.finished(failed=True)
    scene.sync()
    returned(scene, record)
    new = actions.amend(scene.tablet, record)
    scene.photo(new, "LMR_09", colour=(9, 9, 9))
    actions.sign(scene.tablet, new, "inspector", "王建国", STROKES)

    raised = actions.finish_round(scene.tablet, new)
    scene.sync()

    assert raised == ()
    assert scene.store.returned() == ()
    assert len(scene.store.inspection(new).photos) == 2
    assert scene.store.head(new).photos_sent == 2
    assert scene.server.kinds() == ["inspection.put", "hazard.raise", "inspection.put"]


def test_a_draft_cannot_be_amended(scene):
    with pytest.raises(EvidenceMissingError):
        actions.amend(scene.tablet, scene.walked())
