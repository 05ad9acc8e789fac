"""What is swept after 400 days, and that no tablet misses anything by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from server.codec import CarefulCodec, write
from server.store import ServerStore, retention
from server.store.device import enrol, make_code
from server.store.exchange import SqlSyncStore
from server.store.retention import BATCH, KEPT, sweep_receipts, sweep_tombstones
from server.store.schema import ensure_epoch
from server.tables import dead_letter, op_receipt, sync_feed, sync_scope
from shared import wire
from shared.ids import Epoch, OpId, WaiverId, site_scope
from shared.model.plan import Waiver
from shared.sync.exchange import FRESH, Exchange
from shared.sync.messages import Op, OpStatus, Pull, Push, PushReply, ScopePage, SyncLimits
from shared.sync.ports import Caller
from tests.builders import DEVICE, KEEPER, NOW, RULE, SITE, FakeClock, a_person, a_reading, a_site, an_id, an_inspection
from tests.statements import heads, listening

HERE = site_scope(SITE)
CALLER = Caller(DEVICE, KEEPER, SITE, frozenset({KEEPER}))
LONG = KEPT + timedelta(days=1)


@dataclass
class Replica:
    """A tablet as far as it pulls: cursors as the server gave them, and what it holds of its site."""

    exchange: Exchange
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    unconfirmed: set[tuple[str, str]] = field(default_factory=set)
    cursors: dict[str, int] = field(default_factory=dict)
    resets: int = 0

    def pull(self, limit: int = 3, most: int = 200) -> int:
        """Pull until there is no more; returns how many requests it took."""
        for turn in range(1, most + 1):
            if not self.pull_once(limit):
                return turn
        raise AssertionError("this tablet is never done")

    def pull_once(self, limit: int) -> bool:
        """Send one request; tells whether there is more."""
        with self.exchange.store.reading() as tx:
            epoch = tx.epoch()
        reply = self.exchange.pull(CALLER, Pull(DEVICE, epoch, 1, dict(self.cursors), limit))
        for page in reply.scopes:
            self._take(page)
        return any(page.more for page in reply.scopes)

    def _take(self, page: ScopePage) -> None:
        self.cursors[page.scope] = page.next
        if page.scope != HERE:
            return
        if page.reset:
            self.resets += 1
            self.unconfirmed = set(self.rows)
        for row in page.rows:
            key = (row.kind, row.id)
            self.unconfirmed.discard(key)
            if row.gone:
                self.rows.pop(key, None)
            else:
                self.rows[key] = row.rev
        if not page.more:
            for key in self.unconfirmed:
                self.rows.pop(key, None)
            self.unconfirmed = set()


def a_waiver(number: int) -> Waiver:
    return Waiver(WaiverId(an_id(0x700 + number)), SITE, RULE, NOW.date(), "停水", KEEPER, NOW)


@pytest.fixture
def exchange(store: ServerStore) -> Exchange:
    with store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person())
        enrol(tx, make_code(tx, SITE, KEEPER), DEVICE, "平板 1", "1.0")
        for number in range(12):
            tx.put(a_waiver(number))
    return Exchange(SqlSyncStore(store), SyncLimits(), "0.1", 30, lambda _op, _fault: None)


def remove(store: ServerStore, *numbers: int) -> None:
    with store.writing() as tx:
        for number in numbers:
            tx.remove(Waiver, an_id(0x700 + number))


def on_server(store: ServerStore) -> dict[tuple[str, str], int]:
    feed = sync_feed.c
    with store.reading() as tx:
        rows = tx.rows(sync_feed.select().where(feed.scope == HERE, feed.gone.is_(False)))
    return {(row.kind, row.id): row.rev for row in rows}


def floor(store: ServerStore) -> int:
    with store.reading() as tx:
        found: int = tx.scalar(sync_scope.select().with_only_columns(sync_scope.c.floor).where(sync_scope.c.id == HERE))
    return found


def tombstones(store: ServerStore) -> int:
    with store.reading() as tx:
        return tx.count(sync_feed.select().where(sync_feed.c.gone.is_(True)))


def test_a_tombstone_stays_as_long_as_tablets_may_need_it(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    remove(store, 0, 1)
    clock.advance(KEPT - timedelta(seconds=1))

    assert (sweep_tombstones(store), tombstones(store), floor(store)) == (0, 2, 0)
    clock.advance(timedelta(seconds=1))
    assert (sweep_tombstones(store), tombstones(store), floor(store) > 0) == (2, 0, True)
    assert sweep_tombstones(store) == 0


def test_a_tablet_that_missed_a_swept_tombstone_begins_anew_and_converges(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    away = Replica(exchange)
    away.pull()
    remove(store, 3, 4)
    clock.advance(LONG)
    sweep_tombstones(store)

    away.pull()

    assert away.resets == 1
    assert away.rows == on_server(store)
    assert ("waiver", an_id(0x703)) not in away.rows
    assert away.pull() == 1
    assert away.resets == 1


def test_a_tablet_that_had_seen_the_tombstone_does_not_begin_anew(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    here = Replica(exchange)
    here.pull()
    remove(store, 3, 4)
    here.pull()
    clock.advance(LONG)
    sweep_tombstones(store)

    here.pull()

    assert here.resets == 0
    assert here.rows == on_server(store)


def test_a_fresh_tablet_takes_many_pages_below_the_floor(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    remove(store, 11)  # the very last change, so that the scope's counter stands past its last row
    clock.advance(LONG)
    sweep_tombstones(store)
    fresh = Replica(exchange)

    fresh.pull(limit=2)

    assert fresh.resets == 0
    assert fresh.rows == on_server(store)
    assert all(cursor < FRESH for cursor in fresh.cursors.values())
    assert fresh.pull() == 1


def test_a_fresh_tablet_goes_on_when_a_sweep_raises_the_floor_past_it(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    # given: one tombstone of the past, records after it, and one of them gone half a year later
    remove(store, 0)
    with store.writing() as tx:
        for number in range(20, 30):
            tx.put(a_waiver(number))
    clock.advance(LONG / 2)
    remove(store, 29)
    clock.advance(LONG / 2)
    sweep_tombstones(store)
    before = floor(store)
    # and a tablet that has come past the first tombstone when the second is swept
    fresh = Replica(exchange)
    while fresh.cursors.get(HERE, 0) % FRESH <= before:
        fresh.pull_once(limit=2)
    clock.advance(LONG / 2)
    sweep_tombstones(store)

    # when
    assert 0 < before < fresh.cursors[HERE] % FRESH < floor(store)
    fresh.pull(limit=2)

    # then
    assert fresh.resets == 0
    assert fresh.rows == on_server(store)
    assert all(cursor < FRESH for cursor in fresh.cursors.values())


def test_tombstones_that_are_young_keep_no_writer_waiting_however_many_they_are(
    store: ServerStore, exchange: Exchange
) -> None:
    asked = []
    for some in (range(2), range(2, 12)):
        remove(store, *some)
        with listening(store.engine) as heard:
            assert sweep_tombstones(store) == 0
        asked.append(heads(heard))

    assert asked[0] == asked[1]
    assert not any(head.startswith(("UPDATE", "DELETE", "INSERT", "BEGIN IMMEDIATE")) for head in asked[0])
    assert not any("FOR UPDATE" in text for text, _ in heard)


def test_a_record_made_anew_is_not_swept(store: ServerStore, exchange: Exchange, clock: FakeClock) -> None:
    remove(store, 5)
    with store.writing() as tx:
        tx.put(a_waiver(5))
    clock.advance(LONG)

    assert sweep_tombstones(store) == 0
    assert ("waiver", an_id(0x705)) in on_server(store)


def pushed(exchange: Exchange, number: int) -> PushReply:
    record = an_inspection(id=an_id(0x100 + number))
    body = wire.encode_object(record)
    op = Op(OpId(an_id(0x9000 + number)), number, KEEPER, "inspection.put", a_reading(), body)
    return exchange.push(CALLER, Push(DEVICE, "1.0", Epoch(""), a_reading(5), (op,)), CarefulCodec())


def receipts(store: ServerStore) -> set[str]:
    with store.reading() as tx:
        return set(tx.scalars(op_receipt.select().with_only_columns(op_receipt.c.op_id)))


def test_receipts_go_after_400_days_and_younger_ones_stay(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    pushed(exchange, 1)
    clock.advance(timedelta(days=2))
    pushed(exchange, 2)
    clock.advance(KEPT - timedelta(days=1))

    assert (sweep_receipts(store), receipts(store)) == (1, {an_id(0x9002)})


def test_what_is_sent_again_after_its_receipt_went_changes_nothing(
    store: ServerStore, exchange: Exchange, clock: FakeClock
) -> None:
    pushed(exchange, 1)
    before = on_server(store)
    clock.advance(LONG)
    sweep_receipts(store)

    again = pushed(exchange, 1)

    assert again.results[0].status in (OpStatus.APPLIED, OpStatus.DUPLICATE)
    assert on_server(store) == before


def test_the_receipt_of_an_unsettled_letter_stays(store: ServerStore, exchange: Exchange, clock: FakeClock) -> None:
    pushed(exchange, 1)
    letter = {"op_id": an_id(0x9001), "sha256": "0" * 64, "device": DEVICE, "author": KEEPER, "kind": "x", "body": "{}"}
    with store.writing() as tx:
        values = {"problem": write({}).decode(), "state": "open", "word": "", "received_at": tx.now}
        tx.execute(dead_letter.insert().values(**letter, **values))
    clock.advance(LONG)

    assert (sweep_receipts(store), receipts(store)) == (0, {an_id(0x9001)})


def test_no_transaction_of_the_sweep_is_long(store: ServerStore, exchange: Exchange, clock: FakeClock) -> None:
    with store.writing() as tx:
        plain = {"device": DEVICE, "author": KEEPER, "kind": "note.put", "sha256": "0" * 64, "result": "{}"}
        times = {"happened_at": tx.now, "received_at": tx.now, "is_estimated": False}
        tx.execute(op_receipt.insert(), [{**plain, **times, "op_id": an_id(number)} for number in range(BATCH + 1)])
    clock.advance(LONG)

    assert [sweep_receipts(store, batches=1), sweep_receipts(store, batches=1)] == [BATCH, 1]
    assert retention.BATCHES * BATCH <= 50_000
