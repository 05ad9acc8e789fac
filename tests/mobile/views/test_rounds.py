"""Today's rounds: order, due times, what is done and how far it got."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from mobile import actions
from mobile.text.en import EN
from mobile.views.parts import Tone
from mobile.views.rounds import DONE, RECHECKS, TODO, rounds_view, task_of
from shared.ids import InspectionId, RuleId
from shared.model.inspection import Status, TaskRef
from shared.model.place import Text
from shared.model.plan import Period, Recurrence, TaskState
from tests.builders import an_id
from tests.mobile.longshan import DAILY, PUMPS, a_reading_at, a_return, a_rule_of, feed, old_record


def titles(view):
    return [row.title for row in view.rows]


def test_a_round_past_its_time_stands_before_those_still_in_time(setting):
    view = rounds_view(setting, TODO)

    assert titles(view)[0] == "2号楼电梯机房 日巡视"
    assert view.rows[0].chip.words == "已超时 20 分钟"
    assert view.rows[0].tone is Tone.WARN


def test_due_times_are_local_and_near_days_have_names(setting):
    details = {row.title: row.detail for row in rounds_view(setting, TODO).rows}

    assert details["1号楼电梯机房 日巡视"] == "1号楼电梯机房 · 今天 18:00 前完成 · 2 部电梯"
    assert details["3号楼 防火巡查"] == "3号楼疏散楼梯 · 11月29日 18:00 前完成"


def test_returned_work_stands_first_with_the_words_of_the_reviewer(tablet, setting):
    feed(tablet.store, [*old_record(), *a_return()])

    first = rounds_view(setting, TODO).rows[0]

    assert first.chip.words == "已退回"
    assert first.word == "李主任：请补拍灭火器压力表，看不清指针。"


def test_a_round_begun_shows_how_far_it_is(tablet, setting):
    task = task_of(setting, f"task:{DAILY}:2026-11-23")
    actions.start_round(tablet, task)

    row = next(row for row in rounds_view(setting, TODO).rows if row.title == "1号楼电梯机房 日巡视")

    assert row.chip.words == "进行中"
    assert row.right == "4/57"
    assert 0 < row.share < 1


def test_a_round_of_another_role_is_not_on_my_list(tablet, setting):
    from shared.model.place import Role
    from tests.mobile.longshan import rules

    mine = rules()
    feed(tablet.store, [replace(mine[2], performer_role=Role.CONTROL_ROOM_OPERATOR)])

    assert "消防泵房 检查" not in titles(rounds_view(setting, TODO))


def test_what_is_missed_stays_for_a_day_and_says_so(tablet, setting):
    tablet.clock.wall = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # half an hour past midnight in Shanghai

    missed = [row for row in rounds_view(setting, TODO).rows if row.chip.words == "漏检"]

    assert "2号楼电梯机房 日巡视" in [row.title for row in missed]


def test_nothing_to_do_is_good_news_and_no_forms_yet_is_said_plainly(tablet, tmp_path):
    from mobile.text import ZH_CN
    from mobile.views.setting import Setting
    from tests.mobile.longshan import enrol, furnish

    empty = furnish(tmp_path / "new", is_enrolled=False)
    enrol(empty.store)

    view = rounds_view(Setting(empty.store, empty.clock, ZH_CN), TODO)

    assert (view.rows, view.empty) == ((), "资料还没下载完")
    empty.store.close()


def test_tabs_count_what_they_hold(setting):
    view = rounds_view(setting, RECHECKS)

    assert [tab.words for tab in view.tabs] == ["待执行  4", "已完成  0", "隐患复查  2"]
    assert [tab.key for tab in view.tabs if tab.is_chosen] == [RECHECKS]
    assert rounds_view(setting, DONE).empty == "今天还没有完成的巡检"


def test_the_same_list_in_english(setting):
    view = rounds_view(replace(setting, texts=EN), TODO)

    assert view.title == "Today's rounds"
    assert view.rows[0].title == "Block 2 machine room, daily"
    assert view.rows[0].chip.words == "20 min overdue"


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize(("period", "first"), [(Period.QUARTER, date(2026, 10, 1)), (Period.YEAR, date(2026, 1, 1))])
def test_what_was_done_on_the_first_day_of_a_long_period_is_done_on_its_last(tablet, setting, is_own, period, first):
    rule = a_rule_of(
        RuleId(an_id(45)),
        Text("联动测试"),
        "pump",
        PUMPS,
        recurrence=Recurrence.PER_PERIOD,
        period=period,
        starts_on=first,
    )
    feed(tablet.store, [rule])
    tablet.clock.wall = datetime.combine(first, time(2), UTC)
    key = f"task:{rule.id}:{first.isoformat()}"
    assert task_of(setting, key).state is TaskState.DUE

    at = a_reading_at(tablet.clock.wall)
    done = replace(
        old_record()[0], id=InspectionId(an_id(66)), task=TaskRef(rule.id, first), started_at=at, ended_at=at
    )
    if is_own:
        with tablet.store.transaction():
            tablet.store.add_record(replace(done, status=Status.DRAFT, ended_at=None))
            tablet.store.finish_record(done)
    else:
        feed(tablet.store, [done])
    tablet.clock.wall = datetime(2026, 12, 31, 2, tzinfo=UTC)

    assert task_of(setting, key).state is TaskState.DONE
    assert "联动测试" not in titles(rounds_view(setting, TODO))


def test_the_tab_counts_the_own_finished_records_of_three_days_that_it_lists_when_it_is_chosen(tablet, setting):
    now, a_record = tablet.clock.wall, old_record()[0]
    for number, days in enumerate((0, 2, 9)):
        at = a_reading_at(now - timedelta(days=days))
        done = replace(a_record, id=InspectionId(an_id(300 + number)), started_at=at, ended_at=at)
        with tablet.store.transaction():
            tablet.store.add_record(replace(done, status=Status.DRAFT, ended_at=None))
            tablet.store.finish_record(done)
    of_another = replace(
        a_record, id=InspectionId(an_id(310)), started_at=a_reading_at(now), ended_at=a_reading_at(now)
    )
    feed(tablet.store, [of_another])

    tabs, done = rounds_view(setting, TODO).tabs, rounds_view(setting, DONE)

    assert [tab.words for tab in tabs if tab.key == DONE] == ["已完成  2"]
    assert [row.key for row in done.rows] == [f"finished:{an_id(300)}", f"finished:{an_id(301)}"]
