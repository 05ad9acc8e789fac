"""What the server does by itself."""

from __future__ import annotations

from datetime import date, timedelta

from server.app import Parts
from server.housekeeping import Housekeeping
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.account import add_account, open_session, session_viewer
from server.store.blob import IDLE, find_blob, store_part
from server.store.device import make_code
from shared.ids import Sha256
from tests.builders import KEEPER, SITE, FakeClock, a_rule

NAME = Sha256("ab" * 32)
NOTHING = {"sessions": 0, "codes": 0, "rules": 0, "partials": 0, "receipts": 0, "tombstones": 0}


def test_what_is_over_is_swept_and_what_is_not_stays(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    keeper = Housekeeping(store, parts.blobs)
    with store.writing() as tx:
        add_account(tx, "wang", KEEPER, Passwords(memory_kib=8).hash("longshan"))
        token = open_session(tx, "wang", "test")
        make_code(tx, SITE, KEEPER)
        store_part(tx, NAME, 10, 0, 5)
    parts.blobs.write_part(NAME, 0, b"12345")
    early = keeper.once()
    with store.reading() as tx:
        was_in = session_viewer(tx, token)
    clock.advance(IDLE + timedelta(seconds=1))

    late = keeper.once()

    assert (early, late) == (NOTHING, {**NOTHING, "sessions": 1, "codes": 1, "partials": 1})
    with store.reading() as tx:
        assert was_in is not None
        assert session_viewer(tx, token) is None
        assert find_blob(tx, NAME) is None
    assert list(parts.blobs.parts()) == []


def test_a_surprise_inspection_is_let_out_on_its_day_once(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    keeper = Housekeeping(store, parts.blobs)
    with store.writing() as tx:
        tx.put(a_rule(is_secret=True, performers=(KEEPER,), starts_on=date(2026, 11, 25)))
    before = keeper.once()["rules"]
    clock.advance(timedelta(days=2))

    assert [before, keeper.once()["rules"], keeper.once()["rules"]] == [0, 1, 0]
