"""The daily clearing in the office: listed once a day, every line closed or spoken for, two signatures, then locked."""

import io
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from server.housekeeping import Housekeeping
from server.store.clearing import CUT_AT, cut, due_sheets, lines_of, sheet_of, sheets
from shared.clearing import LineKind, sum_up
from tests.builders import SITE
from tests.estate import person_id


def text(answer):
    return answer.get_data(as_text=True)


def boxes(page):
    return re.findall(r'name="line" value="([^"]+)"', page)


@pytest.fixture
def day(clock, store):
    return store.now().astimezone(ZoneInfo("Asia/Shanghai")).date()


@pytest.fixture
def words(day):
    return {
        "reason": "parts",
        "progress": "配件已下单",
        "next_step": "到货即装",
        "responsible": person_id("keeper"),
        "promised_on": (day + timedelta(days=2)).isoformat(),
    }


@pytest.fixture
def path(sign_in, day):
    """Today's sheet, cut by the front desk."""
    answer = sign_in("desk").post("/clearing")
    assert answer.status_code == 303
    return f"/clearing/{day}"


def speak_for_all(browser, path, words):
    lines = boxes(text(browser.get(path)))
    return lines, browser.post(f"{path}/lines", data={**words, "line": lines})


def test_the_sheet_lists_what_needs_somebody(path, sign_in, store, day, estate):
    with store.reading() as tx:
        lines = lines_of(tx, sheet_of(tx, SITE, day))

    about = {(line.kind, line.about) for line in lines}
    assert {(LineKind.HAZARD, estate.hazards[name]) for name in ("overdue", "draft", "replied", "passed")} <= about
    assert {LineKind.REVIEW, LineKind.HAZARD} <= {line.kind for line in lines}
    assert not any(line.is_closed or line.is_carried for line in lines)
    assert f"/hazards/{estate.hazards['overdue']}" in text(sign_in("desk").get(path))


def test_a_day_is_listed_once(path, sign_in, store, day):
    again = sign_in("assistant").post("/clearing")

    with store.reading() as tx:
        assert [row.sheet.day for row in sheets(tx, SITE, day, day)] == [day]
    assert again.status_code == 303


def test_lines_that_owe_a_word_keep_the_sheet_from_being_signed(path, sign_in):
    refused = sign_in("desk").post(f"{path}/clear", data={"signed": "1"})

    assert refused.status_code == 422
    assert "还有事项没有处理意见" in text(refused)


def test_one_clears_another_audits_and_then_nothing_changes(path, sign_in, words):
    desk, manager = sign_in("desk"), sign_in("manager")

    lines, kept = speak_for_all(desk, path, words)
    cleared = desk.post(f"{path}/clear", data={"signed": "1"})
    audited = manager.post(f"{path}/audit", data={"signed": "1", "word": "属实"})
    late = desk.post(f"{path}/lines", data={**words, "progress": "改口", "line": lines})

    page = text(desk.get(path))
    assert (kept.status_code, cleared.status_code, audited.status_code) == (303, 303, 303)
    assert late.status_code == 409
    assert "已审核锁定" in page
    assert "改口" not in page
    assert page.count("配件已下单") == len(lines)


def test_a_sheet_given_back_is_worked_on_again_with_the_words(path, sign_in, words):
    desk, manager = sign_in("desk"), sign_in("manager")
    speak_for_all(desk, path, words)
    desk.post(f"{path}/clear", data={"signed": "1"})

    without = manager.post(f"{path}/return", data={"word": ""})
    returned = manager.post(f"{path}/return", data={"word": "第三条进展写清楚"})

    page = text(desk.get(path))
    assert (without.status_code, returned.status_code) == (422, 303)
    assert "第三条进展写清楚" in page
    assert boxes(page)


def test_what_is_typed_stays_when_something_is_missing(path, sign_in, words):
    desk = sign_in("desk")
    line = boxes(text(desk.get(path)))[0]

    answer = desk.post(f"{path}/lines", data={**words, "responsible": "", "line": line})

    page = text(answer)
    assert answer.status_code == 422
    assert "配件已下单" in page
    assert re.search(rf'value="{re.escape(line)}"[^>]* checked', page)


def test_what_goes_out_of_one_day_comes_into_the_next(path, sign_in, store, clock, words, estate, day):
    desk = sign_in("desk")
    speak_for_all(desk, path, words)
    signed_off = sign_in("principal").post(f"/hazards/{estate.hazards['passed']}/sign_off", data={"signed": "1"})
    desk.post(f"{path}/clear", data={"signed": "1"})
    clock.advance(timedelta(days=1))

    with store.writing() as tx:
        cut(tx, SITE, day + timedelta(days=1))
        first = sum_up(lines_of(tx, sheet_of(tx, SITE, day)))
        lines = lines_of(tx, sheet_of(tx, SITE, day + timedelta(days=1)))

    second = sum_up(lines)
    assert signed_off.status_code == 303
    assert first.closed == 1
    assert second.carried_in == first.carried_out
    assert {line.age(day + timedelta(days=1)) for line in lines if line.is_carried} == {2}
    assert all(line.owes for line in lines if not line.is_closed)  # each day wants its own progress


def test_a_day_that_is_signed_late_leaves_open_what_the_next_day_took_over(
    path, sign_in, store, clock, words, estate, day
):
    clock.advance(timedelta(days=1))
    following = day + timedelta(days=1)
    sign_in("principal").post(f"/hazards/{estate.hazards['passed']}/sign_off", data={"signed": "1"})
    with store.writing() as tx:
        cut(tx, SITE, following)
    desk = sign_in("desk")
    sign_in("lead").post(f"/hazards/{estate.hazards['draft']}/void", data={"reason": "记错了"})

    warned = "后面已有新的清单" in text(desk.get(path))
    speak_for_all(desk, path, words)
    signed = desk.post(f"{path}/clear", data={"signed": "1"})

    with store.reading() as tx:
        first, second = (sum_up(lines_of(tx, sheet_of(tx, SITE, on))) for on in (day, following))
    assert (warned, signed.status_code) == (True, 303)
    assert (first.closed, second.closed) == (1, 1)  # what was done before the cut, and after it
    assert second.carried_in == first.carried_out


def test_the_sheet_is_made_by_itself_at_its_hour(parts, store, clock):
    local = store.now().astimezone(ZoneInfo("Asia/Shanghai"))
    clock.advance(timedelta(hours=(CUT_AT.hour - local.hour - 1) % 24))
    early = due_sheets(store)
    clock.advance(timedelta(hours=1))
    housekeeping = Housekeeping(store, parts.blobs)
    due, again = housekeeping.once()["sheets"], housekeeping.once()["sheets"]

    assert (early, due > 0, again) == ([], True, 0)


def test_the_sheet_as_an_excel_file_says_what_the_page_says(path, sign_in, words):
    desk = sign_in("desk")
    lines, _ = speak_for_all(desk, path, words)

    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{path}?as=xlsx").data))

    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(lines)
    assert {row[7] for row in rows} == {"配件已下单"}


def test_a_day_without_a_sheet_is_not_found_and_its_month_is_empty(sign_in):
    browser = sign_in("desk")

    assert browser.get("/clearing/2025-01-01").status_code == 404
    assert browser.get("/clearing/no-day").status_code == 404
    assert "这个月没有日清单" in text(browser.get("/clearing?month=2025-01"))


def test_a_missed_round_stays_on_the_sheets_until_somebody_deals_with_it(path, parts, store, clock, day):
    housekeeping = Housekeeping(store, parts.blobs)
    housekeeping.once()
    clock.advance(timedelta(days=1))
    housekeeping.once()
    for ahead in (1, 33, 66):
        clock.advance(timedelta(days=ahead - (1 if ahead > 1 else 0)) if ahead > 1 else timedelta())
        with store.writing() as tx:
            cut(tx, SITE, clock.wall.astimezone(ZoneInfo("Asia/Shanghai")).date())
    with store.reading() as tx:
        last = sheets(tx, SITE, day, day + timedelta(days=400))[0].sheet
        missed = [line for line in lines_of(tx, last) if line.kind is LineKind.ROUND and line.is_carried]

    assert min(line.about.rpartition(".")[2] for line in missed) <= day.isoformat()
    assert not any(line.is_closed for line in missed)
