"""Numbers and charts in the office: indicators with formulas, each chart with its table and file, readings of a place."""

import html
import io
import re

import openpyxl
import pytest

from server.office.numbers.panels import MAKERS
from tests.estate import ROOM

PATHS = ("/numbers", "/numbers/spread", "/numbers/rounds")


def text(answer):
    return answer.get_data(as_text=True)


@pytest.fixture
def browser(sign_in):
    return sign_in("quality")


def card(page, name):
    return re.search(rf'<span class="label">{name}</span>\s*<span class="number">([^<]*)</span>', page).group(1)


def test_indicators_stand_with_what_they_were_counted_from(browser):
    page = text(browser.get("/numbers"))

    assert card(page, "整改率") == "0.0%"
    assert "0 / 3 条" in page
    assert "批准延期后" in page


def test_every_chart_has_its_title_its_table_and_its_file(browser):
    shown = []
    for path in PATHS:
        page = text(browser.get(f"{path}?from=2026-11-01&to=2026-11-30"))

        drawn = re.findall(r'<svg [^>]*class="chart".*?</svg>', page, re.DOTALL)
        files = re.findall(r"panel=(\w+)", page)
        assert len(drawn) == 2 * page.count('class="figures-table"') == 2 * len(files)  # for a desk and for a phone
        assert all("<title" in one and "<desc" in one for one in drawn)
        named = re.findall(r'<title id="([^"]+)"', page)
        assert len(set(named)) == len(named) == len(drawn)
        shown += files
    assert len(shown) == len(set(shown)) >= 5
    assert set(shown) <= set(MAKERS)


def test_every_panel_stands_on_one_of_the_pages(browser):
    pages = "".join(text(browser.get(path)) for path in PATHS)

    assert sorted(re.findall(r'id="panel-(\w+)"', pages)) == sorted(MAKERS)


def test_the_pages_lead_to_each_other_with_the_period_and_the_filters(browser):
    asked = "from=2026-11-01&to=2026-11-30&category=gas"
    for path in PATHS:
        page = text(browser.get(f"{path}?{asked}"))
        links = [html.unescape(one) for one in re.findall(r'<a class="chip" href="([^"]+)"', page)]
        assert [f"{other}?{asked}" for other in PATHS] == links[:3]
    assert '<input type="hidden" name="category" value="gas">' in text(browser.get(f"/numbers/rounds?{asked}"))


@pytest.mark.parametrize("panel", MAKERS)
def test_the_file_of_a_chart_holds_its_table(browser, panel):
    answer = browser.get(f"/numbers?as=xlsx&panel={panel}")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert sheet.max_column >= 3
    assert all(cell.value for cell in sheet[1])


def test_a_chart_that_does_not_exist_has_no_file(browser):
    assert browser.get("/numbers?as=xlsx&panel=nothing").status_code == 404


def test_filters_narrow_and_a_period_that_makes_no_sense_is_the_usual_one(browser, estate):
    usual = text(browser.get("/numbers"))
    backwards = text(browser.get("/numbers?from=2026-11-30&to=2026-11-01"))
    nowhere = text(browser.get("/numbers?category=gas"))

    first = re.search(r'name="from" value="([^"]+)"', usual).group(1)
    assert f'name="from" value="{first}"' in backwards
    assert "0 / 3 条" not in nowhere


def test_readings_of_a_place_stand_with_their_limits(browser):
    page = text(browser.get(f"/numbers/readings?point={ROOM}"))

    assert "机房温度" in page
    assert "上限 40" in page
    assert "超出限值" in page


def test_readings_as_a_file_are_numbers(browser):
    answer = browser.get(f"/numbers/readings?point={ROOM}&as=xlsx")

    rows = list(openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert ("机房温度", 42.5, "°C") in {(row[0], row[2], row[3]) for row in rows}


def test_a_place_of_nobody_shows_no_readings(browser):
    assert "还没有两次以上的读数" in text(browser.get("/numbers/readings?point=unknown"))
