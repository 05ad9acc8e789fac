"""Work that the office returned comes first, with the reviewer's words on the exact item."""

from __future__ import annotations

from mobile import actions
from shared.model.inspection import Status
from tests.ui.tablet.estate import OLD, a_return, a_tablet, feed, old_record


def test_returned_work_comes_first_and_its_answer_amends_the_old_record(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    feed(parts.tablet.store, [*old_record(), *a_return()])
    finger = open_app(parts=parts)
    rows = finger.app.shell.screen.view.rows
    assert rows[0].key == f"returned:{OLD}"
    assert finger.shows("李主任：请补拍灭火器压力表，看不清指针。")

    finger.tap("已退回")

    record = finger.app.parts.tablet.store.inspection(finger.app.desk.router.here.record)
    assert (record.amends, record.status) == (OLD, Status.DRAFT)
    remarked = next(row for row in finger.app.shell.screen.view.rows if row.key.startswith("lmr_09"))
    assert remarked.detail == "退回意见：请补拍灭火器压力表，看不清指针。"


def test_the_end_of_a_correction_shows_what_it_says_otherwise_with_the_reviewer_s_words(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    feed(parts.tablet.store, [*old_record(), *a_return()])
    finger = open_app(parts=parts)
    finger.tap("已退回")
    record = finger.app.desk.router.here.record

    finger.app.desk.router.go("finish", record)
    finger.settle()
    assert finger.shows("和退回的那一版相同，还没有改动")
    actions.set_note(parts.tablet, record, "lmr_09", None, "已重拍，压力在绿区")
    finger.app.shell.refresh()
    finger.settle()

    finger.app.desk.take_photo(record, "lmr_10")
    finger.app.shell.refresh()
    finger.settle()

    row, pictured = finger.app.shell.screen.view.changed
    assert pictured.detail == "照片：新增 1"
    assert row.detail.endswith("→ 已重拍，压力在绿区")
    assert row.word == "退回意见：请补拍灭火器压力表，看不清指针。"
