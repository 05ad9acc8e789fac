"""One push, one pull, one photo's upload, cut at a byte of request or answer, over real sockets; then everything must hold.

Server and tablet are those of the simulation, on folders that are copied anew for each cut; between them are waitress,
the fault proxy and the tablet's real transport. The clocks stand still, so each cut meets the same bytes. The healed
sessions that follow ask the same application without a socket, which takes a third of the time. Most cuts leave what
another one left, row for row and file for file: what follows is the same then, and is not walked through again.
"""

from __future__ import annotations

import functools
import hashlib
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from mobile import actions
from mobile.transport import HttpTransport
from server.app import parts_of
from server.serve import Serving
from shared import wire
from shared.ids import PointId
from shared.model.place import Point
from shared.sync.messages import SyncLimits
from shared.sync.request import Request, Response
from tests.builders import KEEPER, SITE
from tests.system.faults.proxy import Fault, Proxy, Raw, Trouble
from tests.system.simulation import rest
from tests.system.simulation.faults import Endpoint, FailPoint, Faults, endpoint_of
from tests.system.simulation.invariants import check
from tests.system.simulation.network import bytes_of
from tests.system.simulation.seeded import POINTS, process_folder, seeded_folder
from tests.system.simulation.server import SimServer
from tests.system.simulation.tablet import SimTablet
from tests.system.simulation.world import World

NAME = "keeper"
LIMITS = SyncLimits(ops=4, rows=7, chunk_bytes=150)
"""A photo of 300 bytes goes in two chunks."""
PICTURES: set[str] = set()
"""The photo that is cut; its small copy goes before it and is not."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is cut: ``prepare`` leaves a tablet and a server that have it before them."""

    endpoint: Endpoint
    prepare: Callable[[World], None]
    is_wanted: Callable[[Raw], bool]


class Wire:
    """The way of a simulated tablet over sockets, or without once it is healed; stands where the network stands."""

    def __init__(self, proxy: Proxy, server: SimServer) -> None:
        self.proxy = proxy
        self.server = server
        self.is_healed = False
        self.requests = 0
        self.faults = Faults()
        self.token = ""
        self.fail_point = FailPoint()

    def carry(self, request: Request) -> Response:
        """Carry one request over a connection of its own, so that a cut is met where it happens."""
        self.requests += 1
        if self.is_healed:
            return self.server.answer(request, bytes_of(request), self.token)
        transport = HttpTransport(self.proxy.url, self.token, (300.0, 300.0))
        try:
            return transport.carry(request)
        finally:
            transport.close()


def push(world: World) -> None:
    """A note that waits."""
    tablet = world.tablets[NAME].tablet
    note = actions.start_note(tablet, "point", POINTS[0])
    actions.add_note(tablet, "point", POINTS[0], "闭门器松了", note)


def pull(world: World) -> None:
    """A point that the office has edited."""
    with world.server.store.writing() as tx:
        point = tx.get(Point, PointId(POINTS[1]))
        tx.put(wire.decode(Point, {**wire.encode_object(point), "remark": "钥匙在值班室"}))


def photo(world: World) -> None:
    """A photo whose note has arrived, and which goes in two chunks."""
    tablet = world.tablets[NAME]
    note = actions.start_note(tablet.tablet, "point", POINTS[0])
    taken = actions.begin_photo(tablet.tablet, note)
    row = tablet.store.photo(taken)
    assert row is not None
    Image.new("RGB", (24, 16), (9, 99, 199)).save(row.source, "JPEG")
    done = actions.finish_photo(tablet.tablet, taken)
    PICTURES.add(done.sha256)
    actions.add_note(tablet.tablet, "point", POINTS[0], "照片", note)
    hello = parts_of(world.server.client.application).exchange.hello()
    tablet.store.save_hello(hello, tablet.clock.wall, None)
    tablet.network.proxy.queue([(Endpoint.QUERY, Trouble(Fault.RESET))])
    tablet.synchronise()


EXCHANGES = {
    "push": Exchange(Endpoint.PUSH, push, lambda _raw: True),
    "pull": Exchange(Endpoint.PULL, pull, lambda _raw: True),
    "photo": Exchange(Endpoint.PATCH, photo, lambda raw: raw.path.rpartition("/")[2] in PICTURES),
}


class Stage:
    """One served application and one proxy for all cuts of a process."""

    def __init__(self) -> None:
        seeded_folder()
        self.folder = Path(tempfile.mkdtemp(prefix="cuts-", dir=process_folder()))
        self.server = SimServer(self.folder / "server", LIMITS)
        app = self.server.client.application
        config = replace(parts_of(app).config, host="127.0.0.1", port=0)
        self.serving = Serving(app, config)
        self.thread = threading.Thread(target=self.serving.run, daemon=True)
        self.thread.start()
        self.proxy = Proxy(lambda: self.serving.addresses[0], NAME)
        self.prepared: dict[str, Path] = {}
        self.healed: set[tuple[str, str]] = set()

    def close(self) -> None:
        """End it."""
        self.proxy.close()
        self.serving.stop()
        self.thread.join(300)
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def world(self, source: Path) -> Iterator[World]:
        """Begin a world of one tablet on copies of ``source``."""
        folder = self.folder / "now"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source / NAME, folder / NAME)
        world = World.begin(self.server, folder, source)
        way = Wire(self.proxy, self.server)
        tablet = world.tablets[NAME] = SimTablet(folder / NAME, NAME, way, SITE, KEEPER)  # type: ignore[arg-type]
        for _ in range(100):
            tablet.ids.new()  # past those that preparing used up
        self.proxy.clear()
        self.proxy.way.delivered.clear()
        try:
            yield world
        finally:
            tablet.close()

    def prepare(self, name: str) -> Path:
        """Make what every cut of an exchange begins from."""
        if name not in self.prepared:
            prepared = self.folder / name
            with self.world(seeded_folder()) as world:
                EXCHANGES[name].prepare(world)
                tablet = world.tablets[NAME]
                tablet.rows("PRAGMA wal_checkpoint(TRUNCATE)")
                world.server.save(prepared / "server")
                tablet.close()
                shutil.copytree(tablet.folder, prepared / NAME)
            self.prepared[name] = prepared
        return self.prepared[name]

    def cut(self, name: str, fault: Fault, at: int) -> None:
        """Cut an exchange, heal, and assert everything."""
        with self.world(self.prepare(name)) as world:
            tablet = world.tablets[NAME]
            endpoint = EXCHANGES[name].endpoint
            before, at = self.spread(name, fault, at)
            self.proxy.queue([*[(endpoint, Trouble(Fault.NONE))] * before, (endpoint, Trouble(fault, at))])
            try:
                check(world)
                report = tablet.synchronise()
                self.proxy.clear()
                left = (name, state_of(world, (report, self.proxy.way.delivered)))
                check(world)
                if left not in self.healed:
                    self.heal(world)
                    self.healed.add(left)
            except AssertionError as error:
                error.add_note(f"{name}: {fault.value.replace('AT', str(at))}, in its request {before + 1}")
                raise

    def heal(self, world: World) -> None:
        """Let it drain and assert what holds at rest."""
        world.oracle.delivered[:] = self.proxy.way.delivered
        world.tablets[NAME].network.is_healed = True  # type: ignore[attr-defined]
        rest.settle(world)

    @functools.cache  # noqa: B019 - one stage lives as long as its process
    def lengths(self, name: str, fault: Fault) -> tuple[tuple[int, int], ...]:
        """Tell of each request of an exchange how many of its endpoint go before it, and its bytes (or the answer's)."""
        found: list[tuple[int, int]] = []
        before = 0

        def watch(raw: Raw, answer: bytes) -> None:
            nonlocal before
            if endpoint_of(raw.path) is EXCHANGES[name].endpoint:
                if EXCHANGES[name].is_wanted(raw):
                    found.append((before, len(raw.wire if fault is Fault.CUT_REQUEST else answer)))
                before += 1

        with self.world(self.prepare(name)) as world:
            self.proxy.watch = watch
            world.tablets[NAME].synchronise()
            self.proxy.watch = None
        return tuple(found)

    def bytes_of(self, name: str, fault: Fault) -> int:
        """How many places there are to cut an exchange at."""
        return sum(length for _, length in self.lengths(name, fault))

    def spread(self, name: str, fault: Fault, at: int) -> tuple[int, int]:
        """Find the request that holds a byte of the whole exchange: how many go before it, and its byte."""
        for before, length in self.lengths(name, fault):
            if at < length:
                return before, at
            at -= length
        raise ValueError("past the end")


def state_of(world: World, said: object) -> str:
    """Sum up where a world stands: every row and file of server and tablet, and what was said."""
    found = hashlib.sha256(repr(said).encode())
    for folder in (world.server.folder, world.tablets[NAME].folder):
        for path in sorted(folder.rglob("*")):
            if path.suffix == ".db":
                found.update(repr(rows_of(path)).encode())
            elif path.is_file() and not path.name.endswith((".db-wal", ".db-shm")):
                found.update(f"{path.relative_to(folder)} {path.stat().st_size} ".encode() + path.read_bytes())
    return found.hexdigest()


def rows_of(database: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    """Read every row of every table."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return [(name, sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)) for (name,) in names]
