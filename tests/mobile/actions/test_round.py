"""Walking a checklist: every tap is on disk at once, and can be taken back."""

from datetime import timedelta

import pytest

from mobile import actions
from mobile.store.row import Position, Shipment
from shared.checklist import history_of
from shared.errors import AlreadyFinalError, EvidenceMissingError, UnknownRecordError
from shared.ids import InspectionId, TemplateId
from shared.model.inspection import Result, Status, TaskRef
from shared.model.place import Asset
from shared.schedule import Plan, Workdays, tasks
from tests.builders import KEEPER, LIFT, NOW, POINT, RULE, an_id
from tests.mobile.scene import STROKES


def started(scene):
    return actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT, mode="scan")


def answers(scene, record):
    return {(answer.item, answer.per): answer for answer in scene.store.answers(record)}


def test_a_round_begins_with_its_place_its_lifts_and_how_presence_was_shown(scene):
    record = scene.store.inspection(started(scene))

    assert (record.template_key, record.point, record.assets) == ("lmr-short@1", POINT, (LIFT,))
    assert (record.status, record.start_mode, record.author) == (Status.DRAFT, "scan", KEEPER)


def test_a_round_of_a_task_names_the_window(scene):
    plan = Plan(scene.store.rules(), Workdays(), scene.tablet.zone(), (), ())
    today = scene.tablet.today()
    (task,) = tasks(plan, NOW, today, today)

    record = scene.store.inspection(actions.start_round(scene.tablet, task))

    assert record.task == TaskRef(RULE, today)
    assert record.point == POINT


def test_an_unfinished_round_is_gone_on_with(scene):
    assert started(scene) == started(scene)


def test_a_round_without_its_template_is_refused(scene):
    with pytest.raises(UnknownRecordError):
        actions.start_round(scene.tablet, template=TemplateId("nowhere"))
    with pytest.raises(EvidenceMissingError):
        actions.start_round(scene.tablet)

    assert scene.store.drafts() == ()


def test_an_answer_survives_a_kill_after_its_tap(scene):
    record = started(scene)
    actions.answer(scene.tablet, record, "LMR_10", LIFT, Result.PASS)
    actions.remember_position(scene.tablet, "item", record, "LMR_10", LIFT)

    scene.reopen()

    assert answers(scene, record)["LMR_10", LIFT].result is Result.PASS
    assert scene.store.position() == Position("item", record, "LMR_10", LIFT)


def test_parts_of_an_answer_do_not_disturb_one_another(scene):
    record = started(scene)
    actions.answer(scene.tablet, record, "LMR_09", result=Result.FAIL)
    actions.set_note(scene.tablet, record, "LMR_09", None, " 缺一具 ")
    actions.set_reason(scene.tablet, record, "LMR_09", None, "因")
    actions.set_action(scene.tablet, record, "LMR_09", None, "借")
    actions.answer(scene.tablet, record, "LMR_09", value=3)

    answer = answers(scene, record)["LMR_09", None]

    assert (answer.result, answer.value) == (Result.FAIL, 3)
    assert (answer.note, answer.reason, answer.action) == ("缺一具", "因", "借")


def test_taps_are_taken_back_one_by_one(scene):
    record = started(scene)
    actions.answer(scene.tablet, record, "LMR_09", None, Result.PASS)
    actions.answer(scene.tablet, record, "LMR_09", None, Result.FAIL)
    actions.clear_answer(scene.tablet, record, "LMR_09")

    assert actions.undo_last(scene.tablet, record) == ("LMR_09", None)
    assert answers(scene, record)["LMR_09", None].result is Result.FAIL
    actions.undo_last(scene.tablet, record)
    assert answers(scene, record)["LMR_09", None].result is Result.PASS
    actions.undo_last(scene.tablet, record)
    assert answers(scene, record) == {}
    assert actions.undo_last(scene.tablet, record) is None


def test_an_answer_to_a_finished_record_is_refused(scene):
    record = scene.finished()

    with pytest.raises(AlreadyFinalError):
        actions.answer(scene.tablet, record, "LMR_09", result=Result.FAIL)
    with pytest.raises(AlreadyFinalError):
        actions.set_start_mode(scene.tablet, record, "scan")


def test_an_answer_to_an_unknown_record_is_refused(scene):
    with pytest.raises(UnknownRecordError):
        actions.answer(scene.tablet, InspectionId(an_id(1)), "LMR_09", result=Result.FAIL)


def test_a_number_that_no_reader_can_hold_is_refused(scene):
    record = started(scene)

    with pytest.raises(EvidenceMissingError):
        actions.answer(scene.tablet, record, "LMR_04", value=1e300)

    assert answers(scene, record) == {}


def test_a_value_that_is_taken_back_leaves_the_note(scene):
    record = started(scene)
    actions.set_note(scene.tablet, record, "LMR_04", None, "表被遮住")
    actions.answer(scene.tablet, record, "LMR_04", value=2)

    actions.answer(scene.tablet, record, "LMR_04", value=None)

    (kept,) = scene.store.answers(record)
    assert (kept.value, kept.note) == (None, "表被遮住")


def test_an_answer_of_which_nothing_is_left_is_none(scene):
    record = started(scene)
    actions.answer(scene.tablet, record, "LMR_04", value=2)

    actions.answer(scene.tablet, record, "LMR_04", value=None)

    assert scene.store.answers(record) == ()
    assert actions.undo_last(scene.tablet, record) == ("LMR_04", None)
    assert scene.store.answers(record)[0].value == 2


def test_a_signature_is_kept_and_wiped(scene):
    record = started(scene)
    actions.sign(scene.tablet, record, "inspector", "王建国", STROKES)
    assert scene.store.inspection(record).signatures[0].strokes == STROKES

    actions.sign(scene.tablet, record, "inspector", "王建国", ())

    assert scene.store.inspection(record).signatures == ()


def test_a_refusal_to_sign_needs_its_reason_and_a_witness(scene):
    record = started(scene)
    with pytest.raises(EvidenceMissingError) as missing:
        actions.note_refusal(scene.tablet, record, "unit_representative", "张三", "", "")

    actions.note_refusal(scene.tablet, record, "unit_representative", "张三", "不同意", "李四")

    assert missing.value.facts["missing"] == ["reason", "witness"]
    assert scene.store.signatures_of(record)[0].witness == "李四"


def test_a_dropped_draft_leaves_nothing_behind(scene):
    record = started(scene)
    scene.photo(record, "LMR_09")
    actions.remember_position(scene.tablet, "item", record, "LMR_09")

    actions.drop_draft(scene.tablet, record)

    assert scene.store.inspection(record) is None
    assert scene.store.photos_of(record) == ()
    assert scene.store.position() is None


def test_a_finished_record_is_not_dropped(scene):
    record = scene.finished()

    actions.drop_draft(scene.tablet, record)

    assert scene.store.head(record).shipment is Shipment.WAITING


def test_what_was_written_is_offered_again_most_used_first(scene):
    record = started(scene)
    for text in ("漏油", "缺一具", "缺一具"):
        actions.set_note(scene.tablet, record, "LMR_09", None, text)
    assert scene.store.phrases() == ("缺一具", "漏油")

    actions.forget_phrase(scene.tablet, "缺一具")

    assert scene.store.phrases() == ("漏油",)


def test_earlier_answers_are_shown_newest_first_and_at_most_five(scene):
    for day in range(7):
        record = scene.walked()
        actions.answer(scene.tablet, record, "LMR_04", value=20 + day)
        actions.finish_round(scene.tablet, record)
        scene.clock.advance(timedelta(days=1))

    past = scene.store.previous(POINT, TemplateId("lmr-short"))

    assert [one.value for one in past["LMR_04", None]] == [26, 25, 24, 23, 22]
    assert len(past["LMR_10", LIFT]) == 5


def test_what_was_found_before_is_read_anew_once_there_is_another_record(scene):
    values = []
    for value in (20, 21):
        record = scene.walked()
        actions.answer(scene.tablet, record, "LMR_04", value=value)
        actions.finish_round(scene.tablet, record)
        scene.clock.advance(timedelta(days=1))

        previous, history = scene.store.past(POINT, TemplateId("lmr-short"))
        values.append((previous["LMR_04", None][0].value, history["LMR_04", None].value))

    assert values == [(20, 20), (21, 21)]


def test_the_last_time_an_item_was_done_leaves_out_what_was_not_checked(scene):
    scene.finished()
    scene.clock.advance(timedelta(days=1))
    record = scene.walked()
    actions.answer(scene.tablet, record, "LMR_09", result=Result.NOT_CHECKED)
    actions.set_reason(scene.tablet, record, "LMR_09", None, "门锁着")
    actions.finish_round(scene.tablet, record)

    done = scene.store.history(POINT, TemplateId("lmr-short"))

    assert done["LMR_09", None].at == NOW
    assert done["LMR_04", None].at == NOW + timedelta(days=1)


def test_the_store_sums_up_earlier_records_as_the_kernel_does(scene):
    first = scene.finished()
    scene.clock.advance(timedelta(days=1))
    amending = actions.amend(scene.tablet, first)
    actions.answer(scene.tablet, amending, "LMR_04", value=30.5)
    actions.answer(scene.tablet, amending, "LMR_09", value=None, result=None)
    actions.sign(scene.tablet, amending, "inspector", "王建国", STROKES)
    scene.clock.advance(timedelta(days=1))
    unchecked = scene.walked()
    actions.answer(scene.tablet, unchecked, "LMR_10", LIFT, result=Result.NOT_CHECKED)
    actions.set_reason(scene.tablet, unchecked, "LMR_10", LIFT, "门锁着")
    actions.finish_round(scene.tablet, unchecked)
    scene.clock.advance(timedelta(hours=1))  # begun earlier, answered later
    actions.answer(scene.tablet, amending, "LMR_09", result=Result.PASS)
    actions.finish_round(scene.tablet, amending)
    scene.clock.advance(timedelta(days=1))
    scene.walked()  # a draft counts for nothing

    records = [scene.store.inspection(record) for record in (first, amending, unchecked)]
    kept = scene.store.history(POINT, TemplateId("lmr-short"))

    assert kept == history_of(records)
    assert kept["LMR_10", LIFT].at == NOW


def test_colleagues_records_count_among_the_earlier_answers(scene):
    record = scene.finished()
    scene.sync()
    scene.store.close()
    (scene.folder / "tablet.db").unlink()
    from tests.mobile.scene import ENROLMENT

    scene.reopen()
    scene.store.enrol(ENROLMENT, scene.server.epoch)
    scene.sync()

    past = scene.store.previous(POINT, TemplateId("lmr-short"))

    assert past["LMR_04", None][0].value == 21.5
    assert scene.store.head(record).is_own is False


def test_the_tag_finds_its_point_and_so_does_its_number_in_any_case(scene):
    assert scene.store.point_by_tag(" LS-A1-JF01 ").id == POINT
    assert scene.store.point_by_tag("ls-a1-jf01").id == POINT
    assert scene.store.point_by_tag("") is None
    assert scene.store.point_by_tag("LS-A1") is None


def test_equipment_out_of_service_is_not_walked(scene):
    lift: Asset = scene.store.asset(LIFT)
    from dataclasses import replace

    scene.server.put("asset", LIFT, replace(lift, is_in_service=False))
    scene.sync()

    assert scene.store.inspection(started(scene)).assets == ()


def test_the_language_is_one_of_two(scene):
    actions.set_language(scene.tablet, "en")
    with pytest.raises(EvidenceMissingError):
        actions.set_language(scene.tablet, "fr")

    assert scene.store.setting("language") == "en"
