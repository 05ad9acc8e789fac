"""The server's half of the sync over its real store, on every database."""

from __future__ import annotations

import dataclasses
import threading
from datetime import timedelta
from typing import Any

import pytest

from server.codec import CarefulCodec, FastCodec, write
from server.letters import Tried, apply_held, apply_letter
from server.store import ServerStore, feed
from server.store.device import enrol, make_code
from server.store.exchange import SqlSyncStore
from server.store.letter import APPLIED, HELD, find_letter, waiting
from server.store.schema import ensure_epoch, new_epoch
from server.tables import dead_letter, op_receipt, sync_scope
from shared import wire
from shared.errors import BatchTooLargeError, EvidenceMissingError, ForbiddenError
from shared.ids import ORG_SCOPE, DeviceId, Epoch, OpId, site_scope, user_scope
from shared.model.hazard import Hazard, HazardEvent, HazardState, Recheck, RecheckResult
from shared.model.inspection import Inspection, Note, Status
from shared.model.place import Point, Role
from shared.sync.exchange import Exchange
from shared.sync.messages import (
    OP_BODIES,
    BlobQuery,
    HazardTransition,
    Op,
    OpStatus,
    PointPatch,
    Pull,
    Push,
    PushReply,
    SyncLimits,
    Verdict,
    Verify,
)
from shared.sync.ports import Caller
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    NOW,
    SITE,
    FakeClock,
    a_hazard,
    a_person,
    a_photo,
    a_point,
    a_reading,
    a_site,
    an_id,
    an_inspection,
)

HERE = site_scope(SITE)
CALLER = Caller(DEVICE, KEEPER, SITE, frozenset({KEEPER}))
OTHER = Caller(DeviceId(an_id(0xD2)), LEAD, SITE, frozenset({LEAD}))


class Faults:
    def __init__(self) -> None:
        self.seen: list[tuple[Op, Exception]] = []

    def __call__(self, op: Op, fault: Exception) -> None:
        self.seen.append((op, fault))


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def exchange(store: ServerStore, faults: Faults) -> Exchange:
    with store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person())
        tx.put(a_person(id=LEAD, name="李队", roles=(Role.LEAD_INSPECTOR,)))
        tx.put(a_point())
    return Exchange(SqlSyncStore(store), SyncLimits(), "0.1", 30, faults)


def an_op(number: int, kind: str, body: object, author: str = KEEPER, **more: Any) -> Op:
    raw = body if isinstance(body, dict) else wire.encode_object(body)
    return Op(OpId(an_id(0x9000 + number)), number, author, kind, a_reading(), raw, **more)  # type: ignore[arg-type]


def push(exchange: Exchange, *ops: Op, caller: Caller = CALLER) -> PushReply:
    message = Push(caller.device, "1.0", Epoch(""), a_reading(5), ops)
    return exchange.push(caller, message, CarefulCodec())


def statuses(reply: PushReply) -> list[OpStatus]:
    return [result.status for result in reply.results]


def codes(reply: PushReply) -> list[str]:
    return [str((result.problem or {}).get("type", "")).rpartition("/")[2] for result in reply.results]


def count(store: ServerStore, table: Any) -> int:
    with store.reading() as tx:
        return tx.count(table.select())


def a_recheck(**changes: Any) -> Recheck:
    defaults = {
        "id": an_id(0x301),
        "site": SITE,
        "hazard": a_hazard().id,
        "round": 1,
        "result": RecheckResult.PASSED,
        "rechecked_by": KEEPER,
        "rechecked_by_name": "王建国",
        "at": a_reading(1),
        "photos": (a_photo(),),
    }
    return Recheck(**{**defaults, **changes})  # type: ignore[arg-type]


def test_push_stores_an_inspection_as_received_and_says_which_photos_miss(
    exchange: Exchange, store: ServerStore
) -> None:
    inspection = an_inspection(photos=(a_photo(),))
    raw = {**wire.encode_object(inspection), "mood": "good"}

    reply = push(exchange, an_op(1, "inspection.put", raw))

    result = reply.results[0]
    assert result.status is OpStatus.APPLIED
    assert result.blobs_missing == (a_photo().sha256,)
    assert (result.entities[0].kind, result.entities[0].rev, result.entities[0].scope) == ("inspection", 1, HERE)
    assert wire.loads(write(result.entities[0].body)) == raw
    with store.reading() as tx:
        assert tx.get(Inspection, inspection.id) == inspection


def test_times_are_corrected_by_the_boot_clock(exchange: Exchange, store: ServerStore, clock: FakeClock) -> None:
    clock.wall = NOW + timedelta(hours=7)
    push(exchange, an_op(1, "inspection.put", an_inspection()))

    with store.reading() as tx:
        row = tx.rows(op_receipt.select())[0]
    assert row.happened_at == clock.wall - timedelta(minutes=5)
    assert row.is_estimated is False


def test_a_replayed_batch_changes_nothing_and_gets_the_same_answer(exchange: Exchange, store: ServerStore) -> None:
    ops = (an_op(1, "inspection.put", an_inspection()), an_op(2, "hazard.raise", a_hazard()))
    first = push(exchange, *ops)
    second = push(exchange, *ops)
    alone = push(exchange, ops[1])

    assert write(first.results) == write(second.results)
    assert write(alone.results) == write(first.results[1:])
    assert count(store, op_receipt) == 2
    with store.reading() as tx:
        assert (tx.rev(Inspection, an_inspection().id), tx.rev(Hazard, a_hazard().id)) == (1, 1)


def test_an_operation_twice_in_one_batch_is_applied_once(exchange: Exchange, store: ServerStore) -> None:
    op = an_op(1, "hazard.raise", a_hazard())

    reply = push(exchange, op, op)

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.APPLIED]
    assert count(store, op_receipt) == 1


def test_a_poison_operation_harms_only_itself(exchange: Exchange, store: ServerStore) -> None:
    reply = push(
        exchange,
        an_op(1, "inspection.put", an_inspection()),
        an_op(2, "hazard.raise", {"id": an_id(1), "nonsense": True}),
        an_op(3, "teleport.put", {"id": an_id(2)}),
        an_op(4, "hazard.raise", a_hazard()),
    )

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.REJECTED, OpStatus.HELD, OpStatus.APPLIED]
    assert codes(reply) == ["", "invalid-body", "unknown-op", ""]
    assert count(store, dead_letter) == 2
    assert count(store, op_receipt) == 4


def test_an_operation_that_breaks_the_server_is_held_and_told_of(
    exchange: Exchange, store: ServerStore, faults: Faults
) -> None:
    class Broken(FastCodec):
        def decode(self, cls: type, body: dict[str, object]) -> Any:
            if cls is Note:
                raise ZeroDivisionError
            return super().decode(cls, body)

    note = Note(an_id(5), SITE, "hazard", an_id(6), KEEPER, a_reading(), "x")  # type: ignore[arg-type]
    ops = (an_op(1, "note.put", note), an_op(2, "inspection.put", an_inspection()))
    reply = exchange.push(CALLER, Push(DEVICE, "1", Epoch(""), a_reading(5), ops), Broken())

    assert statuses(reply) == [OpStatus.HELD, OpStatus.APPLIED]
    assert [type(fault) for _, fault in faults.seen] == [ZeroDivisionError]
    with store.reading() as tx:
        assert find_letter(tx, ops[0].op_id).op == ops[0]


def test_an_operation_id_used_for_another_content_is_refused_and_kept(exchange: Exchange, store: ServerStore) -> None:
    push(exchange, an_op(1, "inspection.put", an_inspection()))

    reply = push(exchange, an_op(1, "hazard.raise", a_hazard()))

    assert codes(reply) == ["op-id-reused"]
    assert count(store, dead_letter) == 1
    with store.reading() as tx:
        assert tx.find(Hazard, a_hazard().id) is None


def test_versions_of_an_inspection_follow_author_rev(exchange: Exchange, store: ServerStore) -> None:
    draft = an_inspection(status=Status.DRAFT, ended_at=None)
    newer = dataclasses.replace(draft, author_rev=3, conclusion="新")
    older = dataclasses.replace(draft, author_rev=2, conclusion="旧")
    final = dataclasses.replace(newer, author_rev=4, status=Status.FINAL)
    late = dataclasses.replace(final, author_rev=5, conclusion="改")

    replies = [
        push(exchange, an_op(number, "inspection.put", version))
        for number, version in enumerate((draft, newer, older, final, late))
    ]

    assert [statuses(reply)[0] for reply in replies] == [
        OpStatus.APPLIED,
        OpStatus.APPLIED,
        OpStatus.DUPLICATE,
        OpStatus.APPLIED,
        OpStatus.REJECTED,
    ]
    assert codes(replies[4]) == ["already-final"]
    assert replies[4].results[0].entities[0].rev == 3
    with store.reading() as tx:
        assert tx.get(Inspection, draft.id) == final


def test_a_version_from_another_tablet_becomes_a_fork(exchange: Exchange, store: ServerStore) -> None:
    mine = an_inspection()
    theirs = dataclasses.replace(mine, conclusion="别的平板", author_rev=2)
    push(exchange, an_op(1, "inspection.put", mine))

    first = push(exchange, an_op(2, "inspection.put", theirs), caller=OTHER)
    again = push(exchange, an_op(3, "inspection.put", theirs), caller=OTHER)

    fork_id = first.results[0].entities[0].id
    assert statuses(first) == [OpStatus.APPLIED]
    assert statuses(again) == [OpStatus.DUPLICATE]
    with store.reading() as tx:
        assert tx.get(Inspection, mine.id) == mine
        assert tx.get(Inspection, fork_id).forked_from == mine.id
        assert tx.get(Inspection, fork_id).conclusion == "别的平板"


def test_a_third_draft_of_one_revision_is_kept_as_a_dead_letter(exchange: Exchange, store: ServerStore) -> None:
    first = an_inspection(status=Status.DRAFT, ended_at=None)
    restored = dataclasses.replace(first, conclusion="恢复后")
    again = dataclasses.replace(first, conclusion="再恢复后")

    replies = [
        push(exchange, an_op(number, "inspection.put", one)) for number, one in enumerate((first, restored, again))
    ]

    assert [statuses(reply)[0] for reply in replies] == [OpStatus.APPLIED, OpStatus.APPLIED, OpStatus.REJECTED]
    assert count(store, dead_letter) == 1


def test_facts_are_accepted_from_a_tablet_that_lost_the_site(exchange: Exchange, store: ServerStore) -> None:
    moved_away = Caller(DEVICE, KEEPER, an_id(0x99), frozenset({KEEPER}))  # type: ignore[arg-type]

    reply = push(exchange, an_op(1, "inspection.put", an_inspection()), caller=moved_away)

    assert statuses(reply) == [OpStatus.APPLIED]
    assert reply.results[0].entities == ()
    with store.reading() as tx:
        assert tx.find(Inspection, an_inspection().id)


def test_a_found_hazard_is_a_numbered_draft(exchange: Exchange, store: ServerStore) -> None:
    first = dataclasses.replace(a_hazard(), state=HazardState.CLOSED, no="YH-1")
    second = dataclasses.replace(a_hazard(), id=an_id(0x202))  # type: ignore[arg-type]

    push(exchange, an_op(1, "hazard.raise", first), an_op(2, "hazard.raise", second))
    again = push(exchange, an_op(3, "hazard.raise", second))

    with store.reading() as tx:
        found = [tx.get(Hazard, first.id), tx.get(Hazard, second.id)]
    assert [(one.no, one.state) for one in found] == [
        ("YH-2026-0001", HazardState.DRAFT),
        ("YH-2026-0002", HazardState.DRAFT),
    ]
    assert statuses(again) == [OpStatus.DUPLICATE]


def a_correction(**changes: Any) -> HazardTransition:
    defaults = {
        "id": a_hazard().id,
        "event": HazardEvent.CORRECT_ON_SPOT,
        "before": HazardState.DRAFT,
        "base_rev": 1,
        "reason": "已补灭火器",
        "photos": (a_photo(),),
    }
    return HazardTransition(**{**defaults, **changes})  # type: ignore[arg-type]


def test_a_transition_is_applied_to_the_state_that_was_seen(exchange: Exchange, store: ServerStore) -> None:
    hazard = a_hazard(responsible_person="刘工")
    reply = push(exchange, an_op(1, "hazard.raise", hazard), an_op(2, "hazard.transition", a_correction()))

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.APPLIED]
    with store.reading() as tx:
        found = tx.get(Hazard, hazard.id)
    assert found.state is HazardState.CORRECTED_ON_SPOT
    assert [step.at for step in found.steps] == [NOW - timedelta(minutes=5)]


def test_a_transition_already_made_is_no_conflict_and_keeps_its_evidence(
    exchange: Exchange, store: ServerStore
) -> None:
    hazard = a_hazard(responsible_person="刘工")
    push(exchange, an_op(1, "hazard.raise", hazard), an_op(2, "hazard.transition", a_correction()))

    reply = push(exchange, an_op(3, "hazard.transition", a_correction()))

    assert statuses(reply) == [OpStatus.APPLIED]
    with store.reading() as tx:
        assert len(tx.get(Hazard, hazard.id).steps) == 1
        assert tx.get(Note, an_id(0x9003)).photos == (a_photo(),)


def test_a_transition_from_a_state_that_has_passed_is_a_conflict(exchange: Exchange, store: ServerStore) -> None:
    hazard = a_hazard(responsible_person="刘工")
    push(exchange, an_op(1, "hazard.raise", hazard))
    with store.writing() as tx:
        tx.put(dataclasses.replace(tx.get(Hazard, hazard.id), state=HazardState.OPEN))

    reply = push(exchange, an_op(2, "hazard.transition", a_correction()))

    assert codes(reply) == ["transition-conflict"]
    assert reply.results[0].problem["current"]["rev"] == 2  # type: ignore[index]
    assert reply.results[0].entities[0].id == hazard.id
    with store.reading() as tx:
        assert tx.get(Hazard, hazard.id).state is HazardState.OPEN
        assert tx.get(Note, an_id(0x9002)).about_id == hazard.id


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (HazardState.REPLIED, HazardEvent.PASS_RECHECK),
        (HazardState.REPLIED, HazardEvent.FAIL_RECHECK),
        (HazardState.IN_RECTIFICATION, HazardEvent.REPLY),
        (HazardState.IN_RECTIFICATION, HazardEvent.ASK_EXTENSION),
        (HazardState.EXTENSION_PENDING, HazardEvent.GRANT_EXTENSION),
        (HazardState.EXTENSION_PENDING, HazardEvent.DENY_EXTENSION),
    ],
)
def test_what_needs_a_record_of_its_own_is_no_bare_transition(
    exchange: Exchange, store: ServerStore, state: HazardState, event: HazardEvent
) -> None:
    with store.writing() as tx:
        tx.put(a_hazard(state=state, recheckers=(KEEPER,)))
    bare = a_correction(event=event, before=state, ref="消复〔2026〕0001-1号")

    reply = push(exchange, an_op(1, "hazard.transition", bare))

    assert codes(reply) == ["op-forbidden"]
    assert reply.results[0].problem["rule"] == "comes_with_its_record"  # type: ignore[index]
    with store.reading() as tx:
        assert tx.get(Hazard, a_hazard().id).state is state
        assert tx.get(Note, an_id(0x9001)).photos == (a_photo(),)


def test_a_decision_needs_its_author_on_this_tablet_in_this_place(exchange: Exchange) -> None:
    push(exchange, an_op(1, "hazard.raise", a_hazard(responsible_person="刘工")))
    stranger = an_op(2, "hazard.transition", a_correction(), author=LEAD)
    elsewhere = Caller(DEVICE, KEEPER, an_id(0x99), frozenset({KEEPER}))  # type: ignore[arg-type]

    assert codes(push(exchange, stranger)) == ["op-forbidden"]
    assert codes(push(exchange, an_op(3, "hazard.transition", a_correction()), caller=elsewhere)) == ["op-forbidden"]


def test_evidence_that_is_missing_is_named(exchange: Exchange) -> None:
    reply = push(
        exchange,
        an_op(1, "hazard.raise", a_hazard()),
        an_op(2, "hazard.transition", a_correction(photos=())),
    )

    assert codes(reply) == ["", "evidence-missing"]
    assert reply.results[1].problem["missing"] == ["after_photo", "responsible_person"]  # type: ignore[index]


def test_a_recheck_moves_a_replied_hazard(exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_hazard(state=HazardState.REPLIED, no="YH-2026-0007", recheckers=(KEEPER,)))

    reply = push(exchange, an_op(1, "recheck.put", a_recheck()))

    assert statuses(reply) == [OpStatus.APPLIED]
    assert [entity.kind for entity in reply.results[0].entities] == ["recheck", "hazard"]
    with store.reading() as tx:
        assert tx.get(Hazard, a_hazard().id).state is HazardState.RECHECK_PASSED
        assert tx.get(Recheck, a_recheck().id).no == "消复〔2026〕YH0007-1号"


def test_a_recheck_of_a_hazard_that_moved_on_is_kept_all_the_same(exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_hazard(state=HazardState.CLOSED, no="YH-2026-0007"))

    reply = push(exchange, an_op(1, "recheck.put", a_recheck()))
    again = push(exchange, an_op(2, "recheck.put", a_recheck()))

    assert statuses(reply) == [OpStatus.MERGED]
    assert reply.results[0].conflicts == ("hazard",)
    assert statuses(again) == [OpStatus.DUPLICATE]
    with store.reading() as tx:
        assert tx.get(Hazard, a_hazard().id).state is HazardState.CLOSED
        assert tx.get(Recheck, a_recheck().id).result is RecheckResult.PASSED


def test_a_patch_applies_what_was_seen_and_keeps_what_was_not(exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(dataclasses.replace(a_point(), remark="办公室写的"))
    patch = PointPatch(a_point().id, {"remark": "", "floor": ""}, {"remark": "平板写的", "floor": "B1"})

    reply = push(exchange, an_op(1, "point.patch", patch))

    assert statuses(reply) == [OpStatus.MERGED]
    assert reply.results[0].conflicts == ("remark",)
    assert count(store, dead_letter) == 1
    with store.reading() as tx:
        found = tx.get(Point, a_point().id)
    assert (found.remark, found.floor) == ("办公室写的", "B1")


def test_push_refuses_another_tablets_name_and_too_many_operations(exchange: Exchange) -> None:
    with pytest.raises(ForbiddenError):
        exchange.push(CALLER, Push(OTHER.device, "1", Epoch(""), a_reading(), ()), CarefulCodec())
    many = tuple(an_op(number, "note.put", {}) for number in range(201))
    with pytest.raises(BatchTooLargeError):
        push(exchange, *many)


def a_pull(exchange: Exchange, cursors: dict[str, int], **more: Any) -> Pull:
    return Pull(DEVICE, more.pop("epoch", exchange.hello().epoch), wire.SCHEMA, cursors, **more)


def test_pull_pages_through_the_scopes_of_the_tablet(exchange: Exchange, store: ServerStore) -> None:
    cursors: dict[str, int] = {}
    seen = []
    for _ in range(10):
        reply = exchange.pull(CALLER, a_pull(exchange, cursors, limit=2))
        seen += [row.id for page in reply.scopes for row in page.rows]
        cursors = {page.scope: page.next for page in reply.scopes}
        if not any(page.more for page in reply.scopes):
            break

    assert sorted(seen) == sorted([SITE, KEEPER, LEAD, a_point().id])
    assert set(cursors) == {ORG_SCOPE, HERE, user_scope(KEEPER)}


def test_pull_purges_what_is_not_the_tablets_also_at_cursor_0(exchange: Exchange, store: ServerStore) -> None:
    reply = exchange.pull(CALLER, a_pull(exchange, {"site:gone": 0, "site:lost": 7}))

    assert reply.purge == ("site:gone", "site:lost")


@pytest.mark.parametrize("why", ["epoch", "ahead", "floor"])
def test_a_lost_cursor_is_reset_and_cursor_0_never(why: str, exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        tx.execute(sync_scope.update().values(floor=3 if why == "floor" else 0))
    cursor = 1_000 if why == "ahead" else 2
    more = {"epoch": Epoch(an_id(1))} if why == "epoch" else {}

    lost = exchange.pull(CALLER, a_pull(exchange, {HERE: cursor}, **more)).scopes[1]
    fresh = exchange.pull(CALLER, a_pull(exchange, {HERE: 0}, **more)).scopes[1]

    assert (lost.reset, lost.next, lost.more, lost.rows) == (True, 0, True, ())
    assert (fresh.reset, len(fresh.rows)) == (False, 4)


def test_verify_compares_digests_at_the_same_place(exchange: Exchange, store: ServerStore) -> None:
    with store.reading() as tx:
        counted, total = feed.digest(tx.connection, HERE)
        seq = tx.scalar(sync_scope.select().with_only_columns(sync_scope.c.seq).where(sync_scope.c.id == HERE))

    def verdict(**changes: Any) -> Verdict:
        asked = {"scope": HERE, "at": seq, "count": counted, "sum": total, **changes}
        return exchange.verify(CALLER, Verify(**asked)).verdict

    assert verdict() is Verdict.MATCH
    assert verdict(sum="0" * 16) is Verdict.MISMATCH
    assert verdict(at=seq - 1) is Verdict.MOVED
    with pytest.raises(ForbiddenError):
        verdict(scope="site:elsewhere")


def test_blob_query_knows_nothing_of_what_never_came(exchange: Exchange) -> None:
    state = exchange.blobs(BlobQuery((a_photo().sha256,)))

    assert (state.stored, state.partial, state.missing) == ((), {}, (a_photo().sha256,))


def test_a_new_epoch_is_in_every_answer(exchange: Exchange, store: ServerStore) -> None:
    before = exchange.hello().epoch
    with store.writing() as tx:
        after = new_epoch(tx)

    assert before != after == exchange.hello().epoch
    assert push(exchange).epoch == after


def test_overlapping_pushes_of_the_same_batch_apply_each_operation_once(exchange: Exchange, store: ServerStore) -> None:
    ops = [an_op(n, "hazard.raise", a_hazard(id=an_id(0x5000 + n))) for n in range(20)]
    replies: list[PushReply] = []
    ways = (ops, list(reversed(ops)), ops[10:] + ops[:10])

    threads = [threading.Thread(target=lambda way=way: replies.append(push(exchange, *way))) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)

    assert [statuses(reply) for reply in replies] == [[OpStatus.APPLIED] * 20] * 3
    with store.reading() as tx:
        numbers = sorted(one.no for one in tx.every(Hazard))
    assert numbers == [f"YH-2026-{n:04d}" for n in range(1, 21)]
    assert count(store, op_receipt) == 20


def test_a_held_operation_is_applied_once_the_server_can(
    exchange: Exchange, store: ServerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as tx:
        code = make_code(tx, SITE, KEEPER)
        enrol(tx, code, DEVICE, "平板", "1.0")
    with monkeypatch.context() as older:
        older.delitem(OP_BODIES, "hazard.raise")
        held = push(exchange, an_op(1, "hazard.raise", a_hazard()))
        still = apply_held(store, exchange)

    applied = apply_held(store, exchange)
    replay = push(exchange, an_op(1, "hazard.raise", a_hazard()))

    assert (statuses(held), still, applied) == ([OpStatus.HELD], Tried(), Tried(applied=1))
    assert statuses(replay) == [OpStatus.APPLIED]
    with store.reading() as tx:
        assert tx.get(Hazard, a_hazard().id).no == "YH-2026-0001"
        assert waiting(tx, HELD) == []


def test_a_refused_operation_is_applied_after_the_office_corrected_its_reason(
    exchange: Exchange, store: ServerStore
) -> None:
    with store.writing() as tx:
        enrol(tx, make_code(tx, SITE, KEEPER), DEVICE, "平板", "1.0")
    hazard = a_hazard()
    push(exchange, an_op(1, "hazard.raise", hazard), an_op(2, "hazard.transition", a_correction()))
    with store.reading() as tx:
        letter = find_letter(tx, OpId(an_id(0x9002)))
    with pytest.raises(EvidenceMissingError):
        apply_letter(store, exchange, letter)
    with store.writing() as tx:
        tx.put(dataclasses.replace(tx.get(Hazard, hazard.id), responsible_person="刘工"))

    apply_letter(store, exchange, letter)

    with store.reading() as tx:
        found = tx.get(Hazard, hazard.id)
        assert find_letter(tx, letter.op_id).state == APPLIED
    assert found.state is HazardState.CORRECTED_ON_SPOT
    assert found.steps[0].at == NOW - timedelta(minutes=5)
