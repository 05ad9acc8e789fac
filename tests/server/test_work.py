"""The work that one process does for all."""

from __future__ import annotations

import logging
import sqlite3
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from server.app import Parts
from server.housekeeping import Housekeeping
from server.store import ServerStore
from server.store.lease import find_lease
from server.work import TERM, WORK, Work
from tests.builders import KEEPER, FakeClock, a_rule


def a_worker(parts: Parts) -> Work:
    return Work(parts.store, Housekeeping(parts.store, parts.blobs), parts.exchange)


@pytest.fixture
def secret(store: ServerStore) -> None:
    """A surprise inspection whose day has come: something to do."""
    with store.writing() as tx:
        tx.put(a_rule(is_secret=True, performers=(KEEPER,), starts_on=date(2026, 11, 25)))


@pytest.mark.usefixtures("secret")
def test_of_two_workers_one_works(parts: Parts, clock: FakeClock) -> None:
    one, two = a_worker(parts), a_worker(parts)
    one.turn()
    clock.advance(timedelta(days=2))
    one.turn()

    with parts.store.reading() as tx:
        lease = find_lease(tx, WORK)

    assert two.turn() == {}
    assert lease is not None
    assert (lease.holder, lease.worked_at, lease.until) == (one.holder, clock.wall, clock.wall + TERM)


@pytest.mark.usefixtures("secret")
def test_a_worker_that_died_is_replaced(parts: Parts, clock: FakeClock) -> None:
    died, next_one = a_worker(parts), a_worker(parts)
    died.turn()
    waited = next_one.turn()
    clock.advance(timedelta(days=2))

    did = next_one.turn()

    assert (waited, did["rules"], died.turn()) == ({}, 1, {})


def test_a_worker_that_is_stopped_lets_the_next_one_begin(parts: Parts) -> None:
    first, second = a_worker(parts), a_worker(parts)
    first.tell_to_stop()
    first.turn()
    before = second.turn()

    first.run()

    assert before == {}
    assert second.turn() != {}


def test_a_thread_of_work_ends_when_told(parts: Parts) -> None:
    worker = a_worker(parts)
    worker.start()

    worker.stop()

    assert a_worker(parts).turn() != {}


@pytest.mark.parametrize("fault", [ValueError("a value"), sqlite3.OperationalError("database schema has changed")])
def test_no_fault_of_a_turn_ends_the_thread(parts: Parts, fault: Exception, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    worker = a_worker(parts)

    @event.listens_for(parts.engine, "begin")
    def begin(_connection: object) -> None:
        worker.tell_to_stop()  # one turn is enough
        raise fault

    worker.run()

    assert [record.message for record in caplog.records] == ["the work failed; it is tried again later"]
    assert caplog.records[0].exc_info is not None
