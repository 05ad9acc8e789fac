"""A whole shift by touch: who I am, the check before work, a colleague's round, the handover; and what a kill leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.device.power import GivenPower
from shared.ids import Sha256, TemplateId
from shared.model.inspection import Status
from shared.model.shift import Fitness
from shared.shift import make_pin
from tests.builders import NOW
from tests.mobile.longshan import HAZARD, LEAD, ME, PUMPS, SITE, a_fetched_photo, feed
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.finger import key_in, sign


@pytest.fixture
def shared_tablet(tmp_path):
    """A tablet of the site on which two people have a PIN."""
    parts = a_tablet(tmp_path)
    pins = [make_pin(person, SITE, "4711", bytes(16), NOW, person, rounds=2) for person in (ME, LEAD)]
    feed(parts.tablet.store, pins)
    parts.kit.power = GivenPower(41)
    return parts


def enter(finger, name, digits):
    finger.tap(name, root=finger.find("PeopleGrid"))
    key_in(finger, digits)
    finger.tap("进入")


def test_a_shift_by_touch_from_the_pin_to_the_signed_handover(open_app, shared_tablet):
    finger = open_app(parts=shared_tablet)
    store = shared_tablet.tablet.store

    # who am I
    assert finger.shows("谁在用这台平板")
    enter(finger, "李主任", "4712")
    assert finger.shows("密码不对，请再试一次。")
    enter(finger, "李主任", "4711")
    assert finger.shows("今日巡检")
    assert finger.shows("未做开工自检")

    # the check before work
    finger.tap("未做开工自检")
    assert finger.shows("41%")
    assert finger.shows("注意")
    finger.tap("试拍一张")
    assert finger.shows("试拍的照片：看得清吗？看完就丢掉。")
    finger.tap("看清了，丢掉")
    finger.tap("仍然开工")
    shift = store.open_shift(LEAD)
    verdicts = {check.name: check.fitness for check in shift.checks}
    assert (shift.is_forced, verdicts["battery"], verdicts["camera"]) == (True, Fitness.MIND, Fitness.GOOD)
    assert not list(shared_tablet.tablet.files.root.glob("capture/*"))

    # work, and the handover
    actions.add_note(shared_tablet.tablet, "hazard", HAZARD, "已通知工程部")
    finger.tap(finger.find("DutyTouch"))
    assert finger.shows("交班归零")
    assert finger.shows("未上传")
    finger.tap("交班", root=finger.find("FootBar"))
    assert finger.shows("请签名")
    sign(finger)
    finger.tap("交班", root=finger.find("FootBar"))
    ended = store.last_shift(LEAD)
    assert ended.ended_at is not None
    assert [(one.state, one.title) for one in ended.differences] == [("waiting", "1号楼电梯机房灭火器缺失 2 具")]

    # the next person
    finger.tap("下一个人")
    assert finger.shows("谁在用这台平板")
    assert store.duty() is None


def test_a_face_is_shown_where_its_photo_is_here_and_initials_where_not(open_app, shared_tablet, tmp_path):
    photo, content = a_fetched_photo(tmp_path / "picture.jpg")
    store = shared_tablet.tablet.store
    feed(store, [replace(store.person(LEAD), photo=photo.sha256), replace(store.person(ME), photo=Sha256("ab" * 32))])
    store.keep_blob(photo.sha256, content)

    finger = open_app(parts=shared_tablet)
    faces = {face.words: face for face in finger.all("Face")}

    assert faces["李"].is_shown
    assert not faces["王"].is_shown
    assert finger.shows("王")


def test_after_the_handover_no_way_leads_on_but_through_the_next_person_s_pin(open_app, shared_tablet):
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")
    finger.tap("未做开工自检")
    finger.tap("仍然开工")
    finger.tap(finger.find("DutyTouch"))
    sign(finger)
    finger.tap("交班", root=finger.find("FootBar"))
    shift = shared_tablet.tablet.store.last_shift(LEAD)
    router = finger.app.desk.router

    # what was handed over may be looked at, and a pause changes nothing about it
    router.go("paper", f"shift:{shift.id}")
    finger.back()
    finger.app.on_pause()
    finger.app.on_resume()
    finger.settle()
    looked_at = router.here.screen

    # Back, which is the key as well as the arrow
    finger.back()
    after_back = router.here.screen
    finger.back()

    # links, and a start
    led = []
    for screen, record in (
        ("rounds", ""),
        ("hazard", HAZARD),
        ("settings", ""),
        ("shift", ""),
        ("paper", f"notice:{HAZARD}"),
    ):
        router.go(screen, record)
        led.append(router.here.screen)
    again = open_app(parts=a_tablet(shared_tablet.tablet.files.root.parent))

    assert shift.ended_at is not None
    assert (looked_at, after_back) == ("closing", "who")
    assert set(led) == {"who"}
    assert again.app.desk.router.here.screen == "who"


def test_an_app_kept_overnight_asks_again_when_it_comes_back(open_app, shared_tablet):
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")
    actions.begin_shift(shared_tablet.tablet)
    finger.tap(finger.find("DutyTouch"))
    finger.app.on_pause()
    finger.app.on_resume()
    finger.settle()
    soon = finger.app.desk.router.here.screen

    finger.app.on_pause()
    shared_tablet.tablet.clock.advance(timedelta(hours=15))
    finger.app.on_resume()
    finger.settle()

    assert soon == "shift"
    assert finger.shows("谁在用这台平板")
    finger.back()
    assert finger.shows("谁在用这台平板")
    enter(finger, "王建国", "4711")
    assert finger.shows("今日巡检")


def test_three_wrong_pins_count_down_and_the_app_started_again_still_waits(open_app, shared_tablet):
    finger = open_app(parts=shared_tablet)
    for _ in range(3):
        enter(finger, "王建国", "1212")
    assert finger.shows("错的次数太多，30 秒后再试。")

    again = open_app(parts=a_tablet(shared_tablet.tablet.files.root.parent))
    again.tap("王建国", root=again.find("PeopleGrid"))
    waits = again.shows("秒后再试")
    again.app.desk.tablet.clock.advance(timedelta(minutes=1))
    again.wait(2)
    key_in(again, "4711")
    again.tap("进入")

    assert waits
    assert again.shows("今日巡检")


def test_a_colleague_s_round_is_taken_over_only_when_asked_for(open_app, shared_tablet):
    tablet = shared_tablet.tablet
    record = actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")

    finger.tap("消防泵房 · 消防泵房检查记录")
    assert finger.shows("由我接着走")
    before = tablet.store.head(record).author
    finger.tap("由我接着走")

    assert (before, tablet.store.head(record).author) == (ME, LEAD)
    assert finger.app.desk.router.here.screen == "checklist"


def test_a_colleague_s_round_that_is_begun_again_is_asked_for_too(open_app, shared_tablet):
    tablet = shared_tablet.tablet
    record = actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")

    finger.app.shell.screen._starter.start_extra(PUMPS, template=TemplateId("pump"))
    finger.settle()
    asked = (finger.shows("由我接着走"), finger.app.desk.router.here.screen, tablet.store.head(record).author)
    finger.tap("由我接着走")

    assert asked == (True, "rounds", ME)
    assert tablet.store.head(record).author == LEAD
    assert finger.app.desk.router.here.record == record


def test_the_end_of_a_colleague_s_round_waits_for_the_new_hand_s_signature(open_app, shared_tablet):
    tablet = shared_tablet.tablet
    record = actions.start_round(tablet, template=TemplateId("pump"), point=PUMPS)
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")
    finger.app.desk.router.go("finish", record)
    finger.settle()

    finger.app.shell.screen.submit()
    finger.settle()
    finger.tap("由我接着走")

    assert tablet.store.head(record).author == LEAD
    assert tablet.store.inspection(record).status is Status.DRAFT


def test_a_colleague_s_form_is_the_own_one_once_it_is_opened(open_app, shared_tablet):
    tablet = shared_tablet.tablet
    report = actions.start_hazard(tablet)
    actions.change_hazard(tablet, replace(tablet.store.hazard_draft(report), description="门锁坏了"))
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")

    finger.app.desk.router.go("report", report)
    finger.settle()

    assert tablet.store.hazard_draft(report).author == LEAD


def test_after_a_kill_the_check_and_the_handover_open_where_they_were(open_app, tmp_path):
    finger = open_app()
    finger.tap("未做开工自检")
    assert finger.app.desk.router.here.screen == "shift"

    again = open_app()
    checking = again.app.desk.router.here.screen
    again.tap("仍然开工")
    again.tap(again.find("DutyTouch"))
    third = open_app()

    assert (checking, third.app.desk.router.here.screen) == ("shift", "closing")
    third.back()
    assert third.shows("今日巡检")


def test_a_pin_is_changed_step_by_step_on_the_pad(open_app, shared_tablet):
    finger = open_app(parts=shared_tablet)
    enter(finger, "李主任", "4711")
    finger.tap("设置")
    finger.tap("我的平板密码")
    for digits, button in (("4711", "下一步"), ("1234", "下一步"), ("8642", "下一步"), ("8642", "设置密码")):
        key_in(finger, digits)
        finger.tap(button)

    assert finger.app.desk.router.here.screen == "settings"
    assert actions.enter_pin(shared_tablet.tablet, LEAD, "8642") is actions.Entered.RIGHT
