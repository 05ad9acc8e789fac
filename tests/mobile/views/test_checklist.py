"""The checklist, one item and the end of a round, as views of a real record."""

from __future__ import annotations

import pytest

from mobile import actions
from mobile.views.checklist import checklist_view, next_open
from mobile.views.finish import finish_view
from mobile.views.item import item_view
from mobile.views.judged import judge
from mobile.views.parts import CheckView, NeedsView, RoundView, SectionView, Tone
from mobile.views.record import record_view
from mobile.views.rounds import task_of
from mobile.views.setting import row_key, split_key
from shared.model.inspection import Result
from tests.mobile.longshan import DAILY, LIFT1, LIFT2, a_return, feed, old_record


@pytest.fixture
def record(tablet, setting):
    return actions.start_round(tablet, task_of(setting, f"task:{DAILY}:2026-11-23"))


def row_of(view, key):
    return next(row for row in view.rows if isinstance(row, CheckView) and row.key == key)


def test_each_lift_has_its_own_section(setting, record):
    sections = [row.words for row in checklist_view(setting, record).rows if isinstance(row, SectionView)]

    assert any(words.startswith("1号梯") for words in sections)
    assert any(words.startswith("2号梯") for words in sections)


def test_a_gearless_lift_is_not_asked_for_its_gear_oil(setting, record):
    keys = {row.key for row in checklist_view(setting, record).rows if isinstance(row, CheckView)}

    assert row_key("lmr_12_oil", LIFT1) in keys
    assert row_key("lmr_12_oil", LIFT2) not in keys


def test_a_fail_opens_what_it_needs_right_under_it(tablet, setting, record):
    actions.answer(tablet, record, "lmr_09", None, result=Result.FAIL)

    rows = checklist_view(setting, record).rows
    at = next(i for i, row in enumerate(rows) if isinstance(row, NeedsView))

    assert rows[at - 1].key == row_key("lmr_09", None)
    assert rows[at].words == "不合格，还需要照片、说明、处理措施"
    assert not rows[at].is_met


def test_what_was_given_turns_green(tablet, setting, record):
    actions.answer(tablet, record, "lmr_09", None, result=Result.FAIL)
    actions.set_note(tablet, record, "lmr_09", None, "缺失 2 具")
    actions.set_action(tablet, record, "lmr_09", None, "已报主管")

    needs = next(row for row in checklist_view(setting, record).rows if isinstance(row, NeedsView))

    assert needs.words == "不合格，还需要照片"
    assert (needs.note, needs.note_tone, needs.photo_tone) == ("缺失 2 具", Tone.OK, Tone.BAD)


def test_the_next_open_item_goes_round_to_the_first_one_left(setting, record):
    state = judge(setting, record)
    last = row_key(*state.evaluation.rows[-1].key)

    assert next_open(state, last) == row_key(*state.evaluation.blocking[0].key)


def test_a_reading_over_its_limit_is_red_and_says_which(tablet, setting, record):
    actions.answer(tablet, record, "lmr_04", None, value=41.5)

    row = row_of(checklist_view(setting, record), row_key("lmr_04", None))

    assert (row.value, row.tone, row.detail) == ("41.5 °C", Tone.BAD, "超过上限 40 °C")


def test_an_item_shows_its_limits_and_what_was_read_before(tablet, setting, record):
    feed(tablet.store, old_record())

    view = item_view(setting, record, row_key("lmr_04", None))

    assert (view.kind, view.pad.limits, view.pad.unit) == ("number", "正常 5–40 °C · 上次 25.8 °C", "°C")
    assert [(fact.name, fact.words) for fact in view.past] == [("昨天", "25.8 °C")]


def test_an_item_without_a_sure_source_names_no_law(setting, record):
    state = judge(setting, record)
    from shared.model.template import Certainty

    for row in state.evaluation.rows:
        view = item_view(setting, record, row_key(*row.key))
        if row.item.certainty in (Certainty.MEMORY, Certainty.RECOMMENDED):
            assert view.clause == ""


def test_an_amended_record_shows_the_words_on_the_exact_item(tablet, setting):
    feed(tablet.store, [*old_record(), *a_return()])
    from tests.mobile.longshan import OLD

    record = actions.amend(tablet, OLD)

    row = row_of(checklist_view(setting, record), row_key("lmr_09", None))
    assert (row.detail, row.detail_tone) == ("退回意见：请补拍灭火器压力表，看不清指针。", Tone.BAD)
    assert item_view(setting, record, row.key).remark == "请补拍灭火器压力表，看不清指针。"


def test_the_end_of_a_round_lists_what_is_missing_and_will_not_submit(setting, record):
    view = finish_view(setting, record)

    assert view.missing_title == "还缺 53 项，点一下就去补"
    assert len(view.missing) == 53
    assert not view.is_complete
    assert [signer.signer for signer in view.signers] == ["inspector"]
    assert view.signers[0].name == "王建国"


def test_a_finished_record_can_be_read(tablet, setting):
    feed(tablet.store, old_record())
    from tests.mobile.longshan import OLD

    view = record_view(setting, OLD)

    assert view.title == "电梯机房每日巡视记录"
    assert any("合格" in chip.words for chip in view.counts)
    assert ("机房温度", "25.8 °C") in [(row.title, row.chip.words) for row in view.rows if isinstance(row, RoundView)]


def test_no_view_of_a_record_that_is_not_here(setting):
    assert checklist_view(setting, "nothing") is None
    assert item_view(setting, "nothing", "a\x1f") is None
    assert finish_view(setting, "nothing") is None
    assert record_view(setting, "nothing") is None


def test_a_key_names_item_and_asset_and_comes_apart_again():
    assert split_key(row_key("lmr_12", LIFT1)) == ("lmr_12", LIFT1)
    assert split_key(row_key("lmr_12", None)) == ("lmr_12", None)
