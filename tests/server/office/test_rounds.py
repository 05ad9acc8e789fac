"""The calendar, missed rounds, the roster and the draw, as people use them, on both databases."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from server.store.rounds import RoundFilter, day_counts, missed_count, missed_open
from server.store.schedule import keep_schedule, keep_schedules
from server.store.surprise import draws, open_draw
from server.store.viewer import viewer_of
from shared.clock import Reading
from shared.draw import commitment, draw
from shared.ids import InspectionId
from shared.model.inspection import TaskRef
from shared.model.place import Role, Site
from shared.model.plan import Rule, TaskState
from shared.sync.messages import ROW_BODIES
from tests.builders import NOW, SITE, an_id, an_inspection
from tests.estate import ENGINEERS, PATROL_RULE, PUMP_RULE, PUMPS, SHOP, STAIRS, person_id

TODAY = date(2026, 11, 23)
MISSED = f"{PUMP_RULE}.2026-11-21"


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


def a_done_round(store, rule, on, number, at=0):
    with store.writing() as tx:
        begun, ended = (Reading(NOW + timedelta(minutes=minutes), "7c1f", 1000) for minutes in (at - 20, at))
        moment = {"started_at": begun, "ended_at": ended}
        tx.put(an_inspection(id=InspectionId(an_id(number)), task=TaskRef(rule, on), point=STAIRS, **moment))


# ---- the calendar
def test_a_day_tells_what_became_of_each_round_and_leads_on(sign_in, store):
    keep_schedules(store)
    browser = sign_in("manager")

    month = browser.get("/plan/calendar?month=2026-11").get_data(as_text=True)
    missed = browser.get("/plan/calendar/2026-11-21").get_data(as_text=True)
    today = browser.get("/plan/calendar/2026-11-23").get_data(as_text=True)

    assert month.count('class="day-link"') == 30
    assert "漏检 61" not in month
    assert f"/plan/missed/{MISSED}" in missed
    assert re.search(r"每日防火巡查 A2 栋疏散楼梯 18:00", words(today))
    assert f"/plan/excuse?task={PATROL_RULE}.2026-11-23" in today
    assert len(sheet_of(browser.get("/plan/calendar/2026-11-21?as=xlsx"))) == 4


def test_closed_and_open_rounds_of_a_month_add_up_whenever_the_work_was_done(sign_in, store):
    def total():
        page = sign_in("manager").get("/plan/calendar?month=2026-11").get_data(as_text=True)
        legend = re.search(r'class="total legend">(.*?)</span></div>', page, re.DOTALL)
        return words(legend.group(1))

    computed = total()
    keep_schedules(store)
    counted = total()

    assert computed == counted
    assert sum(int(number) for number in re.findall(r"\d+", counted)) == 90


def test_a_record_that_arrives_late_changes_what_became_of_its_window_at_once(store):
    keep_schedules(store)
    day = TODAY - timedelta(days=3)
    a_done_round(store, PATROL_RULE, day, 0x701, at=-3 * 24 * 60)

    with store.reading() as tx:
        viewer = viewer_of(tx, person_id("manager"))
        found = day_counts(tx, viewer, RoundFilter(SITE, day, day, points=(STAIRS,)))

    assert found == {day: {TaskState.DONE: 1}}


def test_the_calendar_is_narrowed_by_place_checklist_and_person(sign_in, store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Rule, PUMP_RULE), performers=(person_id("keeper"),)))
    keep_schedules(store)
    browser = sign_in("manager")

    def tasks(**asked):
        rows = sheet_of(browser.get("/plan/calendar/2026-11-23", query_string={"as": "xlsx", **asked}))
        return {row[0] for row in rows[1:]}

    assert tasks(point=PUMPS) == {"消防水泵检查"}
    assert tasks(template="lmr-d") == {"机房每日巡视"}
    assert tasks(person=person_id("keeper")) == {"消防水泵检查"}
    assert tasks(point=PUMPS, template="lmr-d") == set()


# ---- missed rounds
def test_missed_rounds_are_dealt_with_together_and_leave_the_list_with_their_history(sign_in, store):
    keep_schedules(store)
    browser = sign_in("engineering")
    keys = [MISSED, f"{PATROL_RULE}.2026-11-21"]
    with store.reading() as tx:
        before = missed_count(tx, viewer_of(tx, person_id("manager")), SITE, TODAY)

    empty = browser.post("/plan/missed", data={"why": "nobody", "instead": "次日补查"})
    silent = browser.post("/plan/missed", data={"round": keys, "why": "other", "instead": "次日补查"})
    saved(browser.post("/plan/missed", data={"round": keys, "why": "nobody", "instead": "次日补查，无异常"}))
    saved(browser.post("/plan/missed", data={"round": keys[0], "why": "no_access", "instead": "钥匙已配"}))

    assert (empty.status_code, silent.status_code) == (422, 422)
    with store.reading() as tx:
        assert missed_count(tx, viewer_of(tx, person_id("manager")), SITE, TODAY) == before - 2
        assert MISSED not in {f"{one.rule}.{one.window_on}" for one in missed_open(tx, SITE, TODAY)}
    one = text_of(browser.get(f"/plan/missed/{MISSED}"))
    assert re.search(r"进不去 刘振东 · .*：钥匙已配 人手不足 刘振东 · .*：次日补查，无异常", one)
    assert "次日补查，无异常" in text_of(browser.get("/plan/missed?show=done"))


def test_what_is_missed_no_more_is_not_dealt_with(sign_in, store):
    keep_schedules(store)
    a_done_round(store, PUMP_RULE, date(2026, 11, 21), 0x702, at=-2 * 24 * 60)

    answer = sign_in("manager").post("/plan/missed", data={"round": MISSED, "why": "weather", "instead": "x"})

    assert answer.status_code == 422
    assert "已经不是漏检了" in text_of(answer)


# ---- the roster
def test_the_roster_says_whose_a_round_is_and_who_stands_in(sign_in, store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Rule, PATROL_RULE), performer_role=Role.PATROLLER))
    browser = sign_in("manager")
    before = text_of(browser.get("/plan/roster"))

    shift = {"person": person_id("patroller"), "day": "2026-11-23", "last": "2026-11-29", "begins": "08:00"}
    saved(browser.post("/plan/roster/shifts", data={**shift, "ends": "20:00", "weekdays": ["0", "1"]}))
    on_shift = text_of(browser.get("/plan/calendar/2026-11-23"))
    absence = {"who": person_id("patroller"), "deputy": person_id("keeper"), "kind": "sick"}
    saved(browser.post("/plan/roster/absences", data={**absence, "first_on": "2026-11-23", "last_on": "2026-11-23"}))
    stands_in = text_of(browser.get("/plan/calendar/2026-11-23"))
    saved(browser.post("/plan/roster/copy", data={"week": "2026-11-23", "weeks": "1"}))
    twice = browser.post("/plan/roster/copy", data={"week": "2026-11-23", "weeks": "1"})

    assert "还没有人负责，需要指派" in before
    name = text_of(browser.get(f"/plan/rules/{PATROL_RULE}"))
    assert re.search(r"A2 栋疏散楼梯 18:00 \S+ 当班", on_shift)
    assert re.search(r"A2 栋疏散楼梯 18:00 王建国 代班", stands_in)
    assert "代班" in name
    assert twice.status_code == 303
    rows = sheet_of(browser.get("/plan/roster?as=xlsx&week=2026-11-30"))
    assert [row[0].date() for row in rows[1:]] == [date(2026, 11, 30), date(2026, 12, 1)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("shifts", {"person": "", "day": "2026-11-23", "begins": "08:00", "ends": "18:00"}),
        ("shifts", {"day": "2026-11-23", "last": "2027-11-23", "begins": "08:00", "ends": "18:00"}),
        ("shifts", {"day": "tomorrow", "begins": "08:00", "ends": "18:00"}),
        ("absences", {"first_on": "2026-11-25", "last_on": "2026-11-24", "kind": "leave"}),
        ("absences", {"first_on": "2026-11-25", "last_on": "2026-11-25", "kind": "holiday"}),
        ("absences", {"first_on": "2026-11-25", "last_on": "2026-11-25", "kind": "leave", "deputy": "self"}),
    ],
)
def test_a_roster_that_says_nothing_is_refused(sign_in, path, data):
    keeper = person_id("keeper")
    whose = {"person": keeper, "who": keeper, **data}
    if data.get("deputy") == "self":
        whose["deputy"] = keeper

    assert sign_in("engineering").post(f"/plan/roster/{path}", data=whose).status_code == 422


# ---- the draw
SURPRISE = {
    "template": "fire-surprise",
    "organisers": person_id("principal"),
    "places": [SHOP, ENGINEERS],
    "count": "1",
}


def drawn(store):
    with store.reading() as tx:
        return open_draw(tx, SITE, date(2026, 10, 1))


def test_a_surprise_is_drawn_in_secret_opened_on_its_day_and_checked_by_anybody_afterwards(sign_in, store, clock):
    organiser, colleague = sign_in("principal"), sign_in("keeper")

    # given a sealed seed, of which everybody sees the commitment
    saved(organiser.post("/plan/draws/plan", data=SURPRISE))
    sealed = drawn(store)
    assert sealed.commitment == commitment(sealed.seed)
    others = (("keeper", colleague), ("manager", sign_in("manager")))
    about = ("/plan/draws", f"/plan/draws/{sealed.id}")
    before = {(path, login): browser.get(path).get_data(as_text=True) for path in about for login, browser in others}
    assert sealed.commitment in before["/plan/draws", "keeper"]

    # when the organiser draws without two days
    excluded = {"excluded": "2026-12-01\n2026-12-02", "why_excluded": "停电检修"}
    saved(organiser.post("/plan/draws", data=excluded))
    found = drawn(store)
    again = organiser.post("/plan/draws", data={})

    # then it is what the seed gives, it is never drawn again, and nobody else learns of it anywhere
    days = [day.isoformat() for day in found.days]
    assert draw(found.seed, days, 1) == (found.day.isoformat(),)
    assert date(2026, 12, 1) not in found.days
    assert again.status_code == 422
    day = found.day.isoformat()
    for path in (*about, f"/plan/calendar?month={day[:7]}", f"/plan/calendar/{day}", "/plan", "/"):
        for login, browser in others:
            page = browser.get(path).get_data(as_text=True)
            assert found.seed not in page, (path, login)
            assert f'/plan/draws/{found.id}"><svg' not in page or path == "/plan/draws", (path, login)
            if path in about:  # the days of a quarter's ends stand there anyway
                assert page.count(day) <= before[path, login].count(day), (path, login)
    assert found.seed not in organiser.get(f"/plan/draws/{found.id}").get_data(as_text=True)
    assert day in organiser.get(f"/plan/draws/{found.id}").get_data(as_text=True)
    assert "SCH-02" not in {rule.code for rule in all_rules(store).values()}

    # when its day has come
    clock.advance(timedelta(days=(found.day - TODAY).days))
    keep_schedules(store)
    keep_schedules(store)

    # then there is one task for the place that was drawn
    made = [rule for rule in all_rules(store).values() if rule.code == "SCH-02"]
    assert [(rule.unit, rule.starts_on, rule.ends_on, rule.is_secret) for rule in made] == [
        (found.drawn[0], found.day, found.day, True)
    ]

    # when the day is over
    clock.advance(timedelta(days=1))
    page = text_of(sign_in("keeper").get(f"/plan/draws/{found.id}"))
    inputs = {"seed": found.seed, "commitment": found.commitment, "candidates": "\n".join(days), "count": "1"}
    by_hand = text_of(sign_in("patroller").get("/plan/draws/check", query_string=inputs))

    # then anybody draws again
    assert found.seed in page
    assert "复核一致" in page
    assert re.search(rf"1 {day} 抽中", by_hand)
    assert "相符" in by_hand


def test_a_draw_is_made_void_before_its_day_only_and_drawn_from_another_seed(sign_in, store, clock):
    organiser = sign_in("principal")
    saved(organiser.post("/plan/draws/plan", data=SURPRISE))
    saved(organiser.post("/plan/draws", data={}))
    first = drawn(store)

    saved(organiser.post(f"/plan/draws/{first.id}/void", data={"reason": "上级检查同日"}))
    saved(organiser.post("/plan/draws", data={}))
    second = drawn(store)
    clock.advance(timedelta(days=(second.day - TODAY).days))
    keep_schedules(store)
    late = sign_in("principal").post(f"/plan/draws/{second.id}/void", data={"reason": "太晚"})

    assert (second.no, first.seed != second.seed) == (2, True)
    assert late.status_code == 422
    assert [rule.starts_on for rule in all_rules(store).values() if rule.code == "SCH-02"] == [second.day]


def test_a_unit_that_was_drawn_does_not_learn_of_it_through_a_leader_of_its_own(sign_in, store):
    organiser = sign_in("principal")
    with store.writing() as tx:
        for login in ("quality",):
            person = tx.get(ROW_BODIES["person"], person_id(login))
            tx.put(replace(person, unit=ENGINEERS))
    saved(organiser.post("/plan/draws/plan", data={**SURPRISE, "places": [ENGINEERS]}))
    saved(organiser.post("/plan/draws", data={}))
    found = drawn(store)

    assert found.day.isoformat() not in sign_in("quality").get("/plan/draws").get_data(as_text=True)
    assert found.day.isoformat() in sign_in("firemanager").get("/plan/draws").get_data(as_text=True)


def test_the_organiser_is_warned_once_at_twenty_and_at_seven_days(sign_in, store, clock):
    saved(sign_in("principal").post("/plan/draws/plan", data=SURPRISE))

    def warned(day):
        clock.advance(day - clock.read().wall.date() + timedelta(0))
        with store.writing() as tx:
            return keep_schedule(tx, tx.get(Site, SITE))["warned"]

    assert warned(date(2026, 12, 10)) == 0
    assert warned(date(2026, 12, 11)) > 0
    assert warned(date(2026, 12, 12)) == 0
    assert warned(date(2026, 12, 24)) > 0
    assert clock.read().wall > NOW


def test_a_void_draw_of_a_quarter_to_come_stays_secret(sign_in, store, clock):
    organiser = sign_in("principal")
    saved(organiser.post("/plan/draws/plan", data=SURPRISE))
    saved(organiser.post("/plan/draws", data={}))
    first = drawn(store)
    saved(organiser.post(f"/plan/draws/{first.id}/void", data={"reason": "重抽"}))
    with store.reading() as tx:
        viewer = viewer_of(tx, person_id("keeper"))
        seen = {
            day: {shown.id: shown.seed for shown in draws(tx, viewer, SITE, day)}
            for day in (date(2026, 8, 1), TODAY, date(2027, 1, 4))
        }

    assert first.id not in seen[date(2026, 8, 1)]
    assert first.id not in seen[TODAY]
    assert seen[date(2027, 1, 4)][first.id] == first.seed


def test_who_draws_cannot_leave_out_so_many_days_that_the_day_is_chosen(sign_in, store):
    organiser = sign_in("principal")
    saved(organiser.post("/plan/draws/plan", data=SURPRISE))
    every = [TODAY + timedelta(days=n) for n in range(1, 39)]
    but_one = "\n".join(day.isoformat() for day in every if day != date(2026, 12, 16))

    answer = organiser.post("/plan/draws", data={"excluded": but_one, "why_excluded": "迎检"})

    assert answer.status_code == 422
    assert "至少保留一半的工作日" in text_of(answer)
    assert drawn(store).day is None
