"""Our server as people run it: ``rounds serve`` as a process, tablets enrolled by one-time codes over HTTP."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import work
from bench.client import JSON, Client, Sending
from server.cli import open_store
from server.config import Config, sqlite_url
from server.store.device import make_code
from server.store.template import publish
from shared.ids import DeviceId
from shared.sync.messages import Enrol
from shared.wire import PROTOCOL, dumps, encode

ROOT = Path(__file__).resolve().parents[1]
STOP_S = 30
SYNC = {"Sync-Protocol": str(PROTOCOL)}


@dataclass(frozen=True, slots=True)
class Tablet:
    """A tablet that is enrolled: what its requests carry."""

    device: str
    token: str
    epoch: str

    @property
    def headers(self) -> dict[str, str]:
        """What every request of it says."""
        return {**SYNC, "Authorization": f"Bearer {self.token}"}

    def pushes(self, batches: list[work.Batch]) -> list[Sending]:
        """Write pushes as the tablet sends them: packed, answers welcome packed."""
        return [self.push(batch.packed) for batch in batches]

    def push(self, packed: bytes) -> Sending:
        """Write one push."""
        headers = {**JSON, "Content-Encoding": "gzip", "Accept-Encoding": "gzip"}
        return Sending("POST", "/v1/sync/push", packed, headers)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server process."""

    url: str
    home: Path
    process: subprocess.Popen[str]
    log: Path

    def client(self, tablet: Tablet) -> Client:
        """Connect as a tablet."""
        return Client(self.url, tablet.headers)

    def cpu_ns(self) -> int:
        """Return the nanoseconds that all threads of the process were on a processor."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir())

    def rss_mb(self) -> float:
        """Return the resident memory of the process, shared pages included."""
        return rss_mb(self.process.pid)


def rss_mb(pid: int) -> float:
    """Return the resident memory of a process, shared pages included, in MB of 1,000,000 bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) * 1024 / 1e6


@dataclass(frozen=True, slots=True)
class Ground:
    """A server's folder with an estate, a form and enrolled tablets, to be copied for each round."""

    home: Path
    tablets: tuple[Tablet, ...]

    @contextmanager
    def served(self, folder: Path) -> Iterator[Server]:
        """Serve a fresh copy, warmed by a few pushes of the last tablet."""
        shutil.copytree(self.home, folder)
        with serving(folder) as server:
            _warm(server, self.tablets[-1])
            yield server
        shutil.rmtree(folder)


def lay_ground(home: Path, tablets: int) -> Ground:
    """Make an estate and enrol tablets: ``tablets`` and one more, which warms servers up."""
    config = Config(home=home, database_url=sqlite_url(home))
    store = open_store(config)
    with store.writing() as tx:
        for entity in (work.SITE, work.PERSON, *work.POINTS):
            tx.put(entity)
        publish(tx, work.form())
    store.engine.dispose()
    codes = [enrolment_code(home) for _ in range(tablets + 1)]
    ids = work.Ids(11)
    with serving(home) as server:
        enrolled = tuple(enrol(server, code, DeviceId(ids.new())) for code in codes)
    return Ground(home, enrolled)


def enrolment_code(home: Path) -> str:
    """Make a one-time code in a server's database, as the office does."""
    store = open_store(Config(home=home, database_url=sqlite_url(home)))
    with store.writing() as tx:
        code = make_code(tx, work.SITE.id, work.PERSON.id, "bench")
    store.engine.dispose()
    return code


def enrol(server: Server, code: str, device: DeviceId) -> Tablet:
    """Enrol a tablet over HTTP."""
    body = dumps(encode(Enrol(code, device, "量一量", work.APP))).encode()
    with Client(server.url, SYNC) as client:
        found = json.loads(client.send(Sending("POST", "/v1/enrol", body, JSON)))
    return Tablet(found["device"], found["token"], found["epoch"])


@contextmanager
def serving(home: Path, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """Run ``rounds serve`` on a folder until the block ends; its log lies beside the folder."""
    port = free_port()
    settings = {"ROUNDS_HOME": str(home), "ROUNDS_PORT": str(port), "ROUNDS_HOST": "127.0.0.1", **(environment or {})}
    log = home.with_name(f"{home.name}.log")
    with log.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main(['serve']))"],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        if process.stdout is None or not process.stdout.readline().startswith("http"):
            raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
        yield Server(f"http://127.0.0.1:{port}", home, process, log)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(STOP_S)
        if process.stdout is not None:
            process.stdout.close()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _warm(server: Server, tablet: Tablet) -> None:
    """Let every path of a push and a pull run a few times."""
    found = work.bodies(work.inspections(120, device=tablet.device, seed=99))
    several = work.batches(found[:100], 50, device=tablet.device, epoch=tablet.epoch, seed=98)
    single = work.batches(found[100:], 1, device=tablet.device, epoch=tablet.epoch, seed=97)
    pull = dumps({"device": tablet.device, "epoch": tablet.epoch, "schema": 1, "cursors": {}}).encode()
    with server.client(tablet) as client:
        for request in tablet.pushes([*several, *single]):
            client.send(request)
        client.send(Sending("POST", "/v1/sync/pull", pull, JSON))
