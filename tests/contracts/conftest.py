"""The server's store on both databases; every contract test runs on each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from server.config import sqlite_url
from server.db import make_engine
from server.store import ServerStore
from tests.builders import FakeClock, SeededIds
from tests.postgres import new_postgres, postgres_server
from tests.schema import lay_schema

__all__ = ["new_postgres", "postgres_server"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.process)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    is_sqlite = request.param == "sqlite"
    url = sqlite_url(tmp_path) if is_sqlite else request.getfixturevalue("new_postgres")(has_schema=True)
    engine = make_engine(url)
    lay_schema(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine, clock: FakeClock) -> ServerStore:
    return ServerStore(engine, clock, SeededIds())
