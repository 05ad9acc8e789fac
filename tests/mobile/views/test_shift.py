"""What the screens of a shift say: who, verdicts with what to do, differences item by item."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.device.location import GivenLocator, LocatorState
from mobile.device.paper import Grid, Signs, pages
from mobile.device.power import GivenPower
from mobile.device.scanner import NoScanner, ScriptedScanner
from mobile.store.row import Duty
from mobile.text.en import EN
from mobile.views.closing import closing_of, closing_view, shift_paper
from mobile.views.parts import Tone
from mobile.views.rounds import rounds_view
from mobile.views.shift import ALLOW, SYNC, TRY, Gauged, check_tablet, shift_view
from mobile.views.who import duty_view, must_say, name_of, people_of, pin_view, who_view, whose_draft, wrong_words
from shared.ids import TemplateId
from shared.model.shift import Fitness
from shared.shift import make_pin
from tests.builders import NOW
from tests.mobile.longshan import HAZARD, LEAD, ME, PUMPS, SITE, feed, places
from tests.mobile.scene import STROKES

WELL = Gauged(GivenPower(), ScriptedScanner(), GivenLocator())


def give_pins(tablet, *people):
    feed(tablet.store, [make_pin(person, SITE, "4711", bytes(16), NOW, person, rounds=2) for person in people])


def checks(setting, tablet, gauged=WELL):
    found = check_tablet(setting, gauged, actions.begin_shift(tablet))
    return {check.name: check for check in found}


def rows(setting, tablet, gauged=WELL):
    shift = setting.source.shift(actions.begin_shift(tablet))
    view = shift_view(setting, shift, check_tablet(setting, gauged, shift.id))
    return view, {row.key: row for row in view.rows}


def synced(tablet, ago=timedelta(0)):
    with tablet.store.transaction():
        tablet.store.note_try({"success_at": (tablet.clock.read().wall - ago).isoformat(), "code": ""})


# ---- who


def test_a_tablet_that_nobody_shares_asks_nobody(setting, tablet):
    give_pins(tablet, ME)

    assert not must_say(setting)
    assert duty_view(setting).switch == ""


def test_a_shared_tablet_asks_who_it_is_until_somebody_says_so(setting, tablet):
    give_pins(tablet, ME, LEAD)
    before = must_say(setting)

    actions.enter_pin(tablet, LEAD, "4711")

    assert (before, must_say(setting)) == (True, False)
    assert duty_view(setting).words == "李主任"
    assert setting.person_name() == "李主任"


def test_somebody_forgot_to_put_a_shared_tablet_down_so_it_asks_again(setting, tablet):
    give_pins(tablet, ME, LEAD)
    actions.enter_pin(tablet, LEAD, "4711")

    tablet.clock.advance(timedelta(hours=14, minutes=1))

    assert must_say(setting)


def test_an_enrolled_person_without_a_pin_has_the_tablet_open_as_before(setting, tablet):
    give_pins(tablet, LEAD)

    view = who_view(setting, ME, "")

    assert not must_say(setting)
    assert (view.needs_pin, view.can_enter) == (False, True)
    assert [person.words for person in view.people] == ["王建国", "李主任"]


def test_the_pad_counts_down_a_wait_and_takes_no_digit_then(setting, tablet):
    give_pins(tablet, ME, LEAD)
    for _ in range(2):
        actions.enter_pin(tablet, LEAD, "0001")
    warned = wrong_words(setting, LEAD)
    actions.enter_pin(tablet, LEAD, "0001")
    tablet.clock.advance(timedelta(seconds=10))

    view = who_view(setting, LEAD, "4711")

    assert warned == "密码不对。再错一次要等 30 秒。"
    assert (view.is_locked, view.can_enter) == (True, False)
    assert view.said == "错的次数太多，20 秒后再试。"


def test_digits_show_as_dots_and_four_to_six_of_them_may_be_sent(setting, tablet):
    give_pins(tablet, ME, LEAD)

    views = [who_view(setting, LEAD, digits) for digits in ("", "47", "4711", "471147")]

    assert [sum(bool(cell) for cell in view.cells) for view in views] == [0, 2, 4, 6]
    assert [view.can_enter for view in views] == [False, False, True, True]
    assert who_view(setting, "", "4711").pin_title == "先点自己的名字"


def test_a_colleague_s_draft_says_whose_it_is(setting, tablet):
    give_pins(tablet, ME, LEAD)
    actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    own = whose_draft(setting, tablet.store.drafts()[0])

    actions.enter_pin(tablet, LEAD, "4711")

    assert (own, whose_draft(setting, tablet.store.drafts()[0])) == ("", "王建国")


def test_a_person_who_did_not_prove_himself_is_named_so(setting, tablet):
    with tablet.store.transaction():
        tablet.store.set_duty(Duty(LEAD, tablet.clock.read(), is_proved=False))

    assert duty_view(setting).words == "李主任 · 未输密码"
    assert name_of(setting, LEAD) == "李主任"


def test_choosing_a_pin_asks_step_by_step(setting):
    asked = [pin_view(setting, step, "", "", is_checking=False).asked for step in ("old", "new", "again")]

    assert asked == ["现在的密码", "新密码，4 到 6 位数字", "新密码再输一次"]


def test_everybody_of_the_site_with_a_pin_is_listed_and_nobody_else(setting, tablet):
    feed(tablet.store, [replace(places()[-1], id=HAZARD, name="没有密码的人")])
    give_pins(tablet, LEAD)

    assert [person.id for person in people_of(setting)] == [ME, LEAD]


# ---- the check before work


def test_all_that_can_be_looked_at_has_a_verdict_with_a_word_and_an_icon(setting, tablet):
    synced(tablet)

    view, found = rows(setting, tablet)

    assert list(found) == ["battery", "camera", "space", "clock", "forms", "tags", "unsent", "place", "guard"]
    assert all(row.verdict and row.verdict_icon and row.found for row in view.rows)
    assert {key for key, row in found.items() if row.tone is Tone.OK} == {
        "battery", "space", "clock", "forms", "tags", "unsent", "place", "guard",
    }  # fmt: skip
    assert found["camera"].act == TRY
    assert view.button == "开工"


@pytest.mark.parametrize(
    ("gauged", "line", "verdict", "todo"),
    [
        (replace(WELL, power=GivenPower(15)), "battery", Fitness.BAD, "快没电了"),
        (replace(WELL, power=GivenPower(15, charging=True)), "battery", Fitness.MIND, "不够一个班次"),
        (replace(WELL, power=GivenPower(saver=True)), "battery", Fitness.MIND, "省电模式"),
        (replace(WELL, power=GivenPower(exempt=False)), "battery", Fitness.MIND, "后台停止上传"),
        (replace(WELL, power=GivenPower(free=50 << 20)), "space", Fitness.BAD, "先上传"),
        (replace(WELL, scanner=NoScanner()), "tags", Fitness.MIND, "不能扫码"),
        (replace(WELL, locator=GivenLocator(state=LocatorState.OFF)), "place", Fitness.MIND, "不开也能工作"),
        (replace(WELL, power=GivenPower(locked=False)), "guard", Fitness.MIND, "别人能看到"),
        (replace(WELL, power=GivenPower(encrypted=False)), "guard", Fitness.MIND, "别人能看到"),
    ],
)
def test_what_is_amiss_says_what_to_do_and_is_never_a_reason_to_wait(setting, tablet, gauged, line, verdict, todo):
    synced(tablet)

    view, found = rows(setting, tablet, gauged)

    assert checks(setting, tablet, gauged)[line].fitness is verdict
    assert todo in found[line].todo
    assert view.button == "仍然开工"


def test_a_saver_that_stops_uploads_offers_the_system_s_own_question(setting, tablet):
    _, found = rows(setting, tablet, replace(WELL, power=GivenPower(exempt=False)))

    assert (found["battery"].act, found["battery"].action) == (ALLOW, "允许后台上传")


def test_a_tablet_that_never_met_the_server_is_told_to_sync(setting, tablet):
    _, found = rows(setting, tablet)

    assert (found["forms"].verdict, found["forms"].act) == ("不行", SYNC)
    assert found["clock"].verdict == "不清楚"


def test_old_contact_and_unsent_work_are_minded(setting, tablet):
    actions.add_note(tablet, "hazard", HAZARD, "已通知")
    synced(tablet, timedelta(hours=30))
    tablet.clock.advance(timedelta(hours=9))

    found = checks(setting, tablet)

    assert (found["forms"].fitness, found["unsent"].fitness) == (Fitness.MIND, Fitness.MIND)


# ---- the handover


def begun(tablet):
    shift = actions.begin_shift(tablet)
    actions.start_work(tablet, shift, ())
    return shift


def test_offline_the_handover_names_what_the_tablet_knows_and_says_that_it_was_not_compared(setting, tablet):
    shift = begun(tablet)
    actions.add_note(tablet, "hazard", HAZARD, "已通知")
    actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    with tablet.store.transaction():
        tablet.store.note_try({"code": "offline-unreachable"})

    view = closing_view(setting, shift)

    assert view.headline == "没有网络，还没有核对"
    assert [(row.title, row.chip.words) for row in view.differences] == [("1号楼电梯机房灭火器缺失 2 具", "未上传")]
    assert [row.chip.words for row in view.unfinished] == ["未完成"]
    assert [chip.words for chip in view.tally] == ["完成 0", "漏检 0", "未完成 1", "隐患 0", "说明 1"]
    assert view.blocked == "请签名"


def test_while_the_server_is_asked_progress_has_numbers(setting, tablet):
    shift = begun(tablet)
    for word in ("一", "二"):
        actions.add_note(tablet, "hazard", HAZARD, word)

    actions.ask_comparison(tablet, shift)

    view = closing_view(setting, shift)
    assert (view.headline, view.detail, view.share) == ("正在与服务器核对", "已核对 0/2 条", 0.0)


def test_a_shift_that_made_nothing_has_no_difference(setting, tablet):
    view = closing_view(setting, begun(tablet))

    assert (view.headline, view.tone, view.compare) == ("差异为零", Tone.OK, "")


def test_what_was_made_before_a_shift_and_is_still_to_be_sent_is_not_passed_over(setting, tablet):
    actions.add_note(tablet, "hazard", HAZARD, "已通知")

    view = closing_view(setting, begun(tablet))

    assert (view.headline, view.tone) == ("差异为零", Tone.WARN)
    assert view.detail == "本班没有要核对的记录。 开工前做的还有 1 条在等上传，都已存本机。"


def test_the_sheet_of_a_handover_names_every_difference_and_is_signed(setting, tablet):
    shift = begun(tablet)
    actions.add_note(tablet, "hazard", HAZARD, "已通知")
    actions.sign_shift(tablet, shift, STROKES)
    closing = closing_of(setting, shift)
    actions.end_shift(tablet, shift, closing.tally, closing.all_named, len(closing.made))

    paper = shift_paper(setting, shift)

    grid = next(block for block in paper.blocks if isinstance(block, Grid))
    sign = next(block for block in paper.blocks if isinstance(block, Signs)).places[0]
    assert grid.rows == (("1号楼电梯机房灭火器缺失 2 具", "未上传", "还在平板上等网络，连上后自动上传。"),)
    assert (sign.name, sign.strokes) == ("王建国", STROKES)
    assert len(pages(paper)) == 1
    assert closing_view(setting, shift).headline == "1 处差异"
    assert shift_paper(replace(setting, texts=EN), shift).blocks[0].words == "Handover sheet"


def test_a_shift_that_is_not_here_has_no_view(setting):
    assert closing_view(setting, HAZARD) is None
    assert shift_paper(setting, HAZARD) is None


def test_the_list_of_rounds_names_whose_a_colleague_s_draft_is(setting, tablet):
    give_pins(tablet, ME, LEAD)
    actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    actions.enter_pin(tablet, LEAD, "4711")

    words = [row.word for row in rounds_view(setting).rows]

    assert "王建国的巡检，未完成" in words
