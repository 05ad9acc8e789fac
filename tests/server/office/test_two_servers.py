"""Two processes on one database slow somebody down together."""

import pytest
from sqlalchemy import select

from server.app import create_app, parts_of
from server.office.session.password import Passwords
from server.tables import knock
from tests.builders import SeededIds
from tests.estate import PASSWORD

ORIGIN = "http://localhost"


@pytest.fixture
def browsers(app, clock):
    """A browser for each of two apps, as a proxy deals requests out."""
    other = create_app(parts_of(app).config, clock=clock, ids=SeededIds(7), passwords=Passwords(memory_kib=8))
    found = [one.test_client() for one in (app, other)]
    for client in found:
        client.environ_base["HTTP_ORIGIN"] = ORIGIN
    yield found
    parts_of(other).engine.dispose()


def asked(browsers, address, times):
    return [browsers[at % 2].get(address.format(at)).status_code for at in range(times)]


@pytest.mark.parametrize(("address", "limit"), [("/v/AAAA-BBBB-{:04d}", 20), ("/u/wrong-token-{}", 30)])
def test_guesses_are_counted_by_both_together(browsers, address, limit):
    found = asked(browsers, address, 3 * limit)

    allowed = found.count(404)
    assert limit <= allowed <= limit + limit // 10
    assert set(found[limit + limit // 5 :]) == {429}


def test_what_is_counted_names_neither_address_nor_token(browsers, store):
    asked(browsers, "/u/wrong-token-{}", 10)

    with store.reading() as tx:
        subjects = tx.scalars(select(knock.c.subject))
    assert subjects
    assert all(len(subject) == 64 and "127.0.0.1" not in subject for subject in subjects)


def test_wrong_passwords_are_counted_by_both_together(browsers):
    for at in range(8):
        browsers[at % 2].post("/signin", data={"login": "lead", "password": "wrong"})

    answers = [one.post("/signin", data={"login": "lead", "password": PASSWORD}).status_code for one in browsers]

    assert answers == [429, 429]
