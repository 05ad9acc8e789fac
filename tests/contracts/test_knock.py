"""How often somebody came, counted by several processes in one database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, func, select, text

from server.db import is_sqlite, make_engine, writing_connection
from server.office.gate import Gate, Limit
from server.store.knock import Knocks, Tally
from server.tables import knock

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
WINDOW = timedelta(minutes=10)
TWENTY = Limit(20, WINDOW)


def test_two_processes_count_one_subject_together(engine: Engine) -> None:
    one, other = (Gate(Knocks(engine)) for _ in range(2))

    waits = [gate.wait_s("a", TWENTY, NOW) for _ in range(15) for gate in (one, other)]

    assert 20 <= waits.count(0) <= 22  # a tenth of the limit is told at a time
    assert waits[24:] == [600] * 6


def test_a_process_that_comes_later_knows_who_came_too_often(engine: Engine) -> None:
    for _ in range(20):
        Gate(Knocks(engine)).wait_s("a", Limit(3, WINDOW), NOW)

    later = NOW + timedelta(minutes=4)
    assert Gate(Knocks(engine)).wait_s("a", Limit(3, WINDOW), later) == 360
    assert Gate(Knocks(engine)).wait_s("b", Limit(3, WINDOW), later) == 0


def test_a_window_ends_for_all_and_one_begun_by_a_clock_that_is_ahead_counts_for_nobody(engine: Engine) -> None:
    knocks = Knocks(engine)

    found = [
        knocks.add("a", 5, WINDOW, NOW),
        knocks.add("a", 1, WINDOW, NOW + timedelta(minutes=9)),
        knocks.add("a", 1, WINDOW, NOW + timedelta(minutes=10)),
        knocks.add("a", 1, WINDOW, NOW - timedelta(minutes=1)),
    ]

    assert found == [
        Tally(5, NOW + WINDOW),
        Tally(6, NOW + WINDOW),
        Tally(1, NOW + 2 * WINDOW),
        Tally(1, NOW + timedelta(minutes=9)),
    ]


def test_subjects_of_one_slot_take_it_from_each_other_and_no_row_is_added(engine: Engine) -> None:
    # given: two subjects whose hashes fall together (found by trying)
    knocks, pair = Knocks(engine), ("subject 307", "subject 348")
    # when
    found = [knocks.add(subject, 1, WINDOW, NOW) for subject in (pair[0], pair[0], pair[1], pair[0])]
    # then
    assert [one.times if one else None for one in found] == [1, 2, 1, 1]
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(knock)) == 1


def test_a_database_that_is_busy_is_not_waited_for(engine: Engine) -> None:
    gate, row = Gate(Knocks(engine)), Knocks(engine).add("a", 18, WINDOW, NOW)
    with writing_connection(engine) as busy, busy.begin():
        busy.execute(knock.update().values(times=18))
        waits = [gate.wait_s("a", TWENTY, NOW) for _ in range(3)]

    told = [gate.wait_s("a", TWENTY, NOW) for _ in range(3)]

    assert row is not None
    assert waits == [0, 0, 0]
    assert told[0] > 0  # the knocks of the time before are told then
    assert told[1] > 0


def test_who_comes_seldom_and_who_is_refused_write_nothing(engine: Engine) -> None:
    gate = Gate(Knocks(engine))
    gate.wait_s("seldom", TWENTY, NOW)
    for _ in range(100):
        gate.wait_s("often", TWENTY, NOW)

    with engine.connect() as connection:
        assert list(connection.execute(select(knock.c.times)).scalars()) == [20]


def test_a_connection_that_was_in_a_hurry_is_given_back_as_it_was(engine: Engine) -> None:
    if is_sqlite(engine):
        names = ("PRAGMA busy_timeout", "PRAGMA synchronous")
    else:
        names = ("SHOW lock_timeout", "SHOW synchronous_commit")
    fresh = make_engine(engine.url.render_as_string(hide_password=False), pool_size=1)
    Knocks(fresh).add("a", 1, WINDOW, NOW)

    found = []
    for one in (engine, fresh):
        with one.connect() as connection:
            found.append([connection.scalar(text(name)) for name in names])
    fresh.dispose()

    assert found[0] == found[1]
