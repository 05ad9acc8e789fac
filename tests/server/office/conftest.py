"""The office over a furnished estate: built once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from psycopg.sql import SQL, Identifier

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.schema import create_schema, ensure_epoch
from tests.builders import FakeClock, SeededIds
from tests.estate import PASSWORD, Estate, furnish
from tests.postgres import postgres_server

__all__ = ["postgres_server"]

ORIGIN = "http://localhost"
SignIn = Callable[[str], FlaskClient]
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.process))
ON_BOTH = {
    "test_answer",
    "test_clearing",
    "test_hazards",
    "test_inspections",
    "test_letters",
    "test_lifecycle",
    "test_notices",
    "test_plan",
    "test_rounds",
    "test_review",
    "test_search_feed",
    "test_today",
    "test_two_servers",
}
"""Modules whose pages and acts run over PostgreSQL as well; the others ask the database nothing new."""


@dataclass(frozen=True, slots=True)
class Furnished:
    """A furnished estate that tests copy: its folder, what is in it, and the address of its database's server."""

    home: Path
    estate: Estate
    server: str = ""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the modules of ON_BOTH once for each database; a test may also name its databases itself."""
    named = [name for mark in metafunc.definition.iter_markers("parametrize") for name in mark.args[0]]
    if "database" in metafunc.fixturenames and "database" not in named:
        is_both = metafunc.module.__name__.rpartition(".")[2] in ON_BOTH
        metafunc.parametrize("database", DATABASES if is_both else DATABASES[:1])


def open_app(home: Path, database_url: str, clock: FakeClock, seed: int) -> Flask:
    config = Config(home=home, database_url=database_url)
    return create_app(config, clock=clock, ids=SeededIds(seed), passwords=Passwords(memory_kib=8))


def furnish_at(home: Path, database_url: str) -> Estate:
    app = open_app(home, database_url, FakeClock(), 1)
    parts = parts_of(app)
    create_schema(parts.engine)
    with parts.store.writing() as tx:
        ensure_epoch(tx)
    estate = furnish(parts, Passwords(memory_kib=8))
    parts.engine.dispose()
    return estate


@pytest.fixture(scope="session")
def sqlite_estate(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    home = tmp_path_factory.mktemp("estate")
    return Furnished(home, furnish_at(home, sqlite_url(home)))


@pytest.fixture(scope="session")
def postgresql_estate(tmp_path_factory: pytest.TempPathFactory, postgres_server: str) -> Furnished:
    home = tmp_path_factory.mktemp("estate")
    command(postgres_server, "CREATE DATABASE office")
    estate = furnish_at(home, f"{postgres_server}/office")
    remember(postgres_server)
    return Furnished(home, estate, postgres_server)


def command(server: str, text: LiteralString) -> None:
    with psycopg.connect(f"{server.replace('+psycopg', '')}/postgres", autocommit=True) as connection:
        connection.execute(text)


def remember(server: str) -> None:
    """Keep a copy of every row beside the tables; making a database anew for each test takes half a second."""
    with psycopg.connect(f"{server.replace('+psycopg', '')}/office", autocommit=True) as connection:
        connection.execute("CREATE SCHEMA seed")
        for name in _tables(connection):
            connection.execute(SQL("CREATE TABLE seed.{0} AS TABLE public.{0}").format(Identifier(name)))


def put_back(server: str) -> None:
    """Let the database hold exactly the furnished estate again, whatever the test before did and left open."""
    with psycopg.connect(f"{server.replace('+psycopg', '')}/office") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute("SET LOCAL session_replication_role = replica")  # in any order, references notwithstanding
        for name in _tables(connection):
            connection.execute(SQL("DELETE FROM public.{0}").format(Identifier(name)))
            connection.execute(SQL("INSERT INTO public.{0} SELECT * FROM seed.{0}").format(Identifier(name)))


def _tables(connection: psycopg.Connection) -> list[str]:
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [row[0] for row in found.fetchall()]


@pytest.fixture
def furnished(request: pytest.FixtureRequest, database: str) -> Furnished:
    found: Furnished = request.getfixturevalue(f"{database}_estate")
    return found


@pytest.fixture
def estate(furnished: Furnished) -> Estate:
    return furnished.estate


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def app(furnished: Furnished, tmp_path: Path, clock: FakeClock) -> Iterator[Flask]:
    home = tmp_path / "home"
    shutil.copytree(furnished.home, home)
    if furnished.server:
        put_back(furnished.server)
    url = f"{furnished.server}/office" if furnished.server else sqlite_url(home)
    app = open_app(home, url, clock, 2)
    yield app
    parts_of(app).engine.dispose()


@pytest.fixture
def parts(app: Flask) -> Parts:
    return parts_of(app)


@pytest.fixture
def store(parts: Parts) -> ServerStore:
    return parts.store


@pytest.fixture
def nobody(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in; it sends Origin as browsers do."""
    client = app.test_client()
    client.environ_base["HTTP_ORIGIN"] = ORIGIN
    return client


@pytest.fixture
def sign_in(app: Flask) -> SignIn:
    """Open a browser in which somebody has signed in, by login name."""

    def open_browser(login: str) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_ORIGIN"] = ORIGIN
        answer = client.post("/signin", data={"login": login, "password": PASSWORD})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        return client

    return open_browser
