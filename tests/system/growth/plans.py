"""Watches what a database really runs, and how: SQLite's plan of each statement, PostgreSQL's by ``auto_explain``.

Statements are taken from the driver, so that those which pass SQLAlchemy by are seen as well.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event, text

OF_ONE_SITE = frozenset(
    "access presence round_window disposition clearing_line chain told outbox paper paper_print duty".split()
)
"""Growing tables of which the made server holds some weeks of one site: PostgreSQL, which knows that, rightly reads them
whole where all of it is asked for. Whether an index answers is seen on SQLite, which does not."""
GROWING = OF_ONE_SITE | frozenset(
    "inspection review note hazard notice reply extension recheck measure waiver op_receipt sync_feed blob blob_ref"
    " search_text".split()
)
"""Tables that grow with the years. The others are as large as the estate, or hold exceptions (dead letters)."""
SMALL = frozenset({"ix_sync_feed_gone", "ix_blob_unstored", "ix_outbox_due", "ix_outbox_given_up"})
"""Indexes over the few rows that are swept or still to be sent; these may be walked."""
_READS = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
_LITERAL = re.compile(r"'(?:[^']|'')*'|\b\d+\b")
_SCAN = re.compile(r"SCAN (?:TABLE )?(\w+)")
_PLAIN = (
    "LOAD 'auto_explain'",
    "SET auto_explain.log_min_duration = 0",
    "SET auto_explain.log_format = 'json'",
    "SET auto_explain.log_level = 'notice'",
)


@dataclass
class Watcher:
    """Collects statements; ``walks`` says which of them read a growing table from end to end."""

    engine: Engine
    seen: dict[str, str] = field(default_factory=dict)
    walked: dict[str, str] = field(default_factory=dict)

    def note(self, statement: str) -> None:
        """Remember a statement of SQLite once, whatever its values."""
        if _READS.match(statement):
            self.seen.setdefault(_LITERAL.sub("?", statement), statement)

    def note_plan(self, text: str) -> None:
        """Look through a plan that PostgreSQL reported."""
        start = text.find("{")
        if start < 0:
            return
        found = json.loads(text[start:])
        statement = _LITERAL.sub("?", found["Query Text"])
        self.seen.setdefault(statement, found["Query Text"])
        for fault in _faults(found["Plan"]):
            self.walked.setdefault(statement, fault)

    def forget(self) -> None:
        """Begin anew: what a test itself asked is none of a page's."""
        self.seen.clear()
        self.walked.clear()

    def walks(self) -> dict[str, str]:
        """Return the statements that read a growing table whole, with the step that does."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.set_trace_callback(None)
                for shape, statement in self.seen.items():
                    for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall():
                        scanned = _SCAN.match(row[3])
                        if scanned and _table(statement, scanned[1]) in GROWING and row[3].split()[-1] not in SMALL:
                            self.walked.setdefault(shape, row[3])
                driver.set_trace_callback(self.note)
        return self.walked


@contextmanager
def watch(engine: Engine) -> Iterator[Watcher]:
    """Watch all connections that are opened from now on."""
    watcher = Watcher(engine)

    def begin(connection: Any, _record: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(watcher.note)
            return
        with connection.cursor() as cursor:
            for statement in _PLAIN:
                cursor.execute(statement)
        connection.commit()
        connection.add_notice_handler(lambda notice: watcher.note_plan(notice.message_primary or ""))

    event.listen(engine, "connect", begin)
    try:
        yield watcher
    finally:
        event.remove(engine, "connect", begin)


def imagine(engine: Engine, times: int = 500) -> None:
    """Let PostgreSQL plan as if the growing tables held that many times the rows that they hold.

    Of a small table it rather reads all: which index it would use cannot be seen. It reckons with the density of rows that
    it remembers, so a denser table is a larger one.
    """
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
        for table in GROWING:
            connection.execute(text(f"ALTER TABLE {table} SET (autovacuum_enabled = false)"))
        query = "UPDATE pg_class SET reltuples = greatest(reltuples, 200) * :times, relpages = greatest(relpages, 1) WHERE relname = ANY(:names)"
        connection.execute(text(query), {"times": times, "names": sorted(GROWING)})


def _table(statement: str, name: str) -> str:
    """Return the table behind an alias of a statement."""
    alias = re.search(rf"\b(\w+) AS {name}\b", statement)
    return alias[1] if alias else name


def _faults(plan: dict[str, Any]) -> Iterator[str]:
    kind, table = plan["Node Type"], plan.get("Relation Name", "")
    is_bounded = "Index Cond" in plan or kind == "Bitmap Heap Scan" or plan.get("Index Name") in SMALL
    if table in GROWING - OF_ONE_SITE and kind.endswith("Scan") and not is_bounded:
        yield f"{kind} on {table} {plan.get('Index Name', '')} {plan.get('Filter', '')}"
    if kind == "Bitmap Index Scan" and "Index Cond" not in plan:
        yield f"{kind} {plan.get('Index Name', '')}"
    for inner in plan.get("Plans", ()):
        yield from _faults(inner)
