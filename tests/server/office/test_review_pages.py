"""Pages of the review: the queue and the way through it, a record beside the one before, versions, two photos."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from server.office.inspections.record import load
from server.office.page import read_by
from server.store.grade import presence_of
from server.store.inspection import reviews_of, turn
from server.store.version import previous_of, versions_of
from shared.clock import Reading
from shared.ids import InspectionId, TemplateId
from shared.model.inspection import Answer, Inspection, Result, ReviewState
from shared.presence import Grade
from tests.builders import an_id
from tests.estate import SHOP, STAIRS, person_id
from tests.server.office.rounds import FORM, QUALITY, WAITING, a_round, at, clean_rounds, judge, put

# ---- the queue's page


def test_the_page_grades_what_has_just_come_and_shows_flags_in_words(store, sign_in):
    with store.writing() as tx:
        tx.put(FORM)
        tx.put(a_round(1, start_mode="manual"))

    page = sign_in("quality").get("/review").get_data(as_text=True)

    assert re.search(r"C 存疑 <span class=\"num\">1</span>", page)
    assert "没有扫码" in page
    assert a_round(1).id in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("grade=C", {1}),
        ("grade=A", {2, 3}),
        ("flag=hand", {1}),
        ("flag=mock", set()),
        (f"point={STAIRS}", {2}),
        (f"author={person_id('patroller')}", {3}),
        ("from=2026-11-23", {1, 2, 3}),
        ("to=2026-11-22", set()),
        ("q=疏散楼梯", {2}),
        (f"unit={SHOP}", {3}),
        ("state=accepted", set()),
    ],
)
def test_the_queue_narrows_by_each_filter(store, sign_in, query, expected):
    put(
        store,
        a_round(1, start_mode="manual"),
        a_round(2, point=STAIRS),
        a_round(3, author=person_id("patroller"), unit=SHOP),
    )

    page = sign_in("quality").get(f"/review?{query}").get_data(as_text=True)

    assert {number for number in (1, 2, 3) if a_round(number).id in page} == expected


def test_the_queue_leaves_as_excel_with_grades_and_flags(store, sign_in):
    put(store, a_round(1, start_mode="manual"))

    answer = sign_in("quality").get("/review?grade=C&as=xlsx")

    rows = list(openpyxl.load_workbook(io.BytesIO(answer.data), read_only=True).worksheets[0].values)
    assert rows[0][:2] == ("可信程度", "疑点")
    assert [row[:2] for row in rows[1:]] == [("C", "没有扫码")]


def test_one_walks_through_the_queue_and_goes_on_after_a_verdict(store, sign_in):
    first, second, third = clean_rounds(store, 3)[::-1]
    browser, through = sign_in("quality"), "?in=queue&template=walk"

    page = browser.get(f"/inspections/{second}{through}").get_data(as_text=True)
    answer = judge(browser, second, query=through)

    assert "第 2 条，共 3 条" in page
    assert re.search(rf'href="/inspections/{first}\?in=queue&amp;template=walk"[^>]*data-key="k"', page)
    assert re.search(rf'href="/inspections/{third}\?in=queue&amp;template=walk"[^>]*data-key="j"', page)
    assert answer.location == f"/inspections/{third}{through}"
    assert judge(browser, third, query=through).location == f"/inspections/{first}{through}"
    assert judge(browser, first, query=through).location == "/review?template=walk"


def test_a_record_that_left_the_queue_still_knows_its_neighbours(store, sign_in):
    first, second, third = clean_rounds(store, 3)[::-1]
    judge(sign_in("quality"), second)

    with store.reading() as tx:
        place = turn(tx, QUALITY, replace(WAITING, template=TemplateId("walk")), second)

    assert (place.number, place.total, place.previous, place.next) == (0, 2, first, third)


# ---- one record


def test_the_record_before_stands_beside_with_changes_marked_and_last_values(store, sign_in, estate):
    page = sign_in("quality").get(f"/inspections/{estate.record}?view=beside").get_data(as_text=True)

    row = re.search(
        r'<tr class="[^"]*">\s*<th scope="row" class="what"><span[^>]*>LMR-04.*?</tr>', page, re.DOTALL
    ).group()
    assert "近几次" in row
    assert row.count("42.5") >= 3
    with store.reading() as tx:
        assert previous_of(tx, tx.get(Inspection, estate.record)).id == estate.accepted
        assert previous_of(tx, tx.get(Inspection, estate.accepted)) is None


def test_what_differs_from_the_record_before_is_counted_and_marked(store, sign_in):
    put(store, a_round(2), a_round(1, answers=(Answer("LMR_09", result=Result.FAIL, note="支架空着"),)))

    page = sign_in("quality").get(f"/inspections/{a_round(1).id}?view=beside").get_data(as_text=True)

    assert "只看有变化的 1 项" in page
    assert page.count('class="is-changed is-bad"') == 1


def test_a_record_of_a_unit_without_a_point_has_the_unit_s_last_one_before_it(store):
    here = {"point": None, "unit": SHOP}
    put(store, a_round(3, **here), a_round(2, point=None, unit=None), a_round(1, **here))

    with store.reading() as tx:
        assert previous_of(tx, tx.get(Inspection, a_round(1).id)).id == a_round(3).id


def test_versions_are_listed_with_their_verdicts_and_stand_not_beside_each_other(store, sign_in):
    put(store, a_round(5), a_round(1))
    judge(sign_in("quality"), a_round(1).id, "returned", word="补拍")
    put(store, a_round(1, id=InspectionId(an_id(0xAF1)), amends=a_round(1).id, author_rev=2))

    page = sign_in("quality").get(f"/inspections/{an_id(0xAF1)}").get_data(as_text=True)

    assert "第 1 版" in page
    assert "（正在看的）" in page
    with store.reading() as tx:
        old, new = versions_of(tx, tx.get(Inspection, a_round(1).id))
        assert (old.id, new.id) == (a_round(1).id, an_id(0xAF1))
        assert previous_of(tx, new).id == a_round(5).id
        assert presence_of(tx, InspectionId(an_id(0xAF1))).grade is Grade.B


def test_flags_are_said_with_their_facts_in_both_languages(store, sign_in):
    set_ahead = Reading(at(-60).wall + timedelta(minutes=20), "7c1f", at(-60).boottime_ms)
    put(store, a_round(1, ended_at=set_ahead))
    browser = sign_in("quality")

    chinese = browser.get(f"/inspections/{a_round(1).id}").get_data(as_text=True)
    browser.get("/?lang=en")
    english = browser.get(f"/inspections/{a_round(1).id}").get_data(as_text=True)

    assert "多走了约 20 分钟" in chinese
    assert "gained about 20 min" in english


def test_a_usual_reason_goes_before_the_own_words_of_a_return_and_into_no_acceptance(store, sign_in):
    put(store, a_round(1), a_round(2))
    browser = sign_in("quality")

    judge(browser, a_round(1).id, "returned", reason="blurred", word="第二张")
    judge(browser, a_round(2).id, "accepted", reason="blurred")

    with store.reading() as tx:
        assert reviews_of(tx, a_round(1).id)[0].word == "照片模糊或太暗，请重拍\n第二张"
        assert reviews_of(tx, a_round(2).id)[0].word == ""


def test_who_judges_second_is_told_by_whom_and_keeps_what_he_wrote(store, sign_in, estate):
    first, second = sign_in("quality"), sign_in("manager")
    judge(first, estate.record)

    late = judge(second, estate.record, "returned", word="整体太潦草", **{"remark:lmr_09|": "要有全景照片"})

    page = late.get_data(as_text=True)
    assert late.status_code == 422
    assert "孙晓燕 已在" in page
    assert "整体太潦草\n机房灭火器在位有效: 要有全景照片" in page or "要有全景照片</textarea>" in page
    with store.reading() as tx:
        (review,) = reviews_of(tx, estate.record)
    assert review.state is ReviewState.ACCEPTED


def test_a_record_s_page_tells_how_it_was_graded_before_any_turn_of_the_work(store, sign_in, estate):
    page = sign_in("keeper").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "A 可信" in page


def test_a_page_loads_what_was_before_only_where_it_is_asked_for(app, store, estate):
    with app.test_request_context("/"), store.reading() as tx:
        who = read_by(tx, QUALITY)
        assert load(tx, who, estate.record).before is None
        assert load(tx, who, estate.record, is_beside=True).before is not None


# ---- two photos


def test_two_photos_are_compared_by_who_may_see_both(sign_in, estate, store):
    path = f"/photos/compare/{estate.photo}/{estate.photo}"

    page = sign_in("quality").get(path).get_data(as_text=True)

    assert page.count(f'src="/photos/{estate.photo}"') == 2
    assert 'type="range"' in page
    assert sign_in("stranger").get(path).status_code == 404
    assert sign_in("quality").get(f"/photos/compare/{estate.photo}/{'0' * 64}").status_code == 404
    assert sign_in("quality").get("/photos/compare/x/y").status_code == 404
