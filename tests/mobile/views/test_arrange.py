"""The order of the list by due time, place and route, and what a search finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile import actions
from mobile.views.arrange import BY_DUE, BY_PLACE, BY_ROUTE, ORDER, arranged, found, order_of
from mobile.views.parts import RoundView, SectionView
from mobile.views.rounds import rounds_view, search_index, task_of
from mobile.views.todo import lines
from shared.ids import BuildingId, InspectionId
from shared.model.inspection import Status, TaskRef
from shared.model.place import Building, Text
from tests.builders import an_id
from tests.mobile.longshan import (
    DAILY,
    DAILY2,
    KINDS,
    MORNING,
    ROOM,
    ROOM2,
    SITE,
    TODAY,
    a_reading_at,
    feed,
    old_record,
    places,
    rules,
)

BLOCK1, BLOCK10 = BuildingId(an_id(0x301)), BuildingId(an_id(0x302))
EAST = Text("东区日巡", "East round")


def words(shown):
    return [("#" + row.words, row.count) if isinstance(row, SectionView) else row.title for row in shown]


def titles(shown):
    return [row.title for row in shown if isinstance(row, RoundView)]


def with_buildings(tablet):
    KINDS[Building] = "building"
    points = {one.id: one for one in places() if hasattr(one, "number") and hasattr(one, "building")}
    feed(
        tablet.store,
        [
            Building(BLOCK1, SITE, Text("2号楼")),
            Building(BLOCK10, SITE, Text("10号楼")),
            replace(points[ROOM], building=BLOCK10),
            replace(points[ROOM2], building=BLOCK1),
        ],
    )


def test_by_due_time_each_group_has_its_heading_and_late_stands_first(setting):
    shown = arranged(setting, lines(setting), BY_DUE)

    assert words(shown) == [
        ("#已超时", "1"),
        "2号楼电梯机房 日巡视",
        ("#待执行", "3"),
        "消防泵房 检查",
        "1号楼电梯机房 日巡视",
        "3号楼 防火巡查",
    ]


def test_by_place_buildings_stand_in_natural_order_and_places_without_one_last(tablet, setting):
    with_buildings(tablet)

    shown = arranged(setting, lines(setting), BY_PLACE)

    assert words(shown) == [
        ("#2号楼", "1"),
        "2号楼电梯机房 日巡视",
        ("#10号楼", "1"),
        "1号楼电梯机房 日巡视",
        ("#没有楼栋", "2"),
        "3号楼 防火巡查",
        "消防泵房 检查",
    ]


def test_a_route_counts_its_points_in_whatever_order_they_are_walked(tablet, setting):
    stops = {DAILY: 1, DAILY2: 2}
    feed(tablet.store, [replace(one, route=EAST, stop=stops[one.id]) for one in rules() if one.id in stops])
    at = a_reading_at(MORNING)
    done = replace(
        old_record()[0], id=InspectionId(an_id(0x66)), task=TaskRef(DAILY2, TODAY), started_at=at, ended_at=at
    )
    with tablet.store.transaction():
        tablet.store.add_record(replace(done, status=Status.DRAFT, ended_at=None))
        tablet.store.finish_record(done)

    shown = arranged(setting, lines(setting), BY_ROUTE)

    assert words(shown)[:3] == [("#东区日巡", "1/2 点"), "1号楼电梯机房 日巡视", "2号楼电梯机房 日巡视"]
    assert words(shown)[3] == ("#不在路线上", "2")
    assert "2号楼电梯机房 日巡视" not in titles(arranged(setting, lines(setting), BY_DUE))


def test_the_chosen_order_is_kept_and_an_unknown_one_is_by_due_time(tablet, setting):
    actions.set_setting(tablet, ORDER, BY_ROUTE)
    assert order_of(setting) == BY_ROUTE

    actions.set_setting(tablet, ORDER, "colour")

    assert order_of(setting) == BY_DUE


@pytest.mark.parametrize("typed", ["机房", "jf", "dtjf", "LS-01", "ls01jf"])
def test_a_round_is_found_by_chinese_initials_and_number(setting, typed):
    shown = found(setting, search_index(setting), typed)

    assert "1号楼电梯机房 日巡视" in titles(shown)
    assert "消防泵房 检查" not in titles(shown)


def test_a_place_without_a_round_is_found_too_so_that_one_can_be_started_there(tablet, setting):
    feed(tablet.store, [replace(one, ends_on=TODAY.replace(year=2025)) for one in rules() if one.id == DAILY])

    shown = found(setting, search_index(setting), "1号楼 jf")

    assert words(shown) == [("#其他点位", "1"), "1号楼电梯机房"]
    assert shown[1].key == f"point:{ROOM}"


def test_a_round_of_an_earlier_day_says_when_it_was_begun_and_that_its_time_is_over(tablet, setting):
    actions.start_round(tablet, task_of(setting, f"task:{DAILY}:2026-11-23"))
    tablet.clock.wall = MORNING.replace(day=26)

    row = next(row for row in rounds_view(setting).rows if row.key.startswith("record:"))

    assert row.detail.startswith("11月23日 09:20 开始")
    assert row.word == "11月23日 的任务，时间已过，提交时写明补录原因"
