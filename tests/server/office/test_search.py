"""The search page: grouped by kind, linked, limited by site, unit and role; the box stands on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.store.follow import follow
from server.store.search import index
from shared.clock import Reading
from shared.ids import InspectionId
from shared.model.inspection import Inspection
from tests.builders import an_id
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
    assert "没有找到" in found(sign_in("stranger"), "机房")
    keeper = found(sign_in("keeper"), "许老板")
    assert "/people/" not in keeper.split('id="main"')[1]
    unit = found(sign_in("unit"), "防火门闭门器")
    assert "没有找到" in unit
    assert "/hazards/" in found(sign_in("unit"), "消火栓箱前")


def test_a_query_of_marks_says_what_to_do(sign_in):
    assert "请输入至少一个字" in found(sign_in("lead"), "，。")


def test_what_the_office_has_just_written_is_found_at_once(sign_in):
    admin = sign_in("admin")
    admin.post("/places/point/new", data={"number": "LS-X-1", "name": "屋顶停机坪", "kind": "other"})

    assert "屋顶停机坪" in found(admin, "停机")


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
