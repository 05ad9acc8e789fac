"""The windows of a rule: from when to when each occurrence of a recurring task may be done.

How each recurrence is read (schedule facts §1, §4):

DAILY       one window per local day, weekends and holidays included. With LAST_BEFORE only working days have one. A
            shift whose ``due_at`` is not after ``opens_at`` ends on the next day (a night round).
SINCE_LAST  at most ``every_days`` days since it was last done. A window is ``every_days`` days long and due on its last
            day. Done early, it ends on that day and the next one starts the day after; done on the last day, late or
            never, the next one starts after the last day all the same: a missed week does not shift the following
            week's due day.
PER_PERIOD  ``times`` windows per calendar period, which share it out among them: by whole months where they divide
            evenly, else by days. ``min_gap_months`` after the previous one of the same period was done the next one
            opens, but never later than the day it is due.
WEEKDAY     once per ISO week on ``weekday`` (Monday is 0). With LAST_BEFORE a day off moves it to the last working day
            before, in an earlier week if need be; if that day already carries the week before, this week has none.
            Its key is the Monday of its week, so that an edited workday table never orphans a record.
LAST_BEFORE moves the due day of SINCE_LAST and PER_PERIOD back to a working day, but not out of the window.

A window's key ``on`` stays the same when records come in; what a record may change is when the next one opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from shared.ids import RuleId
from shared.model.plan import Period, Recurrence, Rule, WorkdayRule
from shared.schedule.local import end_of, ending, opening
from shared.schedule.workday import LONGEST_BREAK, Workdays

_DAY = timedelta(days=1)
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}
CAMPAIGN_MONTHS = (6, 11)
"""安全生产月 (June) and 消防宣传月 (November): natural slots of company inspections (5.29.1a; from memory)."""
_MISSES = 12
"""So many windows of SINCE_LAST may be missed one after the other before they fall out of step with the last done."""

DoneDays = Mapping[date, date]
"""Key of a window -> local day on which it was (first) finished."""


@dataclass(frozen=True, slots=True)
class Window:
    """One occurrence of a rule. ``on`` is its key within the rule and the ``window_on`` of its records.

    It may be done from ``opens_at``, is due at ``due_at`` and counts as missed from ``closes_at`` on (all in UTC).
    ``first_on`` and ``due_on`` are the local days of opening and due.
    """

    rule: RuleId
    on: date
    first_on: date
    due_on: date
    opens_at: datetime
    due_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class _Span:
    """Days of a window before times are put to them; ``last_on`` is the due day before working days count.

    ``ended_on`` is the day on which it was done, if that ends it.
    """

    on: date
    first_on: date
    last_on: date
    ended_on: date | None = None


def windows(
    rule: Rule,
    calendar: Workdays,
    zone: ZoneInfo,
    first: date,
    last: date,
    done: DoneDays | None = None,
) -> tuple[Window, ...]:
    """List the windows of ``rule`` that touch the local days ``first`` to ``last``, in order of time.

    ``done`` matters to SINCE_LAST and to gaps; ``reach`` says which entries are enough.

    Raises:
        ValueError: the rule is incomplete: SINCE_LAST without ``every_days``, PER_PERIOD without ``period``.
    """
    begin = max(first, rule.starts_on)
    end = last if rule.ends_on is None else min(last, rule.ends_on)
    if end < begin:
        return ()
    found = (
        _window(rule, calendar, zone, span) for span in _SPANS[rule.recurrence](rule, calendar, begin, end, done or {})
    )
    return tuple(
        window for window in found if window is not None and window.due_on >= first and window.first_on <= last
    )


def reach(rules: Iterable[Rule], first: date) -> dict[RuleId, date]:
    """Say how far back records decide about the tasks from the local day ``first`` on: rule -> earliest ``window_on``.

    A year's record counts all year, a day's not even two days: asking rule by rule keeps the answer small.
    """
    return {rule.id: _reach(rule, first - (1 + rule.late_days) * _DAY) for rule in rules}


def _reach(rule: Rule, day: date) -> date:
    """Return the earliest key that decides about windows which touch ``day``."""
    if rule.recurrence is Recurrence.PER_PERIOD and rule.period is not None:
        return _period_of(rule.period, day)[0]
    if rule.recurrence is Recurrence.SINCE_LAST:
        return day - (1 + _MISSES) * rule.every_days * _DAY
    return day - day.weekday() * _DAY if rule.recurrence is Recurrence.WEEKDAY else day


def suggested_days(window: Window) -> tuple[date, ...]:
    """Suggest days within a long window: the first of each campaign month in it, else its middle."""
    months = {(window.first_on + n * _DAY).replace(day=1) for n in range((window.due_on - window.first_on).days + 1)}
    found = tuple(sorted(day for day in months if day.month in CAMPAIGN_MONTHS and day >= window.first_on))
    return found or (window.first_on + (window.due_on - window.first_on) // 2,)


def slots_from(rule: Rule, day: date) -> date:
    """Return the first day from ``day`` on at which a window of a PER_PERIOD rule begins.

    Raises:
        ValueError: the rule has no period.
    """
    if rule.period is None:
        raise ValueError(f"rule {rule.code} needs a period")
    begin, end = _period_of(rule.period, day)
    starts = [first for first, _ in _slots(rule.period, rule.times, begin, end)]
    return next((first for first in starts if first >= day), end + _DAY)


def _window(rule: Rule, calendar: Workdays, zone: ZoneInfo, span: _Span) -> Window | None:
    """Put times to a span; None for a day that the zone's calendar skipped altogether."""
    due_on = span.last_on
    if rule.workdays is WorkdayRule.LAST_BEFORE and rule.recurrence in (Recurrence.SINCE_LAST, Recurrence.PER_PERIOD):
        due_on = max(span.first_on, calendar.last_on_or_before(due_on) or due_on)
    is_overnight = span.first_on == due_on and rule.due_at <= rule.opens_at
    due_day = due_on + _DAY if is_overnight else due_on
    opens_at = opening(span.first_on, rule.opens_at, zone)
    due_at = max(opens_at, ending(due_day, rule.due_at, zone))
    closes_at = max(due_at, end_of(max(due_day, span.last_on) + rule.late_days * _DAY, zone))
    if closes_at <= opens_at:
        return None
    if span.ended_on is not None and span.ended_on < span.last_on:
        end = end_of(span.ended_on, zone)
        due_on, due_at, closes_at = min(due_on, span.ended_on), min(due_at, end), min(closes_at, end)
    return Window(rule.id, span.on, span.first_on, due_on, opens_at, due_at, closes_at)


def _daily(rule: Rule, calendar: Workdays, first: date, last: date, _done: DoneDays) -> Iterator[_Span]:
    for offset in range((last - first).days + 1):
        day = first + offset * _DAY
        if rule.workdays is WorkdayRule.AS_IS or calendar.is_working(day):
            yield _Span(day, day, day)


def _since_last(rule: Rule, _calendar: Workdays, first: date, last: date, done: DoneDays) -> Iterator[_Span]:
    if rule.every_days < 1:
        raise ValueError(f"rule {rule.code} needs every_days")
    length = rule.every_days * _DAY
    start = rule.starts_on
    for on in sorted(done):
        if on < start:
            continue
        # A recorded window is a fact: whoever lacks older records falls into step here with those who have them.
        yield from _undone(start, min(on, last + length), length, first)
        if on > last:
            return
        ended_on = max(done[on], on)
        yield _Span(on, on, on + length - _DAY, ended_on)
        start = min(ended_on + _DAY, on + length)
    yield from _undone(start, last + length, length, first)


def _undone(start: date, until: date, length: timedelta, first: date) -> Iterator[_Span]:
    """Lay undone windows end to end from ``start``, each over before ``until``; past ones are skipped in one step."""
    if first > start:
        start += (first - start) // length * length
    while start + length <= until:
        yield _Span(start, start, start + length - _DAY)
        start += length


def _per_period(rule: Rule, _calendar: Workdays, first: date, last: date, done: DoneDays) -> Iterator[_Span]:
    if rule.period is None or rule.times < 1:
        raise ValueError(f"rule {rule.code} needs a period and times")
    begin, end = _period_of(rule.period, first)
    while begin <= last:
        previous: date | None = None
        for slot_first, slot_last in _slots(rule.period, rule.times, begin, end):
            on = max(slot_first, rule.starts_on)
            until = slot_last if rule.ends_on is None else min(slot_last, rule.ends_on)
            if on <= until:
                opens_on = on if previous is None else max(on, add_months(previous, rule.min_gap_months))
                if slot_last >= first and on <= last:
                    yield _Span(on, min(opens_on, until), until)
                previous = done.get(on)
        begin, end = _period_of(rule.period, end + _DAY)


def _weekday(rule: Rule, calendar: Workdays, first: date, last: date, _done: DoneDays) -> Iterator[_Span]:
    monday = first - first.weekday() * _DAY
    # A day moved out of a long break lies in an earlier week: look past the end of the range.
    until = last if rule.workdays is WorkdayRule.AS_IS else last + LONGEST_BREAK * _DAY
    taken = date.min
    while monday <= until:
        day = _moved(rule, calendar, monday)
        if day > taken:
            if first <= day <= last:
                yield _Span(monday, day, day)
            taken = day
        monday += 7 * _DAY


def _moved(rule: Rule, calendar: Workdays, monday: date) -> date:
    day = monday + rule.weekday * _DAY
    return day if rule.workdays is WorkdayRule.AS_IS else calendar.last_on_or_before(day) or day


_SPANS = {
    Recurrence.DAILY: _daily,
    Recurrence.SINCE_LAST: _since_last,
    Recurrence.PER_PERIOD: _per_period,
    Recurrence.WEEKDAY: _weekday,
}


def _period_of(period: Period, day: date) -> tuple[date, date]:
    """Return first and last day of the calendar period that ``day`` lies in."""
    if period is Period.WEEK:
        monday = day - day.weekday() * _DAY
        return monday, monday + 6 * _DAY
    if period is Period.HALF_MONTH:
        first = day.replace(day=1 if day.day <= 15 else 16)
        return first, first + 14 * _DAY if first.day == 1 else add_months(day.replace(day=1), 1) - _DAY
    months = _MONTHS[period]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, add_months(first, months) - _DAY


def _slots(period: Period, times: int, begin: date, end: date) -> list[tuple[date, date]]:
    """Share a period out among ``times`` windows."""
    months = _MONTHS.get(period, 0)
    if months and months % times == 0:
        starts = [add_months(begin, months // times * n) for n in range(times + 1)]
    else:
        days = (end - begin).days + 1
        if times > days:
            raise ValueError("more times than days in the period")
        starts = [begin + days * n // times * _DAY for n in range(times + 1)]
    return [(start, after - _DAY) for start, after in pairwise(starts)]


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    next_first = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (next_first - _DAY).day))
