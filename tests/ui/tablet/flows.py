"""The flows of a shift as a table: each is walked by touch from the list of rounds, one after the other on one tablet."""

from __future__ import annotations

from collections.abc import Callable

from mobile import actions
from mobile.device.power import GivenPower
from mobile.device.recorder import GivenRecorder
from mobile.device.scanner import ScriptedScanner
from mobile.views.judged import judge
from mobile.views.setting import row_key
from shared.ids import BlockId, InspectionId, PersonId
from shared.model.hazard import HazardState, NoticeState
from shared.model.inspection import Result, Status
from shared.model.number import NumberBlock
from shared.model.place import Person, Role
from shared.shift import make_pin
from tests.builders import NOW, an_id
from tests.mobile.longshan import (
    DEVICE,
    HAZARD,
    LEAD,
    ME,
    OLD,
    PUMP_RULE,
    ROOM2,
    SITE,
    TODAY,
    UNIT,
    a_return,
    feed,
    old_record,
)
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.finger import answer_to
from tests.ui.tablet.hand import Hand
from tests.voices import a_voice

ZHOU = Person(PersonId(an_id(0x91)), SITE, "周敏", (Role.PATROLLER,))
BY_TOUCH = ("lmr_01", "lmr_04", "lmr_09")
"""What is answered by touch in the round: an item that is well, a reading, a fail."""


def a_shift_tablet(home, scale: str, language: str):
    """A shared tablet in the morning, with a returned record, numbers for notices, a scanner and a microphone."""
    parts = a_tablet(home)
    store = parts.tablet.store
    pins = [make_pin(who, SITE, "4711", bytes(16), NOW, who, rounds=2) for who in (ME, LEAD)]
    block = NumberBlock(BlockId(an_id(0x801)), SITE, DEVICE, TODAY.year, 11, 5)
    feed(store, [ZHOU, *pins, block, *old_record(), *a_return()])
    parts.kit.power = GivenPower(41)
    parts.kit.scanner = ScriptedScanner(("WX-77", "LS-02-JF"))
    parts.kit.recorder = GivenRecorder(a_voice(23))
    actions.set_setting(parts.tablet, "text_scale", scale)
    actions.set_setting(parts.tablet, "language", language)
    return parts


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
    """Answer an item, take it back, answer it again; a reading on the pad; a fail with photo, words, voice and action."""
    record = hand.store.drafts()[0].id
    _answer_others(hand, record)
    hand.finger.app.desk.router.go("checklist", record)
    hand.finger.settle()
    for last in ("撤销", ""):
        hand.tap("合格", root=_row(hand, "lmr_01"))
        if last:
            hand.tap(last)
    hand.key_in("26.5")
    hand.tap("下一项", nth=-1)
    hand.tap("不合格", root=_row(hand, "lmr_09"))
    hand.tap("拍照", root=hand.finger.find("NeedsRow"))
    hand.tap("缺失", root=hand.finger.find("NeedsRow"))
    hand.tap("处理措施", root=hand.finger.find("NeedsRow"))
    hand.tap("已报主管", root=hand.finger.find("NoteSheet"))
    hand.tap("完成", root=hand.finger.find("NoteSheet"))

    said = {one.item: one for one in hand.store.answers(record)}
    assert (said["lmr_01"].result, said["lmr_04"].value) == (Result.PASS, 26.5)
    assert (said["lmr_09"].result, len(said["lmr_09"].photos)) == (Result.FAIL, 1)


def finish(hand: Hand) -> None:
    """Say why it is late, sign, submit; look at the record."""
    record = hand.store.drafts()[0].id
    hand.finger.app.desk.router.go("checklist", record)
    hand.finger.settle()
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
    assert [one.state for one in hand.store.hazards() if one.source == record] == [HazardState.DRAFT]
    assert hand.here.screen == "record"


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


def access(hand: Hand) -> None:
    """Leave the machine room, and let somebody in from outside with what is asked of him."""
    hand.finger.app.desk.router.go("access", ROOM2)
    hand.finger.settle()
    hand.tap("王建国")
    hand.tap("门已锁、灯已关、设备正常")

    assert hand.store.people_inside() == ()


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
    """Issue a notice over the round's hazard: what it wants, deadline, both signatures, the paper shared."""
    found = next(one for one in hand.store.hazards() if one.state is HazardState.DRAFT and one.item == "lmr_09")
    hand.finger.app.desk.router.go("hazard", found.id)
    hand.finger.settle()
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

    issued = hand.store.notice(ident)
    assert (issued.state, issued.no) == (NoticeState.RECEIVED, "龙物消改〔2026〕0011号")


def correct(hand: Hand) -> None:
    """Open what the office sent back."""
    hand.tap("请补拍灭火器压力表，看不清指针。")

    assert hand.store.inspection(InspectionId(hand.here.record)).amends == OLD


def draw(hand: Hand) -> None:
    """Draw on a photo."""
    record = hand.store.drafts()[0].id
    hand.finger.app.desk.take_photo(record, "lmr_01")
    photo = hand.store.photos_of(record)[-1].id
    hand.finger.app.desk.router.go("draw", photo)
    hand.finger.settle()
    x, y, width, height = hand.finger.find("MarkPad").box
    hand.tap("圈出")
    hand.finger.drag([(x + width * 0.3, y + height * 0.3), (x + width * 0.6, y + height * 0.6)])
    hand.look("drawn")

    assert len(hand.store.photo(photo).marks) == 1


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
    """Hand the tablet over: compared, signed, ended."""
    hand.tap_at("DutyTouch")
    if hand.screen.is_short:
        hand.tap("交班", root=hand.finger.find("FootBar"))
    hand.sign()
    hand.tap("交班", root=hand.finger.find("FootBar"))
    hand.tap("下一个人")

    assert hand.store.last_shift(ME).ended_at is not None
    assert hand.store.duty() is None


FLOWS: tuple[Callable[[Hand], None], ...] = (
    pin, check, scan, checklist, finish, excuse, hand_over, access, report, memo, recheck, unit, notice, correct, draw,
    settle_in, close,
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
