"""The peer: PouchDB Server (express-pouchdb) over leveldb and PouchDB's client, from npm, as processes of Node.js.

Its answers are not durable: leveldb writes without fsync by default. The lock file in ``bench/peer`` pins what is
measured; it is installed into ``build/bench/peer`` on first use.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.client import JSON, Client, Sending
from bench.served import free_port, rss_mb
from bench.work import Body
from shared.wire import dumps

SOURCE = Path(__file__).with_name("peer")
STOP_S = 30


@dataclass(frozen=True, slots=True)
class Pouch:
    """A running PouchDB Server."""

    url: str
    folder: Path
    process: subprocess.Popen[str]

    def database(self, name: str) -> str:
        """Make an empty database and return its address."""
        with self.client() as client:
            client.send(Sending("PUT", f"/{name}"))
        return f"{self.url}/{name}"

    def drop(self, name: str) -> None:
        """Delete a database."""
        with self.client() as client:
            client.send(Sending("DELETE", f"/{name}"))

    def client(self) -> Client:
        """Connect."""
        return Client(self.url, {"Accept": "application/json"})

    def cpu_ns(self) -> int:
        """Return the nanoseconds that all threads of the process were on a processor."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir())

    def rss_mb(self) -> float:
        """Return the resident memory of the process."""
        return rss_mb(self.process.pid)

    def pull(self, name: str, target: Path) -> float:
        """Replicate a database into a fresh leveldb with PouchDB's client; return the seconds that it took.

        Raises:
            RuntimeError: not every document arrived.
        """
        ran = subprocess.run(
            ["node", str(self.folder / "pull.js"), f"{self.url}/{name}", str(target)],
            cwd=self.folder,
            check=True,
            capture_output=True,
            text=True,
        )
        said = json.loads(ran.stdout.splitlines()[-1])
        shutil.rmtree(target, ignore_errors=True)
        if said["failures"]:
            raise RuntimeError(f"the replication failed on {said['failures']} documents")
        return float(said["took_ms"]) / 1000


def bulk(name: str, found: list[Body], size: int) -> list[Sending]:
    """Write documents as ``_bulk_docs`` requests."""
    documents = [document(body) for body in found]
    return [
        Sending("POST", f"/{name}/_bulk_docs", dumps({"docs": documents[at : at + size]}).encode(), JSON)
        for at in range(0, len(documents), size)
    ]


def single(name: str, found: list[Body]) -> list[Sending]:
    """Write documents as one POST each."""
    return [Sending("POST", f"/{name}", dumps(document(body)).encode(), JSON) for body in found]


def document(body: Body) -> Body:
    """Name a record as PouchDB wants it."""
    return {"_id": body["id"], **{name: value for name, value in body.items() if name != "id"}}


def stored(answer: bytes) -> int:
    """Count the documents that an answer says were stored."""
    said = json.loads(answer)
    return sum("rev" in one for one in (said if isinstance(said, list) else [said]))


def install(folder: Path) -> str:
    """Install the peer from its lock file; return an empty text, or why there is none on this machine."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm are not installed"
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name in ("package.json", "package-lock.json") if _differs(SOURCE / name, folder / name)]
    for source in SOURCE.iterdir():
        if source.is_file():
            shutil.copyfile(source, folder / source.name)
    if not changed and (folder / "node_modules").is_dir():
        return ""
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],  # leveldown brings its own binaries
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        (folder / "package-lock.json").unlink()
        return f"npm ci failed: {done.stderr.strip().splitlines()[-1:]}"
    return ""


def versions() -> str:
    """Say what is installed, by its lock file."""
    packages = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    named = ("express-pouchdb", "pouchdb", "leveldown", "express")
    return ", ".join(f"{name} {packages[f'node_modules/{name}']['version']}" for name in named)


@contextmanager
def pouch(program: Path, folder: Path) -> Iterator[Pouch]:
    """Run PouchDB Server with its databases in a folder until the block ends."""
    folder.mkdir(parents=True)
    port = free_port()
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            ["node", str(program / "server.js"), str(folder), str(port)],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        if process.stdout is None or not process.stdout.readline().startswith("http"):
            raise RuntimeError(f"the peer did not start:\n{(folder / 'log').read_text(encoding='utf-8')[-2000:]}")
        yield Pouch(f"http://127.0.0.1:{port}", program, process)
    finally:
        process.terminate()
        process.wait(STOP_S)
        if process.stdout is not None:
            process.stdout.close()


def _differs(source: Path, target: Path) -> bool:
    return not target.exists() or source.read_bytes() != target.read_bytes()
