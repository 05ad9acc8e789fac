"""Rules that change: what is past stays as it was, the new begins with a whole window.

A change of how often, where or with which checklist ends the rule and lets another follow it; only so the windows of the
past keep the rule that they were judged by. The change takes effect at the next border between two windows, so that no
round is cut in half: with the next calendar period, the next week, the day after the running interval, the next day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from shared.ids import RuleId
from shared.model.plan import Period, Recurrence, Rule
from shared.schedule.window import DoneDays, add_months, slots_from, windows
from shared.schedule.workday import Workdays

_DAY = timedelta(days=1)
_WINDOW_FACTS = (
    "template", "recurrence", "point", "unit", "asset", "every_days", "times", "period", "min_gap_months", "weekday",
    "opens_at", "due_at", "late_days", "workdays",
)  # fmt: skip
"""Members that say when and what; a change of the others changes no window and holds at once."""
_PERIOD_DAYS = {
    Period.WEEK: 7, Period.HALF_MONTH: 15, Period.MONTH: 30, Period.QUARTER: 91, Period.HALF_YEAR: 182, Period.YEAR: 365,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Succession:
    """What a change writes: ``ended`` is None where the old rule had not begun and is simply replaced."""

    ended: Rule | None
    next: Rule


def changes_windows(old: Rule, new: Rule) -> bool:
    """Tell whether a change touches when a task is due or what it is."""
    return any(getattr(old, name) != getattr(new, name) for name in _WINDOW_FACTS)


def border(rule: Rule, day: date, calendar: Workdays, zone: ZoneInfo, done: DoneDays | None = None) -> date:
    """Return the first day from ``day`` on at which a window of ``rule`` begins: the earliest day of a change."""
    day = max(day, rule.starts_on)
    if rule.recurrence is Recurrence.DAILY:
        return day
    if rule.recurrence is Recurrence.WEEKDAY:
        return day + (-day.weekday() % 7) * _DAY
    if rule.recurrence is Recurrence.PER_PERIOD:
        return slots_from(rule, day)
    running = windows(rule, calendar, zone, day - _DAY, day, done)
    if any(window.on == day for window in running) or not running:
        return day
    return max(window.on + rule.every_days * _DAY for window in running)


def succeed(old: Rule, new: Rule, on: date, follower: RuleId) -> Succession:
    """Let ``new`` hold from ``on`` (a ``border``) instead of ``old``; a new rule is named ``follower``."""
    if old.starts_on >= on:
        return Succession(None, replace(new, id=old.id, starts_on=on, follows=old.follows))
    ended = replace(old, ends_on=on - _DAY)
    return Succession(ended, replace(new, id=follower, starts_on=on, follows=old.id))


def most_days(rule: Rule) -> int:
    """Say how many days may pass from one time to the next, about; the fewer, the stricter."""
    if rule.recurrence is Recurrence.PER_PERIOD and rule.period is not None:
        return max(1, _PERIOD_DAYS[rule.period] // max(1, rule.times))
    return {Recurrence.DAILY: 1, Recurrence.WEEKDAY: 7}.get(rule.recurrence, max(1, rule.every_days))


def is_apart(one: date, other: date, months: int) -> bool:
    """Tell whether two days lie at least so many calendar months apart (two periodic inspections: four)."""
    first, second = sorted((one, other))
    return second >= add_months(first, months)
