"""What must hold at every moment (sync design §6); ``rest`` asserts what holds once a healed world has drained.

Each function names the invariants that it asserts, and so does each message.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from mobile.store.database import moment
from shared import wire
from shared.hazard import TRANSITIONS, Refusal
from shared.model.hazard import Hazard, HazardState
from tests.system.simulation.tablet import Fact, SimTablet
from tests.system.simulation.world import World

RETENTION = timedelta(days=30)


def check(world: World) -> None:
    """Assert what holds at every moment."""
    for tablet in world.tablets.values():
        nothing_made_has_vanished(world, tablet)
        what_the_server_lacks_is_on_disk(tablet)
    hazards_walked_paths_of_the_table(world)
    blobs_are_what_they_are_named(world)


def nothing_made_has_vanished(world: World, tablet: SimTablet) -> None:
    """S3: an operation leaves the tablet only acknowledged and past the retention; what is new is noted here.

    S11: a purge, a crash, a full disk or a new enrolment leaves them alone too.
    """
    rows = tablet.rows("SELECT op_id, kind, entity_id, state, result, acked_epoch, acked_at FROM outbox")
    for row in rows:
        op_id = str(row["op_id"])
        if op_id not in tablet.made.ops:
            tablet.made.ops[op_id] = Fact(str(row["kind"]), str(row["entity_id"]), world.clock.wall)
            world.born.add(str(row["entity_id"]))
        fact = tablet.made.ops[op_id]
        fact.state = str(row["state"])
        fact.acked_at = moment(str(row["acked_at"])) if row["acked_at"] is not None else None
        is_said = row["result"] is not None and row["acked_epoch"] is not None and row["acked_at"] is not None
        assert is_said or row["state"] != "acked", f"S3: {op_id} counts as acknowledged without an answer"
    held = {str(row["op_id"]) for row in rows}
    for op_id in [op_id for op_id in tablet.made.ops if op_id not in held]:
        fact = tablet.made.ops.pop(op_id)
        is_old = fact.acked_at is not None and world.clock.wall - fact.acked_at >= RETENTION
        assert is_old and fact.state == "acked", f"S3: {fact} {op_id} vanished from {tablet.name}"


def what_the_server_lacks_is_on_disk(tablet: SimTablet) -> None:
    """S3: the bytes of a photo stay until the server has them."""
    for row in tablet.rows("SELECT sha256, state, is_photo FROM blob WHERE state IN ('local', 'pending')"):
        path = tablet.store._file_of(str(row["sha256"]), is_photo=bool(row["is_photo"]))
        assert path.is_file(), f"S3: the bytes of {row['state']} photo {row['sha256']} are gone"


def hazards_of(world: World) -> list[Hazard]:
    """Read all hazards of the server."""
    return [read_hazard(row["body"]) for row in world.server.look("SELECT body FROM hazard ORDER BY no")]


@lru_cache(maxsize=500)
def read_hazard(body: str) -> Hazard:
    """Decode a hazard; most are looked at again after the next step."""
    return wire.decode(Hazard, wire.loads(body))


def hazards_walked_paths_of_the_table(world: World) -> None:
    """S10: each hazard's steps are a path of the state table that ends in its state."""
    hazards = hazards_of(world)
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
    for row in world.server.look("SELECT sha256, size_bytes FROM blob WHERE stored_at IS NOT NULL"):
        path = blob_path(world, row["sha256"])
        assert path.is_file(), f"S8: {row['sha256']} counts as stored and is not there"
        content = path.read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["sha256"], f"S8: {row['sha256']} holds other bytes"
        assert len(content) == row["size_bytes"], f"S8: {row['sha256']} has another size"


def blob_path(world: World, sha256: str) -> Path:
    """Name a stored photo on the server's disk."""
    return world.server.folder / "blobs" / "stored" / sha256[:2] / sha256
