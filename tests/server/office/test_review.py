"""Grades, the queue by risk and clean rounds accepted together: what the databases are asked, on both of them."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from server.store.bulk import MOST, begin_draw, how_many, open_draw, seal_of
from server.store.grade import assess, begin_anew, forget_all, grade_waiting, presence_of, ungraded
from server.store.inspection import review_state, reviews_of
from server.tables import chain, told
from shared.draw import commitment
from shared.ids import HazardId, PhotoId
from shared.model.fix import Fix
from shared.model.inspection import Answer, Inspection, Result, Status
from shared.model.place import Point
from shared.presence import Flag, Grade
from tests.builders import NOW, OTHER_SITE, SITE, a_hazard, an_id, an_inspection
from tests.estate import GARAGE, ROOM, STAIRS, person_id
from tests.server.office.rounds import PASSED, QUALITY, a_round, at, clean_rounds, judge, order, put

# ---- grades and their order


def test_the_queue_begins_with_the_worst_then_findings_then_the_oldest(store, estate):
    faked = a_round(1, place=Fix(30, 120, 9, True, NOW))
    by_hand, typed, old, new = a_round(2, start_mode="manual"), a_round(3, start_mode="typed"), a_round(9), a_round(4)
    found = a_round(5)
    put(store, faked, by_hand, typed, old, new, found, a_hazard(id=HazardId(an_id(0x2F1)), source=found.id))

    first, *rest = order(store)

    assert first == faked.id
    assert rest[:2] == [by_hand.id, typed.id]
    assert set(rest[2:-2]) == {estate.record, estate.accepted, found.id}
    assert rest[-2:] == [old.id, new.id]


def test_a_grade_is_kept_with_its_facts_and_given_once(store):
    put(store, a_round(1, start_mode="manual"))

    again = grade_waiting(store, 100)

    assert again == ()
    with store.reading() as tx:
        kept = presence_of(tx, a_round(1).id)
    assert (kept.grade, [one.flag for one in kept.flags], kept.is_clean) == (Grade.C, [Flag.HAND], False)


def test_drafts_are_not_graded_and_what_waits_comes_before_what_was_accepted(store, sign_in, estate):
    judge(sign_in("quality"), estate.accepted)
    put_draft = a_round(1, status=Status.DRAFT, ended_at=None)
    with store.writing() as tx:
        tx.put(put_draft)

    with store.reading() as tx:
        assert ungraded(tx, 10) == [estate.record, estate.accepted]
        assert ungraded(tx, 10, SITE) == [estate.record]


def test_new_rules_grade_what_waits_and_leave_what_was_accepted(store, sign_in, estate):
    grade_waiting(store, 100)
    judge(sign_in("quality"), estate.accepted)

    store.act(begin_anew)

    with store.reading() as tx:
        assert ungraded(tx, 10) == [estate.record]
    assert store.act(begin_anew) is False
    assert store.act(forget_all) == 1


def test_a_picture_of_another_round_is_the_later_one_s_flag(store, estate):
    with store.reading() as tx:
        shot = tx.get(Inspection, estate.record).photos[0]
    late = replace(shot, id=PhotoId(an_id(0xF9)), taken_at=at(-1))

    put(store, a_round(0, photos=(late,)))

    with store.reading() as tx:
        (flag,) = assess(tx, a_round(0).id).flags
        assert assess(tx, estate.record).flags == ()
    assert (flag.flag, flag.facts["n"]) == (Flag.TWIN, 1)


def test_a_walk_is_measured_from_the_same_person_s_last_stop_in_another_building(store):
    with store.writing() as tx:
        for point, building in ((ROOM, "a"), (GARAGE, "b")):
            tx.put(replace(tx.get(Point, point), building=building))
    end = at(-70)
    began = replace(at(-70), wall=end.wall + timedelta(seconds=20), boottime_ms=end.boottime_ms + 20_000)
    put(store, a_round(1, point=GARAGE, started_at=at(-80), ended_at=end, answers=(replace(PASSED[0], at=end),)))

    put(store, a_round(0, started_at=began, ended_at=at(-60)))

    with store.reading() as tx:
        flags = {one.flag: dict(one.facts) for one in presence_of(tx, a_round(0).id).flags}
    assert flags[Flag.WALK] == {"seconds": 20, "record": a_round(1).id, "metres": 0}


def test_a_streak_counts_where_somebody_else_found_something(store):
    mine = [a_round(number) for number in range(15)]
    other = a_round(20, author=person_id("patroller"))
    put(store, *mine, other, a_hazard(id=HazardId(an_id(0x2F2)), source=other.id))

    with store.reading() as tx:
        assert [one.flag for one in assess(tx, mine[0].id).flags] == [Flag.STREAK]
        assert assess(tx, mine[1].id).flags == ()


def test_a_damaged_neighbour_holds_up_no_grade(store):
    put(store, a_round(5))
    with store.writing() as tx:
        tx.connection.execute(text("UPDATE inspection SET body = '{' WHERE id = :id"), {"id": a_round(5).id})

    put(store, a_round(1), a_round(2, point=STAIRS, author=person_id("patroller")))

    with store.reading() as tx:
        grades = [presence_of(tx, a_round(number).id).grade for number in (1, 2)]
    assert grades == [Grade.C, Grade.A]


def test_those_who_review_are_told_once_of_a_contradiction(store):
    put(store, a_round(1, place=Fix(30, 120, 9, True, NOW)))
    store.act(forget_all)
    grade_waiting(store, 100)

    with store.reading() as tx:
        assert [key for key in tx.scalars(told.select().with_only_columns(told.c.key)) if key.startswith("risk:")] == [
            f"risk:{a_round(1).id}"
        ]


# ---- clean rounds together


@pytest.mark.parametrize(("rounds", "sample"), [(0, 0), (2, 1), (10, 1), (11, 2), (200, 20)])
def test_a_tenth_is_drawn_and_one_at_least(rounds, sample):
    assert how_many(rounds) == sample
    assert how_many(MOST) == 20


def drawn(browser):
    return browser.post("/review/bulk").location.rpartition("/")[2]


def test_the_rest_is_accepted_once_the_drawn_round_was_opened_and_judged(store, sign_in):
    rounds, browser = clean_rounds(store, 5), sign_in("quality")
    draw = drawn(browser)
    with store.reading() as tx:
        begun = open_draw(tx, person_id("quality"), SITE)
    (sample,) = begun.sample
    through = f"?in=draw&draw={draw}"

    too_early = browser.post(f"/review/bulk/{draw}")
    browser.get(f"/inspections/{sample.record}{through}")
    back = judge(browser, sample.record, query=through)
    done = browser.post(f"/review/bulk/{draw}")

    assert too_early.status_code == 422
    assert "还没有全部打开并审核" in too_early.get_data(as_text=True)
    assert back.location == f"/review/bulk/{draw}"
    assert done.status_code == 303
    with store.reading() as tx:
        assert {review_state(tx, one) for one in rounds} == {"accepted"}
        words = [reviews_of(tx, one)[0].word for one in begun.rest]
    assert set(words) == {"批量通过（抽查 1/5）"}
    assert set(begun.candidates) == set(rounds)
    assert begun.is_right
    assert browser.post(f"/review/bulk/{draw}").status_code == 422


def test_a_verdict_without_opening_does_not_count(store, sign_in):
    clean_rounds(store, 4)
    browser = sign_in("quality")
    draw = drawn(browser)
    with store.reading() as tx:
        (sample,) = open_draw(tx, person_id("quality"), SITE).sample

    judge(browser, sample.record)

    assert browser.post(f"/review/bulk/{draw}").status_code == 422


def test_a_drawn_round_that_goes_back_leaves_the_others_in_the_queue(store, sign_in):
    rounds, browser = clean_rounds(store, 4), sign_in("quality")
    draw = drawn(browser)
    with store.reading() as tx:
        (sample,) = open_draw(tx, person_id("quality"), SITE).sample
    browser.get(f"/inspections/{sample.record}")
    judge(browser, sample.record, "returned", word="看不清")

    browser.post(f"/review/bulk/{draw}")

    with store.reading() as tx:
        assert open_draw(tx, person_id("quality"), SITE) is None
        assert sorted(review_state(tx, one) for one in rounds) == ["returned", "submitted", "submitted", "submitted"]
    assert "已停止" in browser.get(f"/review/bulk/{draw}").get_data(as_text=True)


def test_what_was_judged_meanwhile_is_left_out_and_named(store, sign_in):
    rounds, browser, other = clean_rounds(store, 4), sign_in("quality"), sign_in("manager")
    draw = drawn(browser)
    with store.reading() as tx:
        begun = open_draw(tx, person_id("quality"), SITE)
    judge(other, begun.rest[0], "returned", word="先看这条")
    browser.get(f"/inspections/{begun.sample[0].record}")
    judge(browser, begun.sample[0].record)

    browser.post(f"/review/bulk/{draw}")

    page = browser.get(f"/review/bulk/{draw}").get_data(as_text=True)
    assert "已由别人审核" in page
    assert "一起通过了 2 条" in page
    with store.reading() as tx:
        assert sorted(review_state(tx, one) for one in rounds) == ["accepted", "accepted", "accepted", "returned"]
        assert len(reviews_of(tx, begun.rest[0])) == 1


def test_a_drawn_round_that_somebody_else_judged_is_replaced_by_the_next_of_the_draw(store, sign_in):
    clean_rounds(store, 4)
    browser, other = sign_in("quality"), sign_in("manager")
    draw = drawn(browser)
    with store.reading() as tx:
        before = open_draw(tx, person_id("quality"), SITE)
    judge(other, before.sample[0].record)

    answer = browser.post(f"/review/bulk/{draw}")

    with store.reading() as tx:
        after = open_draw(tx, person_id("quality"), SITE)
    assert answer.status_code == 303
    assert [one.record for one in after.sample][:1] == [before.sample[0].record]
    assert len(after.sample) == 2
    assert after.is_right


def test_nobody_draws_again_before_the_draw_is_closed_nor_closes_another_s(store, sign_in):
    clean_rounds(store, 4)
    browser = sign_in("quality")

    draw = drawn(browser)

    assert drawn(browser) == draw
    assert "只能由抽的人" in sign_in("manager").post(f"/review/bulk/{draw}").get_data(as_text=True)


def test_only_clean_whole_rounds_of_others_are_candidates(store, sign_in):
    clean_rounds(store, 2)
    lacking = an_inspection().photos
    put(
        store,
        a_round(5, author=person_id("quality")),
        a_round(6, start_mode="typed"),
        a_round(7, answers=(Answer("LMR_09", result=Result.FAIL),)),
        a_round(8, site=OTHER_SITE, photos=lacking),
    )

    with store.writing() as tx:
        begun = begin_draw(tx, QUALITY, SITE)

    assert set(begun.candidates) == {a_round(0).id, a_round(1).id}


def test_the_seed_of_a_sample_is_sealed_before_and_its_commitment_stands_in_the_log(store, sign_in):
    browser = sign_in("quality")

    def text_of(answer):
        return answer.get_data(as_text=True)

    def shown():
        return re.search(r'封存码： <span class="wrap-anywhere">([0-9a-f]{64})', text_of(browser.get("/review/bulk")))

    clean_rounds(store, 3)
    before, again = shown().group(1), shown().group(1)
    clean_rounds(store, 6)  # what came after the seal is drawn from as well
    page = text_of(browser.get(f"/review/bulk/{drawn(browser)}"))
    with store.reading() as tx:
        begun = open_draw(tx, person_id("quality"), SITE)

    assert before == again == begun.commitment == commitment(begun.seed)
    assert before in page
    assert begun.sealed_at <= begun.drawn_at
    assert begun.seed not in text_of(browser.get("/review/bulk"))
    with store.reading() as tx:
        following = seal_of(tx, person_id("quality"), SITE)
        noted = tx.scalars(select(chain.c.about).where(chain.c.act == "review.seal").order_by(chain.c.seq))
    assert [said in about for said, about in zip((before, following.commitment), noted, strict=True)] == [True, True]
    assert following.commitment != before


def test_too_few_clean_rounds_are_not_drawn_from(store, sign_in):
    clean_rounds(store, 1)

    answer = sign_in("quality").post("/review/bulk")

    assert answer.status_code == 422
    assert "不足两条" in answer.get_data(as_text=True)


def test_somebody_of_another_site_knows_nothing_of_a_draw(store, sign_in):
    clean_rounds(store, 3)
    draw = drawn(sign_in("quality"))

    assert sign_in("stranger").get(f"/review/bulk/{draw}").status_code == 404


def test_of_two_verdicts_at_once_the_first_counts_and_the_second_is_told(store, sign_in):
    (record,) = clean_rounds(store, 1)
    browsers = (sign_in("quality"), sign_in("manager"))
    together = threading.Barrier(2)

    def decide(browser):
        together.wait()
        return judge(browser, record, "returned", word="看不清").status_code

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(decide, browsers))

    assert answers == [303, 422]
    with store.reading() as tx:
        assert len(reviews_of(tx, record)) == 1
