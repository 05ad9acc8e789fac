"""What the list of rounds says: order, search, rounds that are handed over, rounds that cannot be done."""

from __future__ import annotations

from mobile.text.family import Family


class RoundsTexts(Family):
    """The texts of one language."""

    # order and search
    order: str
    order_due: str
    order_place: str
    order_route: str
    search: str
    search_hint: str
    found_none: str
    found_none_detail: str
    found_rounds: str
    found_places: str
    found_done: str
    place_not_due: str
    head_offered: str
    head_returned: str
    head_late: str
    head_begun: str
    head_unfinished: str
    head_due: str
    head_soon: str
    head_missed: str
    head_given: str
    head_no_place: str
    head_no_route: str
    route_progress: str
    stop: str
    begun_at: str
    window_over: str
    resumed: str
    resumed_over: str
    more: str
    # what else can be done with a round
    act_open: str
    act_hand_over: str
    act_excuse: str
    act_access: str
    act_take_back: str
    # forms that were not handed in
    form_go_on: str
    form_drop: str
    form_drop_sure: str
    form_dropped: str
    form_photos: str
    form_by: str
    # handed over
    hand_to: str
    hand_none: str
    handed: str
    handed_offline: str
    given_to: str
    given_offered: str
    given_taken: str
    given_declined: str
    offer_title: str
    offer_detail: str
    offer_word: str
    take: str
    decline: str
    taken: str
    taken_from: str
    declined: str
    taken_back: str
    also_taken: str
    # excuses
    excuse_title: str
    excuse_reason: str
    excuse_own: str
    excuse_reason_hint: str
    excuse_note: str
    excuse_note_hint: str
    excuse_photos: str
    excuse_send: str
    excuse_sent: str
    excuse_missing_reason: str
    excuse_missing_photo: str
    excuse_missing_work: str
    why_stopped: str
    why_no_entry: str
    why_no_power: str
    why_works: str
    why_weather: str
    why_nobody: str
    state_asked: str
    state_approved: str
    state_rejected: str
    rejected_words: str
    approved_words: str


ZH = RoundsTexts(
    order="排序",
    order_due="按到期时间",
    order_place="按位置",
    order_route="按路线",
    search="搜索",
    search_hint="汉字、首字母、编号",
    found_none="没有找到",
    found_none_detail="换几个字，或用拼音首字母：机房写 jf。",
    found_rounds="巡检",
    found_places="其他点位",
    found_done="已完成",
    place_not_due="现在没有到期的巡检",
    head_offered="移交给我",
    head_returned="退回重做",
    head_late="已超时",
    head_begun="进行中",
    head_unfinished="未完成",
    head_due="待执行",
    head_soon="即将开始",
    head_missed="漏检",
    head_given="已移交",
    head_no_place="没有楼栋",
    head_no_route="不在路线上",
    route_progress="{done}/{total} 点",
    stop="第 {n} 站",
    begun_at="{time} 开始",
    window_over="{day} 的任务，时间已过，提交时写明补录原因",
    resumed="接着 {time} 开始的记录",
    resumed_over="接着 {time} 开始的记录；时间已过，提交时写明补录原因",
    more="更多",
    act_open="打开",
    act_hand_over="移交给别人",
    act_excuse="做不了，申请免检",
    act_access="机房出入登记",
    act_take_back="收回，我接着做",
    form_go_on="接着写",
    form_drop="不要了，删掉",
    form_drop_sure="删掉后，写的内容和照片都找不回来",
    form_dropped="已删掉",
    form_photos="照片 {n}",
    form_by="{name}写的",
    hand_to="移交给谁",
    hand_none="这个小区没有别人可以接手",
    handed="已移交给{name}，对方同步后就能接手",
    handed_offline="已准备移交给{name}，这台平板联网后对方才看得到",
    given_to="已移交给{name}",
    given_offered="等对方接手；{time} 移交",
    given_taken="{name}已接手",
    given_declined="{name}没有接手，可以收回接着做",
    offer_title="{name}移交给您",
    offer_detail="已做 {done} 项，{photos} 张照片",
    offer_word="{name}：{word}",
    take="接手",
    decline="不接",
    taken="已接手，填过的内容和照片都在",
    taken_from="接手自{name}",
    declined="已告诉{name}您不接手",
    taken_back="已收回，可以接着做",
    also_taken="{name}也接手了；两人都提交的话，两份都会保留",
    excuse_title="申请免检",
    excuse_reason="为什么做不了",
    excuse_own="别的原因",
    excuse_reason_hint="上面没有的，写在这里",
    excuse_note="补充说明",
    excuse_note_hint="例如：维保单位 15:00 恢复运行；没有照片时写明原因",
    excuse_photos="现场照片",
    excuse_send="提交申请",
    excuse_sent="申请已提交，办公室批准后不算漏检",
    excuse_missing_reason="请选原因",
    excuse_missing_photo="请拍一张照片，或说明为什么没有照片",
    excuse_missing_work="照片还在处理，请稍等",
    why_stopped="停梯维修",
    why_no_entry="无法进入",
    why_no_power="停电",
    why_works="施工占用",
    why_weather="天气恶劣，不安全",
    why_nobody="人手不足",
    state_asked="已申请免检",
    state_approved="已批准免检",
    state_rejected="免检被驳回",
    rejected_words="{name}驳回：{word}",
    approved_words="{name}批准：{reason}",
)
EN = RoundsTexts(
    order="Order",
    order_due="By due time",
    order_place="By place",
    order_route="By route",
    search="Search",
    search_hint="Name or number",
    found_none="Nothing found",
    found_none_detail="Try other words, or the pinyin initials.",
    found_rounds="Rounds",
    found_places="Other points",
    found_done="Done",
    place_not_due="No round is due here now",
    head_offered="Handed to me",
    head_returned="Returned",
    head_late="Overdue",
    head_begun="In progress",
    head_unfinished="Not finished",
    head_due="To do",
    head_soon="Opening soon",
    head_missed="Missed",
    head_given="Handed over",
    head_no_place="No building",
    head_no_route="On no route",
    route_progress="{done}/{total} points",
    stop="stop {n}",
    begun_at="begun {time}",
    window_over="Task of {day}; its time is over: give a reason when you submit",
    resumed="Going on with the record begun {time}",
    resumed_over="Going on with the record begun {time}; its time is over: give a reason when you submit",
    more="More",
    act_open="Open",
    act_hand_over="Hand over to somebody",
    act_excuse="Cannot be done: ask to excuse it",
    act_access="Machine-room access log",
    act_take_back="Take it back and go on",
    form_go_on="Go on with it",
    form_drop="Throw it away",
    form_drop_sure="What was written and its photos cannot be had back",
    form_dropped="Thrown away",
    form_photos="photos {n}",
    form_by="by {name}",
    hand_to="Hand over to whom",
    hand_none="Nobody else of this estate can take it",
    handed="Handed over to {name}, who can take it after a sync",
    handed_offline="Ready for {name}, who will see it once this tablet is online",
    given_to="Handed to {name}",
    given_offered="not taken yet; handed over {time}",
    given_taken="{name} has taken it",
    given_declined="{name} did not take it; you can take it back",
    offer_title="{name} hands this to you",
    offer_detail="so far answers: {done}, photos: {photos}",
    offer_word="{name}: {word}",
    take="Take it",
    decline="Do not take it",
    taken="Taken over with all answers and photos",
    taken_from="taken over from {name}",
    declined="{name} is told that you do not take it",
    taken_back="Taken back; go on with it",
    also_taken="{name} has taken it too; if both submit, both records are kept",
    excuse_title="Ask to excuse a round",
    excuse_reason="Why it cannot be done",
    excuse_own="Another reason",
    excuse_reason_hint="Write what is not listed above",
    excuse_note="More about it",
    excuse_note_hint="Such as: back in service at 15:00; say why if there is no photo",
    excuse_photos="Photos of the place",
    excuse_send="Send the request",
    excuse_sent="Sent; once the office approves, it does not count as missed",
    excuse_missing_reason="Choose a reason",
    excuse_missing_photo="Take a photo, or say why there is none",
    excuse_missing_work="A photo is still being made small; wait a moment",
    why_stopped="Lift stopped for repair",
    why_no_entry="No access",
    why_no_power="Power cut",
    why_works="Building works in the way",
    why_weather="Weather makes it unsafe",
    why_nobody="Not enough people",
    state_asked="Excuse asked for",
    state_approved="Excused",
    state_rejected="Excuse rejected",
    rejected_words="{name} rejected it: {word}",
    approved_words="{name} approved: {reason}",
)
