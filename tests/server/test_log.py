"""Logs hold no secrets."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError

from server.log import JsonLines, hide_secrets
from server.store import ServerStore
from server.tables import login_attempt
from tests.builders import DEVICE


def test_members_that_sound_secret_are_blanked() -> None:
    shown = hide_secrets({"event": "x", "password": "p", "Authorization": "b", "token_sha256": "t", "n": 1})

    assert shown == {"event": "x", "password": "***", "Authorization": "***", "token_sha256": "***", "n": 1}


def a_line(record: logging.LogRecord) -> dict[str, object]:
    text = JsonLines().format(record)
    assert "\n" not in text
    line: dict[str, object] = json.loads(text)
    return line


def test_a_line_says_what_happened_how_bad_who_says_so_and_when() -> None:
    record = logging.LogRecord("server.x", logging.WARNING, "f.py", 1, "收到 %d 条", (3,), None)
    record.__dict__.update(path=Path("/a"), token="t", took_ms=1.5)
    record.created = 1795425789.25

    line = a_line(record)

    assert line == {
        "event": "收到 3 条",
        "level": "warning",
        "logger": "server.x",
        "timestamp": "2026-11-23T09:23:09.250000+00:00",
        "path": "PosixPath('/a')",
        "token": "***",
        "took_ms": 1.5,
    }


def test_a_fault_is_logged_with_where_it_happened() -> None:
    try:
        raise ValueError("no such thing")
    except ValueError as error:
        record = logging.LogRecord("server.x", logging.ERROR, "f.py", 1, "it broke", (), (ValueError, error, None))

    assert "ValueError: no such thing" in str(a_line(record)["exception"])


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
