"""A PostgreSQL cluster of our own on 127.0.0.1 whose data are kept between runs, as a server is set up in practice."""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_HOMES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
SETTINGS = ("shared_buffers=512MB", "max_wal_size=4GB", "max_connections=100", "listen_addresses=127.0.0.1")


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Run the cluster that is kept in ``folder`` (made if there is none); yields the address of its database ``growth``."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one run at a time
        yield from _running(folder)


def _running(folder: Path) -> Iterator[str]:
    owner = _owner()
    if not (folder / "PG_VERSION").exists():
        folder.mkdir(parents=True, exist_ok=True)
        if owner:
            os.chown(folder, owner["user"], owner["group"])
        make = [_program("initdb"), "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, **_as(owner))
    port = _free_port()
    options = " ".join([f"-p {port} -k ''", *(f"-c {setting}" for setting in SETTINGS)])
    control = [_program("pg_ctl"), "-D", folder, "-w", "-s", "-t", "120"]
    log = folder / "server.log"
    subprocess.run([*control, "-o", options, "-l", log, "start"], check=True, stdout=subprocess.DEVNULL, **_as(owner))
    try:
        with psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres", autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'growth'").fetchone():
                connection.execute("CREATE DATABASE growth")
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/growth"
    finally:
        subprocess.run([*control, "-m", "fast", "stop"], check=True, **_as(owner))


def _program(name: str) -> str:
    folders = sorted(found for home in _HOMES for found in Path("/").glob(home.lstrip("/")))
    return shutil.which(name) or str(next(folder / name for folder in reversed(folders)))


def _owner() -> dict[str, int]:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return {}
    owner = pwd.getpwnam("postgres")
    return {"user": owner.pw_uid, "group": owner.pw_gid}


def _as(owner: dict[str, int]) -> dict[str, object]:
    return {**owner, "extra_groups": []} if owner else {}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
