"""What must hold once everything is healed and has drained: the whole of sync design §6."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

from sqlalchemy import select

from server import tables
from server.store.feed import positions
from shared import wire
from shared.ids import ORG_SCOPE, ScopeId, site_scope, user_scope
from shared.model.hazard import Hazard, HazardEvent
from shared.sync.request import Outcome
from tests.system.simulation.invariants import check
from tests.system.simulation.tablet import SimTablet
from tests.system.simulation.world import World

FACTS = {"inspection.put": "inspection", "recheck.put": "recheck", "note.put": "note", "hazard.raise": "hazard"}
ROUNDS = 8
MOST_REPLAYS = 30
CHUNK = 150
"""Bytes of a photo that one request takes at the least here, after chunks were made small."""
REFUSALS = {"rejected", "held"}


def settle(world: World) -> None:
    """Heal everything, let it drain and assert what holds at rest."""
    while world.zombies:
        world.deliver_zombie()
    world.reinstate()
    only_what_is_cursed_waits(world)
    world.curses.lift()
    drain(world)
    world.pass_time(timedelta(days=2))  # digests are due
    for tablet in world.tablets.values():
        tablet.synchronise()
    check(world)
    for tablet in world.tablets.values():
        replica_equals_the_server(world, tablet)
        facts_are_on_the_server(world, tablet)
        outcomes_agree(world, tablet)
        photos_are_whole(world, tablet)
        the_file_is_sound(tablet)
    everything_was_made_by_somebody(world)
    each_operation_has_one_effect(world)
    feeds_count_without_holes(world)
    times_are_true(world)
    repetition_changes_nothing(world)


def only_what_is_cursed_waits(world: World) -> None:
    """L2: what cannot get through holds up nothing but its own entity, or itself if it is a photo."""
    if not (world.curses.ops or world.curses.photos):
        return
    for _ in range(2):
        world.pass_time(timedelta(hours=3))
        for tablet in world.tablets.values():
            tablet.synchronise()
    for tablet in world.tablets.values():
        waiting = tablet.rows("SELECT op_id, entity_id FROM outbox WHERE state = 'pending'")
        entities = {row["entity_id"] for row in waiting if row["op_id"] in world.curses.ops}
        stuck = [row["op_id"] for row in waiting if row["entity_id"] not in entities]
        assert not stuck, f"L2: {stuck} wait at {tablet.name} behind {world.curses.ops}"
        photos = {row["sha256"] for row in tablet.rows("SELECT sha256 FROM blob WHERE state = 'pending'")}
        assert photos <= world.curses.photos, f"L2: {photos} wait at {tablet.name} behind {world.curses.photos}"


def drain(world: World) -> None:
    """L1: within a few rounds and a bounded number of requests nothing waits any more."""
    budget = {name: request_budget(world, tablet) for name, tablet in world.tablets.items()}
    before = {name: tablet.network.requests for name, tablet in world.tablets.items()}
    for _ in range(ROUNDS):
        world.pass_time(timedelta(hours=3))  # past every set-aside
        for name, tablet in world.tablets.items():
            report = tablet.synchronise()
            assert report.outcome is Outcome.DONE, f"L1: with all well, {name} ends with {report}"
        if not any(is_waiting(tablet) for tablet in world.tablets.values()):
            break
    for name, tablet in world.tablets.items():
        assert not is_waiting(tablet), f"L1: {name} still holds {tablet.store.sync_state()}"
        used = tablet.network.requests - before[name]
        assert used <= budget[name], f"L1: {name} needed {used} requests, budget {budget[name]}"


def request_budget(world: World, tablet: SimTablet) -> int:
    """L1: requests that draining may take: a few per operation, chunk and page, and for each of the rounds."""
    ops = tablet.number("SELECT count(*) FROM outbox")
    chunks = tablet.number(f"SELECT sum(size_bytes / {CHUNK} + 1) FROM blob")
    with world.server.store.reading() as tx:
        rows = len(tx.rows(select(tables.sync_feed.c.id)))
    return 12 * ROUNDS + 3 * ops + 3 * chunks + rows


def is_waiting(tablet: SimTablet) -> bool:
    """Tell whether anything waits to be sent."""
    pending = "SELECT 1 FROM outbox WHERE state = 'pending' UNION ALL SELECT 1 FROM blob WHERE state = 'pending'"
    return bool(tablet.rows(f"{pending} LIMIT 1"))


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
                assert stored is not None and not stored.is_gone, f"S1: the feed names {row.kind} {row.id}, gone"
                assert stored.rev == row.rev, f"S1: the feed has another revision of {row.kind} {row.id}"
                wanted[row.scope, row.kind, row.id] = (stored.rev, wire.loads(stored.body))
    held = {
        (str(row["scope"]), str(row["kind"]), str(row["id"])): (row["rev"], wire.loads(str(row["body"])))
        for row in tablet.rows("SELECT scope, kind, id, rev, body FROM replica")
    }
    lacks, surplus = set(wanted) - set(held), set(held) - set(wanted)
    assert not lacks and not surplus, f"S1: {tablet.name} lacks {lacks}, has too much: {surplus}"
    different = [key for key in wanted if held[key] != wanted[key]]
    assert not different, f"S1: {tablet.name} has other contents of {different}"
    missing = rows_by_site(world, scopes) - {(kind, ident) for _, kind, ident in held}
    assert not missing, f"S1: {tablet.name} lacks {missing}, which stand in its site"


def rows_by_site(world: World, scopes: set[ScopeId]) -> set[tuple[str, str]]:
    """The records of the tablet's site, read from the tables and not from the feed."""
    site = next(scope for scope in scopes if scope.startswith("site:")).removeprefix("site:")
    found: set[tuple[str, str]] = set()
    with world.server.store.reading() as tx:
        for kind in ("point", "inspection", "hazard", "note", "recheck", "person", "notice", "reply"):
            table = tables.SYNCED[kind]
            rows = tx.rows(select(table.c.id).where(table.c.site == site, table.c.is_gone.is_(False)))
            found |= {(kind, row.id) for row in rows}
    return found


def facts_are_on_the_server(world: World, tablet: SimTablet) -> None:
    """S4: every fact that the tablet made and still holds is on the server: as itself, as a fork, or as a dead letter."""
    with world.server.store.reading() as tx:
        letters = set(tx.scalars(select(tables.dead_letter.c.op_id)))
        for row in tablet.rows("SELECT op_id, kind, entity_id, state, body, result FROM outbox ORDER BY seq"):
            kind, op_id, entity = str(row["kind"]), str(row["op_id"]), str(row["entity_id"])
            if kind not in FACTS:
                continue
            table = tables.SYNCED[FACTS[kind]]
            is_it = table.c.id == entity
            if kind == "inspection.put":
                is_it |= table.c.forked_from == entity
            bodies = [wire.loads(found.body) for found in tx.rows(select(table.c.body).where(is_it))]
            if row["state"] == "acked" and str(wire.loads(str(row["result"]))["status"]) not in REFUSALS:  # type: ignore[index,call-overload]
                said = wire.loads(str(row["body"]))
                assert any(tells_all_of(body, said, kind) for body in bodies), f"S4: {kind} {entity} of {tablet.name} is lost"
            else:
                assert bodies or op_id in letters, f"S4: {kind} {entity} of {tablet.name} is nowhere"


def tells_all_of(stored: object, said: object, kind: str) -> bool:
    """Tell whether a record on the server says what was pushed; of an inspection, a later version may."""
    assert isinstance(stored, dict) and isinstance(said, dict)
    if kind == "hazard.raise":
        return stored["found_at"] == said["found_at"]
    if kind == "inspection.put" and stored.get("author_rev", 1) > said.get("author_rev", 1):
        return said.get("status") != "final"
    own = {"id", "device", "forked_from", "no"}
    return {**stored, **dict.fromkeys(own)} == {**said, **dict.fromkeys(own)}


def outcomes_agree(world: World, tablet: SimTablet) -> None:
    """S6, S7: both sides say the same of each operation; what was refused lies in the dead letters and is shown here."""
    with world.server.store.reading() as tx:
        receipts = dict(tuple(row) for row in tx.rows(select(tables.op_receipt.c.op_id, tables.op_receipt.c.result)))
        letters = set(tx.scalars(select(tables.dead_letter.c.op_id)))
        notes = set(tx.scalars(select(tables.SYNCED["note"].c.id)))
        reasons = {step.reason for hazard in tx.every(Hazard) for step in hazard.steps}
    visible = {parked.op_id for parked in tablet.store.sync_state().parked}
    for row in tablet.rows("SELECT op_id, kind, state, result, body FROM outbox"):
        op_id = str(row["op_id"])
        assert op_id in receipts, f"S7: the server has no receipt of {op_id}"
        said, heard = wire.loads(receipts[op_id]), wire.loads(str(row["result"]))
        assert isinstance(said, dict) and isinstance(heard, dict)
        assert said["status"] == heard["status"], f"S7: {op_id}: server {said['status']}, tablet {heard['status']}"
        if heard["status"] in REFUSALS:
            assert op_id in letters, f"S6: {op_id} was refused and is in no dead letter"
            assert op_id in visible, f"S6: {op_id} was refused and is not shown"
        elif heard.get("conflicts") and row["kind"] == "point.patch":
            assert op_id in letters, f"S6: {op_id} was applied in part and the office does not know"
        elif row["kind"] == "hazard.transition":
            reason = wire.loads(str(row["body"]))["reason"]  # type: ignore[index,call-overload]
            assert reason in reasons or op_id in notes, f"S7: {op_id} counts as applied and did nothing"


def photos_are_whole(world: World, tablet: SimTablet) -> None:
    """S8: every photo of a finished record is on the server, and the tablet counts it as sent only then."""
    with world.server.store.reading() as tx:
        stored = set(tx.scalars(select(tables.blob.c.sha256).where(tables.blob.c.stored_at.is_not(None))))
    for row in tablet.rows("SELECT sha256, state, has_file FROM blob WHERE state <> 'local'"):
        assert row["state"] == "stored", f"L1: photo {row['sha256']} is {row['state']}"
        is_there = row["sha256"] in stored or not row["has_file"]
        assert is_there, f"S8: {row['sha256']} counts as sent and is not stored"


def the_file_is_sound(tablet: SimTablet) -> None:
    """S13: whatever was killed, the database file is whole."""
    assert tablet.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}], "S13: the tablet's file is damaged"


def everything_was_made_by_somebody(world: World) -> None:
    """S2: no record exists that nobody made."""
    with world.server.store.reading() as tx:
        ops = set(tx.scalars(select(tables.op_receipt.c.op_id)))
        for kind in ("inspection", "note", "recheck", "hazard"):
            table = tables.SYNCED[kind]
            columns = [table.c.id] + ([table.c.forked_from] if kind == "inspection" else [])
            for row in tx.rows(select(*columns)):
                origin = row[1] if len(row) > 1 and row[1] else row[0]
                is_evidence = kind == "note" and row[0] in ops  # what a refused transition brought
                assert origin in world.born or is_evidence, f"S2: {kind} {row[0]} was made by nobody"


def each_operation_has_one_effect(world: World) -> None:
    """S5: no decision is in two steps, no recheck is applied twice, no number is given twice or left out."""
    with world.server.store.reading() as tx:
        hazards = tx.every(Hazard)
        series = tx.rows(select(tables.serial).where(tables.serial.c.name == "hazard"))
        results = tx.scalars(select(tables.op_receipt.c.result))
    assert None not in results, "S5: a receipt without an outcome"
    reasons = Counter(step.reason for hazard in hazards for step in hazard.steps if "重复登记" in step.reason)
    assert max(reasons.values(), default=1) == 1, f"S5: applied twice: {reasons}"
    rechecks = (HazardEvent.PASS_RECHECK, HazardEvent.FAIL_RECHECK)
    applied = Counter((hazard.id, step.ref) for hazard in hazards for step in hazard.steps if step.event in rechecks)
    assert max(applied.values(), default=1) == 1, f"S5: a recheck was applied twice: {applied}"
    numbers = sorted(int(hazard.no.rpartition("-")[2]) for hazard in hazards)
    assert numbers == list(range(1, sum(row.last for row in series) + 1)), f"S5: hazards are numbered {numbers}"


def feeds_count_without_holes(world: World) -> None:
    """S12: positions of a scope are distinct, and its counter is at its last one."""
    with world.server.store.reading() as tx:
        seqs = defaultdict(list)
        for row in tx.rows(select(tables.sync_feed.c.scope, tables.sync_feed.c.seq)):
            seqs[row.scope].append(row.seq)
        heads = positions(tx.connection, [ScopeId(scope) for scope in seqs])
    for scope, found in seqs.items():
        assert len(found) == len(set(found)), f"S12: a position of {scope} was given twice"
        assert max(found) == heads[ScopeId(scope)].seq, f"S12: the counter of {scope} is not at its last row"


def times_are_true(world: World) -> None:
    """S15: pushed within the boot that it was made in, a record's time is within two seconds of the truth.

    A push that the network held back says when it was built, not when it arrives: its times are off by that delay.
    """
    truth = {op_id: fact.made_at for tablet in world.tablets.values() for op_id, fact in tablet.made.ops.items()}
    receipt = tables.op_receipt.c
    with world.server.store.reading() as tx:
        for row in tx.rows(select(receipt.op_id, receipt.happened_at, receipt.is_estimated)):
            if row.op_id in truth and not row.is_estimated:
                gap = abs(row.happened_at - truth[row.op_id])
                may = timedelta(seconds=2) + world.delays.get(row.op_id, timedelta())
                assert gap <= may, f"S15: {row.op_id} happened {gap} off"


def repetition_changes_nothing(world: World) -> None:
    """S14: whatever was delivered since the last restore, delivered once more and backwards, changes nothing."""
    tokens = {}
    for tablet in world.tablets.values():
        enrolment = tablet.store.enrolment()
        assert enrolment is not None
        tokens[tablet.device] = enrolment.token
    before = world.server.state()
    for request, body in list(reversed(world.oracle.delivered))[:MOST_REPLAYS]:
        sender = next((device for device in tokens if device.encode() in body), next(iter(tokens)))
        world.server.answer(request, body, tokens[sender])
    after = world.server.state()
    different = {name: set(after[name]) ^ set(before[name]) for name in before if after[name] != before[name]}  # type: ignore[call-overload]
    assert not different, f"S14: repetition changed {different}"
