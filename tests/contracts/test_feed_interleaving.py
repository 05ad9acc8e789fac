"""Writers and readers at once: no reader ever skips a row, no two writers wait crosswise (sync design §2)."""

from __future__ import annotations

import threading
from collections.abc import Callable

from server.store import ServerStore, feed
from server.tables import sync_feed
from shared.errors import BusyError
from shared.ids import ScopeId, SiteId, site_scope
from shared.model.place import Point
from tests.builders import a_point, an_id

SITES = [SiteId(an_id(0x700 + number)) for number in range(3)]
WRITERS, ROUNDS = 4, 25
DEADLOCK = "40P01"
"""What PostgreSQL calls it."""


def in_threads(works: list[Callable[[], None]]) -> list[BaseException]:
    """Run all at once; return what went wrong."""
    wrong: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - handed to the test
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def until_done(act: Callable[[], object]) -> None:
    """Try again while the database is busy with others, as tablets and people do; two that wait crosswise are no such case."""
    while True:
        try:
            act()
        except BusyError as error:
            cause = error.__cause__
            if getattr(getattr(cause, "orig", cause), "sqlstate", None) == DEADLOCK:
                raise
        else:
            return


def test_no_row_is_skipped_and_no_writer_deadlocks(store: ServerStore) -> None:
    is_over, finished = threading.Event(), threading.Semaphore(0)
    seen: dict[ScopeId, set[str]] = {site_scope(site): set() for site in SITES}

    def put(number: int, turn: int, order: list[SiteId]) -> None:
        with store.writing() as tx:
            for place, site in enumerate(order):
                tx.put(a_point(id=an_id(number * 100_000 + turn * 100 + place), site=site))

    def writer(number: int) -> Callable[[], None]:
        def write() -> None:
            try:
                for turn in range(ROUNDS):
                    order = SITES if (number + turn) % 2 else SITES[::-1]
                    until_done(lambda order=order, turn=turn: put(number, turn, order))
            finally:
                finished.release()

        return write

    def read() -> None:
        cursors = dict.fromkeys(seen, 0)
        is_last = False
        while not is_last:
            is_last = is_over.is_set()
            for scope in cursors:
                with store.reading() as tx:
                    rows, cursors[scope] = feed.page(tx.connection, scope, cursors[scope], 500, 1 << 20)
                seen[scope] |= {row.id for row in rows}

    def call_it_over() -> None:
        for _ in range(WRITERS):
            finished.acquire()
        is_over.set()

    wrong = in_threads([*(writer(number) for number in range(WRITERS)), call_it_over, read, read])

    assert wrong == []
    for scope, ids in seen.items():
        with store.reading() as tx:
            query = sync_feed.select().where(sync_feed.c.scope == scope).order_by(sync_feed.c.seq)
            rows = tx.rows(query)
        assert len(rows) == WRITERS * ROUNDS
        assert [row.seq for row in rows] == list(range(1, WRITERS * ROUNDS + 1))
        assert ids == {row.id for row in rows}


def test_racing_edits_of_one_record_are_all_kept(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_point(remark=""))

    def edit() -> None:
        for _ in range(5):
            until_done(lambda: store.act(lambda tx: tx.put(a_point(remark=tx.get(Point, a_point().id).remark + "x"))))

    wrong = in_threads([edit] * 4)

    assert wrong == []
    with store.reading() as tx:
        assert tx.get(Point, a_point().id).remark == "x" * 20
        assert tx.rev(Point, a_point().id) == 21
