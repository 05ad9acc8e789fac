"""What the server does by itself."""

from __future__ import annotations

from datetime import date, timedelta

from server.app import Parts
from server.housekeeping import Housekeeping
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.account import add_account, open_session, session_viewer
from server.store.blob import IDLE, find_blob, store_part
from server.store.clearing import CUT_AT
from server.store.device import make_code
from server.store.follow import follow
from server.store.retention import KEPT
from shared.ids import RuleId, Sha256
from shared.model.plan import Rule
from tests.builders import KEEPER, RULE, SITE, FakeClock, a_hazard, a_rule, a_site, an_id

NAME = Sha256("ab" * 32)
NOTHING = {
    "sessions": 0,
    "codes": 0,
    "rules": 0,
    "jobs": 0,
    "sheets": 0,
    "indexed": 0,
    "pushes": 0,
    "partials": 0,
    "receipts": 0,
    "tombstones": 0,
    "sealed": 0,
    "surprises": 0,
    "warned": 0,
    "waived": 0,
    "plans_ended": 0,
    "rounds_closed": 0,
}


def test_what_is_over_is_swept_and_what_is_not_stays(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    keeper = Housekeeping(store, parts.blobs)
    with store.writing() as tx:
        add_account(tx, "wang", KEEPER, Passwords(memory_kib=8).hash("longshan"))
        token = open_session(tx, "wang", "test")
        make_code(tx, SITE, KEEPER)
        store_part(tx, NAME, 10, 0, 5)
    follow(store)
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


def gone(store: ServerStore, rule: RuleId) -> None:
    """Leave a tombstone."""
    with store.writing() as tx:
        tx.put(a_rule(id=rule))
    with store.writing() as tx:
        tx.remove(Rule, rule)


def test_what_is_kept_for_400_days_is_looked_for_once_a_day(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    keeper = Housekeeping(store, parts.blobs)
    for number in range(2):
        gone(store, RuleId(an_id(0x900 + number)))
        clock.advance(timedelta(hours=12))
    clock.advance(KEPT - timedelta(hours=24))

    swept = []
    for hours in (0, 0, 12, 11, 1):
        clock.advance(timedelta(hours=hours))
        swept.append(keeper.once()["tombstones"])

    # the first is due at once; the second came due half a day after a round that found nothing, and waits for tomorrow
    assert swept == [1, 0, 0, 0, 1]


def test_a_clock_set_back_does_not_keep_the_sweep_waiting(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    keeper = Housekeeping(store, parts.blobs)
    clock.jump(timedelta(days=5000))
    keeper.once()
    clock.jump(timedelta(days=-5000))
    gone(store, RULE)
    clock.advance(KEPT)

    assert keeper.once()["tombstones"] == 1


def test_a_record_that_cannot_be_read_ends_no_other_step(parts: Parts, store: ServerStore, clock: FakeClock) -> None:
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(a_hazard())
        tx.flush()
        tx.connection.exec_driver_sql("UPDATE hazard SET body = '{'")
        store_part(tx, NAME, 10, 0, 5)
    parts.blobs.write_part(NAME, 0, b"12345")
    clock.advance(IDLE + timedelta(hours=24))
    clock.advance(timedelta(hours=(CUT_AT.hour + 1 - (clock.wall.hour + 8)) % 24))  # an hour past the cut in Shanghai

    did = Housekeeping(store, parts.blobs).once()

    assert "indexed" not in did
    assert (did["sheets"], did["partials"]) == (1, 1)
