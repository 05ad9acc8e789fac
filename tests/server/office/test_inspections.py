"""Records: the list, the paper form, and the office's verdict."""

import re
from dataclasses import replace

import pytest

from server.office.inspections.verdict import Reviewer, decide, read_remarks
from server.store.inspection import review_state, reviews_of
from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.ids import InspectionId, ReviewId
from shared.model.fix import Fix
from shared.model.inspection import Answer, Inspection, Remark, ReviewState, Scan, Status
from tests.builders import KEEPER, LEAD, LIFT, NOW, an_id, an_inspection
from tests.estate import LIFTS

BY = Reviewer(LEAD, "李队", NOW, ReviewId(an_id(0x901)))


def test_list_counts_by_state_and_narrows_by_each_filter(sign_in, estate):
    browser = sign_in("quality")

    def shown(query):
        page = browser.get(f"/inspections?{query}").get_data(as_text=True)
        return {record for record in (estate.record, estate.accepted) if record in page}

    assert shown("") == {estate.record, estate.accepted}
    assert shown("from=2026-11-23") == {estate.record}
    assert shown("to=2026-11-22") == {estate.accepted}
    assert shown("fails=1") == {estate.record}
    assert shown("q=机房") == {estate.record, estate.accepted}
    assert shown("q=泵房") == set()
    assert shown("state=accepted") == set()
    assert shown("template=fire-patrol") == set()


def test_list_says_how_many_photos_have_arrived(sign_in):
    page = sign_in("quality").get("/inspections").get_data(as_text=True)

    assert "1/2</span>" in page


def test_record_is_laid_out_as_its_form_with_a_column_for_each_lift(sign_in, estate):
    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    heads = re.findall(r'<th scope="col">([^<]*号梯)</th>', page)

    assert heads == ["1 号梯", "2 号梯", "3 号梯"]
    assert "LMR-09" in page
    assert "灭火器不在位，支架空着" in page
    assert "1/2 张已到服务器" in page
    assert "还在平板上" in page
    assert page.count("超限</span>") >= 1
    assert "42.5 °C" in page


def test_record_says_where_it_was_made_and_which_position_another_app_made_up(sign_in, estate, store):
    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)
    assert page.count("平板没有定位") == 2
    gate, room = (Fix(31.23041, lon, 12.4, is_mock=lon > 121.48, at=NOW) for lon in (121.47372, 121.48001))
    with store.writing() as tx:
        known = tx.get(Inspection, estate.record)
        scan = Scan("nfc", known.started_at, gate)
        tx.put(replace(known, place=gate, ended_place=room, scans=(scan,)))

    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert page.count("31.23041, 121.47372") == 2
    assert page.count("31.23041, 121.48001") == 1
    assert page.count("±12 米") == 3
    assert page.count("模拟位置</span>") == 1


def test_rows_that_a_lift_does_not_have_are_empty_in_its_column(sign_in, estate):
    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    row = re.search(r'<td class="code num">LMR-11</td>.*?</tr>', page, re.DOTALL).group()

    assert row.count("合格") == 2
    assert row.count("未填写") == 1


def test_a_pass_whose_reading_is_out_of_limits_is_shown_as_failed_by_it(sign_in, estate):
    page = sign_in("quality").get(f"/inspections/{estate.record}").get_data(as_text=True)

    row = re.search(r'<td class="code num">LMR-06</td>.*?</tr>', page, re.DOTALL).group()

    assert "读数超限，判不合格" in row


def test_accepting_settles_the_record_and_says_so_once(sign_in, estate, store):
    browser = sign_in("quality")

    browser.post(f"/inspections/{estate.record}/review", data={"verdict": "accepted"})
    first = browser.get(f"/inspections/{estate.record}").get_data(as_text=True)
    second = browser.get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "记录已通过" in first
    assert "记录已通过" not in second
    with store.reading() as tx:
        assert review_state(tx, estate.record) == "accepted"


def test_returning_keeps_the_words_on_the_exact_items(sign_in, estate, store):
    words = {
        "verdict": "returned",
        "word": "请补拍",
        "remark:lmr_09|": "要有全景照片",
        f"remark:lmr_10|{LIFTS[1]}": "看不清",
    }

    sign_in("quality").post(f"/inspections/{estate.record}/review", data=words)

    with store.reading() as tx:
        (review,) = reviews_of(tx, estate.record)
    assert review.state is ReviewState.RETURNED
    assert review.word == "请补拍"
    assert set(review.remarks) == {Remark("lmr_09", "要有全景照片"), Remark("lmr_10", "看不清", LIFTS[1])}


def test_a_returned_record_shows_the_words_beside_the_items(sign_in, estate):
    browser = sign_in("quality")
    browser.post(f"/inspections/{estate.record}/review", data={"verdict": "returned", "remark:lmr_09|": "要有全景照片"})

    page = browser.get(f"/inspections/{estate.record}").get_data(as_text=True)

    assert "已退回给检查人" in page
    assert re.search(r'said-note remark">.*?要有全景照片', page, re.DOTALL)


def test_returning_without_a_word_keeps_nothing_and_says_what_is_missing(sign_in, estate, store):
    answer = sign_in("quality").post(f"/inspections/{estate.record}/review", data={"verdict": "returned"})

    assert answer.status_code == 422
    assert "请至少写一句话" in answer.get_data(as_text=True)
    with store.reading() as tx:
        assert reviews_of(tx, estate.record) == []


def test_a_second_verdict_is_refused(sign_in, estate, store):
    first, second = sign_in("quality"), sign_in("manager")
    first.post(f"/inspections/{estate.record}/review", data={"verdict": "accepted"})

    late = second.post(f"/inspections/{estate.record}/review", data={"verdict": "returned", "word": "不行"})

    assert late.status_code == 422
    assert "刚刚有了变化" in late.get_data(as_text=True)
    with store.reading() as tx:
        assert len(reviews_of(tx, estate.record)) == 1


def test_nobody_reviews_the_own_record():
    with pytest.raises(NotPermittedError):
        decide(an_inspection(author=LEAD), "submitted", ReviewState.ACCEPTED, BY)


def test_a_draft_cannot_be_reviewed():
    with pytest.raises(TransitionError):
        decide(an_inspection(status=Status.DRAFT), "", ReviewState.ACCEPTED, BY)


def test_a_return_needs_a_word_or_a_remark():
    with pytest.raises(EvidenceMissingError):
        decide(an_inspection(author=KEEPER), "submitted", ReviewState.RETURNED, BY)

    review = decide(an_inspection(), "submitted", ReviewState.RETURNED, BY, remarks=(Remark("LMR_09", "补拍"),))

    assert (review.author, review.reviewer) == (KEEPER, LEAD)


def test_remarks_on_what_nobody_answered_are_left_out():
    record = an_inspection(answers=(Answer("LMR_10", LIFT), Answer("LMR_04")))

    found = read_remarks(record, {f"LMR_10|{LIFT}": "看不清", "LMR_04|": "", "LMR_99|": "?", "LMR_10|": "?"})

    assert found == (Remark("LMR_10", "看不清", LIFT),)


def test_a_correction_s_page_says_what_it_changed_and_names_the_records_of_the_same_inspection(sign_in, estate, store):
    with store.writing() as tx:
        old = next(one for one in tx.every(Inspection) if one.status is Status.FINAL and one.answers)
        answer = old.answers[0]
        corrected = replace(
            old,
            id=InspectionId(an_id(0x7A1)),
            amends=old.id,
            answers=(replace(answer, note="重新检查过"), *old.answers[1:]),
            visit="FJ-20261123-AB2C",
            inspectors=("周洋",),
        )
        other = replace(corrected, id=InspectionId(an_id(0x7A2)), amends=None)
        tx.put(corrected)
        tx.put(other)

    page = sign_in("quality").get(f"/inspections/{corrected.id}").get_data(as_text=True)

    assert "和退回的那一版相比" in page
    assert "重新检查过" in page
    assert f"/inspections/{other.id}" in page
    assert "周洋" in page
