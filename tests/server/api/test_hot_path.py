"""What pushes and pulls ask of the database: few statements, whatever they carry, and none that walks a table."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from server.app import Parts
from shared import wire
from shared.ids import site_scope
from shared.sync.messages import Op, OpStatus, Pull, PullReply, Push, PushReply
from tests.builders import DEVICE, KEEPER, SITE, a_photo, a_reading, an_id, an_inspection
from tests.statements import Asked, heads, listening

HERE = site_scope(SITE)
PUSH = [
    "SELECT device",
    "SELECT op_receipt",
    "SELECT inspection",
    "SELECT site",
    "INSERT op_receipt",
    "INSERT inspection",
    "UPDATE device",
    "SELECT meta",
    "INSERT sync_scope",
    "INSERT sync_feed",
]
"""Who asks; then in one transaction what is there, receipts, records, what the tablet says, the feeds last."""


def a_push(*numbers: int, brief: bool = True, photos: bool = False) -> dict[str, object]:
    shown = (a_photo(),) if photos else ()
    records = [
        (number, wire.encode_object(an_inspection(id=an_id(0x5000 + number), photos=shown))) for number in numbers
    ]
    ops = tuple(
        Op(an_id(0x9000 + number), number, KEEPER, "inspection.put", a_reading(), body)  # type: ignore[arg-type]
        for number, body in records
    )
    return wire.encode_object(Push(DEVICE, "1.0", "", a_reading(5), ops, brief=brief))  # type: ignore[arg-type]


def push(tablet: FlaskClient, message: dict[str, object]) -> PushReply:
    answer = tablet.post("/v1/sync/push", json=message)
    assert answer.status_code == 200, answer.text
    return wire.decode(PushReply, answer.json)


def pull(tablet: FlaskClient, epoch: str, **cursors: int) -> PullReply:
    message = Pull(DEVICE, epoch, 1, {HERE: 0, **cursors})  # type: ignore[arg-type]
    return wire.decode(PullReply, tablet.post("/v1/sync/pull", json=wire.encode_object(message)).json)


def is_of_transaction(head: str) -> bool:
    return not head or head in {"BEGIN", "BEGIN IMMEDIATE", "COMMIT"}


@pytest.mark.parametrize("count", [1, 2, 100])
def test_a_push_takes_the_same_few_statements_however_many_records_it_carries(
    tablet: FlaskClient, parts: Parts, count: int
) -> None:
    # given a server that has compiled them
    push(tablet, a_push(1))
    # when
    with listening(parts.engine) as asked:
        reply = push(tablet, a_push(*range(2, 2 + count)))
    # then
    assert {result.status for result in reply.results} == {OpStatus.APPLIED}
    assert [head for head in heads(asked) if not is_of_transaction(head)] == PUSH


def test_photos_add_two_statements(tablet: FlaskClient, parts: Parts) -> None:
    with listening(parts.engine) as asked:
        push(tablet, a_push(*range(1, 11), photos=True))

    found = [head for head in heads(asked) if not is_of_transaction(head)]
    assert sorted(set(found) - set(PUSH)) == ["INSERT blob_ref", "SELECT blob"]
    assert len(found) == len(PUSH) + 2


def test_a_batch_that_comes_again_only_reads_and_says_who_spoke(tablet: FlaskClient, parts: Parts) -> None:
    push(tablet, a_push(*range(1, 51)))

    with listening(parts.engine) as asked:
        reply = push(tablet, a_push(*range(1, 51)))

    found = [head for head in heads(asked) if not is_of_transaction(head)]
    assert {result.status for result in reply.results} == {OpStatus.APPLIED}
    assert [head for head in found if not head.startswith("SELECT")] == ["UPDATE device"]
    assert len(found) < len(PUSH)


def test_a_brief_push_gets_back_what_changed_and_not_what_it_carried(tablet: FlaskClient) -> None:
    brief = push(tablet, a_push(1))
    again = push(tablet, a_push(1))
    whole = push(tablet, a_push(1, brief=False))

    entities = [reply.results[0].entities[0] for reply in (brief, again, whole)]
    assert [(one.id, one.rev, one.scope) for one in entities] == [(an_id(0x5001), 1, HERE)] * 3
    assert [one.body is None for one in entities] == [True, True, False]
    assert whole.results[0].entities[0].body == wire.encode_object(an_inspection(id=an_id(0x5001)))


def test_a_brief_push_gets_back_what_another_operation_made_of_the_record(tablet: FlaskClient) -> None:
    # given two versions of a draft in one push
    message = a_push(1, 2)
    first, second = message["ops"]  # type: ignore[misc]
    for rev, op in ((1, first), (2, second)):
        op["body"] = {**op["body"], "id": an_id(0x5001), "status": "draft", "author_rev": rev}
    # when
    results = push(tablet, message).results
    # then the first is told of the second
    bodies = [result.entities[0].body for result in results]
    assert bodies[0] is not None
    assert bodies[0]["author_rev"] == 2
    assert bodies[1] is None


def test_a_pull_takes_few_statements(tablet: FlaskClient, parts: Parts) -> None:
    epoch = push(tablet, a_push(*range(1, 41))).epoch
    pull(tablet, epoch)

    with listening(parts.engine) as asked:
        page = next(page for page in pull(tablet, epoch, org=1).scopes if page.scope == HERE)

    assert len(page.rows) > 40
    found = [head for head in heads(asked) if not is_of_transaction(head)]
    assert found[:4] == ["SELECT device", "SELECT meta", "SELECT sync_scope", "SELECT sync_feed"]
    assert sorted(found[4:]) == ["SELECT inspection", "SELECT person", "SELECT point", "SELECT site"]


def test_no_statement_of_a_push_or_a_pull_walks_a_table(tablet: FlaskClient, parts: Parts) -> None:
    # given
    epoch = push(tablet, a_push(*range(1, 41), photos=True)).epoch
    # when
    with listening(parts.engine) as asked:
        push(tablet, a_push(41, photos=True))
        pull(tablet, epoch, org=1)
    # then
    reads = [one for one in asked if heads([one])[0].startswith(("SELECT", "UPDATE"))]
    assert len(reads) > 10
    for one in reads:
        assert walks(parts, one) == [], one[0]


def walks(parts: Parts, asked: Asked) -> list[str]:
    """Explain a statement; return the lines of its plan that read a whole table or sort."""
    with parts.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            lines = [
                row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked[0]}".replace(":", r"\:")))
            ]
            return [line for line in lines if re.search(r"^SCAN|TEMP B-TREE", line)]
        driver = connection.connection.driver_connection
        driver.execute("SET enable_seqscan = off")
        values = asked[1][0] if isinstance(asked[1], list) else asked[1]
        lines = [row[0] for row in driver.execute(f"EXPLAIN {asked[0]}", values).fetchall()]
        driver.rollback()
        return [line for line in lines if re.search(r"Seq Scan|Sort", line)]
