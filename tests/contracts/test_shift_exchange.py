"""Shifts, PINs and manifests on the server: whose they are, who may change them, what stands as sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.codec import CarefulCodec
from server.store import ServerStore
from server.store.exchange import SqlSyncStore
from server.store.schema import ensure_epoch
from shared import wire
from shared.errors import ForbiddenError
from shared.ids import DeviceId, Epoch, OpId, PersonId, ShiftId, site_scope
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.place import Role
from shared.model.shift import Check, Fitness, Pin, Shift
from shared.shift import is_right, make_pin
from shared.sync.exchange import Exchange
from shared.sync.manifest import content_hash
from shared.sync.messages import (
    HazardTransition,
    Manifest,
    ManifestLine,
    Op,
    OpStatus,
    Pull,
    Push,
    PushReply,
    Standing,
    SyncLimits,
)
from shared.sync.ports import Caller
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    NOW,
    SITE,
    a_hazard,
    a_person,
    a_photo,
    a_reading,
    a_site,
    an_id,
    an_inspection,
)

CALLER = Caller(DEVICE, KEEPER, SITE, frozenset({KEEPER}))
OTHER = Caller(DeviceId(an_id(0xD2)), LEAD, SITE, frozenset({LEAD}))
SALT = bytes(range(16))


@pytest.fixture
def exchange(store: ServerStore) -> Exchange:
    with store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person())
        tx.put(a_person(id=LEAD, name="李队", roles=(Role.LEAD_INSPECTOR,)))
    return Exchange(SqlSyncStore(store), SyncLimits(), "0.1", 30, lambda _op, fault: (_ for _ in ()).throw(fault))


def an_op(number: int, kind: str, body: object, author: PersonId = KEEPER) -> Op:
    raw = wire.encode_object(body)
    return Op(OpId(an_id(0x9000 + number)), number, author, kind, a_reading(), raw)


def push(exchange: Exchange, *ops: Op, caller: Caller = CALLER) -> PushReply:
    return exchange.push(caller, Push(caller.device, "1.0", Epoch(""), a_reading(5), ops), CarefulCodec())


def statuses(reply: PushReply) -> list[OpStatus]:
    return [result.status for result in reply.results]


def a_shift(**changes: Any) -> Shift:
    checks = (Check("battery", Fitness.MIND, {"percent": 41}),)
    defaults = {"id": ShiftId(an_id(0x501)), "site": SITE, "device": DEVICE, "person": KEEPER, "person_name": "王建国"}
    return Shift(**{**defaults, "began_at": a_reading(-60), "checks": checks, **changes})


def a_pin(person: PersonId, digits: str = "4711", at: Any = NOW, **more: Any) -> Pin:
    return make_pin(person, SITE, digits, SALT, at, more.pop("by", person), rounds=2, **more)


def line(op: Op) -> ManifestLine:
    return ManifestLine(op.op_id, content_hash(op.author, op.kind, op.body))


def test_a_shift_is_kept_with_its_last_version_and_no_tablet_pulls_it(exchange, store):
    first, last = an_op(1, "shift.put", a_shift()), an_op(2, "shift.put", a_shift(author_rev=2, ended_at=a_reading()))

    reply = push(exchange, first, last)
    late = push(exchange, an_op(3, "shift.put", a_shift(remark="晚到的旧版本")))
    pulled = exchange.pull(CALLER, Pull(DEVICE, Epoch(""), 1, {}))

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.APPLIED]
    assert statuses(late) == [OpStatus.DUPLICATE]
    with store.reading() as tx:
        assert tx.get(Shift, an_id(0x501)).ended_at == a_reading()
    assert "shift" not in {row.kind for page in pulled.scopes for row in page.rows}


def test_a_shift_of_another_tablet_is_refused_and_kept_as_a_letter(exchange):
    push(exchange, an_op(1, "shift.put", a_shift()))

    stolen = push(exchange, an_op(2, "shift.put", a_shift(author_rev=9)), caller=OTHER)

    assert statuses(stolen) == [OpStatus.REJECTED]


def test_a_person_with_a_pin_may_decide_from_any_tablet_of_the_site_and_without_one_may_not(exchange, store):
    hazard = a_hazard(id=an_id(0x401), state=HazardState.DRAFT)
    with store.writing() as tx:
        tx.put(hazard)
    void = HazardTransition(hazard.id, HazardEvent.VOID, HazardState.DRAFT, 1, "重复登记")

    before = push(exchange, an_op(1, "hazard.transition", void, LEAD))
    with store.writing() as tx:
        tx.put(a_pin(LEAD))
    after = push(exchange, an_op(2, "hazard.transition", void, LEAD))

    assert (statuses(before), statuses(after)) == ([OpStatus.REJECTED], [OpStatus.APPLIED])
    with store.reading() as tx:
        assert tx.get(Hazard, hazard.id).steps[-1].by == LEAD


def test_a_pin_reaches_the_tablets_of_its_site(exchange, store):
    with store.writing() as tx:
        tx.put(a_pin(LEAD, "4711"))

    pulled = exchange.pull(CALLER, Pull(DEVICE, Epoch(""), 1, {}))

    rows = [row for page in pulled.scopes if page.scope == site_scope(SITE) for row in page.rows if row.kind == "pin"]
    assert [row.id for row in rows] == [LEAD]
    assert is_right(wire.decode(Pin, wire.loads(wire.dumps(wire.encode(a_pin(LEAD, "4711"))))), "4711")


@pytest.mark.parametrize(
    ("author", "pin", "status"),
    [
        (KEEPER, a_pin(KEEPER, "8642"), OpStatus.APPLIED),
        (KEEPER, a_pin(LEAD, "8642"), OpStatus.REJECTED),  # another's
        (
            LEAD,
            a_pin(LEAD, "8642"),
            OpStatus.REJECTED,
        ),  # never held this tablet and has none: the office sets the first
        (KEEPER, replace(a_pin(KEEPER), verifier="", salt="", rounds=0), OpStatus.REJECTED),  # taking it back
        (KEEPER, replace(a_pin(KEEPER), replaces="2026-01-01T00:00:00+00:00"), OpStatus.REJECTED),  # set meanwhile
    ],
)
def test_a_tablet_sets_the_own_pin_of_who_may_hold_it_and_no_other(exchange, author, pin, status):
    assert statuses(push(exchange, an_op(1, "pin.put", pin, author))) == [status]


def test_of_two_changes_of_a_pin_the_one_that_knew_the_last_counts(exchange, store):
    first = a_pin(KEEPER, "8642")
    with store.writing() as tx:
        tx.put(first)
    later = a_pin(KEEPER, "9753", NOW + timedelta(minutes=1), replaces=first)
    blind = a_pin(KEEPER, "1357", NOW + timedelta(minutes=2), replaces=first)

    reply = push(exchange, an_op(1, "pin.put", later), an_op(2, "pin.put", blind), an_op(3, "pin.put", later))

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.REJECTED, OpStatus.DUPLICATE]
    with store.reading() as tx:
        assert is_right(tx.get(Pin, KEEPER), "9753")


def test_a_manifest_names_each_operation_that_does_not_stand_as_sent(exchange):
    sent = an_op(1, "inspection.put", an_inspection(photos=(a_photo(),)))
    refused = an_op(2, "shift.put", a_shift(device=DeviceId(an_id(0xD9))))
    newer = Op(OpId(an_id(0x9003)), 3, KEEPER, "dance.put", a_reading(), {"id": an_id(5)})
    other, unknown = an_op(4, "inspection.put", an_inspection(id=an_id(0x102))), an_op(5, "note.put", an_inspection())
    push(exchange, sent, refused, newer, other)
    lines = (line(sent), line(refused), line(newer), replace(line(other), sha256="0" * 64), line(unknown))

    reply = exchange.manifest(CALLER, Manifest(DEVICE, lines, (a_photo().sha256,)))

    assert reply.same == 1
    assert reply.differing == {
        refused.op_id: Standing.REFUSED,
        newer.op_id: Standing.HELD,
        other.op_id: Standing.OTHER,
        unknown.op_id: Standing.MISSING,
    }
    assert (reply.stored, reply.missing) == (0, (a_photo().sha256,))


def test_a_manifest_in_another_tablets_name_is_refused(exchange):
    with pytest.raises(ForbiddenError):
        exchange.manifest(OTHER, Manifest(DEVICE))
