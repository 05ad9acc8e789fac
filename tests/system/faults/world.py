"""Real servers and tablets as processes, with a proxy between each tablet and the servers: the world of a story.

It answers the questions that the invariants of the simulation ask (``tests.system.simulation``), by looking at the same
files beside the processes: what holds there must hold here.
"""

from __future__ import annotations

import functools
import json
import shutil
import signal
import sqlite3
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import requests
from sqlalchemy import create_engine, insert, select

from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from server import tables
from server.cli import open_store
from server.config import Config, sqlite_url
from server.db import make_engine
from server.store import ServerStore
from server.store.device import make_code
from server.store.schema import new_epoch
from server.system import SystemClock, SystemIds
from shared import wire
from shared.errors import DamagedDatabaseError, Retry
from shared.ids import DeviceId, Epoch, PersonId, SiteId
from shared.sync.messages import SyncLimits
from shared.sync.request import Outcome, Request, Response, SyncReport
from tests.port import free_port
from tests.system.faults.nursery import Child
from tests.system.faults.proxy import Proxy, Raw, Way
from tests.system.faults.serve import control
from tests.system.simulation import invariants, rest
from tests.system.simulation import world as simulated
from tests.system.simulation.faults import Faults
from tests.system.simulation.seeded import TABLETS, entities, process_folder
from tests.system.simulation.server import SimServer
from tests.system.simulation.tablet import Made

DATABASE = "tablet.db"


class ProcessDiedError(Exception):
    """A process ended where nothing was to kill it; the message is what it complained about."""


class TabletProcess:
    """A tablet: its process, its way to the server, and a look at its files."""

    def __init__(self, world: World, folder: Path, name: str, site: SiteId, person: PersonId) -> None:
        self.world = world
        self.folder = folder
        self.name = name
        self.site = site
        self.person = person
        self.ids = SystemIds()
        self.made = Made()
        self.boots = 1
        self.proxy = Proxy(world.server.address, name, world.way)
        self._store: SqliteTabletStore | None = None
        self._child: Child | None = None
        self._began = datetime.now(UTC)
        self.shift = timedelta()

    # life -----------------------------------------------------------------------------------------------------------

    def start(self) -> dict[str, Any]:
        """Start the app; the answer says how it opened."""
        arguments = [str(self.folder), self.proxy.url, str(self.boots)]
        self._child = Child("tests.system.faults.tablet", arguments, {}, self.folder.with_suffix(".log"))
        answer = self.hear()
        if answer is None:
            raise ProcessDiedError(self._child.complaints())
        if self.shift and "ok" in answer:
            self.ask("set_clock", by_s=self.shift.total_seconds())
        return answer

    def start_dying_at(self, count: int) -> bool:
        """Start the app so that it dies at the ``count``-th place; tell whether it did. If not, it runs."""
        arguments = [str(self.folder), self.proxy.url, str(self.boots), str(count)]
        self._child = Child("tests.system.faults.tablet", arguments, {}, self.folder.with_suffix(".log"))
        answer = self._child.hear()
        if answer is None:
            assert self._child.was_killed, self._child.complaints()
            self.kill()
            return True
        self.ask("die_at", count=None)
        return False

    def forget_what_was_lost(self) -> None:
        """Begin from what its file holds now: it was damaged."""
        held = {str(row["op_id"]) for row in self.rows("SELECT op_id FROM outbox")}
        self.made.ops = {op_id: fact for op_id, fact in self.made.ops.items() if op_id in held}

    @property
    def is_alive(self) -> bool:
        """Tell whether its process runs, or is stopped."""
        return self._child is not None and not self._child.is_over

    def send(self, number: signal.Signals) -> None:
        """Send its process a signal."""
        if self._child is not None:
            self._child.send(number)

    def kill(self) -> None:
        """Kill its process and let go of it."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def revive(self) -> None:
        """Start the app again if it died."""
        if not self.is_alive:
            self.kill()
            self.start()

    def restart(self, *, with_the_device: bool = False) -> None:
        """Kill the app and start it again, maybe with the whole device, whose boot clock then counts from elsewhere."""
        self.kill()
        self.boots += with_the_device
        self.start()

    def close(self) -> None:
        """End everything."""
        self.kill()
        self.proxy.close()
        self.look_away()

    # words ----------------------------------------------------------------------------------------------------------

    def say(self, command: str, **facts: object) -> None:
        """Tell it to do something, without waiting."""
        assert self._child is not None
        self._began = datetime.now(UTC)
        self.world.server.is_changed = True
        self._child.say(json.dumps({"do": command, **facts}))

    def hear(self) -> dict[str, Any] | None:
        """Wait for what it says; None if it died. What it made meanwhile is noted with the time it was made in."""
        assert self._child is not None
        line = self._child.hear()
        ended = datetime.now(UTC)
        for op in self.new_ops():
            self.world.spans.setdefault(op, (self._began, ended))
        if line is None:
            return None
        answer: dict[str, Any] = json.loads(line)
        assert "broken" not in answer, answer.get("broken")
        return answer

    def ask(self, command: str, **facts: object) -> dict[str, Any] | None:
        """Tell it to do something and wait; None if it died of that.

        Raises:
            ProcessDiedError: it ended by itself, which a kill never looks like.
        """
        self.say(command, **facts)
        answer = self.hear()
        if answer is None and self._child is not None and not self._child.was_killed:
            raise ProcessDiedError(self._child.complaints())
        return answer

    def do(self, command: str, **facts: object) -> Any:
        """Tell it to do something that must succeed."""
        answer = self.ask(command, **facts)
        assert answer is not None and "ok" in answer, (command, facts, answer)
        return answer["ok"]

    def synchronise(self, faults: Faults | None = None) -> SyncReport:
        """Run one session in peace."""
        report = read_report(self.do("sync"))
        assert "digest-mismatch" not in report.notes, f"S1: {self.name} was wrong until its digest told: {report}"
        return report

    def pass_time(self, delta: timedelta) -> None:
        """Have its wall clock set."""
        self.shift += delta
        self.do("set_clock", by_s=delta.total_seconds())

    def become(self, enrolment: Enrolment, _epoch: Epoch) -> None:
        """Note who it belongs to now; its process knows already."""
        self.site, self.person = enrolment.site, enrolment.person

    # looking at its files -------------------------------------------------------------------------------------------

    @property
    def store(self) -> SqliteTabletStore:
        """The store, opened beside the process."""
        if self._store is None:
            self._store = SqliteTabletStore(self.folder / DATABASE, self.folder / "photos")
        return self._store

    @property
    def network(self) -> Proxy:
        """Where its requests are counted."""
        return self.proxy

    @property
    def device(self) -> DeviceId:
        """Its own id."""
        return self.store.memory().device

    def look_away(self) -> None:
        """Let go of the files before they are replaced."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def rows(self, sql: str, *values: str) -> list[dict[str, object]]:
        """Look into its database."""
        return [dict(row) for row in self.store._rows(sql, *values)]

    def number(self, sql: str) -> int:
        """Look one number up."""
        return self.store._number(sql)

    def new_ops(self) -> list[str]:
        """Name the operations that are not known yet; of a damaged database none can be named."""
        try:
            rows = self.rows("SELECT op_id FROM outbox")
        except DamagedDatabaseError:
            self.look_away()
            return []
        return [str(row["op_id"]) for row in rows if row["op_id"] not in self.made.ops]


class Server:
    """One or two processes of ``rounds serve`` on one home and one database, and a look at both."""

    limits = SyncLimits()

    def __init__(self, folder: Path, url: str = "", processes: int = 1) -> None:
        self.folder = folder
        self.url = url or sqlite_url(folder)
        self.count = processes
        self.children: list[Child] = []
        self.ports: list[int] = []
        self.turns = 0
        self._engine = make_engine(self.url)
        self.store = ServerStore(self._engine, SystemClock(), SystemIds())
        self._mirror = folder / "mirror.db" if url else None
        self._eye = Eye(self._mirror or folder / "rounds.db")
        self.is_changed = True

    def start(self) -> None:
        """Start what does not run."""
        control(self.folder)
        while len(self.children) < self.count:
            port = free_port()
            environment = {"ROUNDS_HOME": str(self.folder), "ROUNDS_DB": self.url, "ROUNDS_PORT": str(port)}
            self.children.append(Child("tests.system.faults.serve", ["serve"], environment, self.log))
            self.ports.append(port)
            if self.children[-1].hear() is None:
                raise ProcessDiedError(self.children[-1].complaints())

    @property
    def log(self) -> Path:
        """What the processes complain about."""
        return self.folder.with_suffix(".log")

    def address(self) -> tuple[str, int]:
        """Where the next connection goes: each process in turn."""
        self.turns += 1
        return "127.0.0.1", self.ports[self.turns % len(self.ports)] if self.ports else 1

    def send(self, number: signal.Signals) -> None:
        """Send one of its processes a signal."""
        if self.children:
            self.children[self.turns % len(self.children)].send(number)

    def bury(self) -> None:
        """Let go of processes that died: whatever was killed, even a moment ago, answers nothing."""
        for child, port in list(zip(self.children, self.ports, strict=True)):
            if not answers(port):
                child.close()
                self.children.remove(child)
                self.ports.remove(port)

    def kill(self) -> None:
        """Kill all processes."""
        for child in self.children:
            child.close()
        self.children.clear()
        self.ports.clear()

    def close(self) -> None:
        """Let go of everything."""
        self.kill()
        self._eye.close()
        self._engine.dispose()

    def _refresh(self) -> None:
        """Copy a database that is no SQLite file into one, to be looked at; as often as something may have changed."""
        if self._mirror is None or not self.is_changed:
            return
        self.is_changed = False
        self._eye.close()
        for end in ("", "-wal", "-shm"):
            self._mirror.with_name(self._mirror.name + end).unlink(missing_ok=True)
        engine = create_engine(f"sqlite:///{self._mirror}")
        tables.metadata.create_all(engine)
        with self._engine.connect() as source, engine.begin() as copy:
            for table in tables.metadata.sorted_tables:
                rows = [dict(row) for row in source.execute(select(table)).mappings()]
                if rows:
                    copy.execute(insert(table), rows)
        engine.dispose()

    def look(self, sql: str, *values: object) -> list[Any]:
        """Look into the database."""
        self._refresh()
        return self._eye.look(sql, *values)

    def column(self, sql: str, *values: object) -> set[object]:
        """Look at the distinct values of one column."""
        return {row[0] for row in self.look(sql, *values)}

    def state(self) -> dict[str, object]:
        """Everything that a repeated request must leave alone."""
        return SimServer.state(self)  # type: ignore[arg-type]  # it only looks

    def answer(self, request: Request, body: bytes, token: str) -> Response:
        """Ask the server directly."""
        self.is_changed = True
        host, port = self.address()
        headers = {"Sync-Protocol": str(wire.PROTOCOL), "Authorization": f"Bearer {token}", **request.headers}
        got = requests.request(
            request.method, f"http://{host}:{port}{request.path}", headers=headers, data=body, timeout=300
        )
        return Response(got.status_code, {name.lower(): value for name, value in got.headers.items()}, got.content)

    def save(self, copy: Path) -> None:
        """Copy everything while nobody writes."""
        self.kill()
        self.look_away()
        shutil.copytree(self.folder, copy)
        if self._mirror is not None:
            _copy_database(self.url, f"{_name(self.url)}_{copy.name.replace('-', '_')}", _name(self.url))

    def restore(self, copy: Path) -> None:
        """Bring a copy back and begin a new epoch, as the handbook says."""
        self.kill()
        self.look_away()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        if self._mirror is not None:
            _copy_database(self.url, _name(self.url), f"{_name(self.url)}_{copy.name.replace('-', '_')}")
        with self.store.writing() as tx:
            new_epoch(tx)

    def look_away(self) -> None:
        """Let go of the files."""
        self._eye.close()
        self._engine.dispose()


class Eye:
    """A connection that only looks, opened when it is needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def look(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Read rows."""
        if self._connection is None:
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
        return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@dataclass
class TrueClock:
    """The time that all processes share."""

    @property
    def wall(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


class World(simulated.World):
    """The servers, the tablets and the ways between them; everything is killed at the end, whatever happened."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder = folder
        self.server = server  # type: ignore[assignment]  # it answers the same questions
        self.clock = TrueClock()  # type: ignore[assignment]
        self.way = Way(signal=self.signal)
        self.zombies: deque[Raw] = self.way.zombies  # type: ignore[assignment]
        self.curses = self.way.curses
        self.oracle = SimpleNamespace(delivered=self.way.delivered)  # type: ignore[assignment]
        self.tablets: dict[str, TabletProcess] = {}  # type: ignore[assignment]
        self.backups: list[Path] = []
        self.copies = 0
        self.born: set[str] = set()
        self.spans: dict[str, tuple[datetime, datetime]] = {}

    def start(self) -> None:
        """Start the server and the tablets."""
        self.server.start()
        for name, site, person in TABLETS:
            if (self.folder / name).exists():
                self.tablets[name] = TabletProcess(self, self.folder / name, name, site, person)
                self.tablets[name].start()

    @property
    def delays(self) -> dict[str, timedelta]:  # type: ignore[override]
        """How far the time of each operation may be off: how late it came, and how exactly we know when it was made."""
        return {op: self.way.delays.get(op, timedelta()) + (span[1] - span[0]) / 2 for op, span in self.spans.items()}

    def signal(self, who: str, what: str) -> None:
        """Let a process die, stop or go on."""
        number = {"dies": signal.SIGKILL, "stops": signal.SIGSTOP, "goes on": signal.SIGCONT}[what]
        (self.server if who == "server" else self.tablets[who]).send(number)

    def revive(self) -> None:
        """Start again what died, and let go on what was stopped."""
        for tablet in self.tablets.values():
            tablet.send(signal.SIGCONT)
            tablet.proxy.clear()
        for child in self.server.children:
            child.send(signal.SIGCONT)
        self.server.bury()
        self.server.start()
        for tablet in self.tablets.values():
            tablet.revive()

    def pass_time(self, delta: timedelta) -> None:
        """Have every tablet's wall clock set forward: whatever was set aside is due."""
        for tablet in self.tablets.values():
            tablet.pass_time(delta)

    def deliver_zombie(self) -> None:
        """Let the oldest late request arrive."""
        if self.zombies:
            raw = self.zombies.popleft()
            self.server.is_changed = True
            next(iter(self.tablets.values())).proxy.deliver(raw)

    def save_server(self) -> None:
        """Make a backup."""
        super().save_server()
        self.server.start()

    def restore_server(self) -> None:
        """Bring the newest backup back."""
        if self.backups:
            super().restore_server()
            self.server.start()

    def _enrolled(self, tablet: Any, _device: DeviceId, site: SiteId, person: PersonId, _token: str) -> Any:
        with self.server.store.writing() as tx:
            code = make_code(tx, site, person)
        answer = tablet.ask("enrol", code=code)
        if answer is None or "error" in answer:
            return None
        names = {"site_name": "", "person_name": "", "epoch": ""}
        return SimpleNamespace(**answer["ok"], **names)

    def check(self) -> None:
        """Assert what holds at every moment."""
        invariants.check(self)
        self._note_times()
        self._note_what_was_let_go()

    def settle(self) -> None:
        """Heal everything, let it drain, and assert what holds at rest."""
        self.revive()
        self.check()
        rest.settle(self)
        fields_are_chains(self)

    def _note_times(self) -> None:
        for tablet in self.tablets.values():
            for op_id, fact in tablet.made.ops.items():
                began, ended = self.spans.get(op_id, (fact.made_at, fact.made_at))
                fact.made_at = began + (ended - began) / 2

    def _note_what_was_let_go(self) -> None:
        """Note the photos that went with a site which a tablet lost (S11), while the server has them."""
        stored = self.server.column("SELECT sha256 FROM blob WHERE stored_at IS NOT NULL")
        for tablet in self.tablets.values():
            gone = {str(row["sha256"]) for row in tablet.rows(_LET_GO, tablet.site)}
            tablet.made.let_go |= gone & stored

    def close(self) -> None:
        """End all processes."""
        for tablet in self.tablets.values():
            tablet.close()
        self.server.close()
        shutil.rmtree(self.folder, ignore_errors=True)


_LET_GO = (
    "SELECT b.sha256 FROM blob b JOIN photo p ON p.sha256 = b.sha256 JOIN outbox o ON o.entity_id = p.record"
    " WHERE b.state = 'stored' AND b.has_file = 0 AND json_extract(o.body, '$.site') <> ?"
)


def fields_are_chains(world: World) -> None:
    """S9: applied edits of a field follow each other: each had seen what the one before it wrote, the last one stands."""
    edits: dict[str, list[tuple[str, str]]] = {}
    for tablet in world.tablets.values():
        for row in tablet.rows("SELECT body, result FROM outbox WHERE kind = 'point.patch' AND state = 'acked'"):
            body, result = rest.members(row["body"]), rest.members(row["result"])
            is_edit = isinstance(body.get("set"), dict) and result["status"] in {"applied", "merged"}
            if is_edit and "remark" not in (result.get("conflicts") or ()):
                edits.setdefault(str(body["id"]), []).append((body["base"]["remark"], body["set"]["remark"]))  # type: ignore[index]
    for point, pairs in edits.items():
        bases = [base for base, _ in pairs]
        assert len(set(bases)) == len(bases), f"S9: {point} was edited twice from the same value: {pairs}"
        follows, value = dict(pairs), ""
        while value in follows:
            value = follows.pop(value)
        row = world.server.look("SELECT body FROM point WHERE id = ?", point)
        assert not follows, f"S9: {follows} of {point} count as applied and are not in the chain that ends in {value!r}"
        stands = rest.members(row[0]["body"]).get("remark", "")
        assert stands == value, f"S9: the last edit of {point} is {value!r}, what stands is {stands!r}"


def read_report(said: dict[str, Any]) -> SyncReport:
    """Read what a tablet said about a session."""
    retry = Retry(said["retry"]) if said["retry"] else None
    return SyncReport(**{**said, "outcome": Outcome(said["outcome"]), "retry": retry, "notes": tuple(said["notes"])})


def answers(port: int) -> bool:
    """Tell whether a server lives."""
    try:
        requests.get(f"http://127.0.0.1:{port}/healthz", timeout=300)
    except requests.RequestException:
        return False
    return True


def _name(url: str) -> str:
    return url.rpartition("/")[2]


def _copy_database(url: str, target: str, source: str) -> None:
    import psycopg

    admin = url.replace("+psycopg", "").rpartition("/")[0] + "/postgres"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


@functools.cache
def seeded_folder() -> Path:
    """Make the folder that every story begins from: a migrated server with two sites, and enrolled tablets."""
    folder = process_folder() / "processes"
    home = folder / "server"
    seed_server(Config(home=home, database_url=sqlite_url(home)))
    server = SimServer(home, SyncLimits())
    server.clock.wall = datetime.now(UTC)
    world = simulated.World(server, folder)
    for name, site, person in TABLETS:
        tablet = world.add(name, site, person)
        tablet.clock.wall = server.clock.wall
        world.enrol(tablet, site, person)
        report = tablet.synchronise()
        assert report.outcome is Outcome.DONE, report
        tablet.close()
    server.stop()
    return folder


def seed_server(config: Config) -> None:
    """Fill an empty database, as migrations make it."""
    store = open_store(config)
    with store.writing() as tx:
        for entity in entities():
            tx.put(entity)
    store.engine.dispose()


@contextmanager
def a_world(
    tablets: tuple[str, ...] = ("keeper", "lead"), new_postgres: Callable[[], str] | None = None
) -> Iterator[World]:
    """Begin a world of processes; with ``new_postgres`` two servers share a PostgreSQL database, else one has SQLite."""
    seeded = seeded_folder()
    folder = Path(tempfile.mkdtemp(prefix="processes-", dir=process_folder()))
    shutil.copytree(seeded / "server", folder / "server")
    for name in tablets:
        shutil.copytree(seeded / name, folder / name)
    url = new_postgres() if new_postgres is not None else ""
    if url:
        _fill(url, folder / "server")
    world = World(folder, Server(folder / "server", url, 2 if url else 1))
    try:
        world.start()
        yield world
    finally:
        world.close()


def _fill(url: str, home: Path) -> None:
    """Copy a home's SQLite database into an empty one elsewhere, which gets the same schema."""
    open_store(Config(home=home, database_url=url)).engine.dispose()
    source, target = make_engine(sqlite_url(home)), make_engine(url)
    with source.connect() as one, target.begin() as other:
        for table in tables.metadata.sorted_tables:
            rows = [dict(row) for row in one.execute(select(table)).mappings()]
            other.execute(table.delete())
            if rows:
                other.execute(insert(table), rows)
    source.dispose()
    target.dispose()
