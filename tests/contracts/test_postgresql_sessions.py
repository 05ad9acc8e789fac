"""What PostgreSQL ends by itself is the database's trouble, which passes, and never an operation's."""

from __future__ import annotations

import time
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import text

from server.db import make_engine
from server.store import ServerStore, Tx
from server.store.schema import ensure_epoch
from shared.errors import BusyError
from tests.builders import FakeClock, SeededIds
from tests.postgres import NewPostgres

pytestmark = pytest.mark.process
LONGEST_S = 300.0


def sleeps_in_its_transaction(tx: Tx, admin: psycopg.Connection) -> None:
    """Do what a process does that was stopped for longer than a transaction may lie idle."""
    session = tx.scalar(text("SELECT pg_backend_pid()"))
    tx.execute(text("SET LOCAL idle_in_transaction_session_timeout = 1"))
    end = time.monotonic() + LONGEST_S
    while admin.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s", (session,)).fetchone():
        assert time.monotonic() < end, "the session was not ended"
    tx.scalar(text("SELECT 1"))


def is_cancelled(tx: Tx, _admin: psycopg.Connection) -> None:
    """Ask what the operator cancels, or a time limit does."""
    tx.execute(text("SET LOCAL statement_timeout = 1"))
    tx.execute(text("SELECT pg_sleep(300)"))


@pytest.mark.parametrize("meets", [sleeps_in_its_transaction, is_cancelled])
def test_what_postgresql_ends_by_itself_is_tried_again_later(
    new_postgres: NewPostgres, meets: Callable[[Tx, psycopg.Connection], None]
) -> None:
    url = new_postgres(has_schema=True)
    engine = make_engine(url)
    store = ServerStore(engine, FakeClock(), SeededIds())

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as admin:
        with pytest.raises(BusyError), store.writing() as tx:
            meets(tx, admin)
        after = store.act(ensure_epoch)

    engine.dispose()
    assert after
