"""Enrolment by one-time code."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.store import ServerStore
from server.store.device import CODE_LIFE, held_by, make_code, revoke
from server.tables import device, enrolment_code
from shared import wire
from shared.sync.messages import Enrolled
from tests.builders import DEVICE, KEEPER, LEAD, SITE, FakeClock, an_id


def a_code(store: ServerStore, person: str = KEEPER) -> str:
    with store.writing() as tx:
        return make_code(tx, SITE, person)  # type: ignore[arg-type]


def enrol(client: FlaskClient, code: str, headers: dict[str, str] | None = None, **changes: Any) -> Any:
    body = {"code": code, "device": DEVICE, "name": "平板", "app": "1.0", **changes}
    return client.post("/v1/enrol", json=body, headers=headers)


def test_a_code_lets_a_tablet_in_once(client: FlaskClient, store: ServerStore) -> None:
    code = a_code(store)

    first, second = enrol(client, code), enrol(client, code, device=an_id(0xD7))

    enrolled = wire.decode(Enrolled, first.json)
    assert (enrolled.site, enrolled.person, enrolled.person_name) == (SITE, KEEPER, "王建国")
    assert client.get("/v1/sync/hello", headers={"Authorization": f"Bearer {enrolled.token}"}).status_code == 200
    assert (second.status_code, second.json["type"]) == (403, "/problems/enrolment-code")


def test_a_tablet_that_lost_the_answer_may_ask_again(client: FlaskClient, store: ServerStore) -> None:
    code = a_code(store)

    lost, again = enrol(client, code).json["token"], enrol(client, code).json["token"]

    answers = [client.get("/v1/sync/hello", headers={"Authorization": f"Bearer {token}"}) for token in (lost, again)]
    assert [answer.status_code for answer in answers] == [401, 200]


def test_a_code_is_read_as_people_type_it(client: FlaskClient, store: ServerStore) -> None:
    code = a_code(store)

    assert enrol(client, f" {code[:4].lower()}-{code[4:].lower()} ").status_code == 200


def test_a_code_lasts_ten_minutes(client: FlaskClient, store: ServerStore, clock: FakeClock) -> None:
    code = a_code(store)
    clock.advance(CODE_LIFE + timedelta(seconds=1))

    assert enrol(client, code).status_code == 403


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_enrolling_again_ends_the_old_token_and_remembers_both_people(client: FlaskClient, store: ServerStore) -> None:
    old = enrol(client, a_code(store)).json["token"]
    new = enrol(client, a_code(store, LEAD), bearer(old)).json["token"]

    answers = [client.get("/v1/sync/hello", headers=bearer(token)) for token in (old, new)]

    assert [answer.status_code for answer in answers] == [401, 200]
    with store.reading() as tx:
        assert held_by(tx, DEVICE) == {KEEPER, LEAD}


@pytest.mark.parametrize("is_revoked", [False, True])
@pytest.mark.parametrize("token", ["", "another tablet's"])
def test_a_code_does_not_take_over_somebody_elses_tablet(
    client: FlaskClient, store: ServerStore, token: str, is_revoked: bool
) -> None:
    old = enrol(client, a_code(store)).json["token"]
    code = a_code(store, LEAD)
    if is_revoked:
        with store.writing() as tx:
            revoke(tx, DEVICE)

    refused = enrol(client, code, bearer(token))

    assert (refused.status_code, refused.json["type"]) == (403, "/problems/enrolment-code")
    with store.reading() as tx:
        assert held_by(tx, DEVICE) == {KEEPER}
    if not is_revoked:
        assert client.get("/v1/sync/hello", headers=bearer(old)).status_code == 200
    assert enrol(client, code, bearer(old)).status_code == 200, "the code was not spent"


def test_a_tablet_that_lost_its_token_comes_back_to_its_person(client: FlaskClient, store: ServerStore) -> None:
    enrol(client, a_code(store))

    assert enrol(client, a_code(store)).status_code == 200


def test_guessing_is_slowed_down(client: FlaskClient, store: ServerStore) -> None:
    code = a_code(store)
    for _ in range(8):
        enrol(client, "WRONGONE")

    answer = enrol(client, code)

    assert (answer.status_code, answer.json["type"]) == (503, "/problems/busy")
    assert int(answer.headers["Retry-After"]) > 60


def test_neither_code_nor_token_is_stored(client: FlaskClient, store: ServerStore) -> None:
    code = a_code(store)
    token = enrol(client, code).json["token"]

    with store.reading() as tx:
        rows = [str(tuple(row)) for table in (device, enrolment_code) for row in tx.rows(table.select())]
    assert not any(secret in row for row in rows for secret in (code, token))


@pytest.mark.parametrize("body", [{}, {"code": "x", "device": "not-a-uuid", "name": "", "app": ""}])
def test_a_malformed_enrolment_names_what_is_wrong(client: FlaskClient, body: dict[str, str]) -> None:
    answer = client.post("/v1/enrol", json=body)

    assert (answer.status_code, answer.json["type"]) == (400, "/problems/malformed")
    assert answer.json["path"].startswith("$")
