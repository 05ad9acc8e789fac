"""The search page: grouped by kind, linked, limited by site, unit and role; the box stands on every page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from server.office.search.views import place_in
from server.store.follow import follow
from server.store.paper import Said, register
from server.store.search import index
from shared.clock import Reading
from shared.ids import InspectionId
from shared.model.inspection import Inspection
from tests.builders import SITE, an_id
from tests.estate import ROOM, SHOP


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
