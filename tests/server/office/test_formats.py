"""Times, days and sizes as pages write them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.office.formats import Formats, unit_word
from server.office.listing import Query
from server.office.text import Wording

NOW = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)  # already the 23rd in Shanghai
ZH = Formats(Wording("zh"), ZoneInfo("Asia/Shanghai"), NOW)
EN = Formats(Wording("en"), ZoneInfo("Asia/Shanghai"), NOW)


def test_today_is_the_sites_day():
    assert ZH.today == date(2026, 11, 23)
    assert ZH.weekday(ZH.today) == "星期一"
    assert EN.weekday(EN.today) == "Monday"
    assert (ZH.month(ZH.today), EN.month(EN.today)) == ("2026年11月", "November 2026")


def test_times_are_as_short_as_the_reader_needs():
    assert ZH.brief(NOW) == "00:30"
    assert ZH.brief(NOW - timedelta(days=1)) == "11-22 00:30"
    assert ZH.brief(NOW - timedelta(days=400)) == "2025-10-19"
    assert ZH.moment(NOW) == "2026-11-23 00:30"


@pytest.mark.parametrize(
    ("passed", "zh", "en"),
    [
        (timedelta(seconds=5), "刚刚", "just now"),
        (timedelta(minutes=1), "1 分钟前", "1 minute ago"),
        (timedelta(hours=5), "5 小时前", "5 hours ago"),
        (timedelta(days=2), "2 天前", "2 days ago"),
    ],
)
def test_how_long_ago(passed, zh, en):
    assert (ZH.ago(NOW - passed), EN.ago(NOW - passed)) == (zh, en)


@pytest.mark.parametrize(("days", "words"), [(0, "今天到期"), (3, "还有 3 天"), (-2, "逾期 2 天")])
def test_how_a_deadline_stands(days, words):
    assert ZH.days_left(ZH.today + timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("left", "seconds", "words"),
    [
        (timedelta(minutes=10), 600, "10:00"),
        (timedelta(minutes=1, seconds=4.6), 65, "1:05"),
        (timedelta(seconds=9), 9, "0:09"),
        (timedelta(seconds=-5), 0, "0:00"),
    ],
)
def test_how_long_a_code_is_still_good(left, seconds, words):
    assert (ZH.seconds_to(NOW + left), ZH.time_to(NOW + left)) == (seconds, words)


@pytest.mark.parametrize(("offset_ms", "words"), [(3_000, "快 3 秒"), (-90_000, "慢 1 分钟"), (9_000_000, "快 2 小时")])
def test_how_far_a_clock_is_off(offset_ms, words):
    assert ZH.offset(offset_ms) == words


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KB"), (5 << 20, "5.0 MB"), (300 << 30, "300 GB")]
)
def test_sizes(size, words):
    assert ZH.size(size) == words


def test_links_of_a_list_keep_its_filters_and_leave_the_page():
    query = Query("/hazards", {"q": "泵", "page": "3", "sort": "-no", "grade": ""})

    assert query.link(sort="no") == "/hazards?q=%E6%B3%B5&sort=no"
    assert query.link(q="", sort="") == "/hazards"
    assert query.is_filtered
    assert not Query("/hazards", {"sort": "no", "page": "2"}).is_filtered


def test_a_filters_days_are_the_sites_days():
    query = Query("/hazards", {"from": "2026-11-23", "to": "2026-11-23"})
    zone = ZoneInfo("Asia/Shanghai")

    assert query.since("from", zone).astimezone(UTC) == datetime(2026, 11, 22, 16, tzinfo=UTC)
    assert query.until("to", zone).astimezone(UTC) == datetime(2026, 11, 23, 16, tzinfo=UTC)


def test_counted_things_have_an_english_word_and_signs_are_the_same():
    said = [(unit_word(unit, Wording("zh")), unit_word(unit, Wording("en"))) for unit in ("人", "MPa", "筐")]

    assert said == [("人", "people"), ("MPa", "MPa"), ("筐", "筐")]
