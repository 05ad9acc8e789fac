"""When rounds are due and what became of them, computed alike on tablet and server.

``workday`` (the editable workday table) · ``local`` (site-local days and times, clock changes) · ``window`` (a rule's
windows) · ``task`` (states and lists of tasks). The office alone imports ``change`` (rules that change), ``duty`` (whose
a round is) and ``surprise`` (the drawn inspection of a quarter) from where they lie: a tablet need not load them.

Invariant: pure functions of (rule, calendar, records, waivers, now). Nothing asks the time, nothing is stored.
Invariant: every datetime handed out is aware and in UTC; days are the site's local days.

Start reading at ``window``.
"""

from shared.schedule.local import day_of
from shared.schedule.task import NOBODY, Plan, Reader, RecordFact, Task, reminders, state, tasks
from shared.schedule.window import Window, reach, suggested_days, windows
from shared.schedule.workday import Workdays, add_working_days, workdays

__all__ = [
    "NOBODY",
    "Plan",
    "Reader",
    "RecordFact",
    "Task",
    "Window",
    "Workdays",
    "add_working_days",
    "day_of",
    "reach",
    "reminders",
    "state",
    "suggested_days",
    "tasks",
    "windows",
    "workdays",
]
