"""A shift's ways round a checklist, by touch: scan, search, hand over, excuse, the machine room's door."""

from __future__ import annotations

from dataclasses import replace

from mobile import actions
from mobile.device.scanner import ScriptedScanner, Tag
from shared.ids import HandoverId, InspectionId, PersonId
from shared.model.inspection import Status
from shared.model.place import Person, Role
from tests.builders import a_handover, an_id
from tests.mobile.longshan import (
    DEVICE,
    LEAD,
    ME,
    MORNING,
    PUMP_RULE,
    ROOM,
    SITE,
    TODAY,
    a_reading_at,
    feed,
    old_record,
    templates,
)
from tests.ui.tablet.estate import a_tablet

ZHOU = Person(PersonId(an_id(0x91)), SITE, "周敏", (Role.PATROLLER,))


def an_app(open_app, tmp_path, *tags, **wishes):
    parts = a_tablet(tmp_path)
    parts.kit.scanner = ScriptedScanner(tags)
    feed(parts.tablet.store, [ZHOU])
    return open_app(parts=parts, **wishes)


def dots_of(finger, title):
    """The button beside a row that leads to what else can be done."""
    row = next(row for row in finger.all("RoundRow") if row.view.title == title)
    return next(child for child in row.children if type(child).__name__ == "MoreButton")


def kinds(finger):
    return [op.kind for op in finger.app.parts.tablet.store.waiting_ops(99, 1 << 20, MORNING)]


def test_a_scan_opens_the_round_offers_the_log_and_an_unknown_tag_is_reported(open_app, tmp_path):
    finger = an_app(open_app, tmp_path, "LS-01-JF", "WX-77", None)
    store = finger.app.parts.tablet.store

    # a tag of this round: straight to the checklist, with the entry to the machine room at hand
    finger.tap("扫码")
    assert finger.app.desk.router.here.screen == "checklist"
    (head,) = store.drafts()
    assert store.inspection(head.id).start_mode == "qr"
    finger.tap("登记进入")
    assert [(one.name, one.point) for one in store.people_inside()] == [("王建国", ROOM)]
    assert [one.key[:7] for one in finger.app.desk.reminders.kept() if one.key.startswith("access:")] == ["access:"]

    # an unknown tag: said, kept, reported
    finger.back()
    finger.tap("扫码")
    assert finger.shows("不认识这张标签")
    assert finger.shows("读到：WX-77")
    finger.tap("报告办公室")
    assert finger.shows("已记下")
    assert kinds(finger) == ["access.put", "note.put"]

    # nothing read, then a number that is typed
    finger.tap("扫码")
    assert finger.shows("没有读到标签")
    finger.tap("输入编号")
    finger.find("NoteSheet").typing = "ls-b1-bf"
    finger.tap("完成")
    assert {store.inspection(one.id).start_mode for one in store.drafts()} == {"qr", "typed"}

    # an NFC tag that is held to the tablet answers from the list as well
    finger.app.desk.router.go("rounds")
    finger.settle()
    finger.app.desk.scanner.hold(Tag("LS-02-JF", "nfc", "04A1"))
    finger.settle()
    assert {store.inspection(one.id).start_mode for one in store.drafts()} == {"qr", "typed", "nfc"}


def test_a_round_is_found_excused_and_the_answer_shown(open_app, tmp_path):
    finger = an_app(open_app, tmp_path, size=(800, 1280))
    store = finger.app.parts.tablet.store

    finger.app.shell.screen.ids.field.focus = True
    finger.type("bf")
    assert finger.shows("消防泵房 检查")
    assert not finger.shows("1号楼电梯机房 日巡视")

    finger.tap(finger.find("IconButton", icon="dots-vertical"))
    finger.tap("做不了，申请免检")
    finger.tap("停电")
    finger.tap("提交申请")
    assert finger.shows("请拍一张照片")
    finger.tap("拍照")
    finger.tap("提交申请")

    assert finger.shows("申请已提交")
    (asked,) = store.excuses(TODAY)
    assert (asked.rule, asked.reason, len(asked.photos)) == (PUMP_RULE, "停电", 1)
    assert finger.shows("已申请免检")


def test_a_form_that_was_begun_is_there_again_after_a_restart(open_app, tmp_path):
    finger = an_app(open_app, tmp_path)
    form = actions.start_admit(finger.app.parts.tablet, ROOM)
    finger.app.desk.router.go("admit", form)
    finger.settle()
    finger.tap("维保单位")

    again = an_app(open_app, tmp_path, size=(800, 1280))

    assert again.app.desk.router.here.screen == "admit"
    assert again.shows("请写姓名")
    for field, words in (("姓名", "赵师傅"), ("电话", "139"), ("事由", "半月维保"), ("批准人", "冯经理")):
        again.tap(again.find("Field", name=field))
        again.find("NoteSheet").typing = words
        again.tap("完成")
    again.tap("登记进入", nth=-1)
    assert again.app.desk.router.here.screen == "access"
    again.tap("赵师傅")
    again.tap("门已锁、灯已关、设备正常")
    assert again.app.parts.tablet.store.people_inside() == ()
    assert again.shows("已登记离开")


def test_a_round_is_handed_over_read_only_taken_back_and_another_taken(open_app, tmp_path):
    finger = an_app(open_app, tmp_path)
    tablet = finger.app.parts.tablet
    finger.tap("消防泵房 检查")
    finger.back()
    finger.tap(dots_of(finger, "消防泵房 检查"))
    finger.tap("移交给别人")
    finger.tap("周敏")
    record = tablet.store.all_given()[0]
    assert finger.shows("已移交给周敏")

    finger.tap("撤销")
    assert [head.id for head in tablet.store.drafts()] == [record]

    form = next(one for one in templates() if one.id == "lmr-d")
    sent = replace(
        old_record()[0], id=InspectionId(an_id(0x68)), status=Status.DRAFT, ended_at=None, author=LEAD, signatures=(),
        template_version=form.version, started_at=a_reading_at(MORNING),
    )  # fmt: skip
    offer = a_handover(id=HandoverId(an_id(0x702)), site=SITE, record=sent, giver=LEAD, giver_name="李主任", to=ME)
    feed(tablet.store, [offer])
    finger.app.shell.refresh()
    finger.settle()
    finger.tap("李主任移交给您")
    finger.tap("接手")

    assert finger.app.desk.router.here.screen == "checklist"
    taken = tablet.store.inspection(sent.id)
    assert (taken.author, taken.device, len(taken.answers)) == (ME, DEVICE, len(sent.answers))


def test_an_extra_round_is_begun_at_a_place_that_is_found_by_its_initials(open_app, tmp_path):
    finger = an_app(open_app, tmp_path)
    finger.tap("临时巡检")
    finger.find("OptionSheet").dispatch("on_choose", "lmr-d")  # further down than the window is high
    finger.settle()
    finger.find("FindSheet").typing = "2jf"
    finger.settle()
    finger.tap("2号楼电梯机房", nth=-1)

    (head,) = finger.app.parts.tablet.store.drafts()
    assert (head.task, finger.app.desk.router.here.screen) == (None, "checklist")
