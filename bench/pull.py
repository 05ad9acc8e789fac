"""Pulling: everything by a fresh tablet, and the few that changed among many."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench import floor, pouchdb, work
from bench.client import JSON, Sending, plain, send_all
from bench.figure import Better, Bound, Goal, Row, spread_of
from bench.growth.server import KEPT, make_server
from bench.rounds import Bench, Side, median
from bench.served import ROOT, Server, Tablet, enrol, enrolment_code, serving
from shared.ids import ORG_SCOPE, DeviceId, PersonId, ScopeId, SiteId, site_scope, user_scope
from shared.wire import dumps

RECORDS = 10_000
MANY = 1_000_000
CHANGED = 10
PULLS = 200
CALM_MS = 5.0
"""A server that burns less in half a second has nothing to do."""


def fresh(bench: Bench) -> list[Row]:
    """Let a fresh tablet pull 10,000 inspections, until they are committed on its disk."""
    home, rows = filled(bench)
    ids = work.Ids(31)
    cpu: list[float] = []
    whole: list[float] = []
    server_cpu: list[float] = []
    with serving(home) as server:

        def ours(folder: Path) -> float:
            tablet = enrol(server, enrolment_code(home), DeviceId(ids.new()))
            before = server.cpu_ns()
            said = _pulled(server, tablet, folder)
            server_cpu.append((server.cpu_ns() - before) / 1e9)
            cpu.append(float(said["cpu_s"]))
            whole.append(float(said["session_s"]))
            return RECORDS / float(said["took_s"])

        def bare(folder: Path) -> float:
            folder.mkdir()
            return RECORDS / floor.pull(folder / "floor.db", rows)

        sides: dict[str, Side[float]] = {"ours": ours, "floor": bare}
        peer = bench.pouch()
        if peer is not None:
            fill_peer(bench, peer)
            sides["peer"] = lambda folder: RECORDS / peer.pull("filled", folder)
        ours(bench.scratch / "warm")
        cpu.clear()
        whole.clear()
        server_cpu.clear()
        got = bench.interleave("pull_fresh", sides)
    return [
        Row(
            "pull_fresh",
            "records/s",
            median(got["ours"]),
            Better.MORE,
            (Goal("of_peer", Bound.LEAST, 5.0), Goal("of_floor", Bound.LEAST, 0.5)),
            median(got["floor"]),
            median(got.get("peer")),
            {"session_s": median(whole), "tablet_cpu_s": median(cpu), "server_cpu_s": median(server_cpu)},
            spread_of(got["ours"]),
            f"{RECORDS} inspections by a new tablet in a process of its own, until the last is committed",
        )
    ]


def changed(bench: Bench) -> list[Row]:
    """Pull ten changed inspections of 10,000 and of 1,000,000."""
    home, _ = filled(bench)
    bench.say("a server of 1,000,000 inspections (made once, kept in build/)")
    grown = make_server(KEPT / "rounds.db", inspections=MANY)
    with ExitStack() as stack:
        few_server = stack.enter_context(serving(home))
        tablet = enrol(few_server, enrolment_code(home), DeviceId(work.Ids(41).new()))
        few = _Asking(few_server, tablet, work.SITE.id, work.PERSON.id, home / "rounds.db")
        idle = {"ROUNDS_DB": grown.url, "ROUNDS_WORK": "elsewhere"}  # nothing is swept: the next run finds it as it was
        many_server = stack.enter_context(serving(grown.home, idle))
        big = Tablet(grown.device, grown.token, grown.epoch)
        database = Path(grown.url.removeprefix("sqlite:///"))
        many = _Asking(many_server, big, grown.sites[0], grown.person, database)
        sides: dict[str, Side[float]] = {"10k": lambda _: few.measure(), "1m": lambda _: many.measure()}
        peer = bench.pouch()
        if peer is not None:
            fill_peer(bench, peer)
            sides["peer"] = lambda _: _changes(peer)
        for one in (few, many):
            one.measure()
            one.took_ms.clear()
        got = bench.interleave("pull_changed", sides)
    small, large = median(got["10k"]), median(got["1m"])
    note = f"{CHANGED} changed; time on a processor of the whole server process, per pull, over {PULLS} pulls"
    return [
        Row(
            "pull_changed_10k",
            "ms server",
            small,
            Better.LESS,
            (Goal("ours", Bound.UNDER, 2.0),),
            peer=median(got.get("peer")),
            details={"client_ms": median(few.took_ms)},
            spread=spread_of(got["10k"]),
            note=note,
        ),
        Row(
            "pull_changed_1m",
            "ms server",
            large,
            Better.LESS,
            (Goal("ours", Bound.UNDER, 2.0), Goal("of_10k", Bound.MOST, 1.2)),
            details={"of_10k": large / small if large and small else None, "client_ms": median(many.took_ms)},
            spread=spread_of(got["1m"]),
            note=note,
        ),
    ]


def filled(bench: Bench) -> tuple[Path, Path]:
    """Make a server's folder that holds 10,000 pushed inspections, and a file with their JSON, one a line; once a run."""
    home, rows = bench.scratch / "filled", bench.scratch / "filled.jsonl"
    if home.exists():
        return home, rows
    ground = bench.ground()
    bench.say(f"{RECORDS} inspections on a server")
    shutil.copytree(ground.home, home)
    tablet = ground.tablets[0]
    with serving(home) as server, server.client(tablet) as client, rows.open("w", encoding="utf-8") as file:
        for number, found in enumerate(_by_thousands(tablet.device)):
            batches = work.batches(found, 100, device=tablet.device, epoch=tablet.epoch, seed=1000 + number)
            send_all(client, tablet.pushes(batches))
            file.writelines(f"{dumps(body)}\n" for body in found)
    return home, rows


def fill_peer(bench: Bench, peer: pouchdb.Pouch) -> None:
    """Put the same 10,000 inspections into the peer's database ``filled``; once a run."""
    if (bench.scratch / "filled.peer").exists():
        return
    bench.say(f"{RECORDS} inspections on the peer")
    peer.database("filled")
    with peer.client() as client:
        for found in _by_thousands(bench.ground().tablets[0].device):
            send_all(client, pouchdb.bulk("filled", found, 500))
    (bench.scratch / "filled.peer").touch()


def _by_thousands(device: str) -> Iterator[list[work.Body]]:
    for number in range(RECORDS // 1000):
        yield work.bodies(work.inspections(1000, device=device, seed=500 + number))


def _pulled(server: Server, tablet: Tablet, folder: Path) -> dict[str, Any]:
    """Pull in a new process.

    Raises:
        RuntimeError: not all of it arrived.
    """
    folder.mkdir(exist_ok=True)
    asked = [server.url, tablet.token, tablet.device, tablet.epoch, str(folder)]
    ran = subprocess.run(
        [sys.executable, "-m", "bench.tablet_pull", *asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    said: dict[str, Any] = json.loads(ran.stdout)
    connection = sqlite3.connect(folder / "tablet.db")
    held = connection.execute("SELECT count(*) FROM replica WHERE kind = 'inspection' AND is_stale = 0").fetchone()[0]
    connection.close()
    if said["outcome"] != "done" or held < RECORDS:
        raise RuntimeError(f"{held} inspections arrived: {said}")
    shutil.rmtree(folder)
    return said


class _Asking:
    """Pulls ten changed records again and again from one server."""

    def __init__(self, server: Server, tablet: Tablet, site: str, author: str, database: Path) -> None:
        self.server = server
        self.tablet = tablet
        self.took_ms: list[float] = []
        self._change(site, author)
        cursors = _cursors(database, [ORG_SCOPE, site_scope(SiteId(site)), user_scope(PersonId(author))])
        cursors[site_scope(SiteId(site))] -= CHANGED
        message = {"device": tablet.device, "epoch": tablet.epoch, "schema": 1, "cursors": cursors}
        headers = {**JSON, "Accept-Encoding": "gzip"}
        self.request = Sending("POST", "/v1/sync/pull", dumps(message).encode(), headers)

    def _change(self, site: str, author: str) -> None:
        """Push ten records, the same for each server; one that has them from an earlier run keeps them as its last."""
        found = work.bodies(work.inspections(CHANGED, device=self.tablet.device, seed=77))
        mine = [{**body, "site": site, "author": author} for body in found]
        batches = work.batches(mine, CHANGED, device=self.tablet.device, epoch=self.tablet.epoch, seed=78)
        with self.server.client(self.tablet) as client:
            send_all(client, self.tablet.pushes(batches))

    def measure(self) -> float:
        """Return the milliseconds on a processor that one pull takes."""
        _wait_until_calm(self.server)
        with self.server.client(self.tablet) as client:
            rows = sum(len(page["rows"]) for page in json.loads(plain(client.send(self.request)))["scopes"])
            if rows != CHANGED:
                raise RuntimeError(f"{rows} rows came instead of {CHANGED}")
            before = self.server.cpu_ns()
            took, _ = send_all(client, [self.request] * PULLS)
            cpu_ns = self.server.cpu_ns() - before
        self.took_ms.append(took / PULLS * 1000)
        return cpu_ns / PULLS / 1e6


def _cursors(database: Path, scopes: list[ScopeId]) -> dict[str, int]:
    """Read where the feeds of a server stand."""
    connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    found: dict[str, int] = dict(connection.execute("SELECT id, seq FROM sync_scope"))
    connection.close()
    return {scope: found.get(scope, 0) for scope in scopes}


def _changes(peer: pouchdb.Pouch) -> float:
    """Return the milliseconds on a processor that ten changed documents take the peer."""
    with peer.client() as client:
        last = json.loads(client.send(Sending("GET", "/filled")))["update_seq"]
        request = Sending("GET", f"/filled/_changes?since={last - CHANGED}&include_docs=true")
        if len(json.loads(client.send(request))["results"]) != CHANGED:
            raise RuntimeError("the peer told of other changes")
        before = peer.cpu_ns()
        send_all(client, [request] * PULLS)
        return (peer.cpu_ns() - before) / PULLS / 1e6


def _wait_until_calm(server: Server) -> None:
    """Wait until a server that has just started has swept and counted what it wants to."""
    while True:
        before = server.cpu_ns()
        time.sleep(0.5)
        if (server.cpu_ns() - before) / 1e6 < CALM_MS:
            return
