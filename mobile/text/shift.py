"""What the screens of a shift say: who holds the tablet, the check before work, the handover after it."""

from __future__ import annotations

from mobile.text.family import Family


class ShiftTexts(Family):
    """The texts of one language."""

    # who holds the tablet
    who_title: str
    who_detail: str
    who_choose: str
    who_not_listed: str
    who_pin: str
    who_enter: str
    who_no_pin: str
    who_wrong: str
    who_wrong_last: str
    who_wait: str
    who_checking: str
    who_forgot: str
    who_forgot_title: str
    who_forgot_go: str
    who_now: str
    who_enrolled: str
    who_without_pin: str
    who_switch: str
    who_taken: str
    pin_mine: str
    pin_old: str
    pin_new: str
    pin_again: str
    pin_next: str
    pin_set: str
    pin_easy: str
    pin_differs: str
    pin_wrong_old: str
    pin_saved: str
    # the line over the rounds
    duty_not_begun: str
    duty_begun: str
    duty_ended: str
    duty_unproved: str
    draft_of: str
    draft_of_title: str
    draft_take_over: str
    draft_switch: str
    draft_taken: str
    # the check before work
    check_title: str
    check_detail: str
    check_start: str
    check_start_anyway: str
    check_all_good: str
    check_some: str
    check_started: str
    check_again: str
    good: str
    mind: str
    bad: str
    unknown: str
    battery: str
    battery_percent: str
    battery_charging: str
    battery_unknown: str
    battery_saver: str
    battery_held: str
    battery_low: str
    battery_flat: str
    battery_allow: str
    camera: str
    camera_untried: str
    camera_tried: str
    camera_none: str
    camera_try: str
    camera_todo: str
    camera_shown: str
    camera_drop: str
    space: str
    space_words: str
    space_unknown: str
    space_todo: str
    clock: str
    clock_right: str
    clock_ahead: str
    clock_behind: str
    clock_unknown: str
    clock_todo: str
    forms: str
    forms_all: str
    forms_missing: str
    forms_contact: str
    forms_never: str
    forms_todo: str
    tags: str
    tags_words: str
    tags_none: str
    tags_no_scanner: str
    tags_todo: str
    tags_nothing: str
    unsent: str
    unsent_none: str
    unsent_words: str
    unsent_refused: str
    unsent_damaged: str
    unsent_todo: str
    place: str
    place_ready: str
    place_off: str
    place_denied: str
    place_absent: str
    place_todo: str
    guard: str
    guard_on: str
    guard_no_lock: str
    guard_open: str
    guard_unknown: str
    guard_todo: str
    sync_now: str
    # the handover
    closing_title: str
    closing_of: str
    closing_zero: str
    closing_zero_detail: str
    closing_nothing: str
    closing_earlier: str
    closing_differs: str
    closing_differs_detail: str
    closing_comparing: str
    closing_comparing_detail: str
    closing_offline: str
    closing_offline_detail: str
    closing_not_asked: str
    closing_old_server: str
    closing_since: str
    closing_compare: str
    closing_compared_at: str
    closing_tally: str
    closing_differences: str
    paper_state: str
    paper_todo: str
    closing_unfinished: str
    closing_sign: str
    closing_unsigned: str
    closing_end: str
    closing_ended: str
    closing_ended_at: str
    closing_paper: str
    closing_next: str
    tally_done: str
    tally_late: str
    tally_missed: str
    tally_excused: str
    tally_unfinished: str
    tally_hazards: str
    tally_rechecks: str
    tally_notes: str
    tally_photos: str
    diff_waiting: str
    diff_missing: str
    diff_other: str
    diff_refused: str
    diff_held: str
    diff_photos: str
    diff_damaged: str
    diff_unfinished: str
    todo_waiting: str
    todo_missing: str
    todo_other: str
    todo_refused: str
    todo_held: str
    todo_photos: str
    todo_damaged: str
    todo_unfinished: str
    paper_title: str
    paper_began: str
    paper_ended: str
    paper_checks: str
    paper_signed: str
    paper_forced: str


ZH = ShiftTexts(
    who_title="谁在用这台平板",
    who_detail="点自己的名字，输入平板密码。",
    who_choose="先点自己的名字",
    who_not_listed="名单里没有您？请办公室给您设平板密码，下次同步后就能选到。",
    who_pin="{name} 的密码",
    who_enter="进入",
    who_no_pin="没有设密码，点“进入”即可。",
    who_wrong="密码不对，请再试一次。",
    who_wrong_last="密码不对。再错一次要等 {span}。",
    who_wait="错的次数太多，{span}后再试。",
    who_checking="正在核对密码…",
    who_forgot="忘记密码",
    who_forgot_title="不输密码先干活？可以走巡检、拍照、记录；不能复查、销项，办公室会看到“身份未经密码确认”。",
    who_forgot_go="以 {name} 的名义先开始",
    who_now="正在使用",
    who_enrolled="平板登记人",
    who_without_pin="未设密码",
    who_switch="换人",
    who_taken="{name}，您好",
    pin_mine="我的平板密码",
    pin_old="现在的密码",
    pin_new="新密码，4 到 6 位数字",
    pin_again="新密码再输一次",
    pin_next="下一步",
    pin_set="设置密码",
    pin_easy="太容易猜到：不要全部相同，也不要连号。",
    pin_differs="两次输入不一样，请重新输入新密码。",
    pin_wrong_old="现在的密码不对，或者错得太多要等一会儿。",
    pin_saved="密码已改好，这台平板马上生效，别的平板同步后生效",
    duty_not_begun="未做开工自检",
    duty_begun="{time} 开工",
    duty_ended="{time} 已交班",
    duty_unproved="未输密码",
    draft_of="{name}的巡检，未完成",
    draft_of_title="这是{name}没走完的巡检。由您接着走，记录和签名就是您的；已填的内容都保留。",
    draft_take_over="由我接着走",
    draft_switch="我是{name}，换人",
    draft_taken="已由您接手",
    check_title="开工自检",
    check_detail="逐行看一眼，能处理的先处理。有问题也可以开工，情况会记下来。",
    check_start="开工",
    check_start_anyway="仍然开工",
    check_all_good="都好，可以开工",
    check_some="{n} 项要留意",
    check_started="已开工，自检结果会传到办公室",
    check_again="重新检查",
    good="好",
    mind="注意",
    bad="不行",
    unknown="不清楚",
    battery="电量",
    battery_percent="{n}%",
    battery_charging="{n}%，正在充电",
    battery_unknown="这台设备不报电量",
    battery_saver="省电模式已打开：拍照和上传会变慢、变晚。",
    battery_held="系统会在后台停止上传。",
    battery_low="不够一个班次，先充电，或带上充电宝。",
    battery_flat="快没电了，请马上充电。",
    battery_allow="允许后台上传",
    camera="相机",
    camera_untried="今天还没有试拍",
    camera_tried="试拍成功，{width} × {height}",
    camera_none="没有拍到照片",
    camera_try="试拍一张",
    camera_todo="试拍一张看看清不清楚；照片看完就丢掉，不会上传。",
    camera_shown="试拍的照片：看得清吗？看完就丢掉。",
    camera_drop="看清了，丢掉",
    space="空间",
    space_words="可用 {free}，今天大约要 {needed}",
    space_unknown="这台设备不报空间",
    space_todo="连上网络先上传；已上传的照片会自动腾出空间。",
    clock="时钟",
    clock_right="与服务器一致",
    clock_ahead="比服务器快 {span}",
    clock_behind="比服务器慢 {span}",
    clock_unknown="还没有与服务器对过时",
    clock_todo="请在系统设置里打开“自动设置时间”。记录的时间服务器会校正。",
    forms="检查表",
    forms_all="今天 {n} 次巡检的检查表都在",
    forms_missing="缺 {n} 份检查表",
    forms_contact="上次联系服务器：{ago}",
    forms_never="还没有联系过服务器",
    forms_todo="连上网络同步一次，拿到最新的检查表和计划。",
    tags="点位标签",
    tags_words="今天 {n} 个点位，{tagged} 个有标签",
    tags_none="今天 {n} 个点位都有标签",
    tags_no_scanner="这台设备不能扫码，可以输入编号，记录会注明。",
    tags_todo="没有标签的点位可以手动开始，记录会注明；请办公室补贴标签。",
    tags_nothing="今天没有排点位",
    unsent="未上传",
    unsent_none="以前的工作都已在服务器",
    unsent_words="{n} 条、照片 {photos} 张还在平板上",
    unsent_refused="{n} 条服务器没有采用",
    unsent_damaged="{n} 张照片文件坏了",
    unsent_todo="有网络时先同步；没有网络也不会丢。",
    place="定位",
    place_ready="可用",
    place_off="系统定位关着",
    place_denied="没有给定位权限",
    place_absent="这台设备没有定位",
    place_todo="办公室要求时请打开；不开也能工作。",
    guard="防丢",
    guard_on="已加密，有锁屏密码",
    guard_no_lock="没有锁屏密码",
    guard_open="存储没有加密",
    guard_unknown="这台设备不报锁屏和加密",
    guard_todo="平板丢了，别人能看到里面的记录。请在系统设置里设锁屏密码，或请管理员处理。",
    sync_now="立即同步",
    closing_title="交班归零",
    closing_of="{name} · {from_} 开工",
    closing_zero="差异为零",
    closing_zero_detail="本班 {n} 份记录、{photos} 张照片，平板与服务器一致。",
    closing_nothing="本班没有要核对的记录。",
    closing_earlier="开工前做的还有 {n} 条在等上传，都已存本机。",
    closing_differs="{n} 处差异",
    closing_differs_detail="下面逐条列出：差什么、为什么、怎么办。",
    closing_comparing="正在与服务器核对",
    closing_comparing_detail="已核对 {done}/{total} 条",
    closing_offline="没有网络，还没有核对",
    closing_offline_detail="下面是平板自己知道的情况。连上网络会自动核对；也可以先交班，办公室会看到“未核对”。",
    closing_not_asked="还没有核对",
    closing_old_server="服务器版本较旧，还不会核对；升级后再试。记录照常上传。",
    closing_since="核对以后又做了 {n} 条，请再核对一次。",
    closing_compare="与服务器核对",
    closing_compared_at="{time} 核对",
    closing_tally="本班小结",
    closing_differences="差异",
    paper_state="状态",
    paper_todo="怎么办",
    closing_unfinished="未完成（留给下一班）",
    closing_sign="交班签名",
    closing_unsigned="请签名",
    closing_end="交班",
    closing_ended="已交班。结果会传到办公室",
    closing_ended_at="{time} 已交班",
    closing_paper="交班单",
    closing_next="下一个人",
    tally_done="完成 {n}",
    tally_late="迟 {n}",
    tally_missed="漏检 {n}",
    tally_excused="免检 {n}",
    tally_unfinished="未完成 {n}",
    tally_hazards="隐患 {n}",
    tally_rechecks="复查 {n}",
    tally_notes="说明 {n}",
    tally_photos="照片 {done}/{total}",
    diff_waiting="未上传",
    diff_missing="服务器没有",
    diff_other="内容不同",
    diff_refused="未采用",
    diff_held="等升级",
    diff_photos="照片 {done}/{total}",
    diff_damaged="照片坏了 {done}/{total}",
    diff_unfinished="未完成",
    todo_waiting="还在平板上等网络，连上后自动上传。",
    todo_missing="服务器上没有了，已重新排队上传，再核对一次。",
    todo_other="服务器上的内容和平板不同，请告诉办公室。",
    todo_refused="服务器收到了但没有采用，看“同步”里的原因。",
    todo_held="应用比服务器新，服务器升级后自动处理。",
    todo_photos="照片在排队上传，请留在有网络的地方。",
    todo_damaged="照片文件坏了，传不上去；请补拍。",
    todo_unfinished="留在平板上，下一个人可以接着走。",
    paper_title="交班单",
    paper_began="开工",
    paper_ended="交班",
    paper_checks="开工自检",
    paper_signed="交班人",
    paper_forced="有问题仍然开工",
)

EN = ShiftTexts(
    who_title="Who is using this tablet",
    who_detail="Tap your name and enter your tablet PIN.",
    who_choose="First tap your name",
    who_not_listed="Not on the list? Ask the office for a tablet PIN; you can be chosen after the next sync.",
    who_pin="{name}'s PIN",
    who_enter="Enter",
    who_no_pin="No PIN is set: tap Enter.",
    who_wrong="Wrong PIN; try again.",
    who_wrong_last="Wrong PIN. After one more you wait {span}.",
    who_wait="Too many wrong tries; again in {span}.",
    who_checking="Checking the PIN…",
    who_forgot="PIN forgotten",
    who_forgot_title="Work without the PIN? You can walk rounds, take photos and notes; you cannot recheck or close, and the office"
    " sees that you were not proved by your PIN.",
    who_forgot_go="Begin as {name}",
    who_now="in use",
    who_enrolled="enrolled here",
    who_without_pin="no PIN",
    who_switch="Switch person",
    who_taken="Hello, {name}",
    pin_mine="My tablet PIN",
    pin_old="The present PIN",
    pin_new="New PIN, four to six digits",
    pin_again="The new PIN once more",
    pin_next="Next",
    pin_set="Set a PIN",
    pin_easy="Too easy to guess: not all alike and not in a row.",
    pin_differs="The two are not the same; enter the new PIN again.",
    pin_wrong_old="The present PIN is wrong, or you have to wait after too many tries.",
    pin_saved="PIN changed: here at once, on other tablets after they sync",
    duty_not_begun="unchecked",
    duty_begun="since {time}",
    duty_ended="handed over {time}",
    duty_unproved="no PIN entered",
    draft_of="{name}'s round, unfinished",
    draft_of_title="{name} has not finished this round. If you go on with it, record and signature are yours; what was filled in stays.",
    draft_take_over="I go on with it",
    draft_switch="I am {name}: switch",
    draft_taken="It is yours now",
    check_title="Check before work",
    check_detail="Look at each line and put right what you can. You may begin all the same; how things were is recorded.",
    check_start="Begin work",
    check_start_anyway="Begin all the same",
    check_all_good="All good: you can begin",
    check_some="{n} to mind",
    check_started="Work has begun; the office gets the result",
    check_again="Check again",
    good="good",
    mind="mind",
    bad="not good",
    unknown="not known",
    battery="Battery",
    battery_percent="{n}%",
    battery_charging="{n}%, charging",
    battery_unknown="This device does not tell",
    battery_saver="The battery saver is on: camera and uploads are slow and late.",
    battery_held="The system stops uploads in the background.",
    battery_low="Not enough for a shift: charge it or take a power bank.",
    battery_flat="Almost empty: charge it now.",
    battery_allow="Allow background uploads",
    camera="Camera",
    camera_untried="Not tried today",
    camera_tried="Test photo taken, {width} × {height}",
    camera_none="No photo came",
    camera_try="Take a test photo",
    camera_todo="Take one and see whether it is clear; it is thrown away and never sent.",
    camera_shown="The test photo: is it clear? It is thrown away.",
    camera_drop="Clear; throw it away",
    space="Space",
    space_words="{free} free, today needs about {needed}",
    space_unknown="This device does not tell",
    space_todo="Upload first where there is a network; photos that are sent make room by themselves.",
    clock="Clock",
    clock_right="The same as the server's",
    clock_ahead="{span} ahead of the server",
    clock_behind="{span} behind the server",
    clock_unknown="Not compared with the server yet",
    clock_todo="Turn on automatic time in the system's settings. The server corrects the times of records.",
    forms="Checklists",
    forms_all="The checklists of today's rounds ({n}) are here",
    forms_missing="checklists missing: {n}",
    forms_contact="last contact {ago}",
    forms_never="no contact with the server yet",
    forms_todo="Sync once for the latest checklists and plan.",
    tags="Tags",
    tags_words="points of today with a tag: {tagged} of {n}",
    tags_none="All points of today ({n}) have a tag",
    tags_no_scanner="This device cannot scan; type the number instead, the record says so.",
    tags_todo="A point without a tag is begun by hand, the record says so; ask the office for a tag.",
    tags_nothing="No points are planned today",
    unsent="Unsent work",
    unsent_none="All earlier work is on the server",
    unsent_words="still on the tablet: records {n}, photos {photos}",
    unsent_refused="not applied by the server: {n}",
    unsent_damaged="damaged photo files: {n}",
    unsent_todo="Sync where there is a network; without one nothing is lost.",
    place="Location",
    place_ready="on",
    place_off="The system's location is off",
    place_denied="The app may not use the location",
    place_absent="This device has no location",
    place_todo="Turn it on if the office asks for it; work goes on without it.",
    guard="If it is lost",
    guard_on="encrypted, with a screen lock",
    guard_no_lock="No screen lock",
    guard_open="The storage is not encrypted",
    guard_unknown="This device does not tell",
    guard_todo="Whoever finds the tablet can read its records. Set a screen lock in the system's settings, or ask the administrator.",
    sync_now="Sync now",
    closing_title="Hand over",
    closing_of="{name} · on duty since {from_}",
    closing_zero="No difference",
    closing_zero_detail="Records ({n}) and photos ({photos}) of this shift are the same on tablet and server.",
    closing_nothing="This shift made nothing to compare.",
    closing_earlier="Made before this shift and still to be sent: {n}, all saved on this tablet.",
    closing_differs="Differences: {n}",
    closing_differs_detail="Each is named below: what, why, what to do.",
    closing_comparing="Comparing with the server",
    closing_comparing_detail="{done} of {total} compared",
    closing_offline="No network; not compared yet",
    closing_offline_detail="Below is what the tablet itself knows. It is compared when there is a network; you may hand over before,"
    " the office sees that it was not.",
    closing_not_asked="Not compared yet",
    closing_old_server="The server is older and cannot compare yet; records are sent all the same.",
    closing_since="{n} more since it was compared; compare again.",
    closing_compare="Compare with the server",
    closing_compared_at="compared {time}",
    closing_tally="This shift",
    closing_differences="Differences",
    paper_state="State",
    paper_todo="What to do",
    closing_unfinished="Unfinished (left for the next shift)",
    closing_sign="Signature",
    closing_unsigned="please sign",
    closing_end="Hand over",
    closing_ended="Handed over; the office gets the result",
    closing_ended_at="handed over {time}",
    closing_paper="Sheet",
    closing_next="Next person",
    tally_done="done {n}",
    tally_late="late {n}",
    tally_missed="missed {n}",
    tally_excused="excused {n}",
    tally_unfinished="unfinished {n}",
    tally_hazards="hazards {n}",
    tally_rechecks="rechecks {n}",
    tally_notes="notes {n}",
    tally_photos="photos {done}/{total}",
    diff_waiting="not sent",
    diff_missing="not on the server",
    diff_other="differs",
    diff_refused="not applied",
    diff_held="waits",
    diff_photos="photos {done}/{total}",
    diff_damaged="damaged {done}/{total}",
    diff_unfinished="unfinished",
    todo_waiting="Waits here for a network, then goes by itself.",
    todo_missing="The server has it no more; it is queued again. Compare once more.",
    todo_other="The server has another content; tell the office.",
    todo_refused="The server has it but did not apply it; see the reason under Sync.",
    todo_held="The app is newer than the server; it is applied after the upgrade.",
    todo_photos="Photos are on their way; stay where there is a network.",
    todo_damaged="A photo's file is damaged and cannot be sent; take it again.",
    todo_unfinished="Stays on the tablet; the next person can go on with it.",
    paper_title="Handover sheet",
    paper_began="Began",
    paper_ended="Handed over",
    paper_checks="Check before work",
    paper_signed="Handed over by",
    paper_forced="begun although not all was good",
)
