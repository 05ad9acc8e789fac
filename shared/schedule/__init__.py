"""When rounds are due and what became of them, computed alike on tablet and server.

``workday`` (the editable workday table) · ``local`` (site-local days and times, clock changes) · ``window`` (a rule's
windows) · ``task`` (states and lists of tasks) · ``change`` (rules that change) · ``duty`` (whose a round is) ·
``surprise`` (the drawn inspection of a quarter).

Invariant: pure functions of (rule, calendar, records, waivers, now). Nothing asks the time, nothing is stored.
Invariant: every datetime handed out is aware and in UTC; days are the site's local days.

Start reading at ``window``.
"""

from shared.schedule.change import border, changes_windows, is_apart, most_days, stricter, succeed
from shared.schedule.duty import Roster, responsible
from shared.schedule.local import day_of
from shared.schedule.surprise import Drawn, draw_days, draw_surprise, is_proved, quarter_of, warning
from shared.schedule.task import NOBODY, Plan, Reader, RecordFact, Task, reminders, state, tasks
from shared.schedule.window import Window, reach, suggested_days, windows
from shared.schedule.workday import Workdays, add_working_days, workdays

__all__ = [
    "NOBODY",
    "Drawn",
    "Plan",
    "Reader",
    "RecordFact",
    "Roster",
    "Task",
    "Window",
    "Workdays",
    "add_working_days",
    "border",
    "changes_windows",
    "day_of",
    "draw_days",
    "draw_surprise",
    "is_apart",
    "is_proved",
    "most_days",
    "quarter_of",
    "reach",
    "reminders",
    "responsible",
    "state",
    "stricter",
    "succeed",
    "suggested_days",
    "tasks",
    "warning",
    "windows",
    "workdays",
]
