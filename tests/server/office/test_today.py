"""The first page: numbers that lead to their lists, and today's rounds."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.store.clearing import cut
from shared.clock import Reading
from shared.ids import RuleId
from shared.model.inspection import TaskRef
from shared.model.place import Text
from shared.model.plan import Period, Recurrence
from tests.builders import SITE, a_rule, an_id, an_inspection
from tests.estate import PUMPS

SHANGHAI = ZoneInfo("Asia/Shanghai")


def figures(page):
    """Read the figures: address of the list -> number."""
    found = re.findall(
        r'<a class="figure[^"]*" href="([^"]+)">.*?<span class="number[^"]*">(\d+)</span>', page, re.DOTALL
    )
    return {address.replace("&amp;", "&"): int(number) for address, number in found}


def length(page):
    """Read how long a list is, also where it says so by being empty."""
    found = re.search(r"共 (\d+) 条", page)
    return int(found.group(1)) if found else len(re.findall(r'<td class="lead-cell', page))


@pytest.fixture
def page(sign_in):
    return sign_in("quality").get("/").get_data(as_text=True)


def test_each_number_is_the_length_of_the_list_it_leads_to(sign_in, page):
    browser = sign_in("quality")
    lists = {address: number for address, number in figures(page).items() if address != "/plan/excuses#asked"}

    lengths = {address: length(browser.get(address).get_data(as_text=True)) for address in lists}

    assert len(lists) == 12
    assert lengths == lists


def test_a_sheet_that_nobody_signed_is_led_to(sign_in, store, clock):
    day = clock.wall.astimezone(SHANGHAI).date()
    with store.writing() as tx:
        cut(tx, SITE, day)

    found = figures(sign_in("quality").get("/").get_data(as_text=True))

    assert found[f"/clearing/{day}"] == 1


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

    assert len(re.findall(r">[^<]*已超时</span>", page)) == 2
    assert "今天已超时 2 项" in page


def test_day_is_that_of_the_site(sign_in, clock):
    clock.advance(timedelta(hours=8))  # half past midnight in Shanghai, the day before in Greenwich

    page = sign_in("quality").get("/").get_data(as_text=True)

    assert "2026年11月24日" in page
    assert "昨天漏检 2 项" in page


@pytest.mark.parametrize(("period", "first"), [(Period.QUARTER, date(2026, 10, 1)), (Period.YEAR, date(2026, 1, 1))])
def test_what_was_done_on_the_first_day_of_a_long_period_is_done_on_its_last(sign_in, store, clock, period, first):
    rule = a_rule(id=RuleId(an_id(0x71)), name=Text("消防设施联动测试"), point=PUMPS, starts_on=first)
    done_at = Reading(datetime.combine(first, time(2), UTC), "7c1f", 1)
    with store.writing() as tx:
        tx.put(replace(rule, recurrence=Recurrence.PER_PERIOD, period=period))
        tx.put(an_inspection(task=TaskRef(rule.id, first), point=PUMPS, started_at=done_at, ended_at=done_at))
    clock.wall = datetime(2026, 12, 31, 2, tzinfo=UTC)

    rounds = sign_in("quality").get("/").get_data(as_text=True)
    rounds = rounds[rounds.index('id="rounds"') :]

    assert "完成 1/4" in rounds
    assert re.search(r"消防泵房.*?消防设施联动测试.*?已完成", rounds, re.DOTALL)


def test_somebody_of_a_unit_begins_with_the_own_hazards(sign_in):
    assert sign_in("unit").get("/").location == "/hazards"
