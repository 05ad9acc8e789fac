"""When garbage is collected: never during a start, and a full walk only when nobody waits for it."""

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


def fill_younger() -> None:
    for _ in range(collector.DUE + 1):
        gc.collect(1)


def test_nothing_is_collected_while_the_app_starts_and_what_it_made_is_never_walked():
    collector.wait()
    assert gc.get_threshold()[0] >= 1_000_000

    collector.go_on()

    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] < 10_000


def test_thresholds_that_somebody_else_has_set_stay():
    gc.set_threshold(123, 4, 5)

    collector.go_on()

    assert gc.get_threshold() == (123, 4, 5)


def test_a_full_walk_comes_when_it_is_due_and_not_before():
    gc.collect()
    before = gc.get_stats()[2]["collections"]

    collector.tidy()
    assert gc.get_stats()[2]["collections"] == before

    fill_younger()
    collector.tidy()
    assert gc.get_stats()[2]["collections"] == before + 1
