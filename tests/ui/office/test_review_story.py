"""A reviewer's morning by the keyboard: through the queue, back with words, two photos, clean rounds after a sample."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from server.store.grade import grade_waiting
from server.store.inspection import review_state, reviews_of
from shared.ids import InspectionId
from shared.model.inspection import ReviewState
from tests.builders import an_id
from tests.server.office.rounds import FORM, a_round

pytestmark = pytest.mark.ui
FAILED = a_round(3, start_mode="manual")


@pytest.fixture(scope="module")
def rounds(office):
    clean = [a_round(number) for number in (0, 1, 2)]
    with office.parts.store.writing() as tx:
        tx.put(FORM)
        for record in (FAILED, *clean):
            tx.put(record)
    grade_waiting(office.parts.store, 50)
    return [one.id for one in clean]


def press(page: Page, key: str) -> None:
    """Press a key once the page's scripts listen: a page that a key has led to shows its words before they do."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def state(office, record):
    with office.parts.store.reading() as tx:
        return review_state(tx, record)


def test_a_reviewer_works_through_the_queue_by_keys(open_as, office, rounds):
    page = open_as("quality")
    page.goto(f"{office.url}/review?template=walk")

    # when: down to the worst one, and into it
    press(page, "j")
    press(page, "Enter")
    expect(page.get_by_text("第 1 条，共 4 条")).to_be_visible()
    expect(page.get_by_text("点位是从列表里选的")).to_be_visible()

    # when: on to the next and back
    press(page, "j")
    expect(page.get_by_text("第 2 条，共 4 条")).to_be_visible()
    press(page, "k")
    expect(page.get_by_text("第 1 条，共 4 条")).to_be_visible()

    # when: it goes back, which asks for a word first
    press(page, "r")
    expect(page.locator("#word")).to_be_focused()
    page.keyboard.type("请到现场扫码")
    press(page, "Tab")
    press(page, "Tab")
    press(page, "Enter")
    expect(page.get_by_text("第 1 条，共 3 条")).to_be_visible()

    # then
    with office.parts.store.reading() as tx:
        assert [(one.state, one.word) for one in reviews_of(tx, FAILED.id)] == [(ReviewState.RETURNED, "请到现场扫码")]

    # when: the next one is accepted, and the keys are turned off
    press(page, "a")
    expect(page.get_by_text("第 1 条，共 2 条")).to_be_visible()
    page.get_by_label("键盘快捷键").uncheck()
    page.locator("h1").click()
    press(page, "a")
    page.reload()
    expect(page.get_by_text("第 1 条，共 2 条")).to_be_visible()
    page.get_by_label("键盘快捷键").check()

    # when: the rest together, after the sample
    page.goto(f"{office.url}/review/bulk")
    page.get_by_role("button", name="抽出 1 条").click()
    expect(page.get_by_role("button", name="通过其余 1 条")).to_be_disabled()
    page.locator("td.lead-cell a").first.click()
    page.get_by_role("button", name="通过").click()
    page.get_by_role("button", name="通过其余 1 条").click()
    expect(page.get_by_text("一起通过了 1 条")).to_be_visible()
    assert {state(office, one) for one in rounds} == {"accepted"}


def test_two_photos_lie_over_each_other_and_the_arrow_keys_move_the_edge(open_as, office):
    page = open_as("quality")
    page.goto(f"{office.url}/photos/compare/{office.estate.photo}/{office.estate.photo}")

    slider = page.get_by_role("slider")
    slider.focus()
    expect(page.locator(".compare-stage")).to_have_css("--cut", "50%")
    press(page, "ArrowRight")

    expect(page.locator(".compare-stage")).to_have_css("--cut", "51%")


def test_who_is_second_finds_his_words_on_the_page(open_as, office, rounds):
    record = replace(a_round(8), id=InspectionId(an_id(0xAC8)))
    with office.parts.store.writing() as tx:
        tx.put(record)
    first, second = open_as("manager"), open_as("lead")
    for page in (first, second):
        page.goto(f"{office.url}/inspections/{record.id}")

    first.get_by_role("button", name="通过").click()
    expect(first.get_by_text("记录已通过")).to_be_visible()
    second.get_by_label("总的意见").fill("缺一张全景")
    second.get_by_role("button", name="退回检查人").click()

    expect(second.get_by_text("冯经理 已在")).to_be_visible()
    expect(second.locator("textarea[readonly]")).to_have_value("缺一张全景")
