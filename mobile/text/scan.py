"""What the scan of a tag answers."""

from __future__ import annotations

from mobile.text.family import Family


class ScanTexts(Family):
    """The texts of one language."""

    title: str
    button: str
    waiting: str
    waiting_nfc: str
    waiting_none: str
    again: str
    type_code: str
    type_hint: str
    type_flag: str
    nothing_read: str
    no_scanner: str
    several: str
    several_detail: str
    go_on: str
    done: str
    done_detail: str
    open_done: str
    do_again: str
    other: str
    other_detail: str
    other_anybody: str
    do_instead: str
    not_due: str
    not_due_detail: str
    start_extra: str
    given: str
    unknown: str
    unknown_detail: str
    unknown_read: str
    meant: str
    report: str
    reported: str
    note_unknown: str
    note_retired: str
    retired: str
    retired_detail: str
    by_hand: str
    by_hand_flag: str
    read_by_qr: str
    read_by_nfc: str
    read_by_typed: str


ZH = ScanTexts(
    title="扫码开始",
    button="扫码",
    waiting="正在等扫码",
    waiting_nfc="把平板靠近 NFC 标签，或点下面的按钮扫二维码",
    waiting_none="这台平板不能扫码，请输入标签上的编号",
    again="再扫一次",
    type_code="输入编号",
    type_hint="标签上印的编号，如 LS-A1-JF01",
    type_flag="没有扫码、手工输入的，记录里会注明",
    nothing_read="没有读到标签。对准、靠近些再扫，或输入编号。",
    no_scanner="不能扫码",
    several="这里有 {n} 项巡检",
    several_detail="选一项开始",
    go_on="继续：{what}",
    done="这里已经巡过了",
    done_detail="{time} {name}完成 · {what}",
    open_done="看这条记录",
    do_again="再做一次",
    other="这是别人的巡检",
    other_detail="{what} · 由{who}负责",
    other_anybody="其他岗位",
    do_instead="我来做：{what}",
    not_due="这里现在没有要做的巡检",
    not_due_detail="{place}",
    start_extra="加做一次巡检",
    given="这次巡检已移交给{name}",
    unknown="不认识这张标签",
    unknown_detail="可能是别的小区的标签，或资料还没更新。读到的内容已保留，可以报告办公室。",
    unknown_read="读到：{text}",
    meant="是不是要找这里",
    report="报告办公室",
    reported="已记下，联网后办公室会看到",
    note_unknown="扫到不认识的标签：{text}",
    note_retired="这张标签已停用，还贴在现场：{text}",
    retired="这张标签已停用",
    retired_detail="{place}换过标签了。找找新标签；找不到就报告办公室，巡检照常可以手工开始。",
    by_hand="不扫码，手工开始",
    by_hand_flag="手工开始的，记录里会注明",
    read_by_qr="已扫二维码",
    read_by_nfc="已读 NFC 标签",
    read_by_typed="手工输入的编号",
)
EN = ScanTexts(
    title="Scan to start",
    button="Scan",
    waiting="Waiting for a tag",
    waiting_nfc="Hold the tablet to the NFC tag, or tap below to scan the QR code",
    waiting_none="This tablet cannot scan; type the number that is printed on the tag",
    again="Scan again",
    type_code="Type the number",
    type_hint="The number printed on the tag, such as LS-A1-JF01",
    type_flag="A number that was typed instead of scanned is flagged in the record",
    nothing_read="No tag was read. Aim, go closer and scan again, or type the number.",
    no_scanner="Cannot scan",
    several="Rounds to be done here: {n}",
    several_detail="Choose one to start",
    go_on="Go on: {what}",
    done="This place has been done",
    done_detail="{time}, done by {name} · {what}",
    open_done="Show the record",
    do_again="Do it once more",
    other="This is somebody else's round",
    other_detail="{what} · done by {who}",
    other_anybody="another post",
    do_instead="I do it: {what}",
    not_due="Nothing is to be done here now",
    not_due_detail="{place}",
    start_extra="Start an extra round",
    given="This round was handed to {name}",
    unknown="This tag is not known",
    unknown_detail="It may be another estate's, or this tablet's data are not up to date. What was read is kept and can be"
    " reported to the office.",
    unknown_read="Read: {text}",
    meant="Did you look for one of these",
    report="Report to the office",
    reported="Noted; the office sees it once you are online",
    note_unknown="An unknown tag was scanned: {text}",
    note_retired="A retired tag is still on site: {text}",
    retired="This tag is retired",
    retired_detail="{place} has a new tag. Look for it; if there is none, report it. The round can be started by hand all the same.",
    by_hand="Start by hand, without a scan",
    by_hand_flag="A round that was started by hand is flagged in the record",
    read_by_qr="QR code scanned",
    read_by_nfc="NFC tag read",
    read_by_typed="Number typed",
)
