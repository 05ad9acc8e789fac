"""The floors: the least work that the same result takes on this machine, in one process, without HTTP and without rules.

A push is measured twice: into the server's own tables, whose indexes its pages need, and into bare ones.
Everything else that the product does (who may, what changed, receipts that are claimed first, lists, logs, HTTP) is what
the difference to these is made of. SQLite with WAL and synchronous=FULL throughout: durable when a commit returns.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Column, Index, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from server import tables
from shared.clock import Reading
from shared.model.inspection import Inspection


class _Op(msgspec.Struct):
    op_id: str
    seq: int
    author: str
    kind: str
    at: Reading
    body: msgspec.Raw


class _Push(msgspec.Struct):
    device: str
    epoch: str
    ops: list[_Op]


_BARE = """
CREATE TABLE document (id TEXT PRIMARY KEY, kind TEXT NOT NULL, site TEXT NOT NULL, rev INTEGER NOT NULL, body TEXT);
CREATE TABLE receipt (op_id TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, record TEXT NOT NULL);
CREATE TABLE feed (scope TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
                   PRIMARY KEY (scope, seq)) WITHOUT ROWID;
"""
_REPLICA = """
CREATE TABLE replica (kind TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, rev INTEGER NOT NULL,
                      body TEXT NOT NULL, PRIMARY KEY (kind, id, scope));
"""
_ANSWER = """
CREATE TABLE answer (record TEXT NOT NULL, item TEXT NOT NULL, per TEXT NOT NULL, body TEXT NOT NULL,
                     PRIMARY KEY (record, item, per)) WITHOUT ROWID;
"""


_PUT_ANSWER = "INSERT INTO answer VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body"


@dataclass(frozen=True, slots=True)
class _Decoded:
    op: _Op
    device: str
    seq: int
    record: Inspection
    body: str


@dataclass(frozen=True, slots=True)
class Tables:
    """Where the floor of a push writes: a schema, three statements, and what each takes of a decoded operation."""

    schema: str
    statements: tuple[str, ...]
    rows: tuple[Callable[[_Decoded], tuple[object, ...]], ...]


def push(path: Path, packed: Sequence[bytes], into: Tables) -> float:
    """Unpack, decode with types, and write document, receipt and feed rows in one transaction a batch; seconds."""
    connection = _open(path, into.schema)
    envelope, record = msgspec.json.Decoder(_Push), msgspec.json.Decoder(Inspection)
    seq = 0
    started = time.perf_counter()
    for one in packed:
        message = envelope.decode(gzip.decompress(one))
        read = [
            _Decoded(op, message.device, seq + n, record.decode(op.body), bytes(op.body).decode())
            for n, op in enumerate(message.ops, 1)
        ]
        connection.execute("BEGIN IMMEDIATE")
        for statement, row in zip(into.statements, into.rows, strict=True):
            connection.executemany(statement, map(row, read))
        connection.execute("COMMIT")
        seq += len(read)
    took = time.perf_counter() - started
    connection.close()
    return took


def bare_tables() -> Tables:
    """Return the least that could be called document, receipt and feed: one key each, no other column or index."""
    return Tables(
        _BARE,
        (
            "INSERT INTO document VALUES (?, 'inspection', ?, 1, ?)",
            "INSERT INTO receipt VALUES (?, ?, ?, ?)",
            "INSERT INTO feed VALUES (?, ?, 'inspection', ?)",
        ),
        (
            lambda one: (one.record.id, one.record.site, one.body),
            lambda one: (one.op.op_id, one.device, one.op.seq, one.record.id),
            lambda one: (f"site:{one.record.site}", one.seq, one.record.id),
        ),
    )


def own_tables() -> Tables:
    """Return our server's own tables: every column and index that its lists, feeds and receipts need."""
    schema = _schema(tables.inspection, tables.op_receipt, tables.sync_feed)
    received = "2026-11-23 09:30:00.000000"
    return Tables(
        schema,
        tuple(_insert(table) for table in (tables.inspection, tables.op_receipt, tables.sync_feed)),
        (
            _rows(
                tables.inspection,
                {
                    "id": lambda one: one.record.id,
                    "rev": lambda _: 1,
                    "body": lambda one: one.body,
                    "stored_at": lambda _: received,
                    "site": lambda one: one.record.site,
                    "template": lambda one: one.record.template,
                    "template_version": lambda one: one.record.template_version,
                    "point": lambda one: one.record.point,
                    "author": lambda one: one.record.author,
                    "device": lambda one: one.record.device,
                    "status": lambda one: one.record.status.value,
                    "author_rev": lambda one: one.record.author_rev,
                    "started_at": lambda one: _moment(one.record.started_at.wall),
                    "ended_at": lambda one: _moment(one.record.ended_at.wall) if one.record.ended_at else None,
                    "rule": lambda one: one.record.task.rule if one.record.task else None,
                    "window_on": lambda one: one.record.task.window_on.isoformat() if one.record.task else None,
                },
            ),
            _rows(
                tables.op_receipt,
                {
                    "op_id": lambda one: one.op.op_id,
                    "device": lambda one: one.device,
                    "author": lambda one: one.op.author,
                    "kind": lambda one: one.op.kind,
                    "result": lambda one: f'{{"status":"applied","records":[["inspection","{one.record.id}"]]}}',
                    "happened_at": lambda one: _moment(one.op.at.wall),
                    "received_at": lambda _: received,
                },
            ),
            _rows(
                tables.sync_feed,
                {
                    "scope": lambda one: f"site:{one.record.site}",
                    "kind": lambda _: "inspection",
                    "id": lambda one: one.record.id,
                    "seq": lambda one: one.seq,
                    "rev": lambda _: 1,
                },
            ),
        ),
    )


def pull(path: Path, rows: Path) -> float:
    """Read rows (one JSON object a line) from a file, decode each, insert them in one transaction; seconds."""
    connection = _open(path, _REPLICA)
    started = time.perf_counter()
    found = []
    with rows.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            found.append(("inspection", record["id"], f"site:{record['site']}", 1, line))
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO replica VALUES (?, ?, ?, ?, ?)", found)
    connection.execute("COMMIT")
    took = time.perf_counter() - started
    connection.close()
    return took


def copy(sources: Sequence[Path], target: Path, *, is_named_durably: bool) -> float:
    """Hash and copy files, each written beside, made durable and renamed to its hash; seconds.

    ``is_named_durably``: the folder is made durable too after each, without which a power cut may take the name away.
    """
    target.mkdir()
    folder = os.open(target, os.O_RDONLY)
    started = time.perf_counter()
    for source in sources:
        data = source.read_bytes()
        name = hashlib.sha256(data).hexdigest()
        part = target / f"{name}.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.rename(target / name)
        if is_named_durably:
            os.fsync(folder)
    took = time.perf_counter() - started
    os.close(folder)
    return took


class Commits:
    """Commits answers one by one into a table of their own."""

    def __init__(self, path: Path) -> None:
        self._connection = _open(path, _ANSWER)

    def __call__(self, row: Sequence[str]) -> float:
        """Commit one answer (record, item, per, body); return the milliseconds that it took."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_PUT_ANSWER, row)
        self._connection.execute("COMMIT")
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


def _open(path: Path, tables: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.executescript(tables)
    return connection


def _schema(*wanted: Table) -> str:
    dialect = sqlite.dialect()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in wanted]
    made += [str(CreateIndex(index).compile(dialect=dialect)) for table in wanted for index in sorted_indexes(table)]
    return ";\n".join(made)


def sorted_indexes(table: Table) -> list[Index]:
    """Return a table's indexes by name."""
    return sorted(table.indexes, key=lambda index: str(index.name))


def _insert(table: Table) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' for _ in table.columns)})"  # noqa: S608 (own names)


def _rows(table: Table, known: Mapping[str, Callable[[_Decoded], object]]) -> Callable[[_Decoded], tuple[object, ...]]:
    """Return what makes a row of a table; a column that is not known holds nothing, or the emptiest value it takes."""
    makers = [known.get(column.name) or _nothing(column) for column in table.columns]
    return lambda one: tuple(make(one) for make in makers)


def _nothing(column: Column[object]) -> Callable[[_Decoded], object]:
    empty = None if column.nullable else 0 if issubclass(column.type.python_type, int) else ""
    return lambda _: empty


def _moment(wall: datetime) -> str:
    return wall.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
