"""The texts of fire inspections: a unit's inspection, the notice on the spot, its paper, rechecks, what was seen in passing.

The English ones are in ``fire_en``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FireTexts:
    """The texts of these screens, in one language. ``*_heads`` and ``*_phrases`` hold several, parted by ``|``."""

    # an inspection of a unit
    unit_title: str
    unit_form: str
    unit_form_hint: str
    unit_unit: str
    unit_unit_hint: str
    unit_sections: str
    unit_sections_all: str
    unit_sections_some: str
    unit_inspectors: str
    unit_inspectors_hint: str
    unit_other_name: str
    unit_other_hint: str
    unit_visit: str
    unit_visit_own: str
    unit_visit_hint: str
    unit_begin: str
    unit_head: str
    unit_phone: str
    unit_place: str
    unit_secret: str
    need_unit: str
    need_form: str
    find_hint: str
    find_none: str
    more_inspections: str
    inspector_along: str
    # its summary
    summary_title: str
    summary_checked: str
    summary_corrected: str
    summary_immediate: str
    summary_general: str
    summary_major: str
    summary_sections: str
    summary_inspectors: str
    summary_visit: str
    visit_together: str
    visit_other: str
    make_notice: str
    continue_notice: str
    show_notice: str
    show_record: str
    # what a correction changed
    diff_title: str
    diff_none: str
    diff_line: str
    diff_empty: str
    diff_result: str
    diff_value: str
    diff_note: str
    diff_reason: str
    diff_action: str
    diff_photos: str
    diff_photos_line: str
    diff_corrected: str
    diff_after: str
    diff_conclusion: str
    diff_unit: str
    # the notice
    notice_title: str
    notice_no: str
    notice_no_free: str
    notice_no_temporary: str
    notice_unit: str
    notice_lines: str
    notice_take_in: str
    notice_interim: str
    notice_interim_hint: str
    notice_reply_to: str
    notice_reply_hint: str
    notice_receiver_title: str
    notice_receiver_title_hint: str
    notice_issue: str
    notice_issued: str
    notice_issued_temporary: str
    notice_waits: str
    signer_lead_inspector: str
    signer_receiver: str
    line_title: str
    line_grade: str
    line_measures: str
    line_measures_hint: str
    line_deadline: str
    line_deadline_hint: str
    line_responsible: str
    line_responsible_hint: str
    line_basis: str
    line_basis_hint: str
    line_interim: str
    line_interim_hint: str
    line_before: str
    line_open: str
    line_ready: str
    line_done: str
    today: str
    in_days: str
    need_lines: str
    need_grade: str
    need_measures: str
    need_deadline: str
    need_responsible: str
    need_basis: str
    need_photo_before: str
    need_interim: str
    need_issuer: str
    measure_clear: str
    measure_repair: str
    measure_replace: str
    measure_stop: str
    measure_train: str
    interim_watch: str
    interim_no_fire: str
    interim_close: str
    interim_spare: str
    post_head: str
    post_duty: str
    post_shop: str
    # the paper
    paper_title: str
    paper_making: str
    paper_share: str
    paper_print: str
    paper_saved: str
    paper_shared: str
    paper_failed: str
    paper_receive: str
    paper_received: str
    paper_temporary: str
    paper_renumbered: str
    paper_notice: str
    paper_day: str
    paper_to: str
    paper_preamble: str
    paper_an_inspection: str
    paper_heads: str
    paper_deadline: str
    paper_interim: str
    paper_reply_to: str
    paper_recheck_on: str
    paper_inspectors: str
    paper_issuer: str
    paper_receiver: str
    paper_refused: str
    paper_left: str
    paper_not_received: str
    paper_copies: str
    paper_record_no: str
    paper_record_heads: str
    paper_record_all_well: str
    paper_record_found: str
    paper_conclusion: str
    # rechecks
    rechecks_title: str
    rechecks_all: str
    rechecks_of_notice: str
    rechecks_done: str
    rechecks_left: str
    new_hazard: str
    new_hazard_hint: str
    signer_unit: str
    # seen in passing
    report_title: str
    report_what: str
    report_what_hint: str
    report_where: str
    report_where_hint: str
    report_where_more: str
    report_where_more_hint: str
    report_scan: str
    report_scan_unknown: str
    report_unit: str
    report_unit_hint: str
    report_grade: str
    report_action: str
    report_action_hint: str
    report_photos: str
    report_send: str
    report_sent: str
    report_phrases: str
    need_what: str
    need_where: str
    need_photo: str
    need_photo_making: str
    memo_title: str
    memo_text: str
    memo_text_hint: str
    memo_about: str
    memo_about_site: str
    memo_send: str
    memo_sent: str
    memo_phrases: str
    need_text: str
    started_forms: str
    # the list of hazards
    hazards_search: str
    hazards_add: str
    sort_title: str
    sort_deadline: str
    sort_found: str
    sort_place: str
    sort_grade: str
    filter_issue: str
    add_what: str
    add_hazard: str
    add_memo: str
    add_unit: str


ZH = FireTexts(
    unit_title="检查一个单位",
    unit_form="检查表",
    unit_form_hint="点这里选：定期、突击或每月检查",
    unit_unit="受检单位",
    unit_unit_hint="点这里，输入名称或拼音首字母查找",
    unit_sections="检查哪些部分",
    unit_sections_all="不选就是全部检查",
    unit_sections_some="只问选中的 {n} 个部分，其他部分这次不检查",
    unit_inspectors="同行检查人员",
    unit_inspectors_hint="每人都要在最后签名",
    unit_other_name="其他人员",
    unit_other_hint="名单里没有的，在这里写姓名",
    unit_visit="检查编号",
    unit_visit_own="本次编号 {no}。另一台平板填这个编号，就是同一次检查。",
    unit_visit_hint="和别的平板一起检查时，填对方的检查编号",
    unit_begin="开始检查",
    unit_head="负责人",
    unit_phone="电话",
    unit_place="位置",
    unit_secret="突击检查：当天以前只有组织人看得到，请不要事先通知受检单位",
    need_unit="受检单位",
    need_form="检查表",
    find_hint="名称、拼音首字母或编号",
    find_none="没有找到",
    more_inspections="今天已在检查",
    inspector_along="检查人 {n}",
    summary_title="检查小结",
    summary_checked="已查 {n}",
    summary_corrected="当场改正 {n}",
    summary_immediate="立即改正 {n}",
    summary_general="一般隐患 {n}",
    summary_major="重大隐患 {n}",
    summary_sections="检查部分",
    summary_inspectors="同行检查人员",
    summary_visit="检查编号",
    visit_together="同一次检查：{n} 台平板合计",
    visit_other="{name} 的记录",
    make_notice="开具整改通知书（{n}）",
    continue_notice="继续写整改通知书",
    show_notice="看整改通知书",
    show_record="检查记录表",
    diff_title="和退回的那一版相比",
    diff_none="和退回的那一版相同，还没有改动",
    diff_line="{part}：{before} → {after}",
    diff_empty="空",
    diff_result="结果",
    diff_value="读数",
    diff_note="说明",
    diff_reason="原因",
    diff_action="处理",
    diff_photos="照片",
    diff_photos_line="照片：新增 {added} 张，去掉 {dropped} 张",
    diff_corrected="当场改正",
    diff_after="改正后照片",
    diff_conclusion="结论",
    diff_unit="受检单位",
    notice_title="火险隐患整改通知书",
    notice_no="编号",
    notice_no_free="签发时编为 {no}（本机还有 {n} 个编号）",
    notice_no_temporary="本机没有可用编号，先用暂编号签发，联网后由服务器换成正式编号",
    notice_unit="受检单位",
    notice_lines="写入通知书的隐患",
    notice_take_in="写入",
    notice_interim="隐患消除前的防范要求",
    notice_interim_hint="点这里写，或选常用语",
    notice_reply_to="整改情况反馈给",
    notice_reply_hint="部门、电话",
    notice_receiver_title="签收人职务",
    notice_receiver_title_hint="如负责人、值班经理",
    notice_issue="签发",
    notice_issued="已签发 {no}",
    notice_issued_temporary="已签发，暂编号 {no}，联网后换正式编号",
    notice_waits="待签收",
    signer_lead_inspector="签发人（检查负责人）",
    signer_receiver="签收人",
    line_title="这一条怎么改",
    line_grade="隐患等级",
    line_measures="整改要求",
    line_measures_hint="要求对方做什么，点这里写或选常用语",
    line_deadline="整改期限",
    line_deadline_hint="建议：{words}。请点选，不会替您填。",
    line_responsible="责任人",
    line_responsible_hint="受检单位谁负责",
    line_basis="违反依据",
    line_basis_hint="法规或制度条款，一行一条",
    line_interim="这一处的临时防护",
    line_interim_hint="不写就按通知书统一的防范要求",
    line_before="整改前照片",
    line_open="还缺{what}",
    line_ready="{grade} · {deadline} · {who}",
    line_done="这一条好了",
    today="今天",
    in_days="{n} 天 · {day}",
    need_lines="至少一条隐患",
    need_grade="等级",
    need_measures="整改要求",
    need_deadline="期限",
    need_responsible="责任人",
    need_basis="依据",
    need_photo_before="整改前照片",
    need_interim="防范要求",
    need_issuer="签发人签名",
    measure_clear="立即清理，保持畅通",
    measure_repair="修复到正常使用状态",
    measure_replace="更换合格产品并登记",
    measure_stop="立即停用，修好前不得使用",
    measure_train="对员工进行培训并留记录",
    interim_watch="隐患消除前派专人看护",
    interim_no_fire="隐患消除前禁止动火、禁止吸烟",
    interim_close="隐患消除前停用该部位并设警示",
    interim_spare="隐患消除前配备临时灭火器材",
    post_head="负责人",
    post_duty="值班负责人",
    post_shop="店长",
    paper_title="文书",
    paper_making="正在排版…",
    paper_share="分享 PDF",
    paper_print="打印",
    paper_saved="已保存：{name}",
    paper_shared="已交给系统分享",
    paper_failed="文书没有生成：{why}",
    paper_receive="签收／拒签",
    paper_received="签收已存本机",
    paper_temporary="暂编号：联网后由服务器换成正式编号，届时请重新打印",
    paper_renumbered="现场出具时编号为 {no}",
    paper_notice="火险隐患整改通知书",
    paper_day="{y}年{m}月{d}日",
    paper_to="{unit}：",
    paper_preamble="　　{day}，我方对你单位进行{form}，发现下列火险隐患 {n} 处。请按下表要求整改，并按时反馈整改情况。",
    paper_an_inspection="防火安全检查",
    paper_heads="序号|隐患|部位|违反依据|整改要求|期限|责任人",
    paper_deadline="全部整改期限：{day}",
    paper_interim="隐患消除前的防范要求",
    paper_reply_to="反馈方式",
    paper_recheck_on="计划复查",
    paper_inspectors="检查人员",
    paper_issuer="签发人（检查负责人）",
    paper_receiver="签收人",
    paper_refused="拒签：{reason}；见证人 {witness}",
    paper_left="通知书留置送达",
    paper_not_received="待签收",
    paper_copies="一式两份：受检单位一份，检查单位一份。",
    paper_record_no="检查编号 {no}",
    paper_record_heads="编号|检查内容|结果|情况说明、处理",
    paper_record_all_well="检查的项目全部合格。",
    paper_record_found="检查结果",
    paper_conclusion="结论",
    rechecks_title="复查整改情况",
    rechecks_all="一次复查（{n}）",
    rechecks_of_notice="{no} · 只查当时不合格的 {n} 处",
    rechecks_done="{n} 份复查记录已存本机",
    rechecks_left="还有 {n} 处没有填完：{what}",
    new_hazard="发现新隐患",
    new_hazard_hint="复查时看到的其他隐患，另外登记",
    signer_unit="受检单位负责人",
    report_title="登记隐患",
    report_what="看到了什么",
    report_what_hint="点这里写，或选常用语",
    report_where="在哪里",
    report_where_hint="点这里，输入名称、拼音首字母或编号",
    report_where_more="具体位置",
    report_where_more_hint="如东侧消防栓旁",
    report_scan="扫点位标签",
    report_scan_unknown="这个标签不是本项目的点位",
    report_unit="责任单位",
    report_unit_hint="不清楚可以不填",
    report_grade="严重程度",
    report_action="已经做了什么",
    report_action_hint="如已劝离、已设围挡",
    report_photos="照片",
    report_send="登记",
    report_sent="隐患已登记，存在本机",
    report_phrases="通道堆放杂物|消防栓被遮挡|灭火器缺失|防火门常开|安全出口上锁|私拉电线充电|应急灯不亮|消防车道被占用",
    need_what="隐患描述",
    need_where="部位",
    need_photo="照片",
    need_photo_making="照片还在处理",
    memo_title="记一笔",
    memo_text="内容",
    memo_text_hint="点这里写，或选常用语",
    memo_about="关于",
    memo_about_site="整个项目",
    memo_send="存好",
    memo_sent="已存本机",
    memo_phrases="照明不亮|有异味|地面有积水|门锁损坏|标识脱落|已通知相关人员",
    need_text="内容或照片",
    started_forms="没写完的",
    hazards_search="查找",
    hazards_add="登记",
    sort_title="排序",
    sort_deadline="按整改期限",
    sort_found="按发现时间",
    sort_place="按部位",
    sort_grade="按等级",
    filter_issue="待派发",
    add_what="登记什么",
    add_hazard="一处隐患",
    add_memo="记一笔（不是隐患）",
    add_unit="检查一个单位",
)
