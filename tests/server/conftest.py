"""The whole server over a fresh SQLite file: one enrolled tablet, fake clock, seeded ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.office.session.password import Passwords
from server.store import ServerStore
from server.store.device import enrol, make_code
from server.store.schema import ensure_epoch
from shared.model.place import Role
from tests.builders import DEVICE, KEEPER, LEAD, SITE, FakeClock, SeededIds, a_person, a_point, a_site
from tests.schema import lay_schema


class CompiledOnce(Rule):
    """A route that a process compiles once, however many applications it makes: most of what making one takes."""

    _kept: ClassVar[dict[tuple[object, ...], dict[str, Any]]] = {}

    def compile(self) -> None:
        key = (self.rule, self.subdomain, self.host, repr(self.defaults), self.map.host_matching, self.merge_slashes)
        if key not in self._kept:
            before = dict(vars(self))
            super().compile()
            made = {name: value for name, value in vars(self).items() if value is not before.get(name)}
            self._kept[key] = made | {"arguments": self.arguments}
        vars(self).update(self._kept[key])


Flask.url_rule_class = CompiledOnce


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """An empty database; tests/server/api takes PostgreSQL too."""
    return sqlite_url(tmp_path)


@pytest.fixture
def app(tmp_path: Path, clock: FakeClock, database_url: str) -> Iterator[Flask]:
    config = Config(home=tmp_path, database_url=database_url)
    app = create_app(config, clock=clock, ids=SeededIds(), passwords=Passwords(memory_kib=8))
    parts = parts_of(app)
    lay_schema(parts.engine)
    with parts.store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person())
        tx.put(a_person(id=LEAD, name="李队", roles=(Role.LEAD_INSPECTOR,)))
        tx.put(a_point())
    yield app
    parts.engine.dispose()


@pytest.fixture
def parts(app: Flask) -> Parts:
    return parts_of(app)


@pytest.fixture
def store(parts: Parts) -> ServerStore:
    return parts.store


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client that speaks the protocol but was not let in."""
    client = app.test_client()
    client.environ_base["HTTP_SYNC_PROTOCOL"] = "1"
    return client


@pytest.fixture
def tablet(client: FlaskClient, store: ServerStore) -> FlaskClient:
    """A client with the token of an enrolled tablet."""
    with store.writing() as tx:
        code = make_code(tx, SITE, KEEPER)
        token, _, _ = enrol(tx, code, DEVICE, "平板 1", "1.0")
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client
