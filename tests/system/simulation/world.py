"""A small world on one table: a server, tablets, a network that loses things, and one true clock.

Everything in it is real (Flask application, SQLite files, the tablet's store, actions and session) but time, the
network and the moments of death, which are drawn. Nothing sleeps and nothing runs beside anything else.
"""

from __future__ import annotations

import shutil
from collections import deque
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from mobile.store.row import Enrolment
from server import tables
from server.store.account import hash_token
from server.store.device import find_device, make_code
from shared import wire
from shared.ids import DeviceId, PersonId, SiteId
from shared.sync.messages import Enrol, Enrolled
from shared.sync.request import Request
from tests.builders import NOW, FakeClock
from tests.system.simulation.faults import FailPoint
from tests.system.simulation.network import Curses, Network, Sent
from tests.system.simulation.oracle import Oracle
from tests.system.simulation.server import SimServer
from tests.system.simulation.tablet import APP, SimTablet


class World:
    """The server, the tablets, the true time, and what people did that the invariants must know."""

    def __init__(self, server: SimServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.clock = server.clock
        self.zombies: deque[Sent] = deque()
        self.curses = Curses()
        self.tablets: dict[str, SimTablet] = {}
        self.backups: list[Path] = []
        self.copies = 0
        self.born: set[str] = set()
        self.delays: dict[str, timedelta] = {}
        self.oracle = Oracle(server)
        server.watch = self.oracle.watch

    @classmethod
    def begin(cls, server: SimServer, folder: Path, seeded: Path) -> World:
        """Begin a story from a folder that ``seeded`` made."""
        server.begin_anew(seeded / "server", FakeClock(NOW))
        return cls(server, folder)

    def add(self, name: str, site: SiteId, person: PersonId) -> SimTablet:
        """Add a tablet on the folder of its name."""
        network = Network(self.server, FailPoint(), self.zombies, self.curses)
        tablet = self.tablets[name] = SimTablet(self.folder / name, name, network, site, person)
        return tablet

    def enrol(self, tablet: SimTablet, site: SiteId, person: PersonId) -> None:
        """Let a tablet belong to a person at a site, through the real request.

        If a restore forgot who got it last, the office first enrols it for whom it knows.
        """
        device = tablet.store.own_device(DeviceId(tablet.ids.new()))
        before = tablet.store.enrolment()
        token = before.token if before is not None else ""
        said = self._enrolled(tablet, device, site, person, token)
        if said is None:
            with self.server.store.reading() as tx:
                known = find_device(tx, device)
            again = self._enrolled(tablet, device, known.site, known.person, token)
            said = self._enrolled(tablet, device, site, person, again.token if again is not None else "")
        assert said is not None, "a tablet that was known could not be enrolled"
        names = (said.site, said.site_name, said.person, said.person_name)
        tablet.become(Enrolment("http://server.test", device, tablet.name, *names, said.token), said.epoch)

    def _enrolled(
        self, tablet: SimTablet, device: DeviceId, site: SiteId, person: PersonId, token: str
    ) -> Enrolled | None:
        with self.server.store.writing() as tx:
            code = make_code(tx, site, person)
        body = wire.dumps(wire.encode(Enrol(code, device, tablet.name, APP))).encode()
        answer = self.server.answer(Request("POST", "/v1/enrol", {"content-type": "application/json"}), body, token)
        return wire.decode(Enrolled, wire.loads(answer.body)) if answer.status == 200 else None

    def pass_time(self, delta: timedelta) -> None:
        """Let true time pass, for the server and every tablet."""
        for clock in (self.clock, *(tablet.clock for tablet in self.tablets.values())):
            clock.advance(delta)

    def deliver_zombie(self) -> None:
        """Let the oldest late request arrive; nobody waits for its answer."""
        if self.zombies:
            late = self.zombies.popleft()
            if late.request.path.startswith("/v1/sync/push"):
                message = wire.loads(late.body)
                assert isinstance(message, dict)
                delay = self.clock.wall - late.at
                for op in message["ops"]:  # which of several late copies was the one that counted, a restore may change
                    self.delays[op["op_id"]] = max(delay, self.delays.get(op["op_id"], delay))
            self.server.answer(late.request, late.body, late.token)

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
            self.oracle.delivered.clear()

        for tablet in self.tablets.values():
            self.learn_site(tablet)

    def learn_site(self, tablet: SimTablet) -> None:
        """Note where the server has a tablet now."""
        query = select(tables.device.c.site).where(tables.device.c.id == tablet.device)
        with self.server.store.reading() as tx:
            tablet.site = tx.scalar(query) or tablet.site

    def reinstate(self) -> None:
        """End revocations; a tablet whose token ended (another enrolment, or a restore forgot it) is enrolled anew."""
        with self.server.store.writing() as tx:
            tx.execute(tables.device.update().values(state="active", revoked_at=None))
        for tablet in self.tablets.values():
            enrolment = tablet.store.enrolment()
            assert enrolment is not None
            query = select(tables.device.c.id).where(tables.device.c.token_sha256 == hash_token(enrolment.token))
            with self.server.store.reading() as tx:
                is_known = tx.scalar(query) is not None
            if not is_known:
                self.enrol(tablet, enrolment.site, enrolment.person)

    def close(self) -> None:
        """Let go of everything."""
        for tablet in self.tablets.values():
            tablet.close()
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
