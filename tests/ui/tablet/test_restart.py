"""A killed app reopens where the person was, with everything that was tapped."""

from __future__ import annotations

from shared.model.inspection import Result
from tests.ui.tablet.finger import key_in


def test_a_killed_app_reopens_at_the_same_item_with_its_answers(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("合格")
    finger.tap("合格", nth=1)
    here, record = finger.app.shell.screen._here, finger.app.desk.router.here.record

    again = open_app()  # a new process would see the same file: nothing else is kept

    assert again.app.desk.router.here.screen == "checklist"
    assert again.app.desk.router.here.record == record
    assert again.app.shell.screen._here == here
    answers = again.app.parts.tablet.store.answers(record)
    assert sum(answer.result is Result.PASS for answer in answers) == 2


def test_a_number_half_typed_is_there_after_a_kill(open_app):
    finger = open_app((800, 1280))
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("机房温度")
    key_in(finger, "26.")

    again = open_app((800, 1280))

    assert again.app.desk.router.here.screen == "item"
    assert again.find("Keypad").figure == "26"
    again.back()
    assert again.app.desk.router.here.screen == "checklist"
    again.back()
    assert again.app.desk.router.here.screen == "rounds"


def test_a_note_being_typed_is_kept_without_saving(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("点这里写说明，或选常用语")
    field = finger.find("TextField")
    field.focus = True
    finger.type("门锁生锈")
    finger.wait(1)

    again = open_app()

    assert again.shows("门锁生锈")


def test_the_round_goes_on_where_it_was_left_from_the_list(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("合格")
    finger.back()

    assert finger.shows("进行中")
    finger.tap("1号楼电梯机房 日巡视")

    assert finger.shows("已检 5/57")


def test_a_signature_survives_a_kill_as_points(open_app):
    from tests.ui.tablet.finger import sign

    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("签名提交", nth=-1)
    sign(finger)

    again = open_app()

    assert again.app.desk.router.here.screen == "finish"
    assert len(again.find("SignaturePad").strokes) == 1
    again.tap("重签")
    assert again.find("SignaturePad").strokes == []
