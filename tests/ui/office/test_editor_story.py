"""A checklist is changed as its author does it: a line dragged, an expression mended while typing, tried, published."""

from __future__ import annotations

from playwright.sync_api import expect

from server.store.template import latest
from shared.ids import TemplateId

STANDS_BEFORE = """([one, other]) => document.getElementById(one)
  .compareDocumentPosition(document.getElementById(other)) & Node.DOCUMENT_POSITION_FOLLOWING"""


def drag(page, source, target):
    """Drag one line by its grip to another one, as a hand does."""
    grip, goal = page.locator(f"#{source} [data-grip]").first, page.locator(f"#{target} > .outline-row")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), goal.bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    for part in range(1, 11):
        page.mouse.move(start["x"] + 5, start["y"] + 5 + (end["y"] - start["y"]) * part / 10)
    page.wait_for_function(STANDS_BEFORE, arg=[source, target])  # the list makes room for it now and then
    with page.expect_response(lambda answer: answer.request.method == "POST") as moved:
        page.mouse.up()
    moved.value.finished()  # what comes next is of the draft in which it stands there


def test_a_checklist_is_dragged_mended_tried_and_published(open_as, office):
    # given: the newest version, opened as a draft
    page = open_as("quality", "/templates/extinguisher")
    page.get_by_role("button", name="编辑").click()
    expect(page.get_by_role("heading", name="检查项目")).to_be_visible()
    rows = page.locator("li.outline-item:not(.is-group)")
    first, second = (rows.nth(number).get_attribute("data-row") for number in (0, 1))

    # when: the second line is dragged above the first, and a line gets an expression, at first a wrong one
    drag(page, second, first)
    expect(rows.nth(0)).to_have_attribute("data-row", second)
    page.locator(f"#{first} a").first.click()
    page.get_by_label("显示条件").fill("${nobody} = 1")
    expect(page.locator("#live")).to_contain_text("表达式只引用本表的项和重复组")
    expect(page.locator("#wrong-relevant")).to_contain_text("${nobody}")
    page.get_by_label("显示条件").fill("")
    expect(page.locator("#live")).to_contain_text("没有问题")
    page.get_by_label("中文文字").fill("换过说法的项目")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("link", name="换过说法的项目")).to_be_visible()

    # then: the test run answers at once, publishing tells both changes, and it is the next version
    page.get_by_role("link", name="预览与试填").click()
    page.locator(".answer-fail").first.click()
    expect(page.locator(".trial-bar")).to_contain_text("1 项不合格")
    page.get_by_role("link", name="返回编辑").click()
    page.get_by_role("link", name="发布", exact=True).click()
    expect(page.locator(".differences")).to_contain_text("移动")
    expect(page.locator(".differences")).to_contain_text("换过说法的项目")
    page.get_by_role("button", name="发布第 2 版").click()
    expect(page.get_by_text("换过说法的项目")).to_be_visible()
    with office.parts.store.reading() as tx:
        assert latest(tx, TemplateId("extinguisher")).version == 2
