"""The texts of fire inspections: a unit's inspection, the notice on the spot, rechecks, what was seen in passing."""

from __future__ import annotations

from mobile.text.family import Family


class FireTexts(Family):
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
    diff_counted: str
    diff_added: str
    diff_dropped: str
    diff_voices: str
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
    diff_counted="{part}：{counts}",
    diff_added="新增 {n}",
    diff_dropped="去掉 {n}",
    diff_voices="语音",
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
EN = FireTexts(
    unit_title="Inspect a unit",
    unit_form="Form",
    unit_form_hint="Tap to choose: periodic, surprise or monthly",
    unit_unit="Inspected unit",
    unit_unit_hint="Tap to find it by name or pinyin initials",
    unit_sections="Which parts",
    unit_sections_all="None chosen: all parts",
    unit_sections_some="Only the {n} chosen parts are asked; the others are not inspected this time",
    unit_inspectors="Inspectors along",
    unit_inspectors_hint="Each of them signs at the end",
    unit_other_name="Somebody else",
    unit_other_hint="The name of whoever is not listed",
    unit_visit="Inspection number",
    unit_visit_own="This one is {no}. Enter it on another tablet to record the same inspection there.",
    unit_visit_hint="With another tablet along: its inspection number",
    unit_begin="Begin",
    unit_head="Head",
    unit_phone="Phone",
    unit_place="Place",
    unit_secret="Surprise inspection: until its day only its organiser sees it. Please do not tell the unit beforehand.",
    need_unit="unit",
    need_form="form",
    find_hint="Name, pinyin initials or number",
    find_none="Nothing found",
    more_inspections="Under way today",
    inspector_along="Inspector {n}",
    summary_title="Summary",
    summary_checked="Checked {n}",
    summary_corrected="Corrected at once {n}",
    summary_immediate="Immediate {n}",
    summary_general="General {n}",
    summary_major="Major {n}",
    summary_sections="Parts inspected",
    summary_inspectors="Inspectors along",
    summary_visit="Inspection number",
    visit_together="One inspection: {n} tablets together",
    visit_other="Record of {name}",
    make_notice="Write a notice ({n})",
    continue_notice="Go on with the notice",
    show_notice="Show the notice",
    show_record="Record sheet",
    diff_title="Compared with the returned version",
    diff_none="Same as the returned version, nothing changed yet",
    diff_line="{part}: {before} → {after}",
    diff_empty="empty",
    diff_result="Result",
    diff_value="Reading",
    diff_note="Note",
    diff_reason="Reason",
    diff_action="Action",
    diff_photos="Photos",
    diff_counted="{part}: {counts}",
    diff_added="{n} added",
    diff_dropped="{n} removed",
    diff_voices="Voice notes",
    diff_corrected="Corrected at once",
    diff_after="Photos after",
    diff_conclusion="Conclusion",
    diff_unit="Unit",
    notice_title="Rectification notice",
    notice_no="Number",
    notice_no_free="Will be issued as {no} (numbers on this tablet: {n})",
    notice_no_temporary="No number left on this tablet: issued under a temporary one, which the server replaces",
    notice_unit="Inspected unit",
    notice_lines="Hazards on this notice",
    notice_take_in="Put in",
    notice_interim="Protection until the hazards are gone",
    notice_interim_hint="Tap to write, or choose a phrase",
    notice_reply_to="Report back to",
    notice_reply_hint="Department, phone",
    notice_receiver_title="Receiver's post",
    notice_receiver_title_hint="Such as head, manager on duty",
    notice_issue="Issue",
    notice_issued="Issued: {no}",
    notice_issued_temporary="Issued under {no}; the server gives the final number",
    notice_waits="Not signed for",
    signer_lead_inspector="Issuer (lead inspector)",
    signer_receiver="Receiver",
    line_title="What is to be done",
    line_grade="Grade",
    line_measures="Required measures",
    line_measures_hint="What the unit must do; tap to write or choose a phrase",
    line_deadline="Deadline",
    line_deadline_hint="Usual: {words}. Choose one; nothing is filled in for you.",
    line_responsible="Responsible person",
    line_responsible_hint="Who of the unit",
    line_basis="Rule broken",
    line_basis_hint="Clause of law or manual, one a line",
    line_interim="Protection of this place meanwhile",
    line_interim_hint="Empty: as the notice says for all",
    line_before="Photos before",
    line_open="Missing: {what}",
    line_ready="{grade} · {deadline} · {who}",
    line_done="Line done",
    today="today",
    in_days="{n} d · {day}",
    need_lines="a hazard",
    need_grade="grade",
    need_measures="measures",
    need_deadline="deadline",
    need_responsible="responsible person",
    need_basis="rule broken",
    need_photo_before="photo before",
    need_interim="protection",
    need_issuer="issuer's signature",
    measure_clear="Clear at once and keep clear",
    measure_repair="Repair to working order",
    measure_replace="Replace by an approved product and register it",
    measure_stop="Stop using at once until repaired",
    measure_train="Train the staff and keep a record",
    interim_watch="Post a guard until the hazard is gone",
    interim_no_fire="No hot work, no smoking until the hazard is gone",
    interim_close="Close the place off with warnings until the hazard is gone",
    interim_spare="Provide extinguishers until the hazard is gone",
    post_head="Head",
    post_duty="Duty manager",
    post_shop="Shop manager",
    rechecks_title="Recheck a notice",
    rechecks_all="Recheck together ({n})",
    rechecks_of_notice="{no} · only the {n} that had failed",
    rechecks_done="Rechecks saved on this tablet: {n}",
    rechecks_left="not filled in ({n}): {what}",
    new_hazard="New hazard found",
    new_hazard_hint="Another hazard seen at the recheck is raised by itself",
    signer_unit="Head of the unit",
    report_title="Report a hazard",
    report_what="What is wrong",
    report_what_hint="Tap to write, or choose a phrase",
    report_where="Where",
    report_where_hint="Tap to find by name, pinyin initials or number",
    report_where_more="Exact place",
    report_where_more_hint="Such as beside the hydrant on the east side",
    report_scan="Scan the tag",
    report_scan_unknown="This tag is no point of this site",
    report_unit="Responsible unit",
    report_unit_hint="May stay empty",
    report_grade="How bad",
    report_action="What was done already",
    report_action_hint="Such as sent away, fenced off",
    report_photos="Photos",
    report_send="Report",
    report_sent="The hazard is reported, on this tablet",
    report_phrases="Things stored in the passage|Hydrant blocked|Extinguisher missing|Fire door kept open|Exit locked|Charging by loose wires|Emergency light dead|Fire lane blocked",
    need_what="description",
    need_where="place",
    need_photo="photo",
    need_photo_making="the photo is still being made",
    memo_title="A note",
    memo_text="Note",
    memo_text_hint="Tap to write, or choose a phrase",
    memo_about="About",
    memo_about_site="The whole site",
    memo_send="Keep",
    memo_sent="On this tablet",
    memo_phrases="Light out|Strange smell|Water on the floor|Lock broken|Sign fell off|Told those concerned",
    need_text="text or photo",
    started_forms="Unfinished",
    hazards_search="Find",
    hazards_add="Report",
    sort_title="Sort",
    sort_deadline="By deadline",
    sort_found="By time found",
    sort_place="By place",
    sort_grade="By grade",
    filter_issue="To issue",
    add_what="Report what",
    add_hazard="A hazard",
    add_memo="A note (no hazard)",
    add_unit="Inspect a unit",
)
