"""What a small window shows first, and what a tap that was not meant takes away."""

from __future__ import annotations

import pytest

from mobile import actions
from mobile.views.judged import judge
from mobile.views.rounds import task_of
from mobile.views.setting import row_key
from shared.model.inspection import Result
from tests.mobile.longshan import DAILY
from tests.ui.tablet.finger import answer_to

PHONE = (360, 740)


def a_filled_round(finger, failed=""):
    """Begin the daily round and answer every item of it."""
    desk = finger.app.desk
    record = actions.start_round(desk.tablet, task_of(desk.setting(), f"task:{DAILY}:2026-11-23"))
    if failed:
        actions.answer(desk.tablet, record, failed, None, Result.FAIL)
        take_photo(desk.tablet, record, failed)
        actions.set_note(desk.tablet, record, failed, None, "缺失")
        actions.set_action(desk.tablet, record, failed, None, "已报主管")
    while blocking := judge(desk.setting(), record).evaluation.blocking:
        row = blocking[0]
        actions.answer(desk.tablet, record, row.item.name, row.per, **answer_to(row))
    return record


def take_photo(tablet, record, item):
    photo = actions.begin_photo(tablet, record, item)
    actions.finish_photo(tablet, photo, tablet.files.root.parent / "picture.jpg")
    return photo


def test_a_round_in_which_all_is_well_is_signed_at_once(open_app):
    # Given a round with nothing missing and nothing failed
    finger = open_app(PHONE)
    record = a_filled_round(finger)
    finger.app.desk.router.go("checklist", record)
    finger.settle()

    # When it is to be submitted
    finger.tap("签名提交", root=finger.find("BottomBar"))

    # Then the pad is there, and back leads to the checklist
    assert finger.find("SignaturePad")
    finger.back()
    assert finger.app.desk.router.here.screen == "checklist"


def test_what_failed_is_seen_before_it_is_signed(open_app):
    finger = open_app(PHONE)
    finger.app.desk.router.go("finish", a_filled_round(finger, failed="lmr_09"))
    finger.settle()

    assert not finger.all("SignaturePad")
    assert finger.shows("机房灭火器在位有效")
    assert finger.shows("不合格 1", root=finger.find("CountBar"))

    finger.tap("提交", root=finger.find("BottomBar"))
    assert finger.find("SignaturePad")
    finger.back()
    assert finger.shows("机房灭火器在位有效")


@pytest.mark.parametrize("size", [PHONE, (1280, 800)])
def test_a_photo_that_was_deleted_is_brought_back(open_app, size):
    # Given an item with one photo
    finger = open_app(size)
    desk = finger.app.desk
    record = actions.start_round(desk.tablet, task_of(desk.setting(), f"task:{DAILY}:2026-11-23"))
    photo = take_photo(desk.tablet, record, "lmr_01")
    desk.router.go("item", record, row_key("lmr_01", None))
    finger.settle()

    # When it is deleted by a tap that was not meant
    finger.tap(finger.find("PhotoTile"))
    finger.tap("删除这张")
    assert desk.tablet.store.photos_of(record) == ()

    # Then one more tap brings it back
    finger.tap("撤销", root=finger.find("Snackbar"))
    assert [row.id for row in desk.tablet.store.photos_of(record)] == [photo]
    assert finger.find("PhotoTile")
