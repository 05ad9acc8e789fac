"""A unit's inspection, the notice on the spot and its paper, a whole notice's rechecks, what was seen in passing: by touch."""

from __future__ import annotations

from mobile import actions
from mobile.views.judged import judge
from shared.model.hazard import HazardState, NoticeState
from shared.model.inspection import Result
from shared.model.template import ItemKind
from tests.ui.tablet.estate import HAZARD
from tests.ui.tablet.finger import sign


def answered(finger, record, failing: bool = True):
    """Answer what is open, through the actions that taps call; the first judged item fails with all that it needs."""
    tablet, is_failed = finger.app.desk.tablet, not failing
    while (state := judge(finger.app.desk.setting(), record)).evaluation.blocking:
        row = state.evaluation.blocking[0]
        if row.item.kind is not ItemKind.PASS_FAIL:
            value = {ItemKind.TEXT: "正常", ItemKind.NUMBER: 1, ItemKind.COUNT: 1}.get(row.item.kind)
            choices = tuple(choice.name for choice in row.item.choices[:1])
            chosen = choices if row.item.kind is ItemKind.CHOICES else choices[0] if choices else value
            actions.answer(tablet, record, row.item.name, row.per, value=chosen)
        elif row.item.category and not is_failed:
            is_failed = True
            actions.answer(tablet, record, row.item.name, row.per, result=Result.FAIL)
            actions.set_note(tablet, record, row.item.name, row.per, "后门堆放纸箱")
            actions.set_action(tablet, record, row.item.name, row.per, "已责令清理")
            finger.app.desk.take_photo(record, row.item.name, row.per)
        else:
            actions.answer(tablet, record, row.item.name, row.per, result=Result.PASS)


def begin_inspection(finger) -> str:
    finger.tap("隐患")
    finger.tap("登记")
    finger.tap("检查一个单位")
    finger.tap("点这里选：定期、突击或每月检查")
    finger.tap("防火安全检查记录表（突击检查）")
    finger.tap("点这里，输入名称或拼音首字母查找")
    finger.type("gcwx")
    finger.tap("工程维修部  刘工")
    finger.tap("疏散通道和标志")
    finger.tap("开始检查")
    return finger.app.desk.router.here.record


def test_a_unit_is_inspected_and_its_notice_issued_signed_and_shared(open_app, tmp_path):
    finger = open_app()
    record = begin_inspection(finger)
    tablet = finger.app.desk.tablet
    assert tablet.store.inspection(record).sections == ("eva",)
    answered(finger, record)
    finger.app.desk.router.go("finish", record)
    finger.settle()
    assert finger.shows("立即改正 1") or finger.shows("一般隐患 1")
    for signer in finger.app.shell.screen.view.signers:
        actions.sign(tablet, record, signer.signer, signer.name, (((0.1, 0.2), (0.4, 0.5)),))
    finger.app.shell.refresh()
    finger.tap(finger.app.texts.submit)

    finger.tap("开具整改通知书（1）")
    finger.tap("签发")  # what is missing is opened
    assert finger.app.desk.router.here.screen == "line"
    assert finger.shows("还缺整改要求、期限、责任人") or finger.shows("期限")
    finger.tap("7 天 · 11月30日")
    screen = finger.app.shell.screen
    screen.on_part("field", "measures")
    finger.settle()
    finger.tap("立即清理，保持畅通")
    finger.tap("完成")
    screen.on_part("field", "responsible")
    finger.settle()
    finger.tap("刘大勇")
    finger.tap("完成")
    if screen.view.missing:
        screen.on_part("field", "basis")
        finger.settle()
        finger.type("61号令 §28")
        finger.tap("完成")
    finger.tap("这一条好了")
    notice = finger.app.desk.router.here.record
    finger.app.shell.screen.on_part("field", "interim_clause")
    finger.settle()
    finger.tap("隐患消除前派专人看护")
    finger.tap("完成")
    sign(finger)
    finger.tap("签收人")
    sign(finger)
    finger.tap("签发")

    assert finger.app.desk.router.here.screen == "paper"
    shown = tablet.store.notice(notice)
    assert (shown.state, shown.received_by) == (NoticeState.RECEIVED, "刘工")
    assert tablet.store.hazard(shown.hazards[0]).state is HazardState.IN_RECTIFICATION
    assert finger.all("PageImage")
    finger.tap("分享 PDF")
    (pdf,) = (tmp_path / "shared").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert finger.shows("已保存")


def test_an_inspection_and_a_notice_are_gone_on_with_after_a_kill(open_app):
    finger = open_app()
    finger.app.desk.router.go("unit")
    finger.settle()
    finger.tap("李主任")

    again = open_app()

    assert again.app.desk.router.here.screen == "unit"
    assert again.app.desk.tablet.store.visit_draft(again.app.desk.router.here.record).inspectors == ("李主任",)


def test_a_notice_s_hazards_are_rechecked_in_one_go(open_app):
    finger = open_app()
    tablet = finger.app.desk.tablet
    notice = tablet.store.hazard(HAZARD).notice
    actions.start_rechecks(tablet, notice)
    finger.app.desk.router.go("rechecks", notice)
    finger.settle()

    screen = finger.app.shell.screen
    for part in (part for card in screen.view.cards for part in card if part.key.startswith("result:")):
        screen.on_part("option", part.key, "passed")
    for draft in tablet.store.sheets(type(tablet.store.recheck_draft_for(HAZARD))):
        finger.app.desk.take_photo(draft.id)
    finger.settle()
    comparing = [part.key for card in screen.view.cards for part in card if part.key.startswith("compare:")]
    screen.on_part("field", comparing[0])
    finger.settle()
    assert finger.shows("整改前 50%")
    finger.back()
    sign(finger)
    finger.tap("提交复查")

    assert [recheck.round for recheck in tablet.store.rechecks_of(HAZARD)] == [1]
    assert finger.app.desk.router.here.screen == "hazards"


def test_a_hazard_seen_in_passing_is_reported_with_photo_and_place(open_app):
    finger = open_app()
    finger.tap("隐患")
    finger.tap("登记")
    finger.tap("一处隐患")
    finger.tap("点这里写，或选常用语")
    finger.tap("通道堆放杂物")
    finger.tap("完成")
    finger.tap("拍照")
    finger.tap("点这里，输入名称、拼音首字母或编号")
    finger.type("xfbf")
    finger.tap("消防泵房  LS-B1-BF")
    report = finger.app.desk.router.here.record
    finger.tap(finger.app.texts.fire.report_send, nth=-1)

    raised = finger.app.desk.tablet.store.hazard(report)
    assert (raised.description, raised.location, len(raised.photos_before)) == ("通道堆放杂物", "消防泵房", 1)
    assert finger.app.desk.router.here.screen == "hazards"


def test_a_report_that_was_left_is_found_on_the_list_gone_on_with_and_thrown_away(open_app):
    finger = open_app()
    store, texts = finger.app.desk.tablet.store, finger.app.texts
    finger.tap("隐患")
    finger.tap("登记")
    finger.tap("一处隐患")
    finger.back()
    assert store.forms() == ()  # nothing was entered: nothing is kept

    finger.tap("登记")
    finger.tap("一处隐患")
    finger.tap("点这里写，或选常用语")
    finger.tap("通道堆放杂物")
    finger.tap("完成")
    report = finger.app.desk.router.here.record
    finger.back()
    finger.app.desk.router.go("rounds")
    finger.settle()
    finger.app.shell.screen.on_row("open", f"form:report:{report}")
    finger.settle()
    assert finger.app.desk.router.here.record == report
    assert finger.shows("通道堆放杂物")

    finger.back()
    finger.app.shell.screen.on_row("more", f"form:report:{report}")
    finger.settle()
    finger.tap(texts.rounds.form_drop)
    assert finger.shows(texts.rounds.form_drop_sure)
    finger.tap(texts.rounds.form_drop)

    assert store.forms() == ()
    assert finger.shows(texts.rounds.form_dropped)
