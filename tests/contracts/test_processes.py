"""Several server processes on one PostgreSQL, stopped where it hurts (sync design §4 layer 2, §6: S5, S12, S14).

Nothing here is left to chance: each test holds a process in the middle of its transaction, waits until the database
says that another one stands where it must, and only then lets go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.db import make_engine
from server.store import ServerStore
from server.store.blob import find_blob
from server.store.device import enrol, make_code
from server.store.schema import ensure_epoch
from server.system import SystemClock, SystemIds
from server.tables import op_receipt, serial, sync_feed, sync_scope
from shared import wire
from shared.ids import DeviceId, Epoch, OpId, Sha256, site_scope
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.inspection import Inspection, Note
from shared.model.place import Point, Role
from shared.sync.messages import HazardTransition, Op, PointPatch, Pull, Push
from tests.builders import DEVICE, LEAD, SITE, a_hazard, a_person, a_point, a_reading, a_site, an_id, an_inspection
from tests.contracts.players import Troupe, troupe

pytestmark = pytest.mark.process
HERE = site_scope(SITE)
OTHER_DEVICE = DeviceId(an_id(0xD2))
POINTS = [an_id(0x11), an_id(0x12)]


@pytest.fixture
def store(new_postgres) -> Iterator[ServerStore]:
    """A server with two tablets of one inspector, two points and no process yet."""
    engine = make_engine(new_postgres(has_schema=True))
    store = ServerStore(engine, SystemClock(), SystemIds())
    with store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person(id=LEAD, name="李队", roles=(Role.LEAD_INSPECTOR,)))
        for point in POINTS:
            tx.put(a_point(id=point))
    yield store
    engine.dispose()


@pytest.fixture
def tokens(store: ServerStore) -> tuple[str, str]:
    """The tokens of both tablets."""
    with store.writing() as tx:
        first, _, _ = enrol(tx, make_code(tx, SITE, LEAD), DEVICE, "平板 1", "1.0")
        second, _, _ = enrol(tx, make_code(tx, SITE, LEAD), OTHER_DEVICE, "平板 2", "1.0")
    return first, second


@pytest.fixture
def cast(store: ServerStore, tokens: tuple[str, str], tmp_path: Path) -> Iterator[Troupe]:
    """Gates in the database; whatever a test does, PostgreSQL has broken no deadlock in the end."""
    with troupe(store.engine.url.render_as_string(hide_password=False), tmp_path) as made:
        before = made.deadlocks()
        yield made
        made.end()
        assert made.deadlocks() == before


def an_op(number: int, kind: str, body: object) -> Op:
    return Op(OpId(an_id(0x9000 + number)), number, LEAD, kind, a_reading(), wire.encode_object(body))


def an_inspection_id(number: int) -> str:
    return an_id(0x100000 + number)


def a_put(number: int, device: DeviceId = DEVICE) -> Op:
    return an_op(number, "inspection.put", an_inspection(id=an_inspection_id(number), author=LEAD, device=device))


def a_raise(number: int) -> Op:
    return an_op(1000 + number, "hazard.raise", a_hazard(id=an_id(0x200000 + number), found_by=LEAD))


def a_voiding(number: int, hazard: str) -> Op:
    intent = HazardTransition(hazard, HazardEvent.VOID, HazardState.DRAFT, 1, reason=f"重复登记 {number}")
    return an_op(2000 + number, "hazard.transition", intent)


def a_patch(number: int, point: str, field: str, value: str) -> Op:
    base = getattr(a_point(), field)
    return an_op(3000 + number, "point.patch", PointPatch(point, {field: base}, {field: value}))


def a_push(*ops: Op, device: DeviceId = DEVICE) -> dict[str, Any]:
    return wire.encode_object(Push(device, "1.0", Epoch(""), a_reading(5), ops))


def a_pull(device: DeviceId = DEVICE, **cursors: int) -> dict[str, Any]:
    return wire.encode_object(Pull(device, Epoch(""), 1, {})) | {"cursors": cursors}


def statuses(answer: tuple[int, Any]) -> list[str]:
    assert answer[0] == 200, answer
    return [result["status"] for result in answer[1]["results"]]


def rows(reply: Any, scope: str = HERE) -> dict[str, int]:
    return {row["id"]: row["rev"] for page in reply["scopes"] if page["scope"] == scope for row in page.get("rows", ())}


def rev(store: ServerStore, cls: type, record: str) -> int:
    with store.reading() as tx:
        return tx.rev(cls, record)


def count(store: ServerStore, table: Any) -> int:
    with store.reading() as tx:
        return tx.count(table.select())


@pytest.mark.parametrize("gate", ["sync_scope", "before commit"])
def test_a_reader_never_passes_a_row_whose_counter_is_bumped_but_not_committed(
    gate: str, cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    slow, quick, reader = cast.hire("slow", "quick", "reader")
    cast.shut(f"slow/{gate}")
    slow.start("push", tokens[0], a_push(a_put(1)))
    cast.wait_for(f"slow/{gate}")
    quick.start("push", tokens[1], a_push(a_put(2, OTHER_DEVICE), device=OTHER_DEVICE))
    cast.wait_until_stuck(quick)

    status, between = reader.do("pull", tokens[0], a_pull())
    cast.open(f"slow/{gate}")
    both = [slow.result(), quick.result()]
    here = next(page for page in between["scopes"] if page["scope"] == HERE)
    cursors = {page["scope"]: page["next"] for page in between["scopes"]}
    asked = {**a_pull(), "epoch": between["epoch"], "cursors": cursors}
    _, after = reader.do("pull", tokens[0], asked)

    assert [statuses(answer) for answer in both] == [["applied"], ["applied"]]
    assert status == 200
    assert an_inspection_id(1) not in rows(between)
    assert an_inspection_id(2) not in rows(between)
    assert rows(after) == {an_inspection_id(1): 1, an_inspection_id(2): 1}
    with store.reading() as tx:
        later = tx.scalars(sync_feed.select().with_only_columns(sync_feed.c.seq).where(sync_feed.c.scope == HERE))
    assert sorted(later) == list(range(1, len(later) + 1))
    assert here["next"] == len(later) - 2


def test_a_second_copy_waits_for_the_first_and_gets_its_result(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    first, second = cast.hire("first", "second")
    batch = a_push(a_raise(1), a_put(1))
    cast.shut("first/op_receipt")
    first.start("push", tokens[0], batch)
    cast.wait_for("first/op_receipt")
    second.start("push", tokens[0], batch)
    cast.wait_until_stuck(second)
    cast.open("first/op_receipt")

    answers = [first.result(), second.result()]

    assert [statuses(answer) for answer in answers] == [["applied", "applied"]] * 2
    assert answers[0][1]["results"] == answers[1][1]["results"]
    assert (rev(store, Hazard, an_id(0x200001)), rev(store, Inspection, an_inspection_id(1))) == (1, 1)
    with store.reading() as tx:
        assert (tx.count(op_receipt.select()), tx.scalar(serial.select().with_only_columns(serial.c.last))) == (2, 1)


def test_a_second_copy_does_the_work_when_the_first_is_killed_in_its_transaction(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    first, second = cast.hire("first", "second")
    batch = a_push(a_raise(1), a_put(1))
    cast.shut("first/before commit")
    first.start("push", tokens[0], batch)
    cast.wait_for("first/before commit")
    second.start("push", tokens[0], batch)
    cast.wait_until_stuck(second)

    first.kill()
    answer = second.result()

    assert statuses(answer) == ["applied", "applied"]
    assert (rev(store, Hazard, an_id(0x200001)), rev(store, Inspection, an_inspection_id(1))) == (1, 1)
    assert count(store, op_receipt) == 2
    with store.reading() as tx:
        assert tx.get(Hazard, an_id(0x200001)).no.endswith("-0001")


def test_a_copy_after_a_kill_past_the_commit_changes_nothing_more(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    first, second = cast.hire("first", "second")
    batch = a_push(a_raise(1), a_put(1))
    cast.shut("first/after commit")
    first.start("push", tokens[0], batch)
    cast.wait_for("first/after commit")
    before = positions(store)
    first.kill()

    answer = second.do("push", tokens[0], batch)

    assert statuses(answer) == ["applied", "applied"]
    assert positions(store) == before
    assert count(store, op_receipt) == 2


def positions(store: ServerStore) -> list[tuple[Any, ...]]:
    with store.reading() as tx:
        return [tuple(row) for row in tx.rows(sync_scope.select().order_by(sync_scope.c.id))]


@pytest.mark.parametrize("gate", ["point", "op_receipt", "before commit"])
def test_batches_with_the_same_records_in_opposite_orders_both_count(
    gate: str, cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    there, back = cast.hire("there", "back")
    forth = [a_patch(1, POINTS[0], "remark", "甲"), a_patch(2, POINTS[1], "remark", "甲")]
    reverse = [a_patch(3, POINTS[1], "floor", "B2"), a_patch(4, POINTS[0], "floor", "B2")]
    cast.shut(f"there/{gate}")
    there.start("push", tokens[0], a_push(*forth))
    cast.wait_for(f"there/{gate}")
    back.start("push", tokens[1], a_push(*reverse, device=OTHER_DEVICE))
    if gate != "op_receipt":
        cast.wait_until_stuck(back)
    cast.open(f"there/{gate}")

    answers = [there.result(), back.result()]

    assert [statuses(answer) for answer in answers] == [["applied", "applied"]] * 2
    with store.reading() as tx:
        found = [tx.get(Point, point) for point in POINTS]
    assert [(point.remark, point.floor) for point in found] == [("甲", "B2")] * 2
    assert [rev(store, Point, point) for point in POINTS] == [3, 3]


@pytest.mark.parametrize("gate", ["serial", "hazard"])
def test_numbering_and_moving_hazards_crosswise_ends_well(
    gate: str, cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    shared = [an_id(0x200901), an_id(0x200902)]
    with store.writing() as tx:
        for hazard in shared:
            tx.put(a_hazard(id=hazard))
    raising, moving, office = cast.hire("raising", "moving", "office")
    cast.shut(f"raising/{gate}")
    raising.start("push", tokens[0], a_push(a_raise(1), a_voiding(2, shared[0]), a_raise(3), a_voiding(4, shared[1])))
    cast.wait_for(f"raising/{gate}")
    ops = (a_voiding(5, shared[1]), a_raise(6), a_voiding(7, shared[0]))
    moving.start("push", tokens[1], a_push(*ops, device=OTHER_DEVICE))
    cast.wait_until_stuck(moving)
    office.start("write_on", shared[::-1], POINTS, 1)
    cast.open(f"raising/{gate}")

    answers = [raising.result(), moving.result()]
    office.result()

    assert [statuses(answer) for answer in answers] == [["applied"] * 4, ["applied"] * 3]
    assert [rev(store, Hazard, hazard) for hazard in shared] == [3, 3]
    with store.reading() as tx:
        found = [tx.get(Hazard, an_id(0x200000 + number)).no for number in (1, 3, 6)]
        told = sum(tx.find(Note, an_id(0x9000 + 2000 + number)) is not None for number in (2, 4, 5, 7))
        assert [tx.get(Hazard, hazard).state for hazard in shared] == [HazardState.VOIDED] * 2
        assert [tx.get(Hazard, hazard).location[-1] for hazard in shared] == ["x", "x"]
    assert sorted(no.rpartition("-")[2] for no in found) == ["0001", "0002", "0003"]
    assert told == 2


def test_two_processes_take_the_same_chunk_of_a_photo_once(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    data = bytes(range(256)) * 400
    name = hashlib.sha256(data).hexdigest()
    one, two = cast.hire("one", "two")
    half, size = len(data) // 2, len(data)
    started = one.do("patch", tokens[0], name, 0, size, data[:1000])
    cast.shut("one/before commit")
    one.start("patch", tokens[0], name, 1000, size, data[1000:half])
    cast.wait_for("one/before commit")
    two.start("patch", tokens[1], name, 1000, size, data[1000 : half + 500])
    cast.wait_until_stuck(two)
    cast.open("one/before commit")

    first, second = one.result(), two.result()
    last = two.do("patch", tokens[1], name, half, size, data[half:])

    assert [started, first, second, last] == [(204, 1000), (204, half), (409, half), (204, size)]
    with store.reading() as tx:
        found = find_blob(tx, Sha256(name))
    assert found is not None
    assert found.is_stored


def test_a_tablet_revoked_while_it_pushes_keeps_or_loses_the_whole_batch(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    pushing, office, late = cast.hire("pushing", "office", "late")
    cast.shut("pushing/op_receipt")
    pushing.start("push", tokens[0], a_push(a_put(1), a_put(2)))
    cast.wait_for("pushing/op_receipt")
    office.do("revoke", DEVICE)
    refused = late.do("push", tokens[0], a_push(a_put(1), a_put(2), a_put(3)))
    cast.open("pushing/op_receipt")

    answer = pushing.result()

    assert statuses(answer) == ["applied", "applied"]
    assert (refused[0], refused[1]["type"]) == (403, "/problems/device-revoked")
    assert count(store, op_receipt) == 2
    assert rev(store, Inspection, an_inspection_id(3)) == 0


def test_copies_writers_and_readers_of_many_processes_at_once(
    cast: Troupe, store: ServerStore, tokens: tuple[str, str]
) -> None:
    hazards = [an_id(0x200900 + number) for number in range(6)]
    with store.writing() as tx:
        for hazard in hazards:
            tx.put(a_hazard(id=hazard, location=""))
    first = [a_put(number) for number in range(1, 31)]
    first[3:3] = [a_voiding(100 + n, hazard) for n, hazard in enumerate(hazards)]
    first[20:20] = [a_raise(110 + n) for n in range(6)] + [
        a_patch(120 + n, p, "remark", "甲") for n, p in enumerate(POINTS)
    ]
    second = [a_put(number, OTHER_DEVICE) for number in range(201, 231)]
    second[5:5] = [a_voiding(300 + n, hazard) for n, hazard in enumerate(hazards[::-1])]
    second[18:18] = [a_raise(310 + n) for n in range(6)]
    second[9:9] = [a_patch(320 + n, p, "floor", "B2") for n, p in enumerate(POINTS[::-1])]
    ours = [a_push(*first[at : at + 9]) for at in range(0, len(first), 6)]  # each batch overlaps the next
    theirs = [a_push(*second[at : at + 9], device=OTHER_DEVICE) for at in range(0, len(second), 6)]
    reading = cast.hire("reader 1", "reader 2")
    tablets = cast.hire("tablet 1", "zombie 1", "tablet 2", "zombie 2")
    offices = cast.hire("office 1", "office 2")

    for reader in reading:
        reader.start("follow", tokens[0], a_pull())
    for player, token, batches in zip(
        tablets, (*tokens[:1] * 2, *tokens[1:] * 2), (ours, ours, theirs, theirs), strict=True
    ):
        player.start("push_until_taken", token, batches)
    for office in offices:
        office.start("write_on", hazards, POINTS, 8)
    replies = [player.result() for player in tablets]
    written = sum(office.result() for office in offices)
    for reader in reading:
        reader.pipe.send(None)
    seen = [reader.result() for reader in reading]

    results: dict[str, set[str]] = {}
    for reply in (reply for told in replies for reply in told):
        for result in reply["results"]:
            results.setdefault(result["op_id"], set()).add(result["status"])
    assert results == {op.op_id: {"applied"} for op in (*first, *second)}
    assert count(store, op_receipt) == len(results)
    assert {rev(store, Inspection, an_inspection_id(n)) for n in (*range(1, 31), *range(201, 231))} == {1}
    assert {rev(store, Hazard, hazard) for hazard in hazards} == {2 + written}
    assert {rev(store, Point, point) for point in POINTS} == {3 + written}
    with store.reading() as tx:
        assert {tx.get(Hazard, hazard).location for hazard in hazards} == {"x" * written}
        numbers = [tx.get(Hazard, an_id(0x200000 + n)).no for n in (*range(110, 116), *range(310, 316))]
        truth = {(row.kind, row.id): row.rev for row in tx.rows(sync_feed.select().where(sync_feed.c.gone.is_(False)))}
        positions = sorted(
            tx.scalars(sync_feed.select().with_only_columns(sync_feed.c.seq).where(sync_feed.c.scope == HERE))
        )
    assert sorted(int(no.rpartition("-")[2]) for no in numbers) == list(range(1, 13))
    assert len(set(positions)) == len(positions)
    for view in seen:
        assert (view["backwards"], view["older"]) == (0, 0)
        assert view["rows"] == {key: value for key, value in truth.items() if key in view["rows"]}
        assert {key for key in truth if key[0] != "person"} <= set(view["rows"])
