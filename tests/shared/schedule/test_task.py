from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import PersonId, WaiverId
from shared.model.place import Role
from shared.model.plan import Period, Recurrence, Rule, TaskState, Waiver
from shared.schedule import (
    NOBODY,
    Plan,
    Reader,
    RecordFact,
    Window,
    Workdays,
    reach,
    reminders,
    state,
    tasks,
    windows,
)
from tests.builders import KEEPER, LEAD, NOW, RULE, SITE, a_rule, an_id
from tests.shared.schedule.calendars import (
    DAY,
    SHANGHAI,
    a_record,
    at,
    calendars,
    per,
    rules,
    some_days,
    weekly,
    zones,
)

ON = date(2026, 11, 23)
S = TaskState


def a_window(**changes: object) -> Window:
    """The daily round of 23 November: opens at 08:00, due at 18:00."""
    (window,) = windows(a_rule(opens_at=time(8), **changes), Workdays(), SHANGHAI, ON, ON)
    return window


def a_waiver(on: date = ON) -> Waiver:
    return Waiver(WaiverId(an_id(0x601)), SITE, RULE, on, "停电检修", LEAD, NOW)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(ON, 7, 59), S.PLANNED),
        (at(ON, 8), S.DUE),
        (at(ON, 18, 1), S.DUE),
        (at(ON, 23, 59), S.DUE),
        (at(ON + DAY, 0), S.MISSED),
        (at(ON + 99 * DAY, 0), S.MISSED),
    ],
)
def test_without_a_record_a_task_is_planned_then_due_then_missed(now: datetime, expected: TaskState) -> None:
    assert state(a_window(), (), (), now) is expected


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        (at(ON, 7), S.DONE),
        (at(ON, 9), S.DONE),
        (at(ON, 18), S.DONE),
        (at(ON, 18, 1), S.LATE),
        (at(ON, 23, 59), S.LATE),
        (at(ON + DAY, 0), S.MISSED),
        (at(ON + 2 * DAY), S.MISSED),
    ],
)
def test_what_counts_is_when_the_record_was_finished(finished: datetime, expected: TaskState) -> None:
    record = a_record(ON, at(ON, 6, 30), finished)

    assert state(a_window(), [record], (), at(ON + 9 * DAY)) is expected


def test_late_days_leave_time_to_catch_up() -> None:
    # given
    window = a_window(late_days=2)
    late = a_record(ON, at(ON + 2 * DAY), at(ON + 2 * DAY, 10))

    # when / then
    assert state(window, (), (), at(ON + 2 * DAY)) is S.DUE
    assert state(window, [late], (), at(ON + 2 * DAY, 11)) is S.LATE
    assert state(window, (), (), at(ON + 3 * DAY, 0)) is S.MISSED


def test_an_unfinished_round_is_in_progress_until_its_day_is_over() -> None:
    begun = a_record(ON, at(ON, 9))

    assert state(a_window(), [begun], (), at(ON, 9)) is S.IN_PROGRESS
    assert state(a_window(), [begun], (), at(ON, 20)) is S.IN_PROGRESS
    assert state(a_window(), [begun], (), at(ON + DAY, 0)) is S.MISSED


def test_the_first_finished_record_of_a_window_counts() -> None:
    twice = [a_record(ON, at(ON, 19), at(ON, 20)), a_record(ON, at(ON, 9), at(ON, 10)), a_record(ON, at(ON, 21))]

    assert state(a_window(), twice, (), at(ON, 22)) is S.DONE


def test_a_waiver_excuses_what_was_not_done() -> None:
    # given
    window, waiver = a_window(), a_waiver()

    # when / then
    assert state(window, (), [waiver], at(ON + DAY)) is S.WAIVED
    assert state(window, [a_record(ON, at(ON), at(ON, 10))], [waiver], at(ON + DAY)) is S.DONE
    assert state(window, (), [a_waiver(ON + DAY)], at(ON + DAY)) is S.MISSED


def test_records_of_other_windows_and_rules_do_not_count() -> None:
    other_rule = RecordFact(a_rule(id=an_id(0x42)).id, ON, at(ON), at(ON, 10))

    assert state(a_window(), [a_record(ON - DAY, at(ON), at(ON, 10)), other_rule], (), at(ON)) is S.DUE


# Lists


def a_plan(*listed: Rule, records: tuple[RecordFact, ...] = (), waivers: tuple[Waiver, ...] = ()) -> Plan:
    return Plan(listed, Workdays(), SHANGHAI, records, waivers)


def test_a_task_says_when_it_is_past_due_or_was_entered_late() -> None:
    # given
    rule = a_rule(opens_at=time(8))
    entered = a_record(ON - DAY, at(ON, 9), at(ON, 10))

    # when
    yesterday, today = tasks(a_plan(rule, records=(entered,)), at(ON, 19), ON - DAY, ON)

    # then
    assert (yesterday.state, yesterday.is_late_entry, yesterday.finished_at) == (S.MISSED, True, at(ON, 10))
    assert (today.state, today.is_past_due, today.is_late_entry) == (S.DUE, True, False)


def test_yesterdays_round_stays_in_the_list_while_it_may_still_be_done() -> None:
    # given a night round, and a round with a day to catch up
    night = a_rule(id=an_id(0x43), code="N", opens_at=time(22), due_at=time(6))
    patient = a_rule(id=an_id(0x44), code="P", late_days=1)

    # when
    listed = tasks(a_plan(night, patient), at(ON, 1), ON, ON)

    # then
    assert [(task.rule.code, task.window.on) for task in listed] == [
        ("P", ON - DAY),
        ("N", ON - DAY),
        ("P", ON),
        ("N", ON),
    ]


def test_a_quarterly_task_is_listed_on_each_of_its_days() -> None:
    (task,) = tasks(a_plan(per(Period.QUARTER)), at(ON), ON, ON)

    assert (task.window.on, task.state) == (date(2026, 10, 1), S.DUE)


def test_tasks_carry_their_waiver() -> None:
    (task,) = tasks(a_plan(a_rule(), waivers=(a_waiver(),)), at(ON), ON, ON)

    assert (task.state, task.waiver) == (S.WAIVED, a_waiver())


def test_a_surprise_inspection_is_known_to_its_organiser_only_until_it_starts() -> None:
    # given
    rule = per(Period.QUARTER, is_secret=True, performers=(LEAD,))
    organiser = Reader(LEAD, (Role.LEAD_INSPECTOR,))
    manager = Reader(PersonId(an_id(0xB5)), (Role.MANAGER,))
    unit = Reader(KEEPER, (Role.INSPECTED_UNIT, Role.MAINTENANCE_KEEPER))
    begun = a_record(date(2026, 10, 1), at(ON))

    def seen(reader: Reader, *records: RecordFact) -> int:
        return len(tasks(a_plan(rule, records=records), at(ON, 10), ON, ON, reader))

    # when / then
    assert [seen(reader) for reader in (organiser, manager, unit, NOBODY)] == [1, 0, 0, 0]
    assert [seen(reader, begun) for reader in (organiser, manager, unit, NOBODY)] == [1, 1, 0, 0]


def test_reminders_come_ahead_by_the_length_of_the_period() -> None:
    def ahead(rule: Rule) -> list[timedelta]:
        window = windows(rule, Workdays(), SHANGHAI, ON, ON)[0]
        return [window.due_at - reminder for reminder in reminders(rule, window)]

    assert ahead(a_rule()) == [timedelta(hours=2)]
    assert ahead(weekly()) == [DAY]
    assert ahead(per(Period.WEEK)) == [DAY]
    assert ahead(per(Period.MONTH)) == [5 * DAY]
    assert ahead(per(Period.QUARTER)) == [20 * DAY, 7 * DAY]
    assert ahead(per(Period.YEAR)) == [60 * DAY, 30 * DAY]
    assert ahead(a_rule(opens_at=time(17))) == []


# Properties

ORDER = {S.PLANNED: 0, S.DUE: 1, S.IN_PROGRESS: 1, S.MISSED: 2, S.DONE: 3, S.LATE: 3, S.WAIVED: 3}


@st.composite
def facts(draw: st.DrawFn, window: Window) -> tuple[RecordFact, ...]:
    """Records of one window, begun and finished any time around it."""
    hours = st.integers(-30, 24 * 40)
    found = []
    for begin, length in draw(st.lists(st.tuples(hours, st.one_of(st.none(), st.integers(0, 50))), max_size=3)):
        started = window.opens_at + timedelta(hours=begin)
        found.append(
            RecordFact(RULE, window.on, started, None if length is None else started + timedelta(hours=length))
        )
    return tuple(found)


@given(st.data(), some_days, zones, st.booleans())
def test_a_state_only_moves_forward_as_time_passes(
    data: st.DataObject, start: date, zone: ZoneInfo, is_waived: bool
) -> None:
    # given
    rule = data.draw(rules(start).filter(lambda rule: rule.recurrence is not Recurrence.WEEKDAY))
    found = windows(rule, Workdays(), zone, start, start + 40 * DAY)
    if not found:
        return
    window = data.draw(st.sampled_from(found))
    records = data.draw(facts(window))
    waivers = [a_waiver(window.on)] if is_waived else []
    moments = sorted(data.draw(st.lists(st.integers(-100, 24 * 60), min_size=2, max_size=6)))

    # when
    states = [state(window, records, waivers, window.opens_at + timedelta(hours=hour)) for hour in moments]

    # then
    assert states == sorted(states, key=ORDER.__getitem__)
    if any(outcome in (S.DONE, S.LATE, S.WAIVED) for outcome in states):
        assert len(set(states)) == 1


@given(st.data(), some_days, zones, st.integers(-14, 14), st.integers(0, 24 * 50))
def test_tablet_and_server_agree_whatever_zone_they_say_now_in(
    data: st.DataObject, start: date, zone: ZoneInfo, offset: int, hours: int
) -> None:
    # given
    calendar = data.draw(calendars(start))
    listed = tuple(data.draw(st.lists(rules(start), min_size=1, max_size=3)))
    known = windows(listed[0], calendar, zone, start, start + 40 * DAY)
    records = data.draw(facts(data.draw(st.sampled_from(known)))) if known else ()
    plan = Plan(listed, calendar, zone, records)
    now = datetime.combine(start, time(12), UTC) + timedelta(hours=hours)

    # when
    server = tasks(plan, now, start, start + 31 * DAY)
    tablet = tasks(
        Plan(tuple(reversed(listed)), calendar, zone, tuple(reversed(records))),
        now.astimezone(timezone(timedelta(hours=offset))),
        start,
        start + 31 * DAY,
    )

    # then
    key = [(task.rule.recurrence.value, task.rule, task.window, task.state) for task in server]
    assert sorted(key, key=repr) == sorted(
        [(task.rule.recurrence.value, task.rule, task.window, task.state) for task in tablet], key=repr
    )
    assert all(task.window.due_at.utcoffset() == timedelta(0) for task in tablet)


@given(st.data(), some_days, zones)
def test_a_list_names_the_same_states_as_each_window_by_itself(
    data: st.DataObject, start: date, zone: ZoneInfo
) -> None:
    # given
    rule = data.draw(rules(start))
    found = windows(rule, Workdays(), zone, start, start + 30 * DAY)
    records = data.draw(facts(data.draw(st.sampled_from(found)))) if found else ()
    now = datetime.combine(start + 15 * DAY, time(12), UTC)

    # when
    listed = tasks(Plan((rule,), Workdays(), zone, records), now, start, start + 30 * DAY)

    # then
    assert [task.state for task in listed] == [state(task.window, records, (), now) for task in listed]


@given(st.data(), some_days, st.sampled_from([Recurrence.DAILY, Recurrence.PER_PERIOD, Recurrence.WEEKDAY]))
def test_records_before_the_reach_change_no_task(data: st.DataObject, day: date, recurrence: Recurrence) -> None:
    rule = replace(data.draw(rules(day - 500 * DAY)), recurrence=recurrence, ends_on=None)
    calendar = data.draw(calendars(day))
    all_windows = windows(rule, calendar, SHANGHAI, rule.starts_on, day + 400 * DAY)
    records = tuple(a_record(window.on, window.opens_at, window.opens_at) for window in all_windows)
    now = at(day)

    since = reach([rule], day)[rule.id]
    near = tuple(record for record in records if record.window_on >= since)

    assert tasks(Plan((rule,), calendar, SHANGHAI, near), now, day, day) == tasks(
        Plan((rule,), calendar, SHANGHAI, records), now, day, day
    )


def test_weeks_that_were_missed_keep_in_step_with_the_last_one_done() -> None:
    rule = weekly(starts_on=date(2026, 1, 1))
    wednesday = a_record(date(2026, 9, 2), at(date(2026, 9, 2)), at(date(2026, 9, 2)))
    day = date(2026, 11, 23)

    (task,) = tasks(Plan((rule,), Workdays(), SHANGHAI, (wednesday,)), at(day), day, day)

    assert wednesday.window_on >= reach([rule], day)[rule.id]
    assert task.window.on.weekday() == date(2026, 9, 3).weekday()


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        (a_rule(), date(2026, 12, 30)),
        (a_rule(late_days=2), date(2026, 12, 28)),
        (per(Period.MONTH), date(2026, 12, 1)),
        (per(Period.QUARTER), date(2026, 10, 1)),
        (per(Period.YEAR), date(2026, 1, 1)),
        (per(Period.YEAR, late_days=370), date(2025, 1, 1)),
    ],
)
def test_each_rule_needs_the_records_of_its_own_period_only(rule: Rule, since: date) -> None:
    assert reach([rule], date(2026, 12, 31)) == {rule.id: since}
