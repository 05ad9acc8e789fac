"""The numbers of rectification on both databases, over hazards whose numbers were worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.store import Viewer
from server.store.numbers import (
    Wanted,
    before,
    by_building,
    by_category,
    by_unit,
    by_week,
    closed_by_day,
    course,
    due_by_day,
    first_by_month,
    found_by_day,
    indicators,
    league,
    open_by_age,
)
from shared.clock import Reading
from shared.ids import BuildingId, HazardId, NoticeId, PointId, RecheckId, ReplyId, UnitId
from shared.model.hazard import (
    Completion,
    HazardEvent,
    HazardState,
    Recheck,
    RecheckResult,
    Reply,
    Step,
)
from shared.model.place import Building, Role, Text
from tests.builders import KEEPER, LEAD, POINT, SITE, UNIT, a_hazard, a_person, a_point, a_site, a_unit, an_id

ZONE = ZoneInfo("Asia/Shanghai")
CHIEF = Viewer(LEAD, "李队", {SITE: frozenset({Role.LEAD_INSPECTOR})}, None, SITE)
OCTOBER = Wanted(SITE, date(2026, 10, 1), date(2026, 10, 31), ZONE)
E, H = HazardEvent, HazardState
HOUSE = BuildingId(an_id(0x71))


def local(month, day, hour=9, minute=0):
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def reading(at):
    return Reading(at, "boot-1", 1_000)


def a_step(event, after, at):
    return Step(event, H.OPEN, after, LEAD, "李队", at)


def a_case(number, found, *, deadline=None, issued=None, closed=None, state=None, **changes):
    """A hazard found on a local day; ``closed`` is its sign-off, otherwise ``state`` says how it stands."""
    steps = [a_step(E.ISSUE, H.ISSUED, issued)] if issued else []
    steps += [a_step(E.SIGN_OFF, H.CLOSED, closed)] if closed else []
    facts = {"id": HazardId(an_id(0x900 + number)), "found_at": reading(found), "unit": UNIT, "point": POINT}
    facts |= {"no": f"YH-2026-{number:04}", "state": state or (H.CLOSED if closed else H.IN_RECTIFICATION)}
    return a_hazard(**{**facts, "deadline_on": deadline, "steps": tuple(steps), "category": "ext", **changes})


def a_recheck(number, hazard, at, result, round_=1):
    return Recheck(
        RecheckId(an_id(0xA00 + number)),
        SITE,
        HazardId(an_id(0x900 + hazard)),
        round_,
        result,
        KEEPER,
        "王建国",
        reading(at),
    )


def a_reply(number, hazard, at):
    about = (NoticeId(an_id(0x801)), HazardId(an_id(0x900 + hazard)))
    return Reply(ReplyId(an_id(0xC00 + number)), SITE, *about, "老化", "已更换", Completion.DONE, "朱师傅", at)


@pytest.fixture
def estate(store):
    shop = UnitId(an_id(0x32))
    with store.writing() as tx:
        for one in (a_site(), a_unit(), a_unit(id=shop, name=Text("餐厅")), a_person()):
            tx.put(one)
        tx.put(Building(HOUSE, SITE, Text("A1 栋")))
        tx.put(a_point(building=HOUSE))
        tx.put(a_case(1, local(10, 2), deadline=date(2026, 10, 9), issued=local(10, 2), closed=local(10, 8)))
        # closed one minute before midnight of its last day: in time, though UTC says the day before
        tx.put(a_case(2, local(10, 5), deadline=date(2026, 10, 12), issued=local(10, 5), closed=local(10, 12, 23, 59)))
        tx.put(a_case(3, local(10, 6), deadline=date(2026, 10, 13), issued=local(10, 6), closed=local(10, 14, 0, 1)))
        tx.put(a_case(4, local(10, 20), deadline=date(2026, 10, 27), issued=local(10, 21), unit=shop, category="eva"))
        tx.put(a_case(5, local(10, 31, 23), deadline=date(2026, 11, 30), recurs_from=HazardId(an_id(0x901))))
        tx.put(a_case(6, local(10, 9), state=H.VOIDED, deadline=date(2026, 10, 10)))
        spot = a_step(E.CORRECT_ON_SPOT, H.CORRECTED_ON_SPOT, local(10, 15))
        tx.put(replace(a_case(7, local(10, 15), state=H.CORRECTED_ON_SPOT), steps=(spot,)))
        tx.put(a_case(8, local(9, 30, 23, 59), deadline=date(2026, 9, 30), point=PointId(an_id(0x12))))
        for number, about in (
            (1, (1, local(10, 8), RecheckResult.PASSED)),
            (2, (2, local(10, 11), RecheckResult.FAILED)),
        ):
            tx.put(a_recheck(number, *about))
        tx.put(a_recheck(3, 2, local(10, 12), RecheckResult.PASSED, 2))
        for number, (about, at) in enumerate(((1, local(10, 7)), (2, local(10, 10)), (4, local(10, 26)))):
            tx.put(a_reply(number, about, at))
    return store


def test_the_indicators_are_those_of_the_formulas(estate):
    with estate.reading() as tx:
        found = indicators(tx, CHIEF, OCTOBER)

    assert (found.found, found.closed, found.on_spot) == (6, 3, 1)
    assert (found.rectified.part, found.rectified.whole) == (3, 4)
    assert (found.on_time.part, found.on_time.whole) == (2, 4)
    assert (found.first_pass.part, found.first_pass.whole) == (1, 2)
    assert (found.coverage.part, found.coverage.whole) == (2, 3)
    assert (found.recurrence.part, found.recurrence.whole) == (1, 6)
    spans = (timedelta(days=6), timedelta(days=7, hours=14, minutes=59), timedelta(days=7, hours=15, minutes=1))
    assert found.mean_days == pytest.approx(sum(spans, timedelta()) / timedelta(days=1) / 3)


def test_a_period_without_hazards_has_no_rates(estate):
    with estate.reading() as tx:
        found = indicators(tx, CHIEF, replace(OCTOBER, first=date(2026, 1, 1), last=date(2026, 1, 31)))

    assert (found.found, found.rectified.percent, found.mean_days) == (0, None, None)


def test_the_period_before_is_as_long_and_ends_the_day_before():
    earlier = before(OCTOBER)

    assert (earlier.first, earlier.last, earlier.days) == (date(2026, 8, 31), date(2026, 9, 30), 31)


def test_days_are_the_sites_own(estate):
    with estate.reading() as tx:
        found = found_by_day(tx, CHIEF, OCTOBER)
        closed = closed_by_day(tx, CHIEF, OCTOBER)
        due = due_by_day(tx, CHIEF, OCTOBER)

    assert found[date(2026, 10, 31)] == 1
    assert date(2026, 9, 30) not in found
    assert closed == {date(2026, 10, 8): 1, date(2026, 10, 12): 1, date(2026, 10, 14): 1, date(2026, 10, 15): 1}
    assert [(one.day.day, one.total, one.on_time) for one in due] == [(9, 1, 1), (12, 1, 1), (13, 1, 0), (27, 1, 0)]


def test_weeks_begin_on_monday_and_hold_the_periods_own_days_only(estate):
    with estate.reading() as tx:
        found = by_week(tx, CHIEF, OCTOBER)

    # then: hazard 8 was found in the first week, a minute before the period; hazard 5 in the last hour of the last day
    assert [(monday.month, monday.day) for monday, _, _ in found] == [(9, 28), (10, 5), (10, 12), (10, 19), (10, 26)]
    assert [(found, closed) for _, found, closed in found] == [(1, 0), (2, 1), (1, 3), (1, 0), (1, 0)]


def test_first_rechecks_stand_in_the_months_of_the_site(estate):
    with estate.writing() as tx:
        tx.put(a_recheck(4, 4, local(11, 1, 0, 5), RecheckResult.PASSED))  # still October by UTC
    with estate.reading() as tx:
        period = replace(OCTOBER, last=date(2026, 11, 30))
        found = first_by_month(tx, CHIEF, period)
        known = indicators(tx, CHIEF, period, course(tx, CHIEF, period))
        alone = indicators(tx, CHIEF, period)

    assert found == {date(2026, 10, 1): (1, 2), date(2026, 11, 1): (1, 1)}
    assert known == alone


def test_a_hazard_counts_as_rechecked_only_after_the_last_of_its_replies(estate):
    with estate.writing() as tx:
        tx.put(a_reply(9, 1, local(10, 20)))
        tx.put(a_reply(10, 2, local(10, 11)))
    with estate.reading() as tx:
        found = indicators(tx, CHIEF, OCTOBER)

    assert (found.coverage.part, found.coverage.whole) == (1, 3)


def test_open_hazards_are_counted_by_age(estate):
    with estate.reading() as tx:
        found = open_by_age(tx, CHIEF, OCTOBER)

    assert found == [(3, 0, 0), (7, 0, 0), (15, 0, 0), (30, 1, 0), (None, 2, 2)]


def test_groups_name_units_buildings_and_categories(estate):
    with estate.reading() as tx:
        units = by_unit(tx, CHIEF, OCTOBER)
        houses = by_building(tx, CHIEF, OCTOBER)
        kinds = by_category(tx, CHIEF, OCTOBER)

    assert [(group.key, group.found, group.closed, group.open, group.overdue) for group in units] == [
        (UNIT, 5, 4, 1, 0),
        (an_id(0x32), 1, 0, 1, 1),
    ]
    assert [(group.name, group.found) for group in houses] == [("A1 栋", 6)]
    assert [(group.key, group.found) for group in kinds] == [("ext", 5), ("eva", 1)]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"unit": UNIT}, 5),
        ({"category": "eva"}, 1),
        ({"building": HOUSE}, 6),
        ({"building": "x"}, 0),
        ({"grade": "major"}, 0),
    ],
)
def test_filters_narrow_every_number(estate, narrowed, found):
    with estate.reading() as tx:
        assert indicators(tx, CHIEF, replace(OCTOBER, **narrowed)).found == found


def test_the_league_counts_what_is_linked_whatever_it_is_called(estate):
    # given: one came back twice, as another item and typed by hand; one between was void; two alike were never linked
    def again(number, day, of, **facts):
        return a_case(number, local(10, day), recurs_from=HazardId(an_id(0x900 + of)), **facts)

    with estate.writing() as tx:
        tx.put(a_case(20, local(10, 20), item="EXT-01", description="压力不足"))
        tx.put(again(21, 21, 20, state=H.VOIDED))
        tx.put(again(22, 22, 21, item="EXT-02"))
        tx.put(again(23, 23, 22, item="", description="指针在红区"))
        for number in (24, 25):
            tx.put(a_case(number, local(10, number), item="EXT-03"))
    with estate.reading() as tx:
        found = {one.description: (one.item, one.times, one.open, one.last) for one in league(tx, CHIEF, OCTOBER)}

    assert found.pop("指针在红区") == ("", 3, 3, date(2026, 10, 23))
    assert [times for _, times, _, _ in found.values()] == [2]  # hazard 5 again 1


def test_the_league_counts_what_lies_in_its_twelve_months(estate):
    with estate.writing() as tx:
        tx.put(a_case(20, local(10, 20).replace(year=2025) - timedelta(days=30), item="EXT-01"))
        for number in (21, 22):
            tx.put(a_case(number, local(10, number), item="EXT-01", recurs_from=HazardId(an_id(0x900 + number - 1))))
    with estate.reading() as tx:
        found = [one.times for one in league(tx, CHIEF, OCTOBER) if one.item == "EXT-01"]

    assert found == [2]


def test_somebody_of_another_site_counts_nothing(estate):
    with estate.reading() as tx:
        assert indicators(tx, Viewer(LEAD, "外人", {}), OCTOBER).found == 0
