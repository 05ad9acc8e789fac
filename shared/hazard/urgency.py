"""How urgent a hazard is: overdue or not, whose turn it is, suggested deadlines, and what may be MAJOR.

Nothing here decides anything: deadlines are suggestions without a default (the manual only says 规定时限), and the
screening asks a competent person to judge by GB 35181. Rows with ``Certainty.MEMORY`` are never shown as law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shared.hazard.table import TERMINAL
from shared.model.hazard import Hazard, HazardState
from shared.model.place import Text
from shared.model.template import Certainty, HazardGrade

RUNNING = frozenset(
    {
        HazardState.ISSUED,
        HazardState.IN_RECTIFICATION,
        HazardState.EXTENSION_PENDING,
        HazardState.REPLIED,
        HazardState.RECHECK_FAILED,
    }
)
"""States in which the deadline of a notice runs; the clock runs from issue, not from signing."""


def is_overdue(hazard: Hazard, today: date) -> bool:
    """Tell whether the deadline has passed while the hazard is still being put right (hazards facts §4.1).

    ``today`` is the site's local date. The deadline day itself is not overdue. Computed, never stored.
    """
    return hazard.state in RUNNING and hazard.deadline_on is not None and today > hazard.deadline_on


def is_open(hazard: Hazard) -> bool:
    """Tell whether anybody still has to do something about it."""
    return hazard.state not in TERMINAL


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the overdue ladder: from ``days`` after the deadline on (negative: before), who does what."""

    key: str
    days: int
    major_days: int
    to: Text
    action: Text

    def after(self, grade: HazardGrade) -> int:
        """Return the days after the deadline from which it counts for a hazard of ``grade``."""
        return self.major_days if grade is HazardGrade.MAJOR else self.days


LADDER = (
    Rung("remind_3", -3, -3, Text("责任人、受检单位", "responsible person, unit"), Text("提醒", "remind")),
    Rung("remind_1", -1, -1, Text("责任人、受检单位", "responsible person, unit"), Text("提醒", "remind")),
    Rung("flag", 0, 0, Text("检查负责人", "lead inspector"), Text("标记到期，安排复查", "flag, plan the recheck")),
    Rung(
        "overdue_list",
        1,
        1,
        Text("受检单位负责人、质检部", "head of the unit, quality department"),
        Text("列入逾期清单", "put on the overdue list"),
    ),
    Rung(
        "explain",
        3,
        3,
        Text("消防安全管理人、经理", "fire-safety manager, manager"),
        Text("说明原因，另定措施", "record the reason and a new measure"),
    ),
    Rung(
        "decide",
        7,
        1,
        Text("消防第一责任人", "fire principal"),
        Text("决定：停用、拨款、委托单位或上报", "decide: stop use, fund, contractor or authority"),
    ),
)
"""The overdue ladder, lowest rung first (hazards facts §6); MAJOR hazards reach the principal after one day.

The last resort of §6, a written report to the authority, is the event ESCALATE: a person decides it, not a date.
"""


def rung(hazard: Hazard, today: date) -> Rung | None:
    """Return the highest rung of the ladder that is reached today, or None when nobody needs a word yet."""
    if hazard.state not in RUNNING or hazard.deadline_on is None:
        return None
    late = (today - hazard.deadline_on).days
    reached = [step for step in LADDER if late >= step.after(hazard.grade)]
    return reached[-1] if reached else None


def rungs_to_tell(grade: HazardGrade, deadline_on: date, today: date) -> tuple[Rung, ...]:
    """Return the rungs that people are told of today: before the deadline the nearest reminder, from it on every rung
    reached in the last TOLD_WITHIN days, and the highest whenever it was reached.

    Each is told once (whoever calls keeps that), so a server that was off for a week skips nobody who must decide, and
    one that meets old hazards for the first time does not tell a month of reminders.
    """
    late = (today - deadline_on).days
    reached = [step for step in LADDER if late >= step.after(grade)]
    if late < 0:
        return tuple(reached[-1:])
    due = [step for step in reached if step.after(grade) >= 0]
    return tuple(step for step in due if step is due[-1] or late - step.after(grade) <= TOLD_WITHIN)


TOLD_WITHIN = 7
"""Days after which a lower rung of the ladder is not told any more."""


def rung_of(key: str) -> Rung:
    """Return a rung of the ladder by its key.

    Raises:
        KeyError: there is none.
    """
    return {step.key: step for step in LADDER}[key]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A deadline that is usual in a case: ``days`` (least, most) after issue; 0 means the same shift."""

    key: str
    case: Text
    days: tuple[int, int]
    certainty: Certainty
    remark: Text = Text("")


SUGGESTIONS = (
    Suggestion("on_spot", Text("可当场改正", "can be put right at once"), (0, 0), Certainty.READ),
    Suggestion(
        "blocked",
        Text("占堵消防车道、出口且拒不清理", "blocked fire lane or exit that the owner refuses to clear"),
        (1, 1),
        Certainty.RECOMMENDED,
        Text("24 小时内不清理即上报", "report after 24 hours"),
    ),
    Suggestion(
        "spare_part",
        Text("更换配件：灯具、灭火器、闭门器", "spare part: lamp, extinguisher, door closer"),
        (3, 7),
        Certainty.SECONDARY,
    ),
    Suggestion(
        "system",
        Text("系统维修：水泵、报警回路、管道", "system repair: pump, alarm loop, pipe"),
        (7, 15),
        Certainty.SECONDARY,
    ),
    Suggestion(
        "works",
        Text("需施工或动用维修资金", "construction or renewal fund needed"),
        (30, 30),
        Certainty.SECONDARY,
        Text("7 天内提交方案", "plan within 7 days"),
    ),
    Suggestion(
        "major",
        Text("重大火灾隐患", "major hazard"),
        (0, 3),
        Certainty.RECOMMENDED,
        Text(
            "立即停用；3 天内提交方案，期限由消防第一责任人定",
            "stop use at once; plan within 3 days, end date by the fire principal",
        ),
    ),
)
"""Usual deadlines (hazards facts §5): shown as suggestions; the field itself stays empty until somebody chooses."""


def suggested_retry(first_days: int, today: date) -> date:
    """Suggest the deadline after a failed recheck: half of the first one's days, at least one."""
    return today + timedelta(days=max(1, first_days // 2))


@dataclass(frozen=True, slots=True)
class Screen:
    """A sign that a hazard may be MAJOR. It only raises the question; a competent person answers it."""

    key: str
    text: Text
    basis: str
    certainty: Certainty


SCREENS = (
    Screen(
        "system_down",
        Text(
            "自动消防设施（报警、自喷、水泵）整体不能正常运行或被关闭",
            "alarm, sprinklers or fire pumps as a whole do not work or are shut off",
        ),
        "综合判定要素，2017 版第 7 章",
        Certainty.MEMORY,
    ),
    Screen(
        "exits_blocked",
        Text("安全出口数量不足或锁闭、疏散楼梯被封堵", "too few exits, locked exits or walled-up stairs"),
        "",
        Certainty.MEMORY,
    ),
    Screen(
        "fire_lane_built_over",
        Text("消防车道、登高场地被固定设施占用", "fire lane or ladder site built over"),
        "",
        Certainty.MEMORY,
    ),
    Screen(
        "compartment_broken",
        Text(
            "防火分区被擅自改变，大量防火门拆除或损坏",
            "fire compartment changed, many fire doors removed or broken",
        ),
        "",
        Certainty.MEMORY,
    ),
    Screen(
        "control_room_empty",
        Text("消防控制室无人值守或无证值班", "control room unmanned or staffed without certificate"),
        "",
        Certainty.MEMORY,
    ),
    Screen(
        "no_water_or_power",
        Text("消防水池、水箱无水，主备电源均失效", "no fire water, or neither main nor standby power"),
        "",
        Certainty.MEMORY,
    ),
    Screen(
        "explosives_in_crowd",
        Text(
            "人员密集场所内违规使用、储存、销售易燃易爆危险品",
            "flammables or explosives used, stored or sold where many people gather",
        ),
        "直接判定要素，2017 版 6.8",
        Certainty.MEMORY,
    ),
    Screen(
        "children_floor",
        Text("儿童、老年人活动场所楼层位置不符合规定", "rooms for children or the old on a forbidden floor"),
        "直接判定要素，2017 版 6.9",
        Certainty.MEMORY,
    ),
    Screen(
        "foam_panels",
        Text(
            "人员密集场所的居住部分采用可燃彩钢夹芯板",
            "sleeping quarters of combustible sandwich panels where many people gather",
        ),
        "直接判定要素，2017 版 6.10",
        Certainty.MEMORY,
    ),
    Screen(
        "ebikes_in_building",
        Text(
            "楼内集中充电、停放电动自行车且无防火分隔",
            "e-bikes parked or charged together in a building without fire separation",
        ),
        "",
        Certainty.RECOMMENDED,
    ),
)
"""Signs of a MAJOR hazard in a residential estate (hazards facts §2). ``basis`` from memory is for the product's
makers: pages show ``text`` only, with the word 疑似重大."""
