"""The work of the benchmarks: what is pushed, packed and measured against."""

import gzip
import json
import sqlite3

import pytest

from bench import floor, wire, work
from bench.client import Client, Sending
from shared.model.inspection import Inspection, Status
from shared.sync.messages import Push
from shared.wire import decode, loads

DEVICE, EPOCH = work.Ids(1).new(), work.Ids(2).new()


def some(count):
    return work.bodies(work.inspections(count, device=DEVICE))


def test_the_work_is_the_same_in_each_run_and_of_the_size_that_is_asked_for():
    found = some(40)

    assert found == some(40)
    assert {len(body["answers"]) for body in found} == {40}
    assert 2_700 < work.size_of(found) < 3_300
    assert len({body["id"] for body in found}) == 40


def test_a_record_is_one_that_a_tablet_could_have_finished():
    record = decode(Inspection, some(1)[0])

    items = {item.name for item in work.form().items}
    assert record.status is Status.FINAL
    assert {answer.item for answer in record.answers} <= items


def test_a_batch_is_a_push_of_the_tablet():
    batch = work.batches(some(5), 3, device=DEVICE, epoch=EPOCH)[0]

    message = decode(Push, loads(gzip.decompress(batch.packed)))

    assert message == batch.message
    assert [op.kind for op in message.ops] == ["inspection.put"] * 3


@pytest.mark.parametrize("tables", [floor.own_tables, floor.bare_tables])
def test_the_floor_of_a_push_writes_document_receipt_and_feed(tmp_path, tables):
    packed = [batch.packed for batch in work.batches(some(5), 2, device=DEVICE, epoch=EPOCH)]

    floor.push(tmp_path / "floor.db", packed, tables())

    connection = sqlite3.connect(tmp_path / "floor.db")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    connection.close()
    assert sorted(counts.values()) == [5, 5, 5]


def test_the_floor_of_a_pull_keeps_every_record(tmp_path):
    rows = tmp_path / "rows"
    rows.write_text("".join(f"{json.dumps(body)}\n" for body in some(5)), "utf-8")

    floor.pull(tmp_path / "floor.db", rows)

    connection = sqlite3.connect(tmp_path / "floor.db")
    assert connection.execute("SELECT count(*) FROM replica").fetchone()[0] == 5
    connection.close()


@pytest.mark.process
def test_bytes_on_the_wire_are_counted_by_a_socket():
    with wire.counting() as counted, Client(counted.url) as client:
        client.send(Sending("POST", "/", b"12345"))
        client.send(Sending("POST", "/", b"123"))

    head = b"POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAccept-Encoding: identity\r\nContent-Length: N\r\n\r\n"
    port = len(counted.url.rpartition(":")[2])
    assert counted.bytes == 2 * (len(head) - len("PORT") + port) + 8
