"""Lists as Excel files, opened and read back."""

import io
from datetime import datetime

import openpyxl
import pytest

from server.office.excel import XLSX
from shared.ids import HazardId
from tests.builders import a_hazard, an_id
from tests.estate import person_id

LISTS = ("/inspections", "/hazards", "/notices", "/notices/register", "/access", "/tablets", "/letters", "/papers")


def opened(answer):
    assert (answer.status_code, answer.mimetype) == (200, XLSX)
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def lines(book):
    return [tuple(cell.value for cell in row) for row in book.worksheets[0].iter_rows()]


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_a_file_with_a_frozen_head_and_filters(sign_in, path):
    book = opened(sign_in("quality").get(path, query_string={"as": "xlsx"}))

    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert all(cell.value for cell in sheet[1])
    assert book.worksheets[1]["B2"].value == "龙山国际"


def test_the_file_holds_the_rows_that_the_filters_leave(sign_in, estate):
    browser = sign_in("lead")

    every = lines(opened(browser.get("/hazards?as=xlsx")))
    overdue = lines(opened(browser.get("/hazards?group=overdue&as=xlsx")))

    assert len(every) - 1 == len(estate.hazards)
    assert 0 < len(overdue) - 1 < len(every) - 1


def test_days_numbers_and_links_are_typed_and_times_are_those_of_the_estate(sign_in, estate):
    sheet = opened(sign_in("lead").get("/inspections?as=xlsx")).worksheets[0]

    at = sheet["A2"]
    link = sheet["B2"]

    assert isinstance(at.value, datetime)
    assert at.number_format == "yyyy-mm-dd hh:mm"
    assert link.hyperlink.target.startswith("http://localhost/inspections/")
    assert isinstance(sheet["I2"].value, int)


def test_a_text_that_looks_like_a_formula_stays_a_text(sign_in, store):
    with store.writing() as tx:
        tx.put(
            a_hazard(id=HazardId(an_id(0x701)), description='=HYPERLINK("http://x","y")', found_by=person_id("lead"))
        )

    rows = opened(sign_in("lead").get("/hazards?as=xlsx")).worksheets[0]

    found = next(cell for row in rows.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK"))
    assert found.data_type == "s"


def test_a_list_is_in_english_for_who_reads_english(sign_in):
    browser = sign_in("lead")
    browser.get("/hazards?lang=en")

    answer = browser.get("/hazards?as=xlsx")

    assert lines(opened(answer))[0][:3] == ("Number", "Hazard", "Place")
    assert "filename*=UTF-8''Hazards-" in answer.headers["Content-Disposition"]


def test_pictures_come_along_if_asked_for(sign_in):
    browser = sign_in("lead")

    plain = opened(browser.get("/hazards?as=xlsx"))
    pictured = opened(browser.get("/hazards?as=xlsx&photos=1"))

    assert len(lines(pictured)[0]) == len(lines(plain)[0]) + 1


def test_who_may_not_see_a_list_gets_no_file_of_it(sign_in):
    assert sign_in("unit").get("/inspections?as=xlsx").status_code == 403
    assert sign_in("repair").get("/hazards?as=xlsx").status_code == 403
