"""Every form of the catalogue opens, shows each of its items, and can be answered by touch of its kind."""

from __future__ import annotations

from mobile import actions
from mobile.views.setting import row_key
from shared.ids import TemplateId
from shared.model.template import ItemKind
from tests.mobile.longshan import HAZARD, LIFT1, ROOM, UNIT, templates
from tests.ui.tablet.finger import sign


def test_every_kind_of_item_of_every_form_can_be_opened_and_is_not_cut(open_app):
    finger = open_app((800, 1280))
    tablet, router = finger.app.parts.tablet, finger.app.desk.router
    opened = set()
    for form in (template.id for template in templates()):
        asset = LIFT1 if form == "extinguisher" else None
        record = actions.start_round(tablet, template=TemplateId(form), point=ROOM, unit=UNIT, asset=asset)
        router.go("checklist", record)
        finger.settle()
        assert finger.clipped() == []
        for row in finger.app.shell.screen.entry.state.evaluation.rows:
            if row.visible and row.item.kind not in opened | {ItemKind.CALCULATE, ItemKind.NOTE}:
                opened.add(row.item.kind)
                router.go("item", record, row_key(*row.key))
                finger.settle()
                assert finger.app.shell.screen.view.title
                assert finger.clipped() == []
                router.back()

    assert {ItemKind.NUMBER, ItemKind.DATE, ItemKind.CHOICE, ItemKind.TEXT} <= opened


def open_form(open_app, form, **where):
    finger = open_app()
    record = actions.start_round(finger.app.parts.tablet, template=TemplateId(form), point=ROOM, **where)
    finger.app.desk.router.go("checklist", record)
    finger.settle()
    return finger, record


def value_of(finger, record, item):
    return next(a.value for a in finger.app.parts.tablet.store.answers(record) if a.item == item)


def test_a_time_is_set_to_now_and_moved(open_app):
    finger, record = open_form(open_app, "lmr-access")
    item = next(i.name for t in templates() if t.id == "lmr-access" for i in t.items if i.kind is ItemKind.DATETIME)
    finger.app.shell.screen._moved(row_key(item, None))
    finger.settle()

    finger.tap("现在")
    finger.tap("早 10 分钟")

    assert value_of(finger, record, item) == "2026-11-23T09:10:00+08:00"
    assert finger.shows("今天 09:10")


def test_a_choice_is_taken_by_one_tap(open_app):
    finger, record = open_form(open_app, "lmr-d")
    finger.app.shell.screen._moved(row_key("weather", None))
    finger.settle()

    chip = next(chip for chip in finger.walk(finger.find("ItemPane")) if type(chip).__name__ == "ChoiceChip")
    finger.tap(chip)

    assert value_of(finger, record, "weather")


def test_a_date_steps_by_days(open_app):
    finger, record = open_form(open_app, "lmr-d")
    item = next(
        i.name for t in templates() if t.id == "lmr-d" for i in t.items if i.kind is ItemKind.DATE and "28" in i.name
    )
    finger.app.shell.screen._moved(row_key(item, LIFT1))
    finger.settle()
    before = value_of(finger, record, item)

    finger.tap(finger.find("IconButton", hint="day after"))

    assert (before, value_of(finger, record, item)) == ("2027-05-30", "2027-05-31")


def test_the_head_of_the_unit_may_refuse_to_sign_before_a_witness(open_app):
    finger, record = open_form(open_app, "fire-surprise", unit=UNIT)
    finger.tap("签名提交", nth=-1)
    sign(finger)
    finger.tap("被检查部门负责人")
    assert finger.shows("刘工", root=finger.find("SignerPanel"))

    finger.tap("拒签")
    finger.tap("不认可检查结果")
    finger.tap("完成")
    finger.tap("李主任")
    finger.tap("完成")

    refused = next(s for s in finger.app.parts.tablet.store.signatures_of(record) if s.refusal)
    assert (refused.signer, refused.name, refused.refusal, refused.witness) == (
        "unit_representative",
        "刘工",
        "不认可检查结果",
        "李主任",
    )
    assert finger.shows("拒签：不认可检查结果，见证人 李主任")


def test_a_typed_name_and_the_reason_of_a_refusal_outlive_a_kill(open_app):
    finger, record = open_form(open_app, "fire-surprise", unit=UNIT)
    finger.tap("签名提交", nth=-1)
    finger.tap("被检查部门负责人")
    finger.app.shell.screen.on_signer("name", "unit_representative")
    finger.settle()
    finger.find("NoteSheet").typing = "赵经理"
    finger.tap("完成")
    finger.tap("拒签")
    finger.tap("不认可检查结果")
    finger.tap("完成")  # who saw it is asked now

    again = open_app()
    again.tap("被检查部门负责人")
    named = again.shows("赵经理", root=again.find("SignerPanel"))
    again.tap("拒签")
    reason = again.find("NoteSheet").typing
    again.tap("完成")
    again.tap("王建国", root=again.find("NoteSheet"))
    again.tap("完成")

    refused = next(s for s in again.app.parts.tablet.store.signatures_of(record) if s.refusal)
    assert (named, reason) == (True, "不认可检查结果")
    assert (refused.name, refused.refusal, refused.witness) == ("赵经理", "不认可检查结果", "王建国")


def test_a_name_typed_on_a_form_is_there_after_another_form_and_a_kill(open_app):
    def name_of_unit(finger):
        return next(one.name for one in finger.app.shell.screen.view.signers if one.signer == "unit_representative")

    finger = open_app()
    tablet, router = finger.app.desk.tablet, finger.app.desk.router
    notice = tablet.store.hazard(HAZARD).notice
    actions.start_rechecks(tablet, notice)
    router.go("rechecks", notice)
    finger.settle()
    before = name_of_unit(finger)
    finger.app.shell.screen.on_signer("name", "unit_representative", "")
    finger.settle()
    finger.find("NoteSheet").typing = "张大勇"
    finger.tap("完成")

    router.go("report", actions.start_hazard(tablet))
    router.back()
    finger.settle()
    after_another = name_of_unit(finger)
    again = open_app()

    assert before != "张大勇"
    assert after_another == "张大勇"
    assert name_of_unit(again) == "张大勇"


def test_an_unscheduled_round_asks_for_form_and_place(open_app):
    finger = open_app()
    finger.tap("临时巡检")
    finger.swipe_up()
    finger.tap("电梯机房每日巡视记录")

    finger.tap("2号楼电梯机房")

    assert finger.app.desk.router.here.screen == "checklist"
    assert finger.app.shell.screen.view.subtitle.startswith("2号楼电梯机房")
