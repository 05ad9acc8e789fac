"""A whole round by touch: answers, a fail with all it needs, signature, submit; on the real store."""

from __future__ import annotations

from dataclasses import replace

from mobile.device.files import PhotoFiles
from mobile.store.row import PhotoState
from mobile.views.setting import row_key
from shared.errors import DiskFullError
from shared.model.hazard import HazardState
from shared.model.inspection import Result, Status
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.finger import answer_all, key_in, sign


def test_a_round_with_a_fail_is_walked_signed_and_submitted(open_app):
    finger = open_app()
    store = finger.app.parts.tablet.store

    finger.tap("1号楼电梯机房 日巡视")
    answer_all(finger, fail="lmr_09")
    finger.tap("签名提交", nth=-1)
    sign(finger)
    finger.tap("提交")

    assert finger.shows("已提交，登记隐患 1 条")
    record = next(head for head in store.records_since(finger.today()) if head.is_own)
    final = store.inspection(record.id)
    failed = next(a for a in final.answers if a.item == "lmr_09")
    assert final.status is Status.FINAL
    assert (failed.result, failed.note, len(failed.photos)) == (Result.FAIL, "缺失", 1)
    assert [h.state for h in store.hazards() if h.source == record.id] == [HazardState.DRAFT]
    finger.tap("已完成")
    assert finger.shows("待上传")


def test_one_tap_answers_an_item_and_the_next_open_one_comes_to_hand(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    first = finger.app.shell.screen._here

    finger.tap("合格")

    screen = finger.app.shell.screen
    assert screen._here != first
    assert finger.shows("已检 5/57")
    assert next(row for row in screen.view.rows if getattr(row, "key", "") == screen._here).is_here


def test_undo_takes_the_last_answer_back(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("合格")

    finger.tap("撤销")

    assert finger.shows("已检 4/57")
    assert finger.shows("已撤销")


def test_a_reading_over_its_limit_says_so_and_asks_for_more(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.app.shell.screen.entry.on_open(row_key("lmr_04", None))
    finger.settle()

    key_in(finger, "41.5")

    assert finger.shows("超过上限 40 °C")
    assert finger.shows("超出范围，还需要照片、说明")
    assert finger.find("Keypad").figure == "41.5"


def test_what_is_missing_leads_to_the_item(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("签名提交", nth=-1)

    finger.tap("门外警示标志在位、清楚")

    assert finger.app.desk.router.here.screen == "checklist"
    assert finger.app.shell.screen._here.startswith("lmr_02")


def test_an_item_marked_not_checked_asks_for_a_reason(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")

    finger.tap("未检")
    finger.tap("上锁进不去")

    store = finger.app.parts.tablet.store
    answer = store.answers(finger.app.desk.router.here.record)
    marked = next(a for a in answer if a.result is Result.NOT_CHECKED)
    assert marked.reason == "上锁进不去"


def test_submit_is_refused_with_what_is_missing(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("签名提交", nth=-1)
    sign(finger)

    finger.tap("提交")

    assert finger.app.desk.router.here.screen == "checklist"


def test_a_late_round_asks_why_before_it_is_submitted(open_app):
    finger = open_app()

    finger.tap("2号楼电梯机房 日巡视")
    finger.tap("签名提交", nth=-1)

    assert finger.shows("这次已超时，请写原因")
    finger.tap("点这里写超时原因")
    finger.tap("交接延误")
    finger.tap("完成")
    assert finger.shows("交接延误")


def test_a_photo_that_meets_a_full_disk_is_not_called_a_bad_one(open_app, tmp_path):
    def full(_name: str) -> None:
        raise DiskFullError

    parts = a_tablet(tmp_path)
    parts.tablet = replace(parts.tablet, files=PhotoFiles(tmp_path / "photos", full))
    finger = open_app(parts=parts)
    finger.tap("1号楼电梯机房 日巡视")

    finger.app.desk.take_photo(finger.app.desk.router.here.record, "lmr_09")
    finger.wait(0.3)

    assert finger.shows(finger.app.texts.err_photo_waits)
    assert [photo.state for photo in parts.tablet.store.pending_photos()] == [PhotoState.PENDING]
