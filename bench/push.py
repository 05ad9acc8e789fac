"""Pushing finished inspections: in batches, one by one, from twenty tablets at once; and the bytes that it takes."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import floor, pouchdb, work
from bench.client import Client, Sending, Storm, plain, send_all, send_at_once
from bench.figure import Better, Bound, Goal, Row, percentile, spread_of
from bench.rounds import Bench, Side, median
from bench.served import Tablet

RECORDS = 1_000
BATCH = 100
STORM_BATCH = 50
STORM_BATCHES = 5
"""Of each of the twenty tablets: 5,000 records, a hundred requests."""


def batched(bench: Bench) -> list[Row]:
    """Push 1,000 inspections in batches of 100."""
    goals = (Goal("of_peer", Bound.LEAST, 1.0), Goal("of_floor", Bound.LEAST, 0.5))
    return [_pushed(bench, "push_batched", BATCH, goals)]


def single(bench: Bench) -> list[Row]:
    """Push 1,000 inspections, each in a request of its own."""
    return [_pushed(bench, "push_single", 1, (Goal("of_peer", Bound.LEAST, 1.0),))]


def _pushed(bench: Bench, figure: str, size: int, goals: tuple[Goal, ...]) -> Row:
    ground = bench.ground()
    tablet = ground.tablets[0]
    found = work.bodies(work.inspections(RECORDS, device=tablet.device))
    batches = work.batches(found, size, device=tablet.device, epoch=tablet.epoch)
    requests = tablet.pushes(batches)
    cpu_ms: list[float] = []

    def ours(folder: Path) -> float:
        with ground.served(folder) as server, server.client(tablet) as client:
            before = server.cpu_ns()
            took, answers = send_all(client, requests)
            cpu_ms.append((server.cpu_ns() - before) / 1e6 / RECORDS)
        return _rate(took, RECORDS, sum(work.applied(plain(answer)) for answer in answers))

    def least(tables: floor.Tables) -> Side[float]:
        return lambda folder: RECORDS / _floor(folder, [batch.packed for batch in batches], tables)

    sides = {"ours": ours, "floor": least(floor.own_tables()), "bare": least(floor.bare_tables())}
    peer = bench.pouch()
    if peer is not None:

        def theirs(folder: Path) -> float:
            made = pouchdb.single(folder.name, found) if size == 1 else pouchdb.bulk(folder.name, found, size)
            peer.database(folder.name)
            with peer.client() as client:
                took, answers = send_all(client, made)
            peer.drop(folder.name)
            return _rate(took, RECORDS, sum(pouchdb.stored(answer) for answer in answers))

        sides["peer"] = theirs
        _warm(peer)
    got = bench.interleave(figure, sides)
    return Row(
        figure,
        "records/s",
        median(got["ours"]),
        Better.MORE,
        goals,
        median(got["floor"]),
        median(got.get("peer")),
        {
            "of_bare_floor": statistics.median(got["ours"]) / statistics.median(got["bare"]),
            "server_cpu_ms": statistics.median(cpu_ms),
        },
        spread_of(got["ours"]),
        f"{RECORDS} inspections, {'one a request' if size == 1 else f'batches of {size}'}",
    )


def storm(bench: Bench) -> list[Row]:
    """Push 5,000 inspections from twenty tablets at once, in batches of 50."""
    ground = bench.ground()
    tablets = ground.tablets[:-1]
    found = [
        work.bodies(work.inspections(STORM_BATCH * STORM_BATCHES, device=tablet.device, seed=number))
        for number, tablet in enumerate(tablets, 1)
    ]
    batches = [
        work.batches(mine, STORM_BATCH, device=tablet.device, epoch=tablet.epoch, seed=100 + number)
        for number, (tablet, mine) in enumerate(zip(tablets, found, strict=True))
    ]
    total = sum(len(mine) for mine in found)

    def ours(folder: Path) -> _Stormed:
        with ground.served(folder) as server:
            connect = [_connecting(server.client, tablet) for tablet in tablets]
            requests = [tablet.pushes(mine) for tablet, mine in zip(tablets, batches, strict=True)]
            seen = send_at_once(connect, requests)
        return _stormed(seen, sum(work.applied(plain(answer)) for answer in seen.answers), total)

    def least(folder: Path) -> _Stormed:
        packed = [batch.packed for mine in batches for batch in mine]
        return _Stormed(total / _floor(folder, packed, floor.own_tables()), 0, 0, 0)

    sides: dict[str, Side[_Stormed]] = {"ours": ours, "floor": least}
    peer = bench.pouch()
    if peer is not None:

        def theirs(folder: Path) -> _Stormed:
            requests = [pouchdb.bulk(folder.name, mine, STORM_BATCH) for mine in found]
            peer.database(folder.name)
            seen = send_at_once([peer.client] * len(requests), requests)
            peer.drop(folder.name)
            return _stormed(seen, sum(pouchdb.stored(answer) for answer in seen.answers), total)

        sides["peer"] = theirs
        _warm(peer)
    got = bench.interleave("push_20_tablets", sides)
    mine, their = got["ours"], got.get("peer", [])
    details = {
        "p50_ms": statistics.median(one.p50_ms for one in mine),
        "p99_ms": statistics.median(one.p99_ms for one in mine),
        "p99_of_p50": statistics.median(one.p99_ms / one.p50_ms for one in mine),
        "errors": float(sum(one.errors for one in mine)),
        "peer_p50_ms": median([one.p50_ms for one in their]),
        "peer_p99_ms": median([one.p99_ms for one in their]),
    }
    goals = (
        Goal("of_peer", Bound.LEAST, 1.0),
        Goal("p99_of_p50", Bound.UNDER, 3.0),
        Goal("errors", Bound.MOST, 0),
    )
    rates = [one.rate for one in mine]
    return [
        Row(
            "push_20_tablets",
            "records/s",
            median(rates),
            Better.MORE,
            goals,
            median([one.rate for one in got["floor"]]),
            median([one.rate for one in their]),
            details,
            spread_of(rates),
            f"20 tablets, {STORM_BATCHES} batches of {STORM_BATCH} each",
        )
    ]


@dataclass(frozen=True, slots=True)
class _Stormed:
    rate: float
    p50_ms: float
    p99_ms: float
    errors: int


def _stormed(seen: Storm, done: int, total: int) -> _Stormed:
    errors = len(seen.errors) + (0 if done == total or seen.errors else 1)
    return _Stormed(done / seen.seconds, statistics.median(seen.took_ms), percentile(seen.took_ms, 0.99), errors)


def _floor(folder: Path, packed: list[bytes], tables: floor.Tables) -> float:
    folder.mkdir()
    return floor.push(folder / "floor.db", packed, tables)


def _connecting(connect: Callable[[Tablet], Client], tablet: Tablet) -> Callable[[], Client]:
    return lambda: connect(tablet)


def _warm(peer: pouchdb.Pouch) -> None:
    """Let the peer's compiler see its work before it is timed."""
    found = work.bodies(work.inspections(300, device=work.Ids(12).new(), seed=12))
    peer.database("warm")
    with peer.client() as client:
        send_all(client, [*pouchdb.bulk("warm", found[:200], 50), *pouchdb.single("warm", found[200:])])
        client.send(Sending("GET", "/warm/_changes?include_docs=true"))
    peer.drop("warm")


def _rate(took_s: float, wanted: int, done: int) -> float:
    """Return records a second.

    Raises:
        RuntimeError: not every record arrived.
    """
    if done != wanted:
        raise RuntimeError(f"{done} of {wanted} records were stored")
    return wanted / took_s
