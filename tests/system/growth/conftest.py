"""A server of 2,000 inspections at fifty sites on each database, and every statement that runs on it with its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient

from bench.growth.estate import Still, places
from bench.growth.history import Shape
from bench.growth.number import END, reading
from bench.growth.pages import ORIGIN
from bench.growth.server import Grown, make_server
from server.app import create_app, parts_of
from server.config import Config
from server.office.session.password import Passwords
from server.phrases import read_library
from server.store.account import add_account
from server.store.measure import add_measure
from server.store.phrase import publish_phrases
from server.tables import dead_letter, round_mark
from shared import wire
from shared.hazard.measure import Measure, MeasureKind
from shared.ids import ExtensionId, HazardId, OpId, PersonId, SiteId
from shared.model.hazard import Extension
from shared.model.place import Person, Role
from shared.sync.messages import Op
from tests.builders import an_id
from tests.postgres import postgres_server
from tests.system.growth.plans import Watcher, imagine, watch

__all__ = ["postgres_server"]

SIZE = 2_000
SHAPE = Shape(beside_days=40)
UNIT_LOGIN, LEAD_LOGIN = "shop", "lead"
LETTER = an_id(0x9999)


@dataclass
class Office:
    """The app over a grown server, with a watcher of its statements."""

    app: Flask
    grown: Grown
    watcher: Watcher
    clients: dict[str, FlaskClient] = field(default_factory=dict)

    def browser(self, login: str) -> FlaskClient:
        """Return a browser in which somebody has signed in and chosen the large site."""
        if login not in self.clients:
            client = self.clients[login] = self.app.test_client()
            client.environ_base["HTTP_ORIGIN"] = ORIGIN
            assert client.post("/signin", data={"login": login, "password": self.grown.password}).status_code == 303
            client.get(f"/?site={self.grown.sites[0]}")
        return self.clients[login]


@pytest.fixture(scope="session")
def make_grown(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Grown]:
    def make(address: str) -> Grown:
        return make_server(address or tmp_path_factory.mktemp("grown") / "rounds.db", SIZE, SHAPE)

    return make


@pytest.fixture(scope="session")
def sqlite_grown(make_grown: Callable[[str], Grown]) -> Grown:
    return make_grown("")


@pytest.fixture(scope="session")
def postgresql_grown(make_grown: Callable[[str], Grown], postgres_server: str) -> Grown:
    with psycopg.connect(f"{postgres_server.replace('+psycopg', '')}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE grown")
    return make_grown(f"{postgres_server}/grown")


def an_extension(number: int, site: SiteId) -> Extension:
    """Somebody asked for more time: of so few inspections none may have needed it."""
    day, hazard = END.date(), HazardId(an_id(0x8000 + number))
    ident = ExtensionId(an_id(0x8800 + number))
    return Extension(ident, site, hazard, "许老板", END, day, day + timedelta(days=7), "配件未到货")


def a_measure(number: int, site: SiteId) -> Measure:
    """Something was ordered about a hazard: no history of inspections does that."""
    hazard = HazardId(an_id(0x8000 + number))
    facts = {"by": PersonId(an_id(0xB70)), "by_name": "许老板", "at": END, "text": "配件未到货"}
    return Measure(id=an_id(0x8900 + number), site=site, hazard=hazard, kind=MeasureKind.PLAN, **facts)  # type: ignore[arg-type]


def a_letter(grown: Grown) -> dict[str, object]:
    """An operation of the large site's tablet that could not be applied."""
    op = Op(OpId(LETTER), 1, grown.person, "note.put", reading(END), {"id": an_id(0x77)})
    plain = {"op_id": LETTER, "sha256": "ab" * 32, "device": grown.device, "author": grown.person, "kind": op.kind}
    body, problem = wire.dumps(wire.encode(op)), wire.dumps({"type": "/problems/malformed", "status": 422})
    site = grown.sites[0]
    return {**plain, "site": site, "body": body, "problem": problem, "state": "open", "word": "", "received_at": END}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.process)])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    grown: Grown = request.getfixturevalue(f"{request.param}_grown")
    home: Path = tmp_path_factory.mktemp("home")
    config = Config(home=home, database_url=grown.url)
    app = create_app(config, clock=Still(), passwords=Passwords(memory_kib=8))
    parts = parts_of(app)
    place = places()[0]
    with parts.store.writing() as tx:
        who = PersonId(an_id(0xB70))
        if tx.find(Person, who) is None:
            tx.put(Person(who, place.site, "许老板", (Role.INSPECTED_UNIT,), place.units[2]))
            add_account(tx, UNIT_LOGIN, who, Passwords(memory_kib=8).hash(grown.password))
            add_account(tx, LEAD_LOGIN, place.people[1], Passwords(memory_kib=8).hash(grown.password))
            for number in range(40):
                tx.put(an_extension(number, place.site))
                add_measure(tx, a_measure(number, place.site))
        publish_phrases(tx, read_library())
        # What closed at the other sites is written down the same way; laying it out for fifty sites takes half a minute.
        marks = [{"site": site, "until": END + timedelta(days=90)} for site in grown.sites[1:]]
        tx.execute(tx.insert(round_mark).on_conflict_do_nothing(), marks)
        tx.execute(tx.insert(dead_letter).values(**a_letter(grown)).on_conflict_do_nothing())
    if request.param == "postgresql":
        imagine(parts.engine)
    parts.engine.dispose()
    with watch(parts.engine) as watcher:
        yield Office(app, grown, watcher)
    parts.engine.dispose()
