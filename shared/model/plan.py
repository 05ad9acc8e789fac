"""The plan: recurrence rules, the editable workday table, waivers (schedule facts §1, §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from shared.clock import Reading
from shared.ids import AssetId, ExcuseId, PersonId, PointId, RuleId, SiteId, TemplateId, UnitId, WaiverId
from shared.model.inspection import Photo
from shared.model.place import Role, Text


class Recurrence(Enum):
    """How a rule repeats."""

    DAILY = "daily"
    SINCE_LAST = "since_last"  # at most every_days after it was last done
    PER_PERIOD = "per_period"  # `times` per calendar period, optionally min_gap_months apart
    WEEKDAY = "weekday"  # on one weekday, such as the Friday hand-over


class Period(Enum):
    """Calendar periods: a quarter is Jan-Mar, never "90 days since last"."""

    WEEK = "week"
    HALF_MONTH = "half_month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class WorkdayRule(Enum):
    """What happens when a due day is not a working day."""

    AS_IS = "as_is"
    LAST_BEFORE = "last_before"


class TaskState(Enum):
    """States of one scheduled task, computed from its window, the records and ``now``; never stored."""

    PLANNED = "planned"
    DUE = "due"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    LATE = "late"
    MISSED = "missed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Rule:
    """One recurring task at one place 计划规则. Times are local to the site.

    A window opens at ``opens_at`` and is due at ``due_at`` (the shift's end); ``late_days`` more days may pass until
    it counts as missed (0: the end of its day). ``is_secret`` keeps a surprise inspection from everybody but its
    organiser until its day. Rules of one ``route`` are walked together, in any order; ``stop`` is the usual one, from 1.
    ``asset`` is the equipment that it is about, if it is about one. ``remind_days`` replaces the usual reminders: so many
    days before it is due. A rule that changes from a day on ends the day before, and another ``follows`` it.
    """

    id: RuleId
    site: SiteId
    code: str
    name: Text
    template: TemplateId
    recurrence: Recurrence
    starts_on: date
    point: PointId | None = None
    unit: UnitId | None = None
    ends_on: date | None = None
    every_days: int = 0
    times: int = 1
    period: Period | None = None
    min_gap_months: int = 0
    weekday: int = 0
    opens_at: time = time(0, 0)
    due_at: time = time(18, 0)
    late_days: int = 0
    workdays: WorkdayRule = WorkdayRule.AS_IS
    performer_role: Role | None = None
    performers: tuple[PersonId, ...] = ()
    is_secret: bool = False
    source: str = ""
    route: Text | None = None
    stop: int = 0
    asset: AssetId | None = None
    remind_days: tuple[int, ...] = ()
    follows: RuleId | None = None


@dataclass(frozen=True, slots=True)
class WorkdayYear:
    """One year of the editable workday table 工作日表: days off beyond weekends, and weekend days worked instead (调休)."""

    year: int
    version: int
    holidays: tuple[date, ...] = ()
    make_up_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """An approved excuse for one window of a rule."""

    id: WaiverId
    site: SiteId
    rule: RuleId
    window_on: date
    reason: str
    approved_by: PersonId
    at: datetime


class ExcuseState(Enum):
    """A round that could not be done: asked for on the tablet, decided in the office."""

    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why one window of a rule could not be done, with photos, for approval 免检申请. Approved, it becomes a Waiver."""

    id: ExcuseId
    site: SiteId
    rule: RuleId
    window_on: date
    author: PersonId
    author_name: str
    at: Reading
    reason: str
    note: str = ""
    photos: tuple[Photo, ...] = ()
    state: ExcuseState = ExcuseState.ASKED
    decided_by: PersonId | None = None
    decided_by_name: str = ""
    decided_at: datetime | None = None
    word: str = ""
