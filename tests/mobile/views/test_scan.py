"""What a scanned tag answers: the five cases, and what each lets the person do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mobile import actions
from mobile.views.access import access_view, admit_view
from mobile.views.menu import EXCUSE, HAND_OVER, receivers, round_menu
from mobile.views.remind import access_reminders, round_reminders
from mobile.views.rounds import rounds_view, task_of
from mobile.views.scan import Answer, place_view, scan_view
from shared.ids import InspectionId, PersonId
from shared.model.access import AccessCategory
from shared.model.inspection import TaskRef
from shared.model.place import Role
from shared.model.plan import Excuse, ExcuseState
from tests.builders import an_excuse, an_id
from tests.mobile.longshan import (
    DAILY,
    DAILY2,
    KINDS,
    LEAD,
    ME,
    MORNING,
    PUMP_RULE,
    PUMPS,
    ROOM,
    SITE,
    STAIRS,
    TODAY,
    a_reading_at,
    feed,
    old_record,
    places,
    rules,
)


def keys(view):
    return [option.key for option in view.options]


def done_by(tablet, who, rule, at=MORNING):
    reading = a_reading_at(at)
    done = replace(
        old_record()[0],
        id=InspectionId(an_id(0x67)),
        author=who,
        task=TaskRef(rule, TODAY),
        started_at=reading,
        ended_at=reading,
    )
    feed(tablet.store, [done])


def test_a_tag_on_this_round_leads_straight_to_it(setting):
    view = scan_view(setting, "LS-01-JF", "qr")

    assert (view.answer, view.go, view.read) == (Answer.ONE, f"task:{DAILY}:2026-11-23", "已扫二维码")
    assert "access" in keys(view)


def test_where_several_rounds_are_due_one_is_chosen(tablet, setting):
    feed(tablet.store, [replace(one, point=PUMPS) for one in rules() if one.id in (DAILY, PUMP_RULE)])

    view = scan_view(setting, "LS-B1-BF", "nfc")

    assert (view.answer, view.go) == (Answer.SEVERAL, "")
    assert keys(view) == [f"task:{PUMP_RULE}:2026-11-23", f"task:{DAILY}:2026-11-23"]


def test_a_round_that_was_begun_is_offered_as_one_to_go_on_with(tablet, setting):
    feed(tablet.store, [replace(one, point=PUMPS) for one in rules() if one.id in (DAILY, PUMP_RULE)])
    actions.start_round(tablet, task_of(setting, f"task:{DAILY}:2026-11-23"))

    words = {option.key: option.words for option in scan_view(setting, "LS-B1-BF", "nfc").options}

    assert words[f"task:{DAILY}:2026-11-23"].startswith("继续：")
    assert not words[f"task:{PUMP_RULE}:2026-11-23"].startswith("继续：")


def test_a_place_that_is_done_says_when_and_by_whom_and_can_be_done_once_more(tablet, setting):
    done_by(tablet, LEAD, PUMP_RULE, MORNING - timedelta(minutes=30))

    view = scan_view(setting, "LS-B1-BF", "qr")

    assert (view.answer, view.detail) == (Answer.DONE, "今天 08:50 李主任完成 · 消防泵房 检查")
    assert keys(view) == [f"finished:{an_id(0x67)}", "again:pump"]


def test_somebody_elses_round_says_whose_it_is(tablet, setting):
    feed(tablet.store, [replace(one, performers=(LEAD,)) for one in rules() if one.id == PUMP_RULE])

    view = scan_view(setting, "LS-B1-BF", "qr")

    assert (view.answer, view.detail) == (Answer.OTHER, "消防泵房 检查 · 由李主任负责")
    assert keys(view) == [f"task:{PUMP_RULE}:2026-11-23", "extra"]
    assert task_of(setting, keys(view)[0]) is not None


def test_an_unknown_tag_keeps_what_was_read_and_offers_to_report_it(setting):
    view = scan_view(setting, "WX-77", "qr")

    assert (view.answer, view.read, keys(view)) == (Answer.UNKNOWN, "读到：WX-77", ["report"])


def test_a_number_typed_in_part_names_what_may_be_meant(setting):
    view = scan_view(setting, "jf", "typed")

    assert view.answer is Answer.UNKNOWN
    assert [option.words for option in view.options][:2] == ["1号楼电梯机房  LS-01-JF", "2号楼电梯机房  LS-02-JF"]


def test_a_retired_tag_says_what_to_do_and_the_number_may_still_be_typed(tablet, setting):
    pumps = next(one for one in places() if one.id == PUMPS)
    feed(tablet.store, [replace(pumps, is_tag_retired=True)])

    scanned, typed = scan_view(setting, "LS-B1-BF", "qr"), scan_view(setting, "ls-b1-bf", "typed")

    assert (scanned.answer, keys(scanned)) == (Answer.RETIRED, ["by_hand", "report"])
    assert (typed.answer, typed.flag) == (Answer.ONE, "没有扫码、手工输入的，记录里会注明")


def test_a_place_where_nothing_is_due_offers_an_extra_round(tablet, setting):
    feed(tablet.store, [replace(one, ends_on=TODAY.replace(year=2025)) for one in rules()])
    stairs = next(one for one in places() if one.id == STAIRS)

    view = place_view(setting, stairs)

    assert (view.answer, keys(view), view.flag) == (Answer.NOT_DUE, ["extra"], "手工开始的，记录里会注明")


# ---- what else can be done with a round
def test_the_menu_of_a_begun_round_offers_to_hand_it_over_to_those_who_fit_first(tablet, setting):
    feed(
        tablet.store,
        [
            replace(
                next(p for p in places() if p.id == LEAD), id=PersonId(an_id(5)), name="周敏", roles=(Role.PATROLLER,)
            )
        ],
    )
    feed(tablet.store, [replace(one, performer_role=Role.PATROLLER) for one in rules() if one.id == PUMP_RULE])
    actions.start_round(tablet, task_of(setting, f"task:{PUMP_RULE}:2026-11-23"))

    menu = round_menu(setting, f"task:{PUMP_RULE}:2026-11-23")

    assert [option.key for option in menu.options] == ["open", HAND_OVER, EXCUSE]
    assert [option.words for option in receivers(setting, menu)] == ["周敏", "李主任"]


@pytest.mark.parametrize(
    ("state", "chip", "word"),
    [
        (ExcuseState.ASKED, "已申请免检", ""),
        (ExcuseState.REJECTED, "免检被驳回", "李主任驳回：钥匙在门岗"),
        (ExcuseState.APPROVED, "已批准免检", "李主任批准：停梯维修"),
    ],
)
def test_a_round_says_what_became_of_its_excuse(tablet, setting, state, chip, word):
    KINDS[Excuse] = "excuse"
    feed(
        tablet.store,
        [an_excuse(site=SITE, rule=DAILY, author=ME, state=state, decided_by_name="李主任", word="钥匙在门岗")],
    )

    row = next(row for row in rounds_view(setting).rows if DAILY in row.key)

    assert (row.chip.words, row.word) == (chip, word)
    assert any(option.key == EXCUSE for option in round_menu(setting, row.key).options) is (
        state is ExcuseState.REJECTED
    )


# ---- the access log
def test_who_is_inside_at_the_days_end_is_told_of_on_the_first_screen_and_by_a_reminder(tablet, setting):
    actions.go_in(tablet, ROOM, "日常巡视")
    assert rounds_view(setting).banner.leads_to != "access"
    (reminder,) = access_reminders(setting)

    tablet.clock.wall = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)  # 18:05 in Shanghai

    assert rounds_view(setting).banner.words == "王建国还在1号楼电梯机房里，离开了请登记"
    assert reminder.at == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert reminder.text == "王建国 · 1号楼电梯机房 · 09:20 进入"


def test_the_log_shows_who_is_inside_and_who_was(tablet, setting):
    entry = actions.go_in(tablet, ROOM, "日常巡视")
    assert access_view(setting, ROOM).me_in == ""
    tablet.clock.advance(timedelta(minutes=20))
    actions.go_out(tablet, entry, state="门已锁")

    view = access_view(setting, ROOM)

    assert view.me_in == "我进入"
    assert [getattr(line, "detail", line.words if hasattr(line, "words") else "") for line in view.lines] == [
        "还在里面",
        "最近七天",
        "今天 09:20–09:40 · 日常巡视",
    ]


def test_the_form_names_what_is_missing_and_asks_for_an_approval_of_those_who_need_one(tablet, setting):
    form = actions.start_admit(tablet, ROOM)
    assert admit_view(setting, form).missing == "请选人员类别"

    actions.change_admit(
        tablet,
        form,
        lambda now: replace(now, category=AccessCategory.OTHER, name="赵师傅", purpose="参观", phone="139"),
    )
    view = admit_view(setting, form)

    assert (view.missing, view.is_complete) == ("要先经批准：请写批准人", False)
    assert view.menu == "不准进入"


def test_rounds_are_reminded_of_ahead_of_their_due_time_until_they_are_done(tablet, setting):
    wanted = {one.key: one for one in round_reminders(setting)}
    assert wanted[f"round:{DAILY}:2026-11-23"].at == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert f"round:{DAILY2}:2026-11-23" not in wanted  # past its time already

    done_by(tablet, ME, DAILY)

    assert f"round:{DAILY}:2026-11-23" not in {one.key for one in round_reminders(setting)}
