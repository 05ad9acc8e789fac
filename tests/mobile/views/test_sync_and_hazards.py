"""Sync, hazards, rechecks, enrolment and times in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mobile import actions
from mobile.store.row import Parked, SyncState
from mobile.text import ZH_CN
from mobile.text.en import EN
from mobile.views import frame, when
from mobile.views.enrol import enrol_view, tidy_address
from mobile.views.hazard import hazard_view
from mobile.views.hazards import CLOSED, MINE, OPEN, RECHECK, hazards_view
from mobile.views.parts import Tone
from mobile.views.recheck import recheck_view
from mobile.views.settings import settings_view
from mobile.views.sync import size_words, sync_view
from shared.ids import HazardId, OpId
from shared.model.hazard import HazardState, RecheckResult
from tests.builders import an_id
from tests.mobile.longshan import CLOSED_HAZARD, HAZARD, LEAD, ME, TODAY, a_hazard_of, feed, hazards

NOW = datetime(2026, 11, 23, 9, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "words", "tone"),
    [
        (SyncState(), "已全部上传", Tone.OK),
        (SyncState(waiting=3), "待上传 3", Tone.WARN),
        (SyncState(photos_total=2, photos_sent=1), "待上传 1", Tone.WARN),
        (SyncState(waiting=3, is_offline=True), "离线 · 待上传 3", Tone.WARN),
        (SyncState(is_offline=True), "离线 · 无待上传", Tone.IDLE),
        (SyncState(waiting=3, is_running=True), "正在上传", Tone.INFO),
        (SyncState(parked=(Parked(OpId("1"), "x", "y", "z", None),)), "1 条未采用", Tone.BAD),
    ],
)
def test_the_chip_never_says_uploaded_before_the_last_photo_is(state, words, tone):
    chip = frame.sync_chip(state, ZH_CN)

    assert (chip.words, chip.tone) == (words, tone)


def test_a_wrong_clock_is_the_first_thing_to_say():
    state = SyncState(is_offline=True, clock_skew_s=-7200)

    assert frame.banner(state, ZH_CN).words.startswith("本机时间与服务器相差约 2 小时")


def test_a_full_disk_is_said_before_anything_else():
    state = SyncState(is_offline=True, clock_skew_s=-7200)

    assert frame.banner(state, ZH_CN, free_bytes=120_000_000).words.startswith("平板存储快满了（剩 120 MB）")
    assert frame.banner(state, ZH_CN, free_bytes=9_000_000_000).words.startswith("本机时间")


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 秒"), (300, "5 分钟"), (7300, "2 小时"), (200000, "2 天"), (-5, "0 秒")]
)
def test_a_span_is_said_in_its_largest_unit(seconds, words):
    assert when.span(timedelta(seconds=seconds), ZH_CN) == words


def test_near_days_have_names():
    today = date(2026, 11, 23)

    assert [when.day(today + timedelta(days=n), today, ZH_CN) for n in (-1, 0, 1, 2)] == [
        "昨天",
        "今天",
        "明天",
        "11月25日",
    ]
    assert when.long_date(today, EN) == "Mon 23 Nov"
    assert when.ago(None, NOW, ZH_CN) == "还没有"
    assert when.ahead(NOW, NOW, ZH_CN) == "马上"


def test_the_sync_screen_of_a_tablet_that_owes_nothing(setting):
    view = sync_view(setting)

    assert (view.headline, view.tone, view.share) == ("全部已上传到服务器", Tone.OK, 1.0)
    assert [fact.words for fact in view.facts if fact.name == "服务器"] == ["http://127.0.0.1:8765"]


def test_sizes_are_said_in_kb_or_mb():
    assert [size_words(n) for n in (10, 31_566, 2_500_000)] == ["1 kB", "31 kB", "2.5 MB"]


def test_an_overdue_hazard_is_to_be_rechecked_though_nobody_replied(setting):
    rows = hazards_view(setting, RECHECK).rows

    assert [row.word for row in rows] == ["逾期 3 天", ""]
    assert hazards_view(setting, CLOSED).rows[0].key == f"hazard:{CLOSED_HAZARD}"


def test_hazards_that_are_over_are_counted_without_being_listed(tablet, setting):
    closed = a_hazard_of(HazardId(an_id(54)), "YH-2026-0003", "别人发现的", HazardState.CLOSED, TODAY)
    feed(tablet.store, [replace(closed, found_by=LEAD)])

    counts = [[one.words for one in hazards_view(setting, chosen).filters] for chosen in (OPEN, RECHECK, MINE, CLOSED)]

    assert counts[0][-2:] == ["我发现的  3", "已销案  2"]
    assert all(words == counts[0] for words in counts)
    assert [len(hazards_view(setting, chosen).rows) for chosen in (MINE, CLOSED)] == [3, 2]


def test_a_hazard_tells_its_whole_story(setting):
    view = hazard_view(setting, HAZARD)
    facts = {fact.name: fact.words for fact in view.facts}

    assert facts["部位"] == "1号楼电梯机房 · 机房门内侧"
    assert facts["通知书"] == "龙物消改〔2026〕0017号"
    assert [fact.words for fact in view.history][-1] == "提交整改回执 · 刘大勇"
    assert view.button == "开始复查"
    assert view.before[0].thumb.endswith(".jpg")


def test_who_repaired_may_not_recheck(tablet, setting):
    repaired = replace(hazards()[0], repaired_by=ME)
    feed(tablet.store, [repaired])

    view = hazard_view(setting, HAZARD)

    assert (view.button, view.blocked) == ("", "您是整改人，复查要由别人来做。")


def test_a_failed_recheck_needs_words_and_a_new_deadline(tablet, setting):
    recheck = actions.start_recheck(tablet, HAZARD)
    actions.set_recheck(tablet, recheck, result=RecheckResult.FAILED)

    view = recheck_view(setting, recheck, ())

    assert view.missing == "还缺照片、复查情况说明、新期限、签名"
    assert view.deadlines[0].words == "1 天后（11月24日）"


def test_a_hazard_that_is_not_here_has_no_view(setting):
    assert hazard_view(setting, "nothing") is None
    assert recheck_view(setting, "nothing", ()) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.10:8765", "http://192.168.1.10:8765"),
        (" https://rounds.example/ ", "https://rounds.example"),
        ("http：//10.0.0.1：8765", "http://10.0.0.1:8765"),
        ("ftp://x", ""),
        ("http://x:99999", ""),
        ("", ""),
    ],
)
def test_an_address_is_read_as_it_was_meant(typed, meant):
    assert tidy_address(typed) == meant


def test_enrolment_waits_for_address_and_whole_code():
    assert not enrol_view(ZH_CN, "", "A7KZ23PQ").can_enrol
    assert not enrol_view(ZH_CN, "10.0.0.1", "A7K").can_enrol
    assert enrol_view(ZH_CN, "10.0.0.1", "A7KZ23PQ").can_enrol
    assert not enrol_view(ZH_CN, "10.0.0.1", "A7KZ23PQ", is_running=True).can_enrol


def test_settings_mark_what_is_chosen(tablet, setting):
    actions.set_setting(tablet, "text_scale", "1.3")

    view = settings_view(setting, "0.1.0")

    assert [option.key for option in view.scales if option.is_chosen] == ["1.3"]
    assert [fact.words for fact in view.about if fact.name == "使用人"] == ["王建国"]


def test_a_hazard_without_number_says_that_it_is_pending(tablet, setting):
    from shared.model.hazard import HazardState

    new = a_hazard_of(HAZARD, "", "新隐患", HazardState.DRAFT, date(2026, 12, 1))
    feed(tablet.store, [new])

    assert hazard_view(setting, HAZARD).subtitle == "编号待定"
