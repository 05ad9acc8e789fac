"""What the access log of a machine room says."""

from __future__ import annotations

from mobile.text.family import Family


class AccessTexts(Family):
    """The texts of one language."""

    title: str
    law: str
    inside: str
    nobody_inside: str
    before: str
    nothing_before: str
    empty: str
    empty_detail: str
    me_in: str
    me_in_purpose: str
    entered: str
    other_in: str
    leave: str
    left: str
    leave_as: str
    leave_all_well: str
    leave_key_kept: str
    leave_note: str
    since: str
    from_to: str
    turned_away: str
    banner_one: str
    banner_many: str
    reminder_title: str
    reminder_text: str
    offer: str
    # the form
    form_title: str
    category: str
    category_hint: str
    kind_repair: str
    kind_management: str
    kind_contractor: str
    kind_inspection_body: str
    kind_other: str
    name: str
    name_hint: str
    org: str
    org_hint: str
    phone: str
    phone_hint: str
    cert: str
    cert_hint: str
    purpose: str
    purpose_hint: str
    why_round: str
    why_maintenance: str
    why_repair: str
    why_inspection: str
    why_cleaning: str
    why_visit: str
    approved: str
    approved_hint: str
    escort: str
    escort_hint: str
    key: str
    key_hint: str
    items: str
    items_hint: str
    let_in: str
    let_in_done: str
    refuse: str
    refuse_why: str
    refuse_no_approval: str
    refuse_no_reason: str
    refused_done: str
    need_category: str
    need_name: str
    need_phone: str
    need_purpose: str
    need_approved_by: str


ZH = AccessTexts(
    title="机房出入登记",
    law="手册 5.30.1：非维修、管理人员未经批准不得进入机房。",
    inside="还在里面",
    nobody_inside="没有人",
    before="最近七天",
    nothing_before="没有登记",
    empty="机房里没有人",
    empty_detail="最近七天也没有人进出。进去以前，点下面登记。",
    me_in="我进入",
    me_in_purpose="日常巡视",
    entered="已登记进入，离开时请再点“离开”",
    other_in="登记外来人员",
    leave="离开",
    left="已登记离开",
    leave_as="离开时的情况",
    leave_all_well="门已锁、灯已关、设备正常",
    leave_key_kept="门已锁，钥匙还没还",
    leave_note="写明情况",
    since="{time} 进入",
    from_to="{start}–{end}",
    turned_away="未准进入：{why}",
    banner_one="{name}还在{place}里，离开了请登记",
    banner_many="还有 {n} 人在机房里，离开了请登记",
    reminder_title="机房里还有人没有登记离开",
    reminder_text="{name} · {place} · {time} 进入",
    offer="登记进入",
    form_title="登记进入",
    category="人员类别",
    category_hint="维修、管理人员可以直接进入；其他人要先经批准",
    kind_repair="维修人员",
    kind_management="管理人员",
    kind_contractor="维保单位",
    kind_inspection_body="检验机构",
    kind_other="其他",
    name="姓名",
    name_hint="写全名",
    org="单位",
    org_hint="外来人员写单位",
    phone="电话",
    phone_hint="外来人员必填",
    cert="证件或作业证号",
    cert_hint="有证的写上",
    purpose="事由",
    purpose_hint="进去做什么",
    why_round="日常巡视",
    why_maintenance="维护保养",
    why_repair="维修",
    why_inspection="检验、检测",
    why_cleaning="保洁",
    why_visit="参观、检查",
    approved="批准人",
    approved_hint="谁同意进入",
    escort="陪同人",
    escort_hint="谁陪着",
    key="钥匙号",
    key_hint="领了哪把钥匙",
    items="带入的东西",
    items_hint="工具、材料",
    let_in="登记进入",
    let_in_done="{name}已登记进入",
    refuse="不准进入",
    refuse_why="为什么不准进入",
    refuse_no_approval="没有批准",
    refuse_no_reason="说不清事由",
    refused_done="已记下{name}没有进入",
    need_category="请选人员类别",
    need_name="请写姓名",
    need_phone="请写电话",
    need_purpose="请写事由",
    need_approved_by="要先经批准：请写批准人",
)
EN = AccessTexts(
    title="Machine-room access log",
    law="Manual 5.30.1: nobody but repair and management staff enters a machine room without approval.",
    inside="Inside now",
    nobody_inside="nobody",
    before="The last seven days",
    nothing_before="none",
    empty="Nobody is inside",
    empty_detail="Nor has anybody been in the last seven days. Log who goes in below.",
    me_in="I go in",
    me_in_purpose="Daily round",
    entered="You are logged in; tap Leave when you go",
    other_in="Log somebody else",
    leave="Leave",
    left="Logged out",
    leave_as="How it was left",
    leave_all_well="Locked, lights off, equipment well",
    leave_key_kept="Locked, key not given back yet",
    leave_note="Write how it was",
    since="in since {time}",
    from_to="{start}–{end}",
    turned_away="Turned away: {why}",
    banner_one="{name} is still in {place}; log the leaving",
    banner_many="{n} people are still in machine rooms; log the leaving",
    reminder_title="Somebody is still logged into a machine room",
    reminder_text="{name} · {place} · in since {time}",
    offer="Log in",
    form_title="Log somebody in",
    category="What they are",
    category_hint="Repair and management staff enter freely; everybody else needs approval first",
    kind_repair="Repair staff",
    kind_management="Management",
    kind_contractor="Maintenance contractor",
    kind_inspection_body="Inspection body",
    kind_other="Other",
    name="Name",
    name_hint="The full name",
    org="Company",
    org_hint="Of people from outside",
    phone="Phone",
    phone_hint="Required of people from outside",
    cert="Certificate or work permit",
    cert_hint="If there is one",
    purpose="Purpose",
    purpose_hint="What they go in for",
    why_round="Daily round",
    why_maintenance="Maintenance",
    why_repair="Repair",
    why_inspection="Inspection, test",
    why_cleaning="Cleaning",
    why_visit="Visit",
    approved="Approved by",
    approved_hint="Who lets them in",
    escort="With whom",
    escort_hint="Who goes along",
    key="Key number",
    key_hint="Which key was taken",
    items="Brought in",
    items_hint="Tools, material",
    let_in="Log in",
    let_in_done="{name} is logged in",
    refuse="Turn away",
    refuse_why="Why they may not go in",
    refuse_no_approval="No approval",
    refuse_no_reason="No clear purpose",
    refused_done="Noted that {name} did not go in",
    need_category="Choose what they are",
    need_name="Write the name",
    need_phone="Write the phone number",
    need_purpose="Write the purpose",
    need_approved_by="Approval first: write who approved",
)
