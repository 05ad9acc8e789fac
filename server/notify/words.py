"""What people are told, in both languages: a line for each kind, and the sentences round it in a mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.store.outbox import Kind
from shared.model.place import Text

K = Kind

TITLES: Final[Mapping[Kind, Text]] = {
    K.NOTICE_ISSUED: Text("收到整改通知书，请签收", "A rectification notice to sign for"),
    K.NOTICE_RECEIVED: Text("整改通知书已签收", "The unit has signed for the notice"),
    K.NOTICE_REFUSED: Text("受检单位拒签整改通知书", "The unit refused to sign for the notice"),
    K.NOTICE_WITHDRAWN: Text("整改通知书已撤回", "The notice was withdrawn"),
    K.MAJOR: Text("确认重大火灾隐患，请当天处置", "A major fire hazard; act today"),
    K.SUSPECTED_MAJOR: Text("疑似重大隐患，请判定等级", "Perhaps a major hazard; please grade it"),
    K.DEADLINE: Text("整改期限提醒", "Deadline of a hazard"),
    K.REPLIED: Text("整改回执已到，请安排复查", "A reply has come; plan the recheck"),
    K.REPLY_PARTIAL: Text("受检单位已回复：还没有整改完", "The unit replied: not all is put right yet"),
    K.REPLY_RETURNED: Text("整改回执被退回", "The reply was returned"),
    K.EXTENSION_ASKED: Text("申请延期，请审批", "More time is asked for; please decide"),
    K.EXTENSION_DECIDED: Text("延期申请已批复", "The request for more time was decided"),
    K.RECHECK_FAILED: Text("复查不合格", "The recheck failed"),
    K.RECHECK_PASSED: Text("复查合格", "The recheck was passed"),
    K.SIGN_OFF: Text("复查合格，请签字销案", "The recheck was passed; please sign off"),
    K.CLOSED: Text("隐患已销案", "The hazard is closed"),
    K.ESCALATED: Text("隐患已上报", "The hazard was escalated"),
    K.INSPECTION_RETURNED: Text("检查记录被退回，请补正", "Your record was returned; please correct it"),
    K.INSPECTION_AT_RISK: Text("有检查记录需要重点审核", "A record needs a close review"),
    K.ROUND_MISSED: Text("昨日有漏检，请处理", "Rounds were missed yesterday"),
    K.SURPRISE_DUE: Text("本季度突击检查尚未完成", "This quarter's surprise inspection is not done yet"),
    K.EXCUSE_ASKED: Text("免检申请，请审批", "A round is to be excused; please decide"),
    K.EXCUSE_DECIDED: Text("免检申请已批复", "The request to excuse a round was decided"),
    K.DEAD_LETTER: Text("平板有数据未能入库", "Something a tablet sent could not be taken in"),
    K.SILENT_TABLET: Text("平板超过一天没有联系", "A tablet has been silent for more than a day"),
    K.BACKUP_AGE: Text("备份需要检查", "The backups need a look"),
    K.LIFT_DUE: Text("电梯定期检验将到期", "A lift's periodic inspection is due"),
    K.EQUIPMENT_DUE: Text("设备校验、维修或报废将到期", "Equipment is due for a check, service or scrapping"),
}
MORE: Final[Mapping[str, Text]] = {
    "remind_3": Text("三天内到期", "due within three days"),
    "remind_1": Text("明天到期", "due tomorrow"),
    "flag": Text("今天到期，请安排复查", "due today; plan the recheck"),
    "overdue_list": Text("已逾期，列入逾期清单", "overdue; on the overdue list"),
    "explain": Text("逾期，请说明原因，另定措施", "overdue; record the reason and a new measure"),
    "decide": Text(
        "逾期，请决定：停用、拨款、委托单位或上报", "overdue; decide: stop use, fund, contractor or authority"
    ),
    "grant_extension": Text("已批准", "granted"),
    "deny_extension": Text("未批准", "denied"),
    "partly": Text("部分完成，请看原因", "partly done; see the cause"),
    "not_done": Text("未完成，请看原因", "not done; see the cause"),
    "old": Text("最近一次通过验证的备份已超过七天", "the newest proved backup is more than seven days old"),
    "failed": Text("最近一次备份验证没有通过", "the last drill of the backup failed"),
    "undrawn": Text("尚未抽签", "not drawn yet"),
    "undone": Text("已抽签，尚未完成", "drawn, not done yet"),
}
"""What the codes of an event's facts say."""
MISSED: Final = Text("漏检 {n} 项，待处理共 {all} 项", "{n} missed, {all} waiting in all")
DUE_ON: Final = Text("期限 {day}", "due {day}")
NEXT_ON: Final = Text("下次检验 {day}", "next inspection {day}")
EQUIPMENT: Final[Mapping[str, Text]] = {
    "governor": Text("限速器校验 {n} 项，最早 {day}", "governor check: {n}, the first on {day}"),
    "service": Text("灭火器维修 {n} 具，最早 {day}", "extinguisher service: {n}, the first on {day}"),
    "scrap": Text("灭火器报废 {n} 具，最早 {day}", "extinguishers at their end of life: {n}, the first on {day}"),
}
LEFT: Final = Text("距季度末 {n} 天", "{n} days of the quarter are left")
OPEN: Final = Text("打开：", "Open: ")
DIGEST: Final = Text("今日汇总：{n} 条", "Your digest: {n}")
PRODUCT: Final = Text("巡安", "Site Rounds")
GREETING: Final = Text("{name}：", "{name},")
UNIT_LINK: Final = Text(
    "用手机打开下面的链接，不需要账号：看通知书、签收、逐项回复、申请延期。链接只对应这一份通知书，请勿转发。",
    "Open the link below on a phone; no account is needed: read the notice, sign for it, reply item by item, ask for more"
    " time. It opens this notice only; please do not pass it on.",
)
WHY: Final = Text(
    "这封邮件由{site}的消防管理系统自动发出，请勿直接回复。",
    "This mail was sent by the fire-safety system of {site}; please do not reply to it.",
)
CHOOSE: Final = Text(
    "哪些通知发到邮箱，可在系统的“我的通知设置”中修改。",
    "Choose what comes by mail in the system, under “My notifications”.",
)
TEST: Final = Text("这是一条测试消息。", "This is a test message.")
GROUP_MANY: Final = Text("{title}：{n} 条", "{title}: {n}")
