"""A plan from its form to a missed round that is dealt with, as a manager does it in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from server.store.schedule import keep_schedules
from tests.estate import PUMPS

pytestmark = pytest.mark.ui


def test_a_manager_plans_with_the_dates_in_view_and_deals_with_what_was_missed(open_as, office):
    # given what closed since the beginning of the month
    keep_schedules(office.parts.store)
    page = open_as("manager")

    # when a plan is filled in, its dates follow what is typed without a reload
    page.goto(f"{office.url}/plan/rules/new")
    page.select_option("#template", "pump")
    page.select_option("#place", f"point:{PUMPS}")
    page.select_option("#often", "quarter")
    expect(page.locator("#preview")).to_contain_text("2026-12-31")
    page.select_option("#often", "week")
    expect(page.locator("#preview")).to_contain_text("2026-12-06")
    page.get_by_role("button", name="保存").click()

    # then it stands there with its dates
    expect(page.get_by_role("heading", level=1)).to_contain_text("消防泵房")
    expect(page.get_by_role("status")).to_contain_text("计划已建立")

    # when the calendar leads to what was missed on a day
    page.get_by_role("link", name="日历").click()
    page.locator(".day-link", has_text="2026-11-21").click()
    page.get_by_role("link", name="去处置").first.click()
    page.select_option("#why", "nobody")
    page.fill("#instead", "次日补查，未发现异常")
    page.get_by_role("button", name="保存处置").click()
    expect(page.get_by_role("status")).to_be_visible()

    # then it is dealt with
    page.goto(f"{office.url}/plan/missed?show=done")
    expect(page.locator("#list")).to_contain_text("次日补查，未发现异常")
