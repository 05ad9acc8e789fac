"""Logs hold no secrets."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError

from server.log import hide_secrets
from server.store import ServerStore
from server.tables import login_attempt
from tests.builders import DEVICE


def test_members_that_sound_secret_are_blanked() -> None:
    shown = hide_secrets(
        None, "info", {"event": "x", "password": "p", "Authorization": "b", "token_sha256": "t", "n": 1}
    )

    assert shown == {"event": "x", "password": "***", "Authorization": "***", "token_sha256": "***", "n": 1}


def test_a_request_is_logged_without_what_it_carries(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    client.post("/v1/enrol", json={"code": "SECRET23", "device": DEVICE, "name": "n", "app": "1"})
    client.get("/v1/sync/hello?token=SECRET23", headers={"Authorization": "Bearer SECRET23"})

    lines = [str(vars(record)) for record in caplog.records if record.name == "server.app"]
    assert len(lines) == 2
    assert "/v1/enrol" in lines[0]
    assert not any("SECRET23" in line for line in lines)


def test_an_error_of_the_database_names_no_values(store: ServerStore) -> None:
    row = {"id": 1, "subject": "SECRET23", "at": store.now()}

    with pytest.raises(IntegrityError) as error, store.engine.begin() as connection:
        connection.execute(login_attempt.insert(), [row, row])

    assert "SECRET23" not in str(error.value)
