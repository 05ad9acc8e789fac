"""The texts of the checklist: jumping about, undo, the library, corrections on the spot, trends, the last time."""

from __future__ import annotations

from mobile.text.family import Family


class ChecklistTexts(Family):
    """What the checklist and its items say besides the answers."""

    jump_open: str
    jump_failed: str
    jump_sections: str
    sections_title: str
    section_line: str
    none_open: str
    none_failed: str
    undo_step: str
    undo_more: str
    undo_nothing: str
    library: str
    library_title: str
    library_none: str
    suggested: str
    suggested_today: str
    basis: str
    fix: str
    fix_photo: str
    fix_done: str
    fix_off: str
    fix_by: str
    fix_photos: str
    reason_asked: str
    reason_given: str
    reason_write: str
    out_of_limits: str
    drift_high: str
    drift_low: str
    drift_high_today: str
    drift_low_today: str
    plot_high: str
    plot_low: str
    last_time: str
    last_title: str
    last_when: str
    last_who: str
    last_said: str
    last_note: str
    last_photos: str
    last_elsewhere: str
    due_now: str


ZH = ChecklistTexts(
    jump_open="还缺 {n}",
    jump_failed="不合格 {n}",
    jump_sections="分区",
    sections_title="跳到分区",
    section_line="{section}　{done}/{total}",
    none_open="一项也不缺了",
    none_failed="没有不合格的项目",
    undo_step="已撤销“{item}”：{answer}",
    undo_more="再撤销",
    undo_nothing="未填",
    library="用语库",
    library_title="选隐患描述",
    library_none="办公室还没有为这一项准备用语",
    suggested="建议期限 {day}（{n} 天）",
    suggested_today="建议当天改完",
    basis="依据 {clause}",
    fix="当场整改",
    fix_photo="拍整改后",
    fix_done="已整改 {n} 张",
    fix_off="取消当场整改",
    fix_by="当场整改人：{name}",
    fix_photos="整改后照片",
    reason_asked="{answer}，请写原因",
    reason_given="{answer}：{reason}",
    reason_write="写原因",
    out_of_limits="超出范围，还需要{what}",
    drift_high="按此趋势 {n} 天后超上限",
    drift_low="按此趋势 {n} 天后低于下限",
    drift_high_today="按此趋势一天内超上限",
    drift_low_today="按此趋势一天内低于下限",
    plot_high="上限 {limit}",
    plot_low="下限 {limit}",
    last_time="上次",
    last_title="上次的结果",
    last_when="时间",
    last_who="检查人",
    last_said="结果",
    last_note="说明",
    last_photos="照片",
    last_elsewhere="{n} 张，不在本机",
    due_now="每 {n} 天一次，本次到期",
)

EN = ChecklistTexts(
    jump_open="Open {n}",
    jump_failed="Failed {n}",
    jump_sections="Sections",
    sections_title="Jump to a section",
    section_line="{section}  {done}/{total}",
    none_open="Nothing is open any more",
    none_failed="Nothing has failed",
    undo_step="Taken back, “{item}”: {answer}",
    undo_more="Once more",
    undo_nothing="not answered",
    library="Library",
    library_title="Choose a wording",
    library_none="The office has no wordings for this item yet",
    suggested="Suggested by {day} ({n} d)",
    suggested_today="Suggested: the same day",
    basis="Basis: {clause}",
    fix="Fixed now",
    fix_photo="Photo after",
    fix_done="Fixed, photos: {n}",
    fix_off="Not fixed on the spot",
    fix_by="Fixed on the spot by {name}",
    fix_photos="Photos of the correction",
    reason_asked="{answer}: say why",
    reason_given="{answer}: {reason}",
    reason_write="Write why",
    out_of_limits="Out of limits, still needed: {what}",
    drift_high="Over limit in {n} d at this rate",
    drift_low="Under limit in {n} d at this rate",
    drift_high_today="Over limit within a day at this rate",
    drift_low_today="Under limit within a day at this rate",
    plot_high="High {limit}",
    plot_low="Low {limit}",
    last_time="Last time",
    last_title="The last time",
    last_when="When",
    last_who="Inspector",
    last_said="Result",
    last_note="Note",
    last_photos="Photos",
    last_elsewhere="{n}, not on this tablet",
    due_now="Every {n} d, due now",
)
