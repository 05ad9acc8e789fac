"""The flows of a shift as a table: each is walked by touch from the list of rounds, one after the other on one tablet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mobile import actions
from mobile.device.scanner import Tag
from mobile.views.judged import judge
from mobile.views.setting import row_key
from shared.ids import InspectionId
from shared.model.hazard import HazardState, NoticeState, RecheckResult
from shared.model.inspection import AFTER, Result, Status
from shared.model.mark import MarkKind
from tests.mobile.longshan import HAZARD, ME, OLD, PUMP_RULE, ROOM2, TODAY, UNIT
from tests.ui.tablet.finger import answer_to
from tests.ui.tablet.hand import Hand
from tests.ui.tablet.morning import CARTON, LAMP, OFFERED

ROUND, FIRST_ROUND = "2号楼电梯机房 日巡视", "1号楼电梯机房 日巡视"
BY_TOUCH = ("lmr_01", "lmr_02", "lmr_04", "lmr_08", "lmr_09")
"""What is answered by touch in the round: well, not checked, a reading, a fail that is put right at once, and one that is not."""


def pin(hand: Hand) -> None:
    """Say who one is, at the second try."""
    for digits in ("4712", "4711"):
        hand.tap("王建国")
        hand.key_in(digits)
        hand.tap("进入")

    assert hand.store.duty().person == ME


def check(hand: Hand) -> None:
    """Look the tablet over before work, camera included."""
    hand.tap_at("DutyTouch")
    hand.tap("试拍一张")
    hand.tap("看清了，丢掉")
    hand.tap("仍然开工")

    assert hand.store.open_shift(ME).is_forced


def scan(hand: Hand) -> None:
    """Report a tag that nobody knows; scan one of a round and say that one has gone in."""
    hand.tap("扫码")
    hand.tap("报告办公室")
    hand.tap("扫码")
    hand.tap("登记进入")

    (head,) = hand.store.drafts()
    assert (head.point, hand.store.inspection(head.id).start_mode) == (ROOM2, "qr")
    assert [one.point for one in hand.store.people_inside()] == [ROOM2]


def checklist(hand: Hand) -> None:
    """Answer an item, take it back, answer it again; say why one was not checked; a reading on the pad; two fails."""
    record = hand.store.drafts()[0].id
    _answer_others(hand, record)
    hand.tap(ROUND)
    for last in ("撤销", ""):
        hand.tap("合格", root=_row(hand, "lmr_01"))
        if last:
            hand.tap(last)
    hand.tap_at("IconButton", root=_row(hand, "lmr_02"), hint="more")
    hand.tap("标为未检（要写原因）")
    hand.tap("上锁进不去", root=hand.finger.find("ReasonRow"))
    hand.tap("下一项", nth=-1)
    hand.key_in("26.5")
    hand.tap("下一项", nth=-1)
    _fail_and_mend(hand)
    hand.tap("下一项", nth=-1)
    hand.tap("不合格", root=_row(hand, "lmr_09"))
    hand.tap("拍照", root=_needs(hand, "lmr_09"))
    hand.tap("缺失", root=_needs(hand, "lmr_09"))
    hand.tap("处理措施", root=_needs(hand, "lmr_09"))
    hand.tap("已报主管", root=hand.finger.find("NoteSheet"))
    hand.tap("完成", root=hand.finger.find("NoteSheet"))
    hand.tap_at("JumpChip", key="failed")

    assert hand.here.item in {row_key("lmr_08", None), row_key("lmr_09", None)}
    said = {one.item: one for one in hand.store.answers(record)}
    assert (said["lmr_01"].result, said["lmr_04"].value) == (Result.PASS, 26.5)
    assert (said["lmr_02"].result, said["lmr_02"].reason) == (Result.NOT_CHECKED, hand.said("上锁进不去"))
    assert [row.role for row in hand.store.photos_of(record) if row.item == "lmr_08"] == ["", AFTER]
    assert (said["lmr_09"].result, len(said["lmr_09"].photos)) == (Result.FAIL, 1)


def _fail_and_mend(hand: Hand) -> None:
    """Fail an item with a wording of the library, put it right on the spot and take a second photo."""
    hand.tap("不合格", root=_row(hand, "lmr_08"))
    hand.tap("拍照", root=_needs(hand, "lmr_08"))
    hand.tap("用语库", root=_needs(hand, "lmr_08"))
    hand.tap("空调或排风不运行", root=hand.finger.find("WordingSheet"))
    hand.tap("当场整改", root=_needs(hand, "lmr_08"))
    hand.tap("处理措施", root=_needs(hand, "lmr_08"))
    hand.tap("已当场改正", root=hand.finger.find("NoteSheet"))
    hand.tap("完成", root=hand.finger.find("NoteSheet"))


def finish(hand: Hand) -> None:
    """Say why it is late, sign, submit; look at the record."""
    record = hand.store.drafts()[0].id
    hand.tap(ROUND)
    hand.tap("签名提交", nth=-1)
    if hand.screen.is_short:
        hand.tap("提交")
    else:
        hand.tap("点这里写超时原因")
    hand.tap("交接延误")
    hand.tap("完成", root=hand.finger.find("NoteSheet"))
    if hand.screen.is_short:
        hand.tap("提交")
    hand.sign()
    hand.tap("提交")
    hand.tap("已完成")
    hand.tap_at("RoundCard")

    final = hand.store.inspection(record)
    assert (final.status, final.late_reason != "") == (Status.FINAL, True)
    raised = {one.item: one.state for one in hand.store.hazards() if one.source == record}
    assert raised == {"lmr_08": HazardState.CORRECTED_ON_SPOT, "lmr_09": HazardState.DRAFT}
    assert hand.here.screen == "record"


def tags(hand: Hand) -> None:
    """Hold the tablet to NFC tags: of a round, of one that is done, of a tag that is retired, of somebody else's round."""
    hand.hold(Tag("LS-03-LT", "nfc", "04A1"))
    begun = hand.store.inspection(InspectionId(hand.here.record))
    hand.home()
    hand.hold(Tag("LS-02-JF", "nfc", "04A2"))
    hand.tap("看这条记录")
    finished = hand.store.inspection(InspectionId(hand.here.record))
    hand.home()
    hand.hold(Tag("LS-B1-BF", "nfc", "04A3"))
    hand.tap("不扫码，手工开始")
    hand.tap("消防泵房 检查")
    by_hand = hand.store.inspection(InspectionId(hand.here.record))
    hand.home()
    hand.hold(Tag("LS-B2-CK", "nfc", "04A4"))

    assert hand.shows("这是别人的巡检")
    assert [one.start_mode for one in (begun, finished, by_hand)] == ["nfc", "qr", "manual"]
    assert finished.status is Status.FINAL


def arrange(hand: Hand) -> None:
    """Put today's rounds in the order of places, of the route, and of their due time again."""
    chosen = []
    for icon, order in (("clock-outline", "按位置"), ("map-marker-outline", "按路线"), ("routes", "按到期时间")):
        hand.tap_at("PushButton", icon=icon)
        hand.tap(order)
        chosen.append(hand.screen.order.words == hand.said(order))

    assert chosen == [True] * 3


def excuse(hand: Hand) -> None:
    """Find a round by its initials and say why it cannot be done."""
    hand.tap_at("TextField")
    hand.type("bf")
    hand.tap_at("IconButton", icon="dots-vertical")
    hand.tap("做不了，申请免检")
    hand.tap("停电")
    hand.tap("拍照")
    hand.tap("提交申请")

    assert [(one.rule, len(one.photos)) for one in hand.store.excuses(TODAY)] == [(PUMP_RULE, 1)]


def hand_over(hand: Hand) -> None:
    """Begin a round, give it to a colleague's tablet, take it back."""
    hand.tap("1号楼电梯机房 日巡视")
    record = hand.here.record
    hand.home()
    hand.tap_at("TextField")
    hand.type("1hl")
    hand.tap_at("IconButton", icon="dots-vertical")
    hand.tap("移交给别人")
    hand.tap("周敏")
    given = hand.store.all_given()
    hand.tap("撤销")

    assert given == (record,)
    assert hand.store.all_given() == ()


def take_over(hand: Hand) -> None:
    """Take a round that a colleague hands over from another tablet, with what is filled in."""
    hand.tap_row("offer:")
    hand.tap("接手")

    taken = hand.store.inspection(OFFERED)
    assert (hand.here.screen, hand.here.record) == ("checklist", OFFERED)
    assert (taken.author, len(taken.answers) > 0) == (ME, True)


def access(hand: Hand) -> None:
    """Find the machine room by its number and leave it."""
    hand.tap_at("TextField")
    hand.type("ls-02-jf")
    hand.tap_row("point:")
    hand.tap("机房出入登记")
    hand.tap("王建国")
    hand.tap("门已锁、灯已关、设备正常")

    assert hand.store.people_inside() == ()


def admit(hand: Hand) -> None:
    """Let somebody in from outside, with what is asked of him."""
    hand.tap_at("TextField")
    hand.type("ls-02-jf")
    hand.tap_row("point:")
    hand.tap("机房出入登记")
    hand.tap("登记外来人员")
    hand.tap("维保单位")
    for field, words in (("姓名", "赵师傅"), ("电话", "139"), ("事由", "半月维保"), ("批准人", "冯经理")):
        hand.tap_at("Field", name=field)
        hand.write(words)
    hand.tap("登记进入", nth=-1)

    assert [(one.name, one.point, one.approved_by) for one in hand.store.people_inside()] == [
        ("赵师傅", ROOM2, "冯经理")
    ]


def report(hand: Hand) -> None:
    """Report a hazard that was seen in passing, spoken instead of written."""
    hand.tap("隐患")
    hand.tap("登记")
    hand.tap("一处隐患")
    hand.tap("点这里写，或选常用语")
    hand.tap_at("PushButton", root=hand.finger.find("NoteSheet"), icon="microphone")
    hand.tap("停止并保存")
    hand.tap("拍照")
    hand.tap("点这里，输入名称、拼音首字母或编号")
    hand.type("xfbf")
    hand.tap("消防泵房", nth=-1)
    ident = hand.here.record
    hand.tap("登记", nth=-1)

    raised = hand.store.hazard(HAZARD.__class__(ident))
    assert [photo.role for photo in raised.photos_before] == ["", "voice"]


def memo(hand: Hand) -> None:
    """Write a note about the site."""
    hand.tap_at("PushButton", icon="plus")
    hand.tap("记一笔")
    hand.tap_at("Field")
    hand.write("门锁偏紧，已上油")
    before = len(hand.store.forms())
    hand.tap("存好")

    assert len(hand.store.forms()) == before - 1


def recheck(hand: Hand) -> None:
    """Recheck a hazard: result, photo from where the first was taken, signature."""
    hand.tap("隐患复查")
    hand.tap("1号楼电梯机房灭火器缺失 2 具")
    hand.tap("开始复查")
    hand.tap("已改")
    hand.tap("拍照")
    hand.tap("对着这个位置拍", nth=-1)
    hand.sign()
    hand.tap("提交复查")

    assert len(hand.store.rechecks_of(HAZARD)) == 1


def recheck_all(hand: Hand) -> None:
    """Recheck both hazards of a notice in one go, from where their photos were taken; the unit's head refuses to sign."""
    hand.tap("隐患")
    hand.tap_row(f"hazard:{LAMP}")
    hand.tap_at("SolidButton")
    for hazard, result in ((LAMP, "已改"), (CARTON, "未改")):
        draft = hand.store.recheck_draft_for(hazard).id
        hand.tap(result, root=_part(hand, f"result:{draft}"))
        hand.tap_at("AddPhoto", root=_part(hand, f"photo:{draft}"))
        hand.tap("对着这个位置拍", nth=-1)
    hand.tap_at("Field", root=_part(hand, f"note:{draft}"))
    hand.write("纸箱还在")
    hand.tap_at("ChoiceChip", root=_part(hand, f"deadline:{draft}"))
    hand.sign()
    hand.tap("受检单位负责人")
    hand.tap("拒签")
    hand.tap("不认可检查结果")
    hand.tap("完成", root=hand.finger.find("NoteSheet"))
    hand.tap("李主任", root=hand.finger.find("NoteSheet"))
    hand.tap("完成", root=hand.finger.find("NoteSheet"))
    hand.tap("提交复查")

    made = [recheck for hazard in (LAMP, CARTON) for recheck in hand.store.rechecks_of(hazard)]
    assert [one.result for one in made] == [RecheckResult.PASSED, RecheckResult.FAILED]
    refused = [sign for one in made for sign in one.signatures if sign.refusal]
    assert [(one.refusal, one.witness) for one in refused] == [(hand.said("不认可检查结果"), "李主任")] * 2


def unit(hand: Hand) -> None:
    """Set out a surprise inspection of a unit, one part of the form, with a colleague."""
    hand.tap("隐患")
    hand.tap("登记")
    hand.tap("检查一个单位")
    hand.tap("点这里选：定期、突击或每月检查")
    hand.tap("防火安全检查记录表（突击检查）")
    hand.tap("点这里，输入名称或拼音首字母查找")
    hand.type("gcwx")
    hand.tap("刘工")
    hand.tap("疏散通道和标志")
    hand.tap("李主任")
    hand.tap("开始检查")

    made = hand.store.inspection(InspectionId(hand.here.record))
    assert (made.unit, made.sections, made.inspectors) == (UNIT, ("eva",), ("李主任",))


def notice(hand: Hand) -> None:
    """Issue a notice over the round's hazard: what it wants, deadline, both signatures, the paper shared and printed."""
    found = next(one for one in hand.store.hazards() if one.state is HazardState.DRAFT and one.item == "lmr_09")
    hand.tap("隐患")
    hand.tap_row(f"hazard:{found.id}")
    hand.tap_at("SolidButton")
    hand.tap_at("Field", name="受检单位")
    hand.type("gcwx")
    hand.tap("刘工", nth=-1)
    hand.tap("签发")
    ident = hand.here.record
    hand.tap_at("ChoiceChip", key="2026-11-30")
    for name, words in (("整改要求", "补足灭火器"), ("责任人", "刘大勇")):
        hand.tap_at("Field", name=name)
        hand.write(words)
    hand.tap("这一条好了")
    hand.tap_at("Field", name="隐患消除前的防范要求")
    hand.write("派专人看护")
    hand.sign()
    hand.tap("签收人")
    hand.sign()
    hand.tap("签发")
    hand.tap("分享 PDF")
    hand.tap("打印")

    printer = hand.finger.app.desk.share
    assert [len(list(printer.folder.iterdir())), len(printer.printed)] == [1, 1]
    issued = hand.store.notice(ident)
    assert (issued.state, issued.no) == (NoticeState.RECEIVED, "龙物消改〔2026〕0011号")


def correct(hand: Hand) -> None:
    """Open what the office sent back."""
    hand.tap("请补拍灭火器压力表，看不清指针。")

    assert hand.store.inspection(InspectionId(hand.here.record)).amends == OLD


def draw(hand: Hand) -> None:
    """Look at how an item was the last time, take a photo of it and draw on that."""
    hand.tap(FIRST_ROUND)
    record = hand.here.record
    hand.tap_at("IconButton", root=_row(hand, "lmr_01"), hint="more")
    hand.tap("上次的结果")
    hand.tap("关闭")
    hand.tap_at("IconButton", root=_row(hand, "lmr_01"), hint="more")
    hand.tap("打开详情")
    hand.tap_at("AddPhoto")
    hand.tap_at("PhotoTile")
    hand.tap("标注")
    x, y, width, height = hand.finger.find("MarkPad").box
    hand.tap("圈出")
    hand.finger.drag([(x + width * 0.3, y + height * 0.3), (x + width * 0.6, y + height * 0.6)])
    hand.look("drawn")
    hand.tap("完成")

    (photo,) = hand.store.photos_of(record)
    assert (photo.item, [one.kind for one in photo.marks]) == ("lmr_01", [MarkKind.CIRCLE])


def settle_in(hand: Hand) -> None:
    """Look at what waits to be sent, at the settings, and at a card of help."""
    hand.tap("同步")
    hand.tap("设置")
    hand.tap("深色（机房、夜间）")
    hand.tap("明亮")
    hand.tap("巡检")
    hand.tap_at("HelpTitle")
    hand.tap("关闭")


def close(hand: Hand) -> None:
    """Hand the tablet over: compared, signed, ended, its sheet printed."""
    hand.tap_at("DutyTouch")
    if hand.screen.is_short:
        hand.tap("交班", root=hand.finger.find("FootBar"))
    hand.sign()
    hand.tap("交班", root=hand.finger.find("FootBar"))
    hand.tap_at("PushButton", icon="share-variant-outline")
    hand.tap("打印")
    hand.back()
    hand.tap("下一个人")

    assert len(hand.finger.app.desk.share.printed) == 2
    assert hand.store.last_shift(ME).ended_at is not None
    assert hand.store.duty() is None


FLOWS: tuple[Callable[[Hand], None], ...] = (
    pin, check, scan, checklist, finish, tags, arrange, excuse, hand_over, take_over, access, admit, report, memo, recheck,
    recheck_all, unit, notice, correct, draw, settle_in, close,
)  # fmt: skip


def _answer_others(hand: Hand, record: InspectionId) -> None:
    """Answer, through the actions that taps call, all of a round but what is to be answered by touch."""
    desk = hand.finger.app.desk
    while True:
        blocking = judge(desk.setting(), record).evaluation.blocking
        row = next((one for one in blocking if one.item.name not in BY_TOUCH), None)
        if row is None:
            return
        actions.answer(desk.tablet, record, row.item.name, row.per, **answer_to(row))


def _row(hand: Hand, item: str):
    return next(one for one in hand.finger.all("CheckRow") if one.view.key == row_key(item, None))


def _part(hand: Hand, key: str) -> Any:
    """Return a part of the form that is open."""
    return next(one for one in hand.finger.all("FormPart") if one.view.key == key)


def _needs(hand: Hand, item: str) -> Any:
    """Return what a failed item asks for, under its row."""
    return next(one for one in hand.finger.all("NeedsRow") if one.view.key == row_key(item, None))
