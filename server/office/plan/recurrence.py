"""A rule's recurrence in words."""

from __future__ import annotations

from server.office.text import Wording
from shared.model.plan import Recurrence, Rule, WorkdayRule


def recurrence(rule: Rule, words: Wording) -> str:
    """Say how often a rule's task is due, for a person who plans the week."""
    if rule.recurrence is Recurrence.DAILY:
        return words("plan.daily")
    if rule.recurrence is Recurrence.SINCE_LAST:
        return words("plan.since_last", n=rule.every_days)
    if rule.recurrence is Recurrence.WEEKDAY:
        return words("plan.on_weekday", day=words(f"weekday.{rule.weekday + 1}"))
    period = words.of(rule.period) if rule.period else ""
    return words("plan.several", period=period, n=rule.times) if rule.times > 1 else period


def conditions(rule: Rule, words: Wording) -> tuple[str, ...]:
    """Say what else holds: the gap between two, what a day off changes, how late it may be."""
    said = []
    if rule.min_gap_months:
        said.append(words("plan.gap", n=rule.min_gap_months))
    if rule.workdays is WorkdayRule.LAST_BEFORE:
        said.append(words("plan.last_before"))
    if rule.late_days:
        said.append(words("plan.late_days", n=rule.late_days))
    return tuple(said)
