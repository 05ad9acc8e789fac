"""A lease has one holder at a time, on both databases."""

from __future__ import annotations

from datetime import timedelta

from server.store import ServerStore
from server.store.lease import find_lease, give_back, note_work, take
from tests.builders import FakeClock

TERM = timedelta(seconds=150)


def takes(store: ServerStore, holder: str) -> bool:
    return store.act(lambda tx: take(tx, "work", holder, TERM))


def test_the_first_has_it_and_keeps_it_by_renewing(store: ServerStore, clock: FakeClock) -> None:
    first = takes(store, "a")
    clock.advance(timedelta(seconds=100))
    renewed = takes(store, "a")
    clock.advance(timedelta(seconds=100))

    assert [first, renewed, takes(store, "b"), takes(store, "a")] == [True, True, False, True]


def test_a_holder_that_died_is_replaced_when_its_time_is_up(store: ServerStore, clock: FakeClock) -> None:
    takes(store, "a")
    clock.advance(TERM - timedelta(seconds=1))
    early = takes(store, "b")
    clock.advance(timedelta(seconds=1))

    assert (early, takes(store, "b"), takes(store, "a")) == (False, True, False)


def test_what_is_given_back_can_be_taken_at_once(store: ServerStore) -> None:
    takes(store, "a")

    store.act(lambda tx: give_back(tx, "work", "b"))
    still = takes(store, "b")
    store.act(lambda tx: give_back(tx, "work", "a"))

    assert (still, takes(store, "b")) == (False, True)


def test_only_the_holder_says_when_the_work_was_done(store: ServerStore, clock: FakeClock) -> None:
    takes(store, "a")
    store.act(lambda tx: note_work(tx, "work", "b"))
    with store.reading() as tx:
        before = find_lease(tx, "work")
    store.act(lambda tx: note_work(tx, "work", "a"))

    with store.reading() as tx:
        after = find_lease(tx, "work")
        nobody = find_lease(tx, "other")
    assert before is not None
    assert after is not None
    assert (before.worked_at, after.worked_at, after.holder, nobody) == (None, clock.wall, "a", None)


def test_a_lease_that_a_clock_set_back_left_far_ahead_holds_nobody_up(store: ServerStore, clock: FakeClock) -> None:
    takes(store, "died")
    clock.jump(timedelta(hours=-8))

    assert (takes(store, "b"), takes(store, "died")) == (True, False)


def test_machines_whose_clocks_differ_a_little_do_not_take_turns(store: ServerStore, clock: FakeClock) -> None:
    takes(store, "ahead")
    clock.jump(-TERM)

    assert not takes(store, "behind")
