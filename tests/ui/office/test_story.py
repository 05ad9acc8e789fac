"""The office's side of the story, in a real browser: review, return with a word, confirm, issue, reply, recheck, sign off."""

import pytest
from playwright.sync_api import expect

from server.store.inspection import reviews_of
from shared.model.hazard import Hazard, HazardState
from shared.model.inspection import ReviewState
from tests.estate import SHOP, picture


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "after.jpg"
    path.write_bytes(picture("after repair", (95, 115, 100)))
    return path


def load(office, record):
    with office.parts.store.reading() as tx:
        return tx.get(Hazard, record)


def open_act(page, words):
    page.locator("details.act > summary", has_text=words).first.click()
    return page.locator("details.act[open]").first


def test_a_hazard_goes_from_the_round_to_the_closing_signature(open_as, office, photo):
    record = office.estate.hazards["draft"]

    # the quality department returns the round with a word on the exact item
    page = open_as("quality", "/")
    page.get_by_role("link", name="待审核记录").click()
    found = page.locator("tr", has=page.get_by_text("隐患 1 条"))
    found.get_by_role("link", name="电梯机房每日巡视记录").click()
    row = page.locator("tr", has=page.get_by_text("LMR-09", exact=True))
    row.hover()
    row.locator("details.remark-field summary").click()
    row.locator("details.remark-field input").fill("请补拍全景照片")
    page.get_by_role("button", name="退回检查人").click()
    page.get_by_text("记录已退回").wait_for()
    with office.parts.store.reading() as tx:
        (review,) = reviews_of(tx, office.estate.record)
    assert (review.state, review.remarks[0].text) == (ReviewState.RETURNED, "请补拍全景照片")

    # the lead inspector confirms the hazard and issues the notice
    page = open_as("lead", f"/hazards/{record}")
    act = open_act(page, "确认隐患")
    act.get_by_label("依据").fill("手册 5.30.7")
    act.get_by_role("button", name="确认").click()
    page.get_by_text("隐患已确认").wait_for()
    page.get_by_role("link", name="派发整改通知书").click()
    line = page.locator("[data-line-body]:visible")
    line.get_by_label("整改要求").fill("补齐灭火器两具")
    line.get_by_role("button", name="7 天").click()
    line.get_by_label("责任人").fill("许老板")
    page.get_by_label("受检单位").select_option(SHOP)
    page.locator("[data-strokes]").scroll_into_view_if_needed()
    pad = page.locator("[data-strokes]").bounding_box()
    page.mouse.move(pad["x"] + 30, pad["y"] + 40)
    page.mouse.down()
    page.mouse.move(pad["x"] + 120, pad["y"] + 60, steps=4)
    page.mouse.up()
    page.get_by_label("签发此通知书").check()
    page.get_by_role("button", name="签发并派发").click()
    page.get_by_text("通知书已签发").wait_for()
    expect(page.locator("article")).to_contain_text("火险隐患整改通知书")
    expect(page.locator("article .sign path")).to_have_count(1)
    assert str(load(office, record).deadline_on) == "2026-11-30"

    # the unit receives it and replies with a photo
    page = open_as("unit", "/hazards")
    page.get_by_role("link", name="机房灭火器").first.click()
    page.get_by_role("link", name="龙物消改").click()
    act = open_act(page, "签收")
    act.get_by_label("已收到此通知书").check()
    act.get_by_role("button", name="确认签收").click()
    page.get_by_text("签收已记录").wait_for()
    page.locator(f"aside a[href='/hazards/{record}']").click()
    act = open_act(page, "提交整改回执")
    act.get_by_label("已完成").check()
    act.get_by_label("整改措施").fill("已补齐两具干粉灭火器")
    act.get_by_label("整改人").fill("小许")
    act.get_by_label("整改后照片").set_input_files(photo)
    act.get_by_role("button", name="提交回执").click()
    page.get_by_text("回执已提交").wait_for()
    assert load(office, record).state is HazardState.REPLIED

    # the lead inspector rechecks; the fire principal signs off
    page = open_as("lead", f"/hazards/{record}")
    act = open_act(page, "记录复查结果")
    act.locator("input[value=passed]").check()
    act.get_by_label("复查照片").set_input_files(photo)
    act.get_by_role("button", name="保存复查结果").click()
    page.get_by_text("复查结果已保存").wait_for()
    page = open_as("principal", "/")
    page.get_by_role("link", name="待签字销案").click()
    page.get_by_role("link", name="机房灭火器").first.click()
    act = open_act(page, "签字销案")
    act.get_by_label("签字销案").check()
    act.get_by_role("button", name="签字销案").click()
    page.get_by_text("已签字销案").wait_for()
    assert load(office, record).state is HazardState.CLOSED
    expect(page.locator("ol.line > li")).to_have_count(7)
