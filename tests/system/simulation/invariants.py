"""What must hold (sync design §6). Each function names the invariants that it asserts; ``check`` asserts the lasting ones
after every step, ``settle`` heals the world, lets it drain and asserts the rest.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from server import tables
from server.store.feed import positions
from shared import wire
from shared.clock import correct
from shared.hazard import TRANSITIONS, Refusal
from shared.ids import ORG_SCOPE, ScopeId, site_scope, user_scope
from shared.model.hazard import Hazard, HazardState
from shared.sync.request import Outcome
from tests.system.simulation.world import SimTablet, World

FACTS = {"inspection.put": "inspection", "recheck.put": "recheck", "note.put": "note", "hazard.raise": "hazard"}
ROUNDS = 12


def check(world: World) -> None:
    """Assert what holds at every moment."""
    for tablet in world.tablets.values():
        nothing_made_has_vanished(world, tablet)
        nothing_is_counted_done_without_an_answer(tablet)
    hazards_walked_paths_of_the_table(world)
    blobs_are_what_they_are_named(world)


def settle(world: World) -> None:
    """Heal everything, let it drain and assert what holds at rest.

    The bound on rounds and requests is L1; a poison operation that kept others waiting would break it (L2).
    """
    while world.zombies:
        world.deliver_zombie()
    reinstate(world)
    budget = request_budget(world)
    before = {name: tablet.network.requests for name, tablet in world.tablets.items()}
    for _ in range(ROUNDS):
        world.pass_time(timedelta(hours=3))  # past every set-aside
        reports = [tablet.synchronise() for tablet in world.tablets.values()]
        if all(is_drained(tablet) for tablet in world.tablets.values()) and all(
            report.outcome is Outcome.DONE for report in reports
        ):
            break
    for name, tablet in world.tablets.items():
        assert is_drained(tablet), f"L1: {name} still holds {tablet.store.sync_state()}"
        used = tablet.network.requests - before[name]
        assert used <= budget[name], f"L1: {name} needed {used} requests, budget {budget[name]}"
    world.pass_time(timedelta(days=2))  # digests are due
    for tablet in world.tablets.values():
        tablet.synchronise()
        tablet.synchronise()
    check(world)
    for tablet in world.tablets.values():
        replica_equals_the_server(world, tablet)
        facts_are_on_the_server(world, tablet)
        outcomes_agree(world, tablet)
        photos_are_whole(world, tablet)
    everything_was_made_by_somebody(world)
    each_operation_has_one_receipt_and_one_effect(world)
    feeds_count_without_holes(world)
    times_are_true(world)


def reinstate(world: World) -> None:
    """End revocations: the office lets every tablet in again."""
    change = tables.device.update().values(state="active", revoked_at=None)
    with world.server.store.writing() as tx:
        tx.execute(change)


def request_budget(world: World) -> dict[str, int]:
    """L1: requests that draining may take: a few per operation, chunk and page, and for each of the rounds."""
    budget = {}
    for name, tablet in world.tablets.items():
        ops = len(tablet.rows("SELECT 1 FROM outbox"))
        chunks = sum(-(-int(str(row["size_bytes"])) // 32) for row in tablet.rows("SELECT size_bytes FROM blob"))
        with world.server.store.reading() as tx:
            rows = len(tx.rows(select(tables.sync_feed.c.id)))
        budget[name] = 40 * ROUNDS + 6 * ops + 2 * chunks + 4 * rows
    return budget


def is_drained(tablet: SimTablet) -> bool:
    """Tell whether nothing waits."""
    return not tablet.rows(
        "SELECT 1 FROM outbox WHERE state = 'pending' UNION ALL SELECT 1 FROM blob WHERE state = 'pending' LIMIT 1"
    )


def nothing_made_has_vanished(world: World, tablet: SimTablet) -> None:
    """S3: an operation leaves the tablet only acknowledged and past the retention; S11: a purge leaves it alone."""
    held = {str(row["op_id"]): row for row in tablet.rows("SELECT op_id, state, acked_at FROM outbox")}
    for op_id, kind in tablet.made.ops.items():
        assert op_id in held or op_id in tablet.made.tidied, f"S3: {kind} {op_id} vanished from {tablet.name}"


def nothing_is_counted_done_without_an_answer(tablet: SimTablet) -> None:
    """S3: what counts as acknowledged carries a result and the epoch that it was said in."""
    wrong = tablet.rows("SELECT op_id FROM outbox WHERE state = 'acked' AND (result IS NULL OR acked_epoch IS NULL)")
    assert not wrong, f"S3: {wrong} count as acknowledged without a result"


def hazards_walked_paths_of_the_table(world: World) -> None:
    """S10: each hazard's steps are a path of the state table that ends in its state."""
    with world.server.store.reading() as tx:
        hazards = tx.every(Hazard)
    for hazard in hazards:
        state = HazardState.DRAFT
        for step in hazard.steps:
            assert step.before is state, f"S10: {hazard.id} jumped from {state} to {step.before}"
            cell = TRANSITIONS[step.before][step.event]
            assert not isinstance(cell, Refusal), f"S10: {hazard.id} went through a refused cell"
            state = step.after
        assert state is hazard.state, f"S10: {hazard.id} says {hazard.state}, its steps end in {state}"


def blobs_are_what_they_are_named(world: World) -> None:
    """S8: what counts as stored hashes to its name and is of its size."""
    with world.server.store.reading() as tx:
        stored = tx.rows(select(tables.blob).where(tables.blob.c.stored_at.is_not(None)))
    for row in stored:
        content = blob_path(world, row.sha256).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.sha256, f"S8: {row.sha256} holds other bytes"
        assert len(content) == row.size_bytes, f"S8: {row.sha256} has another size"


def blob_path(world: World, sha256: str) -> Path:
    """Find a stored photo on the server's disk."""
    return next(path for path in (world.server.folder / "blobs").rglob(f"{sha256}*") if "partial" not in path.parts)


def scopes_of(world: World, tablet: SimTablet) -> set[ScopeId]:
    """What a tablet may have: worked out here, not asked from the server's own function."""
    with world.server.store.reading() as tx:
        row = tx.row(select(tables.device.c.site, tables.device.c.person).where(tables.device.c.id == tablet.device))
    assert row is not None
    return {ORG_SCOPE, site_scope(row.site), user_scope(row.person)}


def replica_equals_the_server(world: World, tablet: SimTablet) -> None:
    """S1: the replica is exactly what the tablet may have; S11: nothing of a scope that it lost remains."""
    scopes = scopes_of(world, tablet)
    wanted: dict[tuple[str, str, str], tuple[int, object]] = {}
    with world.server.store.reading() as tx:
        for row in tx.rows(select(tables.sync_feed).where(tables.sync_feed.c.gone.is_(False))):
            if row.scope in scopes:
                table = tables.SYNCED[row.kind]
                stored = tx.row(select(table.c.rev, table.c.body, table.c.is_gone).where(table.c.id == row.id))
                assert stored is not None and not stored.is_gone, f"S1: the feed names {row.kind} {row.id}, which is gone"
                assert stored.rev == row.rev, f"S1: the feed has another revision of {row.kind} {row.id}"
                wanted[row.scope, row.kind, row.id] = (stored.rev, wire.loads(stored.body))
        by_rule = rows_by_site(world, tablet)
    held = {
        (str(row["scope"]), str(row["kind"]), str(row["id"])): (row["rev"], wire.loads(str(row["body"])))
        for row in tablet.rows("SELECT scope, kind, id, rev, body FROM replica")
    }
    assert set(held) == set(wanted), (
        f"S1: {tablet.name} lacks {set(wanted) - set(held)} and has too much: {set(held) - set(wanted)}"
    )
    different = [key for key in wanted if held[key] != wanted[key]]
    assert not different, f"S1: {tablet.name} has other contents of {different}"
    missing = by_rule - {(kind, ident) for _, kind, ident in held}
    assert not missing, f"S1: {tablet.name} lacks {missing}, which stand in its site"


def rows_by_site(world: World, tablet: SimTablet) -> set[tuple[str, str]]:
    """The records of the tablet's site, read from the tables and not from the feed."""
    site = next(scope for scope in scopes_of(world, tablet) if scope.startswith("site:")).removeprefix("site:")
    found: set[tuple[str, str]] = set()
    with world.server.store.reading() as tx:
        for kind in ("point", "inspection", "hazard", "note", "recheck", "person", "notice", "review"):
            table = tables.SYNCED[kind]
            rows = tx.rows(select(table.c.id).where(table.c.site == site, table.c.is_gone.is_(False)))
            found |= {(kind, row.id) for row in rows}
    return found


def facts_are_on_the_server(world: World, tablet: SimTablet) -> None:
    """S4: every fact that the tablet made and still holds is on the server, as itself, as a fork or as a dead letter."""
    with world.server.store.reading() as tx:
        letters = set(tx.scalars(select(tables.dead_letter.c.op_id)))
        for row in tablet.rows("SELECT op_id, kind, entity_id, state FROM outbox"):
            kind, op_id, entity = str(row["kind"]), str(row["op_id"]), str(row["entity_id"])
            if kind not in FACTS:
                continue
            table = tables.SYNCED[FACTS[kind]]
            is_there = tx.row(select(table.c.id).where(table.c.id == entity)) is not None
            if row["state"] == "acked":
                assert is_there, f"S4: {kind} {entity} of {tablet.name} is not on the server"
            else:
                assert is_there or op_id in letters, f"S4: {kind} {entity} of {tablet.name} is nowhere"


def outcomes_agree(world: World, tablet: SimTablet) -> None:
    """S6, S7: both sides say the same of each operation; what was refused lies in the dead letters and is visible here."""
    with world.server.store.reading() as tx:
        receipts = {row.op_id: row.result for row in tx.rows(select(tables.op_receipt.c.op_id, tables.op_receipt.c.result))}
        letters = set(tx.scalars(select(tables.dead_letter.c.op_id)))
    visible = {parked.op_id for parked in tablet.store.sync_state().parked}
    for row in tablet.rows("SELECT op_id, state, result FROM outbox"):
        op_id = str(row["op_id"])
        assert op_id in receipts, f"S7: the server has no receipt of {op_id}"
        said, heard = wire.loads(receipts[op_id]), wire.loads(str(row["result"]))
        assert isinstance(said, dict) and isinstance(heard, dict)
        assert said["status"] == heard["status"], f"S7: {op_id}: server {said['status']}, tablet {heard['status']}"
        if heard["status"] in {"rejected", "held"}:
            assert op_id in letters, f"S6: {op_id} was refused and is in no dead letter"
            assert op_id in visible or row["state"] == "acked", f"S6: {op_id} was refused and is not shown"


def photos_are_whole(world: World, tablet: SimTablet) -> None:
    """S8: every photo of a finished record is on the server, and the tablet counts it as sent only then."""
    with world.server.store.reading() as tx:
        stored = set(tx.scalars(select(tables.blob.c.sha256).where(tables.blob.c.stored_at.is_not(None))))
    for row in tablet.rows("SELECT sha256, state FROM blob WHERE state <> 'local'"):
        assert row["state"] != "stored" or row["sha256"] in stored, f"S8: {row['sha256']} counts as sent and is not stored"
        assert row["state"] in {"stored", "damaged"}, f"L1: photo {row['sha256']} is {row['state']}"


def everything_was_made_by_somebody(world: World) -> None:
    """S2: no record exists that nobody made."""
    with world.server.store.reading() as tx:
        for kind in ("inspection", "note", "recheck", "hazard"):
            table = tables.SYNCED[kind]
            columns = [table.c.id] + ([table.c.forked_from] if kind == "inspection" else [])
            for row in tx.rows(select(*columns)):
                origin = row[1] if len(row) > 1 and row[1] else row[0]
                assert origin in world.born, f"S2: {kind} {row[0]} was made by nobody"


def each_operation_has_one_receipt_and_one_effect(world: World) -> None:
    """S5: a step of a hazard comes from one act; each act of the office and each applied operation left one step."""
    with world.server.store.reading() as tx:
        hazards = tx.every(Hazard)
        numbers = [hazard.no for hazard in hazards]
    assert len(numbers) == len(set(numbers)), "S5: two hazards carry one number"
    for hazard in hazards:
        acts = [(step.event, step.by, step.at, step.ref) for step in hazard.steps]
        assert len(acts) == len(set(acts)), f"S5: a step of {hazard.id} stands twice"


def feeds_count_without_holes(world: World) -> None:
    """S12: positions are unique, none is past its counter, and the counter is the last one given."""
    with world.server.store.reading() as tx:
        seqs = defaultdict(list)
        for row in tx.rows(select(tables.sync_feed.c.scope, tables.sync_feed.c.seq)):
            seqs[row.scope].append(row.seq)
        heads = positions(tx.connection, [ScopeId(scope) for scope in seqs])
    for scope, found in seqs.items():
        assert len(found) == len(set(found)), f"S12: a position of {scope} was given twice"
        assert max(found) == heads[ScopeId(scope)].seq, f"S12: the counter of {scope} is not at its last row"


def times_are_true(world: World) -> None:
    """S15: pushed within the boot that it was made in, a record's time is within two seconds of the truth."""
    truth = {name: fact for tablet in world.tablets.values() for name, fact in tablet.made.true_time.items()}
    with world.server.store.reading() as tx:
        query = select(tables.op_receipt.c.op_id, tables.op_receipt.c.happened_at, tables.op_receipt.c.is_estimated)
        for row in tx.rows(query):
            if row.op_id in truth and not row.is_estimated:
                gap = abs((row.happened_at - truth[row.op_id]).total_seconds())
                assert gap <= 2, f"S15: {row.op_id} happened {gap} s off"
