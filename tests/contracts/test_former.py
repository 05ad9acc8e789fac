"""What places, people and equipment said before they changed, on each database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from server.store import ServerStore, Tx
from server.store.former import all_as_of, as_of
from server.tables import former
from shared.ids import PointId
from shared.model.place import Point, Text
from tests.builders import FakeClock, a_point, an_id

POINT = a_point().id
OTHER = PointId(an_id(0x7F1))


def name(store: ServerStore, zh: str) -> datetime:
    with store.writing() as tx:
        tx.put(replace(a_point(), name=Text(zh)))
        return tx.now


def named(store: ServerStore, at: datetime) -> str:
    with store.reading() as tx:
        found = as_of(tx, Point, POINT, at)
    return found.name.zh if found is not None else ""


def test_a_record_is_what_it_was_between_its_changes(store: ServerStore, clock: FakeClock) -> None:
    moments = []
    for zh in ("甲", "乙", "丙"):
        moments.append(name(store, zh))
        clock.advance(timedelta(hours=1))

    before = moments[0] - timedelta(days=1)
    assert [named(store, at) for at in (before, *moments, clock.read().wall)] == ["甲", "甲", "乙", "丙", "丙"]


def test_one_that_is_gone_is_known_of_the_time_before(store: ServerStore, clock: FakeClock) -> None:
    begun = name(store, "甲")
    clock.advance(timedelta(hours=1))
    with store.writing() as tx:
        tx.remove(Point, POINT)

    assert named(store, begun) == "甲"
    assert named(store, clock.read().wall) == ""


def test_several_changes_in_one_transaction_are_one(store: ServerStore, clock: FakeClock) -> None:
    begun = name(store, "甲")
    clock.advance(timedelta(hours=1))
    with store.writing() as tx:
        for zh in ("乙", "丙"):
            tx.put(replace(a_point(), name=Text(zh)))
        tx.flush()
        tx.put(replace(a_point(), name=Text("丁")))

    assert (named(store, begun), named(store, clock.read().wall)) == ("甲", "丁")


def test_what_says_the_same_again_and_what_is_undone_leave_nothing(store: ServerStore, clock: FakeClock) -> None:
    name(store, "甲")
    clock.advance(timedelta(hours=1))
    name(store, "甲")
    with store.writing() as tx, pytest.raises(RuntimeError):
        undone(tx, lambda: tx.put(replace(a_point(), name=Text("乙"))))

    with store.reading() as tx:
        assert tx.scalars(select(former.c.id)) == []


def undone(tx: Tx, work: Callable[[], object]) -> None:
    with tx.savepoint():
        work()
        tx.flush()
        raise RuntimeError


def test_several_records_come_by_one_question_in_the_order_asked_for(store: ServerStore, clock: FakeClock) -> None:
    begun = name(store, "甲")
    with store.writing() as tx:
        tx.put(replace(a_point(), id=OTHER, name=Text("邻")))
    clock.advance(timedelta(hours=1))
    name(store, "乙")

    with store.reading() as tx:
        found = all_as_of(tx, Point, [OTHER, PointId("none"), POINT], begun)

    assert [point.name.zh for point in found.values()] == ["邻", "甲"]
