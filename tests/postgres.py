"""A PostgreSQL of our own for the tests that need one: started once a run, one fresh database for each that asks."""

from __future__ import annotations

import functools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
import pytest

from server.db import make_engine
from server.store.schema import create_schema
from tests.port import free_port

_HOMES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
_PROGRAMS = sorted(
    (folder for home in _HOMES for folder in Path("/").glob(home.lstrip("/"))),
    key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0),
)


def _program(name: str) -> str:
    found = shutil.which(name) or next((str(folder / name) for folder in reversed(_PROGRAMS)), "")
    if not Path(found).exists():
        pytest.fail(
            f"{name} is missing: install PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql@17)"
        )
    return found


def _as_owner() -> dict[str, object]:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return {}
    owner = pwd.getpwnam("postgres")
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a cluster that lives as long as the run."""
    with a_cluster() as url:
        yield url


@contextmanager
def a_cluster() -> Iterator[str]:
    """Start a cluster in a folder of its own and return its address; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="rounds-pg-"))
    owner = _as_owner()
    if owner:
        os.chown(folder, int(str(owner["user"])), int(str(owner["group"])))
    data, port = folder / "data", free_port()
    make = [_program("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
    quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"  # no test survives a power cut
    quick += " -c wal_level=minimal -c max_wal_senders=0 -c jit=off"
    same = "-c autovacuum=off -c deadlock_timeout=200ms"  # nothing happens by itself, and what is told comes soon
    settings = f"-p {port} -h 127.0.0.1 -k {folder} -c max_connections=200 {quick} {same}"
    control = [_program("pg_ctl"), "-D", data, "-w", "-s", "-t", "300"]
    try:
        subprocess.run(make, cwd=folder, check=True, capture_output=True, **owner)
        start = [*control, "-o", settings, "-l", folder / "log", "start"]
        subprocess.run(start, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **owner)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], cwd=folder, check=False, capture_output=True, **owner)
        shutil.rmtree(folder, ignore_errors=True)


class NewPostgres(Protocol):
    """Makes a fresh database and returns its address; ``has_schema``: with the tables in it, copied from a template."""

    def __call__(self, *, has_schema: bool = False) -> str: ...


@pytest.fixture
def new_postgres(postgres_server: str) -> Iterator[NewPostgres]:
    """Return a function that makes a fresh database and returns its address; all are dropped at the end."""
    with fresh_databases(postgres_server) as make:
        yield make


@contextmanager
def fresh_databases(postgres_server: str) -> Iterator[NewPostgres]:
    """Return a function that makes a fresh database of a cluster; all are dropped afterwards."""
    plain = postgres_server.replace("+psycopg", "")
    made: list[str] = []
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        known = connection.execute("SELECT count(*) FROM pg_database").fetchone()

        def make(*, has_schema: bool = False) -> str:
            name = f"rounds_{os.getpid()}_{known[0] if known else 0}_{len(made)}"
            template = _template(postgres_server) if has_schema else "template1"
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
            made.append(name)
            return f"{postgres_server}/{name}"

        yield make
        for name in made:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@functools.cache
def _template(postgres_server: str) -> str:
    """Make the database of a cluster that has the schema and nothing else; nobody is connected to it afterwards."""
    name = f"schema_{os.getpid()}"
    with psycopg.connect(f"{postgres_server.replace('+psycopg', '')}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    engine = make_engine(f"{postgres_server}/{name}")
    create_schema(engine)
    engine.dispose()
    return name
