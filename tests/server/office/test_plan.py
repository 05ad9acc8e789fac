"""The schedule: rules in words, tasks that are excused, and the workday table that people edit."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from server.office.plan.days import runs
from server.office.plan.recurrence import conditions, recurrence
from server.office.text import Wording
from shared.ids import ExcuseId, NoteId, RuleId
from shared.model.inspection import Note
from shared.model.plan import Excuse, ExcuseState, Period, Recurrence, Waiver, WorkdayRule, WorkdayYear
from tests.builders import SITE, a_reading, a_rule, an_excuse, an_id
from tests.estate import PATROL_RULE, PUMP_RULE, PUMPS, person_id

SAY, ZH = Wording("en"), Wording("zh")
MISSED = f"{PUMP_RULE}.2026-11-22"


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


# ---- rules
@pytest.mark.parametrize(
    ("facts", "zh", "en"),
    [
        ({"recurrence": Recurrence.DAILY}, "每天", "Daily"),
        (
            {"recurrence": Recurrence.SINCE_LAST, "every_days": 15},
            "距上次完成不超过 15 天",
            "At most 15 days after the last",
        ),
        ({"recurrence": Recurrence.WEEKDAY, "weekday": 4}, "每周星期五", "Every Friday"),
        ({"recurrence": Recurrence.PER_PERIOD, "period": Period.QUARTER}, "每季度", "Quarterly"),
        ({"recurrence": Recurrence.PER_PERIOD, "period": Period.YEAR, "times": 2}, "每年 2 次", "Yearly, 2 times"),
    ],
)
def test_recurrence_is_said_in_words(facts, zh, en):
    rule = a_rule(**facts)

    assert (recurrence(rule, ZH), recurrence(rule, SAY)) == (zh, en)


def test_what_else_holds_is_said_too():
    rule = a_rule(min_gap_months=4, workdays=WorkdayRule.LAST_BEFORE, late_days=1)

    assert conditions(rule, SAY) == (
        "at least 4 months apart",
        "before a day off: the last working day",
        "1 more day to make up for it",
    )


def test_rules_of_the_site_stand_with_place_time_performer_and_source(sign_in, store):
    with store.writing() as tx:
        tx.put(
            a_rule(
                id=RuleId(an_id(0x72)),
                recurrence=Recurrence.PER_PERIOD,
                period=Period.MONTH,
                point=PUMPS,
                opens_at=time(8),
                due_at=time(17, 30),
                performers=(person_id("keeper"),),
                source="手册 5.29.1",
            )
        )

    page = words(sign_in("quality").get("/plan").get_data(as_text=True))

    assert re.search(r"消防泵房 每月 08:00–17:30 王建国 手册 5\.29\.1", page)


def test_surprises_are_listed_for_those_who_may_know_of_them_only(sign_in, store):
    with store.writing() as tx:
        secret = a_rule(id=RuleId(an_id(0x73)), code="SCH-02", is_secret=True, starts_on=date(2026, 12, 1))
        tx.put(secret)

    assert "不公开" in sign_in("principal").get("/plan").get_data(as_text=True)
    assert "不公开" not in sign_in("engineering").get("/plan").get_data(as_text=True)


# ---- excuses
def test_a_missed_task_is_excused_with_a_reason_and_listed_with_who_and_why(sign_in, store):
    browser = sign_in("manager")
    before = browser.get("/").get_data(as_text=True)

    answer = browser.post("/plan/excuse", data={"task": MISSED, "reason": "泵房停电检修"})

    assert f"/plan/excuse?task={MISSED}" in before
    assert "昨天漏检 2 项" in before
    assert answer.location == "/plan/excuses"
    assert "昨天漏检 1 项" in browser.get("/").get_data(as_text=True)
    assert re.search(
        r"消防泵房 · 2026-11-22 泵房停电检修 冯经理 2026-11-23",
        words(browser.get("/plan/excuses").get_data(as_text=True)),
    )
    with store.reading() as tx:
        waiver = next(one for one in tx.every(Waiver) if one.window_on == date(2026, 11, 22))
    assert (waiver.rule, waiver.approved_by, waiver.reason) == (PUMP_RULE, person_id("manager"), "泵房停电检修")


def test_a_due_task_is_excused_from_the_first_page(sign_in):
    browser = sign_in("firemanager")
    link = re.search(rf'/plan/excuse\?task=({PATROL_RULE}\.2026-11-23)"', browser.get("/").get_data(as_text=True))

    form = browser.get(f"/plan/excuse?task={link.group(1)}").get_data(as_text=True)
    browser.post("/plan/excuse", data={"task": link.group(1), "reason": "楼梯间封闭施工"})

    assert f'<option value="{link.group(1)}" selected>' in form
    assert re.search(r"A2 栋疏散楼梯 每日防火巡查 \S+ [\d:]+ 已免检", words(browser.get("/").get_data(as_text=True)))


def test_a_task_of_a_long_period_is_offered_after_the_nearer_ones_and_listed_once_excused(sign_in, store):
    rule = a_rule(id=RuleId(an_id(0x74)), recurrence=Recurrence.PER_PERIOD, period=Period.YEAR, point=PUMPS)
    with store.writing() as tx:
        tx.put(replace(rule, starts_on=date(2026, 1, 1)))
    browser = sign_in("principal")

    offered = re.findall(r'<option value="([^"]+)"', browser.get("/plan/excuse").get_data(as_text=True))
    browser.post("/plan/excuse", data={"task": f"{rule.id}.2026-01-01", "reason": "设备已拆除"})

    assert [key[-10:] for key in offered][:3] == ["2026-11-23", "2026-11-23", "2026-11-22"]
    assert offered[-1] == f"{rule.id}.2026-01-01"
    assert "消防泵房 · 2026-01-01 设备已拆除" in words(browser.get("/plan/excuses").get_data(as_text=True))


@pytest.mark.parametrize(
    "data",
    [
        {"task": MISSED, "reason": " "},
        {"task": f"{PUMP_RULE}.2026-11-20", "reason": "已经免检过"},
        {"task": f"{PUMP_RULE}.2026-11-10", "reason": "太久以前"},
        {"task": f"{PUMP_RULE}.2026-11-30", "reason": "还没到"},
        {"task": "x", "reason": "x"},
    ],
    ids=["no reason", "excused already", "too long ago", "in the future", "nonsense"],
)
def test_what_cannot_be_excused_is_refused_and_nothing_is_written(sign_in, store, data):
    answer = sign_in("quality").post("/plan/excuse", data=data)

    with store.reading() as tx:
        known = tx.every(Waiver)
    assert answer.status_code == 422
    assert len(known) == 1


def test_the_first_page_offers_excuses_only_to_those_who_give_them(sign_in):
    assert "/plan/excuse" not in sign_in("keeper").get("/").get_data(as_text=True)


# ---- the workday table
def test_days_that_follow_each_other_are_shown_as_runs():
    days = [date(2026, 10, 1), date(2026, 10, 3), date(2026, 10, 2), date(2026, 12, 31)]

    assert runs(days) == [(date(2026, 10, 1), date(2026, 10, 3)), (date(2026, 12, 31), date(2026, 12, 31))]


def test_a_change_of_the_table_is_its_next_version(sign_in, store):
    browser = sign_in("admin")

    answer = browser.post(
        "/plan/workdays/2026",
        data={"version": "1", "holidays": "2026-10-02\r\n2026-10-01\r\n", "make_up_days": "2026-10-10"},
    )

    with store.reading() as tx:
        table = tx.get(WorkdayYear, "2026")
    assert answer.location == "/plan/workdays/2026"
    assert table == WorkdayYear(2026, 2, (date(2026, 10, 1), date(2026, 10, 2)), (date(2026, 10, 10),))
    assert "2026-10-01 – 2026-10-02" in words(browser.get("/plan/workdays/2026").get_data(as_text=True))


def test_a_new_year_begins_with_version_one(sign_in, store):
    sign_in("manager").post("/plan/workdays/2027", data={"version": "0", "holidays": "2027-01-01"})

    with store.reading() as tx:
        assert tx.get(WorkdayYear, "2027") == WorkdayYear(2027, 1, (date(2027, 1, 1),))


def test_every_wrong_line_is_named_and_what_was_typed_is_kept(sign_in, store):
    holidays = "2026-10-01\n2026-13-01\n2027-01-01\n2026-10-01"

    answer = sign_in("quality").post(
        "/plan/workdays/2026", data={"version": "1", "holidays": holidays, "make_up_days": "2026-10-09"}
    )
    page = answer.get_data(as_text=True)

    assert answer.status_code == 422
    for line in (
        "放假：第 2 行 “2026-13-01” 不是日期",
        "放假：第 3 行 “2027-01-01” 不是这一年的日期",
        "放假：第 4 行 “2026-10-01” 重复了",
        "调休上班：第 1 行 “2026-10-09” 不是周六或周日",
    ):
        assert line in page
    assert holidays in page
    with store.reading() as tx:
        assert tx.get(WorkdayYear, "2026").version == 1


@pytest.mark.parametrize(
    ("version", "said"), [("0", "别人刚刚改过这张表"), ("1", "内容没有变化")], ids=["stale", "unchanged"]
)
def test_a_stale_or_unchanged_table_is_not_written(sign_in, store, version, said):
    with store.reading() as tx:
        known = tx.get(WorkdayYear, "2026")
    data = {"version": version, "holidays": "\n".join(map(str, known.holidays)), "make_up_days": "2026-10-10"}

    answer = sign_in("quality").post("/plan/workdays/2026", data=data)

    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    with store.reading() as tx:
        assert tx.get(WorkdayYear, "2026") == known


@pytest.mark.parametrize("year", ["1999", "2100", "x"])
def test_there_is_no_table_of_a_year_far_away(sign_in, year):
    assert sign_in("admin").get(f"/plan/workdays/{year}").status_code == 404


# ---- excuses that were asked for on a tablet
def asked(store, **changes):
    with store.writing() as tx:
        values = {"author": person_id("keeper"), "window_on": date(2026, 11, 22), **changes}
        one = an_excuse(rule=PUMP_RULE, **values)
        tx.put(one)
    return one


def test_an_excuse_from_a_tablet_waits_on_the_page_and_in_the_menu(sign_in, store):
    asked(store, note="泵房上锁，钥匙不在值班室")

    page = sign_in("manager").get("/plan/excuses").get_data(as_text=True)

    assert "待批准的免检申请" in page
    assert "停梯维修 泵房上锁，钥匙不在值班室" in words(page)
    assert "项免检待批准" in page
    assert "批准免检</button>" not in sign_in("keeper").get("/plan/excuses").get_data(as_text=True)


def test_an_approved_excuse_becomes_the_waiver_of_its_window(sign_in, store):
    one, twin = asked(store), asked(store, id=ExcuseId(an_id(0x502)), author_name="周敏")
    browser = sign_in("manager")

    answer = browser.post(f"/plan/excuses/{one.id}", data={"decision": "approved", "word": "同意"})

    assert answer.location == "/plan/excuses"
    with store.reading() as tx:
        waivers = [waiver for waiver in tx.every(Waiver) if waiver.window_on == one.window_on]
        states = [tx.get(Excuse, record.id).state for record in (one, twin)]
        decided = tx.get(Excuse, one.id)
    assert [(waiver.rule, waiver.reason, waiver.approved_by) for waiver in waivers] == [
        (PUMP_RULE, "停梯维修", person_id("manager"))
    ]
    assert states == [ExcuseState.APPROVED, ExcuseState.APPROVED]
    assert (decided.decided_by_name, decided.word) == ("冯经理", "同意")
    assert "没有待批准的申请" in browser.get("/plan/excuses").get_data(as_text=True)


def test_rejecting_an_excuse_needs_words_and_waives_nothing(sign_in, store):
    one = asked(store)
    browser = sign_in("manager")

    silent = browser.post(f"/plan/excuses/{one.id}", data={"decision": "rejected", "word": " "})
    browser.post(f"/plan/excuses/{one.id}", data={"decision": "rejected", "word": "钥匙在门岗，请补巡"})

    assert silent.status_code == 422
    with store.reading() as tx:
        found = tx.get(Excuse, one.id)
        waivers = [waiver for waiver in tx.every(Waiver) if waiver.window_on == one.window_on]
    assert (found.state, found.word) == (ExcuseState.REJECTED, "钥匙在门岗，请补巡")
    assert waivers == []


def test_a_decision_is_not_undone_by_another_and_not_made_by_anybody(sign_in, store):
    one = asked(store, state=ExcuseState.REJECTED, word="请补巡")

    late = sign_in("manager").post(f"/plan/excuses/{one.id}", data={"decision": "approved"})
    forbidden = sign_in("keeper").post(f"/plan/excuses/{one.id}", data={"decision": "approved"})

    assert (late.status_code, forbidden.status_code) == (422, 403)
    with store.reading() as tx:
        assert tx.get(Excuse, one.id) == one


def test_nobody_decides_on_an_excuse_of_his_own(sign_in, store):
    one = asked(store, author=person_id("manager"), author_name="冯经理")

    answer = sign_in("manager").post(f"/plan/excuses/{one.id}", data={"decision": "approved"})

    assert answer.status_code == 422
    assert "这是您自己的申请" in answer.get_data(as_text=True)
    with store.reading() as tx:
        assert tx.get(Excuse, one.id) == one


def test_an_unknown_excuse_is_not_found(sign_in):
    answer = sign_in("manager").post(f"/plan/excuses/{an_id(0x599)}", data={"decision": "approved"})

    assert answer.status_code == 404


def test_what_was_reported_about_a_tag_or_a_place_stands_on_the_page(sign_in, store):
    with store.writing() as tx:
        facts = {"site": SITE, "author": person_id("keeper"), "at": a_reading()}
        tx.put(Note(id=NoteId(an_id(0x801)), about_kind="site", about_id=SITE, text="扫到不认识的标签：WX-77", **facts))
        tx.put(Note(id=NoteId(an_id(0x802)), about_kind="point", about_id=PUMPS, text="标签掉了", **facts))

    page = words(sign_in("manager").get("/plan/excuses").get_data(as_text=True))

    assert "扫到不认识的标签：WX-77 龙山国际 · 王建国" in page
    assert "标签掉了 消防泵房 · 王建国" in page
