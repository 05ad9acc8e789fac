"""What the person is to be reminded of, and when: rounds ahead of their due time, people in machine rooms at the day's end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mobile.views import when
from mobile.views.rounds import DAY_ENDS
from mobile.views.setting import Setting
from mobile.views.todo import plan_tasks
from shared.model.access import Access
from shared.model.plan import TaskState
from shared.schedule import Task, reminders

ROUND, ACCESS = "round:", "access:"
MOST = 20
"""So many rounds are reminded of, the next first: a tablet shows no more."""
EVENING = timedelta(hours=2)
"""Who goes in after the day's end is asked after so long."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reminder to come; ``at`` in UTC."""

    key: str
    at: datetime
    title: str
    text: str


def round_reminders(setting: Setting) -> tuple[Wanted, ...]:
    """List the next reminder of each round that is still to do, the earliest first."""
    found = [
        (at, task)
        for task in plan_tasks(setting)
        if task.state in (TaskState.PLANNED, TaskState.DUE, TaskState.IN_PROGRESS)
        and (at := _next(setting, task)) is not None
    ]
    found.sort(key=lambda entry: (entry[0], entry[1].rule.code, entry[1].rule.id))
    return tuple(_of_round(setting, task, at) for at, task in found[:MOST])


def access_reminders(setting: Setting) -> tuple[Wanted, ...]:
    """List a reminder for each person that is in a machine room."""
    return tuple(_of_entry(setting, one) for one in setting.source.people_inside())


def _next(setting: Setting, task: Task) -> datetime | None:
    now = setting.now()
    return next((at for at in reminders(task.rule, task.window) if at > now), None)


def _of_round(setting: Setting, task: Task, at: datetime) -> Wanted:
    texts, now = setting.texts, setting.now()
    due = task.window.due_at.astimezone(setting.zone())
    words = texts.due_at.format(day=when.day(due.date(), now.date(), texts), time=when.clock_time(due))
    return Wanted(
        f"{ROUND}{task.rule.id}:{task.window.on.isoformat()}", at.astimezone(UTC), setting.say(task.rule.name), words
    )


def _of_entry(setting: Setting, entry: Access) -> Wanted:
    texts = setting.texts
    entered = entry.at.wall.astimezone(setting.zone())
    ends = entered.replace(hour=DAY_ENDS.hour, minute=DAY_ENDS.minute, second=0, microsecond=0)
    at = ends if entered < ends else entered + EVENING
    point = setting.source.point(entry.point)
    words = texts.access.reminder_text.format(
        name=entry.name, place=setting.say(point.name) if point else "", time=when.clock_time(entered)
    )
    return Wanted(f"{ACCESS}{entry.id}", at.astimezone(UTC), texts.access.reminder_title, words)
