"""The served description is valid, complete, and kept: schemathesis throws requests of all shapes at the whole API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from server.api.wiring import ENDPOINTS
from server.config import sqlite_url
from shared.sync.messages import OP_BODIES
from tests.builders import DEVICE, an_id

EXAMPLES = 20
KINDS = tuple(OP_BODIES)


@schemathesis.serializer("application/offset+octet-stream")
def as_chunk(_context: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """One database will do: what is drawn here is about requests."""
    return sqlite_url(tmp_path)


def test_every_endpoint_is_described(client: FlaskClient) -> None:
    described = client.get("/openapi.json").json["paths"]

    methods = {(method.upper(), path.count("{")) for path, item in described.items() for method in item}
    assert len([one for item in described.values() for one in item]) == len(ENDPOINTS)
    assert ("PATCH", 1) in methods


def lead_in(body: Any) -> None:
    """Let a drawn message come from this tablet, with ids that are ids, so that it gets past the door."""
    if not isinstance(body, dict) or "token" in body:
        return
    if "device" in body and "code" not in body:
        body["device"] = DEVICE
    ops = body.get("ops")
    for number, op in enumerate(ops if isinstance(ops, list) else []):
        if isinstance(op, dict):
            op |= {"op_id": an_id(number), "seq": number, "kind": KINDS[number % len(KINDS)]}


@pytest.fixture
def description(app: Flask) -> Any:
    return schemathesis.openapi.from_wsgi("/openapi.json", app)


@pytest.mark.parametrize("one", ENDPOINTS, ids=lambda one: f"{one.method} {one.path.partition('<')[0]}")
def test_no_request_finds_a_fault_or_an_undocumented_answer(one: Any, description: Any, tablet: FlaskClient) -> None:
    token = tablet.environ_base["HTTP_AUTHORIZATION"]
    path = one.path.replace("<sha256:sha256>", "{sha256}")
    operation = description[path][one.method]

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def attack(case: Any) -> None:
        headers = {"Authorization": token, "Sync-Protocol": "1", "Accept-Encoding": "identity"}
        lead_in(case.body)
        response = case.call(headers=headers)
        case.validate_response(response, excluded_checks=[positive_data_acceptance], headers=headers)

    attack()
