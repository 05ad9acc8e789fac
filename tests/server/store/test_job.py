"""Jobs: asked for with an act, had by one worker at a time, begun again after a death, thrown away in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from server.config import sqlite_url
from server.store import PageRequest, ServerStore, Viewer
from server.store.job import (
    CANCELLED,
    DONE,
    FAILED,
    KEPT,
    LEASE,
    MOST_OPEN,
    MOST_TRIES,
    RUNNING,
    WAITING,
    Job,
    JobLostError,
    TooManyJobsError,
    Wish,
    add_part,
    cancel,
    enqueue,
    finish,
    go_on,
    has_due,
    job_for,
    jobs_of,
    let_go,
    part,
    put_off,
    sweep_jobs,
    take_next,
)
from shared.errors import UnknownRecordError
from shared.model.place import Role
from tests.builders import KEEPER, LEAD, OTHER_SITE, SITE, FakeClock
from tests.postgres import new_postgres, postgres_server

__all__ = ["new_postgres", "postgres_server"]
OWNER = Viewer(LEAD, "李志强", {SITE: frozenset({Role.LEAD_INSPECTOR})})
OTHER = Viewer(KEEPER, "王建国", {SITE: frozenset({Role.MAINTENANCE_KEEPER})})
WISH = Wish("papers", "批量打印", {"a": 1})


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.process)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url: str = request.getfixturevalue("new_postgres")(has_schema=True)
    return url


def asked(store: ServerStore, wish: Wish = WISH) -> str:
    with store.writing() as tx:
        return enqueue(tx, OWNER, SITE, wish)


def taken(store: ServerStore, holder: str = "one") -> Job:
    found = store.act(lambda tx: take_next(tx, holder))
    assert found is not None
    return found


def looked_at(store: ServerStore, ident: str) -> Job:
    with store.reading() as tx:
        return job_for(tx, OWNER, ident)


def test_a_job_of_an_act_that_was_rolled_back_was_never_asked_for(store: ServerStore) -> None:
    with pytest.raises(RuntimeError), store.writing() as tx:
        enqueue(tx, OWNER, SITE, WISH)
        raise RuntimeError

    with store.reading() as tx:
        assert jobs_of(tx, OWNER, PageRequest()).rows == ()


def test_of_two_workers_one_gets_the_job(store: ServerStore) -> None:
    ident = asked(store)

    first = taken(store, "one")
    second = store.act(lambda tx: take_next(tx, "two"))

    assert (first.id, first.state, first.holder, first.tries) == (ident, RUNNING, "one", 1)
    assert second is None


def test_a_job_whose_worker_gives_no_sign_of_life_is_begun_again(store: ServerStore, clock: FakeClock) -> None:
    asked(store)
    lost = taken(store, "one")
    store.act(lambda tx: add_part(tx, lost, 0, b"half"))
    clock.advance(LEASE + timedelta(seconds=1))

    again = taken(store, "two")

    assert (again.id, again.holder, again.tries) == (lost.id, "two", 2)
    with store.reading() as tx:
        assert part(tx, lost.id, 0) == b""
    with pytest.raises(JobLostError):
        store.act(lambda tx: go_on(tx, lost, 1, 2))


def test_a_job_goes_on_while_its_worker_says_how_far_it_is(store: ServerStore, clock: FakeClock) -> None:
    ident = asked(store)
    mine = taken(store)
    for step in range(4):
        clock.advance(LEASE * 0.9)
        store.act(lambda tx, step=step: go_on(tx, mine, step, 4))  # type: ignore[misc]

    found = looked_at(store, ident)

    assert (found.state, found.done, found.total, found.percent) == (RUNNING, 3, 4, 75)
    assert store.act(lambda tx: take_next(tx, "two")) is None


def test_what_a_dead_worker_had_is_given_back_at_once(store: ServerStore) -> None:
    asked(store)
    taken(store, "one")

    assert store.act(lambda tx: let_go(tx, "one")) == 1
    assert taken(store, "two").tries == 2


def test_a_job_that_kills_its_worker_again_and_again_fails(store: ServerStore) -> None:
    ident = asked(store)
    for _ in range(MOST_TRIES):
        taken(store, "one")
        store.act(lambda tx: let_go(tx, "one"))

    assert store.act(lambda tx: take_next(tx, "one")) is None
    assert (looked_at(store, ident).state, looked_at(store, ident).error) == (FAILED, "jobs.error_died")


def test_a_result_is_there_until_it_expires_and_is_swept_then(store: ServerStore, clock: FakeClock) -> None:
    ident = asked(store)
    mine = taken(store)
    store.act(lambda tx: add_part(tx, mine, 0, b"paper"))
    store.act(lambda tx: finish(tx, mine, "纸.zip", "application/zip", 5))
    found = looked_at(store, ident)

    clock.advance(KEPT)
    swept = store.act(sweep_jobs)

    assert (found.state, found.has_result(clock.wall - KEPT)) == (DONE, True)
    assert not found.has_result(clock.wall)
    assert swept == 1
    with store.reading() as tx:
        assert part(tx, ident, 0) == b""


def test_a_cancelled_job_is_lost_to_its_worker(store: ServerStore) -> None:
    ident = asked(store)
    mine = taken(store)

    store.act(lambda tx: cancel(tx, OWNER, ident))

    assert looked_at(store, ident).state == CANCELLED
    with pytest.raises(JobLostError):
        store.act(lambda tx: go_on(tx, mine, 1, 2))


def test_the_same_work_is_asked_for_once_while_it_is_under_way(store: ServerStore) -> None:
    wish = Wish("papers", "批量打印", {}, key="same")
    first, second = asked(store, wish), asked(store, wish)
    mine = taken(store)
    store.act(lambda tx: finish(tx, mine, "x", "y", 0))

    third = asked(store, wish)

    assert first == second
    assert third != first


def test_one_person_has_a_few_jobs_at_the_same_time_at_most(store: ServerStore) -> None:
    for _ in range(MOST_OPEN):
        asked(store)

    with pytest.raises(TooManyJobsError):
        asked(store)


def test_a_job_is_its_owners_alone_and_of_a_site_that_is_still_his(store: ServerStore) -> None:
    ident = asked(store)
    moved = Viewer(LEAD, "李志强", {OTHER_SITE: frozenset({Role.LEAD_INSPECTOR})})

    with store.reading() as tx:
        for viewer in (OTHER, moved):
            with pytest.raises(UnknownRecordError):
                job_for(tx, viewer, ident)
            assert jobs_of(tx, viewer, PageRequest()).total == 0


def test_own_jobs_are_listed_page_by_page_the_latest_first(store: ServerStore, clock: FakeClock) -> None:
    made = []
    for _ in range(3):
        made.append(asked(store))
        clock.advance(timedelta(minutes=1))
        taken(store)

    with store.reading() as tx:
        first, second = (jobs_of(tx, OWNER, PageRequest(number, 2)) for number in (1, 2))

    assert [one.id for one in (*first.rows, *second.rows)] == made[::-1]
    assert (first.total, bool(first.after), second.after) == (3, True, "")


def test_a_job_that_was_put_off_waits(store: ServerStore, clock: FakeClock) -> None:
    ident = asked(store)
    mine = taken(store)
    store.act(lambda tx: put_off(tx, mine, timedelta(seconds=30)))
    with store.reading() as tx:
        was_due = has_due(tx)
    clock.advance(timedelta(seconds=31))

    assert (looked_at(store, ident).state, was_due) == (WAITING, False)
    assert taken(store).id == ident


@pytest.mark.process
def test_two_workers_at_the_same_moment_get_two_jobs(store: ServerStore) -> None:
    asked(store)
    asked(store)

    with ThreadPoolExecutor(2) as workers:
        found = list(workers.map(lambda name: store.act(lambda tx: take_next(tx, name)), ("one", "two")))

    taken_ids = [one.id for one in found if one is not None]
    assert len(set(taken_ids)) == len(taken_ids) >= 1
