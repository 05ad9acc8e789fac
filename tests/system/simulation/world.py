"""A small world on one table: a server, tablets, a network that loses things, and one true clock.

Everything in it is real (Flask application, SQLite files, the tablet's store, actions and session) but time, the
network and the moments of death, which are drawn. Nothing sleeps and nothing runs beside anything else.
"""

from __future__ import annotations

import gzip
import shutil
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient
from server.app import create_app

from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from server.config import Config, sqlite_url
from server.store import ServerStore
from server.store.device import make_code
from server.store.schema import new_epoch
from shared import wire
from shared.errors import OfflineError
from shared.ids import DeviceId, PersonId, SiteId
from shared.sync.messages import Enrol, Enrolled, SyncLimits
from shared.sync.request import FileSlice, Request, Response, SyncReport
from shared.sync.session import drive, session
from tests.builders import NOW, FakeClock, SeededIds
from tests.system.simulation.faults import Endpoint, FailPoint, Fault, Faults, Kill, endpoint_of

APP = "0.1.0"
LIMITS = SyncLimits(ops=4, rows=7, chunk_bytes=400)
"""Small pages, batches and chunks, so that a short story has many of them to cut."""
PORTAL = Response(200, {"content-type": "text/html"}, b"<html>Welcome to the Wi-Fi</html>")


class SimServer:
    """The real application on a folder of its own; may be stopped, saved and brought back to an earlier state."""

    def __init__(self, folder: Path, clock: FakeClock, ids: SeededIds) -> None:
        self.folder = folder
        self.clock = clock
        self.ids = ids
        self.client: FlaskClient
        self.store: ServerStore
        self.start()

    def start(self) -> None:
        """Start on what the folder holds."""
        config = Config(home=self.folder, database_url=sqlite_url(self.folder), limits=LIMITS)
        app = create_app(config, clock=self.clock, ids=self.ids)
        self.client = app.test_client()
        self.store = app.extensions["rounds.store"]

    def stop(self) -> None:
        """Stop and let go of the files."""
        self.store.engine.dispose()

    def save(self, copy: Path) -> None:
        """Copy database and photos, as a backup does."""
        self.stop()
        shutil.copytree(self.folder, copy)
        self.start()

    def restore(self, copy: Path) -> None:
        """Bring a backup back and start a new epoch, as the handbook says."""
        self.stop()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.start()
        with self.store.writing() as tx:
            new_epoch(tx)

    def answer(self, request: Request, body: bytes, token: str) -> Response:
        """Let the application answer one request."""
        headers = {"Sync-Protocol": str(wire.PROTOCOL), "Authorization": f"Bearer {token}", **request.headers}
        got = self.client.open(request.path, method=request.method, headers=headers, data=body)
        content = got.get_data()
        if got.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return Response(got.status_code, {name.lower(): value for name, value in got.headers.items()}, content)


@dataclass
class Zombie:
    """A request that the network kept and may still deliver."""

    request: Request
    body: bytes
    token: str


class Network:
    """Carries requests between one tablet and the server and does to them what was drawn."""

    def __init__(self, server: SimServer, fail_point: FailPoint, zombies: deque[Zombie]) -> None:
        self.server = server
        self.fail_point = fail_point
        self.zombies = zombies
        self.faults = Faults()
        self.token = ""
        self.requests = 0
        self.met: list[tuple[Endpoint, Fault]] = []

    def carry(self, request: Request) -> Response:
        """Send one request.

        Raises:
            OfflineError: no answer came back.
            Kill: the tablet died before it was sent or after it was answered.
        """
        self.fail_point("before request")
        self.requests += 1
        fault = self.faults.next(endpoint_of(request.method, request.path))
        if fault is not Fault.NONE:
            self.met.append((endpoint_of(request.method, request.path), fault))
        answer = self._carried(request, _body(request), fault)
        self.fail_point("after request")
        return answer

    def _carried(self, request: Request, body: bytes, fault: Fault) -> Response:
        if fault is Fault.REQUEST_LOST:
            raise OfflineError(reason="unreachable")
        if fault is Fault.FAILED:
            return _problem(500, "server-fault")
        if fault is Fault.BUSY:
            return _problem(429, "busy")
        if fault is Fault.PORTAL:
            return PORTAL
        if fault is Fault.LATER:
            self.zombies.append(Zombie(request, body, self.token))
            raise OfflineError(reason="timeout")
        answer = self.server.answer(request, body, self.token)
        if fault is Fault.TWICE:
            answer = self.server.answer(request, body, self.token)
        if fault is Fault.RESPONSE_LOST:
            raise OfflineError(reason="cut")
        if fault is Fault.TRUNCATED and answer.body:
            return Response(answer.status, answer.headers, answer.body[: len(answer.body) // 2])
        return answer


def _body(request: Request) -> bytes:
    if not isinstance(request.body, FileSlice):
        return request.body
    with Path(request.body.path).open("rb") as file:
        file.seek(request.body.offset)
        return file.read(request.body.length)


def _problem(status: int, code: str) -> Response:
    document = {"type": f"/problems/{code}", "title": code, "status": status, "retry": "later"}
    headers = {"sync-protocol": str(wire.PROTOCOL), "content-type": "application/problem+json"}
    return Response(status, headers, wire.dumps(document).encode())


@dataclass
class Made:
    """What a tablet has ever made: the oracle of what must not be lost. A restored database forgets what came after."""

    ops: dict[str, str] = field(default_factory=dict)  # op_id -> kind
    true_time: dict[str, datetime] = field(default_factory=dict)  # op_id -> when it was really made
    tidied: set[str] = field(default_factory=set)  # op_ids that were acknowledged and past the retention


class SimTablet:
    """One tablet: its folder, clock and network; may die at any fail point and is then opened again."""

    def __init__(self, folder: Path, name: str, world: World, site: SiteId, person: PersonId) -> None:
        self.folder = folder
        self.name = name
        self.clock = FakeClock(world.clock.wall, boot=f"{name}-boot-1")
        self.ids = SeededIds(hash_of(name))
        self.fail_point = FailPoint()
        self.network = Network(world.server, self.fail_point, world.zombies)
        self.made = Made()
        self.site = site
        self.person = person
        self.device = DeviceId(self.ids.new())
        self.schema = wire.SCHEMA
        self.boots = 1
        self.store: SqliteTabletStore
        self.tablet: Tablet
        self.open()

    def open(self) -> None:
        """Start the app on what the folder holds."""
        self.folder.mkdir(parents=True, exist_ok=True)
        files = self.folder / "photos"
        self.store = SqliteTabletStore(self.folder / "tablet.db", files, fail_point=self.fail_point)
        self.tablet = Tablet(self.store, self.clock, self.ids, PhotoFiles(files, self.fail_point))

    def close(self) -> None:
        """Let go of the database file, as a dying process does."""
        self.store.close()

    @contextmanager
    def living(self, crash_at: int | None = None) -> Iterator[None]:
        """Run something that may die at the ``crash_at``-th fail point; then the app starts again."""
        self.fail_point.arm(crash_at)
        try:
            yield
        except Kill:
            self.close()
            self.open()
        finally:
            self.fail_point.arm(None)

    def synchronise(self, faults: Faults | None = None) -> SyncReport:
        """Run one session over the network with the faults that were drawn."""
        self.network.faults = faults or Faults()
        enrolment = self.store.enrolment()
        self.network.token = enrolment.token if enrolment is not None else ""
        return drive(session(self.store, self.clock, APP, schema=self.schema), self.network.carry)

    def rows(self, sql: str, *values: object) -> list[dict[str, object]]:
        """Look into the database file, for invariants only."""
        return [dict(row) for row in self.store._rows(sql, *values)]  # type: ignore[arg-type]


def hash_of(name: str) -> int:
    """A number for a name that is the same in every process."""
    return int.from_bytes(name.encode()[:6], "big")


class World:
    """The server, the tablets, the true time, and what people did that the invariants must know."""

    def __init__(self, folder: Path, seeded: Path) -> None:
        self.folder = folder
        shutil.copytree(seeded, folder / "server")
        self.clock = FakeClock(NOW)
        self.zombies: deque[Zombie] = deque()
        self.server = SimServer(folder / "server", self.clock, SeededIds(7))
        self.tablets: dict[str, SimTablet] = {}
        self.backups: list[Path] = []
        self.copies = 0
        self.born: set[str] = set()

    def enrol(self, name: str, site: SiteId, person: PersonId) -> SimTablet:
        """Add a tablet, enrolled through the real request."""
        tablet = SimTablet(self.folder / name, name, self, site, person)
        self.tablets[name] = tablet
        with self.server.store.writing() as tx:
            code = make_code(tx, site, person)
        message = Enrol(code, tablet.device, name, APP)
        answer = self.server.answer(
            Request("POST", "/v1/enrol", {"content-type": "application/json"}),
            wire.dumps(wire.encode(message)).encode(),
            "",
        )
        enrolled = wire.decode(Enrolled, wire.loads(answer.body))
        tablet.store.enrol(
            Enrolment(
                "http://server.test",
                tablet.device,
                name,
                enrolled.site,
                enrolled.site_name,
                enrolled.person,
                enrolled.person_name,
                enrolled.token,
            ),
            enrolled.epoch,
        )
        return tablet

    def pass_time(self, delta: timedelta) -> None:
        """Let true time pass, for the server and every tablet."""
        for clock in (self.clock, *(tablet.clock for tablet in self.tablets.values())):
            clock.advance(delta)

    def deliver_zombie(self) -> None:
        """Let the oldest late request arrive; nobody waits for its answer."""
        if self.zombies:
            zombie = self.zombies.popleft()
            self.server.answer(zombie.request, zombie.body, zombie.token)

    def save_server(self) -> None:
        """Make a backup of the server."""
        self.copies += 1
        copy = self.folder / f"backup-{self.copies}"
        self.server.save(copy)
        self.backups.append(copy)

    def restore_server(self) -> None:
        """Bring the newest backup back."""
        if self.backups:
            self.server.restore(self.backups[-1])

    def close(self) -> None:
        """Let go of everything."""
        for tablet in self.tablets.values():
            tablet.close()
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

