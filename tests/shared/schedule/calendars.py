"""Rules, calendars and zones for schedule tests, by hand and by Hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from shared.model.plan import Period, Recurrence, Rule, WorkdayRule, WorkdayYear
from shared.schedule import RecordFact, Workdays, workdays
from tests.builders import RULE, a_rule

DAY = timedelta(days=1)
SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")
SAO_PAULO = ZoneInfo("America/Sao_Paulo")
GOLDEN_WEEK = workdays(
    [
        WorkdayYear(
            2026,
            1,
            holidays=(
                *(date(2026, 2, 15) + n * DAY for n in range(9)),
                date(2026, 5, 1),
                *(date(2026, 10, 1) + n * DAY for n in range(7)),
            ),
            make_up_days=(date(2026, 2, 14), date(2026, 2, 28), date(2026, 10, 10)),
        )
    ]
)


def at(day: date, hour: int = 9, minute: int = 0, zone: ZoneInfo = SHANGHAI) -> datetime:
    """A local time as an instant in UTC."""
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def a_record(on: date, started: datetime, finished: datetime | None = None) -> RecordFact:
    return RecordFact(RULE, on, started, finished)


def weekly(**changes: object) -> Rule:
    return a_rule(**{"recurrence": Recurrence.SINCE_LAST, "every_days": 7, "starts_on": date(2026, 11, 2), **changes})


def per(period: Period, times: int = 1, **changes: object) -> Rule:
    base = {"recurrence": Recurrence.PER_PERIOD, "period": period, "times": times, "starts_on": date(2020, 1, 1)}
    return a_rule(**{**base, **changes})


def friday(**changes: object) -> Rule:
    base = {"recurrence": Recurrence.WEEKDAY, "weekday": 4, "workdays": WorkdayRule.LAST_BEFORE}
    return a_rule(**{**base, "starts_on": date(2026, 1, 1), **changes})


days = st.dates(date(2011, 1, 1), date(2029, 12, 31))
clock_changes = st.sampled_from(
    [
        date(2012, 2, 29),
        date(2018, 11, 4),  # São Paulo has no midnight
        date(2018, 2, 17),  # São Paulo has its last hour twice
        date(2026, 3, 29),  # London has no 01:30
        date(2026, 10, 25),  # London has 01:30 twice
        date(2026, 12, 31),
        date(2028, 2, 29),
    ]
)
some_days = st.one_of(days, clock_changes)
zones = st.sampled_from([SHANGHAI, LONDON, SAO_PAULO])
times = st.times().map(lambda moment: moment.replace(microsecond=0))


@st.composite
def calendars(draw: st.DrawFn, around: date) -> Workdays:
    """Breaks of up to ten days and worked weekend days near ``around``."""
    off: set[date] = set()
    for begin, length in draw(st.lists(st.tuples(st.integers(-60, 90), st.integers(1, 10)), max_size=4)):
        off |= {around + (begin + n) * DAY for n in range(length)}
    worked = {around + n * DAY for n in draw(st.sets(st.integers(-60, 90), max_size=12))}
    weekends = {day for day in worked if day.weekday() >= 5}
    return Workdays(frozenset(off), frozenset(weekends))


@st.composite
def rules(draw: st.DrawFn, start: date) -> Rule:
    """Any complete rule that starts on ``start``; its shift may end the next morning."""
    recurrence = draw(st.sampled_from(Recurrence))
    period = draw(st.sampled_from(Period))
    return a_rule(
        recurrence=recurrence,
        starts_on=start,
        ends_on=draw(st.one_of(st.none(), st.integers(0, 400).map(lambda n: start + n * DAY))),
        every_days=draw(st.integers(1, 20)),
        times=draw(st.integers(1, 7)),
        period=period,
        min_gap_months=draw(st.integers(0, 5)),
        weekday=draw(st.integers(0, 6)),
        opens_at=draw(times) if recurrence is Recurrence.DAILY else time(0),
        due_at=draw(times),
        late_days=draw(st.integers(0, 3)),
        workdays=draw(st.sampled_from(WorkdayRule)),
    )
