"""What falls due at equipment by a date of its own: the page, its Excel file, who is told."""

import io
import re
from dataclasses import replace
from html import unescape

import openpyxl
import pytest

from shared.ids import AssetId
from shared.model.place import Asset, AssetKind, Text
from tests.builders import SITE, an_id
from tests.estate import GARAGE, LIFTS


@pytest.fixture
def dated(store, estate):
    """A lift whose governor is due, a batch of extinguishers, one that was retired; it is November 2026."""
    with store.writing() as tx:
        for lift in LIFTS:
            tx.put(replace(tx.get(Asset, lift), data={}))
        tx.put(
            replace(
                tx.get(Asset, LIFTS[0]), data={"governor_verified_on": "2024-12-05", "next_inspection_on": "2026-11-01"}
            )
        )
        for number in range(60):
            made = "2021-12-10" if number < 55 else "2018-01-10"
            one = Asset(
                AssetId(an_id(0x6100 + number)), SITE, GARAGE, AssetKind.EXTINGUISHER, Text("干粉灭火器"), f"MH-{number:03d}",
                data={"made_on": made}, is_retired=number == 0,
            )  # fmt: skip
            tx.put(one)


def text(answer):
    return unescape(answer.get_data(as_text=True))


def days(page):
    return re.findall(
        r"<tr>\s*<td class=\"nowrap\".*?(\d{4}-\d\d-\d\d).*?</td>\s*<td[^>]*>([^<]+)</td>", page, re.DOTALL
    )


def test_days_are_listed_the_earliest_first_page_by_page(sign_in, dated):
    lead = sign_in("lead")

    first, second = text(lead.get("/plan/dates")), text(lead.get("/plan/dates?page=2"))

    assert days(first)[:3] == [("2023-01-10", "灭火器维修")] * 3
    assert ("2026-11-01", "定期检验") in days(first)
    assert ("2026-12-05", "限速器动作速度校验") in days(first)
    assert len(days(first)) == 50
    assert len(days(second)) == 5 + 54 + 2 - 50
    assert "特种设备安全法§40" in first
    assert "MH-000" not in first + second


def test_days_are_narrowed_by_what_is_due_how_far_ahead_and_words(sign_in, dated):
    lead = sign_in("lead")

    def found(query):
        return set(days(text(lead.get(f"/plan/dates?{query}"))))

    assert found("due=governor") == {("2026-12-05", "限速器动作速度校验")}
    assert found("due=scrap") == set()
    assert found("due=scrap&within=all") == {("2028-01-10", "灭火器报废"), ("2031-12-10", "灭火器报废")}
    assert found("q=MH-059&within=all") == {("2023-01-10", "灭火器维修"), ("2028-01-10", "灭火器报废")}
    assert days(text(lead.get("/plan/dates?within=all&sort=-on")))[0][0] == "2031-12-10"
    assert "这段时间没有设备到期" in text(lead.get("/plan/dates?q=nothing"))


def test_days_are_had_as_an_excel_file(sign_in, dated):
    answer = sign_in("lead").get("/plan/dates?within=all&as=xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.get_data())).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len([row for row in rows if row[1] in ("灭火器维修", "灭火器报废")]) == 118
