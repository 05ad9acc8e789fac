"""Plans that are made, changed and ended, stops, and the catalogue, as people use them."""

import io
import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from openpyxl import load_workbook

from server.store.rule import history
from server.store.schedule import keep_schedules
from shared.ids import AssetId, BuildingId, RuleId, TemplateId
from shared.model.place import Asset, AssetKind, Building, Point, Text
from shared.model.plan import Period, Recurrence, Rule, Waiver
from tests.builders import SITE, a_rule, an_id
from tests.estate import LIFTS, PATROL_RULE, PUMP_RULE, PUMPS, ROOM, ROUND_RULE, SHOP, STAIRS, person_id

TODAY = date(2026, 11, 23)
PLAN = {
    "template": "pump",
    "place": f"point:{PUMPS}",
    "often": "month",
    "times": "1",
    "opens_at": "08:00",
    "due_at": "17:30",
    "from_on": "2026-12-01",
    "performers": person_id("keeper"),
}


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def text_of(answer):
    return words(answer.get_data(as_text=True))


def sheet_of(answer):
    return list(load_workbook(io.BytesIO(answer.get_data())).worksheets[0].values)


def saved(answer):
    assert answer.status_code == 303, text_of(answer)
    return answer.location


def all_rules(store):
    with store.reading() as tx:
        return {rule.id: rule for rule in tx.every(Rule)}


def waived(store, rule):
    with store.reading() as tx:
        return sorted(one.window_on for one in tx.every(Waiver) if one.rule == rule)


# ---- plans
def test_a_plan_is_made_from_its_form_after_its_dates_were_shown(sign_in, store):
    browser = sign_in("manager")

    shown = text_of(browser.post("/plan/rules/new", data={**PLAN, "preview": "1"}))
    part = text_of(browser.get("/plan/rules/preview", query_string=PLAN))
    where = saved(browser.post("/plan/rules/new", data=PLAN))

    assert "2026-12-01 – 2026-12-31 星期四 · 17:30 前" in shown
    assert "提醒：2026-12-26" in part
    made = all_rules(store)[where.rpartition("/")[2]]
    assert (made.point, made.recurrence, made.period) == (PUMPS, Recurrence.PER_PERIOD, Period.MONTH)
    assert (made.starts_on, made.due_at, made.code) == (date(2026, 12, 1), time(17, 30), "P-001")
    assert made.performers == (person_id("keeper"),)
    assert "消防泵房 · 消防泵房检查记录" in text_of(browser.get(where))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"template": ""}, "请填写"),
        ({"often": "since"}, "请填写"),
        ({"often": "year", "template": "fire-periodic", "times": "2", "min_gap_months": "3"}, "必须至少间隔 4 个月"),
        ({"often": "quarter", "times": "2", "min_gap_months": "3"}, "间隔太长"),
        ({"opens_at": "26:00"}, "请填写时间"),
        ({"times": "many"}, "范围内的整数"),
        ({"from_on": "2026-11-01"}, "早"),
        ({"place": f"point:{an_id(0x999)}"}, "选"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_what_was_typed(sign_in, store, changes, word):
    before = all_rules(store)

    answer = sign_in("quality").post("/plan/rules/new", data={**PLAN, **changes})

    assert answer.status_code == 422
    assert word in text_of(answer)
    assert all_rules(store) == before


def test_a_new_timetable_follows_the_old_one_at_a_border_and_the_history_says_so(sign_in, store):
    browser = sign_in("manager")
    form = {**PLAN, "template": "fire-patrol", "place": f"point:{STAIRS}", "often": "week", "from_on": "2026-11-26"}

    where = saved(browser.post(f"/plan/rules/{PATROL_RULE}/edit", data={**form, "reason": "人手调整"}))

    rules = all_rules(store)
    new = rules[where.rpartition("/")[2]]
    assert rules[PATROL_RULE].ends_on == date(2026, 11, 25)
    assert (new.starts_on, new.follows, new.period) == (date(2026, 11, 26), PATROL_RULE, Period.WEEK)
    page = text_of(browser.get(where))
    assert re.search(r"修改 2026-11-26 起 冯经理 · 2026-11-23 16:30", page)
    assert "人手调整" in page
    assert "由修改后的计划接替" in text_of(browser.get(f"/plan/rules/{PATROL_RULE}"))


def test_who_does_it_changes_at_once_and_in_place(sign_in, store):
    old = all_rules(store)[PATROL_RULE]
    form = {
        **PLAN, "template": "fire-patrol", "place": f"point:{STAIRS}", "often": "daily", "opens_at": "00:00",
        "due_at": "18:00", "name_zh": old.name.zh, "name_en": old.name.en, "performers": person_id("patroller"),
        "reason": "换人",
    }  # fmt: skip

    where = saved(sign_in("manager").post(f"/plan/rules/{PATROL_RULE}/edit", data=form))

    assert where.endswith(PATROL_RULE)
    assert all_rules(store)[PATROL_RULE] == replace(old, performers=(person_id("patroller"),))
    with store.reading() as tx:
        assert [change.facts for change in history(tx, (PATROL_RULE,))] == [
            {"performers": [None, [person_id("patroller")]]}
        ]


def test_a_plan_that_ends_within_a_window_leaves_nobody_late(sign_in, store):
    rule = a_rule(id=RuleId(an_id(0x91)), recurrence=Recurrence.PER_PERIOD, period=Period.QUARTER, point=PUMPS)
    with store.writing() as tx:
        tx.put(replace(rule, starts_on=date(2026, 10, 1)))

    browser = sign_in("manager")
    saved(browser.post(f"/plan/rules/{rule.id}/end", data={"last_on": "2026-11-24", "reason": "设备拆除"}))
    again = browser.post(f"/plan/rules/{rule.id}/end", data={"last_on": "2026-11-25", "reason": ""})

    assert all_rules(store)[rule.id].ends_on == date(2026, 11, 24)
    assert waived(store, rule.id) == [date(2026, 10, 1)]
    assert again.status_code == 422


def test_two_periodic_inspections_keep_their_distance_when_their_days_are_set(sign_in, store):
    twice = {"recurrence": Recurrence.PER_PERIOD, "period": Period.YEAR, "times": 2, "min_gap_months": 4}
    rule = a_rule(id=RuleId(an_id(0x92)), starts_on=date(2026, 1, 1), unit=SHOP, **twice)
    with store.writing() as tx:
        tx.put(rule)
    browser = sign_in("quality")
    address = f"/plan/rules/{rule.id}/day"

    offered = text_of(browser.get(f"/plan/rules/{rule.id}"))
    saved(browser.post(address, data={"window": "2026-07-01", "day": "2026-12-20"}))
    near = browser.post(address, data={"window": "2027-01-01", "day": "2027-04-19"})
    outside = browser.post(address, data={"window": "2027-01-01", "day": "2027-07-02"})
    saved(browser.post(address, data={"window": "2027-01-01", "day": "2027-04-20"}))

    assert (near.status_code, outside.status_code) == (422, 422)
    assert "间隔太近" in text_of(near)
    assert "建议 2027-06-01" in offered
    assert "建议 2026-11-01" not in offered  # that day has passed
    assert "定于 2027-04-20" in text_of(browser.get(f"/plan/rules/{rule.id}"))
    assert "定期检查" in text_of(browser.get("/plan/calendar?month=2026-12"))


def test_a_plan_of_another_site_is_as_if_it_did_not_exist(sign_in):
    assert sign_in("stranger").get(f"/plan/rules/{PATROL_RULE}").status_code == 404


def test_the_list_is_narrowed_and_its_file_holds_the_same(sign_in, store):
    browser = sign_in("manager")

    page = text_of(browser.get(f"/plan?point={PUMPS}"))
    rows = sheet_of(browser.get(f"/plan?as=xlsx&point={PUMPS}"))

    assert "共 1 条" in page
    assert "消防水泵检查 消防泵房 每天" in page
    assert [row[1] for row in rows[1:]] == ["消防水泵检查"]


# ---- stops
def test_equipment_out_of_service_stops_its_rounds_and_shows_so_until_it_runs_again(sign_in, store):
    rule = a_rule(id=RuleId(an_id(0x93)), point=ROOM, asset=LIFTS[0], starts_on=date(2026, 11, 1))
    with store.writing() as tx:
        tx.put(rule)
    browser = sign_in("manager")
    form = {"about": f"asset:{LIFTS[0]}", "first_on": "2026-11-23", "reason": "更换曳引机", "notice": "已张贴公告"}

    # when the lift is stopped without an end
    saved(browser.post("/plan/stops", data=form))

    # then its own rounds are excused two weeks ahead, the machine room's are not, and the lift is out of service
    assert waived(store, rule.id) == [TODAY + timedelta(days=n) for n in range(15)]
    assert waived(store, ROUND_RULE) == []
    with store.reading() as tx:
        assert not tx.get(Asset, LIFTS[0]).is_in_service
    page = text_of(browser.get("/plan/stops"))
    assert "更换曳引机" in page
    assert "已张贴公告" in page
    assert "停用中" in text_of(browser.get(f"/plan/rules/{rule.id}"))

    # when it runs again
    record = re.search(r"/plan/stops/([0-9a-f-]+)/end", browser.get("/plan/stops").get_data(as_text=True)).group(1)
    saved(browser.post(f"/plan/stops/{record}/end", data={"last_on": "2026-11-24"}))

    # then only the days in between stay excused
    assert waived(store, rule.id) == [TODAY, TODAY + timedelta(days=1)]


def test_a_plan_is_paused_for_some_days_and_a_stop_without_a_plan_is_refused(sign_in, store):
    browser = sign_in("manager")
    days = {"first_on": "2026-11-24", "last_on": "2026-11-25", "reason": "封闭施工"}

    saved(browser.post("/plan/stops", data={"about": f"rule:{PATROL_RULE}", **days}))
    nothing = browser.post("/plan/stops", data={"about": f"asset:{LIFTS[2]}", **days})

    assert waived(store, PATROL_RULE) == [date(2026, 11, 24), date(2026, 11, 25)]
    assert nothing.status_code == 422


def test_plans_at_a_place_that_was_given_up_end_by_themselves(store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Point, PUMPS), is_retired=True))

    keep_schedules(store)

    assert all_rules(store)[PUMP_RULE].ends_on == date(2026, 11, 22)


# ---- the catalogue
def test_rows_are_switched_on_where_a_building_asks_for_them_the_strictest_only(sign_in, store):
    tower = Building(BuildingId(an_id(0x61)), SITE, Text("A2 栋", "A2"), "highrise_public", 60.0, is_gathering=True)
    with store.writing() as tx:
        tx.put(tower)
        tx.put(replace(tx.get(Point, STAIRS), building=tower.id))
    browser = sign_in("manager")

    page = browser.get("/plan/catalogue").get_data(as_text=True)
    key = f"REG-04.half_month|building|{tower.id}"
    every_two_hours = f"REG-02.daily|building|{tower.id}"
    saved(browser.post("/plan/catalogue", data={"row": [key, every_two_hours], "from_on": "2026-12-01"}))

    assert f"REG-03.month|building|{tower.id}" not in page
    assert "含 REG-03“每月防火检查”" in page
    made = [rule for rule in all_rules(store).values() if rule.starts_on == date(2026, 12, 1)]
    half = next(rule for rule in made if rule.code == "REG-04")
    assert (half.period, half.point, half.source) == (Period.HALF_MONTH, STAIRS, "5号令§35（REG-04）")
    hours = sorted((rule.opens_at.hour, rule.due_at.hour) for rule in made if rule.code == "REG-02")
    assert hours == [(9, 11), (11, 13), (13, 15), (15, 17), (17, 19), (19, 21)]
    assert key not in browser.get("/plan/catalogue").get_data(as_text=True)


def test_rows_follow_from_the_systems_of_a_building_and_the_years_of_a_lift(sign_in, store):
    hall = Building(
        BuildingId(an_id(0x62)), SITE, Text("B 栋", "B"), "highrise_public", 120.0, systems=("gas", "catering")
    )
    old, new = (
        Asset(
            AssetId(an_id(number)),
            SITE,
            STAIRS,
            AssetKind.LIFT,
            Text(f"{number} 号梯"),
            str(number),
            {"in_service_on": day},
        )
        for number, day in ((0x63, "2005-01-01"), (0x64, "2020-01-01"))
    )
    with store.writing() as tx:
        for one in (hall, old, new, replace(tx.get(Point, STAIRS), building=hall.id)):
            tx.put(one)

    page = sign_in("manager").get("/plan/catalogue").get_data(as_text=True)

    asked = {code for code in ("REG-10M", "REG-11D", "REG-13", "REG-16", "REG-23D") if f'value="{code}.' in page}
    assert asked == {"REG-10M", "REG-13", "REG-16", "REG-23D"}
    assert f"REG-16.half_year|building|{hall.id}" in page
    assert f"REG-16.year|building|{hall.id}" not in page
    assert f"REG-20A.since|lift|{old.id}" in page
    assert f"REG-20.since|lift|{new.id}" in page
    assert "GB 50263" not in page


def test_a_row_that_cites_nothing_is_the_companys_own_practice(sign_in):
    page = text_of(sign_in("keeper").get("/plan/catalogue"))

    assert re.search(r"消防水泵每周检查 REG-09 每周 公司惯例", page)
    assert "GB 50974" not in page
    assert "GB 25201" not in page


def test_a_looser_plan_is_told_which_rule_counts(sign_in, store):
    rule = a_rule(id=RuleId(an_id(0x94)), code="X", template=TemplateId("pump"), point=PUMPS)
    with store.writing() as tx:
        tx.put(replace(rule, recurrence=Recurrence.PER_PERIOD, period=Period.MONTH))

    page = text_of(sign_in("manager").get(f"/plan/rules/{rule.id}"))

    assert "比 REG-09“消防水泵每周检查”的要求宽松" in page


def in_service(store):
    with store.reading() as tx:
        return tx.get(Asset, LIFTS[0]).is_in_service


def set_in_service(store, value):
    with store.writing() as tx:
        tx.put(replace(tx.get(Asset, LIFTS[0]), is_in_service=value))


@pytest.fixture
def a_lift_round(store):
    with store.writing() as tx:
        tx.put(a_rule(id=RuleId(an_id(0x93)), point=ROOM, asset=LIFTS[0], starts_on=date(2026, 11, 1)))


def test_equipment_runs_again_by_itself_when_a_stop_is_over(sign_in, store, clock, a_lift_round):
    days = {"first_on": "2026-11-23", "last_on": "2026-11-24", "reason": "更换曳引机"}
    saved(sign_in("manager").post("/plan/stops", data={"about": f"asset:{LIFTS[0]}", **days}))
    was = in_service(store)

    clock.advance(timedelta(days=30))  # the server was away meanwhile
    keep_schedules(store)

    assert (was, in_service(store)) == (False, True)


@pytest.mark.parametrize("first", ["2026-11-28", "2026-11-23"])
def test_what_somebody_sets_on_the_page_of_a_lift_holds_whatever_stops_are_over_or_to_come(
    sign_in, store, clock, a_lift_round, first
):
    last = {"last_on": first, "first_on": first, "reason": "保养"}
    saved(sign_in("manager").post("/plan/stops", data={"about": f"asset:{LIFTS[0]}", **last}))
    if first == "2026-11-23":
        clock.advance(timedelta(days=1))
        keep_schedules(store)

    set_in_service(store, False)
    keep_schedules(store)

    assert not in_service(store)


def test_a_stop_of_what_stood_already_does_not_set_it_going(sign_in, store, clock, a_lift_round):
    set_in_service(store, False)
    days = {"first_on": "2026-11-23", "last_on": "2026-11-24", "reason": "保养"}
    saved(sign_in("manager").post("/plan/stops", data={"about": f"asset:{LIFTS[0]}", **days}))

    clock.advance(timedelta(days=3))
    keep_schedules(store)

    assert not in_service(store)
