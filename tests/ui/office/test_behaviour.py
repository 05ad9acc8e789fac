"""What scripts add: lists that answer at once, a photo viewer, a menu that folds, and forms that keep what was typed."""

import re
from dataclasses import replace

from playwright.sync_api import expect

from shared.model.hazard import Hazard
from shared.model.mark import Mark, MarkKind
from tests.estate import PASSWORD, picture
from tests.ui.office.conftest import PATIENCE_MS

LIE_OVER_EACH_OTHER = """() => {
  const boxes = ["img.pswp__img:not(.pswp__img--placeholder)", "svg.marks"].map(
    (part) => document.querySelector(`.pswp__item ${part}`)?.getBoundingClientRect());
  return boxes.every(Boolean)
    && ["x", "y", "width", "height"].every((side) => Math.abs(boxes[0][side] - boxes[1][side]) < 2);
}"""
"""The photo and what was drawn on it, once both stand where they stay."""


def test_whoever_signs_in_goes_on_to_the_page_that_was_asked_for(open_as, office):
    page = open_as("", "/hazards?group=overdue")

    page.get_by_label("用户名").fill("lead")
    page.get_by_role("textbox", name="密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()

    expect(page.get_by_role("heading", name="隐患")).to_be_visible()
    expect(page).to_have_url(f"{office.url}/hazards?group=overdue")


def test_typing_in_the_search_field_narrows_the_list_without_a_reload(open_as):
    page = open_as("lead", "/hazards")
    page.evaluate("window.stillHere = true")

    page.keyboard.press("/")
    page.keyboard.type("电动")
    page.get_by_text("共 1 条").wait_for()

    expect(page).to_have_url(re.compile(r"/hazards\?q=%E7%94%B5%E5%8A%A8$"))
    expect(page.locator("table tbody tr")).to_have_count(1)
    assert page.evaluate("window.stillHere") is True


def test_search_field_keeps_the_cursor_while_the_list_changes(open_as):
    page = open_as("lead", "/hazards")

    page.locator("#q").press_sequentially("消火", delay=30)
    page.get_by_text("共 1 条").wait_for()
    page.locator("#q").press_sequentially("栓", delay=30)
    page.wait_for_url("**?q=%E6%B6%88%E7%81%AB%E6%A0%93")

    expect(page.get_by_text("共 1 条")).to_be_visible()
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("消火栓")


def test_sorting_is_announced_and_the_way_back_restores_the_list(open_as):
    page = open_as("lead", "/hazards")

    page.get_by_role("link", name="编号").click()
    page.wait_for_selector("th[aria-sort=ascending] >> text=编号")
    page.go_back()
    page.wait_for_selector("th[aria-sort=descending] >> text=发现")

    expect(page).not_to_have_url(re.compile("sort="))


def test_a_photo_opens_in_the_viewer_with_its_caption(open_as, office):
    page = open_as("lead", f"/hazards/{office.estate.hazards['replied']}")

    page.locator("a[data-pswp-width]").first.click()
    page.wait_for_selector(".pswp--open .pswp__img")

    expect(page.locator(".pswp__caption")).to_contain_text("整改前照片 · 2026-")
    page.locator(".pswp__button--close").click()
    page.wait_for_selector(".pswp", state="detached")


def test_what_was_drawn_lies_over_the_photo_in_the_viewer_and_can_be_hidden(open_as, office):
    hazard = office.estate.hazards["replied"]
    marks = (Mark(MarkKind.CIRCLE, ((0.3, 0.3), (0.7, 0.7))), Mark(MarkKind.NUMBER, ((0.5, 0.5),), text="1"))
    with office.parts.store.writing() as tx:
        found = tx.get(Hazard, hazard)
        drawn = tuple(replace(photo, marks=marks, width=1600, height=1200) for photo in found.photos_before)
        tx.put(replace(found, photos_before=drawn))
    page = open_as("lead", f"/hazards/{hazard}")
    expect(page.locator("a[data-pswp-width] svg.marks").first).to_be_visible()

    page.locator("a[data-pswp-width]").first.click()
    page.wait_for_selector(".pswp--open .pswp__img")
    large = page.locator(".pswp__item svg.marks").first

    expect(large).to_be_visible()
    page.wait_for_function(LIE_OVER_EACH_OTHER)
    page.get_by_title("显示或隐藏标注").click()
    expect(large).to_be_hidden()
    page.get_by_title("显示或隐藏标注").click()
    expect(large).to_be_visible()


def test_the_menu_folds_on_a_phone(open_as):
    page = open_as("lead", "/hazards", size=(390, 844))
    entry = page.get_by_role("link", name="检查记录")
    expect(entry).to_be_hidden()

    page.get_by_role("button", name="主菜单").click()

    expect(entry).to_be_visible()


def test_a_refused_form_keeps_what_was_typed_and_leads_the_eye_to_what_is_missing(open_as, office):
    page = open_as("lead", f"/hazards/{office.estate.hazards['draft']}")
    page.locator("summary", has_text="当场改正").click()
    act = page.locator("details.act[open]")
    act.get_by_label("责任人").fill("许老板")

    act.locator("input[type=file]").evaluate("field => field.removeAttribute('required')")
    act.get_by_role("button", name="当场销案").click()
    page.get_by_text("请附整改后的照片").wait_for()

    expect(page.locator("details.act[open]").get_by_label("责任人")).to_have_value("许老板")
    expect(page.locator("[data-announce]")).to_be_focused()


def test_only_what_is_wrong_can_be_shown(open_as, office):
    page = open_as("quality", f"/inspections/{office.estate.record}")
    rows = page.locator(".answers tbody tr:visible")
    every, wrong = rows.count(), page.locator(".answers tbody tr.is-bad").count()

    page.get_by_label("只看不合格").check()

    assert 0 < wrong < every / 3
    expect(rows).to_have_count(wrong)


def test_an_enrolment_code_counts_down_in_words_though_the_computers_clock_is_wrong(open_as):
    page = open_as("admin", "/tablets/enrol")
    page.clock.install(time="2019-01-01T00:00:00Z")
    page.get_by_label("使用人").select_option(label="周敏")
    page.get_by_role("button", name="生成登记码").click()
    expect(page.locator(".enrol-code")).to_have_text(re.compile(r"[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}"))
    left = page.locator("[data-seconds]")
    expect(left).to_have_attribute("data-end", re.compile(r"\d+"))  # the script has begun to count

    page.clock.run_for("02:00")
    expect(left).to_have_text(re.compile(r"还剩 [67]:[0-5]\d"))
    page.clock.run_for("10:00")

    expect(left).to_have_text("已过期，请重新生成")
    expect(page.locator("svg.qr path")).not_to_have_count(0)


def test_language_is_switched_on_the_same_page(open_as):
    page = open_as("lead", "/hazards?group=overdue")

    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Hazards").wait_for()

    expect(page).to_have_url(re.compile(r"/hazards\?group=overdue$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_pages_work_without_scripts(browser, office, tmp_path):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(picture("no script"))
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{office.url}/signin?next=/hazards")
    page.fill("#login", "lead")
    page.fill("#password", "xunan-2026")
    page.click("button[type=submit]")

    page.fill("#q", "纸箱")
    page.click("form.filters button[type=submit]")
    expect(page.locator("table tbody tr")).to_have_count(1)
    page.locator("td.lead-cell a").first.click()
    page.locator("summary", has_text="作废").click()
    void = page.locator("details.act[open]", has=page.locator("summary", has_text="作废"))
    void.locator("textarea").fill("重复")
    void.locator("button[type=submit]").click()

    expect(page.locator("[data-announce]")).to_contain_text("隐患已作废")
    context.close()
