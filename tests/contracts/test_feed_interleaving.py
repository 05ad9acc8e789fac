"""Writers and readers at once: no reader ever skips a row, no two writers wait crosswise (sync design §2)."""

from __future__ import annotations

import threading
from collections.abc import Callable

from server.store import ServerStore, feed
from server.tables import sync_feed
from shared.ids import ScopeId, SiteId, site_scope
from shared.model.place import Point
from tests.builders import a_point, an_id

SITES = [SiteId(an_id(0x700 + number)) for number in range(3)]
WRITERS, ROUNDS = 4, 25


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
        thread.join(120)
    return wrong


def test_no_row_is_skipped_and_no_writer_deadlocks(store: ServerStore) -> None:
    is_over = threading.Event()
    left = [WRITERS]
    seen: dict[ScopeId, set[str]] = {site_scope(site): set() for site in SITES}

    def writer(number: int) -> Callable[[], None]:
        def write() -> None:
            for turn in range(ROUNDS):
                order = SITES if (number + turn) % 2 else SITES[::-1]
                with store.writing() as tx:
                    for place, site in enumerate(order):
                        ident = an_id(number * 100_000 + turn * 100 + place)
                        tx.put(a_point(id=ident, site=site))
            left[0] -= 1
            if not left[0]:
                is_over.set()

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

    wrong = in_threads([*(writer(number) for number in range(WRITERS)), read, read])

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
            while True:
                try:
                    store.act(lambda tx: tx.put(a_point(remark=tx.get(Point, a_point().id).remark + "x")))
                except Exception as error:
                    if getattr(error, "code", "") != "busy":
                        raise
                else:
                    break

    wrong = in_threads([edit] * 4)

    assert wrong == []
    with store.reading() as tx:
        assert tx.get(Point, a_point().id).remark == "x" * 20
        assert tx.rev(Point, a_point().id) == 21
