"""What must hold once everything is healed and has drained: the whole of sync design §6."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from shared import wire
from shared.ids import ORG_SCOPE, ScopeId, site_scope, user_scope
from shared.model.hazard import HazardEvent
from shared.sync.request import Outcome
from shared.sync.upload import SMALLEST_CHUNK
from tests.system.simulation.invariants import check, hazards_of
from tests.system.simulation.tablet import SimTablet
from tests.system.simulation.world import World

FACTS = {"inspection.put": "inspection", "recheck.put": "recheck", "note.put": "note", "hazard.raise": "hazard"}
ROUNDS = 8
MOST_REPLAYS = 10
REFUSALS = {"rejected", "held"}


def settle(world: World) -> None:
    """Heal everything, let it drain and assert what holds at rest."""
    while world.zombies:
        world.deliver_zombie()
    world.reinstate()
    only_what_is_cursed_waits(world)
    world.curses.lift()
    drain(world)
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
        world.pass_time(timedelta(minutes=125))
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
        world.pass_time(timedelta(minutes=125))  # past every set-aside
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
    chunk = min(world.server.limits.chunk_bytes, SMALLEST_CHUNK)
    chunks = tablet.number(f"SELECT sum(size_bytes / {chunk} + 1) FROM blob")
    rows = world.server.look("SELECT count(*) FROM sync_feed")[0][0]
    return 12 * ROUNDS + 3 * ops + 3 * chunks + rows


def is_waiting(tablet: SimTablet) -> bool:
    """Tell whether anything waits to be sent."""
    pending = "SELECT 1 FROM outbox WHERE state = 'pending' UNION ALL SELECT 1 FROM blob WHERE state = 'pending'"
    return bool(tablet.rows(f"{pending} LIMIT 1"))


def scopes_of(world: World, tablet: SimTablet) -> set[ScopeId]:
    """What a tablet may have: worked out here, not asked from the server's own function."""
    row = world.server.look("SELECT site, person FROM device WHERE id = ?", tablet.device)[0]
    return {ORG_SCOPE, site_scope(row["site"]), user_scope(row["person"])}


def replica_equals_the_server(world: World, tablet: SimTablet) -> None:
    """S1: the replica is exactly what the tablet may have; S11: nothing of a scope that it lost remains."""
    scopes = scopes_of(world, tablet)
    wanted: dict[tuple[str, str, str], tuple[int, object]] = {}
    for row in world.server.look("SELECT scope, kind, id, rev FROM sync_feed WHERE NOT gone"):
        scope, kind, ident, rev = row
        if scope in scopes:
            stored = world.server.look(f"SELECT rev, body FROM {kind} WHERE id = ? AND NOT is_gone", ident)
            assert stored, f"S1: the feed names {kind} {ident}, which is gone"
            assert stored[0]["rev"] == rev, f"S1: the feed has another revision of {kind} {ident}"
            wanted[scope, kind, ident] = (rev, wire.loads(stored[0]["body"]))
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
    kinds = ("point", "inspection", "hazard", "note", "recheck", "person", "notice", "reply")
    query = " UNION ALL ".join(f"SELECT '{kind}', id FROM {kind} WHERE site = ?1 AND NOT is_gone" for kind in kinds)
    return {(row[0], row[1]) for row in world.server.look(query, site)}


def facts_are_on_the_server(world: World, tablet: SimTablet) -> None:
    """S4: every fact that the tablet made and still holds is on the server: as itself, as a fork, or as a dead letter."""
    letters = world.server.column("SELECT op_id FROM dead_letter")
    for row in tablet.rows("SELECT op_id, kind, entity_id, state, body, result FROM outbox ORDER BY seq"):
        kind, op_id, entity = str(row["kind"]), str(row["op_id"]), str(row["entity_id"])
        if kind not in FACTS:
            continue
        or_fork = " OR forked_from = ?1" if kind == "inspection.put" else ""
        found = world.server.look(f"SELECT body FROM {FACTS[kind]} WHERE id = ?1{or_fork}", entity)
        bodies = [wire.loads(one["body"]) for one in found]
        if row["state"] == "acked" and str(members(row["result"])["status"]) not in REFUSALS:
            is_told = any(tells_all_of(body, members(row["body"]), kind) for body in bodies)
            assert is_told, f"S4: {kind} {entity} of {tablet.name} is lost"
        else:
            assert bodies or op_id in letters, f"S4: {kind} {entity} of {tablet.name} is nowhere"


def members(text: object) -> dict[str, object]:
    """Read a JSON object."""
    found = wire.loads(str(text))
    assert isinstance(found, dict)
    return found


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
    receipts = dict(map(tuple, world.server.look("SELECT op_id, result FROM op_receipt")))
    letters = world.server.column("SELECT op_id FROM dead_letter")
    notes = world.server.column("SELECT id FROM note")
    reasons = {step.reason for hazard in hazards_of(world) for step in hazard.steps}
    visible = {parked.op_id for parked in tablet.store.sync_state().parked}
    for row in tablet.rows("SELECT op_id, kind, state, result, body FROM outbox"):
        op_id = str(row["op_id"])
        assert op_id in receipts, f"S7: the server has no receipt of {op_id}"
        said, heard = members(receipts[op_id]), members(row["result"])
        assert said["status"] == heard["status"], f"S7: {op_id}: server {said['status']}, tablet {heard['status']}"
        if heard["status"] in REFUSALS:
            assert op_id in letters, f"S6: {op_id} was refused and is in no dead letter"
            assert op_id in visible, f"S6: {op_id} was refused and is not shown"
        elif heard.get("conflicts") and row["kind"] == "point.patch":
            assert op_id in letters, f"S6: {op_id} was applied in part and the office does not know"
        elif row["kind"] == "hazard.transition":
            reason = members(row["body"])["reason"]
            assert reason in reasons or op_id in notes, f"S7: {op_id} counts as applied and did nothing"


def photos_are_whole(world: World, tablet: SimTablet) -> None:
    """S8: every photo of a finished record is on the server, and the tablet counts it as sent only then.

    S11 may have taken its bytes from here while the server had them; if a restore then takes them there, it is told.
    """
    stored = world.server.column("SELECT sha256 FROM blob WHERE stored_at IS NOT NULL")
    for row in tablet.rows("SELECT sha256, state, has_file FROM blob WHERE state <> 'local'"):
        was_let_go = row["sha256"] in tablet.made.let_go and not row["has_file"]
        if row["state"] == "damaged" and was_let_go:
            assert row["sha256"] not in stored, f"S8: {row['sha256']} is stored and counts as lost"
            continue
        assert row["state"] == "stored", f"L1: photo {row['sha256']} is {row['state']}"
        is_there = row["sha256"] in stored or not row["has_file"]
        assert is_there, f"S8: {row['sha256']} counts as sent and is not stored"


def the_file_is_sound(tablet: SimTablet) -> None:
    """S13: whatever was killed, the database file is whole."""
    assert tablet.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}], "S13: the tablet's file is damaged"


def everything_was_made_by_somebody(world: World) -> None:
    """S2: no record exists that nobody made."""
    ops = world.server.column("SELECT op_id FROM op_receipt")
    for kind in ("inspection", "note", "recheck", "hazard"):
        origin = "coalesce(forked_from, id)" if kind == "inspection" else "id"
        for ident in world.server.column(f"SELECT {origin} FROM {kind}"):
            is_evidence = kind == "note" and ident in ops  # what a refused transition brought
            assert ident in world.born or is_evidence, f"S2: {kind} {ident} was made by nobody"


def each_operation_has_one_effect(world: World) -> None:
    """S5: no decision is in two steps, no recheck is applied twice, no number is given twice or left out."""
    hazards = hazards_of(world)
    results = world.server.column("SELECT result FROM op_receipt")
    assert None not in results, "S5: a receipt without an outcome"
    reasons = Counter(step.reason for hazard in hazards for step in hazard.steps if "重复登记" in step.reason)
    assert max(reasons.values(), default=1) == 1, f"S5: applied twice: {reasons}"
    rechecks = (HazardEvent.PASS_RECHECK, HazardEvent.FAIL_RECHECK)
    applied = Counter((hazard.id, step.ref) for hazard in hazards for step in hazard.steps if step.event in rechecks)
    assert max(applied.values(), default=1) == 1, f"S5: a recheck was applied twice: {applied}"
    numbers = sorted(hazard.no for hazard in hazards)
    years = Counter(no.rpartition("-")[0] for no in numbers)  # a wrong clock may find a hazard in another year
    expected = sorted(f"{year}-{number:04d}" for year, count in years.items() for number in range(1, count + 1))
    assert numbers == expected, f"S5: hazards are numbered {numbers}"


def feeds_count_without_holes(world: World) -> None:
    """S12: positions of a scope are distinct, and its counter is at its last one."""
    query = "SELECT scope, count(*), count(DISTINCT f.seq), max(f.seq), s.seq FROM sync_feed f JOIN sync_scope s"
    for scope, rows, distinct, last, head in world.server.look(f"{query} ON s.id = f.scope GROUP BY scope"):
        assert rows == distinct, f"S12: a position of {scope} was given twice"
        assert last == head, f"S12: the counter of {scope} is not at its last row"


def times_are_true(world: World) -> None:
    """S15: pushed within the boot that it was made in, a record's time is within two seconds of the truth.

    A push that the network held back says when it was built, not when it arrives: its times are off by that delay.
    """
    truth = {op_id: fact.made_at for tablet in world.tablets.values() for op_id, fact in tablet.made.ops.items()}
    query = "SELECT op_id, happened_at FROM op_receipt WHERE NOT is_estimated"
    for op_id, happened_at in world.server.look(query):
        if op_id in truth:
            gap = abs(datetime.fromisoformat(happened_at).replace(tzinfo=UTC) - truth[op_id])
            may = timedelta(seconds=2) + world.delays.get(op_id, timedelta())
            assert gap <= may, f"S15: {op_id} happened {gap} off"


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
