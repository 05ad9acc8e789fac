"""The search page: grouped by kind, linked, limited by site, unit and role; the box stands on every page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from server.office.search.views import place_in
from server.store.clearing import cut
from server.store.follow import follow
from server.store.paper import Said, register
from server.store.search import index
from server.tables import search_mark, search_text
from shared.clock import Reading
from shared.ids import AccessId, ExcuseId, InspectionId, WaiverId
from shared.model.inspection import Inspection
from shared.model.plan import Rule, Waiver
from tests.builders import SITE, an_access, an_excuse, an_id
from tests.estate import ROOM, SHOP, person_id


@pytest.fixture(autouse=True)
def indexed(store):
    follow(store)


def text_of(answer):
    return answer.get_data(as_text=True)


def found(browser, words, kind=""):
    return text_of(browser.get("/search", query_string={"q": words, "kind": kind}))


def test_part_of_a_word_finds_all_kinds_of_records(sign_in, estate):
    page = found(sign_in("lead"), "机房")

    assert f"/places/point/{ROOM}" in page
    assert f"/inspections/{estate.record}" in page
    assert "<mark>机房</mark>" in page


def test_numbers_and_names_are_found(sign_in):
    lead = sign_in("lead")

    assert "/people/" in found(lead, "王建")
    assert f"/places/unit/{SHOP}" in found(lead, "13800000001")
    assert f"/places/point/{ROOM}" in found(lead, "jf01")


def test_one_kind_is_shown_alone(sign_in):
    page = found(sign_in("lead"), "机房", "point")

    assert f"/places/point/{ROOM}" in page
    assert "/inspections/0" not in page


def test_nobody_finds_what_the_role_or_the_site_does_not_show(sign_in):
    stranger = found(sign_in("stranger"), "机房").split('id="main"')[1]
    assert set(re.findall(r'<a href="/(\w+)/', stranger)) == {"templates"}  # checklists are every site's
    keeper = found(sign_in("keeper"), "许老板")
    assert "/people/" not in keeper.split('id="main"')[1]
    unit = found(sign_in("unit"), "防火门闭门器")
    assert "没有找到" in unit
    assert "/hazards/" in found(sign_in("unit"), "消火栓箱前")


def test_plans_tablets_checklists_and_orders_lead_to_their_pages(sign_in):
    lead = sign_in("lead")
    form = {
        "authority": "区消防救援大队",
        "kind": "correct_by",
        "no": "改字7号",
        "content": "限期整改",
        "received_by": "李",
    }
    days = {"issued_on": "2026-11-02", "received_on": "2026-11-03", "deadline_on": "2026-12-20"}
    lead.post("/orders/new", data=form | days)

    assert re.search(r'href="/orders/[^"]+">区消防<mark>救援大</mark>队 改字7号<', found(lead, "救援大"))
    assert "/plan/rules/" in found(lead, "消防水泵检查")
    assert "/templates/lmr-d" in found(lead, "机房", "template")
    assert "/tablets/" in found(sign_in("admin"), "平板")
    nothing = found(sign_in("unit"), "救援大")
    assert "/orders/" not in nothing.split('id="main"')[1]


@pytest.fixture
def told(store, estate):
    """A machine-room entry, an excuse, a waiver of the office and today's sheet of the daily clearing."""
    with store.writing() as tx:
        rule = next(one for one in tx.every(Rule, order=()) if one.site == SITE and not one.is_secret)
        day = tx.now.date()
        tx.put(an_access(point=ROOM, author=person_id("keeper"), purpose="更换曳引钢丝绳", phone="13911112222"))
        tx.put(an_excuse(rule=rule.id, author=person_id("keeper"), reason="台风停梯", window_on=day))
        waiver = Waiver(WaiverId(an_id(0x511)), SITE, rule.id, day, "设备大修期间", person_id("manager"), tx.now)
        tx.put(waiver)
        cut(tx, SITE, day)
    follow(store)
    return rule, day


def test_entries_and_excuses_are_found_by_their_words_and_lead_to_themselves(sign_in, told):
    lead = sign_in("lead")

    for words, address, said in (
        ("曳引钢丝", f"/access?entry={an_access().id}", "更换<mark>曳引钢丝</mark>绳"),
        ("1391111", f"/access?entry={an_access().id}", "<mark>1391111</mark>2222"),
        ("台风停", f"/plan/excuses?only={an_excuse().id}", "<mark>台风停</mark>梯"),
        ("大修期", f"/plan/excuses?only={an_id(0x511)}", "设备<mark>大修期</mark>间"),
    ):
        page = found(lead, words)
        assert f'href="{address}"' in page
        assert said in page
        assert words in text_of(lead.get(address))


def test_a_page_of_one_entry_or_one_excuse_shows_no_other(sign_in, told, store):
    with store.writing() as tx:
        tx.put(an_access(id=AccessId(an_id(0x602)), point=ROOM, author=person_id("keeper"), purpose="另一次进入"))
        tx.put(an_excuse(id=ExcuseId(an_id(0x502)), rule=told[0].id, author=person_id("keeper"), reason="另一个原因"))
    lead = sign_in("lead")

    assert "另一次进入" in text_of(lead.get("/access"))
    assert "另一次进入" not in text_of(lead.get(f"/access?entry={an_access().id}"))
    assert "另一个原因" in text_of(lead.get("/plan/excuses"))
    only = text_of(lead.get(f"/plan/excuses?only={an_excuse().id}"))
    assert "另一个原因" not in only
    assert "设备大修期间" not in only
    assert "没有这条免检" in text_of(lead.get("/plan/excuses?only=none"))


def test_a_waiver_that_repeats_an_approved_excuse_is_not_found_twice(sign_in, told):
    manager = sign_in("manager")
    manager.post(f"/plan/excuses/{an_excuse().id}", data={"decision": "approved", "word": ""})

    page = found(manager, "台风停梯").split('id="main"')[1]
    assert re.findall(r'href="/plan/excuses\?only=([^"]+)"', page) == [an_excuse().id]


def test_lines_of_the_clearing_are_found_with_what_was_said_about_them(sign_in, told, store, estate):
    day, hazard = told[1], estate.hazards["overdue"]
    line = {"reason": "parts", "progress": "闭门器已下单", "next_step": "到货即装", "responsible": person_id("keeper")}
    desk = sign_in("desk")
    desk.post(f"/clearing/{day}/lines", data=line | {"promised_on": day.isoformat(), "line": f"hazard:{hazard}"})

    page = found(desk, "闭门器已下", "line")
    anchor = f"{day:%Y%m%d}.hazard.{hazard}"
    assert f'href="/clearing/{day}#{anchor}"' in page
    assert "<mark>闭门器已下</mark>单" in page
    assert f'id="{anchor}"' in text_of(desk.get(f"/clearing/{day}"))


def test_entries_excuses_and_lines_are_for_those_who_see_their_pages(sign_in, told):
    for role, hidden in (
        ("unit", "access excuse waiver line"),
        ("stranger", "access excuse waiver line"),
        ("desk", "excuse waiver"),
    ):
        for kind, words in (("access", "曳引钢丝"), ("excuse", "台风停"), ("waiver", "大修期"), ("line", str(told[1]))):
            is_shown = "<mark>" in found(sign_in(role), words, kind)
            assert is_shown == (kind not in hidden.split()), (role, kind)


def test_plans_and_places_in_titles_are_called_by_their_english_names(sign_in, told):
    lead = sign_in("lead")
    lead.set_cookie("language", "en")

    main = found(lead, "台风停").split('id="main"')[1]
    assert f">{told[0].name.en} · {told[1]}</a>" in main
    assert "赵师傅 · Machine room A1 · 2026-11-23" in found(lead, "曳引钢丝")


def test_after_an_upgrade_the_page_says_that_older_records_are_still_being_read(sign_in, told, store):
    lead = sign_in("lead")
    assert "以前的记录编入搜索" not in found(lead, "曳引钢丝")

    with store.writing() as tx:  # as an older version leaves it, which knew nothing of these kinds
        tx.execute(search_mark.delete().where(search_mark.c.scope.startswith("+")))
        tx.execute(search_text.delete().where(search_text.c.kind.in_(["access", "excuse", "waiver", "line"])))
    before = found(lead, "曳引钢丝")
    follow(store)

    assert "以前的记录编入搜索，大约还要 1 分钟" in before
    assert "/access?entry=" not in before
    assert "以前的记录编入搜索" not in found(lead, "曳引钢丝")
    for words in ("曳引钢丝", "台风停", "大修期", str(told[1])):
        assert "<mark>" in found(lead, words)


def test_the_check_code_of_a_paper_finds_it(sign_in, store, estate):
    lead = sign_in("lead")
    said = Said("record", estate.record, SITE, "机房日常巡检记录", "", date(2026, 11, 23), 1, "0" * 64, ())
    with store.writing() as tx:
        paper = register(tx, said)

    page = found(lead, paper.shown_code.lower())

    assert f"/v/{paper.shown_code}" in page
    assert "机房日常巡检记录" in page
    assert "/v/" not in found(sign_in("stranger"), paper.code)
    assert "/v/" not in found(sign_in("unit"), paper.code)


def test_what_is_found_stands_as_it_was_written_and_is_called_by_its_english_name(sign_in):
    lead = sign_in("lead")
    chinese = found(lead, "ls-a1-jf")
    lead.set_cookie("language", "en")
    english = found(lead, "ls-a1-jf").split('id="main"')[1]

    assert "<mark>LS-A1-JF</mark>01" in chinese
    assert "<mark>LS-A1-JF</mark>01" in english
    assert ">Machine room A1</a>" in english
    assert "Machine room A1 · 2026-11-23" in english


@pytest.mark.parametrize(
    ("piece", "wanted", "place"),
    [
        ("消火栓", "火", (1, 2)),
        ("Ａ  B", "a b", (0, 4)),
        ("ﬁre", "fi", (0, 1)),
        ("甲", "乙", (0, 0)),
        ("½", "1⁄2", (0, 1)),
    ],
)
def test_words_are_marked_where_they_stand_in_the_text_itself(piece, wanted, place):
    assert place_in(piece, wanted) == place


def test_a_query_of_marks_says_what_to_do(sign_in):
    assert "请输入至少一个字" in found(sign_in("lead"), "，。")


def test_what_the_office_has_just_written_is_found_at_once(sign_in):
    admin = sign_in("admin")
    admin.post("/places/point/new", data={"number": "LS-X-1", "name": "屋顶停机坪", "kind": "other"})

    assert "屋顶<mark>停机</mark>坪" in found(admin, "停机")


def test_the_box_stands_on_every_page_and_words_are_shown_as_they_were(sign_in):
    lead = sign_in("lead")

    assert 'action="/search"' in text_of(lead.get("/hazards"))
    assert "&lt;b&gt;" in found(lead, "<b>x")


def test_a_record_that_cannot_be_read_stops_no_other_from_being_found(sign_in, store, estate):
    with store.writing() as tx:
        known = tx.get(Inspection, estate.record)
        beyond = Reading(datetime(9999, 12, 31, 20, tzinfo=UTC), "7c1f", 1)
        tx.put(replace(known, id=InspectionId(an_id(0x7771)), started_at=beyond))
        tx.put(replace(known, id=InspectionId(an_id(0x7772)), conclusion="孤零零的结论"))
        index(tx, [("inspection", an_id(0x7771)), ("inspection", an_id(0x7772))])

    assert f"/inspections/{an_id(0x7772)}" in found(sign_in("lead"), "孤零零")
