"""The office over a furnished estate: built once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.schema import create_schema, ensure_epoch
from tests.builders import FakeClock, SeededIds
from tests.estate import PASSWORD, Estate, furnish

ORIGIN = "http://localhost"
SignIn = Callable[[str], FlaskClient]


def open_app(home: Path, clock: FakeClock, seed: int) -> Flask:
    config = Config(home=home, database_url=sqlite_url(home))
    return create_app(config, clock=clock, ids=SeededIds(seed), passwords=Passwords(memory_kib=8))


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Estate]:
    home = tmp_path_factory.mktemp("estate")
    app = open_app(home, FakeClock(), 1)
    parts = parts_of(app)
    create_schema(parts.engine)
    with parts.store.writing() as tx:
        ensure_epoch(tx)
    estate = furnish(parts, Passwords(memory_kib=8))
    parts.engine.dispose()
    return home, estate


@pytest.fixture
def estate(furnished: tuple[Path, Estate]) -> Estate:
    return furnished[1]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def app(furnished: tuple[Path, Estate], tmp_path: Path, clock: FakeClock) -> Iterator[Flask]:
    home = tmp_path / "home"
    shutil.copytree(furnished[0], home)
    app = open_app(home, clock, 2)
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
