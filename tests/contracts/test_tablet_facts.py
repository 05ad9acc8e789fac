"""What tablets write down beside records, on every database: excuses, the access log, rounds that are handed over."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.codec import CarefulCodec, write
from server.store import ServerStore
from server.store.exchange import SqlSyncStore
from server.store.schema import ensure_epoch
from server.tables import access, excuse
from shared import wire
from shared.ids import DeviceId, Epoch, OpId, PersonId, SiteId
from shared.model.access import Access, Leaving
from shared.model.handover import Handover, HandoverState
from shared.model.inspection import Inspection, TaskRef
from shared.model.plan import Excuse, ExcuseState
from shared.sync.exchange import Exchange
from shared.sync.messages import Op, OpResult, OpStatus, Push, SyncLimits
from shared.sync.ports import Caller
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    NOW,
    SITE,
    FakeClock,
    a_handover,
    a_person,
    a_photo,
    a_point,
    a_reading,
    a_rule,
    a_site,
    an_access,
    an_excuse,
    an_id,
    an_inspection,
)

OTHER_DEVICE = DeviceId(an_id(0xD2))
MINE = Caller(DEVICE, KEEPER, SITE, frozenset({KEEPER}))
THEIRS = Caller(OTHER_DEVICE, LEAD, SITE, frozenset({LEAD}))
THIRD = Caller(DeviceId(an_id(0xD3)), PersonId(an_id(0x33)), SITE, frozenset({PersonId(an_id(0x33))}))
LEFT = replace(an_access(), leaving=Leaving(a_reading(-10), KEEPER, "王建国", state="门已锁"))
LEFT_EARLIER = replace(an_access(), leaving=Leaving(a_reading(-20), LEAD, "李敏", state="灯已关"))
VERSIONS = {"inside": an_access(), "left": LEFT, "left earlier": LEFT_EARLIER}
TAKEN = replace(
    a_handover(),
    state=HandoverState.TAKEN,
    settled_by=LEAD,
    settled_by_name="李敏",
    settled_on=OTHER_DEVICE,
    settled_at=a_reading(-2),
)
RECALLED = replace(
    a_handover(),
    state=HandoverState.RECALLED,
    settled_by=KEEPER,
    settled_by_name="王建国",
    settled_on=DEVICE,
    settled_at=a_reading(-1),
)


@pytest.fixture
def exchange(store: ServerStore) -> Exchange:
    with store.writing() as tx:
        ensure_epoch(tx)
        for entity in (a_site(), a_person(), a_person(id=LEAD, name="李敏"), a_point()):
            tx.put(entity)
    return Exchange(SqlSyncStore(store), SyncLimits(), "0.1", 30, lambda _op, _fault: None)


def push(exchange: Exchange, *bodies: object, caller: Caller = MINE, first: int = 1) -> tuple[OpResult, ...]:
    kinds = {Excuse: "excuse.put", Access: "access.put", Handover: "handover.put", Inspection: "inspection.put"}
    ops = tuple(
        replace(an_op(first + n, kinds[type(body)], wire.encode_object(body)), author=caller.person)
        for n, body in enumerate(bodies)
    )
    return exchange.push(caller, Push(caller.device, "1.0", Epoch(""), a_reading(5), ops), CarefulCodec()).results


def an_op(number: int, kind: str, body: dict[str, Any]) -> Op:
    return Op(OpId(an_id(0xA000 + number)), number, KEEPER, kind, a_reading(), body)


def held(store: ServerStore, cls: type, record: str) -> Any:
    with store.reading() as tx:
        return tx.get(cls, record)


def test_an_excuse_is_kept_once_and_waits_for_its_photos(exchange: Exchange, store: ServerStore) -> None:
    asked = an_excuse(photos=(a_photo(),))

    first, again = push(exchange, asked)[0], push(exchange, asked, first=2)[0]

    assert (first.status, again.status) == (OpStatus.APPLIED, OpStatus.DUPLICATE)
    assert first.blobs_missing == (a_photo().sha256,)
    assert held(store, Excuse, asked.id) == asked


def test_no_tablet_approves_its_own_excuse_and_what_the_office_said_stays(
    exchange: Exchange, store: ServerStore
) -> None:
    approved = an_excuse(state=ExcuseState.APPROVED, decided_by=KEEPER, word="自己批")
    push(exchange, approved)
    assert held(store, Excuse, approved.id) == an_excuse()
    rejected = an_excuse(state=ExcuseState.REJECTED, decided_by=LEAD, decided_by_name="李敏", word="请补巡")
    with store.writing() as tx:
        tx.put(rejected)

    again = push(exchange, approved, first=2)[0]

    assert again.status is OpStatus.DUPLICATE
    assert held(store, Excuse, approved.id) == rejected


def test_when_an_excuse_was_asked_is_by_the_server_clock_also_after_a_decision(
    exchange: Exchange, store: ServerStore, clock: FakeClock
) -> None:
    clock.wall = NOW + timedelta(hours=7)
    push(exchange, an_excuse())
    with store.writing() as tx:
        tx.put(an_excuse(state=ExcuseState.APPROVED))

    with store.reading() as tx:
        asked_at = tx.scalar(excuse.select().with_only_columns(excuse.c.asked_at))
    assert asked_at == clock.wall - timedelta(minutes=15)


@pytest.mark.parametrize("order", list(itertools.permutations(VERSIONS)), ids=", ".join)
def test_an_entry_ends_the_same_in_whatever_order_its_versions_arrive(
    exchange: Exchange, store: ServerStore, order: tuple[str, ...]
) -> None:
    for number, name in enumerate(order):
        push(exchange, VERSIONS[name], caller=THEIRS if name == "left earlier" else MINE, first=number)

    assert held(store, Access, an_access().id) == LEFT_EARLIER
    with store.reading() as tx:
        entered, left = tx.rows(access.select().with_only_columns(access.c.entered_at, access.c.left_at))[0]
    assert (entered, left) == (NOW - timedelta(minutes=65), NOW - timedelta(minutes=25))


@pytest.mark.parametrize("state", list(HandoverState))
def test_only_who_gives_and_who_receives_settle_a_handover(
    exchange: Exchange, store: ServerStore, state: HandoverState
) -> None:
    offer = a_handover()
    push(exchange, offer)
    with store.writing() as tx:
        tx.put(a_person(id=THIRD.person, name="赵强"))

    word = replace(offer, state=state, settled_by=THIRD.person, settled_by_name="赵强", settled_on=THIRD.device)
    refused = push(exchange, word, caller=THIRD, first=2)[0]

    assert refused.status is OpStatus.REJECTED
    assert str((refused.problem or {})["type"]).endswith("forbidden")
    assert held(store, Handover, offer.id) == offer


def test_an_excuse_names_a_rule_of_its_own_site(exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_site(id=SiteId(an_id(0x99)), short_name="虎"))
        tx.put(a_rule(id=an_excuse().rule, site=SiteId(an_id(0x99))))

    refused = push(exchange, an_excuse())[0]

    assert refused.status is OpStatus.REJECTED
    assert str((refused.problem or {})["type"]).endswith("invalid-body")


def test_what_would_betray_a_surprise_inspection_waits_for_the_office(
    exchange: Exchange, store: ServerStore, clock: FakeClock
) -> None:
    secret = a_rule(
        id=an_excuse().rule, is_secret=True, performers=(KEEPER,), starts_on=clock.wall.date() + timedelta(2)
    )
    with store.writing() as tx:
        tx.put(secret)
    given = a_handover()
    given = replace(given, record=replace(given.record, task=TaskRef(secret.id, secret.starts_on)))

    results = push(exchange, an_excuse(), given)

    assert [one.status for one in results] == [OpStatus.REJECTED, OpStatus.REJECTED]
    assert {str((one.problem or {})["rule"]) for one in results} == {"secret_until_its_day"}
    clock.advance(timedelta(days=3))
    assert push(exchange, an_excuse(), first=9)[0].status is OpStatus.APPLIED


def test_another_entry_under_the_same_id_is_refused_and_kept_as_a_letter(
    exchange: Exchange, store: ServerStore
) -> None:
    push(exchange, an_access())

    refused = push(exchange, an_access(name="别人"), first=2)[0]

    assert refused.status is OpStatus.REJECTED
    assert str((refused.problem or {})["type"]).endswith("already-final")
    assert held(store, Access, an_access().id) == an_access()


def test_a_handover_is_taken_once_and_who_comes_later_learns_it(exchange: Exchange, store: ServerStore) -> None:
    offered = push(exchange, a_handover())[0]
    taken = push(exchange, TAKEN, caller=THEIRS, first=2)[0]

    too_late = push(exchange, RECALLED, first=3)[0]

    assert [one.status for one in (offered, taken, too_late)] == [OpStatus.APPLIED, OpStatus.APPLIED, OpStatus.MERGED]
    assert too_late.conflicts == ("state",)
    assert wire.loads(write(too_late.entities[0].body)) == wire.encode_object(TAKEN)
    assert held(store, Handover, TAKEN.id) == TAKEN


def test_a_handover_that_is_settled_before_its_offer_arrives_stays_settled(
    exchange: Exchange, store: ServerStore
) -> None:
    push(exchange, TAKEN, caller=THEIRS)

    late = push(exchange, a_handover(), first=2)[0]

    assert late.status is OpStatus.DUPLICATE
    assert held(store, Handover, TAKEN.id) == TAKEN


def test_a_handover_names_the_photos_of_its_draft_so_that_their_bytes_are_asked_for(exchange: Exchange) -> None:
    draft = replace(a_handover().record, photos=(a_photo(),))

    result = push(exchange, a_handover(record=draft))[0]

    assert result.blobs_missing == (a_photo().sha256,)


def test_a_finished_record_is_no_handover(exchange: Exchange) -> None:
    refused = push(exchange, a_handover(record=an_inspection()))[0]

    assert str((refused.problem or {})["type"]).endswith("invalid-body")


def test_when_both_finish_after_all_both_records_are_kept(exchange: Exchange, store: ServerStore) -> None:
    theirs = an_inspection(author=LEAD, device=OTHER_DEVICE, conclusion="接手后完成")
    mine = an_inspection(conclusion="收回后完成")

    push(exchange, theirs, caller=THEIRS)
    forked = push(exchange, mine, first=2)[0]

    assert held(store, Inspection, theirs.id) == theirs
    other = held(store, Inspection, forked.entities[0].id)
    assert (other.forked_from, other.conclusion, other.device) == (mine.id, "收回后完成", DEVICE)
