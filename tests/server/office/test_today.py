"""The first page: numbers that lead to their lists, and today's rounds."""

import re
from datetime import timedelta

import pytest


def figures(page):
    """Read the figures: address of the list -> number."""
    found = re.findall(
        r'<a class="figure[^"]*" href="([^"]+)">.*?<span class="number[^"]*">(\d+)</span>', page, re.DOTALL
    )
    return {address.replace("&amp;", "&"): int(number) for address, number in found}


@pytest.fixture
def page(sign_in):
    return sign_in("quality").get("/").get_data(as_text=True)


def test_each_number_is_the_length_of_the_list_it_leads_to(sign_in, page):
    browser = sign_in("quality")
    lists = {address: number for address, number in figures(page).items() if "?" in address}

    lengths = {
        address: int(re.search(r"共 (\d+) 条", browser.get(address).get_data(as_text=True)).group(1))
        for address in lists
    }

    assert len(lists) == 6
    assert lengths == lists


def test_rounds_of_today_stand_by_place_with_their_state(page):
    rounds = page[page.index('id="rounds"') :]

    assert "完成 1/3" in rounds
    assert re.search(r"A1 栋电梯机房.*?机房每日巡视.*?已完成", rounds, re.DOTALL)
    assert re.search(r"A2 栋疏散楼梯.*?每日防火巡查.*?待执行", rounds, re.DOTALL)


def test_rounds_that_nobody_walked_yesterday_are_named(page):
    assert "昨天漏检 2 项" in page


def test_a_round_past_its_time_is_marked(sign_in, clock):
    clock.advance(timedelta(hours=3))

    page = sign_in("quality").get("/").get_data(as_text=True)

    assert page.count("已超时") == 2
    assert "今超时 2" in page


def test_day_is_that_of_the_site(sign_in, clock):
    clock.advance(timedelta(hours=8))  # half past midnight in Shanghai, the day before in Greenwich

    page = sign_in("quality").get("/").get_data(as_text=True)

    assert "2026年11月24日" in page
    assert "昨天漏检 2 项" in page


def test_somebody_of_a_unit_begins_with_the_own_hazards(sign_in):
    assert sign_in("unit").get("/").location == "/hazards"
