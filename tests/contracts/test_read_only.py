"""A PostgreSQL that takes no writes: a stand-by, or one that was set so."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from server import migrations
from server.db import make_engine
from server.files import LocalBlobStore
from server.readiness import GOOD_FOR_S, Readiness
from server.store import ServerStore
from server.store.schema import ensure_epoch
from server.system import SystemIds
from server.work import WORK
from shared.errors import BusyError
from tests.builders import FakeClock

pytestmark = pytest.mark.process


def test_a_postgresql_that_only_reads_is_told(new_postgres, tmp_path: Path) -> None:
    url = new_postgres()
    engine = make_engine(url)
    migrations.upgrade(engine)
    store = ServerStore(engine, FakeClock(), SystemIds())
    store.act(ensure_epoch)
    name = url.rpartition("/")[2]
    seconds = [0.0]
    readiness = Readiness(store, LocalBlobStore(tmp_path / "blobs"), tmp_path, WORK, lambda: seconds[0])
    before = readiness.check().status
    with engine.begin() as connection:
        connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
    engine.dispose()
    seconds[0] += GOOD_FOR_S

    with pytest.raises(BusyError) as refused:
        readiness.check()

    engine.dispose()
    assert before == "ok"
    assert refused.value.facts["detail"] == "the database takes no writes"
