"""What a server process keeps in memory: at rest, and after a hundred thousand records were pushed to it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from bench import work
from bench.client import plain
from bench.figure import Better, Bound, Goal, Row
from bench.rounds import Bench
from bench.served import Server, Tablet
from shared.wire import dumps, encode

PUSHES = 100_000
BATCH = 200
FIRST = 2_000
"""So many warm the process up: what it loads and caches on first use is not growth."""


def measure(bench: Bench) -> list[Row]:
    """Start a server, ask it a few things, push 100,000 records, and look at its resident memory before and after."""
    ground = bench.ground()
    tablet = ground.tablets[0]
    with ground.served(bench.scratch / "memory") as server:
        rest = server.rss_mb()
        steps = _push(bench, server, tablet)
        warm, full = next(steps), max(steps)
    peer = bench.pouch()
    note = "VmRSS of the process, shared pages included, in MB of 1,000,000 bytes"
    return [
        Row(
            "server_rss",
            "MB",
            rest,
            Better.LESS,
            (Goal("ours", Bound.UNDER, 90),),
            peer=peer.rss_mb() if peer else None,
            details={"after_2k_pushes": warm, "highest": full},
            note=f"after start, 150 pushed records and a pull: {note}",
        ),
        Row(
            "server_rss_growth",
            "MB",
            full - rest,
            Better.LESS,
            (Goal("ours", Bound.UNDER, 10),),
            details={"since_2k_pushes": full - warm},
            note=f"the highest seen while {PUSHES} records were pushed, less that at rest",
        ),
    ]


def _push(bench: Bench, server: Server, tablet: Tablet) -> Iterator[float]:
    """Push all; yield the resident memory after the first two thousand, then after every ten thousand."""
    pieces = _pieces(tablet)
    ids = work.Ids(81)
    with server.client(tablet) as client:
        for number in range(PUSHES // BATCH):
            text = "".join(f"{piece}{ids.new()}" for piece in pieces[:-1]) + pieces[-1]
            answer = client.send(tablet.push(gzip.compress(text.encode(), compresslevel=1)))
            done = (number + 1) * BATCH
            if done == FIRST or done % 10_000 == 0:
                if work.applied(plain(answer)) != BATCH:
                    raise RuntimeError("not every record was stored")
                bench.say(f"server_rss: {done} records, {server.rss_mb():.1f} MB")
                yield server.rss_mb()


def _pieces(tablet: Tablet) -> list[str]:
    """Cut one push where the ids of its operations and records stand, so that new ones make a new push of it."""
    found = work.bodies(work.inspections(BATCH, device=tablet.device))
    message = work.batches(found, BATCH, device=tablet.device, epoch=tablet.epoch)[0].message
    rest = dumps(encode(message))
    pieces = []
    for op in message.ops:
        for name in (op.op_id, str(op.body["id"])):
            before, rest = rest.split(name, 1)
            pieces.append(before)
    return [*pieces, rest]
