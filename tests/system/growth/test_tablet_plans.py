"""Nothing that a person or a session does on a tablet reads a table that grows with the years from end to end."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.growth.number import END
from bench.growth.shift import Shift
from bench.growth.tablet import make_tablet
from mobile.store.sqlite import SqliteTabletStore

SIZE = 60
GROWING = frozenset({"record", "replica", "outbox", "photo", "blob", "answer", "tap"})
FEW = frozenset(
    {
        "outbox_unsettled",
        "outbox_parked",
        "outbox_answered",
        "record_draft",
        "replica_hazard_open",
        "replica_access_inside",
        "replica_handover_open",
        "photo_pending",
        "photo_troubled",
        "photo_dropped",
        "blob_pending",
        "blob_damaged",
        "blob_set_aside",
        "blob_fetched",
        "blob_releasable",
    }
)
"""Indexes over what is open now, whatever has piled up: these may be read whole. ``blob_releasable`` is when the disk is
low: the oldest first, until enough is free."""
SEARCHED_BY_KIND = re.compile(r"SEARCH replica USING INDEX sqlite_autoindex_replica_1 \(kind=\?\)")
"""All records of a kind: for those of the estate (points, rules, templates) only."""
ESTATE = frozenset("site building point asset unit person template rule waiver workday_year".split())
ALL_HAZARDS = "SELECT count(DISTINCT id) FROM replica INDEXED BY replica_hazard_found "
"""The list of hazards says how many are closed: counted in an index of nothing else, 0.2 ms for the 1,200 of two years."""


class Watched(SqliteTabletStore):
    """A store that remembers each statement."""

    def _connect(self) -> sqlite3.Connection:
        connection = super()._connect()
        connection.set_trace_callback(SEEN.append)
        return connection


SEEN: list[str] = []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tablet")
    make_tablet(folder, SIZE, SIZE).close()
    return folder


@pytest.fixture
def store(folder: Path) -> Iterator[Watched]:
    SEEN.clear()
    store = Watched(folder / "tablet.db", folder / "photos")
    yield store
    store.close()


def walks(path: Path, statements: list[str]) -> dict[str, str]:
    """Return the statements that read a growing table whole, with the step that does."""
    found: dict[str, str] = {}
    connection = sqlite3.connect(path)
    for statement in dict.fromkeys(statements):
        if re.match(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b", statement) and ALL_HAZARDS not in statement:
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                if _walks(statement, row[3]):
                    found.setdefault(statement, row[3])
    connection.close()
    return found


def _walks(statement: str, step: str) -> bool:
    if SEARCHED_BY_KIND.match(step):
        kind = re.search(r"kind = '(\w+)'", statement)
        return kind is None or kind[1] not in ESTATE
    scan = re.match(r"SCAN (\w+)(?:.* INDEX (\w+))?", step)
    if scan is None:
        return False
    alias = re.search(rf"\b(\w+) (?:AS )?{scan[1]}\b", statement)
    names = {scan[1], alias[1] if alias else ""}
    return bool(names & GROWING) and scan[2] not in FEW


def test_no_step_of_a_shift_walks_through_a_growing_table(store: Watched) -> None:
    store.digests(END)  # once a day, all of a scope: that is what it is for
    store.tidy(END)  # the first of a day looks through all rows
    steps = Shift(store).steps()
    SEEN.clear()
    for name, step in steps.items():
        if name != "which scopes to verify":
            step()

    found = walks(store.path, SEEN)

    assert not found, "\n\n".join(f"{step}\n{statement}" for statement, step in found.items())
    assert len(set(SEEN)) > 100


def test_opening_the_tablet_reads_no_growing_table(folder: Path) -> None:
    SEEN.clear()
    store = Watched(folder / "tablet.db", folder / "photos")
    assert store.enrolment() is not None
    store.position()

    found = walks(store.path, SEEN)

    store.close()
    assert not found
    assert not [statement for statement in SEEN if any(f"FROM {table}" in statement for table in GROWING)]


def test_a_walk_is_seen(store: Watched) -> None:
    planted = ["SELECT count(*) FROM photo WHERE size_bytes > 7", "SELECT body FROM replica WHERE kind = 'review'"]

    assert set(walks(store.path, planted)) == set(planted)
