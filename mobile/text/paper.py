"""The texts of papers: their screen, the notice, the record of an inspection."""

from __future__ import annotations

from mobile.text.family import Family


class PaperTexts(Family):
    """The texts of papers, in one language. ``*heads`` hold several, parted by ``|``."""

    title: str
    making: str
    share: str
    print_out: str
    saved: str
    shared: str
    failed: str
    receive: str
    received: str
    temporary: str
    renumbered: str
    notice: str
    date_full: str
    to: str
    preamble: str
    an_inspection: str
    heads: str
    deadline: str
    interim: str
    reply_to: str
    recheck_on: str
    inspectors: str
    issuer: str
    receiver: str
    refused: str
    left: str
    not_received: str
    copies: str
    record_no: str
    record_heads: str
    record_all_well: str
    record_found: str
    conclusion: str


ZH = PaperTexts(
    title="文书",
    making="正在排版…",
    share="分享 PDF",
    print_out="打印",
    saved="已保存：{name}",
    shared="已交给系统分享",
    failed="文书没有生成：{why}",
    receive="签收／拒签",
    received="签收已存本机",
    temporary="暂编号：联网后由服务器换成正式编号，届时请重新打印",
    renumbered="现场出具时编号为 {no}",
    notice="火险隐患整改通知书",
    date_full="{y}年{m}月{d}日",
    to="{unit}：",
    preamble="　　{day}，我方对你单位进行{form}，发现下列火险隐患 {n} 处。请按下表要求整改，并按时反馈整改情况。",
    an_inspection="防火安全检查",
    heads="序号|隐患|部位|违反依据|整改要求|期限|责任人",
    deadline="全部整改期限：{day}",
    interim="隐患消除前的防范要求",
    reply_to="反馈方式",
    recheck_on="计划复查",
    inspectors="检查人员",
    issuer="签发人（检查负责人）",
    receiver="签收人",
    refused="拒签：{reason}；见证人 {witness}",
    left="通知书留置送达",
    not_received="待签收",
    copies="一式两份：受检单位一份，检查单位一份。",
    record_no="检查编号 {no}",
    record_heads="编号|检查内容|结果|情况说明、处理",
    record_all_well="检查的项目全部合格。",
    record_found="检查结果",
    conclusion="结论",
)
EN = PaperTexts(
    title="Paper",
    making="Setting the pages…",
    share="Share PDF",
    print_out="Print",
    saved="Saved: {name}",
    shared="Handed to the system to share",
    failed="The paper could not be made: {why}",
    receive="Receipt / refusal",
    received="The receipt is on this tablet",
    temporary="Temporary number: the server gives the final one; print it again then",
    renumbered="Handed over under the number {no}",
    notice="Notice of fire hazards to be rectified",
    date_full="{d} {month_name} {y}",
    to="To {unit}:",
    preamble="On {day} we carried out this inspection at your premises: {form}. Fire hazards found: {n}, as listed below."
    " Please put them right as required and report back in time.",
    an_inspection="fire-safety inspection",
    heads="No.|Hazard|Place|Rule broken|Measures|Deadline|Who",
    deadline="All to be done by {day}",
    interim="Protection meanwhile",
    reply_to="Report back to",
    recheck_on="Recheck planned",
    inspectors="Inspectors",
    issuer="Issuer (lead inspector)",
    receiver="Receiver",
    refused="Refused to sign: {reason}; witness {witness}",
    left="The notice was left there",
    not_received="Not signed for yet",
    copies="Two copies: one for the unit, one for the inspecting side.",
    record_no="Inspection {no}",
    record_heads="Code|What was inspected|Result|Findings and action",
    record_all_well="Everything inspected passed.",
    record_found="Results",
    conclusion="Conclusion",
)
