"""The checklist by touch: jumping, taking back, wordings, corrections, readings, the last time, and how many taps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.device.feel import SAVED, WARNED
from mobile.views.rounds import task_of
from mobile.views.setting import row_key
from server.phrases import read_library
from shared.ids import InspectionId
from shared.model.hazard import HazardState
from shared.model.inspection import Answer, Photo, Result
from tests.builders import an_id
from tests.mobile.longshan import DAILY, LIFT1, MORNING, a_reading_at, feed, old_record
from tests.ui.tablet import allwell
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.finger import answer_all, key_in, sign

PORTRAIT = (800, 1280)


def begin(finger, task=DAILY):
    record = actions.start_round(finger.app.parts.tablet, task_of(finger.app.desk.setting(), f"task:{task}:2026-11-23"))
    finger.app.desk.router.go("checklist", record)
    finger.settle()
    return record


def answers(finger, record):
    return {(one.item, one.per): one for one in finger.app.parts.tablet.store.answers(record)}


def here(finger):
    return finger.app.shell.screen._here


def earlier(*temperatures: float, oiled_days_ago: int = 1):
    """One finished round a day before today, the newest first, with these room temperatures."""
    (found,) = old_record()
    rounds = []
    for days, value in enumerate(temperatures, start=1):
        at = a_reading_at(MORNING - timedelta(days=days))
        said = [replace(one, at=at, value=value if one.item == "lmr_04" else one.value) for one in found.answers]
        said = [one for one in said if one.item != "governor_oiled"]
        if days == oiled_days_ago:
            said.append(Answer("governor_oiled", LIFT1, Result.PASS, at=at))
        rounds.append(
            replace(found, id=InspectionId(an_id(600 + days)), started_at=at, ended_at=at, answers=tuple(said))
        )
    return rounds


@pytest.mark.parametrize("size", [(1280, 800), PORTRAIT])
def test_an_all_well_round_of_28_items_takes_a_tap_each_the_digits_and_three(open_app, size):
    """Figure taps_round: opening, signing and submitting are the three."""
    finger = open_app(size)

    taps, record = allwell.walk(finger)

    assert finger.app.parts.tablet.store.head(record).status.value == "final"
    assert taps <= allwell.ITEMS + allwell.DIGITS + 3


def test_jumping_goes_round_what_is_open_and_failed_and_to_each_lift(open_app):
    finger = open_app()
    record = begin(finger)
    for item in ("lmr_02", "lmr_27"):
        actions.answer(finger.app.parts.tablet, record, item, None, Result.FAIL)
    finger.app.shell.refresh()
    finger.settle()
    bar = finger.find("JumpBar")

    finger.tap("不合格 2", root=bar)
    assert here(finger) == row_key("lmr_02", None)
    finger.tap("不合格 2", root=bar)
    assert here(finger) == row_key("lmr_27", None)
    finger.tap("不合格 2", root=bar)
    assert here(finger) == row_key("lmr_02", None)
    finger.tap("1号梯", root=bar)
    assert here(finger).endswith(LIFT1)
    assert finger.shows("1号梯", root=finger.find("ItemPane"))
    finger.tap(finger.find("IconButton", hint="sections"))
    finger.tap("综合评价", root=finger.find("WordingSheet"))
    assert here(finger) == row_key("overall_result", None)
    finger.tap("还缺", root=bar)
    assert finger.app.shell.screen.entry.row(here(finger)).is_blocking


def test_the_last_taps_are_taken_back_one_by_one_each_in_words(open_app):
    finger = open_app(PORTRAIT)
    record = begin(finger)
    for _ in range(2):
        finger.tap("合格", root=next(row for row in finger.all("CheckRow") if row.view.key == here(finger)))
    finger.app.shell.screen._move(row_key("lmr_04", None))
    finger.settle()
    key_in(finger, "26.5")
    finger.tap("下一项", nth=-1)

    finger.tap(
        next(button for button in finger.all("PushButton") if button.icon == "undo-variant" and button.words == "3")
    )

    assert finger.shows("已撤销“机房温度”：未填")
    assert ("lmr_04", None) not in answers(finger, record)
    assert here(finger) == row_key("lmr_04", None)
    finger.tap("再撤销")
    assert finger.shows("已撤销“门外警示标志在位、清楚”：未填")
    finger.tap("再撤销")
    assert ("lmr_01", None) not in answers(finger, record)


def test_a_fail_is_described_from_the_library_and_put_right_with_a_second_photo(open_app):
    finger = open_app()
    tablet = finger.app.parts.tablet
    feed(tablet.store, list(read_library()))
    record = begin(finger)
    answer_all(finger)
    key = row_key("lmr_09", None)
    finger.app.shell.screen._move(key)
    finger.settle()

    finger.tap("不合格", root=finger.find("BigAnswers"))
    finger.tap("拍照", root=finger.find("NeedsRow"))
    finger.tap("用语库", root=finger.find("NeedsRow"))
    finger.tap("机房灭火器缺失", root=finger.find("WordingSheet"))
    assert finger.shows("立即改正 · 建议当天改完 · 依据 手册 5.30.7")
    finger.tap("当场整改", root=finger.find("NeedsRow"))
    assert finger.shows("已整改 1 张")
    finger.tap("处理措施", root=finger.find("NeedsRow"))
    finger.tap("已当场改正", root=finger.find("NoteSheet"))
    finger.tap("完成")
    finger.tap("签名提交", nth=-1)
    sign(finger)
    finger.tap("提交")

    (hazard,) = [hazard for hazard in tablet.store.hazards() if hazard.source == record]
    assert (hazard.state, hazard.description) == (HazardState.CORRECTED_ON_SPOT, "机房灭火器缺失")
    assert (len(hazard.photos_before), hazard.deadline_on) == (1, None)
    assert hazard.suggested_on == finger.today()


def test_the_keypad_stands_at_the_foot_of_a_high_list_and_says_where_a_reading_is_heading(open_app):
    finger = open_app(PORTRAIT)
    feel = finger.app.desk.feel
    feed(finger.app.parts.tablet.store, earlier(31.9, 30.2, 28.1, 26.3, 24.0))
    begin(finger)
    finger.app.shell.screen._move(row_key("lmr_04", None))
    finger.settle()
    dock = finger.find("KeyDock")

    assert finger.shows("上限 40", root=dock)
    assert finger.shows("按此趋势 3 天后超上限", root=dock)
    key_in(finger, "41.5")
    assert finger.shows("超过上限 40 °C", root=dock)
    assert feel.signs[-1] == WARNED
    assert finger.shows("超出范围，还需要照片、说明")
    assert finger.clipped() == []


def test_a_reading_below_its_limit_warns_once_it_is_left(open_app):
    finger = open_app(PORTRAIT)
    feel = finger.app.desk.feel
    begin(finger)
    finger.app.shell.screen._move(row_key("lmr_04", None))
    finger.settle()

    key_in(finger, "3")
    assert WARNED not in feel.signs
    finger.tap("下一项", nth=-1)

    assert feel.signs[-1] == WARNED
    finger.tap("合格")
    assert feel.signs[-1] == SAVED


def test_the_last_time_is_one_tap_away_with_its_photo(open_app):
    finger = open_app(PORTRAIT)
    store = finger.app.parts.tablet.store
    picture = store.hazard(next(iter(store.hazards())).id).photos_before
    photo = Photo(**{name: getattr(picture[0], name) for name in ("id", "sha256", "size_bytes", "taken_at")})
    (last,) = earlier(25.8)
    said = replace(last.answers[1], result=Result.FAIL, note="门锁松动", photos=(photo.id,))
    feed(store, [replace(last, answers=(*last.answers[:1], said, *last.answers[2:]), photos=(photo,))])
    begin(finger)
    key = row_key(said.item, None)
    finger.app.shell.screen._move(key)
    finger.settle()

    row = next(row for row in finger.all("CheckRow") if row.view.key == key)
    finger.tap(next(one for one in finger.walk(row) if getattr(one, "hint", "") == "last time"))

    card = finger.find("PastSheet")
    for text in ("不合格", "门锁松动", "王建国", "昨天"):
        assert finger.shows(text, root=card)
    finger.tap(finger.find("PhotoTile"))
    assert finger.find("PhotoSheet").source.endswith(".jpg")


def test_rows_that_come_and_go_keep_the_place(open_app):
    finger = open_app()
    record = begin(finger)
    screen = finger.app.shell.screen
    screen._move(row_key("force_stop", None))
    finger.settle()
    rows = len(screen.view.rows)
    before = screen.ids.rows.offset

    finger.tap("是", root=finger.find("ItemPane"))

    assert len(screen.view.rows) == rows + 3
    assert here(finger) == row_key("force_stop_lift", None)
    assert screen.ids.rows.offset >= before
    screen.jump("open")
    actions.answer(finger.app.parts.tablet, record, "force_stop", None, value="no")
    finger.app.shell.refresh()
    finger.settle()
    assert len(screen.view.rows) == rows


@pytest.mark.parametrize(("days", "is_asked"), [(7, True), (6, False)])
def test_the_weekly_oiling_of_the_governor_is_asked_in_the_daily_round_when_it_is_due(open_app, days, is_asked):
    finger = open_app()
    feed(finger.app.parts.tablet.store, earlier(*[25.0] * days, oiled_days_ago=days))
    record = begin(finger)
    screen = finger.app.shell.screen
    key = row_key("governor_oiled", LIFT1)

    asked = [row for row in screen.view.rows if row.key == key]

    assert bool(asked) is is_asked
    if is_asked:
        screen._move(key)
        finger.settle()
        assert finger.shows("每 7 天一次，本次到期")
        finger.tap("合格", root=finger.find("BigAnswers"))
        assert answers(finger, record)["governor_oiled", LIFT1].result is Result.PASS


def test_why_an_item_was_not_checked_is_said_in_place(open_app):
    finger = open_app(PORTRAIT)
    record = begin(finger)
    row = next(row for row in finger.all("CheckRow") if row.view.key == here(finger))

    finger.tap(next(one for one in finger.walk(row) if getattr(one, "hint", "") == "more"))
    finger.tap("未检，写明原因") if finger.shows("未检，写明原因") else finger.tap(
        "未检", root=finger.find("OptionSheet")
    )
    finger.tap("上锁进不去", root=finger.find("ReasonRow"))

    said = answers(finger, record)["lmr_01", None]
    assert (said.result, said.reason) == (Result.NOT_CHECKED, "上锁进不去")
    assert finger.app.desk.router.here.screen == "checklist"


def test_a_reading_half_typed_and_a_chosen_wording_are_there_after_a_kill(open_app, tmp_path):
    finger = open_app(PORTRAIT)
    feed(finger.app.parts.tablet.store, list(read_library()))
    record = begin(finger)
    finger.app.shell.screen.entry.emit("answer", row_key("lmr_09", None), "fail")
    finger.app.shell.screen.entry.emit("phrase", row_key("lmr_09", None), "lmr-09-missing@1")
    finger.app.shell.screen._move(row_key("lmr_04", None))
    finger.settle()
    key_in(finger, "26.")
    finger.app.parts.tablet.store.close()

    again = open_app(PORTRAIT, parts=a_tablet(tmp_path))

    assert again.find("KeyDock").figure == "26"
    assert here(again) == row_key("lmr_04", None)
    assert answers(again, record)["lmr_09", None].phrase == "lmr-09-missing@1"
