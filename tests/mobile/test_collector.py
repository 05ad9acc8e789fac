"""When garbage is collected: never during a start, what is young in pauses, and all only when nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from mobile import collector


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


class Ring:
    """Garbage that only a walk finds."""

    def __init__(self) -> None:
        self.own = self


def leave(rings: int = 2 * collector.YOUNG) -> None:
    """Make garbage; twice what is worth a walk, as other threads of the process give objects back meanwhile."""
    for _ in range(rings):
        Ring()


def rings() -> int:
    return sum(type(one) is Ring for one in gc.get_objects())  # isinstance would ask dead proxies of other tests


def a_running_app() -> None:
    collector.wait()
    collector.go_on()


def test_nothing_is_collected_while_the_app_starts_and_what_it_made_is_never_walked():
    collector.wait()
    assert gc.get_threshold()[0] >= 1_000_000

    collector.go_on()

    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] < 100_000


def test_thresholds_that_somebody_else_has_set_stay():
    gc.set_threshold(123, 4, 5)

    collector.go_on()

    assert gc.get_threshold() == (123, 4, 5)


def test_what_a_tap_leaves_behind_is_gone_after_the_next_pause_and_not_before():
    a_running_app()
    gc.collect()

    leave()
    assert rings() >= collector.YOUNG

    collector.sweep()
    assert rings() == 0


def test_a_few_objects_are_not_worth_a_walk():
    a_running_app()
    gc.collect()
    leave(5)

    collector.sweep()

    assert rings() == 5


def test_a_pause_during_the_start_is_none():
    gc.collect()
    collector.wait()
    leave()

    collector.sweep()

    assert rings() >= collector.YOUNG


def test_a_full_walk_comes_when_it_is_due_and_not_before():
    a_running_app()
    for _ in range(collector.DUE):
        leave()
        collector.sweep()
    collector.tidy()
    old = Ring()
    gc.collect()
    del old
    before = gc.get_stats()[2]["collections"]

    for _ in range(collector.DUE - 1):
        leave()
        collector.sweep()
    collector.tidy()
    assert (gc.get_stats()[2]["collections"], rings()) == (before, 1)

    leave()
    collector.sweep()
    collector.tidy()
    assert (gc.get_stats()[2]["collections"], rings()) == (before + 1, 0)


def test_somebody_who_never_pauses_fills_no_memory():
    a_running_app()
    gc.collect()

    leave(100_000)

    assert rings() < 50_000
